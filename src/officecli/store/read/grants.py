"""What PostgreSQL does not let a role do, with the GRANT to give."""

from __future__ import annotations

import re
from typing import Any

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.store.place import Place

TO_READ = "GRANT USAGE ON SCHEMA {schema} TO {role}; GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role};"
TO_WRITE = (
    "GRANT USAGE ON SCHEMA {schema} TO {role}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}; "
    "GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role};"
)
TO_MAKE = "GRANT USAGE, CREATE ON SCHEMA {schema} TO {role};"

CLOSED_SCHEMA = """
SELECT n.nspname AS schema FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relname = 'schema_version' AND NOT has_schema_privilege(n.oid, 'USAGE')
  AND n.nspname = ANY (string_to_array(replace(current_setting('search_path'), ' ', ''), ','))
LIMIT 1"""
"""The schema a store is in that this role may not enter: to it, its tables are not there."""


def missing_grant(place: Place, error: BaseException, *, writing: bool) -> StorageTrouble:
    """What was denied, and the statement that allows it; the server names the thing in its own language, so it is quoted."""
    diag: Any = getattr(error, "diag", None)
    said = (diag.message_primary if diag else "") or str(error).strip().splitlines()[0]
    schema = re.search(r"\bschema (\S+)$", said)
    making = writing and (schema or getattr(error, "sqlstate", "") == "3F000")
    return denied(place, said, schema[1] if schema else "public", TO_MAKE if making else TO_WRITE if writing else TO_READ)


def closed_door(place: Place, schema: str) -> StorageTrouble:
    """There is a store in a schema that this role may not enter, so that its tables seem not to be there."""
    return denied(place, _("it may not enter the schema {schema}").format(schema=schema), schema, TO_READ)


def no_way_in(place: Place) -> StorageTrouble:
    """The role may not even connect."""
    from psycopg.conninfo import conninfo_to_dict

    database = quoted(str(conninfo_to_dict(place.url).get("dbname") or role_of(place)))
    return denied(place, _("it may not connect"), "", f"GRANT CONNECT ON DATABASE {database} TO {{role}};")


def denied(place: Place, said: str, schema: str, grants: str) -> StorageTrouble:
    """The refusal of the server, with these GRANTs as what to do."""
    return StorageTrouble(
        _("The database does not let “{role}” do this: {said}.").format(role=role_of(place), said=said),
        fix=_("Have the database's owner run: {grants}").format(grants=grants.format(schema=schema, role=quoted(role_of(place)))),
    )


def role_of(place: Place) -> str:
    """The role the address names, else the one the driver takes."""
    import os

    from psycopg.conninfo import conninfo_to_dict

    from officecli.store.machine import account_name

    return str(conninfo_to_dict(place.url).get("user") or os.environ.get("PGUSER") or account_name())


def quoted(role: str) -> str:
    """The role as it stands in a statement."""
    return role if re.fullmatch(r"[a-z_][a-z0-9_]*", role) else '"' + role.replace('"', '""') + '"'
