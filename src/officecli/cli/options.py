"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from officecli.i18n import _

MOST_ROWS = 1_000_000_000
"""More than any office has, and few enough for both engines."""

Format = Annotated[str, typer.Option("--format", metavar="table|csv|json|md|html|docx", help=_("How to show it."))]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Write it to this file."))]
Force = Annotated[bool, typer.Option("--force", help=_("Write over a file that is there."))]
