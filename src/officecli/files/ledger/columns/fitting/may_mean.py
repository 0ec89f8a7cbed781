"""What a heading may mean beside what stands under it: where the two disagree, that is said."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meaning import meanings, normal
from officecli.files.ledger.columns.by_heading.meant import DAYS, GUESSED, LOOSE, PASSED, PEOPLE, PERHAPS, Meant
from officecli.files.ledger.columns.by_heading.on_the_way import OF_ITS_LIFE
from officecli.files.ledger.columns.by_heading.people_aside import stands_aside
from officecli.files.ledger.columns.by_heading.stages import HOW_FAR, PART_OF_THE_WORK
from officecli.files.ledger.columns.chosen import Table, label
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL, SELDOM, WORDY
from officecli.files.ledger.columns.fitting.column import Column
from officecli.files.ledger.columns.fitting.day_columns import is_on_the_way
from officecli.files.ledger.columns.fitting.in_pairs import in_pair
from officecli.files.ledger.columns.fitting.overruling import OVERRULING
from officecli.files.ledger.columns.fitting.planned_stages import of_a_stage
from officecli.files.ledger.words.plain import DAY
from officecli.files.ledger.words.states import read_state
from officecli.i18n import _
from officecli.patterns import pattern

_GOES_OUT = pattern(
    r"(?:date )?(?:issued|published|released|recorded|received|delivered|passed|adopted|registered|credited|lodged|posted)(?: on| date)?",
    re.IGNORECASE,
)
"""What is sent out into the world, once it is done."""

_HAS_BEEN = pattern(r"实际|真实")
_OVER = pattern(r"实际|真实|销|归档|关闭|结案|闭环|验收")
"""Of a day's heading: it has been, whatever stands under it."""

_ENDED_PLAINLY = pattern(r"\b(?:actual|closed|was|has been)\b", re.IGNORECASE)

_LONGEST_DAY = 40
"""Characters on average of what may be said of a day; what is longer tells of the work."""

_ENDED_BY = pattern(r"(?:closed|completed|cleared|resolved|signed off) by\b", re.IGNORECASE)

_SENT = pattern(r"发布|发文|刊发|印发|签发|发出|发送")
"""What was made is given out on it: 发布日期."""

_HANDED_ON = pattern(r"(?:date )?(?:sent|given|referred|routed|forwarded|assigned|issued|passed|handed|delegated) to\b", re.IGNORECASE)


def fitting(table: Table, place: int) -> list[Meant]:
    """What a heading may mean, without what its cells rule out; where they overrule
    its own word, and are none of what it may mean (Filed, Target), that is said.
    """
    column = Column(table, place)
    for rule in (in_pair, of_a_stage):
        if (paired := rule(table, place)) is not None:
            return paired
    headed, fitted = meanings(column.text), _fitted(column)
    if headed and fitted and all(meant.key != fitted[0].key for meant in headed):
        what = _("“{heading}” is headed like {column}, but what stands under it is not: it is read as {other}.")
        table.chosen.overruled[place] = what.format(heading=column.text, column=label(headed[0].key), other=label(fitted[0].key))
    return fitted


def _fitted(column: Column) -> list[Meant]:
    found = _beside_others(column, list(meanings(column.text))) or _ticked_off(column)
    if not found or not column.cells.filled or column.is_given(found[0].key):
        return found
    found = _borne_out(column, found)
    if not found:
        return []
    for rule in OVERRULING:
        if (instead := rule(column, found)) is not None:
            return instead
    return _of_their_kind(column, found)


def _ticked_off(column: Column) -> list[Meant]:
    """Closed by State: Y, or 3 June: not who it was, but whether, and when."""
    if not _ENDED_BY.match(column.text):
        return []
    if column.cells.past >= NEARLY_ALL and not column.in_every_row:
        return [Meant("closed", LOOSE)]
    return [Meant("status", LOOSE)] if column.cells.ticks >= MOSTLY and not column.another("status") else []


