"""The spans of time in which an item was late: for each deadline it had, from the day it passed until it was replaced, or the item was handed in.

SQL over the tables, of the items `x` that a condition names; a span is the days after `since` up to `until`. It takes :as_of: what was done later does
not count. A suspension is no span of its own: its days are taken off.
"""

from __future__ import annotations


def never_known(item: str) -> str:
    """The day an item was done is not known, though it was opened again since: it was closed on such a day before anything was submitted."""
    before = f"SELECT 1 FROM submission s WHERE s.item_id = {item}.id AND s.id < z.id"
    return f"EXISTS (SELECT 1 FROM past_closing z WHERE z.item_id = {item}.id AND z.closed IS NULL AND NOT EXISTS ({before}))"


_HANDED_IN = """COALESCE((SELECT MIN(c.closed) FROM past_closing c
    WHERE NOT EXISTS (SELECT 1 FROM submission s WHERE s.item_id = c.item_id AND s.day <= c.closed) AND c.item_id = x.id AND c.closed <= :as_of),
  (SELECT MIN(s.day) FROM submission s WHERE s.item_id = x.id AND s.day <= :as_of), CASE WHEN x.closed <= :as_of THEN x.closed END)"""
DECIDED = f"CASE WHEN NOT {never_known('x')} THEN {_HANDED_IN} END"
ENDED = f"""CASE WHEN {never_known("x")} THEN '' ELSE COALESCE({_HANDED_IN}, CASE WHEN x.cancelled <= :as_of THEN x.cancelled END,
  CASE WHEN x.status = 'closed' AND x.closed IS NULL THEN '' ELSE :as_of END) END"""
"""`DECIDED` and `ENDED` of `lateness`, worked out from the tables."""

_EARLIER = "p.item_id = x.id AND (p.until < g.until OR (p.until = g.until AND p.id < g.id))"


def spans(which: str, *, originally: bool = False) -> str:
    """A select: `item_id` · `due` · `since` · `until`, empty where that is no later · `given`, the day the deadline was given, '' for the first."""
    parts = _originally() if originally else _in_force()
    return " UNION ALL ".join(
        f"""SELECT y.item_id, y.due, CASE WHEN y.begins > y.due THEN y.begins ELSE y.due END AS since,
        CASE WHEN y.ends < y.ended THEN y.ends ELSE y.ended END AS until, y.given
      FROM (SELECT x.id AS item_id, {ENDED} AS ended, {columns} FROM item x {join} WHERE {which}) y"""
        for columns, join in parts
    )


def _in_force() -> tuple[tuple[str, str], ...]:
    """The past deadlines, and the one that holds. After one was let pass each begins when it was given; before that, one given too late counts from its day."""
    passed = f"({DECIDED} <= p.until OR p.until > p.due OR p.until > :as_of)"

    def columns(due: str, ends: str, earlier: str) -> str:
        given = f"(SELECT MAX(p.until) FROM past_deadline p WHERE {earlier})"
        begins = f"CASE WHEN EXISTS (SELECT 1 FROM past_deadline p WHERE {passed} AND {earlier}) THEN {given} ELSE '' END"
        return f"{due} AS due, {ends} AS ends, {begins} AS begins, COALESCE({given}, '') AS given"

    return (
        (columns("g.due", "g.until", _EARLIER), "JOIN past_deadline g ON g.item_id = x.id"),
        (columns("x.due", "'9999-12-31'", "p.item_id = x.id"), ""),
    )


def _originally() -> tuple[tuple[str, str], ...]:
    """The original deadline, until one was let pass and replaced; and each that was given then, until the next such."""

    def columns(ends: str, earlier: str) -> str:
        last = f"FROM past_deadline p WHERE {earlier} AND {_let_pass('p')} ORDER BY p.until DESC, p.id DESC LIMIT 1"
        due = f"COALESCE((SELECT {_given('p')} {last}), x.original_due)"
        return f"{due} AS due, {ends} AS ends, COALESCE((SELECT p.until {last}), '') AS begins, '' AS given"

    return (
        (columns("g.until", _EARLIER), f"JOIN past_deadline g ON g.item_id = x.id AND {_let_pass('g')}"),
        (columns("'9999-12-31'", "p.item_id = x.id"), ""),
    )


def _let_pass(past: str) -> str:
    """A past deadline was missed: it had passed when it was replaced, and had not stood still all that time."""
    return f"""({past}.until > {past}.due AND NOT EXISTS (SELECT 1 FROM pause z
      WHERE z.item_id = x.id AND z.since <= {past}.due AND (z.until IS NULL OR z.until >= {past}.until)))"""


def _given(past: str) -> str:
    """The deadline that took the place of a past one."""
    return f"""COALESCE((SELECT COALESCE(n.due, '9999-12-31') FROM past_deadline n WHERE n.item_id = x.id
        AND (n.until > {past}.until OR (n.until = {past}.until AND n.id > {past}.id)) ORDER BY n.until, n.id LIMIT 1), x.due)"""


