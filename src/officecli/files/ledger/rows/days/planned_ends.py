"""Plans that mark in the months when a matter is worked at and when it is to be over, by two marks: ○ under 7月 and 8月, ● under 9月."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key
from officecli.files.ledger.columns.by_heading.meant import DEADLINES
from officecli.files.ledger.columns.by_heading.of_a_time import is_time
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.patterns import pattern
from officecli.typed.text import is_nothing

_PAIR = pattern(
    r"(?P<mark>[^\w\s，,。；;：:、（()）“”\"'\[\]【】《》]|(?<![A-Za-z])[A-Za-z](?=\s*[=:：–—-]))\s*(?:[=:：–—-]{1,2}|表示|代表|即?为|是)?\s*"
    r"(?P<meaning>[\u3400-\u9fff]{2,10}|[A-Za-z][A-Za-z ]*[A-Za-z])"
)
"""A mark, and what a legend says of it."""
_ENDS = pattern(
    r"(?:计划|预计|拟|应|须|要求|当月|月底|本月|所在(?:的?月份?)?(?:的?月底?)?)?(?:之?前|底前)?(?:完成|办结|结束|完工|竣工|验收|交付|上报|报送|提交|截止)(?:之?月份?|时间|时限|节点|期限|任务)?"
    r"|(?:target |planned )?(?:finish|completion|deadline|due|end|delivery)(?: month| date)?",
    re.IGNORECASE,
)
"""What is to come about in the month: nothing that already did, as 已完成 and done do."""
_STANDS = pattern(
    r"[已未正]|[^推]*中$|逾期|滞后|暂停|延期|实际|(?:计划|预定|拟定?)(?:时间|月份|进度|安排|任务)?$|plan(?:ned)?$|scheduled$"
    r"|.*\b(?:actual|done|finished|completed|started|not|late|overdue|on hold|in progress|on track)\b"
)
"""Beside it, what tells how far a matter is: then the whole legend does, and 完成 beside 计划 came about."""
_SHAPES = (("○", "●"), ("◯", "●"), ("〇", "●"), ("◎", "●"), ("△", "▲"), ("▷", "▶"), ("☆", "★"), ("□", "■"), ("◇", "◆"))
"""The two marks of one shape, of which one is filled."""
_SEVERAL = 2


def planned_ends(rows: Sequence[SheetRow], mapping: Mapping[str, str], told: Iterable[str]) -> dict[str, bool]:
    """The marks under months, or quarters, of which each says that the matter is to be over by then: whether the legend among what is `told` says so,
    or only that in every row it is filled and the last; nothing where a column has the deadlines, or words stand under the months.
    """
    index, texts = heading_row(rows, mapping)
    if index < 0 or any(mapping.get(text, first_key(text)) in DEADLINES for text in texts):
        return {}
    places = [place for place, text in enumerate(texts) if text and is_time(text)]
    lines = [[text for place in places if not is_nothing(text := _text(row, place, texts))] for row in rows[index + 1 :] if not row.banner]
    lines = [line for line in lines if not all(map(str.isdigit, line))]  # how many there are in each month
    marks = {text for line in lines for text in line}
    if len(places) < _SEVERAL or len(marks) < _SEVERAL or any(len(mark) > 1 for mark in marks):
        return {}
    pairs = [(pair["mark"], pair["meaning"].casefold()) for text in told for pair in _PAIR.finditer(text)]
    said = [(mark, meaning) for mark, meaning in pairs if mark in marks]
    if said:
        states = any(_STANDS.match(meaning) for _mark, meaning in said)
        return {} if states else {mark: True for mark, meaning in said if _ENDS.fullmatch(meaning)}
    return {filled: False for hollow, filled in _SHAPES if marks == {hollow, filled} and _is_last(lines, hollow, filled)}


def _is_last(lines: Sequence[Sequence[str]], hollow: str, filled: str) -> bool:
    """Whether one mark stands once behind those of the other in several rows, and nowhere before them."""
    behind = [line for line in lines if filled in line]
    return all(line.index(filled) == len(line) - 1 for line in behind) and sum(hollow in line for line in behind) >= _SEVERAL


def _text(row: SheetRow, place: int, texts: Sequence[str]) -> str:
    """What stands under a heading, and is not the heading again."""
    text = cell_text(row.cells[place]).strip().removesuffix(".0") if place < len(row.cells) else ""
    return "" if text == texts[place] else text
