"""How far a row says its matter is in its notes: the state where no column says one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from officecli.files.ledger.columns.by_heading.meaning import is_known
from officecli.files.ledger.columns.by_heading.of_extensions import is_of_extensions
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.days.still_to_come import time_to_come
from officecli.files.ledger.rows.days.told_days import in_plain_days
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.signs import KEPT
from officecli.files.ledger.rows.states.ended_at_a_time import of_its_time_alone
from officecli.files.ledger.rows.states.ended_in_notes import told_last
from officecli.files.ledger.rows.states.given_up import given_up
from officecli.files.ledger.rows.states.of_its_kind import matter
from officecli.files.ledger.rows.states.shares import is_part, may_be_part
from officecli.files.ledger.rows.states.state import ENDS, State, leave_open, tell
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.came_back import came_back
from officecli.files.ledger.words.deeds_in_notes import handed_in_on, tells_a_deed, tells_a_deed_alone
from officecli.files.ledger.words.english.deeds import is_held, took_place
from officecli.files.ledger.words.english.given_out import answered, decided, given_as_due, is_given_out, is_of_answers, is_one_deed
from officecli.files.ledger.words.english.stated_freely import is_a_deed
from officecli.files.ledger.words.han.halted import begins_with_halt, halted
from officecli.files.ledger.words.han.of_a_part import is_of_some
from officecli.files.ledger.words.han.of_the_whole import may_be_over
from officecli.files.ledger.words.han.stated_freely import stated_freely
from officecli.files.ledger.words.in_notes import MARK, begins_with_end, clauses_of, ended_on, is_own_halt, latest_told, told_in
from officecli.files.ledger.words.marks import is_light, is_tick
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import asks_of_its_end, denies_itself, leaves_open, read_state
from officecli.files.ledger.words.told_besides import tells_besides
from officecli.i18n import _
from officecli.model.words import word
from officecli.patterns import has_han, pattern
from officecli.typed.text import shown

_TELLS = pattern(
    (
        r"\b(?:action|decision|outcome|disposition|resolution|result|comment|update|latest|position|response|reply|answer|return|note|commentary|what happened"
        r"|where (?:we|it|things))s?\b(?!.*\b(?:required|needed|plan|item|owner|corrective|preventive|recommended)\b)"
    ),
    re.IGNORECASE,
)
"""A heading no column takes, under which it may yet be told how a matter ended: Council action."""
_FOLLOWED_UP = pattern(r"催办|督办|督查|督导|跟踪")
"""A heading under which whoever sees to the work tells how it went: 已办结 there is their word."""
_SAYS_IT_IS = pattern(r"[已均了]|完毕|到位")
"""Of what a note tells of: it has come about, and is no plan."""
_STAGE = pattern(r"阶段|环节|\b(?:stage|phase)\b", re.IGNORECASE)
_HALF_A_YEAR = 183  # days
_TOLD_UNDER = ("progress", "percent", "result")
_VOTE = pattern(r"(?:votes?|表决)?[ :：]*\(?\d{1,2} ?[-–:：比] ?\d{1,2}(?: ?[-–:：] ?\d{1,2})?\)?")
"""How many were for it and how many against, and nothing of what was decided: 5-0."""
_OF_VOTES = pattern(r"\b(?:votes?|outcome|result|decision|motion)\b|表决|投票|结果", re.IGNORECASE)
_LAST_STEP = pattern(
    r"(?:date |last )?(?:reviewed|checked|verified|released|handed over)(?: on| date)?|(?:审核|审定|签发|定稿|核定)(?:时间|日期)", re.IGNORECASE
)
"""A heading of days by itself: whatever is made of papers may end with it."""
_SIGNED_OFF = pattern(r"(?:销[号案项]|办结|结案|核销|闭环).{0,3}签[字名章认]")
"""A heading under which somebody signs that a matter is over, with the day: 康敏 6.25 under 销号签字."""
_TURNED_DOWN = pattern(r"^未(?:被|予以?|获)?(?:采用|采纳|录用|刊用|入选|立项|中标)[^，,；;]{0,6}$")
"""What was offered was not taken, and is over, or will be offered again."""
_UNTIL = pattern(rf"(?:\b(?:until|till|thru|through) |(?<=[停缓置止办理施工])[至到])(?P<day>{DAY_WORD})")
"""How long it rests."""
_CLOSED_WHAT = pattern(r"closed ?: ?[A-Z0-9]")
"""In a note it says as well what was closed (a street, a lane) as why the matter is."""


def in_its_notes(cells: RowCells, state: State, dates: DateCells) -> None:
    """What the notes tell of an end or a pause: it is the state where no column says one, and a fault where one says otherwise."""
    told_here = cells.tells_state_in_progress or cells.anywhere(_tells_of_end, *_TOLD_UNDER, "remarks")
    if state.code is not None and not told_here and not (_lacks_day(state) and cells.anywhere(_tells_of_end, KEPT, "evidence")):
        return
    unsure = ""
    own = _own_words(cells, state)
    for heading, text in _notes(cells, state):
        plain = in_plain_days(text, dates)
        words = latest_told(plain)
        note = _looked_at(plain)
        if note.may_be_part and is_part(text, cells, dates):
            continue
        unclear = note.may_tell_what or (note.is_of_both and text in own)
        if state.code is None and unclear and not any(cell_text(cells.get(key)) for key in ENDS):
            what = _("“{words}” under “{heading}” may end the matter, or tell of the work.")
            cells.problem("status", text, what.format(words=shown(text, 30), heading=heading), _("Say under a heading of the state how far it is."))
            break
        own_halt = note.said is not None and note.said.code != "closed" and is_own_halt(text, matter(cells))
        said = None if own_halt else note.said
        if said and said.code == "suspended":
            said = took_place(text, cells.line("title")) or said
        if state.code is None:
            said = said or decided(text, heading, cells.headings) or given_as_due(text, cells.heading("due")) or took_place(text, cells.line("title"))
        said = said or (told_last(cells, text, plain) if text in own else _answered(cells, heading, text) or _halted(cells, state, words))
        has_been = said is None or state.code is not None or (_has_been(said, words, dates) and not of_its_time_alone(heading, cells, dates))
        if not has_been or (said is None and (own_halt or begins_with_halt(text) or is_held(text))):
            unsure = text
        ended = ended_on(words) if state.code is None else note.handed_in_on if state.code == "submitted" else note.ended_on
        _note(cells, state, said if has_been else None, (heading, text, ended))
    if state.code is None and "status" not in cells.inferred and (unsure := unsure or _may_tell_of_its_end(cells, own)):
        leave_open(cells, unsure)


def _may_tell_of_its_end(cells: RowCells, own: Sequence[str]) -> str:
    """The words of a row that may tell of its end, where nothing else says how far it is."""
    found = next(filter(_may_be_over, own), "") or next(
        (text for text in _results(cells) if text in own and (tells_a_deed(text) or is_a_deed(plain_text(text)))), ""
    )
    return found or next(filter(told_in, cells.under_no_heading()), "") or _marked(cells.line("title")) or _told_beside(cells)


def _answered(cells: RowCells, heading: str, text: str) -> Stated | None:
    """That what the matter asks for was answered, under a heading of answers."""
    return answered(text, heading, cells.line("title")) if is_of_answers(heading) else None


def _halted(cells: RowCells, state: State, text: str) -> Stated | None:
    """That the matter rests or was given up, where neither a state nor the day of an end says how far it is."""
    return None if state.code or any(cell_text(cells.get(key)) for key in ENDS) else halted(text, matter(cells)) or given_up(cells, text)


def _own_words(cells: RowCells, state: State) -> list[str]:
    """What is told of the progress, or in remarks where no heading is one of progress,
    where nothing else tells how far the matter is, or only a light beside it.
    """
    lit = state.code is None and any(is_light(cell_text(cell)) for _place, cell in cells.states())
    told_here = cells.tells_state_in_progress or lit
    return [text for _heading, text in cells.notes(_TOLD_UNDER, remarks=cells.keys().isdisjoint(_TOLD_UNDER))] if told_here else []


def _results(cells: RowCells) -> list[str]:
    """What became of a matter, where it is no more than what was handed in."""
    return [] if cell_text(cells.get("submitted")) else [text for _heading, text in cells.notes(("result",), remarks=False)]


def _notes(cells: RowCells, state: State) -> Iterator[tuple[str, str]]:
    """The headings and the texts that may tell how far it is, and, while none has, those of no column that may."""
    handed_in = cell_text(cells.get("submitted"))  # its result is what was handed in
    yield from cells.notes(("progress", "percent") if handed_in else ("progress", "percent", "result"))
    if state.code is None:  # 存在问题：资金未落实，已暂停实施; that a problem is over tells nothing of the matter
        yield from ((heading, text) for heading, text in cells.notes(("problem",), remarks=False) if (told := told_in(text)) and _rests(told))
    if _lacks_day(state):  # Evidence: Closed 6/25; 41 of 41 verified
        yield from (
            (heading, text) for heading, text in cells.notes(("evidence",), remarks=False) if (told := told_in(text)) and told.code == state.code
        )
    for heading, text in cells.kept():
        if is_of_extensions(heading):
            continue  # denied there is no end of the matter
        if _lacks_day(state) and _TELLS.search(heading) and (told := told_in(text)) and told.code == state.code:
            yield heading, text  # Status: Withdrawn; Last action: Withdrawn by sponsor 6/18
        by_others = _FOLLOWED_UP.search(heading) and (told := told_in(text)) and told.firm
        given_up = _TELLS.search(heading) and (told := told_in(text)) and (told.code == "cancelled" or _rests(told))
        if state.code is None and (by_others or given_up or ((_TELLS.search(heading) or not is_known(heading)) and DAY.search(text.casefold()))):
            yield heading, text


def _rests(told: Stated) -> bool:
    """Whether a matter rests by what is told, in words that are said of nothing less than the whole."""
    return told.code == "suspended" and told.firm


def _lacks_day(state: State) -> bool:
    """Whether it is over on a day that its state does not say."""
    return state.over and not DAY.search(state.beside)


def _note(cells: RowCells, state: State, said: Stated | None, of: tuple[str, str, str]) -> None:
    """Take what one note says, of its heading, its text and the day of an end in it."""
    heading, text, ended_on = of
    if said is None:
        state.beside = state.beside or (ended_on if state.code in ("closed", "submitted") else "")
        return
    if said.code == "closed" and not said.beside:
        said = said._replace(beside=ended_on)  # 已整改。5月19日全部拨付到位
    strikes_off = cells.strikes_off is not None or "销号" in cells.heading("status")
    _in_note(cells, state, said, heading, text, closes=not strikes_off or "销号" in text)


def _has_been(said: Stated, text: str, dates: DateCells) -> bool:
    """Whether what a note tells of has come about: a day alone that is still to come this year (7月20日兑现) is as well that of a plan as last year's."""
    if said.code == "suspended" and (until := _UNTIL.search(plain_text(text))) and (reading := dates.day_in("due", until["day"])):
        return reading.day >= dates.today  # on hold until a day that has been, it may have been taken up again
    if time_to_come(said.beside or text, dates.today):
        return False
    if (_SAYS_IT_IS.search(text) and has_han(text)) or not (day := DAY.search(said.beside)):
        return True
    reading = dates.day_in("closed", day[0].strip())
    if not has_han(text):
        return reading is None or not reading.inferred or (dates.today - reading.day).days <= _HALF_A_YEAR  # sent 7/30, read before that day
    return reading is None or not reading.inferred or reading.day.year == dates.today.year


