"""N903: a staff difficulty left without an answer. What it is, and whose, is told to nobody here."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.settings import Setting

RULE = Rule(
    code="N903",
    name=N_("difficulty-unanswered"),
    severity="audit",
    waivable=False,
    subject="difficulty",
    waited=True,
    # `person` is who answers for the finding: who sees to it, never whose difficulty it is.
    sql="""
SELECT d.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, d.id AS number, o.name AS person, o.unit, d.day, d.due,
       today.working_no - recorded.working_no AS days,
       (SELECT MIN(c.date) FROM calendar_day c
        WHERE c.date > d.due OR c.working_no > recorded.working_no + CAST(:difficulty_days AS INTEGER)) AS since
FROM difficulty d
JOIN v_person o ON o.id = d.owner_id
JOIN person p ON p.id = d.person_id
JOIN calendar_day recorded ON recorded.date = d.day
JOIN calendar_day today ON today.date = :as_of
WHERE d.id BETWEEN :lo AND :hi AND d.answered IS NULL AND p.left_on IS NULL
  AND (d.due < :as_of OR today.working_no - recorded.working_no > :difficulty_days)
ORDER BY d.id""",
    numbers={"number": "difficulty"},
    message=N_("A difficulty that {person} sees to is unanswered: recorded on {day}, to be answered by {due} (working days: {days})."),
    fix=N_('{person} says what was done: officecli difficulty answer {number} "…"'),
    thresholds={
        "limit_days": Setting(
            name="difficulty.days", default=10, unit="working days", meaning=N_("working days in which a difficulty is to be answered")
        ),
    },
    principle=N_("Look after people's difficulties, so that they can put their minds to the work."),
    finds=N_("A difficulty of somebody of the office that is past its date, or open for more than 10 working days (a setting)."),
    why=N_("Whoever confided a trouble and hears nothing will not confide again."),
    instead=N_("Answer within the time given, even if the answer is what cannot be done."),
    accepted=N_('officecli difficulty answer H-003 "Place found at the Third School"'),
)
