"""Requests and the leaders' turns with them, as of a day: who holds what since when, and how many working days it took."""

from __future__ import annotations

from officecli.standing.chain.confidential import kept_from_reader
from officecli.standing.chain.requests import turn_on, waiting
from officecli.store.read.reader import Reader, Row

WAITING = ("pending", "frozen")

_END = "CASE WHEN s.until <= :as_of THEN s.until ELSE :as_of END"
_WAITED = f"(SELECT working_no FROM calendar_day WHERE date = {_END}) - (SELECT working_no FROM calendar_day WHERE date = s.since)"

REQUESTS = f"""
SELECT q.id, q.number, q.title, q.item_id, i.number AS item, q.person_id, a.name AS asker, a.unit_id AS asker_unit, s.holder_id, h.name AS holder,
  h.unit_id AS holder_unit, h.left_on AS holder_left,
       q.day, q.exception, q.recommend, s.since, {_WAITED} AS waited,
       (SELECT COUNT(*) FROM request_stage f WHERE f.request_id = q.id AND f.since <= :as_of) AS turns,
       CASE WHEN s.until IS NULL OR s.until > :as_of
            THEN CASE WHEN EXISTS (SELECT 1 FROM request_stage f WHERE f.request_id = q.id AND f.outcome = 'frozen' AND f.id < s.id) THEN 'frozen'
            ELSE 'pending' END
            WHEN s.outcome = 'withdrawn' THEN 'withdrawn' ELSE 'answered' END AS status,
       CASE WHEN s.until <= :as_of THEN s.verdict END AS verdict, CASE WHEN s.until <= :as_of AND s.verdict IS NOT NULL THEN s.answer END AS answer
FROM request q
JOIN request_stage s ON s.id = (SELECT MAX(f.id) FROM request_stage f WHERE f.request_id = q.id AND f.since <= :as_of)
JOIN v_person a ON a.id = q.person_id
JOIN v_person h ON h.id = s.holder_id
LEFT JOIN item i ON i.id = q.item_id"""
"""A row for each request with its last turn so far; takes :as_of."""

TURNS = f"""
SELECT s.id, s.request_id, s.holder_id, h.name AS holder, s.since, CASE WHEN s.until <= :as_of THEN s.until END AS until,
       CASE WHEN s.until <= :as_of THEN s.outcome END AS outcome, CASE WHEN s.until <= :as_of THEN s.verdict END AS verdict,
       CASE WHEN s.until <= :as_of THEN s.answer END AS answer, {_WAITED} AS waited
FROM request_stage s
JOIN person h ON h.id = s.holder_id
WHERE s.since <= :as_of"""
"""A row for each turn begun so far; takes :as_of."""


def requests(read: Reader) -> list[Row]:
    """The requests raised by the day looked at, rows of REQUESTS; what waits today for somebody who has left lies with the next superior.

    A complaint about a superior is there for those alone whom it is shown to.
    """
    kept = kept_from_reader(read)
    every = read.rows(f"SELECT * FROM ({REQUESTS}) r WHERE r.day <= :as_of ORDER BY r.since, r.id", as_of=read.as_of.isoformat())
    found = [row for row in every if row["id"] not in kept]
    return [_passed_on(read, row) if row["holder_left"] and row["status"] in WAITING and read.as_of == read.today else row for row in found]


def _passed_on(read: Reader, request: Row) -> Row:
    open_turn = waiting(read, request["id"])
    turn = turn_on(read, open_turn) if open_turn else None
    if turn is None:
        return request
    holder_id, holder = turn.behalf or (turn.person["id"], turn.person["name"])
    unit = read.value("SELECT unit_id FROM v_person WHERE id = :id", id=holder_id)
    return {**request, "holder_id": holder_id, "holder": holder, "holder_unit": unit}


def waiting_for(read: Reader) -> list[Row]:
    """The requests that wait for a leader, the longest first; rows of REQUESTS."""
    return [row for row in requests(read) if row["status"] in WAITING]
