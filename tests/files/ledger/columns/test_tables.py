"""What each heading of whole tables becomes, by its words, by what stands under it and by its company; every table is invented.

A line of `tables_en.txt` and of `tables_zh.txt` is a table: `heading (what stands under it) =
what it becomes`, `-` for a remark, `~` for a label. Where a better guess for one spoils
another, this is where it shows. `RENEW=1` writes the file anew; then read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from officecli.errors import BadInput
from officecli.files.ledger.columns.contents import Known
from officecli.files.ledger.columns.headings import Headings, find_headings
from officecli.files.ledger.sheets.sheet_rows import SheetRow

TABLES = sorted(Path(__file__).parent.glob("tables_*.txt"))
PEOPLE = ("Ana Ray", "Bob Lee", "Cara Diaz", "Dan Fox")
SECTIONS = ("Public Works", "Finance", "Parks", "Legal")
UNDER: dict[str, tuple[str | None, ...]] = {
    "matter": ("Repair the north stair rail", "Send renewal letters to tenants", "Update the records schedule", "Draft a reply to the county"),
    "told": ("Waiting on second quote from supplier", "Draft is with counsel for comments", "Site visit went well, one open",
        "Two of three parts received so far"),
    "short": ("Audit of purchasing cards", "Roof leak over stairwell B", "Missing safety data sheets", "Late filing of returns"),
    "person": PEOPLE,
    "another": (*PEOPLE[2:], *PEOPLE[:2]),
    "section": SECTIONS,
    "outsider": ("Hugo Marsh", "Iris Pell", "Jon Quade", "Kit Rowe"),
    "doctor": ("Dr. Ames", "Dr. Bolt", "Dr. Cole", "Mrs. Dunn"),
    "joint": ("Ana Ray", "Bob Lee & Cara Diaz", "Cara Diaz", "Dan Fox"),
    "initialled": ("A. Bell", "G. Firth", "L. Shaw", "O. Bell"),
    "ahead": ("2026-12-04", "2026-12-11", "2026-12-18", "2027-01-08"),
    "later": ("2026-12-22", "2026-12-29", "2027-01-19", "2027-01-26"),
    "soon": ("2026-12-04", "ASAP", "2026-12-18", "2027-01-08"),
    "named": ("December 4, 2026", "11 Dec 2026", "Dec. 18, 2026", "Fri 8 January 2027"),
    "past": ("2026-10-05", "2026-10-06", "2026-10-12", "2026-10-19"),
    "some": (None, "2026-11-12", None, None),
    "state": ("In progress", "Completed", "On hold", "Not started"),
    "tick": ("N", "Y", "N", "N"),
    "half": ("0.5", "0.5", "0.5", "0.5"),
    "grade": ("High", "Medium", "Low", "High"),
    "sort": ("Alpha", "Bravo", "Alpha", "Charlie"),
    "number": ("26-001", "26-002", "26-004", "26-005"),
    "code": ("A-12", "B-07", "C-31", "D-02"),
    "bill": ("HB 207", "HB 311", "SB 9", "SB 64"),
    "act": ("HB 207", "HB 207", "SB 9", "SB 64"),
    "count": ("1", "2", "3", "4"),
    "sum": ("$1,200", "$450", "$3,000", "$75"),
    "share": ("40%", "100%", "10%", "25%"),
    "place": ("12 Oak St", "9 Elm Ave", "40 Pine Rd", "3 Lake Dr"),
    "passed": ("Passed", "Passed 61-4", "Failed", "Passed"),
    "months": ("12/2026", "1/2027", "12/2026", "3/2027"),
    "one of them": (None, "Ana Ray", None, "Bob Lee"),
    "in some": ("Door kept shut", None, "Locked out", None),
    "alike": ("Change of the system", "Change of the system", "Resources", "Resources"),
    "point of rule": ("9.3.3 a", "9.3.3 a", "9.3.3 b", "9.3.3 b"),
    "lettered": ("2a", "2b", "3a", "4a"),
    "span": ("000-199", "200-299", "300-499", "500-999"),
    "part": ("Religion and customs", "Law and trade", "Rivers and lakes", "Songs for many voices"),
    "the first": ("2026-11-12", None, None, None),
    "some, not yet": (None, "2026-11-12", "not yet", None),
    "some, and told": (None, "2026-11-12", "see the letter", None),
    "sitting": ("Park Board", "Audit Committee", "Park Board", "Harbor Commission"),
    "service": ("Cleaning 2025-28", "Lift hosting", "Catering", "Fire alarm"),
    "blank": (None, None, None, None),
    "point": ("1.1", "1.2", "2.2", "3.1"),
    "fives": ("0", "60", "100", "0"),
    "sevens": ("0", "7", "14", "100"),
    "some ahead": ("2026-12-01", "2026-12-08", None, "2026-12-29"),
    "name": ("Verges", "Allotments", "Play area", "Pavilion"),
    "moved": (None, "2026-12-22", None, None),
    "of a week": ("14/01", "14/02", "16/01", "17/03"),
    "of a section": ("1-1", "1-2", "2-1", "3-4"),
    "mean": ("8.33", "9.5", "10", "6.17"),
    "effort": ("1-2 hours", "a few weeks", "10 mins", "varies"),
    "listed": ("Not started", "In progress", "Completed", None),
    "greens": ("Green", "High Street", "Green", "Marquee"),
    "coloured": ("Red cloak", "Green coat", "Yellow hat", "Red gown"),
    "stands": ("Open", "Waiting on paint", "On hold", "Started"),
    "several": ("Cara Diaz; Dan Fox", "Finance; Ana Ray", None, "Cara Diaz"),
    "sections": ("Finance; Parks", "Legal", "Parks; Legal", "Finance"),
    "years": ("2017–2018", "2020", "2018–2020", "1974"),
    "same": ("Get ready for the fair", "Get ready for the fair", "Get ready for the fair", "Get ready for the fair"),
}  # fmt: skip
KNOWN = Known({*PEOPLE, *SECTIONS, *UNDER["joint"], *UNDER["several"], *UNDER["sections"]}.__contains__, {*PEOPLE}.__contains__, date(2026, 11, 23))


def becomes(headings: Headings) -> dict[int, str]:
    """Place → what its heading became; `title` and what it is a measure of, each by its key."""
    found = {place: key for key, place in headings.columns.items()}
    found |= {place: key for key, places in headings.more.items() for place in places}
    found |= dict.fromkeys(headings.tasks, "task")
    return dict.fromkeys(headings.labelled, "~") | found


def read_again(line: str) -> Iterator[str]:
    """The parts of a line, with what each heading becomes now."""
    columns = [part.partition(" = ")[0] for part in line.split("; ")]
    texts, kinds = zip(*(column.removesuffix(")").rsplit(" (", 1) for column in columns), strict=True)
    rows = [SheetRow(1, list(texts)), *(SheetRow(row, [UNDER[kind][row - 2] for kind in kinds]) for row in range(2, 6))]
    try:
        found = becomes(find_headings(rows, {}, KNOWN)[0])
    except BadInput as refused:
        found = dict.fromkeys(range(len(texts)), f"refused {str(refused).splitlines()[0]}")
    yield from (f"{column} = {found.get(place, '-')}" for place, column in enumerate(columns))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_what_the_headings_of_whole_tables_become(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    now = ["; ".join(read_again(line)) for line in lines]
    if os.environ.get("RENEW"):
        path.write_text("\n".join(now) + "\n", "utf-8")
    assert now == lines
