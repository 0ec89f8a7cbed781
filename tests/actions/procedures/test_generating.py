"""Each occurrence of a procedure becomes one item, once, under who is to lead it."""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from officecli.actions.acting import acting
from officecli.actions.items.review import close
from officecli.actions.items.submitting import submit
from officecli.actions.procedures.generating import Generated, generate
from officecli.actions.procedures.making import run
from officecli.cli import main
from officecli.errors import BadInput, OfficeError, Refused
from officecli.model.office.absences import Absence
from officecli.model.office.organisation import OfficeDay, Person, Post
from officecli.model.procedures.procedures import Procedure
from officecli.model.procedures.steps import ProcedurePause
from officecli.store.calendar.rebuilding import rebuild
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.store.write.change import Change, changing
from officecli.store.write.entries import Signature
from stage import procedures

pytestmark = pytest.mark.on_sqlite


@pytest.fixture(autouse=True)
def _in_july(request: pytest.FixtureRequest, at: Callable[[str], None]) -> None:
    for office in {"office_url", "sqlite_office"} & set(request.fixturenames):
        request.getfixturevalue(office)  # first, since making the base office leaves the clock at the real time
    at("2026-07-01T01:00")  # a Wednesday, 09:00 in the office


def made(url: str, until: str = "", who: str = "孙丽", *, dry_run: bool = False) -> Generated:
    return generate(place(url), who, until=until, dry_run=dry_run, tick=lambda _done, _all: None)


def rows(url: str, columns: str = "*") -> list[tuple[Any, ...]]:
    with reading(place(url)) as read:
        return [tuple(row.values()) for row in read.rows(f"SELECT {columns} FROM v_item ORDER BY issued, id")]


def change(url: str, do: Callable[[Change], object]) -> None:
    with changing(place(url)) as one:
        one.sign(Signature(0, "setup", "founder"))
        do(one)


def of_person(change: Change, name: str) -> Person:
    return change.get(Person, change.read.value("SELECT id FROM person WHERE name = :name", name=name))


def test_what_comes_round_is_made_once(office_url: str, at: Callable[[str], None]) -> None:
    procedures.procedure(office_url, "周报", ahead_days=3, due_days=1, source="信息工作办法", hours=2.5, urgency="urgent")
    assert made(office_url).items == 2  # handed out by 8 July: for Friday 3 and 10 July
    assert made(office_url).items == 0
    assert rows(office_url, "number, title, kind, lead, originator, occurrence, issued, due, sign_by, hours, urgency") == [
        ("2026-001", "周报 2026年7月3日", "routine", "王强", "张伟", "2026-07-03", "2026-07-01", "2026-07-06", "2026-07-01T07:30:00Z", 2.5, "urgent"),
        ("2026-002", "周报 2026年7月10日", "routine", "刘洋", "张伟", "2026-07-10", "2026-07-07", "2026-07-13", "2026-07-07T07:00:00Z", 2.5, "urgent"),
    ]  # fmt: skip
    at("2026-07-07T01:00")
    assert [one.first for one in made(office_url).made] == [date(2026, 7, 17)]
    with reading(place(office_url)) as read:
        assert read.rows("SELECT DISTINCT role, behalf_id IS NOT NULL AS behalf FROM trail WHERE verb = 'generate' AND subject = 'item'") == [
            {"role": "registrar", "behalf": True if read.engine == "postgresql" else 1}
        ]
        assert verify(read).faults == ()


def test_a_trial_writes_nothing_and_tells_the_same(sqlite_office: str) -> None:
    procedures.procedure(sqlite_office, "周报")
    trial = made(sqlite_office, "2026-09-30", dry_run=True)
    assert rows(sqlite_office) == []
    real = made(sqlite_office, "2026-09-30")
    assert (trial.made, trial.written, real.written) == (real.made, False, True)
    assert real.items == len(rows(sqlite_office)) == 14  # 13 Fridays, and 2 October, a day off, on 30 September


def test_the_holders_of_a_post_take_turns_over_all_its_procedures(sqlite_office: str, at: Callable[[str], None]) -> None:
    for name in ("周报", "月报", "简报"):
        procedures.procedure(sqlite_office, name)
    made(sqlite_office, "2026-07-10")
    at("2026-07-11T01:00")
    made(sqlite_office, "2026-07-17")
    leads = [lead for (lead,) in rows(sqlite_office, "lead")]
    assert leads[::2] == ["王强"] * 5
    assert leads[1::2] == ["刘洋"] * 4


