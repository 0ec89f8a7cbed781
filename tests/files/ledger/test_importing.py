from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from officecli.errors import OfficeError
from officecli.files.ledger import importing
from officecli.files.ledger.imported import How, Imported
from officecli.files.ledger.importing import import_ledger
from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.files.ledger.rows.read_as import ReadAs
from officecli.files.ledger.rows.reading import read_ledger
from officecli.model.office.organisation import Person
from officecli.reports.items.item_rows import BY_NUMBER, fetch, sift
from officecli.reports.shape.chosen import Chosen
from stage import by_row
from stage.ledger_files import WRITERS

HEADINGS = ["编号", "事项", "来源", "责任人", "配合", "性质", "交办日期", "原定时限", "现时限", "进展情况", "销号日期"]
Import = Callable[..., Imported]


@pytest.fixture
def office(sqlite_url: str, at: Callable[[str], None]) -> by_row.Staged:
    at("2026-11-23T01:00")
    return by_row.office(sqlite_url)


@pytest.fixture
def bring_in(office: by_row.Staged, tmp_path: Path) -> Import:
    """Imports rows under headings; a row may stop short of the last columns."""

    def bring(*rows: Sequence[str], headings: Sequence[str] = HEADINGS, dry_run: bool = False, skip_bad: bool = False) -> Imported:
        path = tmp_path / "ledger.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([headings, *rows])
        return import_ledger(office.place, path, how=How(dry_run=dry_run, skip_bad=skip_bad))

    return bring


def rows_of(office: by_row.Staged, as_of: date | None = None) -> list[dict[str, Any]]:
    with office.reading(as_of) as read:
        settled = sift(read, Chosen(), order_by=BY_NUMBER, columns="on_time")
        return [row | on_time for row, on_time in zip(fetch(read, Chosen(), order_by=BY_NUMBER, limit=0)[0], settled, strict=True)]


def row(number: str = "", title: str = "调研", source: str = "", lead: str = "李明", support: str = "", kind: str = "", issued: str = "2026-11-02",
        original: str = "2026-11-30", due: str = "", progress: str = "", closed: str = "") -> list[str]:  # fmt: skip
    return [number, title, source, lead, support, kind, issued, original, due, progress, closed]


def reasons(came: Imported) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.reason) for problem in came.problems]


