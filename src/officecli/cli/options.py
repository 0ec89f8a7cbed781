"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from officecli.cli import completing
from officecli.i18n import _

Number = Annotated[str, typer.Argument(autocompletion=completing.numbers, help=_("The item's number: 2026-031, 031 or 31."))]
Numbers = Annotated[list[str], typer.Argument(metavar="NUMBER", autocompletion=completing.numbers, help=_("Items' numbers: 2026-031, 031 or 31."))]
Waive = Annotated[list[str], typer.Option("--waive", metavar="CODE=REASON", help=_("Set a rule aside for this item, with the reason."))]
WaivedBy = Annotated[
    str, typer.Option("--waived-by", metavar="NAME", autocompletion=completing.people, help=_("Who allows it, if not you: a superior of the lead."))
]
WaivedUntil = Annotated[str, typer.Option("--waived-until", metavar="DATE", help=_("The last day it is set aside; without one, for good."))]
ItemFormat = Annotated[str, typer.Option("--format", metavar="text|json", help=_("How to show the item."))]
MOST_ROWS = 1_000_000_000
"""More than any office has, and few enough for both engines."""

Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("Why."))]
Format = Annotated[str, typer.Option("--format", metavar="table|csv|json|md|html|docx", help=_("How to show it."))]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Write it to this file."))]
Force = Annotated[bool, typer.Option("--force", help=_("Write over a file that is there."))]
