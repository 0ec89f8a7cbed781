"""Whole ledgers of many shapes, each with the readings it is to have: a better guess for one shows here in all others.

A file of `corpus/` holds the table as text and, below a line of dashes, what is made of it. `RENEW=1` writes that part anew; then read the difference.
In the table ` | ` parts the cells, `[name]` begins a sheet, `<` and `^` are merged with the
cell beside or above, `~` is a line break, `@2026-07-01` a real day and `#0.5` a number.
"""

from __future__ import annotations

import csv
import io
import itertools
import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from officecli import clock
from officecli.actions.office.founding import Founding, found
from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.mapping import parse_mapping
from officecli.files.ledger.drafts.readings import Reading
from officecli.files.ledger.imported import How, Imported
from officecli.files.ledger.importing import import_ledger
from officecli.files.ledger.rows.read_as import ReadAs
from officecli.files.office.setting_up import set_up_from
from officecli.store.place import Place, place
from stage import desk
from stage.ledger_files import WRITERS, page, word

CORPUS = Path(__file__).parent / "corpus"
LEDGERS = sorted(CORPUS.glob("*.txt"))
LINE = "-" * 20
MORNING = datetime(2026, 7, 6, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office of all of them."""
    where = Place("sqlite", path=tmp_path_factory.mktemp("corpus") / "office.db")
    clock.pretend(MORNING)
    found(where, Founding("云岭县政府办公室", "CN", "zh", "Asia/Shanghai"))
    set_up_from(where, CORPUS / "office.toml")
    clock.pretend(None)
    return where.path


@pytest.fixture
def office(founded: Path, at: Callable[[str], None]) -> Place:
    """The same, on the morning of Monday 6 July 2026."""
    at(MORNING.isoformat())
    return place(desk.put(founded))


@pytest.mark.parametrize("path", LEDGERS, ids=lambda path: path.stem)
def test_a_ledger_is_read_as_it_is_meant(path: Path, office: Place, tmp_path: Path) -> None:
    text = path.read_text("utf-8")
    told, _line, expected = text.partition(f"\n{LINE}\n")
    head, table = told.split("\n\n", 1)
    said = dict(line.split(": ", 1) for line in head.splitlines())
    ledger = written(tmp_path / said["file"], table, said.get("encoding", "utf-8"))
    asked = ReadAs(mapping=parse_mapping(list(filter(None, said.get("map", "").split("; ")))), dates=said.get("dates", ""), lead=said.get("lead", ""))
    came = import_ledger(office, ledger, "封晓", asked=asked, how=How(dry_run=True, skip_bad=True))
    read = "\n".join(readings(came)) + "\n"
    if os.environ.get("RENEW"):
        path.write_text(f"{told}\n{LINE}\n{read}", "utf-8")
    else:
        assert read == expected


def written(path: Path, table: str, encoding: str) -> Path:
    """The table as a file of the kind that its name says; of text the encoding, and tabs for .txt."""
    if path.suffix in (".json", ".ics", ".md") or path.name == "todo.txt":
        path.write_text(table, "utf-8")
        return path
    sheets: dict[str, list[list[str]]] = {}
    above: list[str] = []
    for line in table.strip("\n").splitlines():
        if line.startswith("[") and line.endswith("]"):
            sheets[line[1:-1]] = []
        elif line.startswith("> "):
            above.append(line[2:])
        else:
            if not sheets:
                sheets["Sheet1"] = []
            sheets[list(sheets)[-1]].append([text.strip() for text in line.split(" | ")] if line else [])
    cells = {name: [[_cell(text) for text in row] for row in rows] for name, rows in sheets.items()}
    merged = [area for rows in sheets.values() for area in _merged(rows)]
    if path.suffix in (".csv", ".txt"):
        out = io.StringIO(newline="")
        csv.writer(out, delimiter="\t" if path.suffix == ".txt" else ",").writerows(next(iter(cells.values())))
        path.write_bytes(out.getvalue().encode(encoding))
        return path
    if path.suffix == ".docx":
        return word(path, cells, merged, above=above)
    if path.suffix == ".xls":
        return page(path, cells, merged, encoding=encoding)
    return WRITERS[f"a{path.suffix}"](path, cells, merged)


def _cell(text: str) -> Any:
    if text in ("<", "^"):
        return None
    if text.startswith("@") and text[1:2].isdigit():
        return date.fromisoformat(text[1:])
    if text.startswith("#") and text[1:2].isdigit():
        return float(text[1:])
    return text.replace("~", "\n") or None


def _merged(rows: list[list[str]]) -> Iterator[tuple[int, int, int, int]]:
    """The merged areas: `<` belongs to the cell on its left, `^` to the one above."""
    at = {(down, across): text for down, row in enumerate(rows, 1) for across, text in enumerate(row, 1)}
    for (down, across), text in at.items():
        if text not in ("<", "^"):
            right = next(one for one in itertools.count(across + 1) if at.get((down, one)) != "<") - 1
            below = next(one for one in itertools.count(down + 1) if at.get((one, across)) != "^") - 1
            if (below, right) != (down, across):
                yield down, across, below, right


def readings(came: Imported) -> Iterator[str]:
    """What was made of a ledger: the counts, each good row, each fault, each row skipped."""
    yield f"{came.read} rows: {came.good} good, {came.bad} bad, {len(came.here)} here, {len(came.skipped)} skipped"
    yield from (_good(one) for one in sorted(came.readings, key=lambda one: one.row))
    yield from (f"{one.row} ! {one.column}: {one.value} - {one.reason}" for one in came.problems)
    yield from (f"{one.row} / {one.reason}: {one.text[:40]}" for one in came.skipped)


def _good(one: Reading) -> str:
    """Only what may go wrong; ? marks what was inferred."""
    mark: Callable[[str], str] = lambda key: "?" if key in one.inferred else ""  # noqa: E731
    parts = [
        f"{one.row} {one.title[:24]}",
        one.lead + mark("lead"),
        *([f"body {one.body}"] if one.body else []),
        *([f"each {', '.join(one.parts)}"] if one.parts else []),
        *([f"with {', '.join(support['name'] for support in one.supports)}"] if one.supports else []),
        *([f"from {one.issued}"] if "issued" not in one.inferred else []),
        f"due {one.due or '-'}{mark('due')}",
        one.status + mark("status") + (f" {one.ended}" if one.ended else ""),
    ]
    return " · ".join(parts)


@pytest.mark.parametrize(
    ("above", "below"), [("各科室材料报送情况", ""), ("●为已完成，○为未完成", ""), ("部门任务表", "\n注：●已到会；○请假 |  |  | ")]
)
def test_marks_that_tell_which_sections_did_their_part_name_no_lead(above: str, below: str, office: Place, tmp_path: Path) -> None:
    table = f"{above}\n报送事项 | 督查室 | 综合科 | 完成时限\n报送半年小结 | ● | ○ | 2026-07-31\n报送用车统计 | ○ | ● | 2026-07-31{below}"
    with pytest.raises(BadInput, match="No heading was recognised"):
        import_ledger(office, written(tmp_path / "报送.xlsx", table, ""), "封晓", how=How(dry_run=True, skip_bad=True))


@pytest.mark.parametrize(
    "marks",
    [
        ("P | P | A", "A | P | P", "P | A | P"),  # who was there
        ("L | S | ", " | L | L", "S |  | S"),  # leave and sickness: none stands once in each row
        ("S | L | M", "L | S | S", "S | S | L"),  # sizes
        ("P | P | S", "P | S | P", "S | P | P"),  # passed, or to be seen again
        ("R | R | R", "R |  | R", "S | R | "),  # required
        ("#2 | #1 | #3", "#1 | #1 | #2", "#1 | #2 | "),  # hours
    ],
)
def test_letters_that_nothing_explains_name_no_lead(marks: tuple[str, ...], office: Place, tmp_path: Path) -> None:
    rows = "\n".join(f"Hold course {number} | @2026-07-2{number} | {letters}" for number, letters in enumerate(marks))
    table = f"Task | Deadline | Laura Benning | Omar Haddad | Peter Lang\n{rows}"
    with pytest.raises(BadInput, match="No heading was recognised"):
        import_ledger(office, written(tmp_path / "courses.xlsx", table, ""), "封晓", how=How(dry_run=True, skip_bad=True))


@pytest.mark.parametrize(
    ("across", "below"),
    [
        ("North yard", "Omar Haddad | 7/31/26 | Open\nRosa Miller | 8/7/26 | Open"),  # several rows under one section
        ("", "Omar Haddad | 7/31/26 | Open"),  # nothing across it
        ("North yard", "Omar Haddad | 7/31/26 | Open\nCall Ben before noon"),  # a line that is none of a card
    ],
)
def test_labels_that_come_again_make_no_cards(across: str, below: str, office: Place, tmp_path: Path) -> None:
    table = "\n".join(f"{across and across + str(number)}\nLead | Finish By | Status\n{below}" for number in range(3))
    with pytest.raises(BadInput, match="No heading was recognised"):
        import_ledger(office, written(tmp_path / "yards.xlsx", table, ""), "封晓", how=How(dry_run=True, skip_bad=True))


def test_a_row_of_a_form_that_has_no_label_is_told_of(office: Place, tmp_path: Path) -> None:
    slip = (CORPUS / "slip-number.txt").read_text("utf-8").partition(f"\n{LINE}\n")[0].split("\n\n", 1)[1]
    came = import_ledger(office, written(tmp_path / "督办单.docx", slip, "utf-8"), "封晓", how=How(dry_run=True, skip_bad=True))
    assert any("抄报两份 · 存档一份 · 余本退回" in note for note in came.notes)


def test_who_leads_is_asked_where_people_stand_beside_sections_of_others(office: Place, tmp_path: Path) -> None:
    ledger = written(tmp_path / "诉求.csv", (CORPUS / "liaisons.txt").read_text("utf-8").partition(f"\n{LINE}\n")[0].split("\n\n", 1)[1], "utf-8")
    came = import_ledger(office, ledger, "封晓", how=How(dry_run=True, skip_bad=True))
    assert any('--map "服务专员=remarks"' in note and '--map "牵头单位=support"' in note for note in came.notes)


def test_what_is_struck_out_in_minutes_is_no_matter(office: Place, tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.md"
    minutes.write_text("- ~~Nadia Kovac to count the chairs by July 20~~\n- Leon Brooks to move the desks by July 22\n", "utf-8")
    came = import_ledger(office, minutes, "封晓", how=How(dry_run=True, skip_bad=True))
    assert ([one.title for one in came.readings], [one.row for one in came.skipped]) == (["Move the desks"], [1])
