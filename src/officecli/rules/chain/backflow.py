"""C505: work handed up by the person holding it, or returned without a reason."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.acts import FIRST_OF_ACT, by_act, done_in, entries

RULE = Rule(
    code="C505",
    name=N_("backflow"),
    severity="refuse",
    subject="trail",
    sql=f"""
SELECT t.seq AS subject_id, t.item_id, '' AS key, t.day AS since, 'up' AS which, i.number, a.name AS actor, l.name AS lead
FROM trail t
JOIN item i ON i.id = t.item_id
JOIN person a ON a.id = t.actor_id
JOIN person l ON l.id = i.lead_id
WHERE t.seq BETWEEN :lo AND :hi
  AND {done_in({"assign": ("lead-above",)})}
  AND {FIRST_OF_ACT}
UNION ALL
SELECT t.seq, t.item_id, '', t.day, 'back', i.number, a.name, l.name
FROM trail t
JOIN item i ON i.id = t.item_id
JOIN person a ON a.id = t.actor_id
JOIN person l ON l.id = i.lead_id
JOIN submission s ON s.id = t.subject_id
WHERE t.seq BETWEEN :lo AND :hi AND t.verb = 'return' AND t.subject = 'submission' AND s.verdict = 'returned' AND s.reason = ''""",
    among=f"""SELECT id FROM ({by_act({"assign": ("lead-above",)})}) b
UNION ALL
SELECT t.seq FROM trail t JOIN submission s ON s.id = t.subject_id WHERE t.verb = 'return' AND t.seq > 0 AND s.verdict = 'returned' AND s.reason = ''""",
    rare=True,
    watches={"trail": entries(("assign", "return"))},
    message={
        "up": N_("{actor} hands {number} up to {lead}, who is above {actor}."),
        "back": N_("{actor} returns {number} to {lead} without saying what is missing."),
    },
    fix={
        "up": N_('Keep it and ask for what you need: officecli note {number} --problem "…"; or hand it to somebody below. {lead} may take it over.'),
        "back": N_('Say what is to be done again: officecli return {number} --reason "…"'),
    },
    principle=N_("Work does not flow back: what was handed down is not handed up, and what is returned is returned with a reason."),
    finds=N_("An item its lead hands to a superior, or a submission returned without a reason. A superior may take work over."),
    why=N_("Leaders end up doing their people's work, and nobody learns what was wrong with the first try."),
    instead=N_("Report the difficulty with a recommendation; the superior decides whether to take it over."),
    refused=N_('officecli assign 31 --lead Director --reason "too hard" --as Ana   # Ana leads it'),
    accepted=N_('officecli note 31 --problem "no access to the vault" --next "director to call the archive" --as Ana'),
)
