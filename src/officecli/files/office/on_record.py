"""The office as the store keeps it, in the terms of an office file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from officecli.model.names import name_key
from officecli.store.read.reader import Reader, Row

_QUERIES = {
    "rank": "SELECT id, name, level, retired FROM rank ORDER BY id",
    "unit": "SELECT id, name, parent_id AS parent, nature, functions, retired FROM unit ORDER BY id",
    "post": """SELECT id, title, unit_id AS unit, rank_id AS rank, reports_to_id AS reports_to, stand_in_id AS stand_in, seats, extension_days,
        may, may_not, how, degree, retired FROM post ORDER BY id""",
    "duty": "SELECT id, title, post_id AS post, function, kind, nature, retired FROM duty ORDER BY retired, id",
    "emergency": "SELECT id, name, retired FROM emergency ORDER BY id",
    "person": """SELECT id, name, post_id AS post, login, email, registrar, joined, left_on,
        CASE WHEN left_on IS NULL THEN 0 ELSE 1 END AS retired FROM person WHERE account = 0 ORDER BY id""",
    "body": "SELECT id, name, contact, phone, email, follow_up_id AS follow_up, retired FROM body ORDER BY id",
}

ALIASED = ("person", "unit", "body")
"""The tables whose rows may be called otherwise too."""


@dataclass(slots=True, kw_only=True)
class RowOnRecord:
    """One row: `values` by the file's keys, with the ids of other rows where the file has names; `supports` are the posts and parts of a duty."""

    table: str
    id: int
    key: tuple[str, ...]
    label: str
    retired: bool
    values: Row
    supports: dict[int, str] = field(default_factory=dict)


def rows_on_record(read: Reader) -> dict[str, dict[int, RowOnRecord]]:
    """Every row of the office's tables, retired ones too, by table and id."""
    found: dict[str, dict[int, RowOnRecord]] = {}
    for table, sql in _QUERIES.items():
        found[table] = {}
        for row in read.rows(sql):
            name = str(row.get("name") or row["title"])
            key: tuple[str, ...] = (name_key(name),)
            label = name
            if table == "post":
                unit = found["unit"][row["unit"]]
                key, label = (*unit.key, name_key(name)), f"{unit.label}/{name}"
            elif table == "duty":
                key = (*found["post"][row["post"]].key, name_key(name))
            elif table == "unit":
                row["functions"] = [one for one in row["functions"].split(",") if one]
            found[table][row["id"]] = RowOnRecord(
                table=table, id=row["id"], key=key, label=label, retired=bool(row["retired"]), values=_plain(table, row)
            )
    for row in read.rows("SELECT name, person_id, unit_id, body_id FROM alias ORDER BY id"):
        for table in ALIASED:
            if row[f"{table}_id"] in found[table]:
                found[table][row[f"{table}_id"]].values["aliases"].append(row["name"])
    for row in read.rows("SELECT duty_id, post_id, part FROM duty_support ORDER BY id"):
        found["duty"][row["duty_id"]].supports[row["post_id"]] = row["part"]
    return found


def _plain(table: str, row: Row) -> dict[str, Any]:
    if table == "person":
        row["registrar"] = bool(row["registrar"])
    if table in ALIASED:
        row["aliases"] = []
    return {name: value for name, value in row.items() if name not in ("id", "retired")}


def own_days(read: Reader, *, working: bool) -> dict[str, int]:
    """The office's own working days or closings: ISO day → id of its row."""
    return {row["day"]: row["id"] for row in read.rows("SELECT id, day FROM office_day WHERE working = :working ORDER BY day", working=int(working))}
