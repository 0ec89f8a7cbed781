"""The extension form 延期申请: filled in as far as a request is on record, the rest left open to be written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.errors import BadInput
from officecli.hints import Any
from officecli.i18n import _, clauses, in_brackets, listed, ngettext
from officecli.model.codes import OPEN
from officecli.model.words import word
from officecli.reports.items.papers.of_items import addressee, document, form, items_asked_for
from officecli.reports.shape.document import Chapter, Document, Letter
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Column
from officecli.store.items import IN_HANDS
from officecli.store.read.among import among
from officecli.store.read.reader import Reader, Row

_BY_HAND = frozenset({"progress", "reason", "asked_due", "days", "asker", "asked_on", "verdict", "decided_by", "decided_on"})
"""What is left open to be written in where nothing is on record."""


def paper(read: Reader, filters: Filters) -> Document:
    """A form for each of the items; of those that only fit the filters, for what is in somebody's hands and may still be extended, or was asked to be.

    Raises BadInput where no item is asked for, and for one that is over, or whose deadline has passed: no later one is asked for it.
    """
    rows = items_asked_for(read, filters, "extension", f"status IN {IN_HANDS}")
    if over := [row["number"] for row in rows if row["status"] not in (*OPEN, "registered")]:
        raise BadInput(
            _("{numbers}: what is over gets no later deadline.").format(numbers=listed(over)),
            fix=_("Leave it out; see how it ended: officecli show {numbers}").format(numbers=" ".join(over)),
        )
    asked = _asked(read, rows)
    late = [
        row for row in rows if row["due"] and str(row["due"]) < read.as_of.isoformat() and not _on_the_form(read, row, asked.get(row["id"], []))[0]
    ]
    if late and filters.numbers:
        raise BadInput(
            _("{numbers}: the deadline has passed, and an extension is asked for before it.").format(numbers=listed(row["number"] for row in late)),
            fix=_("The originator's side may set a new date, and the lateness stays: officecli edit {numbers} --due DAY --reason TEXT").format(
                numbers=" ".join(row["number"] for row in late)
            ),
        )
    rows = [row for row in rows if row not in late]
    return document(
        read, "paper-extension", _("Extension forms"), rows, lambda row: _page(read, row, asked.get(row["id"], [])), empty=_("No item in hand fits.")
    )


def _asked(read: Reader, rows: Sequence[Row]) -> Mapping[int, list[Row]]:
    """By item, what was asked for, oldest first."""
    found: dict[int, list[Row]] = {}
    for these, values in among([row["id"] for row in rows]):
        sql = f"""SELECT e.*, p.name AS asker, r.name AS reviewer FROM extension e JOIN person p ON p.id = e.person_id
                  LEFT JOIN person r ON r.id = e.reviewer_id WHERE e.item_id IN {these} AND e.day <= :as_of ORDER BY e.id"""
        for one in read.rows(sql, values, as_of=read.as_of.isoformat()):
            found.setdefault(one["item_id"], []).append(one)
    return found


def _page(read: Reader, row: Row, asked: list[Row]) -> Chapter:
    last, decided = _on_the_form(read, row, asked)
    granted = [one for one in asked if one["verdict"] == "granted" and one is not last]
    return Chapter(
        title=_("Extension form"),
        facts=_facts(),
        values={**row, **_asked_for(row, last), "before": _before(read, row, granted, asked), **(_decided(last) if decided else {})},
        blanks=_BY_HAND,
        letter=Letter(
            to=str(row["originator"]),
            said=(_("A later deadline is asked for the matter below, before its deadline has passed."),),
            closing=(_("The original deadline stays on record beside the new one."),),
        ),
    )


def _facts() -> tuple[Column, ...]:
    """What stands on the form, line by line."""
    return form(
        "number",
        "responsible",
        "title",
        "requirement",
        "lead",
        "issued",
        "original_due",
        "due",
        "before",
        "progress",
        "reason",
        "asked_due",
        "days",
        "asker",
        "asked_on",
        "verdict",
        "decided_by",
        "decided_on",
        wide=("title", "requirement", "before", "progress", "reason", "verdict"),
        responsible=_("responsible"),
        requirement=_("what is asked for"),
        before=_("granted before"),
        progress=_("progress so far"),
        reason=_("reason"),
        asked_due=_("deadline asked for"),
        days=_("working days more"),
        asker=_("requested by"),
        asked_on=_("asked on"),
        verdict=_("what is decided"),
        decided_by=_("granted or declined by"),
        decided_on=_("granted or declined on"),
    )


def _asked_for(row: Row, last: Mapping[str, Any]) -> dict[str, Any]:
    """The matter, and what the request says of it."""
    days = last.get("days")
    return {
        "due": last.get("due_was") or row["due"],
        "responsible": addressee(row),
        "requirement": row["goal"] or row["targets"],
        "progress": last.get("progress") or row["progress"],
        "reason": last.get("reason"),
        "asked_due": last.get("asked_due"),
        "days": str(days) if days else None,
        "asker": last.get("asker"),
        "asked_on": last.get("day"),
    }


def _on_the_form(read: Reader, row: Row, asked: list[Row]) -> tuple[Mapping[str, Any], bool]:
    """The request the form is of, and whether it is decided; none where the last one is over: the next is asked for on a new sheet."""
    if not asked:
        return {}, False
    last = asked[-1]
    if not last["reviewed"] or str(last["reviewed"]) > read.as_of.isoformat():
        return last, False
    holds = last["verdict"] == "granted" and str(last["granted_due"]) == str(row["due"])
    return (last, True) if holds else ({}, False)


def _before(read: Reader, row: Row, granted: list[Row], asked: list[Row]) -> str:
    """What was granted before, and how often the deadline moved without being asked for: by a meeting, an edit, or a suspension that ended."""
    sql = "SELECT COUNT(*) FROM past_deadline WHERE item_id = :item AND until <= :as_of"
    moved = read.value(sql, item=row["id"], as_of=read.as_of.isoformat()) - sum(one["verdict"] == "granted" for one in asked)
    besides = ngettext("moved {n} time besides", "moved {n} times besides", moved).format(n=moved) if moved > 0 else ""
    return clauses(filter(None, (_granted(granted), besides)))


def _granted(granted: list[Row]) -> str:
    if not granted:
        return _("never")
    days = sum(one["granted_days"] or 0 for one in granted)
    times = ngettext("{n} time", "{n} times", len(granted)).format(n=len(granted))
    return times + in_brackets(ngettext("{n} working day in all", "{n} working days in all", days).format(n=days))


def _decided(last: Mapping[str, Any]) -> dict[str, Any]:
    until = _("new deadline {day}").format(day=last["granted_due"]) if last.get("granted_due") else ""
    said = listed(part for part in (word("verdict", last["verdict"]), until, str(last["verdict_reason"] or "")) if part)
    return {"verdict": said, "decided_by": last["reviewer"], "decided_on": last["reviewed"]}
