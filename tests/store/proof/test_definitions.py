"""Another definition shows: of a guard, a view, an index, a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from officecli.store.proof.verify import verify
from officecli.store.schema.definitions import definition_faults
from stage import by_row
from stage.tampering import by_hand, drop_guards, reader


def changed_definitions(engine: str) -> Iterator[tuple[str, str]]:
    on = "ON trail" if engine == "postgresql" else ""
    yield f"DROP TRIGGER trail_is_in_order {on}", "trigger-missing"
    yield "DROP VIEW v_item", "view-missing"
    if engine == "sqlite":
        yield "CREATE TRIGGER spy AFTER INSERT ON item BEGIN UPDATE item SET due = NULL; END", "trigger-added"
        yield "DROP VIEW v_person; CREATE VIEW v_person AS SELECT * FROM person", "view-changed"
    else:
        yield "ALTER TABLE trail DISABLE TRIGGER trail_is_not_changed", "trigger-changed"
        yield "CREATE TRIGGER spy BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION officecli_keep_trail()", "trigger-added"
        yield "CREATE OR REPLACE FUNCTION officecli_keep_trail() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$", "function-changed"
        definition = "SELECT pe.id, pe.name, pe.login, pe.email, 1 - pe.registrar AS registrar"
        yield f"ALTER VIEW v_person RENAME TO mine; CREATE VIEW v_person AS {definition} FROM mine pe", "view-changed"


def test_changed_guards_and_views_show(full: by_row.Staged) -> None:
    for statement, kind in changed_definitions(full.place.engine):
        with by_hand(full.place) as hand:
            for one in statement.split("; ") if "TRIGGER spy" not in statement and "FUNCTION" not in statement else [statement]:
                hand.execute(one)
            assert kind in [fault.kind for fault in verify(reader(hand, full.place)).faults], statement


ON_BOTH: dict[str, tuple[Any, ...]] = {
    "an index gone": (["DROP INDEX item_in_hands_by_due"], "part-missing", "item", "index item_in_hands_by_due"),
    "an index of less": (
        ["DROP INDEX item_in_hands_by_due", "CREATE INDEX item_in_hands_by_due ON item (due, id) WHERE status = 'issued'"],
        "part-changed", "item", "index item_in_hands_by_due",
    ),
    "an index of other columns": (
        ["DROP INDEX trail_commands", "CREATE INDEX trail_commands ON trail (subject_id)"], "part-changed", "trail", "index trail_commands",
    ),
    "an index of somebody's": (["CREATE UNIQUE INDEX mine ON item (title)"], "part-added", "item", "index mine"),
    "a column of somebody's": (["ALTER TABLE note ADD COLUMN mine INTEGER"], "part-added", "note", "column mine"),
    "a view for a table": (
        ["ALTER TABLE note RENAME TO note_2", "CREATE VIEW note AS SELECT * FROM note_2 WHERE id < 0"], "table-replaced", "note", "",
    ),
    "a table gone": (["DROP TABLE refusal_log"], "table-missing", "refusal_log", ""),
}  # fmt: skip


ONLY_SQLITE: dict[str, tuple[Any, ...]] = {
    "a check dropped": ([
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (status IN', 'CHECK (1 OR status IN') WHERE name = 'item'",
    ], "part-missing", "item", "check (status in 'issued', 'in-hand', 'submitted', 'suspended', 'closed', 'cancelled')"),
    "a key that lets go": ([
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'REFERENCES item (id)', 'REFERENCES item (id) ON DELETE CASCADE') WHERE name = 'note'",
    ], "part-added", "note", "foreign key(item_id) references item(id) on delete cascade"),
    "letters that are alike": ([
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'number VARCHAR(60)', 'number VARCHAR(60) COLLATE NOCASE') WHERE name = 'item'",
    ], "part-changed", "item", "column number"),
}  # fmt: skip


ONLY_POSTGRESQL: dict[str, tuple[Any, ...]] = {
    "a rule": (["CREATE RULE swallow AS ON INSERT TO trail DO INSTEAD NOTHING"], "part-added", "trail", "rule swallow"),
    "a policy": (
        ["CREATE POLICY blind ON item USING (id < 0)", "ALTER TABLE item ENABLE ROW LEVEL SECURITY"], "part-added", "item", "policy blind",
    ),
    "row security": (["ALTER TABLE item ENABLE ROW LEVEL SECURITY"], "part-added", "item", "row security"),
    "a table a crash empties": (["ALTER TABLE refusal_log SET UNLOGGED"], "part-added", "refusal_log", "persistence"),
    "heirs": (["CREATE TABLE more () INHERITS (item)"], "part-added", "item", "heir"),
    "keys switched off": (["ALTER TABLE note DISABLE TRIGGER ALL"], "part-added", "note", "keys"),
    "a check dropped": (
        ["ALTER TABLE item DROP CONSTRAINT status_known"],
        "part-missing", "item", "check (status in 'issued', 'in-hand', 'submitted', 'suspended', 'closed', 'cancelled')",
    ),
    "a check of more": (
        ["ALTER TABLE item DROP CONSTRAINT kind_known", "ALTER TABLE item ADD CONSTRAINT kind_known CHECK (kind <> 'x')"],
        "part-added", "item", "check (kind <> 'x')",
    ),
    "a key that lets go": (
        ["ALTER TABLE note ADD FOREIGN KEY (item_id) REFERENCES item ON DELETE CASCADE"],
        "part-added", "note", "foreign key(item_id) references item(id) on delete cascade",
    ),
    "another order of letters": (['ALTER TABLE item ALTER number TYPE VARCHAR(60) COLLATE "POSIX"'], "part-changed", "item", "column number"),
    "a default": (["ALTER TABLE item ALTER support_note SET DEFAULT 'x'"], "part-changed", "item", "column support_note"),
}  # fmt: skip


def test_a_table_that_is_not_as_this_version_makes_it_shows(full: by_row.Staged) -> None:
    for what, (statements, *expected) in (ON_BOTH | (ONLY_SQLITE if full.place.engine == "sqlite" else ONLY_POSTGRESQL)).items():
        with by_hand(full.place) as hand:
            if what in ("another order of letters", "a view for a table"):
                hand.execute("DROP VIEW v_item")  # it is in the way
            for statement in statements:
                hand.execute(statement)
            found = [[fault.kind, fault.table, fault.field] for fault in definition_faults(reader(hand, full.place))]
        assert expected in found, what


def test_what_is_missing_does_not_keep_the_rest_from_being_looked_at(full: by_row.Staged) -> None:
    for table, others in {"note": {"missing"}, "calendar_day": {"missing"}, "trail": set[str]()}.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            hand.execute("DROP VIEW v_item")
            hand.execute("DELETE FROM target")
            hand.execute(f"ALTER TABLE {table} RENAME TO elsewhere")
            faults = verify(reader(hand, full.place)).faults
        assert ("table-missing", table) in [(fault.kind, fault.table) for fault in faults]
        assert {fault.kind for fault in faults if fault.table == "target"} == others


def test_a_view_that_answers_differently_only_to_some_shows(full: by_row.Staged) -> None:
    if full.place.engine == "sqlite":
        return  # it keeps a view's text
    with by_hand(full.place) as hand:
        (text,) = hand.execute("SELECT pg_get_viewdef('v_item'::regclass)").fetchone()
        hand.execute(f"CREATE OR REPLACE VIEW v_item AS {text.rstrip(';')} WHERE current_user <> 'kim'")
        faults = [(fault.kind, fault.table, fault.found) for fault in verify(reader(hand, full.place)).faults]
    assert ("view-changed", "v_item", "'kim', current_user") in faults


def test_an_index_that_lacks_a_row_shows(full: by_row.Staged) -> None:
    if full.place.engine == "postgresql":
        return  # only its server reaches an index
    with by_hand(full.place) as hand:
        kept = hand.execute("SELECT * FROM sqlite_schema WHERE name = 'item_in_hands_by_due'").fetchone()
        hand.execute("PRAGMA writable_schema = ON")
        hand.execute("DELETE FROM sqlite_schema WHERE name = 'item_in_hands_by_due'")
        hand.execute("PRAGMA writable_schema = RESET")
        hand.execute("UPDATE item SET due = '2026-05-01'")
        hand.execute("PRAGMA writable_schema = ON")
        hand.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", kept)
        hand.execute("PRAGMA writable_schema = RESET")
        faults = verify(reader(hand, full.place)).faults
    assert ("unsound", "item_in_hands_by_due") in [(fault.kind, fault.table) for fault in faults]


def test_a_view_of_ones_own_is_welcome(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        hand.execute("CREATE VIEW for_the_spreadsheet AS SELECT number, title FROM item")
        assert verify(reader(hand, full.place)).faults == ()
