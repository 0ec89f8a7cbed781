"""The store itself: bring it up to date after an update of officecli, copy it while others work, go back to a copy, or put its clock right.

A copy is an office of its own: look into it with --db. To go back to one, restore it: put there by hand, it would be mixed with what the store left beside it.

officecli db upgrade
  officecli db backup /mnt/safe/office-2026-11-23.db
  officecli db restore /mnt/safe/office-2026-11-23.db
  officecli db clock
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from officecli.cli import session
from officecli.cli.command_classes import OfficeCommand, group
from officecli.cli.named_file import DASH
from officecli.cli.printing import check_text_or_json, write_json, write_lines
from officecli.cli.verb import AnswerFormat, Reason, carry_out, telling_of_waiting
from officecli.errors import BadInput
from officecli.i18n import _, listed, ngettext
from officecli.shell import as_word

if TYPE_CHECKING:
    from officecli.store.read.reader import Reader

app = group()


@app.command("upgrade", cls=OfficeCommand, help=_("Bring the tables of an older store up to date; a copy of it as it was is kept beside it."))
def upgrade() -> None:
    from officecli.store.schema.left_out import left_out
    from officecli.store.schema.upgrade import upgrade as bring_up

    done = bring_up(session.current.place())
    if done.found == done.now:
        write_lines([_("Nothing to do: the store has version {version} of the tables, as this program needs.").format(version=done.now)])
        return
    said = [_("The store has version {now} of the tables now; it had {found}.").format(now=done.now, found=done.found)]
    if done.backup:
        said.append(_("As it was, it is kept in {path}; remove that when all is well.").format(path=done.backup))
    if done.loose:
        command = f"sqlite3 {as_word(str(session.current.place().path))} VACUUM"
        said.append(
            _("Its file is larger than it need be, and could not be laid anew: {why}. Once it can: {command}").format(why=done.loose, command=command)
        )
    with session.current.read() as read:
        changed = list(_changed_figures(read, done.found))
        grants = left_out(read)
    if grants:
        said += [_("Other roles may not use all of it yet. Have the database's owner run:"), *(f"  {grant}" for grant in grants)]
    write_lines([*said, *changed, _("Check it with: officecli verify")])


def _changed_figures(read: Reader, version: int) -> Iterator[str]:
    """Whose figures of months that are over are no longer what a report of then, by the program of that `version` of the tables, says."""
    from officecli.reports.targets.settled_anew import SETTLED_SINCE, settled_anew

    found = settled_anew(read) if version < SETTLED_SINCE else []
    if found:
        yield _("What was late stays late now; so these figures of months that are over changed:")
    for one in found:
        yield "  " + _("{name}, {month}: in time {was} of {was_of} before, {now} of {now_of} now ({numbers})").format(
            name=one.name, month=one.month, was=one.was[0], was_of=one.was[1], now=one.now[0], now_of=one.now[1], numbers=listed(one.numbers)
        )


@app.command("backup", cls=OfficeCommand, help=_("Copy the store to a new file, and look at the copy; others may go on working meanwhile."))
def backup(target: Annotated[Path, typer.Argument(metavar="FILE", help=_("The new file."))]) -> None:
    from officecli.store.proof.backup import back_up

    if target == DASH:
        raise BadInput(_("A copy is looked at where it lies, so it goes to a file."), fix=_("Name a new file; one that is called so is ./-"))

    write_lines([_("Copied to {path}, and found sound.").format(path=back_up(session.current.place(), target))])


@app.command(
    "restore",
    cls=OfficeCommand,
    help=_("Put a copy that db backup made in the place of the store, once it is proven; a registrar does. The store as it was is kept beside it."),
)
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The copy; it stays where it is."))],
    another_office: Annotated[bool, typer.Option("--another-office", help=_("Also where it is a copy of another office."))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only say what would come of it."))] = False,
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.record.restoring import restore_store
    from officecli.cli.answers import data, sentences

    check_text_or_json(format_)
    current = session.current
    with telling_of_waiting():
        done = restore_store(current.place(), file, current.who(), another_office=another_office, trying=dry_run)
    if format_ == "json":
        write_json({"done": [data(done)]})
        return
    write_lines([*sentences([done]), *([_("This was a dry run: nothing of it is kept.")] if dry_run else [])])


@app.command("clock", cls=OfficeCommand, help=_("What time it is for the store; after a clock was wrong, a registrar lets work go on."))
def clock(
    accept: Annotated[bool, typer.Option("--accept", help=_("Go on at the time it is now, though the trail has later entries."))] = False,
    reason: Reason = "",
    format_: AnswerFormat = "text",
) -> None:
    if accept:
        from officecli.actions.record.accepting_the_clock import accept_clock

        carry_out("clock", lambda act: accept_clock(act, reason), format_, whenever=True)
        return
    if reason:
        raise BadInput(_("A reason is given for accepting the time."), fix=_('Run: officecli db clock --accept --reason "…"'))
    from officecli.store.proof.store_clock import store_clock

    check_text_or_json(format_)
    with session.current.read() as read:
        found = store_clock(read)
    if format_ == "json":
        write_json(asdict(found))
        return
    write_lines(_clock_said(found.now, found.last, found.places))


def _clock_said(now: str, last: str, places: int) -> Iterator[str]:
    yield _("It is {now}; the trail's last entry is of {last}.").format(now=now, last=last)
    if not places:
        yield _("Time did not run backwards.")
        return
    yield ngettext("Time ran backwards in {n} place.", "Time ran backwards in {n} places.", places).format(n=places)
    yield _('If the clock is right now, a registrar lets work go on: officecli db clock --accept --reason "…"')
