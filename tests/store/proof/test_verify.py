"""A hand edit anywhere shows: in the trail, in any table, in the calendar, in the guards and views."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Float, Integer

from officecli import clock
from officecli.cli import main
from officecli.cli.commands.discipline.verify import WORDS, read_head
from officecli.errors import BadInput, NotFound
from officecli.formats.terminal.frame import trail
from officecli.model.codes import TRAILED, UNTRAILED
from officecli.model.office.organisation import OfficeDay
from officecli.store.calendar.rebuilding import rebuild
from officecli.store.place import place
from officecli.store.proof import chain, replay
from officecli.store.proof.faults import Fault
from officecli.store.proof.links import COLUMNS, Links
from officecli.store.proof.said import Said
from officecli.store.proof.soundness import Meanwhile
from officecli.store.proof.verify import verify
from officecli.store.schema.declared import DECLARED, IsoDate, YesNo, every_table
from officecli.store.schema.definitions import definition_faults
from officecli.store.write.change import Change
from stage import by_row, postgresql
from stage.tampering import by_hand, drop_guards, reader


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[by_row.Staged]:
    """An office with at least one row in every trailed table; the tests tamper with it and roll back."""
    clock.pretend(datetime(2026, 6, 1, 1, tzinfo=UTC))
    with ExitStack() as stack:
        if request.param == "sqlite":
            url = str(tmp_path_factory.mktemp("store") / "office.db")
        else:
            url = stack.enter_context(postgresql.database(request.getfixturevalue("postgresql_server")))
        staged = by_row.office(url)
        with staged.changing() as change:
            by_row.sign(change, by_row.new_item(change, staged.people, "防汛检查", "张三", date(2026, 7, 1), hours=2.5))
            change.add(OfficeDay, "setup", day=date(2026, 6, 5), working=False)
            rebuild(change)
            for model in MODELS.values():
                if change.read.value(f"SELECT COUNT(*) FROM {model.__tablename__}") == 0:
                    change.add(model, "setup", **made_up(model, change))
        yield staged
    clock.pretend(None)


_BY_NAME = {made.__tablename__: model for model, made in DECLARED.items()}
MODELS: dict[str, Any] = {table.name: _BY_NAME[table.name] for table in every_table() if table.name in TRAILED}


def made_up(model: Any, change: Change) -> dict[str, Any]:
    """Some value for every field a row needs."""
    return {column.name: value_for(column, change) for column in DECLARED[model].__table__.columns if not column.nullable and column.name != "id"}


def value_for(column: Any, change: Change) -> Any:
    for key in column.foreign_keys:
        return change.read.value(f"SELECT MAX(id) FROM {key.column.table.name}")
    for check in checks_of(column.table):
        if check.startswith(f"{column.name} IN"):
            return check.split("'")[1]
    if isinstance(column.type, IsoDate):
        return date(2026, 6, 1)
    return 1 if isinstance(column.type, Integer | YesNo) else "x"


def checks_of(table: Any) -> list[str]:
    return [str(constraint.sqltext) for constraint in table.constraints if isinstance(constraint, CheckConstraint)]


def text_field(table: str) -> str:
    """A field a hand may write any text into."""
    described = DECLARED[MODELS[table]].__table__
    free = [column.name for column in described.columns if not isinstance(column.type, Integer | YesNo | Float)]
    return str(next(name for name in free if not any(check.startswith(f"{name} IN") for check in checks_of(described))))


EVERY_ENTRY = f"SELECT {', '.join(COLUMNS)} FROM trail ORDER BY seq"


def replayed(read: Any) -> list[Fault]:
    """Only the tables against the trail, which is quick."""
    return list(replay.replayed(read))


def test_an_untouched_store_is_clean(full: by_row.Staged) -> None:
    with full.reading() as read:
        verdict = verify(read)
        assert verdict.faults == ()
        assert verdict.head == read.head_text()
        assert verdict.entries == read.head()[0]


def test_every_table_is_vouched_for_or_known_not_to_be() -> None:
    assert {table.name for table in every_table()} == {*TRAILED, *UNTRAILED}


LINKS = ("step_need",)  # nothing but ids, which the database itself keeps from pointing nowhere


def test_a_value_changed_by_hand_shows_in_every_table(full: by_row.Staged) -> None:
    for table in (table for table in TRAILED if table not in LINKS):
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            (row,) = hand.execute(f"SELECT MAX(id) FROM {table}").fetchone()
            field = text_field(table)
            hand.execute(f"UPDATE {table} SET {field} = '2031' WHERE id = {row}")
            (fault,) = replayed(reader(hand, full.place))
        assert (fault.kind, fault.table, fault.row, fault.field, fault.found) == ("differs", table, row, field, "2031")


def test_a_value_emptied_by_hand_shows(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        hand.execute("UPDATE item SET due = NULL, hours = NULL WHERE hours = 2.5")
        assert [(fault.field, fault.expected) for fault in replayed(reader(hand, full.place))] == [("due", "2026-07-01"), ("hours", 2.5)]


def test_a_row_taken_away_or_added_by_hand_shows_in_every_table(full: by_row.Staged) -> None:
    for table in TRAILED:
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            (row,) = hand.execute(f"SELECT MAX(id) FROM {table}").fetchone()
            hand.execute(f"DELETE FROM {table} WHERE id = {row}")
            assert replayed(reader(hand, full.place)) == [Fault("missing", table=table, row=row)]
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            hand.execute(f"UPDATE {table} SET id = 999999 WHERE id = {row}")
            assert [fault.kind for fault in replayed(reader(hand, full.place))] == ["added", "missing"]


def forge(hand: Any, seq: int, **changed: Any) -> None:
    """Rewrite an entry with a matching hash, as an owner could."""
    (body,) = hand.execute(f"SELECT body FROM trail WHERE seq = {seq}").fetchone()
    text = chain.canonical({**json.loads(body), **changed})
    quoted = text.replace("'", "''")
    hand.execute(f"UPDATE trail SET body = '{quoted}', hash = '{chain.digest(text)}' WHERE seq = {seq}")


TAMPERED: dict[str, tuple[Callable[[Any], object], tuple[str, ...]]] = {
    "a text changed": (lambda hand: hand.execute("UPDATE trail SET body = replace(body, '防汛', '防火') WHERE verb = 'add'"), ("hash", "differs")),
    "a text changed, with its hash": (lambda hand: forge(hand, 3, reason="why not"), ("broken",)),
    "the last text changed, with its hash": (lambda hand: forge(hand, last(hand), host="elsewhere"), ()),
    "not in the form that is hashed": (
        lambda hand: hand.execute("UPDATE trail SET body = body || ' ' WHERE seq = 3"),
        ("hash", "unreadable", "added"),
    ),
    "an entry taken out": (lambda hand: hand.execute(f"DELETE FROM trail WHERE seq = {last(hand) - 1}"), ("gap", "broken")),
    "the end cut off": (lambda hand: hand.execute(f"DELETE FROM trail WHERE seq = {last(hand)}"), ("added",)),
    "the last hash": (lambda hand: hand.execute(f"UPDATE trail SET hash = '{'0' * 64}' WHERE seq = {last(hand)}"), ("hash",)),
    "a column beside the text": (lambda hand: hand.execute("UPDATE trail SET actor_id = 77 WHERE seq = 5"), ("column",)),
    "a column emptied": (lambda hand: hand.execute("UPDATE trail SET item_id = NULL WHERE item_id IS NOT NULL"), ("column",)),
}


def last(hand: Any) -> int:
    return int(hand.execute("SELECT MAX(seq) FROM trail").fetchone()[0])


@pytest.mark.parametrize("what", TAMPERED)
def test_a_tampered_trail_shows(full: by_row.Staged, what: str) -> None:
    tamper, kinds = TAMPERED[what]
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        tamper(hand)
        found = [fault.kind for fault in verify(reader(hand, full.place)).faults if not fault.kind.startswith("trigger-")]
    assert set(kinds) <= set(found) if kinds else found == []


def rewrite(hand: Any, changed: Callable[[str], str]) -> int:
    """Make another text of an entry near the end, and every hash after it anew, as an owner could; returns its number."""
    end = last(hand)
    seq = int(hand.execute("SELECT MAX(seq) FROM trail WHERE subject = 'item' AND body NOT LIKE '%\"before\":null%'").fetchone()[0])
    (before,) = hand.execute(f"SELECT hash FROM trail WHERE seq = {seq - 1}").fetchone()
    for number in range(seq, end + 1):
        (text,) = hand.execute(f"SELECT body FROM trail WHERE seq = {number}").fetchone()
        text = changed(text) if number == seq else re.sub('"prev":"[0-9a-f]*"', f'"prev":"{before}"', text)
        before = chain.digest(text)
        quoted = text.replace("'", "''")
        hand.execute(f"UPDATE trail SET body = '{quoted}', hash = '{before}' WHERE seq = {number}")
    return seq


def test_each_column_beside_the_text_shows_and_nothing_else_does(full: by_row.Staged) -> None:
    """Those by which entries are found among them: what an entry says is played where it says it."""
    columns = {
        "day": "2020-01-01",
        "command": 1,
        "actor_id": 77,
        "behalf_id": 77,
        "role": "x",
        "verb": "x",
        "subject": "note",
        "subject_id": 77,
        "item_id": 77,
    }
    for name, value in {**columns, "by_login": "x", "recorded": "2020-01-01"}.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            seq = hand.execute("SELECT MAX(seq) FROM trail WHERE subject = 'item'").fetchone()[0]
            hand.execute(f"UPDATE trail SET {name} = '{value}' WHERE seq = {seq}")
            links, read = Links(), reader(hand, full.place)
            found = [fault for entry in read.each(EVERY_ENTRY, {}) for fault in links.faults(entry)]
            found += replay.replayed(read, links.unreadable, links.astray)
        assert [(fault.kind, fault.seq, fault.field, fault.found) for fault in found] == [("column", seq, name, value)]


NO_ENTRY: dict[str, Callable[[str], str]] = {
    "a blank": lambda text: text.replace('"at":', '"at": '),
    "a blank among its fields": lambda text: text.replace('"after":{', '"after":{ '),
    "a blank in its beginning": lambda text: text.replace('{"actor":', '{ "actor":'),
    "a letter written another way": lambda text: text.replace('"reason":"', '"reason":"\\u0041'),
    "a key twice": lambda text: text.replace('"before":', '"after":{},"before":'),
    "a key too many": lambda text: text.replace('"reason":', '"really":1,"reason":'),
    "a key too few": lambda text: re.sub('"reason":"[^"]*",', "", text),
    "fields in another order": lambda text: text.replace('"after":{', '"after":{"zzz":1,'),
    "no number": lambda text: text.replace('"after":{', '"after":{"a":NaN,'),
    "a number written another way": lambda text: text.replace('"after":{', '"after":{"a":1.50,'),
    "two for one": lambda text: text.replace('"after":{', '"after":{},{'),
    "a list for fields": lambda text: re.sub('"before":{[^}]*}', '"before":[]', text),
    "a text for fields": lambda text: re.sub('"before":{[^}]*}', '"before":"x"', text),
}


def test_a_text_that_is_not_in_the_form_that_is_hashed_shows_whatever_its_hash(full: by_row.Staged) -> None:
    for what, changed in NO_ENTRY.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            seq = rewrite(hand, changed)
            links, read = Links(), reader(hand, full.place)
            found = [fault for entry in read.each(EVERY_ENTRY, {}) for fault in links.faults(entry)]
            found += replay.replayed(read, links.unreadable, links.astray)
        assert Fault("unreadable", seq) in found, what
        assert {fault.kind for fault in found} <= {"unreadable", "differs", "does-not-follow"}, what


def test_a_column_that_repeats_what_is_no_json_vouches_for_nothing(full: by_row.Staged) -> None:
    cases: dict[str, tuple[str, Any, Callable[[str], str]]] = {
        "a line break": ("role", "a\nb", lambda text: re.sub('"role":"[^"]*"', '"role":"a\nb"', text)),
        "a quotation mark": ("role", 'a","role":"b', lambda text: re.sub('"role":"[^"]*"', '"role":"a","role":"b"', text)),
    }
    if full.place.engine == "sqlite":  # the other keeps numbers in a column of numbers
        cases["no number"] = ("item_id", "NaN", lambda text: re.sub('"item":[0-9]*', '"item":NaN', text))
        cases["no item"] = ("item_id", "", lambda text: re.sub('"item":[0-9]*', '"item":', text))
        cases["half a row"] = ("subject_id", 5.5, lambda text: re.sub('"id":[0-9]*,"item"', '"id":5.5,"item"', text))
    for what, (column, value, changed) in cases.items():
        with by_hand(full.place) as hand:
            drop_guards(hand, full.place)
            seq = rewrite(hand, changed)
            hand.execute(f"UPDATE trail SET {column} = '{value}' WHERE seq = {seq}")
            links = Links()
            found = [fault for entry in reader(hand, full.place).each(EVERY_ENTRY, {}) for fault in links.faults(entry)]
        assert found == [Fault("unreadable", seq)], what


def test_texts_that_only_together_make_sense_show() -> None:
    """Three that are none, and would be read as three if they were read in one."""
    for texts in (["{},null,{}", '{"a":[0', "0]}"], ["{},{}", '{"a":[0', "0]}"]):
        said = Said()
        entries = [(1, seq, "T", f'{{"actor":{{}},"after":{text},"at":"T","before":null,"behalf":null}}') for seq, text in enumerate(texts, 1)]
        assert list(said.steps(entries)) == []
        assert said.unreadable == [1, 2, 3]


def test_an_entry_that_speaks_of_another_time_than_its_column_shows_even_where_its_fields_name_that(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        seq = rewrite(hand, lambda text: re.sub('"at":"[^"]*"', '"at":"2020-01-01T00:00:00Z"', text, count=1))
        (at,) = hand.execute(f"SELECT at FROM trail WHERE seq = {seq}").fetchone()
        rewrite(hand, lambda text: text.replace('"after":{', f'"after":{{"a":{{"a":1,"at":"{at}","before":{{}}}},'))
        found = [(fault.kind, fault.field) for fault in verify(reader(hand, full.place)).faults if fault.seq == seq]
    assert ("column", "at") in found


def test_only_a_head_known_elsewhere_shows_a_rewritten_end(full: by_row.Staged) -> None:
    with full.reading() as read:
        seq, hash_ = read.head()
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        forge(hand, seq, host="elsewhere")
        faults = verify(reader(hand, full.place), (seq, hash_[:16])).faults
        assert [fault.kind for fault in faults if not fault.kind.startswith("trigger-")] == ["other-head"]
        assert verify(reader(hand, full.place), (seq + 1, hash_[:16])).faults[0].kind == "shorter"


def test_an_old_paper_is_found_in_a_trail_that_went_on(full: by_row.Staged) -> None:
    with full.reading() as read:
        old = read.head()
    full.item("新事项", "李明", "2026-08-01")
    with full.reading() as read:
        assert verify(read, (old[0], old[1][:16])).faults == ()
        assert [fault.kind for fault in verify(read, (old[0], "0" * 16)).faults] == ["other-head"]


def test_what_only_a_hand_leaves_in_a_column_shows_instead_of_stopping_the_look(full: by_row.Staged) -> None:
    if full.place.engine == "postgresql":
        return  # it keeps bytes and words out of columns of words and numbers
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        hand.execute(f"UPDATE trail SET at = x'00' WHERE seq = {last(hand) - 1}")
        hand.execute("CREATE TABLE kept AS SELECT * FROM note")
        hand.execute("DROP TABLE note")
        hand.execute("CREATE TABLE note AS SELECT * FROM kept")
        hand.execute("UPDATE note SET id = 'x' || id")
        found = {(fault.kind, fault.table) for fault in verify(reader(hand, full.place)).faults}
    assert {("column", "trail"), ("added", "note"), ("missing", "note")} <= found


def test_an_entry_that_does_not_follow_from_the_ones_before_shows(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        seq = hand.execute("SELECT MAX(seq) FROM trail WHERE subject = 'item' AND subject_id < seq").fetchone()[0]
        forge(hand, seq, before={"status": "closed", "version": 1})
        kinds = [(fault.kind, fault.field) for fault in verify(reader(hand, full.place)).faults]
        assert ("does-not-follow", "status") in kinds


CALENDAR = {
    "DELETE FROM calendar_day WHERE date = '2026-06-03'": "missing",
    "DELETE FROM calendar_day WHERE date > '2055-06-03'": "missing",
    "UPDATE calendar_day SET is_working = 0 WHERE date = '2026-06-03'": "differs",
    "INSERT INTO calendar_day VALUES ('1999-12-31', 1, 0, 0)": "added",
    "UPDATE calendar_year SET exceptions = 'nothing' WHERE year = 2026": "no-calendar",
}


@pytest.mark.parametrize("statement", CALENDAR)
def test_a_calendar_changed_by_hand_shows(full: by_row.Staged, statement: str) -> None:
    with by_hand(full.place) as hand:
        hand.execute(statement)
        faults = [fault for fault in verify(reader(hand, full.place)).faults if fault.table == "calendar_day"]
        assert {fault.kind for fault in faults} == {CALENDAR[statement]}


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


def test_a_row_that_refers_to_nothing_shows(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        drop_guards(hand, full.place)
        hand.execute("UPDATE note SET item_id = 987654")
        found = [(fault.kind, fault.table, fault.found) for fault in verify(reader(hand, full.place)).faults]
    assert ("refers-to-nothing", "note", "item") in found


def test_the_file_is_looked_at_meanwhile(full: by_row.Staged, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if full.place.engine == "postgresql":
        return  # its server looks after its files
    copy = place(str(shutil.copy(full.place.path, tmp_path / "copy.db")))
    with by_hand(copy, keep=True) as hand:
        hand.execute("UPDATE note SET item_id = 987654, text = x'00'")
    assert main.run(["verify", "--format", "json", "--db", str(copy.path)]) == 1
    found = {
        (fault["kind"], fault["table"]): fault["found"] for fault in json.loads(capsys.readouterr().out)["faults"] if fault["field"] in ("", "text")
    }
    assert found["refers-to-nothing", "note"] == "item"
    assert found["differs", "note"] == "b'\\x00'", "bytes, which only a hand leaves there"
    with pytest.raises(NotFound):
        Meanwhile(place(str(tmp_path / "nothing.db"))).unsound()


def test_a_view_of_ones_own_is_welcome(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        hand.execute("CREATE VIEW for_the_spreadsheet AS SELECT number, title FROM item")
        assert verify(reader(hand, full.place)).faults == ()


def test_the_logs_of_refusals_and_of_mail_are_not_vouched_for(full: by_row.Staged) -> None:
    with by_hand(full.place) as hand:
        hand.execute(
            "INSERT INTO mail_log (day, person_id, number, address, message_id, claimed_at) VALUES ('2026-11-23', 1, 1, 'a@b', '<m>', 'now')"
        )
        hand.execute("INSERT INTO refusal_log (id, at, verb, codes) VALUES (1, 'now', 'add', 'R101')")
        assert verify(reader(hand, full.place)).faults == ()


def test_the_trail_is_read_in_parts(full: by_row.Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("officecli.store.proof.verify.TOLD", 4)
    monkeypatch.setattr("officecli.store.proof.replay.BATCH", 2)
    told: list[int] = []
    with full.reading() as read:
        verdict = verify(read, watch=told.append)
    assert verdict.faults == ()
    assert told == list(range(4, verdict.entries + 1, 4))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "12:",
        "12:abc",
        "12:xyzxyzxyzxyzxyzx",
        "12:5f0c2a9be1d473a",
        ":" + "a" * 16,
        "1" * 16 + ":" + "a" * 16,
        "-1:" + "a" * 16,
        "12:" + "a" * 65,
    ],
)
def test_a_malformed_head_is_bad_input(text: str) -> None:
    with pytest.raises(BadInput):
        read_head(text)


def test_a_head_is_read_as_it_is_printed() -> None:
    assert read_head(" 1204:5F0C2A9BE1D473AA ") == (1204, "5f0c2a9be1d473aa")


def test_a_short_head_says_how_much_it_proves(full: by_row.Staged, capsys: pytest.CaptureFixture[str]) -> None:
    with full.reading() as read:
        seq, hash_ = read.head()
    address = full.place.url or str(full.place.path)
    for digits, said in {16: True, 31: True, 32: False, 64: False}.items():
        assert main.run(["verify", "--head", f"{seq}:{hash_[:digits]}", "--db", address]) == 0
        assert (f"Only {digits} of its 64 digits were compared" in capsys.readouterr().out) == said
    assert main.run(["verify", "--head", f"{seq}:{hash_[:15]}", "--db", address]) == 2
    capsys.readouterr()
    assert main.run(["verify", "--head", f"{seq}:{hash_[:20]}", "--format", "json", "--db", address]) == 0
    assert json.loads(capsys.readouterr().out)["compared_digits"] == 20


def test_a_window_shows_sixteen_digits_and_whatever_is_kept_thirty_two() -> None:
    head = "1204:" + "5f0c2a9b" * 8
    assert trail(head, in_window=True) == "trail 1204:5f0c2a9b5f0c2a9b"
    assert trail(head) == "trail 1204:" + "5f0c2a9b" * 4
    assert trail("") == ""


def test_every_kind_of_fault_has_words() -> None:
    import officecli.store

    sources = [path.read_text(encoding="utf-8") for path in Path(officecli.store.__file__).parent.rglob("*.py")]
    kinds = {kind for source in sources for kind in re.findall(r'Fault\(\s*"([a-z-]+)"', source)}
    composed = {f"{what}-{how}" for what in ("trigger", "function", "view", "part") for how in ("missing", "changed")} | {
        "trigger-added",
        "part-added",
    }
    assert kinds | composed == set(WORDS)
