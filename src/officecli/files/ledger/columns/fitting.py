"""What a heading may mean beside what stands under it: where the two disagree, that is said."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.chosen import Table, label
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL, SELDOM, Contents
from officecli.files.ledger.columns.han_morphemes import asks_for_end
from officecli.files.ledger.columns.heading_meaning import is_known, meanings, normal
from officecli.files.ledger.columns.meant import GUESSED, LOOSE, PEOPLE, Meant
from officecli.files.ledger.words.coded import knows_word
from officecli.files.ledger.words.stated_freely import echoes
from officecli.i18n import _

_AHEAD = ("issued", "original_due", "due")
"""Days in whose place a tick says nothing; where something happened it says that it did."""

_PERHAPS = 30
"""The strength of a heading that is one of states only where states stand under it: List, Stage."""

_SHORT = 24
"""Characters on average of cells that say a state; what is longer tells of the work."""

_LONGEST_JUDGEMENT = 8
"""Characters on average of a judgement that is a state."""

_PASSED = ("issued", "closed")
"""Days of what has happened: a heading that may mean one means nothing of the kind where none stands under it."""

_DECISION = re.compile(r"\b(?:decision|determination|ruling)\b", re.IGNORECASE)
"""What was decided of a matter, where it is one word."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_DECIDED = re.compile(r"决[定议]|裁定|意见|结[论果]|答复|批复|处理|处置")
_MEETING = re.compile(r"\b(?:meeting|mtg|hearing|session|council|board|agenda)\b", re.IGNORECASE)
"""It is where a matter comes from, on a day that has been, or where it goes to."""

_STAGE = re.compile(r"\b(?:stage|health)\b", re.IGNORECASE)
"""How far it is in a procedure of its own, whose words nobody lists; one of them may be its end."""

_BARE_DAY = frozenset({"日期", "时间", "date", "day"})


