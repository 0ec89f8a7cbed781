"""A deadline counted from a day that stands under another heading of its row: 30 days after period end, beside Period End; 2 weeks, under Extension."""

from __future__ import annotations

import re
from datetime import date

from officecli.files.ledger.columns.by_heading.meaning import is_later
from officecli.files.ledger.rows.days.dates import ELSEWHERE, DateCells
from officecli.files.ledger.rows.days.move import BY, TO
from officecli.files.ledger.rows.days.moves import is_not_granted, moves_in
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import cell_text
from officecli.i18n import _
from officecli.patterns import has_han, pattern
from officecli.typed.dates import Reading
from officecli.typed.dates.refusals import no_day
from officecli.typed.dates.spans import no_year

_COUNTED = pattern(
    r"(?P<how>.*\b(?:days?|weeks?|months?|years?) (?:after|from|of|following|since|before|prior to) )(?:the )?(?P<what>[a-z][\w '/-]*?)\.?",
    re.IGNORECASE,
)
_COUNTED_HAN = pattern(
    r"(?P<what>[\u3400-\u9fff]{2,8}?)(?:之日|当日|当天|届满)?(?:起|后|之后|以后)(?:算起?|计算)?[，,]?(?P<how>\d+个?(?:工作日|自然日|日|天|周|月)(?:之?[内后])?)"
)
_DAY_OF = pattern(r"^(?:date|day)(?: of)? | (?:date|day|on)$|的?(?:日期|时间|日)$", re.IGNORECASE)

_STEM = 3
"""Letters that two forms of a word share at least."""
_ENDING = pattern(r"(?:e|es|ed|s|d|ing|y|ies|ation|ion|al|ment|ery|ance)?")
"""What such a form adds to them."""
_PAPER = pattern(
    r"(?:contract|lease|permit|licen[cs]e|policy|agreement|warranty|insurance|coverage|grant|loan|membership|certificate|registration|term)s?"
)
"""What ends, before the word for its end."""
_OTHER_TIME = pattern(r"\b(?:next|following|last|previous|prior|original|first|second|final|each|every|old|new|former|another|other)\b")
_GRANTED_ON = pattern(r"\b(?:granted|approved|given|agreed|allowed|received)\b(?! (?:to|until|till)\b)|(?:批准|同意)(?!延?[至到])", re.IGNORECASE)
"""Beside a day before the first deadline: on it the later one was granted, and nobody says which that is."""


def counted_from(cells: RowCells, key: str, dates: DateCells) -> tuple[str, date, str] | None:
    """The words of a deadline, the day they are counted from, and the heading that they name and it stands under; None where that has no whole day."""
    text = " ".join(cell_text(cells[key]).split())
    counted = _COUNTED.fullmatch(text) or _COUNTED_HAN.fullmatch(text)
    if counted is None:
        return None
    what = _plain(counted["what"])
    others = [(heading, said) for heading, said in cells.filled() if heading != cells.heading(key)]
    named = [one for one in others if _plain(one[0]) == what] or [one for one in others if _is_alike(what, _plain(one[0]))]
    found = [
        (heading, reading) for heading, said in named if (reading := dates.day_in(ELSEWHERE, said)) and not (reading.relative or no_year(reading))
    ]
    if len(found) != 1 and not (found and _plain(found[0][0]) == what):
        return None
    heading, reading = found[0]
    return counted["how"] + ("" if has_han(what) else reading.day.isoformat()), reading.day, heading


def _is_alike(what: str, heading: str) -> bool:
    """Whether a heading ends, or begins, with what a deadline is counted from, or that with it behind the paper that it is of, each word in
    whatever form: expiration, of Expires and of Lease expiry; contract end, of Ends. Of another time, as of the next meeting, it is not.
    """
    counted, headed = what.split(), heading.split()
    short, long = sorted((counted, headed), key=len)
    if not short or (long is counted and not all(map(_PAPER.fullmatch, long[: -len(short)]))):
        return False
    parts = [long[-len(short) :]] + ([long[: len(short)]] if long is headed else [])
    return any(all(map(_is_form_of, short, part)) for part in parts) and not (_OTHER_TIME.search(what) or _OTHER_TIME.search(heading))


def _is_form_of(one: str, other: str) -> bool:
    """Whether two English words are made of one: expires and expiration, delivery and delivered."""
    begin = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or (begin >= _STEM and all(_ENDING.fullmatch(word[begin:]) for word in (one, other)))


def extended_by(cells: RowCells, key: str, dates: DateCells, first: Reading | None) -> Reading | None:
    """The deadline so long after the first one, where under the heading of the later one no more
    than that is said; BadInput where it says that none was granted, whatever day it names, or only on which day.
    """
    if first is None or key != "due" or not is_later(cells.heading(key)):
        return None
    text = cell_text(cells[key])
    if is_not_granted(text):
        raise no_day("unsettled", text)
    moves = moves_in(text, under=True)
    if len(moves) == 1 and _GRANTED_ON.search(text) and (told := dates.day_in(key, moves[0].words)) and moves[0].kind == TO and told.day < first.day:
        raise no_day("unsettled", text)
    if len(moves) != 1 or moves[0].kind != BY:
        return None
    cells.inferred[key] = _("by the day under “{heading}”").format(heading=cells.heading("original_due"))
    return dates.day_in(key, moves[0].words, first.day)


def tells_of_an_extension(cells: RowCells, key: str) -> bool:
    """Whether what stands under the heading of the later deadline, and is no day, tells how that was given, asked for or refused."""
    text = cell_text(cells[key])
    return key == "due" and is_later(cells.heading(key)) and bool(moves_in(text, under=True) or is_not_granted(text))


def _plain(words: str) -> str:
    """What a day is of, in small letters: `period end` of Period End, Date of period end and Period end date."""
    return _DAY_OF.sub("", re.sub(r"[\s_]+", " ", words.strip().casefold()))
