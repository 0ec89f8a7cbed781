"""Whom a row names: who leads, who supports, and who stands by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.typed.office.name_cell import NameCell

TODAY = date(2026, 11, 23)
Read = Callable[..., Ledger]
HEADINGS = ["事项", "责任人", "配合", "交办日期", "办结时限", "销号日期"]


def test_section_and_person_columns_stand_together(read_table: Read) -> None:
    ledger = read_table(
        ["事项", "牵头科室", "责任人"], ["甲", "综合科", "张三"], ["乙", "信息科", ""], ["丙", "综合科、信息科", "李四"], ["丁", "", "王五"]
    )
    assert [row.lead for row in ledger.rows] == [NameCell("综合科", "张三"), NameCell("", "信息科"), NameCell("综合科", "李四"), NameCell("", "王五")]
    assert ledger.rows[2].supports == (NameCell("", "信息科"),)


def test_several_names_for_the_lead_are_kept_apart(read_table: Read) -> None:
    row = read_table(["事项", "责任人"], ["调研", "张三、李四(资料)"]).rows[0]
    assert (row.lead, row.also_lead, row.supports) == (NameCell("", "张三"), (NameCell("", "李四", "资料"),), ())


@pytest.mark.parametrize(
    ("lead", "support", "leads", "supports"),
    [
        ("由张三牵头，李四、王五配合", "", ["张三"], ["李四", "王五"]),
        ("张三（牵头）、李四", "王五", ["张三"], ["李四", "王五"]),
        ("A角：张三 B角：李四", "", ["张三"], ["李四"]),
        ("张三、各科室", "", ["张三"], ["各科室"]),
        ("张三", "李四配合", ["张三"], ["李四"]),
    ],
)
def test_a_cell_that_says_who_leads_is_believed(read_table: Read, lead: str, support: str, leads: list[str], supports: list[str]) -> None:
    row = read_table(["事项", "责任人", "配合单位"], ["调研", lead, support]).rows[0]
    assert [cell.name for cell in (row.lead, *row.also_lead)] == leads
    assert [cell.name for cell in row.supports] == supports


def test_whoever_is_named_as_helping_alone_leads_and_that_is_said(read_table: Read) -> None:
    helping, plain = read_table(["事项", "责任人"], ["调研", "配合：张三"], ["培训", "张三"]).rows
    assert (helping.lead, plain.lead) == (NameCell("", "张三"), NameCell("", "张三"))
    assert ("lead" in helping.inferred, "lead" in plain.inferred) == (True, False)


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("综合科、信息科分别办理", ["综合科", "信息科"]),
        ("综合科、信息科（分办）", ["综合科", "信息科"]),
        ("综合科、信息科按职责分工负责", ["综合科", "信息科"]),
        ("分办：综合科、信息科", ["综合科", "信息科"]),
        ("Records, Finance, each", ["Records", "Finance"]),
    ],
)
def test_what_each_is_to_do_by_itself_has_no_one_lead(read_table: Read, lead: str, names: list[str]) -> None:
    (row,) = read_table(["事项", "责任单位"], ["调研", lead]).rows
    assert row.each
    assert [cell.name for cell in (row.lead, *row.also_lead)] == names
    assert not any(cell.part for cell in (row.lead, *row.also_lead))


def test_an_address_or_a_contact_stands_by(read_table: Read) -> None:
    rows = read_table(["事项", "责任人", "责任人邮箱", "联系人"], ["甲", "", "ana@town.example", "王五"], ["乙", "张三", "ana@town.example", ""]).rows
    assert [(row.lead.name, [one.name for one in row.contacts]) for row in rows] == [("ana@town.example", ["王五"]), ("张三", [])]


def test_everybody_may_support_but_not_lead(read_table: Read) -> None:
    ledger = read_table(HEADINGS, ["甲", "张三", "各科室", "", "", ""], ["乙", "各科室", "", "", "", ""])
    assert ledger.rows[0].supports[0].collective
    assert [(problem.row, problem.column) for problem in ledger.problems] == [(3, "责任人")]


def test_what_stands_behind_who_leads_is_kept(read_table: Read) -> None:
    rows = read_table(["事项", "责任人", "时限"], ["整理档案", "张三（12月起李四）", "2026-12-30"]).rows
    assert rows[0].lead.name == "张三"
    assert "12月起李四" in rows[0].remarks


@pytest.mark.parametrize("lead", ["Unassigned", "TBD", "待定", "?", "NULL"])
def test_a_lead_who_is_not_named_yet_is_nobody(read_table: Read, lead: str) -> None:
    (problem,) = read_table(["Matter", "Lead", "Support"], ["Roof", lead, "TBA"]).problems
    assert (problem.reason, "--lead" in problem.fix) == ("Nobody leads this matter.", True)


def test_a_bracket_before_and_ends_a_name(read_table: Read) -> None:
    (found,) = read_table(["Matter", "Lead"], ["Roof", "Bob Lee (lead) and Cy Moss"]).rows
    assert (found.lead.name, [one.name for one in found.supports]) == ("Bob Lee", ["Cy Moss"])
