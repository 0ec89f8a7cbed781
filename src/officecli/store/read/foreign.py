"""What does not belong into a store of ours, refused before it is asked or written to: it could answer without end, or change what is written unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from officecli.errors import StorageTrouble
from officecli.i18n import _
from officecli.model.codes import TRAILED, UNTRAILED
from officecli.store.place import Place

if TYPE_CHECKING:
    from officecli.store.read.reader import Reader

ALL_TABLES = f"""NOT EXISTS (SELECT 1 FROM pg_class k WHERE k.relname IN ({", ".join(f"'{name}'" for name in (*TRAILED, *UNTRAILED))})
  AND k.relkind IN ('v', 'm', 'f') AND pg_table_is_visible(k.oid))"""
"""On PostgreSQL: that no view or foreign table stands in place of a table."""


def in_place_of_a_table(place: Place, name: str = "") -> StorageTrouble:
    """The refusal of a store where a query stands in place of a table (of this name, if it is known)."""
    if name:
        what = _("In {place}, something that is no table stands in place of the table “{name}”: whatever it answers is made up.")
    else:
        what = _("In {place}, something that is no table stands in place of one of officecli's tables: whatever it answers is made up.")
    return StorageTrouble(
        what.format(place=place, name=name), fix=_("Somebody changed the database itself. Restore a backup, or have its owner put it back.")
    )


def another_view(name: str) -> StorageTrouble:
    """The refusal of a store in which one of officecli's views is not as officecli made it."""
    return StorageTrouble(
        _("The view “{name}” of this store is not the one officecli makes: whatever it answers is made up.").format(name=name),
        fix=_("Somebody changed the database itself: officecli verify tells what. Restore a backup, or have its owner put it back."),
    )


def refuse_meddlers(read: Reader, place: Place) -> None:
    """Raise StorageTrouble where a trigger, rule or policy that is none of ours would have a hand in what is written."""
    from officecli.store.schema import guards

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
