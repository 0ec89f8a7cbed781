"""Workbooks beyond any ledger, damaged, or made to do harm: refused, and nothing outside of them is read."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.files.ledger.sheets import limits
from officecli.files.ledger.sheets.workbooks import calamine_values, ods_parts, workbook
from stage import ledger_files
from stage.ledger_files import WRITERS, xlsx
from stage.sheets_read import HEADS, ROWS, matters, read

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def test_links_and_macros_are_left_alone_and_that_is_said(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsm", {"台账": [HEADS, ["甲", "张三"]]})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\0" * 100)
        archive.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    assert read(path).notes == ["Links to other files are not followed and macros are not run: the values are those last saved."]


def test_what_is_beyond_any_ledger_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"台账": [HEADS]})
    monkeypatch.setattr(limits, "MAX_UNPACKED", 1000)
    with pytest.raises(BadInput, match="unpacks to more than"):
        read(path)


def test_more_sheets_than_anybody_keeps_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SHEETS", 2)
    for name in ("a.xlsx", "a.ods", "a.xls", "a.xlsb", "2003.xls"):
        with pytest.raises(BadInput, match="3 sheets, more than 2"):
            read(WRITERS[name](tmp_path / name, {one: [HEADS, ["甲", "张三"]] for one in "abc"}))


def test_a_cell_far_from_all_others_is_refused_before_the_area_between_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_AREA", 1000)
    rows: list[list[Any]] = [HEADS, ["甲", "张三"], *([] for _row in range(900)), ["x"]]
    for name in ("a.xlsx", "a.ods", "a.xlsb"):
        with pytest.raises(BadInput, match="down to row 903"):
            read(WRITERS[name](tmp_path / name, {"a": rows}))
    for name in ("a.xlsx", "a.ods", "a.xlsb", "2003.xls", "page.xls"):
        with pytest.raises(BadInput, match="more than 500 columns"):
            read(WRITERS[name](tmp_path / name, {"a": [HEADS, ["甲"] + [None] * 600 + ["x"]]}))


def with_part(path: Path, part: str, text: bytes, start: bytes = b"") -> Path:
    """A workbook whose cell `here` holds the text, in the sheet itself or in the list of shared texts."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = next((name for name in parts if name.endswith(part)), "xl/sharedStrings.xml")
    if name in parts:
        parts[name] = start + parts[name].replace(b"here", text)
    else:
        sheet = "xl/worksheets/sheet1.xml"
        parts[sheet] = parts[sheet].replace(b't="inlineStr"><is><t>here</t></is>', b't="s"><v>0</v>')
        strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>' + text + b"</t></si></sst>"
        parts[name] = start + strings
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, data in parts.items():
            archive.writestr(one, data)
    return path


PARTS = [("a.xlsx", "sharedStrings.xml"), ("a.xlsx", "sheet1.xml"), ("a.ods", "content.xml")]


def test_an_ods_that_repeats_its_rows_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blank = {3: ' table:number-rows-repeated="1048570"'}
    path = ledger_files.ods(tmp_path / "a.ods", {"a": [HEADS, ["甲", "张三"], [None]]}, row_marks=blank)
    assert matters(read(path)) == ["甲"]
    twice = {2: ' table:number-rows-repeated="3"'}
    assert matters(read(ledger_files.ods(path, {"a": [HEADS, ["甲", "张三"]]}, row_marks=twice))) == ["甲"] * 3
    monkeypatch.setattr(ods_parts, "MAX_REPEATED", 3)
    with pytest.raises(BadInput, match="more than 1000000 rows"):
        read(path)


