"""Tables that say by which of several columns is ticked how far a matter is (已完成, 推进中 and 未启动, each with √ in some rows),
or of what kind it is: 废, 改 and 立 under 类别, 特急 and 加急 under 缓急程度.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.columns.by_heading.meant import WORDS
from officecli.files.ledger.columns.heading_rows import heading_row
from officecli.files.ledger.sheets.cells import cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.words.marks import by_mark, is_tick
from officecli.files.ledger.words.states import read_state
from officecli.i18n import _, listed
from officecli.patterns import has_han, pattern
from officecli.typed.text import is_nothing

_YES = frozenset({"true", "yes", "y", "是", "x", "v", "对", "●", "checked"})
_NO = frozenset({"false", "no", "n", "否", "错", "○", "unchecked"})
_OF_KINDS = pattern(
    r".{0,6}(?:类[别型]?|种类|性质|属性|等级|级别|程度|方式|形式|途径|去向|缓急|密级)|(?:处[理置]|清理)意见|(?:type|kind|category|class|method|mode|route|priority|urgency)"
)
"""What stands over words of which one holds for each row."""
_OF_RULES = frozenset("废 改 立 释 废止 修改 修订 新立 新订 制定 新制定 保留 失效".split())
"""What is done with an office's rules, which needs no heading over it."""
_LONGEST_KIND = 8  # characters
_SUM = pattern(r"[合总小共]\s*计|total")
_BOTH = " + "
"""Between the words over two ticks in one row, which contradict each other: no state that anybody knows."""


