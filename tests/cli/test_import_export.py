"""The main job on real input: the example ledgers come in, what is wrong with them is said, and what went in comes out again."""

from __future__ import annotations

import json
import random
import shutil
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from officecli import clock, i18n
from officecli.cli.main import run
from officecli.files.ledger.columns.heading_meaning import meanings
from officecli.files.ledger.rows.words import read_period
from officecli.files.ledger.words.coded import read_word
from officecli.files.ledger.words.states import read_state
from officecli.model import codes
from officecli.model.items import Item
from officecli.model.words import word
from officecli.reports.items.whole_ledger import KEYS, whole_ledger
from officecli.reports.shape.report import VERSION
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.store.write.change import Change
from stage import by_row
from stage.keys import at_the_keys
from stage.made_once import made_once
from stage.places import EXAMPLES
from stage.random_days import History

OFFICES = {"county-office": ("ledger.xlsx", "CN", "2026-07-06T02:00"), "city-clerk": ("ledger.csv", "US-CA", "2026-07-06T16:00")}

Type = Callable[..., tuple[int, str, str]]


@pytest.fixture
def type_(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Type:
    """Types one command line in a folder of its own; returns exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def typed(*words: str) -> tuple[int, str, str]:
        try:
            code: Any = run(list(words))
        except SystemExit as ended:
            code = ended.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


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


def whole(url: str) -> dict[tuple[str, str], Any]:
    """Every cell of a store's items that says something, by number and column, but how often they were changed; the store must verify."""
    with reading(place(url)) as read:
        assert verify(read).faults == ()
        return {(row["number"], key): row[key] for row in whole_ledger(read).rows for key in row if key != VERSION and row[key] not in (None, "", [])}


def said_of_closings(url: str) -> dict[tuple[str, str], Any]:
    """What an import makes of a closing without a result on record: a result from its progress, handed in on the day it was closed."""
    cells = whole(url)
    closed = [number for (number, key), value in cells.items() if (key, value) == ("status", "closed") and (number, "submitted") not in cells]
    found: dict[tuple[str, str], Any] = {}
    for number in closed:
        found |= {(number, "result"): cells.get((number, "progress"), "as imported"), (number, "submitted"): cells[number, "closed"]}
    return found


def items(url: str) -> set[str]:
    """The numbers of a store's items."""
    return {number for number, _key in whole(url)}


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


def whole_rows(url: str) -> list[dict[str, Any]]:
    """The rows of an export."""
    with reading(place(url)) as read:
        return list(whole_ledger(read).rows)


def no_refusals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Random work is written without the rules: keep it to what they let pass."""
    support, hand_over, new_item = by_row.support, by_row.hand_over, by_row.new_item

    def to_no_supporter(change: Change, item: Item, to: int) -> None:
        if not change.read.row("SELECT 1 AS one FROM support WHERE item_id = :item AND person_id = :to", item=item.id, to=to):
            hand_over(change, item, to)

    def issued_at_once(*where: Any, issued: date, **fields: Any) -> Item:
        return new_item(*where, **fields)

    monkeypatch.setattr(by_row, "support", lambda change, item, person, part: support(change, item, person, part or "审核"))
    monkeypatch.setattr(by_row, "hand_over", to_no_supporter)
    monkeypatch.setattr(by_row, "new_item", issued_at_once)


@pytest.mark.parametrize("seed", range(2))
def test_any_office_s_work_comes_in_again_the_same(
    tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, type_: Type, seed: int
) -> None:
    no_refusals(monkeypatch)
    at("2026-01-05T01:00")
    first, second = (f"sqlite:///{tmp_path / name}" for name in ("first.db", "second.db"))
    history = History(by_row.office(first), random.Random(seed))
    by_row.office(second)
    history.live(40, date(2026, 1, 5), lambda _history: {})
    clock.pretend(datetime(2026, 6, 30, 1, tzinfo=UTC))
    monkeypatch.setenv("OFFICECLI_DB", first)
    assert type_("export", "-o", "all.csv")[0] == 0
    before = json.loads(type_("ledger", "--format", "json")[1])["rows"]
    monkeypatch.setenv("OFFICECLI_DB", second)
    code, out, _err = type_("import", "all.csv")
    assert code == 0, out
    assert whole(second) == whole(first) | said_of_closings(first)
    assert json.loads(type_("ledger", "--format", "json")[1])["rows"] == before
    assert len(before) > 10

    # Held against the office it came from, in either language, headed by keys too, and in either file, every row says what is on record.
    monkeypatch.setenv("OFFICECLI_DB", first)
    for name, header in (("own.csv", "keys"), ("own.xlsx", "labels")):
        assert type_("export", "--lang", i18n.LANGUAGES[seed % 2], "--header", header, "-o", name)[0] == 0
        code, out, _err = type_("import", name, "--update", "--format", "json")
        summary = json.loads(out)["summary"]
        assert (code, summary["already_here"], summary["written"]) == (0, summary["rows"], False), out
        assert summary["rows"] == len(items(first))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_state_of_an_item_comes_back_as_it_is_on_record(
    tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, type_: Type, language: str
) -> None:
    at("2026-11-02T01:00")
    office = by_row.office(f"sqlite:///{tmp_path / 'office.db'}")
    steps = [
        [], [by_row.sign], [by_row.sign, by_row.submit], [by_row.sign, by_row.suspend], [by_row.cancel], [by_row.close], [by_row.sign, by_row.suspend, by_row.resume],
        [by_row.close, by_row.reopen],
    ]  # fmt: skip
    with office.changing() as change:
        for number, acts in enumerate(steps):
            item = by_row.new_item(change, office.people, f"事{number}", "李明", date(2026, 12, 1))
            by_row.note(change, item, "正在\n推进", progress=60, problem="缺数据")
            for act in acts:
                act(change, item)
        by_row.new_item(change, office.people, "待办", "李明", date(2026, 12, 1), issued=date(2026, 11, 30))
    monkeypatch.setenv("OFFICECLI_DB", str(office.place))
    for name in ("own.csv", "own.xlsx"):
        assert type_("export", "--lang", language, "-o", name)[0] == 0
        summary = json.loads(type_("import", name, "--update", "--lang", language, "--format", "json")[1])["summary"]
        assert (summary["already_here"], summary["written"]) == (len(steps) + 1, False), summary


def test_silent_characters_are_dropped_alike_and_joiners_kept_whatever_way_a_text_comes_in(
    tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, type_: Type
) -> None:
    at("2026-11-02T01:00")
    url = f"sqlite:///{tmp_path / 'office.db'}"
    by_row.office(url)
    monkeypatch.setenv("OFFICECLI_DB", url)
    typed, kept = "\ufeff甲\u200b乙\u2060\u200e 👩\u200d💻\xad", "甲乙 👩\u200d💻"
    assert type_("add", typed, "--lead", "赵丽", "--due", "2026-12-01", "--as", "赵丽")[0] == 0
    (tmp_path / "one.csv").write_text(f"编号,事项,责任人,交办日期,时限\n9,{typed},赵丽,2026-11-02,2026-12-02\n", encoding="utf-8")
    assert type_("import", "one.csv")[0] == 0
    assert [row["title"] for row in whole_rows(url)] == [kept, kept]
    for name in ("all.csv", "all.xlsx"):
        assert type_("export", "-o", name)[0] == 0
        summary = json.loads(type_("import", name, "--dry-run", "--format", "json")[1])["summary"]
        assert (summary["already_here"], summary["differing"]) == (2, 0)
    assert kept in (tmp_path / "all.csv").read_text(encoding="utf-8")
    assert type_("add", "甲\u202e乙", "--lead", "赵丽", "--due", "2026-12-01", "--as", "赵丽")[0] == 2


ODD = "=+-@'\"\t,;、，；\n()（）:：/|&ab 中文🙂%‰ｆ！"


@pytest.mark.parametrize("seed", range(2))
def test_any_text_comes_in_again_the_same(tmp_path: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, type_: Type, seed: int) -> None:
    chance = random.Random(seed)

    def text(*, line: bool = False) -> str:
        drawn = "".join(chance.choice(ODD) for _ in range(chance.randrange(1, 12))) + "完"
        return " ".join(drawn.split()) if line else "\n".join(" ".join(part.split()) for part in drawn.split("\n")).strip()

    at("2026-11-23T01:00")
    first, second = (by_row.office(f"sqlite:///{tmp_path / name}") for name in ("first.db", "second.db"))
    with first.changing() as change:
        for number in range(60):
            item = by_row.new_item(
                change, first.people, text(line=True) + str(number), "李明", date(2026, 12, 1),
                source=text(line=True), goal=text(), responsible=text(line=True), ordered_by=text(line=True), hours=chance.choice((None, 2.5, 3)),
            )  # fmt: skip
            by_row.note(change, item, text(), problem=text(), next_step=text(), evidence=text(), progress=chance.choice((None, 0, 1, 60, 100)))
            by_row.target(change, item, chance.choice(("12", "12.50", "100")), chance.choice(("%", "articles", "篇", "% 准确率")))
    monkeypatch.setenv("OFFICECLI_DB", str(first.place))
    assert type_("export", "-o", "all.csv")[0] == 0
    monkeypatch.setenv("OFFICECLI_DB", str(second.place))
    code, out, _err = type_("import", "all.csv")
    assert code == 0, out
    assert whole(str(second.place)) == whole(str(first.place))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_words_of_an_export_are_understood(language: str, tmp_path: Path, at: Callable[[str], None]) -> None:
    at("2026-11-23T01:00")
    i18n.use(language)
    with by_row.office(f"sqlite:///{tmp_path / 'office.db'}").reading() as read:
        columns = whole_ledger(read).columns
    as_key = {"originator": "by", "supports": "support"}
    assert {column.label: [(one.key, one.plain) for one in meanings(column.label)[:1]] for column in columns} == {
        column.label: [(as_key.get(key, key), True)] for key, column in zip(KEYS, columns, strict=True)
    }
    for vocabulary, known in {"urgency": codes.URGENCIES, "importance": codes.IMPORTANCES, "kind": codes.KINDS}.items():
        assert tuple(read_word(vocabulary, word(vocabulary, code)) for code in known) == known
    assert [one and one.code for one in map(read_state, (word("status", code) for code in codes.STATUSES))] == list(codes.STATUSES)
    said = read_state(word("status", "registered"))
    assert said
    assert said.code == "issued"
    assert [read_period(word("feedback_every", code)) for code in ("weekly", "monthly", "1d", "10d")] == ["weekly", "monthly", "1d", "10d"]


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
