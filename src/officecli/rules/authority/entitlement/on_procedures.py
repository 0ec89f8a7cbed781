"""Acts on procedures."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.rules.authority.entitlement.part import REGISTRARS, Part, first

_PROCEDURE = """CASE t.subject
  WHEN 'procedure_version' THEN (SELECT v.procedure_id FROM procedure_version v WHERE v.id = t.subject_id)
  WHEN 'procedure_pause' THEN (SELECT v.procedure_id FROM procedure_pause v WHERE v.id = t.subject_id)
  ELSE t.subject_id END"""

ON_PROCEDURES = Part(
    joins=f"""JOIN procedure p ON p.id = {_PROCEDURE}
JOIN post po ON po.id = p.post_id
JOIN unit u ON u.id = po.unit_id""",
    condition=first("procedure", "procedure_version", "procedure_pause"),
    columns={"number": "p.name", "unit": "u.name", "post": "u.name || '/' || po.title", "registrars": REGISTRARS},
    message={
        "procedure": N_(
            "“{number}” is a procedure of {post}, written by a registrar, by whoever stands above that post, or by the head of {unit}; not by {actor}."
        ),
    },
    fix={"procedure": N_("Ask one of them; a registrar: {registrars}.")},
)
