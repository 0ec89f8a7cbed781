"""D304: an extension asked for after the deadline."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Foreseen, Rule
from officecli.rules.reach import EXTENSION


def too_late(day: str, due: str) -> str:
    """The condition that an extension asked for on this day came after this deadline."""
    return f"{day} > {due}"


RULE = Rule(
    code="D304",
    name=N_("extension-too-late"),
    severity="refuse",
    subject="extension",
    sql=f"""
SELECT x.id AS subject_id, x.item_id, '' AS key, i.number, p.name AS asker, o.name AS originator, x.day, x.day AS since, x.due_was
FROM extension x
JOIN item i ON i.id = x.item_id
JOIN person p ON p.id = x.person_id
JOIN person o ON o.id = i.originator_id
WHERE x.id BETWEEN :lo AND :hi AND {too_late("x.day", "x.due_was")}
ORDER BY x.id""",
    watches={"extension": EXTENSION},
    foreseen=(
        Foreseen("extend", f"SELECT due AS said FROM item WHERE id = :item AND {too_late(':as_of', 'due')}", N_("Its deadline has passed: {said}.")),
    ),
    message=N_("{asker} asked on {day} to extend {number}, which was due on {due_was}."),
    fix=N_(
        'Feed back what is in the way; {originator} may set a new date, and the lateness stays: officecli edit {number} --due fri --reason "two '
        'replies are missing"'
    ),
    principle=N_("An extension is asked for before the deadline, with reason, progress and the new date."),
    finds=N_("An extension asked for after the deadline then in force."),
    why=N_("An extension asked for afterwards is no plan but an excuse, and would wipe the lateness out."),
    instead=N_("Ask while there is still time; afterwards only the originator's side sets a new date, with a reason."),
    refused=N_('officecli extend 31 --to +5wd --reason "…"   # due yesterday'),
    accepted=N_('officecli extend 31 --to +5wd --reason "two replies missing"   # due tomorrow'),
)
