"""The commands about the office itself, as somebody types them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officecli.cli.main import run
from officecli.files.office.reading import read_text
from officecli.files.office.shapes import TABLES
from officecli.store.machine import account_name
from officecli.store.place import place
from stage.made_once import made_once
from stage.places import EXAMPLES

Type = Callable[..., str]


@pytest.fixture
def office(store_url: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Type:
    """Types one command line at a fresh county office; returns what was printed, and checks the exit code."""
    at("2026-11-23T01:00")
    monkeypatch.setenv("OFFICECLI_DB", store_url)

    def type_(*words: str, exit_code: int = 0) -> str:
        code = run(list(words))
        printed = capsys.readouterr()
        assert code == exit_code, printed.err
        return printed.err if exit_code else printed.out

    def founded() -> None:
        type_("init", "--region", "CN")
        type_("setup", str(EXAMPLES / "county-office" / "office.toml"))

    made_once(place(store_url), founded, "county-office")
    return type_


def as_json(printed: str) -> Any:
    return json.loads(printed)


def test_setup_says_what_it_did_and_then_nothing(office: Type, tmp_path: Path) -> None:
    example = str(EXAMPLES / "county-office" / "office.toml")
    assert office("setup", example) == "Nothing to do: the office is as the file says.\n"
    path = tmp_path / "office.toml"
    assert office("setup", "--export", "-o", str(path)) == ""
    assert office("setup", str(path)) == "Nothing to do: the office is as the file says.\n"
    assert office("setup", "--export") == path.read_text(encoding="utf-8")
    text = path.read_text(encoding="utf-8").replace('reports_to = "综合科/副科长"', 'reports_to = "综合科/科长"', 1)
    path.write_text(text, encoding="utf-8")
    assert "综合科/科员 now reports to 综合科/科长 (was 综合科/副科长)" in office("setup", str(path), "--dry-run")
    said = office("setup", str(path))
    assert "1 changed:" in said
    asked = f"Which of these people you are: officecli person set NAME --login {account_name()}\n"
    assert said.endswith(asked)
    alone = path.with_name("alone.toml")
    alone.write_text(text.replace("registrar = true", "registrar = false"), encoding="utf-8")
    assert office("setup", str(alone)).endswith(f"{asked[:-1]} --registrar\n"), "with the login goes the founder's right, and somebody must have it"
    office("setup", str(path))
    text = text.replace('login = "gonglx"', f'login = "{account_name()}"')
    path.write_text(text, encoding="utf-8")
    assert asked not in office("setup", str(path)), "the file says it"
    assert "exists already" in office("setup", "--export", "-o", str(path), exit_code=74)


def test_setup_says_every_fault_with_its_line(office: Type, tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text('[[rank]]\nname = "科长"\nlevel = "6"\n[[unit]]\nname = "综合科"\n', encoding="utf-8")
    said = office("setup", str(path), exit_code=2)
    assert "2 things in office.toml must be put right; nothing was changed." in said
    assert "line 3: “level” takes a whole number" in said
    assert 'line 4: This [unit] has no “nature”. Add the line: nature = "service" | "writing" | "efficiency"' in said


FAULTY = [
    (("setup",), 2),
    (("setup", "missing.toml"), 3),
    (("setup", "x.toml", "--export"), 2),
    (("setup", "x.toml", "-o", "y"), 2),
    (("unit", "show", "综合处"), 3),
    (("post", "show", "科长"), 2),
    (("rank", "show", "处长"), 3),
    (("duty", "show", "无"), 3),
    (("person", "show", "韩东"), 3),
    (("person", "list", "--unit", "x"), 3),
    (("person", "add", "新人", "--post", "综合科/科长"), 2),
    (("person", "set", "韩冬"), 2),
    (("person", "leave", "nobody"), 3),
    (("setup", "changed.toml", "--as", "韩冬"), 1),
]


def test_what_cannot_be_done_ends_with_its_code(office: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = office("setup", "--export")
    Path("changed.toml").write_text(before + '\n[[rank]]\nname = "特级"\nlevel = 12\n', encoding="utf-8")
    for words, code in FAULTY:
        assert office(*words, exit_code=code), words
    assert office("setup", "--export") == before


def test_people_come_move_and_go(office: Type) -> None:
    assert office("person", "leave", "邹远航") == "邹远航 has left.\n"
    said = office("person", "add", "新 人", "--post", "综合科/科员", "--login", "xr", "--joined", "2026-11-02")
    assert said.splitlines()[0] == "新 人 is on record: 综合科/科员."
    assert office("person", "move", "新人", "--post", "机要科/副科长") == "新 人 is now 机要科/副科长.\n"
    assert office("person", "set", "新人", "--email", "x@qinghe.example", "--registrar") == "新 人 is changed.\n"
    lost = office("person", "set", "新人", "--login", "")
    assert 'The login xr was taken away; to give another: officecli person set "新 人" --login LOGIN' in lost
    assert "taken away" not in office("person", "set", "新人", "--login", "xr")
    found = as_json(office("person", "show", "新人", "--format", "json"))["summary"]
    assert (found["post"], found["unit"], found["login"], found["registrar"], found["joined"]) == ("副科长", "机要科", "xr", True, "2026-11-02")
    assert found["superiors"] == ["邵铁军", "贺长林", "陆怀远"]
    gone = as_json(office("person", "show", "邹远航", "--format", "json"))["summary"]
    assert (gone["left"], gone["post"]) == ("2026-11-23", None)


def test_work_in_hand_is_listed_and_handed_over(office: Type) -> None:
    office("add", "起草讲话稿", "--lead", "韩冬", "--due", "+5wd", "--support", "林若溪:审核", "--support", "田野:数据", "--as", "龚立新")
    listed = {row["name"]: row for row in as_json(office("person", "list", "--format", "json"))["rows"]}
    assert (listed["韩冬"]["led_open"], listed["林若溪"]["supported_open"], listed["白薇"]["led_open"]) == (1, 1, 0)
    shown = as_json(office("person", "show", "林若溪", "--format", "json"))
    assert [(row["number"], row["role"], row["part"], row["light"]) for row in shown["rows"]] == [("2026-001", "support", "审核", "green")]
    refused = office("person", "leave", "韩冬", exit_code=1)
    assert "2026-001" in refused
    assert "韩冬 leads it: 起草讲话稿" in refused
    assert office("person", "leave", "韩冬", "--handover-to", "尹一诺") == "韩冬 has left.\n尹一诺 takes over 2026-001.\n"


def test_units_posts_ranks_and_duties(office: Type) -> None:
    unit = as_json(office("unit", "show", "综合科", "--format", "json"))
    assert (unit["summary"]["head"], unit["summary"]["people"], unit["summary"]["vacant"]) == ("周明远", 7, 0)
    assert [row["title"] for row in unit["rows"]] == ["科长", "主任科员", "副科长", "科员", "办事员"]
    assert len(as_json(office("unit", "list", "--format", "json"))["rows"]) == 8
    post = as_json(office("post", "show", "综合科/科长", "--format", "json"))["summary"]
    assert (post["reports_to"], post["reported_by"], post["held_by"]) == ("办公室/综合副主任", ["综合科/主任科员", "综合科/副科长"], ["周明远"])
    vacant = [row["title"] for row in as_json(office("post", "list", "--format", "json"))["rows"] if row["vacant"]]
    assert vacant == ["副科长"]
    rank = as_json(office("rank", "show", "科长", "--format", "json"))["summary"]
    assert (rank["level"], rank["same_level"], rank["people"]) == (6, ["主任科员"], 8)
    assert [row["level"] for row in as_json(office("rank", "list", "--format", "json"))["rows"]] == [8, 7, 6, 6, 5, 3, 2]
    duty = as_json(office("duty", "show", "起草县政府全会、经济工作会等重要文稿", "--format", "json"))
    assert [(row["unit"], row["post"], row["part"]) for row in duty["rows"]] == [
        ("信息科", "科长", "提供数据"),
        ("综合科", "主任科员", "把关政策依据"),
    ]
    assert len(as_json(office("duty", "list", "--format", "json"))["rows"]) == 25


def test_every_list_in_every_format_and_language(office: Type, tmp_path: Path) -> None:
    for name in ("rank", "unit", "post", "duty", "person"):
        assert "综合" in office(name, "list", "--lang", "zh") or name == "rank"
        assert office(name, "list", "--format", "md").startswith("# ")
        rows = list(csv.reader(io.StringIO(office(name, "list", "--format", "csv").removeprefix("\ufeff"))))
        assert len({len(row) for row in rows}) == 1
        path = tmp_path / f"{name}.csv"
        office(name, "list", "--format", "csv", "-o", str(path))
        assert office(name, "list", "--format", "csv", "-o", str(path), exit_code=74)
        office(name, "list", "--format", "csv", "-o", str(path), "--force")


def test_an_empty_office_says_what_to_do(sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("OFFICECLI_DB", sqlite_url)
    run(["init"])
    for name in ("rank", "unit", "post", "duty", "person"):
        capsys.readouterr()
        assert run([name, "list"]) == 0
        assert "officecli setup FILE" in capsys.readouterr().out
    capsys.readouterr()
    assert run(["setup", "--export"]) == 0
    form = capsys.readouterr().out
    assert all(f"# [[{table}]]\n" in form for table in TABLES)
    assert '# nature = "…"  # needed: service | writing | efficiency\n' in form
    assert all(line in form for line in ("# registrar = …  # true | false\n", '# from = "2026-07"\n')), "no day or yes-or-no is shown as a number"
    filled_in = form.replace('# [[rank]]\n# name = "…"  # needed\n# level = …', '[[rank]]\nname = "Clerk"\nlevel = 3')
    assert [entry.values for entry in read_text(filled_in, "office.toml").tables["rank"]] == [{"name": "Clerk", "level": 3}]


def test_the_ending_of_a_file_says_its_format_unless_format_is_said(office: Type, tmp_path: Path) -> None:
    office("handbook", "-o", str(tmp_path / "book.docx"))
    assert (tmp_path / "book.docx").read_bytes().startswith(b"PK")
    office("person", "list", "-o", str(tmp_path / "people.JSON"))
    assert as_json((tmp_path / "people.JSON").read_text())["rows"]
    office("person", "list", "--format", "json", "-o", str(tmp_path / "people.csv"))
    assert as_json((tmp_path / "people.csv").read_text())["rows"]
    assert "csv" in office("handbook", "-o", str(tmp_path / "book.csv"), exit_code=2)
    assert not (tmp_path / "book.csv").exists()
    office("person", "list", "-o", str(tmp_path / "people.txt"))
    assert "───" in (tmp_path / "people.txt").read_text()