def _beside_others(column: Column, found: list[Meant]) -> list[Meant]:
    """The meanings as the other columns and the rows that have anything there order them."""
    if found and not column.is_given(found[0].key) and column.is_told_of():
        return [Meant("remarks", GUESSED)]
    if {meant.key for meant in found} == {"due", "closed"} and _to_come(column):
        return [Meant("due", found[0].strength)]  # 办结时间, still to come: by when
    if column.raised_on:
        return [Meant("issued", found[0].strength if found else GUESSED)]
    if {meant.key for meant in found} == {"due", "closed"} and (not column.mostly_filled or (column.cells.past == 1 and column.is_over_before_due())):
        found.sort(key=lambda meant: meant.key != "closed")  # what is done alone has a day there
        found = [Meant(meant.key, found[0].strength - at, meant.later) for at, meant in enumerate(found)]
        if column.cells.past >= NEARLY_ALL:
            found = found[:1]  # beside 验收时间: of what is open it says nothing
    if normal(column.text) == "date" and not column.mostly_filled and column.behind_ticks():
        return [Meant("closed", 46)]
    sent = _SENT.search(column.text) is not None and column.behind_deadline() and not column.in_every_row
    out = sent or column.was_done_as_asked() or (not column.mostly_filled and _goes_out(column))
    if found and found[0].key == "issued" and column.cells.filled and out:
        found = [Meant("closed", 46)]  # Issued, of a permit that was applied for
    if column.cells.ahead and found and all(meant.strength == GUESSED and meant.key in PASSED for meant in found):
        found = [Meant("due", GUESSED + 1)]  # Committed on: a day that is still to come
    if (
        [meant.key for meant in found] == ["status", "closed"]
        and column.cells.ahead >= NEARLY_ALL
        and not _ENDED_PLAINLY.search(column.text)
        and _to_come(column)
    ):
        return [Meant("due", found[0].strength)]  # Construction complete: by when
    if (
        found
        and found[0].key in ("closed", "submitted")
        and (not found[0].plain or column.cells.ahead >= NEARLY_ALL)
        and not _ENDED_PLAINLY.search(column.text)
        and _to_come(column)
    ):
        found = [Meant("due", found[0].strength)]  # Begin, Complete: of a plan
    if found and found[0].key == "closed" and not found[0].plain and column.ended_behind_deadline():
        return [Meant("issued", found[0].strength)]
    keys = {meant.key for meant in found if not meant.plain}
    if keys == {"closed", "issued"} or (keys == {"closed", "issued", "status"} and column.cells.days >= MOSTLY):
        found = _began_or_ended(column, found)
    return found


def _goes_out(column: Column) -> bool:
    """Whether what was issued in some rows alone is what came of the matter: another heading says when it began, or this one stands behind its deadline."""
    return (
        column.begun_elsewhere()
        or column.was_to_be_done(is_on_the_way)
        or (_GOES_OUT.fullmatch(column.text) is not None and column.behind_deadline())
    )


def _to_come(column: Column) -> bool:
    """Whether days that may be those of an end are still to come in nearly every row, and no other heading is the deadline's."""
    over = _HAS_BEEN if column.cells.ahead >= NEARLY_ALL else _OVER  # 验收日: 12月4日, in every row
    ahead = column.cells.ahead > SELDOM and column.mostly_filled and not over.search(column.text)
    return ahead and not column.named_elsewhere("due", "original_due")


def _began_or_ended(column: Column, found: list[Meant]) -> list[Meant]:
    """Sent, Filed: the day on which it began where nearly every row has one, it stands
    before the deadline and no other heading says when it did, else that on which it ended.
    """
    if OF_ITS_LIFE.fullmatch(column.text.strip()) and column.in_every_row and column.most_are_still_due():
        return [meant for meant in found if meant.plain]  # Purchased, beside Renew before
    behind = column.behind_deadline()
    first = "closed" if behind or not column.mostly_filled or column.begun_elsewhere() else "issued"
    loose = sorted((meant for meant in found if not meant.plain), key=lambda meant: meant.key != first)
    if behind:  # Feedback returned, behind the deadline: no beginning
        loose = [meant for meant in loose if meant.key == "closed" or (meant.strength != GUESSED and column.mostly_filled)]
    elif first == "issued" and column.in_every_row and column.deadline_behind() and column.most_are_still_due():
        loose = [meant for meant in loose if meant.key != "closed"] or loose  # Published, beside Opened in some rows: not all of it is over
    # an application: each was submitted
    plain = [meant for meant in found if meant.plain and not (meant.key == "submitted" and first == "issued")]
    return plain + [Meant(meant.key, loose[0].strength - at) for at, meant in enumerate(loose)]


