"""What was answered of one row is the answer for another only where all that was looked at is the same."""

from __future__ import annotations

import gc
import random
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.rows import row_reader, tables
from officecli.files.ledger.rows.asked_once import AskedOnce
from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.signs import Signs
from officecli.files.ledger.rows.states.state import State
from officecli.files.ledger.rows.states.state_cells import read_states
from officecli.files.ledger.sheets.cells import Cell
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.store.write.garbage import nothing_collected

HEADED = Headings(
    row_number=1, columns={"title": 0, "status": 1, "progress": 2}, labels={}, kept={3: "Aside"}, texts=("Matter", "Status", "Progress", "Aside")
)

HEADINGS = ("Matter", "Lead", "Support", "Issued", "Deadline", "Progress", "Status", "Closed", "Result", "Notes", "Action taken")
WORDS = {
    "Matter": ("Mend the gate", "Replace the locks", "Letter to the county (cancelled)", "Ask the mill", "与城投签订合同", ""),
    "Lead": ("Ana Silva", "Ana Silva, Ben Ode", "Ben Ode each, Cy Roe each", "TBD", ""),
    "Support": ("", "Cy Roe (maps)", "Cy Roe ✓"),
    "Issued": ("2026-11-02", "11/2", "", "2026-12-20"),
    "Deadline": ("2026-11-30", "11/30 (done)", "Done", "12月底", "monthly", ""),
    "Progress": ("under way", "Completed November 12", "sent 11/12", "2/5 done", "closed: Mill Lane", "已签订", "60%", ""),
    "Status": ("open", "closed", "Replaced 11/9", "signed", "x", "on hold", "Phase 1 complete", "3 of 8 sites done", "blue", ""),
    "Closed": ("", "2026-11-12", "Done 11/12", "x", "TBD"),
    "Result": ("", "repaired", "won't fix", "returned for more"),
    "Notes": ("", "Withdrawn 11/12", "Due date extended to 12/15/2026", "by the road"),
    "Action taken": ("", "Approved 5-0", "replaced 11/9"),
}
ROWS = 50


def counting(question: Callable[[RowCells, str], object]) -> tuple[list[str], AskedOnce[object]]:
    """A question that notes under which section it was put, and answers with how often."""
    asked: list[str] = []

    def put(row: RowCells, section: str) -> object:
        question(row, section)
        asked.append(section)
        return len(asked)

    return asked, AskedOnce(put)


def cells(*row: Cell) -> RowCells:
    return RowCells(SheetRow(2, [*row]), HEADED, Signs(HEADED))


def test_a_question_about_some_headings_looks_at_no_cell_under_others() -> None:
    for under, times in ((re.compile("Aside"), 2), (re.compile("Beside"), 1)):
        asked, once = counting(lambda row, _section, under=under: [*row.beside(under)])  # type: ignore[misc]
        for aside in ("by the road", "by the mill", "by the road"):
            once.of(cells("Mend the gate", "open", "", aside))
        assert len(asked) == times


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=6)
@given(st.integers(0, 2**32))
def test_rows_are_read_as_if_each_was_asked_everything_by_itself(read_table: Callable[..., Ledger], seed: int) -> None:
    chosen = random.Random(seed)
    rows = [[chosen.choice(WORDS[heading]) for heading in HEADINGS] for _row in range(ROWS)]
    few = [[*first[:5], *other[5:]] for first, other in zip(rows, rows[::-1], strict=True)]  # which say in parts what others say
    table = HEADINGS, *rows, ["Completed items"], *few
    found = read_table(*table)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(AskedOnce, "of", lambda self, cells, section="": self._question(cells, section))
        patch.setattr(tables, "_AT_ONCE", 1)
        every = read_table(*table)

    assert (found.rows, found.problems) == (every.rows, every.problems)


