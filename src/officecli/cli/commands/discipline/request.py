"""Requests for instructions: one matter, to one leader, one step up at a time.

officecli request raise 31 "asked for three offers; recommend the second"
officecli request raise "New boiler" --tried "three offers" --recommend "take the second"
officecli request answer 3 "agreed, from next year's budget"
officecli request escalate 3 "above my limit"
officecli request attempt 3 "rang at 9 and at 11"
officecli request withdraw 3
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing, completing_numbers
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.looks.request import LOOKS, NAME
from officecli.cli.marks import EACH
from officecli.cli.meant.number_or_text import refuse_number_or_text
from officecli.cli.meant.requests_meant import requests_meant
from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.numbers_typed import OF_A_REQUEST, OF_AN_ITEM, every_number, is_of_an_item, numbers_then_text
from officecli.cli.options import described
from officecli.cli.verb import AnswerFormat, Reason, Waived, carry_out, carry_out_each, takes_waivers
from officecli.errors import BadInput
from officecli.i18n import N_, _
from officecli.model import codes
from officecli.shell import as_word
from officecli.typed.text import shown

app = group(lambda words: "raise" if len(words) > 1 and is_of_an_item(words[0]) else "")

Number = Annotated[str, described(NAME)]
Numbers = Annotated[
    list[str],
    typer.Argument(
        metavar="NUMBER",
        autocompletion=completing.requests,
        help=_("Requests' numbers, or words of them: Q2026-003, 3, subscriptions."),
        rich_help_panel=EACH,
    ),
]


Words = Annotated[
    list[str],
    typer.Argument(
        metavar="NUMBER TEXT|TITLE",
        autocompletion=completing_numbers.numbers,
        help=_("An item's number, and in one text what was tried and what you recommend; or the matter, in a few words."),
    ),
]
About = Annotated[list[str], typer.Option("--item", metavar="NUMBER", autocompletion=completing_numbers.numbers, help=_("The item it is about."))]
Matters = Annotated[list[str], typer.Option("--matter", metavar="TEXT", help=_("The matter; more than one is refused."))]
Tried = Annotated[str, typer.Option("--tried", metavar="TEXT", help=_("What was done so far."))]
Recommend = Annotated[str, typer.Option("--recommend", metavar="TEXT", help=_("What you would do, and why."))]
To = Annotated[str, typer.Option("--to", metavar="NAME", autocompletion=completing.people, help=_("Whom to ask, if not the direct superior."))]
Passing = Annotated[str, typer.Option("--exception", metavar="|".join(codes.REQUEST_EXCEPTIONS), help=_("Why the direct superior is passed over."))]
Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("The exception's reason."))]
Source = Annotated[
    str, typer.Option("--from", metavar="TEXT", help=_("The order that --exception named rests on: a decision's number, a meeting, a paper."))
]
Asker = Annotated[
    str, typer.Option("--for", metavar="NAME", autocompletion=completing.people, help=_("Who asks, where a registrar writes for them."))
]


@app.command("raise", cls=OfficeCommand, help=_("Ask for an instruction; it goes to your direct superior."))
@takes_waivers
def raise_(
    words: Words = [],
    item: About = [],
    matter: Matters = [],
    tried: Tried = "",
    recommend: Recommend = "",
    to: To = "",
    exception: Passing = "",
    reason: Why = "",
    source: Source = "",
    asker: Asker = "",
    waived: Waived = Waived(),
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.acting import Acting
    from officecli.actions.chain.asking import Ask
    from officecli.actions.chain.raising import raise_request

    numbers, text = numbers_then_text(words) if words and is_of_an_item(words[0]) else ([], " ".join(words))
    if numbers and text:
        refuse_number_or_text(words, OF_AN_ITEM)
    both = bool(numbers and text and not (tried or recommend))
    if text and not (both or item or matter or tried or recommend):
        _refuse_without_matter(text)
    if not (words or item or matter):
        from officecli.cli.meant.missing import need

        need({"NUMBER|TITLE": "", **({"--tried": tried, "--recommend": recommend} if exception != "emergency" else {})})
    ask = Ask(
        "" if both else text, items=[*numbers, *item], matters=matter, tried=tried, recommend=recommend, both=text if both else "",
        to=to, exception=exception, reason=reason, source=source, asker=asker,
    )  # fmt: skip

    def do(act: Acting) -> None:
        raise_request(act, ask)

    carry_out("raise", do, format_, waived)


def _refuse_without_matter(text: str) -> None:
    """Raise BadInput, with the lines that may be meant, for a text that says what was tried and what is recommended where the matter belongs."""
    from officecli.typed.chain.tried_and_recommended import tried_and_recommended

    tried, recommended = map(as_word, tried_and_recommended(text))
    if recommended != as_word(""):
        of_item = _("If it is about an item: officecli request raise NUMBER {text}").format(text=as_word(text))
        of_none = _("Else name the matter: {command}").format(command=f'officecli request raise "…" --tried {tried} --recommend {recommended}')
        what = _("“{text}” says what was tried and what is recommended, and not of which matter.").format(text=shown(text))
        raise BadInput(what, fix=f"{of_item}\n{of_none}")


@app.command("attempt", cls=OfficeCommand, help=_("Note that whoever holds a request of yours could not be reached."))
@takes_numbers_and("text", needed=N_("rang twice, no answer"), of_requests=True)
def attempt(numbers: Numbers, text: Annotated[str, typer.Option(help=_("What was tried, and when."))], format_: AnswerFormat = "text") -> None:
    from officecli.actions.chain.attempts import note_attempt

    carry_out_each("attempt", numbers, lambda act, number: note_attempt(act, number, text), format_)


@app.command("answer", cls=OfficeCommand, help=_("Answer a request that waits for you."))
@takes_numbers_and("text", needed=N_("agreed, from next year's budget"), of_requests=True)
def answer(
    numbers: Numbers,
    text: Annotated[str, typer.Option(help=_("What is to be done."))],
    verdict: Annotated[
        str,
        typer.Option(
            "--verdict",
            metavar="|".join(codes.REQUEST_VERDICTS),
            help=_("What kind of answer it is, if its first words (agreed, not agreed) do not say it."),
        ),
    ] = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.chain import answering

    carry_out_each("answer", numbers, lambda act, number: answering.answer(act, number, text, verdict), format_)


@app.command("escalate", cls=OfficeCommand, help=_("Hand requests that wait for you to your own superior; those of one matter go together."))
@takes_numbers_and("reason", of_requests=True)
def escalate(numbers: Numbers, reason: Reason = "", format_: AnswerFormat = "text") -> None:
    from officecli.actions.chain import answering

    carry_out_each("escalate", numbers, answering.escalating(numbers, reason), format_)


@app.command("withdraw", cls=OfficeCommand, help=_("Take back requests of yours."))
def withdraw(numbers: Numbers, format_: AnswerFormat = "text") -> None:
    from officecli.actions.chain import answering

    carry_out_each("withdraw", requests_meant(every_number(numbers, OF_A_REQUEST)), answering.withdraw, format_)


add_looks(app, LOOKS)
