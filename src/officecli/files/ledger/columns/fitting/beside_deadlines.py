"""A column beside the deadlines of its table: what is asked of it while its meaning is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Self

from officecli.files.ledger.columns.by_heading.english import words_of
from officecli.files.ledger.columns.by_heading.english_deeds import came_about_as_due, deed_named, named_as_due, tells_of_the_deed
from officecli.files.ledger.columns.by_heading.han_morphemes import alike, deed_due, deed_of
from officecli.files.ledger.columns.by_heading.han_vocabulary import BODY
from officecli.files.ledger.columns.by_heading.meaning import meanings
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL
from officecli.files.ledger.columns.fitting.in_table import InTable
from officecli.files.ledger.columns.whole_days import is_before
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.plain import DAY
from officecli.patterns import has_han, pattern

_RAISED = pattern(r"(?:事件|问题|工单)?(?P<deed>上报|提交|报送|反映|申报|填报|报告|报修|反馈|送[审检签]|移送)(?:的)?(?:时间|日期|日)")
"""The day on which something is said to somebody: at its beginning as well as at its end."""
_BROUGHT = ("提交", "反映", "申报", "报修")
"""Of these what is asked of somebody; reports and answers are handed in by a day as well."""
_BROUGHT_BY_BODIES = ("送审", "送检", "送签", "移送")
"""Of these what one section brings to another, which has to see to it."""
_COUNTS_FROM = pattern(r"\b(?:days|weeks|months)\b.*?\b(?:from|after|following) (?:the )?(?:date of (?:the )?)?(?P<what>[a-z]+)", re.IGNORECASE)


class BesideDeadlines(InTable):
    """How a column stands to those that mean the deadline."""

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

    def later_than_due(self) -> bool:
        """Whether nearly every row that names a day here has its deadline before it, as another heading has that, and none behind."""
        table = self._table
        for at in (at for at in self._others if table.headed(at) in ("due", "original_due") and table.under[at].days >= MOSTLY):
            both = [(cells[at], day[0]) for cells in table.rows if (day := DAY.search(cell_text(cells[self._place]).casefold()))]
            behind = sum(is_before(due, day) for due, day in both)
            if behind >= max(ENOUGH, NEARLY_ALL * len(both)) and not any(is_before(day, due) for due, day in both):
                return True
        return False

    def behind_deadline(self) -> bool:
        """Whether a heading that is plainly the deadline's stands before this one, and no Est. saving: $450."""
        under = self._table.under
        return any(self._table.headed(at) == "due" and (under[at].days or not under[at].filled) for at in range(self._place))

    def ended_behind_deadline(self) -> bool:
        """Whether every row has a past day here before its deadline, and behind that another heading says of
        some rows alone when they ended, never before it: Decided on, beside Carry out by and Carried out.
        """
        table, here = self._table, self._place
        dues = [at for at in self._others if at > here and table.headed(at) == "due"]
        ends = [at for at in self._others if dues and at > dues[0] and table.may_be(at, "closed") and table.under[at].past >= NEARLY_ALL]
        sparse = any(not table.in_every_row(at) and table.never_before(at, here) for at in ends)
        return sparse and self.cells.past >= NEARLY_ALL and self.in_every_row and table.never_before(dues[0], here)

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

    def was_to_be_done(self, is_on_the_way: Callable[[Self], bool]) -> bool:
        """Whether another heading says by when what this one names was to be done, and
        nothing was to be done after it: Ordered, beside Order by; 申报日期, beside 申报期限.
        """
        if has_han(self.text) and deed_of(self.text) in self.asked:
            return True
        due = (type(self)(self._table, at) for at in self._others if self._table.headed(at) == "due")
        return any(
            (tells_of_the_deed(self.text, deed_named(one.text)) or came_about_as_due(self.text, named_as_due(one.text))) and not is_on_the_way(one)
            for one in due
        )

    def is_over_before_due(self) -> bool:
        """Whether some rows lack a day here, and another heading means the deadline first, with a day in every row: 完成时间, beside 限修时间."""
        table = self._table
        due = (at for at in self._others if table.headed(at) == "due" and table.under[at].days >= MOSTLY and table.under[at].ahead)
        return not self.in_every_row and any(map(table.in_every_row, due))

    def dated_elsewhere(self, lengths: re.Pattern[str], *, or_unknown: bool) -> bool:
        """Whether another heading that means the deadline, or none that is known, has days in every row, not all of which have been, and no `lengths`."""
        table = self._table
        of_days = [at for at in self._others if table.under[at].days >= NEARLY_ALL and table.in_every_row(at) and not table.all_past(at)]
        of_days = [at for at in of_days if not all(map(lengths.fullmatch, table.under[at].texts))]
        return any(table.headed(at) in ("due", "original_due") or (or_unknown and not meanings(table.texts[at])) for at in of_days)

    def was_done_as_asked(self) -> bool:
        """Whether days that have been are those of the deed that a deadline asks for, as some rows lack one,
        or have a later one than the deadline: 移交日期, beside 移交截止.
        """
        if self.cells.past < NEARLY_ALL or not has_han(self.text) or deed_of(self.text) not in self.asked:
            return False
        table = self._table
        due = (at for at in self._others if table.headed(at) in ("due", "original_due"))
        return not self.in_every_row or not all(table.never_before(at, self._place) for at in due)

    def names_deed_due(self) -> bool:
        """Whether another heading says in every row by when the deed is due that this one names: Renewal date, beside Renew by."""
        deed, table = deed_named(self.text), self._table
        return bool(deed) and any(table.headed(at) == "due" and table.in_every_row(at) and deed_named(table.texts[at]) == deed for at in self._others)

    def is_counted_from(self) -> bool:
        """Whether another heading says that deadlines are so many days from what this one names: Approved, beside Finish by (days from approval)."""
        deed, texts = deed_named(self.text), (self._table.texts[at] for at in self._others if self._table.headed(at) == "due")
        return bool(deed) and any((found := _COUNTS_FROM.search(text)) is not None and deed_named(found["what"]) == deed for text in texts)

    def is_due(self) -> bool:
        """Whether another heading says when what this one names is due: Decision, beside Decision Due."""
        own = words_of(self.text)
        due = (at for at in self._others if self._table.headed(at) == "due" and self._table.under[at].days >= MOSTLY)
        return bool(own) and any(words_of(self._table.texts[at]).startswith(f"{own} ") for at in due)

    @property
    def asked(self) -> frozenset[str]:
        """What is to be done by the deadlines, as their headings say, and what comes to the same: 答复 and 复函 by 规定答复日期."""
        dues = (self._table.texts[at] for at in self._others if self._table.headed(at) in ("due", "original_due"))
        return frozenset().union(*(alike(deed) for deed in map(deed_due, dues) if deed))

    @property
    def raised_on(self) -> bool:
        """Whether days that have been say in every row when it was brought up, and not when it was handed in (报送时间, beside 报送时限):
        送审时间 beside 送审单位;
        上报时间 beside 上报人, before the deadline, or though most deadlines are still to come; 提交时间 where no plan sets one.
        """
        raised = _RAISED.fullmatch(self.text)
        if raised is None or raised["deed"] in self.asked or self.cells.past < NEARLY_ALL or not self.in_every_row or self.named_elsewhere("issued"):
            return False
        by_whom = r"(?:人|人员|员|者)(?:姓名)?" + (f"|{BODY}(?:名称)?" if raised["deed"] in _BROUGHT_BY_BODIES else "")
        who = [at for at in self._others if re.fullmatch(f"{raised['deed']}(?:{by_whom})", self._table.texts[at])]
        if any(self._are_leads(at) for at in who) and not self.most_are_still_due():
            return False
        if self.another("due"):
            return bool(who) or not self.behind_deadline() or self.most_are_still_due()
        return bool(who) or (not self.of_plan and raised["deed"] in _BROUGHT)

    def most_are_still_due(self) -> bool:
        """Whether most deadlines are still to come: not every one of these matters is over."""
        return any(self._table.may_be(at, "due") and self._table.under[at].ahead >= MOSTLY for at in self._others)

    def _are_leads(self, place: int) -> bool:
        """Whether those under a heading are who leads, row for row."""
        leads = [at for at in self._others if at != place and self._table.headed(at) == "lead"]
        return any(all(row[at] == row[place] for row in self._table.rows) for at in leads)
