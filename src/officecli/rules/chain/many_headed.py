"""C502: a matter already pending before another leader."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import REQUEST, WAITING

RULE = Rule(
    code="C502",
    name=N_("many-headed"),
    severity="refuse",
    subject="request",
    # Compared is with whom each lay when the later one was raised: handing one of them up afterwards is no second asking.
    sql=f"""
SELECT q.id AS subject_id, q.item_id, o.id AS key, q.number, h.name AS holder, o.number AS other, g.name AS other_holder
FROM request q
JOIN request_stage s ON s.id = (SELECT MIN(f.id) FROM request_stage f WHERE f.request_id = q.id)
JOIN person h ON h.id = s.holder_id
JOIN request o ON o.id < q.id AND o.status IN {WAITING} AND (o.item_id = q.item_id OR (o.matter_key = q.matter_key AND q.matter_key <> ''))
JOIN request_stage t ON t.id = (SELECT MAX(f.id) FROM request_stage f WHERE f.request_id = o.id AND f.id < q.id)
JOIN person g ON g.id = t.holder_id
WHERE q.id BETWEEN :lo AND :hi AND q.status IN {WAITING} AND t.holder_id <> s.holder_id AND t.verdict IS NULL
ORDER BY q.id, o.id""",
    watches={"request": REQUEST},
    message=N_("{number} asks {holder} what waits for {other_holder} already ({other})."),
    fix=N_("Wait for {other_holder}; or withdraw that one first: officecli request withdraw {other}"),
    principle=N_("One matter, one leader."),
    finds=N_("A request on an item, or under a title, on which another request waits for another leader."),
    why=N_("Two leaders asked apart give two answers, and whoever asked picks the one they like."),
    instead=N_("Ask one leader; if it takes another, that leader hands it up."),
    refused=N_('officecli request raise "New boiler" --to Cole …   (the same waits for Ana)'),
    accepted="officecli request withdraw Q2026-003",
)
