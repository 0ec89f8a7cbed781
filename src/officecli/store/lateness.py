"""On which days an item was late, and with whom: read off the dated rows, which nothing rewrites, so what was late once stays late.

A day is late where the item began it in somebody's hands, past the deadline that held then: before whatever was done that day moved the deadline,
suspended it or gave it to another lead. It ends with the first submission, else with the closing or the cancelling.
Against the original deadline the same counts, with this: a deadline that was let pass and then replaced begins anew, so that both agree from there.

Everything here is SQL over a row `v` of `items.source`; it takes :as_of, and says the same of today and of any past day. What needs more than one
subtraction asks the tables, by the item's id alone: the past rows say by themselves what held on which day.
"""

from __future__ import annotations

DECIDED = "COALESCE(v.first_submitted, v.closed)"  # an old item may be closed without a submission on record
"""The day that settled whether it was in time, where it was handed in at all."""

ENDED = "COALESCE(v.first_submitted, v.closed, v.cancelled, :as_of)"
"""The last day on which it can have been late."""

_NEVER = "'9999-12-31'"

_ONCE = f"""NOT EXISTS (SELECT 1 FROM pause z WHERE z.item_id = v.id AND z.since <= :as_of)
    AND NOT EXISTS (SELECT 1 FROM past_deadline w WHERE w.item_id = v.id AND w.until <= :as_of AND (w.until > w.due OR w.until > {DECIDED}))"""
"""Most items: never suspended, and no deadline of theirs was moved after it had passed. One subtraction says how late they are."""


def days(*, originally: bool = False) -> str:
    """The working days on which it was late; NULL for one cancelled that never was."""
    due = _column(originally)
    return f"""CASE WHEN {_ONCE} THEN CASE WHEN {ENDED} > v.{due} THEN (SELECT working_no FROM calendar_day WHERE date = {ENDED}) - v.{due}_no
      WHEN v.status = 'cancelled' AND {DECIDED} IS NULL THEN NULL ELSE 0 END
    WHEN v.status = 'cancelled' AND {DECIDED} IS NULL AND ({_first(originally)}) IS NULL THEN NULL
    ELSE (SELECT COUNT(*) FROM {_days(originally)} AND c.is_working = 1) END"""


def since(*, originally: bool = False) -> str:
    """The first day on which it was late, NULL where it never was."""
    due = _column(originally)
    return f"""CASE WHEN {_ONCE} THEN CASE WHEN {ENDED} > v.{due} THEN (SELECT MIN(c.date) FROM calendar_day c WHERE c.date > v.{due}) END
    ELSE ({_first(originally)}) END"""


def on_time(*, originally: bool = False) -> str:
    """0 once it was late, 1 once it was handed in without, else NULL."""
    late = f"CASE WHEN {_ONCE} THEN {ENDED} > v.{_column(originally)} ELSE ({_first(originally)}) IS NOT NULL END"
    return f"CASE WHEN {late} THEN 0 WHEN {DECIDED} IS NOT NULL THEN 1 END"


def by_lead(ids: str, *, originally: bool = False) -> str:
    """A select over these items (a query of ids): `id` · `lead_id` · `days` it was late with that lead · `late_since`.

    The last is the first day on which it was late by a deadline that had not passed already when they took it over; NULL for none.
    """
    return f"""SELECT d.id, d.lead_id, CAST(SUM(d.is_working) AS INTEGER) AS days, MIN(CASE WHEN d.due >= d.taken THEN d.late END) AS late_since
FROM (
  SELECT x.id, c.is_working, {_late(originally)} AS late, {_held("c.date", originally)} AS due, {_lead(">=", "c.date")} AS lead_id,
         COALESCE((SELECT MAX(p.until) FROM past_lead p WHERE p.item_id = x.id AND p.until < c.date), '') AS taken
  FROM ({ids}) v CROSS JOIN {_days(originally)}
) d GROUP BY d.id, d.lead_id"""