def join_ticked(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> list[str]:
    """Put the word over the tick into one column of states, where several stand for one, and return what is said of it."""
    index, texts = heading_row(rows, mapping)
    if index < 0:
        return []
    at = index + _has_states_below(rows, index)
    low, over = _in_two_rows(rows, at, len(texts))
    mapped = {normal(heading) for heading in mapping}
    below = [row for row in rows[at + 1 :] if not row.banner]
    places = _side_by_side(
        [
            text if normal(text) not in mapped and _is_state(text, up) and _of_ticks(below, place, text) else ""
            for place, (text, up) in enumerate(zip(low, over, strict=True))
        ]
    )
    if not any(_is_ticked(cell_text(row.cells[place])) for row in below for place in places if place < len(row.cells)):
        return []
    heading = over[places[0]] if _asks(over[places[0]]) else "状态" if has_han(low[places[0]]) else "Status"
    _join(rows, at, texts, low, [(places, heading)], _BOTH)
    return [_("Read as one column of states, by which of them is ticked: {headings}.").format(headings=listed([low[place] for place in places]))]


def join_ticked_kinds(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> list[str]:
    """Put the word over the tick into one column of kinds, where each row has no more than one of several, and return what is said of it."""
    index, texts = heading_row(rows, mapping)
    if index < 0:
        return []
    added = added_below(rows, index)
    at = index + (len(added) > 1 and all(_asks_of_what_kind(up) for up, _low in added))
    low, over = _in_two_rows(rows, at, len(texts))
    mapped = {normal(heading) for heading in mapping}
    asked = [places for places in _of_one_question(low, over) if not mapped & {normal(low[place]) for place in places}]
    if not asked:
        return []  # most tables, whose rows need not be looked at
    below = [row for row in rows[at + 1 :] if not row.banner and not _SUM.match(next(filter(None, _texts(row, len(low))), ""))]
    found = [(places, over[places[0]] if _asks_of_what_kind(over[places[0]]) else "类别") for places in asked if _one_in_each(below, places, low)]
    if not found:
        return []
    _join(rows, at, texts, low, found, "、")
    read = [listed([low[place] for place in places]) for places, _heading in found]
    return [_("Read as one column, by which of them is ticked: {headings}.").format(headings=one) for one in read]


def _in_two_rows(rows: Sequence[SheetRow], at: int, wide: int) -> tuple[list[str], list[str]]:
    """The headings of a row, and what stands over each of them."""
    low = _texts(rows[at], wide)
    return low, _over(_texts(rows[at - 1], wide) if at else [""] * wide, low)


def _join(
    rows: Sequence[SheetRow], at: int, texts: Sequence[str], low: Sequence[str], found: Sequence[tuple[Sequence[int], str]], between: str
) -> None:
    """Write the words over the ticks into the first column of each group, and the heading over it, in the row at which the headings stand then."""
    for row in rows[at + 1 :]:
        said = _texts(row, len(low))
        if row.banner or (between != _BOTH and _SUM.match(next(filter(None, said), ""))):
            continue
        for places, _heading in found:
            _write(row, places, between.join(low[place] for place in places if _is_ticked(said[place])))
    if list(texts) != list(low) or (between != _BOTH and at and any(heading in _texts(rows[at - 1], len(low)) for _places, heading in found)):
        rows[at - 1].cells[:] = [None] * len(rows[at - 1].cells)  # what stood there stands in the row of the headings now
    rows[at].cells[:] = texts
    for places, heading in found:
        _write(rows[at], places, heading)


def _asks_of_what_kind(heading: str) -> bool:
    """Whether a heading stands over kinds: 类别, 处置方式, Urgency."""
    return first_key(heading) in WORDS or _OF_KINDS.fullmatch(heading.strip().casefold()) is not None


def _of_one_question(low: Sequence[str], over: Sequence[str]) -> list[list[int]]:
    """The places of different short words side by side that answer what stands over them, or say what becomes of rules."""

    def asked(place: int) -> str:
        word, up = low[place], over[place]
        if not word or len(word) > _LONGEST_KIND:
            return ""
        return up if _asks_of_what_kind(up) and normal(word) != normal(up) else " " if word in _OF_RULES else ""

    groups = [[*run] for up, run in itertools.groupby(range(len(low)), asked) if up]
    return [places for places in groups if len({low[place] for place in places}) == len(places) > 1]


def _one_in_each(rows: Sequence[SheetRow], places: Sequence[int], low: Sequence[str]) -> bool:
    """Whether nothing but ticks stands under all of them, no row has two, and more than one of them has any."""
    ticked = [{place for place in places if _is_ticked(row.text_at(place))} for row in rows]
    return all(_of_ticks(rows, place, low[place]) for place in places) and max(map(len, ticked), default=0) == 1 and len(set().union(*ticked)) > 1


def _has_states_below(rows: Sequence[SheetRow], index: int) -> bool:
    """Whether the row below the headings has nothing but these again, as merged cells do, and states under one of them: 是 and 否 under 是否完成."""
    other = [text for _up, text in added_below(rows, index)]
    return len(other) > 1 and all(read_state(text) is not None for text in other)


def added_below(rows: Sequence[SheetRow], index: int) -> list[tuple[str, str]]:
    """What the row below the headings says that does not stand over it as well, each with the heading over it."""
    if len(rows) <= index + 1:
        return []
    head, sub = (_texts(row, max(len(rows[index].cells), len(rows[index + 1].cells))) for row in rows[index : index + 2])
    return [(up, text) for up, text in zip(_over(head, sub), sub, strict=True) if text and normal(text) != normal(up)]


def _texts(row: SheetRow, wide: int) -> list[str]:
    texts = [joined_lines(cell_text(cell)) for cell in row.cells[:wide]]
    return texts + [""] * (wide - len(texts))


def _over(above: Sequence[str], low: Sequence[str]) -> list[str]:
    """What stands over each heading; a merged one, or one that is written once, over all of its columns."""
    group, over = "", []
    for up, text in zip(above, low, strict=True):
        group = up if up or not text else group
        over.append(group)
    return over


def _side_by_side(states: Sequence[str]) -> list[int]:
    """The places of different states, one beside the other, of which one ends a matter and another does not."""
    for is_state, run in itertools.groupby(range(len(states)), lambda place: bool(states[place])):
        places = [*run]
        codes = {said.code for place in places if is_state and (said := read_state(states[place]))}
        if len(codes) > 1 and "closed" in codes and len({states[place] for place in places}) == len(places):
            return places
    return []


def _is_state(text: str, over: str) -> bool:
    """Whether a heading is a state itself; yes and no only where what stands over them asks for one."""
    return bool(text) and (_asks(over) or not is_tick(text)) and read_state(text) is not None


def _asks(heading: str) -> bool:
    return first_key(heading) == "status"


def _of_ticks(rows: Sequence[SheetRow], place: int, heading: str) -> bool:
    """Whether nothing but ticks stands below, and the heading again on a further page."""
    texts = (text for row in rows if place < len(row.cells) and not is_nothing(text := cell_text(row.cells[place])) and text != heading)
    return all(_is_ticked(text) or is_tick(text) or text.casefold() in _NO for text in texts)


def _is_ticked(text: str) -> bool:
    plain = text.strip().casefold()
    return plain in _YES or (is_tick(text) and (mark := by_mark(text)) is not None and mark.code == "closed")


def _write(row: SheetRow, places: Sequence[int], text: str) -> None:
    row.cells.extend([None] * (places[0] + 1 - len(row.cells)))
    for place in places:
        if place < len(row.cells):
            row.cells[place] = None
    row.cells[places[0]] = text or None
