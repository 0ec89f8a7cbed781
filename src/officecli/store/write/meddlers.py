"""Refuses to write where a foreign trigger, rule or policy would have a hand in it, and could change it unseen."""

from __future__ import annotations

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.store.place import Place
from officecli.store.read.reader import Reader
from officecli.store.schema import guards


def refuse_meddlers(read: Reader, place: Place) -> None:
    """Raise StorageTrouble where a trigger, rule or policy that is none of ours would have a hand in what is written."""
    ours = {*guards.SQLITE_TRIGGERS.values(), *guards.POSTGRESQL_TRIGGERS.values()}
    for row in read.rows(_SQLITE_MEDDLERS if read.engine == "sqlite" else _POSTGRESQL_MEDDLERS):
        if row["sql"] not in ours:
            raise StorageTrouble(
                _(
                    "Nothing is written to {place}: “{name}” on its table “{table}” is none of officecli's, and may change or swallow what is recorded."
                ).format(place=place, name=row["name"], table=row["table_name"]),
                fix=_("Have the owner of the database remove it; officecli verify shows all there is of that kind."),
            )


_SQLITE_MEDDLERS = "SELECT name, tbl_name AS table_name, sql FROM sqlite_schema WHERE type = 'trigger'"

_OURS = "JOIN pg_class c ON c.oid = {relation} AND c.relnamespace = (SELECT n.relnamespace FROM pg_class n WHERE n.oid = to_regclass('trail'))"

_POSTGRESQL_MEDDLERS = f"""
SELECT t.tgname AS name, c.relname AS table_name, pg_get_triggerdef(t.oid, true) AS sql FROM pg_trigger t {_OURS.format(relation="t.tgrelid")}
WHERE NOT t.tgisinternal
UNION ALL SELECT r.rulename, c.relname, 'rule' FROM pg_rewrite r {_OURS.format(relation="r.ev_class")} WHERE r.rulename <> '_RETURN'
UNION ALL SELECT p.polname, c.relname, 'policy' FROM pg_policy p {_OURS.format(relation="p.polrelid")} WHERE c.relrowsecurity"""
