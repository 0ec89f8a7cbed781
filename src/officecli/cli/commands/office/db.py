"""The store itself: bring it up to date after an update of officecli, or copy it while others work.

officecli db upgrade
  officecli db backup /mnt/safe/office-2026-11-23.db
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from officecli.cli import session
from officecli.cli.command_classes import OfficeCommand, group
from officecli.cli.options import DASH
from officecli.cli.printing import write_lines
from officecli.errors import BadInput
from officecli.i18n import _

app = group()


@app.command("upgrade", cls=OfficeCommand, help=_("Bring the tables of an older store up to date; a copy of it as it was is kept beside it."))
def upgrade() -> None:
    from officecli.store.schema.upgrade import upgrade as bring_up

    done = bring_up(session.current.place())
    if done.found == done.now:
        write_lines([_("Nothing to do: the store has version {version} of the tables, as this program needs.").format(version=done.now)])
        return
    said = [_("The store has version {now} of the tables now; it had {found}.").format(now=done.now, found=done.found)]
    if done.backup:
        said.append(_("As it was, it is kept in {path}; remove that when all is well.").format(path=done.backup))
    write_lines([*said, _("Check it with: officecli verify")])


@app.command("backup", cls=OfficeCommand, help=_("Copy the store to a new file, and look at the copy; others may go on working meanwhile."))
def backup(target: Annotated[Path, typer.Argument(metavar="FILE", help=_("The new file."))]) -> None:
    from officecli.store.proof.backup import back_up

    if target == DASH:
        raise BadInput(_("A copy is looked at where it lies, so it goes to a file."), fix=_("Name a new file; one that is called so is ./-"))

    write_lines([_("Copied to {path}, and found sound.").format(path=back_up(session.current.place(), target))])
