"""How far a row says its matter is where no column of states does: where the day of its end or the deadline stands."""

from __future__ import annotations

import re
from datetime import date

from officecli.files.ledger.columns.by_heading.han_morphemes import deed_due
from officecli.files.ledger.columns.by_heading.meaning import is_later, meanings
from officecli.files.ledger.rows.days.dates import DateCells, is_whole_day
from officecli.files.ledger.rows.days.moves import is_not_granted, moves_in
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.states.state import ENDS, State, contradiction, leave_open, tell
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.english.stated_freely import is_begun, stated_in_english
from officecli.files.ledger.words.han.halted import halted
from officecli.files.ledger.words.han.of_a_part import is_of_part_alone
from officecli.files.ledger.words.han.stated_freely import stated_freely
from officecli.files.ledger.words.marks import is_tick
from officecli.files.ledger.words.plain import DAY, DAY_WORD, one_width, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import read_state
from officecli.files.ledger.words.told_besides import tells_besides
from officecli.i18n import _
from officecli.patterns import compiled, pattern
from officecli.typed.dates.around import DAYISH

_LONGEST_DEADLINE = 80
_REMARK = pattern(r"(?P<day>.*\d.*?)(?:\s*[(\[](?P<said>[^()\[\]]+)[)\]]|\s*(?:[,;]|\s[-–—])\s*(?P<said2>[^\d,;()]{3,}(?:\d[\d/. -]*)?))\s*")
"""A deadline and, beside it, how far the matter is: 6/30 (done)."""
_ACTUAL = pattern(r"(?P<day>[\w ./-]{5,20}\d) A")
"""The finish of a network schedule with its letter for what came about: 19-Jun-26 A."""
_MAY_BE_PLANNED = pattern(rf"\s*[于在]?(?:{DAY_WORD})(?!.*[已了均√])[^\d]*[\u3400-\u9fff]\s*")
"""Where the deadline stands: 7月24日完成 is as well by when it is to be done."""
_NOT_YET = pattern(r"tb[acdn]|t\.b\.[acd]\.?|to be (?:determined|confirmed|advised)|not yet|pending|待定|未定|待确定", re.IGNORECASE)
"""Where the day of the end stands: that there is none yet."""
_SO_MANY = pattern(r"\b\d{1,3} (?:out )?of (?:the )?\d{1,3} [a-z]{3,}")
"""How many of how many: no day."""
_ON_THE_WAY = pattern(
    r"\b(?:partial(?:ly)?|partly|drafts?(?: (?:done|sent|out|to))?|est(?:imated)?|eta|expected|due|tentative(?:ly)?|pending|awaiting|to be|will"
    r"|planned|interim|phase|half|rest|remaining|except|in progress|started|begun|underway)\b"
)
"""Beside a day: that it is none of the end of the whole."""
_BEGAN = pattern(r"(?:已|正式)?(?:开工|动工|进场|启动|开始|着手)(?:建设|施工|实施|整改)?")
_RESOLUTION = pattern(r"resolution|close(?:d|out)? (?:reason|code)|reason (?:for closing|closed)", re.IGNORECASE)
_NOT_DONE = pattern(
    r"(?:won'?t|will not) (?:fix|do|implement|be done)|(?:closed as )?duplicate(?: of .{1,20})?|cancell?ed|withdrawn|abandoned|obsolete|invalid"
    r"|not (?:pursued|needed|required|a bug|reproducible)|no longer needed|cannot reproduce|can'?t reproduce"
)
_BARE_NO = pattern(r"否|未|没有?|[×xX✗✘]|n|no|false", re.IGNORECASE)
_LATE_IN = pattern(r"late (?:in )?[a-z]{3}", re.IGNORECASE)
_OF_DAYS = pattern(r"\b(?i:date|day|on|when|at)\b|[时日期间]$|时间|日期")
"""A heading under which nothing but a day can stand."""


