"""Tells of an item in a section since when it belongs there, who is waited for, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from officecli.i18n import _, clauses, listed
from officecli.light import dataclass
from officecli.reports.items.item_rows import by_id
from officecli.standing.office.stand_ins import absence_of, away_today, whose_turn
from officecli.store.posts import CLEAR_POST
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.bodies import body_with_contact


@dataclass(frozen=True)
class Told:
    """What a section says of an item; None where there is nothing to say."""

    since: str | None = None
    who: str | None = None
    reason: str | None = None


def nothing(_read: Reader, rows: Sequence[Row]) -> Iterator[Told]:
    """Of a section that tells no more than its name."""
    yield from (Told() for _row in rows)


def handed_out(read: Reader, rows: Sequence[Row]) -> Iterator[Told]:
    """Since it was handed out, or handed on."""
    for row in rows:
        handed_on = read.value(
            "SELECT MAX(until) FROM past_lead WHERE item_id = :item AND until <= :as_of", item=row["id"], as_of=read.as_of.isoformat()
        )
        yield Told(handed_on or row["issued"])


def away(read: Reader, rows: Sequence[Row]) -> Iterator[Told]:
    """Since its lead is away, and who decides meanwhile."""
    for row in rows:
        absence, turn = absence_of(read, row["lead_id"]), whose_turn(read, row["lead_id"], not_by=[row["lead_id"]])
        yield Told(absence["since"] if absence else None, turn.person["name"] if turn else None)


_OPEN_STEPS = f"""
SELECT q.position, q.title, s.opened, {CLEAR_POST} AS post FROM item_step s JOIN procedure_step q ON q.id = s.step_id
JOIN post po ON po.id = q.post_id JOIN unit pu ON pu.id = po.unit_id
WHERE s.item_id = :item AND s.opened <= :as_of AND (s.done IS NULL OR s.done > :as_of) ORDER BY q.position"""


def open_steps(read: Reader, rows: Sequence[Row]) -> Iterator[Told]:
    """Since the first step opened that is not done, the posts that do the open ones, and which these are."""
    for row in rows:
        found = read.rows(_OPEN_STEPS, item=row["id"], as_of=read.as_of.isoformat())
        who = listed(dict.fromkeys(step["post"] for step in found))
        yield Told(min(step["opened"] for step in found), who, clauses(f"{step['position']} {step['title']}" for step in found))


def wait(read: Reader, rows: Sequence[Row]) -> Iterator[Told]:
    """Whom it waits for, since when and why."""
    waits = by_id(read, "wait", "id, waiting_for, reason, since", [row["wait_id"] for row in rows])
    for row in rows:
        found = waits[row["wait_id"]]
        yield Told(found["since"], found["waiting_for"], found["reason"])


_LAST_PROD = """SELECT q.day, q.text, p.name FROM prod q JOIN person p ON p.id = q.person_id
WHERE q.item_id = :item AND q.day <= :as_of ORDER BY q.id DESC LIMIT 1"""


def last_prod(read: Reader, rows: Sequence[Row]) -> Iterator[Told]:
    """When it was last asked after, who asked, and with which words; and whom to ask at the outside body that is to do it."""
    for row in rows:
        last = read.row(_LAST_PROD, item=row["id"], as_of=read.as_of.isoformat())
        yield Told(last["day"], last["name"], with_body(row, last["text"])) if last else Told()


def with_body(item: Row, text: str | None) -> str | None:
    """Words about an item, with the outside body that is to do it and whom to ask there, where one is named."""
    body = body_with_contact(item["body"], item["body_contact"], item["body_phone"]) if item.get("body") else ""
    return clauses(one for one in (text, body) if one) or None


def asked_for(read: Reader, rows: Sequence[Row]) -> Iterator[Told]:
    """Since when more time is asked for, who decides, until when and why."""
    asked = by_id(read, "extension", "id, day, asked_due, reason", [row["pending_extension_id"] for row in rows])
    for row, who in _deciding(read, rows):
        one = asked.get(row["pending_extension_id"])  # none where the clock ran back, and the answer is of a day to come
        yield Told(one["day"], who, f"→ {one['asked_due']} {one['reason']}") if one else Told()


def result(read: Reader, rows: Sequence[Row]) -> Iterator[Told]:
    """When it was submitted, who reviews it, and the result told."""
    for (_row, who), (_item, submission) in zip(_deciding(read, rows), _submissions(read, rows), strict=True):
        yield Told(submission.get("day"), who, submission.get("result"))


def _deciding(read: Reader, rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Who gave each item, and where they are away today, who decides meanwhile."""
    decider = Decider(read)
    yield from ((row, decider.named(row["originator_id"], row["originator"], row["lead_id"])) for row in rows)


class Decider:
    """Names who decides, and for somebody who is away today who does meanwhile."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._away = {one["id"] for one in away_today(read)} if read.as_of == read.today else set()

    def meanwhile(self, person_id: int, asker_id: int) -> Row | None:
        """Whoever decides in place of a person who is away, never the asker; None for one who is here, or where nobody can."""
        turn = whose_turn(self._read, person_id, not_by=[person_id, asker_id]) if person_id in self._away else None
        return turn.person if turn else None

    def is_meanwhile(self, acting_id: int, person_id: int, asker_id: int) -> bool:
        """Whether it is this one who decides in place of a person who is away."""
        acting = self.meanwhile(person_id, asker_id)
        return acting is not None and acting["id"] == acting_id

    def named(self, person_id: int, name: str, asker_id: int) -> str:
        """The name, with that of whoever decides in place of an absent person."""
        acting = self.meanwhile(person_id, asker_id)
        return _("{name} (away; {acting} decides)").format(name=name, acting=acting["name"]) if acting else name


def verdict(read: Reader, rows: Sequence[Row]) -> Iterator[Told]:
    """When it was returned, and why."""
    for _row, submission in _submissions(read, rows):
        yield Told(submission.get("reviewed"), reason=submission.get("reason"))


def _submissions(read: Reader, rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    found = by_id(read, "submission", "id, day, result, reviewed, reason", [row["submission_id"] for row in rows])
    yield from ((row, found.get(row["submission_id"], {})) for row in rows)
