"""CSV, JSON and Markdown keep what they were given and obey none of it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from officecli.files.ledger.sheets.sheet_rows import Headed, SheetRow
from officecli.files.ledger.sheets.texts.csv_sheet import read_csv
from officecli.formats import as_csv, as_json, as_md
from officecli.formats.out.page import Page
from officecli.reports.shape.report import Column, Report

TYPED = st.text(st.characters(codec="utf-8", exclude_characters="\x00") | st.sampled_from("'=+-@＝＋－＠\t|\\`督、;\"\n"), min_size=1)
ANY = st.text(st.characters(exclude_categories=()))


def one_text(text: str) -> Report:
    return Report("list", "Items", "2026-11-23", (Column("number", "number"), Column("title", "matter")), ({"number": "1", "title": text},))


def written(write: Callable[..., None], report: Report, page: Page | None = None) -> str:
    stream = io.StringIO(newline="")
    write(report, stream, page or Page())
    return stream.getvalue()


def names_columns(rows: Sequence[SheetRow]) -> Headed:
    return Headed(rows[0].cells == ["number", "matter"], 2)


@given(TYPED)
def test_csv_comes_back_by_import_as_it_was(text: str) -> None:
    rows = read_csv(written(as_csv.write, one_text(text), Page(file=True)).encode(), names_columns).tables[0].rows
    assert rows[1].cells == ["1", text]


@given(TYPED)
def test_csv_has_no_cell_that_a_spreadsheet_runs(text: str) -> None:
    for cell in list(csv.reader(io.StringIO(written(as_csv.write, one_text(text)), newline="")))[1]:
        assert cell[0] not in "=+-@＝＋－＠\t\r"


CELLS = st.one_of(st.none(), st.integers(), st.floats(allow_nan=False), st.text(st.sampled_from("',\"\r\n a督"), max_size=3), TYPED)


@given(st.integers(1, 3).flatmap(lambda wide: st.lists(st.tuples(*[CELLS] * wide), max_size=4)))
def test_csv_is_quoted_as_pythons_own_writer_does_it(rows: list[tuple[object, ...]]) -> None:
    columns = tuple(Column(f"c{n}", f'"{n}", c') for n in range(len(rows[0]) if rows else 1))
    keys = [column.key for column in columns]
    expected = io.StringIO(newline="")
    table = csv.writer(expected, lineterminator="\r\n")
    table.writerows([[as_csv.guard("" if cell is None else str(cell)) for cell in row] for row in ([one.label for one in columns], *rows)])
    assert written(as_csv.write, Report("x", "x", "", columns, tuple(dict(zip(keys, row, strict=True)) for row in rows))) == expected.getvalue()


def test_csv_numbers_stay_numbers_and_people_read_their_own_words(sample: Callable[..., Report]) -> None:
    first = next(csv.DictReader(io.StringIO(written(as_csv.write, sample("en")), newline="")))
    assert first["urgency"] == "urgent"
    assert (first["working days late"], first["progress"], first["deadline"]) == ("5", "62.5", "2026-11-16")
    assert first["support"] == "李四 (实地走访) ✓; 王小二 (起草答复)"
    negative = Report("x", "x", "", (Column("n", "n", "integer"),), ({"n": -5},))
    assert written(as_csv.write, negative) == "n\r\n-5\r\n"


def test_csv_has_excels_mark_in_a_file_only_and_is_harmless_on_a_terminal() -> None:
    assert written(as_csv.write, one_text("x"), Page(file=True)).startswith("\ufeff")
    assert not written(as_csv.write, one_text("x")).startswith("\ufeff")
    assert "\x1b" in written(as_csv.write, one_text("\x1b[2J"))
    assert "\x1b" not in written(as_csv.write, one_text("\x1b[2J"), Page(terminal=True))


@given(ANY)
def test_json_comes_back_and_holds_no_control(text: str) -> None:
    report = one_text(text)
    out = written(as_json.write, report)
    assert json.loads(out)["rows"] == list(report.rows)
    assert out.replace("\n", "").isprintable() or not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff]", out)


def test_json_is_the_envelope_with_codes_and_columns_only(sample: Callable[..., Report]) -> None:
    report = sample("zh", columns=sample("zh").columns[:2])
    data = json.loads(written(as_json.write, report))
    assert list(data) == ["schema", "report", "title", "as_of", "filters", "columns", "sentences", "rows", "summary", "head"]
    assert data["columns"][1] == {"key": "number", "label": "编号", "kind": "text"}
    assert data["rows"][0] == {"unit": "督查室", "number": "2026-031"}
    assert data["head"] == report.head
    assert json.loads(written(as_json.write, sample("zh")))["rows"][2]["urgency"] == "most-urgent"


def test_json_has_a_row_a_line(sample: Callable[..., Report]) -> None:
    lines = written(as_json.write, sample("en")).splitlines()
    assert [json.loads(line.rstrip(","))["number"] for line in lines if line.startswith('{"unit"')] == ["2026-031", "2026-044", "2026-052", "=1+1"]


def test_json_of_nothing_is_json() -> None:
    assert json.loads(written(as_json.write, Report("list", "Items", "", (), ())))["rows"] == []


@given(ANY.filter(bool))
def test_a_markdown_cell_never_breaks_its_table(text: str) -> None:
    lines = written(as_md.write, one_text(text)).splitlines()
    row = lines[4]
    assert len(lines) == 5
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 3


def test_markdown_obeys_nobody() -> None:
    assert as_md.escape("<b>*x*</b> [a](b) `c` _d_ &amp;") == r"\<b\>\*x\*\</b\> \[a\](b) \`c\` \_d\_ \&amp;"