class Fitting:
    """What the headings of a table may mean, without what their cells rule out."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def meant(self, place: int) -> list[Meant]:
        """What the heading may mean, without what its cells rule out; where they overrule its own word, that is said."""
        headed, fitted = meanings(self._table.texts[place]), self._fitted(place)
        if headed and fitted and headed[0].key != fitted[0].key:
            what = _("“{heading}” is headed like {column}, but what stands under it is not: it is read as {other}.")
            self._table.chosen.notes.append(what.format(heading=self._table.texts[place], column=label(headed[0].key), other=label(fitted[0].key)))
        return fitted

    def _fitted(self, place: int) -> list[Meant]:
        found, cells = list(meanings(self._table.texts[place])), self._table.under[place]
        if {meant.key for meant in found} == {"due", "closed"} and not self._table.mostly_filled(place):
            found.sort(key=lambda meant: meant.key != "closed")  # what is done alone has a day there
            found = [Meant(meant.key, found[0].strength - at, meant.later) for at, meant in enumerate(found)]
        if found and found[0].key == "issued" and cells.filled and not self._table.mostly_filled(place) and self._begun_elsewhere(place):
            found = [Meant("closed", 46)]  # Issued, of a permit that was applied for
        if cells.ahead and found and all(meant.strength == GUESSED and meant.key in _PASSED for meant in found):
            found = [Meant("due", GUESSED + 1)]  # Committed on: a day that is still to come
        if {meant.key for meant in found if not meant.plain} == {"closed", "issued"}:
            found = self._began_or_ended(place, found)
        if not found or not cells.filled or found[0].key in self._table.mapping.values():
            return found
        once = f"{self._table.texts[place]} (2)" not in self._table.texts  # 计划 over each of three stages is the deadline of none
        found = [meant for meant in found if meant.strength != GUESSED or (once and _borne_out(meant.key, cells))]
        if not found:
            return found
        if found[0].key in _PASSED and not found[0].plain and cells.filled >= ENOUGH and not cells.fit(found[0].key):
            found = [meant for meant in found if meant.key not in _PASSED]  # Actual: an amount
        if found and found[0].key == "status" and not found[0].plain and cells.numbers >= MOSTLY and not cells.days and cells.states < SELDOM:
            return []  # Actual: 1,200
        if not found:
            return found
        if found[0].key in ("rating", "result") and cells.kind == "status" and self._judges(place):
            return [Meant("status", found[0].strength)]  # 进度评价: 快于序时; 督办结论: 在办
        if found[0].key == "progress" and (self._answers(place) or self._says_states(place)):
            return [Meant("status", found[0].strength)]
        if found[0].key == "light" and cells.ended and not self._another(place, "status"):
            return [Meant("status", found[0].strength)]  # RAG: Green, Complete
        if found[0].key == "rating" and all(knows_word("importance", text) or knows_word("urgency", text) for text in cells.texts):
            return [Meant("labels", found[0].strength)]  # Rating: High
        if found[0].key in _PASSED and not found[0].plain and cells.ticks >= MOSTLY and self._ended_elsewhere(place):
            return []  # Accepted? Yes
        if cells.ahead > SELDOM and _MEETING.search(self._table.texts[place]) and any(meant.key == "issued" for meant in found):
            return [] if self._due_elsewhere(place) else [Meant("due", found[0].strength)]  # the meeting it goes to, and not that it comes from
        if [meant.key for meant in found[:2]] == ["number", "source"] and len(cells.texts) < cells.filled:
            return found[1:]  # the number of a paper that several matters come from
        if found[0].key == "title" and not found[0].plain and self._tells_how_it_ended(place):
            if _HAN.search(text := self._table.texts[place]) and not _DECIDED.search(text):
                return [meant for meant in found if meant.key != "title"]  # 任务描述, 存在问题及建议
            return [Meant("status" if cells.states >= MOSTLY else "result", found[0].strength)]  # Decision: Refused
        if found[0].key == "title" and cells.numbers >= MOSTLY and self._another_matter(place):
            return []  # Item: 3.1
        if found[0].key == "title" and cells.codes >= MOSTLY and self._another_matter(place):
            return [Meant("number", found[0].strength)]  # Tasker: TMT-441
        if found[0].key == "unit" and cells.persons >= 2 * SELDOM and self._another(place, "lead"):
            return [Meant("support", found[0].strength)]  # Team: people, beside who leads
        if found[0].key == "status" and cells.days >= MOSTLY and any(meant.key == "due" for meant in found) and self._only_deadline(place):
            return [Meant("due", found[0].strength)]  # 完成 with a day in every row, and no other deadline
        if found[0].key == "status" and cells.days >= SELDOM and (closed := [meant for meant in found if meant.key == "closed"]):
            return [closed[0]._replace(strength=found[0].strength), *found]  # Done: the day on which it was
        if found[0].key in _AHEAD and cells.ticks >= MOSTLY and not cells.days and not any(meant.key == "status" for meant in found):
            return []  # Extended? Yes
        if self._table.plan and normal(self._table.texts[place]) in _BARE_DAY:
            return [Meant("due", found[0].strength + 1), *found]
        tells = _STAGE.search(self._table.texts[place]) and (cells.ended or cells.halted) and not self._another(place, "status")
        if found[0].key == "status" and found[0].strength == _PERHAPS and cells.states < MOSTLY and not tells:
            found = found[1:]
        fitting = [meant for meant in found if cells.fit(meant.key) > SELDOM]
        if found[0] in fitting:
            return found
        looks = cells.kind if cells.filled >= ENOUGH and found[0].strength < LOOSE else ""
        if looks == "due" and cells.past == 1 and not self._table.mostly_filled(place) and self._behind_deadline(place):
            looks = "closed"  # Sent to State: a day in the rows that are over
        return fitting or ([Meant(looks, found[0].strength)] if looks else found)  # nothing better: its rows say what is wrong

    def _another(self, place: int, *keys: str) -> bool:
        """Whether another heading means one of these columns first, with something under it."""
        return any(self._table.headed(at) in keys for at in self._table.others(place))

    def _begun_elsewhere(self, place: int) -> bool:
        """Whether another heading says when it began, with days under it in nearly every row."""
        table = self._table
        return any(table.headed(at) == "issued" and table.under[at].days >= MOSTLY and table.mostly_filled(at) for at in table.others(place))

    def _behind_deadline(self, place: int) -> bool:
        """Whether a heading that is plainly the deadline's stands before this one."""
        return any(self._table.headed(at) == "due" for at in range(place))

    def _due_elsewhere(self, place: int) -> bool:
        """Whether another heading is a deadline's, with days under it."""
        return any(self._table.under[at].days >= MOSTLY and self._table.headed(at) in ("due", "original_due") for at in self._table.others(place))

    def _ended_elsewhere(self, place: int) -> bool:
        """Whether another heading says when it ended, with days under it."""
        return any(self._table.under[at].days >= MOSTLY and self._table.may_be(at, "closed") for at in self._table.others(place))

    def _judges(self, place: int) -> bool:
        """Whether what others judge of the work are states in short Chinese words, not how content somebody is, and no other heading is one of states."""
        cells = self._table.under[place]
        return (
            not any("满意" in text or text.isascii() for text in cells.texts)
            and cells.states >= NEARLY_ALL
            and cells.length <= _LONGEST_JUDGEMENT
            and self._table.mostly_filled(place)
            and not self._another(place, "status")
        )

    def _says_states(self, place: int) -> bool:
        """Whether what is told of the progress is nearly always a state, in nearly every row, and no other heading tells one."""
        cells = self._table.under[place]
        return (
            cells.filled >= ENOUGH
            and self._table.texts[place].isascii()
            and cells.said >= MOSTLY
            and cells.length <= _SHORT
            and self._table.mostly_filled(place)
            and not self._another(place, "status")
            and bool(cells.ended)
        )

    def _answers(self, place: int) -> bool:
        """Whether every cell answers in the heading's own words (摘牌情况: 已摘牌, 未摘牌), and no other heading tells of a state or of an end."""
        cells, heading = self._table.under[place], self._table.texts[place]
        return (
            self._table.mostly_filled(place)
            and all(echoes(text, heading) and asks_for_end("是否" + text[-2:]) for text in cells.texts)
            and not self._another(place, "status", "closed")
        )

    def _only_deadline(self, place: int) -> bool:
        """Whether nearly every row has something there, and no other heading is a deadline's."""
        return self._table.mostly_filled(place) and not self._another(place, "due", "original_due")

    def _tells_how_it_ended(self, place: int) -> bool:
        """Whether few rows have anything under a heading that may be the matter's, or one word, beside another column that says something else in each: what became of it."""
        under, texts = self._table.under, self._table.texts
        one_word = _DECISION.search(texts[place]) and not under[place].days and not any(" " in text for text in under[place].texts)
        return (bool(one_word) or not self._table.mostly_filled(place)) and any(
            under[at].tells_apart and (self._table.may_be(at, "title") or not is_known(texts[at])) for at in self._table.others(place)
        )

    def _another_matter(self, place: int) -> bool:
        """Whether another heading may be the matter's, with words under it."""
        return any(self._table.may_be(at, "title") and self._table.under[at].tells_apart for at in self._table.others(place))

    def _began_or_ended(self, place: int, found: list[Meant]) -> list[Meant]:
        """Sent, Filed: the day on which it began where nearly every row has one, it stands before the deadline and no other heading says when it did, else that on which it ended."""
        begun = self._begun_elsewhere(place)
        first = "closed" if begun or self._behind_deadline(place) or not self._table.mostly_filled(place) else "issued"
        loose = sorted((meant for meant in found if not meant.plain), key=lambda meant: meant.key != first)
        if self._behind_deadline(place):
            loose = [
                meant for meant in loose if meant.strength != GUESSED or meant.key == "closed"
            ]  # Feedback returned, behind the deadline: no beginning
        plain = [
            meant for meant in found if meant.plain and not (meant.key == "submitted" and first == "issued")
        ]  # an application: each was submitted
        return plain + [Meant(meant.key, loose[0].strength - at) for at, meant in enumerate(loose)]


def _borne_out(key: str, cells: Contents) -> bool:
    """Whether what stands under a heading that was guessed is what the guess says."""
    return (cells.people if key in PEOPLE else cells.fit(key)) >= MOSTLY
