from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from officecli.files.ledger.rows.made_plain.event_days import date_by_event
from officecli.files.ledger.rows.made_plain.marked_sections import join_marked
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.typed.office.name_book import NameBook

SECTIONS = ("Records", "Dispatch")


class Book:
    is_unit = SECTIONS.__contains__

    def full_name(self, _text: str) -> str:
        return ""

    def names_anybody(self, _text: str) -> bool:
        return False


def table(*lines: str) -> list[SheetRow]:
    return [SheetRow(at, [cell.strip() or None for cell in line.split("|")]) for at, line in enumerate(lines, 1)]


@pytest.mark.parametrize(
    ("lines", "lead", "support", "joined"),
    [
        ((), "L", "S", True),
        (("L = late, S = on schedule",), "L", "S", False),
        (("H = held, L = lapsed",), "L", "H", False),
        ((), "L", "H", True),
        ((), "●", "○", True),
        (("● = urgently ○ = some day",), "●", "○", False),
        (("● = main section ○ = others",), "●", "○", True),
        (("L = late",), "●", "○", True),
    ],
)
def test_marks_that_a_ledger_explains_otherwise_make_nobody_lead(lines: Sequence[str], lead: str, support: str, joined: bool) -> None:
    rows = table(
        "Task | Due | Records | Dispatch",
        f"Print the tags | 2026-07-20 | {lead} | {support}",
        f"Mend the radio | 2026-07-21 | {support} | {lead}",
        f"Oil the doors | 2026-07-22 | {lead} | {support}",
    )
    assert bool(join_marked(rows, {}, lines, cast("NameBook", Book()))) == joined


@pytest.mark.parametrize(
    ("line", "headings", "cell"),
    [
        ("Archery day: July 30, 2026", "Task | Target", "5 days before 2026-07-30"),
        ("Archery day: July 30, 2026", "Task | Target | Due", "E-5"),  # codes, beside the deadlines
        ("Sheet date: July 30, 2026", "Task | Target", "E-5"),
        ("The plan was adopted on July 30, 2026", "Task | Target", "E-5"),
    ],
)
def test_deadlines_are_counted_from_an_event_and_from_no_paper(line: str, headings: str, cell: str) -> None:
    rows = table(headings, "Mend the stand | E-5 | 2026-07-20")
    date_by_event(rows, {}, (line,), 2026)
    assert rows[1].text_at(1) == cell
