"""What of the items concerns somebody in the digest, section by section: what they lead or support, or whoever they stand in for leads, what waits for
them to approve, and who waits for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from officecli.reports.items.section_told import Decider
from officecli.reports.items.sections import SECTION, steps_of
from officecli.reports.shape.chosen import Chosen
from officecli.standing.office.stand_ins import decides_for, stands_in_for
from officecli.standing.office.superiors import superiors
from officecli.store import cases, items
from officecli.store.read.reader import Reader, Row

SECTIONS = ("overdue", "due-today", "due-soon", "unsigned-late", "unsigned", "to-review", "extensions", "returned", "prodded", "waiting")

_APPROVED = ("to-review", "extensions")
"""What waits for somebody to decide on it."""


def deciding_for(read: Reader, person: Row) -> list[int]:
    """The person, and everybody whose matters the person decides today."""
    return [person["id"], *(absent["id"] for absent in decides_for(read, person["id"]))]


def stood_in_for(read: Reader, person: Row) -> list[int]:
    """Whose items are the person's to do today, besides their own; of a past day it is not asked who stood in."""
    return [one["id"] for one in stands_in_for(read, person["id"])] if read.as_of == read.today else []


def concerning(read: Reader, chosen: Chosen, person: Row, deciding: Sequence[int]) -> list[tuple[str, str]]:
    """Each section with the condition that makes it the person's own, who decides for all of `deciding`."""
    chosen.values["who"] = person["id"]
    lead, originator = items.beside("lead_id"), items.beside("originator_id")
    reports, results, extensions = _asked_of(read, person, deciding)
    below, mine = _listed(reports), _listed(deciding)
    acts = _listed([person["id"], *(one["id"] for one in stands_in_for(read, person["id"]))])
    leads = f"IN ({acts})" if stood_in_for(read, person) else "= :who"
    nobody = f"{originator} IN (SELECT id FROM person WHERE left_on <= :as_of OR account = 1)"
    alone = _listed(one for one in deciding if not superiors(read, one))
    given = f"originator_id <> lead_id AND lead_id <> :who AND {originator} IN ({mine})"
    own = f"originator_id = lead_id AND {lead} IN ({alone})"  # what has no superior to review it
    past_stand_in = f" OR i.id IN ({_listed(results)})" if results else ""
    concerns = {
        **dict.fromkeys(("overdue", "due-today", "due-soon"), _in_hands_of(read, leads)),
        **dict.fromkeys(("returned", "prodded", "waiting"), f"lead_id {leads}"),  # of what is in hands, by its own index
        "to-review": f"({given} OR {own} OR ((originator_id = lead_id OR {nobody}) AND {lead} IN ({below})){past_stand_in})",
        "extensions": f"i.id IN ({_listed(extensions)})",
    }
    waits = f"EXISTS ({cases.WAITS} AND h.person_id IN ({acts}))"
    sections = (code for code in SECTIONS if code != "extensions" or extensions)
    return [*((code, concerns.get(code, f"{lead} {leads}")) for code in sections), ("waited-for", waits), *steps_of(read, acts)]


def _in_hands_of(read: Reader, leads: str) -> str:
    """The condition that an item is in somebody's hands whom it concerns, :who: its lead is one of theirs (`leads`), or a part of theirs is not done."""
    supported = """SELECT s.item_id FROM support s WHERE s.person_id = :who AND s.since <= :as_of
        AND (s.until IS NULL OR s.until > :as_of) AND (s.done IS NULL OR s.done > :as_of)"""
    if read.as_of != read.today:
        return f"(lead_id = :who OR i.id IN ({supported}))"
    # By the index of those in hands by lead, and that of who supports: with OR between them SQLite goes through what is in anybody's hands.
    return f"i.id IN (SELECT h.id FROM item h WHERE h.status IN {items.IN_HANDS} AND h.lead_id {leads} UNION {supported})"


def _asked_of(read: Reader, person: Row, deciding: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """The leads with something to approve whose direct superior the person is, or decides for, over a vacant post those below
    it too; the items whose result is the person's to review since the stand-in of whoever reviews leads them; and those an
    extension of which the person decides.
    """
    # Two questions, since each has an index of its own.
    to_review, to_extend = (
        read.rows(f"SELECT id, lead_id, originator_id FROM {items.bare(read)} i WHERE {SECTION[code].condition}", as_of=read.as_of.isoformat())
        for code in _APPROVED
    )
    leads = {row["lead_id"] for row in (*to_review, *to_extend)} - {person["id"]}
    above = {lead: next((one["id"] for one in superiors(read, lead)), None) for lead in sorted(leads)}
    reports = [lead for lead, superior in above.items() if superior in deciding]
    decider = Decider(read)

    def falls_to_person(row: Row) -> bool:
        lead = row["lead_id"]
        approver = row["originator_id"] if row["originator_id"] != lead else above[lead]
        return approver is not None and decider.is_meanwhile(person["id"], approver, lead)

    to_review, to_extend = ([row for row in rows if row["lead_id"] in above] for rows in (to_review, to_extend))
    results = [row["id"] for row in to_review if falls_to_person(row)]
    extensions = [row["id"] for row in to_extend if row["originator_id"] in deciding or row["lead_id"] in reports or falls_to_person(row)]
    return reports, results, extensions


def _listed(ids: Iterable[int]) -> str:
    return ", ".join(map(str, ids)) or "0"
