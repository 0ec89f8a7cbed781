"""The supervision notice 督办单: what somebody is to do, by when, to what standard; below it the slip that says it was received."""

from __future__ import annotations

from officecli.i18n import _
from officecli.reports.items.papers.of_items import addressee, document, form, items_asked_for, whom_to_ask
from officecli.reports.shape.document import Chapter, Document, Letter
from officecli.reports.shape.filters import Filters
from officecli.store.items import OPEN_STATUSES
from officecli.store.read.reader import Reader, Row


def paper(read: Reader, filters: Filters) -> Document:
    """A notice for each of the items; of those that only fit the filters, for what is not over yet. Raises BadInput where no item is asked for."""
    rows = items_asked_for(read, filters, "notice", f"status IN {OPEN_STATUSES}")
    return document(
        read,
        "paper-notice",
        _("Supervision notices"),
        rows,
        lambda row: _page(read, row),
        empty=_("No open item fits, so there is nothing to notify of."),
    )


def _page(read: Reader, row: Row) -> Chapter:
    handed_on = read.value("SELECT MAX(until) FROM past_lead WHERE item_id = :item AND until <= :as_of", item=row["id"], as_of=read.as_of.isoformat())
    values = {
        **row,
        "handed_on": handed_on,
        "requirement": row["goal"] or row["targets"],
        "asked_by": row["ordered_by"] or row["originator"],
        "responsible": row["body"] or row["unit"],
        "contact": whom_to_ask(row),
    }
    return Chapter(
        title=_("Supervision notice"),
        facts=form(
            "number",
            "urgency",
            "title",
            "source",
            "requirement",
            "responsible",
            "contact",
            "lead",
            "asked_by",
            "supports",
            "issued",
            "handed_on",
            "due",
            "feedback_every",
            wide=("title", "source", "requirement", "supports"),
            requirement=_("what is asked for"),
            responsible=_("responsible"),
            lead=_("followed up by") if row["body"] else "",
            asked_by=_("asked for by"),
            contact=_("contact"),
            handed_on=_("with the lead since"),
            due=_("to be done by"),
        ),
        values=values,
        letter=Letter(
            to=addressee(row),
            said=(
                _(
                    "The matter below is given to you to do. Sign for it and send the slip back, do it by the deadline and to the standard asked for, "
                    "and say in good time what stands in the way."
                ),
            ),
            by=read.office["name"],
            on=min(str(handed_on or row["issued"]), read.as_of.isoformat()),
            slip=_slip(row),
        ),
    )


def _slip(row: Row) -> Chapter:
    """What whoever is responsible fills in and sends back; who signed for it here stands in it already, an outside body signs itself."""
    signed = row["signed"] and not row["body"]
    return Chapter(
        title=_("Receipt"),
        facts=form(
            "number",
            "responsible",
            "title",
            "receiver",
            "signed",
            "measures",
            "expected",
            "stamp",
            wide=("title", "measures"),
            responsible=_("responsible"),
            receiver=_("signed for by"),
            signed=_("signed for on"),
            measures=_("what will be done"),
            expected=_("done by"),
            stamp=_("signature and stamp"),
        ),
        values={**row, "responsible": addressee(row), "receiver": row["lead"] if signed else None, "signed": row["signed"] if signed else None},
        blanks=frozenset({"receiver", "signed", "measures", "expected", "stamp"}),
    )
