"""Say that you have seen what you were told of: it leaves your digest.

Acting on a matter says so too, and what you are told of ends with its matter. The numbers are those of the digest, of items, requests and decisions:
  officecli seen 31 Q2026-003
  officecli seen 'status:open unit:records'
  officecli seen --all
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing_numbers
from officecli.cli.marks import EACH
from officecli.cli.meant.items_meant import items_meant, refuse_everything
from officecli.cli.numbers_typed import every_number, is_filter
from officecli.cli.verb import AnswerFormat, carry_out, carry_out_each
from officecli.i18n import _


def run(
    numbers: Annotated[
        list[str],
        typer.Argument(
            metavar="NUMBER",
            autocompletion=completing_numbers.unseen,
            help=_("What you have seen, by its number in the digest."),
            rich_help_panel=EACH,
        ),
    ] = [],
    all_: Annotated[bool, typer.Option("--all", help=_("All there is."))] = False,
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.record.seeing import see

    if not all_ and any(map(is_filter, numbers)):
        found = items_meant(numbers)
        carry_out("seen", lambda act: see(act, found, fitting=True), format_)
    elif numbers and not all_:
        refuse_everything(numbers)
        carry_out_each("seen", every_number(numbers), lambda act, number: see(act, [number]), format_)
    else:
        carry_out("seen", lambda act: see(act, numbers, everything=all_), format_)
