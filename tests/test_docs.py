"""The pages made from the program say all of it."""

from __future__ import annotations

import re
import runpy
import shutil
from pathlib import Path

import pytest

from officecli.cli.catalogue import names
from officecli.rules import every_rule
from officecli.store.place import place
from officecli.store.read.reader import reading
from officecli.store.schema.view_columns import MEANINGS
from stage.places import ROOT

IN_CHINESE = sorted((ROOT / "docs" / "zh").glob("*.md"))
SCRIPT = runpy.run_path(str(ROOT / "tools" / "docs.py"))


def test_every_column_of_a_view_has_a_meaning_and_no_other() -> None:
    assert {view: set(meanings) for view, meanings in MEANINGS.items()} == {view: set(columns) for view, columns in SCRIPT["view_columns"]().items()}


def test_every_command_and_every_rule_has_its_section() -> None:
    commands = SCRIPT["page"](SCRIPT["commands"])
    assert all(f"\n### officecli {name}\n" in commands for name in names())
    rules = SCRIPT["page"](SCRIPT["rules"])
    assert all(f"\n## {rule.code} {rule.name}\n" in rules for rule in every_rule())


@pytest.mark.parametrize("folder", ["docs", "docs/zh"])
def test_the_page_of_commands_by_what_one_wants_names_each(folder: str) -> None:
    page = (ROOT / folder / "commands.md").read_text(encoding="utf-8")
    said = {word for code in re.findall(r"`([^`\n]*)`", page) for word in re.findall(r"[a-z][a-z-]+", code)}
    assert sorted(set(names()) - said) == []


def test_an_entry_is_checked_without_the_program_as_the_page_says(
    sqlite_office: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "elsewhere").mkdir()
    shutil.copy(place(sqlite_office).path, tmp_path / "elsewhere" / "office.db")
    monkeypatch.chdir(tmp_path / "elsewhere")
    exec(SCRIPT["BY_HAND"], {})
    with reading(place(sqlite_office)) as read:
        assert capsys.readouterr().out == f"{read.head_text()}\n"


def test_a_stale_page_is_found_and_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    main = SCRIPT["main"]
    monkeypatch.setitem(main.__globals__, "DOCS", tmp_path)
    monkeypatch.setattr("sys.argv", ["docs.py"])
    assert main() == 0
    (tmp_path / "rules.md").write_text("old", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["docs.py", "--check"])
    assert main() == 1
    assert "docs/rules.md" in capsys.readouterr().out
    assert (tmp_path / "rules.md").read_text(encoding="utf-8") == "old"


def shape(page: Path) -> tuple[list[str], list[int], int]:
    """What a page has alike in every language: the levels of its headings, the cells of each row of its tables, its blocks of code."""
    said = re.split(r"^```.*$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = "".join(said[::2])
    rows = [len(re.findall(r"(?<!\\)\|", row)) - 1 for row in re.findall(r"^\|.*", told, re.MULTILINE)]
    return re.findall(r"^#+(?= )", told, re.MULTILINE), rows, len(said) // 2


@pytest.mark.parametrize("page", IN_CHINESE, ids=lambda page: page.name)
def test_a_page_in_two_languages_is_changed_in_both(page: Path) -> None:
    english = ROOT / "docs" / page.name
    assert shape(page) == shape(english)
    assert f"(../{page.name})" in beneath_its_title(page)
    assert f"(zh/{page.name})" in beneath_its_title(english)


def test_the_readme_is_changed_in_both_languages_and_stays_short() -> None:
    english, chinese = ROOT / "README.md", ROOT / "README.zh.md"
    assert shape(chinese) == shape(english)
    assert "(README.md)" in beneath_its_title(chinese)
    assert "(README.zh.md)" in beneath_its_title(english)
    assert len(english.read_text(encoding="utf-8").splitlines()) < 150


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "README.zh.md", *IN_CHINESE, *(ROOT / "docs").glob("*.md")], ids=lambda page: page.name)
def test_every_page_that_a_page_leads_to_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", re.sub(r"`[^`]*`", "", page.read_text(encoding="utf-8")))
    assert [link for link in links if not (page.parent / link).exists()] == []


def beneath_its_title(page: Path) -> str:
    """The first words of a page, where it leads to the same page in the other language."""
    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if line and not line.startswith("<!--")]
    return lines[1]


def test_every_page_that_says_it_is_there_in_chinese_is() -> None:
    assert {page.name for page in IN_CHINESE} == {
        page.name for page in (ROOT / "docs").glob("*.md") if f"(zh/{page.name})" in page.read_text("utf-8")
    }
    assert IN_CHINESE
