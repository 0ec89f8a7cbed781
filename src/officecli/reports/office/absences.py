"""Who is away, or soon will be, and who acts meanwhile."""

from __future__ import annotations

from officecli.i18n import _, ngettext
from officecli.reports.shape.build import build
from officecli.reports.shape.report import Column, Report
from officecli.standing.items.unattended import led_by
from officecli.standing.office.stand_ins import WITH_STAND_IN, here_to_act, on_stand_in_post, stand_in_of
from officecli.store.read.reader import Reader, Row


def every(read: Reader) -> Report:
    """Every absence of today or to come, the nearest first; `unattended` counts the open items nobody acts on today, or then."""
    today = read.today.isoformat()
    absences = _absences(read)
    for absence in absences:
        now = absence["since"] <= today
        acting = stand_in_of(read, absence["person_id"]) if now else None
        absence["acting"] = acting["name"] if acting else None
        attended = acting if now else _attended(read, absence)
        absence["unattended"] = 0 if attended else len(led_by(read, absence["person_id"]))
    away = sum(1 for absence in absences if absence["since"] <= today)
    columns = (
        Column("name", _("name")),
        Column("since", _("from"), "date"),
        Column("until", _("to"), "date"),
        Column("stand_in", _("stand-in")),
        Column("acting", _("acts today")),
        Column("unattended", _("items nobody acts on"), "integer"),
        Column("reason", _("reason"), weight=2, wide=True),
    )
    return build(
        read,
        "person-absences",
        _("Absences"),
        columns,
        absences,
        summary={"away": away, "unattended": sum(absence["unattended"] for absence in absences)},
        headline=ngettext("{n} person is away today.", "{n} people are away today.", away).format(n=away) if absences else "",
        empty=_("Nobody is away."),
        begin=_("To say that you are, or somebody else: officecli away me fri"),
    )


def _attended(read: Reader, absence: Row) -> bool:
    """Whether somebody is there to act for whoever is to be away."""
    candidates = [{"id": absence["named_id"]}] if absence["named_id"] else on_stand_in_post(read, absence["person_id"])
    return bool(here_to_act(read, candidates, absence["since"], absence["until"]))


def notes_on(read: Reader, person_id: int) -> list[str]:
    """What to say of a person: when they are away, and for whom they stand in."""
    coming = _absences(read)
    away = [
        _("Away from {since} to {until}; stand-in: {stand_in}.").format(
            since=one["since"], until=one["until"], stand_in=one["stand_in"] or _("nobody")
        )
        for one in coming
        if one["person_id"] == person_id
    ]
    stands_in = [
        _("Stands in for {name} from {since} to {until}.").format(name=one["name"], since=one["since"], until=one["until"])
        for one in coming
        if one["stand_in_id"] == person_id
    ]
    return away + stands_in


def _absences(read: Reader) -> list[Row]:
    """The absences of today or to come; where none is named, the stand-in is whoever holds the stand-in post."""
    return read.rows(
        f"""SELECT x.person_id, x.stand_in_id AS named_id, p.name, x.since, x.until, x.reason, b.id AS stand_in_id, b.name AS stand_in
           FROM absence x JOIN person p ON p.id = x.person_id {WITH_STAND_IN}
           WHERE p.left_on IS NULL AND x.until >= :day ORDER BY x.since, x.id""",
        day=read.today.isoformat(),
    )
