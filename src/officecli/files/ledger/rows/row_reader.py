"""Reads rows of a ledger into typed values, or into all their problems."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.rows.asked_once import AskedOnce
from officecli.files.ledger.rows.code_cells import read_codes
from officecli.files.ledger.rows.days.dates import DateCells
from officecli.files.ledger.rows.days.day_cells import read_days
from officecli.files.ledger.rows.days.moved_deadlines import moved_deadline
from officecli.files.ledger.rows.days.periods import Period, Periods, day_of_plan
from officecli.files.ledger.rows.days.planned_times import day_within, is_done_in_each, months, quarters
from officecli.files.ledger.rows.ledger_row import AS_WRITTEN, NOTHING, OF_WHAT_WAS_HANDED_IN, LedgerRow, RowProblem
from officecli.files.ledger.rows.named.people_cells import PeopleCells
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.signs import Signs
from officecli.files.ledger.rows.states.shares import read_share
from officecli.files.ledger.rows.states.state import ENDS, State
from officecli.files.ledger.rows.states.state_cells import never_begun, read_states, settle
from officecli.files.ledger.rows.states.state_elsewhere import end_by_section
from officecli.files.ledger.rows.text_cells import read_texts, read_title
from officecli.files.ledger.sheets.around import meeting_in
from officecli.files.ledger.sheets.cells import cell_text, joined_lines
from officecli.files.ledger.sheets.merging import filled_down
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.states import of_section
from officecli.i18n import _, listed
from officecli.model.words import word
from officecli.patterns import pattern

_PERIOD = pattern(r"^(?:计划|工作|安排)?(?:月份?|月度|周次?|时段|时间段?|日期)$|^week(?: of)?$", re.IGNORECASE)
_LONGEST_PERIOD = 24
_SO_LONG = pattern(r"[\u3400-\u9fff]{0,6}?[一二两三四五六七八九十\d]{1,3}\s*个?(?:工作日|自然日|天|日|周|月)(?:之内|以内|内)[\u3400-\u9fff]{0,8}")
"""All that is asked of a matter is to do it within a time: 一周内, 10个工作日内反馈."""
_BY_WHEN = pattern(r"(?:20\d\d年|今年|明年)?(?:\d{1,2}月(?:\d{1,2}[日号]|[底末]|[上中下]旬)|年底|[一二三四]季度末)(?:之前|以前|前)")
_AND_LIMIT = pattern(r"[及和与、/（(](?:完成|整改|办结|落实)?(?:时限|期限|时间|节点)")
"""Of what is to come next it is told by when as well: 下步打算及完成时限."""
_PLAN = pattern(
    r"(?!.*(?:[年月季周旬下次]|明[日天早]|整改|阶段|总体|\b(?:next|tomorrow|week|month|year|action plan)))"
    r".*(?:计划|安排|日程|\bplan(?:ned)?\b|\bschedule)",
    re.IGNORECASE,
)
"""A heading over what is to be done on the day itself; not over what is of a longer time, as a year's plan, or of the next: 明日计划."""
_ENOUGH = 2  # quarters, or months


