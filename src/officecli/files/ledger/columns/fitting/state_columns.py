"""Whether a column tells how far each matter is, whatever its heading says."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.han_morphemes import asks_for_end
from officecli.files.ledger.columns.by_heading.han_vocabulary import DONE
from officecli.files.ledger.columns.by_heading.meant import PASSED, Meant
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL, SELDOM
from officecli.files.ledger.columns.fitting.column import Column
from officecli.files.ledger.words.ended import HAN_WHOLE
from officecli.files.ledger.words.han.stated_freely import echoes
from officecli.patterns import pattern

_SHORT = 24
"""Characters on average of cells that say a state; what is longer tells of the work."""

_LONGEST_JUDGEMENT = 8
"""Characters on average of a judgement that is a state."""

_ANSWERS = pattern(r"\W*(?:yes\W*(?:or\W*)?no|y\W*(?:or\W*)?n|是\W*否|有\W*无|answers?|responses?)(?:\W*n\W*a)?\W*", re.IGNORECASE)
"""A heading that offers answers, and does not say to what."""

_IN_FIVES = pattern(r"100|[1-9]?[05]")
_OF_ONE = pattern(r"0?\.\d{1,4}|[01](?:\.0{1,4})?")
_WHOLE = frozenset({"0", "100"})
"""Shares of a hundred, and that of one that is not begun or over."""

_OF_ITS_END = pattern(rf".{{0,4}}(?:{HAN_WHOLE}|闭环|息访|结项|结题)(?:情况|结果)")

_AN_END = pattern(rf"(?:任务|工作|事项|项目|问题|隐患|整改|按期|按时)?(?:{DONE}|执行|处[理置])")
_OF_MEANS = pattern("资金|经费|款|人员|人力|设备|装备|器材|车辆|物资|物料|材料|资料|图纸|场地|场所|责任")
"""That these are there ends nothing: 资金到位情况."""
_MONTHLY = pattern(r"(?:1[0-2]|[1-9])月|[一二三四1-4]季度|[上下]半年")
_MONTHLY_PLAN = pattern(rf"(?:{_MONTHLY.pattern})(?:份)?(?:工作)?(?:计划|安排|打算)")
"""What is done in one month, beside what is planned for the next."""


def numbers_for_states(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Amounts under a heading that may be one of states, or of their day, are neither: Actual: 1,200; Completed: 850, and 已完成: 21000, beside the state."""
    cells = column.cells
    if cells.numbers < MOSTLY or cells.days >= SELDOM or found[0].key not in ("status", "closed"):
        return None
    if found[0].plain or cells.states >= SELDOM:
        return [] if column.stated_elsewhere() else None
    return [meant for meant in found if meant.key != "closed"] if found[0].key == "closed" else []


def shares(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Progress: 0, 60, 100, in steps of five: how far of a hundred; 0.5: how far of one."""
    told = column.cells.texts if found[0].key == "progress" and not column.another("percent") else ()
    of_a_hundred = len(told) > 1 and all(map(_IN_FIVES.fullmatch, told)) and _WHOLE & {*told}
    of_one = all(map(_OF_ONE.fullmatch, told)) and any("." in one for one in told)
    return [Meant("percent", found[0].strength)] if of_a_hundred or of_one else None


def states(column: Column, found: list[Meant]) -> list[Meant] | None:
    """进度评价: 快于序时; 督办结论: 在办; 摘牌情况: 已摘牌; 采购进度: 未开始, 已完成; RAG: Green, Complete."""
    match found[0].key:
        case "rating" | "result":
            tells = (column.cells.kind == "status" and _judges(column)) or (found[0].key == "result" and _says_states(column, blank=True))
        case "progress":
            of_a_time = column.one_of_times or (_MONTHLY.match(column.text) and column.headed_like(_MONTHLY_PLAN))
            tells = _says_states(column) or (
                not of_a_time and any(one(column) for one in (_answers, _ticks_the_end, _beside_telling, _names_its_end))
            )
        case "percent":
            tells = column.cells.states == 1 and column.cells.kind == "status" and not column.cells.percents and not column.another("status")
        case "light":
            tells = bool(column.cells.ended or column.cells.halted) and not column.stated_elsewhere()
        case _:
            tells = False
    return [Meant("status", found[0].strength)] if tells else None


def ticks_of_times(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Ticks under the progress of several times mark when the work goes on, as the bars of a plan do, and not how far it is: 7月进度: √."""
    bars = found[0].key == "percent" and column.one_of_times and column.cells.ticks >= NEARLY_ALL
    return [] if bars else None


def ticks_beside_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Ticks under a heading of days that have been say nothing, where another column has the day of the end: Accepted? Yes."""
    ticked = found[0].key in PASSED and not found[0].plain and column.cells.ticks >= MOSTLY
    return [] if ticked and column.ended_elsewhere() else None


def answers_to_questions(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Yes/No: Yes, beside a question; what was answered is not therefore done."""
    answers = found[0].key == "status" and _ANSWERS.fullmatch(column.text) is not None and column.cells.ticks >= MOSTLY
    return [] if answers and column.asks_elsewhere() else None


def ticks_for_amounts(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Achieved?: Y, or Done: whether it was, and not how much of it."""
    cells = column.cells
    told = cells.ticks >= MOSTLY or (cells.states >= NEARLY_ALL and bool(cells.ended))
    ticked = found[0].key == "achieved" and told and not column.another("status")
    return [Meant("status", found[0].strength)] if ticked else None


def ticks_for_evidence(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Proof in?: Y: whether it came, and not what proves it."""
    asks = found[0].key == "evidence" and not found[0].plain and column.cells.ticks >= MOSTLY and column.text.isascii()
    return [] if asks and column.text.strip().endswith("?") else None


def stage_for_source(column: Column, found: list[Meant]) -> list[Meant] | None:
    """States under a heading that may be of the issue or the source are those of a stage: 立项: 已完成."""
    return [] if all(meant.key in ("issued", "source") and not meant.plain for meant in found) and column.cells.kind == "status" else None


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
    """Whether what is told of the progress in English is nearly always a state, in
    nearly every row unless some may be `blank`, and no other heading tells one.
    """
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


def _names_its_end(column: Column) -> bool:
    """Whether a heading names an end of the whole, the cells say how far it is from that, and another heading tells of the work:
    验收销号情况, beside 整改进展.
    """
    return (
        _OF_ITS_END.fullmatch(column.text) is not None
        and column.cells.states >= NEARLY_ALL
        and column.mostly_filled
        and column.another("progress")
        and not column.another("status")
    )


def _ticks_the_end(column: Column) -> bool:
    """Whether every row says yes or no under a heading of what the deadlines are set for, or of an end (交卷情况, by 交卷时限), and no other tells of one."""
    deed = re.sub("^已|(?:情况|结果|进展|状况)$", "", column.text)
    ticked = column.cells.filled >= ENOUGH and column.cells.ticks >= NEARLY_ALL and column.mostly_filled and deed != column.text
    ends = _AN_END.fullmatch(deed) or (asks_for_end("是否" + deed) and not _OF_MEANS.match(deed))
    return bool(ticked and (deed in column.asked or ends)) and not column.another("status", "closed")


def _answers(column: Column) -> bool:
    """Whether every cell answers in the heading's own words (摘牌情况: 已摘牌, 未摘牌), and no other heading tells of a state or of an end."""
    return (
        column.mostly_filled
        and all(echoes(text, column.text) and (text[-2:] in column.asked or asks_for_end("是否" + text[-2:])) for text in column.cells.texts)
        and not column.another("status", "closed")
    )
