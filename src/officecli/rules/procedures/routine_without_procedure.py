"""P701: a routine item bound to no procedure."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM, ITEM
from officecli.store.items import OPEN_STATUSES, beside

RULE = Rule(
    code="P701",
    name=N_("routine-without-procedure"),
    severity="warn",
    subject="item",
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, '' AS key, i.number, l.name AS lead, i.registered AS since
FROM item i
JOIN person l ON l.id = i.lead_id
WHERE i.id BETWEEN :lo AND :hi AND i.kind = 'routine' AND {beside("i.procedure_id")} IS NULL AND i.imported = 0 AND i.status IN {OPEN_STATUSES}
ORDER BY i.id""",
    among=EVERY_OPEN_ITEM,
    watches={"item": f"{ITEM} AND kind = 'routine' AND {beside('procedure_id')} IS NULL AND imported = 0"},
    message=N_("{number} is routine work and follows no procedure."),
    fix=N_(
        "Bind it to one of officecli procedure list: officecli edit {number} --procedure NAME; where there is none, draft one from how {lead} does "
        "it: officecli procedure learn {number}"
    ),
    principle=N_("Work that can be foreseen has a standard procedure: steps, points of attention, a strict standard."),
    finds=N_("An open routine item that no procedure made and none was named for. Imported items are exempt: how old work was done is history."),
    why=N_("Without a procedure routine work is done as each one remembers it, and a step is missed when somebody else does it."),
    instead=N_("Write the procedure once; it then makes its items on schedule, with their steps."),
    refused=N_('officecli add "Duty roster for August" --lead Ana --kind routine --due eom'),
    accepted=N_('officecli procedure run "Duty roster"'),
)
