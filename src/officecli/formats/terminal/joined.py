"""What stands in two columns for programs and in one for people: the days left and late with a sign, and a light with its status."""

from __future__ import annotations

from officecli.formats.out.signs import sign
from officecli.formats.value import MINUS
from officecli.hints import Any
from officecli.i18n import _
from officecli.light import replace
from officecli.reports.shape.report import Column, Report

DAYS = ("working_days_left", "working_days_late")
STATE = ("light", "status")


def joined(report: Report, *, in_window: bool = False) -> Report:
    """The report with its days in one column, and `in_window`, where room is short, its light and status too; as it is where columns were asked for."""
    if report.choice != "usual":
        return report
    found = _pair(report, DAYS, Column("days", _("days (−late)").replace(MINUS, sign(MINUS)), "days"))
    heading = next((column.label for column in found.columns if column.key == "status"), "")  # “Status” over a ledger
    return _pair(found, STATE, Column("state", heading, "state")) if in_window else found


def _pair(report: Report, keys: tuple[str, str], one: Column) -> Report:
    """The report with both columns of these keys as the one, where the first of them stood and as weighty as the weightier; as it is where it lacks one."""
    places = {column.key: place for place, column in enumerate(report.columns)}
    if not {*keys} <= places.keys() or report.group_by in keys:
        return report
    column = replace(one, weight=min(report.columns[places[key]].weight for key in keys))
    first = min(places[key] for key in keys)
    columns = tuple(column if place == first else old for place, old in enumerate(report.columns) if place == first or old.key not in keys)
    return replace(report, columns=columns, rows=tuple({**row, column.key: _both(row, keys)} for row in report.rows))


def _both(row: dict[str, Any], keys: tuple[str, str]) -> tuple[Any, Any]:
    one, other = row.get(keys[0]), row.get(keys[1])
    return one, None if other == 0 and row.get("light") != "red" else other  # red by no working day, as on a Saturday, is late all the same
