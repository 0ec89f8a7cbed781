"""What a ledger told beside the columns of the work, who ordered it and its remarks, and how what is closed ended: it can be found, named, printed and read at the meeting."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from officecli.cli.main import run
from stage import by_row

Type = Callable[..., str]
ROWS = {
    "en": ["Number,Matter,Owner,Ordered by,Issued,Due,Remarks", "1,Survey,李明,Mayor's office,2026-11-02,2026-12-11,waiting for Apex", "2,Report,赵丽,,2026-11-02,2026-12-11,"],
    "zh": ["编号,事项,责任人,交办领导,交办日期,时限,备注", "1,调研,李明,县长,2026-11-02,2026-12-11,等阿佩克斯报价", "2,报告,赵丽,,2026-11-02,2026-12-11,"],
}  # fmt: skip


@pytest.fixture
def type_(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, at: Callable[[str], None], language: str) -> Type:
    at("2026-11-23T01:00")
    url = f"sqlite:///{tmp_path / 'office.db'}"
    by_row.office(url)
    monkeypatch.setenv("OFFICECLI_DB", url)
    monkeypatch.setenv("OFFICECLI_LANG", language)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ledger.csv").write_text("\n".join(ROWS[language]), encoding="utf-8")

    def typed(*words: str) -> str:
        try:
            code: Any = run(list(words))
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        assert code == 0, said
        return said.out

    typed("import", "ledger.csv")
    return typed


@pytest.mark.parametrize(
    ("language", "word", "named", "remark", "ordered"),
    [
        ("en", "apex", "number,ordered_by,remarks,result", "waiting for Apex", "Mayor's office"),
        ("zh", "阿佩克斯", "编号,交办领导,备注,办理结果", "等阿佩克斯报价", "县长"),
    ],
)
def test_remarks_are_found_and_shown_with_who_ordered_it_and_how_it_ended(type_: Type, word: str, named: str, remark: str, ordered: str) -> None:
    closing = ("办妥", "--as", "王建国")
    type_("close", "1", *closing)
    for report in (("list", "--status", "closed"), ("ledger",)):
        rows = list(csv.reader(StringIO(type_(*report, word, "--columns", named, "--format", "csv"))))
        assert rows[1:] == [["2026-001", ordered, remark, "办妥"]], report
    whole = type_("ledger", "--format", "md")
    assert all(text in whole for text in (remark, ordered, "办妥"))


@pytest.mark.parametrize(("language", "heading", "noted"), [("en", "Remarks so far", "Note"), ("zh", "原备注", "备注")])
def test_a_meeting_reads_the_remarks_and_writes_its_own_beside_them(type_: Type, tmp_path: Path, heading: str, noted: str) -> None:
    heads, *rows = list(csv.reader(StringIO(type_("meeting", "sheet", "--format", "csv"))))
    assert [row[heads.index(heading)] for row in rows] == [ROWS["en" if noted == "Note" else "zh"][1].rsplit(",", 1)[1], ""]
    rows[0][heads.index(noted)] = "再报"
    with (tmp_path / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *rows])
    said = type_("meeting", "read", "sheet.csv", "晨会", "--by", "王建国", "--format", "json")
    assert '"overwritten": 0' in said
    assert "再报" in type_("meeting", "minutes", "--format", "csv")
