"""What a line of minutes says is to be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Knows = Callable[[str], bool]
"""Whether a text names somebody of the office."""


class Point(NamedTuple):
    """What a line says: what is to be done, by whom and by when, and in its words that it was done."""

    what: str
    lead: str
    due: str
    state: str = ""