class _Note(NamedTuple):
    """What a note tells by itself, in whatever row it stands: an end or a pause, the
    day of one, and what it may be; `is_of_both` where it denies or asks what it says.
    """

    said: Stated | None
    ended_on: str
    handed_in_on: str
    may_be_part: bool
    may_tell_what: bool
    is_of_both: bool


@lru_cache(maxsize=1024)
def _looked_at(note: str) -> _Note:
    return _Note(
        told_in(note), ended_on(note), handed_in_on(note), may_be_part(note), _may_tell_what(note), asks_of_its_end(note) or denies_itself(note)
    )


def _tells_of_end(note: str) -> bool:
    """Whether a note tells of an end or a pause, or may."""
    looked_at = _looked_at(note)
    return (
        looked_at.said is not None
        or looked_at.ended_on + looked_at.handed_in_on != ""
        or looked_at.may_tell_what
        or looked_at.is_of_both
        or is_given_out(note)
    )


def _in_note(cells: RowCells, state: State, said: Stated, heading: str, text: str, *, closes: bool) -> None:
    """What one note tells; `closes` where its word is enough to close a matter that is struck off."""
    if state.code is None:
        if closes or said.code != "closed":
            tell(cells, state, said, heading, text)
    elif state.code == said.code or {state.code, said.code} == {*ENDS}:
        state.beside = state.beside or said.beside
    elif closes and said.firm and _is_a_stage(cells, state):
        if not tells_besides(state.said_in):  # else it is kept already
            cells.keep(state.column, state.said_in)
        tell(cells, state, said, heading, text)
    elif state.code == "open" and said.code in ("suspended", "cancelled") and is_tick(state.said_in):
        tell(cells, state, said, heading, text)  # Done? N, and Deferred: why it is not
    elif closes and not state.told and (said.firm or state.code == "open"):
        what = _("“{words}” under “{heading}” says otherwise: the state here is {state}.")
        what = what.format(words=shown(text, 30), heading=heading, state=word("status", state.code))
        cells.problem("status", cells.get("status"), what, _("Correct one of the two."))


