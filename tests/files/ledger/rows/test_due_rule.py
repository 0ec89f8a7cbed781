"""The deadline of rows that have none, by the rule above the table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from officecli.files.ledger.rows.ledger_row import Ledger

Read = Callable[..., Ledger]
TABLE = (
    ["Request", "Assigned To", "Date Received", "Date Closed"],
    ["Copies of the plans", "Bob", "2026-11-02", ""],
    ["Copies of the bids", "Bob", "2026-11-03", "2026-11-05"],
)


def test_a_rule_above_the_table_gives_the_deadline_and_says_so(read_table: Read) -> None:
    ledger = read_table(["Answers are due 10 working days from receipt."], *TABLE)
    first, closed = ledger.rows
    assert (first.due, first.original_due) == (date(2026, 11, 16), date(2026, 11, 16))
    assert first.inferred["due"] == "by the rule “10 working days from receipt”"
    assert closed.due is None
    assert ledger.at_top == ["The deadline of row 3 is worked out by the rule “10 working days from receipt”."]


def test_no_rule_makes_no_deadline(read_table: Read) -> None:
    assert [row.due for row in read_table(*TABLE).rows] == [None, None]


def test_a_cell_that_says_no_day_is_not_overruled(read_table: Read) -> None:
    headings = [*TABLE[0], "Due"]
    ledger = read_table(["Answers are due 10 working days from receipt."], headings, [*TABLE[1], "TBD"])
    assert [problem.column for problem in ledger.problems] == ["Due"]
