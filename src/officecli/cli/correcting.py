"""The option by which commands put right what was mistyped."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from officecli.errors import BadInput
from officecli.i18n import _, listed

Correct = Annotated[
    str,
    typer.Option(
        metavar="REASON", help=_("It was mistyped: put it right as if it had been so from the first, within a few days, and say how that came.")
    ),
]


def alone(option: str, fix: str, **others: Any) -> None:
    """Raise BadInput where something else was given beside an option that goes alone."""
    if given := [f"--{name.replace('_', '-')}" for name, value in others.items() if value]:
        raise BadInput(
            _("{option} goes without {others}.").format(option=option, others=listed(given)),
            fix=fix,
        )
