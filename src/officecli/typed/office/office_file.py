"""The office's file, in which ranks, units and posts stand: how something gets into it."""

from __future__ import annotations

from officecli.i18n import _


def how_to_add() -> str:
    """The lines by which the file is written out and read in."""
    return _("Write it out, add to it and read it in:\n{export}\n{setup}").format(
        export="officecli setup --export -o office.toml", setup="officecli setup office.toml --dry-run"
    )
