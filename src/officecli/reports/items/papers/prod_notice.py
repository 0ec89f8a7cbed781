"""The prod notice 催办通知: the first, the second or a further one, as the prod is on record; below it the slip with the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.errors import BadInput
from officecli.i18n import _, listed, ngettext
from officecli.reports.items.papers.of_items import addressee, document, form, items_asked_for
from officecli.reports.shape.document import Chapter, Document, Letter
from officecli.reports.shape.filters import Filters
from officecli.store.items import IN_HANDS
from officecli.store.read.among import among
from officecli.store.read.reader import Reader, Row

_PRODDED = f"status IN {IN_HANDS} AND id IN (SELECT q.item_id FROM prod q WHERE q.lead_id = i.lead_id AND q.day <= :as_of)"
_LEVELS = ("blue", "orange", "red")


def paper(read: Reader, filters: Filters) -> Document:
    """The notice of the last prod on each of the items; of those that only fit the filters, for what was prodded and is in somebody's hands.

    Raises BadInput where no item is asked for, and for one that its lead was never prodded on: a notice is of what is on record.
    """
    rows = items_asked_for(read, filters, "prod", _PRODDED)
    prods = _prods(read, rows)
    if missing := [row["number"] for row in rows if row["id"] not in prods]:
        raise BadInput(
            _("Nobody was prodded on {numbers} yet, and a notice is printed of what is on record.").format(numbers=listed(missing)),
            fix=_("First: officecli prod {numbers}").format(numbers=" ".join(missing)),
        )
    return document(
        read, "paper-prod", _("Prod notices"), rows, lambda row: _page(read, row, prods[row["id"]]), empty=_("No item that fits was prodded on.")
    )


def _prods(read: Reader, rows: Sequence[Row]) -> Mapping[int, list[Row]]:
    """By item, the prods of whoever leads it now, oldest first."""
    found: dict[int, list[Row]] = {}
    leads = {row["id"]: row["lead_id"] for row in rows}
    for these, values in among(list(leads)):
        sql = f"""SELECT q.item_id, q.lead_id, q.day, q.level, q.text, p.name FROM prod q JOIN person p ON p.id = q.person_id
                  WHERE q.item_id IN {these} AND q.day <= :as_of ORDER BY q.id"""
        for one in read.rows(sql, values, as_of=read.as_of.isoformat()):
            if one["lead_id"] == leads[one["item_id"]]:
                found.setdefault(one["item_id"], []).append(one)
    return found


def _page(read: Reader, row: Row, prods: list[Row]) -> Chapter:
    last = prods[-1]
    return Chapter(
        title=_("Prod notice ({which})").format(which=_which(prods)),
        facts=form(
            "number",
            "urgency",
            "title",
            "requirement",
            "lead",
            "prodded_by",
            "issued",
            "due",
            "progress",
            "prodded_on",
            wide=("title", "requirement", "progress"),
            requirement=_("what is asked for"),
            lead=_("followed up by") if row["body"] else "",
            prodded_by=_("prodded by"),
            due=_("to be done by"),
            progress=_("last feedback"),
            prodded_on=_("prodded on"),
        ),
        values={
            **row,
            "requirement": row["goal"] or row["targets"],
            "prodded_by": last["name"],
            "progress": row["progress"] or _("none so far"),
            "prodded_on": last["day"],
        },
        letter=Letter(
            to=addressee(row),
            said=tuple(text for text in (_pressed(row), str(last["text"]), _in_earnest(prods)) if text),
            by=read.office["name"],
            on=str(last["day"]),
            slip=_slip(row),
        ),
    )


def _which(prods: list[Row]) -> str:
    """Which prod it is, of those that were left unanswered; the notice's level says so, and beyond the third their number."""
    place = _LEVELS.index(prods[-1]["level"])
    if place < len(_LEVELS) - 1:
        return (_("first"), _("second"))[place]
    run = 0
    for one in reversed(prods):
        run += 1
        if one["level"] == _LEVELS[0]:
            break
    return _("third") if run <= len(_LEVELS) else _("number {n}").format(n=run)


_WITHIN = str.maketrans("“”", "‘’")
"""The quotation marks of a matter that stands in quotation marks itself."""


def _pressed(row: Row) -> str:
    about = {"title": row["title"].translate(_WITHIN), "number": row["number"], "due": row["due"]}
    if late := row["working_days_late"]:
        told = ngettext(
            "“{title}” ({number}), which you are responsible for, was due on {due} and is {n} working day late.",
            "“{title}” ({number}), which you are responsible for, was due on {due} and is {n} working days late.",
            late,
        ).format(n=late, **about)
    else:
        told = _("“{title}” ({number}), which you are responsible for, is due on {due}.").format(**about)
    return told + _(" Please get on with it, and say on the slip how it stands and when it will be done.")


def _in_earnest(prods: list[Row]) -> str:
    return _("The earlier prods were left unanswered; please give the reason too.") if prods[-1]["level"] != _LEVELS[0] else ""


def _slip(row: Row) -> Chapter:
    return Chapter(
        title=_("Answer to the prod"),
        facts=form(
            "number",
            "responsible",
            "title",
            "stands",
            "reason",
            "expected",
            "stamp",
            wide=("title", "stands", "reason"),
            responsible=_("responsible"),
            stands=_("how it stands"),
            reason=_("why it is not done"),
            expected=_("done by"),
            stamp=_("signature and day"),
        ),
        values={**row, "responsible": addressee(row)},
        blanks=frozenset({"stands", "reason", "expected", "stamp"}),
    )
