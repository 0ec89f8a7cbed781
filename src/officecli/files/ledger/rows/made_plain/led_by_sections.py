"""Lists that name nobody in their rows, and have whoever is to act over them: DENISE PARK, or Assigned to: Denise Park (3), and below it what she is
to do; 姓名：姚岚, over a week's report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from officecli.files.ledger.columns.by_heading.meaning import first_key
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.rows.named.nobody import NOBODY
from officecli.files.ledger.sheets.around import Around
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.i18n import _
from officecli.model.item_fields import COLUMNS
from officecli.patterns import pattern
from officecli.typed.office.name_book import NameBook
from officecli.typed.text import is_nothing

_LEAD = ("lead", "unit")
_OF_ONE = pattern(
    r"(?:^|[；;，,]\s*|(?<![A-Za-z])\s)(?:姓名|本人|计划人|汇报人|报告人|述职人|责任人|负责人|员工(?:姓名)?"
    r"|(?:employee|owner|your|my)?(?: ?name)?)\s*[:：]\s*(?P<name>[\u3400-\u9fff·]{2,5}|[A-Za-z][A-Za-z.'-]*(?: [A-Za-z.'-]+){1,3})(?=$|[\s；;，,])",
    re.IGNORECASE,
)
"""Whose list it is, as a line over it says."""
_LONGEST = 20  # characters of a name
_HOW_MANY = pattern(
    r"\s*+(?:[(（\[]\s*(?:共\s*)?\d+\s*[^\W\d]{0,6}\s*[)）\]]|(?:[-–—,，:：]\s*+)?(?:共\s*)?\d+\s*(?:items?|tasks?|actions?|项|件|条))$",
    re.IGNORECASE,
)
"""Behind a name, how many matters are theirs."""
_SIGNED = pattern(r"填报|填表|审核|审批|签字|签章|盖章|\b(?:prepared|approved|reviewed) by\b", re.IGNORECASE)
"""Beside such a line: it says who signs the paper, and not whose work it is."""
_OF_OTHERS = pattern(r"交接|离职|调离|投诉|举报|信访|考核|审核|转办|交办")
"""In the name of a list that names somebody: the work, or the complaint, is others' now."""
_APART = pattern(r"[\s_—–\-·.,，、（）()【】\[\]\d]+|第|的?(?:工作)?(?:周报|月报|日报|计划|总结|清单|待办|安排|任务|台账)")


def led_by_sections(rows: Sequence[SheetRow], mapping: Mapping[str, str], book: NameBook | None) -> list[str]:
    """Put who stands alone in a row into a column of their own in the rows below it, where no heading says who leads, and return what is said of it."""
    index, texts = heading_row(rows, mapping)
    keys = {first_key(text) for text in texts}
    if book is None or index < 0 or "title" not in keys or keys & {*_LEAD} or {*_LEAD} & {*mapping.values()}:
        return []
    below = rows[index + 1 :]
    over = {id(row): name for row in below if (name := _alone(row, book))}
    if not below or id(below[0]) not in over:
        return []
    column = COLUMNS["lead"]
    wide, heading = max(len(row.cells) for row in rows[index:]), _(column.label)
    leads = ""
    for row in rows[index:]:
        leads = over.get(id(row), "" if _is_nobody(row) else leads)
        row.banner = row.banner or id(row) in over or _is_nobody(row)
        if row.banner:
            continue
        row.cells.extend([None] * (wide - len(row.cells)))
        row.cells.append(heading if row is rows[index] else leads or None)
        if leads:
            row.inferred = row.inferred | {wide}
    return [_("No heading says who leads: who stands alone over the rows does.")]


def led_by_one(rows: Sequence[SheetRow], mapping: Mapping[str, str], around: Around, book: NameBook | None) -> list[str]:
    """Put the one person of whom the lines over a table, its sheet's or its file's name say that it is
    theirs into a column of every row, where nobody is named in the rows, and return what is said of it.
    """
    index, texts = heading_row(rows, mapping)
    keys = {first_key(text) for text in texts}
    if book is None or index < 0 or "title" not in keys or keys & {*_LEAD, "body", "support"} or {*_LEAD} & {*mapping.values()}:
        return []
    name = _of_one(around, book)
    below = [row for row in rows[index + 1 :] if not row.banner]
    if not name or not below or any(_names_people(below, place, book) for place in range(max(map(len, (row.cells for row in below))))):
        return []
    wide = max(len(row.cells) for row in rows[index:])
    column = COLUMNS["lead"]
    heading = _(column.label)
    matter = next(place for place, text in enumerate(texts) if first_key(text) == "title")
    for row in (rows[index], *below):
        row.cells.extend([None] * (wide - len(row.cells)))
        row.cells.append(heading if row is rows[index] else name if cell_text(row.cells[matter]) else None)
        row.inferred = row.inferred | {wide}
    return [_("No heading says who leads: {name} does, of whom the list is by what stands over it, or by its name.").format(name=name)]


def _of_one(around: Around, book: NameBook) -> str:
    """The person here of whom a table is."""
    lines = [*around.lines, *("：".join(pair) for pair in pairwise(around.lines))]
    signed = any(map(_SIGNED.search, around.lines))
    told = {book.full_name(found["name"]) for line in lines if not signed for found in _OF_ONE.finditer(line)}
    names = (name for name in (around.sheet, around.file) if not _OF_OTHERS.search(name))
    named = {word for name in names for word in _APART.split(name) if len(word) > 1 and book.full_name(word) == word}
    said = (told | named) - {""}
    return said.pop() if len(said) == 1 else ""


def _names_people(rows: Sequence[SheetRow], place: int, book: NameBook) -> bool:
    """Whether people of the office stand in a column."""
    texts = [text for row in rows if place < len(row.cells) and not is_nothing(text := cell_text(row.cells[place])) and len(text) <= _LONGEST]
    return any(map(book.names_person, texts))


def _is_nobody(row: SheetRow) -> bool:
    """Whether all that a row says is that nobody does yet what stands below: Unassigned (2)."""
    told = [text for cell in row.cells if (text := cell_text(cell)) and (not is_nothing(text) or text.casefold() in NOBODY)]
    return len(told) == 1 and _HOW_MANY.sub("", told[0]).strip(" —–-=*#:：\t").casefold() in NOBODY


def _alone(row: SheetRow, book: NameBook) -> str:
    """The person or the section of the office that is all a row says, or whoever it says leads (责任人：姚岚), be they known or not; "" for none."""
    told = [text for cell in row.cells if not is_nothing(text := cell_text(cell))]
    if len(told) == 2 and first_key(told[0].rstrip(" :：")) in _LEAD:
        told = [f"{told[0].rstrip(' :：')}:{told[1]}"]
    if len(told) != 1:
        return ""
    label, colon, behind = told[0].replace("：", ":").partition(":")
    if colon and behind.strip() and first_key(label) in _LEAD:
        return _HOW_MANY.sub("", behind).strip()
    name = _HOW_MANY.sub("", told[0]).strip(" —–-=*#:：\t")
    return name if name and (book.full_name(name) or book.is_own(name)) else ""
