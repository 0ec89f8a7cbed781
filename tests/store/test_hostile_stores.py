"""A store somebody prepared is refused before it is asked anything else; and a database that swallows what it is given is not believed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from officecli.cli import main
from officecli.errors import StorageTrouble
from officecli.model.items import Item
from officecli.store.place import Place
from officecli.store.read.reader import reading
from officecli.store.read.version import stored_version
from officecli.store.write import entries
from officecli.store.write.change import Change, changing
from stage import by_row
from stage.tampering import by_hand, drop_guards

ENDLESS = "WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more) SELECT n AS {column} FROM more ORDER BY n DESC"


@pytest.fixture
def staged(store_url: str, at: Callable[[str], None]) -> by_row.Staged:
    at("2026-06-01T01:00")
    return by_row.office(store_url, region="none")


def kept(where: Place, *statements: str) -> None:
    with by_hand(where, keep=True) as hand:
        for statement in statements:
            hand.execute(statement)


@pytest.mark.parametrize(("table", "column"), [("schema_version", "version"), ("trail", "hash, n AS seq"), ("item", "id")])
def test_an_endless_view_in_place_of_a_table_is_refused_and_never_asked(staged: by_row.Staged, table: str, column: str) -> None:
    kept(staged.place, "DROP VIEW v_item", f"ALTER TABLE {table} RENAME TO elsewhere", f"CREATE VIEW {table} AS {ENDLESS.format(column=column)}")
    for use in (reading, changing):
        with pytest.raises(StorageTrouble, match="in place of"), use(staged.place):
            pass
    with pytest.raises(StorageTrouble, match="in place of"):
        stored_version(staged.place)


@pytest.mark.parametrize("select", [ENDLESS.format(column="id"), "SELECT * FROM item WHERE id < 0", None])
def test_a_view_that_is_not_ours_is_never_asked_and_verify_tells_of_it(
    tmp_path: Path, at: Callable[[str], None], capfd: pytest.CaptureFixture[str], select: str | None
) -> None:
    at("2026-06-01T01:00")
    staged = by_row.office(str(tmp_path / "office.db"), region="none")
    staged.item("事项", "张三", "2026-07-01")
    kept(staged.place, "DROP VIEW v_item", *([f"CREATE VIEW v_item AS {select}"] if select else []))
    for words in (
        ["list"],
        ["check"],
        ["accountability", "--as-of", "2026-06-01"],
        ["person", "list"],
        ["add", "x", "--lead", "张三", "--as", "张三"],
    ):
        assert main.run([*words, "--db", str(staged.place.path)]) == 74
        assert "“v_item” of this store is not the one" in capfd.readouterr().err
    assert main.run(["verify", "--db", str(staged.place.path)]) == 1
    assert "v_item" in capfd.readouterr().err


def test_a_hash_that_a_terminal_would_obey_is_refused(staged: by_row.Staged, capfd: pytest.CaptureFixture[str]) -> None:
    with by_hand(staged.place, keep=True) as hand:
        drop_guards(hand, staged.place)
        hand.execute("UPDATE trail SET hash = '\033]0;mine\007' WHERE seq = (SELECT MAX(seq) FROM trail)")
    address = staged.place.url or str(staged.place.path)
    for words in (["list"], ["verify"], ["history"]):
        assert main.run([*words, "--db", address]) == 74
    seen = capfd.readouterr()
    assert "\033" not in seen.out + seen.err
    assert "hash that is none" in seen.err


MEDDLERS = {
    "sqlite": [
        ("CREATE TRIGGER deaf BEFORE INSERT ON trail BEGIN SELECT RAISE(IGNORE); END", "DROP TRIGGER deaf"),
        ("CREATE TRIGGER spy AFTER UPDATE ON item BEGIN UPDATE item SET due = NULL; END", "DROP TRIGGER spy"),
    ],
    "postgresql": [
        ("CREATE RULE deaf AS ON INSERT TO trail DO INSTEAD NOTHING", "DROP RULE deaf ON trail"),
        ("CREATE RULE lost AS ON UPDATE TO item DO INSTEAD NOTHING", "DROP RULE lost ON item"),
        ("CREATE TRIGGER spy BEFORE UPDATE ON note FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()", "DROP TRIGGER spy ON note"),
        ("ALTER TABLE item ENABLE ROW LEVEL SECURITY; CREATE POLICY blind ON item USING (id < 0)", "DROP POLICY blind ON item"),
    ],
}


def test_nothing_is_written_where_something_foreign_would_have_a_hand_in_it(staged: by_row.Staged) -> None:
    for made, dropped in MEDDLERS[staged.place.engine]:
        before = head(staged.place)
        kept(staged.place, *(made.split("; ") if "POLICY" in made else [made]))
        with pytest.raises(StorageTrouble, match=dropped.split()[2]):
            staged.item("事项", "张三", "2026-07-01")
        assert head(staged.place) == before  # a reader comes in all the same
        kept(staged.place, dropped)
    staged.item("事项", "张三", "2026-07-01")


def head(where: Place) -> tuple[int, str]:
    with reading(where) as read:
        return read.head()


SWALLOWING = {
    "sqlite": "CREATE TRIGGER deaf BEFORE INSERT ON trail BEGIN SELECT RAISE(IGNORE); END",
    "postgresql": "CREATE RULE deaf AS ON INSERT TO trail DO INSTEAD NOTHING",
}
REWRITING = {
    "sqlite": "CREATE TRIGGER liar AFTER INSERT ON trail BEGIN UPDATE trail SET after = '{}' WHERE seq = NEW.seq; END",
    "postgresql": "CREATE RULE liar AS ON INSERT TO trail DO ALSO UPDATE trail SET after = '{}' WHERE seq = NEW.seq",
}
FORGING = {
    "sqlite": "CREATE TRIGGER liar AFTER INSERT ON hand BEGIN UPDATE hand SET login = 'x' WHERE id = NEW.id; END",
    "postgresql": "CREATE RULE liar AS ON INSERT TO hand DO ALSO UPDATE hand SET login = 'x' WHERE id = NEW.id",
}


@pytest.mark.parametrize("what", [SWALLOWING, REWRITING, FORGING])
def test_a_write_reads_its_own_entries_back(staged: by_row.Staged, monkeypatch: pytest.MonkeyPatch, what: dict[str, Any]) -> None:
    monkeypatch.setattr("officecli.store.write.writing.refuse_meddlers", lambda *_: None)  # as if it came after that was asked
    made = entries.hand_of
    monkeypatch.setattr(entries, "hand_of", lambda machine, by: made(machine, by)._replace(tool="another"))  # a hand that is new, too
    before = head(staged.place)
    with by_hand(staged.place, keep=True) as hand:
        for table in ("trail", "hand"):
            hand.execute(f"DROP TRIGGER {table}_is_not_changed" + ("" if staged.place.engine == "sqlite" else f" ON {table}"))
        hand.execute(what[staged.place.engine])
    with pytest.raises(StorageTrouble, match="Nothing was recorded"):
        staged.item("事项", "张三", "2026-07-01")
    assert head(staged.place) == before
    with reading(staged.place) as read:
        assert read.value("SELECT COUNT(*) FROM item") == 0


def edited_and_followed(change: Change, staged: by_row.Staged, item_id: int) -> None:
    change.set(change.get(Item, item_id), "edit", goal="x")
    by_row.new_item(change, staged.people, "又一件", "张三", date(2026, 7, 1))


IGNORING = {
    "sqlite": "CREATE TRIGGER deaf BEFORE {event} ON item BEGIN SELECT RAISE(IGNORE); END",
    "postgresql": "CREATE RULE deaf AS ON {event} TO item DO INSTEAD NOTHING",
}


@pytest.mark.parametrize("event", ["INSERT", "UPDATE"])
def test_a_row_that_is_not_kept_is_not_recorded(staged: by_row.Staged, monkeypatch: pytest.MonkeyPatch, event: str) -> None:
    item_id = staged.item("事项", "张三", "2026-07-01")
    monkeypatch.setattr("officecli.store.write.writing.refuse_meddlers", lambda *_: None)
    kept(staged.place, IGNORING[staged.place.engine].format(event=event))
    before = head(staged.place)
    with pytest.raises(StorageTrouble, match="Nothing was recorded"), staged.changing() as change:
        edited_and_followed(change, staged, item_id)
    assert head(staged.place) == before


def test_views_and_tables_of_ones_own_are_welcome(staged: by_row.Staged) -> None:
    kept(staged.place, "CREATE TABLE mine (a INTEGER)", "CREATE VIEW for_the_spreadsheet AS SELECT number FROM item")
    staged.item("事项", "张三", "2026-07-01")


def test_a_virtual_table_is_no_table(tmp_path: Path, at: Callable[[str], None]) -> None:
    at("2026-06-01T01:00")
    staged = by_row.office(str(tmp_path / "office.db"), region="none")
    kept(staged.place, "DROP TABLE refusal_log", "CREATE VIRTUAL TABLE refusal_log USING fts5(a)")
    with pytest.raises(StorageTrouble, match="refusal_log"), reading(staged.place):
        pass
