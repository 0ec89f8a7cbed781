"""Requests for instructions: one matter, to one leader, one step up at a time.

officecli request raise --item 31 --tried "three offers" --recommend "take the second"
officecli request answer 3 "agreed, from next year's budget" --verdict approved
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing
from officecli.cli.command_classes import OfficeCommand, group
from officecli.cli.office_lists import show
from officecli.cli.options import Force, Format, Output
from officecli.cli.verb import AnswerFormat, Reason, Waived, carry_out, takes_waivers
from officecli.i18n import _
from officecli.model import codes

app = group()

Number = Annotated[
    str,
    typer.Argument(
        metavar="NUMBER", autocompletion=completing.requests, help=_("The request's number, or words of it: Q2026-003, 3, subscriptions.")
    ),
]
Numbers = Annotated[
    list[str],
    typer.Argument(metavar="NUMBER", autocompletion=completing.requests, help=_("Requests' numbers, or words of them: Q2026-003, 3, subscriptions.")),
]


@app.command("raise", cls=OfficeCommand, help=_("Ask for an instruction; it goes to your direct superior."))
@takes_waivers
def raise_(
    title: Annotated[str, typer.Argument(metavar="TITLE", help=_("The matter, in a few words; the item's if not said."))] = "",
    item: Annotated[list[str], typer.Option("--item", metavar="NUMBER", autocompletion=completing.numbers, help=_("The item it is about."))] = [],
    matter: Annotated[list[str], typer.Option("--matter", metavar="TEXT", help=_("The matter; more than one is refused."))] = [],
    tried: Annotated[str, typer.Option("--tried", metavar="TEXT", help=_("What was done so far."))] = "",
    recommend: Annotated[str, typer.Option("--recommend", metavar="TEXT", help=_("What you would do, and why."))] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="NAME", autocompletion=completing.people, help=_("Whom to ask, if not the direct superior."))
    ] = "",
    exception: Annotated[
        str, typer.Option("--exception", metavar="|".join(codes.REQUEST_EXCEPTIONS), help=_("Why the direct superior is passed over."))
    ] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("The exception's reason."))] = "",
    source: Annotated[
        str, typer.Option("--from", metavar="TEXT", help=_("The order that --exception named rests on: a decision's number, a meeting, a paper."))
    ] = "",
    asker: Annotated[
        str, typer.Option("--for", metavar="NAME", autocompletion=completing.people, help=_("Who asks, where a registrar writes for them."))
    ] = "",
    waived: Waived = Waived(),
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.acting import Acting
    from officecli.actions.chain.asking import Ask
    from officecli.actions.chain.raising import raise_request

    ask = Ask(
        title, items=item, matters=matter, tried=tried, recommend=recommend, to=to, exception=exception, reason=reason, source=source, asker=asker
    )

    def do(act: Acting) -> None:
        raise_request(act, ask)

    carry_out("raise", do, format_, waived)


@app.command("attempt", cls=OfficeCommand, help=_("Note that whoever holds a request of yours could not be reached."))
def attempt(
    number: Number,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_("What was tried, and when."))],
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.chain.attempts import note_attempt

    carry_out("attempt", lambda act: note_attempt(act, number, text), format_)


@app.command("answer", cls=OfficeCommand, help=_("Answer a request that waits for you."))
def answer(
    number: Number,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=_("What is to be done."))],
    verdict: Annotated[str, typer.Option("--verdict", metavar="|".join(codes.REQUEST_VERDICTS), help=_("What kind of answer it is."))] = "instructed",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.chain import answering

    carry_out("answer", lambda act: answering.answer(act, number, text, verdict), format_)


@app.command("escalate", cls=OfficeCommand, help=_("Hand requests that wait for you to your own superior, all or none."))
def escalate(numbers: Numbers, reason: Reason = "", format_: AnswerFormat = "text") -> None:
    from officecli.actions.chain import answering

    carry_out("escalate", lambda act: answering.escalate_each(act, numbers, reason), format_)


@app.command("withdraw", cls=OfficeCommand, help=_("Take back a request of yours."))
def withdraw(number: Number, format_: AnswerFormat = "text") -> None:
    from officecli.actions.chain import answering

    carry_out("withdraw", lambda act: answering.withdraw(act, number), format_)


@app.command("list", cls=OfficeCommand, help=_("The requests that wait for an answer, the longest first."))
def list_(
    all_: Annotated[bool, typer.Option("--all", help=_("The answered and withdrawn ones too."))] = False,
    format_: Format = "table",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.reports.chain import requests
    from officecli.reports.shape.filters import Filters

    show(lambda read: requests.report(read, Filters(status="" if all_ else "open", limit=0)), format_, output, force=force)


@app.command("show", cls=OfficeCommand, help=_("One request, turn by turn."))
def show_(number: Number, format_: Format = "table", output: Output = None, force: Force = False) -> None:
    from officecli.reports.chain import request_card

    show(lambda read: request_card.one(read, number), format_, output, force=force)
