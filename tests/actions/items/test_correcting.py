"""What was mistyped is put right within a few days, by the originator's side, and then counts nowhere; what was right and was missed stays missed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from officecli.cli import main
from officecli.store import items
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from stage import by_row

At = Callable[[str], None]
FIGURES = ("due", "original_due", "working_days_late", "on_time", "lead")


@pytest.fixture
def run(store_url: str, at: At, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Run a command as somebody, in an office where 王建国 is above 李明, who is above 张三."""
    at("2026-10-12T01:00")
    by_row.office(store_url)

    def run(who: str, *words: str) -> tuple[int, str]:
        code = main.run([*words, "--as", who, "--db", store_url])
        said = capsys.readouterr()
        return code, said.out + said.err

    assert run("李明", "add", "月度信息", "--lead", "张三", "--due", "2026-10-15")[0] == 0
    return run


def figures(url: str) -> tuple[Any, ...]:
    with reading(place(url)) as read:
        row = read.row(f"SELECT * FROM {items.seen(read)} v", items.values(read))
        assert row is not None
        assert verify(read).faults == ()
        return tuple(row[name] for name in FIGURES)


def report(run: Any, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("王建国", *words, "--limit", "0", "--format", "json")[1])["rows"]
    return found


@pytest.mark.on_sqlite
def test_once_overdue_a_later_deadline_lifts_nothing(store_url: str, run: Any, at: At) -> None:
    at("2026-10-20T01:00")
    assert run("李明", "edit", "1", "--due", "2026-10-30", "--reason", "会议改期")[0] == 0
    at("2026-10-28T01:00")
    assert run("张三", "submit", "1", "--result", "一篇")[0] == 0
    at("2026-11-02T01:00")
    assert figures(store_url) == ("2026-10-30", "2026-10-15", 3, 0, "张三")
    (row,) = (row for row in report(run, "accountability") if row["person"] == "张三")
    assert (row["days_late"], row["decided"], row["in_time"], row["decided_originally"], row["in_time_originally"]) == (3, 1, 0, 1, 0)
    lost = [row for row in report(run, "scorecard", "张三", "--period", "2026-10") if row["term"] == "late"]
    assert len(lost) == 1
    assert run("王建国", "scorecard", "张三", "--period", "2026-10")[1].count("−2.00") >= 1


@pytest.mark.on_sqlite
def test_late_under_one_lead_stays_with_them(run: Any, at: At) -> None:
    at("2026-10-20T01:00")
    assert run("李明", "assign", "1", "--lead", "欧阳修文", "--reason", "调岗")[0] == 0
    assert run("李明", "edit", "1", "--due", "2026-10-30", "--reason", "接手")[0] == 0
    at("2026-10-28T01:00")
    assert run("欧阳修文", "submit", "1", "--result", "一篇")[0] == 0
    at("2026-11-02T01:00")
    rows = {row["person"]: (row["days_late"], row["decided"], row["in_time"]) for row in report(run, "accountability")}
    assert rows["张三"] == (3, 1, 0)
    assert rows["欧阳修文"] == (0, 1, 1)
    for name, lost in (("张三", 1), ("欧阳修文", 0)):
        assert len([row for row in report(run, "scorecard", name, "--period", "2026-10") if row["term"] == "late"]) == lost
    ranked = {row["person"]: (row["settled"], row["in_time"]) for row in report(run, "ranking", "--period", "2026-10")}
    assert (ranked["张三"], ranked["欧阳修文"]) == ((1, 0), (1, 1))


def test_a_mistyped_deadline_counts_nowhere_and_stays_on_the_trail(store_url: str, run: Any, at: At) -> None:
    at("2026-10-19T01:00")
    code, said = run("李明", "edit", "1", "--due", "2026-10-30", "--correct", "30 打成了 15")
    assert (code, "Thu 15 Oct 2026 counts nowhere" in said) == (0, True)
    assert figures(store_url) == ("2026-10-30", "2026-10-30", 0, None, "张三")
    assert "2026-10-15" in run("李明", "history", "1")[1]
    assert "F607" in run("王建国", "check")[1]


@pytest.mark.on_sqlite
def test_what_had_been_missed_before_the_mistyped_one_stays_missed(store_url: str, run: Any, at: At) -> None:
    at("2026-10-20T01:00")
    assert run("李明", "edit", "1", "--due", "2026-10-21", "--reason", "会议改期")[0] == 0
    at("2026-10-23T01:00")
    assert run("李明", "edit", "1", "--due", "2026-10-30", "--correct", "30 打成了 21")[0] == 0
    assert figures(store_url) == ("2026-10-30", "2026-10-15", 3, 0, "张三")


