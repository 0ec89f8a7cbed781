"""Tables that take two rows for a matter, of which a column says 计划 and 实际, or Plan and Actual: what was to be, and below it what came of it.

| 项目名称 | 责任人 | 类别 | 开工时间 | 完工时间 |
| 便民步道 | 姚岚   | 计划 | 3月1日   | 6月30日  |
|          |        | 实际 | 3月5日   |          |
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, meanings, normal
from officecli.files.ledger.columns.by_heading.of_a_time import is_time
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.sheet_rows import Sheet, SheetRow, Skipped, row_text
from officecli.files.ledger.words.states import read_state
from officecli.files.ledger.words.sums import sums_up
from officecli.i18n import _
from officecli.patterns import compiled, has_han, pattern
from officecli.typed.dates.around import DAYISH
from officecli.typed.text import is_nothing

_KINDS = {
    "plan": pattern(
        r"(?:原)?(?:计划|预定|拟定|目标|要求)(?:时间|进度|日期|完成|节点)?|(?:original )?(?:plan(?:ned)?|baseline|target|schedule[d]?)(?: dates?)?",
        re.IGNORECASE,
    ),
    "revised": pattern(
        r"(?:调整|变更|修订|修改)后?(?:的)?(?:计划|时间|日期|节点)?|(?:revised|re-?planned|re-?baselined?)(?: (?:plan|dates?))?", re.IGNORECASE
    ),
    "actual": pattern(r"(?:实际|执行)(?:时间|进度|日期|完成|情况|执行)?|完成(?:时间|情况)|actuals?(?: dates?)?", re.IGNORECASE),
}
"""What a column may say of which of a matter's rows it is."""
_CALLED = {"plan": ("计划", "Planned"), "revised": ("调整后", "Revised"), "actual": ("实际", "Actual")}
"""What the days of such a row are called, in a column of their own."""
_BOTH = pattern(r"(?:计划|实际|plan(?:ned)?|actual)(?:\s*[/、与和及]\s*|\s+and\s+|\s+vs\.?\s+)(?:计划|实际|plan(?:ned)?|actual)\s*", re.IGNORECASE)
"""What a heading says for both rows: 计划/实际完成时间."""
_OF_A_DAY = pattern(r"时间|日期|[时期]限|节点|日$")
_FINISH = "Finish"
_OTHERS = "数据"
"""What else such a row says, which is kept as a remark."""
_OWN = frozenset({"sequence", "number", "title", "lead", "unit"})
"""What a matter says once: a row with another is one of its own."""
_BEGINS, _ENDS = frozenset({"issued"}), frozenset({"due", "original_due", "closed"})
_TOLD = frozenset({"remarks", "progress", "result", "status", "light", "percent", "obstacle", "next_step"})
"""What the lower row tells of the matter itself."""
_HOW_FAR = frozenset({"status", "light", "percent"})
"""Of these what the lower row tells holds: done, below open."""
_WORDS = pattern(r"[^\W\d_]{2}")
_DAY = pattern(r"\d\s*[月./-]\s*\d|\d月")


def join_plan_and_actual(found: Sheet, mapping: Mapping[str, str]) -> list[str]:
    """Put what the lower rows say beside the upper one, days into columns of their own, and return what is said of it."""
    index, texts = heading_row(found.rows, mapping)
    below = [row for row in found.rows[index + 1 :] if not row.banner]
    wide = max((len(row.cells) for row in (*found.rows[index:][:1], *below)), default=0)
    texts = [*texts, *[""] * (wide - len(texts))]
    aside = {normal(heading) for heading in mapping}
    for place, text in enumerate(texts):
        if index >= 0 and not (text and normal(text) in aside) and (matters := _matters(below, texts, place)):
            return [_joined(found, index, texts, place, matters)]
    return []


def _matters(rows: Sequence[SheetRow], texts: Sequence[str], label: int) -> list[dict[str, SheetRow]]:
    """The rows of each matter by what they are; none where a column says anything else, or a lower row is of a matter of its own."""
    matters: list[dict[str, SheetRow]] = []
    for row in rows:
        text = row.line_at(label)
        kind = next((kind for kind, words in _KINDS.items() if words.fullmatch(text)), "")
        if kind == "plan":
            matters.append({kind: row})
        elif kind and matters and kind not in matters[-1] and _is_of(row, matters[-1]["plan"], texts, label):
            matters[-1][kind] = row
        elif kind or (text and normal(text) != normal(texts[label]) and not _is_aside(row)):
            return []
    several = sum("actual" in matter for matter in matters)
    return matters if 2 * several > len(matters) and any(matter["plan"].line_at(at) for matter in matters for at in _places(texts, "title")) else []


def _is_aside(row: SheetRow) -> bool:
    """Whether a row is no matter's: a total, or the one line of a signature."""
    said = [text for place in range(len(row.cells)) if (text := row.line_at(place))]
    return len({*said}) == 1 or sums_up(said[0])


