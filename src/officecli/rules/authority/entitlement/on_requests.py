"""Acts on a request, and asking in somebody's name."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.rules.authority.entitlement.part import Part
from officecli.rules.reach import next_superior

ON_REQUESTS = Part(
    joins=f"""LEFT JOIN request_attempt x ON t.subject = 'request_attempt' AND x.id = t.subject_id
JOIN request_stage s ON s.id = CASE WHEN x.id IS NULL THEN t.subject_id ELSE (SELECT MAX(f.id) FROM request_stage f WHERE f.request_id = x.request_id) END
JOIN request q ON q.id = s.request_id
JOIN person h ON h.id = s.holder_id
JOIN person p ON p.id = q.person_id
LEFT JOIN person n ON h.left_on IS NOT NULL AND n.id = {next_superior("p")}""",
    condition="(t.subject = 'request_attempt' OR t.subject = 'request_stage' AND t.subject_id <> t.seq)",  # the turn that an act opens is no act of its own
    item="q.item_id",
    columns={"number": "q.number", "lead": "COALESCE(n.name, h.name)", "originator": "p.name"},
    message={
        "holding": N_("“{act}” on {number} is for {lead}, who holds it, or who stands in for {lead}; not for {actor}."),
        "asking": N_("“{act}” on {number} is for {originator}, who asked it, not for {actor}."),
    },
    fix={
        "holding": N_('Ask {lead}: officecli {typed}; whoever holds it may hand it one step up: officecli request escalate {number} "…"'),
        "asking": N_('Ask {originator}: officecli {typed}; or answer it: officecli request answer {number} "…"'),
    },
)

RAISING = Part(
    joins="""JOIN request q ON q.id = t.subject_id
JOIN person p ON p.id = q.person_id""",
    condition="t.subject = 'request'",
    columns={"originator": "p.name"},
    message={"raising": N_("{actor} may not ask for {originator}.")},
    fix={"raising": N_("Let {originator} ask, or a registrar, who records it on behalf of {originator}.")},
)
