"""Where tables begin that stand one below the other, each with headings of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, is_known, meanings, normal
from officecli.files.ledger.columns.heading_rows import headed_keys
from officecli.files.ledger.columns.outright import is_outright
from officecli.files.ledger.columns.side_by_side import done_before
from officecli.files.ledger.sheets.cells import Cell, cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow, shown_number
from officecli.files.ledger.words.states import read_state
from officecli.patterns import pattern

_LONGEST = 24  # characters of a heading
_FEWEST = 3
_LOOKED_AT = 10  # rows before a row, of which it may be another
_TWO = 2  # of three columns one heading may name two
_DIGIT = pattern(r"\d")
_SAYS_DAY = pattern(r"\d{1,2}月(?:\d|[底末初上中下])|\d{1,2}/\d{1,2}(?!\d*%)")
"""A day is what stands behind a label, and none: 即日起至8月31日."""


class Beginnings:
    """Tells the headings of tables; `anybody` knows who is of the office, for no heading is a name. It is what `read_sheet` asks for as `Shapes`."""

    def __init__(self, mapping: Mapping[str, str], anybody: Callable[[str], bool] = lambda _text: False) -> None:
        self._mapping = mapping
        self._asked = {normal(heading) for heading in mapping}
        self._anybody = anybody

    def key(self, text: str) -> str:
        """The column that a text names where it is a heading; "" for none."""
        return first_key(text) if text and len(text) <= _LONGEST and not _SAYS_DAY.search(text) else ""

    def names(self, text: str) -> bool:
        """Whether a text names somebody of the office."""
        return bool(text.strip()) and self._anybody(text.strip())

    def heads(self, texts: Sequence[str]) -> bool:
        """Whether texts are the headings of a ledger: of a matter, of who leads, and of something else."""
        return all(len(text) <= _LONGEST and not _DIGIT.search(text) for text in texts) and self._names_a_ledger(texts)

    def ask_outright(self, texts: Sequence[str]) -> bool:
        """Whether headings ask in so many words what is to be done, by whom and by when."""
        matter = next((place for place, text in enumerate(texts) if "title" in headed_keys([text], self._mapping) or _may_be_matter(text)), None)
        return is_outright(texts, matter, self._mapping)

    def aside(self, above: Sequence[str], below: Sequence[str]) -> Collection[int]:
        """The places of the headings of tables that tell of what was done before, beside one of what is planned, with what stands over them."""
        return done_before(above, below) if any(above) else ()

    def ends(self, text: str) -> bool:
        """Whether a text says that something is over, or rests."""
        said = read_state(text) if text and len(text) <= _LONGEST else None
        return said is not None and said.code in ("closed", "submitted", "cancelled", "suspended")

    def begins(self, rows: Sequence[SheetRow]) -> list[int]:
        """The places in `rows` of those that head a table, without headings that are repeated, or stand under others."""
        found: list[int] = []
        heads: list[list[str]] = []
        for at, row in enumerate(rows):
            texts = _words(row.cells)
            if texts is None:
                continue
            names = [normal(text) for text in texts]
            if found and any(_is_again(names, head) for head in heads):
                continue
            if found and at == found[-1] + 1:
                heads.append(names)  # the lower of two rows of headings, or the first matter
            elif self._names_a_ledger(texts) or (at and self._names_another(rows[max(found[-1] if found else 0, at - _LOOKED_AT) : at], row, texts)):
                found.append(at)
                heads = [names]
        return found

    def _names_a_ledger(self, texts: Sequence[str]) -> bool:
        """Whether words are headings of a matter, of who leads, and of something else; what they mean is asked of no more of them than it takes."""
        if not _at_least(_TWO, texts, lambda text: normal(text) in self._asked or self.key(text)):
            return False
        keys = headed_keys(texts, self._mapping)
        matter = "title" in keys or ("due" in keys and any(map(_may_be_matter, texts)))
        return matter and bool(keys & {"lead", "unit"}) and len(keys) >= _FEWEST and not self._is_data(texts)

    def _names_another(self, before: Sequence[SheetRow], row: SheetRow, texts: Sequence[str]) -> bool:
        """Whether the words of a row are headings of a table of another kind: it stands apart from
        the one before, most of the words are known, and they do not fit under its headings.
        """
        if not _stands_apart(before[-1], row) or not any(text and _in_figures(before, place) for place, text in enumerate(texts)):
            return False
        said = [text for text in texts if text]
        return _at_least((len(said) + 1) // 2, said, is_known) and not self._is_data(texts)

    def _is_data(self, texts: Sequence[str]) -> bool:
        """Whether somebody of the office, or a state, stands among words."""
        return any(self._anybody(text) or (read_state(text) is not None and not meanings(text)) for text in texts if text)


def _at_least(fewest: int, texts: Sequence[str], holds: Callable[[str], object]) -> bool:
    """Whether something holds of so many texts at least; it is asked of no more of them than are needed to tell."""
    left = len(texts)
    for text in texts:
        if holds(text):
            fewest -= 1
        left -= 1
        if not 0 < fewest <= left:
            break
    return fewest <= 0


def _may_be_matter(text: str) -> bool:
    """Whether a heading of a goal may be that of the matter, where nothing else is: Deliverable, 交付成果, due on a day."""
    found = meanings(text) if text else ()
    return bool(found) and found[0].key == "goal" and not found[0].plain and any(meant.key == "title" for meant in found)


def _is_again(names: Sequence[str], head: Sequence[str]) -> bool:
    """Whether headings are those of another row once more, each in its place; a repeated row may lack the last that was added to the first."""
    return all(not name or (place < len(head) and head[place] == name) for place, name in enumerate(names))


def _words(cells: Sequence[Cell]) -> list[str] | None:
    """The texts of a row that holds nothing but short words without figures, several of them and most of them once; None for any other."""
    if any(not isinstance(cell, str) or len(cell) > _LONGEST or _DIGIT.search(cell) for cell in cells if cell is not None):
        return None
    texts = [cell_text(cell) for cell in cells]
    said = [text for text in texts if text]
    return texts if len(said) >= _FEWEST and len({*said}) * 2 > len(said) else None


def _stands_apart(before: SheetRow, row: SheetRow) -> bool:
    """Whether a blank row, or a title alone in its row, stands before one."""
    return shown_number(row.number) - shown_number(before.number) > 1 or sum(1 for cell in before.cells if cell not in (None, "")) == 1


def _in_figures(rows: Sequence[SheetRow], place: int) -> bool:
    """Whether figures stand in a column in every row that has anything there, and in two at least."""
    texts = [text for row in rows if place < len(row.cells) and (text := cell_text(row.cells[place]))]
    fitting = sum(1 for text in texts if _DIGIT.search(text))
    return fitting > 1 and fitting >= len(texts) - 1  # but for the heading itself