def _is_a_stage(cells: RowCells, state: State) -> bool:
    """Whether the state is no more than what stage of several the matter is in, in words that say of no end: 已签约 under 当前阶段."""
    return state.code == "open" and not state.told and "status" in cells.inferred and _STAGE.search(state.column) is not None


def _may_be_over(note: str) -> bool:
    """Whether the end of which a note tells may as well be of a piece: 服务站已建成; Implemented. First report sent; Filed 6/9; 已驳回; 已公布."""
    said = read_state(note)
    in_a_column = said is not None and not said.noted and said.code in (*ENDS, "suspended")
    freely = stated_freely(note)
    given_up = (freely is not None and freely.code == "cancelled") or _TURNED_DOWN.search(note) is not None
    return (
        in_a_column
        or given_up
        or _VOTE.fullmatch(note.strip()) is not None
        or may_be_over(note)
        or leaves_open(note)
        or begins_with_end(note)
        or is_one_deed(note)
        or is_of_some(note, "")
        or is_given_out(note)
        or tells_a_deed_alone(note)
        or ended_on(note) != ""
        or may_be_part(note)
        or any(map(came_back, clauses_of(note)))
    )


def _told_beside(cells: RowCells) -> str:
    """What stands under a heading that no column takes, and may as well be the end: how a vote went, the day on which it was reviewed or signed off."""
    if any(cell_text(cells.get(key)) for key in ENDS):
        return ""
    return next((text for heading, text in cells.kept() if _may_be_an_end(heading.strip(), text)), "")


def _may_be_an_end(heading: str, text: str) -> bool:
    return (
        (_OF_VOTES.search(heading) is not None and _VOTE.fullmatch(text) is not None)
        or (_LAST_STEP.fullmatch(heading) is not None and DAY.fullmatch(text.casefold()) is not None)
        or (_SIGNED_OFF.search(heading) is not None and DAY.search(text.casefold()) is not None)
    )


def _marked(title: str) -> str:
    """What stands in brackets before or behind a matter and is a word for its end: 支部观摩（取消）."""
    marks = [one for found in MARK.findall(title) for one in found if one]
    return next((one for one in marks if (said := read_state(one)) and said.code in (*ENDS, "suspended")), "")


def _may_tell_what(note: str) -> bool:
    """Whether a note begins with Closed: and a name, and may tell of a street as well as of the matter."""
    return _CLOSED_WHAT.match(note[:1].lower() + note[1:]) is not None and not DAY.match(note.partition(":")[2].strip().casefold())