def _borne_out(column: Column, found: list[Meant]) -> list[Meant]:
    """The meanings without those that were guessed and that the cells do not bear out, and without days that have passed where no days stand."""
    cells = column.cells

    def bears_out(key: str) -> bool:
        if key == "source":
            return cells.codes >= MOSTLY  # Bill: HB 114, and no amount
        return not column.stands_again and (cells.people if key in PEOPLE else cells.fit(key)) >= MOSTLY

    found = [
        meant for meant in found if meant.strength not in (GUESSED, GUESSED - 1) or bears_out(meant.key)
    ]  # also the second of two that were guessed
    if found and found[0].key in PASSED and not found[0].plain and cells.filled >= ENOUGH and not cells.fit(found[0].key):
        nothing = () if cells.states else ("status",)  # Given in: Park Board
        found = [meant for meant in found if meant.key not in (*PASSED, *nothing)]  # Actual: an amount
    return found


def _of_their_kind(column: Column, found: list[Meant]) -> list[Meant]:
    """The meanings that the cells fit; where they fit none of a loose heading's, what the cells are."""
    cells = column.cells
    if cells.states < SELDOM and found[0].key == "progress":
        found = [meant for meant in found if (meant.key, meant.strength) != ("status", PERHAPS)]  # 进展情况 beside 完成情况: no states
    tells = cells.ended or cells.halted or any(map(_handed_in, cells.texts))
    of_stages = HOW_FAR.search(column.text) and tells and not column.stated_elsewhere()
    in_words = cells.states < (NEARLY_ALL if column.another("closed") else MOSTLY)  # State of work: Cropped, plate cut; beside Cleared on
    if found[0].key == "status" and found[0].strength == PERHAPS and (in_words or PART_OF_THE_WORK.fullmatch(column.text)) and not of_stages:
        found = found[1:]
        if found and all(meant.key in DAYS for meant in found) and not cells.days:
            return [Meant("progress", GUESSED)]  # 整改: 已换灯: what was done
    worded = not cells.days and cells.filled >= ENOUGH and all(meant.key in DAYS and not meant.plain for meant in found)
    prose = cells.length > _LONGEST_DAY and column.another("due", "original_due")
    if worded and (prose or (found and found[0].strength <= PERHAPS and cells.words >= WORDY)):
        return []  # Implementation: Clerk to see to it at the annual meeting; Reply given: told by post
    fits = [meant for meant in found if cells.fit(meant.key) > SELDOM]
    if not found:
        return []
    if cells.fit(found[0].key) < 1 - MOSTLY and (plain := [meant for meant in fits if cells.fit(meant.key) >= MOSTLY]):
        return plain  # Action by: 8/1, and ASAP here and there: when, and not who
    if found[0] in fits:
        return [one for one in found if one.key != "title" or one in fits]  # 时间节点: days, and no names of milestones
    one_says_it = cells.filled >= ENOUGH or (cells.past == 1 and _HANDED_ON.match(column.text))  # Sent to State: 3 June, and blank in all others
    looks = cells.kind if one_says_it and found[0].strength < LOOSE else ""
    if looks == "due" and found[0].key == "source" and cells.counted_in_year:
        return found  # Circular 3/2026
    told = column.among_stages or (found[0].key == "title" and column.another_of_days("due"))
    if looks == "due" and not any(meant.key in DAYS for meant in found) and told:
        return []  # Works, before Handover; 子项目: 1.排版（8.1-8.12）, beside 起止日期
    if looks == "due" and _HANDED_ON.match(column.text) and cells.past >= NEARLY_ALL and column.mostly_filled:
        looks = "issued"  # Sent to counsel: a day that has been
    if looks == "due" and cells.past == 1 and not column.mostly_filled and column.behind_deadline():
        looks = "closed"  # Sent to State: a day in the rows that are over
    if looks == "lead" and not fits and stands_aside(column.text):
        return []  # Wanted by: a person, and no day
    if not looks and found[0].key == "title" and not found[0].plain and cells.years >= NEARLY_ALL and one_says_it:
        return []  # Records of: 2017–2018
    return fits or ([Meant(looks, found[0].strength)] if looks else found)  # nothing better: its rows say what is wrong


def _handed_in(text: str) -> bool:
    """Whether a cell says on which day something was handed in: Submitted 6/29."""
    said = read_state(text)
    return said is not None and said.code == "submitted" and DAY.search(said.beside) is not None
