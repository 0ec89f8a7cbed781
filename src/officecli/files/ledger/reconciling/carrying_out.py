"""Carries out the differences of a plan: each item is brought in line by the acts that make it so, and what stands in the way is told by row."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from officecli.actions.acting import Acting
from officecli.actions.items.bringing_in_line import bring_in_line
from officecli.files.ledger.reconciling.changed_here import all_changed_here
from officecli.files.ledger.reconciling.in_line import in_line, left_as_it_is
from officecli.files.ledger.reconciling.judging import tried
from officecli.files.ledger.reconciling.plan import Difference, Paired, Same
from officecli.files.ledger.reconciling.saying import OPEN, progress_is_percent
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.i18n import _
from officecli.model.item_fields import FIELDS
from officecli.model.items import Item
from officecli.model.ledger_marks import IMPORT, reason_of
from officecli.model.words import word
from officecli.standing.office.rights import over_office


def carry_out(act: Acting, differing: Sequence[Paired], agreeing: Sequence[Same], reason: str) -> dict[int, list[RowProblem]]:
    """Bring the items of the differing rows in line, and return by row what forbids it: nothing may then be kept of the whole.

    Each of them is marked as imported, and of the `agreeing` rows those that say what was changed here meanwhile. Raises Refused for anybody but a registrar.
    """
    act.sign(over_office(act.actor))
    to_change = {int(one.record["id"]): one for one in differing}
    rows = {one.item_id: one for one in agreeing} | to_change
    marks = dict.fromkeys(to_change, "")
    for item_id, changed in all_changed_here(act.read, rows):
        if alike := reason_of(_alike(rows[item_id], changed)):
            marks[item_id] = alike
    for item_id, act.change.reason in marks.items():
        act.change.mark(act.change.get(Item, item_id), IMPORT)
    if marks:
        act.stop_unless_entitled()
    problems: dict[int, list[RowProblem]] = {}
    for paired in differing:
        found = list(_one(act, paired, reason))
        if found:
            problems[paired.made.row.row] = found
    act.change.reason = ""
    return problems


def _alike(one: Paired | Same, changed: Collection[str]) -> set[str]:
    """What of that which was changed here the row says as it is now; a percentage in its cell of progress stands for the words that were told with it."""
    alike = {*changed} & one.mentioned
    with_words = "percent" in alike and progress_is_percent(one.made.row)
    return alike | ({"progress"} & {*changed} if with_words else set())


def _one(act: Acting, paired: Paired, reason: str) -> Sequence[RowProblem]:
    row = paired.made.row.row
    left = [RowProblem(row, _(FIELDS[one.field].label), _value(one), why, fix, one.field) for one, why, fix in left_as_it_is(paired)]
    if left:
        return left
    return tried(act, row, paired.number, lambda: bring_in_line(act, paired.number, in_line(paired), reason))


def _value(one: Difference) -> str:
    """What the row says, as people are told it."""
    if one.field != "status":
        return str(one.new)
    return _("open") if one.new == OPEN else word("status", one.new)
