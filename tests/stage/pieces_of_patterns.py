"""What a pattern can be kept busy with: its own literal pieces, and what the bodies of its repetitions take, to be written many times over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

_TURNS = 4
"""How many of the alternatives within a repetition are tried, each in its turn."""
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_CLASSES = {_constants.CATEGORY_DIGIT: "1", _constants.CATEGORY_SPACE: " ", _constants.CATEGORY_NOT_WORD: "-"}


def pieces(pattern: re.Pattern[str]) -> list[str]:
    """Its words by themselves, and a text or several for each repetition without an end."""
    parsed = list(_parser.parse(pattern.pattern, pattern.flags))
    return sorted({*_literals(parsed), *filter(None, _bodies(parsed))})


def _within(op: Any, value: Any) -> list[list[tuple[Any, Any]]]:
    """The patterns that stand in a part of one."""
    if op in _REPEATS:
        return [value[2]]
    if op is _constants.SUBPATTERN:
        return [value[3]]
    if op is _constants.BRANCH:
        return list(value[1])
    if op in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [value[1]]
    return [value] if op is _constants.ATOMIC_GROUP else []


def _literals(parsed: list[tuple[Any, Any]]) -> Iterator[str]:
    run = ""
    for op, value in [*parsed, (None, None)]:
        if op is _constants.LITERAL:
            run += chr(value)
            continue
        if run:
            yield run
        run = ""
        if op is _constants.IN:
            yield _one_of(value)
        for inner in _within(op, value):
            yield from _literals(inner)


def _bodies(parsed: list[tuple[Any, Any]]) -> Iterator[str]:
    for op, value in parsed:
        if op in _REPEATS and value[1] is _constants.MAXREPEAT:
            yield from (_text(value[2], turn, once=once) for turn in range(_TURNS) for once in (False, True))
        for inner in _within(op, value):
            yield from _bodies(inner)


def _text(parsed: list[tuple[Any, Any]], turn: int, *, once: bool) -> str:
    """What a pattern takes: of alternatives the one whose turn it is; `once`: with what may be left out."""
    found = ""
    for op, value in parsed:
        if op is _constants.LITERAL:
            found += chr(value)
        elif op is _constants.IN:
            found += _one_of(value)
        elif op in (_constants.ANY, _constants.NOT_LITERAL):
            found += "a"
        elif op in _REPEATS:
            found += _text(value[2], turn, once=once) * max(value[0], int(once))
        elif op is _constants.BRANCH:
            found += _text(value[1][turn % len(value[1])], turn, once=once)
        elif op not in (_constants.ASSERT, _constants.ASSERT_NOT):
            found += "".join(_text(inner, turn, once=once) for inner in _within(op, value))
    return found


def _one_of(members: list[tuple[Any, Any]]) -> str:
    """A letter of a class; of one that says which it does not hold, any."""
    op, value = members[0]
    if op is _constants.LITERAL:
        return chr(value)
    if op is _constants.RANGE:
        return chr(max(value[0], min(value[1], ord("中"))))
    return _CLASSES.get(value, "a") if op is _constants.CATEGORY else "a"
