"""What PostgreSQL does not let a role do, with the GRANT to give."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.store.place import Place

if TYPE_CHECKING:
    from officecli.store.read.reader import Reader

TO_READ = "GRANT USAGE ON SCHEMA {schema} TO {role}; GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role};"
TO_WRITE = (
    "GRANT USAGE ON SCHEMA {schema} TO {role}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}; "
    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role};"
)
TO_MAKE = "GRANT USAGE, CREATE ON SCHEMA {schema} TO {role};"

CLOSED_SCHEMA = """
SELECT n.nspname AS schema FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relname = 'schema_version' AND NOT has_schema_privilege(n.oid, 'USAGE') AND n.nspname = ANY (string_to_array(replace(current_setting('search_path'), ' ', ''), ','))
LIMIT 1"""
"""The schema a store is in that this role may not enter: to it, its tables are not there."""


_LEFT_OUT = """
SELECT w.role, w.writes, w.schema
FROM (SELECT COALESCE(r.rolname, 'public') AS role, n.nspname AS schema, c.relnamespace, BOOL_OR(a.privilege_type = 'INSERT') AS writes
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE c.oid = to_regclass('trail') AND a.grantee <> c.relowner GROUP BY r.rolname, n.nspname, c.relnamespace HAVING BOOL_OR(a.privilege_type = 'SELECT')) w
WHERE EXISTS (SELECT 1 FROM pg_class k WHERE k.relnamespace = w.relnamespace AND k.relkind IN ('r', 'v') AND k.relname IN ({ours})
  AND NOT (has_table_privilege(w.role, k.oid, 'SELECT') AND (k.relkind = 'v' OR NOT w.writes OR has_table_privilege(w.role, k.oid, 'INSERT'))))
ORDER BY w.role"""
"""The roles that may use the trail, and not every table and view of ours: those were made without them."""


def left_out(read: Reader) -> list[str]:
    """The GRANTs that give other roles what they have of the old tables of the new ones, and of the views, which an upgrade makes anew."""
    if read.engine != "postgresql":
        return []
    from officecli.model.codes import TRAILED, UNTRAILED
    from officecli.store.schema.views import VIEWS

    ours = ", ".join(f"'{name}'" for name in (*TRAILED, *UNTRAILED, *VIEWS))
    return [
        (TO_WRITE if row["writes"] else TO_READ).format(schema=row["schema"], role=_quoted(row["role"]))
        for row in read.rows(_LEFT_OUT.format(ours=ours))
    ]


def missing_grant(place: Place, error: BaseException, *, writing: bool) -> StorageTrouble:
    """What was denied, and the statement that allows it; the server names the thing in its own language, so it is quoted."""
    diag: Any = getattr(error, "diag", None)
    said = (diag.message_primary if diag else "") or str(error).strip().splitlines()[0]
    schema = re.search(r"\bschema (\S+)$", said)
    making = writing and (schema or getattr(error, "sqlstate", "") == "3F000")
    return denied(place, said, schema[1] if schema else "public", TO_MAKE if making else TO_WRITE if writing else TO_READ)


def refuse_closed_doors(read: Reader, place: Place) -> None:
    """Raise StorageTrouble where there is a store in a schema that this role may not enter, so that its tables seem not to be there."""
    schema = read.value(CLOSED_SCHEMA)
    if schema:
        raise denied(place, _("it may not enter the schema {schema}").format(schema=schema), str(schema), TO_READ)


def no_way_in(place: Place) -> StorageTrouble:
    """The role may not even connect."""
    from psycopg.conninfo import conninfo_to_dict

    database = _quoted(str(conninfo_to_dict(place.url).get("dbname") or role_of(place)))
    return denied(place, _("it may not connect"), "", f"GRANT CONNECT ON DATABASE {database} TO {{role}};")


def denied(place: Place, said: str, schema: str, grants: str) -> StorageTrouble:
    """The refusal of the server, with these GRANTs as what to do."""
    return StorageTrouble(
        _("The database does not let “{role}” do this: {said}.").format(role=role_of(place), said=said),
        fix=_("Have the database's owner run: {grants}").format(grants=grants.format(schema=schema, role=_quoted(role_of(place)))),
    )


def role_of(place: Place) -> str:
    """The role the address names, else the one the driver takes."""
    import os

    from psycopg.conninfo import conninfo_to_dict

    from officecli.store.machine import account_name

    return str(conninfo_to_dict(place.url).get("user") or os.environ.get("PGUSER") or account_name())


def _quoted(role: str) -> str:
    return role if re.fullmatch(r"[a-z_][a-z0-9_]*", role) else '"' + role.replace('"', '""') + '"'
