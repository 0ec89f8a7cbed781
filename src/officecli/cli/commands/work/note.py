"""Record how an item goes: feedback, progress, problems, the next step.

officecli note 31 "Draft sent round" --progress 60 --next "collect comments by Friday"
  officecli note 31 "Draft sent round" --on fri
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli.numbers_and_text import takes_numbers_and
from officecli.cli.numbers_typed import SHARE
from officecli.cli.printing import write_lines
from officecli.cli.verb import ItemFormat, Numbers, On, Waived, perform_each, takes_waivers
from officecli.i18n import _
from officecli.shell import as_word


@takes_waivers
@takes_numbers_and("text")
def run(
    numbers: Numbers,
    text: Annotated[str, typer.Argument(help=_("How it goes."))] = "",
    progress: Annotated[str, typer.Option(metavar="PERCENT", help=_("How far it is, 0 to 100."))] = "",
    problem: Annotated[str, typer.Option(metavar="TEXT", help=_("What is in the way."))] = "",
    next_step: Annotated[str, typer.Option("--next", metavar="TEXT", help=_("What comes next."))] = "",
    evidence: Annotated[str, typer.Option(metavar="REF", help=_("What proves it: a file, a document's number."))] = "",
    on: On = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    from officecli.actions.items.asked import Feedback
    from officecli.actions.items.feedback import note

    if text and not progress and SHARE.fullmatch(text):
        from officecli.cli.meant.not_whole import NotWhole

        line = " ".join(("officecli note", *map(as_word, numbers), "--progress", text.rstrip("%％")))
        raise NotWhole(_("“{text}” is how far it is, and no text.").format(text=text), line)
    feedback = Feedback(text, progress, problem, next_step, evidence)
    perform_each("note", numbers, lambda act, number: note(act, number, feedback), format_, waived, on=on)
    if format_ == "text" and not progress and (share := _share_in(text)):
        from officecli.cli.meant.typed_again import kept

        line = " ".join(("officecli note", *map(as_word, numbers), "--progress", share.rstrip("%％")))
        write_lines([kept(_("“{share}” stands in the text. If it is how far it is: {command}").format(share=share, command=line))])


def _share_in(text: str) -> str:
    """The percentage that a text begins or ends with, which may be how far it is; "" for none."""
    first, *rest = text.split() or [""]
    return next((word for word in (first, *rest[-1:]) if SHARE.fullmatch(word)), "")
