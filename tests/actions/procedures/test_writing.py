"""Procedures are written, changed as versions, paused, exported and learnt, on both engines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officecli import i18n
from officecli.actions.acting import Acting, acting
from officecli.actions.procedures import pausing
from officecli.actions.procedures.generating import generate
from officecli.actions.procedures.writing import add_procedure, retire_procedure, set_procedure
from officecli.cli import main
from officecli.cli.answers import sentences
from officecli.errors import BadInput, NotFound, OfficeError, Refused
from officecli.files.procedures.export import procedures_as_toml
from officecli.files.procedures.learning import drafted_from_item
from officecli.files.procedures.reading import write_from_file
from officecli.files.procedures.templates import KINDS, template
from officecli.reports.procedures import procedures as reports
from officecli.store.place import place
from officecli.store.procedures import Step, every_procedure
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.typed.procedures.as_typed import TypedProcedure, TypedStep
from stage.places import EXAMPLES

pytestmark = pytest.mark.on_sqlite

WEEKLY = TypedProcedure(
    post="秘书科科员",
    every="每周五",
    title="抽查（{date}）",
    steps=[TypedStep("查", standard="全", check="岗", limit="1天"), TypedStep("报", needs=("1",))],
)


@pytest.fixture(autouse=True)
def _a_monday(request: pytest.FixtureRequest, at: Callable[[str], None]) -> None:
    for office in {"office_url", "sqlite_office"} & set(request.fixturenames):
        request.getfixturevalue(office)  # made first, since making it sets the clock
    at("2026-07-06T09:00+08:00")


def do(url: str, act: Callable[[Acting], Any], verb: str = "procedure-add", who: str = "孙丽") -> list[str]:
    with acting(place(url), verb, who, rules=()) as acts:
        act(acts)
    return list(sentences(acts.done))


def count(url: str, table: str) -> int:
    with reading(place(url)) as read:
        return int(read.value(f"SELECT COUNT(*) FROM {table}"))


def test_a_procedure_is_kept_as_it_was_said(office_url: str) -> None:
    said = do(office_url, lambda act: add_procedure(act, "值班抽查", WEEKLY))
    assert said == ["“值班抽查” is written: every Friday, from 2026-07-06."]
    with reading(place(office_url)) as read:
        (found,) = every_procedure(read)
        assert found.schedule["recurrence"] == "FREQ=WEEKLY;BYDAY=FR"
        assert (found.schedule["days_off"], str(found.schedule["start"]), found.schedule["until"]) == ("before", "2026-07-06", None)
        assert found.steps == (Step("查", None, "全", "岗", 1, "days"), Step("报", needs=(1,)))
        assert not verify(read).faults


def test_only_what_items_are_like_makes_a_version(sqlite_office: str) -> None:
    do(sqlite_office, lambda act: add_procedure(act, "值班抽查", WEEKLY))
    do(sqlite_office, lambda act: set_procedure(act, "值班抽查", TypedProcedure(every="每周四", until="2026-12-31")), "procedure-set")
    assert count(sqlite_office, "procedure_version") == 1
    with pytest.raises(BadInput, match="reason"):
        do(sqlite_office, lambda act: set_procedure(act, "值班抽查", TypedProcedure(due_in="2")), "procedure-set")
    do(sqlite_office, lambda act: set_procedure(act, "值班抽查", TypedProcedure(due_in="2"), reason="来不及"), "procedure-set")
    again = do(sqlite_office, lambda act: set_procedure(act, "值班抽查", TypedProcedure(due_in="2", every="每周四")), "procedure-set")
    assert again == ["Nothing to change: “值班抽查” is on record like this."]
    assert (count(sqlite_office, "procedure_version"), count(sqlite_office, "procedure_step"), count(sqlite_office, "step_need")) == (2, 4, 2)
    with reading(place(sqlite_office)) as read:
        rows = read.rows("SELECT number, due_days, reason FROM procedure_version ORDER BY number")
        assert [tuple(row.values()) for row in rows] == [(1, 0, ""), (2, 2, "来不及")]


def test_what_was_made_ahead_is_told_of_when_its_procedure_changes_or_rests(sqlite_office: str) -> None:
    do(sqlite_office, lambda act: add_procedure(act, "值班抽查", WEEKLY))
    generate(place(sqlite_office), "孙丽", until="2026-07-24", tick=lambda _done, _all: None)
    (_now, told) = do(sqlite_office, lambda act: set_procedure(act, "值班抽查", TypedProcedure(every="每周四")), "procedure-set")
    assert "until 2026-07-26 was made before" in told  # Friday, and the weekend whose work would be done on it
    assert len(do(sqlite_office, lambda act: set_procedure(act, "值班抽查", TypedProcedure(until="2026-12-31")), "procedure-set")) == 1
    (_rests, told) = do(sqlite_office, lambda act: pausing.pause(act, "值班抽查", "2026-07-13", "2026-07-20", "防汛"), "procedure-pause")
    assert told == "Already made, and not withdrawn by this: 2026-002."


def test_a_retired_procedure_comes_back_without_its_backlog(sqlite_office: str, at: Callable[[str], None]) -> None:
    do(sqlite_office, lambda act: add_procedure(act, "值班抽查", WEEKLY))
    do(sqlite_office, lambda act: retire_procedure(act, "值班抽查", "不查了"), "procedure-retire")
    at("2026-09-07T09:00+08:00")
    assert "is back" in do(sqlite_office, lambda act: add_procedure(act, "值班 抽查", WEEKLY))[0]
    with reading(place(sqlite_office)) as read:
        (found,) = every_procedure(read)
        assert (found.retired, str(found.generated_until)) == (False, "2026-09-06")
    with pytest.raises(BadInput, match="already"):
        do(sqlite_office, lambda act: add_procedure(act, "值班抽查", WEEKLY))


WRONG = [
    (TypedProcedure(), "which post"),
    (TypedProcedure(post="无此岗"), "no post"),
    (TypedProcedure(post="主任", duty="无此职责"), "no duty"),
    (TypedProcedure(post="主任", duty="档案整理"), "retired"),
    (TypedProcedure(post="主任", every="RRULE:FREQ=DAILY;INTERVAL=0"), "INTERVAL"),
    (TypedProcedure(post="主任", every="每周一", start="2026-08-01", until="2026-07-10"), "before it starts"),
    (TypedProcedure(post="主任", until="2026-12-31"), "comes round"),
    (TypedProcedure(post="主任", every="每月最后一个工作日", days_off="after"), "counted"),
    (TypedProcedure(post="主任", title="{何时}"), "filled in"),
    (TypedProcedure(post="主任", title="{date"), "braces"),
    (TypedProcedure(post="主任", ahead="三天"), "working days from 0"),
    (TypedProcedure(post="主任", due_in="251"), "working days from 0"),
    (TypedProcedure(post="主任", hours="-1"), "number of hours"),
    (TypedProcedure(post="主任", kind="emergency"), "which kind"),
    (TypedProcedure(post="主任", kind="杂"), "no kind"),
    (
        TypedProcedure(post="主任", steps=[TypedStep("甲", needs=("3",)), TypedStep("乙", needs=("1",)), TypedStep("丙", needs=("乙",))]),
        "甲 → 丙 → 乙 → 甲",
    ),
    (TypedProcedure(post="主任", steps=[TypedStep("甲", needs=("1",))]), "甲 → 甲"),
    (TypedProcedure(post="主任", steps=[TypedStep("甲", needs=("2",))]), "not there"),
    (TypedProcedure(post="主任", steps=[TypedStep("甲", limit="很快")]), "no limit"),
    (TypedProcedure(post="主任", steps=[TypedStep("")]), "no title"),
    (TypedProcedure(post="主任", steps=[TypedStep("步")] * 101), "at most 100"),
]


def test_what_is_wrong_is_said_and_nothing_written(sqlite_office: str) -> None:
    assert main.run(["duty", "retire", "档案整理", "--reason", "撤", "--db", sqlite_office, "--as", "孙丽"]) == 0
    for said, words in WRONG:
        with pytest.raises((BadInput, NotFound)) as refused:
            do(sqlite_office, lambda act, said=said: add_procedure(act, "试", said))  # type: ignore[misc]
        assert words in f"{refused.value.what} {refused.value.why} {refused.value.fix}"
        assert refused.value.fix
    with pytest.raises(BadInput, match="has no name"):
        do(sqlite_office, lambda act: add_procedure(act, " ", TypedProcedure(post="主任")))
    assert count(sqlite_office, "procedure") == 0


def test_who_may_write_one(sqlite_office: str) -> None:
    allowed = [("孙丽", "主任"), ("张伟", "秘书科科员"), ("张伟", "秘书科科长"), ("吴芳", "督查科员")]
    for number, (who, post) in enumerate(allowed):
        do(sqlite_office, lambda act, name=f"试{number}", post=post: add_procedure(act, name, TypedProcedure(post=post)), who=who)  # type: ignore[misc]
    for who, post in (("张伟", "督查科员"), ("王强", "秘书科科员"), ("吴芳", "主任")):
        with pytest.raises(Refused) as caught, acting(place(sqlite_office), "procedure-add", who) as act:
            add_procedure(act, "试", TypedProcedure(post=post))
        told = next((what, fix) for label, what, fix in caught.value.reasons if label == "A401 not-entitled")
        assert (f"/{post}, written by a registrar" in told[0], f"not by {who}" in told[0], "孙丽" in told[1]) == (True, True, True)


def test_a_file_is_all_or_nothing_with_its_lines(sqlite_office: str, tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    file.write_text(
        '[[procedure]]\nname = "甲"\npost = "主任"\n\n[[procedure]]\nname = "甲 "\npost = "无"\nahed = 3\n\n[[procedure.step]]\ntitel = "x"\nneeds = 1\n'
        '\n[[procedure]]\nname = "丙"\npost = "主任"\ndue_in = "x"\n[[procedure.step]]\ntitle = "一"\nneeds = [9]\nlimit = "soon"\n',
        encoding="utf-8",
    )
    with pytest.raises(BadInput) as refused:
        do(sqlite_office, lambda act: write_from_file(act, file))
    lines = [line.partition(":")[0] for line in refused.value.why.split("\n")]
    assert lines == ["line 6", "line 8", "line 11", "line 12", "line 17", "line 20", "line 21"]
    assert count(sqlite_office, "procedure") == 0


def test_a_mistyped_table_is_pointed_at_and_every_wrong_step(sqlite_office: str, tmp_path: Path) -> None:
    file = tmp_path / "procedures.toml"

    def faults(text: str) -> list[str]:
        file.write_text(text, encoding="utf-8")
        with pytest.raises(BadInput) as refused:
            do(sqlite_office, lambda act: write_from_file(act, file))
        return refused.value.why.split("\n")

    assert faults('[[procedur]]\nname = "值班"\n') == ["line 1: There is no table “procedur”. Did you mean procedure?"]
    assert faults('[[procedure]]\nname = "值班"\n[[procedure.step]]\nneeds = 1\n[[procedure.step]]\nlimt = "2 days"\n') == [
        "line 4: “needs” does not take 1. Write: needs = [1, 2]",
        "line 6: [procedure.step] has no key “limt”. Did you mean limit?",
    ]


@pytest.mark.parametrize("name", ["county-office", "city-clerk"])
def test_the_examples_are_written_once_and_come_back_the_same(name: str, sqlite_url: str, tmp_path: Path) -> None:
    who = "龚立新" if name == "county-office" else "Angela Dupree"
    assert main.run(["init", "--region", "none", "--db", sqlite_url]) == 0
    assert main.run(["setup", str(EXAMPLES / name / "office.toml"), "--db", sqlite_url]) == 0
    do(sqlite_url, lambda act: write_from_file(act, EXAMPLES / name / "procedures.toml"), who=who)
    with reading(place(sqlite_url)) as read:
        head, text = read.head_text(), procedures_as_toml(read, every_procedure(read))
        assert all(step.standard and step.check_point and step.limit_amount for one in every_procedure(read) for step in one.steps)
    (tmp_path / "back.toml").write_text(text, encoding="utf-8")
    for file in (EXAMPLES / name / "procedures.toml", tmp_path / "back.toml"):
        (said,) = do(sqlite_url, lambda act, file=file: write_from_file(act, file), who=who)  # type: ignore[misc]
        assert said.endswith("on record as the file says.")
    with reading(place(sqlite_url)) as read:
        assert read.head_text() == head


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_templates_are_ready(language: str, sqlite_office: str, tmp_path: Path) -> None:
    i18n.use(language)
    assert len(KINDS) == 5
    file = tmp_path / "all.toml"
    file.write_text(template(post="秘书科科长"), encoding="utf-8")
    do(sqlite_office, lambda act: write_from_file(act, file))
    with reading(place(sqlite_office)) as read:
        found = every_procedure(read)
    assert {one.schedule["kind"] for one in found} == set(KINDS)
    assert all(step.standard and step.check_point and step.limit_amount for one in found for step in one.steps)
    file.write_text(template("meetings"), encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        do(sqlite_office, lambda act: write_from_file(act, file))
    assert "7" in refused.value.why


def test_a_pause_takes_days_out_and_is_ended(office_url: str) -> None:
    do(office_url, lambda act: add_procedure(act, "值班抽查", WEEKLY))
    do(office_url, lambda act: pausing.pause(act, "值班抽查", "2026-07-10", "2026-07-24", "暑期"), "procedure-pause")
    with reading(place(office_url)) as read:
        card = reports.one(read, "值班抽查")
        assert card.summary["next"] == ["2026-07-24", "2026-07-31", "2026-08-07", "2026-08-14", "2026-08-21"]
        assert reports.every(read).rows[0]["next"] == "2026-07-24"
    for since, until, words in (("2026-07-23", "", "already"), ("2026-09-01", "2026-08-01", "later"), ("2026-06-01", "2026-07-01", "over already")):
        with pytest.raises(OfficeError) as refused:
            do(office_url, lambda act, since=since, until=until: pausing.pause(act, "值班抽查", since, until, "又"), "procedure-pause")  # type: ignore[misc]
        assert words in f"{refused.value.what} {refused.value.fix}"
    do(office_url, lambda act: pausing.resume(act, "值班抽查"), "procedure-resume")
    with reading(place(office_url)) as read:
        assert reports.one(read, "值班抽查").summary["next"][0] == "2026-07-10"
    with pytest.raises(BadInput, match="does not rest"):
        do(office_url, lambda act: pausing.resume(act, "值班抽查"), "procedure-resume")


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("august", "+2w", ("2026-08-01", "2026-08-15")),  # the first of a month; as long from then on
        ("next week", "31 July", ("2026-07-13", "2026-07-31")),
        ("1 July", "", ("2027-07-01", "None")),  # to come, as a pause is
        ("8月", "下周五", "later"),  # 下周五 lies to today, not to August
    ],
)
def test_the_days_of_a_pause_are_read_as_they_lie_to_its_beginning(sqlite_office: str, since: str, until: str, days: tuple[str, str] | str) -> None:
    do(sqlite_office, lambda act: add_procedure(act, "值班抽查", WEEKLY))
    if isinstance(days, str):
        with pytest.raises(BadInput) as refused:
            do(sqlite_office, lambda act: pausing.pause(act, "值班抽查", since, until, "暑期"), "procedure-pause")
        assert days in refused.value.fix
        return
    do(sqlite_office, lambda act: pausing.pause(act, "值班抽查", since, until, "暑期"), "procedure-pause")
    with reading(place(sqlite_office)) as read:
        assert [(row["since"], str(row["until"])) for row in read.rows("SELECT since, until FROM procedure_pause")] == [days]


def test_what_an_item_taught_is_a_procedure(office_url: str, at: Callable[[str], None], tmp_path: Path) -> None:
    def type_(*line: str, who: str) -> None:
        assert main.run([*line, "--db", office_url, "--as", who]) == 0, line

    type_(
        "add",
        "楼道供水抢修",
        "--lead",
        "王强",
        "--support",
        "赵敏:联系物业",
        "--due",
        "2026-07-20",
        "--goal",
        "当日恢复供水",
        "--kind",
        "emergency",
        who="张伟",
    )
    type_("ack", "1", who="王强")
    at("2026-07-08T09:00+08:00")
    type_("note", "1", "查明漏点", "--progress", "40", "--problem", "阀门老化", who="王强")
    at("2026-07-09T09:00+08:00")
    type_("part", "1", "赵敏", who="赵敏")
    at("2026-07-13T09:00+08:00")
    type_("submit", "1", "--result", "已恢复供水", who="王强")
    at("2026-07-14T09:00+08:00")
    type_("close", "1", who="张伟")
    with reading(place(office_url)) as read:
        text = drafted_from_item(read, "1")
    assert text.count("to be filled in") > 5
    file = tmp_path / "learnt.toml"
    file.write_text(text, encoding="utf-8")
    do(office_url, lambda act: write_from_file(act, file))
    with reading(place(office_url)) as read:
        (found,) = every_procedure(read)
        posts = {row["id"]: row["title"] for row in read.rows("SELECT id, title FROM post")}
    drafted = [(step.title, posts.get(step.post_id or 0), step.limit_amount, step.needs) for step in found.steps]
    assert drafted == [
        ("Sign for it and plan the work", None, 1, ()),
        ("查明漏点", None, 2, (1,)),
        ("联系物业", "秘书科办事员", 1, (2,)),
        ("Hand in the result", None, 2, (3,)),
        ("Review and close", "秘书科科长", 1, (4,)),
    ]
    assert (found.content["goal"], found.content["due_days"], found.steps[1].check_point) == ("当日恢复供水", 6, "阀门老化")


def test_the_card_says_everything(sqlite_office: str, capsys: pytest.CaptureFixture[str]) -> None:
    do(sqlite_office, lambda act: add_procedure(act, "值班抽查", WEEKLY))
    for format_, expected in (("text", "2026-07-10、"), ("md", "| 查 |"), ("json", '"FREQ=WEEKLY;BYDAY=FR"'), ("toml", 'every = "每周五"')):
        assert main.run(["procedure", "show", "值班抽查", "--format", format_, "--lang", "zh", "--db", sqlite_office]) == 0
        assert expected in capsys.readouterr().out