def test_an_old_workbook_that_says_it_reaches_too_far_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ledger_files.xls(tmp_path / "a.xls", {"a": [HEADS, ["甲", "张三"], *([] for _row in range(3000)), [None] * 200 + ["x"]]})
    assert len(read(path).rows) == 3
    monkeypatch.setattr(limits, "MAX_AREA", 100_000)
    with pytest.raises(BadInput, match="down to row 3003"):
        read(path)


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_a_cell_longer_than_any_is_refused_before_it_is_held(tmp_path: Path, name: str, part: str) -> None:
    path = WRITERS[name](tmp_path / name, {"a": [HEADS, ["here", "张三"]]})
    assert read(with_part(path, part, b"here")).rows[1].cells[0] == "here"
    with pytest.raises(BadInput, match="cell longer"):
        read(with_part(WRITERS[name](path, {"a": [HEADS, ["here", "张三"]]}), part, b"x" * 12_000_000))


@pytest.mark.parametrize(("name", "part"), PARTS)
def test_nothing_outside_a_workbook_is_read_and_nothing_expanded(tmp_path: Path, name: str, part: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    entities = f'<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY a "{"x" * 1000}"><!ENTITY b "{"&a;" * 1000}"><!ENTITY c "{"&b;" * 1000}">'
    path = WRITERS[name](tmp_path / name, {"a": [HEADS, ["here", "张三"]]})
    with_part(path, part, b"&e;&c;", start=f"<!DOCTYPE x [{entities}]>".encode())
    try:
        cells = [str(cell) for row in read(path).rows for cell in row.cells]
    except BadInput as refused:
        cells = [refused.what]
    assert "secret" not in "".join(cells)
    assert sum(map(len, cells)) < 10_000


@pytest.mark.parametrize(
    ("inside", "what"), [("word/document.xml", "document is damaged"), ("mimetype", "not a workbook"), ("xl/workbook.xml", "damaged"),
        ("content.xml", "damaged"), ("xl/workbook.bin", "damaged")]
)  # fmt: skip
def test_other_packed_files_are_refused(tmp_path: Path, inside: str, what: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(inside, "x")
    with pytest.raises(BadInput, match=what):
        read(path)


def test_a_reader_that_gives_up_is_a_damaged_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panics(*_arguments: object) -> None:
        raise PanicException("index out of range")

    monkeypatch.setattr(workbook, "_read", panics)
    with pytest.raises(BadInput, match="damaged") as raised:
        read(xlsx(tmp_path / "a.xlsx", {"台账": [HEADS]}))
    assert raised.value.why == "", "the words of a library are nobody's here"


@pytest.mark.parametrize("child", ["import os; os.abort()", "raise SystemExit(0)", "import sys, time; time.sleep(60)"])
def test_a_reader_that_breaks_down_or_never_ends_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], child: str
) -> None:
    monkeypatch.setattr(calamine_values, "_CHILD", child)
    monkeypatch.setattr(calamine_values, "_PATIENCE", 0.5)
    with pytest.raises(BadInput, match="damaged"):
        read(ledger_files.xls(tmp_path / "a.xls", {"a": [HEADS, ["甲", "张三"]]}))
    assert capfd.readouterr() == ("", "")


DAMAGED = ["a.xlsx", "a.ods", "a.docx", "2003.xls", "page.xls", "a.xls", "a.xlsb"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@example("a.xlsx", [(0.0, ord("{"))], False)  # it begins as a list of tasks does
@given(st.sampled_from(DAMAGED), st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6), st.booleans())
def test_a_damaged_file_is_read_or_refused_without_a_word_of_the_readers(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, changes: list[tuple[float, int]], inside: bool
) -> None:
    path = WRITERS[name](tmp_path / name, {"a": ROWS})
    data = {"": path.read_bytes()}
    if inside and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            data = {one: archive.read(one) for one in archive.namelist()}
    for where, byte in changes:
        part = sorted(data)[int(where * len(data))]
        bytes_ = bytearray(data[part])
        if bytes_:
            bytes_[int((where * 997) % 1 * len(bytes_))] = byte
        data[part] = bytes(bytes_)
    if "" in data:
        path.write_bytes(data[""])
    else:
        with zipfile.ZipFile(path, "w") as archive:
            for one, content in data.items():
                archive.writestr(one, content)
    with suppress(BadInput):
        read(path)
    assert capfd.readouterr() == ("", "")
