"""How far a row says its matter is: by its state, by ticks, by the days of its end, and by what its notes tell; whatever contradicts itself is reported."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from officecli.files.ledger.columns.by_heading.meaning import first_key, says_start
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.days.day_cells import note_inferred, note_yearless
from officecli.files.ledger.rows.days.still_to_come import in_force_from, taken_for_last_years, time_to_come
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.states.elsewhere_told import put_back, take_references
from officecli.files.ledger.rows.states.ended_at_a_time import at_a_time, marked_at_a_time, of_its_time_alone
from officecli.files.ledger.rows.states.interim import not_yet_all, of_its_answer
from officecli.files.ledger.rows.states.sent_back import sent_back
from officecli.files.ledger.rows.states.shares import may_be_part
from officecli.files.ledger.rows.states.state import ENDS, PAST, State, leave_open
from officecli.files.ledger.rows.states.state_columns import of_columns
from officecli.files.ledger.rows.states.state_elsewhere import at_its_deadline, at_its_end, given_up, given_up_beside_no, of_its_deed
from officecli.files.ledger.rows.states.state_in_notes import in_its_notes
from officecli.files.ledger.rows.states.state_in_title import in_its_title
from officecli.files.ledger.sheets.cells import cell_text, read_percent
from officecli.files.ledger.words.english.passed_on import ONES_OWN, WHO_LOOKS_IT_OVER
from officecli.files.ledger.words.plain import DAY, DAY_WORD
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import is_returned, read_state
from officecli.i18n import _
from officecli.model.words import word
from officecli.patterns import has_han, pattern
from officecli.typed.dates import Reading
from officecli.typed.text import is_nothing, shown

_FOR_GOOD = pattern(r"销|结(?!束)|闭|关|归档|clos|sign", re.IGNORECASE)
"""Of a day's heading: on it others said that the matter is over."""

_GONE = pattern(
    (
        r"\W*(?:submitted|filed|sent|transmitted|uploaded|turned in)\b(?!.*\b(?:review|draft|approval|internal|comments?|signature|revisions?"
        r"|revise\w*|re ?submi\w+|re-submi\w+|corrections?|incomplete|returned|rejected|clarification|missing|partial\w*"
        rf"|to (?:the |our |my )?(?:{WHO_LOOKS_IT_OVER}|{ONES_OWN}))\b)"
    ),
    re.IGNORECASE,
)
"""A state of what was handed to others for good."""

_ASKED_BY_OTHERS = pattern(
    (
        r"\b(?:sponsor|funder|grantor|donor|foundation|filing|submission|proposal)(?:'s)? (?:due|deadline)"
        r"|\b(?:due|deadline) (?:to|at|with) (?:the )?(?:sponsor|funder|grantor|donor|foundation)\b"
    ),
    re.IGNORECASE,
)
"""A deadline by which a paper has to be with others, for good."""

