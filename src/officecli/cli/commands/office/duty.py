"""The duties: which post answers for what, and which posts support it.

A duty belongs to a post and outlives whoever holds it. Only a registrar changes duties; the office file (officecli setup) holds them too.

officecli duty add "Keep the action log" --post "Administration/Clerk" --function administering --support "Records/Clerk:files it"
officecli duty set "Keep the action log" --nature efficiency --no-support "Records/Clerk"
officecli duty retire "Keep the action log" --reason "moved to the county"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.duty import LOOKS, NAME
from officecli.cli.options import described
from officecli.cli.verb import AnswerFormat, Reason, carry_out
from officecli.i18n import _

app = group()

Title = Annotated[str, described(NAME)]
Function = Annotated[str | None, typer.Option("--function", metavar="FUNCTION", help=_('The office\'s function it serves; "" for none.'))]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help=_('The kind of work it owns, which no other section may; "" for none.'))]
Nature = Annotated[
    str | None, typer.Option("--nature", metavar="service|writing|efficiency", help=_('Its nature; "" for that of its unit.'))
]  # fmt: skip
Support = Annotated[list[str], typer.Option("--support", metavar="POST:PART", help=_("A post that supports it, with its part."))]


@app.command("add", cls=OfficeCommand, help=_("Give a post a duty."))
def add(
    title: Annotated[str, typer.Argument(metavar="TITLE", help=_("What the post answers for."))],
    post: Annotated[str, typer.Option("--post", metavar="POST", help=_("The post that answers for it: its title, or unit/title."))],
    function: Function = None,
    kind: Kind = None,
    nature: Nature = None,
    support: Support = [],
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.duties import Terms, add_duty

    carry_out("duty-add", lambda act: add_duty(act, title, Terms(post=post, function=function, kind=kind, nature=nature, support=support)), format_)


add_looks(app, LOOKS)


@app.command("set", cls=OfficeCommand, help=_("Change a duty; what is not named stays."))
def set_(
    title: Title,
    new_title: Annotated[str | None, typer.Option("--title", metavar="TITLE", help=_("Call it this from now on."))] = None,
    post: Annotated[str | None, typer.Option("--post", metavar="POST", help=_("The post that answers for it from now on."))] = None,
    function: Function = None,
    kind: Kind = None,
    nature: Nature = None,
    support: Support = [],
    no_support: Annotated[list[str], typer.Option("--no-support", metavar="POST", help=_("A post that no longer supports it."))] = [],
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.duties import Terms, set_duty

    carry_out(
        "duty-set",
        lambda act: set_duty(
            act, title, Terms(title=new_title, post=post, function=function, kind=kind, nature=nature, support=support, no_support=no_support)
        ),
        format_,
    )


@app.command("retire", cls=OfficeCommand, help=_("Retire a duty; what hangs on it is said."))
def retire(title: Title, reason: Reason, format_: AnswerFormat = "text") -> None:
    from officecli.actions.office.duties import retire_duty

    carry_out("duty-retire", lambda act: retire_duty(act, title, reason), format_)
