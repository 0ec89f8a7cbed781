"""Items as a reader sees them on a day: state, light and lateness. With `lateness` the one place that knows what overdue and late mean."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.model.codes import OPEN
from officecli.store import lateness
from officecli.store.read.reader import Reader
from officecli.store.schema import views

OPEN_STATUSES = "('" + "', '".join(OPEN) + "')"
"""The statuses of work that is not over yet, as SQL lists them."""

IN_HANDS = "('issued', 'in-hand')"
"""Those in which it is its lead's to do."""

OVERDUE = f"status IN {IN_HANDS} AND due < :as_of"
"""In somebody's hands and past its deadline: a submission, a suspension and a closing all take it out of their hands."""

ON_SINCE = f"""(SELECT id FROM item WHERE registered >= :since UNION ALL SELECT id FROM item WHERE issued >= :since
  UNION ALL SELECT id FROM item WHERE due >= :day_before UNION ALL SELECT id FROM item WHERE closed >= :since
  UNION ALL SELECT id FROM item WHERE closed IS NULL AND (status IN {OPEN_STATUSES} OR cancelled >= :since OR signed >= :since)
  UNION ALL SELECT item_id FROM submission WHERE day >= :since OR reviewed >= :since UNION ALL SELECT item_id FROM past_closing WHERE until >= :since
  UNION ALL SELECT item_id FROM pause WHERE until >= :since UNION ALL SELECT item_id FROM past_deadline WHERE until >= :since
  UNION ALL SELECT item_id FROM past_lead WHERE until >= :since)"""
"""The ids of all items with which anything may have been settled from the day
:since on; :day_before is the one before it. Each part has an index, or is small.
"""

NOW_NO = "(SELECT working_no FROM calendar_day WHERE date = :as_of)"


def source(read: Reader) -> str:
    """The items as of the reader's day: the view when that is today, else the same columns out of the dated rows."""
    return "v_item" if read.as_of == read.today else f"({views.items(past=True)})"


def bare(read: Reader) -> str:
    """The items as `source` has them, for what asks for the columns of the table `item` alone: on today the table, whose indexes then answer."""
    return "item" if read.as_of == read.today else source(read)


def beside(column: str) -> str:
    """The column where it narrows down further what an index of few items found: not to be looked up by an index of its own, which has a person's whole past.

    SQLite looks no index up by an expression, and PostgreSQL knows by itself which index has less.
    """
    return f"+{column}"


def in_hands_on(day: str, person: str) -> str:
    """A subselect of the items in somebody's hands on a day, as far as their work is measured by them: lead and deadline are those of that day.

    Both are expressions of the query around it; no table of it may be called k, w or z. The views of a past day say the same, of more, and cost more.
    """

    def was(column: str, past_column: str, table: str) -> str:
        then = f"SELECT w.{past_column} FROM {table} w WHERE w.item_id = k.id AND w.until > {day} ORDER BY w.until, w.id LIMIT 1"
        return f"COALESCE(({then}), k.{column})"

    over = f"SELECT 1 FROM past_closing z WHERE z.item_id = k.id AND COALESCE(z.closed, '') <= {day} AND z.until > {day}"
    handed_in = f"SELECT 1 FROM submission z WHERE z.item_id = k.id AND z.day <= {day} AND (z.reviewed IS NULL OR z.reviewed > {day})"
    halted = f"SELECT 1 FROM pause z WHERE z.item_id = k.id AND z.since <= {day} AND (z.until IS NULL OR z.until > {day})"
    return f"""(SELECT k.id, k.number, k.issued, k.importance, k.urgency, k.hours, 'in-hand' AS status, {person} AS lead_id,
      {was("due", "due", "past_deadline")} AS due
    FROM item k
    WHERE (k.lead_id = {person} OR k.id IN (SELECT w.item_id FROM past_lead w WHERE w.person_id = {person}))
      AND {was("lead_id", "person_id", "past_lead")} = {person} AND k.registered <= {day} AND (k.closed IS NULL OR k.closed > {day})
      AND (k.status <> 'closed' OR k.closed IS NOT NULL) AND (k.cancelled IS NULL OR k.cancelled > {day})
      AND NOT EXISTS ({over}) AND NOT EXISTS ({handed_in}) AND NOT EXISTS ({halted}))"""


def people(read: Reader) -> str:
    """The people as of the reader's day."""
    return "v_person" if read.as_of == read.today else f"({views.people(past=True)})"


def seen(read: Reader, of: str = "", *, asks: str = "", once: bool = False) -> str:
    """A subselect over `source`, or over other rows in its columns, with what a day adds; takes :as_of and :lights_yellow_days.

    Adds `state` (the status, or "registered" before the issue day) · `overdue` 0/1 · `working_days_left` until the deadline · what `lateness` says:
    `working_days_late` and, against the original deadline, `late_originally` · `on_time` and `on_time_originally`: 0 once it was late, 1 once it was
    handed in without, else NULL · `late_since`, the first day it was late · `light`. One cancelled before it was late is neither late nor in time.

    Of these only what `asks` names, if it is given: the text of the question. With `once` lateness is told as of the items of `lateness.ONCE`, and
    `once` 0/1 says of which that is true; the others are then to be asked again.
    """
    added = _of_a_day(once=once)
    if once:
        added["once"] = f"CASE WHEN {lateness.ONCE} THEN 1 ELSE 0 END"
    wanted = [f"{sql} AS {name}" for name, sql in added.items() if not asks or name in asks]
    return "(SELECT {} FROM {} v)".format(",\n  ".join(["v.*", *wanted]), of or source(read))


