"""Which of several days that may be by when is the deadline: the last of stages, that of the whole behind its steps, the one that was moved."""

from __future__ import annotations

import re
from itertools import pairwise

from officecli.files.ledger.columns.by_heading.english_deeds import is_named_anew
from officecli.files.ledger.columns.by_heading.meaning import is_later, says_start
from officecli.files.ledger.columns.chosen import Table, vouches
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, SELDOM
from officecli.patterns import pattern

_FIRST_STAGE = pattern(r"初稿|草稿|草案|提纲|大纲|[一首]稿|初审|征求意见|送审|\b(?:first|initial|draft|outline)\b", re.IGNORECASE)
"""The day of what is handed in on the way."""
_LATER_STAGE = pattern(
    r"[定终成二三次]稿|征求意见|会签|送审|审[核议定签]|修[改订]|报[送审批]|提交|上会|印发|签发|发布|公布|出台"
    r"|\b(?:final|comments?|revis\w+|publi\w+|issu\w+|adopt\w+|approv\w+)\b",
    re.IGNORECASE,
)
"""Behind it the day of what follows, though its heading may speak of a beginning as well."""
_DRAFT = pattern(r"初稿|草稿|\bdraft\b", re.IGNORECASE)
_FINAL = pattern(r"[定终]稿|\bfinal\b(?! draft)", re.IGNORECASE)
_SITTING = pattern(r"\b(?:meeting|session|hearing|sitting|council|board|committee)\b", re.IGNORECASE)
"""The day on which those meet who are to see what is due before: no stage of it."""
_STEP = pattern(
    r"反馈|开[工题始标]|招标|挂网|评标|询价|动工|进场|启动|立项|中期|受理|告知|公示|公告|公布|面[商谈访]|约谈|送达|签收|响应|到场|摸排|排查|动员|部署|首次|初[审核步]|方案|阶段"
)
_WHOLE = pattern(r"办[结毕复]|办理完[毕成]|完[成结毕]|结案|销号|答复|回复|化解|整改|到位|[竣完]工|交付|投[用产]|结[题项束]|验收")
"""By when a step of the work is to be done that others follow, and by when the whole."""
_SIGNED = pattern(r"签[约订署]|定标|成交")
"""What the whole comes to behind a first step, where nothing is behind it: 签约, behind 公告."""
_STEP_DUE = pattern(r"(?!(?:date|day|is|work|task|action|matter|item)\b)\S+ due(?: (?:date|by|on))?", re.IGNORECASE)
_PART = pattern(r".+?(?P<times>(?:时间|进度|时序)(?:节点|安排|要求)|(?:推进|实施|工作|计划)(?:时间|进度)(?:安排)?)")
"""One of several times that stand under one heading."""
_HANDED_OVER = pattern(r"\b(?:deliver(?:y|able)|hand ?over|release|launch|publication|submission|filing|completion)\b", re.IGNORECASE)
"""A step of the work with a day of its own, and what the whole of it comes to."""


