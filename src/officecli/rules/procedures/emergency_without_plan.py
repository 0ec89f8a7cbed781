"""P706: a kind of emergency with no plan, or nobody on duty."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import altered, any_changed, changed, latest, once, opened, since
from officecli.store.items import OPEN_STATUSES

WITH_PLAN = f"b.subject_id IN (SELECT p.id FROM procedure p WHERE p.emergency_id = e.id) OR {once('emergency_id', 'e.id')}"
NOBODY_SINCE = """MIN(c.date) FROM calendar_day c
WHERE c.date > (SELECT MAX(r.day) FROM roster r JOIN person p ON p.id = r.person_id WHERE r.day < :as_of AND p.left_on IS NULL)"""

RULE = Rule(
    code="P706",
    name=N_("emergency-without-plan"),
    severity="audit",
    waivable=False,
    subject="emergency",
    # That nobody is on duty is one fault, however many kinds of emergency there are: it is found on the first.
    sql=f"""
SELECT e.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, 'plan' AS key, 'plan' AS which, e.name AS emergency, '' AS number, :as_of AS day,
       {since(changed("emergency", "e.id", "retired"), any_changed("procedure", ("retired", "emergency_id"), WITH_PLAN))}
FROM emergency e
WHERE e.id BETWEEN :lo AND :hi AND e.retired = 0
  AND NOT EXISTS (SELECT 1 FROM procedure p WHERE p.emergency_id = e.id AND p.retired = 0)
UNION ALL
SELECT i.id, i.id, 'item', 'item', i.number || ' ' || i.title, i.number, :as_of,
       {latest(opened("i"), altered("i.id", "item", "i.id", "kind", "procedure_id"))}
FROM item i
WHERE i.id BETWEEN :lo AND :hi AND i.kind = 'emergency' AND i.status IN {OPEN_STATUSES}
  AND NOT EXISTS (SELECT 1 FROM procedure p WHERE p.id = i.procedure_id AND (p.emergency_id IS NOT NULL OR p.kind = 'emergency'))
UNION ALL
SELECT e.id, CAST(NULL AS INTEGER), 'officer', 'officer', e.name, '', :as_of,
       {latest(changed("emergency", "e.id", "retired"), NOBODY_SINCE)}
FROM emergency e
WHERE e.id BETWEEN :lo AND :hi AND e.id = (SELECT MIN(f.id) FROM emergency f WHERE f.retired = 0)
  AND NOT EXISTS (SELECT 1 FROM roster r JOIN person p ON p.id = r.person_id WHERE r.day = :as_of AND p.left_on IS NULL)
ORDER BY subject_id""",
    message={
        "item": N_("“{emergency}” is an emergency, and follows no plan."),
        "plan": N_("There is no plan for “{emergency}”."),
        "officer": N_("Nobody is on the duty roster for {day}, should “{emergency}” or the like happen."),
    },
    fix={
        "item": N_(
            "Bind it to the plan it follows, one of officecli procedure list: officecli edit {number} --procedure NAME; or write one: officecli "
            "procedure add --help"
        ),
        "plan": N_("Write its plan as a procedure: officecli procedure add --help"),
        "officer": N_("Put somebody on duty, yourself for one: officecli roster {day} me"),
    },
    principle=N_("Sudden events are met by a plan and by somebody on duty, not by whoever happens to be there."),
    finds=N_(
        "A kind of emergency for which no procedure is in use, an open emergency that follows no plan, or a day without a duty officer in an office that "
        "knows kinds of emergency."
    ),
    why=N_("In an emergency nobody writes a plan, and nobody finds out whose turn it is."),
    instead=N_("Keep a procedure for each kind of emergency, practise it, and keep the duty roster filled."),
    accepted="officecli roster",
)
