"""What is left once the headings have their columns: it is what stands under them, or is kept beside the item."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.chosen import Table, label, names_the_rows
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL
from officecli.files.ledger.columns.english_headings import deed_named, says_it_was_done
from officecli.files.ledger.columns.han_morphemes import asks_for_end, deed_of, is_stage, names_somebody
from officecli.files.ledger.columns.heading_meaning import is_known, meanings, normal
from officecli.files.ledger.columns.meant import ANY_NUMBER
from officecli.i18n import _
from officecli.patterns import pattern

_SEEN = pattern(r"\b(?:review|update|modifi|edit|contact|check|visit|remind|invoice|bill|notif)|更新|查看|提醒|通知|回访", re.IGNORECASE)
"""A day on which somebody only looked at it, or told somebody."""

_HAPPENED = pattern(r"(?!.*(?:限|期$|截|止|应|拟|计划|预|承诺|要求|目标|约定))[\u3400-\u9fff]{2,}(?:时间|日期|日)")
"""A Chinese heading of days that does not say that they are still to come."""
_BODY_APPROVES = pattern(r"(?:审批|审核|核准|许可|发证|受理)(?:责任)?(?:科室|部门|单位|股室|处室)")
_APPROVES = pattern(
    r"(?:approver|approving officer|verifier|checker)s?(?: name)?|(?:审批|审核|核准|许可|发证|受理)(?:责任)?(?:人|人员|员)", re.IGNORECASE
)
"""Who does the work where it is to approve something, and nobody else is named."""
_MAY_LEAD_ALONE = pattern(r"(?:行政|党政|政府|包保|属地|领导)(?:责任人|负责人)")
"""Who answers for what is done beside others, and does it where nobody else is named."""
_WHOM = pattern(r"(?:employee|new hire|student|trainee|volunteer|participant)s?(?: name)?", re.IGNORECASE)
"""Whom a list of reviews or of training is about: each is a matter where nothing else is."""
_KEEPS_TOUCH = pattern(r"(?:联络|联系|对接)(?:人|人员|员|干部)")
"""Who follows a matter up where nobody does it here."""
_FIRST_STAGE = pattern(r"初稿|草稿|草案|提纲|大纲|[一首]稿|初审|征求意见|送审|\b(?:first|initial|draft|outline)\b", re.IGNORECASE)
"""The day of what is handed in on the way."""
_APPROVED = pattern(r"(?:date )?(?:approved|accepted|authori[sz]ed|funded)(?: on| date)?", re.IGNORECASE)
_CONFIRMS = pattern(r"verif|valid|confirm|accept|sign|验|确认|认定", re.IGNORECASE)
"""A day on which somebody saw that it is done."""


def _asks(heading: str, deed: str) -> bool:
    """Whether a heading asks whether what a deadline is set for came about."""
    found = re.fullmatch(r"是否(?:已经?|按[期时])?([\u3400-\u9fff]{2,4})", heading)
    return found is not None and (deed in found[1] or found[1] in deed)


class ByContents:
    """Reads what the headings of a table leave open by what stands under them."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def read(self) -> None:
        """Fill the columns that no heading names; what is left is kept, and of what another heading was preferred to, that is said."""
        self._by_contents()
        self._keep_rest()

    def _by_contents(self) -> None:
        """A column whose heading is not known, or whose column is taken, is what its cells are, where nothing else is."""
        columns = self._table.chosen.columns
        if "lead" not in columns:
            self._read_as("lead", self._who_leads())
        if "status" not in columns:
            self._read_as("status", self._of_kind("status") or ([] if "closed" in columns else self._ended()))
        if "percent" not in columns:
            self._read_as("percent", self._of_kind("percent"))
        if not {"due", "original_due"} & {*columns}:
            self._read_as("due", self._deadline())
        if "issued" not in columns:
            past = [place for place in (*self._unknown(), *self._barely_named()) if self._all_past(place)]
            self._read_as("issued", [place for place in past if "due" in columns or _HAPPENED.fullmatch(self._table.texts[place])])
        if "title" not in columns:
            self._matter_elsewhere()
        self._last_of_stages()
        self._ended_on()
        self._ended_by_state()
        self._ended_after_approval()
        self._lead_elsewhere()
        self._submitted_for_good()

    def _read_as(self, key: str, fits: list[int]) -> None:
        """Let the one column that fits have its key, where enough stands under it."""
        if len(fits) == 1 and self._table.under[fits[0]].filled >= ENOUGH:
            self._table.read_as(key, fits[0])

    def _of_kind(self, kind: str) -> list[int]:
        """The columns of unknown heading whose cells are of a kind."""
        return [place for place in self._unknown() if self._table.under[place].kind == kind]

    def _who_leads(self) -> list[int]:
        """The columns of people: beside a section or other people a person's, and who is named in every row before who helps with some."""
        fits = self._of_kind("lead")
        if "unit" in self._table.chosen.columns or len(fits) > 1:
            fits = [place for place in fits if self._table.under[place].persons >= MOSTLY]
            full = [place for place in fits if self._table.in_every_row(place)]
            fits = full if len(full) == 1 else fits
        return fits

    def _deadline(self) -> list[int]:
        """The columns of days: of several stages the last, else the one still to come."""
        table, fits = self._table, self._of_kind("due")
        planned = [place for place in fits if table.texts[place].endswith("计划")]
        if planned and all(table.texts[place].endswith(("计划", "实际")) for place in fits):
            return planned[-1:] if table.mostly_filled(planned[-1]) else []  # of the stages planned the last, whatever came about of each
        if len(fits) > 1 and all(table.mostly_filled(place) and is_stage(table.texts[place]) for place in fits):
            return fits[-1:]
        ahead = [place for place in table.open if table.under[place].kind == "due" and not self._all_past(place)]
        fits = [place for place in fits if [place] == ahead] or (fits if len(ahead) < len(fits) == 1 else [])
        if any(self._all_past(place) and _HAPPENED.fullmatch(table.texts[place]) for place in fits):
            return []  # 调研时间: whatever it is, it is over, and in every row
        if len(fits) > 1:  # one in every row, beside others here and there
            full = [place for place in fits if table.in_every_row(place)]
            fits = full if len(full) == 1 and all(table.texts[place].isascii() for place in fits) else fits
        return fits if all(map(table.mostly_filled, fits)) else []

    def _may_tell_state(self, place: int) -> bool:
        """Whether a column that nobody knows says of some rows that they are over, where no other tells how far they are."""
        under, known = self._table.under[place], {"status", "closed", "progress"} & {*self._table.chosen.columns}
        return bool(under.ended or under.halted) and not known and not under.days and not is_known(self._table.texts[place])

    def _ended(self) -> list[int]:
        """The columns that tick whether something came about that may be the end: 是否解除; 是否支付 where 应付日期 is the deadline, or Renewed? beside Renew by."""
        table, due = self._table, self._table.chosen.columns.get("due", self._table.chosen.columns.get("original_due"))
        heading = table.texts[due] if due is not None else ""
        named, deed = deed_named(heading), deed_of(heading)
        return [
            place
            for place in table.open
            if table.under[place].ticks >= MOSTLY
            and (asks_for_end(text := table.texts[place]) or says_it_was_done(text, named) or (deed and _asks(text, deed)))
        ]

    def _last_of_stages(self) -> None:
        """Where the deadline is that of a first stage (初稿时间), the last of the days behind it that every row has is the deadline: 定稿时间."""
        table, columns = self._table, self._table.chosen.columns
        first = columns.get("due")
        if first is None or table.mapped(first) or not _FIRST_STAGE.search(table.texts[first]):
            return
        issued = columns.get("issued", first)
        behind = [place for place in (*self._of_kind("due"), issued) if place > first and table.in_every_row(place) and not table.mapped(place)]
        if not behind:
            return
        if issued in behind:
            del columns["issued"]
            table.chosen.kept.append(issued)
        table.chosen.kept.append(first)
        table.read_as("due", last := max(behind))
        if last in table.chosen.kept:
            table.chosen.kept.remove(last)

    def _ended_on(self) -> None:
        """The day of what the deadline's heading names (修复时间 beside 承诺修复), where only some rows have one: that of the end."""
        table = self._table
        due = table.chosen.columns.get("due")
        heading = table.texts[due] if due is not None and "closed" not in table.chosen.columns else ""
        deed = deed_of(heading)
        wanted = {deed + day for day in ("时间", "日期", "日")} | {"实际" + deed} if deed else set()
        if heading.endswith("计划"):
            wanted.add(heading.removesuffix("计划") + "实际")
        english = deed_named(heading)
        for place in [place for place in table.open if table.texts[place] in wanted or says_it_was_done(table.texts[place], english)]:
            if table.under[place].days < MOSTLY:
                continue
            if not table.mostly_filled(place):
                table.read_as("closed", place)
                return

    def _ended_by_state(self) -> None:
        """The one column of past days that has one in the rows that are closed and in no other: that on which they were."""
        columns, under = self._table.chosen.columns, self._table.under
        if "closed" in columns or "status" not in columns:
            return
        ended = under[columns["status"]].ended
        open_too = under[columns["status"]].filled > len(ended)
        fits = [
            place
            for place in self._table.open
            if under[place].past >= NEARLY_ALL
            and under[place].at == ended
            and (open_too or not self._table.in_every_row(place))
            and not _SEEN.search(self._table.texts[place])
        ]
        if len(fits) == 1 and (len(ended) >= ENOUGH or (ended and _CONFIRMS.search(self._table.texts[fits[0]]))):
            self._table.read_as("closed", fits[0])

    def _ended_after_approval(self) -> None:
        """The one column of past days here and there behind an approval that every row has: it is the end, and the approval was the beginning (Approved, Verified)."""
        table, columns = self._table, self._table.chosen.columns
        approved = columns.get("closed")
        if approved is None or not _APPROVED.fullmatch(table.texts[approved]) or table.mapped(approved) or not table.in_every_row(approved):
            return
        later = [place for place in table.open if place > approved and table.under[place].past >= NEARLY_ALL and not table.mostly_filled(place)]
        if len(later) == 1 and not _SEEN.search(table.texts[later[0]]):
            table.chosen.kept.append(approved)
            table.read_as("closed", later[0])

    def _all_past(self, place: int) -> bool:
        """Whether a day up to today stands in practically every row: beside the deadline, the one on which the matter arose."""
        return self._table.under[place].past >= NEARLY_ALL and self._table.in_every_row(place)

    def _matter_elsewhere(self) -> None:
        """Where no heading names the matter, it is under one that may (Deliverable, Objective), else the longest of what says something else in each row."""
        may = [
            (max(meant.strength for meant in meanings(self._table.texts[place]) if meant.key == "title"), -place, key)
            for key, place in self._table.chosen.columns.items()
            if key not in ("status", "result")
            and self._table.may_be(place, "title")
            and self._table.under[place].tells_apart
            and self._table.mostly_filled(place)
            and not self._table.mapped(place)
        ]
        if may:
            self._table.give("title", self._table.chosen.columns.pop(max(may)[-1]))
        elif (place := self._longest_text()) is not None:
            self._table.read_as("title", place)
        elif len(labels := [place for place in self._table.chosen.labels if self._table.under[place].tells_apart]) == 1:
            self._table.chosen.labels.remove(labels[0])  # Priority this week, of words of one's own
            self._table.read_as("title", labels[0])
        elif len(who := [place for place in self._table.open if _WHOM.fullmatch(self._table.texts[place]) and self._names_others(place)]) == 1:
            self._table.read_as("title", who[0])

    def _names_others(self, place: int) -> bool:
        """Whether every row names somebody else, and none of them is of the office."""
        return self._table.under[place].tells_apart and self._table.in_every_row(place) and not self._table.under[place].people

    def _lead_elsewhere(self) -> None:
        """Where no heading names who leads, it is who answers for it by what it is (行政责任人), who stands under one that may (Delegate), else supports; where nobody does either, who approves, or keeps in touch."""
        columns = self._table.chosen.columns
        place = columns.get("responsible")
        if (
            place is not None
            and not {"lead", "unit"} & {*columns}
            and _MAY_LEAD_ALONE.fullmatch(self._table.texts[place])
            and not self._table.mapped(place)
        ):
            self._table.give("lead", columns.pop("responsible"))
            return
        place = columns.get("support")
        if not {"lead", "unit", "support"} & {*columns}:
            for key, who in (("unit", _BODY_APPROVES), ("lead", _APPROVES)) if self._any_headed(_APPROVES) else (("lead", _KEEPS_TOUCH),):
                self._read_as(key, [at for at in self._table.open if who.fullmatch(self._table.texts[at]) and self._table.under[at].people >= MOSTLY])
            return
        if place is None or {"lead", "unit"} & {*columns} or self._table.mapped(place) or "support" in self._table.chosen.more:
            return
        if self._table.may_be(place, "lead"):
            self._table.give("lead", columns.pop("support"))

    def _any_headed(self, who: re.Pattern[str]) -> bool:
        return any(who.fullmatch(self._table.texts[at]) for at in self._table.open)

    def _submitted_for_good(self) -> None:
        """Where nothing else tells how a matter ends, Date Submitted does; in Chinese what is submitted has yet to be struck off."""
        columns = self._table.chosen.columns
        place = columns.get("submitted")
        if place is None or {"closed", "status"} & {*columns} or self._table.mapped(place):
            return
        if self._table.may_be(place, "closed"):
            self._table.read_as("closed", columns.pop("submitted"))

    def _unknown(self) -> list[int]:
        """The places of the columns whose headings say nothing that is known."""
        return [place for place, found in self._table.open.items() if not found and not is_known(self._table.texts[place])]

    def _barely_named(self) -> list[int]:
        """The places of the columns headed 时间 and no more, where another gives the deadline: as well the day on which it arose."""
        if "due" not in self._table.chosen.columns:
            return []
        return [place for place in self._table.open if normal(self._table.texts[place]) == "时间"]

    def _longest_text(self) -> int | None:
        """The one column of unknown heading that says something else in each row, at more length than any other of them, in English also the first of them all; None where it is not plain."""
        under, texts = self._table.under, self._table.texts
        says = [place for place in self._unknown() if under[place].tells_apart and not names_somebody(texts[place])]
        first = says[0] if says and self._names_the_rows(says[0]) else None
        says.sort(key=lambda place: -under[place].length)
        plain = len(says) == 1 or (says and under[says[0]].length >= 2 * under[says[1]].length)
        return says[0] if plain else first

    def _names_the_rows(self, place: int) -> bool:
        """Whether a column is the first that says something else in each row, in English and of no place or party: a register of permits, of grants, of vehicles."""
        first = not any(cells.tells_apart for cells in self._table.under[:place])
        return first and "lead" in self._table.chosen.columns and names_the_rows(self._table.texts[place])

    def _keep_rest(self) -> None:
        """What no column takes is kept with the item; of what another heading was preferred to, that is said."""
        for place, found in self._table.open.items():
            self._table.chosen.kept.append(place)
            if self._may_tell_state(place):
                self._table.chosen.notes.append(
                    _('“{heading}” may say how far each is, and is kept as a remark: --map "{heading}=status" reads it.').format(
                        heading=self._table.texts[place]
                    )
                )
            other = next((meant.key for meant in found if meant.key in self._table.chosen.columns and meant.key not in ANY_NUMBER), None)
            if other and self._table.under[place].filled:
                self._table.chosen.told.add(place)
                used = self._table.texts[self._table.chosen.columns[other]]
                self._table.chosen.notes.append(
                    _("“{heading}” is kept as a remark: “{other}” is read as {column}.").format(
                        heading=self._table.texts[place], other=used, column=label(other)
                    )
                )
        self._table.open.clear()
