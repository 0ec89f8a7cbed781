"""On which days an item was late, and with whom: read off the dated rows, which nothing rewrites, so what was late once stays late.

A day is late where the item began it in somebody's hands, past the deadline that held then: before whatever was done that day moved the deadline,
suspended it or gave it to another lead. It ends with the first submission or closing, whichever came first, else with the cancelling. What is opened
again stays what it was: also one closed on a day nobody knows, which is neither late nor in time.
Against the original deadline the same counts, with this: a deadline that was let pass and then replaced begins anew, so that both agree from there.

Everything here is SQL over a row `v` of `items.source`; it takes :as_of, and says the same of today and of any past day. What needs more than one
subtraction is asked in `late_spans`, of the tables alone: the past rows say by themselves what held on which day.
"""

from __future__ import annotations

from officecli.store import late_spans

DECIDED = "COALESCE(v.first_submitted, v.closed)"  # an old item may be closed without a submission on record
"""The day that settled whether it was in time, where it was handed in at all."""

ENDED = "COALESCE(v.first_submitted, v.closed, v.cancelled, CASE WHEN v.status = 'closed' THEN '' ELSE :as_of END)"
"""The last day on which it can have been late; before all days where it was closed and nobody knows when."""

ONCE = f"""NOT EXISTS (SELECT 1 FROM pause z WHERE z.item_id = v.id AND z.since <= :as_of) AND NOT {late_spans.never_known("v")}
    AND NOT EXISTS (SELECT 1 FROM past_deadline w WHERE w.item_id = v.id AND w.until <= :as_of AND (w.until > w.due OR w.until > {DECIDED}))"""
"""Most items: never suspended, never opened again after a day nobody knows, and no
deadline of theirs was moved after it had passed. One subtraction says how late they are.

The functions say with `once` what holds of these alone: that is a tenth of the SQL, which an engine takes apart for every question.
"""

NOT_ONCE = f"""v.id IN (SELECT z.item_id FROM pause z UNION SELECT w.item_id FROM past_deadline w UNION SELECT c.item_id FROM past_closing c
  WHERE c.closed IS NULL)
    AND NOT ({ONCE})"""
"""The others, beginning with the few they can be."""

_THIS = "x.id = v.id"


def told(which: str) -> str:
    """A select of the items `x` that a condition names and that were ever late, `item_id`
    · `days_late` · `first_late`: for whoever joins it to its rows, and says `known` below.

    Of many columns that turn on it each would else ask it anew, in a question of twenty thousand steps.
    """
    return f"""SELECT t.item_id, CAST(SUM({late_spans.working_days("t")}) AS INTEGER) AS days_late, MIN({late_spans.first_day("t")}) AS first_late
    FROM ({late_spans.spans(which)}) t WHERE t.until > t.since GROUP BY t.item_id"""


def days(*, originally: bool = False, once: bool = False, known: bool = False) -> str:
    """The working days on which it was late; NULL for one cancelled that never was."""
    due = _column(originally)
    never = f"v.status = 'cancelled' AND {DECIDED} IS NULL AND NOT ({is_late(originally=originally, once=once, known=known)})"
    if known:
        return f"CASE WHEN {never} THEN NULL ELSE COALESCE(v.days_late, 0) END"
    simply = f"CASE WHEN {ENDED} > v.{due} THEN {_working_no(ENDED)} - {_working_no(f'v.{due}')} ELSE 0 END"  # the days are looked up of what was late alone
    if once:
        return f"CASE WHEN {never} THEN NULL ELSE {simply} END"
    return f"""CASE WHEN {never} THEN NULL WHEN {ONCE} THEN {simply}
    ELSE COALESCE((SELECT CAST(SUM({late_spans.working_days("t")}) AS INTEGER) FROM ({late_spans.spans(_THIS, originally=originally)}) t
      WHERE t.until > t.since), 0) END"""


def since(*, originally: bool = False, once: bool = False) -> str:
    """The first day on which it was late, NULL where it never was."""
    due = _column(originally)
    simply = f"CASE WHEN {ENDED} > v.{due} THEN (SELECT MIN(c.date) FROM calendar_day c WHERE c.date > v.{due}) END"
    return simply if once else f"CASE WHEN {ONCE} THEN {simply} ELSE {_first(originally)} END"


def on_time(*, originally: bool = False, once: bool = False) -> str:
    """0 once it was late, 1 once it was handed in without, else NULL."""
    known = "" if once else f" AND NOT {late_spans.never_known('v')}"
    return f"CASE WHEN {is_late(originally=originally, once=once)} THEN 0 WHEN {DECIDED} IS NOT NULL{known} THEN 1 END"


def is_late(*, originally: bool = False, once: bool = False, known: bool = False) -> str:
    """Whether it was late, that is whether `on_time` says 0."""
    if known:
        return "v.first_late IS NOT NULL"
    simply = f"{ENDED} > v.{_column(originally)}"
    return simply if once else f"CASE WHEN {ONCE} THEN {simply} ELSE {_first(originally)} IS NOT NULL END"


def _first(originally: bool) -> str:
    return f"""(SELECT MIN({late_spans.first_day("t")}) FROM ({late_spans.spans(_THIS, originally=originally)}) t WHERE t.until > t.since)"""


def _working_no(day: str) -> str:
    return f"(SELECT working_no FROM calendar_day WHERE date = {day})"


def _column(originally: bool) -> str:
    return "original_due" if originally else "due"
