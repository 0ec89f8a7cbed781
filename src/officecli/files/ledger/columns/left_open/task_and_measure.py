"""Of several columns that may be the matter, the one that says what is done: a measure
and not its task, a fault and not what was checked, a step and not its project.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from officecli.files.ledger.columns.by_heading.han_morphemes import names_somebody
from officecli.files.ledger.columns.by_heading.han_vocabulary import FAULT, MENDS, OPINION
from officecli.files.ledger.columns.by_heading.meaning import is_known, is_measure, meanings
from officecli.files.ledger.columns.chosen import Table, names_the_rows
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, SELDOM, WORDY
from officecli.files.ledger.columns.left_open.levels import is_lowest, levels_between, levels_over, numbered_together
from officecli.files.ledger.columns.left_open.topics import next_of_topic
from officecli.patterns import pattern

_CHECKED = pattern(
    r".{0,2}(?:检查|巡查|督查|排查|检测|监测|检验|质控|自查|抽检|抽查|巡检|化验|考核|评估|评价|审计|督导|测评|验收)(?:的)?(?:项目|内容|要点|指标|环节|部位"
    r"|点位|方面|事项|条款|标准)(?:名称)?"
)
"""What was looked at."""
_COMPLAINT = f"投诉|诉求|需求|事件|举报|信访|反映|纠纷|线索|发现$|[卡堵难痛]点(?!.*[举措])|瓶颈|(?:差距|短板|分)分析|{OPINION}"
_TASK = pattern(r".{0,6}(?:(?:工作|任务|事项|项目|实事)(?:名称|内容)?|(?:工作|行动|活动)计划)")
_HOW = pattern(r"(?!.*(?:细化|分解)).{0,6}(?:措施|举措|做法)|(?:具体|主要)?(?:工作)?(?:内容|要求|目标)(?:[及和与](?:工作)?(?:内容|要求|目标|标准))?")
_CONTENT = pattern(r"(?:具体|主要|建设|实施|基本)(?:工作|建设|实施)?(?:内容|情况|规模)")
_PART = pattern(r"sub[- ]?(?:tasks?|activit(?:y|ies)|items?|steps?|actions?)(?: (?:names?|titles?|description))?", re.IGNORECASE)
_NAMED = pattern(r"(?:title|subject|summary|(?:task|action|matter|job|to-?do)s?(?: (?:item|name|title))?)", re.IGNORECASE)
"""What each row is called, whatever it is done with."""
_DONE = pattern(r"\b(?:actions?|tasks?|steps?|jobs?|works?|to[ -]?dos?)(?: (?:agreed|required|needed|to be \w+|items?))?$", re.IGNORECASE)
_OF_A_NAME = 2
"""Words that a name has on average."""
_TIMES_LONGER = 2
"""How many times the words of a name an order has that says what is to be done about it: Verges, Ask the county to cut them twice a year."""
_REMEDY_NAMED = pattern(r"\b(?:action|correction|mitigat|remed|measure|repair|fix)", re.IGNORECASE)
"""What is done about something, in whatever words its cells tell it."""
_THING = pattern(r".{0,4}(?:项目|案件|工程|藏品|文物|工地|设备|系统|楼宇|企业|合同|课题|标段|点位|产品|客户|小区)名称|重[大点]项目")
_TO_BE_SOLVED = pattern(
    r"(?:需|待|拟|提请|请求|求助).*(?:解决|协调|支持|帮助|研究)|(?:解决|破解|协调|化解|整改|整治|销号|处[理置]|疏通|打通|消除|清零|攻克)(?:的)?(?:时限|期限|时间|日期|状态|情况|进展|进度|措施|办法)"
)
_OF_THE_WORKS = pattern(r"形象|工程进度|项目进[展度]|建设(?!单位|主体|方)|投资|开工|竣工|完工|里程碑")
"""Beside a project's name what is to be solved for it, and what tells that it is the project itself that goes on."""
_DONE_TO_THING = pattern(r".{0,6}(?:任务|工作|待办|待办事项)|.{0,4}整改(?:通知)?内容")
"""What a row is about, and what is done to it."""
_FAULT_IN_ENGLISH = pattern(
    r"\b(?:issues?|defects?|faults?|deficienc(?:y|ies)|needs?|events?|problems?|non[- ]?conform\w+|hazards?|violations?|findings?|observations?|lapses?"
    r"|deviations?|vulnerabilit(?:y|ies)|weakness(?:es)?|gaps?|failures?|risks?|discrepanc(?:y|ies)|damages?|snags?|squawks?|breach(?:es)?|mistakes?"
    r"|near miss(?:es)?|concerns?|conditions?|shortcomings?|went (?:wrong|badly|less well))\b",
    re.IGNORECASE,
)
_ENTERED = pattern(
    r"(?:risk|issue|assumption|dependenc(?:y|ie)|decision|opportunit(?:y|ie)|constraint|action|change|concern|lesson)s?", re.IGNORECASE
)
"""As what a matter is entered in a list of several sorts."""
_REMEDY = pattern(
    r"action descriptions?|repairs?|interventions?|rectifications?|remed(?:y|ies)|resolution steps?|(?:\w+ ){0,2}(?:strateg(?:y|ies)|countermeasures?)",
    re.IGNORECASE,
)
"""What is wrong, and what is to be done about it."""
_OF_GOAL = pattern(r"measures?", re.IGNORECASE)
"""By what it is known that a goal is reached, where Goal, Action and Measure stand side by side."""