class DeadlineAmongSeveral:
    """Looks beside the column that was chosen as the deadline for one that says it better, and for the day before it was moved."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def settle(self) -> None:
        """Move the deadline to the last stage or the whole, and find the first of one that was moved."""
        self._last_of_stages()
        self._whole_behind_step()
        self._last_of_parts()
        self._first_of_two()
        self._named_anew()
        self._behind_steps()

    def _last_of_stages(self) -> None:
        """Where the deadline is that of a first stage (初稿时间), the last of the days behind it that every row has is the deadline: 定稿时间."""
        table, columns = self._table, self._table.chosen.columns
        first = columns.get("due")
        if first is None or table.mapped(first) or not _FIRST_STAGE.search(table.texts[first]):
            return
        issued = columns.get("issued", first)
        unread = [at for at in table.open if table.may_be(at, "issued") and table.under[at].days >= MOSTLY]
        stages = [at for at in (issued, *unread) if _LATER_STAGE.search(table.texts[at])]  # 交办时间 is none
        also_due = [at for at in table.open if self._may_be_due(at) and table.under[at].days >= MOSTLY and _LATER_STAGE.search(table.texts[at])]
        unknown = [at for at in table.unknown("due") if not _SITTING.search(table.texts[at])]
        later = [*unknown, *stages, *also_due]  # 印发时限, behind 送审时限
        behind = [
            place for place in later if place > first and table.in_every_row(place) and not table.mapped(place) and self._may_follow(place, first)
        ]
        if not behind:
            return
        if issued in behind:
            del columns["issued"]
            table.chosen.kept.append(issued)
        table.chosen.kept.append(first)
        table.read_as("due", last := max(behind))
        if last in table.chosen.kept:
            table.chosen.kept.remove(last)

    def _whole_behind_step(self) -> None:
        """Where the deadline is that of a step (公示截止日), the last behind it in every row by which the whole is to be done is the deadline: 办理完毕时限."""
        table, step = self._table, self._table.chosen.columns.get("due")
        if step is None or table.mapped(step) or not any(form.search(table.texts[step]) for form in (_STEP, _SIGNED)):
            return
        due = [at for at in table.open if at > step and self._may_be_due(at) and not _STEP.search(table.texts[at]) and not table.mapped(at)]
        for whole in (_WHOLE, _SIGNED):
            if whole.search(table.texts[step]):
                return
            ends = [at for at in due if whole.search(table.texts[at]) and table.in_every_row(at) and self._may_follow(at, step)]
            if ends:
                table.chosen.kept.append(step)
                table.read_as("due", max(ends))
                return

    def _last_of_parts(self) -> None:
        """Where the deadline is the first of several under one heading of times (动员部署时间节点), none of them before the one
        on its left, the last is the deadline: 巩固提升时间节点.
        """
        table, first = self._table, self._table.chosen.columns.get("due")
        found = _PART.fullmatch(table.texts[first]) if first is not None and not table.mapped(first) else None
        if first is None or found is None:
            return
        parts = [at for at, text in enumerate(table.texts) if at >= first and text.endswith(found["times"]) and text != found["times"]]
        behind = [at for at in parts if at != first]
        of_days = all(at in table.open and table.under[at].days >= MOSTLY and not table.mapped(at) for at in behind)
        rising = all(table.never_before(after, before) for before, after in pairwise(parts))
        if behind and of_days and rising and table.in_every_row(behind[-1]):
            table.chosen.kept.append(first)
            table.read_as("due", behind[-1])

    def _first_of_two(self) -> None:
        """Where the deadline is one that was moved, and only some rows have it, the one
        column of days in nearly all rows that is never after it: Undertaken, beside Extended to.
        """
        table, columns = self._table, self._table.chosen.columns
        moved = columns.get("due")
        if moved is None or "original_due" in columns or table.mapped(moved) or table.mostly_filled(moved):
            return
        if not is_later(table.texts[moved]):
            return
        first = [
            at
            for at in table.unknown("due")
            if table.in_every_row(at) and table.under[at].ahead and table.never_before(moved, at) and not vouches(table.texts[at])
        ]
        if len(first) == 1 and not says_start(table.texts[first[0]]):
            table.read_as("original_due", first[0])

    def _named_anew(self) -> None:
        """Where of two headings of days one says what the other says, and that it is new, it is the deadline, and the other the first:
        New promise, beside Promised for.
        """
        table, columns = self._table, self._table.chosen.columns
        chosen = [columns[key] for key in ("due", "issued") if key in columns]
        if "due" not in columns or "original_due" in columns or any(map(table.mapped, chosen)):
            return
        of_days = [*chosen, *(at for at in table.open if table.under[at].kind == "due")]
        pairs = [(first, anew) for first in of_days for anew in of_days if is_named_anew(table.texts[anew], table.texts[first])]
        if len(pairs) != 1 or columns["due"] not in pairs[0] or not table.never_before(pairs[0][1], pairs[0][0]):
            return
        first, anew = pairs[0]
        if columns.get("issued") in pairs[0]:
            del columns["issued"]
        table.read_as("original_due", first)
        table.read_as("due", anew)

    def _behind_steps(self) -> None:
        """Behind two steps that are due in some rows alone, the one column of days on which the whole is
        handed over, in every row and never before them: Client delivery, behind Draft due and Proof due.
        """
        table, columns = self._table, self._table.chosen.columns
        steps = [at for at, text in enumerate(table.texts) if _STEP_DUE.fullmatch(text.strip()) and table.under[at].days >= MOSTLY]
        if len(steps) < ENOUGH or columns.get("due") not in steps or any(map(table.mapped, steps)) or any(map(table.in_every_row, steps)):
            return
        last = [
            at
            for at in table.open
            if at > steps[-1]
            and _HANDED_OVER.search(table.texts[at])
            and table.in_every_row(at)
            and table.under[at].ahead > SELDOM
            and all(table.never_before(at, step) for step in steps)
        ]
        if len(last) == 1:
            table.chosen.kept += [columns.pop(key) for key in ("due", "original_due") if columns.get(key) in steps]
            table.read_as("due", last[0])

    def _may_be_due(self, place: int) -> bool:
        """Whether a heading may mean the deadline, or does so because its days are still to come: 报批时间."""
        return self._table.may_be(place, "due") or any(meant.key == "due" for meant in self._table.open[place])

    def _may_follow(self, place: int, first: int) -> bool:
        """Whether days may be of a stage after the first: none is before it, and they have not passed where the first has not."""
        table, texts = self._table, self._table.texts
        plainly = any(one.search(texts[first]) and other.search(texts[place]) for one, other in ((_DRAFT, _FINAL), (_STEP, _WHOLE), (_STEP, _SIGNED)))
        follows = table.seldom_before if plainly else table.never_before  # by whose words one row may be a slip
        passed = max(table.under[first].past, SELDOM if plainly else 0)
        return follows(place, first) and table.under[place].past <= passed
