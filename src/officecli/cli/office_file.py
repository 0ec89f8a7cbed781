"""What an office is made of stands in its file, and is added there: who looks for a command to add it is told so."""

from __future__ import annotations

from officecli.i18n import _

_THERE = frozenset(("unit", "post", "rank", "duty"))


def how_added(group: str) -> str:
    """How something of a group of commands is added that has no command for it; "" for every other group."""
    if group not in _THERE:
        return ""
    return _("It is added in the office's file. Write it out, add to it and read it in:\n{export}\n{setup}").format(
        export="officecli setup --export -o office.toml", setup="officecli setup office.toml --dry-run"
    )
