"""How each good row of a ledger was understood: what is shown before anything is recorded, so that every inference can be seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from officecli.files.ledger.drafts.draft import Draft
from officecli.i18n import N_, _, listed

THROUGH = {
    "unit": N_("the head of the section"),
    "post": N_("who holds the post"),
    "name": N_("the name in another form"),
    "body": N_("who follows the body up here"),
}
"""How somebody came to lead whose name in full does not stand there."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A row as the item it is to be; `inferred` is column → how what was not written there came to be, in the reader's words.

    `parts` are those who are each to do it by themselves, by an item of their own under this one.
    """

    row: int
    number: str
    title: str
    lead: str
    body: str
    supports: tuple[dict[str, Any], ...]
    issued: date
    due: date | None
    status: str
    ended: date | None
    inferred: dict[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()


def reading_of(made: Draft) -> Reading:
    """The reading of a draft that has its number."""
    row, people = made.row, made.people
    inferred = {key: how for key, how in row.inferred.items() if key != "original_due" or "due" not in row.inferred}
    if people.lead.through:
        inferred["lead"] = _(THROUGH[people.lead.through])
    parts = tuple(body.name if body else lead.name for lead, body in people.parts)
    if parts:
        inferred["lead"] = _("gathers it in; a part each for {names}").format(names=listed(parts))
    if row.issued is None:
        inferred.setdefault("issued", _("not said: today, or the earliest day in the row"))
    if (made.status == "closed" and row.closed is None) or (made.status == "cancelled" and not (row.cancelled or row.closed)):
        inferred.setdefault("status", _("on a day not known"))
    supports = [{"name": meant.name, "part": part, "done": False} for meant, part in people.supports]
    supports += [{"name": body.name, "part": part, "done": False} for body, part in people.body_supports]
    if people.support_note:
        supports.append({"name": people.support_note, "part": "", "done": False})
    return Reading(
        made.row.row,
        made.number_text,
        row.title,
        people.lead.name,
        people.body.name if people.body else "",
        tuple(supports),
        made.issued,
        row.due,
        made.status,
        made.closed or made.cancelled,
        inferred,
        parts,
    )
