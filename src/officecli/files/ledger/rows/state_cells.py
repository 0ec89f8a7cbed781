"""How far a row says its matter is: by its state, by ticks, by the days of its end, and by what its notes tell; whatever contradicts itself is reported."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from officecli.errors import BadInput
from officecli.files.ledger.columns.heading_meaning import is_known
from officecli.files.ledger.rows.dates import DateCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.sheets.cells import Cell, cell_text, joined_lines
from officecli.files.ledger.words.may_end import MAY_HALT
from officecli.files.ledger.words.plain import DAY
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.stated_freely import echoes, stated_freely
from officecli.files.ledger.words.stated_in_english import echoes_deed, stated_in_english
from officecli.files.ledger.words.states import ended_alone, ended_on, is_light, is_returned, is_tick, read_state, tells_of_work, told_in
from officecli.i18n import _
from officecli.model.words import word
from officecli.typed.text import is_nothing

_LONGEST_DEADLINE = 80
_REMARK = re.compile(r"(?P<day>.*\d.*?)(?:\s*[(\[](?P<said>[^()\[\]]+)[)\]]|\s*(?:[,;]|\s[-–—])\s*(?P<said2>[^\d,;()]{3,}(?:\d[\d/. -]*)?))\s*")
"""A deadline and, beside it, how far the matter is: 6/30 (done)."""
_TELLS = re.compile(
    r"\b(?:action|decision|outcome|disposition|resolution|result|comment|update|latest|position|response|note|commentary|what happened|where (?:we|it|things))s?\b(?!.*\b(?:required|needed|plan|item|owner|corrective|preventive|recommended)\b)",
    re.IGNORECASE,
)
"""A heading no column takes, under which it may yet be told how a matter ended: Council action."""
_DONE = re.compile(r"^[^\u3400-\u9fff]*\b(?:done|completed?|closed|finished|fixed|resolved)\b", re.IGNORECASE)
"""A heading under which a lone X says that it is."""
_ENDS = ("closed", "cancelled")
_NOT_YET = re.compile(r"tb[acdn]|t\.b\.[acd]\.?|to be (?:determined|confirmed|advised)|not yet|pending|待定|未定|待确定", re.IGNORECASE)
"""Where the day of the end stands: that there is none yet."""
_CLOSED_WHAT = re.compile(r"closed ?: ?[A-Z0-9]")
"""In a note it says as well what was closed (a street, a lane) as why the matter is."""
_FOR_GOOD = re.compile(r"销|结(?!束)|闭|关|归档|clos|sign", re.IGNORECASE)
"""Of a day's heading: on it others said that the matter is over."""


@dataclass(slots=True)
class State:
    """A row's state so far: the code (None: nothing is said), the column that says it, and what stands beside the word; `told` where only a note does, `returned` where it came back."""

    code: str | None = None
    column: str = ""
    beside: str = ""
    told: bool = False
    returned: bool = False

    @property
    def over(self) -> bool:
        """Whether the matter is ended, so that it needs no deadline any more."""
        return self.code in _ENDS


def read_states(cells: RowCells, words: Mapping[str, str], section: Stated | None) -> State:
    """The state as the columns of states, the notes and the section say it; what contradicts itself, or is not known, is reported.

    `words` are what somebody said a word of the state's column means; `section` is what the title above the rows says.
    """
    state = _of_columns(cells, words)
    _ended_in_words(cells, state)
    _ended_at_deadline(cells, state)
    _told(cells, state)
    if state.code is None and section and not any(cell_text(cells.get(key)) for key in _ENDS):
        state.code, state.told = section.code, True
        cells.inferred["status"] = _("by the section it stands in")
    elif section and section.code == "closed" and state.code in ("open", "issued", "in-hand"):
        cells.problem("status", cells.get("status"), _("It stands among what is closed, and is open."), _("Correct its state, or move the row."))
    return state


def settle(cells: RowCells, state: State, days: Mapping[str, Any], dates: DateCells, issued: date | None) -> dict[str, Any]:
    """`status`, and the day of the end where only a note says it; that what is open has a day of its end is reported."""
    found: dict[str, Any] = {"status": state.code}
    ended = next((key for key in _ENDS if days.get(key)), None)
    if ended == "closed" and _handed_in(cells, state):
        cells.inferred["submitted"] = _("its day is that on which it was handed in")
        return {**found, "closed": None, "submitted": days.get("submitted") or days["closed"]}
    if ended and state.code not in (None, "submitted", *_ENDS):
        what = _("It is {state}, and yet has a day on which it was closed.").format(state=word("status", state.code))
        cells.problem(ended, cells[ended], what, _("Correct the state, or clear the day."))
    elif ended is None and state.over and (day := _day_beside(state.beside, dates, issued)):
        if day > dates.today:
            cells.problem(
                "status", state.beside, _("{day} is still to come.").format(day=day), _("Write the day it happened, or leave the cell blank.")
            )
        found[state.code or ""] = day
        cells.inferred[state.code or ""] = _("by the words beside the state")
    return found


