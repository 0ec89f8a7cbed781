"""Many ids in one question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

AT_ONCE = 500
"""Ids asked for in one statement."""

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
