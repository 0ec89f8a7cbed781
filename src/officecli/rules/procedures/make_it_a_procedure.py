"""P705: the same kind of ad hoc work again and again."""

from __future__ import annotations

from functools import reduce

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.settings import Setting
from officecli.store.items import beside

DIGITS, CHINESE = "0123456789", "〇零一二三四五六七八九十百千两"

SINCE = "COALESCE((SELECT date FROM calendar_day WHERE date <= :as_of ORDER BY date DESC LIMIT 1 OFFSET CAST(:repeat_days AS INTEGER)), '')"
ADHOC = f"""
FROM item i WHERE i.kind = 'adhoc' AND i.status <> 'cancelled' AND {beside("i.procedure_id")} IS NULL AND {beside("i.parent_id")} IS NULL
  AND i.issued <= :as_of AND i.issued > {SINCE}"""
"""One tasking to several is one, its whole, however many have a part in it."""


def _without(numerals: str, key: str) -> str:
    return reduce(lambda left, numeral: f"REPLACE({left}, '{numeral}', '')", numerals, key)


DUTY = f"SELECT i.id AS id, i.issued, CAST(i.duty_id AS TEXT) AS work {ADHOC} AND i.duty_id IS NOT NULL"
# A matter without its numbers: “第三季度信息通报” and “第四季度信息通报” are the same work. In two rounds, since SQLite's parser holds only so much at once.
MATTER = f"""
SELECT m.id AS id, m.issued, {_without(CHINESE, "m.work")} AS work
FROM (SELECT i.id AS id, i.issued, {_without(DIGITS, "i.title_key")} AS work {ADHOC} AND i.duty_id IS NULL) m"""


def _often(which: str, works: str) -> str:
    """The first and last item of each kind of work that came up often enough."""
    return f"""
SELECT '{which}' AS which, w.work AS work, MIN(w.id) AS first_id, MAX(w.id) AS last_id, COUNT(*) AS times,
       MAX(CASE WHEN w.nth = CAST(:repeat_count AS INTEGER) THEN w.issued END) AS since
FROM (SELECT k.*, ROW_NUMBER() OVER (PARTITION BY k.work ORDER BY k.issued, k.id) AS nth FROM ({works}) k) w
WHERE w.work <> '' GROUP BY w.work HAVING COUNT(*) >= :repeat_count AND MIN(w.id) BETWEEN :lo AND :hi"""


RULE = Rule(
    code="P705",
    name=N_("make-it-a-procedure"),
    severity="advice",
    subject="item",
    sql=f"""
SELECT f.first_id AS subject_id, f.first_id AS item_id, f.work AS key, f.which, f.times, a.number, z.number AS last, a.title, d.title AS duty,
  a.issued AS first, f.since
FROM ({_often("duty", DUTY)}
UNION ALL{_often("matter", MATTER)}) f
JOIN item a ON a.id = f.first_id
JOIN item z ON z.id = f.last_id
LEFT JOIN duty d ON d.id = a.duty_id
ORDER BY f.first_id, f.which""",
    message={
        "duty": N_("Ad hoc work came up {times} times under the duty “{duty}” since {first}: from {number} to {last}."),
        "matter": N_("“{title}” came up as ad hoc work {times} times since {first}: from {number} to {last}."),
    },
    fix={
        "duty": N_("Draft a procedure from how it was done: officecli procedure learn {last}"),
        "matter": N_("Draft a procedure from how it was done: officecli procedure learn {last}"),
    },
    thresholds={
        "count": Setting(
            name="repeat.count", default=3, unit="count", meaning=N_("times the same ad hoc work may come before it should have a procedure")
        ),
        "days": Setting(
            name="repeat.days", default=90, unit="calendar days", meaning=N_("days in which ad hoc work that comes again counts as repeated")
        ),
    },
    principle=N_("What comes up again and again is no accident: it is given a procedure."),
    finds=N_(
        "The same kind of ad hoc work three times in 90 days: under one duty, or, where no duty is named, under one title apart from its numbers."
    ),
    why=N_("Each time it is thought out anew, and each time a little differently."),
    instead=N_("Write down once how it is done best, and run that."),
    accepted=N_("officecli procedure learn 31"),
)
