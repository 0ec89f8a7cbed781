"""Which of several headings has a column before the others: by how plainly it names it, by what stands under it, and by the company it keeps."""

from __future__ import annotations

import re
from collections.abc import Mapping

from officecli.files.ledger.columns.by_heading.han import LEADS
from officecli.files.ledger.columns.by_heading.han_morphemes import deed_due
from officecli.files.ledger.columns.by_heading.han_vocabulary import FAULT, MENDS
from officecli.files.ledger.columns.by_heading.meaning import normal, says_start
from officecli.files.ledger.columns.by_heading.meant import Meant
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import MOSTLY
from officecli.patterns import has_han, pattern

_LEAD = 5
"""How much a heading that says it leads has before another."""

_OF_OTHERS = 100
"""How much less a heading has for the lead under which nobody of the office stands,
beside another of people under which nearly all are: Owner, beside Inspector.
"""

_NAMED = 3
"""How much a heading has before another where all that stands under it are names of the office."""

_WHOLE = 20
"""How much a deadline's heading has before another where whole days stand under it: 应付日期 beside 付款节点 with 二季度."""

_START = 60
"""How much less a heading has that speaks of the start of work than one that says when it was handed out."""

_TOLD = 25
"""How much less a heading has for the matter under which another is only told of at length, or the post of somebody."""

_OF_THE_DEED = 10
"""How much a heading has for the progress before another where it names what is due: 答复情况, beside 面商情况 and 答复期限."""

_AT_LENGTH = pattern(
    r"(?P<of>.+?)s? (?:details?|description|text|narrative)|(?:description|details|narrative) of (?:the )?(?P<of_it>.+?)s?", re.IGNORECASE
)
"""Observation Details, Description of job: beside Observations, Job."""

_WHOLE_OF = pattern(r"(?:项目|工程|标段|工点)(?:名称)?|projects?(?: name)?", re.IGNORECASE)

_NAMED_SO = pattern(r"(?:任务|事项|工作项)?标题|(?:任务|事项)名称|主题|title|subject|summary|task(?: name| title)?", re.IGNORECASE)
"""What each row is called, beside the project that it belongs to."""

_FAULT_FOUND = pattern(rf"(?:.{{0,8}}(?:发现|反馈|查出|指出|存在|排查|检查)的?)?{FAULT}(?:描述|说明|表述|内容|详情|清单|情况)?")
"""Faults found in projects."""


class Weighing:
    """Weighs the headings of a table; `times` is how much each has more or less for the time that it names."""

    def __init__(self, table: Table, times: Mapping[int, int]) -> None:
        self._table = table
        self._times = times

    def weight(self, meant: Meant, place: int) -> int:
        """How much a heading has for a column: who leads before who is only responsible, the day it was made before that on which work may start."""
        text = self._table.texts[place]
        named = round(_NAMED * self._table.under[place].people) if meant.key == "lead" and not meant.plain else 0
        less = (_START if meant.key == "issued" and says_start(text) else 0) + (
            _TOLD if meant.key == "title" and (self._tells_at_length(text) or self._is_post(place)) else 0
        )
        less += _OF_OTHERS if meant.key == "lead" and self._names_others(place) else 0
        if meant.key == "title" and _WHOLE_OF.fullmatch(text) and self._rows_are_named(place):
            return 0
        first = place in self._table.open and self._table.open[place][0] is meant
        under = self._table.under[place]
        whole = _WHOLE if first and meant.key == "due" and not meant.plain and under.past + under.ahead >= MOSTLY else 0
        whole += _OF_THE_DEED if first and meant.key == "progress" and self._tells_of_what_is_due(text) else 0
        return meant.strength + whole + self._times.get(place, 0) + (_LEAD if LEADS.search(text) else 0) + named - less

    def _tells_of_what_is_due(self, text: str) -> bool:
        """Whether a Chinese heading begins with the deed that a deadline's ends with."""
        dues = (other for at, other in enumerate(self._table.texts) if has_han(other) and self._table.headed(at) == "due")
        return has_han(text) and any(deed and text.startswith(deed) for deed in map(deed_due, dues))

    def _names_others(self, place: int) -> bool:
        """Whether nobody under an English heading is of the office, and nearly all are under another that may be the lead's."""
        table = self._table
        if not table.texts[place].isascii() or not table.under[place].filled or table.under[place].people:
            return False
        return any(at != place and table.may_be(at, "lead") and table.under[at].persons >= MOSTLY for at in table.open)

    def _tells_at_length(self, text: str) -> bool:
        """Whether a heading is another's with more words under it."""
        of = _AT_LENGTH.fullmatch(text)
        return of is not None and any(normal(other).removesuffix("s") == normal(of["of"] or of["of_it"]) for other in self._table.texts)

    def _rows_are_named(self, place: int) -> bool:
        """Whether another heading than that of the project says what each row is called, or, of what is to be mended, the fault found there."""
        texts = self._table.texts
        faults = [at for at, one in enumerate(texts) if _FAULT_FOUND.fullmatch(one) and self._table.differs_in_every_row(at)]
        mends = any(MENDS.search(one) for one in texts)
        return any(at != place and _NAMED_SO.fullmatch(one) for at, one in enumerate(texts)) or (mends and bool(faults))

    def _is_post(self, place: int) -> bool:
        """Whether a heading is Title, right behind the Name of somebody of the office."""
        table = self._table
        behind_name = place > 0 and normal(table.texts[place]) == "title" and normal(table.texts[place - 1]) == "name"
        return behind_name and table.under[place - 1].people >= MOSTLY
