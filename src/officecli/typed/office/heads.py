"""Who is meant by a unit that is given work: its head."""

from __future__ import annotations

from officecli.store.read.reader import Reader
from officecli.typed.office.name_book import NameBook
from officecli.typed.office.name_cell import NameCell
from officecli.typed.office.units import find_unit


def head_of(read: Reader, unit: str) -> str:
    """The name of whoever heads the unit that is typed. Raises NotFound with the nearest unit, BadInput where it is not clear who heads it."""
    head = NameBook(read).find(NameCell("", find_unit(read, unit, retired=False)["name"]))
    assert head is not None, "a unit is known to the book by its name"
    return str(head.name)
