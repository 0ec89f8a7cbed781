"""What a column of days is, or of what stands in their place, whose heading says something else of them."""

from __future__ import annotations

import re
import unicodedata

from officecli.files.ledger.columns.by_heading.meaning import heading_parts, meanings, normal, says_start
from officecli.files.ledger.columns.by_heading.meant import AHEAD, DAYS, GUESSED, PERHAPS, Meant
from officecli.files.ledger.columns.chosen import vouches
from officecli.files.ledger.columns.contents import MOSTLY, NEARLY_ALL, SELDOM
from officecli.files.ledger.columns.fitting.column import Column
from officecli.files.ledger.columns.fitting.matter_columns import MEETING
from officecli.files.ledger.words.plain import DAY
from officecli.patterns import pattern
from officecli.typed.dates.clock_times import without_time
from officecli.typed.dates.names import WEEKDAY_NAME

_SUBSTANTIAL = pattern(r"(?:substantial|practical) completion(?: date)?", re.IGNORECASE)
_FINAL = pattern(r"^(?:(?:final|project|construction) )?completion\b", re.IGNORECASE)

_DUE_ON_THE_WAY = pattern(
    (
        r"(?!(?:due|needed|required|wanted|done|completed?|finish(?:ed)?|renew|cancel|notify|expires?|lapses?|review|revisit|use|keep|retain|destroy"
        r"|remind|next|follow|renewal|warranty|payment|invoice|fee|rent|tax(?:es)?|premium|bill|dues|loan|original|revised|current|extended|new"
        r"|total|amount|balance)\b)(?:[A-Za-z]+ ){1,2}(?:by|deadline|due)"
    ),
    re.IGNORECASE,
)
"""By when a step is to be taken on the way, and not what comes after the work: Expires by, Review by."""

_MONEY = pattern(r"[$€£¥￥] ?\d")
"""A sum, which is no serial number of a day."""
_OF_A_CHECK = pattern(
    r"(?:(?:final|external|annual|site|quality) )?(?:audit|(?:re-?)?inspection|verification|acceptance|evaluation|review|check) (?:due|deadline"
    r"|by|target)(?: date)?"
    r"|(?:组织|集中|统一|现场)?(?:验收|检查|复查|复核|核查|督查|审计|评估|考核|销号)(?:的)?(?:时限|期限|截止|限期|节点)(?:时间|日期)?",
    re.IGNORECASE,
)
"""By when others look at what was done."""
_HANDED_IN = pattern(
    r"(?:[a-z]+ )?(?:submit|finish|complete|deliver|send|file|hand in|turn in|return|correct|fix|close|done)(?:ed|d)? by"
    r"|(?:submission|completion|delivery|correction|filing|finish) (?:due|deadline)(?: date)?|due(?: date| by)?|deadline"
    r"|(?!.*(?:验收|检查|复查|复核|核查|督查|审计|评估|考核|销号)).*(?:时限|期限|截止(?:时间|日期)?)",
    re.IGNORECASE,
)
"""By when whoever does it is done with it."""
_NO_CHECK = pattern(rf"(?!(?:{_OF_A_CHECK.pattern})$)(?:{_DUE_ON_THE_WAY.pattern})", re.IGNORECASE)

_NEXT_STEP = pattern(r"下一?步|下阶段|后续")

_OF_DAYS = pattern(r"(?:时间|日期|日)$")
_AROUND_HOURS = pattern(r"(?:[全整半]|一整)[天日]|(?<=.)(?:之前|以前|前|左右|开始|起)$|\s+")
"""Beside an hour, or instead of one."""

_AROUND_DAY = pattern(rf"\b(?:{WEEKDAY_NAME}|at|on|[ap]m|utc|z)\b\.?|t(?=\d\d:)|(?<=\d)[ap]\.?m\b\.?", re.IGNORECASE)

_TO = pattern("[-–—~～至到、]+")

