"""What a cell says of how far its matter is."""

from __future__ import annotations

from typing import NamedTuple


class Stated(NamedTuple):
    """A state that is said: its code (of an item's statuses, or `open`), what stands beside the word (a day, a reason), and whether the word is `firm`.

    A word that is not firm (完成, done) may be said of a part of the work; alone in a cell it is meant of the whole. One that is not `noted` (已上线,
    published) says it in a column of states only: in a note it tells of the work.
    """

    code: str
    beside: str = ""
    firm: bool = True
    noted: bool = True
