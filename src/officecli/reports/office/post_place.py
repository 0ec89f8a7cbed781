"""Where a post stands, who holds it, and its norms; and what is missing there."""

from __future__ import annotations

from officecli.hints import Any
from officecli.i18n import _, listed, ngettext
from officecli.model.words import NORMS, word
from officecli.reports.office.post_book import Book
from officecli.reports.shape.report import Column
from officecli.store.read.reader import Row


def facts() -> tuple[Column, ...]:
    """What a page says of the post itself."""
    return (
        Column("unit", _("unit")),
        Column("rank", _("rank"), beside=("rank_name", "level")),
        Column("reports_to", _("reports to"), beside=("above",)),
        Column("reported_by", _("report to it"), sparse=True, beside=("below",)),
        Column("stand_in", _("stand-in")),
        Column("seats", _("seats"), "integer"),
        Column("held_by", _("held by"), "names"),
        Column("vacant", _("vacant"), "count", sparse=True),
        Column("extension", _("may extend by"), sparse=True, beside=("extension_days",)),
        *(Column(norm, word("norm", norm), wide=True) for norm in NORMS),
    )


def place(book: Book, post: Row) -> tuple[dict[str, Any], dict[str, str]]:
    """Where the post stands and who holds it; and what is missing there."""
    stand_in = book.labels.get(book.norms[post["id"]]["stand_in_id"])
    days = post["extension_days"]
    below = [other["label"] for other in book.posts if other["reports_to_id"] == post["id"]]
    values = {
        "unit": post["unit"],
        "rank": _("{rank}, level {level}").format(rank=post["rank"], level=post["level"]),
        "rank_name": post["rank"],
        "level": post["level"],
        "reports_to": post["above"] or _("nobody"),
        "above": post["above"],
        "reported_by": listed(below),
        "below": below,
        "stand_in": stand_in,
        "seats": post["seats"],
        "held_by": post["held_by"],
        "vacant": post["vacant"],
        "extension": None if days is None else ngettext("{n} working day", "{n} working days", days).format(n=days),
        "extension_days": days,
    }
    lacks = {}
    if not post["held_by"]:
        lacks["held_by"] = _("vacant") if stand_in else _("vacant, no stand-in")
    elif post["vacant"]:
        lacks["vacant"] = str(post["vacant"])
    for norm in NORMS:
        values[norm] = book.norms[post["id"]][norm]
        if not values[norm]:
            lacks[norm] = _("no norm written")
    return values, lacks
