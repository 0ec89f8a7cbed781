"""The outside bodies: whom to ask there, who follows them up, what they have in hand."""

from __future__ import annotations

from officecli.i18n import _, listed, ngettext
from officecli.reports.items.item_rows import columns as item_columns
from officecli.reports.items.item_rows import fetch
from officecli.reports.shape.build import build
from officecli.reports.shape.chosen import Chosen, of_body
from officecli.reports.shape.lists import joined
from officecli.reports.shape.report import Column, Report
from officecli.store import items
from officecli.store.items import OPEN_STATUSES
from officecli.store.read.reader import Reader
from officecli.typed.office.bodies import every_body, find_body


def every(read: Reader, *, retired: bool = False) -> Report:
    """The outside bodies in use (or those retired), with the open items they are responsible for and support."""
    found = [body for body in every_body(read) if bool(body["retired"]) == retired]
    done = read.rows(
        f"""SELECT o.body_id, COUNT(*) AS open, SUM(o.overdue) AS overdue
        FROM (SELECT {items.beside("body_id")} AS body_id, CASE WHEN {items.OVERDUE} THEN 1 ELSE 0 END AS overdue FROM item WHERE status IN {OPEN_STATUSES}) o
        WHERE o.body_id IS NOT NULL GROUP BY o.body_id""",
        as_of=read.as_of.isoformat(),
    )
    supported = read.rows(
        f"""SELECT s.body_id, COUNT(DISTINCT s.item_id) AS supported FROM body_support s JOIN item i ON i.id = s.item_id
        WHERE i.status IN {OPEN_STATUSES} GROUP BY s.body_id"""
    )
    figures = {row["body_id"]: row for row in done}
    supports = {row["body_id"]: row["supported"] for row in supported}
    rows = [
        {
            **body,
            "open": figures.get(body["id"], {}).get("open", 0),
            "overdue": figures.get(body["id"], {}).get("overdue", 0),
            "supported": supports.get(body["id"], 0),
        }
        for body in found
    ]
    columns = (
        Column("name", _("outside body")),
        Column("contact", _("contact")),
        Column("phone", _("phone"), weight=2),
        Column("email", _("email"), weight=3, sparse=True),
        Column("follow_up", _("followed up by")),
        Column("open", _("open"), "integer"),
        Column("overdue", _("overdue"), "integer"),
        Column("supported", _("supports"), "integer", weight=2),
    )
    alone = sum(1 for body in found if not body["follow_up"])
    return build(
        read,
        "body-list",
        _("Outside bodies"),
        columns,
        rows,
        summary={"bodies": len(rows), "overdue": sum(row["overdue"] for row in rows)},
        notes=[
            ngettext("Nobody here follows up {n} of them.", "Nobody here follows up {n} of them.", alone).format(n=alone)
            if alone and not retired
            else ""
        ],
        empty=_("None was retired.") if retired else _("No outside bodies yet: officecli body add NAME --follow-up PERSON, or officecli setup FILE"),
    )


def one(read: Reader, typed: str) -> Report:
    """One outside body, with the open items it is responsible for or supports; raises NotFound."""
    body = find_body(read, typed, retired=True)
    chosen = Chosen(conditions=[of_body(body["id"]), f"status IN {OPEN_STATUSES}"], values={"body": body["id"]})
    rows, _total = fetch(read, chosen, order_by="CASE WHEN body_id = :body THEN 0 ELSE 1 END, due, id", limit=0)
    for item in rows:
        item["role"] = "lead" if item["body_id"] == body["id"] else "support"
    columns = (
        *item_columns("number", "light", "title"),
        Column("role", _("role"), "word"),
        *item_columns("lead", "due", "working_days_left", "working_days_late", "status"),
    )
    also = [row["name"] for row in read.rows("SELECT name FROM alias WHERE body_id = :body ORDER BY id", body=body["id"])]
    facts = {key: body[key] or None for key in ("name", "contact", "phone", "email", "follow_up")}
    return build(
        read,
        "body-show",
        _("Outside body {name}").format(name=body["name"]),
        columns,
        rows,
        summary=facts | {"aliases": also, "retired": bool(body["retired"])},
        headline=joined(
            (
                _("retired") if body["retired"] else "",
                _("contact {name}").format(name=body["contact"]) if body["contact"] else "",
                body["phone"],
                body["email"],
                _("also called {names}").format(names=listed(also)) if also else "",
                _("followed up by {name}").format(name=body["follow_up"]) if body["follow_up"] else _("nobody here follows it up"),
            )
        ),
        empty=_("It has nothing in hand."),
    )
