"""To add something takes what CONTRIBUTING.md says, and no more: each is added to a copy of the source and shown to work."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path

import pytest

from officecli import clock
from officecli.cli.main import run
from stage import additions
from stage.places import CLERKS_OFFICE, ROOT
from stage.tree import MONDAY, Outcome, Tree


@pytest.fixture(scope="module")
def clerks_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city clerk's office, founded for all of them: what is added here changes no table."""
    file = tmp_path_factory.mktemp("clerks") / "office.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OFFICECLI_DB", str(file))
        patch.setenv("OFFICECLI_NOW", MONDAY)
        assert [run(["init"]), run(["setup", str(CLERKS_OFFICE)])] == [0, 0]
    clock.pretend(None)
    return file


def test_a_field_of_an_item(tmp_path: Path) -> None:
    """Its column, its line in the catalogue and its translations; a store that is there needs a migration besides."""
    tree = Tree(tmp_path)
    tree.change(
        "model/items.py",
        '    originator_id: int = refers("person", index=True)\n',
        """    room: str = Field(default="", max_length=40)
    originator_id: int = refers("person", index=True)
""",
    )
    tree.change(
        "model/item_fields.py",
        '        Field("lead", N_("lead"), "id",\n',
        """        Field("room", N_("room number"), "line", most=40, act="edit", plain=True, listed=True, metavar="ROOM", help=N_("The room it is kept in."),
              ledger=Meaning(N_("Room"), "房间 Room Office-Room")),
        Field("lead", N_("lead"), "id",
""",
    )
    tree.translate({"room number": "房间", "Room": "房间", "The room it is kept in.": "存放的房间。"})
    there = tmp_path / "all.csv"

    help_, *_setup, added, edited, shown, item, listed, sorted_, history, _exported = tree.run(
        ["add", "--help"],
        ["init"],
        ["setup", str(CLERKS_OFFICE)],
        ["add", "Index", "--lead", "Walter Kim", "--due", "+3wd", "--room", " B  12", "--as", "Angela Dupree"],
        ["edit", "1", "--room", "C 7", "--as", "Angela Dupree"],
        ["show", "1"],
        ["show", "1", "--format", "json"],
        ["list", "--format", "json"],
        ["list", "--sort", "room"],
        ["history", "1"],
        ["export", "--output", str(there)],
    )  # fmt: skip
    assert "--room ROOM" in help_
    assert "The room it is kept in." in help_
    assert "registered" in added
    assert "room number “B 12” → “C 7”" in edited
    assert "room number  C 7" in " ".join(shown.split(" "))
    assert json.loads(item)["room"] == "C 7"
    assert [row["room"] for row in json.loads(listed)["rows"]] == ["C 7"]
    assert "Index" in sorted_
    assert "room number B 12 → C 7" in history
    assert "Room" in there.read_text(encoding="utf-8-sig").splitlines()[0].split(",")

    help_, shown, history = tree.run(["add", "--help"], ["show", "1"], ["history", "1"], language="zh")
    assert "存放的房间。" in help_
    assert "房间" in shown
    assert "房间 B 12 → C 7" in history

    number, again = json.loads(item)["number"], tmp_path / "again.csv"
    again.write_text(there.read_text(encoding="utf-8-sig").replace(number, f"{number[:-1]}2").replace("Index", "Shelves"), encoding="utf-8")
    _imported, item, _verified = tree.run(["import", str(again), "--as", "Angela Dupree"], ["show", "2", "--format", "json"], ["verify"])
    assert json.loads(item)["room"] == "C 7"


