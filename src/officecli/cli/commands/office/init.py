"""Make a new office: an empty store with its calendar.

Whoever runs it is the founder, with a registrar's rights, and is asked for a name on a terminal. With a name the founder is a member of staff at once:
  officecli init --me Ana
  officecli add "Agenda for Monday" --lead me --due fri
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import session
from officecli.cli.asking import answered, may_ask
from officecli.i18n import _, language

_NOBODYS = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal", "GMT", "Etc/GMT"})
"""The zones of machines that were never told where they stand: under them a day begins in the afternoon, or at breakfast."""


def run(
    name: Annotated[str, typer.Option(metavar="TEXT", help=_("The office's name."))] = "",
    region: Annotated[str, typer.Option(metavar="CODE", help=_("Whose public holidays it keeps: CN, US, US-CA, GB-ENG …"))] = "",
    timezone: Annotated[str, typer.Option(metavar="ZONE", help=_("Its time zone; this machine's if not given."))] = "",
    me: Annotated[str, typer.Option(metavar="NAME", help=_("Your name: you become a member of staff."))] = "",
    group: Annotated[str, typer.Option(metavar="GROUP", help=_("A group of logins on this machine who may all use the store."))] = "",
) -> None:
    from officecli.actions.office.founding import Founding, found
    from officecli.cli.printing import write_lines
    from officecli.formats.out.standard_output import standard_output
    from officecli.store.calendar.regions import kept_by_parts

    place = session.current.place()
    me = me or _asked()
    tongue = session.current.lang or language()
    folder = None if place.engine == "postgresql" or place.path.parent.exists() else place.path.parent
    made = found(place, Founding(name or _("Our office"), region, tongue, timezone, me, group or None))
    parts = kept_by_parts(region)
    following = _('officecli add "…" --lead me --due fri') if me else "officecli setup office.toml"
    with standard_output() as stream:  # paths stay whole, however narrow the window
        if folder:
            stream.write(_("Made the folder {folder}.").format(folder=folder) + "\n")
        stream.write(_("Made the office at {place}; its founder is {name}.").format(place=place, name=made.founder) + "\n")
    form = _("A form of that file, to be filled in: {command}").format(command="officecli setup --export -o office.toml")
    if me and made.by_the_machine and made.timezone in _NOBODYS:
        said = _("Its time zone is {zone}, this machine's. Where the office keeps another, change it in its file: {command}")
        write_lines([said.format(zone=made.timezone, command="officecli setup --export -o office.toml")])
    write_lines([*([parts] if parts else []), _("Next: {command}").format(command=following), *([] if me else [form])])


def _asked() -> str:
    """Who runs it, asked where somebody sits at a terminal; "" for whoever only presses Enter, to stay an account that is nobody of the staff."""
    if not may_ask():
        return ""
    return answered(_("Your name, if you work here (or Enter)"), "")
