"""B802: one person has far more to do than there are hours for it, and a colleague of the same section far less."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import farthest_due
from officecli.rules.since import altered, always, made
from officecli.settings import LOAD_DAYS, LOAD_OVER, LOAD_UNDER
from officecli.store.effort import works
from officecli.store.items import in_hands_on


def _measured(person: str, condition: str) -> str:
    """The condition on all the work `w` somebody had on the day `that`, and the minutes `there` are for it."""
    known = f"COALESCE({altered('i.id', 'item', 'i.id', 'hours')}, '') <= that.date"
    last = (
        "SELECT d.date FROM calendar_day d WHERE d.is_working = 1 AND d.working_no = that.working_no - that.is_working + CAST(:load_days AS INTEGER)"
    )
    off = f"""SELECT COUNT(DISTINCT k.date) FROM absence x JOIN calendar_day k ON k.date BETWEEN x.since AND x.until
      WHERE x.person_id = {person} AND {made("x.id")} <= that.date AND k.is_working = 1 AND k.date BETWEEN that.date AND ({last})"""
    there = f":day_minutes * (CAST(:load_days AS INTEGER) - ({off}))"
    return f"(SELECT {condition.format(there=there)} FROM {works(in_hands_on('that.date', person), known, 'that.date')} w WHERE w.due <= ({last}))"


OVER = _measured(":subject", "COALESCE(SUM(w.minutes), 0) * 100 > {there} * :load_over_percent")
UNDER = _measured("mate.id", "COUNT(w.id) = COUNT(w.minutes) AND COALESCE(SUM(w.minutes), 0) * 100 < {there} * :load_under_percent")
SINCE = always(
    f"""{OVER} AND EXISTS (
      SELECT 1 FROM v_person o JOIN v_person mate ON mate.unit_id = o.unit_id AND mate.id <> o.id AND mate.left_on IS NULL AND mate.account = 0
      WHERE o.id = :subject AND {UNDER})"""
)

# A colleague with items nobody has estimated is not said to have room: nobody knows.
RULE = Rule(
    code="B802",
    name=N_("uneven-load"),
    severity="advice",
    waivable=False,
    subject="person",
    sql=f"""
WITH span AS (
  SELECT d.date AS last FROM calendar_day t JOIN calendar_day d ON d.is_working = 1 AND d.working_no = t.working_no - t.is_working + :load_days
  WHERE t.date = :as_of
),
asked AS (
  SELECT w.lead_id, SUM(w.minutes) AS minutes, SUM(CASE WHEN w.minutes IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM {works("item", "1 = 1")} w JOIN span s ON w.due <= s.last GROUP BY w.lead_id
),
load AS (
  SELECT p.id, p.name, p.unit_id, p.unit, p.level, s.last, COALESCE(a.minutes, 0) AS asked, COALESCE(a.unknown, 0) AS unknown, :day_minutes * (:load_days - (
    SELECT COUNT(DISTINCT c.date) FROM absence x JOIN calendar_day c ON c.date BETWEEN x.since AND x.until
    WHERE x.person_id = p.id AND x.until >= :as_of AND c.is_working = 1 AND c.date BETWEEN :as_of AND s.last
  )) AS there
  FROM v_person p CROSS JOIN span s LEFT JOIN asked a ON a.lead_id = p.id
  WHERE p.account = 0 AND p.left_on IS NULL
),
pair AS (
  SELECT o.*, c.name AS colleague, c.asked AS less, c.there AS room,
         ROW_NUMBER() OVER (PARTITION BY o.id ORDER BY CASE WHEN c.level > o.level THEN 1 ELSE 0 END, c.there - c.asked DESC, c.id) AS place
  FROM load o JOIN load c ON c.unit_id = o.unit_id AND c.id <> o.id
  WHERE o.id BETWEEN :lo AND :hi AND o.asked * 100 > o.there * :load_over_percent AND c.unknown = 0 AND c.asked * 100 < c.there * :load_under_percent
)
SELECT f.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, f.name AS person, f.unit, f.colleague, f.last, {farthest_due("f.id")} AS number,
       CAST(f.asked AS DOUBLE PRECISION) / 60 AS asked_hours, CAST(f.there AS DOUBLE PRECISION) / 60 AS there_hours,
       CAST(f.less AS DOUBLE PRECISION) / 60 AS other_asked, CAST(f.room AS DOUBLE PRECISION) / 60 AS other_there
FROM pair f WHERE f.place = 1
ORDER BY f.id""",
    since=SINCE,
    message=N_(
        "By {last} {person} has {there_hours:.1f} working hours for {asked_hours:.1f} hours of work, "
        "and {colleague} of the same section {other_there:.1f} for {other_asked:.1f}."
    ),
    fix=N_('Share it out: officecli plan "{person}" shows what does not fit; officecli assign {number} --to "{colleague}" "…"'),
    thresholds={"days": LOAD_DAYS, "over_percent": LOAD_OVER, "under_percent": LOAD_UNDER},
    principle=N_("People are used well: work is divided so that nobody drowns while another waits."),
    finds=N_(
        "Over the next 10 working days, somebody with more than 120 % of their hours due, and a colleague of the same section with less than 60 %, "
        "all of whose work due by then is estimated."
    ),
    why=N_("The overloaded one is late, the other idle; together they would be in time."),
    instead=N_("Hand items over, or let the colleague support with a stated part."),
    accepted=N_("officecli load --unit Records"),
)
