"""Acts on a post's targets, and on results."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.rules.authority.entitlement.part import REGISTRARS, Part, first

ON_TARGETS = Part(
    joins="""LEFT JOIN target_result r ON t.subject = 'target_result' AND r.id = t.subject_id
JOIN target g ON g.id = COALESCE(r.target_id, t.subject_id)
LEFT JOIN duty d ON d.id = g.duty_id
LEFT JOIN post po ON po.id = COALESCE(g.post_id, d.post_id)
LEFT JOIN unit u ON u.id = po.unit_id""",
    condition=first("target", "target_result"),
    columns={
        "number": "'G' || CAST(COALESCE(g.continues_id, g.id) AS TEXT)",
        "post": "COALESCE(u.name || '/' || po.title, '–')",
        "registrars": REGISTRARS,
    },
    message={
        "target": N_("A target of {post} is set, changed and ended by a superior of the post, or by a registrar; not by {actor}."),
        "result": N_("{actor} may not record results of {number}: whoever answers for the target, a superior, and a registrar may."),
        "correction": N_("{actor} may not correct a result of {number}: whoever recorded it, a superior, and a registrar may."),
    },
    fix={
        "target": N_("Ask a superior of the post, or a registrar: {registrars}."),
        "result": N_("Ask one of them; a registrar: {registrars}."),
        "correction": N_("Ask one of them; a registrar: {registrars}."),
    },
)
