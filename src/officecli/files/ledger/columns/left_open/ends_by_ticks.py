"""Whether a matter is over, where the headings do not say so: by columns of yes and no that ask whether something came about."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.english_deeds import (
    asks_if_it_was_done,
    came_about_as_due,
    deed_due_last,
    named_as_due,
    says_it_came_to_its_end,
    tells_of_the_deed,
)
from officecli.files.ledger.columns.by_heading.han_morphemes import asks_for_end, deed_due, ticked_for_end
from officecli.files.ledger.columns.by_heading.meaning import meanings
from officecli.files.ledger.columns.by_heading.meant import GUESSED
from officecli.files.ledger.columns.by_heading.on_the_way import BESIDE, CONFIRMS, SEEN, STEP
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import MOSTLY, NEARLY_ALL
from officecli.patterns import pattern

_AT_HAND = pattern(r"(?:in|on|at) (?:the )?(?:file|folder|binder|hand|repository|archive|drive|share ?point|portal|library)\W*", re.IGNORECASE)
"""A heading that asks whether what is to be brought is there."""
_READY = pattern(
    r"(?:(?:all |made |got )?ready|(?:it )?happened|took place|all set|ok(?:ay)?(?:'?e?d)?|sorted|good to go|(?:gone |went |now |is )?live"
    r"|(?:\w+ ){0,2}in (?:place|force|use|effect|service|operation))\W*(?:\(?y ?/ ?n\)?)?\W*",
    re.IGNORECASE,
)
_WAS_IT = pattern(
    r"(?:did|have|has|was|were|is|are) (?:we|it|they|he|she|this|that|you)(?: (?:do|done|happen(?:ed)?|finish(?:ed)?|over|there|made)(?: it| that)?)?\W*",
    re.IGNORECASE,
)
"""A heading that asks whether it came about, and no more: Did we?"""
_WANTED = pattern(
    (
        r"\b(?:documents?|evidence|proof|artifacts?|exhibits?|records?|forms?|papers?|items?|materials?) (?:needed|required|requested|wanted|due"
        r"|to (?:upload|submit|provide))\b|\brequired (?:documents?|evidence|forms?|papers?|records?|items?)\b"
        r"|\b(?:requisition|purchase)s?(?: requests?)?$|\b(?:goods|items?|supplies|stock|books?|parts?|materials?) ordered\b|\bto (?:buy|purchase)$"
    ),
    re.IGNORECASE,
)
_BROUGHT = pattern(
    (
        r"(?:(?:proof|evidence|document|paper|form|item|record)s? )?"
        r"(?:(?:is |was |been )?(?:up ?loaded|submitted|received|provided|collected|attached|obtained|delivered|turned in|handed in"
        r"|in))\W*(?:\(?y ?/ ?n\)?)?\W*"
    ),
    re.IGNORECASE,
)
"""What is wanted of somebody, and the heading that asks whether it came."""
_LAPSES = pattern(r"\b(?:expir\w+|lapses?|valid (?:until|till|to|thru|through)|good (?:until|thru|through))\b", re.IGNORECASE)
_RENEWED = pattern(r"(?:is |was |been )?(?:renewed|re-?certified|re-?licen[cs]ed|re-?registered)\W*(?:\(?y ?/ ?n\)?)?\W*", re.IGNORECASE)
"""Until when something holds, and the heading that asks whether it holds on."""
_MEETS = pattern(r"\b(?:events?|meet(?:ings?|s)?|hearings?|sessions?|trainings?|class(?:es)?|workshops?|drills?|exercises?|visits?)\b", re.IGNORECASE)
_HELD = pattern(r"(?:is |was |been )?(?:held|conducted|run)\W*(?:\(?y ?/ ?n\)?)?\W*", re.IGNORECASE)
"""What people come together for, and the heading that asks whether they did."""
_OF_TRAINING = pattern(r"\b(?:training|course(?! of)|class|workshop|induction|module|session)s?\b", re.IGNORECASE)
_ATTENDED = pattern(r"(?:attended|trained|passed|took part)\W*(?:\(?y ?/ ?n\)?)?\W*", re.IGNORECASE)
"""What somebody is to learn, and the heading that asks whether they went."""
_GIVEN_TO = pattern(r"(?:(?:due|back|in) )?(?:to|with) (?!be\b|do\b)(?:[\w'-]+ ){1,4}(?:by|before)|due (?:back )?(?:to|with|at|in) .+", re.IGNORECASE)
_GIVEN = pattern(
    r"(?:is |was |been )?(?:submitted|sent|delivered|transmitted|handed (?:in|over)|turned in|filed|returned|forwarded|lodged)\W*(?:\(?y ?/ ?n\)?)?\W*",
    re.IGNORECASE,
)
"""By when it is to be with whoever waits for it, and the heading that asks whether it went there."""
_PAPERS = pattern(
    r"\b(?:reports?(?! (?:of|on|from|no|number|id)\b)|returns?|stor(?:y|ies)|articles?|columns?|features?|consultations?|newsletters?|disclosures?"
    r"|submissions?|filings?|manuscripts?|abstracts?|bulletins?|press releases?)\b",
    re.IGNORECASE,
)
_SENT_BACK = pattern(r"\breturned\b", re.IGNORECASE)
_LOOKED_OVER = pattern(r"\b(?:review|approv|deci[ds]|sign|check|audit|comment|read|verif)", re.IGNORECASE)
"""What is written for others, what they do with it where it is not good enough, and by when they do something with it."""


class EndsByTicks:
    """Finds the columns of yes and no that tell how a matter ends, among those that the headings leave open."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def asked(self) -> list[int]:
        """The columns that tick whether something came about that may be the end:
        是否解除; 是否支付 where 应付日期 is the deadline, or Renewed? beside Renew by.
        """
        table, due = self._table, self._table.chosen.columns.get("due", self._table.chosen.columns.get("original_due"))
        heading = table.texts[due] if due is not None else ""
        return [*dict.fromkeys((*self._asked_as_due(heading), *self._came_about(), *self._told_in_words()))]

    def asked_and_dated(self) -> list[int]:
        """The columns that tick whether what the deadline's heading names came about, with yes in every row that has a day of the end:
        是否公示, beside 应公示日期.
        """
        table, columns = self._table, self._table.chosen.columns
        deed = deed_due(table.heading("due") or table.heading("original_due"))
        if not deed or deed not in table.heading("closed"):
            return []
        ended = table.under[columns["closed"]].passed
        return [at for at in table.open if table.under[at].ticks >= MOSTLY and _asks(table.texts[at], deed) and ended <= table.under[at].ended]

    def _came_about(self) -> list[int]:
        """The one column of ticks in a table, where its English heading says what came
        about: Condition met, Corrected on site; and of no step on the way, nor who agreed.
        """
        table = self._table
        ticks = [at for at, cells in enumerate(table.under) if cells.filled and cells.ticks >= MOSTLY]
        told = [at for at in ticks if at in table.open and says_it_came_to_its_end(table.texts[at])]
        return told if len(ticks) == 1 and told and not any(says.search(table.texts[told[0]]) for says in (SEEN, STEP, CONFIRMS, BESIDE)) else []

    def _told_in_words(self) -> list[int]:
        """The one column in a table that says in words how far it is, under the heading of an end: Delivered?: Done, Not started."""
        table = self._table
        fits = [
            at
            for at in table.open
            if table.under[at].said >= MOSTLY and table.under[at].ended and any(meant.key == "closed" for meant in meanings(table.texts[at]))
        ]
        alone = len(fits) == 1 and not {"progress", "percent", "closed"} & {*table.chosen.columns}
        return fits if alone and not any(says.search(table.texts[fits[0]]) for says in (SEEN, STEP, CONFIRMS, BESIDE)) else []

    def _asked_as_due(self, heading: str) -> list[int]:
        """The columns that tick whether what a deadline's heading names came about, or what was wanted is there."""
        table = self._table
        named, deed, wanted = deed_due_last(heading), deed_due(heading), named_as_due(heading)
        return [
            place
            for place in table.open
            if self._is_answered(place)
            and (
                asks_for_end(text := table.texts[place])
                or (ticked_for_end(text, self._matter(), heading) and self._is_last_of_ticks(place))
                or _AT_HAND.fullmatch(text.strip())
                or (_READY.fullmatch(text.strip()) and not STEP.search(text) and not BESIDE.search(text))
                or _WAS_IT.fullmatch(text.strip())
                or (_BROUGHT.fullmatch(text.strip()) and _WANTED.search(self._matter()))
                or (_ATTENDED.fullmatch(text.strip()) and _OF_TRAINING.search(f"{self._matter()} {heading}"))
                or tells_of_the_deed(text, named)
                or (_RENEWED.fullmatch(text.strip()) and _LAPSES.search(heading))
                or (_HELD.fullmatch(text.strip()) and _MEETS.search(f"{heading} {self._matter()}"))
                or (
                    _GIVEN.fullmatch(text.strip())
                    and (_GIVEN_TO.fullmatch(heading.strip()) or (self._is_paper_due(heading) and not _SENT_BACK.search(text)))
                )
                or came_about_as_due(text, wanted)
                or (deed and _asks(text, deed))
                or any(asks_if_it_was_done(text, told) for told in (heading, *self._told()))
            )
        ]

    def _is_paper_due(self, heading: str) -> bool:
        """Whether the matters are papers that go to others, and the deadline is not by when these look at them: Report, beside Due, and not Review by."""
        return any(map(_PAPERS.search, self._told())) and _LOOKED_OVER.search(heading) is None

    def _is_last_of_ticks(self, place: int) -> bool:
        """Whether no other column of ticks stands behind it, of what comes then: 是否入库, behind 是否到货."""
        return not any(self._table.under[at].ticks >= MOSTLY for at in self._table.others(place) if at > place)

    def _is_answered(self, place: int) -> bool:
        """Whether most cells say yes or no, or of some that it is not over yet (Partly), or nearly all how far it is and of some that it is over."""
        under = self._table.under[place]
        return under.ticks >= MOSTLY or (under.states >= NEARLY_ALL and (under.ticks > 0 or bool(under.ended)))

    def without_guess(self) -> None:
        """Let go of an end that was only guessed of its heading, where one column of ticks asks for it: Walked, beside `Ready?`."""
        table, place = self._table, self._table.chosen.columns.get("closed")
        if place is None or "status" in table.chosen.columns or table.mapped(place):
            return
        guessed = all(meant.strength <= GUESSED for meant in meanings(table.texts[place]) if meant.key == "closed")
        if guessed and len(asked := self.asked()) == 1:
            table.open[table.chosen.columns.pop("closed")] = []
            table.read_as("status", asked[0])

    def _told(self) -> list[str]:
        """The heading of the matter, or while none is, those under which there are words that may be it, be they read as a goal: Deliverable."""
        table, columns = self._table, self._table.chosen.columns
        may = [*table.open, *(at for at in columns.values() if table.may_be(at, "title"))]
        return [self._matter()] if "title" in columns else [table.texts[at] for at in may if table.under[at].tells]

    def _matter(self) -> str:
        """The heading of the matter; "" while none is."""
        place = self._table.chosen.columns.get("title")
        return self._table.texts[place] if place is not None else ""


def _asks(heading: str, deed: str) -> bool:
    """Whether a heading asks whether what a deadline is set for came about."""
    found = re.fullmatch(r"(?:是否(?:已经?|按[期时])?(?=..)|已经?)([\u3400-\u9fff]{1,4})", heading)
    return found is not None and (found[1] in deed or (deed in found[1] and not re.search("[延逾超迟不免未]", found[1].replace(deed, ""))))
