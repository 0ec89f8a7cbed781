"""Describe the office in one file: ranks, units, posts, duties, people, calendar.

The file says what the office is; running it again applies only what differs, and says it. What it no longer names stays, unless --prune retires it.
Whoever runs it keeps a name: a file that gives your login to nobody is refused.
  officecli setup --export -o office.toml
  officecli setup office.toml --dry-run
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from officecli.cli import session
from officecli.cli.file_given import file_given
from officecli.cli.named_file import named
from officecli.cli.options import Force, Output
from officecli.cli.printing import write_lines
from officecli.cli.verb import say
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.store.machine import account_name


def run(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help=_("The TOML file that describes the office."))] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Say what would change, and change nothing."))] = False,
    prune: Annotated[bool, typer.Option("--prune", help=_("Retire what the file no longer names."))] = False,
    export: Annotated[bool, typer.Option("--export", help=_("Write the office as such a file instead."))] = False,
    output: Output = None,
    force: Force = False,
) -> None:
    if export:
        if file or dry_run or prune:
            raise BadInput(_("--export writes the office and takes no file to read."), fix=_("Name the file to write with -o FILE."))
        _export(output, force=force)
        return
    if file is None:
        raise BadInput(
            _("The file that describes the office is missing."), fix=_("Write one to start from with: officecli setup --export -o office.toml")
        )
    if output is not None:
        raise BadInput(_("-o goes with --export."), fix=_("Leave it out."))
    from officecli.files.office.setting_up import OfficeSetUp, set_up_from

    current = session.current
    with file_given(file) as named_file:
        came = set_up_from(current.place(), named_file, current.who(), prune=prune, dry_run=dry_run)
    say(came)
    if not dry_run and any(isinstance(answer, OfficeSetUp) and answer.differences[1:] for answer in came.done):  # more than that nothing is to do
        _say_who_you_are()


def _say_who_you_are() -> None:
    """Ask a founder whose login is nobody's yet which of the people it is: the office's day is no day of theirs."""
    from officecli.standing.actor import who_acts
    from officecli.standing.office.rights import registrars

    with session.current.read() as read:
        asker = who_acts(read, session.current.who())
        if asker["account"] and read.row("SELECT 1 AS one FROM person WHERE account = 0 AND left_on IS NULL"):
            asked = _("Which of these people you are: officecli person set NAME --login {login}").format(login=account_name())
            ends = asker["registrar"] and not registrars(read)
            write_lines([f"{asked} --registrar" if ends else asked])  # a founder's rights end there, and somebody must keep them


def _export(output: Path | None, *, force: bool) -> None:
    from officecli.files.office.export import export
    from officecli.formats.out.output import written_to

    with session.current.read() as read:
        text = export(read)
    with written_to(named(output, force=force)) as stream:
        stream.write(text)