def _is_of(row: SheetRow, plan: SheetRow, texts: Sequence[str], label: int) -> bool:
    """Whether a row names nothing that the one of the plan does not name, and nothing else to do in other words."""
    said = [(text, heading) for place, heading in enumerate(texts) if place != label and (text := _said(row, plan, place))]
    return not any(first_key(heading) in _OWN or _is_deed(text, heading) for text, heading in said)


def _is_deed(text: str, heading: str) -> bool:
    """Whether a lower row may name something else to be done: words under a heading that asks neither for a day nor for how far it is."""
    asked = first_key(heading) in _TOLD | _BEGINS | _ENDS or is_time(heading)
    return not asked and bool(_WORDS.search(text)) and not compiled(DAYISH).search(text.casefold()) and read_state(text) is None


def _said(row: SheetRow, plan: SheetRow, place: int) -> str:
    """What a lower row says by itself."""
    text = row.line_at(place)
    return "" if place in row.inferred or is_nothing(text) or text == plan.line_at(place) else text


def _joined(found: Sheet, index: int, texts: Sequence[str], label: int, matters: Sequence[Mapping[str, SheetRow]]) -> str:
    """Let each matter be one row, in place, and return what is said of it."""
    days = _days(texts, label, matters)
    kinds = [kind for kind in _CALLED if kind != "plan" and any(kind in matter for matter in matters)]
    columns = [*((kind, place) for kind in kinds for place in days), *((kind, label) for kind in kinds)]
    told = texts[label] or matters[0]["plan"].line_at(label)
    _rename(found.rows[index - 1 : index] if index else [], found.rows[index:], texts, label, {*days}, columns)
    lower = []
    for matter in matters:
        plan = matter["plan"]
        plan.cells.extend([None] * (len(texts) + len(columns) - len(plan.cells)))
        plan.cells[label] = None
        for kind in (kind for kind in kinds if kind in matter):
            row = matter[kind]
            lower.append(row)
            for at, (of, place) in enumerate(columns, len(texts)):
                if of == kind and place in days and place not in row.inferred and place < len(row.cells):
                    plan.cells[at] = row.cells[place]
            others = {place: said for place in range(len(texts)) if place not in (label, *days) and (said := _said(row, plan, place))}
            for place in (place for place in others if first_key(texts[place]) in _TOLD):
                upper = "" if first_key(texts[place]) in _HOW_FAR else plan.line_at(place)
                plan.cells[place] = "\n".join(filter(None, (upper, others[place])))
            kept = [f"{texts[place]}: {said}" for place, said in others.items() if first_key(texts[place]) not in _TOLD]
            plan.cells[len(texts) + columns.index((kind, label))] = "; ".join(kept) or None
    gone = {*map(id, lower)}
    found.skipped.extend(Skipped(row.number, "continued", row_text(row)) for row in lower)
    found.rows[:] = [row for row in found.rows if id(row) not in gone]
    return _("“{heading}” says which row is of the plan and which of what came of it: each matter's are read as one.").format(heading=told)


def _rename(
    above: Sequence[SheetRow], rows: Sequence[SheetRow], texts: Sequence[str], label: int, days: set[int], columns: Sequence[tuple[str, int]]
) -> None:
    """Say in the headings, wherever they stand, whose days are in which column."""
    head = [None if place == label else _called("plan", text) if place in days else text or None for place, text in enumerate(texts)]
    head += [_called(kind, texts[place]) if place != label else _CALLED[kind][0] + _OTHERS for kind, place in columns]
    if [rows[0].line_at(place) for place in range(len(texts))] != [*texts]:
        for row in above:
            row.cells[:] = [None] * len(row.cells)  # what stood there stands in the row of the headings now
    for row in rows:
        if row is rows[0] or row.line_at(label) == texts[label] != "":
            row.cells[:] = head


def _days(texts: Sequence[str], label: int, matters: Sequence[Mapping[str, SheetRow]]) -> list[int]:
    """The columns of the day on which a matter begins, and of the last on which it ends; days of its stages are no end of it."""
    rows = [row for matter in matters for row in matter.values()]
    begins: list[int] = []
    ends: list[int] = []
    for place, heading in enumerate(texts):
        told = [text for row in rows if place not in row.inferred and not is_nothing(text := row.line_at(place))]
        key = next((meant.key for meant in meanings(heading) if meant.key in _BEGINS | _ENDS), "")
        if place != label and key and not is_time(heading) and 2 * sum(bool(_DAY.search(text)) for text in told) > len(told):
            (begins if key in _BEGINS else ends).append(place)
    return begins[:1] + ends[-1:]


def _called(kind: str, heading: str) -> str:
    """The heading of the days of one of the rows."""
    bare, (han, english) = _BOTH.sub("", heading).strip(), _CALLED[kind]
    if not has_han(heading):
        still_due = kind == "actual" and first_key(f"{english} {bare}") == "due"  # Actual Due, which is when it was over
        return f"{english} {_FINISH if still_due else bare}"
    return f"{han}{bare}" if _OF_A_DAY.search(bare) else f"{han}{bare}时间"


def _places(texts: Sequence[str], key: str) -> list[int]:
    return [place for place, text in enumerate(texts) if text and first_key(text) == key]
