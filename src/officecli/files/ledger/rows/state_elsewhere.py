"""How far a row says its matter is where no column of states does: where the day of its end or the deadline stands, and in its notes."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import NamedTuple

from officecli.files.ledger.columns.han_morphemes import deed_of
from officecli.files.ledger.columns.heading_meaning import is_known
from officecli.files.ledger.rows.dates import DateCells, is_whole_day
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.shares import is_part, may_be_part
from officecli.files.ledger.rows.state import ENDS, State, contradiction
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.in_notes import (
    begins_with_end,
    came_of_it,
    did_as_asked,
    ended_alone,
    ended_beside,
    ended_on,
    is_own_halt,
    passed,
    told_in,
)
from officecli.files.ledger.words.marks import is_light, is_tick
from officecli.files.ledger.words.of_the_whole import may_be_over, of_the_whole
from officecli.files.ledger.words.plain import DAY, DAY_WORD, one_width, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.stated_freely import goes_on
from officecli.files.ledger.words.stated_in_english import stated_in_english
from officecli.files.ledger.words.states import read_state
from officecli.i18n import _
from officecli.model.words import word
from officecli.patterns import compiled, pattern
from officecli.typed.dates.around import DAYISH
from officecli.typed.text import is_nothing, shown

_LONGEST_DEADLINE = 80
_REMARK = pattern(r"(?P<day>.*\d.*?)(?:\s*[(\[](?P<said>[^()\[\]]+)[)\]]|\s*(?:[,;]|\s[-–—])\s*(?P<said2>[^\d,;()]{3,}(?:\d[\d/. -]*)?))\s*")
"""A deadline and, beside it, how far the matter is: 6/30 (done)."""
_TELLS = pattern(
    r"\b(?:action|decision|outcome|disposition|resolution|result|comment|update|latest|position|response|note|commentary|what happened|where (?:we|it|things))s?\b(?!.*\b(?:required|needed|plan|item|owner|corrective|preventive|recommended)\b)",
    re.IGNORECASE,
)
"""A heading no column takes, under which it may yet be told how a matter ended: Council action."""
_FOLLOWED_UP = pattern(r"催办|督办|督查|督导|跟踪")
"""A heading under which whoever sees to the work tells how it went: 已办结 there is their word."""
_ANSWER = pattern(r"(?:(?:written|final|staff|our|official) )?(?:response|reply|answer)s?", re.IGNORECASE)
_HOW_GIVEN = (
    r"(?: (?:(?:by|via) (?:e ?mail|mail|post|fax|portal|phone|letter|courier|hand|certified mail)|at (?:the )?[a-z' ]{2,30}?"
    r"|to (?:the )?(?:request[eo]r|applicant|complainant|customer|citizen|resident|reporter|parents?|family|members?|council|board|trustees|commission)))"
)
"""To whom asked, and not to others, who have to see it first: Sent to the attorney."""
_GIVEN = pattern(
    rf"(?:sent|given|e ?mailed|mailed|posted|delivered|issued|answered|replied|responded|returned|provided)(?: (?:out|back|in full|verbally|orally))?{_HOW_GIVEN}?(?: on)? (?P<day>{DAY_WORD})"
)
"""Under a heading of answers: it was given on a day."""
_ASKS = pattern(r"(?:ask|write to|contact|[ei]nquire|follow up|chase|obtain|seek|solicit|invite|get|request (?!for\b))", re.IGNORECASE)
"""A matter that is to ask: the answer is another's."""
_OF_ANOTHER_TIME = pattern(r"上[周月旬]|上一|\d月|月份")
"""A heading under which it is told how the last month went."""
_NOT_YET = pattern(r"tb[acdn]|t\.b\.[acd]\.?|to be (?:determined|confirmed|advised)|not yet|pending|待定|未定|待确定", re.IGNORECASE)
"""Where the day of the end stands: that there is none yet."""
_OF_DAYS = pattern(r"\b(?i:date|day|on|when|at)\b|[\u3400-\u9fff]")
"""A heading under which nothing but a day can stand."""
_RECURS = pattern(r"每(?:[年季月旬周日天]|半年|个|两|双|单)|按[年季月周日]|(?i:\b(?:every|each|weekly|monthly|quarterly|annually|yearly|daily)\b)")
"""Where the deadline stands: what was done once is due again."""
_SAYS_IT_IS = pattern(r"[已均了]|完毕|到位")
"""Of what a note tells of: it has come about, and is no plan."""
_BEGUN = pattern(r"启动|起步|着手|刚|筹备")
"""In what is told of the work: it has only begun."""
_CLOSED_WHAT = pattern(r"closed ?: ?[A-Z0-9]")
"""In a note it says as well what was closed (a street, a lane) as why the matter is."""


