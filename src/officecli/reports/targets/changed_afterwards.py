"""What moved the figures of a period after it had ended: acts of it that were recorded, or confirmed, only then. A card says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from officecli.i18n import _, clauses, ngettext
from officecli.light import dataclass
from officecli.model.words import word
from officecli.reports.targets.hands import Hands
from officecli.reports.targets.period_asked_for import Seen
from officecli.reports.targets.score_subjects import Subject
from officecli.standing.record.dated_back import dated_acts
from officecli.store.read.reader import Reader
from officecli.typed.day_said import say_near

TOLD = 8
"""So many are told one by one."""


@dataclass(frozen=True)
class Afterwards:
    """An act of `day` on what has this number, recorded on the day `recorded`; or on that day `confirmed`, so that its own day counts."""

    number: str
    act: str
    day: str
    recorded: str
    confirmed: bool

    def said(self) -> str:
        """`2026-031 “submit” of 30 Nov, recorded 2 Dec`."""
        said = {"number": self.number, "act": word("act", self.act), "day": _near(self.day), "recorded": _near(self.recorded)}
        if self.confirmed:
            return _("{number} “{act}” of {day}, confirmed {recorded}").format(**said)
        return _("{number} “{act}” of {day}, recorded {recorded}").format(**said)


def about_afterwards(read: Reader, seen: Seen, chosen: list[Subject]) -> list[str]:
    """What a card has to say of it; nothing where nothing moved."""
    found = list(dict.fromkeys(_afterwards(read, seen, chosen))) if seen.finished else []
    if not found:
        return []
    more = len(found) - TOLD
    told = clauses(one.said() for one in found[:TOLD])
    if more > 0:
        told = ngettext("{told}; and {n} more", "{told}; and {n} more", more).format(told=told, n=more)
    return [_("After {period} had ended, these changed its figures: {told}.").format(period=seen.period.said, told=told)]


def _afterwards(read: Reader, seen: Seen, chosen: list[Subject]) -> Iterator[Afterwards]:
    start, end = seen.period.start.isoformat(), seen.period.end.isoformat()
    rows = read.rows(
        """SELECT DISTINCT i.id, i.number, i.lead_id FROM trail t JOIN item i ON i.id = t.item_id
           WHERE t.recorded IS NOT NULL AND t.day >= :start AND t.day <= :end ORDER BY i.id""",
        start=start,
        end=end,
    )
    people = {person["id"] for subject in chosen for person in subject.people}
    hands = Hands(read) if rows else None
    for row in rows:
        for one in dated_acts(read, row["id"]):
            known = max(one.recorded, one.confirmed)
            if hands and start <= one.day <= end < known and hands.lead(row["id"], one.day, row["lead_id"]) in people:
                yield Afterwards(row["number"], one.act, one.day, known, known == one.confirmed)
    targets = {scored.terms.id: scored.terms.number for subject in chosen for scored in subject.card.scored}
    for row in read.rows(
        """SELECT r.target_id, t.verb, t.day, t.recorded FROM trail t JOIN target_result r ON r.id = t.seq
           WHERE t.subject = 'target_result' AND t.recorded > :end AND r.period_start = :start ORDER BY t.seq""",
        start=start,
        end=end,
    ):
        if row["target_id"] in targets:
            yield Afterwards(targets[row["target_id"]], row["verb"], row["day"], row["recorded"], confirmed=False)


def _near(day: str) -> str:
    return say_near(date.fromisoformat(day))
