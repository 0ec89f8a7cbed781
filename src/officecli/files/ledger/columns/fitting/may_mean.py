"""What a heading may mean beside what stands under it: where the two disagree, that is said."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meaning import meanings
from officecli.files.ledger.columns.by_heading.meant import GUESSED, LOOSE, PASSED, PEOPLE, Meant
from officecli.files.ledger.columns.chosen import Table, label
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL
from officecli.files.ledger.columns.fitting.beside_others import beside_others
from officecli.files.ledger.columns.fitting.column import Column
from officecli.files.ledger.columns.fitting.in_pairs import in_pair
from officecli.files.ledger.columns.fitting.of_their_kind import of_their_kind
from officecli.files.ledger.columns.fitting.overruling import OVERRULING
from officecli.files.ledger.columns.fitting.planned_stages import of_a_stage
from officecli.i18n import _
from officecli.patterns import pattern

_ENDED_BY = pattern(r"(?:closed|completed|cleared|resolved|signed off) by\b", re.IGNORECASE)


def fitting(table: Table, place: int) -> list[Meant]:
    """What a heading may mean, without what its cells rule out; where they overrule
    its own word, and are none of what it may mean (Filed, Target), that is said.
    """
    column = Column(table, place)
    for rule in (in_pair, of_a_stage):
        if (paired := rule(table, place)) is not None:
            return paired
    headed, fitted = meanings(column.text), _fitted(column)
    if headed and fitted and all(meant.key != fitted[0].key for meant in headed):
        what = _("“{heading}” is headed like {column}, but what stands under it is not: it is read as {other}.")
        table.chosen.overruled[place] = what.format(heading=column.text, column=label(headed[0].key), other=label(fitted[0].key))
    return fitted


def _fitted(column: Column) -> list[Meant]:
    found = beside_others(column, list(meanings(column.text))) or _ticked_off(column)
    if not found or not column.cells.filled or column.is_given(found[0].key):
        return found
    found = _borne_out(column, found)
    if not found:
        return []
    for rule in OVERRULING:
        if (instead := rule(column, found)) is not None:
            return instead
    return of_their_kind(column, found)


def _ticked_off(column: Column) -> list[Meant]:
    """Closed by State: Y, or 3 June: not who it was, but whether, and when."""
    if not _ENDED_BY.match(column.text):
        return []
    if column.cells.past >= NEARLY_ALL and not column.in_every_row:
        return [Meant("closed", LOOSE)]
    return [Meant("status", LOOSE)] if column.cells.ticks >= MOSTLY and not column.another("status") else []


def _borne_out(column: Column, found: list[Meant]) -> list[Meant]:
    """The meanings without those that were guessed and that the cells do not bear out, and without days that have passed where no days stand."""
    cells = column.cells

    def bears_out(key: str) -> bool:
        if key == "source":
            return cells.codes >= MOSTLY  # Bill: HB 114, and no amount
        return not column.stands_again and (cells.people if key in PEOPLE else cells.fit(key)) >= MOSTLY

    found = [
        meant for meant in found if meant.strength not in (GUESSED, GUESSED - 1) or bears_out(meant.key)
    ]  # also the second of two that were guessed
    if found and found[0].key in PASSED and not found[0].plain and cells.filled >= ENOUGH and not cells.fit(found[0].key):
        nothing = () if cells.states else ("status",)  # Given in: Park Board
        found = [meant for meant in found if meant.key not in (*PASSED, *nothing)]  # Actual: an amount
    return found
