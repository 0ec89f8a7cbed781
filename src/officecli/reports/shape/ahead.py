"""The option `--days` of reports about the days ahead, and its bounds."""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.i18n import N_, _
from officecli.reports.shape.takes import Option

AHEAD = Option("days", N_("How many days ahead, days off included."), 30)

_MOST = 3660


def check_ahead(days: int, example: str) -> None:
    """Raise BadInput, with the example as what to do, for a span out of bounds."""
    if not 0 <= days <= _MOST:
        raise BadInput(_("--days takes a number from 0 to 3660."), fix=example)
