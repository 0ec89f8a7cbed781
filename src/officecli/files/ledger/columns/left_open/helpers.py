"""Who helps with a matter, as the headings beside theirs and what stands under them say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.files.ledger.columns.by_heading.english_deeds import deed_named, does_what_is_due
from officecli.files.ledger.columns.by_heading.meaning import meanings
from officecli.files.ledger.columns.by_heading.people_aside import ADDRESS, ASIDE, BY_OR_TO, ONLY_ALONE, stands_aside
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL, SELDOM
from officecli.patterns import pattern

_HAS_A_HAND = pattern(
    (
        r"\b(?:(?:help(?:ed|ing)?|input|info|information|support|assistance)(?: needed| required| wanted| requested)? (?:from|by)|search(?:ing|ed)"
        r"|referral|referred to|(?<!see )also(?:$| (?!(?:notif|inform|cc|copi|told|known|aware|called|see|an?\b)\w*)\w+)"
        r"|working with|others? (?:working|assigned|involved))\b"
    ),
    re.IGNORECASE,
)

_SEVERAL = pattern(r"\S\s*(?:[;&+\n]|/|\band\b)\s*\S")
_BETWEEN = pattern(r"[,;/&+\n]|\band\b")
ANOTHER = pattern(r"(?:second|2nd|third|3rd|other|another|fellow|junior|assistant|associate|relief|night) (?P<such>\w{4,})", re.IGNORECASE)

_THOSE_WHO = pattern(r"(?P<deed>[\u3400-\u9fff]{1,4})(?:人员?|成员|[组队班]员)(?:姓名|名单)?")
_THEIR_HEAD = r"(?:总|主要)?(?:负责人|责任人|牵头人|组长|班长|队长|主管|带头人)(?:姓名)?"

_WHO_DO = pattern(r"(?:\w+ ){0,2}\w{3,}(?:er|or|ist|ant|ent)s", re.IGNORECASE)
"""Several who do some work: Reviewers, Fire wardens, Consultants."""
_HELPING = pattern(r"[协助帮副]|配合")


class HelpersByContents:
    """Finds who helps whoever leads among the columns that the headings leave open."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def who_helps(self) -> list[int]:
        """The columns of people and sections of the office beside whoever leads, whose headings do not say that these stand aside: Crew, Help from."""
        table, hands = self._table, self.who_has_a_hand()
        named = [at for at in self._bare() if table.under[at].people >= NEARLY_ALL or at in hands]
        named += [at for at, found in table.open.items() if found and found[0].key == "lead" and self._only_here_and_there(at)]
        named = [at for at in named if not ADDRESS.search(table.texts[at])]
        lent = [place for place in named if _HAS_A_HAND.search(table.texts[place]) or self._do_what_lead_heads(place) or self._is_another_such(place)]
        lent += [at for at in table.open if at not in lent and (self._do_what_is_due(at) or self._are_several_beside_lead(at))]
        if lent or self._several_lead():
            return lent
        if between := self._between_lead_and_deadline(named):
            return between
        english = table.heading("lead").isascii()  # QA, beside 偏差负责人, has another part in it
        return [place for place in named if english and table.texts[place].isascii() and self._are_persons(place) and not self._helps_nobody(place)]

    def who_has_a_hand(self) -> list[int]:
        """The columns of people and sections of the office whose headings say that these help, be it sections alone that lead: Input from."""
        return [at for at in self._bare() if _HAS_A_HAND.search(self._table.texts[at]) and self._are_ours(at)]

    def _bare(self) -> list[int]:
        """The columns left open of which no heading says anything."""
        return [at for at, found in self._table.open.items() if not found and not meanings(self._table.texts[at])]

    def _are_persons(self, place: int) -> bool:
        """Whether most cells name a person, or several beside some with one: HR; Lee, beside Ray; and not the sections alone that a matter is of.

        Those who do one work (Reviewers) are as well sections, where persons stand among them.
        """
        under = self._table.under[place]
        if under.persons < SELDOM:
            return False
        several = sum(1 for text in under.texts if _SEVERAL.search(text))
        named = under.people if _WHO_DO.fullmatch(self._table.texts[place].strip()) else under.persons
        return named + several / max(under.filled, ENOUGH) >= MOSTLY

    def _are_ours(self, place: int) -> bool:
        """Whether somebody of the office stands in most cells, be it beside a firm, or most of those who stand
        there, in whatever form, also stand under the lead somewhere: HV, beside AB, where both have initials.
        """
        if self._table.under[place].people >= MOSTLY:
            return True
        lead = {name.strip().casefold() for text in self._lead_texts() for name in _BETWEEN.split(text)}
        names = [name.strip().casefold() for text in self._table.under[place].texts for name in _BETWEEN.split(text)]
        return sum(name in lead for name in names) >= MOSTLY * max(len(names), ENOUGH)

    def _is_another_such(self, place: int) -> bool:
        """Whether a heading is of another who is what the lead's heading calls whoever leads: Second director, beside Funeral director."""
        another, lead = ANOTHER.fullmatch(self._table.texts[place].strip()), self._table.heading("lead")
        such = another is not None and lead.casefold().split()[-1:] == [another["such"].casefold()]
        return such or (are_under_another(self._table, place) and self._table.under[place].people >= NEARLY_ALL)

    def _do_what_is_due(self, place: int) -> bool:
        """Whether a heading is of those who do what the deadline's says is due: Reviewers, beside Policy owner and Review due."""
        table = self._table
        due = table.heading("due") or table.heading("original_due")
        return table.under[place].people >= NEARLY_ALL and does_what_is_due(table.texts[place], due)

    def _are_several_beside_lead(self, place: int) -> bool:
        """Whether an English heading calls by one word several who do such work, and the lead's one who does, and people of the office stand in
        every row: Engineers, beside Site lead.
        """
        table, heading, lead = self._table, self._table.texts[place].strip(), self._table.heading("lead")
        such = heading[-1:] == "s" and heading.isascii() and heading.isalpha() and meanings(heading) == meanings(heading[:-1])
        several = such and [one.key for one in meanings(heading)] == ["lead"] and lead[-1:] != "s"
        return bool(several) and table.under[place].persons == 1 and table.in_every_row(place) and not self._helps_nobody(place)

    def _do_what_lead_heads(self, place: int) -> bool:
        """Whether a heading is of those whose head leads, by one name of what they do: 检修人员, beside 检修负责人."""
        lead = self._table.chosen.columns.get("lead")
        found = _THOSE_WHO.fullmatch(self._table.texts[place])
        return lead is not None and found is not None and re.fullmatch(rf"{found['deed']}{_THEIR_HEAD}", self._table.texts[lead]) is not None

    def _between_lead_and_deadline(self, named: Sequence[int]) -> list[int]:
        """The column of people right behind a Chinese heading's lead and before the deadline, who stand in some rows alone: 搭伙, behind 经手人."""
        table, columns = self._table, self._table.chosen.columns
        place = columns["lead"] + 1
        fits = place in named and place < columns.get("due", 0) and table.under[place].persons == 1 and not table.in_every_row(place)
        if not fits or table.texts[place].isascii():
            return []
        return [place] if _HELPING.search(table.texts[place]) or not stands_aside(table.texts[place]) else []

    def _helps_nobody(self, place: int) -> bool:
        """Whether a heading says that those under it do nothing beside whoever leads: Requested by, Forwarded to; or did it before: Taken by."""
        return did_before(self._table, place) or any(says.search(self._table.texts[place]) for says in (ASIDE, ONLY_ALONE, BY_OR_TO))

    def _several_lead(self) -> bool:
        """Whether more cells than here and there name several who lead: who helps is told there, and Scrum master is somebody else."""
        texts = self._lead_texts()
        return sum(1 for text in texts if _SEVERAL.search(text)) > SELDOM * len(texts)

    def _lead_texts(self) -> Sequence[str]:
        """What stands under the lead."""
        place = self._table.chosen.columns.get("lead")
        return self._table.under[place].texts if place is not None and place < len(self._table.under) else ()

    def _only_here_and_there(self, place: int) -> bool:
        """Whether people stand in some rows beside who leads in all: Who else, Co-workers."""
        table, lead = self._table, self._table.chosen.columns.get("lead")
        return lead is not None and table.in_every_row(lead) and not table.in_every_row(place) and table.under[place].persons == 1


def did_before(table: Table, place: int) -> bool:
    """Whether a heading names those who did what another has past days of in every row, before the deadlines: Taken by, beside Taken on; Surveyor."""
    heading = table.texts[place]
    by_them = deed_named(heading) if heading.strip().casefold().endswith(" by") else ""
    past = [table.texts[at] for at in range(len(table.texts)) if table.all_past(at)]
    return any(deed_named(text) == by_them if by_them else does_what_is_due(heading, text) for text in past)


def are_under_another(table: Table, place: int) -> bool:
    """Whether an English heading names several whom another heading names one of: Under gardeners, beside Head gardener."""
    called = table.texts[place].casefold().split()[-1:]
    others = (text.casefold().split()[-1:] for at, text in enumerate(table.texts) if at != place and table.under[at].people >= NEARLY_ALL)
    return bool(called) and any(other and called[0] in (f"{other[0]}s", f"{other[0]}es") for other in others)
