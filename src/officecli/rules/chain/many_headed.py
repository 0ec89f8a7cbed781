"""C502: a matter already pending before another leader."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import REQUEST, WAITING
from officecli.rules.since import since

_SAME_MATTER = """(o.item_id = q.item_id OR (o.matter_key = q.matter_key AND q.matter_key <> ''))
  AND ('complaint' NOT IN (COALESCE(o.exception, ''), COALESCE(q.exception, '')) OR (o.exception = q.exception AND o.person_id = q.person_id))"""

RULE = Rule(
    code="C502",
    name=N_("many-headed"),
    severity="refuse",
    subject="request",
    # Compared is with whom each lies now. Two askers may have one leader decide a matter; one asker asks once. Answers that clashed lie with one leader.
    # A complaint about a superior is a matter of its own, or its refusal would tell of it.
    sql=f"""
SELECT q.id AS subject_id, q.item_id, o.id AS key, q.number, h.name AS holder, o.number AS other, g.name AS other_holder, a.name AS asker,
       {since("q.day", "s.since", "t.since")},
       CASE WHEN t.holder_id <> s.holder_id THEN 'two' ELSE 'twice' END AS which
FROM request q
JOIN request_stage s ON s.request_id = q.id AND s.until IS NULL
JOIN person h ON h.id = s.holder_id
JOIN person a ON a.id = q.person_id
JOIN request o ON o.id < q.id AND o.status IN {WAITING} AND {_SAME_MATTER}
JOIN request_stage t ON t.request_id = o.id AND t.until IS NULL
JOIN person g ON g.id = t.holder_id
WHERE q.id BETWEEN :lo AND :hi AND q.status IN {WAITING} AND (t.holder_id <> s.holder_id OR o.person_id = q.person_id)
  AND NOT (q.status = 'frozen' AND o.status = 'frozen')
ORDER BY q.id, o.id""",
    watches={
        "request": f"""{REQUEST} UNION SELECT q.id FROM request o JOIN request q ON q.id > o.id AND q.status IN {WAITING} AND {_SAME_MATTER}
WHERE o.id BETWEEN :lo AND :hi"""
    },
    message={
        "two": N_("{number} lies before {holder}, and the same matter before {other_holder} ({other})."),
        "twice": N_("{asker} asks {holder} in {number} what they ask already in {other}."),
    },
    fix={
        "two": N_(
            "Wait for {other_holder}; or withdraw one of them: officecli request withdraw {other}. A leader who holds both hands both up: "
            "officecli request escalate {other} {number}"
        ),
        "twice": N_("Wait for {holder}; what is new goes into a new one once that is withdrawn: officecli request withdraw {other}"),
    },
    principle=N_("One matter, one leader."),
    finds=N_("A request on an item, or under a title, on which another request lies before another leader, or a second one of the same asker."),
    why=N_("Two leaders asked apart give two answers, and whoever asked picks the one they like."),
    instead=N_("Ask one leader; if it takes another, that leader hands it up."),
    refused=N_('officecli request raise "New boiler" --to Cole   # the same waits for Ana'),
    accepted="officecli request withdraw Q2026-003",
)
