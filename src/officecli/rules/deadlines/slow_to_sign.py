"""D302: issued, and not signed for within the limit."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import EVERY_OPEN_ITEM, next_superior
from officecli.settings import SIGN_MOST_URGENT, SIGN_ORDINARY, SIGN_URGENT

RULE = Rule(
    code="D302",
    name=N_("slow-to-sign"),
    severity="audit",
    subject="item",
    waited=True,
    # Twice the limit is judged in whole working days since the issue day; `sign_by` begins with its UTC date.
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, i.lead_id AS key, i.number, p.name AS lead, i.issued, i.sign_by AS since, above.name AS superior,
       above.id AS superior_id,
       (SELECT MIN(c.date) FROM calendar_day c
        WHERE c.working_no = issued.working_no + 2 * (latest.working_no - issued.working_no) + 1) AS twice_since,
       today.working_no - issued.working_no AS days,
       CASE WHEN above.id IS NOT NULL AND today.working_no - issued.working_no > 2 * (latest.working_no - issued.working_no)
            THEN 'twice' ELSE 'once' END AS which
FROM item i
JOIN v_person p ON p.id = i.lead_id
LEFT JOIN person above ON above.id = {next_superior("p")}
LEFT JOIN calendar_day today ON today.date = :as_of
LEFT JOIN calendar_day issued ON issued.date = i.issued
LEFT JOIN calendar_day latest ON latest.date = SUBSTR(i.sign_by, 1, 10)
WHERE i.id BETWEEN :lo AND :hi AND i.status = 'issued' AND i.issued <= :as_of AND i.sign_by < :now
ORDER BY i.id""",
    among=EVERY_OPEN_ITEM,
    moments=("since",),
    message={
        "once": N_("{lead} has not signed for {number}, issued on {issued}."),
        "twice": N_("{lead} has not signed for {number}, issued on {issued}, at twice the limit; {superior} should know."),
    },
    fix={
        "once": N_("{lead} signs for it with officecli ack {number}; or prod: officecli prod {number}"),
        "twice": N_(
            "{superior} has it signed for (officecli ack {number}), or gives it to another lead; who has room: officecli suggest-lead {number}"
        ),
    },
    thresholds={"limit_days": SIGN_ORDINARY, "limit_hours": SIGN_URGENT, "most_urgent_hours": SIGN_MOST_URGENT},
    principle=N_("Take it up gladly and at once; never put off or delay."),
    finds=N_("An item handed out and not signed for within the limit of its urgency; at twice the limit the lead's superior is named."),
    why=N_("Until somebody has signed, nobody knows whether the work has arrived."),
    instead=N_(
        "Sign within a working day (urgent: 4 office hours, most urgent: 1); the first note or submission signs too; what one gives oneself is "
        "signed for at once."
    ),
    accepted="officecli ack 31",
)
