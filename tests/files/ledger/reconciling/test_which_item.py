"""Which item on record a row of the ledger is that comes again: by its number, by its matter, or by what only one of them says."""

from __future__ import annotations

import pytest

from officecli.actions.acting import acting
from officecli.actions.items.handing_on import assign
from officecli.errors import NotFound
from officecli.typed.items.numbers import find_item
from stage import by_row
from stage.second_month import Import, bring_in, items, office, row, told

__all__ = ["bring_in", "office"]

__all__ = ["bring_in", "office"]


def test_rows_of_one_matter_find_their_items_or_are_asked_about(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(title="季报", due="2026-11-30"), row(title="季报", due="2026-12-11"), row(title="周报"), row(title="月报", source=""))
    came = bring_in(
        row(title="季报", due="2026-11-30", progress="已送审"),
        row(title="季报", due="2026-12-11", lead="Ana Silva"),
        row(title="周报", due="2026-12-04", lead="赵丽"),
        row(title="月报"),
        row(title="年报"),
        update=True,
    )
    assert {number: {*fields} for number, fields in told(came).items()} == {
        "2026-001": {"progress"},
        "2026-002": {"lead"},
        "2026-003": {"lead", "due"},
        "2026-004": {"source"},
    }
    unclear = bring_in(row(title="季报", due="2027-01-29", lead="周涛"), dry_run=True)
    assert [one.reason for one in unclear.problems] == ["This matter is on record as 2026-001, 2026-002, with other deadlines or leads."]
    assert [one["number"] for one in unclear.gone] == [], "an unknown row says of no file that anything is gone from it"


def test_what_several_were_given_and_was_put_off_for_all_of_them_is_each_one_s_own(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(title="季报", due="2026-11-30"), row(title="季报", due="2026-12-11", lead="Ana Silva"))
    came = bring_in(row(title="季报", due="2026-12-18", lead="Ana Silva"), row(title="季报", due="2026-12-04"), update=True)
    assert told(came) == {"2026-001": {"due": ("2026-11-30", "2026-12-04")}, "2026-002": {"due": ("2026-12-11", "2026-12-18")}}
    assert came.problems == []


def test_the_next_round_of_what_is_over_is_a_new_item_and_opens_nothing(office: by_row.Staged, bring_in: Import) -> None:
    def of_month(due: str, **more: str) -> list[str]:
        return row(title="月报", issued="", due=due, **more)

    bring_in(of_month("2026-11-20", closed="2026-11-19"), row(title="年报"))
    closed = items(office)["2026-001"]
    second = [of_month("2026-12-18", status="办理中"), row(title="年报")]
    came = bring_in(*second, update=True)
    assert (came.good, came.rounds, told(came), items(office)["2026-001"]) == (1, [(2, "2026-001")], {}, closed)
    again = bring_in(*second, update=True)
    assert (again.written, [number for _row, number in again.here], again.rounds) == (False, ["2026-003", "2026-002"], [])
    opened = bring_in(of_month("2026-11-20", status="办理中"), dry_run=True)
    assert told(opened) == {"2026-001": {"status": ("closed", "in-hand")}}, "with its own deadline it is that one, opened again"
    said = bring_in(row("2026-001", "月报", issued="", due="2026-12-25", status="办理中"), dry_run=True)
    assert said.rounds == []
    assert told(said)["2026-001"].keys() == {"due", "status"}, "and with its number"


def test_a_section_s_name_means_whoever_leads_it_there(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row("2026-001", "甲", lead="综合科"))
    with acting(office.place, "assign", "王建国") as act:
        assign(act, "2026-001", "张三", "出差")
    assert bring_in(row("2026-001", "甲", lead="综合科")).here == [(2, "2026-001")]
    came = bring_in(row("2026-001", "甲", lead="李明"))
    assert {two.field: (two.old, two.new) for two in came.stands[0].differences} == {"lead": ("张三", "李明")}, "whom the section meant then"
    came = bring_in(row("2026-001", "甲", lead="赵丽"))
    assert told(came) == {"2026-001": {"lead": ("张三", "赵丽")}}
    assert len(came.conflict) == 1


