"""A deadline that a note moves: Ext granted to 31 JUL 26, 30-day extension, 经同意延期至7月20日, 7/31 under 延期情况."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from officecli.files.ledger.columns.by_heading.meaning import is_later
from officecli.files.ledger.columns.by_heading.of_extensions import is_of_extensions, is_of_nth_revision
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.days.day_cells import note_inferred
from officecli.files.ledger.rows.days.move import BY, NOWHERE, SOONER, Move
from officecli.files.ledger.rows.days.moves import moves_in
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.signs import KEPT
from officecli.files.ledger.rows.states.state import ENDS
from officecli.files.ledger.words.plain import DAY
from officecli.i18n import _, listed, sentences
from officecli.patterns import has_han, pattern
from officecli.typed.dates import Reading
from officecli.typed.text import shown

_TOLD_UNDER = ("status", "progress", "next_step", "problem")
_TOLD_HAN = pattern(r"备注|说明|延期|展期|进展|情况|原因|审批|意见|调整")
"""A heading no column takes, under which a Chinese ledger tells that a deadline was moved."""
_OF_A_CALENDAR = pattern(r"(?:the )?end of .*|(?:month|quarter|year)[ -]end|eo[mqy]|本?[年季月]度?[底末](?:之?前)?")
"""A day that is counted from no other, but lies in the time of which one speaks: of a deadline, in its month."""


_OF_TIME = pattern(r"[年月日周季天旬期节底后前初末春夏秋冬会]|[a-z]")


class _Told(NamedTuple):
    """What one note says: the `day` to which it moves the deadline last, and what of it is no day, under its heading."""

    heading: str
    text: str
    day: Reading | None
    sooner: bool
    unread: tuple[Move, ...]


def moved_deadline(cells: RowCells, dates: DateCells, days: Mapping[str, Any], *, over: bool) -> dict[str, Any]:
    """`due` and `original_due` where notes of a row move the deadline to a later day, the last of these days, or bring it forward; {} where none does.

    That it is to be later, and nobody knows or the calendar has no such day, is reported of a row that is not `over`.
    """
    under = _TOLD_UNDER if over else (*_TOLD_UNDER, "result")  # of what is over it tells of something else: Lease extended to 2031
    told_of = "due" in cells.set_aside or cells.anywhere(_may_move, *under, *ENDS, "submitted", "remarks", KEPT, "due")
    if not days["due"] or not (told_of or _has_extensions(cells)):
        return {}
    told = [found for heading, text in _texts(cells, under) if (found := _told(cells, (heading, text), dates, days))]
    later = [one.day for one in told if one.day and not one.sooner]
    reading = max(later, key=lambda one: one.day) if later else next((one.day for one in told if one.day), None)
    if not over:
        _report(cells, dates, days["issued"], told if reading is None else [one for one in told if not one.day and _is_of_later(cells, one.heading)])
    if reading is None:
        return {}
    note_inferred(cells, "due", reading, _("moved by a note from {day}").format(day=days["due"]))
    return {"due": reading.day, "original_due": days["original_due"] or days["due"], "unsaid": days["unsaid"] - {"due"}}


def _has_extensions(cells: RowCells) -> bool:
    """Whether a heading that no column takes is one of extensions, under which a day needs no words."""
    return any(_is_of_later(cells, heading) for _place, heading in cells.headings_kept())


def _is_of_later(cells: RowCells, heading: str) -> bool:
    """Whether a heading that no column takes is one of extensions, or of another deadline that was set anew behind the one in force: 2nd revised due."""
    return is_of_extensions(heading) or is_later(heading) or ("original_due" in cells and is_of_nth_revision(heading))


def _texts(cells: RowCells, under: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What a row tells in these columns and in those of no key beside its columns of days, each text with its heading."""
    yield from cells.notes(under)
    yield from ((heading, text) for heading, text in cells.kept() if not has_han(text) or _TOLD_HAN.search(heading) or _is_of_later(cells, heading))
    yield from (("", text) for text in cells.own_remarks)  # where the day of the end should stand: extension to 7/20
    if "due" in cells.set_aside:
        yield cells.heading("due"), cells.line("due")


def _may_move(text: str) -> bool:
    """Whether a text has words that move a deadline."""
    return bool(moves_in(text))


def _told(cells: RowCells, note: tuple[str, str], dates: DateCells, days: Mapping[str, Any]) -> _Told | None:
    """What one note says, under its heading: each of its moves is counted from the one before. Under that of the later deadline a day needs no words."""
    (heading, text), title = note, cells.line("title")
    of_later = "due" in cells.set_aside and heading == cells.heading("due") and is_later(heading)
    anew = is_of_extensions(heading) or (_is_of_later(cells, heading) and (not is_later(heading) or DAY.fullmatch(text.casefold()) is not None))
    moves = moves_in(text, under=of_later or anew)
    if not moves:
        return None
    in_force, reading, sooner, unread = days["due"], None, False, []
    for move in moves:
        if move.held and move.held not in title:
            continue
        found = _day_of(move, dates, days, in_force)
        if found and ((days["issued"] or date.min) <= found.day < in_force if move.kind == SOONER else _is_later(found, in_force)):
            in_force, reading, sooner = found.day, found, found.day < days["due"]
        elif found is None or (days["issued"] and found.day < days["issued"]):
            unread.append(move)
    return _Told(heading, text, reading, sooner, tuple(unread))


def _is_later(reading: Reading, due: date) -> bool:
    """Whether a day is after the deadline in force; a month in which that is (Rescheduled to September, and due 11 September) is no other one."""
    return reading.day > due and not (reading.whole and reading.starts and reading.starts <= due)


def _day_of(move: Move, dates: DateCells, days: Mapping[str, Any], in_force: date) -> Reading | None:
    """The day to which one move takes the deadline that is in force; None where nobody can tell."""
    if move.kind == NOWHERE:
        return None
    if move.kind == BY:
        counted = "original_due" not in days["unsaid"] and days["original_due"] and days["original_due"] < days["due"]
        return Reading(in_force) if counted else dates.day_in("due", move.words, in_force)  # the deadline beside the first is the later one already
    reading = dates.day_in("due", move.words, days["issued"])
    if reading and reading.relative:
        return dates.day_in("due", move.words, in_force) if _OF_A_CALENDAR.fullmatch(move.words) else None
    return reading


def _report(cells: RowCells, dates: DateCells, issued: date | None, told: Iterable[_Told]) -> None:
    """Report that the deadline was moved to no day, to one that the calendar has not, or
    before the matter was handed out; say of what else was not understood.
    """
    unread = ""
    for note, move in ((one, move) for one in told for move in one.unread):
        heading = note.heading or cells.heading("due")
        if move.kind == NOWHERE:
            what = _("“{words}” names no new deadline.").format(words=shown(note.text, 30))
            cells.problem("due", note.text, what, _("Give the day once it is known, or the next review date."), heading=heading)
        elif none := dates.impossible_in("due", move.words, issued):
            cells.problem("due", note.text, sentences([none.what, none.why]), none.fix, heading=heading)
        elif (reading := dates.day_in("due", move.words, issued)) and not reading.relative and issued and reading.day < issued:
            what = _("{day} is before the issue day {issued}.").format(day=reading.day, issued=issued)
            cells.problem("due", note.text, what, _("Correct one of the two dates."), heading=heading)
        else:
            unread = unread or (note.text if _OF_TIME.search(move.words) else "")
            continue
        return
    if unread:
        said = _("left as it is: “{words}” may move it").format(words=shown(unread, 30))
        cells.inferred["due"] = listed(filter(None, [cells.inferred.get("due", ""), said]))
