"""Chooses, of the tables of a file, those that are the ledger, and says what is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from officecli.files.ledger.sheets.alike import Names, Rated, alike, asked_in_other_words, is_chart, nearly_alike, repeat
from officecli.files.ledger.sheets.around import YEAR
from officecli.files.ledger.sheets.below import LOOKED_AT
from officecli.files.ledger.sheets.sheet_rows import Headed, Rate, Shapes
from officecli.files.ledger.sheets.table import Book, Table
from officecli.i18n import _, listed, sentences
from officecli.patterns import pattern
from officecli.shell import as_word
from officecli.typed.dates.names import MONTH_NAME, MONTHS

_ASIDE = pattern(
    r"更改履历|修订[记履][录历]|变更[记履][录历]|归档|历史|作废|备份|模板|样表|样例|示例|填表说明|旧版|已办结|archiv|template|sample|example|backup"
    r"|obsolete|\bold\b|\bcopy\b|do not use",
    re.IGNORECASE,
)
_ENDED = pattern(r"已办结(?:的)?(?:事项|台账|件|清单)?")
_IN_ORDER = pattern(rf"\d{{1,9}}|\b(?:{MONTH_NAME})\b", re.IGNORECASE)
_A_YEAR = 1900
_STILL_OPEN = pattern(r"未(?:办结|完成)|在办|办理中|进行中|推进中|未结")
"""Beside a sheet called so one of what has ended is the other half of the ledger, and no archive."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The tables to read, each with its headings, and what is said of the others."""

    tables: list[Rated]
    left_out: list[str]
    notes: list[str]


def choose(book: Book, rate: Rate, shapes: Shapes | None = None, *, asked: bool) -> Choice:
    """The ledger of a book with tables; `asked` where its one sheet was named. `shapes` knows who is of the office."""
    rated = [(table, rate(table.rows[:LOOKED_AT])) for table in book.tables if table.rows]
    if not rated:
        return Choice([], _hidden(book), [])
    ledgers = [pair for pair in rated if pair[1].complete]
    ledgers = [pair for pair in ledgers if pair[1].dated] or ledgers  # a list of risks and their owners is none beside one with deadlines
    charts = [pair for pair in rated if pair not in ledgers and is_chart(pair[1])]
    if asked or len(rated) == 1:
        return Choice(rated[:1], _hidden(book), [])
    if not ledgers:
        best = max(rated, key=lambda pair: (pair[1][:2], pair[0].active))
        ledgers = alike(rated, best)
        if len(ledgers) == 1:
            return Choice([best], [*_hidden(book), _one_of(best[0], rated)], [])
    chosen, why = (_of_document(ledgers), "") if book.is_document else _group(ledgers, charts, shapes.names if shapes else None)
    chosen = [pair for pair in rated if pair in chosen]
    others = [table.name for table, _headed in rated if table not in [one for one, _of in chosen]]
    notes, left_out = [], _hidden(book)
    if others:
        left_out.insert(0, _left(chosen, others, why))
    if len(alike(chosen, chosen[0])) < len(chosen):
        notes.append(_("Read together, each by its own headings: {sheets}.").format(sheets=_names(chosen)))
    elif len(chosen) > 1:
        notes.append(_("Read together, as they have the same headings and different matters: {sheets}.").format(sheets=_names(chosen)))
    return Choice(chosen, left_out, notes)


def _group(ledgers: Sequence[Rated], charts: Sequence[Rated], names: Names | None) -> tuple[list[Rated], str]:
    """The ledger's sheets, and in a word why the others of the same headings are not; `charts` have months for deadlines."""
    by_state = any(_STILL_OPEN.search(table.name) for table, _headed in ledgers)
    current = [
        (table, headed) for table, headed in ledgers if not _ASIDE.search(table.name) or (by_state and headed.told and _ENDED.fullmatch(table.name))
    ]
    current = current or list(ledgers)
    lead = next((pair for pair in ledgers if pair[0].active), None) or current[0]
    if lead not in current:
        return [lead], ""
    group = nearly_alike(current, lead)
    others = [pair for pair in current if pair not in group]
    charts = [pair for pair in charts if not _ASIDE.search(pair[0].name)]
    years = {pair[0].name: _year(pair[0].name) for pair in [*current, *charts]}
    if len({years[pair[0].name] for pair in group} - {""}) > 1:
        newest = years[lead[0].name] if lead[0].active else max(years[pair[0].name] for pair in group)
        group = [pair for pair in group if years[pair[0].name] == newest]
        lead = lead if lead in group else group[0]
    if len(group) > 1 and repeat(group):
        return [lead if lead[0].active else max(group, key=lambda pair: _order(pair[0].name))], "snapshots"
    of_now = [pair for pair in [*others, *charts] if years[pair[0].name] in ("", years[lead[0].name])]
    asked = asked_in_other_words(of_now, [lead, *(pair for pair in group if pair is not lead)], names) if names else []
    return [*group, *asked], ""


def _of_document(ledgers: Sequence[Rated]) -> list[Rated]:
    """The tables of a document: those with the headings of the first, and those with others that name a deadline as well: 本周工作, 下周工作."""
    if not ledgers[0][1].dated:
        return alike(ledgers, ledgers[0])
    return list(ledgers)


def _year(name: str) -> str:
    found = {*YEAR.findall(name)}
    return found.pop() if len(found) == 1 else ""


def _order(name: str) -> list[int]:
    """The numbers and months of a sheet's name, a year before them, by which the latest is told; a name without any comes first."""
    numbers = [int(said) if said.isdigit() else MONTHS.index(said[:3].casefold()) + 1 for said in _IN_ORDER.findall(name)]
    return sorted(numbers, key=lambda number: number < _A_YEAR)


def _names(tables: Sequence[Rated]) -> str:
    return listed(table.name for table, _headed in tables)


def _left(chosen: Sequence[Rated], others: Sequence[str], why: str) -> str:
    """What is read of several tables and what is not."""
    said = _("Read: {sheets}.")
    later = max(others, key=_order) if why else ""
    if later and _order(later) > max(_order(table.name) for table, _headed in chosen):
        rest = _("The others hold the same matters at other times and are left out: {others}. The latest is {later}, which --sheet {typed} reads.")
        rest = rest.format(others=listed(others), later=later, typed=as_word(later))
        return sentences([said.format(sheets=_names(chosen)), rest])
    if why:
        rest = _("The others hold the same matters at other times and are left out: {others}. To read one, name it with --sheet.")
    else:
        rest = _("Left out: {others}. To read one, name it with --sheet.")
    return sentences([said.format(sheets=_names(chosen)), rest.format(others=listed(others))])


def _one_of(table: Table, rated: Sequence[Rated]) -> str:
    return _left([(table, Headed(complete=False, known=0))], [one.name for one, _headed in rated if one is not table], "")


def _hidden(book: Book) -> list[str]:
    """What is said of hidden sheets."""
    if not book.hidden:
        return []
    return [_("Hidden sheets are not read: {names}. To read one, name it with --sheet.").format(names=listed(book.hidden))]
