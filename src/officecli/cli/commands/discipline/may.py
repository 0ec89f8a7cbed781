"""What a person may do, and why.

With an act and a number it answers yes or no, with the role or the rule; for scripts, no is exit code 1.
  officecli may Ana
  officecli may Ana close 31
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing, completing_numbers, session
from officecli.cli.look import show
from officecli.cli.named_file import named
from officecli.cli.numbers_typed import is_number
from officecli.cli.options import Force, Format, Output
from officecli.i18n import _
from officecli.shell import as_word


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", autocompletion=completing.people, help=_("The person's name."))],
    act: Annotated[str, typer.Argument(metavar="ACT", help=_("What is to be done: close, grant, set-deadline …"))] = "",
    number: Annotated[
        str, typer.Argument(metavar="NUMBER", autocompletion=completing_numbers.numbers, help=_("The item's or the request's number."))
    ] = "",
    format_: Format = "table",
    output: Output = None,
    force: Force = False,
) -> int:
    from officecli.formats.out.output import deliver
    from officecli.reports.office import may

    if act and not number and is_number(act):
        from officecli.cli.meant.not_whole import NotWhole, for_example

        raise NotWhole(
            _("What is to be done to {number} is missing.").format(number=act),
            f"officecli may {as_word(name)} close {act}",
            for_example(),
        )
    if not number:
        show(lambda read: may.of_act(read, name, act) if act else may.every(read, name), format_, output, force=force)
        return 0
    with session.current.read() as read:
        report, allowed = may.on(read, name, act, number)
    deliver(report, format_, to=named(output, force=force), look=session.current.look)
    return 0 if allowed else 1
