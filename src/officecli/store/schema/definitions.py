"""Whether a store's tables, guards and views are those this version makes: without them the next change goes unseen, or a report lies."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.store.proof.faults import Fault
from officecli.store.read.reader import Reader
from officecli.store.schema import guards, views
from officecli.store.schema.made import tables_made
from officecli.store.schema.parts import Parts, words
from officecli.store.schema.there import postgresql_tables, sqlite_tables


def definition_faults(read: Reader) -> Iterator[Fault]:
    """A fault for each table, part of one, trigger and view that is missing or another than ours, and for each part and trigger too many.

    Tables and views of one's own are welcome.
    """
    yield from _table_faults(read)
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
    yield from _postgresql_view_faults(read)


def _table_faults(read: Reader) -> Iterator[Fault]:
    made = tables_made(read.engine)
    there = sqlite_tables(read) if read.engine == "sqlite" else postgresql_tables(read, {*made, *views.VIEWS})
    for name, expected in made.items():
        found = there.get(name)
        if found is None:
            yield Fault("table-missing", table=name)
        elif "kind" in found:
            yield Fault("table-replaced", table=name, found=found["kind"])
        else:
            yield from _part_faults(name, expected, found)
    for name in views.VIEWS:
        # That there is no such view is said with the views; what hangs on one is told here.
        yield from _part_faults(name, {}, {part: said for part, said in there.get(name, {}).items() if part.startswith(("rule ", "index "))})


def _part_faults(table: str, expected: Parts, found: Parts) -> Iterator[Fault]:
    for part in sorted(expected.keys() | found.keys()):
        if expected.get(part) != found.get(part):
            how = "missing" if part not in found else "added" if part not in expected else "changed"
            yield Fault(f"part-{how}", table=table, field=part, expected=expected.get(part), found=found.get(part))


def _of_kind(found: dict[tuple[str, str], str], kind: str) -> dict[str, str]:
    return {name: sql for (of, name), sql in found.items() if of == kind}


def _compare(found: dict[str, str], expected: dict[str, str], kind: str) -> Iterator[Fault]:
    for name in sorted(found.keys() | expected.keys()):
        if found.get(name) != expected.get(name):
            how = "missing" if name not in found else "added" if name not in expected else "changed"
            yield Fault(f"{kind}-{how}", table=name, found=found.get(name))


def _postgresql_triggers(read: Reader) -> dict[str, str]:
    """The triggers on the tables of this store, as the server writes them; one that is switched off says so."""
    rows = read.rows(
        """SELECT t.tgname AS name, c.relname AS on_table, t.tgenabled AS enabled, pg_get_triggerdef(t.oid, true) AS sql
           FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
           WHERE NOT t.tgisinternal AND c.relnamespace = (SELECT n.relnamespace FROM pg_class n WHERE n.oid = to_regclass('trail'))"""
    )
    return {
        row["name"] if guards.GUARDS.get(row["name"]) == row["on_table"] else f"{row['name']} ({row['on_table']})": row["sql"]
        if row["enabled"] in ("O", b"O")
        else "disabled"
        for row in rows
    }


def _postgresql_functions(read: Reader) -> dict[str, str]:
    names = ", ".join(f"'{name}'" for name in guards.POSTGRESQL_FUNCTIONS)
    rows = read.rows(f"SELECT proname AS name, prosrc AS sql FROM pg_proc WHERE proname IN ({names}) AND pg_function_is_visible(oid)")
    return {row["name"]: row["sql"] for row in rows}


WRITTEN_BACK = {"text", "character", "varying", "any", "array", "as", "max", "min", "integer"}
"""Words that PostgreSQL puts into a view by itself."""


def _postgresql_view_faults(read: Reader) -> Iterator[Fault]:
    """PostgreSQL keeps no text of a view, only its meaning; so it may use no other words than ours, and must give the same answers."""
    there = {
        row["name"]: row["sql"]
        for row in read.rows("SELECT relname AS name, pg_get_viewdef(oid) AS sql FROM pg_class WHERE relkind = 'v' AND pg_table_is_visible(oid)")
    }
    for name, select in views.VIEWS.items():
        if name not in there:
            yield Fault("view-missing", table=name)
            continue
        if strange := words(there[name]) - words(select) - WRITTEN_BACK:
            yield Fault("view-changed", table=name, found=", ".join(sorted(strange)))
            continue
        # A row as one text with its names, so that a view with more or fewer columns, or with two of them exchanged, differs too instead of failing.
        ours, theirs = f"SELECT CAST(row_to_json(o) AS text) FROM ({select}) AS o", f"SELECT CAST(row_to_json(t) AS text) FROM {name} AS t"
        if read.row(f"SELECT 1 AS one FROM (({ours} EXCEPT {theirs}) UNION ALL ({theirs} EXCEPT {ours})) AS differing LIMIT 1"):
            yield Fault("view-changed", table=name)
