"""Many ids in one question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

AT_ONCE = 500
"""Ids asked for in one statement."""

_CLOSE = 20
"""Numbers of the trail for each id, at most, where ids lie close together: of an item there are seldom more entries than that."""

_NAMES = tuple(f"w{nth}" for nth in range(AT_ONCE))
_HELD = ", ".join(":" + name for name in _NAMES)


def among(ids: Sequence[int]) -> Iterator[tuple[str, Mapping[str, int]]]:
    """The ids in portions: the list as SQL writes it after IN, and its values.

    A full portion is written the same each time, so that a driver prepares its question once. The ids stand in the question as they are, never as a
    subselect: of that PostgreSQL would join everything first.
    """
    for start in range(0, len(ids), AT_ONCE):
        portion = ids[start : start + AT_ONCE]
        if len(portion) == AT_ONCE:
            yield f"({_HELD})", dict(zip(_NAMES, portion, strict=True))
        else:
            yield f"({', '.join(map(str, portion))})", {}


def around(ids: Sequence[int]) -> Iterator[tuple[str, Mapping[str, int]]]:
    """The same as a condition on a column that few others fit: ids that lie close together are asked for as one range, in a fifth of the time."""
    for start in range(0, len(ids), AT_ONCE):
        portion = ids[start : start + AT_ONCE]
        lowest, highest = min(portion), max(portion)
        if len(portion) == AT_ONCE and highest - lowest < _CLOSE * AT_ONCE:
            yield "BETWEEN :lowest AND :highest", {"lowest": lowest, "highest": highest}
        else:
            yield from ((f"IN {these}", values) for these, values in among(portion))
