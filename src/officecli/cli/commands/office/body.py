"""The outside bodies: bureaus, townships, companies and departments that do or support work somebody here follows up.

An item has its one lead here, who answers for it, and may have a responsible body that does it: officecli add … --body NAME.
Only a registrar changes bodies; the office file (officecli setup) holds them too.

officecli body add "County Water Bureau" --contact "Lin Ke" --phone 555-0134 --follow-up "Ana Ray"
officecli body set "County Water Bureau" --follow-up "Bob Lee"
officecli body retire "County Water Bureau" --reason "merged into Public Works"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.body import LOOKS, NAME
from officecli.cli.options import described
from officecli.cli.verb import AnswerFormat, Reason, carry_out
from officecli.i18n import _

app = group()

Name = Annotated[str, described(NAME)]
Contact = Annotated[str | None, typer.Option("--contact", metavar="NAME", help=_('Whom to ask there; "" for nobody.'))]
Phone = Annotated[str | None, typer.Option("--phone", metavar="PHONE", help=_('The contact\'s phone; "" for none.'))]
Email = Annotated[str | None, typer.Option("--email", metavar="ADDRESS", help=_('The contact\'s mail address; "" for none.'))]
FollowUp = Annotated[
    str | None,
    typer.Option(
        "--follow-up", metavar="PERSON", autocompletion=completing.people, help=_('Who here follows it up and leads its items; "" for nobody.')
    ),
]


@app.command("add", cls=OfficeCommand, help=_("Enter an outside body; one that was retired comes back."))
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("The outside body's name."))],
    contact: Contact = None,
    phone: Phone = None,
    email: Email = None,
    follow_up: FollowUp = None,
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.bodies import BodyTerms, add_body

    carry_out("body-add", lambda act: add_body(act, name, BodyTerms(contact=contact, phone=phone, email=email, follow_up=follow_up)), format_)


add_looks(app, LOOKS)


@app.command("set", cls=OfficeCommand, help=_("Change an outside body; what is not named stays."))
def set_(
    name: Name,
    new_name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=_("Call it this from now on."))] = None,
    contact: Contact = None,
    phone: Phone = None,
    email: Email = None,
    follow_up: FollowUp = None,
    alias: Annotated[
        list[str] | None,
        typer.Option(
            "--alias", metavar="NAME", help=_('Also called this, in commands and ledgers (repeat for several); "" takes all such names away.')
        ),
    ] = None,
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.bodies import BodyTerms, set_body

    terms = BodyTerms(name=new_name, contact=contact, phone=phone, email=email, follow_up=follow_up, aliases=alias or ())
    carry_out("body-set", lambda act: set_body(act, name, terms), format_)


@app.command("retire", cls=OfficeCommand, help=_("Retire an outside body; the open items that name it are said."))
def retire(name: Name, reason: Reason, format_: AnswerFormat = "text") -> None:
    from officecli.actions.office.bodies import retire_body

    carry_out("body-retire", lambda act: retire_body(act, name, reason), format_)
