"""What is no whole backup of this office does not take the place of its store, nor does any while another is at it, or for whoever may not."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from officecli.actions.office.founding import found
from officecli.errors import BadInput, NotFound, OfficeError, StorageTrouble
from officecli.light import replace
from officecli.store import file_system
from officecli.store.place import Place, place
from officecli.store.proof import restore
from officecli.store.read.reader import Reader
from officecli.store.write import lock
from stage.founded import FOUNDING, write
from stage.restoring import backup, cut_short, founded, held, open_elsewhere, put_back, ranks, store
from stage.tampering import by_hand

__all__ = ["backup", "founded", "store"]

pytestmark = pytest.mark.disk


def text(path: Path) -> None:
    path.write_text("a letter\n" * 400, encoding="utf-8")


def tampered(path: Path) -> None:
    with by_hand(Place("sqlite", path), keep=True) as hand:
        hand.execute("UPDATE rank SET name = 'third'")


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")


def newer(path: Path) -> None:
    with by_hand(Place("sqlite", path), keep=True) as hand:
        hand.execute("UPDATE schema_version SET version = 99")


def older(path: Path) -> None:
    with by_hand(Place("sqlite", path), keep=True) as hand:
        hand.execute("UPDATE schema_version SET version = 1")


def of_another_office(path: Path) -> None:
    path.unlink()
    found(Place("sqlite", path), replace(FOUNDING, name="Another"))


def cut(path: Path) -> None:
    cut_short(Place("sqlite", path))


REFUSED: dict[Callable[[Path], None], str] = {
    text: "not a readable officecli store", cut: "b.db", tampered: "not what its trail says", of_another_program: "not a readable officecli store",
    newer: "newer officecli", older: "older officecli", of_another_office: "another office", Path.unlink: "no file",
}  # fmt: skip


@pytest.mark.parametrize("spoil", REFUSED)
def test_what_is_no_whole_backup_of_this_office_is_refused(store: Place, backup: Path, spoil: Callable[[Path], None]) -> None:
    write(store, "second")
    spoil(backup)
    before = held(store.path.parent)
    with pytest.raises(OfficeError, match=REFUSED[spoil]) as refused:
        put_back(store, backup)
    assert ".part" not in refused.value.what + refused.value.why
    assert spoil is not older or refused.value.fix.endswith(f"officecli db upgrade --db {backup}")
    assert held(store.path.parent) == before
    assert ranks(store) == ["first", "second"]


def test_another_office_takes_the_place_where_that_is_asked_for(store: Place, backup: Path) -> None:
    of_another_office(backup)
    came = put_back(store, backup, another_office=True)
    assert (ranks(store), came.lost) == ([], 3)


def test_another_programs_database_is_not_replaced(store: Place, backup: Path) -> None:
    of_another_program(store.path)
    with pytest.raises(StorageTrouble, match="not an officecli store"):
        put_back(store, backup)


def test_a_letter_is_not_put_aside_for_a_slip_in_the_path(store: Place, backup: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter"
    text(letter)
    with pytest.raises(StorageTrouble, match="no officecli store") as refused:
        put_back(Place("sqlite", path=letter), backup)
    assert "move that file away" in refused.value.fix
    assert [path.name for path in tmp_path.glob("letter*")] == ["letter"]
    text(store.path)  # beside which lies the lock of those who wrote in it
    store.path.with_name("office.db.lock").touch()
    put_back(store, backup)
    assert ranks(store) == ["first"]


def test_the_store_itself_is_no_backup_of_it(store: Place, backup: Path, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(store.path)
    for name in (store.path, tmp_path / "link.db"):
        with pytest.raises(BadInput, match="the office's store itself"):
            put_back(store, name)
    with pytest.raises(NotFound):
        put_back(store, tmp_path)
    with pytest.raises(StorageTrouble, match="not an ordinary file"):
        put_back(Place("sqlite", tmp_path), backup)


def test_who_has_the_store_open_is_waited_for(store: Place, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    before = held(store.path.parent)
    with lock.locked(store), pytest.raises(StorageTrouble, match="held by another program"):
        put_back(store, backup)
    with open_elsewhere(store), pytest.raises(StorageTrouble, match="held by another program"):
        put_back(store, backup)
    assert held(store.path.parent) == before


def test_a_trial_says_what_would_come_of_it_and_leaves_all_as_it_is(store: Place, backup: Path) -> None:
    write(store, "second")
    before = held(store.path.parent)
    tried = put_back(store, backup, trying=True)
    assert (tried.lost, tried.kept) == (1, None)
    assert held(store.path.parent) == before
    assert [path.name for path in backup.parent.iterdir()] == ["b.db"], "nor does anything come to lie beside the backup"


def test_who_may_is_told_by_the_store_and_where_it_cannot_be_read_by_the_backup(store: Place, backup: Path) -> None:
    asked: list[list[str]] = []

    def refuse(read: Reader) -> None:
        asked.append([row["name"] for row in read.rows("SELECT name FROM rank ORDER BY id")])
        raise BadInput("no")

    write(store, "second")
    for spoil in (lambda _store: None, cut_short, lambda gone: gone.path.unlink()):
        spoil(store)
        with pytest.raises(BadInput, match="no"):
            restore.restore(store, backup, refuse)
    assert asked == [["first", "second"], ["first"], ["first"]]


def test_a_server_and_a_network_are_left_to_themselves(store: Place, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="by its server") as refused:
        put_back(place("postgresql://user@host/office"), backup)
    assert "pg_restore" in refused.value.fix
    monkeypatch.setattr(file_system, "_file_system", lambda _path: "nfs")
    with pytest.raises(StorageTrouble, match="network"):
        put_back(store, backup)
