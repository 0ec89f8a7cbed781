"""The days off Chinese law fixes, held against a library that works them out by the moon; and what they do to an office's calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import holidays
import pytest

from officecli.cli import main
from officecli.model.time.statutory import china
from officecli.store.calendar.days import working_days
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from stage import by_row


@pytest.mark.parametrize("year", range(2027, 2101))
def test_they_are_those_a_library_knows(year: int) -> None:
    known = holidays.country_holidays("CN", years=year, language="en_US")
    fixed = {day for day, names in known.items() if any(not name.endswith("(observed)") for name in names.split("; "))}
    assert set(china(year)) == fixed


def test_in_a_year_not_announced_they_are_days_off_and_the_count_is_provisional(
    store_url: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    at("2026-11-23T01:00")
    by_row.office(store_url)
    with reading(place(store_url)) as read:
        days = working_days(read)
        for off in (date(2027, 1, 1), date(2027, 2, 5), date(2027, 4, 5), date(2027, 6, 9), date(2027, 9, 15), date(2027, 10, 1)):
            assert not days.is_working(off)
        assert days.is_working(date(2027, 10, 8))
        assert days.is_provisional(date(2027, 10, 8))
        assert not days.is_provisional(date(2026, 12, 31))
        assert verify(read).faults == ()
    assert main.run(["add", "月度信息", "--lead", "张三", "--due", "2027-01-04", "--as", "王建国", "--db", store_url]) == 0
    assert "provisional" in capsys.readouterr().out
    assert main.run(["show", "1", "--db", store_url]) == 0
    assert "provisional" in capsys.readouterr().out
    assert main.run(["edit", "1", "--due", "2026-12-30", "--as", "王建国", "--db", store_url]) == 0
    assert "provisional" not in capsys.readouterr().out.split("→")[-1]


@pytest.mark.on_sqlite
def test_what_comes_round_and_what_is_listed_in_a_year_not_announced_says_so(
    office_url: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFICECLI_DB", office_url)
    at("2026-12-28T01:00")
    said = "The public holidays of 2027 are not yet known: working days in it are provisional."
    assert main.run(["procedure", "add", "周报", "--post", "秘书科/秘书科科员", "--every", "every Friday", "--days-off", "skip", "--as", "孙丽"]) == 0
    ahead = ["--until", "2027-01-15"]
    for words in (
        ["procedure", "list"],
        ["procedure", "show", "周报"],
        ["generate", *ahead, "--dry-run"],
        ["generate", *ahead, "--as", "孙丽"],
        ["list"],
    ):
        capsys.readouterr()
        assert main.run(words) == 0
        told = " ".join(capsys.readouterr().out.split())
        assert said in told, words
        assert "2027-01-01" not in told
    assert main.run(["list", "--until", "2026-12-31"]) == 0
    assert said not in capsys.readouterr().out


def test_a_limit_runs_over_new_year_without_the_day_off(store_url: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    at("2026-12-31T01:00")
    by_row.office(store_url)
    assert main.run(["add", "月度信息", "--lead", "张三", "--due", "+1wd", "--as", "王建国", "--db", store_url]) == 0
    assert "4 Jan 2027" in capsys.readouterr().out


def test_an_import_says_which_deadlines_are_provisional(
    store_url: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    at("2026-11-23T01:00")
    by_row.office(store_url)
    ledger = tmp_path / "台账.csv"
    ledger.write_text(
        "事项内容,责任人,交办日期,办结时限\n年度总结,张三,2026-11-20,2027-01-15\n月度信息,张三,2026-11-20,2026-12-15\n", encoding="utf-8"
    )
    assert main.run(["import", str(ledger), "--db", store_url]) == 0
    assert "Due in 2027, whose days off are not announced yet: working days until then are provisional: row 2." in capsys.readouterr().out