def test_a_matter_renamed_under_its_number_is_the_same_and_numbers_that_moved_are_not(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(*(row(f"2026-00{n}", title) for n, title in enumerate(("更换路灯", "整修东街路面", "整修西街路面", "第26周值班", "抄报"), 1)))
    assert [one.number for one in bring_in(row("2026-002", "整修南街路面")).conflict] == ["2026-002"], (
        "another street under a number that is free again"
    )
    came = bring_in(
        row("2026-001", "更换路灯及电缆"),
        row("2026-002", "整修西街路面"),
        row("2026-003", "整修东街路面"),
        row("2026-004", "第27周值班"),
        row("2026-005", "普查"),
        update=True,
    )
    assert told(came)["2026-001"] == {"title": ("更换路灯", "更换路灯及电缆")}
    assert ([one.number for one in came.differing], came.moved) == (["2026-001"], [3, 4])
    assert [item["title"] for item in items(office).values()] == ["更换路灯及电缆", "整修东街路面", "整修西街路面", "第26周值班", "抄报"]


@pytest.mark.parametrize(
    ("title", "differs"),
    [
        ("Repair of the north gate", True),
        ("Repair the north gate and its lock", True),
        ("Repair the south gate", False),
        ("Repair the north gate, phase II", True),
        ("Repairs north gate", True),
    ],
)
def test_a_word_exchanged_for_another_makes_another_matter(title: str, *, differs: bool, bring_in: Import) -> None:
    bring_in(row("2026-001", "Repair the north gate"))
    came = bring_in(row("2026-001", title), dry_run=True)
    assert (len(came.differing), len(came.conflict)) == (int(differs), int(not differs))


def test_a_new_row_that_may_be_an_item_gone_under_another_name_is_said(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(title="更换路灯"), row(title="第26周值班"), row(title="抄报"), row(title="整修路面", due="2026-12-11"), row(title="年报"))
    came = bring_in(
        row(title="更换路灯（东街）"),
        row(title="更换路灯（西街）", lead="赵丽"),
        row(title="第27周值班"),
        row(title="普查"),
        row(title="整修路面及护栏"),
        row(title="年报"),
    )
    assert [(one.row, one.number, one.before) for one in came.renamed] == [(2, "2026-001", "更换路灯"), (3, "2026-001", "更换路灯")]
    assert (came.good, [one["number"] for one in came.gone]) == (5, ["2026-001", "2026-002", "2026-003", "2026-004"])


def test_a_year_by_its_last_two_figures_is_the_same_year(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(title="Budget narrative FY28"), row(title="Report 27"), row(title="年报"))
    came = bring_in(row(title="Budget narrative FY2028"), row(title="Report 2028"), row(title="年报"))
    assert [(one.row, one.before) for one in came.renamed] == [(2, "Budget narrative FY28")]


def test_a_ledger_that_was_numbered_since_is_not_taken_in_twice(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(title="甲"), row(title="乙"), row(title="丙"))
    second = [row("督1号", "甲"), row("督2号", "乙", due="2026-12-18", lead="赵丽"), row("督3号", "丙", issued="2026-11-16"), row("督4号", "甲")]
    came = bring_in(*second, update=True)
    assert came.other_numbers == [(2, "督1号", "2026-001"), (3, "督2号", "2026-002")]
    assert (came.good, came.here, told(came)) == (
        2, [(2, "2026-001")], {"2026-002": {"lead": ("李明", "赵丽"), "due": ("2026-11-20", "2026-12-18")}},
    )  # fmt: skip
    again = bring_in(*second, update=True)
    assert ([number for _row, number in again.here], again.good) == (["2026-001", "2026-002", "督3号", "督4号"], 0)
    bring_in(row(title="填报名册"))
    came = bring_in(row("督5号", "填报名册", lead="赵丽"), row("督6号", "填报名册"), dry_run=True)
    assert ([number for _row, number, _item in came.other_numbers], came.good + came.bad) == (["督6号"], 1), (
        "another's row before it does not take its item"
    )


def test_a_number_in_other_brackets_or_dashes_is_the_same_number(office: by_row.Staged, bring_in: Import) -> None:
    first = bring_in(
        row("督〔2026〕1号", "甲"), row("督[2026]2号", "乙"), row("A-01", "丙"), row("2026-009", "丁"), row("督（2026）2号", "戊"), skip_bad=True
    )
    assert ([one.row for one in first.problems], first.good) == ([6], 4), "of two rows of one number the second is asked about"
    again = bring_in(row("督[2026] 1号", "甲"), row("督【2026】2号", "乙", due="2026-12-18"), row("a—01", "丙"), row("2026—009", "丁"))
    assert ([number for _row, number in again.here], again.good) == (["督〔2026〕1号", "A-01", "2026-009"], 0)
    assert (told(again), again.gone) == ({"督[2026]2号": {"due": ("2026-11-20", "2026-12-18")}}, [])
    unread = bring_in(row("A-01", "丙"), row("督{2026}1号", "甲", due="长期"), row("督(2026)2号", "乙"), dry_run=True)
    assert [one["number"] for one in unread.gone] == ["2026-009"], "whose row is bad is not gone"
    with office.reading() as read:
        found = [find_item(read, typed) for typed in ("督〔2026〕1号", "督[2026]1号", "督 (2026) 1号", "督2026-1号", "A-01", "a—01")]
        assert len(set(found[:4])) == len(set(found[4:])) == 1
        with pytest.raises(NotFound):
            find_item(read, "督2025-1号")


def test_a_short_number_is_found_among_many_that_hold_its_letters(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(*(row(f"A-{number}", f"第{number}项") for number in range(1001, 1203)), row("A-1", "甲"))
    with office.reading() as read:
        assert find_item(read, "a—1") == read.value("SELECT id FROM item WHERE number = 'A-1'")


def test_a_row_whose_issue_day_or_source_was_mended_is_no_new_item(office: by_row.Staged, bring_in: Import) -> None:
    bring_in(row(title="甲"), row(title="乙"), row(title="丙", lead="赵丽"))
    came = bring_in(row(title="甲", issued="2026-11-03"), row(title="乙", source="领导批示"), row(title="丙", issued="2026-11-03"), dry_run=True)
    assert told(came) == {"2026-001": {"issued": ("2026-11-02", "2026-11-03")}, "2026-002": {"source": ("常务会议", "领导批示")}}
    both = bring_in(row(title="甲", issued="2026-11-03", source="领导批示"), row(title="乙"), dry_run=True)
    assert (told(both), both.good + both.bad) == ({}, 1), "of another source and another day it is another matter"
    assert [(one.row, one.key) for one in came.problems] == [(4, "R103")], (
        "another lead and another day: given out twice, unless somebody says otherwise"
    )
