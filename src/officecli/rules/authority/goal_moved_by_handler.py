"""A403: goal or deadline changed by anyone not entitled to it."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts import judged_by
from officecli.model.rule import Rule
from officecli.rules.acts import FIRST_OF_ACT, by_act, done_in, entries

JUDGED = judged_by("A403")

RULE = Rule(
    code="A403",
    name=N_("goal-moved-by-handler"),
    severity="refuse",
    core=True,
    subject="trail",
    sql=f"""
SELECT t.seq AS subject_id, t.item_id, '' AS key, t.day AS since, t.verb AS which, i.number, a.name AS actor, o.name AS originator
FROM trail t
JOIN item i ON i.id = t.item_id
JOIN person a ON a.id = t.actor_id
JOIN person o ON o.id = i.originator_id
WHERE t.seq BETWEEN :lo AND :hi
  AND {done_in(JUDGED, outside=True)}
  AND {FIRST_OF_ACT}
ORDER BY t.seq""",
    among=by_act(JUDGED, outside=True),
    rare=True,
    watches={"trail": entries(JUDGED)},
    message={
        "set-goal": N_("{actor} may not change the goal of {number}: {originator}, who gave it, and the superiors of {originator} may."),
        "set-deadline": N_("{actor} may not move the deadline of {number}: {originator}, who gave it, and the superiors of {originator} may."),
    },
    fix={
        "set-goal": N_('Say what is in the way, and ask {originator}: officecli note {number} "…" --problem "…"'),
        "set-deadline": N_('Ask for an extension before the deadline: officecli extend {number} --to +2wd "two replies missing"'),
    },
    principle=N_("What the work is measured by belongs to whoever gave it; how it is done belongs to the handler."),
    finds=N_(
        "A goal, target or deadline changed by anybody but the originator or the originator's superiors. A granted extension is no such change."
    ),
    why=N_("Who may move the goal always reaches it."),
    instead=N_("Ask for an extension, or feed back why the goal cannot be met, and let the originator decide."),
    refused=N_("officecli edit 31 --due +10wd --as Ana   # Ana leads it"),
    accepted=N_('officecli extend 31 --to +5wd --reason "two replies missing" --as Ana'),
)