_ACTUAL = pattern(r"(?P<of>[^()（）]+?)\s*[(（\[](?:actual(?:ly)?|实际)[)）\]]", re.IGNORECASE)
_PLANNED = r"[(（\[](?:planned|proposed|plan|target(?:ed)?|scheduled|expected|estimated|est\.?|forecast|计划|预计|拟定?)[)）\]]"
_REPORTED = pattern(r"(?:date )?reported(?: (?:on|date))?", re.IGNORECASE)
_BROUGHT_UP = pattern(
    r"\b(?:faults?|defects?|incidents?|accidents?|complaints?|issues?|problems?|hazards?|breach\w*|near miss\w*|outages?|damages?)\b", re.IGNORECASE
)
"""The day on which something was told, and what somebody tells before anything is done about it."""
_ANSWERED = pattern(
    r"(?:date of (?:the )?)?(?:[a-z]+ )?respon(?:se|ded)(?: date| on)?|(?:[\u3400-\u9fff]{0,4})?(?:答复|回复|反馈)(?:日期|时间)", re.IGNORECASE
)
_ANSWER = pattern(
    r"(?:management|auditees?|agency|departments?|client)(?:'s?|’s?)? (?:responses?|reply|replies|comments?)"
    r"|(?:被审计单位|被检查单位|管理层)(?:意见|答复|回复|反馈)",
    re.IGNORECASE,
)
"""The day on which somebody answered a finding, and what they answered: that they agree, and will do it."""
_BARE_DAY = frozenset({"日期", "时间", "date", "day"})


def meeting_to_come(column: Column, found: list[Meant]) -> list[Meant] | None:
    """The day of a meeting that is still to come: the one it goes to, and not that it comes from."""
    if column.cells.ahead <= SELDOM or not MEETING.search(column.text) or all(meant.key != "issued" for meant in found):
        return None
    return [] if column.another_of_days("due", "original_due") else [Meant("due", found[0].strength)]