def test_a_rule(tmp_path: Path, clerks_office: Path) -> None:
    """Its file, with its threshold, and its translations."""
    tree = Tree(tmp_path, clerks_office)
    tree.write("rules/responsibility/hands_full.py", additions.RULE)
    tree.translate(additions.RULE_IN_CHINESE)

    def give(title: str) -> list[str]:
        return ["add", title, "--lead", "Walter Kim", "--due", "+3wd", "--as", "Angela Dupree"]

    def set_to(value: str) -> list[str]:
        return ["config", "set", "rules.R199.most", value]

    check = ["check", "--rule", "hands-full", "--format", "json"]
    page, _added, listed, shown, refused, beyond, set_, given, nothing, _set_again, found = tree.type(
        ["rule", "R199"],
        give("Index"),
        ["config", "list", "--format", "json"],
        ["config", "show", "rules.hands-full.most"],
        give("Shelves"),
        set_to("61"),
        set_to("2"),
        give("Shelves"),
        check,
        set_to("1"),
        check,
    )
    assert page.out.startswith("R199 hands-full · refuse\nNobody carries more than two hands hold.\n")
    assert {*additions.RULE_IN_CHINESE} - {line.strip() for line in page.out.splitlines()} == {
        "hands-full", "The hands of {lead} are full.", "Give it to somebody else.", "items that one pair of hands holds"
    }  # fmt: skip
    assert row_of(listed, "hands.most") == {
        "name": "hands.most", "value": 1, "default": 1, "own": False, "also": "rules.R199.most", "names": ["rules.R199.most"],
        "meaning": "items that one pair of hands holds"
    }  # fmt: skip
    assert "from 1 to 60" in shown.out
    assert refused.code == 1
    assert "R199 hands-full\n    The hands of Walter Kim are full.\n    → Give it to somebody else." in refused.err
    assert (beyond.code, "hands.most must be a whole number from 1 to 60" in beyond.err) == (2, True)
    assert set_.out.startswith("hands.most: 2 (was 1)")
    assert given.code == 0
    assert json.loads(nothing.out)["rows"] == []
    assert (found.code, len(json.loads(found.out)["rows"])) == (1, 1)

    page, listed, refused, found = tree.type(
        ["rule", "手头已满"], ["config", "list", "--format", "json"], give("Labels"), ["check", "--rule", "R199"], language="zh"
    )
    assert page.out.startswith("R199 手头已满 · ")
    assert "看看谁有余力。" in page.out
    assert {**row_of(listed, "hands.most"), "also": "", "names": []} == {
        "name": "hands.most", "value": 1, "default": 1, "own": True, "also": "", "names": [], "meaning": "一人可承办的事项数"
    }  # fmt: skip
    assert "R199 手头已满" in refused.err
    assert "Walter Kim手头已满。" in refused.err
    assert "Walter Kim手头已满。" in found.out


def row_of(listed: Outcome, name: str) -> dict[str, object]:
    """The row of this name in a report as JSON."""
    rows: list[dict[str, object]] = json.loads(listed.out)["rows"]
    return next(row for row in rows if row["name"] == name)


def test_a_report_and_a_setting_that_it_goes_by(tmp_path: Path, clerks_office: Path) -> None:
    """Of the report its file, of the setting its line in settings.py; and their translations."""
    tree = Tree(tmp_path, clerks_office)
    tree.change("settings.py", "GENERAL: dict", additions.SETTING)
    tree.write("reports/office/shelves.py", additions.REPORT)
    tree.translate(additions.REPORT_IN_CHINESE)
    rows = [{"unit": "Agendas", "held": 1}, {"unit": "Records", "held": 2}]

    first, page, *_added, shown, found, listed, beyond, _set, fewer = tree.type(
        ["--help"],
        ["shelves", "--help"],
        ["add", "Index", "--lead", "Walter Kim", "--due", "+3wd", "--as", "Angela Dupree"],
        ["add", "Labels", "--lead", "Walter Kim", "--due", "+3wd", "--as", "Angela Dupree"],
        ["add", "Agenda", "--lead", "Martin Sokolov", "--due", "+3wd", "--as", "Angela Dupree"],
        ["shelves"],
        ["shelves", "--format", "json"],
        ["config", "list", "--format", "json"],
        ["config", "set", "shelf.rows", "21"],
        ["config", "set", "shelf.rows", "1"],
        ["shelves", "--format", "json"],
    )
    assert re.search(r"^  shelves +How full the shelves of each unit are\.$", first.out.partition("\nReports:")[2], re.MULTILINE)
    assert "A shelf holds what is open:\n  officecli shelves\n" in page.out
    assert shown.out.startswith("Shelves · as of ")
    assert "shelved" in shown.out
    assert json.loads(found.out)["rows"] == rows
    assert row_of(listed, "shelf.rows") == {
        "name": "shelf.rows", "value": 9, "default": 9, "own": False, "also": None, "names": [], "meaning": "units whose shelves are shown"
    }  # fmt: skip
    assert (beyond.code, "shelf.rows must be a whole number from 1 to 20" in beyond.err) == (2, True)
    assert json.loads(fewer.out)["rows"] == rows[:1]

    first, page, shown, found, listed = tree.type(
        ["--help"], ["shelves", "--help"], ["shelves"], ["shelves", "--format", "json"], ["config", "list", "--format", "json"], language="zh"
    )
    assert re.search(r"^  shelves +各科室架子有多满。$", first.out, re.MULTILINE)
    assert "架上是未办结的事项：" in page.out
    assert shown.out.startswith("架子")
    assert "上架" in shown.out
    assert json.loads(found.out)["rows"] == rows[:1]
    assert row_of(listed, "shelf.rows")["meaning"] == "显示几个科室的架子"


