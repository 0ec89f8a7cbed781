"""The trail's chain: what is hashed, and how. Plain functions; reads use them too."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import Any

from officecli import clock

_ENCODED = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def canonical(entry: Any) -> str:
    """The one text of an entry, or of a part of one: JSON with sorted keys and no spaces, in UTF-8. These bytes are what is hashed and stored."""
    return _ENCODED(entry)


class Form:
    """The canonical text of entries that differ in no more than their rows: what they have in `common` is said once.

    `body` of the rest is, letter for letter, `canonical` of both together.
    """

    def __init__(self, common: dict[str, Any]) -> None:
        told = [""]
        for place, name in enumerate(sorted([*common, *_OF_A_ROW])):
            told[-1] += f"{',' if place else '{'}{canonical(name)}:"
            if name in common:
                told[-1] += canonical(common[name])
            else:
                told.append("")
        self._first, self._second, self._third, self._fourth, self._fifth, self._sixth, last = told
        self._last = last + "}"

    def body(self, *, after: Any, before: Any, id: int, item: int | None, prev: str, seq: int) -> str:
        """The text of one entry; `prev` is a hash, in which nothing is to be escaped."""
        was = _NOTHING if before is None else canonical(before)
        return (
            f"{self._first}{canonical(after)}{self._second}{was}{self._third}{id}"
            f'{self._fourth}{_NOTHING if item is None else item}{self._fifth}"{prev}"{self._sixth}{seq}{self._last}'
        )


_NOTHING = "null"
_OF_A_ROW = ("after", "before", "id", "item", "prev", "seq")


TOLERANCE = timedelta(minutes=1)
"""By so much the clocks of machines that are looked after differ."""


def ran_back(before: str, at: str) -> bool:
    """Whether from one stored moment (UTC text) to the next time ran backwards, by more than clocks differ."""
    try:
        return at < before and clock.moment(before) - clock.moment(at) > TOLERANCE
    except ValueError:  # somebody wrote there by hand
        return True


def by_login(user: dict[str, Any]) -> str | None:
    """The login at the keys of an entry's `user`, where it was neither the actor's own nor a registrar's; entries of before say nothing of it."""
    return str(user["name"]) if user.get("whose") in ("other", "nobody") else None


def digest(body: str) -> str:
    """The entry's hash; the body holds the hash before it, which is what makes a chain."""
    return hashlib.sha256(body.encode()).hexdigest()
