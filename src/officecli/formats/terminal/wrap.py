"""Lines that fit: Western words stay whole, Han text breaks between characters but never before 。 or after 《."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.formats.out.safe import width

COMMAND = "officecli "
_OPEN = frozenset("(（《〈「『【〔“‘［｛")
_BRACKETS = {"（": "）", "(": ")"}
_CLOSING = ")，。、；：？！）》〉」』】〕”’…,.;:!?"
_CLOSE = frozenset(_CLOSING + "—％‰］｝～\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")  # and what joins emoji


def wrap(text: str, cells: int) -> list[str]:
    """`text` (one line, already safe) as lines of at most `cells`, at least one line; `cells` must be 2 or more."""
    if width(text) <= cells:
        return [text]
    lines = _filled(text, cells)
    if any(opening in text for opening in _BRACKETS):
        with_brackets_whole = _filled(text, cells, whole_brackets=True)
        lines = with_brackets_whole if len(with_brackets_whole) <= len(lines) else lines
    return _with_company(lines, text, cells)


def _filled(text: str, cells: int, *, whole_brackets: bool = False) -> list[str]:
    """The lines, each as full as it can be; with `whole_brackets` what stands in brackets is parted only where no line has room for it."""
    lines: list[str] = []
    line = ""
    for unit in _fitting(text, cells, whole_brackets):
        if width(line) + width(unit.rstrip()) <= cells:
            line += unit
            continue
        lines.append(line.rstrip())
        *whole, line = _chopped(unit, cells) if width(unit) > cells else [unit.lstrip()]
        lines += whole
    lines.append(line.rstrip())
    return [line for line in lines if line] or [""]


def _with_company(lines: list[str], text: str, cells: int) -> list[str]:
    """The lines, the last of which is not one Han character alone: the one before it comes along."""
    if len(lines) < 2 or width(lines[-1].rstrip(_CLOSING)) != 2 or lines[-2] + lines[-1] not in text:
        return lines
    *rest, last = _units(lines[-2], 0)
    return [*lines[:-2], "".join(rest), last + lines[-1]] if rest and len(last) == 1 and width(last) == 2 <= cells - width(lines[-1]) else lines


def _chopped(unit: str, cells: int) -> list[str]:
    from rich.cells import chop_cells  # few words are wider than a line

    return chop_cells(unit, cells)


def _fitting(text: str, cells: int, whole_brackets: bool) -> Iterator[str]:
    """The units of a text, of which a command to be typed is one where a line has room for it: torn in two it cannot be copied."""
    place = 0
    while (start := text.find(COMMAND, place)) >= 0:
        end = _end_of_command(text, start)
        start -= start > place and text[start - 1] in _OPEN  # a bracket goes with what it opens
        yield from _units(text[place:start], cells, whole_brackets) if start > place else ()
        yield from (text[start:end],) if width(text[start:end]) <= cells else _units(text[start:end], cells, whole_brackets)
        place = end
    if place < len(text):
        yield from _units(text[place:], cells, whole_brackets)


def _end_of_command(text: str, start: int) -> int:
    """Where the command that begins there is over: after the sign that ends its sentence, or part of it."""
    quoted = False
    for place in range(start, len(text)):
        character, follows = text[place], text[place + 1 : place + 2]
        quoted ^= character == '"'
        if not quoted and (character in "。；，）;" or (character in ".,:" and follows in ("", " "))):
            return place + 1
    return len(text)


def _units(text: str, cells: int, whole_brackets: bool = False) -> Iterator[str]:
    """`text` cut wherever a line may end; a loop, since compiling a pattern for this costs more than all a window shows."""
    unit, whole = "", 0
    for place, character in enumerate(text):
        if unit and place >= whole and _may_part(unit[-1], character):
            yield unit
            unit = ""
        closing = '"' if character == '"' else _BRACKETS.get(character) if whole_brackets else None
        if closing and place >= whole:
            end = text.find(closing, place + 1) + 1
            whole = end if width(text[place:end]) <= cells else 0  # what is typed in quotation marks stays whole
        unit += character
    yield unit


def _may_part(before: str, after: str) -> bool:
    if before.isspace() or after.isspace():
        return before.isspace() != after.isspace()
    if before in _OPEN or before in "−-" or after in _CLOSE or before == "\u200d" or width(after) == 0:
        return False
    return width(before) == 2 or width(after) == 2


def wrapped(text: str, cells: int, *, first: str = "", indent: str = "") -> str:
    """`text` as a paragraph that begins with `first` and hangs by `indent` under it."""
    lines = wrap(text, max(2, cells - max(width(first), width(indent))))
    return "\n".join((indent if number else first) + line for number, line in enumerate(lines))
