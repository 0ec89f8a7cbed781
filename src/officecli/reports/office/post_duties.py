"""What a post answers for and has a part in, as tables of its page."""

from __future__ import annotations

from officecli.i18n import _, listed
from officecli.reports.office.post_book import Book
from officecli.reports.shape.document import Table
from officecli.reports.shape.report import Column


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
