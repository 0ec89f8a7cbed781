"""Cards one below the other, each with the matter across it, a line of labels and below it a line of what these say.

| G-1  Rebuild the bench                    |
| Lead        | Finish by | Status          |
| Omar Haddad | 7/31/26   | Half laid       |
| Notes:      | Boards are in the barn      |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from officecli.files.ledger.sheets.below import LOOKED_AT
from officecli.files.ledger.sheets.cells import Cell, cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import Rate, Shapes, SheetRow
from officecli.files.ledger.sheets.table import Book
from officecli.hints import NamedTuple
from officecli.i18n import _
from officecli.patterns import has_han, pattern

_MOST = 2000  # rows of cards
_FEWEST = 2  # labels of a line, and cards
_MATTER, _NUMBERED = ("Matter", "事项"), ("Number", "编号")
_NUMBER = pattern(r"(?P<number>(?:No\.? ?|[A-Z]{1,5}[-– ]?)?\d[\d.-]{0,9})(?:[.)、:：]\s*|\s{2,}|\s*[–—]\s+|\s+-\s+)(?P<matter>\D.+)")
"""A card's number before its matter, with a sign or a gap between: SP-01  Mend the pump."""


class _Card(NamedTuple):
    """One card: the row across it, that of its labels, that of what these say, and those behind, a label and what it says each."""

    matter: SheetRow
    labels: SheetRow
    values: SheetRow
    further: Sequence[SheetRow]


def lay_out_cards(book: Book, rate: Rate, shapes: Shapes) -> None:
    """Put a table with a row for each card in the place of cards, and say so; what stands above and below them stays there."""
    for table in book.tables:
        if len(table.rows) > _MOST or rate(table.rows[:LOOKED_AT]).complete or not (cards := _cards(table.rows, shapes)):
            continue
        taken = {row.number for card in cards for row in (card.matter, card.labels, card.values, *card.further)}
        first, last = cards[0].matter.number, max(taken)
        above = [row for row in table.rows if row.number < first]
        below = [row for row in table.rows if row.number > last]
        laid_out = _laid_out(cards)
        place = next(place for place, label in enumerate(laid_out[0].cells) if label in _MATTER)
        struck = {row: places for row, places in table.struck.items() if row not in taken}
        table.struck = struck | {card.values.number: {place} for card in cards if card.matter.number in table.struck}
        table.rows, table.merged = [*above, *laid_out, *below], []
        book.notes.append(_("Read as cards: the line above the labels is the matter, and the line below the labels is what they say."))


def _cards(rows: Sequence[SheetRow], shapes: Shapes) -> list[_Card]:
    """The cards of a table; none where one of them has no line across it, or more than one line below its labels, or labels that are not known."""
    repeated = Counter(tuple(_texts(row)) for row in rows if len(_texts(row)) >= _FEWEST)
    said = max(repeated, key=lambda texts: (repeated[texts], _known(texts, shapes)), default=())
    keys = [shapes.key(text.rstrip(":： ")) for text in said]
    if repeated[said] < _FEWEST or not all(keys) or "title" in keys or not {"lead", "unit"} & {*keys} or len({*keys} - {"lead", "unit"}) < _FEWEST:
        return []
    at = [place for place, row in enumerate(rows) if tuple(_texts(row)) == said]
    cards = []
    for head, end in zip(at, [*(place - 1 for place in at[1:]), len(rows)], strict=True):
        if head == 0 or head + 1 >= end or len(_texts(rows[head - 1])) != 1 or not _stands_below(rows[head], rows[head + 1]):
            return []
        further = []
        for row in rows[head + 2 : end]:
            if not _says_a_label(row, shapes):
                break
            further.append(row)
        if head != at[-1] and head + 2 + len(further) != end:
            return []
        cards.append(_Card(rows[head - 1], rows[head], rows[head + 1], further))
    return cards if len({*(_texts(card.matter)[0] for card in cards)}) == len(cards) else []


def _known(texts: Sequence[str], shapes: Shapes) -> int:
    return sum(1 for text in texts if shapes.key(text.rstrip(":： ")))


def _texts(row: SheetRow) -> list[str]:
    """What stands in a row, that which is merged across once."""
    return [joined_lines(cell_text(cell)) for place, cell in enumerate(row.cells) if cell not in (None, "") and place not in row.inferred]


def _places(row: SheetRow) -> set[int]:
    return {place for place, cell in enumerate(row.cells) if cell not in (None, "") and place not in row.inferred}


def _stands_below(labels: SheetRow, values: SheetRow) -> bool:
    """Whether a row says something under several labels, and nothing beside them."""
    return len(_places(values)) >= _FEWEST and _places(values) <= _places(labels)


def _says_a_label(row: SheetRow, shapes: Shapes) -> bool:
    """Whether a row is a label and what it says, or a label alone."""
    texts = _texts(row)
    return len(texts) in {1, 2} and bool(shapes.key(texts[0].rstrip(":： ")))


def _laid_out(cards: Sequence[_Card]) -> list[SheetRow]:
    """The headings and a row for each card, with the number that stands before each matter apart."""
    matters = [_texts(card.matter)[0] for card in cards]
    numbered = [_NUMBER.fullmatch(matter) for matter in matters]
    han = any(map(has_han, matters))
    titles: list[dict[str, Cell]] = [{_MATTER[han]: matter} for matter in matters]
    if all(numbered):
        titles = [{_NUMBERED[han]: one["number"], _MATTER[han]: one["matter"]} for one in numbered if one]
    said = [{**title, **_said(card)} for title, card in zip(titles, cards, strict=True)]
    labels = list(dict.fromkeys(label for one in said for label in one))
    rows = [SheetRow(card.values.number, [one.get(label) for label in labels]) for card, one in zip(cards, said, strict=True)]
    return [SheetRow(cards[0].labels.number, list(labels)), *rows]


def _said(card: _Card) -> dict[str, Cell]:
    """What a card says, label → value."""
    said = {
        joined_lines(cell_text(card.labels.cells[place])).rstrip(":： "): card.values.cells[place] if place < len(card.values.cells) else None
        for place in sorted(_places(card.labels))
    }
    for row in card.further:
        label, *value = sorted(_places(row))
        said[cell_text(row.cells[label]).rstrip(":： ")] = row.cells[value[0]] if value else None
    return said