def test_a_state_is_asked_of_the_rows_that_say_something_new(read_table: Callable[..., Ledger], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(cells: RowCells, *more: Any) -> State:
        asked.append(cells.line("status"))
        return read_states(cells, *more)

    monkeypatch.setattr(row_reader, "read_states", counted)
    rows = [(f"Mend gate {number}", "Ana Silva", "2026-12-01", ("open", "closed")[number % 2]) for number in range(20)]

    read = read_table(("Matter", "Lead", "Deadline", "Status"), *rows)
    assert ([row.status for row in read.rows], asked) == (["open", "closed"] * 10, ["open", "closed"])


@pytest.mark.parametrize(
    ("due", "state", "said"),
    [("Sponsor due", "Submitted", "handed in, as"), ("Due", "Adopted, effective 9/1/2027", "says from when it holds")],
)
def test_what_is_said_of_a_state_is_said_of_every_row_that_has_it(read_table: Callable[..., Ledger], due: str, state: str, said: str) -> None:
    rows = [("Rate study", lead, "2026-12-01", state) for lead in ("Ana Silva", "Ben Ode", "Cy Roe")]

    read = read_table(("Matter", "Lead", due, "Status"), *rows)
    assert [(row.status, said in row.inferred.get("status", "")) for row in read.rows] == [("closed", True)] * 3


@pytest.mark.parametrize(
    ("looked_at", "rows", "asked"),
    [
        (lambda row: row["status"], [("a", "x"), ("b", "x"), ("c", "y")], 2),
        (lambda row: row.get("status"), [("a", "x"), ("b", "x"), ("c", None)], 2),
        (lambda row: row.line("title") if row["status"] == "y" else "", [("a", "x"), ("b", "x"), ("a", "y"), ("b", "y"), ("b", "y")], 3),
        (lambda row: row.at(3), [("a", "", "", "x"), ("b", "", "", "x"), ("b", "", "", "y")], 2),
        (lambda row: [*row.kept()], [("a", "", "", "x"), ("b", "", "", "x"), ("b", "", "", "y")], 2),
        (lambda row: [*row.filled()], [("a", "", "", "x"), ("b", "", "", "x")], 2),
        (lambda row: row["status"], [("a", 1), ("b", 1.0), ("c", True)], 3),  # each is read otherwise, and they are equal
        (lambda row: row["status"], [("a", date(2026, 7, 1)), ("b", date(2026, 7, 1))], 1),
        (lambda row: row.keep("Aside", "x"), [("a", "x"), ("b", "x")], 2),  # something is said of the row
        (lambda row: row.inferred.update(status="by its colour"), [("a", "x"), ("b", "x")], 2),
        (lambda row: row.__setitem__("status", None), [("a", "x"), ("b", "x")], 2),
    ],
)  # fmt: skip
def test_what_was_looked_at_tells_of_which_rows_the_answer_is(
    looked_at: Callable[[RowCells], object], rows: Sequence[Sequence[Cell]], asked: int
) -> None:
    asked_of, once = counting(lambda row, _section: looked_at(row))
    for row in rows:
        once.of(cells(*row))
    assert len(asked_of) == asked


def test_what_was_said_of_a_row_before_and_its_section_tell_it_apart() -> None:
    asked_of, once = counting(lambda row, _section: row["status"])
    plain, told, bad = cells("a", "x"), cells("b", "x"), cells("c", "x")
    told.inferred["status"] = "from the cell above"
    bad.problem("status", "x", "Unknown.", "Mend it.")

    for row, section in ((plain, ""), (told, ""), (plain, "DONE"), (plain, ""), (bad, "")):
        once.of(row, section)
    assert asked_of == ["", "", "DONE", ""]


def test_a_change_of_a_cell_is_one_of_the_row_itself() -> None:
    row = cells("a", "x")
    AskedOnce(lambda watched, _section: watched.__setitem__("status", "y")).of(row)
    assert row["status"] == "y"


@pytest.mark.parametrize("look", [lambda row: row.get("closed"), lambda row: "closed" in row and row["closed"]])
def test_a_cell_that_no_column_has_tells_rows_apart_where_one_was_given_it(look: Callable[[RowCells], object]) -> None:
    asked_of, once = counting(lambda row, _section: look(row))
    told = cells("b", "x")
    told["closed"] = date(2026, 7, 1)
    for row in (cells("a", "x"), told, cells("c", "x")):
        once.of(row)
    assert len(asked_of) == 2


def test_the_rows_of_the_sheet_are_let_go_of_once_they_are_read(read_table: Callable[..., Ledger]) -> None:
    """Nothing that reads them refers to itself: while a large ledger is imported nobody looks for that."""

    def held() -> int:
        return sum(isinstance(one, SheetRow) for one in gc.get_objects())

    with nothing_collected():
        before = held()
        ledger = read_table(["Matter", "Lead", "Status"], ["Mend the gate", "Ana Silva", "open"], ["Ask the mill", "Ben Ode", "closed"])
        assert (len(ledger.rows), held()) == (2, before)