def is_measure_here(table: Table, place: int) -> bool:
    """Whether a heading of a table names one of several things done for a task."""
    return is_measure(table.texts[place]) and any(meant.key == "title" for meant in table.open[place])


class TaskAndMeasure:
    """Looks beside the column that was chosen as the matter for one that says it better."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def settle(self) -> None:
        """Where a task stands beside what is done for it, the measure is the matter and the task its source."""
        title = self._table.chosen.columns.get("title")
        if title is None or self._table.mapped(title):
            return
        if self._fault_of_check(title) or self._asked_of_check(title):
            return
        if (task := self._task_before(title)) is not None:
            self._table.open[title] = []
            self._table.give("title", task)
            return
        if levels := levels_over(self._table, title):
            self._are_tasks(levels)
            return
        measure = next((place for place in self._table.open if is_measure_here(self._table, place) and self._table.mostly_filled(place)), None)
        if measure is not None and is_lowest(self._table, title, measure):
            self._are_tasks(levels_between(self._table, title, measure))
            self._table.give("title", measure)
            return
        self._of_one_task(title, self._told_apart_from(title, measure))

    def _are_tasks(self, levels: Sequence[int]) -> None:
        """Let the columns of these levels, the widest first, be what the matter is a part of."""
        self._table.chosen.tasks = tuple(levels)
        for place in levels:
            self._table.open.pop(place, None)

    def _told_apart_from(self, title: int, measure: int | None) -> int | None:
        """The column that tells apart the rows of one task: the measure, unless it says the same of one fault after another (责令改正), else another."""
        table, under = self._table, self._table.under
        if measure is not None and table.repeats(measure, measure) and not under[measure].tells_apart:
            fault = table.chosen.columns.get("problem")
            told_apart = fault is not None and under[fault].tells_apart and not under[title].tells_apart
            measure = table.chosen.columns.pop("problem") if told_apart else None
        if measure is None and (not (under[title].tells_apart and table.in_every_row(title)) or numbered_together(table, title)):
            ways = (self._parts_apart, self._told_apart, self._goal_apart, self._unknown_apart)
            measure = next((found for way in ways if (found := way(title)) is not None), None)
        return self._thing_before(title) if measure is None and table.repeats(title, title) else measure

    def _of_one_task(self, title: int, measure: int | None) -> None:
        """Let what was chosen as the matter be the task of a measure, or of what was done about it."""
        if measure is None and (done := self._done_about(title)) is not None:
            self._table.chosen.tasks = (title,)
            self._table.chosen.columns = {key: at for key, at in self._table.chosen.columns.items() if at != done}
            self._table.read_as("title", done)
            return
        if measure is None or (self._table.under[title].filled and self._names_itself(title, measure) and not self._table.repeats(title, measure)):
            return
        self._table.chosen.tasks = (title,)
        self._table.give("title", measure)

    def _fault_of_check(self, title: int) -> bool:
        """Whether what was checked stands beside what was found there: the fault is the matter,
        then (检查项目, 存在问题); behind what is told of the progress it is an obstacle.
        """
        columns = self._table.chosen.columns
        fault = columns.get("problem")
        told = [columns[key] for key in ("progress", "percent", "status") if key in columns]
        if (
            fault is None
            or any(title < place < fault for place in told)
            or not any(way(title, fault) for way in (self._was_checked, self._is_sort_of_faults, self._is_short_beside, self._is_named_beside))
            or not self._table.under[fault].tells_apart
            or not self._table.mostly_filled(fault)
            or self._table.mapped(fault)
        ):
            return False
        columns["title"] = columns.pop("problem")
        self._table.chosen.kept.append(title)
        return True

    def _asked_of_check(self, title: int) -> bool:
        """Whether beside what was looked at no heading is the fault's, and every row says what is to be mended: 检查内容, 整改要求."""
        columns = self._table.chosen.columns
        asked = columns.get("goal")
        if asked is None or "problem" in columns or self._table.mapped(asked) or not _CHECKED.fullmatch(self._table.texts[title]):
            return False
        if not MENDS.match(self._table.texts[asked]) or not self._table.differs_in_every_row(asked):
            return False
        columns["title"] = columns.pop("goal")
        self._table.chosen.kept.append(title)
        return True

    def _task_before(self, title: int) -> int | None:
        """Of 主要内容 the one 实事项目 before it that says something else in every row, at no less length: what is done is called by itself."""
        table = self._table
        if not _CONTENT.fullmatch(table.texts[title]):
            return None
        tasks = [at for at in table.open if at < title and _TASK.fullmatch(table.texts[at]) and table.differs_in_every_row(at)]
        return tasks[0] if len(tasks) == 1 and table.under[tasks[0]].length >= table.under[title].length else None

    def _was_checked(self, title: int, _fault: int) -> bool:
        return _CHECKED.fullmatch(self._table.texts[title]) is not None

    def _is_named_beside(self, title: int, fault: int) -> bool:
        """Whether a project or firm is named before what is to be solved for it, in every row: 项目名称, beside 需协调解决的问题."""
        texts = self._table.texts
        named = title < fault and _THING.fullmatch(texts[title]) and self._table.in_every_row(fault)
        return bool(named) and any(map(_TO_BE_SOLVED.search, texts)) and not any(map(_OF_THE_WORKS.search, texts))

    def _is_sort_of_faults(self, title: int, _fault: int) -> bool:
        """Whether the same stands over several faults, in a table of what is to be mended: 质控项目, beside 存在问题 and 整改时限."""
        table = self._table
        return table.repeats(title, title) and not table.under[title].tells_apart and any(map(MENDS.search, table.texts))

    def _is_short_beside(self, title: int, fault: int) -> bool:
        """Whether what was looked at is named in a word or two right before the fault, and behind both stands what is done about it: 质控要点."""
        table = self._table
        short = 2 * table.under[title].length <= table.under[fault].length and not _TASK.fullmatch(table.texts[title])
        return short and fault == title + 1 and any(is_measure_here(table, at) for at in table.open if at > fault)

    def _names_itself(self, title: int, measure: int) -> bool:
        """Whether a matter with one measure is called by itself: a fault, a task beside
        how it is gone about (重点工作, 推进措施), or what is done for a goal before it.
        """
        text = self._table.texts[title]
        goal = self._table.chosen.columns.get("goal", title)
        if goal < title and _OF_GOAL.fullmatch(self._table.texts[measure]):
            return True
        return bool(re.search(f"{FAULT}|{_COMPLAINT}", text) or (_TASK.fullmatch(text) and _HOW.fullmatch(self._table.texts[measure])))

    def _done_about(self, title: int) -> int | None:
        """The one column of what is done, in every row something else at no less
        length, beside what it is done to: 修复工作, of a 藏品名称; Repair, of a Defect.
        """
        table, heading = self._table, self._table.texts[title].strip()
        for way in (self._deed_beside_name, self._ordered_beside, partial(next_of_topic, table)):
            if (done_to := way(title)) is not None:
                return done_to
        wanted = _DONE_TO_THING if _THING.fullmatch(heading) else _REMEDY if heading.isascii() and _FAULT_IN_ENGLISH.search(heading) else None
        if wanted is None or not table.under[title].tells_apart:
            return None
        done = [at for at in table.open if wanted.fullmatch(table.texts[at].strip()) and table.differs_in_every_row(at)]
        return done[0] if len(done) == 1 and table.under[done[0]].length >= table.under[title].length else None

    def _deed_beside_name(self, title: int) -> int | None:
        """The one column headed as what is done that may be the matter, where this has little more than a name: Action agreed, beside Subject: Verges."""
        table, called = self._table, self._table.under[title].words
        if called > _OF_A_NAME or _REMEDY_NAMED.search(table.texts[title]):
            return None
        deeds = [at for at in table.open if table.may_be(at, "title") and _DONE.search(table.texts[at]) and table.differs_in_every_row(at)]
        return deeds[0] if len(deeds) == 1 and table.under[deeds[0]].words > _TIMES_LONGER * called else None

    def _ordered_beside(self, title: int) -> int | None:
        """The one column whose cells say what is to be done, where those of the matter hardly do: Replace the pane, beside Broken window.

        It is headed as the matter may be; beside a fault in any way that gives it no other column than that of results
        (Resolution action), if its cells are no names of two words: Back stairs, Seal kit.
        """
        table = self._table
        heading = table.texts[title].strip()
        if table.under[title].orders > SELDOM or _REMEDY_NAMED.search(heading):
            return None
        may = [at for at in table.open if table.may_be(at, "title")]
        if _NAMED.fullmatch(heading) or self._is_of_sorts():
            return None
        may += [
            at for at, found in table.open.items() if at not in may and any(meant.key == "title" for meant in found)
        ]  # by its cells: Owner's order
        if _FAULT_IN_ENGLISH.search(heading):
            result = table.chosen.columns.get("result")
            told = [at for at in table.open if at in may or (table.under[at].words >= WORDY and names_the_rows(table.texts[at]))]
            may = [*told, *([] if result is None or table.mapped(result) else [result])]
        ordered = [at for at in may if table.under[at].ordered and table.differs_in_every_row(at)]
        return ordered[0] if len(ordered) == 1 else None

    def _is_of_sorts(self) -> bool:
        """Whether a column says as what each row is entered, a Risk, an Issue or a Dependency: what is entered is the matter, and not how it is met."""
        sorts = (under.texts for under in self._table.under if ENOUGH <= len(under.texts) < under.filled)
        return any(all(map(_ENTERED.fullmatch, texts)) for texts in sorts)

    def _parts_apart(self, title: int) -> int | None:
        """Of a task that stands over several rows its subtask, which says something else in each."""
        table = self._table
        parts = [at for at in table.open if _PART.fullmatch(table.texts[at].strip()) and table.under[at].tells_apart and table.mostly_filled(at)]
        return parts[0] if len(parts) == 1 and table.under[title].filled and table.repeats(title, parts[0]) else None

    def _told_apart(self, title: int) -> int | None:
        """Of a matter that stands over several rows, where another heading may be one as
        well and says something else in each: that one, of several levels the lowest.
        """
        says = [
            place
            for place, found in self._table.open.items()
            if self._table.under[place].tells_apart and any(meant.key == "title" for meant in found)
        ]
        lowest = says if len(says) == 1 else [place for place in says if place > title and not self._table.repeats(place, place)][-1:]
        return lowest[0] if lowest and self._table.under[title].filled and self._table.repeats(title, lowest[0]) else None

    def _goal_apart(self, title: int) -> int | None:
        """Of a matter that stands over several rows what is to come of it, where that may
        be the matter and says something else in each: a Deliverable, of a Grant Title.

        What is plainly called the goal, as our own ledgers call it, stays one: two items of one title may differ in it.
        """
        goal = self._table.chosen.columns.get("goal")
        if goal is None or goal < title or self._table.mapped(goal) or not self._table.may_be(goal, "title"):
            return None
        if any(meant.plain for meant in meanings(self._table.texts[goal])):
            return None
        if not self._table.under[goal].tells_apart or not self._table.in_every_row(goal) or not self._table.repeats(title, goal):
            return None
        return self._table.chosen.columns.pop("goal")

    def _unknown_apart(self, title: int) -> int | None:
        """Of a matter that stands over several rows the next column, of a heading nobody
        knows, which says something else in each, and alone does: 审批材料, of a 项目名称.
        """
        table = self._table
        apart = [place for place in table.open if table.differs_in_every_row(place) and not names_somebody(table.texts[place])]
        unknown = [place for place in apart if not table.open[place] and not is_known(table.texts[place])]
        return unknown[0] if unknown == apart == [title + 1] and table.repeats(title, title + 1) else None

    def _thing_before(self, title: int) -> int | None:
        """Of an English matter that stands over several rows the thing it is done to, where that
        is the first that says something else in each: Radar gun 3, of Annual calibration.
        """
        under, texts = self._table.under, self._table.texts
        things = (place for place in range(title) if under[place].tells_apart and under[place].codes < MOSTLY and names_the_rows(texts[place]))
        first = next(things, None)
        if first is None or first not in self._table.open or is_known(texts[first]):
            return None
        return first if self._table.in_every_row(first) and self._table.repeats(title, first) else None
