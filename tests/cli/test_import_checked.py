"""A ledger given back with what is to be said of each row, mended, and imported again."""

from __future__ import annotations

import csv
import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from officecli.cli.main import run
from officecli.formats.out.checked_file import COLOURS
from stage import by_row, ledger_files

Type = Callable[..., tuple[int, str, str]]

ROWS: list[list[Any]] = [
    ["2026年督办台账", None, None, None, None, None],
    [None, None, None, None, None, None],
    ["编号", "事项", "责任人", "交办日期", "时限", "进展情况"],
    ["2026-001", "甲", "李明", "2026-11-02", "11月底", "=1+1 已启动"],
    ["2026-002", "乙", "无此人", "2026-11-02", "2026-12-11", "'-3 件"],
    ["2026-003", "丙", "赵丽", "2026-11-02", "2026-12-11", "60%"],
]


@pytest.fixture
def type_(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, at: Callable[[str], None]) -> Type:
    at("2026-11-23T01:00")
    url = f"sqlite:///{tmp_path / 'office.db'}"
    by_row.office(url)
    monkeypatch.setenv("OFFICECLI_DB", url)
    monkeypatch.setenv("OFFICECLI_LANG", "en")
    monkeypatch.chdir(tmp_path)
    as_text(tmp_path / "ledger.csv", ROWS)

    def typed(*words: str) -> tuple[int, str, str]:
        try:
            code: Any = run(list(words))
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return code or 0, said.out, said.err

    return typed


def as_text(path: Path, rows: list[list[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["" if cell is None else cell for cell in row] for row in rows])


def summary(type_: Type, *line: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(type_("import", *line, "--format", "json")[1])["summary"]
    return found


@pytest.mark.parametrize("name", ["checked.xlsx", "checked.csv"])
def test_a_checked_ledger_says_how_each_row_was_read_and_comes_in_again(type_: Type, tmp_path: Path, name: str) -> None:
    code, out, _err = type_("import", "ledger.csv", "--dry-run", "-o", name)
    assert (code, out) == (1, "3 rows read: 2 good, 0 already here, 1 bad, 0 skipped. This was a trial; nothing was recorded.\n")
    rows = written(tmp_path / name)
    assert [row[6] for row in rows[2:]] == [
        "How read and what to do",
        "2026-001 · 李明 · due 2026-11-30 · in hand · ? Deadline: the year is the ledger's",
        (
            "责任人: Nobody here is called “无此人”. → Units and people outside the office cannot lead: name who follows it up here, and move this name "
            "to support. Somebody new is entered first: officecli person add NAME POST."
        ),
        "2026-003 · 赵丽 · due 2026-12-11 · in hand",
    ]
    assert summary(type_, name, "--dry-run") == summary(type_, "ledger.csv", "--dry-run"), "the added column is read as nothing"

    mended = [list(row) for row in rows]
    mended[4][2] = "孙强"
    as_text(tmp_path / "mended.csv", mended)
    assert type_("import", "mended.csv")[0] == 0
    assert summary(type_, name, "--skip-bad")["already_here"] == 2, "every cell came back as it was"

    # Given back once more, the column is where it was.
    assert type_("import", name, "--dry-run", "-o", f"again-{name}")[0] == 1
    again = written(tmp_path / f"again-{name}")
    assert [len(row) for row in again[2:]] == [7, 7, 7, 7]
    assert again[3][6] == "2026-001: as on record"


def written(path: Path) -> list[list[Any]]:
    if path.suffix == ".csv":
        return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True)))
    page = openpyxl.load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_faults_are_coloured_and_formulas_stay_text(type_: Type, tmp_path: Path) -> None:
    type_("import", "ledger.csv", "--dry-run", "-o", "checked.xlsx")
    page = openpyxl.load_workbook(tmp_path / "checked.xlsx").worksheets[0]
    assert (page["F4"].value, page["F4"].data_type) == ("=1+1 已启动", "s")
    colours = {cell.coordinate: cell.fill.fgColor.rgb[2:] for row in page.iter_rows() for cell in row if cell.fill.fill_type}
    assert colours == {"C5": COLOURS["bad"][1:], "G5": COLOURS["bad"][1:], "G4": COLOURS["inferred"][1:]}


