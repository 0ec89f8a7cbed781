"""A plain word that nothing has in its text, and that names a case, somebody or a unit: the filter it is written as."""

from __future__ import annotations

from officecli.cli.words_as_options import written
from officecli.errors import OfficeError
from officecli.model.filter_keys import CASES
from officecli.store.read.reader import Reader
from officecli.typed.office.people import find_person
from officecli.typed.office.units import find_unit


def as_filter(read: Reader, typed: str) -> str:
    """The filter that asks for what a word names, `is:overdue`; "" for a word that names nothing."""
    said = typed.strip().casefold()
    case = next((one.name for one in CASES.values() if said in (one.name, *one.words.split())), "")
    if case:
        return f"is:{case}"
    for key, finds in (("unit", find_unit), ("lead", find_person)):
        try:
            if said and finds(read, typed):
                return f"{key}:{written(typed)}"
        except OfficeError:
            continue
    return ""
