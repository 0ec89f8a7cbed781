"""F607: deadlines, issue days and leads put right as mistyped, by person."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.acts import TAKEN_BACK
from officecli.settings import CORRECT, Setting
from officecli.store.items import beside

RULE = Rule(
    code="F607",
    name=N_("corrected"),
    severity="audit",
    subject="person",
    # What a correction replaced counts nowhere, so that it was made must not be forgotten; where it was taken back, it counts again.
    sql=f"""
SELECT p.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, MAX(t.command) AS key, p.name AS person, COUNT(DISTINCT t.command) AS times,
       MIN(t.day) AS since, MAX(i.number) AS number
FROM trail t CROSS JOIN person p
JOIN item i ON i.id = t.item_id
JOIN calendar_day today ON today.date = :as_of
JOIN calendar_day corrected ON corrected.date = t.day
WHERE p.id = {beside("t.actor_id")} AND p.id BETWEEN :lo AND :hi AND t.verb = 'correct' AND t.day <= :as_of
  AND today.working_no - corrected.working_no < :corrected_window_days
  AND NOT {TAKEN_BACK}
GROUP BY p.id, p.name
ORDER BY p.id""",
    message=N_("{person} has corrected deadlines, issue days or leads as mistyped since {since} (times: {times}), {number} among them."),
    fix=N_("See what each replaced, and why: officecli history {number}"),
    thresholds={
        "window_days": Setting(
            name="corrected.window_days", default=60, unit="working days", least=1, meaning=N_("working days over which corrections are counted")
        ),
        "correct_days": CORRECT,
    },
    principle=N_("What was never right is put right at once and openly; what was right and was missed stays missed."),
    finds=N_("People who corrected a deadline, an issue day or a lead as mistyped, with how often, over the last working days (60 by default)."),
    why=N_("What is corrected counts nowhere any more, so lateness could be corrected away."),
    instead=N_(
        "Look at the reading that add and edit say back. A deadline that was right and has passed is moved with --reason, and the lateness stays."
    ),
    accepted=N_('officecli edit 31 --due 30.10. --reason "the council moved its meeting"'),
)
