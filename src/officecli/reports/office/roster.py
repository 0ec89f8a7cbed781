"""The duty roster: who is duty officer on which day, and what is unfinished."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta

from officecli.errors import BadInput, OfficeError
from officecli.i18n import _, listed
from officecli.reports.shape.build import build
from officecli.reports.shape.report import Column, Report
from officecli.standing.office.duty_officers import HAS_GONE, open_emergencies, open_notes, rostered
from officecli.store.read.reader import Reader, Row
from officecli.typed.dates import almanac, read_day
from officecli.typed.dates.beginnings import begins, ends, read_first_day
from officecli.typed.dates.days_named import read_days
from officecli.typed.dates.ends import read_end
from officecli.typed.office.people import find_person

DAYS = 14

AHEAD = 92
"""So many days are looked at for one person's duties."""
_UNTIL = re.compile(r"\bend\b", re.IGNORECASE)
"""What says of a day that it ends something, end of week: the days until then are meant."""


def of_a_day_or_somebody(read: Reader, typed: str) -> Report:
    """The duty officer of a day, those of a span, of a week or a month without the days of it that
    are over unless all of it is, or the days of one person; raises BadInput for what is neither.
    """
    try:
        found = read_day(typed, base=read.today, by=almanac(read))
    except BadInput as no_day:
        with suppress(BadInput):
            days = read_days(typed, today=read.today, by=almanac(read))
            return every(read, days[0].isoformat(), days[-1].isoformat())
        try:
            person = find_person(read, typed)
        except OfficeError:
            raise no_day from None
        return every(read, until=(read.today + timedelta(days=AHEAD)).isoformat(), who=str(person["name"]))
    first, last = begins(found), ends(found)
    if found.starts and "range" in found.inferred:
        return every(read, found.starts.isoformat(), last.isoformat())
    if first == last and _UNTIL.search(typed):
        first = min(read.today, last)
    elif first < read.today <= last:
        first = read.today
    return every(read, first.isoformat(), last.isoformat())


def every(read: Reader, since: str = "", until: str = "", who: str = "") -> Report:
    """The duty officers from a day to another, today and two weeks on if not said, of all or of whom is named; raises BadInput for what is no date."""
    by = almanac(read)
    first = read_first_day(since, today=read.today, by=by) if since else read.today
    last = read_end(until, first=first, today=read.today, by=by).day if until else first + timedelta(days=DAYS - 1)
    if last < first:
        raise BadInput(
            _("--from {since} is after --to {until}, so nothing can fit.").format(since=first, until=last), fix=_("Give the earlier day with --from.")
        )
    duties = read.rows(
        f"""SELECT r.day, p.name, p.unit, CASE WHEN x.id IS NULL THEN NULL ELSE 1 END AS away, {HAS_GONE} AS gone
           FROM roster r JOIN v_person p ON p.id = r.person_id
           LEFT JOIN absence x ON x.id = (SELECT MIN(a.id) FROM absence a WHERE a.person_id = p.id AND a.since <= r.day AND a.until >= r.day)
           WHERE r.day BETWEEN :first AND :last AND (:who = '' OR p.name = :who) ORDER BY r.day, r.id""",
        first=first.isoformat(),
        last=last.isoformat(),
        who=who,
    )
    known = {duty["day"] for duty in duties if not duty["gone"]}
    count = (last - first).days + 1
    open_days = [day for day in ((first + timedelta(days=n)).isoformat() for n in range(max(0, count))) if day not in known]
    gone = [duty for duty in duties if duty["gone"]]
    away = [duty for duty in duties if duty["away"]]
    columns = (Column("day", _("day"), "date"), Column("name", _("duty officer")), Column("unit", _("unit"), weight=2))
    return build(
        read,
        "roster",
        _("Duty roster from {since} to {until}").format(since=first.isoformat(), until=last.isoformat()),
        columns,
        duties,
        summary={"days": len(known), "without": len(open_days)},
        notes=[
            *(_("{name} is on duty on {day}, and away that day.").format(name=one["name"], day=one["day"]) for one in away if not one["gone"]),
            *(_("{name} was to be on duty on {day}, and left on {left}.").format(name=one["name"], day=one["day"], left=one["gone"]) for one in gone),
            _("Nobody is on duty on: {days}.").format(days=listed(open_days[:7]) + (" …" if len(open_days) > 7 else ""))
            if open_days and not who
            else "",
        ],
        empty=_("Nobody is on the roster in these days."),
        begin=_("To put yourself or somebody else on it: officecli roster fri me"),
    )


def today(read: Reader) -> Report:
    """Who is on duty today, and what is unfinished: open emergencies, and notes left by those before."""
    found = rostered(read, read.today.isoformat())
    officer = found if found and not found["gone"] else None
    rows = [
        {
            "what": item["number"],
            "number": item["number"],
            "about": "item",
            "since": None,
            "who": item["lead"],
            "text": item["title"],
            "due": item["due"],
        }
        for item in open_emergencies(read)
    ] + [
        {
            "what": _("note {number}").format(number=note["number"]),
            "number": note["number"],
            "about": "note",
            "since": note["day"],
            "who": note["giving"],
            "text": note["text"],
            "due": None,
        }
        for note in open_notes(read)
    ]
    columns = (
        Column("what", _("unfinished"), beside=("about", "number")),
        Column("text", _("matter"), wide=True),
        Column("who", _("by")),
        Column("since", _("since"), "date", weight=2),
        Column("due", _("deadline"), "date", weight=2),
    )
    return build(
        read,
        "roster-today",
        _("On duty today"),
        columns,
        rows,
        summary={"duty_officer": officer["name"] if officer else None, "unfinished": len(rows)},
        headline=_("Duty officer: {name}.").format(name=officer["name"]) if officer else _nobody_today(found),
        empty=_("Nothing is unfinished."),
        begin="",
    )


def _nobody_today(gone: Row | None) -> str:
    if gone is None:
        return _("Nobody is on duty today: officecli roster today me")
    said = _("Nobody is on duty today, for {name}, who was to be, left on {day}: officecli roster today me")
    return said.format(name=gone["name"], day=gone["gone"])
