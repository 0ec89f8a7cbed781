"""Ledgers that have no row for each matter, but a column for each, or a form: what each says stands behind its label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.sheets.minutes.minutes import said_in_lines
from officecli.files.ledger.sheets.sheet_rows import Rate, RowNumber, Shapes, SheetRow, on_sheet, row_text
from officecli.files.ledger.sheets.table import Book, Table
from officecli.hints import NamedTuple
from officecli.i18n import _, ngettext
from officecli.patterns import pattern

_MOST = 400  # rows of a form, or of a table with a column for each matter
_FEWEST = 3  # labels that are known
_COLUMNS = 5  # labels that stand in one row over columns, and in no form
_WIDEST = 16  # cells in a row of a form
_MOSTLY, _SELDOM = 0.6, 0.3
_IN_ONE = pattern(r"(?P<label>[^:：\n]{1,24})[:：]\s*(?P<value>\S.*)", re.DOTALL)
_IN_LINE = pattern(r"(?:^|\s{2,}|\t)(?P<label>[^\s:：][^:：\n]{0,23}?)\s*[:：]\s*(?P<value>.+?)(?=\s{2,}|\t|$)")
_LONGEST_LABEL = 24

Said = dict[str, Cell]
"""What one matter says, label → value."""


def turn(book: Book, rate: Rate, shapes: Shapes) -> None:
    """Put one table with a row for each matter in the place of a table with a column for each, or of the forms of a book; say so."""
    columns = [(table, said) for table in book.tables if len(table.rows) <= _MOST and (said := _by_columns(table, shapes))]
    if columns:
        for table, said in columns:
            table.rows, table.merged = _rows([(number, one) for number, one in enumerate(said, 2) if any(one.values())]), []
        book.notes.append(_("The headings stand in the first column, and each column beside it is read as a matter: row 2 is column B."))
        return
    tables = _of_lines(book, rate, shapes) or book.tables
    forms = [(table, found) for table in tables if len(table.rows) <= _MOST and (found := _forms(table, shapes))]
    others = [table for table in tables if table not in [one for one, _said in forms] and table.rows and rate(table.rows[:25]).complete]
    if not forms or others or _are_minutes(book, forms, shapes):
        return
    several = len(forms) > 1
    _say_what_stands_above(tables, forms, shapes)
    book.notes.extend(
        _("Row {row} of the form is left out, for none of its words is known as a label: {words}.").format(
            row=on_sheet(row.number, table.name, at) if several else row.number, words=row_text(row)
        )
        for at, (table, _said) in enumerate(forms)
        for places in [_label_places(table, shapes)]
        for row in table.rows
        if len(_apart(row)) > 1 and not any(_pairs(row, shapes, places))
    )
    matters = [(on_sheet(number, table.name, at) if several else number, said) for at, (table, found) in enumerate(forms) for number, said in found]
    first = forms[0][0]
    first.rows, first.merged, first.separator = _rows(matters), [], ""
    book.tables = [first]
    book.notes.append(
        ngettext(
            "Read as {n} form, whose labels are the headings.", "Read as {n} forms, a matter each, whose labels are the headings.", len(matters)
        ).format(n=len(matters))
    )


def _are_minutes(book: Book, forms: Sequence[tuple[Table, Sequence[tuple[int, Said]]]], shapes: Shapes) -> bool:
    """Whether labels only stand above and between what several people are to do: Chair: Ana; ACTION: Ben to send it by 7/14."""
    matters = [said for _table, found in forms for _number, said in found]
    return said_in_lines(book, shapes) > max(1, len(matters)) and not any(shapes.key(label) == "due" for said in matters for label in said)


def _of_lines(book: Book, rate: Rate, shapes: Shapes) -> list[Table]:
    """A text whose lines are forms, each line in one cell, where no separator parts them better: Due: July 14, 2026."""
    lined = Table("", [SheetRow(number, [line.strip()]) for number, line in enumerate(book.lines[: _MOST + 1], 1) if line.strip()])
    if not lined.rows or len(lined.rows) > _MOST or any(rate(table.rows[:25]).complete for table in book.tables):
        return []
    told = _known_labels(lined, shapes)
    return [lined] if told and all(_known_labels(table, shapes) <= told for table in book.tables) else []


def _known_labels(table: Table, shapes: Shapes) -> int:
    """How many known labels the forms of a table have."""
    return sum(1 for _number, said in _forms(table, shapes) for label in said if shapes.key(label))


def _rows(matters: Sequence[tuple[int, Said]]) -> list[SheetRow]:
    """The matters as rows, under all their labels, which stand in row 0 where there is none above them."""
    labels = list(dict.fromkeys(label for _number, said in matters for label in said))
    first = 0 if not matters or isinstance(matters[0][0], RowNumber) else max(matters[0][0] - 1, 0)
    return [SheetRow(first, list(labels)), *(SheetRow(number, [said.get(label) for label in labels]) for number, said in matters)]


def _plain(cell: Cell) -> str:
    """A cell as a label: without the colon behind it."""
    return cell_text(cell).rstrip(":： ") if isinstance(cell, str) else ""


def _knows(cell: Cell, shapes: Shapes) -> str:
    """The column that a label names."""
    return shapes.key(_plain(cell))


def _names_a_matter(keys: set[str]) -> bool:
    return len(keys) >= _FEWEST and "title" in keys and bool(keys & {"lead", "unit"})


def _by_columns(table: Table, shapes: Shapes) -> list[Said]:
    """What each column says beside the first, where the headings stand there and in no row."""
    filled = [[place for place, cell in enumerate(row.cells) if cell not in (None, "")] for row in table.rows]
    body = [
        (row, places) for row, places in zip(table.rows, filled, strict=True) if len(places) > 1 or (places and _knows(row.cells[places[0]], shapes))
    ]
    if len(body) < _FEWEST:
        return []
    first = body[0][1][0]
    wide = max(places[-1] for _row, places in body)
    keys = [_knows(row.cells[first], shapes) if places[0] == first else "" for row, places in body]
    beside = [row.cells[place] for row, places in body for place in places if place > first]
    matters = next((places for (row, places), key in zip(body, keys, strict=True) if key == "title"), [])
    if (
        wide - first < 2
        or len(matters) < 3
        or any(_are_headings(row, shapes) for row, _places in body)
        or not _names_a_matter({*keys} - {""})
        or sum(map(bool, keys)) < _MOSTLY * len(keys)
        or len({cell_text(row.cells[first]) for row, _places in body}) < len(body)
        or sum(1 for cell in beside if _knows(cell, shapes)) > _SELDOM * len(beside)
    ):
        return []
    labels = [_plain(row.cells[first]) or cell_text(row.cells[first]) for row, _places in body]
    return [
        {label: row.cells[place] if place < len(row.cells) else None for label, (row, _places) in zip(labels, body, strict=True) if label}
        for place in range(first + 1, wide + 1)
    ]


def _forms(table: Table, shapes: Shapes) -> list[tuple[int, Said]]:
    """What each form of a table says, with the number of its first row; none where the table is no form."""
    found: list[tuple[int, dict[str, list[Cell]]]] = []
    rows = labelled = most = 0
    at = _label_places(table, shapes)
    if any(len(_apart(row)) > _WIDEST or _are_headings(row, shapes, at.cards) for row in table.rows):
        return []
    for row in table.rows:
        pairs = list(_pairs(row, shapes, at))
        rows += bool(pairs) or len(_apart(row)) > 1
        labelled += bool(pairs) and bool(shapes.key(pairs[0][0]))
        most = max(most, len({key for label, value in pairs if (key := shapes.key(label)) and value not in (None, "")}))
        for label, value in pairs:
            if not found or _begins(found[-1][1], label, shapes):
                found.append((row.number, {}))
            told = found[-1][1].setdefault(label, [])
            if value not in (None, ""):
                told.append(value)
    keys = {key for _number, said in found for label, told in said.items() if told and (key := shapes.key(label))}
    is_form = _names_a_matter(keys) and len(keys) > most and labelled >= max(_MOSTLY * rows, 2 * len(found))
    if not is_form:
        return []
    matters = ((number, {label: _together(told) for label, told in said.items()}) for number, said in found)
    return [(number, said) for number, said in matters if any(shapes.key(label) == "title" and value for label, value in said.items())]


def _together(told: Sequence[Cell]) -> Cell:
    """What stands behind one label, in one cell."""
    return "\n".join(map(cell_text, told)) if len(told) > 1 else told[0] if told else None


def _are_headings(row: SheetRow, shapes: Shapes, places: Collection[int] = ()) -> bool:
    """Whether so many labels stand in a row, with nothing between them, that they are those of columns: five, or three of which one is a matter's, with
    little else; where those of cards stand at `places`, words such as Public Works beside these are none, but five and nothing else are headings there too.
    """
    cells = _apart(row)
    if len({key for _place, cell in cells if (key := _knows(cell, shapes))}) == len(cells) >= _COLUMNS:
        return True
    keys = [key for place, cell in cells if (not places or place in places) and (key := _knows(cell, shapes))]
    return (len(keys) >= _COLUMNS and 2 * len(keys) >= len(cells)) or ("title" in keys and len({*keys}) >= _FEWEST and 3 * len(keys) > 2 * len(cells))


def _begins(said: Collection[str], label: str, shapes: Shapes) -> bool:
    """Whether a label begins another form: its first label again, or another matter."""
    return label == next(iter(said)) or (shapes.key(label) == "title" and any(shapes.key(one) == "title" for one in said) and label in said)


def _apart(row: SheetRow) -> list[tuple[int, Cell]]:
    """The places and cells of a row, those merged across once."""
    cells: list[tuple[int, Cell]] = []
    for place, cell in enumerate(row.cells):
        if cell not in (None, "") and not (place in row.inferred and cells and cells[-1][1] == cell):
            cells.append((place, cell))
    return cells


class _Places(NamedTuple):
    """The columns in which labels stand: in a form, known ones in two rows or more; of `cards`, in half of their rows or more, and nothing else is a label."""

    labels: frozenset[int] = frozenset()
    cards: frozenset[int] = frozenset()


def _maybe_labels(row: SheetRow, shapes: Shapes) -> Iterator[tuple[int, str, str]]:
    """The places and texts of a row's cells, with the column that each names; what stands right behind one that names a column names none."""
    before = -2
    for place, cell in _apart(row):
        key = "" if before == place - 1 else _knows(cell, shapes)
        yield place, _plain(cell), key
        before = place if key else -2


