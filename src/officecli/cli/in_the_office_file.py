"""Tells whoever looks for a command to add or change a unit, post, rank or duty that it stands in the office's file."""

from __future__ import annotations

from officecli.i18n import _, sentences
from officecli.typed.office.office_file import how_to_add

_THERE = frozenset(("unit", "post", "rank", "duty"))


def how_added(group: str) -> str:
    """How something of a group of commands is added that has no command for it; "" for every other group."""
    if group not in _THERE:
        return ""
    return sentences([_("It is added in the office's file."), how_to_add()])


def how_changed(group: str) -> str:
    """How something of a group of commands goes, or gets another name, that has no command for it: in
    the office's file; elsewhere it may be taken back by whoever recorded it.
    """
    if group not in _THERE:
        return _("What was recorded by mistake is taken back by whoever recorded it: officecli undo --list")
    return _("It stands in the office's file. Write it out, change it there or take it out, and read it in:\n{export}\n{setup}").format(
        export="officecli setup --export -o office.toml", setup="officecli setup office.toml --prune --dry-run"
    )