class RowReader:
    """Reads rows under given headings: people, texts, codes and amounts, state, days; `words` are what somebody said words of the state mean.

    `rule` gives the deadline of rows that have none, in words that count from the issue day; `by_rule` collects these rows, `without_issue`
    those that have no such day, `unread` those that have a problem, as far as they are told. `people` reads names; `periods`
    says of which week or month a row's words are; `signs` what stands anywhere in the rows.
    """

    def __init__(
        self,
        headings: Headings,
        dates: DateCells,
        *,
        words: Mapping[str, str],
        meeting: date | None = None,
        people: PeopleCells | None = None,
        rule: str = "",
        periods: Periods | None = None,
        signs: Signs | None = None,
    ) -> None:
        self._headings = headings
        self._signs = signs or Signs(headings)
        self._dates = self._of_table = dates
        self._meeting = meeting
        self._rule = rule
        self._periods = (periods or Periods((), None, dates.today)).headed(headings.over_matter, headings.labels.get("title", ""))
        self._has_periods = any(_PERIOD.search(heading) for heading in (*headings.kept.values(), *headings.labelled.values()))
        self._stated = AskedOnce(partial(_state_of, words, dates))  # which knows nothing of this reader, or neither would be let go of, nor the rows
        self._tasks = [""] * len(headings.tasks)
        self.by_rule: list[int] = []
        self.without_issue: list[int] = []
        self.unread: list[LedgerRow] = []
        self._people = people or PeopleCells()

    def read(self, rows: Sequence[SheetRow], section: str = "") -> list[tuple[LedgerRow | None, list[RowProblem]]]:
        """Of each row its values and no problems, or None and every problem of it; `section` is the title they stand under.

        One question is put to all of them before the next is: the program that asks it is at hand then, which halves the time it takes.
        """
        self._dates = self._of_table.under(section)
        every = [RowCells(row, self._headings, self._signs) for row in rows]
        words: list[dict[str, Any]] = [{"title": read_title(cells)} for cells in every]
        for question in (self._people.read, read_texts, read_codes):
            for its_words, cells in zip(words, every, strict=True):
                its_words.update(question(cells))
        states = [self._state(cells, section) for cells in every]
        days = [self._days(cells, state.over, section) for cells, (_share, _stated, state) in zip(every, states, strict=True)]
        for cells, its_days, (_share, _stated, state) in zip(every, days, states, strict=True):
            self._mend_deadline(cells, its_days, state, section)
        told = [self._values(*one, section) for one in zip(every, words, states, days, strict=True)]
        return [self._made(cells, values) for cells, values in zip(every, told, strict=True)]

    def _state(self, cells: RowCells, section: str) -> tuple[Mapping[str, float], Stated | None, State]:
        """As `_state_of`, of a row that may end by the section it stands in."""
        titled = of_section(section) if section else None
        if titled and titled.code == "closed":
            end_by_section(cells, self._dates, self._dates.today)
        return self._stated.of(cells, section)

    def _days(self, cells: RowCells, over: bool, section: str) -> dict[str, Any]:
        """The days that a row says, by column."""
        met = meeting_in(section) if section else None
        meeting = met if met and met <= self._dates.today else self._meeting
        return read_days(cells, self._dates, self._dates.today, over=over, meeting=meeting, period=self._period_of(cells, section))

    def _mend_deadline(self, cells: RowCells, days: dict[str, Any], state: State, section: str) -> None:
        """Let the days of a row have its deadline where that stands elsewhere, or is moved by a note."""
        days |= self._due_in_words(cells, days)
        over = state.over or days["closed"] or days["cancelled"]
        if not over:
            days |= self._due_by_rule(cells, days)
        if not over or self._signs.ends:
            days |= self._due_by_times(cells, days)
        if not over:
            days |= self._due_on_its_day(cells, days, section)
        if state.code != "cancelled" and not days["cancelled"]:
            days |= moved_deadline(cells, self._dates, days, over=state.over or days["closed"] is not None)

    def _values(
        self, cells: RowCells, words: dict[str, Any], of_state: tuple[Mapping[str, float], Stated | None, State], days: dict[str, Any], section: str
    ) -> dict[str, Any]:
        """All that a row says, by the fields of a LedgerRow."""
        share, stated, state = of_state
        values = words | days | settle(cells, state, days, self._dates, days["issued"])
        if share and state.code not in ENDS and "percent" not in values:
            values |= share
        values |= self._begun(cells, values)
        values["counted"] = "" if self._headings.counts is None else cell_text(cells.at(self._headings.counts))
        values["labels"] = tuple(cells.labels("" if stated else section))
        values |= self._of_task(cells, values)
        return values

    def _made(self, cells: RowCells, values: dict[str, Any]) -> tuple[LedgerRow | None, list[RowProblem]]:
        """The row of these values, unless it has problems."""
        if cells.problems:
            self.unread.append(LedgerRow(row=cells.number, **values))
            return None, cells.problems
        if not _submits(values):
            cells.set_aside += [key for key in OF_WHAT_WAS_HANDED_IN if values.get(key)]
        values |= {"inferred": cells.inferred or AS_WRITTEN, "yearless": frozenset(cells.yearless) or NOTHING, "remarks": cells.remarks()}
        values |= {"stretches": cells.stretches} if cells.stretches else {}
        return LedgerRow(row=cells.number, **values), []

    def _period_of(self, cells: RowCells, section: str) -> Period | None:
        """The week or month that the row names in a column of its own, else its section's, else the table's."""
        own = [text for _heading, text in cells.beside(_PERIOD) if len(text) <= _LONGEST_PERIOD] if self._has_periods else []
        return self._periods.of((*own, section))

    def _begun(self, cells: RowCells, values: Mapping[str, Any]) -> dict[str, None]:
        """No issue day where it is still to come, and the matter is halted or over already: a plan's start, that will never be."""
        if not never_begun(cells, values["status"], values["cancelled"], values["issued"], self._dates.today):
            return {}
        to_come = _("{day} is still to come, and it is {state} already") if values["issued"] > self._dates.today else _("it was {state} before {day}")
        cells.inferred["issued"] = to_come.format(day=values["issued"], state=word("status", values["status"]))
        return {"issued": None}

    def _due_by_rule(self, cells: RowCells, days: Mapping[str, Any]) -> dict[str, Any]:
        """The deadline of a row that has none, by the rule for all of them: from its issue day, or the day that is said for all."""
        if not self._rule or days["due"] or any(cell_text(cells.get(key)) for key in ("due", "original_due")):
            return {}
        reading = self._dates.day_in("due", self._rule, days["issued"])
        if reading is None:
            if days["issued"] is None:
                self.without_issue.append(cells.number)
            return {}
        cells.inferred["due"] = _("by the rule “{rule}”").format(rule=self._rule)
        self.by_rule.append(cells.number)
        return _unsaid(reading.day)

    def _due_by_times(self, cells: RowCells, days: Mapping[str, Any]) -> dict[str, Any]:
        """The end of the last quarter for which a row says what is to be done, or of the last month, not
        over, under which it has anything, where each has a column and the ledger has none of deadlines.
        """
        if days["due"] or {"due", "original_due"} & cells.keys():
            return {}
        for times, how, past in (
            (quarters(cells), _("the end of the last quarter that has a goal"), True),
            (
                months(cells),
                _("the end of the month that is marked") if self._signs.ends else _("the end of the last month that has anything"),
                False,
            ),
        ):
            planned = [time for time, text in times if text and (not self._signs.ends or text in self._signs.ends)]
            if is_done_in_each(cells, times, self._signs.ends):
                return {}
            reading = self._dates.day_in("due", planned[-1], days["issued"]) if len(times) >= _ENOUGH and planned else None
            if reading and (past or any(self._signs.ends.values()) or reading.day >= self._dates.today):
                cells.inferred["due"] = how
                if not past and (within := day_within(cells, self._dates, reading, days["issued"])):
                    cells.inferred["due"] = _("by a remark, within the month that is marked")
                    reading = within
                return _unsaid(reading.day)
        return {}

    def _due_on_its_day(self, cells: RowCells, days: Mapping[str, Any], section: str) -> dict[str, Any]:
        """The day of which the section's plan is, where the ledger has no column of deadlines."""
        if days["due"] or {"due", "original_due"} & cells.keys() or not _PLAN.match(cells.heading("title")):
            return {}
        day = day_of_plan(section)
        if day is None:
            return {}
        cells.inferred["due"] = _("the day of the plan")
        return _unsaid(day)

    def _due_in_words(self, cells: RowCells, days: Mapping[str, Any]) -> dict[str, Any]:
        """The day by which the matter's own words say that it is to be done (7月底前完成扫尾),
        of several stages the last, where the ledger has no column of deadlines.
        """
        if days["due"] or {"due", "original_due"} & cells.keys():
            return {}
        said = ("title", "goal", *(("next_step",) if _AND_LIMIT.search(cells.heading("next_step")) else ()))
        told = dict.fromkeys(found[0] for key in said for found in _BY_WHEN.finditer(cells.line(key)))
        told = told or dict.fromkeys(text for text in (cells.line("goal"),) if _SO_LONG.fullmatch(text))
        if not told:
            return {}
        read = {words: self._dates.day_in("due", words, days["issued"]) for words in told}
        words, reading = [*read.items()][-1]
        if reading is None or any(other is None or other.day > reading.day for other in read.values()):
            return {}  # of several stages the last is the deadline
        cells.inferred["due"] = listed([_("by the words “{words}”").format(words=words), *filter(None, [reading.why])])
        return _unsaid(reading.day)

    def _of_task(self, cells: RowCells, values: dict[str, Any]) -> dict[str, str]:
        """The source, with the task of which the matter is one measure."""
        if not self._headings.tasks:
            return {}
        said = [joined_lines(cell_text(cells.at(place))) for place in self._headings.tasks]
        found = filled_down(self._tasks, said)
        if found != said:
            cells.inferred["source"] = _("the task above")
        self._tasks = found
        return {"source": " · ".join(filter(None, (values.get("source", ""), *(task for task in found if task != values["title"]))))}


def _state_of(words: Mapping[str, str], dates: DateCells, cells: RowCells, section: str) -> tuple[Mapping[str, float], Stated | None, State]:
    """How much of its whole is done, what its section says of all that stands in it, and how far the row is."""
    stated = of_section(section) if section else None
    return read_share(cells, dates), stated, read_states(cells, words, stated, dates)


def _submits(values: Mapping[str, Any]) -> bool:
    """Whether the row says that something was handed in, of which a result is told; what is open, was given up or is closed on a day nobody knows has none."""
    closed = values["closed"] and values["status"] != "cancelled" and not values["cancelled"]
    return bool(values["submitted"] or closed or values["status"] == "submitted")


def _unsaid(due: date) -> dict[str, Any]:
    """A deadline that none of the row's own cells says."""
    return {"due": due, "original_due": due, "unsaid": frozenset(("due", "original_due"))}
