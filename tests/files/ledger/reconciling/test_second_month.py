"""The same ledger a month later: what is new, the same, differing, in conflict and gone, and what --update does about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from officecli.actions.acting import acting
from officecli.actions.items.asked import Edit, Feedback
from officecli.actions.items.editing import edit
from officecli.actions.items.feedback import note
from officecli.actions.items.halting import cancel
from officecli.actions.items.review import close
from officecli.actions.record.undo import undo
from officecli.errors import Refused
from officecli.files.ledger.imported import How, Imported
from officecli.files.ledger.importing import import_ledger
from officecli.model.office.organisation import Person
from officecli.reports.items.item_rows import BY_NUMBER, fetch
from officecli.reports.record.trail_lines import trail_lines
from officecli.reports.shape.chosen import Chosen
from stage import by_row
from stage.second_month import Import, bring_in, head, items, office, row, told

__all__ = ["bring_in", "office"]


def test_a_second_month_is_shown_and_brought_in_line(office: by_row.Staged, bring_in: Import, at: Callable[[str], None]) -> None:
    first = [
        row("2026-001", "甲", support="张三(数据)", progress="已启动"),
        row("2026-002", "乙"),
        row("2026-003", "丙"),
        row("2026-004", "丁", due="2026-12-11", status="暂缓"),
        row("2026-005", "戊", due="2026-12-11"),
        row("2026-006", "己", due="2026-12-11"),
    ]
    assert bring_in(*first).good == 6
    at("2026-12-07T01:00")
    second = [
        row("2026-001", "甲", support="钱进(核对)、张三", progress="80%", due="2026-12-18", goal="一篇"),
        row("2026-002", "乙", progress="已送审", closed="2026-11-27"),
        row("2026-003", "丙"),
        row("2026-004", "丁", due="2026-12-11", status="进行中", lead="赵丽"),
        row("2026-005", "戊", due="2026-12-11", status="撤案"),
        row("", "庚", due="2026-12-31"),
    ]
    before, taken = items(office), head(office)
    shown = bring_in(*second, dry_run=True, update=True)
    assert told(shown) == {
        "2026-001": {
            "goal": (None, "一篇"),
            "supports": (
                [{"name": "张三", "part": "数据", "done": False}],
                [{"name": "钱进", "part": "核对", "done": False}, {"name": "张三", "part": "", "done": False}],
            ),
            "due": ("2026-11-20", "2026-12-18"),
            "percent": (None, 80),
        },
        "2026-002": {"progress": (None, "已送审"), "closed": (None, "2026-11-27"), "status": ("in-hand", "closed")},
        "2026-004": {"lead": ("李明", "赵丽"), "status": ("suspended", "open")},
        "2026-005": {"status": ("in-hand", "cancelled")},
    }
    assert (shown.good, [number for _row, number in shown.here], [one["number"] for one in shown.gone]) == (1, ["2026-003"], ["2026-006"])
    assert head(office) == taken

    assert told(bring_in(*second[:5])) == told(shown)
    assert (head(office), items(office)) == (taken, before), "without --update what differs is only shown"

    came = bring_in(*second, update=True)
    assert (came.written, came.good, len(came.differing), came.problems) == (True, 1, 4, [])
    after = items(office)
    one, two, four, five = (after[f"2026-00{n}"] for n in (1, 2, 4, 5))
    assert [one[key] for key in ("due", "original_due", "goal", "percent", "told")] == ["2026-12-18", "2026-11-20", "一篇", 80, None]
    assert (one["working_days_late"], one["on_time"]) == (11, 0), "a new deadline leaves it late for the days until it was given"
    assert one["supports"] == [{"name": "张三", "part": "数据", "done": False}, {"name": "钱进", "part": "核对", "done": False}]
    assert [two[key] for key in ("status", "closed", "submitted", "result", "on_time")] == ["closed", "2026-11-27", "2026-11-27", "已送审", 0]
    assert [four[key] for key in ("status", "lead", "due")] == ["issued", "赵丽", "2026-12-11"]
    assert (five["status"], five["cancelled"], after["2026-006"]) == ("cancelled", "2026-12-07", items(office)["2026-006"])
    with office.reading() as read:
        verbs = read.rows("SELECT DISTINCT verb, role FROM trail WHERE command = (SELECT MAX(command) FROM trail) ORDER BY verb")
    assert {entry["verb"] for entry in verbs} == {"import", "set-deadline", "set-goal", "support", "note", "close", "resume", "assign", "cancel"}

    taken = head(office)
    again = bring_in(*second, update=True)
    assert (again.differing, again.conflict, again.written, head(office)) == ([], [], False, taken)
    with acting(office.place, "undo") as act:
        undo(act)
    assert {number: _said(item) for number, item in items(office).items()} == {number: _said(item) for number, item in before.items()}
    assert told(bring_in(*second, update=True)) == told(shown), "what was taken back is neither an import nor a change"


def _said(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key != "version"}


def test_what_was_changed_here_is_in_conflict_and_the_rest_goes(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(*(row(f"2026-00{n}", title, due="2026-12-11") for n, title in enumerate("甲乙丙丁", 1)))
    with acting(office.place, "edit", "王建国") as act:
        edit(act, "2026-001", Edit(due="2026-12-25"))
        edit(act, "2026-002", Edit(fields={"goal": "两篇"}))
    second = [row(f"2026-00{n}", title, due="2026-12-18") for n, title in enumerate("甲乙丙戊", 1)]
    came = bring_in(*second, update=True)
    assert [one.number for one in came.differing] == ["2026-002", "2026-003"], "what was done to another field is not in the way"
    assert told(came)["2026-001"] == {"due": ("2026-12-25", "2026-12-18")}
    (changed,) = came.conflict[0].changed
    assert (changed.field, changed.day, changed.name, changed.verb) == ("due", "2026-11-23", "王建国", "set-deadline")
    assert (told(came)["2026-004"], came.conflict[1].changed) == ({"title": ("丁", "戊")}, ()), "the number is another matter's"
    assert came.gone == [], "whose number is here is not gone"
    assert [item["due"] for item in items(office).values()] == ["2026-12-25", "2026-12-18", "2026-12-18", "2026-12-11"]

    # The ledger follows the office: the row agrees, which counts as its import, and what it says next is no conflict any more.
    assert bring_in(row("2026-001", "甲", due="2026-12-25"), update=True).written
    taken = head(office)
    assert not bring_in(row("2026-001", "甲", due="2026-12-25"), update=True).written
    assert head(office) == taken
    assert [one.number for one in bring_in(row("2026-001", "甲", due="2026-12-31"), update=True).differing] == ["2026-001"]


def test_a_blank_beside_what_was_noted_here_keeps_no_row_from_agreeing(office: by_row.Staged, tmp_path: Path) -> None:
    def bring(progress: str) -> Imported:
        path = tmp_path / "ledger.csv"
        path.write_text(f"编号,事项,责任人,时限,进展情况,存在问题\n2026-001,调研,李明,2026-12-11,{progress},\n", encoding="utf-8")
        return import_ledger(office.place, path, "", how=How(update=True))

    bring("")
    with acting(office.place, "note", "李明") as act:
        note(act, "2026-001", Feedback("过半"))
    assert bring("过半").written, "the row agrees, which counts as its import"
    assert [one.number for one in bring("将完").differing] == ["2026-001"]


def test_what_a_rule_refuses_makes_its_row_bad_and_the_rest_goes(office: by_row.Staged, bring_in: Import) -> None:
    with office.changing() as change:
        change.set(change.get(Person, office.people["赵丽"]), "person-set", registrar=True, login="li")
    bring_in(
        row("2026-001", "甲", original="2026-11-20"),
        row("2026-002", "乙", closed="2026-11-18", progress="好"),
        row("2026-003", "丙", lead="赵丽"),
        row("2026-004", "丁"),
    )
    second = [
        row("2026-001", "甲", due="2026-12-18", original="2026-12-18"),
        row("2026-002", "乙", closed="2026-11-18", progress="更好"),
        row("2026-003", "丙", lead="赵丽", closed="2026-11-20", progress="办妥"),
        row("2026-004", "丁", progress="办妥", closed="2026-11-20"),
    ]
    shown = bring_in(*second, as_name="赵丽", update=True, dry_run=True)
    assert [(one.row, one.reason) for one in shown.problems] == [
        (2, "The original deadline is kept for ever: it is 2026-11-20 on record."),
        (4, "赵丽 leads 2026-003 and may not close it too: 王建国, who gave it, does."),
    ]
    taken = head(office)
    assert bring_in(*second, as_name="赵丽", update=True).written is False
    assert head(office) == taken
    came = bring_in(*second, as_name="赵丽", update=True, skip_bad=True)
    assert (came.written, [one.number for one in came.differing], came.bad) == (True, ["2026-004"], 2)
    assert [item["status"] for item in items(office).values()] == ["in-hand", "closed", "in-hand", "closed"]


def test_what_a_ledger_says_otherwise_of_what_is_closed_is_told_and_keeps_nothing_back(office: by_row.Staged, bring_in: Import) -> None:
    closed = {"closed": "2026-11-18", "progress": "好"}
    bring_in(row("2026-001", "甲", **closed), row("2026-002", "更换路灯", **closed), row("2026-003", "丙", **closed))
    before = items(office)
    second = [
        row("2026-001", "甲", closed="2026-11-18", progress="好；已付款", lead="赵丽", due="2026-12-18"),
        row("2026-002", "更换东街路灯", closed="2026-11-18", progress="好；已归档"),
        row("2026-003", "丙", status="办理中", progress="重做"),
    ]
    came = bring_in(*second, update=True)
    assert (came.written, came.problems, came.here) == (True, [], [(2, "2026-001")])
    assert [(one.number, [two.field for two in one.differences]) for one in came.settled] == [
        ("2026-001", ["lead", "due", "progress"]),
        ("2026-002", ["progress"]),
    ]
    after = items(office)
    assert after["2026-001"] == before["2026-001"]
    assert [after["2026-002"][key] for key in ("title", "told", "status")] == ["更换东街路灯", "好", "closed"], "its name is put right all the same"
    assert [after["2026-003"][key] for key in ("told", "status")] == ["重做", "in-hand"], "what the row says is open again is told more"
    again = bring_in(*second, update=True)
    assert (again.written, len(again.settled)) == (False, 2)


def test_of_what_was_closed_here_a_row_that_says_the_same_closing_is_in_no_conflict(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row("2026-001", "甲"), row("2026-002", "乙"))
    with acting(office.place, "close", "王建国") as act:
        for number in ("2026-001", "2026-002"):
            close(act, number, "办妥")
    before = items(office)
    came = bring_in(row("2026-001", "甲", status="已办结", progress="已归档"), row("2026-002", "乙", progress="还差一页"), update=True)
    assert [one.number for one in came.settled] == ["2026-001"]
    assert [one.number for one in came.conflict] == ["2026-002"], "of the end here it has not heard"
    assert [items(office)[number]["told"] for number in before] == [None, None]


def test_what_is_cancelled_is_not_taken_up_again_by_a_row_but_handed_out_anew(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(title="甲", status="取消"), row(title="乙"))
    taken = head(office)
    for status in ("办理中", "已办结"):
        came = bring_in(row(title="甲", status=status), row(title="乙"), update=True)
        (problem,) = came.problems
        assert (problem.row, problem.value) == (2, "in hand" if status == "办理中" else "closed")
        assert "handed out anew" in problem.fix
        assert (came.written, head(office)) == (False, taken), "and is not said to be brought in line, month after month"
    came = bring_in(row(title="甲", status="办理中", issued="2026-11-23", due="2026-12-18"), row(title="乙"), update=True)
    assert (came.good, [one["status"] for one in items(office).values()]) == (1, ["cancelled", "in-hand", "in-hand"])


def test_only_a_registrar_brings_a_ledger_in_line(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row("2026-001", "甲"))
    with pytest.raises(Refused, match="nothing was changed") as refused:
        bring_in(row("2026-001", "甲", progress="好"), update=True, as_name="李明")
    assert refused.value.codes == "A401"


def test_what_is_blank_now_is_kept_and_said_row_by_row(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(
        row("2026-001", "甲", support="赵丽(数据)", goal="一篇", progress="初稿", original="2026-11-20"),
        row("2026-002", "乙", source="", progress="80%"),
        row("2026-003", "丙", goal="两篇"),
    )
    with acting(office.place, "edit", "王建国") as act:
        edit(act, "2026-003", Edit(fields={"source": "领导批示"}))  # which no ledger ever had
    came = bring_in(row("2026-001", "甲", source=""), row("2026-002", "乙", source="", progress="80%"), row("2026-003", "丙", source=""), update=True)
    supports = [{"name": "赵丽", "part": "数据", "done": False}]
    assert {one.number: {two.field: (two.old, two.new) for two in one.differences} for one in came.blank} == {
        "2026-001": {"source": ("常务会议", None), "goal": ("一篇", None), "progress": ("初稿", None), "supports": (supports, None)},
        "2026-003": {"goal": ("两篇", None)},
    }
    assert len(came.here) == 3
    assert items(office)["2026-001"]["goal"] == "一篇"


def test_a_day_without_its_year_is_the_same_whenever_the_file_is_read(office: by_row.Staged, bring_in: Import, at: Callable[[str], None]) -> None:
    ledger = [
        row(title="甲", issued="", due="12月11日"),
        row(title="乙", issued="", due="2月底", lead="赵丽"),
        row(title="丙", issued="11月2日", due="12月4日", status="已办结", closed="11月20日"),
        row(title="甲", issued="", due="12月18日"),
        row(title="丁", issued="", due="11月20日", status="√ 11.18"),
    ]
    assert bring_in(*ledger).good == 5
    days = [(item["issued"], item["due"], item["closed"]) for item in items(office).values()]
    at("2028-03-06T01:00")
    came = bring_in(*ledger, update=True)
    assert (told(came), len(came.here)) == ({}, 5)
    assert days == [(item["issued"], item["due"], item["closed"]) for item in items(office).values()]
    assert told(bring_in(row(title="乙", issued="", due="4月15日", lead="赵丽"))) == {"2026-002": {"due": ("2027-02-28", "2028-04-15")}}


def test_a_month_for_a_day_is_the_same_whenever_the_file_is_read(bring_in: Import, at: Callable[[str], None]) -> None:
    rows = [
        row("2026-001", "甲事", issued="2026年10月", due="2026-12-20"),
        row("2026-002", "乙事", issued="10月中旬", due="2026-12-20", closed="11月"),
        row("2026-003", "丙事", issued="2026年10月", due="2026-12-20", closed="2026年11月"),
    ]
    assert (bring_in(*rows).good, bring_in(*rows).good) == (3, 0)
    for later in ("2026-11-27T01:00", "2026-12-10T01:00", "2027-12-10T01:00"):
        at(later)
        again = bring_in(*rows, dry_run=True)
        assert (len(again.here), told(again), again.problems) == (3, {}, [])
    other = bring_in(row("2026-001", "甲事", issued="2026年9月", due="2026-12-20"), *rows[1:], dry_run=True)
    assert {number: [*fields] for number, fields in told(other).items()} == {"2026-001": ["issued"]}


def test_a_blank_deadline_or_state_that_was_told_is_said_too(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row("2026-001", "甲"), row("2026-002", "乙", due="2026-12-11", status="暂缓"), row("2026-003", "丙", status="办理中"))
    came = bring_in(row("2026-001", "甲", due=""), row("2026-002", "乙", due="2026-12-11"), row("2026-003", "丙"), update=True)
    assert {one.number: {two.field: two.old for two in one.differences} for one in came.blank} == {
        "2026-001": {"due": "2026-11-20"},
        "2026-002": {"status": "suspended"},
    }
    assert len(came.here) == 3


def test_who_waited_by_the_words_of_progress_and_does_not_any_more_is_said(office: by_row.Staged, bring_in: Import) -> None:
    second = row("2026-002", "乙", due="2026-12-11", progress="已启动")
    bring_in(row("2026-001", "甲", progress="暂缓，等规划批复"), second, stateless=True)
    assert items(office)["2026-001"]["status"] == "suspended"
    came = bring_in(row("2026-001", "甲", progress="已批复，现场踏勘"), second, update=True, stateless=True)
    assert {one.number: {two.field: two.old for two in one.differences} for one in came.blank} == {"2026-001": {"status": "suspended"}}


def test_a_text_typed_here_with_marks_that_reading_leaves_out_is_the_same_in_its_export(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row("2026-001", "甲"), row("2026-002", "乙"))
    with acting(office.place, "edit", "王建国") as act:
        edit(act, "2026-001", Edit(fields={"goal": "标题用 <b>黑体</b> &amp; 加框"}))
    assert told(bring_in(row("2026-001", "甲", goal="标题用 <b>黑体</b> &amp; 加框"), row("2026-002", "乙"))) == {}


def test_what_an_older_copy_says_again_is_told(office: by_row.Staged, bring_in: Import) -> None:
    june = [
        row("2026-001", "甲", progress="已启动"),
        row("2026-002", "乙", due="2026-12-11"),
        row("2026-003", "丙"),
        row("2026-004", "丁", progress="80%"),
    ]
    bring_in(*june)
    july = [
        row("2026-001", "甲", progress="初稿"),
        row("2026-002", "乙", due="2026-12-25", lead="赵丽"),
        row("2026-003", "丙", closed="2026-11-20"),
        row("2026-004", "丁", progress="90%"),
    ]
    assert bring_in(*july, update=True).older == []
    assert bring_in(*june[:3], row("2026-004", "丁", progress="95%"), dry_run=True).older == [2, 3], "a state alone goes forth and back"
    ended = row("2026-002", "乙", due="2026-12-11", closed="2026-11-20"), row("2026-004", "丁", progress="80%", status="撤案")
    assert bring_in(june[0], *ended, dry_run=True).older == [2], "an end is news"


def test_a_row_that_says_nothing_of_an_end_has_not_seen_it(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row("2026-001", "甲", progress="已启动"), row("2026-002", "乙"))
    with acting(office.place, "cancel", "王建国") as act:
        cancel(act, "2026-001", "不再需要")
    assert not bring_in(row("2026-001", "甲", progress="已启动"), row("2026-002", "乙"), update=True).written
    came = bring_in(row("2026-001", "甲", status="办理中"), row("2026-002", "乙"), update=True)
    assert ([one.number for one in came.stands], items(office)["2026-001"]["status"]) == (["2026-001"], "cancelled")
    came = bring_in(row("2026-001", "甲", status="办理中", goal="一篇"), row("2026-002", "乙"), update=True)
    assert ([one.number for one in came.conflict], came.stands) == (["2026-001"], []), "nothing else is brought in line of what is over"


def test_what_was_open_here_is_closed_today_where_the_day_is_not_said(office: by_row.Staged, bring_in: Import, at: Callable[[str], None]) -> None:
    """On a day not known it would never have been late, and the figures of a month past would change."""
    bring_in(row("2026-001", "甲"), row("2026-002", "乙", due="2026-12-31"), row("2026-003", "丙", status="暂缓"))
    at("2026-12-07T01:00")
    second = [
        row("2026-001", "甲", status="已办结"),
        row("2026-002", "乙", due="2026-12-31", status="已办结"),
        row("2026-003", "丙", status="已办结"),
    ]
    bad = row("2026-004", "丁", due="2026-12-31"), row("2026-004", "戊", due="2026-12-31", status="已办结")
    came = bring_in(*second, *bad, update=True, skip_bad=True)
    assert [problem.row for problem in came.problems] == [6]
    assert not any("on a day not known" in note for note in came.notes), "of a bad row nothing is assumed"
    after = items(office)
    assert [(after[number]["closed"], after[number]["on_time"]) for number in ("2026-001", "2026-002")] == [("2026-12-07", 0), ("2026-12-07", 1)]
    assert after["2026-003"]["closed"] == "2026-12-07"
    with office.reading(date(2026, 11, 30)) as read:
        assert [
            one["number"]
            for one in fetch(read, Chosen(conditions=["overdue = 1"], of_items_alone=False, of_a_day=True), order_by=BY_NUMBER, limit=0)[0]
        ] == ["2026-001"]
    taken = head(office)
    assert not bring_in(*second, update=True).written
    assert head(office) == taken
    assert bring_in(row("2026-001", "甲", closed="2026-11-30"), update=True).written, "the day may still be said"
    assert items(office)["2026-001"]["closed"] == "2026-11-30"


def test_history_tells_each_thing_that_a_ledger_changed(office: by_row.Staged, bring_in: Import, at: Callable[[str], None]) -> None:
    bring_in(row("2026-001", "甲", status="办理中"))
    at("2026-12-07T01:00")
    bring_in(row("2026-001", "甲", lead="赵丽", due="2026-12-31", goal="一篇", source="批示", progress="过半", status="办理中"), update=True)
    bring_in(row("2026-001", "甲", lead="赵丽", due="2026-12-31", goal="一篇", source="批示", status="已办结"), update=True)
    with office.reading() as read:
        *_first, moved, ended = trail_lines(read, limit=0)[0]
    for said in ("lead 李明 → 赵丽", "deadline 2026-11-20 → 2026-12-31", "goal – → 一篇", "source 常务会议 → 批示", "过半"):
        assert said in moved.told
    assert ("status" in moved.told, "×" in moved.told) == (False, False), "it is in hand before and after"
    assert "status in hand → closed" in ended.told
