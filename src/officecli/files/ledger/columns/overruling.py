"""What a column is whose cells are not what its heading says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from officecli.files.ledger.columns import matter_columns, number_columns
from officecli.files.ledger.columns.column import Column
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL, SELDOM
from officecli.files.ledger.columns.han_morphemes import asks_for_end
from officecli.files.ledger.columns.heading_meaning import normal, says_start
from officecli.files.ledger.columns.meant import DAYS, PASSED, Meant
from officecli.files.ledger.words.coded import knows_word
from officecli.files.ledger.words.stated_freely import echoes
from officecli.patterns import pattern
from officecli.typed.dates.clock_times import without_time

_AHEAD = ("issued", "original_due", "due")
"""Days in whose place a tick says nothing; where something happened it says that it did."""

_SHORT = 24
"""Characters on average of cells that say a state; what is longer tells of the work."""

_LONGEST_JUDGEMENT = 8
"""Characters on average of a judgement that is a state."""

_OF_A_HUNDRED = pattern(r"(?:[6-9]|[1-9]\d|100)(?:\.\d{1,2})?(?:分| ?points| ?/ ?100)?")
"""A mark that is none of the five."""

_SUBSTANTIAL = pattern(r"(?:substantial|practical) completion(?: date)?", re.IGNORECASE)
_FINAL = pattern(r"^(?:(?:final|project|construction) )?completion\b", re.IGNORECASE)
_STAGE = pattern(
    r"(?!(?:due|needed|required|wanted|done|completed?|finish(?:ed)?|renew|cancel|notify|expires?|lapses?|review|revisit|use|keep|retain|destroy|remind|next|follow|renewal|warranty|payment|invoice|fee|original|revised|current|extended|new|total|amount|balance)\b)(?:[A-Za-z]+ (?:by|deadline)|(?:[A-Za-z]+ ){1,2}due)",
    re.IGNORECASE,
)
"""By when a step is to be taken on the way, and not what comes after the work: Expires by, Review by."""

_NEXT_STEP = pattern(r"下一?步|下阶段|后续")
_MONTHLY = pattern(r"(?:1[0-2]|[1-9])月|[一二三四]季度|[上下]半年")
_MONTHLY_PLAN = pattern(rf"(?:{_MONTHLY.pattern})(?:份)?(?:工作)?(?:计划|安排|打算)")
"""What is done in one month, beside what is planned for the next."""
_LONGEST_BODY = 40
"""Characters on average of the name of a body."""

_AROUND_HOURS = pattern(r"(?:[全整半]|一整)[天日]|(?<=.)(?:之前|以前|前|左右|开始|起)$|\s+")
"""Beside an hour, or instead of one."""
_TO = pattern("[-–—~～至到、]+")
_BARE_DAY = frozenset({"日期", "时间", "date", "day"})


def _numbers_for_states(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Actual: 1,200."""
    cells = column.cells
    amounts = cells.numbers >= MOSTLY and not cells.days and cells.states < SELDOM
    return [] if found[0].key == "status" and not found[0].plain and amounts else None


def _states(column: Column, found: list[Meant]) -> list[Meant] | None:
    """进度评价: 快于序时; 督办结论: 在办; 摘牌情况: 已摘牌; RAG: Green, Complete."""
    match found[0].key:
        case "rating" | "result":
            tells = (column.cells.kind == "status" and _judges(column)) or (found[0].key == "result" and _says_states(column, blank=True))
        case "progress":
            of_a_time = column.one_of_times or (_MONTHLY.match(column.text) and column.headed_like(_MONTHLY_PLAN))
            tells = _says_states(column) or (not of_a_time and (_answers(column) or _beside_telling(column)))
        case "light":
            tells = bool(column.cells.ended) and not column.another("status")
        case _:
            tells = False
    return [Meant("status", found[0].strength)] if tells else None


