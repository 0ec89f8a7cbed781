"""`config --mine`: one's own file, read and written with its comments kept, and what it changes on a screen."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from officecli import personal
from officecli.cli.main import run
from officecli.errors import BadInput
from officecli.formats import as_table
from officecli.formats.out.output import Showing, deliver
from officecli.formats.out.page import Page
from officecli.reports.shape.report import Column, Report


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(personal, "for_now", {})
    return personal.config_file()


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    code = run(["config", "--mine", *words])
    told = capsys.readouterr()
    assert code == 0, told.err
    return told.out


def test_a_value_is_set_read_and_taken_out_with_the_comments_kept(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.parent.mkdir()
    file.write_text('# my things\nlang = "en"  # for now\n', "utf-8")
    assert said(capsys, "set", "pager", "less -S") == "pager: less -S (was none)\n"
    assert said(capsys, "set", "columns.list", "number,title") == "columns.list: number,title (was none)\n"
    assert file.read_text("utf-8").startswith('# my things\nlang = "en"  # for now\npager = "less -S"\n')
    assert file.stat().st_mode & 0o777 == 0o600
    assert said(capsys, "get", "pager") == "less -S\n"
    assert personal.columns("list") == "number,title"
    assert "less -S" in said(capsys, "list", "--format", "csv")
    assert said(capsys) == said(capsys, "list")
    assert said(capsys, "set", "name", "王敏").startswith("as: 王敏"), "what people call it"
    assert said(capsys, "unset", "pager") == "pager: – (was less -S)\n"
    assert said(capsys, "get", "pager") == ""
    assert "# my things" in file.read_text("utf-8")


def test_without_a_file_one_is_made_and_a_wrong_word_changes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "get", "as") == ""
    said(capsys, "set", "as", "王敏")
    before = file.read_bytes()
    for words in (["set", "lang", "fr"], ["set", "pagr", "x"], ["set", "columns.nowhere", "x"], ["set", "color", ""], ["get", "nothing"]):
        assert run(["config", "--mine", *words]) == 2
        assert capsys.readouterr().err
    assert file.read_bytes() == before
    assert run(["config", "get", "as"]) == 2  # the office's has no such command


@pytest.mark.parametrize(("draft", "code"), [('lang = "zh"', 0), ('colour = "red"', 2), ("lang = ", 2)])
def test_an_edited_draft_is_kept_or_refused_whole(file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, draft: str, code: int) -> None:
    new = tmp_path / "new.toml"
    new.write_text(draft, "utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"cp '{new}'")
    assert run(["config", "--mine", "edit"]) == code
    assert file.exists() == (code == 0)


def test_columns_that_a_report_has_not_got_leave_it_as_usual_and_it_says_so(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said(capsys, "set", "columns.list", "nowhere")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    deliver(Report("list", "Items", "", (Column("number", "number"),), ({"number": "2026-001"},)))
    shown = " ".join(capsys.readouterr().out.split())
    assert "2026-001" in shown
    assert "There is no column “nowhere” here. Change it with: officecli config --mine edit" in shown
    said(capsys, "set", "columns.list", "title")
    both = Report("list", "Items", "", (Column("number", "number"), Column("title", "matter")), ({"number": "2026-001", "title": "Exits"},))
    deliver(both, showing=Showing(header="keys"))  # how columns are headed says nothing of which there are
    shown = capsys.readouterr().out
    assert "Exits" in shown
    assert "2026-001" not in shown


def test_alone_it_shows_what_it_takes_and_a_mistyped_command_the_nearest(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "officecli config --mine set NAME VALUE" in said(capsys)
    for words, answer in (
        (["--mine", "lits"], "Did you mean: officecli config --mine list"),
        (["sett"], "Did you mean: officecli config set"),
        (["--mine", "profile"], "It is one of: db, as"),
    ):
        assert run(["config", *words]) == 2
        assert answer in capsys.readouterr().err
    assert run(["meeting", "sheeet", "--lang", "zh"]) == 2
    assert "没有“sheeet”这个命令" in capsys.readouterr().err


def test_plain_draws_no_lines_blocks_or_signs_and_says_the_lights_in_words(file: Path) -> None:
    columns = (
        Column("number", "number"), Column("light", "light", "light"), Column("status", "status", "word"), Column("load", "load", "bar"),
        Column("working_days_left", "left", "integer"), Column("working_days_late", "late", "count"), Column("who", "who", "names"),
    )  # fmt: skip
    row = {"number": "2026-001", "light": "red", "status": "in-hand", "load": 80, "working_days_left": None, "working_days_late": 3}
    report = Report("list", "Items", "", columns, ({**row, "who": [{"name": "Ana", "part": "", "done": True}]},))
    signs = set("─━│█●○▲◐✓−")

    def drawn(page: Page) -> str:
        stream = io.StringIO()
        as_table.write(report, stream, page)
        return stream.getvalue()

    window = Page(width=80, terminal=True, color=True)
    assert set(drawn(window)) >= set("─█▲✓−")
    personal.for_now["plain"] = "yes"
    for page in (window, Page(width=30, terminal=True), Page()):
        assert not signs & set(drawn(page))
    assert "in hand, red" in drawn(window)
    assert "-3" in drawn(window)
    assert "\x1b[1;31m" not in drawn(window)


def test_days_in_a_window_are_written_as_one_wants_them(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = Report("list", "Items", "", (Column("due", "deadline", "date"),), ({"due": "2026-07-15"},))
    shown = []
    for how in ("iso", "written"):
        said(capsys, "set", "dates", how)
        stream = io.StringIO()
        as_table.write(report, stream, Page(width=80, terminal=True))
        shown.append("15 Jul 2026" in stream.getvalue())
    assert shown == [False, True]


def test_columns_are_headed_by_the_keys_of_json_where_one_says_so(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    columns = (Column("due", "现时限", "date"),)
    report = Report("list", "Items", "", columns, ({"due": "2026-07-15"},), also=(Report("gone", "Gone", "", columns, ()),))
    to_be_written = Report("meeting-sheet", "Sheet", "", (replace(columns[0], use="written"),), ())

    def headed(found: Report, format_: str, header: str = "") -> str:
        capsys.readouterr()
        deliver(found, format_, showing=Showing(header=header))
        return capsys.readouterr().out

    assert headed(report, "csv").splitlines() == ["现时限", "2026-07-15", "", "现时限"]
    assert headed(report, "csv", "keys").splitlines() == ["due", "2026-07-15", "", "due"]
    said(capsys, "set", "header", "keys")
    assert headed(report, "csv").splitlines()[0] == "due"
    assert "| due |" in headed(report, "md")
    assert "现时限" in headed(report, "table")
    assert headed(report, "csv", "labels").splitlines()[0] == "现时限"
    assert json.loads(headed(report, "json", "keys"))["columns"] == [{"key": "due", "label": "现时限", "kind": "date"}]
    assert headed(to_be_written, "csv").splitlines() == ["现时限"]
    for found, header, why in ((to_be_written, "keys", "read back by its headings"), (report, "names", "--header does not take")):
        with pytest.raises(BadInput, match=why):
            headed(found, "csv", header)
