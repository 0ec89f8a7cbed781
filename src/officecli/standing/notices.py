"""What somebody is told of and has not seen yet: the one place that knows when a notice ends, and what the passing of time tells whom.

What an act caused stands in `notice`. What time causes is asked of the rules each time: an item not signed for at twice the limit is told to the lead's
superior, an unanswered difficulty to who sees to it and the superior, a part of an emergency that was not stated within the hour to the lead.

A stand-in is told what an absent person is told, as for whom it is, but for what was confided; seen by the stand-in, it still waits for whom it was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from officecli import clock
from officecli.hints import Any
from officecli.i18n import listed
from officecli.light import dataclass, replace
from officecli.model.codes import MATTERS
from officecli.model.time.wall_clock import local
from officecli.rules.deadlines.slow_to_sign import RULE as SLOW_TO_SIGN
from officecli.rules.norms.difficulty_unanswered import RULE as UNANSWERED
from officecli.rules.responsibility.support_without_part import RULE as UNSTATED
from officecli.standing.chain.confidential import kept_from
from officecli.standing.office.confidants import readers
from officecli.standing.office.stand_ins import stands_in_for
from officecli.standing.office.superiors import people_below
from officecli.store import judge
from officecli.store.items import IN_HANDS, OPEN_STATUSES, beside
from officecli.store.own_numbers import LETTERS, own_numbers
from officecli.store.prods import STANDS
from officecli.store.read.reader import Reader

_STRUCK = "n.cause = 'copy' AND n.text = 'cancel'"
"""The notice `n` says just that the item is over."""
_OPEN_ITEM = f"(n.item_id IS NULL OR {_STRUCK} OR EXISTS (SELECT 1 FROM item o WHERE o.id = n.item_id AND o.status IN {OPEN_STATUSES}))"
_PRODDED = f"EXISTS (SELECT 1 FROM prod q JOIN item i ON i.id = q.item_id WHERE q.item_id = n.item_id AND {STANDS})"
_LASTS = f"""{_OPEN_ITEM} AND (n.request_id IS NULL OR q.item_status IS NULL OR q.item_status IN {OPEN_STATUSES})
  AND CASE n.cause WHEN 'prod' THEN {_PRODDED}
      WHEN 'skipped' THEN q.status <> 'withdrawn'
      WHEN 'answer' THEN q.status = 'answered'
      WHEN 'handover' THEN h.done IS NULL
      WHEN 'difficulty' THEN d.answered IS NULL
      WHEN 'copy' THEN NOT (n.text = 'suspend' AND i.status <> 'suspended' OR n.text = 'assign' AND i.lead_id = n.person_id)
      ELSE 1 = 1 END"""
"""The matter of the notice `n` goes on: its item, or its request's, is not over, the prods are unanswered, the note is not done, what was suspended or
handed on is so still."""

_OPEN = f"""
SELECT n.id, n.cause, n.item_id, n.request_id, n.decision_id, n.difficulty_id, n.handover_id, n.target_id, n.day, n.text, b.name AS by_name,
       COALESCE(i.number, q.number, c.number) AS number, COALESCE(i.title, q.title, c.title, h.text, g.metric) AS title, l.name AS lead
FROM notice n
LEFT JOIN person b ON b.id = n.by_id
LEFT JOIN item i ON i.id = n.item_id
LEFT JOIN (SELECT r.id, r.number, r.title, r.status, r.item_id, x.status AS item_status
           FROM request r LEFT JOIN item x ON x.id = r.item_id) q ON q.id = n.request_id
