"""F605: acts recorded long after their day, by person."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.acts import TAKEN_BACK
from officecli.settings import BACKDATE, Setting
from officecli.store.items import beside

RULE = Rule(
    code="F605",
    name=N_("recorded-late"),
    severity="audit",
    subject="person",
    # What was taken back is as if it had not been; what was taken back and then done again is.
    sql=f"""
SELECT p.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, MAX(t.command) AS key, p.name AS person, COUNT(DISTINCT t.command) AS times,
       MIN(t.recorded) AS since, MAX(i.number) AS number, CASE WHEN MAX(i.number) IS NULL THEN 'other' ELSE 'item' END AS which
FROM trail t CROSS JOIN person p
LEFT JOIN item i ON i.id = t.item_id
JOIN calendar_day today ON today.date = :as_of
JOIN calendar_day done ON done.date = t.day
JOIN calendar_day typed ON typed.date = t.recorded
WHERE p.id = {beside("t.actor_id")} AND p.id BETWEEN :lo AND :hi AND t.subject <> 'reminder' AND t.recorded IS NOT NULL AND t.recorded <= :as_of
  AND typed.working_no - done.working_no > :recorded_late_days AND today.working_no - typed.working_no < :recorded_window_days
  AND NOT {TAKEN_BACK}
GROUP BY p.id, p.name
ORDER BY p.id""",
    message={
        "item": N_("{person} has recorded acts long after their day since {since} (times: {times}), one on {number} among them."),
        "other": N_("{person} has recorded results long after their day since {since} (times: {times})."),
    },
    fix={
        "item": N_("See both days of each: officecli history {number}. Ask what keeps {person} from recording what is done when it is done."),
        "other": N_('See both days of each: officecli history --actor "{person}". Ask what keeps them from recording what is done when it is done.'),
    },
    thresholds={
        "days": Setting(
            name="recorded.late_days",
            default=3,
            unit="working days",
            meaning=N_("working days after its day on which an act is not recorded late yet"),
        ),
        "window_days": Setting(
            name="recorded.window_days",
            default=60,
            unit="working days",
            least=1,
            meaning=N_("working days over which acts recorded late are counted"),
        ),
        "backdate_days": BACKDATE,
    },
    principle=N_("What is done is recorded when it is done; the record says both days where it was not."),
    finds=N_("People who recorded acts more than some working days (3 by default) after their day, with how often, over the last 60 working days."),
    why=N_("What is written down afterwards is written as one would have it."),
    instead=N_("Record what you do on the day, a line is enough; what could not be recorded then, soon after, with --on."),
    accepted=N_('officecli note 31 "Draft sent round" --on yesterday'),
)