def test_a_ledger_given_back_is_confirmed_at_a_terminal(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert "Written: checked.xlsx." in type_("import", "ledger.csv", "--dry-run", "-o", "checked.xlsx")[2]


def test_with_a_format_a_file_holds_what_came_of_it(type_: Type, tmp_path: Path) -> None:
    type_("import", "ledger.csv", "--dry-run", "--format", "csv", "-o", "bad.csv")
    assert written(tmp_path / "bad.csv")[0][:2] == ["row", "column"]
    code, _out, err = type_("import", "ledger.csv", "--dry-run", "--format", "xlsx")
    assert (code, "-o" in err) == (2, True)


def test_what_differs_is_said_beside_its_row(type_: Type, tmp_path: Path) -> None:
    assert type_("import", "ledger.csv", "--skip-bad")[0] == 0
    assert type_("edit", "2026-003", "--due", "2026-12-18", "--as", "王建国")[0] == 0
    changed = [*ROWS[3][:4], "2026-12-04", "已送审"]

    def said_of(*third: str) -> list[Any]:
        as_text(tmp_path / "now.csv", [*ROWS[:3], changed, [*ROWS[5][:4], *third]])
        type_("import", "now.csv", "--update", "--skip-bad", "-o", "second.csv", "--force")
        return [row[6] for row in written(tmp_path / "second.csv")[3:]]

    ours = "ours stands, the ledger says what it said: deadline: 2026-12-18 → 2026-12-11 (2026-11-23 王建国 (set the deadline))"
    first, third = said_of("2026-12-11", "80%")
    assert first == "2026-001 brought in line: deadline: 2026-11-30 → 2026-12-04; progress: =1+1 已启动 → 已送审"
    assert third == f"2026-003 brought in line: Percent done: 60 → 80\n{ours}"
    assert said_of("2026-12-11", "80%")[1] == f"2026-003: as on record\n{ours}"
    assert said_of("2026-12-25", "90%")[1].startswith("in conflict: deadline: 2026-12-18 → 2026-12-25 (2026-11-23 王建国")


@pytest.mark.parametrize(
    ("here", "column", "said", "command"),
    [
        (
            ("edit", "2026-003", "--due", "2026-12-18", "--as", "王建国"),
            4,
            "2026-12-25",
            'officecli edit 2026-003 --due 2026-12-25 --reason "as the ledger says"',
        ),
        (("assign", "2026-003", "--to", "张三", "出差", "--as", "王建国"), 2, "李明", 'officecli assign 2026-003 --to 李明 "as the ledger says"'),
        (("note", "2026-003", "过半", "-g", "70", "--as", "赵丽"), 5, "80%", "officecli note 2026-003 --progress 80"),
        (("note", "2026-003", "过半", "-g", "70", "--as", "赵丽"), 5, "将完", "officecli note 2026-003 --text 将完"),
        (("close", "2026-003", "办妥", "--as", "王建国"), 5, "80%", 'officecli reopen 2026-003 "as the ledger says"'),
    ],
)
def test_where_the_ledger_is_right_it_is_said_what_to_type(
    type_: Type, tmp_path: Path, here: tuple[str, ...], column: int, said: str, command: str
) -> None:
    assert type_("import", "ledger.csv", "--skip-bad")[0] == 0
    assert type_(*here)[0] == 0
    third = [said if at == column else cell for at, cell in enumerate(ROWS[5])]
    as_text(tmp_path / "now.csv", [*ROWS[:3], ROWS[3], third])
    _code, out, _err = type_("import", "now.csv", "--update")
    assert f"Where the ledger is right: row 5: {command}\n" in out
    assert type_(*shlex.split(command)[1:], "--as", here[-1])[0] == 0
    assert "in conflict" not in type_("import", "now.csv", "--update")[1]


def test_a_row_that_was_only_renamed_is_the_item_once_what_is_said_was_typed(type_: Type, tmp_path: Path) -> None:
    headings = ["事项", "责任人", "交办日期", "时限"]
    old = ["更换路灯", "李明", "2026-11-02", "2026-12-11"]
    new = ["更换路灯（东街）", *old[1:]]
    rest = ["年报", "赵丽", "2026-11-02", "2026-12-11"]
    as_text(tmp_path / "first.csv", [headings, old, rest])
    as_text(tmp_path / "second.csv", [headings, new, rest])
    assert type_("import", "first.csv")[0] == 0
    rename = 'officecli edit 2026-001 --title "更换路灯（东街）"'
    assert f"rename the item and import it again; as it stands it is an item of its own: {rename}" in type_("import", "second.csv", "--dry-run")[1]
    out = type_("import", "second.csv", "--update")[1]
    assert f"take the import back (officecli undo), rename the item, and import it again: {rename}" in out
    assert "still open here" not in out, "what may only be renamed is not told to be closed"
    for typed in ("officecli undo", f"{rename} --as 王建国"):
        assert type_(*shlex.split(typed)[1:])[0] == 0
    assert "2 already here" in type_("import", "second.csv", "--update")[1]
    as_text(tmp_path / "third.csv", [headings, new])
    assert "Gone from the ledger, and still open here." in type_("import", "third.csv", "--update")[1]


def test_what_takes_away_a_blank_field_is_said_and_does_it(type_: Type, tmp_path: Path) -> None:
    headings = ["编号", "事项", "责任人", "配合", "时限", "目标", "状态"]
    of_the_row = [
        ["2026-001", "甲", "李明", "张三（数据）", "2026-12-11", "", ""],
        ["2026-002", "乙", "李明", "", "2026-12-11", "一篇", ""],
        ["2026-003", "丙", "李明", "", "2026-12-11", "", "暂停"],
    ]
    as_text(tmp_path / "first.csv", [headings, *of_the_row])
    as_text(tmp_path / "second.csv", [headings, *([*one[:3], "", one[4], "", ""] for one in of_the_row)])
    assert type_("import", "first.csv")[0] == 0
    out = type_("import", "second.csv", "--update")[1]
    commands = out.split("What is to go is taken away here: ")[1].split("\n")[0].split("; ")
    assert commands == [
        "officecli support 2026-001 remove 张三",
        'officecli edit 2026-002 --goal ""',
        'officecli resume 2026-003 "as the ledger says"',
    ]
    for command in commands:
        assert type_(*shlex.split(command)[1:], "--as", "王建国")[0] == 0
    assert "Blank in the ledger" not in type_("import", "second.csv", "--update")[1]


def test_a_ledger_that_only_agrees_with_what_was_changed_here_is_said_to(type_: Type, tmp_path: Path) -> None:
    assert type_("import", "ledger.csv", "--skip-bad")[0] == 0
    assert type_("edit", "2026-003", "--due", "2026-12-18", "--as", "王建国")[0] == 0
    as_text(tmp_path / "now.csv", [*ROWS[:4], [*ROWS[5][:4], "2026-12-18", "60%"]])
    assert "The ledger now says what was changed here" in type_("import", "now.csv", "--update")[1]
    assert "Nothing was recorded." in type_("import", "now.csv", "--update")[1]


@pytest.mark.parametrize(
    ("rows", "below"),
    [
        ([["事项", "甲", "乙"], ["责任人", "李明", "赵丽"], ["完成时限", "2026-12-11", "2026-12-12"]], 2),
        ([["事项", "甲"], ["责任人", "李明"], ["完成时限", "2026-12-11"]], 1),
    ],
)
def test_a_ledger_turned_or_a_form_is_given_back_under_its_headings(type_: Type, tmp_path: Path, rows: list[list[Any]], below: int) -> None:
    as_text(tmp_path / "turned.csv", rows)
    code, _out, err = type_("import", "turned.csv", "--dry-run", "-o", "checked.xlsx")
    assert code == 0, err
    book = openpyxl.load_workbook(tmp_path / "checked.xlsx")
    found = list(book[book.sheetnames[0]].iter_rows(values_only=True))
    assert [row[:3] for row in found[:1]] == [("事项", "责任人", "完成时限")]
    assert len(found) == 1 + below
    assert "李明" in str(found[1][3])


def test_minutes_without_a_table_are_given_back_as_one(type_: Type, tmp_path: Path) -> None:
    (tmp_path / "纪要.txt").write_text("例会纪要\n1.请李明于12月11日前完成值班排班。\n2.赵丽负责修订办法，12月18日前完成。\n", "utf-8")
    assert type_("import", "纪要.txt", "--dry-run", "-o", "checked.csv")[0] == 0, "the line above is kept, at its place"
    with (tmp_path / "checked.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if any(row)]
        assert rows[2][4].count("请李明于12月11日前完成值班排班") == 1, "of three cells of one line it is quoted once"
        assert [row[:3] for row in rows] == [
            ["例会纪要"],
            ["事项", "责任人", "完成时限"],
            ["完成值班排班", "李明", "12月11日前"],
            ["修订办法", "赵丽", "12月18日前"],
        ]
    assert summary(type_, "checked.csv", "--dry-run")["good"] == 2
    (tmp_path / "任务.csv").write_text("事项,时限\n请李明完成排班,2026-12-11\n", "utf-8")  # a table without who leads is none of them
    assert summary(type_, "任务.csv", "--dry-run", "--lead", "赵丽")["good"] == 1


@pytest.mark.parametrize(
    "above",
    [
        "例会纪要\n2026年11月18日\n出席：李明、赵丽",
        "Minutes of the weekly meeting, 18 November 2026",
        "例会（2026-11-18）\n（一）\n（二）\n（三）\n（四）",
    ],
)
@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_the_day_of_the_meeting_outlives_a_document_that_is_given_back(type_: Type, tmp_path: Path, above: str, kind: str) -> None:
    lines, points = above.split("\n"), [("完成值班排班", "李明", "12月11日前"), ("修订办法", "赵丽", "12月18日前")]
    if kind == "txt":
        (tmp_path / "纪要.txt").write_text("\n".join([*lines, *(f"请{lead}于{due}{what}。" for what, lead, due in points)]), "utf-8")
    else:
        ledger_files.word(tmp_path / "纪要.docx", {"": [["事项", "责任人", "完成时限"], *map(list, points)]}, above=lines)
    assert type_("import", f"纪要.{kind}", "--dry-run", "-o", "checked.xlsx")[0] == 0
    for name in (f"纪要.{kind}", "checked.xlsx"):
        readings = json.loads(type_("import", name, "--dry-run", "--format", "json")[1])["readings"]
        assert [(one["title"], one["issued"]) for one in readings] == [(what, "2026-11-18") for what, _lead, _due in points], name