def end_by_section(cells: RowCells, dates: DateCells, today: date) -> None:
    """Under a title that says that all below is done, 完成时间 is when it was, where that has been and no other heading is of the end."""
    found = {meant.key: meant for meant in meanings(cells.heading("due"))} if "due" in cells and "closed" not in cells else {}
    if "closed" not in found or "due" not in found or found["due"].plain:
        return
    reading = dates.day_in("due", cells["due"])
    if reading and reading.day <= today:
        cells["closed"], cells["due"] = reading.day, None
        cells.inferred["closed"] = _("by the section it stands in")


def at_its_end(cells: RowCells, state: State, key: str, dates: DateCells) -> None:
    """A word or a tick where the day of the end stands says that it ended, on a day
    not known; beside a day (Done 6/24, 已办结6月24日) it says no more than the day.
    """
    if not cells.anywhere(_says_more, key):
        return
    text = cell_text(cells.get(key))
    if not _says_more(text):
        return
    if _NOT_YET.fullmatch(text.strip()):
        cells[key] = None
        return
    marked = text.casefold() == "x" and cells.heading(key).isascii()  # under a Chinese heading it is typed for ×
    said = Stated("closed") if marked else read_state(text) if isinstance(cells.get(key), (str, bool)) else None
    if said is None or (said.code == "open" and DAY.search(said.beside)):
        _goes_on(cells, key, text)
        return
    if said.code == "open" and _LATE_IN.match(text) and dates.day_in(key, text):
        return  # late June: a day, and nothing that is late
    if tells_besides(text):
        cells.keep(cells.heading(key), text)
    if days := DAY.findall(said.beside):
        if said.code == key and len(days) == 1 and not _ON_THE_WAY.search(said.beside):
            cells[key] = days[0]
            if said.beside != days[0]:
                cells.by_words(key, text)
        elif said.code in ("cancelled", "suspended") and state.code in (None, said.code):
            state.take(said, cells.heading(key), cell_text(cells.get(key)))  # Cancelled 7/30 where the day of the end stands
            cells[key] = None
        return
    if said.code == "closed" and state.code not in (None, *ENDS):
        contradiction(cells, cells[key], key, state, cells.heading(key))
    elif said.code == "open" and state.code == key and is_tick(text):
        contradiction(cells, cells[key], said.code, state, cells.heading(key))
    elif state.code is None and said.code in (*ENDS, "suspended"):
        state.code, state.column = key if said.code == "closed" else said.code, cells.heading(key)
    cells[key] = None


def _goes_on(cells: RowCells, key: str, text: str) -> None:
    """Words under Done? that tell of the work (Ordered; one back, one outstanding) are kept as a remark: it goes on.

    Under a heading of days they are no day, unless they say of one what it is not: Ordered 6/25, 6/25 partial.
    """
    title = cells.line("title")
    if not isinstance(cells.get(key), str):
        return
    if (key == "closed" and _is_of_work(text, title)) or (_may_be_words(cells.heading(key), text) and _is_open(text, title)):
        cells.by_words("status", text)
        cells.keep(cells.heading(key), text)
        cells[key] = None


def _may_be_words(heading: str, text: str) -> bool:
    """Whether what stands under a heading of the end may be no day: the heading is none of days, and nothing in the text looks like one."""
    return not _OF_DAYS.search(heading) and not compiled(DAYISH).search(_SO_MANY.sub("", text.casefold()))


def _is_open(text: str, title: str) -> bool:
    said = stated_in_english(text, title) or stated_freely(text)
    return said is not None and said.code == "open"


def _is_of_work(text: str, title: str) -> bool:
    """Whether the words beside a day say that something began on it, is to come or was of a part:
    Ordered 6/25, est. 7/9, 6/25 partial, 6月25日（主体）; not the deed of the matter itself.
    """
    plain = plain_text(text)
    words = DAY.sub("", plain).strip(" ,;:-()/")
    if words and words != plain and not words.isascii():
        return is_of_part_alone(words) or _BEGAN.fullmatch(words) is not None
    if words == plain or not words.isascii() or ((stated := stated_in_english(words, title)) and stated.code == "closed"):
        return False
    return is_begun(words) or _ON_THE_WAY.search(words) is not None


