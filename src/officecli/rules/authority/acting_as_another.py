"""A407: an act under somebody's name from a login that is neither theirs nor a registrar's."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule

RULE = Rule(
    code="A407",
    name=N_("acting-as-another"),
    severity="audit",
    subject="trail",
    sql="""
SELECT t.seq AS subject_id, t.item_id, '' AS key, t.day AS since, t.by_login AS login, a.name AS actor, t.verb AS act, i.number,
       CASE WHEN i.id IS NULL THEN 'office' ELSE 'item' END AS which
FROM trail t
CROSS JOIN person a
LEFT JOIN item i ON i.id = t.item_id
WHERE t.seq BETWEEN :lo AND :hi AND t.by_login IS NOT NULL AND a.id = t.actor_id AND t.seq = t.command AND t.subject <> 'reminder'
  AND (:authority_shared_login = 0 OR a.login IS NOT NULL)
ORDER BY t.seq""",
    words={"act": "act"},
    message={
        "item": N_("“{act}” on {number} stands under the name of {actor}; at the keys was the login “{login}”."),
        "office": N_("“{act}” stands under the name of {actor}; at the keys was the login “{login}”."),
    },
    fix={
        "item": N_("Ask {actor} whether it was so, and have their login recorded: officecli history {number}"),
        "office": N_('Ask {actor} whether it was so, and have their login recorded: officecli history --actor "{actor}"'),
    },
    principle=N_("Each acts in their own name, from their own login."),
    finds=N_("Acts under the name of somebody whose login was not the one at the keys, where that login is no registrar's; one for each command."),
    why=N_("Who can act in any name can lay their own work, and their own faults, at anybody's door."),
    instead=N_(
        "Have everybody's login recorded (officecli person set NAME --login LOGIN) and act without --as; "
        "a registrar records for others, and both names are kept. Where people share a login: officecli config set authority.shared_login 1"
    ),
    refused=N_("officecli close 31 --as Director   # typed under a clerk's login"),
    accepted=N_("officecli close 31   # typed by the director"),
)
