"""P705: the same kind of ad hoc work again and again."""

from __future__ import annotations

from functools import reduce

from officecli.i18n import N_
from officecli.model.rule import Rule

NUMERALS = "0123456789〇零一二三四五六七八九十百千两"
MATTER = reduce(lambda key, numeral: f"REPLACE({key}, '{numeral}', '')", NUMERALS, "i.title_key")
"""A matter without its numbers: “第三季度信息通报” and “第四季度信息通报” are the same work."""

SINCE = "COALESCE((SELECT date FROM calendar_day WHERE date <= :as_of ORDER BY date DESC LIMIT 1 OFFSET CAST(:repeat_days AS INTEGER)), '')"
ADHOC = f"""
FROM item i WHERE i.kind = 'adhoc' AND i.status <> 'cancelled' AND i.procedure_id IS NULL AND i.issued <= :as_of AND i.issued > {SINCE}"""


def _often(which: str, key: str, condition: str) -> str:
    """The first and last item of each kind of work that came up often enough."""
    return f"""
SELECT '{which}' AS which, i.work AS work, MIN(i.id) AS first_id, MAX(i.id) AS last_id, COUNT(*) AS times
FROM (SELECT i.id AS id, {key} AS work {ADHOC} AND {condition}) i
WHERE i.work <> '' GROUP BY i.work HAVING COUNT(*) >= :repeat_count AND MIN(i.id) BETWEEN :lo AND :hi"""


RULE = Rule(
    code="P705",
    name=N_("make-it-a-procedure"),
    severity="advice",
    subject="item",
    sql=f"""
SELECT f.first_id AS subject_id, f.first_id AS item_id, f.work AS key, f.which, f.times, a.number, z.number AS last, a.title, d.title AS duty, a.issued AS since
FROM ({_often("duty", "CAST(i.duty_id AS TEXT)", "i.duty_id IS NOT NULL")}
UNION ALL{_often("matter", MATTER, "i.duty_id IS NULL")}) f
JOIN item a ON a.id = f.first_id
JOIN item z ON z.id = f.last_id
LEFT JOIN duty d ON d.id = a.duty_id
ORDER BY f.first_id, f.which""",
    message={
        "duty": N_("Ad hoc work came up {times} times under the duty “{duty}” since {since}: from {number} to {last}."),
        "matter": N_("“{title}” came up as ad hoc work {times} times since {since}: from {number} to {last}."),
    },
    fix={
        "duty": N_("Draft a procedure from how it was done: officecli procedure learn {last}"),
        "matter": N_("Draft a procedure from how it was done: officecli procedure learn {last}"),
    },
    principle=N_("What comes up again and again is no accident: it is given a procedure."),
    finds=N_(
        "The same kind of ad hoc work three times in 90 days: under one duty, or, where no duty is named, under one title apart from its numbers."
    ),
    why=N_("Each time it is thought out anew, and each time a little differently."),
    instead=N_("Write down once how it is done best, and run that."),
    accepted=N_("officecli procedure learn 31"),
)
