"""Sheets in which several tables, or cards, stand side by side: what stands further right is read below what stands left of it.

| NORTH CAMPUS                |  | SOUTH CAMPUS                |
| Task          | Owner | Due |  | Task          | Owner | Due |
| Test phones   | Ana   | 8/1 |  | Redraw maps   | Ben   | 8/3 |

| Finding: | Loose handrail |  | Finding: | Dark exit sign |
| Fix by:  | 7/10           |  | Fix by:  | 7/8            |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from officecli.files.ledger.sheets.below import LOOKED_AT
from officecli.files.ledger.sheets.cells import Cell, cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import NOWHERE, RowNumber, Shapes, SheetRow, shown_number
from officecli.files.ledger.sheets.table import Book, Table
from officecli.hints import NamedTuple
from officecli.i18n import _, listed
from officecli.patterns import pattern

_FEWEST = 3  # headings of a table, or labels of a card
_ALIKE = 0.7
"""The share of its headings that a table has in common with another of its kind."""
_SAME = 1 / 3
"""Tables that share so much of their matters tell of the same ones, side by side."""
_MOST = 400  # rows of cards
_WHO = frozenset({"lead", "unit"})
_HOW_FAR = frozenset({"status", "closed", "percent"})
_LONGEST_LABEL = 24
_LABEL = pattern(r"(?P<label>[^:：\n]{1,24}?)\s*[:：]")


class _Abreast(NamedTuple):
    """Where tables or cards stand side by side: of each row of them the first row and the one behind the last,
    of each column the first and the one behind the last; the first row of tables is that of the headings.
    `left_out` are the tables, counted from 0, that tell of what was done before.
    """

    bands: list[tuple[int, int]]
    blocks: list[tuple[int, int]]
    are_tables: bool
    left_out: frozenset[int] = frozenset()


def stack(book: Book, shapes: Shapes) -> None:
    """Put what stands side by side in a sheet one below the other, and say so."""
    for table in book.tables:
        found = _tables(table.rows, shapes) or _cards(table.rows, shapes)
        if found is None:
            continue
        read = [_columns(*block) for number, block in enumerate(found.blocks) if number not in found.left_out]
        _stack(table, found)
        if found.left_out:
            note = _("Of what stands side by side only columns {columns} are read: the rest tells of what was done before.")
        else:
            note = _("What stands side by side is read one below the other: columns {columns}.")
        if (said := note.format(columns=listed(read))) not in book.notes:
            book.notes.append(said)


def _tables(rows: Sequence[SheetRow], shapes: Shapes) -> _Abreast | None:
    """Where ledgers stand side by side, each with matters of its own."""
    for at, row in enumerate(rows[:LOOKED_AT]):
        texts = [_text(cell) for cell in row.cells]
        blocks = _heads(texts, shapes)
        if len(blocks) < 2:
            continue
        above = rows[at - 1] if at else SheetRow(0, [])
        gaps = [place for (_start, end), (start, _end) in pairwise(blocks) for place in range(end, start)]
        outright = all(shapes.ask_outright(texts[start:stop]) for start, stop in blocks)
        if not (outright or _are_alike(texts, blocks) or (gaps and _are_titles(above, blocks))):
            continue
        aside = shapes.aside([*map(_text, above.cells)], texts)
        if aside and not gaps:
            continue  # under one row of headings the one beside the other becomes remarks
        end = next((below for below in range(at + 1, len(rows)) if any(rows[below].line_at(place) for place in gaps)), len(rows))
        end -= at + 1 < end < len(rows) and sum(map(bool, map(_text, rows[end - 1].cells))) == 1  # the title of what stands below
        if _tell_of_the_same(rows[at + 1 : end], [_matter(texts, *block, shapes) for block in blocks]):
            continue
        told = [{shapes.key(text) for text in texts[start:stop]} for start, stop in blocks]
        left_out = [number for number, (start, _stop) in enumerate(blocks) if start in aside and not _HOW_FAR & told[number]]
        wide = max(len(row.cells) for row in rows[at:end])
        blocks = [(0 if not number else start, stop) for number, (start, stop) in enumerate(blocks)]
        blocks[-1] = (blocks[-1][0], max(blocks[-1][1], wide))
        return _Abreast([(at, end)], blocks, are_tables=True, left_out=frozenset(left_out))
    return None


def _heads(texts: Sequence[str], shapes: Shapes) -> list[tuple[int, int]]:
    """The places of the headings of each of several tables in a row: parted by blank columns, or the same again
    without any; those that are not the same ask each what is to be done, by whom and by when.
    """
    runs = [[*run] for is_told, run in groupby(range(len(texts)), key=lambda place: bool(texts[place])) if is_told]
    if len(runs) == 1:
        runs = _again(texts, runs[0])
    return [(run[0], run[-1] + 1) for run in runs if len(run) >= _FEWEST and shapes.heads(texts[run[0] : run[-1] + 1])]


def _are_alike(texts: Sequence[str], blocks: Sequence[tuple[int, int]]) -> bool:
    """Whether tables have nearly the same headings, in any order."""
    named = [{_plain(text) for text in texts[start:end]} for start, end in blocks]
    return all(len(one & named[0]) >= max(_FEWEST, _ALIKE * max(len(one), len(named[0]))) for one in named)


def _again(texts: Sequence[str], run: Sequence[int]) -> list[list[int]]:
    """The places of the same headings that come again right behind the last."""
    said = [_plain(texts[place]) for place in run]
    first, again = next(((said.index(text), at) for at, text in enumerate(said) if text in said[:at]), (0, 0))
    size = again - first
    if size < _FEWEST or (len(said) - first) % size or any(said[at] != said[at + size] for at in range(first, len(said) - size)):
        return [[*run]]
    return [[*run[first + at : first + at + size]] for at in range(0, len(said) - first, size)]


def _matter(texts: Sequence[str], start: int, end: int, shapes: Shapes) -> int:
    return next((place for place in range(start, min(end, len(texts))) if shapes.key(texts[place]) == "title"), start)


def _tell_of_the_same(rows: Sequence[SheetRow], places: Sequence[int]) -> bool:
    """Whether what stands side by side are the same matters, of which each tells something."""
    told = [{_plain(text) for row in rows if (text := row.line_at(place))} for place in places]
    return any(len(one & told[0]) > _SAME * min(len(one), len(told[0])) for one in told[1:] if one and told[0])


def _cards(rows: Sequence[SheetRow], shapes: Shapes) -> _Abreast | None:
    """Where cards stand side by side, each a matter: the same labels in several columns, row by row."""
    again = list(_again_in_a_row(rows, shapes)) if len(rows) <= _MOST else []
    labels: dict[tuple[int, int], dict[str, str]] = {}
    for _at, places, label, key in again:
        labels.setdefault(places, {})[label] = key
    of_cards = [places for places, said in labels.items() if len(said) >= _FEWEST and "title" in said.values() and _WHO & {*said.values()}]
    if not of_cards:
        return None
    left = min(of_cards)[0]
    starts = [left, *sorted(other for place, other in of_cards if place == left)]
    titles = {label for places in of_cards for label, key in labels[places].items() if key == "title"}
    ends = [*starts[1:], max(len(row.cells) for row in rows)]
    matters = [{_value(row, *block) for row in rows if _label_at(row, block[0]) in titles} - {""} for block in zip(starts, ends, strict=True)]
    if any(one <= matters[0] for one in matters[1:]):
        return None  # as it is, and as it is to be; or nothing at all
    first = next(label for _at, places, label, _key in again if places in of_cards)
    begins = [at for at, row in enumerate(rows) if _label_at(row, left) == first]
    begins = [at - (at > 0 and _are_titles(rows[at - 1], [(start, start + 1) for start in starts])) for at in begins]
    blocks = [(0 if start == left else start, end) for start, end in zip(starts, ends, strict=True)]
    return _Abreast([*pairwise([*begins, len(rows)])], blocks, are_tables=False)


def _again_in_a_row(rows: Sequence[SheetRow], shapes: Shapes) -> Iterator[tuple[int, tuple[int, int], str, str]]:
    """Each label that comes again in its row: the row, both places, the label, and the column it names."""
    for at, row in enumerate(rows):
        seen: dict[str, int] = {}
        for place in range(len(row.cells)):
            label = "" if place in row.inferred else _label_at(row, place)
            if label in seen and (key := shapes.key(label)):
                yield at, (seen[label], place), label, key
            elif label:
                seen[label] = place


def _label_at(row: SheetRow, place: int) -> str:
    """What a cell may be as a label: before its colon, or all of it; "" for any other."""
    cell = row.cells[place] if place < len(row.cells) else None
    if not isinstance(cell, str) or not cell:
        return ""
    text = cell_text(cell)
    found = _LABEL.match(text)
    return found["label"].strip() if found else text if len(text) <= _LONGEST_LABEL else ""


def _value(row: SheetRow, place: int, end: int) -> str:
    """What stands behind a label, in its own cell or right of it."""
    text = row.line_at(place)
    found = _LABEL.match(text)
    return (text[found.end() :].strip() if found else "") or next(filter(None, (row.line_at(at) for at in range(place + 1, end))), "")


def _stack(table: Table, found: _Abreast) -> None:
    """Cut the rows of a table, and put what was cut off below the rest."""
    first, end = found.bands[0][0], found.bands[-1][1]
    titled = found.are_tables and first > 0 and _are_titles(table.rows[first - 1], found.blocks)
    cut = [_cut(row, (0, len(row.cells))) for row in table.rows[: first - titled]]
    order = 0
    for top, bottom in found.bands:
        beside = [*table.rows[top - titled : bottom]]
        if titled:
            beside[:2] = beside[1::-1]  # a title is that of a section, below the headings
        for number, (start, stop) in enumerate(found.blocks):
            its_rows = [_cut(row, (start, stop), order, _columns(start, stop)) for row in beside if any(map(_text, row.cells[start:stop]))]
            if number in found.left_out:
                table.beside += [row for row, _was, _block in its_rows]
            else:
                cut += its_rows
            order += 1
        for row, was, _block in cut if titled else ():
            row.banner = row.banner or was == table.rows[top - 1].number
    cut += [_cut(row, (0, len(row.cells)), order) for row in table.rows[end:]]
    struck = table.struck
    table.struck = {
        int(row.number): {place - start for place in struck[was] if start <= place < end} for row, was, (start, end) in cut if was in struck
    }
    table.heads = [int(row.number) for row, was, _block in cut if was in table.heads]
    table.rows, table.merged = [row for row, _was, _block in cut], []


def _cut(row: SheetRow, block: tuple[int, int], order: int = 0, columns: str = "") -> tuple[SheetRow, int, tuple[int, int]]:
    """A row as far as it stands in one of several tables side by side, its number in the sheet, and the columns."""
    start, end = block
    cells = row.cells[start:end]
    inferred = frozenset(place - start for place in row.inferred if start <= place < end)
    banner = row.banner
    said = [place for place, cell in enumerate(cells) if _text(cell)]
    if len(said) > 1 and inferred.issuperset(said[1:]):
        cells, inferred, banner = [cells[said[0]]], NOWHERE, True  # one cell across all of them
    number = RowNumber(shown_number(row.number), columns, order)
    return replace(row, number=number, cells=cells, inferred=inferred, banner=banner), row.number, block


def _are_titles(row: SheetRow, blocks: Sequence[tuple[int, int]]) -> bool:
    """Whether a row says one thing over each of the tables, and another over each."""
    told = [{text for cell in row.cells[start:end] if (text := _text(cell))} for start, end in blocks]
    return not row.banner and all(len(one) == 1 for one in told) and len({*map(min, told)}) == len(told)


def _text(cell: Cell) -> str:
    return joined_lines(cell_text(cell)).strip()


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def _columns(start: int, end: int) -> str:
    """Columns as people name them: A–E, or A alone."""
    from xlsxwriter.utility import xl_col_to_name  # which few ledgers need

    return "–".join(dict.fromkeys(str(xl_col_to_name(place)) for place in (start, end - 1)))
