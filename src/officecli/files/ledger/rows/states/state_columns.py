"""How far a row says its matter is under the headings of states."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.by_heading.english_deeds import deed_named, says_it_was_done
from officecli.files.ledger.columns.by_heading.han_morphemes import alike, deed_due, is_done_of
from officecli.files.ledger.columns.by_heading.meaning import first_key, heading_parts, tells_how_far
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.states.ended_at_a_time import of_its_time_alone
from officecli.files.ledger.rows.states.ended_in_notes import tells_its_end
from officecli.files.ledger.rows.states.given_up import given_up
from officecli.files.ledger.rows.states.of_its_kind import deed_of_kind
from officecli.files.ledger.rows.states.state import State, contradiction, leave_open
from officecli.files.ledger.sheets.cells import Cell, cell_text, read_percent
from officecli.files.ledger.words.deeds_in_notes import did_as_asked
from officecli.files.ledger.words.ended import ENDED
from officecli.files.ledger.words.english.deeds import is_held
from officecli.files.ledger.words.english.given_out import answered, decided, given_as_due, handed_in_as_due, paper_sent
from officecli.files.ledger.words.english.in_passing import is_closed_in_passing, stated_in_passing
from officecli.files.ledger.words.english.stated_freely import echoes_deed, stated_in_english
from officecli.files.ledger.words.han.of_a_part import is_of_part, is_of_some
from officecli.files.ledger.words.han.of_the_whole import of_the_whole
from officecli.files.ledger.words.han.stated_freely import echoes, stated_freely, tells_of_work
from officecli.files.ledger.words.lent import said_of_lent
from officecli.files.ledger.words.marks import is_left_blank, is_light
from officecli.files.ledger.words.may_end import MAY_END, MAY_HALT
from officecli.files.ledger.words.plain import DAY, DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import is_returned, read_state
from officecli.files.ledger.words.told_besides import tells_besides
from officecli.i18n import _, listed
from officecli.model.codes import OVER
from officecli.model.words import word
from officecli.patterns import has_han, pattern
from officecli.typed.text import is_nothing

_SIGNED = pattern(r"(?:已|完成)签[约订署]?(?:合同|协议)?")
_DONE = pattern(
    rf"^[^\u3400-\u9fff]*\b(?:{ENDED}|fixed|corrected|implemented|renewed|delivered|submitted|filed|sent|paid|signed off)\b"
    rf"|^(?:check(?:ed)?(?: off| mark| when done)?|ok)\W*$|^\W*[✓✔☑✅]\W*$",
    re.IGNORECASE,
)
"""A heading under which a lone X says that it is."""


_ARRANGED = pattern(r"(?:set|scheduled|booked|arranged|planned|reserved)\b")
_TAKEN = pattern(r"(?:accepted|approved)(?: by .*)?")
"""What others say of what was handed in to them."""
_OF_TWO_SENSES = pattern(rf"signed(?:,? (?:on )?{DAY_WORD})?|(?:accepted|returned)(?: on)?,? {DAY_WORD}")
"""As well the end of a matter (a paper was signed, an offer accepted, a thing given back) as one way to begin it, or to begin it anew."""

_APPROVED = pattern(r"已?(?P<deed>批准|审批|审核|评审|会签|审定|核准|授权|立项|签批|审议|派[单工]|分派|排[期产])(?:通过)?")
"""What is done before the work itself begins."""
_ASKS_LEAVE = pattern(r".*(?:批准|审批|审核|审定|核准|签批)")
"""A matter that is over once it is approved, whatever that is called: 预算审批."""
_OF_A_PHASE = pattern(r"\b(?:phase|stage|step|milestone)\b|阶段|环节|节点", re.IGNORECASE)
_FILED_AWAY = pattern(r"[归存]档|archived?\b", re.IGNORECASE)
"""A heading of what comes after the end: that it is not yet, says nothing of the end."""
_OF_A_STEP = pattern(r"环节|步骤|工序")
_STAGE = pattern(r"\b(?:stage|phase|step)\b", re.IGNORECASE)
_DONE_DEED = pattern(r"\b(?:\w+(?:ed|en|wn|old|ilt|ought)|live|won|lost|in (?:use|service|force))\b")
_CHECKED_OR_HANDED_ON = pattern(r"[核查复初]?验[收证]?|移交|转[办交]")
"""Under a heading of steps, one of them, and no end: 竣工检验."""
_ALL = 100
_MAPPED = ("open", "submitted", "suspended", "cancelled", "closed")
"""What a word that nobody knows may be said to mean; the option takes the words of any language."""
_CODED = pattern(r"\s*([^\W\d_]{1,8})\s*(?:[-–—:;,(/]|\s(?=\d))\s*")
"""A letter or a short word that a legend explains, before what is told besides."""


def of_columns(cells: RowCells, words: Mapping[str, str], dates: DateCells) -> State:
    """What the columns of states say together: of several that of striking off, else the one that says most; `words` as of `read_states`."""
    stated = [
        (place, said, cell)
        for place, cell in cells.states()
        if (said := _said(cells, place, cell_text(cell), cell, words)) and not _is_of_a_time(cells, place, said, dates)
    ]
    stated = [
        one for one in stated if one[1].code in OVER or not is_light(cell_text(one[2]))
    ] or stated  # a light beside a word says how it goes; Y, done
    stated = [one for one in stated if one[1].code in OVER or not _FILED_AWAY.search(cells.heading_at(one[0]))] or stated
    if cells.strikes_off is not None:  # where striking off has a column of its own, only that closes
        final = next((one for one in stated if one[0] == cells.strikes_off), None)
        done = [place for place, said, _cell in stated if place != cells.strikes_off and said.code == "closed"]
        if final is None and done:
            cells.inferred["status"] = _("done, and not struck off")
            return State("open", cells.heading_at(done[0]))
        stated = [final] if final else [one for one in stated if one[1].code != "closed"]
    return _together(cells, stated)


def _is_of_a_time(cells: RowCells, place: int, said: Stated, dates: DateCells) -> bool:
    """Whether the end under a heading of states may be that of one time only, or of one phase: the row is left open, then, with a mark."""
    heading, text = cells.heading_at(place), cell_text(cells.at(place))
    if said.code != "closed" or not (of_its_time_alone(heading, cells, dates) or _of_its_phase_alone(heading, cells)):
        return False
    leave_open(cells, text)
    if not tells_besides(text):  # else it is kept already
        cells.keep(heading, text)
    return True


def _of_its_phase_alone(heading: str, cells: RowCells) -> bool:
    """Whether a phase may be all that is complete: so much of the whole is still to be done."""
    share = read_percent(cells.get("percent")) or read_percent(cells.get("progress")) if _OF_A_PHASE.search(heading) else None
    return share is not None and 0 < share < _ALL


def _together(cells: RowCells, stated: Sequence[tuple[int, Stated, Cell]]) -> State:
    """The state that says most of those that are stated, each with its place and its cell; one that says otherwise is reported."""
    state = State()
    for place, said, cell in stated:
        if state.code is None or _says_more(said.code, state.code):
            state.take(said, cells.heading_at(place), cell_text(cell))
            state.returned = said.code != "closed" and is_returned(cell_text(cell))
    if against := next((one for one in stated if not state.agrees(one[1].code)), None):
        place, said, cell = against
        contradiction(cells, cell, said.code, state, cells.heading_at(place))
    return state


def _says_more(code: str, than: str) -> bool:
    """Whether a state says more than another that does not contradict it: on hold says more than not done, a word more than a tick."""
    if than == "open":
        return code != "closed"
    return (than, code) == ("closed", "cancelled")


def _said(cells: RowCells, place: int, text: str, cell: Cell, words: Mapping[str, str]) -> Stated | None:
    """What a cell under a heading of states says, and how that was inferred; what it
    tells besides is kept as a remark. None where it says nothing, or is reported.
    """
    if (
        is_nothing(text)
        or is_left_blank(text)
        or (
            is_light(text)
            and (DAY.search(cell_text(cells.get("closed")).casefold()) or (words.get(text.casefold(), "open") == "open" and tells_its_end(cells)))
        )
    ):
        return None  # a light says how it went, and the day or the words beside it that it is over
    said = _in_known_words(cells, place, text, words) or _in_free_words(cells, place, text) or _by_the_end(cells, place, text, cell)
    if said and tells_besides(text):
        cells.keep(cells.heading_at(place), text)
    return said


def _in_known_words(cells: RowCells, place: int, text: str, words: Mapping[str, str]) -> Stated | None:
    """What a cell says in words that are known: to whoever imports it, to offices, or from its heading."""
    code = words.get(text.casefold())
    if code is None and words and (found := _CODED.match(text)) and (code := words.get(found[1].casefold())):
        return Stated(code, plain_text(text[found.end() :]), firm=False)  # B – sent June 10, where a legend says that B is done
    code = code or ("closed" if text.casefold() == "x" and _DONE.search(cells.heading_at(place)) else None)
    crossed = text.casefold() == "x" and cells.heading_at(place).isascii()  # in English as well a tick as a cross
    if code is None and (lent := said_of_lent(text, cells.heading("due"), cells.headings)):
        cells.by_words("status", text)
        return lent
    if code is None and (of_its_kind := given_up(cells, text)):
        cells.by_words("status", text)
        return of_its_kind
    said = Stated(code) if code else None if crossed else read_state(text)
    if said and not code and _SIGNED.fullmatch(text.strip()) and "签" not in cells.line("title"):
        said = None  # of a project the contract is only a stage
    if said is None and (echo := echoes(text, cells.heading_at(place)) or echoes(text, f"{deed_due(cells.heading('due'))}要求")):
        cells.by_words("status", text)
        return Stated(echo, firm=False)
    if (said is None or said.code == "submitted") and (handed_in := _was_to_be_handed_in(cells, place, text)):
        cells.by_words("status", text)
        return handed_in
    if said and said.code == "cancelled" and "驳回" in text:
        cells.by_words("status", text)  # turned down for good, as often as to be done again
    if (said is None or said.code == "cancelled") and echoes(text, f"{deed_of_kind(cells)}要求") == "closed":
        cells.by_words("status", text)
        return Stated("closed", firm=False)
    alone = said is not None and said.code in ("cancelled", "in-hand") and not DAY.sub("", said.beside).strip()
    if alone and said and said.code == "in-hand" and _is_over(cells, text):
        cells.by_words("status", text)
        return Stated("closed", said.beside, firm=False)
    if said is None and (named := _named_by_its_end(cells, text)):
        cells.by_words("status", text)
        return named
    if said and said.code == "open" and _is_arranged(cells, text):
        cells.inferred["status"] = _("by the day under “{heading}”").format(heading=cells.heading("closed"))
        return Stated("closed", firm=False)
    if alone and said and (said.code != "cancelled" or not said.noted) and echoes_deed(text, cells.line("title")):
        return None  # Replace the locks: Replaced 6/9
    as_asked = (
        said and said.code == "cancelled" and is_closed_in_passing(text, cells.line("title"))
    )  # Cancel the lease: cancelled 6/24, the landlord confirmed
    return None if as_asked or (alone and _OF_TWO_SENSES.fullmatch(plain_text(text))) else said


def _is_over(cells: RowCells, text: str) -> bool:
    """Whether a word of what goes on says that what the deadline or the day of the end names was done, or,
    beside the day it was submitted, that it was taken: Returned, by Return due; Accepted.
    """
    if any(says_it_was_done(text, deed_named(cells.heading(key))) for key in ("due", "closed")):
        return True
    on_its_day = first_key(cells.heading("closed")) == "submitted" and DAY.search(cell_text(cells.get("closed")).casefold())
    return bool(on_its_day and _TAKEN.fullmatch(plain_text(text)))


def _named_by_its_end(cells: RowCells, text: str) -> Stated | None:
    """The end, where all that a cell says is the deed that the heading of the day of the end names, and that day is there: Let, beside Let on."""
    plain = plain_text(text)
    bare, day = DAY.sub("", plain).strip(" ,:-"), DAY.search(cell_text(cells.get("closed")).casefold())
    named = day and bare.isascii() and says_it_was_done(bare, deed_named(cells.heading("closed")))
    return Stated("closed", plain if DAY.search(plain) else "", firm=False) if named else None


def _is_arranged(cells: RowCells, text: str) -> bool:
    """Whether a word of what is still to come is all that the matter asks for, and the day is there on which that was done: Set for 7/21, of Set a hearing."""
    arranged = _ARRANGED.match(plain_text(text))
    return bool(arranged and DAY.search(cell_text(cells.get("closed")).casefold()) and echoes_deed(arranged[0], cells.line("title")))


def _was_to_be_handed_in(cells: RowCells, place: int, text: str) -> Stated | None:
    """The end that a word tells which says no more than that what the deadline names was done, where no day of an end is blank: 已上报, by 上报时限."""
    if cells.lacks_its_day:
        return None
    due = cells.heading("due")
    if is_done_of(text, deed_due(due)):
        return Stated("closed", firm=False)
    return handed_in_as_due(text, due, cells.heading_at(place), cells.heading("title"))


def _in_free_words(cells: RowCells, place: int, text: str) -> Stated | None:
    """What a cell says in words that no list holds."""
    title, due = cells.line("title"), deed_due(cells.heading("due"))
    said = (
        Stated("open")
        if is_of_some(text, f"{title} {cells.line('goal')}")
        else (
            answered(text, cells.heading_at(place), title)
            or decided(text, cells.heading_at(place), cells.headings)
            or paper_sent(text, title)
            or given_as_due(text, cells.heading("due"))
            or of_the_whole(text, title)
            or (None if cells.lacks_its_day else did_as_asked(text, title, due, alike(due)))
            or stated_freely(text)
            or (Stated("open") if is_of_part(text, title) else None)
            or stated_in_passing(text, title)
            or stated_in_english(text, title)
            or (Stated("suspended") if is_held(text) else None)
        )
    )
    if said is None and not tells_of_work(text) and (has_han(text) or not _of_progress(cells.heading_at(place))):
        return None
    cells.by_words("status", text)
    return said if said and said.code != "open" else Stated("open")


def _of_progress(heading: str) -> bool:
    """Whether a heading is, or is as well, one of progress in words of one's own: Progress / Disposition."""
    return tells_how_far(heading) or any(map(tells_how_far, heading_parts(heading)))