def test_who_is_away_until_it_is_due_is_passed_over_unless_all_are(sqlite_office: str) -> None:
    def leave(who: str, until: str) -> None:
        def away(one: Change) -> None:
            one.add(Absence, "absent", person_id=of_person(one, who).id, since=date(2026, 7, 1), until=date.fromisoformat(until))

        change(sqlite_office, away)

    procedures.procedure(sqlite_office, "周报")
    leave("王强", "2026-07-20")
    came = made(sqlite_office, "2026-07-31")
    assert [lead for (lead,) in rows(sqlite_office, "lead")] == ["刘洋", "刘洋", "刘洋", "王强", "刘洋"]
    assert not any("Away" in note for note in came.notes)
    leave("刘洋", "2026-08-10")
    leave("王强", "2026-08-10")
    assert "Away until what they lead is due: 王强 1. Who acts meanwhile: officecli away" in made(sqlite_office, "2026-08-07").notes


@pytest.mark.parametrize(("stand_in", "lead", "said"), [("督查员", "孙丽", "stands in"), (None, "张伟", "next superior")])
def test_a_vacant_post_is_led_by_the_stand_in_or_the_superior(sqlite_office: str, stand_in: str | None, lead: str, said: str) -> None:
    procedures.procedure(sqlite_office, "归档", post="秘书科办事员")

    def vacate(one: Change) -> None:
        one.set(of_person(one, "赵敏"), "person-leave", left_on=date(2026, 7, 1))
        if stand_in:
            one.set(one.get(Post, procedures.post_id(one, "秘书科办事员")), "setup", stand_in_id=procedures.post_id(one, stand_in))

    change(sqlite_office, vacate)
    came = made(sqlite_office)
    assert [row[0] for row in rows(sqlite_office, "lead")] == [lead]
    assert re.search(said, came.notes[0])


def test_what_nobody_can_lead_is_said_and_made_once_somebody_can(
    sqlite_office: str, at: Callable[[str], None], capfd: pytest.CaptureFixture[str]
) -> None:
    procedures.procedure(sqlite_office, "周报")
    procedures.procedure(sqlite_office, "党组会", post="主任")
    change(sqlite_office, lambda one: one.set(of_person(one, "周海"), "person-leave", left_on=date(2026, 7, 1)))
    assert main.run(["generate", "--db", sqlite_office, "--as", "孙丽"]) == 0
    told = capfd.readouterr()
    assert "“党组会”" in told.err
    assert "周报" in told.out
    assert [title for (title,) in rows(sqlite_office, "title")] == ["周报 2026年7月3日"]
    assert main.run(["generate", "--quiet", "--db", sqlite_office, "--as", "孙丽"]) == 0
    told = capfd.readouterr()
    assert (told.out, "“党组会”" in told.err) == ("", True)
    at("2026-07-04T01:00")
    change(sqlite_office, lambda one: one.set(of_person(one, "吴芳"), "person-move", post_id=procedures.post_id(one, "主任")))
    assert [(one.procedure, one.items) for one in made(sqlite_office).made] == [("党组会", 2), ("周报", 1)]


def test_who_has_no_superior_gives_it_to_themselves_and_can_close_it(sqlite_office: str) -> None:
    procedures.procedure(sqlite_office, "党组会", post="主任")
    made(sqlite_office, "2026-07-03")
    assert rows(sqlite_office, "lead, originator") == [("周海", "周海")]


def test_an_item_made_by_the_clock_is_closed_by_the_superior_of_its_lead(sqlite_office: str, at: Callable[[str], None]) -> None:
    procedures.procedure(sqlite_office, "周报")
    made(sqlite_office)
    at("2026-07-03T02:00")
    with acting(place(sqlite_office), "submit", "王强") as act:
        submit(act, "1", "已报")
    with pytest.raises(Refused), acting(place(sqlite_office), "close", "王强") as act:
        close(act, "1")
    with acting(place(sqlite_office), "close", "张伟") as act:
        close(act, "1", rating=4)
    assert rows(sqlite_office, "status") == [("closed",)]


def test_pauses_are_kept_and_one_that_ends_early_costs_nothing(sqlite_office: str, at: Callable[[str], None]) -> None:
    paused = procedures.procedure(sqlite_office, "周报")
    pause = {"procedure_id": paused, "since": date(2026, 7, 6), "reason": "防汛"}
    change(sqlite_office, lambda one: one.add(ProcedurePause, "procedure-pause", **pause))
    made(sqlite_office, "2026-08-31")
    assert [day for (day,) in rows(sqlite_office, "occurrence")] == ["2026-07-03"]
    at("2026-07-20T01:00")
    made(sqlite_office)
    ended = {"until": date(2026, 7, 22)}
    change(sqlite_office, lambda one: one.set(one.get(ProcedurePause, one.read.value("SELECT id FROM procedure_pause")), "procedure-resume", **ended))
    made(sqlite_office, "2026-08-10")
    assert [day for (day,) in rows(sqlite_office, "occurrence")] == ["2026-07-03", "2026-07-24", "2026-07-31", "2026-08-07"]


