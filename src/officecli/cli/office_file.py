"""What an office is made of stands in its file, and is added there: who looks for a command to add it is told so."""

from __future__ import annotations

from officecli.i18n import _, sentences
from officecli.typed.office.office_file import how_to_add

_THERE = frozenset(("unit", "post", "rank", "duty"))


def how_added(group: str) -> str:
    """How something of a group of commands is added that has no command for it; "" for every other group."""
    if group not in _THERE:
        return ""
    return sentences([_("It is added in the office's file."), how_to_add()])
