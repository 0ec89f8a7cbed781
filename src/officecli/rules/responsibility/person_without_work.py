"""R106: an active person with neither a duty nor an open item."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import any_changed, came, latest, once
from officecli.settings import NEWCOMER
from officecli.store.items import OPEN_STATUSES

IDLE = f"""
FROM v_person p
LEFT JOIN calendar_day joined ON joined.date = p.joined
LEFT JOIN calendar_day today ON today.date = :as_of
WHERE p.account = 0 AND p.left_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM duty d WHERE d.post_id = p.post_id AND d.retired = 0)
  AND NOT EXISTS (SELECT 1 FROM duty_support s JOIN duty d ON d.id = s.duty_id WHERE s.post_id = p.post_id AND d.retired = 0)
  AND p.id NOT IN (SELECT i.lead_id FROM item i WHERE i.status IN {OPEN_STATUSES})
  AND p.id NOT IN (SELECT s.person_id FROM item i CROSS JOIN support s WHERE s.item_id = i.id AND i.status IN {OPEN_STATUSES} AND s.until IS NULL)"""

EXCUSED = """(
    (joined.working_no IS NOT NULL AND today.working_no - joined.working_no <= :newcomer_days)
    OR EXISTS (SELECT 1 FROM absence a WHERE a.person_id = p.id AND a.since <= :as_of AND a.until >= :as_of)
  )"""

EXEMPT = f"SELECT p.name {IDLE} AND {EXCUSED} ORDER BY p.id"
"""Who is without work and excused: newcomers and the absent; takes the values of a rule."""

_POST = "(SELECT p.post_id FROM person p WHERE p.id = :subject)"
SINCE = latest(
    came(":subject"),
    """MIN(c.date) FROM calendar_day c WHERE c.working_no > CAST(:newcomer_days AS INTEGER) + (
          SELECT joined.working_no FROM person p JOIN calendar_day joined ON joined.date = p.joined WHERE p.id = :subject)""",
    "MIN(c.date) FROM calendar_day c WHERE c.date > (SELECT MAX(a.until) FROM absence a WHERE a.person_id = :subject AND a.until < :as_of)",
    any_changed("duty", ("retired", "post_id"), f"b.subject_id IN (SELECT d.id FROM duty d WHERE d.post_id = {_POST}) OR {once('post_id', _POST)}"),
    any_changed("duty_support", ("post_id",), once("post_id", _POST)),
    any_changed("duty", ("retired",), f"b.subject_id IN (SELECT s.duty_id FROM duty_support s WHERE s.post_id = {_POST})"),
    "MAX(COALESCE(i.closed, i.cancelled, i.registered)) FROM item i WHERE i.lead_id = :subject",
    "MAX(w.until) FROM past_lead w WHERE w.person_id = :subject",
    "MAX(COALESCE(s.until, i.closed, i.cancelled, i.registered)) FROM support s JOIN item i ON i.id = s.item_id WHERE s.person_id = :subject",
)
"""The day the last duty, item or part went, the time of the newcomer or an absence was over, or the person came to the post."""

RULE = Rule(
    code="R106",
    name=N_("person-without-work"),
    severity="audit",
    waivable=False,
    subject="person",
    sql=f"""
SELECT p.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, p.name AS person, p.unit {IDLE}
  AND p.id BETWEEN :lo AND :hi AND NOT {EXCUSED}
ORDER BY p.id""",
    since=SINCE,
    message=N_("{person} has neither a duty nor an open item."),
    fix=N_(
        'Hand out an item: officecli add "Monthly bulletin" --lead "{person}" --due eom; or give the post of {person} a duty: officecli duty add --help'
    ),
    thresholds={"newcomer_days": NEWCOMER},
    principle=N_("Every section has a duty, every person a task."),
    finds=N_(
        "Somebody of the office whose post holds or supports no duty and who neither leads nor supports an open item. Newcomers are exempt at first."
    ),
    why=N_("Idle hands beside overloaded ones mean the work is badly divided."),
    instead=N_("Divide the work anew: give a duty to the post, or an item to the person."),
    accepted=N_('officecli add "Monthly bulletin" --lead Dan --due eom'),
)
