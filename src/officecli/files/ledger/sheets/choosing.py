"""Chooses, of the tables of a file, those that are the ledger, and says what is left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from officecli.files.ledger.sheets.around import YEAR
from officecli.files.ledger.sheets.below import LOOKED_AT
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import Headed, Rate, SheetRow
from officecli.files.ledger.sheets.table import Book, Table
from officecli.i18n import _, listed, sentences
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME

_ASIDE = pattern(
    r"更改履历|修订[记履][录历]|变更[记履][录历]|归档|历史|作废|备份|模板|样表|样例|示例|填表说明|旧版|已办结|archiv|template|sample|example|backup"
    r"|obsolete|\bold\b|\bcopy\b|do not use",
    re.IGNORECASE,
)
_ENDED = pattern(r"已办结(?:的)?(?:事项|台账|件|清单)?")
_STILL_OPEN = pattern(r"未(?:办结|完成)|在办|办理中|进行中|推进中|未结")
"""Beside a sheet called so one of what has ended is the other half of the ledger, and no archive."""
_SAME = 1 / 3
"""Sheets that share so much of their matters are one ledger at several times."""
_NEARLY = 0.7
"""Sheets of which so many columns mean the same are one ledger: 开工时间 on one, 计划开工时间 on the next."""
_BESIDE = frozenset({"sequence", "remarks"})
"""Columns that make a sheet no other ledger, be they there or not."""
_MAIN = frozenset({"title", "lead", "unit"})
_TIME = pattern(
    r"(?:20\d\d\s*[年./-]?\s*)?(?:(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月(?:份|度)?|第?[一二三四1-4]季度|[上下]半年|第?\d{1,2}周)"
    rf"|\b(?:{MONTH_NAME})\b\.?(?:\s*'?\d{{2,4}})?|\b(?:q|h|week ?|wk ?)\d{{1,2}}\b",
    re.IGNORECASE,
)
"""Of which month or other time a sheet is, as its name says."""

_Rated = tuple[Table, Headed]


@dataclass(frozen=True, slots=True)
class Choice:
    """The tables to read, each with its headings, and what is said of the others."""

    tables: list[_Rated]
    left_out: list[str]
    notes: list[str]


def choose(book: Book, rate: Rate, *, asked: bool) -> Choice:
    """The ledger of a book with tables; `asked` where its one sheet was named."""
    rated = [(table, rate(table.rows[:LOOKED_AT])) for table in book.tables if table.rows]
    if not rated:
        return Choice([], _hidden(book), [])
    ledgers = [pair for pair in rated if pair[1].complete]
    ledgers = [pair for pair in ledgers if pair[1].dated] or ledgers  # a list of risks and their owners is none beside one with deadlines
    if asked or len(rated) == 1:
        return Choice(rated[:1], _hidden(book), [])
    if not ledgers:
        best = max(rated, key=lambda pair: (pair[1][:2], pair[0].active))
        return Choice([best], [*_hidden(book), _one_of(best[0], rated)], [])
    chosen, why = (_of_document(ledgers), "") if book.is_document else _group(ledgers)
    others = [table.name for table, _headed in rated if table not in [one for one, _of in chosen]]
    notes, left_out = [], _hidden(book)
    if others:
        left_out.insert(0, _left(chosen, others, why))
    if len(_alike(chosen, chosen[0])) < len(chosen):
        notes.append(_("Read together, each by its own headings: {sheets}.").format(sheets=_names(chosen)))
    elif len(chosen) > 1:
        notes.append(_("Read together, as they have the same headings and different matters: {sheets}.").format(sheets=_names(chosen)))
    return Choice(chosen, left_out, notes)


def _group(ledgers: Sequence[_Rated]) -> tuple[list[_Rated], str]:
    """The ledger's sheets in their order, and in a word why the others of the same headings are not."""
    by_state = any(_STILL_OPEN.search(table.name) for table, _headed in ledgers)
    current = [
        (table, headed) for table, headed in ledgers if not _ASIDE.search(table.name) or (by_state and headed.told and _ENDED.fullmatch(table.name))
    ]
    current = current or list(ledgers)
    lead = next((pair for pair in ledgers if pair[0].active), None) or current[0]
    if lead not in current:
        return [lead], ""
    alike = _nearly_alike(current, lead)
    years = {pair[0].name: _year(pair[0].name) for pair in alike}
    if len({*years.values()} - {""}) > 1:
        newest = years[lead[0].name] if lead[0].active else max(years.values())
        alike = [pair for pair in alike if years[pair[0].name] == newest]
        lead = lead if lead in alike else alike[0]
    if len(alike) > 1 and _repeat(alike):
        return [lead if lead[0].active else max(alike, key=lambda pair: _order(pair[0].name))], "snapshots"
    return alike, ""


