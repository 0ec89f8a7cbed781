"""Quadrants, plans, loads, suggestions and the forecast of a busy office."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from officecli import clock
from officecli.errors import BadInput, NotFound
from officecli.reports.planning import forecast, load, plan, quadrants, suggest_lead
from officecli.reports.planning.candidates import HOLDS, Candidate, OfDuty, Remark
from officecli.reports.planning.likeness import Likeness, words_of
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage import desk
from stage.command_lines import type_

MONDAY = datetime(2026, 7, 6, 1, tzinfo=UTC)


def done(url: str, who: str, *lines: str) -> None:
    for line in lines:
        outcome = type_(url, who, line)
        assert outcome.verdict in ("clean", "warned"), outcome.said


def told(url: str, module: Any, filters: Filters = Filters(), **own: Any) -> Report:
    with reading(place(url)) as read:
        found = module.report(read, filters, **own)
    assert isinstance(found, Report)
    return found


def column(report: Report, *keys: str) -> list[Any]:
    return [row[keys[0]] if len(keys) == 1 else tuple(row[key] for key in keys) for row in report.rows]


@pytest.fixture(scope="module")
def busy_file(sqlite_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """张伟 has 25 hours due by Wednesday (19.5 there) and more later; of his clerks 刘洋 is free, 王强 away, and 赵敏 has work of her own."""
    file = tmp_path_factory.mktemp("planning") / "office.db"
    shutil.copy(sqlite_base, file)
    clock.pretend(MONDAY)
    done(
        f"sqlite:///{file}",
        "吴芳",
        "add 经济讲话稿 --lead 张伟 --due 2026-07-08 --hours 20 --importance major --urgency urgent",
        "add 月度信息 --lead 张伟 --due 2026-07-08 --hours 10",
        "add 公文规程修订 --lead 张伟 --due 2026-07-24 --hours 6 --importance major",
        "add 档案清点 --lead 张伟 --due 2026-07-31",
        "add 会议通知 --lead 赵敏 --due 2026-07-08 --hours 18",
        "add 来信办理 --lead 李娜 --due 2026-07-31 --hours 8 --urgency urgent",
    )
    done(f"sqlite:///{file}", "张伟", "person absent 王强 --from 2026-07-06 --to 2026-07-10", "note 1 初稿 --progress 25")
    clock.pretend(None)
    return file


@pytest.fixture
def busy_url(busy_file: Path) -> Iterator[str]:
    """A copy of it, on its Monday."""
    clock.pretend(MONDAY)
    yield desk.put(busy_file)
    clock.pretend(None)


def test_a_plan_names_what_does_not_fit_and_what_would_make_it_fit(busy_url: str) -> None:
    found = told(busy_url, plan, Filters(text="张伟"))
    assert column(found, "number", "hours", "worked", "slack", "short") == [
        ("2026-001", 15.0, "07-06…07-08", 0, None),
        ("2026-002", 10.0, "07-08…07-09", -1, 5.5),
        ("2026-003", 6.0, "07-09…07-10", 10, None),
        ("2026-004", None, None, None, None),
    ]
    late = found.rows[1]
    assert (late["delegate"], late["extend_to"]) == ("刘洋", "2026-07-09")
    assert "2026-002" in found.notes[0]
    assert "2026-004" in found.notes[1]
    assert found.summary == {"items": 4, "hours": 31.0, "late": 1, "without_hours": 1}


def test_what_would_make_it_fit_does(busy_url: str) -> None:
    done(busy_url, "张伟", "note 2 素材已齐 --progress 30")  # seven of ten hours are left, and there is room for four and a half
    advised = re.search(r"officecli (edit 2026-002 --hours 6\.4)", told(busy_url, plan, Filters(text="张伟")).notes[0])
    assert advised
    done(busy_url, "吴芳", f"{advised[1]} --reason 分出一半")
    assert told(busy_url, plan, Filters(text="张伟")).summary["late"] == 0
    done(busy_url, "吴芳", "edit 2 --hours 10 --reason 恢复", "edit 2 --due 2026-07-09 --reason 延期")
    assert told(busy_url, plan, Filters(text="张伟")).summary["late"] == 0
    done(busy_url, "吴芳", "edit 2 --due 2026-07-08 --reason 恢复")
    done(busy_url, "张伟", "assign 2 --lead 刘洋 --reason 分工")
    assert told(busy_url, plan, Filters(text="秘书科")).summary["late"] == 0


def test_nobody_in_time_but_somebody_sooner(busy_url: str) -> None:
    done(busy_url, "吴芳", "edit 3 --due 2026-07-07 --hours 60 --reason 提前")
    found = told(busy_url, plan, Filters(text="张伟"))
    late = next(row for row in found.rows if row["delegate"])
    assert (late["number"], late["delegate"], late["extend_to"]) == ("2026-003", "刘洋", "2026-07-23")
    assert "刘洋" in found.notes[0]
    assert "2026-07-17" in found.notes[0]


def test_a_plan_of_nothing_estimated_does_not_say_that_all_is_in_time(busy_url: str) -> None:
    done(busy_url, "吴芳", "add 档案移交 --lead 陈静 --due 2026-07-31")
    found = told(busy_url, plan, Filters(text="陈静"))
    assert column(found, "number", "title", "hours", "working_days_left") == [("2026-007", "档案移交", None, 19)]
    assert found.headline == "No hours are on record: in the order of the deadlines, with the days that are left."


def test_without_hours_on_record_what_is_overdue_due_and_open_counts_and_that_is_said(sqlite_office: str) -> None:
    url = sqlite_office
    clock.pretend(MONDAY)
    done(url, "吴芳", "add 旧事 --lead 刘洋 --due 2026-07-07", "add 近事 --lead 赵敏 --due 2026-07-13", "add 远事 --lead 张伟 --due 2026-09-30")
    done(url, "吴芳", "add 又一远事 --lead 张伟 --due 2026-09-30")
    done(url, "张伟", "person absent 王强 --from 2026-07-20 --to 2026-07-24")
    clock.pretend(datetime(2026, 7, 9, 1, tzinfo=UTC))
    loads = told(url, load, Filters(unit=("秘书科",)), days=5)
    assert column(loads, "name", "hours_due", "load", "overdue", "due", "open") == [
        ("刘洋", None, None, 1, 0, 1), ("赵敏", None, None, 0, 1, 1), ("张伟", None, None, 0, 0, 2), ("王强", 0.0, 0.0, 0, 0, 0),
    ]  # fmt: skip
    assert [one.key for one in loads.columns if one.weight == 3] == ["hours_due", "hours_there", "load"], "a narrow page leaves them out first"
    assert loads.headline == ""
    assert "2026-07-15" in loads.notes[0]
    could = told(url, suggest_lead, Filters(text="整理会场", unit=("秘书科",)), due="2026-07-14")
    assert column(could, "name", "caution", "load", "due", "open") == [
        ("赵敏", None, None, 1, 1), ("张伟", None, None, 0, 2), ("王强", "away from 2026-07-20", 0.0, 0, 0), ("刘洋", "1 item overdue", None, 0, 1),
    ]  # fmt: skip
    assert could.notes[0].startswith("Nobody's items have hours on record")
    assert "Most fall on 2026-09-30: 2." in told(url, plan, Filters(text="张伟")).headline
    clock.pretend(None)


def test_a_plan_of_a_unit_has_everybodys_and_of_nobody_is_refused(busy_url: str) -> None:
    found = told(busy_url, plan, Filters(text="秘书科"))
    assert set(column(found, "name")) == {"张伟", "赵敏"}
    with pytest.raises(NotFound):
        told(busy_url, plan, Filters(text="无此人"))


def test_a_load_sets_hours_due_against_hours_there(busy_url: str) -> None:
    found = told(busy_url, load, Filters(unit=("秘书科",)), days=3)
    assert column(found, "name", "hours_due", "hours_there", "load", "measure_of_load") == [
        ("张伟", 25.0, 19.5, 128.2, "over"),
        ("赵敏", 18.0, 19.5, 92.3, None),
        ("王强", 0.0, 0.0, None, None),
        ("刘洋", 0.0, 19.5, 0.0, "under"),
    ]
    assert column(found, "unestimated", "open")[0] == (1, 4)
    assert found.summary["over"] == 1
    assert "below" in found.headline
    some = told(busy_url, load, Filters(text="lead:赵敏,李娜"), days=3)
    assert column(some, "name", "load", "measure_of_load") == [("赵敏", 92.3, None), ("李娜", 0.0, None)], (
        "of some of the work it is not said who has room"
    )
    assert some.headline.startswith("Until 2026-07-08, by these items alone: 0 people above")
    with pytest.raises(BadInput):
        told(busy_url, load, days=1000)


def test_a_load_says_since_when_somebody_is_overloaded(busy_url: str) -> None:
    found = told(busy_url, load)
    assert dict(column(found, "name", "overloaded_since"))["张伟"] == "2026-07-06"


def test_quadrants_divide_by_importance_and_urgency(busy_url: str) -> None:
    found = told(busy_url, quadrants)
    assert column(found, "quadrant", "number") == [
        ("important-urgent", "2026-001"),
        ("important", "2026-003"),
        ("urgent", "2026-002"),
        ("urgent", "2026-005"),
        ("urgent", "2026-006"),
        ("neither", "2026-004"),
    ]
    assert column(told(busy_url, quadrants, Filters(unit=("督查室",))), "quadrant") == ["urgent"]


def test_a_suggestion_ranks_by_what_speaks_for_each_and_says_it(busy_url: str) -> None:
    found = told(busy_url, suggest_lead, Filters(text="归档收发文件"), due="2026-07-10", hours="12", support="陈静")
    names = column(found, "name")
    by_name = {row["name"]: row for row in found.rows}
    assert "R102" in by_name["刘洋"]["trouble"]  # of one rank with 陈静
    assert "文件" in by_name["刘洋"]["duty"]
    assert "5" in by_name["王强"]["trouble"]  # away
    clear = [row["name"] for row in found.rows if not row["trouble"]]
    assert names[: len(clear)] == clear
    assert found == told(busy_url, suggest_lead, Filters(text="归档收发文件"), due="2026-07-10", hours="12", support="陈静")
    routine = told(busy_url, suggest_lead, Filters(text="归档收发文件"), due="2026-07-10", hours="12", support="陈静", kind="routine")
    assert routine.rows[0]["name"] == "刘洋"
    assert routine.rows[0]["by"] == "2026-07-10"
    assert {row["by"] for row in routine.rows if row["name"] == "张伟"} == {"2026-07-13"}


def test_a_suggestion_for_an_item_leaves_its_lead_out_and_knows_its_duty(busy_url: str) -> None:
    found = told(busy_url, suggest_lead, Filters(text="6", unit=("督查室",)), duty="批示跟踪")
    assert found.rows[0]["name"] == "陈静"
    assert "李娜" not in column(found, "name")
    for bad in ({"due": "2026-07-03"}, {"hours": "many"}, {"kind": "odd"}):
        with pytest.raises(BadInput):
            told(busy_url, suggest_lead, Filters(text="会议"), **bad)
    with pytest.raises(BadInput):
        told(busy_url, suggest_lead)


def test_nobody_is_suggested_whom_the_rules_would_refuse(busy_url: str) -> None:
    def clear(giver: str, text: str = "归档收发文件") -> list[str]:
        return [
            row["name"] for row in told(busy_url, suggest_lead, Filters(text=text, limit=0), due="2026-07-24", giver=giver).rows if not row["trouble"]
        ]

    assert set(clear("张伟")) == {"张伟", "刘洋", "赵敏"}  # himself and those below him; 王强 is away
    assert {"周海", "吴芳", "李娜", "陈静"} < set(clear("孙丽"))  # a registrar gives to anybody
    assert clear("张伟", "2") == ["刘洋", "赵敏"]  # he leads it: he hands it neither up nor sideways
    assert clear("李娜", "2") == []
    done(
        busy_url,
        "吴芳",
        "add 汛期检查 --lead 刘洋 --due 2026-07-24 --from 会议3",
        "add 汛期检查 --lead 李娜 --due 2026-07-24 --from 会议3",
    )
    found = told(busy_url, suggest_lead, Filters(text="8", limit=0), giver="吴芳")
    assert {row["name"] for row in found.rows if "R103" in (row["trouble"] or "")} == {"王强", "陈静"}  # of one rank with 刘洋, who leads the same
    done(busy_url, "吴芳", "cancel 8 --reason 重复")
    with pytest.raises(BadInput):
        told(busy_url, suggest_lead, Filters(text="8"))


def test_a_forecast_has_what_is_in_nobodys_hands_and_what_is_unprepared(busy_url: str) -> None:
    done(busy_url, "孙丽", 'procedure add 周报 --post 督查室/督查科员 --every "every friday" --step 汇总', "roster set 2026-07-07 陈静")
    done(busy_url, "吴芳", "add 半年总结 --lead 李娜 --issued 2026-07-13 --due 2026-07-24")
    found = told(busy_url, forecast, days=7)
    assert [(day[5:], what, who, bool(missing)) for day, what, who, missing in column(found, "day", "ahead", "who", "unprepared")] == [
        ("07-06", "absence", "王强", False),
        ("07-06", "roster", None, True),
        ("07-08", "due", "张伟", True),
        ("07-08", "due", "赵敏", True),
        ("07-10", "occurrence", "陈静", False),
        ("07-13", "item", "李娜", False),
        ("07-13", "roster", None, True),
    ]
    assert found.summary == {"events": 7, "unprepared": 4, "until": "2026-07-13"}
    assert set(column(told(busy_url, forecast, Filters(unit=("督查室",)), days=7), "who")) == {None, "陈静", "李娜"}
    done(busy_url, "孙丽", 'procedure add 半年会 --post 督查室/督查科员 --every "monthly on the 20th" --ahead 10 --step 筹备')
    assert ("07-20", "occurrence", "半年会") in [(row["day"][5:], row["ahead"], row["matter"]) for row in told(busy_url, forecast, days=2).rows]
    assert ("2026-10-01", "closed") in column(told(busy_url, forecast, days=100), "day", "ahead")


def test_words_of_titles() -> None:
    assert words_of("2026年防汛检查 Flood check no 3") == {"防汛", "汛检", "检查", "flood", "check", "年防"}
    assert words_of("Draft the minutes for the council") == {"draft", "minutes", "council"}
    assert Likeness("落实领导批示和Flood检查", []).shared("flood领导批示") == ["领导批示", "flood"]
    likeness = Likeness("Records request 114", ["Records requests", "Keep the records", "Agendas"])
    assert likeness.shared("Keep the records") == ["records"]
    assert likeness.weight("Keep the records") < likeness.weight("Request of records")
    assert not likeness.weight("Agendas")


def test_the_head_of_the_whole_office_comes_after_whoever_can_unless_it_is_their_duty() -> None:
    def one(name: str, **more: Any) -> Candidate:
        said: dict[str, Any] = {"troubles": [], "duty": OfDuty(), "load": 0.0, **more}
        return Candidate({"id": 1, "name": name, "level": 3}, by=None, in_time=True, free=60, before=0, on_time=None, first_pass=None, **said)

    head, busy = one("head", at_the_top=True), one("busy", cautions=[Remark("away-soon", "away soon")], load=90.0)
    barred = one("barred", troubles=[Remark("absent", "absent")])
    assert sorted([barred, head, busy], key=lambda who: who.order) == [busy, head, barred]
    assert one("head", at_the_top=True, duty=OfDuty(HOLDS)).order < busy.order
