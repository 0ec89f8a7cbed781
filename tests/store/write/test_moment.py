"""A rehearsal's clock writes into rehearsals only; time does not run backwards on the trail; on PostgreSQL the server's clock counts."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from officecli import clock
from officecli.cli.main import run
from officecli.store.place import Place, place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import Reader, reading
from stage.made_once import made_at_any_time
from stage.tampering import by_hand, tables

MORNING = "2026-07-06T02:00"


@pytest.fixture
def rehearsed(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Place:
    """An office of one, made and then lived in by a rehearsal clock."""
    monkeypatch.setenv("OFFICECLI_DB", store_url)
    monkeypatch.setenv("OFFICECLI_NOW", MORNING)
    return of_one(store_url, "rehearsed")


@pytest.fixture
def real(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Place:
    """An office of one, made at the real time."""
    monkeypatch.setenv("OFFICECLI_DB", store_url)
    return of_one(store_url, "real")


def of_one(url: str, clock: str) -> Place:
    """An office of one, made by this clock."""
    where = place(url)
    assert made_at_any_time(where, lambda: run(["init", "--me", "Ana", "--timezone", "UTC"]), "of one", clock) == 0
    return where


def add(title: str = "Index") -> int:
    return run(["add", title, "--lead", "me", "--due", "+3wd"])


def moments(where: Place) -> list[str]:
    with reading(where) as read:
        return [row["at"] for row in read.rows("SELECT at FROM trail ORDER BY seq")]


def test_a_rehearsal_is_written_in_by_its_clock_and_by_the_real_one(rehearsed: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICECLI_NOW", "2026-07-07T02:00")
    assert add() == 0
    assert moments(rehearsed)[-1] == "2026-07-07T02:00:00Z"
    monkeypatch.delenv("OFFICECLI_NOW")
    assert add("Agenda") == 0
    assert moments(rehearsed)[-1] > "2026-07-07T02:00:00Z"


@pytest.mark.parametrize("then", ["2020-01-01T02:00", "2099-01-01T02:00"])
def test_nothing_is_written_into_a_real_office_by_a_rehearsals_clock(
    real: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], then: str
) -> None:
    before = tables(real), refusals(real)
    monkeypatch.setenv("OFFICECLI_NOW", then)
    for words in (
        ["add", "Index", "--lead", "me", "--due", "+3wd"],
        ["db", "clock", "--accept", "--reason", "x"],
        ["config", "set", "dormant.days", "6"],
    ):
        assert run(words) == 1
        assert "OFFICECLI_NOW" in capsys.readouterr().err
    assert run(["check"]) in (0, 1)
    assert run(["list"]) == 0  # whoever only looks may look from any day
    assert (tables(real), refusals(real)) == before
    monkeypatch.delenv("OFFICECLI_NOW")
    assert add() == 0


def refusals(where: Place) -> Any:
    with reading(where) as read:
        return read.rows("SELECT * FROM refusal_log"), read.rows("SELECT * FROM check_log")


def test_a_store_of_before_is_no_rehearsal(rehearsed: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with by_hand(rehearsed, keep=True) as hand:
        hand.execute("UPDATE office SET rehearsal = NULL")
    assert add() == 1


def test_a_write_before_the_last_entry_is_refused_until_a_registrar_accepts_the_time(
    rehearsed: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OFFICECLI_NOW", "2031-01-01T02:00")  # a clock that was set wrong
    assert add() == 0
    monkeypatch.setenv("OFFICECLI_NOW", "2031-01-01T01:59:01")  # clocks differ by seconds
    assert add("Agenda") == 0
    monkeypatch.setenv("OFFICECLI_NOW", "2026-07-07T02:00")
    before = tables(rehearsed)
    capsys.readouterr()
    assert add("Minutes") == 1
    said = capsys.readouterr().err
    assert "2026-07-07 02:00" in said
    assert "2031-01-01 01:59" in said
    assert "officecli db clock --accept" in said
    assert tables(rehearsed) == before
    assert run(["db", "clock"]) == 0
    assert "backwards in 1 place" in capsys.readouterr().out
    assert run(["db", "clock", "--accept"]) == 2
    assert run(["db", "clock", "--accept", "--reason", "the battery was flat"]) == 0
    assert add("Minutes") == 0
    assert add("Letter") == 0
    with reading(rehearsed) as read:
        verdict = verify(read)
        assert verdict.faults == ()
        jump = ("2031-01-01T01:59:01Z", "2026-07-07T02:00:00Z")
        assert [(fault.kind, fault.expected, fault.found) for fault in verdict.noted] == [("rehearsal", None, None), ("time-played", *jump)]
        assert read.rows("SELECT reason FROM clock_acceptance") == [{"reason": "the battery was flat"}]
    capsys.readouterr()
    assert run(["verify"]) == 0
    assert "Time ran backwards" in capsys.readouterr().out
    assert run(["db", "clock", "--accept", "--reason", "again"]) == 0
    assert "Nothing to accept" in capsys.readouterr().out
    assert run(["history", "2026-07-07", "--limit", "0"]) == 0
    shown = capsys.readouterr().out
    assert [title in shown for title in ("Minutes", "Letter", "Agenda")] == [True, True, False]
    assert run(["undo"]) == 0  # the letter


def test_only_a_registrar_accepts_the_time(rehearsed: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with by_hand(rehearsed, keep=True) as hand:
        hand.execute("UPDATE person SET registrar = 0")
    monkeypatch.setenv("OFFICECLI_NOW", "2026-07-05T02:00")
    before = moments(rehearsed)
    assert run(["db", "clock", "--accept", "--reason", "x"]) == 1
    assert "A401" in capsys.readouterr().err
    assert moments(rehearsed) == before


def test_time_that_ran_backwards_unaccepted_is_a_fault(rehearsed: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("officecli.store.write.moment._refuse_to_go_back", lambda *_: None)  # as versions before let it
    monkeypatch.setenv("OFFICECLI_NOW", "2026-07-05T02:00")
    assert add() == 0
    capsys.readouterr()
    assert run(["verify"]) == 0
    assert "Time ran backwards" in capsys.readouterr().out  # in a rehearsal it is told and no fault
    monkeypatch.setattr(Reader, "value", real_office(Reader.value))
    assert run(["verify", "--format", "json"]) == 1
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert [(fault["kind"], fault["found"]) for fault in faults] == [("time-back", "2026-07-05T02:00:00Z")]
    assert run(["db", "clock", "--accept", "--reason", "looked into"]) == 0
    capsys.readouterr()
    assert run(["verify", "--format", "json"]) == 0
    assert [one["kind"] for one in json.loads(capsys.readouterr().out)["noted"]] == ["time-accepted"]


def real_office(value: Any) -> Any:
    """The reader's `value`, to which the office is no rehearsal."""
    return lambda read, sql, *values, **more: None if sql == "SELECT rehearsal FROM office" else value(read, sql, *values, **more)


def test_on_a_server_its_clock_counts(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    behind = datetime.now(UTC) - timedelta(days=400)

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return behind

    monkeypatch.setenv("OFFICECLI_DB", store_url)
    assert run(["init", "--me", "Ana", "--timezone", "UTC"]) == 0
    monkeypatch.setattr(clock, "datetime", Wrong)
    where = place(store_url)
    assert add() == (0 if where.engine == "postgresql" else 1)
    if where.engine == "postgresql":
        assert moments(where)[-1] > behind.isoformat()
        assert abs(clock.moment(moments(where)[-1]) - datetime.now(UTC)) < timedelta(days=1)
        assert clock.now() == behind.replace(microsecond=0)  # for the rest of the program it is not
