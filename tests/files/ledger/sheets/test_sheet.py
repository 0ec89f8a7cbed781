from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from officecli.errors import BadInput, NotFound, StorageTrouble
from officecli.files.ledger.columns.beginnings import Beginnings
from officecli.files.ledger.columns.rating import rate
from officecli.files.ledger.sheets import kinds, table
from officecli.files.ledger.sheets.cells import Unclear
from officecli.files.ledger.sheets.sheet import read_sheet
from officecli.files.ledger.sheets.sheet_rows import Headed, Sheet, SheetRow, Skipped
from officecli.files.ledger.sheets.texts import csv_sheet, markdown_table
from officecli.files.toml.text import text_of
from stage import ledger_files


def by_headings(rows: Sequence[SheetRow]) -> Headed:
    return rate(rows, {})


def read(path: Path, name: str | None = None) -> Sheet:
    return read_sheet(path, name, by_headings)


def told(found: Sheet) -> list[tuple[int, list[object]]]:
    return [(row.number, list(row.cells)) for row in found.rows]


def written(tmp_path: Path, data: str | bytes, name: str = "ledger.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "事项,责任人\n关于学位问题的答复,张三\n".encode(encoding))
    assert told(read(path)) == [(1, ["事项", "责任人"]), (2, ["关于学位问题的答复", "张三"])]


@pytest.mark.parametrize("matter", ["The clerk’s minutes", "The café – report"])
def test_western_quotes_are_not_taken_for_chinese(tmp_path: Path, matter: str) -> None:
    found = read(written(tmp_path, f"Matter,Owner\n{matter},Ana\n".encode("cp1252")))
    assert found.rows[1].cells == [matter, "Ana"]
    assert (found.encoding, found.notes) == ("cp1252", ["The text is read as Windows-1252."])


@pytest.mark.parametrize(("encoding", "said"), [("big5", "Big5"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("gb18030", "GB18030")])
def test_an_encoding_is_said_by_its_name(tmp_path: Path, encoding: str, said: str) -> None:
    found = read(written(tmp_path, "事項,責任人\r\n關於學位問題的答覆,張三\r\n".encode(encoding), "a.txt"))
    assert found.rows[1].cells == ["關於學位問題的答覆", "張三"]
    assert found.notes == [f"The text is read as {said}."]


@pytest.mark.parametrize("name", ["~$督办台账.docx", "~$ledger.xlsx", ".~lock.ledger.ods#"])
def test_what_an_office_program_leaves_beside_an_open_document_is_told_apart(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="is no document") as refused:
        read(written(tmp_path, b"\x06Ana Lind\0\0", name))
    assert f"without {name[: 2 if name[0] == '~' else 7]}" in (refused.value.fix or "")


@pytest.mark.parametrize(
    ("first", "second", "third", "skipped"),
    [
        ("#1", "2", "3", [2]),
        ("#1", "2", "#3", []),  # where most rows have it, it is how they are numbered
        ("#45", "", "", []),  # where some have no number, it is one
        ("# done", "", "", [2]),
        ("#REF!", "", "", []),  # an error is to be mended
    ],
)
def test_rows_commented_out_are_skipped(tmp_path: Path, first: str, second: str, third: str, skipped: list[int]) -> None:
    found = read(written(tmp_path, f"#,Matter,Owner\n{first},Survey,Ana\n{second},Paint,Ben\n{third},Print,Cem\n"))
    assert [one.row for one in found.skipped if one.reason == "commented"] == skipped
    assert len(found.rows) == 4 - len(skipped)


def test_cells_in_quotation_marks_may_stand_behind_spaces(tmp_path: Path) -> None:
    found = read(written(tmp_path, '"Matter", "Owner"\n"Paint, then glue", "Ana ""Bo"" Lind"\nSurvey, Ben\n'))
    assert told(found) == [(1, ["Matter", "Owner"]), (2, ["Paint, then glue", 'Ana "Bo" Lind']), (3, ["Survey", "Ben"])]
    found = read(written(tmp_path, 'Matter,Owner\nSay, "well" done\n'))
    assert found.rows[1].cells == ["Say", ' "well" done']


@pytest.mark.parametrize("separator", [",", ";", "\t", "，", "；", "|", "^", "~"])
def test_separators_are_found_by_the_headings(tmp_path: Path, separator: str) -> None:
    text = f'督办台账，2026；第一期,a,b,c\n事项{separator}责任人{separator}办结时限\n"甲,乙;丙\n，丁"{separator}张三{separator}7月5日\n'
    assert told(read(written(tmp_path, text)))[1:] == [(2, ["事项", "责任人", "办结时限"]), (3, ["甲,乙;丙\n，丁", "张三", "7月5日"])]


def test_the_separator_a_spreadsheet_declares_is_taken(tmp_path: Path) -> None:
    for start in ("sep=#\n", '"sep=#"\r\n', "\ufeffSEP=#\n"):
        assert told(read(written(tmp_path, start + "Matter#Owner\na,b#c\n"))) == [(1, ["Matter", "Owner"]), (2, ["a,b", "c"])]


@pytest.mark.parametrize(
    "text",
    [
        "'Matter','Owner'\n'a, b','it''s c'\n",
        "\u201cMatter\u201d,\u201cOwner\u201d\n\u201ca, b\u201d,\u201cit's c\u201d\n",
        '"Matter,Owner"\n"""a, b"",it\'s c"\n',
    ],
)
def test_cells_in_other_quotation_marks_and_rows_quoted_as_wholes_are_read(tmp_path: Path, text: str) -> None:
    assert told(read(written(tmp_path, text))) == [(1, ["Matter", "Owner"]), (2, ["a, b", "it's c"])]


def test_cells_that_say_the_same_are_held_once(tmp_path: Path) -> None:
    rows = read(written(tmp_path, "Matter,Owner\nGutters,Ruth Bell\nRailings,Ruth Bell\n")).rows
    assert rows[1].cells[1] is rows[2].cells[1]


def test_the_guard_against_formulas_is_undone(tmp_path: Path) -> None:
    path = written(tmp_path, "Matter,Owner\n'=1+1,'@ana\n'-5,''=x\n'tis,O'Neil\n")
    assert [row for _number, row in told(read(path))[1:]] == [["=1+1", "@ana"], ["-5", "'=x"], ["'tis", "O'Neil"]]


def test_rows_keep_the_numbers_a_spreadsheet_shows(tmp_path: Path) -> None:
    assert [number for number, _row in told(read(written(tmp_path, 'Matter,Owner\r\n\r\n"a\nb",c\r\n,\r\nd,e\r\n')))] == [1, 3, 5]


def test_an_unclosed_quotation_mark_is_said_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"From row 2 on"):
        read(written(tmp_path, 'Matter,Owner\n"' + "x" * 200_000))


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"", "a.csv", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), "a.doc", "old Word document"),
        (b"PK\x03\x04 nothing more", "a.xlsx", "damaged"),
        (b"%PDF-1.7", "a.pdf", "PDF"),
        (b"\xef\xbb\xbf<html><p>x", "a.xls", "web page without a table"),
        (b"<html>", "a.xls", "web page"),
        (b"\x7fELF\x00\x00", "a.bin", "not a table"),
        (b"\xff\xfe\x00\xd8", "a.csv", "encoding"),
        (b"\x81\x00\x8d\x00", "a.csv", "encoding"),
    ],
)
def test_other_files_are_refused_with_what_to_do(tmp_path: Path, data: bytes, name: str, what: str) -> None:
    with pytest.raises(BadInput, match=what) as refused:
        read(written(tmp_path, data, name))
    assert refused.value.fix


