"""B801: more hours of work due than the person has before the deadline."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import altered, always, made
from officecli.settings import Setting
from officecli.store.effort import ORDER, works
from officecli.store.items import IN_HANDS, in_hands_on


def _ahead(day: str) -> str:
    """What counts of the items `i`: estimated, and due within the days one looks ahead."""
    return f"""(i.hours > 0 OR :plan_assumed_hours > 0) AND i.due < COALESCE((
      SELECT c.date FROM calendar_day t JOIN calendar_day c ON c.date > t.date AND c.working_no > t.working_no + :plan_days
      WHERE t.date = {day} ORDER BY c.date LIMIT 1), '9999')"""


def _late(source: str, where: str, day: str) -> str:
    """The tables of a query, the last of which, `late`, has the work that cannot be done in time, as of a day, with the worst span of each."""
    off = f"""(SELECT COUNT(DISTINCT c.date) FROM absence a JOIN calendar_day c ON c.date BETWEEN a.since AND a.until
          WHERE a.person_id = w.lead_id AND a.until >= {day} AND {made("a.id")} <= {day} AND c.is_working = 1 AND c.date >= {day} AND c.date"""
    return f"""work AS (
  SELECT w.*, d.working_no AS due_no, r.working_no - r.is_working AS before_no,
         {off} <= w.due) AS off_due, {off} < w.release) AS off_before
  FROM {works(source, f"{where} AND {_ahead(day)}", day)} w
  JOIN calendar_day d ON d.date = w.due
  JOIN calendar_day r ON r.date = w.release
  WHERE w.minutes > 0
),
beginning AS (SELECT DISTINCT lead_id, release, before_no, off_before FROM work),
span AS (
  SELECT w.id, w.number, w.lead_id, w.due, w.minor, w.calm, w.issued, b.release,
         (w.due_no - b.before_no - w.off_due + b.off_before) * :day_minutes AS there,
         SUM(w.minutes) OVER (PARTITION BY w.lead_id, b.release ORDER BY w.due, w.minor, w.calm, w.issued, w.id ROWS UNBOUNDED PRECEDING) AS asked
  FROM work w JOIN beginning b ON b.lead_id = w.lead_id AND b.release <= w.release
),
late AS (
  SELECT s.*, asked - there AS over, ROW_NUMBER() OVER (PARTITION BY id ORDER BY asked - there DESC, release) AS worst
  FROM span s WHERE asked > there
)"""


# Somebody cannot do everything in time exactly when, from some release day to some deadline, the work that must be done between them is more
# than the minutes there are: the criterion of `model.planning`. What is due later never takes the place of what is due sooner,
# so the first work in ORDER that some such span cannot hold is the one that `plan` names, and lacks what the worst span lacks.
SQL = f"""
WITH {_late("item", "i.lead_id BETWEEN :lo AND :hi", ":as_of")},
placed AS (
  SELECT l.*, ROW_NUMBER() OVER (PARTITION BY lead_id ORDER BY {ORDER}) AS place, SUM(over) OVER (PARTITION BY lead_id) AS strain
  FROM late l WHERE worst = 1
)
SELECT o.lead_id AS subject_id, o.id AS item_id, '' AS key, p.name AS person, o.number, o.release, o.due,
       CASE WHEN o.release = o.due THEN 'day' ELSE 'span' END AS which, CAST(o.strain AS INTEGER) AS strain,
       CAST(o.over AS INTEGER) AS over, CAST(o.asked AS DOUBLE PRECISION) / 60 AS asked_hours, CAST(o.there AS DOUBLE PRECISION) / 60 AS there_hours
FROM placed o JOIN person p ON p.id = o.lead_id
WHERE o.place = 1
ORDER BY o.lead_id"""


ESTIMATED = f"COALESCE({altered('i.id', 'item', 'i.id', 'hours')}, '') <= that.date"
SINCE = always(f"EXISTS (WITH {_late(in_hands_on('that.date', ':subject'), ESTIMATED, 'that.date')} SELECT 1 FROM late)")
"""Before its present estimate was known, an item is taken for none."""

RULE = Rule(
    code="B801",
    name=N_("overloaded"),
    severity="warn",
    subject="person",
    waited=True,
    sql=SQL,
    since=SINCE,
    worsens="strain",
    watches={
        "item": f"""
SELECT i.lead_id AS id FROM item i WHERE i.id BETWEEN :lo AND :hi AND i.status IN {IN_HANDS}
  AND (i.hours > 0 OR (i.hours IS NULL AND EXISTS (SELECT 1 FROM setting s WHERE s.name = 'plan.assumed_hours')))""",
        "note": """
SELECT i.lead_id AS id FROM note n JOIN item i ON i.id = n.item_id
WHERE n.id BETWEEN :lo AND :hi AND n.progress < (
  SELECT e.progress FROM note e WHERE e.item_id = n.item_id AND e.id < n.id AND e.progress IS NOT NULL ORDER BY e.id DESC LIMIT 1)""",
        "absence": "SELECT person_id AS id FROM absence WHERE id BETWEEN :lo AND :hi",
    },
    message={
        "span": N_(
            "From {release} to {due} {person} has {there_hours:.1f} working hours for {asked_hours:.1f} hours of work: {number} cannot be done in time."
        ),
        "day": N_("On {due} {person} has {there_hours:.1f} working hours for {asked_hours:.1f} hours of work: {number} cannot be done in time."),
    },
    fix=N_('See what would make it fit (delegate, extend or split it): officecli plan "{person}"'),
    thresholds={
        "days": Setting(
            name="plan.days", default=60, unit="working days", meaning=N_("working days ahead in which work must fit into the hours there are")
        ),
    },
    principle=N_("Work is given out by importance and urgency, and within the hours people have."),
    finds=N_(
        "Somebody with more hours of work due than office hours before the deadline, absences taken off; the first item that cannot be done "
        "in time is named. It looks 60 working days ahead (plan.days) and counts items with an estimate, less the progress told."
    ),
    why=N_("What cannot fit will be late or done badly; it is better known when the work is given out than when it is overdue."),
    instead=N_("Give it to somebody with room, agree a later deadline, or split it; officecli plan shows which would do."),
    accepted=N_('officecli plan "Ana"'),
)