def at_its_end(cells: RowCells, state: State, key: str) -> None:
    """A word or a tick where the day of the end stands says that it ended, on a day not known; beside a day (Done 6/24, 已办结6月24日) it says no more than the day."""
    if not cells.anywhere(_says_more, key):
        return
    text = cell_text(cells.get(key))
    if _NOT_YET.fullmatch(text.strip()):
        cells[key] = None
        return
    marked = text.casefold() == "x" and cells.heading(key).isascii()  # under a Chinese heading it is typed for ×
    said = Stated("closed") if marked else read_state(text) if isinstance(cells.get(key), (str, bool)) else None
    if said is None:
        _goes_on(cells, key, text)
        return
    if days := len(DAY.findall(said.beside)):
        if said.code == key and days == 1:
            cells[key] = said.beside
        elif said.code in ("cancelled", "suspended") and state.code in (None, said.code):
            state.take(said, cells.heading(key))  # Cancelled 7/30 where the day of the end stands
            cells[key] = None
        return
    if said.code == "closed" and state.code not in (None, *ENDS):
        contradiction(cells, cells[key], key, state)
    elif said.code == "open" and state.code == key and is_tick(text):
        contradiction(cells, cells[key], said.code, state)
    elif state.code is None and said.code in (*ENDS, "suspended"):
        state.code, state.column = key if said.code == "closed" else said.code, cells.heading(key)
    cells[key] = None


def _goes_on(cells: RowCells, key: str, text: str) -> None:
    """Words under Done? that tell of the work (Ordered; one back, one outstanding) are kept as a remark: it goes on. Under a heading of days they are no day."""
    if _OF_DAYS.search(cells.heading(key)) or not isinstance(cells.get(key), str) or compiled(DAYISH).search(text.casefold()):
        return
    if (said := stated_in_english(text, cells.line("title"))) and said.code == "open":
        cells.by_words("status", text)
        cells.keep(cells.heading(key), text)
        cells[key] = None


def at_its_deadline(cells: RowCells, state: State) -> None:
    """A word of its end where the deadline should stand (Done, 已完成 6.24) says how far it is; that it was due some day nobody knows then."""
    cell = cells.get("due")
    if not cells.anywhere(_says_more, "due") or not isinstance(cell, str):
        return
    remark = _REMARK.fullmatch(one_width(cell)) if len(cell) <= _LONGEST_DEADLINE else None
    said = read_state(remark["said"] or remark["said2"]) if remark else None
    if remark and said and said.code != "open":
        if state.code is not None and not state.agrees(said.code):
            contradiction(cells, cell, said.code, state)
        cells["due"] = remark["day"]
    else:
        said = None if is_tick(cell) else read_state(cell)
        if said is None or said.code not in ENDS or not (state.code is None or state.agrees(said.code)):
            return
        cells["due"] = None
    if state.code is None:
        _tell(cells, state, said, cells.heading("due"), cell_text(cell))


