"""A column of a ledger's table beside its others: what is asked of it while its meaning is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from officecli.files.ledger.columns.by_heading.english import words_of
from officecli.files.ledger.columns.by_heading.english_deeds import deed_named, says_it_was_done
from officecli.files.ledger.columns.by_heading.han_morphemes import deed_due, deed_of
from officecli.files.ledger.columns.by_heading.meaning import is_known
from officecli.files.ledger.columns.by_heading.of_a_time import times
from officecli.files.ledger.columns.by_heading.people_aside import stands_aside
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL, SELDOM, WORDY
from officecli.files.ledger.columns.fitting.rising_days import are_stages
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.marks import is_light
from officecli.files.ledger.words.states import read_state
from officecli.patterns import has_han, pattern

_DESCRIBES = pattern(r"(?P<of>[\u3400-\u9fff]{2,6})(?:的)?(?:(?:详细|具体|简要)?描述|详情|概述|简述|简介)")
_RAISED = pattern(r"(?:事件|问题|工单)?(?P<deed>上报|提交|报送|反映|申报|填报|报告|报修|反馈)(?:的)?(?:时间|日期|日)")
"""The day on which something is said to somebody: at its beginning as well as at its end."""
_BROUGHT = ("提交", "反映", "申报", "报修")
"""Of these what is asked of somebody; reports and answers are handed in by a day as well."""


_OF_QUESTIONS = pattern(
    r"(?:(?:audit|survey|inspection|check ?list|assessment|security|safety) )?questions?"
    r"|(?:(?:check ?list|inspection|audit) )?(?:items? (?:to )?check(?:ed)?|checks?|criteri(?:a|on))|check ?list items?"
    r"|(?:检查|核查|自查|巡查|评估|询问|提问)(?:的)?(?:内容|项目?|要点|要素|标准|事项)",
    re.IGNORECASE,
)
"""What is looked at or asked, and answered by yes or no: neither says that anything was done."""
_ASKS = pattern(r"[?？]\s*$|是否|有无|有没有|吗[?？。]?$")


def _share_of(texts: Sequence[str], form: re.Pattern[str]) -> float:
    """How many of the texts hold a form, of 1."""
    return sum(1 for text in texts if form.search(text)) / len(texts) if texts else 0


class Column:
    """The column at a place of a table: its heading `text`, the `cells` under it, and how it stands to the others."""

    def __init__(self, table: Table, place: int) -> None:
        self._table, self._place = table, place
        self.text = table.texts[place]
        self.cells = table.under[place]
        self.of_plan = table.plan

    @property
    def mostly_filled(self) -> bool:
        """Whether most rows have something in it."""
        return self._table.mostly_filled(self._place)

    @property
    def in_every_row(self) -> bool:
        """Whether practically every row has something in it."""
        return self._table.in_every_row(self._place)

    @property
    def in_all_rows(self) -> bool:
        """Whether no row that has anything lacks it."""
        return self.cells.filled == max(cells.filled for cells in self._table.under)

    @property
    def among_stages(self) -> bool:
        """Whether it is one of several columns of days that follow one another in every row."""
        days = [place for place, cells in enumerate(self._table.under) if cells.kind == "due"]
        return self._place in days and are_stages(self._table.rows, days, self._table.texts)

    @property
    def stands_again(self) -> bool:
        """Whether another column is headed alike: 计划 over each of three stages."""
        return f"{self.text} (2)" in self._table.texts

    @property
    def one_of_times(self) -> bool:
        """Whether other columns are headed alike, of other times: 一季度完成情况 beside 二季度完成情况."""
        return self._place in times(self._table.texts)

    def is_given(self, key: str) -> bool:
        """Whether somebody said which column is the one of this key."""
        return key in self._table.mapping.values()

    def another(self, *keys: str) -> bool:
        """Whether another heading means one of these columns first, with something under it."""
        return any(self._table.headed(at) in keys for at in self._others)

    def stated_elsewhere(self) -> bool:
        """Whether another heading means the state first, with more than lights under it."""
        return any(self._table.headed(at) == "status" and not all(map(is_light, self._table.under[at].texts)) for at in self._others)

    def told_at_length(self, key: str) -> bool:
        """Whether another heading means this column first, with words under it that are no states and say something else in each row."""
        under = self._table.under
        return any(self._table.headed(at) == key and under[at].states < MOSTLY and under[at].length > self.cells.length for at in self._others)

    def told_in_every_row(self, key: str) -> bool:
        """Whether another heading means this column first, with words in every row that say something else in each."""
        table = self._table
        return any(table.headed(at) == key and table.differs_in_every_row(at) for at in self._others)

    def named_elsewhere(self, *keys: str) -> bool:
        """Whether another heading means one of these columns first, be there something under it or not."""
        return any(self._table.headed(at) in keys for at in range(len(self._table.texts)) if at != self._place)

    def another_of_days(self, *keys: str) -> bool:
        """Whether another heading means one of these columns first, with days under it."""
        return any(self._table.headed(at) in keys and self._table.under[at].days >= MOSTLY for at in self._others)

    def never_behind(self, key: str) -> bool:
        """Whether another heading means this column first, with days under it of which none is before one here."""
        table = self._table
        return any(table.headed(at) == key and table.under[at].days >= MOSTLY and table.never_before(at, self._place) for at in self._others)

    def deadline_behind(self) -> bool:
        """Whether a heading behind it may mean the deadline, with a day in nearly every row, none of them before the one here."""
        table, here = self._table, self._place
        return any(
            at > here and table.may_be(at, "due") and table.under[at].days >= NEARLY_ALL and table.mostly_filled(at) and table.never_before(at, here)
            for at in self._others
        )

    def begun_elsewhere(self) -> bool:
        """Whether another heading says when it began, with days under it in nearly every row."""
        table = self._table
        return any(table.headed(at) == "issued" and table.under[at].days >= MOSTLY and table.mostly_filled(at) for at in self._others)

    def begun_on_several_days(self) -> bool:
        """Whether another heading says when they began, with more days than one under it."""
        table = self._table
        return any(table.headed(at) == "issued" and table.under[at].days >= MOSTLY and len(table.under[at].texts) > 1 for at in self._others)

    def ended_elsewhere(self) -> bool:
        """Whether another heading may say when it ended, and not only when it was handed in, with days under it."""
        table = self._table
        return any(table.under[at].days >= MOSTLY and table.may_be(at, "closed") and not table.may_be(at, "submitted") for at in self._others)

    def matter_elsewhere(self, *, or_unknown: bool = False) -> bool:
        """Whether another heading may be the matter's, or none that is known, with words under it that say something else in each row."""
        apart = [at for at in self._others if self._table.under[at].tells_apart]
        return any(self._table.may_be(at, "title") or (or_unknown and not is_known(self._table.texts[at])) for at in apart)

    def words_elsewhere(self) -> bool:
        """Whether another heading that may be the matter's has words in every row, which tell the rows apart as well as what stands here."""
        under = self._table.under
        return any(
            self._table.may_be(at, "title")
            and self._table.in_every_row(at)
            and under[at].numbers + under[at].codes < SELDOM
            and under[at].length > self.cells.length
            and len(under[at].texts) >= len(self.cells.texts)
            for at in self._others
        )

    @property
    def is_worded(self) -> bool:
        """Whether the cells are several words each, and name nobody of the office."""
        return self.cells.filled >= ENOUGH and self.cells.people < SELDOM and self.cells.words >= WORDY and self.cells.fit("title") >= MOSTLY

    def led_elsewhere(self) -> bool:
        """Whether under another heading that means who leads there are people of the office."""
        return any(self._table.headed(at) == "lead" and self._table.under[at].people >= MOSTLY for at in self._others)

    def people_in_most_rows(self) -> bool:
        """Whether under another heading there are people of the office in most rows, and these are not known to be another's than the doer's."""
        table = self._table
        return any(table.under[at].persons >= MOSTLY and table.mostly_filled(at) and not stands_aside(table.texts[at]) for at in self._others)

    def words_under_lead(self) -> bool:
        """Whether under another heading that means who leads there are words, and nobody of the office."""
        return any(self._table.headed(at) == "lead" and Column(self._table, at).is_worded for at in self._others)

    def people_under_matter(self) -> bool:
        """Whether under another heading that means the matter there are people of the office."""
        return any(self._table.headed(at) in ("title", "next_step") and self._table.under[at].persons >= MOSTLY for at in self._others)

    def headed_like(self, form: re.Pattern[str]) -> bool:
        """Whether another heading with something under it holds such words."""
        return any(form.search(self._table.texts[at]) for at in self._others)

    def named_in_every_row(self, form: re.Pattern[str]) -> bool:
        """Whether another heading of this form has words in every row that say something else in each."""
        table = self._table
        return any(form.fullmatch(table.texts[at].strip()) and table.differs_in_every_row(at) for at in self._others)

    def is_told_of(self) -> bool:
        """Whether another heading names what this one describes: 隐患描述, beside 隐患标题."""
        told = _DESCRIBES.fullmatch(self.text)
        return told is not None and any(re.fullmatch(f"{re.escape(told['of'])}(?:标题|名称|题目)", self._table.texts[at]) for at in self._others)

    def was_to_be_done(self, is_on_the_way: Callable[[Column], bool]) -> bool:
        """Whether another heading says by when what this one names was to be done, and
        nothing was to be done after it: Ordered, beside Order by; 申报日期, beside 申报期限.
        """
        if has_han(self.text) and deed_of(self.text) in self.asked:
            return True
        due = (Column(self._table, at) for at in self._others if self._table.headed(at) == "due")
        return any(says_it_was_done(self.text, deed_named(one.text)) and not is_on_the_way(one) for one in due)

    def names_deed_due(self) -> bool:
        """Whether another heading says in every row by when the deed is due that this one names: Renewal date, beside Renew by."""
        deed, table = deed_named(self.text), self._table
        return bool(deed) and any(table.headed(at) == "due" and table.in_every_row(at) and deed_named(table.texts[at]) == deed for at in self._others)

    def is_due(self) -> bool:
        """Whether another heading says when what this one names is due: Decision, beside Decision Due."""
        own = words_of(self.text)
        due = (at for at in self._others if self._table.headed(at) == "due" and self._table.under[at].days >= MOSTLY)
        return bool(own) and any(words_of(self._table.texts[at]).startswith(f"{own} ") for at in due)

    def stands_before(self, form: re.Pattern[str]) -> bool:
        """Whether a heading of this form behind it means a deadline too, with days in most rows, and in none an earlier one."""
        table = self._table
        behind = (at for at in self._others if at > self._place and form.fullmatch(table.texts[at].strip()) and table.headed(at) == "due")
        return any(table.under[at].days >= MOSTLY and table.mostly_filled(at) and table.never_before(at, self._place) for at in behind)

    def follows(self, form: re.Pattern[str]) -> bool:
        """Whether another heading of this form means a deadline too, with days in most rows, and in none a later one."""
        table = self._table
        before = (at for at in self._others if form.fullmatch(table.texts[at].strip()) and table.headed(at) in ("due", "original_due"))
        return any(table.under[at].days >= MOSTLY and table.mostly_filled(at) and table.never_before(self._place, at) for at in before)

    def asks_elsewhere(self) -> bool:
        """Whether another heading, with something else in each row, is one of questions, or most of what stands under it asks (Is the plan posted?)."""
        under = self._table.under
        words = [at for at in self._others if under[at].fit("title") >= MOSTLY and under[at].length > self.cells.length]
        return any(_OF_QUESTIONS.fullmatch(self._table.texts[at].strip()) or _share_of(under[at].texts, _ASKS) >= MOSTLY for at in words)

    def names_rows(self) -> bool:
        """Whether all that stands there stands under a heading of numbers too, that of another row."""
        numbers = {text for at in self._others if self._table.headed(at) == "number" for text in self._table.under[at].texts}
        return {*self.cells.texts} <= numbers

    @property
    def asked(self) -> frozenset[str]:
        """What is to be done by the deadlines, as their headings say: 答复 by 规定答复日期."""
        return frozenset(deed_due(self._table.texts[at]) for at in self._others if self._table.headed(at) in ("due", "original_due")) - {""}

    @property
    def raised_on(self) -> bool:
        """Whether days that have been say in every row when it was brought up, and not when it was handed in (报送时间, beside 报送时限):
        上报时间 beside 上报人, before the deadline, or though most deadlines are still to come; 提交时间 where no plan sets one.
        """
        raised = _RAISED.fullmatch(self.text)
        if raised is None or raised["deed"] in self.asked or self.cells.past < NEARLY_ALL or not self.in_every_row or self.named_elsewhere("issued"):
            return False
        who = [at for at in self._others if re.fullmatch(f"{raised['deed']}(?:人|人员|员|者)(?:姓名)?", self._table.texts[at])]
        if any(self._are_leads(at) for at in who) and not self._most_are_still_due():
            return False
        if self.another("due"):
            return bool(who) or not self.behind_deadline() or self._most_are_still_due()
        return bool(who) or (not self.of_plan and raised["deed"] in _BROUGHT)

    def _most_are_still_due(self) -> bool:
        """Whether most deadlines are still to come: not every one of these matters is over."""
        return any(self._table.headed(at) == "due" and self._table.under[at].ahead >= MOSTLY for at in self._others)

    def _are_leads(self, place: int) -> bool:
        """Whether those under a heading are who leads, row for row."""
        leads = [at for at in self._others if at != place and self._table.headed(at) == "lead"]
        return any(all(row[at] == row[place] for row in self._table.rows) for at in leads)

    def behind_ticks(self) -> bool:
        """Whether it stands right behind a heading of states, and has something only where that says that it is closed: Done, Date."""
        before = self._place - 1
        return (
            before >= 0
            and self._table.headed(before) in ("status", "closed")
            and bool(self.cells.at)
            and self.cells.at <= self._table.under[before].ended
        )

    def filled_where_ended(self) -> bool:
        """Whether a heading of states says of several rows that they are over and of others that they are not,
        and this column has something in all of the first, and of the others only where it was handed in.
        """
        for at in (at for at in self._others if self._table.headed(at) == "status"):
            under = self._table.under[at]
            others = (cell_text(self._table.rows[row][at]) for row in self.cells.at - under.ended)
            handed_in = all((said := read_state(text)) and said.code == "submitted" for text in others)
            if len(under.ended) >= ENOUGH and under.ended <= self.cells.at and under.at - self.cells.at and handed_in:
                return True
        return False

    def behind_matter(self) -> bool:
        """Whether a heading that may be the matter's stands before this one, and another between or before."""
        return self._place > 1 and any(self._table.may_be(at, "title") for at in range(self._place))

    def behind_deadline(self) -> bool:
        """Whether a heading that is plainly the deadline's stands before this one."""
        return any(self._table.headed(at) == "due" for at in range(self._place))

    @property
    def _others(self) -> list[int]:
        return self._table.others(self._place)