def test_what_was_due_before_the_procedure_existed_is_not_made_and_what_was_missed_is(sqlite_office: str, at: Callable[[str], None]) -> None:
    procedures.procedure(sqlite_office, "周报", start=date(2026, 1, 1), due_days=2)
    at("2026-07-15T01:00")
    made(sqlite_office, "2026-07-15")
    assert rows(sqlite_office, "occurrence, issued, due") == [("2026-07-03", "2026-07-15", "2026-07-15"), ("2026-07-10", "2026-07-15", "2026-07-15")]


def test_what_is_handed_out_late_is_due_no_earlier_and_on_a_working_day(sqlite_office: str, at: Callable[[str], None]) -> None:
    procedures.procedure(sqlite_office, "周报", start=date(2026, 7, 1))
    at("2026-07-11T01:00")  # a Saturday: Friday's was missed
    came = made(sqlite_office, "2026-07-11")
    assert rows(sqlite_office, "occurrence, issued, due")[-1] == ("2026-07-10", "2026-07-11", "2026-07-13")
    assert "2 items should have been handed out before" in came.notes[0]


def test_what_is_for_october_and_done_in_september_is_called_octobers(sqlite_office: str) -> None:
    procedures.procedure(sqlite_office, "月报", "FREQ=MONTHLY;BYMONTHDAY=1", start=date(2026, 9, 1), title="{month}月报（{date}）")
    made(sqlite_office, "2026-11-01")
    titles = ["9月月报（2026年9月1日）", "10月月报（2026年9月30日）", "11月月报（2026年10月30日）"]
    assert [title for (title,) in rows(sqlite_office, "title")] == titles


@pytest.mark.parametrize(
    ("days_off", "until", "expected"),
    [
        ("before", "2026-07-10", ["2026-07-06", "2026-07-10", "2026-07-20"]),  # Monday's comes on a Friday that was passed already
        ("after", "2026-07-13", ["2026-07-06", "2026-07-13", "2026-07-20"]),  # Monday's is there, and does not come again on Tuesday
    ],
)
def test_an_occurrence_is_made_once_also_where_its_day_becomes_a_day_off(sqlite_office: str, days_off: str, until: str, expected: list[str]) -> None:
    procedures.procedure(sqlite_office, "例会", "FREQ=WEEKLY;BYDAY=MO", days_off=days_off)
    made(sqlite_office, until)

    def close_on_monday(one: Change) -> None:
        one.add(OfficeDay, "setup", day=date(2026, 7, 13), working=False)
        rebuild(one)

    change(sqlite_office, close_on_monday)
    made(sqlite_office, "2026-07-20")
    assert sorted(day for (day,) in rows(sqlite_office, "occurrence")) == expected


def test_an_end_a_retirement_and_a_day_off(sqlite_office: str) -> None:
    procedures.procedure(sqlite_office, "到期", until=date(2026, 7, 10))
    procedures.procedure(sqlite_office, "停用", retired=True)
    procedures.procedure(sqlite_office, "只在运行时", recurrence=None, start=None)
    procedures.procedure(sqlite_office, "国庆", recurrence="FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1", days_off="after")
    assert [(one.procedure, one.items, one.last.isoformat()) for one in made(sqlite_office, "2026-12-31").made] == [
        ("到期", 2, "2026-07-10"),
        ("国庆", 1, "2026-10-08"),
    ]


def test_a_changed_procedure_leaves_the_items_made_as_they_are(office_url: str) -> None:
    changed = procedures.procedure(office_url, "周报", goal="不少于三条", steps=procedures.STEPS)
    made(office_url, "2026-07-17")
    before = rows(office_url)

    def rewrite(one: Change) -> None:
        procedures.version(one, changed, 2, date(2026, 7, 20), title="新周报 {week}", goal="不少于五条", due_days=3, steps=procedures.STEPS[:1])
        one.set(one.get(Procedure, changed), "procedure-set", post_id=procedures.post_id(one, "督查科员"), name="信息周报")

    change(office_url, rewrite)
    made(office_url, "2026-07-31")
    assert rows(office_url)[:3] == before
    assert rows(office_url, "title, lead, goal, due")[3:] == [
        ("新周报 第30周", "陈静", "不少于五条", "2026-07-29"),
        ("新周报 第31周", "陈静", "不少于五条", "2026-08-05"),
    ]
    with reading(place(office_url)) as read:
        counted = "SELECT COUNT(*) FROM item i JOIN procedure_step s ON s.version_id = i.procedure_version_id WHERE i.number = :number"
        assert [read.value(counted, number=number) for number in ("2026-001", "2026-004")] == [3, 1]


