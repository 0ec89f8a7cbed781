"""Everything ahead that is in nobody's hands yet or not prepared, each kind from its own table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from officecli.hints import Any
from officecli.i18n import _, listed, ngettext
from officecli.light import dataclass, field
from officecli.model.time.working_days import WorkingDays
from officecli.standing.office.stand_ins import WITH_STAND_IN
from officecli.store import items
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader, Row

KINDS = ("occurrence", "decision", "item", "due", "absence", "closed", "make-up", "roster")
LEAST_ROSTER = 14
"""Days for which an office that keeps a roster ought to have one."""


@dataclass(frozen=True)
class Event:
    """One thing ahead on `day`; `what` is a code, `begin` when it should be begun, `unprepared` says what is missing, "" where nothing is.

    `facts` and `lacks` are for programs: what the matter says, and the `code` of what is missing with what it counts.
    """

    day: date
    what: str
    matter: str
    who: str | None = None
    begin: date | None = None
    due: date | None = None
    unprepared: str = ""
    person_id: int | None = None
    unit_id: int | None = None
    item_id: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    lacks: dict[str, Any] | None = None


def every_event(read: Reader, last: date) -> list[Event]:
    """All events from today to the day `last`, by day."""
    days = working_days(read)
    found = [
        *_routine(read, days, last),
        *_decisions(read, days, last),
        *events_of_items(read, last),
        *_absences(read, last),
        *_closings(read, last),
        *_roster_gaps(read, last),
    ]
    return sorted(found, key=_by_day)


def events_of_items(read: Reader, last: date) -> list[Event]:
    """Those that are items, by day."""
    return sorted([*_later(read, last), *_hardly_begun(read, last)], key=_by_day)


def _by_day(event: Event) -> tuple[date, int, str, str]:
    return event.day, KINDS.index(event.what), event.matter, event.who or ""


def _routine(read: Reader, days: WorkingDays, last: date) -> Iterator[Event]:
    """What comes round until then and is not made yet, and what later comes round but should have been begun."""
    if not read.value("SELECT 1 FROM procedure WHERE retired = 0 AND recurrence IS NOT NULL"):
        return
    from officecli.standing.procedures.coming import coming  # dateutil costs every start 15 ms

    units = {row["id"]: row["unit_id"] for row in read.rows("SELECT id, unit_id FROM v_person")}
    ahead = coming(read, days, last)
    for one in ahead.found:
        begin = days.add(one.day, -one.version["ahead_days"])
        if one.day > last and begin > read.today:
            continue
        missing = _("not handed out") if begin <= read.today else ""
        lead = one.lead["id"]
        yield Event(
            max(one.day, read.today),
            "occurrence",
            one.procedure["name"],
            one.lead["name"],
            begin,
            one.due,
            missing,
            lead,
            units.get(lead),
            lacks={"code": "not-handed-out"} if missing else None,
        )
    for procedure in ahead.leaderless:
        said = _("nobody leads it: the post {post} is vacant").format(post=procedure["post"])
        yield Event(read.today, "occurrence", procedure["name"], unprepared=said, lacks={"code": "no-lead", "post": procedure["post"]})


def _decisions(read: Reader, days: WorkingDays, last: date) -> Iterator[Event]:
    """Decisions nothing follows from yet, on the day by which it must."""
    for row in read.rows(
        """SELECT d.number, d.title, d.day, d.decided_by, p.id AS person_id, p.unit_id FROM decision d JOIN v_person p ON p.id = d.person_id
           WHERE d.none_needed = '' AND d.reported IS NULL
             AND NOT EXISTS (SELECT 1 FROM item i WHERE i.decision_id = d.id AND i.status <> 'cancelled') ORDER BY d.id"""
    ):
        by = days.add(date.fromisoformat(row["day"]), read.settings["decision.days"])
        if by <= last:
            said = _("nothing follows from it yet")
            matter = f"{row['number']} {row['title']}"
            yield Event(
                max(by, read.today),
                "decision",
                matter,
                row["decided_by"],
                unprepared=said,
                due=by,
                person_id=row["person_id"],
                unit_id=row["unit_id"],
                facts=_named(row),
                lacks={"code": "nothing-follows"},
            )


def _named(row: Row) -> dict[str, Any]:
    return {"number": row["number"], "title": row["title"]}


def _later(read: Reader, last: date) -> Iterator[Event]:
    """Items that are to be handed out only later."""
    for row in read.rows(
        """SELECT id, number, title, lead, lead_id AS person_id, unit_id, issued, due FROM v_item
           WHERE status = 'issued' AND issued > :as_of AND issued <= :last ORDER BY id""",
        as_of=read.today.isoformat(),
        last=last.isoformat(),
    ):
        day = date.fromisoformat(row["issued"])
        yield Event(
            day,
            "item",
            f"{row['number']} {row['title']}",
            row["lead"],
            due=_day(row["due"]),
            person_id=row["person_id"],
            unit_id=row["unit_id"],
            item_id=row["id"],
            facts=_named(row),
        )


def _hardly_begun(read: Reader, last: date) -> Iterator[Event]:
    """Items due within the days of a yellow light that nobody has signed for, or fed back on since signing."""
    values = items.values(read)
    for row in read.rows(
        f"""SELECT id, number, title, lead, lead_id AS person_id, unit_id, due, status FROM {items.seen(read, asks="light")} i
            WHERE status IN {items.IN_HANDS} AND issued <= :as_of AND due >= :as_of AND due <= :last AND light = 'yellow'
              AND (status = 'issued' OR note_id IS NULL) AND first_submitted IS NULL ORDER BY id""",
        values,
        last=last.isoformat(),
    ):
        said = _("not signed for") if row["status"] == "issued" else _("no feedback yet")
        due = date.fromisoformat(row["due"])
        yield Event(
            due,
            "due",
            f"{row['number']} {row['title']}",
            row["lead"],
            due=due,
            unprepared=said,
            person_id=row["person_id"],
            unit_id=row["unit_id"],
            item_id=row["id"],
            facts=_named(row),
            lacks={"code": "not-signed" if row["status"] == "issued" else "no-feedback"},
        )


def _absences(read: Reader, last: date) -> Iterator[Event]:
    """Who is or will be away, and what of theirs falls due meanwhile with nobody to act."""
    for row in read.rows(
        f"""SELECT p.name, p.id AS person_id, p.unit_id, x.since, x.until, b.name AS stand_in,
                  (SELECT COUNT(*) FROM item i WHERE i.lead_id = p.id AND i.status IN {items.IN_HANDS} AND i.due BETWEEN x.since AND x.until) AS due
           FROM absence x JOIN v_person p ON p.id = x.person_id {WITH_STAND_IN}
           WHERE p.left_on IS NULL AND x.until >= :as_of AND x.since <= :last ORDER BY x.id""",
        as_of=read.today.isoformat(),
        last=last.isoformat(),
    ):
        matter = _("away until {day}, stand-in {name}").format(day=row["until"], name=row["stand_in"] or _("nobody"))
        missing = ""
        if row["due"] and not row["stand_in"]:
            missing = ngettext("no stand-in, and {n} item due meanwhile", "no stand-in, and {n} items due meanwhile", row["due"]).format(n=row["due"])
        yield Event(
            max(date.fromisoformat(row["since"]), read.today),
            "absence",
            matter,
            row["name"],
            unprepared=missing,
            person_id=row["person_id"],
            unit_id=row["unit_id"],
            facts={"until": row["until"], "stand_in": row["stand_in"]},
            lacks={"code": "no-stand-in", "items": row["due"]} if missing else None,
        )


def _closings(read: Reader, last: date) -> Iterator[Event]:
    """Weekdays the office is closed, days in a row as one, and weekends it works."""
    rows = read.rows(
        "SELECT date, is_working FROM calendar_day WHERE date BETWEEN :as_of AND :last ORDER BY date",
        as_of=read.today.isoformat(),
        last=last.isoformat(),
    )
    run: list[date] = []
    for row in [*rows, {"date": (last + timedelta(days=1)).isoformat(), "is_working": 1}]:
        day, weekend = date.fromisoformat(row["date"]), date.fromisoformat(row["date"]).weekday() >= 5
        if not row["is_working"]:
            run.append(day)
            continue
        if any(one.weekday() < 5 for one in run):
            said = _("closed until {day}").format(day=run[-1].isoformat()) if len(run) > 1 else _("closed that day")
            yield Event(run[0], "closed", said, facts={"until": run[-1].isoformat()})
        run = []
        if weekend and day <= last:
            yield Event(day, "make-up", _("the office works that day"))


def _roster_gaps(read: Reader, last: date) -> Iterator[Event]:
    """The days of each week without a duty officer, as far as the roster goes and at least two weeks ahead, in an office that keeps one."""
    rows = read.rows(
        "SELECT r.day, p.left_on FROM roster r JOIN person p ON p.id = r.person_id WHERE r.day >= :day ORDER BY r.day",
        day=(read.today - timedelta(days=31)).isoformat(),
    )
    if not rows:
        return
    known = {row["day"] for row in rows if not row["left_on"]}
    until = min(last, max(date.fromisoformat(rows[-1]["day"]), read.today + timedelta(days=LEAST_ROSTER - 1)))
    weeks: dict[date, list[date]] = {}
    for number in range((until - read.today).days + 1):
        day = read.today + timedelta(days=number)
        if day.isoformat() not in known:
            weeks.setdefault(day - timedelta(days=day.weekday()), []).append(day)
    for gaps in weeks.values():
        yield Event(
            gaps[0],
            "roster",
            listed(f"{day:%m-%d}" for day in gaps),
            unprepared=_("nobody is on the roster"),
            facts={"days": [day.isoformat() for day in gaps]},
            lacks={"code": "no-duty-officer"},
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
