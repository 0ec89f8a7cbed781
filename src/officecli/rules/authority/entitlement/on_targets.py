"""Acts on the targets of posts and people, and on results."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.rules.authority.entitlement.part import REGISTRARS, Part, first

ON_TARGETS = Part(
    joins="""LEFT JOIN target_result r ON t.subject = 'target_result' AND r.id = t.subject_id
JOIN target g ON g.id = COALESCE(r.target_id, t.subject_id)
LEFT JOIN duty d ON d.id = g.duty_id
LEFT JOIN post po ON po.id = COALESCE(g.post_id, d.post_id)
LEFT JOIN unit u ON u.id = po.unit_id
LEFT JOIN person pe ON pe.id = g.person_id""",
    condition=first("target", "target_result"),
    which="WHEN t.subject = 'target' AND g.person_id IS NOT NULL THEN 'own-target'",
    target="COALESCE(g.continues_id, g.id)",
    columns={
        "post": "COALESCE(u.name || '/' || po.title, pe.name, '–')",
        "registrars": REGISTRARS,
    },
    message={
        "own-target": N_("A target of {post} is set, changed and ended by a superior, or by a registrar; not by {actor}."),
        "target": N_("A target of {post} is set, changed and ended by a superior of the post, or by a registrar; not by {actor}."),
        "result": N_("{actor} may not record results of {target}: whoever answers for the target, a superior, and a registrar may."),
        "confirmation": N_("{actor} may not confirm a result of {target}: a superior of whoever recorded it, and a registrar for them, may."),
        "correction": N_("{actor} may not correct a result of {target}: whoever recorded it, a superior, and a registrar may."),
    },
    fix={
        "own-target": N_("Ask a superior of {post}, or a registrar: {registrars}."),
        "target": N_("Ask a superior of the post, or a registrar: {registrars}."),
        "result": N_("Ask one of them; a registrar: {registrars}."),
        "correction": N_("Ask one of them; a registrar: {registrars}."),
        "confirmation": N_("Ask one of them; a registrar: {registrars}."),
    },
)
