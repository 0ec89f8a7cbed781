"""Write every item with every column, or those of a filter, to be read by a spreadsheet, a program, or another office's import.

Importing it into an empty office with the same setup gives the same ledger. The file is for its owner alone.
  officecli export -o items.csv
  officecli export -o items.xlsx
  officecli export unit:records issued:july -o july.csv
  officecli setup --export -o office.toml
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing_filters, session
from officecli.cli.named_file import named
from officecli.cli.options import Force, Output
from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.reports.shape.takes import FILTER

FORMATS = ("csv", "json", "xlsx")


def run(
    words: Annotated[list[str] | None, typer.Argument(metavar=FILTER.metavar, help=_(FILTER.help), autocompletion=completing_filters.filters)] = None,
    format_: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=_("How to write it."))] = "csv",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.cli.typed_filter import filter_of
    from officecli.formats.out.output import deliver
    from officecli.reports.items.whole_ledger import whole_ledger

    if format_ not in FORMATS:
        raise BadInput(_("There is no format “{name}”.").format(name=format_[:40]), fix=_("Use one of: {formats}.").format(formats=listed(FORMATS)))
    text = filter_of(words or ())
    with session.current.read() as read:
        found = whole_ledger(read, text)
        deliver(found, format_, to=named(output, force=force, private=True), showing=session.current.showing)