_TO_SOME_TIME = pattern(r"(?:to|until|till) (?P<time>.+?)(?:\s*[,;(–-]|\s(?:owing|due|because|as|since|pending|per|by|for|at|until|with)\b|$)")
"""Behind `deferred`: to when, without why."""
_CHECKED_ON = pattern(
    (
        r".{0,4}(?:复[检查验核]|验收|核查|验证|核验)(?:时间|日期|日)|(?:date )?(?:re-?inspect(?:ion|ed)?|re-?check(?:ed)?|re-?test(?:ed)?|verif(?:ied|ication)"
        r"|follow-?up inspection)(?: date| on)?"
    ),
    re.IGNORECASE,
)
_COMPLETE = pattern(r"\b(?:complete[d]?|completion|done|finished)\b", re.IGNORECASE)
_CLOSING = pattern(r"(?:project |contract )?close[- ]?out(?: phase| stage)?|closing(?: phase| stage)?", re.IGNORECASE)
"""The last phase of a project: beside 100 % nothing is left of it."""
_DEED_ON = pattern(rf"(?:已[^，,。；;]{{1,12}}[（(]|[已完结][^。；;]{{0,8}}[，,]\s*|已?于)(?:{DAY_WORD})|(?:{DAY_WORD})(?:已|完成|办结)")
"""A day that says when something was done: 已发放（7月2日）, 7月4日已报."""
_LATER_NEWS = pattern(
    r"现[已在场]|目前|截至|随后|之后|[前后再又拟将需待未]|预计|计划|[至到]\s*\d|\d日?\s*起|第[一二三\d]|通知|启动|开始|立项|受理|收[到悉]|下达|交办|安排"
    r"|进场|请示|报批|签[约订署合]|成立|方案|挂网|公示|招标|摸底|讨论|开会|会[上议]|申请|部署"
)
"""What came before or after the day (已于6月10日进场，已完工), or is still to come."""
_ALL = 100
_STILL_DOING = pattern(
    r"(?:正在|尚?未|仍?在)[\u3400-\u9fff]{1,4}|[\u3400-\u9fff]{1,3}中|(?:still )?(?:in progress|ongoing|under ?way|pending|open|incomplete)"
    r"|not (?:yet )?(?:done|started|complete[d]?|closed|finished)",
    re.IGNORECASE,
)
"""That it is not done yet, and no more."""
_CAME_AGAIN = pattern(r"(?<!not )\b(?:re-?opened|ineffective|not (?:effective|accepted|verified))\b", re.IGNORECASE)
"""What was handed in is to be done again."""
_NOT_OF_IT = pattern(r"n ?[/.\\] ?a\.?|不?适用", re.IGNORECASE)
"""Where the state stands: that there is none, or that the matter has fallen away."""


def read_states(cells: RowCells, words: Mapping[str, str], section: Stated | None, dates: DateCells) -> State:
    """The state as the columns of states, the notes and the section say it; what contradicts itself, or is not known, is reported.

    `words` are what somebody said a word of the state's column means; `section` is what the title above the rows says.
    """
    taken = take_references(cells)
    state = of_columns(cells, words, dates)
    _put_off(cells, state, dates)
    not_yet_all(cells, state)
    of_its_answer(cells, state)
    for key in ENDS:
        at_its_end(cells, state, key, dates)
    at_its_deadline(cells, state, dates)
    of_its_deed(cells, state)
    in_its_notes(cells, state, dates)
    given_up(cells, state)
    given_up_beside_no(cells, state)
    at_a_time(cells, state, dates)
    marked_at_a_time(cells, words, state, dates)
    in_its_title(cells, state, dates)
    sent_back(cells, state)
    _at_all_of_it(cells, state, dates)
    put_back(cells, taken, state, partial(of_columns, cells, words, dates))
    if (
        state.code is None
        and not section
        and (said := next((text for _place, cell in cells.states() if _NOT_OF_IT.fullmatch(text := cell_text(cell))), ""))
    ):
        leave_open(cells, said)
    if state.code is None and section and not any(cell_text(cells.get(key)) for key in ENDS):
        state.code, state.told = section.code, True
        cells.inferred["status"] = _("by the section it stands in")
    elif section and section.code == "closed" and state.code in ("open", "issued", "in-hand"):
        cells.problem("status", cells.get("status"), _("It stands among what is closed, and is open."), _("Correct its state, or move the row."))
    return state


def _put_off(cells: RowCells, state: State, dates: DateCells) -> None:
    """What was deferred to the time of the new deadline beside the first goes on until then."""
    time = _TO_SOME_TIME.match(state.beside)
    if state.code != "suspended" or is_nothing(cell_text(cells.get("original_due"))) or not time:
        return
    due, until = dates.day_in("due", cells.get("due")), dates.day_in("due", time["time"])
    if due and until and (due.day.year, due.day.month) == (until.day.year, until.day.month):
        state.code = "open"
        cells.inferred["status"] = _("put off to the day under “{heading}”").format(heading=cells.heading("due"))


def _at_all_of_it(cells: RowCells, state: State, dates: DateCells) -> None:
    """A row at 100 % is done where neither a state nor the day of an end stands anywhere
    in the ledger's rows, and none tells more of it, or its heading says complete.
    """
    closing = state.code == "open" and _CLOSING.fullmatch(cells.line("status").strip()) is not None
    if (state.code is not None and not closing) or "closed" in cells or read_percent(cells.get("percent")) != _ALL:
        return
    heading = cells.heading("percent")
    tells_more = any(not is_nothing(text) for key in ("progress", "next_step") for _heading, text in cells.notes((key,), remarks=False))
    if of_its_time_alone(heading, cells, dates):
        leave_open(cells, f"{_ALL} %")
    elif _COMPLETE.search(heading) or (cells.tells_state_in_progress and not tells_more):
        state.code, state.column = "closed", heading
        cells.inferred["status"] = _("by 100 % under “{heading}”").format(heading=heading)


