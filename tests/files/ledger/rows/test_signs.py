"""A question whose sign stands nowhere is put to no row, and nothing is read otherwise for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from officecli.files.ledger.columns.headings import Headings
from officecli.files.ledger.rows.days import moved_deadlines
from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.rows.signs import KEPT, Signs
from officecli.files.ledger.sheets.sheet_rows import SheetRow

HEADED = Headings(row_number=1, columns={"title": 0, "status": 1}, labels={}, more={"status": [2]}, kept={3: "Aside"})
ROWS = [SheetRow(2, ["Mend the gate", "open", "held", "blue"]), SheetRow(3, ["Mend the roof", True])]

HEADINGS = ("Matter", "Lead", "Issued", "Deadline", "Progress", "Status", "Closed", "Notes")
PLAIN = ("Mend the gate", "Ana Silva", "2026-11-02", "2026-11-30", "under way", "open", "", "by the road")


def test_a_sign_is_looked_for_under_every_column_that_is_asked() -> None:
    signs = Signs(HEADED, ROWS)
    shown = {
        text: [key for key in ("title", "status", KEPT, "due") if signs.anywhere(text.__eq__, key)]
        for text in ("open", "held", "True", "blue", "red")
    }

    assert shown == {"open": ["status"], "held": ["status"], "True": ["status"], "blue": [KEPT], "red": []}


def test_where_no_rows_are_known_any_sign_may_stand() -> None:
    assert Signs(HEADED).anywhere("red".__eq__, "status")


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Matter", "Mend the gate"),
        ("Deadline", "11/30 (done)"),
        ("Deadline", "Done"),
        ("Closed", "Done 11/12"),
        ("Closed", "TBD"),
        ("Closed", "x"),
        ("Closed", "2026-11-12"),
        ("Status", "3 of 8 sites done"),
        ("Progress", "Completed November 12"),
        ("Progress", "closed: Mill Lane"),
        ("Progress", "Due date extended to 12/15/2026"),
        ("Progress", "经同意延期至12月20日"),
        ("Notes", "已批准延长10天"),
        ("Notes", "Withdrawn 11/12"),
        ("Response", "Given 11/12"),
    ],
)
def test_what_is_asked_of_no_row_has_no_answer_in_any(
    heading: str, cell: str, read_table: Callable[..., Ledger], monkeypatch: pytest.MonkeyPatch
) -> None:
    headings = tuple("Response" if heading == "Response" and one == "Progress" else one for one in HEADINGS)
    rows = [PLAIN, tuple(cell if one == heading else text for one, text in zip(headings, PLAIN, strict=True)), PLAIN]
    found = read_table(headings, *rows)
    monkeypatch.setattr(Signs, "anywhere", lambda *_asked: True)
    every = read_table(headings, *rows)

    assert (found.rows, found.problems) == (every.rows, every.problems)


def test_without_its_sign_a_question_is_put_to_no_row(read_table: Callable[..., Ledger], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def hear(_heading: str, text: str, *_given: object) -> None:
        asked.append(text)

    monkeypatch.setattr(moved_deadlines, "_told", hear)

    read_table(HEADINGS, PLAIN, PLAIN)
    assert asked == []
    read_table(HEADINGS, PLAIN, (*PLAIN[:-1], "due date extended to 12/15/2026"))
    assert asked != []
