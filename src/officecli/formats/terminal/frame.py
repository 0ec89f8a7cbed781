"""What stands above and below the rows of any report, in words for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from officecli.formats.out.safe import safe
from officecli.formats.value import cell, listed, says_something
from officecli.hints import Any
from officecli.i18n import N_, _, in_brackets, ngettext
from officecli.light import replace
from officecli.model.time.day_names import week_of
from officecli.model.time.periods import period_said
from officecli.model.words import word
from officecli.reports.shape.report import WHEN_ASKED_FOR, Column, Report
from officecli.typed.items.states import OVERDUE

FOR_THE_EYE, FOR_KEEPING = 16, 32  # hex digits of the trail's head: in a window, and in files and mail, where it has to prove something

_UNSAID = frozenset(
    {"as_of", "conformance.by", "group", "limit", "numbers", "row_by_row", "sort"}
)  # filters that the title or the foot says already, or that leave nothing out


_NAMED = N_("{name} {value}")
_PHRASES = {
    "by": N_("by {value}"),
    "check.code": N_("rule {value}"),
    "days": N_("the next {value} days"),
    "load.days": N_("the next {value} working days"),
    "months": N_("the last {value} months"),
    "rule": N_("rule {value}"),
}
"""How a filter is told in a title, by its name or the report's and its name; any other by what it is called."""


def title(report: Report) -> str:
    """The report's name, its day and what it was limited to: `Overdue · as of 2026-11-23 · unit 督查室`."""
    parts = [dated(report.title, report.as_of)]
    columns = {column.key: column for column in report.columns}
    for key, value in report.filters.items():
        if not {key, f"{report.name}.{key}"} & _UNSAID and value not in (None, "", False, [], ()):
            name = columns[key].label if key in columns else word("filter", key)
            phrase = _PHRASES.get(f"{report.name}.{key}") or _PHRASES.get(key) or _NAMED
            parts.append(_(phrase).format(name=name, value=_filter_words(key, value)))
    return safe(" · ".join(parts))


def dated(name: str, day: str) -> str:
    """A title with its day, if it has one."""
    return name + " · " + _("as of {day}").format(day=day) if day else name


def _filter_words(key: str, value: Any) -> str:
    if key == "period":
        return period_said(str(value))
    if key in {"code", "rule"} and (rule := _rule_said(str(value))):
        return rule
    values = value if isinstance(value, list | tuple) else [value]
    return listed(word("also", one) if (key, one) == ("status", OVERDUE) else word(key, one) for one in values)


def _rule_said(value: str) -> str:
    """A rule by its code and its name; "" for what is none."""
    from officecli.rules import find_rule  # few headings name one
    from officecli.rules.wording import label

    return label(rule) if (rule := find_rule(value)) else ""


def shown_columns(report: Report) -> tuple[Column, ...]:
    """The columns a person is shown: those that say something in any of the rows, and all of them where they were asked for."""
    columns = speaking_columns(report)
    return columns if report.choice != "usual" else tuple(column for column in columns if column.weight < WHEN_ASKED_FOR)


def speaking_columns(report: Report) -> tuple[Column, ...]:
    """The same with those that are shown only where they are asked for; never the one that titles the sections."""
    columns = [column for column in report.columns if column.key != report.group_by]
    if report.choice == "usual":
        columns = [column for column in columns if _speaks(column, report.rows)] or columns[:1]
    return safely_labelled(columns)


def listed_columns(report: Report) -> tuple[Column, ...]:
    """The columns of a list that nobody looks at a window of: it has them from one day to the next, and only sparse ones come and go."""
    columns = [column for column in report.columns if column.key != report.group_by]
    return safely_labelled(column for column in columns if report.choice != "usual" or not column.sparse or _speaks(column, report.rows))


def that_say_something(columns: Sequence[Column], rows: Sequence[dict[str, Any]]) -> tuple[Column, ...]:
    """The columns without those that say nothing in any row; all where none does."""
    return safely_labelled([column for column in columns if _speaks(column, rows)] or columns)


def safely_labelled(columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns under labels that are safe to show: one may be people's text too, such as the name of a unit."""
    return tuple(column if column.label.isprintable() else replace(column, label=safe(column.label)) for column in columns)


def _speaks(column: Column, rows: Sequence[dict[str, Any]]) -> bool:
    return column.use == "written" or any(says_something(column, row.get(column.key)) for row in rows)  # room to write in is there for being empty


def sections(report: Report) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows under their section's heading, `Overdue (8 of 22)`, in the report's order; one section without a heading if it has none."""
    by = next((column for column in report.columns if column.key == report.group_by), report.headed_by)
    if by is None:
        yield "", list(report.rows)
        return
    for value, found in groupby(report.rows, key=lambda row: row.get(by.key)):
        rows = list(found)
        heading = cell(by, value, report.timezone)
        total = report.group_totals.get(str(value), len(rows))
        shown = str(total) if total == len(rows) else _("{shown} of {total}").format(shown=len(rows), total=total)
        if by.kind == "date":
            heading = week_of(value) if by.key == "week" else f"{safe(by.label)} {heading}"
        yield f"{heading}{in_brackets(shown)}", rows


def section_note(report: Report, row: dict[str, Any]) -> str:
    """What is said under the heading of the section that a row stands in; "" for nothing."""
    said = report.group_notes.get(str(row.get(report.group_by))) if report.group_by else ""
    return f"→ {safe(said)}" if said else ""


def turned_round(report: Report) -> Report:
    """The report with its last row first, which says so."""
    note = _("Too long for the window: the gravest stand last.")
    return replace(report, rows=tuple(reversed(report.rows)), notes=(*report.notes, note))


def below(report: Report, whole: str = "") -> list[str]:
    """The sentences under the table: what is missing of it, which the command `whole` shows, or this one with another limit; then the report's own notes."""
    lines = []
    if not report.rows:
        lines.append(safe(report.empty) or _("Nothing to show."))
    more = report.total - len(report.rows)
    if more > 0:
        said = ngettext("… {n} more: --limit 0, or --format csv", "… {n} more: --limit 0, or --format csv", more)
        said = ngettext("… {n} more: {command}", "… {n} more: {command}", more) if whole else said
        lines.append(said.format(n=f"{more:,}", command=safe(whole)))
    return lines + [safe(note) for note in report.notes]


def trail(head: str, *, in_window: bool = False) -> str:
    """The trail's head as a line for the foot, or nothing."""
    return _("trail {head}").format(head=shortened(head, in_window=in_window)) if head else ""


def shortened(head: str, *, in_window: bool) -> str:
    """The head with as many digits as a window or a paper shows; `verify --head` takes both."""
    number, colon, digest = head.partition(":")
    return number + colon + digest[: FOR_THE_EYE if in_window else FOR_KEEPING]
