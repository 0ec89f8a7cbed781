"""The table of the maps of headings that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from officecli.i18n import _, listed
from officecli.reports.shape.report import Column, Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from officecli.files.ledger.columns.remembered import Kept


def report(kept: Sequence[Kept]) -> Report:
    """The maps of this account."""
    return Report(
        name="maps",
        title=_("Maps of headings"),
        as_of="",
        columns=(
            Column("name", _("map")),
            Column("map", _("what it says"), wide=True, beside=("options",)),
            Column("headings", _("headings"), wide=True, beside=("texts",)),
        ),
        rows=tuple(
            {
                "name": one.name,
                "map": listed(one.options),
                "options": list(one.options),
                "headings": listed(one.headings),
                "texts": list(one.headings),
            }
            for one in kept
        ),
        empty=_("No map is kept yet: --map and --save-map NAME keep one."),
        total=len(kept),
    )
