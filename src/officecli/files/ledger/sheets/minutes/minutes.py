"""Minutes without a table: a line that says who is to do what, and by when, becomes a row (Ana to send the plan by 7/14; 由甲科负责，7月14日前完成排班)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from officecli.files.ledger.sheets.cells import Cell, Unclear, cell_text
from officecli.files.ledger.sheets.minutes.in_english import SEVERAL, said_in_english
from officecli.files.ledger.sheets.minutes.in_han import said_in_han
from officecli.files.ledger.sheets.minutes.minuted import Knows, Point
from officecli.files.ledger.sheets.sheet_rows import Headed, Rate, Shapes, SheetRow
from officecli.files.ledger.sheets.table import Book, Table
from officecli.i18n import _
from officecli.patterns import has_han, pattern
from officecli.typed.text import shown

_MOST = 2000  # lines
_MOSTLY = 0.6
_LOOKED_AT = 25  # rows
_LONGEST = 500  # characters of a line that is looked at
_SHOWN = 60
_HEADINGS = {True: ["事项", "责任人", "完成时限", "状态"], False: ["Action", "Owner", "Due", "Status"]}
_BULLET = pattern(
    r"^\s*(?:(?P<tick>\[[xX]\]|[☑✓✔√☒])\s*|\[ ?\]\s*|[-*•·–—●▪◦■□☐>→➔➜]++\s+|[•●▪■□☐]\s*|[（(]?\d{1,2}(?:[)）、．]|\.(?!\d))\s*|\(?[a-z][.)]\s+"
    r"|(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])\s*)*+"
)
_BOLD = pattern(r"\*\*|__|`|~~")
_NUMBERED = pattern(r"^\d{1,2}[.．、](?!\d(?!\d?月))")
"""A number right before the words: 5.7月底前."""
_STRUCK_OUT = "~~"
_OF_A_FORM = pattern(
    r"会议(?:名称|主题|议题|时间|地点|主持|内容|记录|纪要|议定|决议)"
    r"|(?:参会|参加|与会|出席|列席|缺席|到会|应到|实到)(?:人|者|领导|部门|单位|原因|及|$)|(?:主持|记录)人?$|主要内容"
)
"""A label of minutes, and of no ledger, as 内容 and 时间 are."""
_FORM = 3
"""Labels of a form of minutes that are enough to tell it."""


def as_minutes(book: Book, rate: Rate, shapes: Shapes) -> bool:
    """Put a table of what people are to do in the place of a text that has none, where its lines say so of people of the office; whether it was done."""
    form = [] if book.lines else _in_a_form(book.tables)
    lines = book.lines or form
    if (
        not lines
        or len(lines) > _MOST
        or any(headed.complete or (not form and headed.known > 1 and _is_even(table)) for table, headed in _rated(book, rate))
        or (form and any(rate(table.rows[at : at + _LOOKED_AT]).complete for table in book.tables for at in shapes.begins(table.rows)))
    ):
        return False
    rows = [row for number, line in enumerate(lines, 1) if (row := _row(number, line, list(_points(line, shapes.names))))]
    if not any(_names_somebody(str(row.cells[1]), shapes.names) for row in rows):
        if form and book.is_document:
            book.tables = []  # that no line names anybody is what is to be said, and not which of 会议地点 and 会议时间 leads
        return False
    told = {row.number for row in rows}
    others = [SheetRow(number, [line.strip()]) for number, line in enumerate(lines, 1) if line.strip() and number not in told]
    first = rows[0].number
    head = SheetRow(0, list(_HEADINGS[any(map(has_han, lines))]))
    above = [str(row.cells[0]) for row in others if row.number < first]
    book.tables = [Table("", [head, *rows], above=above, others=others)]
    book.is_document = True
    if form:
        book.notes.append(
            _("The table is a form of minutes: each line in it that says who is to do what is read as a matter, its words told apart by the line.")
        )
    else:
        book.notes.append(_("No table is here: each line that says who is to do what is read as a matter, its words told apart by the line."))
    return True


def _in_a_form(tables: Sequence[Table]) -> list[str]:
    """The lines of minutes that are filled in a form (会议名称, 参会人员, 会议内容), a label
    with what stands beside it; none where the tables are no such form, or have too many.
    """
    lines: list[str] = []
    labels = 0
    for table in tables:
        lines += _said(table.above)
        for row in table.rows:
            told = [text for place, cell in enumerate(row.cells) if place not in row.inferred and (text := cell_text(cell))]
            labels += sum(_OF_A_FORM.match(text) is not None for text in told)
            short = all("\n" not in text for text in told)
            pairs = map("：".join, zip(told[::2], [*told[1::2], ""], strict=False))
            lines += _said(pairs if short else "\n".join(told).split("\n"))
            if len(lines) > _MOST:
                return []
    return lines if labels >= _FORM else []


def _said(lines: Iterable[str]) -> Iterator[str]:
    """The lines in which anything is said."""
    return filter(None, (line.strip(" ：") for line in lines))


def said_in_lines(book: Book, shapes: Shapes) -> int:
    """How many lines of a text say what somebody of the office is to do."""
    lines = book.lines if len(book.lines) <= _MOST else []
    return sum(any(_names_somebody(point.lead, shapes.names) for point in _points(line, shapes.names)) for line in lines)


def _names_somebody(lead: str, knows: Knows) -> bool:
    return any(map(knows, SEVERAL.split(lead)))


def _rated(book: Book, rate: Rate) -> Iterator[tuple[Table, Headed]]:
    return ((table, rate(table.rows[:_LOOKED_AT])) for table in book.tables)


def _is_even(table: Table) -> bool:
    """Whether most rows have as many cells, and several, as tables have, be some of them blank."""
    wide = [len(row.cells) for row in table.rows]
    filled = [sum(1 for cell in row.cells if cell not in (None, "")) for row in table.rows]
    usual = ((sizes, max({*sizes}, key=sizes.count, default=0)) for sizes in (wide, filled))
    return any(size > 1 and sizes.count(size) > _MOSTLY * len(sizes) for sizes, size in usual)


def _row(number: int, line: str, points: Sequence[Point]) -> SheetRow | None:
    """The row of a line that says what is to be done; a faulty one of a line that says several things, None of any other."""
    if not points:
        return None
    (what, lead, due, state), *more = points
    tick = _BULLET.match(_BOLD.sub("", line))
    cells: list[Cell] = [what, lead, due, "√" if tick and tick["tick"] else state or None]
    fault = (
        Unclear(shown(line.strip(), _SHOWN), _("Several things are to be done in this line."), _("Write each in a line of its own."))
        if more
        else None
    )
    return SheetRow(number, cells, frozenset(range(3)), fault=fault, how=_("told apart from “{line}”").format(line=shown(line.strip(), _SHOWN)))


def _points(line: str, knows: Knows) -> Iterator[Point]:
    """What a line says is to be done, of several sentences each."""
    text = _NUMBERED.sub("", _BULLET.sub("", _BOLD.sub("", line), count=1), count=1).strip() if len(line) <= _LONGEST else ""
    if not text or _STRUCK_OUT in line:
        return
    if has_han(text):
        yield from (point for point in said_in_han(text, knows) if point.what)
    else:
        yield from said_in_english(text, knows)
