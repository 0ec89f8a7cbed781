"""The tables a store really has, taken apart in the form of what this version makes."""

from __future__ import annotations

from collections.abc import Callable, Collection

from officecli.store.read.reader import Reader
from officecli.store.schema.parts import Parts, element, index_parts, table_parts

KINDS = {"v": "view", "m": "materialized view", "f": "foreign table", "p": "partitioned table", "S": "sequence"}
"""PostgreSQL's letters for what is not a table."""


def sqlite_tables(read: Reader) -> dict[str, Parts]:
    """Whatever stands under a name, of tables, views and what hangs on them; a view is a part `kind`."""
    found: dict[str, Parts] = {}
    for row in read.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'index'"):
        if row["type"] == "index":
            found.setdefault(row["tbl_name"].lower(), {}).update(index_parts(row["sql"]))
        elif row["type"] != "trigger":
            found[row["name"].lower()] = table_parts(row["sql"]) if row["type"] == "table" else {"kind": row["type"]}
    return found


def postgresql_tables(read: Reader, names: Collection[str]) -> dict[str, Parts]:
    """What stands under each of these names where the program would find it, with rules, policies, heirs and switched-off keys as parts of it."""
    found: dict[int, tuple[str, Parts]] = {}
    for row in read.rows("SELECT oid, relname AS name, relkind, relpersistence, relrowsecurity FROM pg_class WHERE pg_table_is_visible(oid)"):
        if row["name"] not in names:
            continue
        kind = KINDS.get(_letter(row["relkind"]), "table")
        parts = {"kind": kind} if kind != "table" else {}
        if _letter(row["relpersistence"]) != "p":
            parts["persistence"] = {"u": "unlogged table", "t": "temporary table"}.get(_letter(row["relpersistence"]), "no lasting table")
        if row["relrowsecurity"]:
            parts["row security"] = "enable row level security"
        found[row["oid"]] = row["name"], parts
    for sql, apart in _READ.items():
        for one in read.rows(sql, tables=[*found]):  # of all at once: the server may be far away
            found[one["oid"]][1].update(apart(one))
    return dict(found.values())


def _letter(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value


_COLUMNS = """
SELECT a.attrelid AS oid, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS filled,
       a.attidentity AS identity, a.attgenerated AS generated,
       pg_get_expr(d.adbin, d.adrelid) AS value, CASE WHEN a.attcollation <> t.typcollation THEN l.collname END AS collated
FROM pg_attribute a
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_collation l ON l.oid = a.attcollation
WHERE a.attrelid = ANY(:tables) AND a.attnum > 0 AND NOT a.attisdropped"""

_CONSTRAINTS = """
SELECT conrelid AS oid, pg_get_constraintdef(oid) AS sql FROM pg_constraint WHERE conrelid = ANY(:tables) AND contype IN ('p', 'u', 'f', 'c', 'x')"""

_INDEXES = """
SELECT x.indrelid AS oid, pg_get_indexdef(x.indexrelid) AS sql, x.indisvalid AND x.indisready AND x.indislive AS whole
FROM pg_index x
WHERE x.indrelid = ANY(:tables) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid AND c.conrelid = x.indrelid)"""

_OTHERS = """
SELECT ev_class AS oid, 'rule ' || rulename AS part, pg_get_ruledef(oid) AS sql FROM pg_rewrite WHERE ev_class = ANY(:tables) AND rulename <> '_RETURN'
UNION ALL SELECT polrelid, 'policy ' || polname, 'policy ' || polname || ' using ' || COALESCE(pg_get_expr(polqual, polrelid), '–')
  FROM pg_policy WHERE polrelid = ANY(:tables)
UNION ALL SELECT inhparent, 'heir', 'inherited by ' || CAST(CAST(inhrelid AS regclass) AS text) FROM pg_inherits WHERE inhparent = ANY(:tables)
UNION ALL SELECT inhrelid, 'parent', 'inherits ' || CAST(CAST(inhparent AS regclass) AS text) FROM pg_inherits WHERE inhrelid = ANY(:tables)
UNION ALL SELECT tgrelid, 'keys', 'foreign keys switched off' FROM pg_trigger WHERE tgrelid = ANY(:tables) AND tgisinternal AND tgenabled <> 'O'"""


def _column(row: dict[str, object]) -> Parts:
    serial = row["type"] == "integer" and str(row["value"]).startswith("nextval(")
    said = [
        f'"{row["name"]}"',
        "serial" if serial else str(row["type"]),
        f'COLLATE "{row["collated"]}"' if row["collated"] else "",
        f"DEFAULT {row['value']}" if row["value"] is not None and not serial and not row["generated"] else "",
        f"GENERATED ALWAYS AS ({row['value']})" if row["generated"] else "GENERATED AS IDENTITY" if row["identity"] else "",
        "NOT NULL" if row["filled"] else "",
    ]
    return element(" ".join(said))


def _index(row: dict[str, object]) -> Parts:
    parts = index_parts(str(row["sql"]))
    return parts if row["whole"] else {name: f"{said} invalid" for name, said in parts.items()}


_READ: dict[str, Callable[[dict[str, object]], Parts]] = {
    _COLUMNS: _column,
    _CONSTRAINTS: lambda row: element(str(row["sql"])),
    _INDEXES: _index,
    _OTHERS: lambda row: {str(row["part"]): str(row["sql"])},
}