def _is_approved(cells: RowCells, text: str) -> bool:
    """Whether a cell says no more than that the matter may go on (已批准), where the day
    of its end has a column and is blank; of what was to be approved it is the end.
    """
    approved = _APPROVED.fullmatch(text.strip())
    if approved is None or not cells.lacks_its_day:
        return False
    title = cells.line("title")
    return approved["deed"] not in title and not (_ASKS_LEAVE.fullmatch(approved["deed"]) and _ASKS_LEAVE.fullmatch(title))


def _tells_of_no_end(text: str) -> bool:
    """Whether an English word for a stage of the work can hardly be its end: Specs, and not Installed, Hired."""
    plain = text.casefold()
    return not has_han(text) and not MAY_END.search(plain) and not _DONE_DEED.search(plain)


def _by_the_end(cells: RowCells, place: int, text: str, cell: Cell) -> Stated | None:
    """What the day of the end says, or that there is none, beside words that nobody knows, which are reported where it says nothing."""
    heading = cells.heading_at(place)
    is_step = _OF_A_STEP.search(heading) is not None or (_STAGE.search(heading) is not None and _tells_of_no_end(text))
    words = _CHECKED_OR_HANDED_ON.sub("", text) if is_step else text
    plain = not (text.isascii() and text.isupper()) and not MAY_HALT.search(words.casefold())
    goes_on = _is_approved(cells, text) if _APPROVED.fullmatch(text.strip()) else cells.not_ended
    if plain and goes_on:
        cells.inferred["status"] = _("by the blank under “{heading}”").format(heading=cells.heading("closed"))
        return Stated("open")
    if plain and is_step and is_nothing(cell_text(cells.get("closed"))):
        cells.by_words("status", text)
        return Stated("open")
    if DAY.search(cell_text(cells.get("closed"))):
        cells.inferred["status"] = _("by the day under “{heading}”").format(heading=cells.heading("closed"))
        return Stated("closed", firm=False)
    what = _("This word is not known here.")
    fix = _(
        'Say what it means: --map "{heading}:{word}={open}", or another state ({states}); '
        'where all of “{heading}” tells how it goes, --map "{heading}=progress".'
    )
    open_, *others = (word("status", code) for code in _MAPPED)
    fix = fix.format(heading=cells.heading_at(place), word=text[:40], open=open_, states=listed(others))
    cells.problem("status", cell, what, fix)
    return None