def test_minutes_in_a_form_that_name_nobody_say_so_and_ask_of_no_heading(tmp_path: Path) -> None:
    form = [
        ["会议名称", "例会", "会议地点", "二楼"],
        ["会议时间", "7月3日", "主持人", "甲"],
        ["参会人员", "甲、乙", "", ""],
        ["会议内容：\n讨论用车", "", "", ""],
    ]
    with pytest.raises(BadInput, match="no line that says"):
        read_sheet(ledger_files.word(tmp_path / "a.docx", {"a": form}), None, by_headings, Beginnings({}))


def test_places_without_a_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no file"):
        read(tmp_path / "none.csv")
    with pytest.raises(BadInput, match="not a file"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("typed", "there", "fix"),
    [
        ("台帐.xlsx", ["台账.xlsx", "通讯录.xlsx", "台帖.docx"], "Did you mean {folder}/台账.xlsx?"),
        ("Ledger.xls", ["ledger.xlsx", "ledges.xls"], "Did you mean {folder}/ledger.xlsx?"),
        ("台帐.xlsx", ["通讯录.xlsx", ".台账.xlsx", "~$台账.xlsx"], "Check the name and the folder."),
        ("june/ledger.csv", ["ledger.csv"], "Check the name and the folder."),
    ],
)
def test_a_file_that_is_not_there_is_answered_with_the_one_perhaps_meant(tmp_path: Path, typed: str, there: list[str], fix: str) -> None:
    for name in there:
        written(tmp_path, "Matter,Owner\n", name)
    with pytest.raises(NotFound) as refused:
        read(tmp_path / typed)
    assert refused.value.fix == fix.format(folder=tmp_path)
    with pytest.raises(NotFound) as refused:
        text_of(tmp_path / typed, "Check the name and the folder.")
    assert refused.value.fix == fix.format(folder=tmp_path)


