"""A405: a grant larger than what the post of whoever grants it allows."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EXTENSION, next_superior

RULE = Rule(
    code="A405",
    name=N_("beyond-authority"),
    severity="refuse",
    core=True,
    subject="extension",
    # The limit is kept with the grant, so that a new post or a new limit does not make it wrong. A registrar grants within the superior's limit.
    sql=f"""
SELECT x.id AS subject_id, x.item_id, '' AS key, i.number, g.name AS reviewer, x.granted_days AS amount, x.grant_limit AS most, x.reviewed AS since,
       above.name AS superior, CASE WHEN above.id IS NULL THEN 'top' ELSE 'below' END AS which
FROM extension x
JOIN item i ON i.id = x.item_id
JOIN person g ON g.id = x.reviewer_id
LEFT JOIN person above ON above.id = {next_superior("g")}
WHERE x.id BETWEEN :lo AND :hi AND x.verdict = 'granted' AND x.granted_days > x.grant_limit
ORDER BY x.id""",
    watches={"extension": EXTENSION},
    message={
        "below": N_("{number} is extended by {amount} working days; {reviewer} may grant {most}."),
        "top": N_("{number} is extended by {amount} working days; {reviewer}, who has no superior here, may grant {most}."),
    },
    fix={
        "below": N_("Leave it to {superior}: officecli grant {number} --as {superior}; or grant {most} working days at most, with --to."),
        "top": N_("Grant {most} working days at most, with --to; or have the limit of the post changed in the office's file (extension_days)."),
    },
    principle=N_("Each acts within the authority of the post: in full, and not beyond it."),
    finds=N_("An extension granted for more working days than the post of whoever granted it allowed. Posts without a limit are exempt."),
    why=N_("A limit that each may pass when it suits is none, and the leader who set it answers for what was never asked of them."),
    instead=N_("Grant what the post allows, and take the rest one step up."),
    refused=N_("officecli grant 31 --to +8wd --as Ana   # Ana's post may grant 5 days"),
    accepted=N_("officecli grant 31 --to +5wd --as Ana"),
)