def _of_document(ledgers: Sequence[_Rated]) -> list[_Rated]:
    """The tables of a document: those with the headings of the first, and those with others that name a deadline as well: 本周工作, 下周工作."""
    if not ledgers[0][1].dated:
        return _alike(ledgers, ledgers[0])
    return list(ledgers)


def _alike(ledgers: Sequence[_Rated], lead: _Rated) -> list[_Rated]:
    """Those with the same headings."""
    return [pair for pair in ledgers if _heads(pair[1]) == _heads(lead[1])]


def _nearly_alike(ledgers: Sequence[_Rated], lead: _Rated) -> list[_Rated]:
    """Those with the same headings, and with a deadline those of which nearly all columns mean the same, or that are named as of another month."""
    return [
        pair
        for pair in ledgers
        if _heads(pair[1]) == _heads(lead[1]) or (pair[1].dated and (_mean_alike(pair, lead) or _of_another_time(pair, lead)))
    ]


def _mean_alike(one: _Rated, other: _Rated) -> bool:
    """Whether nearly all columns mean the same, and one of what and who is asked in the same words: Course and Trainee are not Task and Owner."""
    keys, wanted = {*one[1].keys} - _BESIDE, {*other[1].keys} - _BESIDE
    return len(wanted & keys) >= _NEARLY * max(len(wanted), len(keys)) and not _what_and_who(one[1]).isdisjoint(_what_and_who(other[1]))


def _what_and_who(headed: Headed) -> set[tuple[str, str]]:
    return {(key, text) for key, text in zip(headed.keys, _heads(headed), strict=False) if key in _MAIN}


def _of_another_time(one: _Rated, other: _Rated) -> bool:
    """Whether two sheets with deadlines are named alike but for the time that each is of, however their headings came to differ: 5月, 6月."""
    names = [unicodedata.normalize("NFKC", pair[0].name).casefold().strip() for pair in (one, other)]
    times = [[found[0] for found in _TIME.finditer(name)] for name in names]
    return other[1].dated and all(times) and times[0] != times[1] and _TIME.sub("", names[0]) == _TIME.sub("", names[1])


def _heads(headed: Headed) -> tuple[str, ...]:
    """Headings without width, case, spaces and blank ends, so that equal ones compare equal."""
    texts = ["".join(unicodedata.normalize("NFKC", text).casefold().split()) for text in headed.texts]
    return tuple(text for text in texts if text)


def _year(name: str) -> str:
    found = {*YEAR.findall(name)}
    return found.pop() if len(found) == 1 else ""


def _order(name: str) -> list[int]:
    """The numbers of a sheet's name, by which the latest is told; a name without any comes first."""
    return [int(number) for number in re.findall(r"\d{1,9}", name)]


def _repeat(ledgers: Sequence[_Rated]) -> bool:
    """Whether two of the sheets hold the same matters."""
    matters = [_matters(table.rows[headed.first :], headed.matter) for table, headed in ledgers]
    pairs = ((one, other) for at, one in enumerate(matters) for other in matters[at + 1 :])
    return any(one and other and len(one & other) > _SAME * min(len(one), len(other)) for one, other in pairs)


def _matters(rows: Sequence[SheetRow], place: int | None) -> set[str]:
    """The matters of a sheet, without their spaces."""
    if place is None:
        return set()
    return {"".join(text.split()) for row in rows if place < len(row.cells) and (text := cell_text(row.cells[place]))}


def _names(tables: Sequence[_Rated]) -> str:
    return listed(table.name for table, _headed in tables)


def _left(chosen: Sequence[_Rated], others: Sequence[str], why: str) -> str:
    """What is read of several tables and what is not."""
    said = _("Read: {sheets}.")
    if why:
        rest = _("The others hold the same matters at other times and are left out: {others}. To read one, name it with --sheet.")
    else:
        rest = _("Left out: {others}. To read one, name it with --sheet.")
    return sentences([said.format(sheets=_names(chosen)), rest.format(others=listed(others))])


def _one_of(table: Table, rated: Sequence[_Rated]) -> str:
    return _left([(table, Headed(complete=False, known=0))], [one.name for one, _headed in rated if one is not table], "")


def _hidden(book: Book) -> list[str]:
    """What is said of hidden sheets."""
    if not book.hidden:
        return []
    return [_("Hidden sheets are not read: {names}. To read one, name it with --sheet.").format(names=listed(book.hidden))]