def working_days(span: str) -> str:
    """How many working days of a span the item was not suspended."""
    return f"""({_number(f"{span}.until")} - {_number(f"{span}.since")} - COALESCE((
      SELECT SUM({_number(f"CASE WHEN z.until < {span}.until THEN z.until ELSE {span}.until END")}
               - {_number(f"CASE WHEN z.since > {span}.since THEN z.since ELSE {span}.since END")})
      FROM pause z WHERE z.item_id = {span}.item_id AND z.since < {span}.until AND (z.until IS NULL OR z.until > {span}.since)), 0))"""


def first_day(span: str) -> str:
    """The first day of a span that did not begin suspended, NULL for none; not before the deadline was given.

    The day it was resumed counts where its deadline did not move with that, which then had stood still on no working day.
    """
    return f"""(SELECT CASE WHEN c.date < {span}.given THEN {span}.given ELSE c.date END FROM calendar_day c WHERE c.date > {span}.since
      AND c.date <= {span}.until
      AND NOT EXISTS (SELECT 1 FROM pause z WHERE z.item_id = {span}.item_id AND z.since < c.date AND (z.until IS NULL OR z.until > c.date
        OR (z.until = c.date AND EXISTS (SELECT 1 FROM past_deadline m WHERE m.item_id = z.item_id AND m.until = c.date
                                         UNION ALL SELECT 1 FROM item k WHERE k.id = z.item_id AND k.cancelled = c.date))))
      ORDER BY c.date LIMIT 1)"""


def _number(day: str) -> str:
    return f"(SELECT n.working_no FROM calendar_day n WHERE n.date = {day})"


def by_lead(which: str, *, originally: bool = False) -> str:
    """A select: `id` · `lead_id` · `days` late with that lead · `late_since`.

    The last is the first day on which it was late by a deadline that had not passed already when they took it over; NULL for none.
    """
    return f"""SELECT t.item_id AS id, t.lead_id, CAST(SUM({working_days("t")}) AS INTEGER) AS days,
       MIN(CASE WHEN t.due >= t.taken THEN {first_day("t")} END) AS late_since
FROM (
  SELECT d.item_id, d.due, d.given, l.lead_id, l.taken, CASE WHEN l.taken > d.since THEN l.taken ELSE d.since END AS since,
         CASE WHEN l.until < d.until THEN l.until ELSE d.until END AS until
  FROM ({spans(which, originally=originally)}) d JOIN ({_leads(which)}) l ON l.item_id = d.item_id WHERE d.until > d.since
) t WHERE t.until > t.since GROUP BY t.item_id, t.lead_id"""


def _leads(which: str) -> str:
    """Who led, after `taken` up to `until`."""
    return f"""SELECT x.id AS item_id, g.person_id AS lead_id, g.until, COALESCE((SELECT MAX(p.until) FROM past_lead p WHERE {_EARLIER}), '') AS taken
    FROM item x JOIN past_lead g ON g.item_id = x.id WHERE {which}
    UNION ALL SELECT x.id, x.lead_id, '9999-12-31', COALESCE((SELECT MAX(p.until) FROM past_lead p WHERE p.item_id = x.id), '') FROM item x WHERE {which}"""


def handed_in(which: str, *, originally: bool = False) -> str:
    """A select of those that were handed in: `id` · `day` · `lead_id` of whoever led then · `in_time`.

    The last is 1 where the deadline that held was kept, and had not passed already when they took over, else 0.
    """
    due = """COALESCE((SELECT COALESCE(p.due, '9999-12-31') FROM past_deadline p
        WHERE p.item_id = x.id AND p.until > {day} ORDER BY p.until, p.id LIMIT 1), x.due)"""
    if originally:
        due = f"""COALESCE((SELECT {_given("p")} FROM past_deadline p WHERE p.item_id = x.id AND p.until <= {{day}} AND {_let_pass("p")}
          ORDER BY p.until DESC, p.id DESC LIMIT 1), x.original_due)"""
    return f"""SELECT h.id, h.day, h.lead_id, CASE WHEN h.due >= h.taken AND h.due >= h.day THEN 1 ELSE 0 END AS in_time
FROM (
  SELECT x.id, {DECIDED} AS day, {due.format(day=DECIDED)} AS due,
         COALESCE((SELECT p.person_id FROM past_lead p WHERE p.item_id = x.id AND p.until > {DECIDED} ORDER BY p.until, p.id LIMIT 1), x.lead_id) AS lead_id,
         COALESCE((SELECT MAX(p.until) FROM past_lead p WHERE p.item_id = x.id AND p.until <= {DECIDED}), '') AS taken
  FROM item x WHERE {which}
) h WHERE h.day IS NOT NULL"""
