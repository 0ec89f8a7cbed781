"""The work of each day for cron or systemd: items that come round, the check, everybody's digest by mail, a copy of the store, the trail.

Everything it needs stands in it: the program's path, the store, the time zone, the language. Print it, look at it, and put it where it runs:
  officecli schedule print --cron
  officecli schedule print --systemd -o ~/.config/systemd/user
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from officecli.cli import session
from officecli.cli.command_classes import OfficeCommand, group
from officecli.cli.named_file import named
from officecli.cli.options import Force, Output
from officecli.errors import BadInput
from officecli.i18n import _

if TYPE_CHECKING:
    from officecli.files.schedule.jobs import Plan

app = group()


@app.callback()
def _group() -> None:
    """Only so that `print` is named."""


@app.command("print", cls=OfficeCommand, help=_("Print it for cron or for systemd, or write it to a file (for systemd, files of a folder)."))
def print_(
    cron: Annotated[bool, typer.Option("--cron", help=_("As a crontab."))] = False,
    systemd: Annotated[bool, typer.Option("--systemd", help=_("As timers of systemd, each with its service."))] = False,
    backups: Annotated[
        Path | None, typer.Option("--backups", metavar="FOLDER", help=_("Where copies of the store go; if not said, beside it in backups/."))
    ] = None,
    output: Output = None,
    force: Force = False,
) -> None:
    if cron == systemd:
        raise BadInput(_("It is written for cron or for systemd."), fix=_("Say one of the two: --cron or --systemd."))
    from officecli.files.schedule.crontab import crontab
    from officecli.files.schedule.systemd import as_text, units
    from officecli.formats.out.output import written_to
    from officecli.formats.out.safe import safe

    plan = _plan(backups)
    if not systemd or output is None or str(output) == "-":
        lines = as_text(plan) if systemd else crontab(plan)
        with written_to(named(output, force=force)) as stream:
            stream.writelines(safe(line) + "\n" for line in lines)
        return
    files = {output / name: text for name, text in units(plan).items()}
    if (there := next(one for one in (output, *output.absolute().parents) if one.exists())).is_file():
        raise BadInput(
            _("{path} is a file, and systemd takes several, each in a folder.").format(path=there),
            fix=_("Give a folder: {command}").format(command="officecli schedule print --systemd -o ~/.config/systemd/user"),
        )
    taken = [path for path in files if path.exists()] if not force else []
    if taken:
        raise BadInput(_("{path} is there already; nothing was written over it.").format(path=taken[0]), fix=_("Give another folder, or --force."))
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_to(named(path, force=force)) as stream:
            stream.write(text)


def _plan(backups: Path | None) -> Plan:
    """What holds here and now, written down for a time when nobody is logged in."""
    from officecli.files.schedule.jobs import Plan
    from officecli.standing.actor import who_acts

    place = session.current.place()
    with session.current.read() as read:
        office, stored = read.office, read.stored_settings
        actor = who_acts(read, session.current.who())
    called = _called()
    folders = dict.fromkeys([str(Path(called[0]).parent), "/usr/local/bin", "/usr/bin", "/bin"])
    environment = {
        "PATH": ":".join(folders),
        "OFFICECLI_DB": place.without_password,
        "OFFICECLI_LANG": str(office["language"]),
        **({"OFFICECLI_AS": session.current.who()} if session.current.who() else {}),
        **{name: os.environ[name] for name in ("SSL_CERT_FILE", "PGSERVICEFILE", "PGPASSFILE") if os.environ.get(name)},
    }
    for name, value in environment.items():
        if not value.isprintable():
            raise BadInput(_("{name} holds characters that no schedule can carry.").format(name=name), fix=_("Give the store another name."))
    beside = place.path.parent if place.engine == "sqlite" else Path.home()
    return Plan(
        called=called,
        environment=environment,
        zone=str(office["timezone"]),
        place=place,
        backups=(backups or beside / "backups").expanduser().absolute(),
        mails=bool(stored.get("mail.host") and stored.get("mail.from")),
        reports_to=actor["email"] or "",
        no_registrar="" if actor["registrar"] else str(actor["name"]),
    )


def _called() -> tuple[str, ...]:
    """How this very program is called from anywhere."""
    me = Path(sys.argv[0])
    for path in (me, Path(sys.executable).with_name(me.name if me.stem == "officecli" else "officecli")):
        if path.stem == "officecli" and path.is_file():
            return (str(path.absolute()),)
    found = shutil.which("officecli")
    return (found,) if found else (sys.executable, "-m", "officecli")
