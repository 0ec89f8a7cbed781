"""N902: a newcomer with no recorded selection."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.settings import Setting

RULE = Rule(
    code="N902",
    name=N_("joined-without-record"),
    severity="audit",
    waivable=False,
    subject="person",
    # Whoever joined longer ago was there before anybody asked for this.
    sql="""
SELECT p.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, p.name AS person, p.unit, p.joined,
       (SELECT MIN(c.date) FROM calendar_day c WHERE c.working_no > joined.working_no + CAST(:newcomer_days AS INTEGER)) AS since
FROM v_person p
JOIN calendar_day joined ON joined.date = p.joined
JOIN calendar_day today ON today.date = :as_of
WHERE p.id BETWEEN :lo AND :hi AND p.account = 0 AND p.left_on IS NULL
  AND today.working_no - joined.working_no > :newcomer_days AND today.working_no - joined.working_no <= :joining_days
  AND NOT EXISTS (SELECT 1 FROM selection s WHERE s.person_id = p.id)
ORDER BY p.id""",
    message=N_("{person} joined on {joined}, and it is not on record how {person} was selected."),
    fix=N_('Record it: officecli person selected "{person}" --manner exam|interview|assessment|transfer|appointment --result TEXT'),
    thresholds={
        "limit_days": Setting(
            name="joining.days", default=250, unit="working days", meaning=N_("working days after joining for which a missing selection is told")
        ),
    },
    principle=N_("People come to the office by examination and assessment, and by what they have done."),
    finds=N_("Somebody who joined within the last 250 working days (a setting), and more than 10 ago, whose selection is not on record."),
    why=N_("Where nobody can say how a post was filled, nobody believes it was filled by merit."),
    instead=N_("Record the manner, the result and who decided when somebody comes."),
    accepted=N_('officecli person selected "Ana Vidal" --manner exam --result "first of 24" --by Director'),
)
