"""Print the handbook: every post's place in the chain of command, its duties, norms, targets and procedures with their steps.

For one post, for a unit with those under it, or for the whole office; what is missing stands in red.
  officecli handbook "Records/Clerk"
  officecli handbook Records --format html -o records.html
  officecli handbook --format docx -o handbook.docx
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing, session
from officecli.cli.look import show
from officecli.cli.options import Force, Output
from officecli.i18n import _

Name = Annotated[
    str,
    typer.Argument(
        metavar="POST|UNIT", autocompletion=completing.units, help=_("A post (title or unit/title) or a unit; the whole office if not said.")
    ),
]
Format = Annotated[str, typer.Option("--format", metavar="table|json|md|html|docx", help=_("How to show it."))]


def run(name: Name = "", format_: Format = "table", output: Output = None, force: Force = False) -> None:
    from officecli.cli.meant.words_of_a_filter import no_filter
    from officecli.cli.typed_filter import is_filter_alone
    from officecli.reports.office.handbook import handbook

    if is_filter_alone(name):
        raise no_filter(session.context(), name)

    show(lambda read: handbook(read, name), format_, output, force=force)