def _grades(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Rating: High; 评分: 92 of a hundred."""
    if found[0].key != "rating":
        return None
    if column.cells.filled and all(map(_OF_A_HUNDRED.fullmatch, column.cells.texts)):
        return []
    known = all(knows_word("importance", text) or knows_word("urgency", text) for text in column.cells.texts)
    return [Meant("labels", found[0].strength)] if known else None


def _ticks_beside_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Accepted? Yes."""
    ticked = found[0].key in PASSED and not found[0].plain and column.cells.ticks >= MOSTLY
    return [] if ticked and column.ended_elsewhere() else None


def _meeting_to_come(column: Column, found: list[Meant]) -> list[Meant] | None:
    """The day of a meeting that is still to come: the one it goes to, and not that it comes from."""
    if column.cells.ahead <= SELDOM or not matter_columns.MEETING.search(column.text) or all(meant.key != "issued" for meant in found):
        return None
    return [] if column.another_of_days("due", "original_due") else [Meant("due", found[0].strength)]


def _report_to_come(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Report date, of reports that are still to come."""
    if found[0].key != "issued" or found[0].plain or column.cells.ahead < MOSTLY or says_start(column.text):
        return None
    return [] if column.another_of_days("due", "original_due") else [Meant("due", found[0].strength)]


def _stage_before(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Advertise by, beside Award by: a stage on the way, of which the last is the deadline."""
    stage = found[0].key == "due" and column.cells.days >= MOSTLY and _STAGE.fullmatch(column.text.strip())
    return [] if stage and column.stands_before(_STAGE) else None


def _day_of_next_step(column: Column, found: list[Meant]) -> list[Meant] | None:
    """下一步计划时间, nowhere behind the deadline: a step on the way to it, and no other deadline."""
    on_the_way = found[0].later and _NEXT_STEP.match(column.text.strip()) and column.never_behind("due")
    return [] if on_the_way else None


def _short_of_completion(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Substantial completion, beside Final completion: neither the end nor its deadline."""
    short = found[0].key in ("closed", "due") and _SUBSTANTIAL.fullmatch(column.text.strip())
    return [] if short and column.headed_like(_FINAL) else None


def _text_for_body(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Body, of a message."""
    cells = column.cells
    tells = cells.length > _LONGEST_BODY or (cells.people < SELDOM and any(text.endswith((".", "!", "?")) for text in cells.texts))
    return [] if found[0].key == "body" and tells else None


def _days_for_telling(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Last update: June 3: when it was told, and not what."""
    return [] if found[0].key == "progress" and column.text.isascii() and column.cells.days >= NEARLY_ALL else None


def _codes_for_goals(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Standard: EC.02.03: the paper that asks for it."""
    return [Meant("source", found[0].strength)] if found[0].key == "goal" and not found[0].plain and column.cells.codes >= MOSTLY else None


def _stage_for_source(column: Column, found: list[Meant]) -> list[Meant] | None:
    """立项: 已完成."""
    return [] if column.cells.kind == "status" and all(meant.key in ("issued", "source") and not meant.plain for meant in found) else None


def _days_for_periods(column: Column, found: list[Meant]) -> list[Meant] | None:
    """反馈要求: 6月22日前反馈."""
    days = column.cells.days >= MOSTLY and not any("每" in text for text in column.cells.texts)
    return (
        [Meant("due", found[0].strength)] if found[0].key == "feedback_every" and days and not column.named_elsewhere("due", "original_due") else None
    )


def _date_behind(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Date, behind the matter and who is to act, where no other heading is a deadline's and not all of them have been."""
    last = normal(column.text) == "date" and column.behind_matter() and column.cells.past < NEARLY_ALL
    return [Meant("due", found[0].strength)] if last and not column.another("due", "original_due", "issued") else None


def _team(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Team: people, beside who leads."""
    people = found[0].key == "unit" and column.cells.persons >= 2 * SELDOM
    return [Meant("support", found[0].strength)] if people and column.another("lead") else None


def _days_for_states(column: Column, found: list[Meant]) -> list[Meant] | None:
    """完成 with a day in every row, and no other deadline; Done: the day on which it was."""
    if found[0].key != "status" or column.cells.days < SELDOM:
        return None
    keys, strength = {meant.key: meant for meant in found}, found[0].strength
    if "due" in keys and column.cells.days >= MOSTLY and column.mostly_filled and not column.another("due", "original_due"):
        return [Meant("due", strength)]
    return [keys["closed"]._replace(strength=strength), *found] if "closed" in keys else None


def _end_for_deadline(column: Column, found: list[Meant]) -> list[Meant] | None:
    """完成时间, with a day that has been in the rows that are over and in no open one: that on which they were, beside no other deadline."""
    may_be = found[0].key == "due" and not found[0].plain and any(meant.key == "closed" for meant in found)
    if not may_be or column.of_plan or column.cells.past < NEARLY_ALL or column.another_of_days("due", "original_due", "closed"):
        return None
    return [Meant("closed", found[0].strength)] if column.filled_where_ended() else None


def _ticks_for_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Extended? Yes."""
    ticked = found[0].key in _AHEAD and column.cells.ticks >= MOSTLY and not column.cells.days
    return [] if ticked and all(meant.key != "status" for meant in found) else None


def _hours_for_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """时间: 上午9:00, 全天, beside the day itself."""
    hours = found[0].key in DAYS and not column.cells.days and all(map(_is_hour, column.cells.texts))
    return [] if hours and column.another_of_days(*DAYS) else None


def _counts_of_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """办理期限（天）: 10, beside the day that it comes to."""
    counts = found[0].key in _AHEAD and not column.cells.days and column.cells.numbers >= NEARLY_ALL
    return [] if counts and column.another_of_days("due", "original_due") else None


def _day_of_plan(column: Column, found: list[Meant]) -> list[Meant] | None:
    """日期, in a plan: that by which it is done; not where all of them have been, and another heading says when it was."""
    if not column.of_plan or normal(column.text) not in _BARE_DAY or (column.cells.past >= NEARLY_ALL and column.ended_elsewhere()):
        return None
    return [Meant("due", found[0].strength + 1), *found]


def _is_hour(text: str) -> bool:
    """Whether a cell is an hour or a part of a day, and no day."""
    plain = _AROUND_HOURS.sub("", unicodedata.normalize("NFKC", text).casefold())
    spans = [one for one in _TO.split(plain) if one]
    return bool(_AROUND_HOURS.search(text) and not plain) or (
        bool(spans) and all((at := without_time(one)) is not None and not at.rest for one in spans)
    )


def _judges(column: Column) -> bool:
    """Whether what others judge of the work are states in short Chinese words, not how content somebody is, and no other heading is one of states."""
    cells = column.cells
    return (
        not any("满意" in text or text.isascii() for text in cells.texts)
        and cells.states >= NEARLY_ALL
        and cells.length <= _LONGEST_JUDGEMENT
        and column.mostly_filled
        and not column.another("status")
    )


def _says_states(column: Column, *, blank: bool = False) -> bool:
    """Whether what is told of the progress in English is nearly always a state, in nearly every row unless some may be `blank`, and no other heading tells one."""
    cells = column.cells
    return (
        cells.filled >= ENOUGH
        and column.text.isascii()
        and cells.said >= MOSTLY
        and cells.length <= _SHORT
        and (column.mostly_filled or blank)
        and not column.another("status", *(("closed",) if blank else ()))
        and bool(cells.ended)
    )


def _beside_telling(column: Column) -> bool:
    """Whether every cell is a state in a short word, and another heading of the progress tells of it at length: 完成情况, beside 整改情况."""
    cells = column.cells
    short = cells.filled >= ENOUGH and cells.states >= NEARLY_ALL and cells.length <= _LONGEST_JUDGEMENT and not cells.percents
    return short and column.mostly_filled and column.told_at_length("progress") and not column.another("status", "closed")


def _answers(column: Column) -> bool:
    """Whether every cell answers in the heading's own words (摘牌情况: 已摘牌, 未摘牌), and no other heading tells of a state or of an end."""
    return (
        column.mostly_filled
        and all(echoes(text, column.text) and (text[-2:] in column.asked or asks_for_end("是否" + text[-2:])) for text in column.cells.texts)
        and not column.another("status", "closed")
    )


OVERRULING: tuple[Callable[[Column, list[Meant]], list[Meant] | None], ...] = (
    matter_columns.resolved_by_a_body,
    matter_columns.comment_to_answer,
    _numbers_for_states,
    _states,
    _grades,
    _ticks_beside_days,
    _meeting_to_come,
    _report_to_come,
    _stage_before,
    _day_of_next_step,
    _short_of_completion,
    _text_for_body,
    number_columns.number_of_its_own,
    number_columns.sorts_for_numbers,
    number_columns.number_of_paper,
    number_columns.counted_anew,
    number_columns.parent_elsewhere,
    _days_for_telling,
    _codes_for_goals,
    _stage_for_source,
    _days_for_periods,
    matter_columns.outcome,
    number_columns.numbers_for_matters,
    matter_columns.judgements_for_matters,
    matter_columns.case_of_matters,
    matter_columns.people_for_matters,
    matter_columns.ticks_for_matters,
    _date_behind,
    _team,
    _days_for_states,
    _end_for_deadline,
    _ticks_for_days,
    _hours_for_days,
    _counts_of_days,
    _day_of_plan,
)
"""A column and what its heading may mean → what it is instead, or None; the first that knows has it. Each is told by an example, `heading: cell`."""