def of_its_deed(cells: RowCells, state: State) -> None:
    """The answer to whether that was done of which the deadline is one: 是否反馈, beside 要求反馈时间."""
    deed = deed_of(cells.heading("due"))
    if state.code is not None or len(deed) < 2:
        return
    for heading, text in cells.kept():
        if re.fullmatch(f"是否(?:已|已经)?{re.escape(deed)}", heading) and (
            answer := re.fullmatch(rf"(是|√|✓|(?:已经?){re.escape(deed)})|否|×|未{re.escape(deed)}", text.strip())
        ):
            _tell(cells, state, Stated("closed" if answer[1] else "open", firm=False), heading, text)


def in_its_notes(cells: RowCells, state: State, dates: DateCells) -> None:
    """What the notes tell of an end or a pause: it is the state where no column says one, and a fault where one says otherwise."""
    if state.code is not None and not cells.tells_state_in_progress and not cells.anywhere(_tells_of_end, "progress", "percent", "result", "remarks"):
        return
    keys = ("progress", "percent") if cell_text(cells.get("submitted")) else ("progress", "percent", "result")  # its result is what was handed in
    unsure = ""
    lit = state.code is None and any(is_light(cell_text(cell)) for _place, cell in cells.states())
    told_here = cells.tells_state_in_progress or lit
    own = [text for _heading, text in cells.notes(("progress", "percent", "result"), remarks=False)] if told_here else []
    beside = (
        (heading, text)
        for heading, text in cells.kept()
        if state.code is None
        and (
            ((_TELLS.search(heading) or not is_known(heading)) and DAY.search(text.casefold()))
            or (_FOLLOWED_UP.search(heading) and (told := told_in(text)) and told.firm)
        )
    )
    for heading, text in itertools.chain(cells.notes(keys), beside):
        note = _looked_at(text)
        if note.may_be_part and is_part(text, cells, dates):
            continue
        if state.code is None and note.may_tell_what and not any(cell_text(cells.get(key)) for key in ENDS):
            what = _("“{words}” under “{heading}” may end the matter, or tell of the work.")
            cells.problem("status", text, what.format(words=shown(text, 30), heading=heading), _("Say under a heading of the state how far it is."))
            break
        own_halt = note.said is not None and note.said.code != "closed" and is_own_halt(text, cells.line("title"))
        said = (None if own_halt else note.said) or (_ended(cells, text) if text in own else _answered(cells, heading, text))
        if said and state.code is None and not _has_been(said, text, dates):
            said = None
            unsure = text
        elif own_halt and not said:
            unsure = text
        if said is None:
            state.beside = state.beside or (note.ended_on if state.code == "closed" else "")
        else:
            if said.code == "closed" and not said.beside:
                said = said._replace(beside=note.ended_on)  # 已整改。5月19日全部拨付到位
            strikes_off = cells.strikes_off is not None or "销号" in cells.heading("status")
            _in_note(cells, state, said, heading, text, closes=not strikes_off or "销号" in text)
    unsure = unsure or next(filter(_may_be_over, own), "")
    if unsure and state.code is None and "status" not in cells.inferred:
        cells.inferred["status"] = _("left open: “{words}” may tell of its end").format(words=shown(unsure, 30))


def _has_been(said: Stated, text: str, dates: DateCells) -> bool:
    """Whether what a note tells of has come about: a day alone that is still to come this year (7月20日兑现) is as well that of a plan as last year's."""
    if text.isascii() or _SAYS_IT_IS.search(text) or not (day := DAY.search(said.beside)):
        return True
    reading = dates.day_in("closed", day[0].strip())
    return reading is None or not reading.inferred or reading.day.year == dates.today.year


def _answered(cells: RowCells, heading: str, text: str) -> Stated | None:
    """That what was asked for was answered, where the answer stands with its day: Response, Sent 6/15."""
    given = _GIVEN.fullmatch(plain_text(text)) if _ANSWER.fullmatch(heading.strip()) and not _ASKS.match(cells.line("title")) else None
    return Stated("closed", given["day"], firm=False) if given else None


