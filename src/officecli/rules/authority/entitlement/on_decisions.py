"""Acts on a decision."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.rules.authority.entitlement.part import Part

ON_DECISIONS = Part(
    joins="""JOIN decision d ON d.id = t.subject_id
JOIN person r ON r.id = d.person_id""",
    condition="t.subject = 'decision'",
    columns={"number": "d.number", "lead": "r.name", "originator": "d.decided_by"},
    message={
        "decide": N_("{actor} may not record {number}, a decision of {originator}: {originator}, those below, and a registrar may."),
        "decide-items": N_(
            "{actor} may not split {number} into items: {originator}, who decided it, those above and below, and {lead}, who recorded it, may."
        ),
        "decide-none": N_(
            "{actor} may not say that nothing follows from {number}: {originator}, who decided it, and the superiors of {originator} may."
        ),
        "report-back": N_("{actor} may not report {number} back: {lead}, who recorded it, and the leads of its items may."),
    },
    fix={
        "decide": N_("Ask a registrar to record it."),
        "decide-items": N_("Ask {lead}, or a registrar: officecli {typed}"),
        "decide-none": N_("Ask {originator}, or a registrar, who records it on behalf of {originator}: officecli {typed}"),
        "report-back": N_("Ask {lead}, or a registrar: officecli {typed}"),
    },
)