def test_a_format(tmp_path: Path, clerks_office: Path) -> None:
    """Its file."""
    tree = Tree(tmp_path, clerks_office)
    tree.write("formats/as_tabs.py", additions.FORMAT)
    there = tmp_path / "ranks.txt"

    page, shown, written, paper, unknown = tree.type(
        ["list", "--help"],
        ["rank", "list", "--format", "tabs"],
        ["rank", "list", "--format", "tabs", "--output", str(there)],
        ["handbook", "--format", "tabs"],
        ["rank", "list", "--format", "tab"],
    )
    assert "table|csv|json|md|html|docx|xlsx|ics|tabs" in page.out
    assert shown.out.startswith("8\tCity Clerk\t")
    assert (written.code, there.read_text(encoding="utf-8")) == (0, shown.out)
    assert (paper.code, "tabs holds one table, and this is a paper of several parts." in paper.err) == (2, True)
    assert "csv, docx, html, ics, json, md, table, tabs, xlsx" in unknown.err

    tree.write("formats/as_nothing.py", "")
    (empty,) = tree.type(["rank", "list", "--format", "nothing"])
    assert (empty.code, "formats/as_nothing.py has no write(report, stream, page)" in empty.err) == (70, True)


def test_a_verb(tmp_path: Path, clerks_office: Path) -> None:
    """Its line in the catalogue, its action, its command with the words of its answer, its translations; until they are there, it says what lacks."""
    tree = Tree(tmp_path, clerks_office)
    tree.write("actions/items/hastening.py", additions.ACTION)
    tree.write("cli/commands/steering/hasten.py", additions.COMMAND)
    tree.translate(additions.VERB_IN_CHINESE)
    hasten = ["hasten", "1", "--as", "Angela Dupree"]
    *_made, without_line = tree.type(["add", "Index", "--lead", "Walter Kim", "--due", "+3wd", "--as", "Angela Dupree"], hasten)
    assert without_line.code == 70
    assert "The act “hasten” has no line in model/acts/" in without_line.err

    before = '    Act(\n        name="tag",'
    tree.change("model/acts/items.py", before, additions.LINE + before)
    without_words, undone = tree.type(hasten, ["undo", "--as", "Angela Dupree"])
    missing, _in_whose_name = without_words.out.splitlines()
    assert missing == "It is done, and the words for it are missing: officecli.cli.answers.items.hastened"
    assert "hasten" in undone.out

    tree.append("cli/answers/items.py", additions.WORDS)
    first, not_entitled, may_not, may, _again, as_json, history = tree.type(
        ["--help"],
        ["hasten", "1", "--as", "Toby Fenn"],
        ["may", "Toby Fenn", "hasten", "1"],
        ["may", "Angela Dupree", "hasten", "1"],
        ["edit", "1", "--urgency", "ordinary", "--as", "Angela Dupree"],
        [*hasten, "--format", "json"],
        ["history", "1"],
    )
    steering = first.out.partition("\nSteering:")[2].partition("\n\n")[0]
    assert re.search(r"^  hasten +Hasten items, so that they come before others\.$", steering, re.MULTILINE)
    assert not_entitled.code == 1
    assert "A401 not-entitled" in not_entitled.err
    assert "“hasten” on " in not_entitled.err
    assert (may_not.code, "No: Toby Fenn may not do this now." in may_not.out, "A401" in may_not.out) == (1, True, True), may_not
    assert (may.code, "Yes: Angela Dupree may do this now." in may.out) == (0, True), may
    item = json.loads(as_json.out)
    assert (item["urgency"], item["done"][0]) == ("urgent", {"act": "hastened", "number": item["number"], "title": "Index"})
    assert "hastened it" in history.out

    first, history, _again, said, may_not = tree.type(
        ["--help"], ["history", "1"], ["edit", "1", "--urgency", "ordinary", "--as", "Angela Dupree"], hasten, ["may", "Toby Fenn", "加急", "1"],
        language="zh",
    )  # fmt: skip
    assert "加急事项，先于其他事项办理。" in first.out
    assert "加急了" in history.out
    assert said.out.splitlines()[0] == f"{item['number']}优先办理：Index。"
    assert may_not.out.startswith("加急 · ")


def test_a_language(tmp_path: Path, clerks_office: Path) -> None:
    """Its .po file; what it does not say yet is said in English."""
    tree = Tree(tmp_path, clerks_office)
    folder = tree.source / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "officecli.po").write_text(additions.FRENCH, encoding="utf-8")
    runpy.run_path(str(ROOT / "hatch_build.py"))["compile_catalogs"](tmp_path)

    page, *_made, signed, web, templates = tree.run(
        ["--help"],
        ["add", "Index", "--lead", "Walter Kim", "--due", "+3wd", "--as", "Angela Dupree"],
        ["ack", "1", "--as", "Walter Kim"],
        ["list", "--format", "html"],
        ["procedure", "template"],
        language="fr",
    )
    assert "\nTravail:\n  add " in page
    assert "--lang en|fr|zh" in page
    assert signed.endswith(" pris en charge : Index.\n")
    assert '<html lang="fr"' in web
    assert "[[procedure]]" in templates
    (unknown,) = tree.type(["list"], language="de")
    assert (unknown.code, "Use --lang en, --lang fr or --lang zh." in unknown.err) == (2, True)