def _label_places(table: Table, shapes: Shapes) -> _Places:
    """Where the labels of a form stand, and of cards, if a matter's and who leads it stand in the same columns again and again."""
    filled = [one for row in table.rows for one in _maybe_labels(row, shapes)]
    every, known = Counter(place for place, _label, _key in filled), Counter(place for place, _label, key in filled if key)
    again = Counter((place, label, key) for place, label, key in filled if key)
    keys = {key for (_place, _label, key), count in again.items() if count > 1}
    labels = frozenset(place for place, count in known.items() if count > 1)
    cards = frozenset(place for place in labels if 2 * known[place] >= every[place])
    return _Places(labels, cards if "title" in keys and keys & {"lead", "unit"} else frozenset())


def _pairs(row: SheetRow, shapes: Shapes, places: _Places) -> Iterator[tuple[str, Cell]]:
    """The labels of a row and what stands behind each; only of a row that begins with one.

    Behind a blank, where labels stand in other rows, stands the next one, known or not: 办结日期, blank, 主任签字.
    """
    cells = _apart(row)
    in_one = [_IN_ONE.fullmatch(cell_text(cell)) if isinstance(cell, str) else None for _place, cell in cells]
    if cells and all(one and shapes.key(one["label"].strip()) for one in in_one):
        yield from ((one["label"].strip(), one["value"]) for one in in_one if one)
        return
    if len(cells) > 2 and 3 * sum(1 for place, cell in cells if (not places.cards or place in places.cards) and _knows(cell, shapes)) > 2 * len(
        cells
    ):
        return  # headings
    at = 0
    while at < len(cells):
        place, cell = cells[at]
        label, knows = _plain(cell), bool(_knows(cell, shapes))
        if not label or len(label) > _LONGEST_LABEL or not (knows or at or len(cells) % 2 == 0):
            return
        left = len(cells) - at
        behind, value = cells[at + 1] if left > 1 else (place, None)
        apart = behind > place + 1 and place + 1 not in row.inferred
        labelled = bool(_knows(value, shapes)) and (not places.cards or behind in places.cards)
        another = left > 1 and (labelled or (knows and apart and behind in (places.cards or places.labels)))
        is_blank = left == 1 or (another and (not knows or left % 2 == 1 or apart))
        if left == 1 and not knows:
            return
        yield label, None if is_blank else value
        at += 1 if is_blank else 2


def _say_what_stands_above(tables: Sequence[Table], forms: Sequence[tuple[Table, list[tuple[int, Said]]]], shapes: Shapes) -> None:
    """Let a form say too what stands in the lines right above its table, label and colon before it."""
    above = {id(table): table.above[len(before.above) :] if before else table.above for before, table in zip([None, *tables], tables, strict=False)}
    for table, found in forms:
        for line in above[id(table)] if len(found) == 1 else ():
            for one in _IN_LINE.finditer(line):
                if shapes.key(one["label"]):
                    found[0][1].setdefault(one["label"], one["value"])
