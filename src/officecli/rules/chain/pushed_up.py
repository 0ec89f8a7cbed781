"""C503: a request without what was tried and a recommendation."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import REQUEST, WAITING

RULE = Rule(
    code="C503",
    name=N_("pushed-up"),
    severity="refuse",
    subject="request",
    sql=f"""
SELECT q.id AS subject_id, q.item_id, '' AS key, q.day AS since, q.number, p.name AS asker,
       CASE WHEN q.tried <> '' THEN 'recommend' WHEN q.recommend <> '' THEN 'tried' ELSE 'both' END AS which
FROM request q
JOIN person p ON p.id = q.person_id
WHERE q.id BETWEEN :lo AND :hi AND q.status IN {WAITING} AND (q.tried = '' OR q.recommend = '')
  AND (q.exception IS NULL OR q.exception <> 'emergency')
ORDER BY q.id""",
    watches={"request": REQUEST},
    message={
        "tried": N_("{number} does not say what {asker} has tried."),
        "recommend": N_("{number} does not say what {asker} recommends."),
        "both": N_("{number} says neither what {asker} has tried nor what {asker} recommends."),
    },
    fix={
        "tried": N_("Say what was done so far: --tried TEXT"),
        "recommend": N_('Say what you would do: --recommend TEXT; or in one text: "asked for three offers; recommend the second"'),
        "both": N_("Say what was done so far and what you would do: --tried TEXT --recommend TEXT"),
    },
    principle=N_("Nobody hands a problem up without having worked on it: a leader chooses between answers, not between questions."),
    finds=N_("A waiting request that lacks what was tried, or a recommendation. Emergencies are exempt."),
    why=N_("What is merely pushed up comes back down, later."),
    instead=N_("Look into it first, and put your own recommendation forward with its reason."),
    refused=N_('officecli request raise "What about the boiler?"'),
    accepted=N_('officecli request raise "New boiler" --tried "three offers" --recommend "take the second: 5 years\' service"'),
)
