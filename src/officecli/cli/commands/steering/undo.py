"""Take your last command back, whole, as a new change; or with a number, one of those that --list shows.

What the command made is gone, and its number is given to nothing else; what it changed is as it was before, and whoever had read of it is told; the
trail keeps both. It is taken back only while nothing stands on it: no later change of what it touched, nor of what refers to that. What lateness is
measured by is taken back within a few days only (records.correct_days). The founding of the office, an upgrade of the store and mail that was sent are
not taken back.

officecli undo --list
officecli undo 3
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import session
from officecli.cli.verb import ListFormat, perform
from officecli.errors import BadInput
from officecli.i18n import _


def run(
    nth: Annotated[int | None, typer.Argument(metavar="NTH", help=_("Which of the commands that --list shows; without one, your last."))] = None,
    list_: Annotated[bool, typer.Option("--list", help=_("Show what you can take back, the latest first."))] = False,
    format_: ListFormat = "text",
) -> None:
    if list_:
        if nth is not None:
            raise BadInput(_("--list shows them all, and takes no number."), fix=_("Leave out one of the two."))
        _show(format_)
        return
    from officecli.actions.record.undo import undo

    perform("undo", lambda act: undo(act, nth), format_, one=False)


def _show(format_: str) -> None:
    from officecli.cli.look import show_beside_acts
    from officecli.reports.record.undoable import undoable_commands
    from officecli.standing.actor import who_acts

    show_beside_acts(lambda read: undoable_commands(read, who_acts(read, session.current.who())), format_)
