"""How a text says that a deadline was moved, before anybody asks which day that is."""

from __future__ import annotations

from typing import NamedTuple

TO, BY, SOONER, NOWHERE = "to", "by", "sooner", "nowhere"
"""To a day, by so much from the deadline in force, to an earlier day, or later, and nobody says to which day."""


class Move(NamedTuple):
    """One move that a text tells of, of one of these kinds, with the `words` of the day or of how much longer; `held` is what is to be held on that day."""

    kind: str
    words: str
    held: str = ""