def settle(cells: RowCells, state: State, days: Mapping[str, Any], dates: DateCells, issued: date | None) -> dict[str, Any]:
    """`status`, and the day of the end where only a note says it; that what is open
    has a day of its end is reported. The state may be that of other rows as well.
    """
    state = _in_force(cells, _gone(cells, state, days))
    found: dict[str, Any] = {"status": state.code}
    ended = next((key for key in ENDS if days.get(key)), None)
    if days.get("submitted") and not ended and state.code in ("open", "issued", "in-hand"):
        how = _("handed in under “{heading}”")
        if state.returned or _CAME_AGAIN.search(state.said_in):
            found["status"], how = "in-hand", _("handed in under “{heading}”, and came back")
        cells.inferred["status"] = how.format(heading=cells.heading("submitted"))
    if ended == "closed" and _handed_in(cells, state):
        cells.inferred["submitted"] = _("its day is that on which it was handed in")
        return {**found, "closed": None, "submitted": days.get("submitted") or days["closed"]}
    if ended == "closed" and state.code is None:
        _goes_on_by_its_result(cells)
    if ended and state.code not in (None, "submitted", *ENDS):
        what = _("It is {state}, and yet has a day on which it was closed.").format(state=word("status", state.code))
        cells.problem(ended, cells[ended], what, _("Correct the state, or clear the day."))
    elif (
        ended is None
        and (state.over or (state.code == "submitted" and not days.get("submitted")))
        and (reading := _day_beside(state.beside, dates, issued))
    ):
        _check_beside(cells, state.beside, reading, dates.today, None if never_begun(cells, state.code, reading.day, issued, dates.today) else issued)
        found[state.code or ""] = reading.day
        said = _("as a day; it may be a part of the whole as well") if may_be_part(cell_text(cells.get("status"))) else ""
        note_yearless(cells, state.code or "", reading)
        cells.inferred[state.code or ""] = said or _("by the words beside the state")
    elif ended is None and state.over and (day := DAY.search(state.beside)) and (none := dates.impossible_in("closed", day[0].strip(), issued)):
        cells.problem("status", state.said_in, " ".join(filter(None, (none.what, none.why))), none.fix)
    elif ended is None and state.over and (month := time_to_come(cell_text(cells.get("status")), dates.today)):
        cells.problem(
            "status", cells["status"], _("{day} is still to come.").format(day=month), _("Write the day it happened, or leave the cell blank.")
        )
    elif (
        ended is None and state.over and (told := _since_when(cells, dates, issued) or _checked_in_time(cells, state, dates, issued, days.get("due")))
    ):
        heading, reading = told
        found[state.code or ""] = reading.day
        note_inferred(cells, state.code or "", reading, _("by the day under “{heading}”").format(heading=heading))
    elif ended is None and state.code == "closed" and (only := _only_day(state.said_in, dates, issued)):
        found["closed"] = only.day
        note_inferred(cells, "closed", only, _("the only day in “{words}”").format(words=shown(state.said_in, 30)))
    return found


def _goes_on_by_its_result(cells: RowCells) -> None:
    """Report a result, or progress, that is no more than a word for what is not done, beside the day of the end: 办理中 under 办理结果."""
    for heading, text in cells.notes(("result", "progress"), remarks=False):
        said = read_state(text)
        if said and said.code not in (*ENDS, "submitted") and _STILL_DOING.fullmatch(text.strip()):
            what = _("“{words}” here, and a day on which it was closed under “{heading}”.").format(
                words=shown(text, 30), heading=cells.heading("closed")
            )
            cells.problem("result" if heading == cells.heading("result") else "progress", text, what, _("Correct the state, or clear the day."))