def handed_in(ids: str, *, originally: bool = False) -> str:
    """A select over those of these items (a query of ids) that were handed in: `id` · `day` · `lead_id` of whoever led then · `in_time`.

    The last is 1 where the deadline that held was kept, and had not passed already when they took it over, else 0.
    """
    return f"""SELECT h.id, h.day, h.lead_id, CASE WHEN h.due >= h.taken AND h.due >= h.day THEN 1 ELSE 0 END AS in_time
FROM (
  SELECT x.id, {_DECIDED} AS day, {_held(_DECIDED, originally, at_its_end=True)} AS due, {_lead(">", _DECIDED)} AS lead_id,
         COALESCE((SELECT MAX(p.until) FROM past_lead p WHERE p.item_id = x.id AND p.until <= {_DECIDED}), '') AS taken
  FROM ({ids}) v JOIN item x ON x.id = v.id WHERE {_DECIDED} IS NOT NULL
) h"""


def _lead(until: str, day: str) -> str:
    return (
        f"COALESCE((SELECT p.person_id FROM past_lead p WHERE p.item_id = x.id AND p.until {until} {day} ORDER BY p.until, p.id LIMIT 1), x.lead_id)"
    )


def _column(originally: bool) -> str:
    return "original_due" if originally else "due"


def _days(originally: bool) -> str:
    """The days `c` on which the item `x` of the row `v` was late, as a FROM with its WHERE."""
    return f"""item x CROSS JOIN calendar_day c WHERE x.id = v.id AND c.date <= COALESCE({_DECIDED}, CASE WHEN x.cancelled <= :as_of THEN x.cancelled END, :as_of)
    AND c.date > (SELECT MIN(y.due) FROM (SELECT w.due FROM past_deadline w WHERE w.item_id = x.id UNION ALL SELECT x.due UNION ALL SELECT x.original_due) y)
    AND NOT {_HALTED} AND {_late(originally)} IS NOT NULL"""


def _first(originally: bool) -> str:
    return f"SELECT MIN({_late(originally)}) FROM {_days(originally)}"


_DECIDED = (
    """COALESCE((SELECT MIN(s.day) FROM submission s WHERE s.item_id = x.id AND s.day <= :as_of), CASE WHEN x.closed <= :as_of THEN x.closed END)"""
)
"""DECIDED, of the table."""

_HALTED = """EXISTS (SELECT 1 FROM pause z WHERE z.item_id = x.id AND z.since < c.date AND (z.until IS NULL OR z.until > c.date
      OR (z.until = c.date AND (x.cancelled = c.date OR EXISTS (SELECT 1 FROM past_deadline m WHERE m.item_id = x.id AND m.until = c.date)))))"""
"""It began the day `c` suspended. The day it was resumed counts where its deadline did not move with that, which then had stood still on no working day."""


def _late(originally: bool) -> str:
    """The day on which it came to be late on the day `c`, NULL where it was not: later than `c` where a deadline was given that had passed by then."""
    held = f"CASE WHEN {_held('c.date', originally)} < c.date THEN c.date"
    if originally:
        return f"({held} END)"
    return f"""({held} ELSE (SELECT MIN(g.until) FROM past_deadline g WHERE g.item_id = x.id AND g.until >= c.date AND g.until <= :as_of
      AND ({_DECIDED} IS NULL OR g.until < {_DECIDED}) AND {_given("g")} < c.date) END)"""


def _held(day: str, originally: bool, *, at_its_end: bool = False) -> str:
    """The deadline that held when the `day` began, or at its end. The original one is followed by what was given after it had been let pass."""
    if not originally:
        return f"""COALESCE((SELECT COALESCE(w.due, {_NEVER}) FROM past_deadline w WHERE w.item_id = x.id AND w.until {">" if at_its_end else ">="} {day}
        ORDER BY w.until, w.id LIMIT 1), x.due)"""
    return f"""COALESCE((SELECT {_given("r")} FROM past_deadline r WHERE r.item_id = x.id AND r.until {"<=" if at_its_end else "<"} {day} AND r.until > r.due
        AND NOT EXISTS (SELECT 1 FROM pause z WHERE z.item_id = x.id AND z.since <= r.due AND (z.until IS NULL OR z.until >= r.until))
        ORDER BY r.until DESC, r.id DESC LIMIT 1), x.original_due)"""


def _given(past: str) -> str:
    """The deadline that took the place of a past one."""
    return f"""COALESCE((SELECT COALESCE(n.due, {_NEVER}) FROM past_deadline n WHERE n.item_id = x.id
        AND (n.until > {past}.until OR (n.until = {past}.until AND n.id > {past}.id)) ORDER BY n.until, n.id LIMIT 1), x.due)"""
