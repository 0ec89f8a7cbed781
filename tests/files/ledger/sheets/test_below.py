"""Several tables in one sheet, one below the other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from officecli.errors import NotFound
from officecli.files.ledger.columns.by_heading.mapping import parse_mapping
from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.rows.read_as import ReadAs
from officecli.files.ledger.rows.reading import read_ledger
from officecli.typed.dates import Almanac

TEXT = """Task,Owner,Due,Status
Order badges,Bob Lee,2026-12-01,Open
Paint hall,Cy Moss,2026-12-05,Open

Risks
Risk,Likelihood,Impact,Mitigation
Rain in July,High,Low,Tents
Strike of drivers,Low,High,Taxis
"""


def test_a_table_left_out_is_read_where_its_headings_are_named(tmp_path: Path, almanac: Almanac) -> None:
    path = tmp_path / "tracker.csv"
    path.write_text(TEXT, "utf-8")

    def read(sheet: str | None, lead: str = "", *options: str) -> Ledger:
        asked = ReadAs(sheet=sheet, mapping=parse_mapping(options), lead=lead)
        return read_ledger(path, asked, almanac=almanac, today=date(2026, 11, 23))

    whole = read(None)
    assert [row.title for row in whole.rows] == ["Order badges", "Paint hall"]
    assert [(one.row, one.reason) for one in whole.skipped] == [(row, "table") for row in (5, 6, 7, 8)]
    assert whole.at_top == ["Left out, as a table of its own: rows 5–8 (Risk, Likelihood, Impact, Mitigation). To read it: --sheet :6"]
    alone = read(":6", "Bob Lee", "Risk=title")
    assert [row.title for row in alone.rows] == ["Rain in July", "Strike of drivers"]
    assert [row.row for row in read(":1").rows] == [2, 3]
    with pytest.raises(NotFound, match="nothing in row 4"):
        read(":4")


def test_what_is_said_of_headings_goes_to_the_table_that_has_them(tmp_path: Path, almanac: Almanac) -> None:
    path = tmp_path / "tracker.csv"
    path.write_text(TEXT.partition("\n\n")[0] + "\n\nMatter,Lead,Deadline,Finished,Deal\nFix lift,Dee Fox,2026-12-09,,seven\n", "utf-8")
    found = read_ledger(path, ReadAs(mapping=parse_mapping(["Deal=remarks", "Status=ignore"])), almanac=almanac, today=date(2026, 11, 23))
    assert [(row.title, row.due, row.remarks) for row in found.rows][-1] == ("Fix lift", date(2026, 12, 9), "seven")
    assert not found.problems


def test_headings_repeated_without_the_last_of_them_are_those_of_the_same_table(tmp_path: Path, almanac: Almanac) -> None:
    path = tmp_path / "tracker.csv"
    path.write_text("Task,Owner,Due,Hours\nOrder badges,Bob Lee,2026-12-01,3\nTask,Owner,Due,\nPaint hall,Cy Moss,2026-12-05,7\n", "utf-8")
    found = read_ledger(path, almanac=almanac, today=date(2026, 11, 23))
    assert [(row.title, row.hours) for row in found.rows] == [("Order badges", 3), ("Paint hall", 7)]
    assert [(one.row, one.reason) for one in found.skipped] == [(3, "headings")]


def test_a_table_left_out_of_a_page_is_told_by_its_headings_and_not_by_the_text_above_it(tmp_path: Path, almanac: Almanac) -> None:
    text = "\n".join(f"Line {number} of what was said" for number in range(1, 30))
    path = tmp_path / "minutes.md"
    path.write_text(
        f"{text}\n\n| Guest | From |\n|---|---|\n| Eve Orr | County |\n\n| Task | Owner | Due |\n|---|---|---|\n| Order badges | Bob Lee | 2026-12-01 |\n",
        "utf-8",
    )
    found = read_ledger(path, almanac=almanac, today=date(2026, 11, 23))
    assert [row.title for row in found.rows] == ["Order badges"]
    assert found.at_top == ["Left out, as a table of its own: rows 20–33 (Guest, From). To read it: --sheet :31"]