@pytest.mark.on_sqlite
@pytest.mark.parametrize(("day", "code"), [("2026-10-19", 0), ("2026-10-20", 1)])
def test_only_within_five_working_days_of_the_entry(store_url: str, run: Any, at: At, day: str, code: int) -> None:
    at(f"{day}T01:00")
    assert run("李明", "edit", "1", "--due", "2026-10-30", "--correct", "打错")[0] == code
    assert figures(store_url)[0] == ("2026-10-15" if code else "2026-10-30")


@pytest.mark.on_sqlite
def test_never_by_the_lead_nor_by_anybody_else(store_url: str, run: Any) -> None:
    before = figures(store_url)
    assert run("张三", "edit", "1", "--due", "2026-10-30", "--correct", "打错")[0] == 1
    assert run("钱进", "edit", "1", "--due", "2026-10-30", "--correct", "打错")[0] == 1
    assert run("李明", "add", "自查", "--lead", "me", "--due", "2026-10-15")[0] == 0
    assert run("李明", "edit", "2", "--due", "2026-10-30", "--correct", "打错")[0] == 1
    assert run("王建国", "edit", "2", "--due", "2026-10-30", "--correct", "打错")[0] == 0
    with reading(place(store_url)) as read:
        assert read.value("SELECT due FROM item WHERE number = '2026-001'") == before[0]


def test_a_mistyped_lead_never_led_it(store_url: str, run: Any, at: At) -> None:
    at("2026-10-14T01:00")
    code, said = run("李明", "assign", "1", "--lead", "欧阳修文", "--correct", "姓名点错")
    assert (code, "张三" in said) == (0, True)
    at("2026-10-20T01:00")
    assert figures(store_url)[-1] == "欧阳修文"
    rows = {row["person"]: (row["days_late"], row["decided"]) for row in report(run, "accountability")}
    assert (rows["张三"], rows["欧阳修文"]) == ((0, 0), (3, 1))
    assert run("李明", "assign", "1", "--lead", "me", "--correct", "姓名点错")[0] == 1


@pytest.mark.on_sqlite
def test_prods_that_went_to_a_mistyped_lead_count_for_nobody(store_url: str, run: Any, at: At) -> None:
    at("2026-10-13T01:00")
    assert run("李明", "assign", "1", "--lead", "欧阳修文", "--reason", "轮岗")[0] == 0
    for day in ("2026-10-14", "2026-10-15"):
        at(f"{day}T01:00")
        assert run("李明", "prod", "1")[0] == 0
    assert run("李明", "assign", "1", "--lead", "张三", "--correct", "姓名点错")[0] == 0
    assert [row["prods"] for row in report(run, "accountability") if row["person"] in ("张三", "欧阳修文")] in ([], [0], [0, 0])
    with reading(place(store_url)) as read:
        assert read.rows("SELECT id FROM prod") == []
        assert verify(read).faults == ()
    assert run("王建国", "digest", "王建国")[1].count("欧阳修文") == 0
    assert "欧阳修文" in run("李明", "history", "1")[1]
    assert run("李明", "undo")[0] == 0
    with reading(place(store_url)) as read:
        assert read.value("SELECT COUNT(*) FROM prod") == 2


@pytest.mark.on_sqlite
def test_a_mistyped_issue_day_takes_the_limit_to_sign_along(store_url: str, run: Any) -> None:
    assert run("李明", "edit", "1", "--issued", "2026-10-09", "--correct", "周五已交办")[0] == 0
    with reading(place(store_url)) as read:
        row = read.row("SELECT issued, sign_by, due FROM item")
        assert row is not None
        assert (row["issued"], row["sign_by"][:10], row["due"]) == ("2026-10-09", "2026-10-10", "2026-10-15")
    assert run("李明", "edit", "1", "--issued", "2026-10-09", "--correct", "周五已交办")[0] == 2
    assert run("李明", "edit", "1", "--issued", "2026-10-09")[0] == 2
    assert run("李明", "edit", "1", "--due", "2026-10-30", "--title", "另一件", "--correct", "打错")[0] == 2


def test_taking_the_correction_back_puts_the_lateness_back(store_url: str, run: Any, at: At) -> None:
    at("2026-10-19T01:00")
    assert run("李明", "edit", "1", "--due", "2026-10-30", "--correct", "打错")[0] == 0
    assert run("李明", "undo")[0] == 0
    assert figures(store_url) == ("2026-10-15", "2026-10-15", 2, 0, "张三")


@pytest.mark.on_sqlite
@pytest.mark.parametrize("how", ["--reason", "--correct"])
@pytest.mark.parametrize(("day", "code"), [("2026-10-26", 0), ("2026-10-27", 1)])
def test_what_set_a_deadline_is_taken_back_within_the_limit_only(store_url: str, run: Any, at: At, day: str, code: int, how: str) -> None:
    at("2026-10-19T01:00")
    assert run("李明", "edit", "1", "--due", "2026-12-30", how, "会议改期")[0] == 0
    at(f"{day}T01:00")
    assert run("李明", "undo")[0] == code
    assert figures(store_url)[0] == ("2026-12-30" if code else "2026-10-15")
