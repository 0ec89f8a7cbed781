"""One builder makes every report of the office: its day, its trail, the cut and the count before it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import officecli
from officecli.cli import catalogue
from officecli.reports.shape.build import build, most_rows
from officecli.reports.shape.report import Column
from stage.by_row import Staged

REPORTS = Path(officecli.__file__).parent / "reports"
TESTS = Path(__file__).parents[2]
COLUMNS = (Column("n", "number", "integer"),)


def test_only_the_builder_makes_a_report() -> None:
    made = sorted(path.name for path in REPORTS.rglob("*.py") if re.search(r"\bReport\(\n? *\w", path.read_text("utf-8")))
    assert made == ["build.py", "rules.py"], "Make reports with reports.shape.build; only the book of rules, of no office and no day, is its own."
    cut = [path.name for path in REPORTS.rglob("*.py") if 'read.settings["table.rows"]' in path.read_text("utf-8")]
    assert cut == ["build.py"], "Ask reports.shape.build.most_rows how many rows to show."


def test_every_report_is_shown_by_some_test() -> None:
    told = "\n".join(file.read_text("utf-8") for file in sorted(TESTS.rglob("*.*")) if file.suffix in (".py", ".session"))

    def shown(name: str) -> bool:
        module = name.replace("-", "_")
        return bool(re.search(rf'"{name}\b|officecli {name}\b|import .*\b{module}\b|^ +{module},$', told, re.MULTILINE))

    unseen = [catalogue.file_of(name).relative_to(REPORTS).as_posix() for name in catalogue.reports() if not shown(name)]
    assert not unseen, f"no test shows what these of reports/ find: {', '.join(unseen)}; write one in tests/reports/"


def test_what_every_report_carries(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        read.as_of = date(2026, 11, 20)
        made = build(read, "numbers", "Numbers", COLUMNS, ({"n": n, "more": n} for n in range(9)), limit=4, notes=["", "so"])
        assert (made.as_of, made.head, made.timezone) == ("2026-11-20", read.head_text(), read.office["timezone"])
    assert made.rows == ({"n": 0}, {"n": 1}, {"n": 2}, {"n": 3})
    assert made.total == 9
    assert made.notes == ("so",)


def test_rows_that_are_not_shown_are_not_made(busy_office: Staged) -> None:
    asked: list[int] = []

    def row(n: int) -> dict[str, int]:
        asked.append(n)
        return {"n": n}

    with busy_office.reading() as read:
        made = build(read, "numbers", "Numbers", COLUMNS, range(9), as_row=row, limit=2, total=20, as_of="2026-01-01")
    assert asked == [0, 1]
    assert (made.total, made.as_of) == (20, "2026-01-01")


def test_how_many_rows_are_shown(busy_office: Staged) -> None:
    with busy_office.reading() as read:
        assert most_rows(read, None) == read.settings["table.rows"]
        assert most_rows(read, None, 8) == 8
        assert most_rows(read, 0, 8) == 0