def test_an_open_row_becomes_an_item_in_hand(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(row(support="张三(数据)"))
    assert (came.read, came.good, came.written, came.problems) == (1, 1, True, [])
    (item,) = rows_of(office)
    assert [item[key] for key in ("number", "status", "kind", "lead", "signed", "registered")] == [
        "2026-001", "in-hand", "routine", "李明", None, "2026-11-02",
    ]  # fmt: skip
    assert item["supports"] == [{"name": "张三", "part": "数据", "done": False}]
    with office.reading() as read:
        entries = read.rows("SELECT DISTINCT verb, role, day FROM trail WHERE item_id IS NOT NULL")
        assert entries == [{"verb": "import", "role": "registrar", "day": "2026-11-23"}]


def test_a_closing_date_means_closed_and_the_progress_is_the_result(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(row(progress="已送审", closed="2026-11-20"), row(title="接待", support="张三:车辆", closed="2026-12-01"))
    assert reasons(came) == [(3, "销号日期", "2026-12-01 is still to come.")]
    came = bring_in(row(progress="已送审", closed="2026-11-20"), row(title="接待", support="张三:车辆", closed="2026-11-20"))
    one, other = rows_of(office)
    assert [one[key] for key in ("status", "closed", "submitted", "result", "on_time")] == ["closed", "2026-11-20", "2026-11-20", "已送审", 1]
    assert other["result"] == "as imported"
    assert other["supports"][0]["done"] is True
    assert any("“as imported” stands for it: row 3" in note for note in came.notes)


def test_an_item_closed_late_was_overdue_on_the_days_between(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(original="2026-11-10", due="2026-11-13", closed="2026-11-18", progress="完成"))
    assert [(seen["status"], seen["due"]) for seen in rows_of(office, date(2026, 11, 9))] == [("in-hand", "2026-11-10")]
    (between,) = rows_of(office, date(2026, 11, 16))
    assert (between["overdue"], between["due"], between["working_days_late"]) == (1, "2026-11-13", 1)
    (now,) = rows_of(office)
    assert (now["status"], now["working_days_late"], now["original_due"]) == ("closed", 3, "2026-11-10")
    assert rows_of(office, date(2026, 11, 1)) == []


def test_cancelled_on_a_day_not_known_it_is_neither_late_nor_in_time(office: by_row.Staged, bring_in: Import) -> None:
    headings = ["事项", "责任人", "交办日期", "原定时限", "完成时限", "备注"]
    came = bring_in(
        ["修灯", "李明", "2026-06-01", "2026-06-30", "2026-07-15", "取消"],
        ["换锁", "李明", "2026-06-01", "", "2026-12-15", "取消"],
        headings=headings,
    )
    assert any(note.startswith("Cancelled, but the day is not said: ") and "nobody was late" in note for note in came.notes)
    assert [(item["status"], item["cancelled"], item["on_time"]) for item in rows_of(office)] == [
        ("cancelled", "2026-06-30", None),
        ("cancelled", "2026-11-23", None),
    ]


def test_remarks_that_are_only_how_urgent_or_important_it_is_say_so(office: by_row.Staged, bring_in: Import) -> None:
    headings = ["事项", "责任人", "紧急程度", "完成时限", "备注"]
    rows = [
        ("修灯", "", "急"),
        ("换锁", "", "特急、重要"),
        ("擦窗", "平件", "急"),
        ("种树", "", "重要会议用"),
        ("浇水", "", "是"),
        ("Wax", "", "urgent"),
    ]
    came = bring_in(*([title, "李明", urgency, "2026-12-15", remark] for title, urgency, remark in rows), headings=headings, dry_run=True)
    assert [one.inferred.get("urgency") for one in came.readings][:3] == ["by the words “急”", "by the words “特急、重要”", None]
    bring_in(*([title, "李明", urgency, "2026-12-15", remark] for title, urgency, remark in rows), headings=headings)
    assert [(item["urgency"], item["importance"]) for item in rows_of(office)] == [
        ("urgent", "normal"),
        ("most-urgent", "major"),
        *[("ordinary", "normal")] * 3,
        ("urgent", "normal"),
    ]


def test_who_ordered_it_may_stand_there_by_initials_and_whoever_only_shares_a_name_is_outside(office: by_row.Staged, bring_in: Import) -> None:
    headings = ["Matter", "Lead", "Ordered by", "Due"]
    orders = ["AS", "AS", "Mayor Silva", "A. S."]
    came = bring_in(*([f"Lamps {n}", "李明", by, "2026-12-15"] for n, by in enumerate(orders)), headings=headings)
    assert "Initials stand for people" not in " ".join(came.at_top)
    assert {item["ordered_by"]: item["originator"] for item in rows_of(office)}["Mayor Silva"] != "Ana Silva"
    with office.changing() as change:
        change.add(Person, "person-add", name="Bob Lee", name_key="boblee", post_id=change.get(Person, office.people["钱进"]).post_id)
    came = bring_in(["Doors", "李明", "AS", "2026-12-15"], ["Walls", "李明", "B.L.", "2026-12-15"], headings=headings)
    assert "Initials stand for people: AS = Ana Silva, B.L. = Bob Lee." in came.at_top
    assert [(item["ordered_by"], item["originator"]) for item in rows_of(office)][-2:] == [(name, name) for name in ("Ana Silva", "Bob Lee")]


def test_numbers_are_kept_when_they_are_free(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(
        row(title="甲"),
        row("2026-007", "乙"),
        row("9", "丙"),
        row("督〔2025〕３号", "丁"),
        row("2026-7", "戊"),
        row("2026-007", "乙", "另处"),
        skip_bad=True,
    )
    assert reasons(came) == [
        (6, "编号", "The number 2026-007 belongs to another matter."),
        (7, "事项", "Row 3 says the same matter otherwise: it is in hand there."),
    ]
    assert {item["title"]: item["number"] for item in rows_of(office)} == {
        "甲": "2026-010",
        "乙": "2026-007",
        "丙": "2026-009",
        "丁": "督〔2025〕3号",
    }


def test_a_matter_that_is_here_is_not_doubled(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(title="调研报告", source="常务会议"))
    again = bring_in(row(title="调研 报告。", source="常务会议"), row(title="调研报告", source="常务会议", issued="2026-11-03"))
    assert (again.good, [one.number for one in again.differing]) == (1, ["2026-001"])
    assert len(rows_of(office)) == 2


def test_rows_of_one_matter_with_other_deadlines_or_leads_are_several_items(office: by_row.Staged, bring_in: Import) -> None:
    quarters = [row(title="季报", original=due) for due in ("2026-11-30", "2026-12-31", "2027-01-29")]
    came = bring_in(quarters[0], quarters[1])
    assert (came.good, came.here) == (2, [])
    again = bring_in(*quarters)
    assert (again.good, again.here) == (1, [(2, "2026-001"), (3, "2026-002")])
    assert len(rows_of(office)) == 3


def test_only_an_equal_row_is_a_repeat_and_of_two_states_that_which_holds_stays(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(row(title="甲"), row(title="甲"), row(title="乙"), row(title="乙", closed="2026-11-20", progress="办妥"), skip_bad=True)
    assert came.here == [(3, "2026-001")]
    assert reasons(came) == [(4, "事项", "Row 5 says the same matter otherwise: it is closed there.")]
    assert {item["title"]: item["status"] for item in rows_of(office)} == {"甲": "in-hand", "乙": "closed"}


def test_a_matter_that_may_be_any_of_several_on_record_is_asked_about(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(title="季报", original="2026-11-30"), row(title="季报", original="2026-12-31"))
    came = bring_in(row(title="季报", original="2027-01-29"), skip_bad=True)
    assert reasons(came) == [(2, "事项", "This matter is on record as 2026-001, 2026-002, with other deadlines or leads.")]
    one = bring_in(row(title="月报", original="2026-11-30"))
    assert one.good == 1
    moved = bring_in(row(title="月报", original="2026-12-04"))
    assert [(one.number, [two.field for two in one.differences]) for one in moved.differing] == [("2026-003", ["original_due"])]


def test_a_free_number_of_its_own_makes_a_row_another_matter(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(row("2026-003"), row("2026-004"), row())
    assert (came.good, came.here) == (2, [(4, "2026-003")])
    again = bring_in(row("2026-005"), row("2026-004"), row())
    assert (again.good, again.here) == (1, [(3, "2026-004"), (4, "2026-003")])
    assert [item["number"] for item in rows_of(office)] == ["2026-003", "2026-004", "2026-005"]


def test_without_an_issue_day_it_is_the_earliest_day_the_row_speaks_of(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(row(title="甲", issued=""), row(title="乙", issued="", original="2026-10-15"))
    assert [item["issued"] for item in rows_of(office)] == ["2026-11-23", "2026-10-15"]
    assert any("rows 2, 3" in note for note in came.notes)
    assert len(bring_in(row(title="甲", issued=""), row(title="乙", issued="", original="2026-10-15")).here) == 2


@pytest.mark.parametrize(
    ("lead", "reason", "fix"),
    [
        ("石大川", "Nobody here is called “石大川”.", "Units and people outside"),
        ("李民", "Nobody here is called “李民”.", "Did you mean 李明?"),
        ("欧阳修闻", "Nobody here is called “欧阳修闻”.", "Did you mean 欧阳修文?"),
        ("Anna Silva", "Nobody here is called “Anna Silva”.", "Did you mean Ana Silva?"),
        ("县住建局", "“县住建局” is no unit of this office and no outside body on record.", "import with --add-bodies"),
        ("督查室/李明", "李明 is in 综合科, not in 督查室.", "Write 综合科/李明"),
        ("综合科科员", "“综合科科员” is the post of several people", "Name the person."),
        ("张三和李明", "2 names stand where one person leads.", "Leave the one who leads"),
        ("各科室", "The lead must be one person, not everybody.", "Name the one person"),
    ],
)
def test_a_lead_must_be_one_person_of_the_office(bring_in: Import, lead: str, reason: str, fix: str) -> None:
    (problem,) = bring_in(row(lead=lead)).problems
    assert (problem.row, problem.column) == (2, "责任人")
    assert reason in problem.reason
    assert fix in problem.fix


def test_all_that_is_wrong_with_a_row_is_said_in_one_go(bring_in: Import) -> None:
    """The names of a row are looked up after its days, and it is mended once."""
    unknown = "Nobody here is called “欧阳修闻”."
    came = bring_in(
        row(lead="欧阳修闻", original="待商"), row(title="乙", support="欧阳修闻(迎宾)", issued="去年"), row(title="丙", lead="", original="待商")
    )
    assert [(number, column) for number, column, _reason in reasons(came)] == [
        *[(2, "原定时限"), (2, "责任人"), (3, "交办日期"), (3, "配合"), (4, "责任人"), (4, "原定时限")]
    ]
    assert [reason for _row, _column, reason in reasons(came)].count(unknown) == 2
    assert came.bad == 3


def test_what_the_store_could_not_keep_is_said_and_not_cut_off(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(row(progress="在推进。" * 2600), row(title="走访"), skip_bad=True)
    assert [(row, column) for row, column, _reason in reasons(came)] == [(2, "进展情况")]
    assert "more than" in came.problems[0].reason
    assert [item["title"] for item in rows_of(office)] == ["走访"]


def test_a_number_that_the_spreadsheet_made_a_date_of_is_said(office: by_row.Staged, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(HEADINGS)
    book.active.append(["2026-001", *row()[1:]])
    book.active.append([date(2026, 3, 1), *row(title="走访")[1:]])
    book.save(tmp_path / "ledger.xlsx")
    came = import_ledger(office.place, tmp_path / "ledger.xlsx", how=How(dry_run=True))
    assert reasons(came) == [(3, "编号", "The spreadsheet has turned this number into a date.")]


@pytest.mark.parametrize(
    ("lead", "name"), [("综合科", "李明"), ("督查室主任", "赵丽"), ("李 明", "李明"), ("综合科/李明", "李明"), ("ana silva", "Ana Silva")]
)
def test_sections_and_posts_stand_for_people(office: by_row.Staged, bring_in: Import, lead: str, name: str) -> None:
    bring_in(row(lead=lead))
    assert [item["lead"] for item in rows_of(office)] == [name]


def test_who_is_outside_the_office_stays_in_the_text_of_support(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(row(support="县公安局(提供数据)、张三(汇总)、各科室"), row(title="接待", support="欧阳修闻(迎宾)"), skip_bad=True)
    assert [item["supports"] for item in rows_of(office)] == [
        [{"name": "张三", "part": "汇总", "done": False}, {"name": "县公安局（提供数据）、各科室", "part": "", "done": False}]
    ]
    assert reasons(came) == [(3, "配合", "Nobody here is called “欧阳修闻”.")]
    assert any("欧阳修闻 → 欧阳修文 (row 3)" in note for note in came.notes)


def test_nobody_is_on_an_item_twice(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(row(support="李明(初稿)"), row(support="张三(初稿)、张三(校对)"), row(title="丙", support="综合科(数据)"), skip_bad=True)
    assert [problem for _row, _column, problem in reasons(came)] == [
        "李明 leads this item and cannot support it too.",
        "张三 is named twice as a supporter.",
    ]
    (item,) = rows_of(office)
    assert item["supports"] == [{"name": "综合科（数据）", "part": "", "done": False}]


def test_who_is_named_again_without_a_part_is_named_once(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(row(support="李明、张三(初稿)、张三"))
    assert came.problems == []
    assert [item["supports"] for item in rows_of(office)] == [[{"name": "张三", "part": "初稿", "done": False}]]
    assert any("李明 (row 2)" in note for note in came.notes)


def test_the_rules_judge_each_row(office: by_row.Staged, bring_in: Import) -> None:
    rows = [row(original=""), row(title="乙", kind="临时", support="张三"), row(title="丙", support="张三"), row(title="丁", original="2026-11-29")]
    came = bring_in(*rows)
    assert [(number, column) for number, column, _reason in reasons(came)] == [(2, "D301 no-deadline"), (3, "R104 support-without-part")]
    assert [("“现时限”" in one.fix, "“配合”" in one.fix) for one in came.problems] == [(True, False), (False, True)]
    assert came.written is False
    assert {warned.rule.code: warned.rows for warned in came.warned} == {"R104": [4], "D307": [5]}
    assert rows_of(office) == []
    came = bring_in(*rows, skip_bad=True)
    assert [item["title"] for item in rows_of(office)] == ["丙", "丁"]
    assert (came.good, came.bad, came.written) == (2, 2, True)


def test_a_trial_leaves_no_trace(office: by_row.Staged, bring_in: Import) -> None:
    with office.reading() as read:
        before = read.head()
    assert bring_in(row(), dry_run=True).good == 1
    assert bring_in(row(), dry_run=True, skip_bad=True).written is False
    with office.reading() as read:
        assert read.head() == before


def test_what_the_status_column_says(office: by_row.Staged, bring_in: Import) -> None:
    headings = ["事项", "责任人", "交办日期", "时限", "状态", "报结日期", "取消日期"]
    said = [("待签收", ""), ("已报结", "2026-11-20"), ("退回重办", "2026-11-20"), ("暂缓", ""), ("取消", ""), ("进行中", "2026-11-19"), ("办结", "")]
    came = bring_in(*([f"事{n}", "李明", "2026-11-02", "2026-12-01", *cells] for n, cells in enumerate(said)), headings=headings, skip_bad=True)
    assert [(item["status"], item["submitted"]) for item in rows_of(office)] == [
        ("issued", None), ("submitted", "2026-11-20"), ("in-hand", "2026-11-20"), ("suspended", None), ("cancelled", None), ("submitted", "2026-11-19"),
        ("closed", None),
    ]  # fmt: skip
    assert came.problems == []


def test_somebody_who_has_left_leads_only_what_is_closed(office: by_row.Staged, bring_in: Import) -> None:
    with office.changing() as change:
        from officecli.model.office.organisation import Person

        change.set(change.get(Person, office.people["周涛"]), "person-leave", left_on=date(2026, 11, 1))
    came = bring_in(row(lead="周涛"), row(title="乙", lead="周涛", progress="完成", closed="2026-11-20"), skip_bad=True)
    assert reasons(came)[0][:2] == (2, "R101 no-single-lead")
    assert "2026-" not in came.problems[0].fix, "a number that the row never had is another's"
    assert "“责任人”" in came.problems[0].fix
    assert [item["lead"] for item in rows_of(office)] == ["周涛"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_text_in_the_encodings_of_offices(office: by_row.Staged, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text("督办台账\n事项;责任人;交办日期;时限\n调研;李明;2026.11.2;11月底\n", encoding=encoding)
    import_ledger(office.place, path)
    assert [(item["title"], item["due"]) for item in rows_of(office)] == [("调研", "2026-11-30")]


@pytest.mark.parametrize(
    ("rule", "bad", "told"),
    [
        (
            "10个工作日",
            [3],
            [
                "The deadline of row 2 is worked out by the rule “10个工作日”.",
                "The rule “10个工作日” counts from the issue day, and none is said in row 3: no deadline there.",
            ],
        ),
        ("2026-12-11", [], ["The deadline of rows 2, 3 is worked out by the rule “2026-12-11”."]),
    ],
)
def test_a_rule_for_deadlines_says_which_rows_it_could_not_count_for(
    office: by_row.Staged, tmp_path: Path, rule: str, bad: list[int], told: list[str]
) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text("事项,责任人,交办日期,时限\n调研,李明,2026-11-23,\n巡查,赵丽,,\n走访,赵丽,,2026-12-01\n", "utf-8")
    came = import_ledger(office.place, path, asked=ReadAs(due_rule=rule), how=How(dry_run=True, skip_bad=True))
    assert ([one.row for one in came.problems], came.at_top) == (bad, told)


def test_a_workbook_with_dates_and_serials(office: by_row.Staged, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for cells in (["事项", "责任人", "交办日期", "时限"], ["甲", "李明", date(2026, 11, 2), 46356], ["乙", "赵丽", 46328, date(2026, 12, 1)]):
        book.active.append(cells)
    book.save(tmp_path / "ledger.xlsx")
    import_ledger(office.place, tmp_path / "ledger.xlsx")
    assert [(item["issued"], item["due"]) for item in rows_of(office)] == [("2026-11-02", "2026-11-30"), ("2026-11-02", "2026-12-01")]


@pytest.mark.parametrize(("name", "text"), [("empty.csv", ""), ("missing.csv", None), (".", None)])
def test_what_is_no_ledger_is_said(office: by_row.Staged, tmp_path: Path, name: str, text: str | None) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(OfficeError):
        import_ledger(office.place, tmp_path / name)


def test_headings_alone_are_no_fault(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in()
    assert (came.read, came.good, came.problems, came.written) == (0, 0, [], False)


def test_the_work_is_told_as_it_goes_on(office: by_row.Staged, tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text("事项,责任人,交办日期,时限\n" + "".join(f"事{n},李明,2026-11-02,2026-12-01\n" for n in range(2500)), encoding="utf-8")
    told: list[tuple[int, int]] = []
    import_ledger(office.place, path, tick=lambda done, whole: told.append((done, whole)))
    written = [5500, 6000, 6250, 7500]
    assert told == [(done, 7500) for done in (*range(500, 5001, 500), *written)], "each row is read, held against the store, and written"
    assert rows_of(office)[-1]["number"] == "2026-2500"


def test_every_row_is_an_item_or_bad_or_here_or_skipped(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(title="甲"))
    came = bring_in(row(title="甲"), row(title="乙"), row(title="丙", lead="无此人"), ["", "一、重点工作"], ["", "合计", "3项"], skip_bad=True)
    assert (came.read, came.good, len(came.here), came.bad) == (5, 1, 1, 1)
    assert [(one.row, one.reason, one.text) for one in came.skipped] == [(5, "section", "一、重点工作"), (6, "total", "合计 · 3项")]


@pytest.mark.parametrize("rows", [[2, 3, 4], [2, 2, 3], [2]])
def test_a_row_lost_or_read_twice_stops_the_import(office: by_row.Staged, bring_in: Import, monkeypatch: pytest.MonkeyPatch, rows: list[int]) -> None:
    def read(*arguments: object, **named: object) -> Ledger:
        ledger = read_ledger(*arguments, **named)  # type: ignore[arg-type]
        return replace(ledger, read=rows)

    monkeypatch.setattr(importing, "read_ledger", read)
    with pytest.raises(OfficeError, match="does not add up"):
        bring_in(row(title="甲"), row(title="乙"))
    assert rows_of(office) == []


def test_a_name_in_another_form_is_read_and_said(office: by_row.Staged, bring_in: Import) -> None:
    came = bring_in(row(lead="李明同志", support="Ana"), row(title="走访", lead="A. Silva"), headings=HEADINGS)
    assert reasons(came) == []
    assert [(one["lead"], [two["name"] for two in one["supports"]]) for one in rows_of(office)] == [("李明", ["Ana Silva"]), ("Ana Silva", [])]
    assert "Names read in full: 李明同志 → 李明 (row 2), Ana → Ana Silva (row 2), A. Silva → Ana Silva (row 3)" in " ".join(came.notes)


LEDGER: list[list[Any]] = [
    ["2026年重点事项台账"],
    ["序号", "事项来源", "事项", "责任人", "配合", "交办日期", "时限", "进展情况", "销号日期"],
    [1, "常务会议", "关于学位的答复", "李明", "张三（数据）", date(2026, 11, 2), date(2026, 11, 30), "正在推进", None],
    [2, None, "关于电梯的来信", "赵丽", None, date(2026, 11, 3), "12月底前", "同上", None],
    ["二、日常工作"],
    [3, "领导批示", "接待方案", None, None, date(2026, 11, 4), date(2026, 11, 20), "已完成", date(2026, 11, 19)],
    [4, "领导批示", "无人办理", "无此人", None, date(2026, 11, 4), date(2026, 11, 20), None, None],
    ["制表人：张三"],
]


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_ledger_in_every_kind_of_file_gives_the_same_trail(
    office: by_row.Staged, tmp_path: Path, name: str, at: Callable[[str], None]
) -> None:
    path = WRITERS[name](tmp_path / name, {"台账": LEDGER}, [(1, 1, 1, 9), (3, 2, 4, 2), (4, 4, 6, 4)])
    at("2026-11-23T01:00")
    came = import_ledger(office.place, path, how=How(skip_bad=True))
    assert (came.read, came.good, came.bad, len(came.skipped)) == (6, 3, 1, 2)
    with office.reading() as read:
        made = [
            {key: value for key, value in entry.items() if key not in _OF_ITS_MOMENT}
            for entry in read.rows("SELECT * FROM trail WHERE verb = 'import' ORDER BY seq")
        ]
    assert made == _trails.setdefault("first", made)
    assert [item["lead"] for item in rows_of(office)] == ["李明", "赵丽", "赵丽"]


_trails: dict[str, list[dict[str, Any]]] = {}
_OF_ITS_MOMENT = ("hash", "at")
