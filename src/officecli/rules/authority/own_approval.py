"""A402: the asker approves it, or the lead closes an item another gave."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts import own_approval
from officecli.model.rule import Rule
from officecli.rules.acts import FIRST_OF_ACT, by_act, done_in, entries, listed, turn_entries, turns

JUDGED = own_approval("item") | {"close": (*own_approval("item")["close"], "sole")}
ANSWERED = own_approval("request")
CONFIRMED = own_approval("target")

_HANDED_IN = """EXISTS (SELECT 1 FROM submission s JOIN trail e ON e.seq = s.id
  WHERE s.id = (SELECT MAX(id) FROM submission WHERE item_id = i.id) AND e.command <> t.command
    AND (s.verdict IS NULL OR EXISTS (SELECT 1 FROM trail r WHERE r.command = t.command AND r.subject = 'submission' AND r.subject_id = s.id)))"""
"""The condition that an item `i` was waiting for its review when the entry `t` closed it: what was returned, or accepted before, is to be handed in anew."""

_LEADS_IT = N_("{actor} leads {number} and may not close it too: {originator}, who gave it, does.")
_ONES_OWN = N_("{number} is {actor}'s own, and one's own work is closed by one's superior.")
"""Said of what is handed in as of what is not; what to do differs."""

RULE = Rule(
    code="A402",
    name=N_("own-approval"),
    severity="refuse",
    core=True,
    subject="trail",
    sql=f"""
SELECT t.seq AS subject_id, t.item_id, '' AS key, t.day AS since, i.number, a.name AS actor, o.name AS originator, l.name AS lead,
       CAST(NULL AS INTEGER) AS result,
       CASE WHEN t.role = 'sole' THEN 'warn' ELSE 'refuse' END AS severity,
       CASE WHEN t.verb = 'grant' THEN 'grant' WHEN t.role = 'sole' THEN 'sole' WHEN i.originator_id = i.lead_id THEN 'own' ELSE 'close' END
       || CASE WHEN t.verb = 'close' AND t.role <> 'sole' AND {_HANDED_IN} THEN '-handed-in' ELSE '' END AS which
FROM trail t
JOIN item i ON i.id = t.item_id
JOIN person a ON a.id = t.actor_id
JOIN person o ON o.id = i.originator_id
JOIN person l ON l.id = i.lead_id
WHERE t.seq BETWEEN :lo AND :hi
  AND {done_in(JUDGED)}
  AND {FIRST_OF_ACT}
UNION ALL
SELECT t.seq, q.item_id, '', t.day, q.number, a.name, h.name, '', CAST(NULL AS INTEGER), 'refuse', 'answer'
FROM trail t
JOIN request_stage s ON s.id = t.subject_id
JOIN request q ON q.id = s.request_id
JOIN person a ON a.id = t.actor_id
JOIN person h ON h.id = s.holder_id
WHERE t.seq BETWEEN :lo AND :hi AND {turns(ANSWERED)} AND {done_in(ANSWERED)}
UNION ALL
SELECT t.seq, CAST(NULL AS INTEGER), '', t.day, CAST(NULL AS VARCHAR(12)), a.name, '', '', t.subject_id, 'refuse', 'confirm'
FROM trail t
JOIN person a ON a.id = t.actor_id
WHERE t.seq BETWEEN :lo AND :hi AND t.subject = 'target_result' AND {done_in(CONFIRMED)}
UNION ALL
SELECT t.seq, CAST(NULL AS INTEGER), '', t.day, q.number, a.name, '', '', CAST(NULL AS INTEGER), 'refuse', 'waive'
FROM trail t
JOIN trail e ON e.command = t.command AND e.verb = 'raise' AND e.subject = 'request' AND e.actor_id = t.actor_id
JOIN request q ON q.id = e.subject_id
JOIN person a ON a.id = t.actor_id
WHERE t.seq BETWEEN :lo AND :hi AND t.verb = 'waive' AND t.role = 'lead-superior'
ORDER BY subject_id""",
    among=" UNION ALL ".join(f"SELECT id FROM ({by_act(roles)}) b" for roles in (JUDGED, ANSWERED, CONFIRMED, {"waive": ("lead-superior",)})),
    rare=True,
    watches={
        "trail": f"""{entries((*JUDGED, "waive"))} UNION ALL {turn_entries(ANSWERED)}
        UNION ALL SELECT seq AS id FROM trail WHERE seq BETWEEN :lo AND :hi AND subject = 'target_result' AND verb IN {listed(CONFIRMED)}"""
    },
    numbers={"result": "target_result"},
    message={
        "close": _LEADS_IT,
        "own": _ONES_OWN,
        "close-handed-in": _LEADS_IT,
        "own-handed-in": _ONES_OWN,
        "grant": N_("{actor} asked for this extension of {number} and may not grant it too."),
        "answer": N_("{actor} asked {number} and may not answer it too: {originator} holds it."),
        "confirm": N_("{actor} recorded {result} and may not confirm it too."),
        "waive": N_("{actor} asks {number} and may not waive a rule for it too."),
        "sole": N_("{actor} closed {number}, which {lead} gave and led: there is no superior to review it, so it stays unrated."),
    },
    fix={
        "close": N_('Submit it for review: officecli submit {number} --result "…"'),
        "own": N_('Once it is submitted, your superior reviews it: officecli submit {number} --result "…"'),
        "close-handed-in": N_("It is handed in, and waits in the digest of whoever reviews it: officecli show {number}"),
        "own-handed-in": N_("It is handed in, and waits in the digest of the superior: officecli show {number}"),
        "grant": N_("Another of the originator's side, or a superior of the lead, decides: officecli grant {number}"),
        "answer": N_("Wait for {originator}, or take it back: officecli request withdraw {number}"),
        "confirm": N_("Your superior confirms it; it stands in their digest."),
        "waive": N_("Leave out --waive; or a registrar records what a superior allows: --for {actor} --waived-by NAME"),
        "sole": N_("Nothing needs to be done; it is counted as closed without review."),
    },
    principle=N_("Nobody approves their own work."),
    finds=N_(
        "The asker of an extension or a request who decides it, or the lead who closes an item; a warning where there is no superior who could."
    ),
    why=N_("A review by the person reviewed finds nothing."),
    instead=N_("Submit the result; who gave the work, or a superior, accepts or returns it."),
    refused=N_("officecli close 31 --as Ana   # Ana leads it"),
    accepted=N_('officecli submit 31 --result "printed and sent" --as Ana'),
)
