"""By when a matter is to be over, where no heading says so: of the columns of days the one still to come."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meaning import meanings, says_start
from officecli.files.ledger.columns.by_heading.stages import is_written_stage
from officecli.files.ledger.columns.chosen import Table, is_valid_until, vouches
from officecli.files.ledger.columns.contents import NEARLY_ALL
from officecli.files.ledger.columns.fitting.rising_days import are_stages
from officecli.files.ledger.columns.left_open.beginning import has_happened
from officecli.patterns import pattern
from officecli.typed.dates.names import WEEK_HAN, WEEKDAY_NAME

_LAST_DAY = pattern(
    r"(?:last|final|latest|closing|cut ?off|cutoff|drop ?dead|statutory|legal)(?: (?:day|date))(?: to \w+)?|下一?[次轮期回](?!.*会).{1,6}(?:时间|日期|日)",
    re.IGNORECASE,
)
"""The one day to come, where no other heading is the deadline's."""
_NOT_BY_WHEN = pattern(
    r"from|自|从|(?:检[定验测修]|年检|巡检|校准|保养|维[保护修]|更换|清洗|消杀)?(?:周期|频[次率])"
    r"|(?:reporting|accounting) (?:month|quarter|period|year)|(?:month|quarter|period|week|year)s? (?:covered|concerned|reported)",
    re.IGNORECASE,
)
"""From when, beside To; of which time it is that the matter tells, or how often a thing has its turn."""
_OF_A_SITTING = pattern(r"会|\b(?:meeting|session|hearing|sitting)\b", re.IGNORECASE)
"""The day on which people meet, whatever is done by then."""
_WEEKDAYS = pattern(r"星期几?|周几|周次?|weekday|day of (?:the )?week", re.IGNORECASE)
_ON_WEEKDAY = pattern(rf"(?:本|这)?{WEEK_HAN}[一二三四五六日天内末]|(?:{WEEKDAY_NAME})\b", re.IGNORECASE)


class DeadlineByContents:
    """Finds the columns that may be the deadline's."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def by_when(self) -> list[int]:
        """The columns of days: of several stages the last, else the one still to come."""
        fits = self._unknown()
        for rule in (self._last_planned, self._last_written_stage, self._last_step):
            if (last := rule(fits)) is not None:
                return last
        ahead = self._ahead()
        fits = [place for place in fits if not says_start(self._table.texts[place])]  # 开工 is no end
        fits = [place for place in fits if [place] == ahead] or (fits if len(ahead) < len(fits) == 1 else [])
        if any(self._table.all_past(place) and has_happened(self._table.texts[place]) for place in fits):
            return []  # 调研时间, Date left: whatever it is, it is over, and in every row
        return self._filled(fits) or self._alone(ahead) or self._valid_until() or self._weekdays()

    def _unknown(self) -> list[int]:
        """The columns of days of which no heading says what day it is."""
        table = self._table
        fits = [place for place in table.unknown("due") if not (vouches(table.texts[place]) and "closed" in table.chosen.columns)]
        fits = [place for place in fits if not table.under[place].counted_in_year and not self._are_decimals(place)]
        return [place for place in fits if not _NOT_BY_WHEN.fullmatch(table.texts[place].strip())]

    def _last_planned(self, fits: list[int]) -> list[int] | None:
        """Of stages planned and done the last that is planned, whatever came about of each."""
        planned = [place for place in fits if self._table.texts[place].endswith("计划")]
        if not planned or not all(self._table.texts[place].endswith(("计划", "实际")) for place in fits):
            return None
        return planned[-1:] if self._table.mostly_filled(planned[-1]) else []

    def _last_written_stage(self, fits: list[int]) -> list[int] | None:
        """初稿, 送审, 定稿: of the stages of a paper the last, beside days that are over."""
        table = self._table
        stages = [place for place in fits if table.mostly_filled(place) and is_written_stage(table.texts[place])]
        several = len(stages) > 1 and all(place in stages or table.under[place].past >= NEARLY_ALL for place in fits)
        return stages[-1:] if several else None

    def _last_step(self, _fits: list[int]) -> list[int] | None:
        """Of days that follow one another in every row the last, where not all of it are past."""
        table = self._table
        steps = [place for place in table.open if table.under[place].kind == "due"]
        if steps and table.in_every_row(steps[-1]) and not table.all_past(steps[-1]) and are_stages(table.rows, steps, table.texts):
            return steps[-1:]
        return None

    def _ahead(self) -> list[int]:
        """The columns of days still to come; beside Load tested, of days that were, those of which not nearly all are past."""
        table = self._table
        ahead = [place for place in table.open if table.under[place].kind == "due" and not table.all_past(place) and not self._are_decimals(place)]
        ahead = [place for place in ahead if not _NOT_BY_WHEN.fullmatch(table.texts[place].strip())]
        return [place for place in ahead if table.under[place].past < NEARLY_ALL] or ahead

    def _filled(self, fits: list[int]) -> list[int]:
        """The columns that have a day in most rows, else none; of several English ones the one in every row, beside others here and there."""
        if len(fits) > 1 and all(self._table.texts[place].isascii() for place in fits):
            full = [place for place in fits if self._table.in_every_row(place)]
            fits = full if len(full) == 1 else fits
        return fits if all(map(self._table.mostly_filled, fits)) else []

    def _alone(self, ahead: list[int]) -> list[int]:
        """The one column of days to come; Ack. sent: of what has been, be it not in every row, none is by when."""
        table = self._table
        return [
            place
            for place in ahead
            if len(ahead) == 1
            and table.under[place].past < NEARLY_ALL
            and not table.under[place].counted_in_year
            and self._may_be_the_deadline(table.texts[place])
            and table.mostly_filled(place)
        ]

    def _valid_until(self) -> list[int]:
        """有效期至, in every row, not all of them past: where nothing else is the deadline, that which has to be renewed is due then."""
        table = self._table
        return [at for at in table.unknown("due") if is_valid_until(table.texts[at]) and table.in_every_row(at) and not table.all_past(at)]

    def _may_be_the_deadline(self, heading: str) -> bool:
        """Whether the one column of days to come may be the deadline's, where nothing else is: Last day, Follow-up date.

        By when what follows the work is good is none, nor when the work starts or people meet.
        """
        return _LAST_DAY.fullmatch(heading.strip()) is not None or not (
            meanings(heading) or vouches(heading) or says_start(heading) or _OF_A_SITTING.search(heading)
        )

    def put_off(self) -> list[int]:
        """Beside the first deadline alone, the columns of days still to come that are never before it."""
        table, first = self._table, self._table.chosen.columns["original_due"]
        return [at for at in table.unknown("due") if table.under[at].ahead and not self._table.all_past(at) and table.never_before(at, first)]

    def _are_decimals(self, place: int) -> bool:
        """Whether numbers with a point stand under an English heading that is not known to be of days: Clause, 1.1."""
        return self._table.texts[place].isascii() and self._table.under[place].decimals and not self._table.may_be(place, "due")

    def _weekdays(self) -> list[int]:
        """In a plan that has no other day weekdays under 星期: by which it is done."""
        return [place for place in self._table.unknown() if self._table.plan and self._all_weekdays(place)]

    def _all_weekdays(self, place: int) -> bool:
        texts = self._table.under[place].texts
        return _WEEKDAYS.fullmatch(self._table.texts[place]) is not None and all(map(_ON_WEEKDAY.match, texts))
