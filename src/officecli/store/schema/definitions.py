"""Whether the guards and views of a store are those this program sets up: without them the next change goes unseen, or a report lies."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.store.proof.faults import Fault
from officecli.store.read.reader import Reader
from officecli.store.schema import guards, views


def definition_faults(read: Reader) -> Iterator[Fault]:
    """A fault for each trigger and view that is missing or another than ours, and for each trigger too many; views of one's own are welcome."""
    if read.engine == "sqlite":
        found = {
            (row["type"], row["name"]): row["sql"] for row in read.rows("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')")
        }
        yield from _compare(_of_kind(found, "trigger"), guards.SQLITE_TRIGGERS, "trigger")
        ours = {name: f"CREATE VIEW {name} AS {select}" for name, select in views.VIEWS.items()}
        yield from _compare({name: sql for name, sql in _of_kind(found, "view").items() if name in ours}, ours, "view")
        return
    yield from _compare(_postgresql_triggers(read), guards.POSTGRESQL_TRIGGERS, "trigger")
    yield from _compare(_postgresql_functions(read), guards.POSTGRESQL_FUNCTIONS, "function")
    yield from _views_by_behaviour(read)


def _of_kind(found: dict[tuple[str, str], str], kind: str) -> dict[str, str]:
    return {name: sql for (of, name), sql in found.items() if of == kind}


def _compare(found: dict[str, str], expected: dict[str, str], kind: str) -> Iterator[Fault]:
    for name in sorted(found.keys() | expected.keys()):
        if found.get(name) != expected.get(name):
            yield Fault(
                f"{kind}-{'missing' if name not in found else 'added' if name not in expected else 'changed'}", table=name, found=found.get(name)
            )


def _postgresql_triggers(read: Reader) -> dict[str, str]:
    """The triggers on the tables of this store, as the server writes them; one that is switched off says so."""
    rows = read.rows(
        """SELECT t.tgname AS name, t.tgenabled AS enabled, pg_get_triggerdef(t.oid, true) AS sql
           FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
           WHERE NOT t.tgisinternal AND c.relnamespace = (SELECT n.relnamespace FROM pg_class n WHERE n.oid = CAST('trail' AS regclass))"""
    )
    return {row["name"]: row["sql"] if row["enabled"] in ("O", b"O") else "disabled" for row in rows}


def _postgresql_functions(read: Reader) -> dict[str, str]:
    names = ", ".join(f"'{name}'" for name in guards.POSTGRESQL_FUNCTIONS)
    rows = read.rows(f"SELECT proname AS name, prosrc AS sql FROM pg_proc WHERE proname IN ({names}) AND pg_function_is_visible(oid)")
    return {row["name"]: row["sql"] for row in rows}


def _views_by_behaviour(read: Reader) -> Iterator[Fault]:
    """PostgreSQL keeps no text of a view, only its meaning; so ask both and compare the answers."""
    there = {row["name"] for row in read.rows("SELECT viewname AS name FROM pg_views WHERE schemaname = current_schema()")}
    for name, select in views.VIEWS.items():
        if name not in there:
            yield Fault("view-missing", table=name)
            continue
        # A row as one text, so that a view with more or fewer columns differs too instead of failing.
        ours, theirs = f"SELECT CAST(o AS text) FROM ({select}) AS o", f"SELECT CAST(t AS text) FROM {name} AS t"
        if read.row(f"SELECT 1 AS one FROM (({ours} EXCEPT {theirs}) UNION ALL ({theirs} EXCEPT {ours})) AS differing LIMIT 1"):
            yield Fault("view-changed", table=name)
