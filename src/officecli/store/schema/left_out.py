"""Finds the roles that have no privilege on what an upgrade made, with the GRANTs to give."""

from __future__ import annotations

from officecli.model.codes import TRAILED, UNTRAILED
from officecli.store.read.grants import TO_READ, TO_WRITE, quoted
from officecli.store.read.reader import Reader
from officecli.store.schema.views import VIEWS

_LEFT_OUT = """
SELECT w.role, w.writes, w.schema
FROM (SELECT COALESCE(r.rolname, 'public') AS role, n.nspname AS schema, c.relnamespace, BOOL_OR(a.privilege_type = 'INSERT') AS writes
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE c.oid = to_regclass('trail') AND a.grantee <> c.relowner GROUP BY r.rolname, n.nspname, c.relnamespace
      HAVING BOOL_OR(a.privilege_type = 'SELECT')) w
WHERE EXISTS (SELECT 1 FROM pg_class k WHERE k.relnamespace = w.relnamespace AND k.relkind IN ('r', 'v') AND k.relname IN ({ours})
  AND NOT (has_table_privilege(w.role, k.oid, 'SELECT') AND (k.relkind = 'v' OR NOT w.writes OR has_table_privilege(w.role, k.oid, 'INSERT'))))
ORDER BY w.role"""
"""The roles that may use the trail, and not every table and view of ours: those were made without them."""


def left_out(read: Reader) -> list[str]:
    """The GRANTs that give other roles what they have of the old tables of the new ones, and of the views, which an upgrade makes anew."""
    if read.engine != "postgresql":
        return []
    ours = ", ".join(f"'{name}'" for name in (*TRAILED, *UNTRAILED, *VIEWS))
    return [
        (TO_WRITE if row["writes"] else TO_READ).format(schema=row["schema"], role=quoted(row["role"]))
        for row in read.rows(_LEFT_OUT.format(ours=ours))
    ]
