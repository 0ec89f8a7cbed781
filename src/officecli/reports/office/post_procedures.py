"""What a post does by procedure, as tables of its page: the procedures it leads, their steps, and the steps it does in those of others."""

from __future__ import annotations

from officecli.i18n import _, listed
from officecli.reports.office.post_book import Book
from officecli.reports.procedures.steps_shown import step_columns, step_rows, unsaid
from officecli.reports.shape.document import Table
from officecli.reports.shape.report import Column
from officecli.store.procedures import ProcedureOnRecord
from officecli.typed.recurrence import say_every


def procedure_table(book: Book, post_id: int) -> Table:
    """The procedures it leads, and when each comes round."""
    rows = tuple(
        {
            "name": one.name,
            "procedure_kind": one.schedule["kind"],
            "every": say_every(one.schedule["recurrence"], one.schedule["days_off"]),
            "recurrence": one.schedule["recurrence"],
            "days_off": one.schedule["days_off"],
            "steps": len(one.steps),
        }
        for one in book.procedures[post_id]
    )
    columns = (
        Column("name", _("procedure"), wide=True),
        Column("procedure_kind", _("kind"), "word", weight=2),
        Column("every", _("comes round"), wide=True, beside=("recurrence", "days_off")),
        Column("steps", _("steps"), "integer"),
    )
    return Table("procedures", _("Procedures it leads"), columns, rows)


def step_tables(book: Book, post_id: int) -> list[Table]:
    """The steps of each of them, with what is not written of one in red."""
    return [
        Table(
            f"steps: {one.name}",
            _("Steps of “{procedure}”").format(procedure=one.name),
            step_columns(),
            tuple(step_rows(one, book.labels)),
            lacks=_lacks(one),
        )
        for one in book.procedures[post_id]
    ]


def steps_elsewhere(book: Book, post_id: int) -> Table:
    """The steps it does in procedures that other posts lead."""
    rows = tuple(
        {**row, "procedure": one.name}
        for led_by, led in book.procedures.items()
        if led_by != post_id
        for one in led
        for step, row in zip(one.steps, step_rows(one, book.labels), strict=True)
        if step.post_id == post_id
    )
    columns = (Column("procedure", _("procedure"), wide=True), *(column for column in step_columns() if column.key not in ("who", "needs")))
    return Table("steps", _("Steps it does in procedures of others"), columns, rows)


def _lacks(one: ProcedureOnRecord) -> tuple[str, ...]:
    if not one.steps:
        return (_("No steps are written."),)
    return tuple(
        _("Step {position} “{step}” lacks: {missing}.").format(position=position, step=step.title, missing=listed(missing))
        for position, step in enumerate(one.steps, 1)
        if (missing := unsaid(step))
    )