def test_an_unreadable_file_is_a_trouble_of_storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "Matter,Owner\n")

    def denied(*_arguments: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(StorageTrouble) as refused:
        read(path)
    assert refused.value.why == "Permission denied"


def test_text_has_no_sheets(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="Only a workbook has sheets"):
        read(written(tmp_path, "Matter,Owner\n"), "台账")


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "Matter,Owner\na,b\nc,d\n")
    with pytest.raises(BadInput, match="more than 500 columns"):
        read(written(tmp_path, "Matter,Owner\n" + "," * 500 + "x\n", "wide.csv"))
    with pytest.raises(BadInput, match="Row 2 has more than 500 columns"):
        read(written(tmp_path, "Matter,Owner\n" + "," * 30_000 + "\n", "wider.csv"))
    assert len(told(read(written(tmp_path, "Matter,Owner\na,b" + "," * 900 + "\n", "blank.csv")))) == 2
    with pytest.raises(BadInput, match="Row 3 has more than 500 columns"):
        read(written(tmp_path, "| Matter | Owner |\n|---|---|\n" + "| x " * 501 + "|\n", "wide.md"))
    monkeypatch.setattr(csv_sheet, "MAX_ROWS", 2)
    monkeypatch.setattr(table, "MAX_ROWS", 2)
    monkeypatch.setattr(markdown_table, "MAX_ROWS", 2)
    with pytest.raises(BadInput, match="more than 2 rows"):
        read(written(tmp_path, "| Matter | Owner |\n|---|---|\n| a | b |\n", "long.md"))
    with pytest.raises(BadInput, match="more than 2 rows"):
        read(path)
    monkeypatch.setattr(kinds, "MAX_TEXT", 5)
    with pytest.raises(BadInput, match="larger than"):
        read(path)


SWALLOWED = """Matter,Lead,Issued,Deadline,Progress
Mend gate,Bob Lee,2026-07-01,2026-12-04,"waiting for a price
Fix lift,Bob Lee,2026-07-01,2026-12-07,
Buy %s paper,Bob Lee,2026-07-01,2026-12-09,
"""


@pytest.mark.parametrize("last", ['"A4"', '"A4', "A4"])
def test_a_quotation_mark_never_closed_makes_its_row_a_bad_one(tmp_path: Path, last: str) -> None:
    rows = read(written(tmp_path, SWALLOWED % last)).rows
    assert [(row.number, row.fault is not None) for row in rows] == [(1, False), (2, True)]
    assert rows[1].fault
    assert "never closed" in rows[1].fault.why


def test_rows_inside_a_cell_make_it_a_bad_one_even_where_the_marks_add_up(tmp_path: Path) -> None:
    rows = read(
        written(tmp_path, 'Matter,Lead,Issued,Deadline\n"a\nFix lift,Bob Lee,2026-07-01,2026-12-07\nb",Bob,,\n"one, two, three, four\nfive",Ana,,\n')
    ).rows
    assert [row.fault is not None for row in rows] == [False, True, False]


def test_more_cells_than_headings_make_a_bad_row(tmp_path: Path) -> None:
    rows = read(written(tmp_path, "Matter,Lead,Progress\na,Bob,sent, waiting\nb,Bob,,,\n")).rows
    assert [row.fault is not None for row in rows] == [False, True, False]
    assert rows[1].fault
    assert "4 cells, more cells than the 3 headings" in rows[1].fault.why


