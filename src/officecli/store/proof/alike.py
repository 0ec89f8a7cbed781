"""Reads entries of the trail by thousands; columns that they share, as those of one command do, are compared by SQL, and only the others are fetched."""

from __future__ import annotations

from functools import cache
from typing import Any

from officecli.store.proof.chain import COLUMNS, OWN, SHARED
from officecli.store.read.reader import Reader

Entry = tuple[Any, ...]
Shared = tuple[Any, ...]

FIRST, LAST = -(2**63), 2**63 - 1
"""No number of an entry lies beyond, whoever wrote it."""


def entries_from(read: Reader, first: int, most: int, shared: Shared | None) -> tuple[Shared | None, list[Entry]]:
    """The next entries from this number on, `most` of them: what they share, and what is each one's own; None, and each whole, where they do not.

    `shared` is what those before them shared, which these are asked about first.
    """
    if shared is not None:
        said = dict(zip(SHARED, shared, strict=True))
        own = read.tuples(_own(tuple(value is None for value in shared)), low=first, high=min(first + most, LAST), **said)
        if len(own) == most:
            return shared, own
    found = read.tuples(_WHOLE, low=first, most=most)
    begun = len(OWN)
    alike = found[0][begun:] if found else None
    if alike is None or any(entry[begun:] != alike for entry in found):
        return None, found
    return alike, [entry[:begun] for entry in found]


@cache
def _own(nothing: tuple[bool, ...]) -> str:
    """Asks for entries of which these columns of what is shared say nothing, and the
    others what they are held to; the number alone leads to them, whatever index there is.
    """
    same = " AND ".join(f"{name} IS NULL" if is_nothing else f"{name} = :{name}" for name, is_nothing in zip(SHARED, nothing, strict=True))
    return f"SELECT {', '.join(OWN)} FROM trail WHERE seq >= :low AND seq < :high AND CASE WHEN {same} THEN 1 ELSE 0 END = 1 ORDER BY seq"


_WHOLE = f"SELECT {', '.join(COLUMNS)} FROM trail WHERE seq >= :low ORDER BY seq LIMIT :most"