LEFT JOIN decision c ON c.id = n.decision_id
LEFT JOIN handover_note h ON h.id = n.handover_id
LEFT JOIN difficulty d ON d.id = n.difficulty_id
LEFT JOIN target g ON g.id = n.target_id
LEFT JOIN person l ON l.id = COALESCE(i.lead_id, (SELECT x.lead_id FROM item x WHERE x.id = q.item_id))
WHERE n.person_id = :person AND n.seen IS NULL AND {_LASTS}
ORDER BY n.id"""

_UNSIGNED_LATE = f"SELECT id, lead_id FROM item WHERE status IN {IN_HANDS} AND status = 'issued' AND issued <= :as_of AND sign_by < :now"

_UNSTATED = f"""SELECT s.id, t.at, i.id AS item_id, i.title, l.name AS lead FROM item i CROSS JOIN support s
JOIN person l ON l.id = i.lead_id JOIN trail t ON t.seq = s.id
WHERE {beside("i.lead_id")} = :person AND i.status IN {OPEN_STATUSES} AND i.kind = 'emergency' AND i.imported = 0
  AND s.item_id = i.id AND s.until IS NULL AND s.part = '' ORDER BY s.id"""
"""The supporters without a part of the emergencies that a person leads, each with the moment it was given."""

STAND_IN = "stand-in"
"""In `finding_seen` in place of a rule: a stand-in has seen what an absent person was told."""


@dataclass(frozen=True)
class Known:
    """What somebody is told of: `number` is what `officecli seen` takes for it, `about` the column that names the matter, and its id.

    A matter that is gone altogether, since it was taken back, is known by the notice itself.

    `notices` are the ids of the notices of this matter and cause, the newest last; of what time has caused none, but `rule` and `subject`.
    What a stand-in is told of has the name of the absent person, `told_for`, and no notices of the stand-in's own to be settled.
    """

    cause: str
    number: str
    title: str | None
    lead: str | None
    day: str
    by: str | None
    text: str
    about: str
    matter_id: int
    notices: tuple[int, ...] = ()
    rule: str = ""
    subject: str = ""
    told_for: str = ""


def unseen(read: Reader, person_id: int) -> list[Known]:
    """What a person is told of today and has not seen, one for each matter and cause, what waits longest first."""
    own = [*_told(read, person_id), *_unsigned(read, person_id), *_unstated(read, person_id), *_unanswered(read, person_id)]
    found = [*own, *_as_stand_in(read, person_id, {(one.about, one.matter_id, one.cause) for one in own})]
    return sorted(found, key=lambda one: (one.day, one.about, one.matter_id, one.cause, one.told_for))


def _as_stand_in(read: Reader, person_id: int, own: set[tuple[str, int, str]]) -> Iterator[Known]:
    """What absent people are told of for whom the person stands in, unless the person is told it too, has done it, or has acted on the matter since."""
    absent = stands_in_for(read, person_id)
    if not absent:
        return
    me = read.value("SELECT name FROM person WHERE id = :id", id=person_id)
    kept = kept_from(read, person_id)
    for one in absent:
        for known in (*_told(read, one["id"]), *_unsigned(read, one["id"]), *_unstated(read, one["id"])):
            confided = known.about == "difficulty_id" or (known.about == "request_id" and known.matter_id in kept)
            if confided or me in (known.by, known.lead if known.rule else None) or (known.about, known.matter_id, known.cause) in own:
                continue
            subject = f"{one['id']} {known.notices[-1]}" if known.notices else f"{one['id']} {known.rule} {known.subject}"
            since = known.notices[-1] if known.notices else 0
            if not _seen(read, STAND_IN, subject, person_id) and not (since and _has_acted_since(read, known, person_id, since)):
                yield replace(known, notices=(), rule=STAND_IN, subject=subject, told_for=one["name"])


def _has_acted_since(read: Reader, known: Known, person_id: int, seq: int) -> bool:
    """Whether the person did something to the matter after this entry."""
    of_it = "item_id = :id" if known.about == "item_id" else f"subject = '{MATTERS.get(known.about, '')}' AND subject_id = :id"
    asked = f"SELECT 1 AS one FROM trail WHERE seq > :seq AND actor_id = :person AND {of_it}"
    return read.row(asked, seq=seq, person=person_id, id=known.matter_id) is not None


def _told(read: Reader, person_id: int) -> list[Known]:
    by_matter: dict[tuple[str, int, str], list[dict[str, Any]]] = {}
    for row in read.rows(_OPEN, person=person_id, as_of=read.today.isoformat()):
        about = next((field for field in MATTERS if row[field] is not None), "id")
        by_matter.setdefault((about, row[about], row["cause"]), []).append(row)
    tables = {about: table for about, _matter, _cause in by_matter if (table := MATTERS.get(about, "notice")) in LETTERS}
    numbers = {about: own_numbers(read, table) for about, table in tables.items()}
    return [_known(numbers.get(about, {}), about, matter_id, rows) for (about, matter_id, _cause), rows in by_matter.items()]


def _known(numbers: Mapping[int, str], about: str, matter_id: int, rows: list[dict[str, Any]]) -> Known:
    last = rows[-1]
    return Known(
        cause=last["cause"],
        number=numbers.get(matter_id) or last["number"],
        title=last["title"],
        lead=last["lead"],
        day=rows[0]["day"],
        by=last["by_name"],
        text=last["text"],
        about=about,
        matter_id=matter_id,
        notices=tuple(row["id"] for row in rows),
    )


def _unsigned(read: Reader, person_id: int) -> list[Known]:
    """What people directly below have not signed for at twice the limit, unless the person has acted on it since."""
    below = {row["id"] for row in people_below(read, person_id)}
    late = read.rows(_UNSIGNED_LATE, as_of=read.as_of.isoformat(), now=clock.stamp()) if below else []
    ids = [row["id"] for row in late if row["lead_id"] in below]
    known = []
    for finding in judge.findings(read, SLOW_TO_SIGN, judge.runs(ids)) if ids else ():
        values = finding.values
        if values["which"] != "twice" or values["superior_id"] != person_id or finding.waived:
            continue
        subject = f"{finding.subject_id} {finding.key}"
        if _seen(read, SLOW_TO_SIGN.code, subject, person_id) or _has_acted(read, finding.subject_id, person_id, values["twice_since"]):
            continue
        title = read.value("SELECT title FROM item WHERE id = :id", id=finding.subject_id)
        known.append(
            Known(
                "D302", values["number"], title, values["lead"], values["twice_since"], None, "", "item_id", finding.subject_id,
                rule=SLOW_TO_SIGN.code, subject=subject,
            )
        )  # fmt: skip
    return known


def _unstated(read: Reader, person_id: int) -> list[Known]:
    """The emergencies a person leads whose supporters have no part after an hour, unless the person has acted on them since."""
    given: dict[int, dict[str, Any]] = {row["id"]: row for row in read.rows(_UNSTATED, person=person_id)}
    by_item: dict[int, list[Any]] = {}
    for finding in judge.findings(read, UNSTATED, judge.runs(given)) if given else ():
        if finding.values["which"] == "part" and not finding.waived:
            by_item.setdefault(given[finding.subject_id]["item_id"], []).append(finding)
    known = []
    for item_id, found in by_item.items():
        last = given[found[-1].subject_id]
        over = clock.stamp(datetime.fromisoformat(last["at"]) + timedelta(hours=1))
        subject = f"{last['id']} {person_id}"
        acted = read.row(
            "SELECT 1 AS one FROM trail WHERE item_id = :item AND actor_id = :person AND at > :over", item=item_id, person=person_id, over=over
        )
        if acted is None and not _seen(read, UNSTATED.code, subject, person_id):
            who = listed(one.values["supporter"] for one in found)
            day = local(over, read.office["timezone"])[:10]
            number = found[-1].values["number"]
            known.append(Known("part", number, last["title"], last["lead"], day, None, who, "item_id", item_id, rule=UNSTATED.code, subject=subject))
    return known


def _unanswered(read: Reader, person_id: int) -> list[Known]:
    """The unanswered difficulties that the person sees to, or is the direct superior for; whose and what they are is not told here."""
    known = []
    for finding in judge.findings(read, UNANSWERED):
        row = read.row("SELECT person_id, owner_id FROM difficulty WHERE id = :id", id=finding.subject_id)
        assert row is not None
        if person_id == row["person_id"] or person_id not in readers(read, row["person_id"], row["owner_id"]):
            continue
        subject, values = str(finding.subject_id), finding.values
        if not _seen(read, UNANSWERED.code, subject, person_id):
            known.append(
                Known(
                    "N903", values["number"], None, None, values["since"], None, "", "difficulty_id", finding.subject_id,
                    rule=UNANSWERED.code, subject=subject,
                )
            )  # fmt: skip
    return known


def _seen(read: Reader, rule: str, subject: str, person_id: int) -> bool:
    asked = "SELECT 1 AS one FROM finding_seen WHERE person_id = :person AND rule = :rule AND subject = :subject"
    return read.row(asked, person=person_id, rule=rule, subject=subject) is not None


def _has_acted(read: Reader, item_id: int, person_id: int, since: str) -> bool:
    asked = "SELECT 1 AS one FROM trail WHERE item_id = :item AND actor_id = :person AND day >= :since"
    return read.row(asked, item=item_id, person=person_id, since=since) is not None
