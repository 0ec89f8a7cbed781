"""The office's settings: thresholds, and how strict it is with each rule.

A rule's threshold can be named by the rule too: rules.D302.limit_hours is sign.urgent_hours. Every change is on the trail.
  officecli config list
  officecli config rules.R102.severity
  officecli config rules.R102.severity warn
  officecli config set rules.D302.limit_hours 8
  officecli config unset extension.max_days
How much is asked at all is the profile, on the order of the highest post: light keeps the core refusals (one lead, the rank rule, a deadline, a
result, authority), standard is everything as it is described, strict refuses what standard warns of.
  officecli config profile light --by "Eleanor Marsh"
With --mine it is your own file: where the office is, your name, language, pager, colours, and the columns of your tables.
  officecli config --mine set pager never
  officecli config --mine set columns.list number,title,due
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.look import show_beside_acts
from officecli.cli.looks.config import LOOKS, NAME
from officecli.cli.options import described
from officecli.cli.own_settings import OfficeOrMine
from officecli.cli.verb import AnswerFormat, ListFormat, carry_out
from officecli.i18n import _

app = group()
add_looks(app, LOOKS)

app.info.cls = OfficeOrMine


@app.callback()
def whose(
    mine: Annotated[bool, typer.Option("--mine", is_eager=True, help=_("Your own settings, not the office's: list, get, set, unset, edit."))] = False,
) -> None:
    """Only described here: the group looks for it."""


Name = Annotated[str, described(NAME)]


@app.command("set", cls=OfficeCommand, help=_("Give a setting a value of the office's own."))
def set_(
    name: Name,
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE", help=_("A number, or one of the words or the text it takes; for a severity off, advice, audit, warn or refuse.")
        ),
    ],
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.settings import set_setting

    carry_out("config", lambda act: set_setting(act, name, value), format_)


@app.command("unset", cls=OfficeCommand, help=_("Give a setting its default back."))
def unset(name: Name, format_: AnswerFormat = "text") -> None:
    from officecli.actions.office.settings import unset_setting

    carry_out("config", lambda act: unset_setting(act, name), format_)


@app.command("profile", cls=OfficeCommand, help=_("How much the office asks of itself; a registrar records it, on the order of the highest post."))
def profile(
    to: Annotated[str, typer.Argument(metavar="light|standard|strict", help=_("The profile from now on; without it, which one it is."))] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", autocompletion=completing.people, help=_("Who orders it, if not you."))] = "",
    format_: ListFormat = "text",
) -> None:
    if not to:
        from officecli.reports.office.settings import one

        show_beside_acts(lambda read: one(read, "rules.profile"), format_)
        return
    from officecli.actions.office.profile import set_profile

    carry_out("profile", lambda act: set_profile(act, to, by), format_)
