"""Several writers at once, and writers that are stopped or killed: nothing is lost, doubled or half done."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from officecli.actions.acting import Acting, acting
from officecli.actions.items.register import Order, register
from officecli.actions.office.founding import Founding, found
from officecli.errors import OfficeError, Refused
from officecli.store.place import Place, place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.store.write import file_lock, plain_writer
from officecli.store.write.change import changing
from stage import by_row
from stage.made_once import made_at_any_time
from stage.tampering import by_hand, tables

pytestmark = pytest.mark.disk
WRITERS, EACH, CARELESS = 8, 12, 25
FORK = multiprocessing.get_context("fork")


@pytest.fixture
def store(store_url: str) -> Place:
    where = place(store_url)
    made_at_any_time(where, lambda: found(where, Founding("Office", "none", "en", "UTC", "Ana")), "one person's")
    return where


def add(where: Place, title: str) -> None:
    with acting(where, "add", rules=()) as act:
        register(act, Order(title, "me", "2056-01-03"))


def add_many(where: Place, writer: int, count: int = EACH) -> None:
    for n in range(count):
        add(where, f"{writer}-{n}")


def run_writers(target: Callable[..., Any], where: Place, count: int) -> list[int | None]:
    writers = [FORK.Process(target=target, args=(where, n)) for n in range(count)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    return [writer.exitcode for writer in writers]


def test_eight_writers_at_once_lose_nothing(store: Place) -> None:
    assert run_writers(add_many, store, WRITERS) == [0] * WRITERS
    with reading(store) as read:
        items = read.rows("SELECT title, serial FROM item")
        assert sorted(item["title"] for item in items) == sorted(f"{writer}-{n}" for writer in range(WRITERS) for n in range(EACH))
        assert sorted(item["serial"] for item in items) == list(range(1, WRITERS * EACH + 1))
        assert verify(read).faults == ()


def add_carelessly(where: Place, writer: int) -> None:
    vars(plain_writer)["begin"] = lambda engine, execute: execute("BEGIN")
    vars(file_lock)["_lock"] = lambda handle: True
    add_many(where, writer, CARELESS)  # more of them: on a busy machine one may be through before the next begins


def test_without_the_write_lock_writers_collide(store: Place) -> None:
    """The control: the same writers without the locks do not all come through."""
    exits = run_writers(add_carelessly, store, WRITERS)
    with reading(store) as read:
        written = read.value("SELECT COUNT(*) FROM item")
        assert any(exits) or written < WRITERS * CARELESS
        assert verify(read).faults == ()  # even so, what was committed is whole


def test_a_writer_sees_what_the_one_before_it_wrote(store: Place) -> None:
    """What one reads before it has the lock is looked at again after."""
    with changing(store) as change:
        add_later = threading.Thread(target=add, args=(store, "second"))
        add_later.start()
        time.sleep(0.3)
        assert change.read.value("SELECT COUNT(*) FROM item") == 0
    add_later.join()
    add(store, "third")
    with reading(store) as read:
        assert [row["serial"] for row in read.rows("SELECT serial FROM item ORDER BY id")] == [1, 2]


def add_until_killed(where: Place, told: int) -> None:
    n = 0
    while True:
        add(where, f"{n}")
        os.write(told, b".")
        n += 1


def test_a_writer_killed_at_any_moment_leaves_a_whole_store(store: Place) -> None:
    seed = random.Random(20260601)
    committed = 0
    for turn in range(6):
        hears, told = os.pipe()
        writer = FORK.Process(target=add_until_killed, args=(store, told))
        writer.start()
        os.close(told)
        if turn % 2:  # else it may be killed before it has added anything: a busy machine takes its time
            assert os.read(hears, 1) == b"."
        time.sleep(seed.uniform(0.05, 0.4))
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        os.close(hears)
        with reading(store) as read:
            assert verify(read).faults == ()
            now = read.value("SELECT COUNT(*) FROM item")
            assert now >= committed
            committed = now
    assert committed > 0
    add(store, "after all that")


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError, OfficeError])
def test_what_is_interrupted_is_undone_whole(store: Place, error: type[BaseException]) -> None:
    add(store, "first")
    before = tables(store)

    def stop(act: Acting) -> None:
        register(act, Order("second", "me", "2056-01-03"))
        act.change.finish()
        raise error("in the middle")

    with pytest.raises(error), acting(store, "add", rules=()) as act:
        stop(act)
    assert tables(store) == before
    add(store, "second")


def test_a_refusal_leaves_everything_but_its_log_as_it_was(store_url: str, at: Callable[[str], None]) -> None:
    at("2026-06-01T01:00")
    staged = by_row.office(store_url, region="none")
    staged.item("事项", "张三", "2026-07-01")
    before = tables(staged.place)
    with pytest.raises(Refused), acting(staged.place, "add", "张三") as act:  # a clerk gives the chief of another section an item
        register(act, Order("越级", "孙强", "2026-07-01"))
    assert tables(staged.place) == before
    with by_hand(staged.place) as hand:
        assert hand.execute("SELECT at, actor_id, verb, codes FROM refusal_log").fetchall() == [
            ("2026-06-01T01:00:00Z", staged.people["张三"], "add", "A401")
        ]
    with staged.reading() as read:
        assert verify(read).faults == ()


def test_bad_input_leaves_everything_as_it_was(store: Place) -> None:
    before = tables(store)
    with pytest.raises(OfficeError), acting(store, "add", rules=()) as act:
        register(act, Order("x" * 100_000, "me", "2056-01-03"))
    assert tables(store) == before
