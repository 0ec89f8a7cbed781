"""The table of how each good row of a ledger was understood, shown by a trial import."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from officecli.cli.answers.ledgers.problems import shown_of
from officecli.files.ledger.sheets.sheet_rows import sheet_of, shown_number
from officecli.i18n import _, clauses
from officecli.model.item_fields import COLUMNS
from officecli.model.time.day_names import WEEKDAYS
from officecli.model.words import word
from officecli.reports.shape.report import Column, Report

if TYPE_CHECKING:
    from officecli.files.ledger.drafts.readings import Reading
    from officecli.files.ledger.imported import Imported

_INFERRED = {"due": ("due", "original_due"), "status": ("status", "closed", "cancelled")}
"""Of which columns an inference is told beside another's value."""

SHOWN = 200
"""Rows that a person is shown; a file has them all."""


def of_ledger(came: Imported, *, for_people: bool) -> Report:
    """The readings of the good rows of a ledger."""
    return table_of(came.readings, came.day, for_people=for_people)


def table_of(found: Sequence[Reading], day: str, *, for_people: bool) -> Report:
    """The readings, first those with something inferred; for people a `?` marks what was, and days have their weekday, for programs the values are plain."""
    every = sorted(found, key=lambda one: (not one.inferred, one.row))
    shown, title = shown_of(every, _("How the good rows are read; ? marks what was inferred"), for_people=for_people, most=SHOWN)
    return Report(
        name="readings",
        title=title,
        as_of=day,
        columns=(
            Column("row", _("row"), "integer"),
            Column("number", _("number")),
            Column("title", _("matter"), wide=True),
            Column("lead", _("lead")),
            Column("body", _("outside body"), sparse=True),
            Column("supports", _("support"), "names", sparse=True),
            Column("issued", _("issued on"), "text" if for_people else "date"),
            Column("due", _("deadline"), "text" if for_people else "date"),
            Column("status", _("status"), "text" if for_people else "word"),
            Column("ended", _("ended on"), "date", sparse=True),
            Column("inferred", _("what was inferred"), wide=True, beside=("inferred_of",)),
            Column("sheet", _("sheet"), sparse=True),
        ),
        rows=tuple(_row(one, for_people=for_people) for one in shown),
        total=len(shown),
    )


def _row(one: Reading, *, for_people: bool) -> dict[str, Any]:
    told = {"lead": one.lead, "issued": _day(one.issued), "due": _day(one.due), "status": word("status", one.status)}
    plain = {"lead": one.lead, "issued": one.issued.isoformat(), "due": one.due and one.due.isoformat(), "status": one.status}
    marked = {key: f"{text} ?" if text and not one.inferred.keys().isdisjoint(_INFERRED.get(key, (key,))) else text for key, text in told.items()}
    return {
        "row": shown_number(one.row),
        "number": one.number,
        "title": one.title,
        "body": one.body or None,
        "supports": list(one.supports),
        "ended": one.ended and one.ended.isoformat(),
        "inferred": inferred(one) or None,
        "inferred_of": list(one.inferred),
        "sheet": sheet_of(one.row) or None,
        **(marked if for_people else plain),
    }


def inferred(one: Reading) -> str:
    """What was inferred of a row, each under the name of its column; "" where nothing was."""
    return clauses(_("{label}: {text}").format(label=label(key), text=how) for key, how in one.inferred.items())


def label(key: str) -> str:
    """The name of a column of a ledger, in the reader's language."""
    return _(COLUMNS[key].label) if key in COLUMNS else key


def _day(day: date | None) -> str:
    return f"{day.isoformat()} {_(WEEKDAYS[day.weekday()])}" if day else ""
