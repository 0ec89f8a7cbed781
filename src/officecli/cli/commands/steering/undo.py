"""Take your last command back, whole, as a new change.

Of add and import it cancels the items. A prod or a granted extension has gone out and is not undone.
"""

from __future__ import annotations

from officecli.cli.verb import ItemFormat, perform


def run(format_: ItemFormat = "text") -> None:
    from officecli.actions.record.undo import undo

    perform("undo", undo, format_, one=False)
