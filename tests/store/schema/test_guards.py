"""Each protection of the trail, with a control arm: without it the damage happens, with it it does not."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text, update

from officecli.errors import BadInput, StorageTrouble
from officecli.model.items import Item
from officecli.model.targets import Target
from officecli.store.proof.chain import canonical
from officecli.store.proof.verify import verify
from officecli.store.schema.declared import DECLARED
from officecli.store.write import opening
from stage import by_row
from stage.tampering import by_hand, drop_guards

REFUSED = (sqlite3.IntegrityError, psycopg.errors.RaiseException)
COLUMNS = "at, day, command, actor_id, role, verb, subject, subject_id, reason, hand_id, hash"
OF_A_HAND = "actor, login, host, tool"

DAMAGE = {
    "change": "UPDATE trail SET verb = 'nothing' WHERE seq = 2",
    "delete": "DELETE FROM trail WHERE seq = 2",
    "empty": "DELETE FROM trail",
    "skip": f"INSERT INTO trail (seq, {COLUMNS}) SELECT seq + 1000, {COLUMNS} FROM trail WHERE seq = 2",
    "go before": f"INSERT INTO trail (seq, {COLUMNS}) SELECT -1, {COLUMNS} FROM trail WHERE seq = 2",
    "change a hand": "UPDATE hand SET actor = 'nobody'",
    "delete a hand": "DELETE FROM hand",
    "skip a hand": f"INSERT INTO hand (id, {OF_A_HAND}) SELECT id + 1000, {OF_A_HAND} FROM hand WHERE id = 1",
}
ON_SQLITE = {
    "replace": f"INSERT OR REPLACE INTO trail (seq, {COLUMNS}) SELECT seq, {COLUMNS} FROM trail WHERE seq = 2",
    "number itself": f"INSERT INTO trail ({COLUMNS}) SELECT {COLUMNS} FROM trail WHERE seq = 2",
    "replace a hand": f"INSERT OR REPLACE INTO hand (id, {OF_A_HAND}) SELECT id, {OF_A_HAND} FROM hand WHERE id = 1",
}
ON_POSTGRESQL = {
    "truncate": "TRUNCATE trail",
    "truncate the hands": "TRUNCATE hand CASCADE",
    "upsert": f"INSERT INTO trail (seq, {COLUMNS}) SELECT seq, {COLUMNS} FROM trail WHERE seq = 2 ON CONFLICT (seq) DO UPDATE SET verb = 'nothing'",
}


@pytest.fixture
def staged(store_url: str, at: Callable[[str], None]) -> by_row.Staged:
    at("2026-06-01T01:00")
    return by_row.office(store_url, region="none")


def test_the_trail_can_only_go_on_at_its_end(staged: by_row.Staged) -> None:
    for statement in {**DAMAGE, **(ON_SQLITE if staged.place.engine == "sqlite" else ON_POSTGRESQL)}.values():
        with by_hand(staged.place) as hand, pytest.raises(REFUSED):
            hand.execute(statement)
        with by_hand(staged.place) as hand:
            drop_guards(hand, staged.place)
            assert hand.execute(statement).rowcount != 0  # the control: only the triggers were in the way


def test_what_keeps_a_commit_is_set_and_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: Callable[[str], None]) -> None:
    staged = by_row.office(str(tmp_path / "office.db"), region="none")
    connection = opening.connect_sqlite(staged.place.path)
    found = {name: str(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in opening.PRAGMAS}
    connection.close()
    assert found == {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0", "recursive_triggers": "1"}
    monkeypatch.setitem(opening.PRAGMAS, "synchronous", "NORMAL")  # reads back as 1: a value that is not taken is no error to SQLite
    with pytest.raises(StorageTrouble, match="synchronous"):
        opening.connect_sqlite(staged.place.path)


def test_foreign_keys_hold(staged: by_row.Staged) -> None:
    with pytest.raises(StorageTrouble), staged.changing() as change:
        change.add(Target, "add", item_id=999, amount="1", unit="篇")


def by_hand_titled(item: Item) -> Item:
    item.title = "x"
    return item


TITLED = "update item set title = 'x'"
PAST_CHANGE: dict[str, Callable[[Any, Item], object]] = {
    "a row changed by hand": lambda change, item: by_hand_titled(item),
    "a row written by hand": lambda change, item: change.writer.change(item, {"title": "x"}),
    "a row added by hand": lambda change, item: change.writer.add(Target, {"id": 9999, "item_id": item.id, "amount": "1", "unit": "篇"}),
    "many rows added by hand": lambda change, item: change.writer.insert("target", [{"id": 9999, "item_id": item.id, "amount": "1", "unit": "篇"}]),
    "a row deleted by hand": lambda change, item: change.writer.remove(item),
    "a statement": lambda change, item: change.writer.run(TITLED),
}
PAST_SQLMODEL: dict[str, Callable[[Any, Any], object]] = {
    "a row changed by hand, then another through Change": lambda change, item: change.add(
        Target, "add", item_id=by_hand_titled(item).id, amount="1", unit="篇"
    ),
    "a row added by hand": lambda change, item: change.writer.session.add(DECLARED[Target](id=9999, item_id=item.id, amount="1", unit="篇")),
    "a row deleted by hand": lambda change, item: change.writer.session.delete(item),
    "a bulk update": lambda change, item: change.writer.session.execute(update(DECLARED[Item]).values(title="x")),
    "a core statement": lambda change, item: change.writer.session.connection().execute(update(DECLARED[Item]).values(title="x")),
    "a text": lambda change, item: change.writer.session.connection().execute(text(f"  {TITLED}")),
    "a with": lambda change, item: change.writer.session.connection().execute(text("WITH a AS (SELECT 1) DELETE FROM item")),
}


def of_sqlmodel(change: Any, item_id: int) -> Any:
    return change.writer.session.get(DECLARED[Item], item_id)


def unharmed(staged: by_row.Staged) -> None:
    with staged.reading() as read:
        assert read.value("SELECT title FROM item") == "事项"
        assert verify(read).faults == ()


def test_nothing_is_written_past_the_trail(staged: by_row.Staged) -> None:
    item_id = staged.item("事项", "张三", "2026-07-01")
    for way in PAST_CHANGE.values():
        with pytest.raises(RuntimeError, match="missing from the trail"), staged.changing() as change:
            way(change, change.get(Item, item_id))
        unharmed(staged)


@pytest.mark.on_sqlite  # it is SQLModel's session that is watched
def test_nothing_is_written_past_the_trail_through_sqlmodel(staged: by_row.Staged, monkeypatch: pytest.MonkeyPatch) -> None:
    item_id = staged.item("事项", "张三", "2026-07-01")
    monkeypatch.setenv("OFFICECLI_WRITER", "sqlmodel")
    for way in PAST_SQLMODEL.values():
        with pytest.raises(RuntimeError, match="missing from the trail"), staged.changing() as change:
            way(change, of_sqlmodel(change, item_id))
        unharmed(staged)


@pytest.mark.parametrize("writer", ["plain", "sqlmodel"])
def test_without_the_guard_it_would_be_written(staged: by_row.Staged, monkeypatch: pytest.MonkeyPatch, writer: str) -> None:
    staged.item("事项", "张三", "2026-07-01")
    monkeypatch.setenv("OFFICECLI_WRITER", writer)
    monkeypatch.setattr("officecli.store.write.writer.Writer._refuse_unless_allowed", lambda *_: None)
    with staged.changing() as change:
        change.writer.run(TITLED)
    with staged.reading() as read:
        assert [(fault.kind, fault.field) for fault in verify(read).faults] == [("differs", "title")]


@pytest.mark.parametrize("bad", ["nul \0 here", "half \ud83d here"])
def test_text_that_cannot_be_kept_is_bad_input(staged: by_row.Staged, bad: str) -> None:
    with pytest.raises(BadInput), staged.changing() as change:
        by_row.new_item(change, staged.people, "事项", "张三", date(2026, 7, 1), goal=bad)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 10**400])
def test_numbers_that_cannot_be_kept_are_bad_input(staged: by_row.Staged, bad: float) -> None:
    with pytest.raises(BadInput), staged.changing() as change:
        by_row.new_item(change, staged.people, "事项", "张三", date(2026, 7, 1), hours=bad)


def test_what_is_hashed_is_json_for_every_reader() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical({"hours": float("nan")})
