"""What a column is that says how long something takes, and not by when it is done."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.han_vocabulary import TAKES
from officecli.files.ledger.columns.by_heading.meaning import normal
from officecli.files.ledger.columns.by_heading.meant import AHEAD, Meant
from officecli.files.ledger.columns.contents import NEARLY_ALL
from officecli.files.ledger.columns.fitting.column import Column
from officecli.patterns import pattern
from officecli.typed.dates.names import COUNTED_DAYS

_ESTIMATED = pattern(r"(?:预[计估]|所需|估计)(?:花费|投入)?时间|estimated(?:time)?|time(?:estimate|needed)", re.IGNORECASE)
_SO_LONG = pattern(
    r"(?:约|大约|~)?\s*\d+(?:\.\d+)?(?:\s*[-–~至]\s*\d+(?:\.\d+)?)?\s*(?:人?[天日时周月]|个?(?:工作日|小时|工时|星期)|[hdw]|hours?|hrs?|days?"
    r"|weeks?|min(?:ute)?s?|分钟)",
    re.IGNORECASE,
)
"""A heading under which it may be written how long something takes, and such a time."""
_LENGTH = pattern(
    rf"(?:约|大约|~)?\s*\d+(?:\.\d+)?\s*(?:天|个?(?:工作日|日历天|自然日|星期|小时|周)|个月|{COUNTED_DAYS}?|weeks?|wks?|months?)",
    re.IGNORECASE,
)
"""How long something takes, and no month of the year: 10月."""
_IN_DAYS = pattern(r"[(（\[](?:in |no\.? of |# of |working |business |calendar )*days?[)）\]]|[(（](?:工作日|[天日])(?:数)?[)）]", re.IGNORECASE)


def counts_of_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Numbers of days are no days beside the day that they come to: 办理期限（天）: 10; 工期: 33天, beside 时间安排: 6月15日至7月17日."""
    if found[0].key not in AHEAD or not column.cells.texts:
        return None
    counts = not column.cells.days and column.cells.numbers >= NEARLY_ALL
    if counts and column.another_of_days("due", "original_due"):
        return []
    lengths = found[0].key != "issued" and (counts or all(map(_LENGTH.fullmatch, column.cells.texts)))
    return [] if lengths and column.dated_elsewhere(_LENGTH, or_unknown=TAKES.search(column.text) is not None) else None


def days_on_average(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Average deadline (days): 8.33: how many, and not which."""
    fractions = found[0].key in AHEAD and _IN_DAYS.search(column.text) and column.cells.numbers >= NEARLY_ALL
    return [] if fractions and any("." in text for text in column.cells.texts) else None


def efforts_for_days(column: Column, found: list[Meant]) -> list[Meant] | None:
    """预计时间: 0.5天: how long it takes, and not by when."""
    efforts = found[0].key in AHEAD and _ESTIMATED.fullmatch(normal(column.text)) and column.cells.texts
    return [] if efforts and all(map(_SO_LONG.fullmatch, column.cells.texts)) else None
