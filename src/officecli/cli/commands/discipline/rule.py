"""The rules the office holds itself to; with a code or name, one of them explained.

officecli rule
officecli rule R102
officecli rule same-rank-ad-hoc
"""

from __future__ import annotations

from typing import Annotated

import typer

from officecli.cli import completing, session
from officecli.cli.options import Force, Format, Output, named
from officecli.i18n import _


def run(
    name: Annotated[str, typer.Argument(metavar="CODE|NAME", autocompletion=completing.rules, help=_("The rule to explain."))] = "",
    format_: Format = "table",
    output: Output = None,
    force: Force = False,
) -> None:
    from officecli.formats.out.output import deliver
    from officecli.formats.out.page import page_for
    from officecli.formats.out.standard_output import standard_output
    from officecli.formats.terminal.rule_page import write
    from officecli.reports.record.rules import listed, whole
    from officecli.rules import rule_named

    if name and format_ == "table" and output is None:
        with standard_output() as stream:
            write(rule_named(name), stream, page_for(stream, color=session.current.color))
        return
    deliver(whole(name) if name else listed(), format_, to=named(output, force=force), look=session.current.look)
