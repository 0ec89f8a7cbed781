"""A402: the asker approves it, or the lead closes an item another gave."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.authority import OWN_APPROVAL
from officecli.model.rule import Rule
from officecli.rules.acts import FIRST_OF_ACT, done_in, entries

JUDGED = {**OWN_APPROVAL, "close": (*OWN_APPROVAL["close"], "sole")}

RULE = Rule(
    code="A402",
    name="own-approval",
    severity="refuse",
    subject="trail",
    sql=f"""
SELECT t.seq AS subject_id, t.item_id, '' AS key, i.number, a.name AS actor, o.name AS originator,
       CASE WHEN t.role = 'sole' THEN 'warn' ELSE 'refuse' END AS severity,
       CASE WHEN t.verb = 'grant' THEN 'grant' WHEN t.role = 'sole' THEN 'sole' WHEN i.originator_id = i.lead_id THEN 'own' ELSE 'close' END AS which
FROM trail t
JOIN item i ON i.id = t.item_id
JOIN person a ON a.id = t.actor_id
JOIN person o ON o.id = i.originator_id
WHERE t.seq BETWEEN :lo AND :hi
  AND {done_in(JUDGED)}
  AND {FIRST_OF_ACT}
ORDER BY t.seq""",
    watches={"trail": entries(JUDGED)},
    message={
        "close": N_("{actor} leads {number} and may not close it too: {originator}, who gave it, does."),
        "own": N_("{number} is {actor}'s own, and one's own work is closed by one's superior."),
        "grant": N_("{actor} asked for this extension of {number} and may not grant it too."),
        "sole": N_("{actor} closed {number}, which {actor} gave and led: there is no superior to review it, so it stays unrated."),
    },
    fix={
        "close": N_('Submit it, and {originator} reviews it: officecli submit {number} --result "…"'),
        "own": N_('Submit it, and your superior reviews it: officecli submit {number} --result "…"'),
        "grant": N_("Another of the originator's side, or a superior of the lead, decides: officecli grant {number}"),
        "sole": N_("Nothing needs to be done; it is counted as closed without review."),
    },
    principle=N_("Nobody approves their own work."),
    finds=N_("The asker of an extension who grants it, or the lead who closes an item; a warning where there is no superior who could."),
    why=N_("A review by the person reviewed finds nothing."),
    instead=N_("Submit the result; who gave the work, or a superior, accepts or returns it."),
    refused="officecli close 31 --as Ana   # Ana leads it",
    accepted='officecli submit 31 --result "printed and sent" --as Ana',
)
