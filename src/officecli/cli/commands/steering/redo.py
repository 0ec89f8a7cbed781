"""Do again what you took back last with undo."""

from __future__ import annotations

from officecli.cli.verb import ItemFormat, perform


def run(format_: ItemFormat = "text") -> None:
    from officecli.actions.record.undo import redo

    perform("redo", redo, format_, one=False)