def behind_deadlines(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Meeting: Board, June 24, beside Papers due: June 15: the sitting that they are for, and not when they were asked for."""
    begins = any(meant.key == "issued" and not meant.plain for meant in found) and found[0].key in ("issued", "source")
    return [] if begins and column.cells.days >= SELDOM and column.later_than_due() else None


def report_to_come(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Report date, of reports that are still to come."""
    if found[0].key != "issued" or found[0].plain or column.cells.ahead < MOSTLY or says_start(column.text):
        return None
    return [] if column.another_of_days("due", "original_due") else [Meant("due", found[0].strength)]


def stage_before(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Advertise by, beside Award by: a stage on the way, of which the last is the deadline."""
    return [] if found[0].key == "due" and is_on_the_way(column) else None


def is_on_the_way(column: Column) -> bool:
    """Whether a deadline is that of a stage, and that of a later one stands behind it."""
    text = column.text.strip()
    return (
        column.cells.days >= MOSTLY
        and _DUE_ON_THE_WAY.fullmatch(text) is not None
        and column.stands_before(_NO_CHECK if _HANDED_IN.fullmatch(text) else _DUE_ON_THE_WAY)
    )


def check_behind(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Audit due, beside Submit by; 验收时限, beside 完成时限: when others look at what is to be done by then."""
    checks = found[0].key == "due" and column.cells.days >= MOSTLY and _OF_A_CHECK.fullmatch(column.text.strip())
    return [] if checks and column.follows(_HANDED_IN) else None


def vouched_for_until(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Warranty ends, beside Completion: what follows the work, and not by when it is done."""
    return [] if found[0].key in ("due", "closed") and vouches(column.text) and column.named_elsewhere("due", "original_due", "closed") else None


def day_of_next_step(column: Column, found: list[Meant]) -> list[Meant] | None:
    """下一步计划时间, nowhere behind the deadline: a step on the way to it, and no other deadline."""
    on_the_way = found[0].later and _NEXT_STEP.match(column.text.strip()) and column.never_behind("due")
    return [] if on_the_way else None


def days_for_next_step(column: Column, found: list[Meant]) -> list[Meant] | None:
    """下步洽谈时间: days, and nothing that is done on them: the deadline where no other is."""
    days = found[0].key == "next_step" and column.cells.days >= NEARLY_ALL and _OF_DAYS.search(column.text)
    return ([] if column.another_of_days("due", "original_due") else [Meant("due", found[0].strength)]) if days else None


def short_of_completion(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Substantial completion, beside Final completion: neither the end nor its deadline."""
    short = found[0].key in ("closed", "due") and _SUBSTANTIAL.fullmatch(column.text.strip())
    return [] if short and column.headed_like(_FINAL) else None


def days_for_telling(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Last update: June 3: when it was told, and not what (Sent June 3)."""
    days = found[0].key == "progress" and column.text.isascii() and column.cells.days >= NEARLY_ALL
    return [] if days and all(map(_is_day_alone, column.cells.texts)) else None


def orders_for_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Fix put forward: Replace the latch: what is to be done, and not when; Fees due: $300: how much."""
    cells = column.cells
    other = cells.ordered or (cells.texts and all(map(_MONEY.match, cells.texts)))
    return [] if other and not cells.days and all(meant.key in DAYS and not meant.plain for meant in found) else None


def days_for_sorts(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Tag date: June 3, of what is tagged: when, and not which sort."""
    days = found[0].key in ("kind", "labels") and not found[0].plain and column.cells.days >= NEARLY_ALL and column.text.isascii()
    return [] if days and all(map(_is_day_alone, column.cells.texts)) else None


def days_for_matters(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Fault reported: June 3: when it was, and not what."""
    days = found[0].key == "title" and not found[0].plain and column.text.isascii() and column.cells.days >= NEARLY_ALL
    return [Meant("issued", GUESSED)] if days and column.cells.past >= NEARLY_ALL else None


def days_for_stages(column: Column, found: list[Meant]) -> list[Meant] | None:
    """办理节点: 12月4日: by when, and not how far it is."""
    days = found[0].key == "status" and found[0].strength == PERHAPS and column.text.endswith("节点") and column.cells.days >= NEARLY_ALL
    return [Meant("due", PERHAPS)] if days and column.cells.ahead > SELDOM else None


def days_for_periods(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Days where a period of feedback is asked for are deadlines: 反馈要求: 6月22日前反馈."""
    days = column.cells.days >= MOSTLY and not any("每" in text for text in column.cells.texts)
    return (
        [Meant("due", found[0].strength)] if found[0].key == "feedback_every" and days and not column.named_elsewhere("due", "original_due") else None
    )


def date_behind(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Date, behind the matter and who is to act, where no other heading is a deadline's and not all of them have been."""
    last = normal(column.text) == "date" and column.behind_matter() and column.cells.past < NEARLY_ALL
    return [Meant("due", found[0].strength)] if last and not column.another("due", "original_due", "issued") else None


def days_for_states(column: Column, found: list[Meant]) -> list[Meant] | None:
    """完成 with a day in every row, and no other deadline; Done: the day on which it was."""
    if found[0].key != "status" or column.cells.days < SELDOM:
        return None
    keys, strength = {meant.key: meant for meant in found}, found[0].strength
    if "due" in keys and column.cells.days >= MOSTLY and column.mostly_filled and not column.another("due", "original_due"):
        return [Meant("due", strength)]
    if (
        "closed" not in keys
        and column.cells.days >= MOSTLY
        and any(one.key == "closed" for part in heading_parts(column.text) for one in meanings(part))
    ):
        return [Meant("closed", strength)]  # Verified / closed
    if "closed" not in keys and column.cells.past >= NEARLY_ALL and column.in_every_row and column.deadline_behind():
        return [Meant("issued", strength)]  # Got, before Thank by
    return [keys["closed"]._replace(strength=strength), *found] if "closed" in keys else None


def end_for_deadline(column: Column, found: list[Meant]) -> list[Meant] | None:
    """完成时间, with a day that has been in the rows that are over and in no open one: that on which they were, beside no other deadline."""
    if found[0].key == "due" and not found[0].plain and column.cells.past == 1 and not column.in_every_row and column.names_deed_due():
        return [Meant("closed", found[0].strength)]  # Renewal date, of those renewed, beside Renew by
    may_be = found[0].key == "due" and not found[0].plain and any(meant.key == "closed" for meant in found)
    if not may_be or column.of_plan or column.cells.past < NEARLY_ALL or column.another_of_days("due", "original_due", "closed"):
        return None
    return [Meant("closed", found[0].strength)] if column.filled_where_ended() else None


def ticks_for_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Ticks under a heading of days to come say nothing of a day: Extended? Yes."""
    ticked = found[0].key in AHEAD and column.cells.ticks >= MOSTLY and not column.cells.days
    return [] if ticked and all(meant.key != "status" for meant in found) else None


def hours_for_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Hours are no days beside the day itself: 时间: 上午9:00, 全天."""
    hours = found[0].key in DAYS and not column.cells.days and all(map(_is_hour, column.cells.texts))
    return [] if hours and column.another_of_days(*DAYS) else None


def as_it_was(column: Column, found: list[Meant]) -> list[Meant] | None:
    """When (actual), beside When (planned): the day of the end, and no other deadline."""
    was = _ACTUAL.fullmatch(column.text.strip())
    if was is None or found[0].key not in ("due", "issued", "closed") or says_start(column.text):
        return None
    return [Meant("closed", found[0].strength)] if column.headed_like(re.compile(rf"^{re.escape(was['of'])}\s*{_PLANNED}$", re.IGNORECASE)) else None


def day_of_plan(column: Column, found: list[Meant]) -> list[Meant] | None:
    """日期, in a plan: that by which it is done; not where all of them have been, and another heading says when it was."""
    if not column.of_plan or normal(column.text) not in _BARE_DAY or (column.cells.past >= NEARLY_ALL and column.ended_elsewhere()):
        return None
    return [Meant("due", found[0].strength + 1), *found]


def day_before_deadline(column: Column, found: list[Meant]) -> list[Meant] | None:
    """时间, of days that have been, before a column that may be the deadline's and is never before it: when it was handed out."""
    bare = found[0].key == "due" and normal(column.text) in _BARE_DAY and not column.of_plan and column.cells.past >= NEARLY_ALL
    return [Meant("issued", found[0].strength)] if bare and column.deadline_behind() else None


def all_before_deadlines(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Letter received: a day that has been in every row, before deadlines of which most are still to come: when it came in, and no end of them all."""
    ended = found[0].key == "closed" and not found[0].plain and column.cells.past >= NEARLY_ALL and column.in_every_row
    if not ended or not column.deadline_behind() or not column.most_are_still_due():
        return None
    return [] if column.begun_elsewhere() else [Meant("issued", found[0].strength)]


def reported_at_last(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Reported, behind the deadline, a day that has been in some rows alone, of what is no fault: when what came of it was told.

    Not where the work never began earlier: there it is what it began with.
    """
    told = found[0].key == "issued" and _REPORTED.fullmatch(column.text.strip()) is not None
    in_most = column.in_every_row if told and column.begun_elsewhere() else column.mostly_filled
    if not told or in_most or not column.behind_deadline() or column.cells.past < MOSTLY or column.headed_like(_BROUGHT_UP):
        return None
    return None if column.never_behind("issued") else [Meant("closed", found[0].strength)]


def day_of_answer(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Response date, beside Management response and the deadline of what it promises: with it nothing is over."""
    answered = column.cells.past >= NEARLY_ALL and _ANSWERED.fullmatch(column.text.strip()) and column.headed_like(_ANSWER)
    return [] if answered and any(meant.key == "closed" for meant in found) and column.named_elsewhere("due", "original_due") else None


def counted_from(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Approved, beside Finish by (days from approval): with it the work begins."""
    if found[0].key != "closed" or not column.is_counted_from():
        return None
    return [] if column.begun_elsewhere() else [Meant("issued", found[0].strength)]


def _is_day_alone(text: str) -> bool:
    """Whether a cell names a day, with its weekday and its hour, and tells nothing of it."""
    plain = _AROUND_DAY.sub(" ", text.casefold())
    return not any(map(str.isalpha, DAY.sub("", " ".join(plain.split()))))


def _is_hour(text: str) -> bool:
    """Whether a cell is an hour or a part of a day, and no day."""
    plain = _AROUND_HOURS.sub("", unicodedata.normalize("NFKC", text).casefold())
    spans = [one for one in _TO.split(plain) if one]
    return bool(_AROUND_HOURS.search(text) and not plain) or (
        bool(spans) and all((at := without_time(one)) is not None and not at.rest for one in spans)
    )