def at_its_deadline(cells: RowCells, state: State, dates: DateCells) -> None:
    """A word of its end where the deadline should stand (Done, 已完成 6.24) says how far it is; that it was due some day nobody knows then."""
    if not cells.anywhere(_says_more, "due") or not isinstance(cell := cells.get("due"), str) or not _says_more(cell):
        return
    if is_later(cells.heading("due")) and (is_not_granted(cell) or moves_in(cell, under=True)):
        return  # not the matter was granted or denied
    if (actual := _ACTUAL.fullmatch(cell)) and state.code in (None, "closed") and "closed" not in cells:
        cells["due"] = actual["day"]
        if state.code is None:
            tell(cells, state, Stated("closed", plain_text(actual["day"]), firm=False), cells.heading("due"), cell)
        state.beside = state.beside or plain_text(actual["day"])
        return
    remark = _REMARK.fullmatch(one_width(cell)) if len(cell) <= _LONGEST_DEADLINE else None
    said = read_state(remark["said"] or remark["said2"]) if remark else None
    if said and _is_still_to_come(said, dates):
        return  # start 7/1, complete 10/30
    if remark and said and said.code != "open":
        if state.code is not None and not state.agrees(said.code):
            contradiction(cells, cell, said.code, state, cells.heading("due"))
        cells["due"] = remark["day"]
    else:
        said = None if is_tick(cell) else read_state(cell)
        if said is None or said.code not in ENDS or not (state.code is None or state.agrees(said.code)):
            return
        if _MAY_BE_PLANNED.fullmatch(one_width(cell)):
            if state.code is None and (day := dates.day_in("due", cell)) and day.day <= dates.today:
                leave_open(cells, cell)
            return
        cells["due"] = None
    if state.code is None:
        tell(cells, state, said, cells.heading("due"), cell_text(cell))


def _is_still_to_come(said: Stated, dates: DateCells) -> bool:
    """Whether the day of an end is one after today: by then it is to be done."""
    day = DAY.search(said.beside)
    reading = dates.day_in("due", day[0].strip()) if day else None
    return reading is not None and reading.day > dates.today


def given_up(cells: RowCells, state: State) -> None:
    """What is closed in the columns of states was given up where its Resolution says so, as tools for tickets have it: Won't Fix, Duplicate."""
    if state.code != "closed" or state.told or not cells.anywhere(_not_done, "result"):
        return
    text = next((text for heading, text in cells.notes(("result",), remarks=False) if _RESOLUTION.fullmatch(heading.strip()) and _not_done(text)), "")
    if text:
        state.code = "cancelled"
        cells.by_words("status", text)


def given_up_beside_no(cells: RowCells, state: State) -> None:
    """What is not done, as no more than a no or a cross says, rests or was given up where a note tells so: 否 under 是否入藏, 放弃征集."""
    if state.code != "open" or state.told or not _BARE_NO.fullmatch(state.said_in.strip()):
        return
    for heading, text in cells.notes(("progress", "result")):
        if said := halted(text, cells.line("title")):
            tell(cells, state, said, heading, text)
            return


def _not_done(text: str) -> bool:
    """Whether a word says that a ticket was closed and nothing done."""
    return _NOT_DONE.fullmatch(plain_text(text)) is not None


def of_its_deed(cells: RowCells, state: State) -> None:
    """The answer to whether that was done of which the deadline is one: 是否反馈, beside 要求反馈时间."""
    deed = deed_due(cells.heading("due"))
    if state.code is not None or len(deed) < 2:
        return
    for heading, text in cells.kept():
        if re.fullmatch(f"是否(?:已|已经)?{re.escape(deed)}", heading) and (
            answer := re.fullmatch(rf"(是|√|✓|(?:已经?){re.escape(deed)})|否|×|未{re.escape(deed)}", text.strip())
        ):
            tell(cells, state, Stated("closed" if answer[1] else "open", firm=False), heading, text)


def _says_more(text: str) -> bool:
    """Whether a cell of days says more than a day."""
    return text != "" and not is_whole_day(text)