def _gone(cells: RowCells, state: State, days: Mapping[str, Any]) -> State:
    """The state of what was handed in for good, which is over with that: there is no other day of an end, or others asked for the paper by its deadline."""
    if state.code != "submitted" or not _GONE.match(cells.line("status")):
        return state
    if days.get("closed") and first_key(cells.heading("closed")) == "submitted":
        how = _("handed in under “{heading}”, and nothing here tells of another end").format(heading=cells.heading("closed"))
    elif "closed" not in cells and _ASKED_BY_OTHERS.search(cells.heading("due")):
        how = _("handed in, as “{heading}” asks, and nothing here tells of another end").format(heading=cells.heading("due"))
    else:
        return state
    cells.inferred["status"] = how
    return replace(state, code="closed")


def _in_force(cells: RowCells, state: State) -> State:
    """The state of what is over without the day from which what came of it holds."""
    if state.code != "closed" or not (holds := in_force_from(state.beside)):
        return state
    cells.inferred["status"] = _("“{words}” says from when it holds, and not when it was done").format(words=holds)
    return replace(state, beside=state.beside.replace(holds, ""))


def _check_beside(cells: RowCells, beside: str, reading: Reading, today: date, issued: date | None) -> None:
    """Report a day beside a state that is still to come, or before the issue day."""
    again = None if issued and reading.day >= issued else taken_for_last_years(reading, today)
    if again or reading.day > today:
        what = _("{day} is still to come.").format(day=again or reading.day)
        cells.problem("status", beside, what, _("Write the day it happened, or leave the cell blank."))
    elif issued and reading.day < issued:
        what = _("{day} is before the issue day {issued}.").format(day=reading.day, issued=issued)
        cells.problem("status", beside, what, _("Correct one of the two dates."))


def never_begun(cells: RowCells, code: str | None, ended: date | None, issued: date | None, today: date) -> bool:
    """Whether the issue day is only that on which a plan was to begin, and the matter was halted, ended or given up before it came."""
    if issued is None or code not in PAST:
        return False
    return issued > today or (code == "cancelled" and ended is not None and ended < issued and says_start(cells.heading("issued")))


def _only_day(text: str, dates: DateCells, issued: date | None) -> Reading | None:
    """The one day in Chinese words that say the matter is over, where it is that of what was done, and the end no later news: 已发放（7月2日），完成."""
    days = DAY.findall(text) if has_han(text) else []
    if len(days) != 1 or not _DEED_ON.search(text) or _LATER_NEWS.search(text):
        return None
    reading = dates.day_in("closed", days[0].strip(), issued)
    return reading if reading and reading.day <= dates.today and not (issued and reading.day < issued) else None


def _since_when(cells: RowCells, dates: DateCells, issued: date | None) -> tuple[str, Reading] | None:
    """The heading and the day since which the state is what it is: 6/16 under Status Date."""
    heading, text = cells.stated_on or ("", "")
    reading = dates.day_in("closed", text, issued) if text else None
    return (heading, reading) if reading and reading.day <= dates.today and not (issued and reading.day < issued) else None


def _checked_in_time(cells: RowCells, state: State, dates: DateCells, issued: date | None, due: date | None) -> tuple[str, Reading] | None:
    """The heading and the day on which others found it done, not after the deadline; None for a later one, before which it may have been done in time."""
    for heading, text in cells.kept() if due and state.code == "closed" else ():
        if not _CHECKED_ON.fullmatch(heading):
            continue
        reading = dates.day_in("closed", text, issued)
        if reading and due and reading.day <= min(due, dates.today) and not (issued and reading.day < issued):
            return heading, reading
    return None


def _handed_in(cells: RowCells, state: State) -> bool:
    """Whether the day of the end is only that on which the doer handed it in: it waits for others to say so, or came back from them."""
    if (state.returned and state.code != "cancelled") or (state.code == "submitted" and not _FOR_GOOD.search(cells.heading("closed"))):
        return True
    return state.code in (None, "open", "issued", "in-hand") and any(is_returned(text) for _heading, text in cells.judged() if not text.isascii())


def _day_beside(text: str, dates: DateCells, issued: date | None) -> Reading | None:
    """The day in the words beside a state, where there is one."""
    found = DAY.search(text)
    return dates.day_in("closed", found[0].strip(), issued) if found else None