def test_a_mark_inside_a_cell_of_one_line_is_no_fault(tmp_path: Path) -> None:
    rows = read(written(tmp_path, 'Matter,Lead\nbuy A4" paper,Bob\n"say ""yes""\nand go",Ana\n')).rows
    assert [row.fault for row in rows] == [None, None, None]
    assert [row.cells[0] for row in rows[1:]] == ['buy A4" paper', 'say "yes"\nand go']


@pytest.mark.parametrize(("cell", "cut"), [("4.40102E+17", True), ("1.23457E+11", True), ("1.5E+1", False), ("1.23456E+05", False), ("E+12", False)])
def test_a_number_a_spreadsheet_has_cut_is_no_value(tmp_path: Path, cell: str, cut: bool) -> None:
    (found,) = (row.cells[0] for row in read(written(tmp_path, f"Matter,Owner\n{cell},Ana\n")).rows[1:])
    assert isinstance(found, Unclear) == cut


def test_what_an_export_wrote_as_text_for_a_spreadsheet_is_that_text(tmp_path: Path) -> None:
    assert told(read(written(tmp_path, 'Matter,Owner\n="007",Ana\n"=""say """"yes"""""" ",Ana\n"=""a""",Ana\n')))[1:] == [
        (2, ["007", "Ana"]),
        (3, ['="say ""yes""" ', "Ana"]),
        (4, ["a", "Ana"]),
    ]


def test_quotation_marks_as_a_database_writes_them_are_read_where_the_marks_add_up_only_so(tmp_path: Path) -> None:
    found = read(written(tmp_path, 'Matter,Owner\n"Fix \\"A4\\" tray, now",Ana\n"Ends in \\\\",Bob\n'))
    assert told(found)[1:] == [(2, ['Fix "A4" tray, now', "Ana"]), (3, ["Ends in \\\\", "Bob"])]
    assert found.notes == ['\\" is read as a quotation mark inside a cell.']
    assert told(read(written(tmp_path, 'Matter,Owner\n"Folder C:\\dir\\",Ana\n')))[1:] == [(2, ["Folder C:\\dir\\", "Ana"])]


def test_letters_broken_before_are_said_and_the_sign_of_an_old_texts_end_is_none(tmp_path: Path) -> None:
    found = read(written(tmp_path, "Matter,Owner\nCafÃ© roof,Ana\nX\ufffdY,Ana\nCafé «é»,Ana\n\x1a"))
    assert len(found.rows) == 4
    assert found.notes == ["Letters were broken before this file was saved, and are read as they stand: “CafÃ©”, “X\ufffdY”."]
    assert read(written(tmp_path, "Matter,Owner\nCafé — “naïve” Ångström, año, São, 督查室,Ana\n")).notes == []


def test_marks_that_dress_the_text_of_a_markdown_table_are_left_out_wherever_they_stand(tmp_path: Path) -> None:
    written = [
        "**Sort** and **fold**",
        "加**粗**字",
        "***both***",
        "_it_ and __bo__",
        "`code` *c*",
        "**2 * 3**",
        "2 * 3 * 4",
        "5*6*7",
        "snake_case_name",
        r"\*kept\*",
        "**torn*",
    ]
    meant = ["Sort and fold", "加粗字", "both", "it and bo", "code c", "2 * 3", "2 * 3 * 4", "5*6*7", "snake_case_name", "*kept*", "**torn*"]
    path = tmp_path / "plan.md"
    path.write_text("| Task | Owner |\n|---|---|\n" + "".join(f"| {text} | Ana |\n" for text in written), "utf-8")
    assert [row.cells[0] for row in read(path).rows[1:]] == meant


def test_a_title_among_the_lines_of_markdown_runs_across_the_table_and_a_rule_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(
        "# Minutes\n---\n## Actions\n| Task | Owner |\n|---|---|\n| #4 valve | Ana |\n\n* * *\n\n## Next meeting\n#later, in the hall\n", "utf-8"
    )
    sheet = read(path)
    assert [(row.cells, row.banner) for row in sheet.rows] == [
        (["Minutes"], True),
        (["Actions"], True),
        (["Task", "Owner"], False),
        (["#4 valve", "Ana"], False),
        (["Next meeting"], True),
    ]
    assert sheet.skipped == [Skipped(11, "line", "later, in the hall")]