def all_of(read: Reader, where: str, *, columns: str, asks: str) -> str:
    """A subselect of the items that fit a WHERE clause, for whoever counts many: `columns` of `source`, and what a day adds of what `asks` names.

    What hangs on other tables is looked up once an item, where `seen` does so for each column that turns on it. Takes what `seen` takes; `columns` has
    `due_no` where `light` or the days left are asked for.
    """
    facts = ", ".join(dict.fromkeys(f"v.{name}" for name in (*_LOOKED_UP_BY, *columns.split(", "))))

    def part(which: str, *, once: bool) -> str:
        fitting = f"(SELECT {facts} FROM (SELECT * FROM {seen(read, asks=where or 'id')} i {where}) v WHERE {which} LIMIT {NONE_LEFT_OUT})"
        added = [f"{sql} AS {name}" for name, sql in _of_a_day(once=once).items() if name in asks]
        return "SELECT {} FROM {} v".format(",\n  ".join(["v.*", *added]), fitting)

    return f"({part(lateness.ONCE, once=True)} UNION ALL {part(lateness.NOT_ONCE, once=False)} LIMIT {NONE_LEFT_OUT})"


def worked_out(read: Reader, where: str) -> str:
    """A subselect of the items of `source` that fit, whose columns are worked out before anything
    is asked of them: else each is written wherever it is named, and taken apart each time.
    """
    return f"(SELECT * FROM {source(read)} w WHERE {where} LIMIT {NONE_LEFT_OUT})"


SHOWN_LATE = ("working_days_late", "light")
"""Of what turns on lateness, what lists show."""


def late_in_full(read: Reader, these: str) -> str:
    """The question for `id` and SHOWN_LATE of these items, of which more is to be said than one subtraction tells (`lateness.ONCE`)."""
    added = _of_a_day(known=True)
    columns = ", ".join(f"{added[name]} AS {name}" for name in SHOWN_LATE)
    late = f"LEFT JOIN ({lateness.told(f'x.id IN {these}')}) t ON t.item_id = w.id"
    rows = f"SELECT w.*, t.days_late, t.first_late FROM {worked_out(read, f'id IN {these}')} w {late} LIMIT {NONE_LEFT_OUT}"
    return f"SELECT v.id, {columns} FROM ({rows}) v"


_LOOKED_UP_BY = ("id", "status", "issued", "due", "original_due", "first_submitted", "closed", "cancelled")
"""The columns by which it is worked out what a day adds."""

NONE_LEFT_OUT = 2**63 - 1
"""A limit makes both engines work a subselect out, row by row, instead of writing its text wherever a column of it is named."""


def _of_a_day(*, once: bool = False, known: bool = False) -> dict[str, str]:
    """What a day adds, by name, as SQL over a row `v`; `once` as `lateness` has it."""
    return {
        "state": "CASE WHEN v.status = 'issued' AND v.issued > :as_of THEN 'registered' ELSE v.status END",
        "overdue": f"CASE WHEN {OVERDUE} THEN 1 ELSE 0 END",
        "working_days_left": f"CASE WHEN v.status IN {IN_HANDS} AND v.due >= :as_of THEN v.due_no - {NOW_NO} END",
        "working_days_late": lateness.days(once=once, known=known),
        "late_originally": lateness.days(originally=True, once=once),
        "on_time": lateness.on_time(once=once),
        "on_time_originally": lateness.on_time(originally=True, once=once),
        "late_since": lateness.since(once=once),
        "light": f"""CASE WHEN v.status = 'closed' THEN 'blue'
       WHEN v.status IN ('cancelled', 'suspended') OR v.issued > :as_of THEN 'grey'
       WHEN {OVERDUE} THEN 'red'
       WHEN v.status = 'submitted' AND {lateness.is_late(once=once, known=known)} THEN 'red'
       WHEN v.status IN {IN_HANDS} AND v.due_no - {NOW_NO} <= :lights_yellow_days THEN 'yellow'
       ELSE 'green' END""",
    }


def on_since(day: date) -> dict[str, str]:
    """What `ON_SINCE` takes: the day, and the one before it."""
    return {"since": day.isoformat(), "day_before": (day - timedelta(days=1)).isoformat()}


def values(read: Reader) -> dict[str, object]:
    """What the queries of `seen` and of reports take: the day, and every general setting that is a whole number."""
    found: dict[str, object] = {name.replace(".", "_"): value for name, value in read.settings.items()}
    found["as_of"] = read.as_of.isoformat()
    return found
