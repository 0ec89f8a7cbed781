"""A column of a ledger's table beside its others: what is asked of it while its meaning is found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.files.ledger.columns.by_heading.meaning import is_known
from officecli.files.ledger.columns.by_heading.of_a_time import times
from officecli.files.ledger.columns.by_heading.people_aside import stands_aside
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, SELDOM, WORDY
from officecli.files.ledger.columns.fitting.beside_deadlines import BesideDeadlines
from officecli.files.ledger.columns.fitting.rising_days import are_stages
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.marks import is_light
from officecli.files.ledger.words.states import read_state
from officecli.patterns import pattern

_DESCRIBES = pattern(r"(?P<of>[\u3400-\u9fff]{2,6})(?:的)?(?:(?:详细|具体|简要)?描述|详情|概述|简述|简介)")


_ANSWERS = pattern(r".{0,4}(?:责任|牵头|主责|主办|承办)")

_OF_QUESTIONS = pattern(
    r"(?:(?:audit|survey|inspection|check ?list|assessment|security|safety) )?questions?"
    r"|(?:(?:check ?list|inspection|audit) )?(?:items? (?:to )?check(?:ed)?|checks?|criteri(?:a|on))|check ?list items?"
    r"|(?:检查|核查|自查|巡查|评估|询问|提问)(?:的)?(?:内容|项目?|要点|要素|标准|事项)",
    re.IGNORECASE,
)
"""What is looked at or asked, and answered by yes or no: neither says that anything was done."""
_AGENT = pattern(r"(?P<deed>[a-z]{3,}?)(?:e?r|or)", re.IGNORECASE)
_ASKS = pattern(r"[?？]\s*$|是否|有无|有没有|吗[?？。]?$")


def _share_of(texts: Sequence[str], form: re.Pattern[str]) -> float:
    """How many of the texts hold a form, of 1."""
    return sum(1 for text in texts if form.search(text)) / len(texts) if texts else 0


class Column(BesideDeadlines):
    """How a column stands to the others of its table."""

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

    def stated_elsewhere(self) -> bool:
        """Whether another heading means the state first, with more than lights under it, and no amounts that say no state: 已完成: 1200."""
        under = self._table.under
        stated = [at for at in self._others if self._table.headed(at) == "status" and (under[at].states or under[at].numbers < MOSTLY)]
        return any(not all(map(is_light, under[at].texts)) for at in stated)

    def told_at_length(self, key: str) -> bool:
        """Whether another heading means this column first, with words under it that are no states and say something else in each row."""
        under = self._table.under
        return any(self._table.headed(at) == key and under[at].states < MOSTLY and under[at].length > self.cells.length for at in self._others)

    def told_in_every_row(self, key: str) -> bool:
        """Whether another heading means this column first, with words in every row that say something else in each."""
        table = self._table
        return any(table.headed(at) == key and table.differs_in_every_row(at) for at in self._others)

    def another_of_days(self, *keys: str) -> bool:
        """Whether another heading means one of these columns first, with days under it."""
        return any(self._table.headed(at) in keys and self._table.under[at].days >= MOSTLY for at in self._others)

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

    def ordered_elsewhere(self, *, or_unknown: bool = False) -> bool:
        """Whether under another heading that may be the matter's, or none that is known, every row says what is to be done."""
        table = self._table
        ordered = [at for at in self._others if table.under[at].ordered and table.differs_in_every_row(at)]
        return any(table.may_be(at, "title") or (or_unknown and not is_known(table.texts[at])) for at in ordered)

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
        return self.cells.filled >= ENOUGH and self.cells.words >= WORDY and self.cells.fit("title") >= MOSTLY and self.cells.people < SELDOM

    def led_elsewhere(self) -> bool:
        """Whether under another heading that means who leads there are people of the office."""
        return any(self._table.headed(at) == "lead" and self._table.under[at].people >= MOSTLY for at in self._others)

    def bodies_answer(self) -> bool:
        """Whether under another heading that says that these answer for it stand the office's sections, in nearly every row: 责任部门, 主办."""
        table, under = self._table, self._table.under
        answer = (at for at in self._others if _ANSWERS.match(table.texts[at]) and (table.may_be(at, "unit") or table.may_be(at, "lead")))
        return any(under[at].people >= MOSTLY and under[at].persons < SELDOM and table.in_every_row(at) for at in answer)

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

    def gives_it_to_another(self) -> bool:
        """Whether another heading is of those to whom this one's did what it names: Tasked office, beside Tasker."""
        does = _AGENT.fullmatch(self.text.strip())
        return does is not None and self.headed_like(re.compile(rf"^{re.escape(does['deed'])}e?d\b(?! (?:by|on|at)\b)", re.IGNORECASE))

    def named_in_every_row(self, form: re.Pattern[str]) -> bool:
        """Whether another heading of this form has words in every row that say something else in each."""
        table = self._table
        return any(form.fullmatch(table.texts[at].strip()) and table.differs_in_every_row(at) for at in self._others)

    def is_told_of(self) -> bool:
        """Whether another heading names what this one describes: 隐患描述, beside 隐患标题."""
        told = _DESCRIBES.fullmatch(self.text)
        return told is not None and any(re.fullmatch(f"{re.escape(told['of'])}(?:标题|名称|题目)", self._table.texts[at]) for at in self._others)

    def asks_elsewhere(self) -> bool:
        """Whether another heading, with something else in each row, is one of questions, or most of what stands under it asks (Is the plan posted?)."""
        under = self._table.under
        words = [at for at in self._others if under[at].fit("title") >= MOSTLY and under[at].length > self.cells.length]
        return any(_OF_QUESTIONS.fullmatch(self._table.texts[at].strip()) or _share_of(under[at].texts, _ASKS) >= MOSTLY for at in words)

    def names_rows(self) -> bool:
        """Whether all that stands there stands under a heading of numbers too, that of another row."""
        numbers = {text for at in self._others if self._table.headed(at) == "number" for text in self._table.under[at].texts}
        return {*self.cells.texts} <= numbers

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
