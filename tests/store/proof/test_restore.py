"""A backup takes the place of a store whatever became of it: whole, or not at all, with nothing of the old store's mixed in."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officecli.errors import StorageTrouble
from officecli.store import recorded
from officecli.store.place import Place
from officecli.store.proof import put_aside, restore
from officecli.store.proof.backup import back_up
from stage.founded import write
from stage.restoring import backup, cut_short, founded, held, killed, put_back, ranks, store
from stage.tampering import by_hand

__all__ = ["backup", "founded", "store"]

pytestmark = pytest.mark.disk


def test_what_a_killed_program_left_in_its_log_is_not_read_into_the_backup(store: Place, backup: Path) -> None:
    killed(store, "second")
    came = put_back(store, backup)
    assert (ranks(store), came.lost) == (["first"], 1)
    assert came.kept is not None
    assert ranks(Place("sqlite", came.kept)) == ["first", "second"]


def test_a_backup_that_was_laid_over_a_log_by_hand_is_put_right(store: Place, backup: Path) -> None:
    with by_hand(store, keep=True) as hand:
        hand.execute("CREATE TABLE mine AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 9000) SELECT i, hex(i) FROM n")
    killed(store, "second")
    shutil.copy(backup, store.path)
    put_back(store, backup)
    assert ranks(store) == ["first"]


def overwritten(store: Place) -> None:
    store.path.with_name("office.db.lock").touch()
    with store.path.open("rb+") as file:
        file.write(b"\0" * 200_000)


def emptied(store: Place) -> None:
    store.path.write_bytes(b"")


def of_its_log_alone(store: Place) -> None:
    killed(store, "second")
    store.path.unlink()


def with_an_odd_log(store: Place) -> None:
    cut_short(store)
    store.path.with_name("office.db-wal").write_bytes(b"left")


SPOILT = [cut_short, overwritten, emptied, of_its_log_alone, with_an_odd_log]


@pytest.mark.parametrize(("spoil", "links"), [*((spoil, True) for spoil in SPOILT), (cut_short, False)])
def test_a_store_that_cannot_be_read_is_kept_as_it_lies_there(
    store: Place, backup: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Place], None], *, links: bool
) -> None:
    spoil(store)
    spoilt = held(store.path.parent)
    if not links:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    put_back(store, backup)
    kept = {name.partition(".before-restore-")[2][16:]: content for name, content in held(store.path.parent).items() if "before" in name}
    assert kept == {name.removeprefix("office.db"): content for name, content in spoilt.items()}
    assert ranks(store) == ["first"]


def test_a_store_that_is_gone_is_made_with_its_folder(store: Place, backup: Path) -> None:
    shutil.rmtree(store.path.parent)
    came = put_back(store, backup)
    assert (ranks(store), came.lost, came.kept) == (["first"], 0, None)
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    write(store, "second")


def failing(number: int) -> Callable[..., Any]:
    def fails(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fails


def stopping(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def once(fault: Callable[..., Any], done: Callable[..., Any]) -> Callable[..., Any]:
    """What fails the first time."""
    each = iter([fault])

    def does(*given: Any, **how: Any) -> Any:
        return next(each, done)(*given, **how)

    return does


STEPS = [(restore, "copy_pages"), (restore, "verify"), (restore, "give_as"), (put_aside, "back_up"), (put_aside, "connect_sqlite"), (Path, "replace")]


@pytest.mark.parametrize(("state", "fault"), [("sound", stopping), ("cut short", failing(errno.ENOSPC))])
@pytest.mark.parametrize(("where", "name"), STEPS)
def test_whatever_stops_it_leaves_the_store_as_it_was(
    store: Place, backup: Path, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, fault: Callable[..., Any], state: str
) -> None:
    write(store, "second")
    if state == "cut short":
        with_an_odd_log(store)
    if (state, name) == ("cut short", "connect_sqlite"):
        where, name = Path, "rename"
    before, done = held(store.path.parent), getattr(where, name)
    with monkeypatch.context() as patched:
        patched.setattr(where, name, once(fault, done))
        with pytest.raises((KeyboardInterrupt, StorageTrouble)):
            put_back(store, backup)
    assert held(store.path.parent).keys() == before.keys()
    if state == "sound":
        assert ranks(store) == ["first", "second"]
    else:
        assert held(store.path.parent) == before
    put_back(store, backup)
    assert ranks(store) == ["first"]


@pytest.mark.parametrize("spoil", [lambda store: write(store, "second"), with_an_odd_log, of_its_log_alone])
def test_who_stops_it_too_late_has_both_stores(store: Place, backup: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Place], None]) -> None:
    done = Path.replace
    spoil(store)

    def replaced(self: Path, target: Path) -> None:
        done(self, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(KeyboardInterrupt):
        put_back(store, backup)
    assert ranks(store) == ["first"]
    assert [name for name in held(store.path.parent) if "before-restore" in name]


def test_a_folder_that_cannot_be_written_out_is_told_as_after_the_fact(store: Place, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restore, "sync_folder", failing(errno.EIO))
    recorded.begin()
    with pytest.raises(StorageTrouble, match="The disk fails") as trouble:
        put_back(store, backup)
    assert ("Nothing was changed" in trouble.value.what, recorded.is_so()) == (False, True)
    assert ranks(store) == ["first"]


def test_what_is_lost_is_counted_from_where_the_trails_part(store: Place, backup: Path) -> None:
    write(store, "second")
    later = back_up(store, backup.with_name("later.db"))
    put_back(store, backup)
    for name in ("third", "fourth"):
        write(store, name)
    came = put_back(store, later)
    assert (came.lost, ranks(store)) == (2, ["first", "second"])
    assert put_back(store, backup).lost == 1


@pytest.mark.parametrize("is_there", [True, False])
def test_the_same_people_may_use_it_and_a_link_stays_one(store: Place, backup: Path, *, is_there: bool) -> None:
    link = Place("sqlite", store.path.parent.parent / "link.db")
    link.path.symlink_to(store.path)
    store.path.parent.chmod(0o2770)
    store.path.chmod(0o660)
    if not is_there:
        store.path.unlink()
    put_back(link, backup)
    assert link.path.is_symlink()
    assert {stat.S_IMODE(path.stat().st_mode) for path in (store.path, store.path.with_name("office.db.lock"))} == {0o660}
