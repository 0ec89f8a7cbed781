"""D306: a periodic report not made."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM
from officecli.settings import FEEDBACK_MONTHLY, FEEDBACK_WEEKLY
from officecli.store.calendar.due_days import FEEDBACK_LIMIT, by_calendar, is_due_day
from officecli.store.items import IN_HANDS

PASSED = f"""CASE WHEN i.feedback_every IN ('weekly', 'monthly') THEN today.working_no - last.working_no
            WHEN {by_calendar("i.feedback_every")} THEN
              (SELECT COUNT(*) FROM calendar_day c WHERE c.date >= i.last AND c.date < :as_of AND {is_due_day("i.feedback_every", "c.date")})
            ELSE (SELECT COUNT(*) FROM calendar_day c WHERE c.date > i.last AND c.date <= :as_of) END"""
# The day on which one more than the limit had passed; by the calendar the one after the second due day.
SINCE = f"""CASE WHEN i.feedback_every IN ('weekly', 'monthly')
            THEN (SELECT MIN(c.date) FROM calendar_day c WHERE c.date > i.last AND c.working_no > last.working_no + {FEEDBACK_LIMIT})
            WHEN {by_calendar("i.feedback_every")} THEN (SELECT MIN(n.date) FROM calendar_day n WHERE n.date > (SELECT c.date FROM calendar_day c
              WHERE c.date >= i.last AND {is_due_day("i.feedback_every", "c.date")} ORDER BY c.date LIMIT 1 OFFSET 1))
            ELSE (SELECT MIN(c.date) FROM calendar_day c WHERE c.date > i.last
                  AND (SELECT COUNT(*) FROM calendar_day b WHERE b.date > i.last AND b.date <= c.date) > {FEEDBACK_LIMIT} AND c.date <= :as_of) END"""

LAST_SIGN = """(
      SELECT MAX(z.day) FROM (
        SELECT n.day AS day FROM note n WHERE n.item_id = m.id
        UNION ALL SELECT COALESCE(s.reviewed, s.day) FROM submission s WHERE s.item_id = m.id
        UNION ALL SELECT u.until FROM pause u WHERE u.item_id = m.id
        UNION ALL SELECT c.until FROM past_closing c WHERE c.item_id = m.id
        UNION ALL SELECT CASE WHEN m.issued > m.registered THEN m.issued ELSE m.registered END
      ) z
    )"""
"""The day from which the feedback period of an item `m` runs: that of its last sign of life."""

RULE = Rule(
    code="D306",
    name=N_("feedback-missed"),
    severity="audit",
    subject="item",
    waited=True,
    # The period begins anew with each feedback or submission, after a suspension or a
    # closing that was opened again, and on the day the item was handed out or registered.
    sql=f"""
SELECT * FROM (
  SELECT i.id AS subject_id, i.id AS item_id, i.last AS key, i.number, p.name AS lead, i.last, i.feedback_every AS every,
         {PASSED} AS passed, {FEEDBACK_LIMIT} AS most, {SINCE} AS since
  FROM (
    SELECT m.id, m.number, m.lead_id, m.feedback_every, {LAST_SIGN} AS last
    FROM item m
    WHERE m.id BETWEEN :lo AND :hi AND m.feedback_every IS NOT NULL AND m.status IN {IN_HANDS} AND m.issued <= :as_of
  ) i
  JOIN person p ON p.id = i.lead_id
  JOIN calendar_day today ON today.date = :as_of
  JOIN calendar_day last ON last.date = i.last
) f
WHERE f.passed > f.most
ORDER BY f.subject_id""",
    words={"every": "feedback"},
    among=EVERY_OPEN_ITEM,
    message=N_("{lead} feeds back {every} on {number}, but the last sign of it is of {last}."),
    fix=N_('{lead} says how it goes: officecli note {number} "…" --progress 60; or prod: officecli prod {number}'),
    thresholds={"weekly_days": FEEDBACK_WEEKLY, "monthly_days": FEEDBACK_MONTHLY},
    principle=N_("Work under follow-up is reported on at the rhythm that was agreed, without being asked."),
    finds=N_(
        "An item with a feedback period (weekly: 5 working days, monthly: 21, 10d: ten days, monthly-25: by each 25th, weekly-5: by each Friday) in "
        "which none was made."
    ),
    why=N_("A report that comes only when asked for is a sign that nobody is steering."),
    instead=N_("Feed back in time, if only to say that nothing has changed and why; or have the originator change the period."),
    accepted=N_('officecli note 31 "No change: two replies still missing" --next "call on Monday"'),
)
