"""What a post answers for, has a part in, and does regularly, as tables of its page."""

from __future__ import annotations

from officecli.i18n import _, listed
from officecli.reports.office.post_book import Book
from officecli.reports.shape.document import Table
from officecli.reports.shape.report import Column
from officecli.typed.recurrence import say_every


def duty_table(book: Book, post_id: int) -> Table:
    """What it answers for, and who supports it in that."""
    rows = tuple(
        {
            **duty,
            "supports": [{"name": book.labels.get(one["post_id"], "–"), "part": one["part"], "done": False} for one in book.supported_by[duty["id"]]],
        }
        for duty in book.duties[post_id]
    )
    columns = (
        Column("title", _("duty"), wide=True),
        Column("function", _("function"), "word"),
        Column("nature", _("nature"), "word", weight=2),
        Column("kind", _("kind of work"), weight=2, sparse=True),
        Column("supports", _("support"), "names", wide=True, sparse=True),
    )
    return Table("duties", _("Duties"), columns, rows, lacks=() if rows else (_("It has no duty."),))


def support_table(book: Book, post_id: int) -> Table:
    """The duties of other posts that it has a part in."""
    supported = [(book.duty[one["duty_id"]], one["part"]) for one in book.supports[post_id]]
    rows = tuple({"title": duty["title"], "post": book.labels.get(duty["post_id"]), "part": part or None} for duty, part in supported)
    columns = (Column("title", _("duty"), wide=True), Column("post", _("post")), Column("part", _("part"), wide=True))
    silent = [duty["title"] for duty, part in supported if not part]
    return Table(
        "supports",
        _("Duties it supports"),
        columns,
        rows,
        lacks=(_("No part is said for: {duties}.").format(duties=listed(silent)),) if silent else (),
    )


def procedure_table(book: Book, post_id: int) -> Table:
    """The procedures it leads, and when each comes round."""
    rows = tuple(
        {
            "name": one.name,
            "procedure_kind": one.schedule["kind"],
            "every": say_every(one.schedule["recurrence"], one.schedule["days_off"]),
            "steps": len(one.steps),
        }
        for one in book.procedures[post_id]
    )
    columns = (
        Column("name", _("procedure"), wide=True),
        Column("procedure_kind", _("kind"), "word", weight=2),
        Column("every", _("comes round"), wide=True),
        Column("steps", _("steps"), "integer"),
    )
    return Table("procedures", _("Procedures it leads"), columns, rows)