def _handed_in(cells: RowCells, state: State) -> bool:
    """Whether the day of the end is only that on which the doer handed it in: it waits for others to say so, or came back from them."""
    if (state.returned and state.code != "cancelled") or (state.code == "submitted" and not _FOR_GOOD.search(cells.heading("closed"))):
        return True
    return state.code in (None, "open", "issued", "in-hand") and any(is_returned(text) for _heading, text in cells.judged() if not text.isascii())


def _of_columns(cells: RowCells, words: Mapping[str, str]) -> State:
    """What the columns of states say together: of several that of striking off, else the one that says most."""
    state = State()
    stated: list[tuple[int, Stated, Cell]] = []
    for place, cell in cells.all_of("status"):
        text = cell_text(cell)
        if is_nothing(text) or (is_light(text) and DAY.search(cell_text(cells.get("closed")).casefold())):
            continue  # a light says how it went, and the day beside it that it is over
        code = words.get(text.casefold()) or ("closed" if text.casefold() == "x" and _DONE.search(cells.heading_at(place)) else None)
        found = Stated(code) if code else read_state(text)
        if found is None and (echo := echoes(text, cells.heading_at(place))):
            found = Stated(echo, firm=False)
            cells.inferred["status"] = _("by the words “{words}”").format(words=text[:30])
        if (
            found
            and found.code == "cancelled"
            and not found.noted
            and DAY.sub("", found.beside).strip() == ""
            and echoes_deed(text, cells.line("title"))
        ):
            found = None  # Replace the locks: Replaced 6/9
        freely = (stated_freely(text) or stated_in_english(text, cells.line("title"))) if found is None else None
        if freely and freely.code != "open":
            cells.inferred["status"] = _("by the words “{words}”").format(words=text[:30])
            stated.append((place, freely, cell))
        elif found is None and (freely or tells_of_work(text)):
            cells.own_remarks.append(_("{label}: {text}").format(label=cells.heading_at(place), text=joined_lines(text)))
            cells.inferred["status"] = _("by the words “{words}”").format(words=text[:30])
            stated.append((place, Stated("open"), cell))
        elif found is None and cells.not_ended and text.isascii() and not text.isupper() and not MAY_HALT.search(text.casefold()):
            cells.inferred["status"] = _("by the blank under “{heading}”").format(heading=cells.heading("closed"))
            cells.own_remarks.append(_("{label}: {text}").format(label=cells.heading_at(place), text=joined_lines(text)))
            stated.append((place, Stated("open"), cell))
        elif found is None and DAY.search(cell_text(cells.get("closed"))):
            cells.inferred["status"] = _("by the day under “{heading}”").format(heading=cells.heading("closed"))
            stated.append((place, Stated("closed", firm=False), cell))
        elif found is None:
            what = _("This word is not known here.")
            fix = _('Say what it means: --map "{heading}:{word}=closed", or another state ({states}).')
            cells.problem(
                "status", cell, what, fix.format(heading=cells.heading_at(place), word=text[:40], states="open, submitted, suspended, cancelled")
            )
        else:
            stated.append((place, found, cell))
    if cells.strikes_off is not None:  # where striking off has a column of its own, only that closes
        final = next((one for one in stated if one[0] == cells.strikes_off), None)
        others = [one for one in stated if one[0] != cells.strikes_off and one[1].code != "closed"]
        done = [one for one in stated if one[0] != cells.strikes_off and one[1].code == "closed"]
        if final is None and done:
            cells.inferred["status"] = _("done, and not struck off")
            return State("open", cells.heading_at(done[0][0]))
        stated = [final] if final else others
    for place, found, cell in stated:
        if state.code is None or _says_more(found.code, state.code):
            state.code, state.column, state.beside, state.returned = found.code, cells.heading_at(place), found.beside, is_returned(cell_text(cell))
    against = next((one for one in stated if not _agree(one[1].code, state.code or "")), None)
    if against:
        _contradiction(cells, against[2], against[1].code, state)
    return state


def _says_more(code: str, than: str) -> bool:
    """Whether a state says more than another that does not contradict it: on hold says more than not done, a word more than a tick."""
    if than == "open":
        return code != "closed"
    return (than, code) == ("closed", "cancelled")


def _agree(one: str, other: str) -> bool:
    return one == other or ("open" in (one, other) and "closed" not in (one, other)) or {one, other} == {"closed", "cancelled"}


def _contradiction(cells: RowCells, cell: Cell, code: str, state: State) -> None:
    what = _("{here} here, and {there} under “{heading}”.").format(here=word("status", code), there=word("status", state.code), heading=state.column)
    cells.problem("status", cell, what, _("Correct one of the two."))


