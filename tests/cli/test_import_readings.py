"""What a trial import shows of the good rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from officecli.cli.answers.ledgers import differences
from officecli.cli.main import run
from stage import by_row

Type = Callable[..., tuple[int, str, str]]

LEDGER = (
    "Task Description,Owner,Date Raised,Due,Status\nPrint the roll,李明,2026-11-02,end of November,in_progress\nFile the "
    "maps,赵丽,2026-11-02,2026-12-01,Done\n"
)


@pytest.fixture
def type_(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, at: Callable[[str], None]) -> Type:
    at("2026-11-23T01:00")
    url = f"sqlite:///{tmp_path / 'office.db'}"
    by_row.office(url)
    monkeypatch.setenv("OFFICECLI_DB", url)
    monkeypatch.setenv("OFFICECLI_LANG", "en")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ledger.csv").write_text(LEDGER, encoding="utf-8")

    def typed(*words: str) -> tuple[int, str, str]:
        try:
            code: Any = run(list(words))
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return code or 0, said.out, said.err

    return typed


def test_a_trial_shows_how_each_good_row_is_read_what_was_inferred_first(type_: Type) -> None:
    code, out, _err = type_("import", "ledger.csv", "--dry-run")
    assert code == 0
    lines = [line for line in out.splitlines() if "the maps" in line or "the roll" in line]
    assert "2026-11-30 Mon" in out
    assert "closed ?" in next(line for line in lines if "maps" in line)
    assert "on a day not known" in out
    assert "Read by what their headings say: Task Description=title, Date Raised=issued." in out
    assert "Task Description=事项、Date Raised=交办日期" in type_("import", "ledger.csv", "--dry-run", "--lang", "zh")[1]


def test_programs_get_the_readings_beside_the_problems(type_: Type) -> None:
    said = json.loads(type_("import", "ledger.csv", "--dry-run", "--format", "json")[1])
    assert said["rows"] == []
    assert {row["title"]: (row["lead"], row["due"], row["status"]) for row in said["readings"]} == {
        "Print the roll": ("李明", "2026-11-30", "in-hand"),
        "File the maps": ("赵丽", "2026-12-01", "closed"),
    }
    assert said["readings"][0]["inferred"]
    _code, out, _err = type_("import", "ledger.csv", "--dry-run", "--format", "csv")
    assert "Print the roll" in out.split("\n\n" if "\n\n" in out else "\r\n\r\n")[1]


def test_a_long_table_is_cut_for_a_person_and_says_so_and_for_a_program_it_is_whole() -> None:
    came: Any = SimpleNamespace(
        renamed=[SimpleNamespace(row=n, title="", number="", before="") for n in range(301)], gone=[{"status": "issued"}] * 301, day=""
    )
    for table in (differences.renamed, differences.gone):
        shown, whole = (table(came, for_people=person) for person in (True, False))
        assert (len(shown.rows), shown.title) == (300, f"{whole.title} (the first 300 of 301)")
        assert len(whole.rows) == 301


def test_an_import_in_earnest_shows_none(type_: Type) -> None:
    said = json.loads(type_("import", "ledger.csv", "--format", "json")[1])
    assert "readings" not in said
    assert said["summary"]["written"]


def test_a_map_is_kept_listed_and_used_again(type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    table = "No.,Where,Building,Hands,Due\n1,North room upstairs,Old mill by the bridge,李明,2026-12-01\n2,South room downstairs,Tithe barn of the abbey,赵丽,2026-12-02\n"
    (tmp_path / "june.csv").write_text(table, encoding="utf-8")
    (tmp_path / "july.csv").write_text(table.replace("Old mill", "New mill"), encoding="utf-8")
    code, _out, err = type_("import", "june.csv", "--dry-run")
    assert code != 0
    assert '--map "Building=title"' in err
    assert type_("import", "--maps")[1].count("clerk") == 0
    said = "import", "june.csv", "--map", "Building=title", "--map", "Hands=lead", "--save-map", "clerk"
    assert "Without --dry-run the map is kept as “clerk”." in type_(*said, "--dry-run")[1]
    assert type_("import", "--maps")[1].count("clerk") == 0
    assert "The map is kept as “clerk”" in type_(*said)[1]
    assert "Building=title, Hands=lead" in type_("import", "--maps")[1]
    out = type_("import", "july.csv", "--dry-run")[1]
    assert "The headings are read as kept under “clerk”: Building=title, Hands=lead." in out
    assert "New mill by the bridge" in out
    for words in (["import"], ["import", "june.csv", "--save-map", "clerk"]):
        assert type_(*words)[0] != 0


def test_no_paper_publishes_what_stands_for_a_result_that_no_ledger_told(type_: Type, tmp_path: Path) -> None:
    rows = "Task,Owner,Issued,Due,Status,Closed,Result\nMend the pump,李明,2026-11-02,2026-11-16,Done,2026-11-16,\n"
    (tmp_path / "told.csv").write_text(rows + "Fence,赵丽,2026-11-02,2026-11-16,Done,2026-11-16,40 m put up\n", encoding="utf-8")
    assert type_("import", "told.csv", "--lang", "zh")[0] == 0
    told = type_("bulletin", "2026-11", "--format", "md")[1]
    assert ("40 m put up" in told, "照原台账导入" in told) == (True, False)
    assert "照原台账导入" in type_("show", "1")[1]


def test_an_export_of_another_office_says_what_it_does_not_tell(type_: Type, tmp_path: Path) -> None:
    assert "export of officecli" not in type_("import", "ledger.csv")[1]
    assert type_("export", "-o", "all.csv")[0] == 0
    assert "export of officecli" not in type_("import", "all.csv", "--dry-run")[1], "here its past is on record"
    text = (tmp_path / "all.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "theirs.csv").write_text(text.replace("2026-001,Print", "A-1,Reprint"), encoding="utf-8")
    assert "changes of lead, extensions, prods and returns are not in it" in type_("import", "theirs.csv", "--dry-run")[1]


def test_our_own_ledger_of_what_was_opened_again_is_read_back_as_it_is(type_: Type) -> None:
    assert type_("import", "ledger.csv")[0] == 0
    for words in (("submit", "1", "printed twice"), ("close", "1"), ("reopen", "1", "one page is missing")):
        assert type_(*words)[0] == 0, words
    for how in (("ledger", "-o", "ours.csv"), ("list", "-o", "list.csv"), ("ledger", "-o", "ours.xlsx")):
        assert type_(*how)[0] == 0
        told = type_("import", how[-1], "--update", "--dry-run")[1]
        assert ("0 good" in told, "differ" in told) == (True, False), told


def test_headings_alone_are_told_to_have_no_row(type_: Type, tmp_path: Path) -> None:
    (tmp_path / "alone.csv").write_text(LEDGER.partition("\n")[0] + "\n", encoding="utf-8")
    code, out, _err = type_("import", "alone.csv", "--dry-run")
    assert (code, "There is no row under the headings." in out, "is understood" in out) == (0, True, False)
