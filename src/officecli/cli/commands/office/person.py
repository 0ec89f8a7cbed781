"""The people: who is here, who comes, moves and goes.

officecli person add "Ana Vidal" "Records/Clerk" --login avidal
officecli person set "Ana Vidal" --alias Annie
officecli person selected "Ana Vidal" --manner exam --result "first of 24"
officecli person move "Ana Vidal" "Records/Senior Clerk"
officecli person leave "Ana Vidal" --handover-to "Ben Cole"
officecli person return "Ana Vidal"
officecli person absent "Ana Vidal" --to fri --stand-in "Ben Cole"
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing, session
from officecli.cli.asking import agreed, may_ask
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.person import LOOKS, NAME
from officecli.cli.options import described
from officecli.cli.verb import AnswerFormat, Reason, Warning_, carry_out, try_out
from officecli.errors import BadInput, OfficeError
from officecli.i18n import _
from officecli.model import codes

app = group()

Name = Annotated[str, typer.Argument(metavar="NAME", help=_("The person's name."))]
Somebody = Annotated[str, described(NAME)]
PostNamed = Annotated[str, typer.Argument(metavar="POST", help=_("The post: its title, or unit/title."))]
Post = Annotated[str, typer.Option("--post", metavar="POST", help=_("The same as an option."))]
Login = Annotated[str | None, typer.Option("--login", metavar="LOGIN", help=_('The login the person works under; "" for none.'))]
Email = Annotated[str | None, typer.Option("--email", metavar="ADDRESS", help=_('The mail address; "" for none.'))]
Aliases = Annotated[
    list[str] | None,
    typer.Option("--alias", metavar="NAME", help=_('Also called this, in commands and ledgers (repeat for several); "" takes all such names away.')),
]
Joined = Annotated[str | None, typer.Option("--joined", metavar="DATE", help=_("The day the person joined."))]


def _post(name: str, named: str, option: str) -> str:
    """The post that was named, as a word or as an option; raises BadInput where it was not, or not for whom."""
    from officecli.cli.meant.missing import need

    if named and option:
        raise BadInput(_("{option} is given twice.").format(option="--post"), fix=_("It takes one value; leave one out."))
    if not named and not option:
        _refuse_without_posts()
    need({"NAME": name, "POST": named or option})
    return named or option


def _refuse_without_posts() -> None:
    """Raise NotFound where the office has no post anybody could be put on; where there is no office, that is said later."""
    from officecli.typed.office.posts import every_post, no_post_yet

    try:
        with session.current.read() as read:
            there = bool(every_post(read))
    except OfficeError:
        return
    if not there:
        raise no_post_yet()


@app.command("add", cls=OfficeCommand, help=_("Enter somebody new, on a post with a free seat."))
def add(
    name: Name = "",
    named: PostNamed = "",
    post: Post = "",
    login: Login = None,
    email: Email = None,
    registrar: Annotated[bool, typer.Option("--registrar", help=_("Gives the right to record for others."))] = False,
    joined: Joined = None,
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.staff import Particulars, add_person

    wanted = _post(name, named, post)
    given = Particulars(login=login, email=email, registrar=registrar or None, joined=joined)
    carry_out("person-add", lambda act: add_person(act, name, wanted, given), format_)


add_looks(app, LOOKS)


@app.command("set", cls=OfficeCommand, help=_("Change what is recorded of a person."))
def set_(
    name: Somebody,
    new_name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=_("Write the name like this from now on."))] = None,
    login: Login = None,
    email: Email = None,
    registrar: Annotated[bool | None, typer.Option("--registrar/--no-registrar", help=_("Give or take the right to record for others."))] = None,
    joined: Joined = None,
    alias: Aliases = None,
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.staff import Particulars, set_person

    given = Particulars(name=new_name, login=login, email=email, registrar=registrar, joined=joined, aliases=alias or ())
    carry_out("person-set", lambda act: set_person(act, name, given), format_)


@app.command("move", cls=OfficeCommand, help=_("Put a person on another post; the old one is kept in the record."))
def move(name: Somebody = "", named: PostNamed = "", post: Post = "", format_: AnswerFormat = "text") -> None:
    from officecli.actions.office.staff import move_person

    wanted = _post(name, named, post)
    carry_out("person-move", lambda act: move_person(act, name, wanted), format_)


@app.command("selected", cls=OfficeCommand, help=_("Record how a person was selected for the office, and by whom."))
def selected(
    name: Somebody,
    manner: Annotated[str, typer.Option("--manner", metavar="|".join(codes.MANNERS), help=_("In which manner."))],
    result: Annotated[str, typer.Option("--result", metavar="TEXT", help=_("What came of it: marks, an assessment, a document."))],
    by: Annotated[str, typer.Option("--by", metavar="LEADER", autocompletion=completing.people, help=_("Who decided."))] = "",
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=_("The day it was decided; today if not given."))] = "",
    evidence: Annotated[str, typer.Option("--evidence", metavar="REF", help=_("What proves it: a file, a document's number."))] = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.selection import Selected, select

    carry_out("selection", lambda act: select(act, name, Selected(manner, result, by, on, evidence)), format_)


@app.command("leave", cls=OfficeCommand, help=_("A person goes; open items and parts go to a successor. On a terminal it is asked first."))
def leave(
    name: Somebody,
    handover_to: Annotated[str, typer.Option("--handover-to", "--to", metavar="NAME", help=_("Who takes over all open items and parts."))] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Say what would change, and change nothing."))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("Do it without asking."))] = False,
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office import staff

    if dry_run:
        try_out("person-leave", lambda act: staff.leave(act, name, handover_to, tried=True), format_)
        return
    warned: list[Warning_] = []
    if not yes and may_ask():
        warned = try_out("person-leave", lambda act: staff.leave(act, name, handover_to, tried=True), "text")
        agreed()
    carry_out("person-leave", lambda act: staff.leave(act, name, handover_to), format_, warned=warned)


@app.command("return", cls=OfficeCommand, help=_("Somebody who had left comes back, with their history; to the old post if it is free."))
def return_(
    name: Somebody,
    post: Annotated[str, typer.Option("--post", metavar="POST", help=_("The post: its title, or unit/title; the one they left if not given."))] = "",
    login: Login = None,
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office.returning import return_person

    carry_out("person-return", lambda act: return_person(act, name, post, login), format_)


@app.command("absent", cls=OfficeCommand, help=_("A person is away; a stand-in acts with their powers."))
def absent(
    name: Somebody,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help=_("The first day away; today if not said."))] = "",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help=_("The last day away."))] = "",
    stand_in: Annotated[str, typer.Option("--stand-in", metavar="NAME", help=_("Who acts meanwhile, if not whoever holds the stand-in post."))] = "",
    reason: Reason = "",
    back: Annotated[bool, typer.Option("--back", help=_("The person is here again from today."))] = False,
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.office import absences
    from officecli.cli.meant.missing import need

    if back:
        carry_out("back", lambda act: absences.back(act, name), format_)
    else:
        need({"--to": until})
        carry_out("absent", lambda act: absences.absent(act, name, absences.Leave(since, until, stand_in, reason)), format_)
