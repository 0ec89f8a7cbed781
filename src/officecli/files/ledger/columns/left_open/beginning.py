"""Finds the day on which a matter arose, where no heading says so: a day up to today in every row, of which nothing else is known."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.han_morphemes import deed_of, says_dealt_with
from officecli.files.ledger.columns.by_heading.meaning import normal, says_start, tells_since_when
from officecli.files.ledger.columns.by_heading.on_the_way import OF_ITS_LIFE
from officecli.files.ledger.columns.by_heading.stages import is_written_stage
from officecli.files.ledger.columns.chosen import Table, is_valid_until
from officecli.files.ledger.columns.contents import NEARLY_ALL
from officecli.files.ledger.columns.whole_days import is_before
from officecli.patterns import pattern

_HAPPENED = pattern(
    r"(?!.*(?:限|(?<!日)期$|截|止|应|拟|计划|预|承诺|要求|目标|约定))[\u3400-\u9fff]{2,}(?:时间|日期|日)"
    r"|(?:date|day) (?!due\b|needed|required|wanted|promised|expected|targeted|planned|by\b|for\b|to\b)\w+",
    re.IGNORECASE,
)
_ON_THE_WAY = pattern(
    r"\b(?:interview(?:ed|s)|advertised|conducted|inspected|visited|surveyed|contacted|reviewed|prepared|drafted|tested|trained|signed|published"
    r"|ordered|delivered|installed|quoted|(?<!meeting )(?<!complaint )held)\b"
    r"|(?:面试|面谈|笔试|开标|公示|评审|会签|送审|复[查核]|验收|回访|体检|考察)(?:完成)?(?:时间|日期|日)",
    re.IGNORECASE,
)
"""A heading of days on which one step of the work was done, and nothing arose."""
_NOTICED = pattern(
    r"(?:first |date |when |day )?(?:noticed|seen|observed|detected|heard|sighted|flagged|cited|docketed|presented|called|rang|phoned|broke|broken|failed"
    r"|damaged|sampled)(?: (?:on|date))?",
    re.IGNORECASE,
)
"""The day on which somebody saw or said what is to be done, or on which it broke, where every row has one."""
_LOOKED_AT = pattern(r"(?:最近一?次|上一?[次回]|前次)?(?:年[检审]|检[定验测]|校准|标定|鉴定)(?:的)?(?:时间|日期|日)")
_HOLDS_UNTIL = pattern(r"有效|到期|届满|失效|下一?次")
"""When a thing was last looked at, beside until when that holds: nothing arose on that day."""
_MANY = 8
"""Rows of which one may have its days the wrong way round."""
_NOTICE = pattern(
    (
        r"(?:date (?:of )?(?:the )?)?(?:\w+ )?(?:notice|citation|warning|summons|ticket"
        r"|order)s?(?: (?:was )?(?:issued|sent|served|posted|mailed|given))?(?: (?:on|date))?"
    ),
    re.IGNORECASE,
)
"""The day on which somebody was told to do it: the first of a matter, where every row has one and none is after its deadline."""


class BeginningByContents:
    """Finds the columns that may be the day of issue's."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def settle(self) -> None:
        """Let go of a day of issue that is after the deadline in nearly every row (Run starts, beside Ready by), or that only some rows have, of
        a step (Inspected) or behind another that all have (Permit issued), or behind the end: Credit received, behind Pulled on.
        """
        table, place = self._table, self._table.chosen.columns.get("issued")
        if place is None or table.mapped(place):
            return
        if says_start(table.texts[place]) and self._after_deadlines(place):
            table.open[table.chosen.columns.pop("issued")] = []
        elif not table.mostly_filled(place):
            step = _ON_THE_WAY.search(table.texts[place])
            instead = [at for at in table.open if self._is_a_beginning(at) and (step or table.never_before(place, at))]
            if len(instead) == 1:
                table.open[place] = []
                table.read_as("issued", instead[0])
            elif "closed" in table.chosen.columns and place > (closed := table.chosen.columns["closed"]) and table.never_before(place, closed):
                table.open[table.chosen.columns.pop("issued")] = []

    def _after_deadlines(self, place: int) -> bool:
        """Whether practically every row has a deadline that is before its day there."""
        due = self._table.chosen.columns.get("due")
        later = sum(1 for cells in self._table.rows if due is not None and is_before(cells[due], cells[place]))
        return due is not None and later >= NEARLY_ALL * len(self._table.rows)

    def _is_a_beginning(self, place: int) -> bool:
        """Whether every row has a past day there, before its deadline, on which a matter may have arisen."""
        return self._table.all_past(place) and self._may_be_issue(self._table.texts[place]) and self._before_deadlines(place)

    def days(self) -> list[int]:
        """The columns of past days on which the matters may have arisen; where nothing is due, of headings that say that something happened."""
        table, due = self._table, "due" in self._table.chosen.columns
        return [
            place
            for place in dict.fromkeys((*table.unknown(), *self._barely_named()))
            if self._is_a_beginning(place) and (due or has_happened(table.texts[place]))
        ]

    def _may_be_issue(self, heading: str) -> bool:
        """Whether what a heading of past days says, known or not, is no stage, no step
        on the way, not when it was dealt with, and not when somebody or something came;
        by what the matter is called, it came so: 送审日期, of 送审文件.
        """
        deed = deed_of(heading)
        return (deed != heading and len(deed) > 1 and self._table.heading("title").startswith(deed)) or not (
            tells_since_when(heading)
            or is_written_stage(heading)
            or is_valid_until(heading)
            or _ON_THE_WAY.search(heading)
            or says_dealt_with(heading)
            or OF_ITS_LIFE.fullmatch(heading.strip())
            or (_LOOKED_AT.fullmatch(heading.strip()) and _HOLDS_UNTIL.search(self._table.heading("due")))
        )

    def _before_deadlines(self, place: int) -> bool:
        """Whether practically no row has a deadline before its day there: on it nothing arose that is to be done by then. One slip of the hand
        among many is none, under a heading of what happened.
        """
        table, due = self._table, self._table.chosen.columns.get("due")
        if due is None or table.seldom_before(due, place):
            return True
        slips = sum(1 for cells in table.rows if is_before(cells[due], cells[place]))
        return slips == 1 and len(table.rows) >= _MANY and has_happened(table.texts[place])

    def _barely_named(self) -> list[int]:
        """The places of the columns headed 时间 and no more, or Notice sent, where another gives the deadline: as well the day on which it arose."""
        table = self._table
        due = table.chosen.columns.get("due")
        if due is None:
            return []
        told = [
            place
            for place in table.open
            if any(form.fullmatch(table.texts[place].strip()) for form in (_NOTICE, _NOTICED)) and table.never_before(due, place)
        ]
        return [*told, *(place for place in table.open if normal(table.texts[place]) == "时间")]


def has_happened(heading: str) -> bool:
    """Whether a heading of days does not say that they are still to come: 调研时间, Date left."""
    return _HAPPENED.fullmatch(heading) is not None