def _ended_in_words(cells: RowCells, state: State) -> None:
    """A word or a tick where the day of the end stands says that it ended, on a day not known; beside a day (Done 6/24, 已办结6月24日) it says no more than the day."""
    for key in _ENDS:
        text = cell_text(cells.get(key))
        marked = text.casefold() == "x" and cells.heading(key).isascii()  # under a Chinese heading it is typed for ×
        if _NOT_YET.fullmatch(text.strip()):
            cells[key] = None
            continue
        found = Stated("closed") if marked else read_state(text) if isinstance(cells.get(key), (str, bool)) else None
        if not found or (days := len(DAY.findall(found.beside))):
            if found and found.code == key and days == 1:
                cells[key] = found.beside
            elif found and found.code in ("cancelled", "suspended") and state.code in (None, found.code):
                state.code, state.column, state.beside = (
                    found.code,
                    cells.heading(key),
                    found.beside,
                )  # Cancelled 7/30 where the day of the end stands
                cells[key] = None
            continue
        if found.code == "closed" and state.code not in (None, "closed", "cancelled"):
            _contradiction(cells, cells[key], key, state)
        elif found.code == "open" and state.code == key and is_tick(text):
            _contradiction(cells, cells[key], found.code, state)
        elif state.code is None and found.code in (*_ENDS, "suspended"):
            state.code, state.column = key if found.code == "closed" else found.code, cells.heading(key)
        cells[key] = None


def _ended_at_deadline(cells: RowCells, state: State) -> None:
    """A word of its end where the deadline should stand (Done, 已完成 6.24) says how far it is; that it was due some day nobody knows then."""
    cell = cells.get("due")
    remark = _REMARK.fullmatch(cell) if isinstance(cell, str) and len(cell) <= _LONGEST_DEADLINE else None
    said = read_state(remark["said"] or remark["said2"]) if remark else None
    if remark and said and said.code != "open":
        if state.code is None:
            state.code, state.column, state.beside, state.told = said.code, cells.heading("due"), said.beside, True
            cells.inferred["status"] = _("by the words “{words}”").format(words=cell_text(cell)[:30])
        elif not _agree(said.code, state.code):
            _contradiction(cells, cell, said.code, state)
        cells["due"] = remark["day"]
        return
    found = read_state(cell) if isinstance(cell, str) and not is_tick(cell) else None
    if found is None or found.code not in ("closed", "cancelled") or not _agree(found.code, state.code or found.code):
        return
    if state.code is None:
        state.code, state.column, state.beside, state.told = found.code, cells.heading("due"), found.beside, True
        cells.inferred["status"] = _("by the words “{words}”").format(words=cell_text(cell)[:30])
    cells["due"] = None


def _told(cells: RowCells, state: State) -> None:
    """What the notes tell of an end or a pause: it is the state where no column says one, and a fault where one says otherwise."""
    returned = bool(cell_text(cells.get("submitted")))  # its result is what was handed in, whatever became of it
    only_struck_off = cells.strikes_off is not None or "销号" in cells.heading("status")
    own = [text for _heading, text in cells.notes(("progress", "percent", "result"), remarks=False)] if cells.tells_state_in_progress else []
    beside = (
        (heading, text)
        for heading, text in cells.kept()
        if state.code is None and (_TELLS.search(heading) or not is_known(heading)) and DAY.search(text.casefold())
    )
    for heading, text in itertools.chain(cells.notes(("progress", "percent") if returned else ("progress", "percent", "result")), beside):
        if state.code is None and _may_tell_what(text) and not any(cell_text(cells.get(key)) for key in _ENDS):
            what = _("“{words}” under “{heading}” may end the matter, or tell of the work.")
            cells.problem("status", text, what.format(words=text[:30], heading=heading), _("Say under a heading of the state how far it is."))
            break
        found = told_in(text) or (ended_alone(text) if text in own else None)
        if found is None:
            state.beside = state.beside or (ended_on(text) if state.code == "closed" else "")
            continue
        if state.code is None:
            if found.code == "closed" and only_struck_off and "销号" not in text:
                continue
            state.code, state.column, state.beside, state.told = found.code, heading, found.beside, True
            cells.inferred["status"] = _("by the words “{words}”").format(words=text[:30])
        elif state.code == found.code or {state.code, found.code} == {"closed", "cancelled"}:
            state.beside = state.beside or found.beside
        elif not state.told and (found.firm or state.code == "open") and not (only_struck_off and "销号" not in text):
            what = _("“{words}” under “{heading}” says otherwise: the state here is {state}.")
            cells.problem(
                "status",
                cells.get("status"),
                what.format(words=text[:30], heading=heading, state=word("status", state.code)),
                _("Correct one of the two."),
            )


def _may_tell_what(note: str) -> bool:
    """Whether a note begins with Closed: and a name, and may tell of a street as well as of the matter."""
    return _CLOSED_WHAT.match(note[:1].lower() + note[1:]) is not None and not DAY.match(note.partition(":")[2].strip().casefold())


def _day_beside(text: str, dates: DateCells, issued: date | None) -> date | None:
    """The day in the words beside a state, where there is one."""
    found = DAY.search(text)
    if found is None:
        return None
    try:
        reading = dates.happened("closed", found[0].strip(), issued)
    except BadInput:
        return None
    return reading.day if reading else None
