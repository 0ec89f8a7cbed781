"""The harness keeps its promises: two engines, a home of one's own, a clock and a language that do not leak."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from officecli import clock, i18n


def test_both_engines_answer(store_url: str) -> None:
    if store_url.startswith("sqlite:///"):
        with sqlite3.connect(store_url.removeprefix("sqlite:///")) as store:
            answer = store.execute("SELECT 1").fetchone()
        store.close()
    else:
        with psycopg.connect(store_url) as server:
            answer = server.execute("SELECT 1").fetchone()
    assert answer == (1,)


@pytest.mark.parametrize("_turn", [1, 2])
def test_each_postgresql_test_gets_a_database_of_its_own(postgresql_url: str, _turn: int) -> None:
    with psycopg.connect(postgresql_url) as server:
        server.execute("CREATE TABLE mine (id INTEGER)")


def test_postgresql_listens_on_no_network(postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url) as server:
        assert server.execute("SHOW listen_addresses").fetchone() == ("",)


def test_home_is_a_folder_of_the_test(tmp_path: Path) -> None:
    assert Path.home() == tmp_path / "home"
    assert not [name for name in os.environ if name.startswith(("OFFICECLI_", "XDG_"))]


@pytest.mark.parametrize("turn", ["first", "second"])
def test_language_does_not_leak(turn: str) -> None:
    assert i18n.language() == "en", turn
    i18n.use("zh")
    assert i18n._("Commands") == "命令"


@pytest.mark.parametrize("turn", ["first", "second"])
def test_clock_does_not_leak(at: Callable[[str], None], turn: str) -> None:
    assert not clock.is_pretended(), turn
    at("2026-11-23T16:30+08:00")
    assert clock.stamp() == "2026-11-23T08:30:00Z"