class _Note(NamedTuple):
    """What a note tells by itself, in whatever row it stands: an end or a pause, the day of one, and what it may be."""

    said: Stated | None
    ended_on: str
    may_be_part: bool
    may_tell_what: bool


@lru_cache(maxsize=1024)
def _looked_at(note: str) -> _Note:
    return _Note(told_in(note), ended_on(note), may_be_part(note), _may_tell_what(note))


def _says_more(text: str) -> bool:
    """Whether a cell of days says more than a day."""
    return text != "" and not is_whole_day(text)


def _tells_of_end(note: str) -> bool:
    """Whether a note tells of an end or a pause, or may."""
    looked_at = _looked_at(note)
    return looked_at.said is not None or looked_at.ended_on != "" or looked_at.may_tell_what or _GIVEN.fullmatch(plain_text(note)) is not None


def tells_its_end(cells: RowCells) -> bool:
    """Whether what is told of the progress says that it is over, whatever light stands beside it."""
    title = cells.line("title")
    for _heading, text in cells.notes(("progress", "result"), remarks=False):
        said = ended_alone(text) or ended_beside(text) or of_the_whole(text, title) or did_as_asked(text, title, deed_of(cells.heading("due")))
        if said and said.code == "closed":
            return True
    return False


def _ended(cells: RowCells, text: str) -> Stated | None:
    """The end that a note tells of where nothing else tells how far the matter is."""
    title = cells.line("title")
    whole = of_the_whole(text, title)
    if whole and whole.code != "closed":
        return whole
    if _RECURS.search(cells.line("due")):
        return None
    found = ended_alone(text)
    if (
        found
        or not is_nothing(cells.line("next_step"))
        or any(goes_on(one) or _BEGUN.search(one) for _heading, one in cells.notes(("progress",), remarks=False) if one != text)
        or any(_OF_ANOTHER_TIME.search(heading) for heading, one in cells.notes(("progress", "result")) if one == text)
    ):
        return found
    found = ended_beside(text) or whole or did_as_asked(text, title, deed_of(cells.heading("due")))
    headings = [heading for heading, one in cells.notes(("progress", "result"), remarks=False) if one == text]
    result = any(one == text for _heading, one in cells.notes(("result",), remarks=False))
    return found or came_of_it(text, result=result) or next(filter(None, (passed(text, heading) for heading in headings)), None)


def _in_note(cells: RowCells, state: State, said: Stated, heading: str, text: str, *, closes: bool) -> None:
    """What one note tells; `closes` where its word is enough to close a matter that is struck off."""
    if state.code is None:
        if closes or said.code != "closed":
            _tell(cells, state, said, heading, text)
    elif state.code == said.code or {state.code, said.code} == {*ENDS}:
        state.beside = state.beside or said.beside
    elif closes and not state.told and (said.firm or state.code == "open"):
        what = _("“{words}” under “{heading}” says otherwise: the state here is {state}.")
        what = what.format(words=shown(text, 30), heading=heading, state=word("status", state.code))
        cells.problem("status", cells.get("status"), what, _("Correct one of the two."))


def _tell(cells: RowCells, state: State, said: Stated, heading: str, text: str) -> None:
    """Take the state from words that stand elsewhere."""
    state.take(said, heading)
    state.told = True
    cells.by_words("status", text)


def _may_be_over(note: str) -> bool:
    """Whether the end of which a note tells may as well be of a piece: 服务站已建成; Implemented. First report sent."""
    return may_be_over(note) or begins_with_end(note)


def _may_tell_what(note: str) -> bool:
    """Whether a note begins with Closed: and a name, and may tell of a street as well as of the matter."""
    return _CLOSED_WHAT.match(note[:1].lower() + note[1:]) is not None and not DAY.match(note.partition(":")[2].strip().casefold())
