"""R108: one kind of work owned by two sections."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import changed, latest, since


def _and_twins(duties: str) -> str:
    """Those duties, and every duty for the same kind of work."""
    return f"""
SELECT d.id FROM duty d WHERE d.id IN ({duties})
UNION SELECT e.id FROM duty d JOIN duty e ON e.kind = d.kind WHERE d.id IN ({duties})"""


def _owned(duty: str, post: str) -> str:
    """The day since which the unit of the post owns the duty's kind of work."""
    return latest(changed("duty", f"{duty}.id", "retired", "post_id", "kind"), changed("post", f"{post}.id", "unit_id"))


RULE = Rule(
    code="R108",
    name=N_("duty-owned-twice"),
    severity="refuse",
    waivable=False,
    subject="duty",
    mutual=True,
    sql=f"""
SELECT d.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, e.id AS key, d.kind, d.title AS duty, u.name AS unit, e.title AS other, v.name AS other_unit,
       {since(_owned("d", "p"), _owned("e", "q"))}
FROM duty d
JOIN post p ON p.id = d.post_id
JOIN unit u ON u.id = p.unit_id
JOIN duty e ON e.kind = d.kind AND e.retired = 0
JOIN post q ON q.id = e.post_id AND q.unit_id <> p.unit_id
JOIN unit v ON v.id = q.unit_id
WHERE d.id BETWEEN :lo AND :hi AND d.retired = 0 AND d.kind <> ''
ORDER BY d.id, e.id""",
    watches={
        "duty": _and_twins("SELECT w.id FROM duty w WHERE w.id BETWEEN :lo AND :hi"),
        "post": _and_twins("SELECT w.id FROM duty w WHERE w.post_id BETWEEN :lo AND :hi"),
    },
    message=N_("“{kind}” is owned twice: by {unit} ({duty}) and by {other_unit} ({other})."),
    fix=N_(
        'Leave the kind with one of them; the other supports that duty with a part: officecli duty set TITLE --support "POST:part" (in an office file: support)'
    ),
    principle=N_("Divide work by its nature: each kind of work has one section that owns it."),
    finds=N_("Two duties of the same kind of work on posts of two different sections."),
    why=N_("What belongs to two sections is pushed from one to the other, and outsiders do not know whom to ask."),
    instead=N_("Name one section that owns it, and let the other support."),
    refused=N_('officecli duty add "Reception" --post "Catering/Head" --kind reception   # Protocol owns it'),
    accepted=N_('officecli duty add "Reception" --post "Protocol/Head" --kind reception --support "Catering/Head:meals"'),
)
