"""B804: an important and urgent item lies idle while its lead works on a lesser one."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts import signs_of_life
from officecli.model.rule import Rule
from officecli.rules.acts import listed
from officecli.rules.since import altered, since
from officecli.settings import Setting
from officecli.store.items import IN_HANDS, beside

WEIGHTY = "{0}.importance = 'major' AND {0}.urgency <> 'ordinary'"
WORKED = """
    SELECT n.item_id, n.person_id, n.day FROM first f JOIN note n ON n.person_id = f.lead_id AND n.day > f.last
    UNION ALL SELECT s.item_id, s.person_id, s.day FROM first f JOIN submission s ON s.person_id = f.lead_id AND s.day > f.last"""

RULE = Rule(
    code="B804",
    name=N_("important-waits"),
    severity="audit",
    subject="item",
    waited=True,
    # Few items are weighty and idle, and are found among those in hand, not by the day they
    # were given out; of a lead's work only what came since the first of theirs fell idle.
    sql=f"""
WITH idle AS (
  SELECT m.id, m.number, m.lead_id, MAX(t.day) AS last
  FROM item m CROSS JOIN trail t
  WHERE t.item_id = m.id AND t.verb IN {listed(signs_of_life())} AND {beside("m.id")} BETWEEN :lo AND :hi AND m.status IN {
        IN_HANDS
    } AND COALESCE(m.issued, '') <= :as_of AND {WEIGHTY.format("m")}
    AND NOT EXISTS (SELECT 1 FROM wait w WHERE w.item_id = m.id AND w.until IS NULL)
  GROUP BY m.id, m.number, m.lead_id
),
still AS (
  SELECT i.id, i.number, i.lead_id, i.last, today.working_no - d.working_no AS days
  FROM idle i JOIN calendar_day d ON d.date = i.last JOIN calendar_day today ON today.date = :as_of
  WHERE today.working_no - d.working_no > :important_idle_days
),
first AS (SELECT lead_id, MIN(last) AS last FROM still GROUP BY lead_id),
worked AS MATERIALIZED (
  SELECT o.lead_id, o.id, o.number, k.day
  FROM ({WORKED}) k CROSS JOIN item o
  WHERE o.id = k.item_id AND {beside("o.lead_id")} = k.person_id AND NOT ({WEIGHTY.format("o")})
),
lesser AS (SELECT o.lead_id, o.id, o.number, MAX(o.day) AS day FROM worked o WHERE o.day <= :as_of GROUP BY o.lead_id, o.id, o.number),
newest AS (SELECT l.*, ROW_NUMBER() OVER (PARTITION BY l.lead_id ORDER BY l.day DESC, l.id DESC) AS place FROM lesser l)
SELECT s.id AS subject_id, s.id AS item_id, s.last AS key, s.number, p.name AS lead, s.last, s.days, n.number AS lesser, n.day,
       {
        since(
            "MIN(c.date) FROM calendar_day c WHERE c.date > s.last"
            " AND c.working_no > CAST(:important_idle_days AS INTEGER) + (SELECT l.working_no FROM calendar_day l WHERE l.date = s.last)",
            "MIN(k.day) FROM worked k WHERE k.lead_id = s.lead_id AND k.day > s.last",
            "MAX(w.until) FROM wait w WHERE w.item_id = s.id",
            altered("s.id", "item", "s.id", "importance", "urgency"),
        )
    }
FROM still s
JOIN newest n ON n.lead_id = s.lead_id AND n.place = 1 AND n.day > s.last
JOIN person p ON p.id = s.lead_id
ORDER BY s.id""",
    message=N_(
        "{number} is important and urgent, and nothing has been recorded on it since {last} (working days: {days}); "
        "on {day} {lead} worked on {lesser}, which is less."
    ),
    fix=N_(
        '{lead} takes it up first: officecli note {number} "draft begun" --progress 20; or says what it waits for: officecli wait {number} --for '
        '"county archive" "originals requested"'
    ),
    thresholds={
        "idle_days": Setting(
            name="important.idle_days",
            default=2,
            unit="working days",
            meaning=N_("working days important and urgent work may lie while its lead works on lesser things"),
        ),
    },
    principle=N_("First things first: work goes by importance and urgency, not by what is easiest."),
    finds=N_(
        "An important and urgent item in hand with no entry for more than two working days (important.idle_days), whose lead has since fed back on, "
        "or handed in, an item that is not both. One that is recorded as waiting for somebody is not found."
    ),
    why=N_("The easy work gets done, and the work that matters is begun when it is too late to do it well."),
    instead=N_("Do the important and urgent first; officecli quadrants shows which that is."),
    accepted=N_('officecli note 31 "draft begun" --progress 20'),
)
