"""The main job on real input: the example ledgers come in, what is wrong with them is said, and what went in comes out again."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli import clock, i18n
from officecli.files.ledger.columns.by_heading.meaning import meanings
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage.keys import at_the_keys
from stage.made_once import made_once
from stage.places import EXAMPLES
from stage.round_trips import Type, items, type_, whole, whole_rows

__all__ = ["type_"]

OFFICES = {"county-office": ("ledger.xlsx", "CN", "2026-07-06T02:00"), "city-clerk": ("ledger.csv", "US-CA", "2026-07-06T16:00")}


def found_office(type_: Type, monkeypatch: pytest.MonkeyPatch, url: str, example: str) -> None:
    monkeypatch.setenv("OFFICECLI_DB", url)

    def founded() -> None:
        assert type_("init", "--region", OFFICES[example][1])[0] == 0
        assert type_("setup", str(EXAMPLES / example / "office.toml"))[0] == 0

    made_once(place(url), founded, example)


@pytest.fixture(scope="module")
def _made() -> dict[str, tuple[Path, Path]]:
    """By example: its office as founded, and after its ledger came in."""
    return {}


@pytest.fixture
def founded_and_filled(
    _made: dict[str, tuple[Path, Path]],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    at: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    type_: Type,
    example: str,
) -> tuple[str, str]:
    """Copies of an example's office, at the example's moment: as it was founded, and after its ledger came in."""
    ledger, _region, moment = OFFICES[example]
    at(moment)
    if example not in _made:
        folder = tmp_path_factory.mktemp(example)
        founded, filled = folder / "founded.db", folder / "filled.db"
        found_office(type_, monkeypatch, f"sqlite:///{founded}", example)
        monkeypatch.setenv("OFFICECLI_DB", f"sqlite:///{shutil.copy(founded, filled)}")
        assert type_("import", str(EXAMPLES / example / ledger), "--skip-bad")[0] == 0
        _made[example] = founded, filled
    founded_copy, filled_copy = (shutil.copy(made, tmp_path) for made in _made[example])
    return f"sqlite:///{founded_copy}", f"sqlite:///{filled_copy}"


@pytest.mark.parametrize(
    ("store_url", "example"), [("sqlite", "city-clerk"), ("sqlite", "county-office"), ("postgresql", "county-office")], indirect=["store_url"]
)
def test_the_example_ledgers_hold_exactly_the_mess_that_was_put_in(
    store_url: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, type_: Type, example: str
) -> None:
    ledger, _region, moment = OFFICES[example]
    expected = tomllib.loads((EXAMPLES / example / "expected-problems.toml").read_text(encoding="utf-8"))
    bad = {(one["row"], one["column"], one["value"]) for one in expected["problem"] if one["kind"] != "already-here"}
    at(moment)
    found_office(type_, monkeypatch, store_url, example)
    path = str(EXAMPLES / example / ledger)

    code, out, err = type_("import", path, "--dry-run", "--format", "json")
    said = json.loads(out)
    assert code == 1
    assert {(row["row"], meanings(row["column"])[0][0], row["value"]) for row in said["rows"]} == bad
    counted = {key: expected["today"][key] for key in ("rows", "good", "skipped")}
    counted |= {"already_here": 1, "differing": 0, "in_conflict": 0, "gone": 0, "bad": len(bad), "written": False}
    assert said["summary"] == counted
    assert "D307" in err
    assert "R104" in err
    assert whole(store_url) == {}

    assert type_("import", path)[0] == 1
    assert whole(store_url) == {}

    code, out, _err = type_("import", path, "--skip-bad", "--format", "json")
    assert (code, json.loads(out)["summary"]) == (0, counted | {"written": True})
    cells = whole(store_url)
    assert len(items(store_url)) == expected["today"]["good"]
    assert sum(1 for (_number, key), value in cells.items() if (key, value) == ("status", "closed")) == expected["today"]["closed"]
    overdue = json.loads(type_("overdue", "--format", "json")[1])
    assert overdue["summary"] == {"overdue": expected["today"]["overdue"], "most_days_late": expected["today"]["longest_overdue_working_days"]}

    code, out, _err = type_("import", path, "--skip-bad", "--format", "json")
    assert (code, json.loads(out)["summary"]["already_here"]) == (0, expected["today"]["good"] + 1)
    assert whole(store_url) == cells


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("example", OFFICES)
def test_what_is_exported_comes_in_again_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, type_: Type, founded_and_filled: tuple[str, str], language: str
) -> None:
    second, first = founded_and_filled
    monkeypatch.setenv("OFFICECLI_DB", first)
    name = "all.csv" if language == "en" else "all.xlsx"
    assert type_("export", "--lang", language, "-o", name)[0] == 0
    monkeypatch.setenv("OFFICECLI_DB", second)
    code, out, _err = type_("import", name, "--lang", language)
    assert code == 0, out
    assert whole(second) == whole(first)
    if language == "en":  # a workbook says in its foot of which trail it is
        assert type_("export", "--lang", language, "-o", "again.csv")[0] == 0
        assert (tmp_path / "again.csv").read_bytes() == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("example", ["city-clerk"])
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_parts_come_in_again_under_their_wholes_in_whatever_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, type_: Type, founded_and_filled: tuple[str, str], language: str
) -> None:
    second = founded_and_filled[0]
    first = f"sqlite:///{shutil.copy(second.removeprefix('sqlite:///'), tmp_path / 'first.db')}"
    monkeypatch.setenv("OFFICECLI_DB", first)
    assert type_("add", "Fire drill report", "--lead", "Priya Raman", "--each", "Martin Sokolov:north,Walter Kim:south", "--due", "eom")[0] == 0
    assert type_("export", "--lang", language, "-o", "all.csv")[0] == 0
    heading, *rows = (tmp_path / "all.csv").read_text(encoding="utf-8-sig").splitlines()
    (tmp_path / "all.csv").write_text("\n".join([heading, *reversed(rows)]), encoding="utf-8")
    monkeypatch.setenv("OFFICECLI_DB", second)
    code, out, _err = type_("import", "all.csv", "--lang", language)
    assert code == 0, out
    assert whole(second) == whole(first)
    assert [(row["parent"], row["point"]) for row in whole_rows(second)] == [(None, None), ("2026-001", "north"), ("2026-001", "south")]
    (tmp_path / "bad.csv").write_text(
        "Number,Matter,Lead,Due,Part of\n9,a,Priya Raman,2026-07-30,2026-77\n10,b,Priya Raman,2026-07-30,2026-002\n11,c,Priya Raman,2026-07-30,1\n",
        encoding="utf-8",
    )
    code, out, _err = type_("import", "bad.csv", "--skip-bad")
    assert ("no item 2026-77" in out, "2026-002 is itself a part" in out, len(whole_rows(second))) == (True, True, 4), out


@pytest.mark.parametrize("example", OFFICES)
def test_the_second_month_of_an_example_is_brought_in_line(
    at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, type_: Type, founded_and_filled: tuple[str, str], example: str
) -> None:
    _founded, url = founded_and_filled
    wanted = tomllib.loads((EXAMPLES / example / "expected-problems.toml").read_text(encoding="utf-8"))["second"]
    monkeypatch.setenv("OFFICECLI_DB", url)
    at(f"{wanted['date']}T16:00" if example == "city-clerk" else f"{wanted['date']}T01:00")
    number, due, name = wanted["edited"]
    assert type_("edit", number, "--due", due, "--reason", "moved here", "--as", name)[0] == 0
    before = whole(url)

    line = ("import", str(EXAMPLES / example / wanted["ledger"]), "--update", "--add-bodies", "--follow-up", wanted["follow_up"], "--format", "json")
    code, out, _err = type_(*line, "--dry-run")
    said = json.loads(out)
    counts = {key: wanted[key] for key in ("rows", "good", "already_here", "differing", "in_conflict", "bad", "skipped", "gone")}
    assert (code, said["summary"]) == (1, {**counts, "written": False})
    assert sorted({row["row"] for row in said["rows"]}) == wanted["bad_rows"]
    assert sorted({row["number"] for row in said["differences"] if row["standing"] == "conflict"}) == wanted["conflict"]
    assert [row["number"] for row in said["gone"] if row["status"] not in ("closed", "cancelled")] == wanted["gone_open"]
    assert whole(url) == before

    code, out, _err = type_(*line, "--skip-bad")
    assert (code, json.loads(out)["summary"]) == (0, {**counts, "written": True})
    after = whole(url)
    assert len(items(url)) == len({number for number, _key in before}) + wanted["good"]
    assert {row["name"] for row in json.loads(type_("body", "list", "--format", "json")[1])["rows"]} == {*wanted["bodies"]}
    assert "held" in {row["standing"] for row in said["differences"]}, "what a row in conflict says besides waits with it, and that is said"
    for row in said["differences"]:
        now = after.get((row["number"], row["field"]))
        if row["standing"] in ("conflict", "held", "kept"):
            assert now == before.get((row["number"], row["field"]))
        elif row["field"] not in ("status", "supports"):
            assert now == row["new"], row

    short = [type_("check", "--short", *by)[1] for by in ((), ("--by", "unit"), ("--by", "person"))]
    assert short[0] == short[1] == short[2], "the gravest kinds, whatever they were to be grouped by"

    code, out, _err = type_(*line, "--skip-bad")
    again = json.loads(out)["summary"]
    assert (again["good"], again["differing"], again["already_here"]) == (0, 0, sum(wanted[key] for key in ("good", "already_here", "differing")))
    assert type_("undo")[0] == 0
    assert whole(url) == before


@pytest.mark.parametrize("example", ["city-clerk"])
def test_only_a_registrar_imports(founded_and_filled: tuple[str, str], monkeypatch: pytest.MonkeyPatch, type_: Type) -> None:
    url, _filled = founded_and_filled
    monkeypatch.setenv("OFFICECLI_DB", url)
    code, out, err = type_("import", str(EXAMPLES / "city-clerk" / "ledger.csv"), "--skip-bad", "--as", "Nia Coleman")
    assert (code, out) == (1, "")
    assert "Nia Coleman may not import a ledger" in err
    assert "Angela Dupree" in err
    assert whole(url) == {}


STEPS = [
    "init", "setup", "import", "import", "target", "procedure", "generate", "overdue", "accountability", "digest", "meeting",
    "edit", "import", "import", "accountability", "meeting", "meeting", "meeting", "follow-through", "verify",
]  # fmt: skip


def steps(said: str) -> list[str]:
    """The commands that a demonstration shows."""
    return [line.split()[2] for line in said.splitlines() if line.startswith("$ officecli")]


def test_the_demonstration_runs_and_leaves_nothing(type_: Type, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spare = tmp_path / "spare"
    spare.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(spare))
    code, out, _err = type_("demo", "--lang", "zh")
    assert (code, steps(out)) == (0, STEPS), out
    assert list(spare.iterdir()) == []
    assert clock.is_pretended() is False


def test_a_kept_demonstration_can_be_gone_on_with(type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "try").mkdir()
    code, out, _err = type_("demo", "--keep", "try", "--lang", "en")
    assert (code, steps(out)) == (0, STEPS), "an empty folder is used"
    assert clock.is_pretended() is False
    url = str(tmp_path / "try" / "office.db")
    monkeypatch.setenv("OFFICECLI_DB", url)
    assert "2026-003" in type_("overdue")[1]
    code, _out, err = type_("demo", "--keep", "try")
    assert code == 2
    assert "The folder try is not empty." in err
    with at_the_keys(""):
        monkeypatch.setenv("OFFICECLI_NOW", "2026-07-07T16:00")
        assert type_("note", "1", "first page", "--as", "Eleanor Marsh")[0] in (0, 1), "a rehearsal's clock writes into it"
    with reading(place(url)) as read:
        assert read.office["rehearsal"] == 1


@pytest.mark.parametrize("example", ["city-clerk"])
def test_a_person_is_shown_the_first_of_very_many_faults_and_a_program_all(
    founded_and_filled: tuple[str, str], monkeypatch: pytest.MonkeyPatch, type_: Type, tmp_path: Path
) -> None:
    founded, _url = founded_and_filled
    monkeypatch.setenv("OFFICECLI_DB", founded)
    path = tmp_path / "ledger.csv"
    path.write_text("Matter,Lead,Deadline\n" + "".join(f"Matter {n},Nobody,2026-12-01\n" for n in range(310)), encoding="utf-8")
    code, said, _error = type_("import", str(path), "--dry-run")
    assert code == 1
    assert "10 more faults are not shown; all: -o checked.xlsx" in said
    assert len(json.loads(type_("import", str(path), "--dry-run", "--format", "json")[1])["rows"]) == 310