def test_two_at_once_make_one_set(sqlite_office: str) -> None:
    for name in ("周报", "月报", "简报", "日报"):
        procedures.procedure(sqlite_office, name, recurrence="FREQ=DAILY")
    fork = multiprocessing.get_context("fork")
    runs = [fork.Process(target=made, args=(sqlite_office, "2026-08-31")) for _ in range(3)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert [one.exitcode for one in runs] == [0, 0, 0]
    occurrences = rows(sqlite_office, "procedure_id, occurrence")
    assert len(occurrences) == len(set(occurrences)) == 4 * 44  # the working days of July and August
    with reading(place(sqlite_office)) as read:
        assert verify(read).faults == ()


def test_only_a_registrar_makes_what_comes_round_and_not_into_the_past(sqlite_office: str) -> None:
    procedures.procedure(sqlite_office, "周报")
    with pytest.raises(Refused) as caught:
        made(sqlite_office, who="吴芳")
    ((label, what, fix),) = caught.value.reasons
    assert (label, "吴芳 may not make what comes round" in what, "孙丽" in fix) == ("A401 not-entitled", True, True)
    with reading(place(sqlite_office)) as read:
        assert read.value("SELECT COUNT(*) FROM item") == 0
        assert read.row("SELECT verb, codes FROM refusal_log") == {"verb": "generate", "codes": "A401"}
    with pytest.raises(BadInput, match="past"):
        made(sqlite_office, "2026-06-30")
    with pytest.raises(OfficeError, match="calendar"):
        made(sqlite_office, "2099-01-01")
    assert rows(sqlite_office) == []


def test_a_file_that_cannot_be_written_is_said_before_anything_is_made(sqlite_office: str, tmp_path: Path) -> None:
    procedures.procedure(sqlite_office, "周报")
    (tmp_path / "there.csv").touch()
    for name in ("none/made.csv", "there.csv"):
        assert main.run(["generate", "--format", "csv", "-o", str(tmp_path / name), "--db", sqlite_office, "--as", "孙丽"]) == 74
    assert rows(sqlite_office) == []


def test_what_a_rule_refuses_is_left_out_and_the_rest_is_made(sqlite_office: str) -> None:
    procedures.procedure(sqlite_office, "周报")
    procedures.procedure(sqlite_office, "大检查", post="督查科员", hours=100)
    assert main.run(["config", "set", "rules.B801.severity", "refuse", "--db", sqlite_office, "--as", "孙丽"]) == 0
    came = made(sqlite_office)
    assert {one.procedure for one in came.made} == {"周报"}
    assert any("B801" in label and "大检查" in what for label, what, _fix in came.warnings)
    assert main.run(["config", "set", "rules.B801.severity", "warn", "--db", sqlite_office, "--as", "孙丽"]) == 0
    assert {one.procedure for one in made(sqlite_office).made} == {"大检查"}


def test_a_procedure_run_by_hand(sqlite_office: str) -> None:
    procedures.procedure(
        sqlite_office, "停水处置", recurrence=None, start=None, kind="emergency", post="秘书科科长", due_days=1, steps=procedures.STEPS
    )
    with acting(place(sqlite_office), "procedure-run", "吴芳") as act:
        run(act, "停水处置", title="三号楼停水")
        run(act, "停水处置", lead="王强", due="2026-07-01")
    assert rows(sqlite_office, "title, kind, lead, originator, due, occurrence") == [
        ("三号楼停水", "emergency", "张伟", "吴芳", "2026-07-02", None),
        ("停水处置 2026年7月1日", "emergency", "王强", "吴芳", "2026-07-01", None),
    ]
    with pytest.raises(BadInput, match="too long"), acting(place(sqlite_office), "procedure-run", "吴芳") as act:
        run(act, "停水处置", title="长" * 501)
    with pytest.raises(Refused), acting(place(sqlite_office), "procedure-run", "陈静") as act:
        run(act, "停水处置")
