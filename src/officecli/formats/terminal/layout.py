"""Which columns a window has room for, and how wide each may be."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.formats.out.safe import width
from officecli.formats.terminal.wrap import wrap
from officecli.reports.shape.report import Column

GAP = "  "
COMFORT = 30  # cells long text is given before columns of weight 3 are shown at all
WIDE_FLOOR = 20  # cells below which wrapped text is no pleasure to read
TIGHT = 16  # cells it has to do with before a table is given up for cards
NAME_FLOOR = 12
NAME_WHOLE = 16  # cells in which most people's names stay on one line, where that costs no column
PERSON = 24  # cells up to which a person stays on one line with the part
MOST, USUAL, ANOTHER = 7, 80, 12  # columns the eye takes in at the usual width in cells, and one more for each so many
LONG_WORD = 16  # a Western word up to this long stays whole
HAN_HEADING = 10  # five characters, a heading that should not be broken
FIGURES = frozenset({"integer", "number", "percent", "count"})
TEXTS = frozenset({"text", "term", "names", "marks", "state"})


def within_budget(columns: Sequence[Column], room: int) -> list[int]:
    """The numbers of the columns that a window of `room` cells shows at most: the heaviest `weight` goes first, and from the right."""
    most = MOST + max(0, room - USUAL) // ANOTHER
    weightiest = sorted(range(len(columns)), key=lambda number: (columns[number].weight, number))
    if all(columns[number].kind in FIGURES for number in weightiest[1 : most + 1]):
        most += 1  # figures beside one name are one line to the eye
    return sorted(weightiest[:most])


def fit(columns: Sequence[Column], cells: Sequence[Sequence[str]], room: int) -> tuple[list[int], list[int]] | None:
    """The numbers of the columns that fit into `room` cells, and their widths; None where not even weight 1 does.

    Long text wraps first; then columns go, the heaviest `weight` first and from the right.
    """
    content = [max((width(row[number]) for row in cells), default=0) for number in range(len(columns))]
    words = [max((_whole(column, row[number]) for row in cells), default=0) for number, column in enumerate(columns)]
    kept = list(range(len(columns)))
    tight = False
    while True:
        heaviest = max(columns[number].weight for number in kept)
        long_text = COMFORT if heaviest > 2 else TIGHT if tight else WIDE_FLOOR
        floors, whole = (
            {number: max(words[number], _floor(columns[number], content[number], long_text, short)) for number in kept}
            for short in (NAME_FLOOR, NAME_WHOLE)
        )
        inside = room - len(GAP) * (len(kept) - 1)
        if sum(floors.values()) <= inside:
            break
        if heaviest == 1 and tight:
            return None
        if heaviest == 1:
            tight = True
            continue
        kept.remove(max(number for number in kept if columns[number].weight == heaviest))
    floors = whole if sum(whole.values()) <= inside else floors
    widths = _widened(floors, {number: content[number] for number in kept if columns[number].kind in TEXTS}, inside)
    for number in sorted(kept, key=lambda number: width(columns[number].label) - widths[number]):
        more = width(columns[number].label) - widths[number]  # a heading gets its one line, or stays at two
        if 0 < more <= inside - sum(widths.values()):
            widths[number] += more
    return kept, [widths[number] for number in kept]


def _widened(widths: dict[int, int], wishes: dict[int, int], room: int) -> dict[int, int]:
    """`widths` with the spare room shared out, the smallest wish first, so that one long text starves nobody."""
    widths = dict(widths)
    spare = room - sum(widths.values())
    needs = sorted((max(0, wish - widths[number]), number) for number, wish in wishes.items())
    for place, (need, number) in enumerate(needs):
        more = min(need, spare // (len(needs) - place))
        widths[number] += more
        spare -= more
    return widths


def _floor(column: Column, longest: int, long_text: int, short: int) -> int:
    """The least cells a column can do with: text wraps, save what is to be copied, headings take two lines, all else stays whole."""
    if column.kind in TEXTS and not (column.whole and long_text > TIGHT):
        longest = min(longest, long_text if column.wide else short)
    return max(longest, heading_floor(column.label))


def _whole(column: Column, text: str) -> int:
    """The cells that should not be broken: of further people each with the part, where there is room for such a column at all; else the longest word."""
    if column.kind == "names" and column.weight > 1:
        return min(PERSON, max(map(width, a_person_a_line(text))))
    return _longest_word(text)


def _longest_word(text: str) -> int:
    return min(LONG_WORD, max((len(word) for word in text.split() if word.isascii()), default=0))


def heading_floor(label: str) -> int:
    """The narrowest width in which a heading takes at most two lines and no word of it is cut."""
    words = max((width(word) for word in label.split()), default=0) if label.isascii() else min(width(label), HAN_HEADING)
    return next(cells for cells in range(max(2, words), max(2, width(label)) + 1) if len(wrap(label, cells)) <= 2)


def fold(column: Column, text: str, cells: int) -> list[str]:
    """One cell as lines; of several people each begins a line, so that no name is torn."""
    if column.kind == "names" and width(text) > cells:
        return [line for person in a_person_a_line(text) for line in wrap(person, cells)]
    return wrap(text, cells)


def a_person_a_line(text: str) -> list[str]:
    """The people of a cell of names, each with what joins them to the next."""
    return text.replace("; ", ";\n").replace("、", "、\n").split("\n")
