"""What papers, plans, refusals and hints say of matters that changed hands, came too late, or are one's own: what can be typed, and what is so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stage.meeting_sheets import Sheet
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]

pytestmark = pytest.mark.on_sqlite
CLERK, HEAD, DEPUTY, REGISTRAR = "陈静", "李娜", "吴芳", "孙丽"


def test_who_hands_it_out_here_ordered_it_and_nobody_did_what_a_registrar_records_on_nobodys_order(office: Office, tmp_path: Path) -> None:
    office.done(DEPUTY, "add 公报 --lead 陈静 --due 7-31")
    office.done(REGISTRAR, "add 台账 --lead 王强 --due 7-31")
    office.done(DEPUTY, "add 自己的 --lead me --kind own --due 7-31")
    office.done(REGISTRAR, "add 会务 --lead 王强 --due 7-31 --by 周海 --from 例会")
    said = [("2026-001", "吴芳"), ("2026-002", ""), ("2026-003", ""), ("2026-004", "周海")]
    listed = office.done(REGISTRAR, "list --sort number --columns number,ordered_by --format csv").splitlines()[1:]
    assert [tuple(line.split(",")) for line in listed] == said
    office.done(REGISTRAR, f"ledger -o {tmp_path / 'ledger.csv'} --columns number,ordered_by")
    assert [tuple(line.split(",")) for line in (tmp_path / "ledger.csv").read_text("utf-8-sig").splitlines()[1:]] == said


def test_a_result_that_whoever_closes_it_types_is_not_the_leads(office: Office) -> None:
    office.done(DEPUTY, "add 公报 --lead 陈静 --due 7-31")
    office.done(DEPUTY, "add 台账 --lead 陈静 --due 7-31")
    office.done(DEPUTY, "close 1 已印发")
    assert "吴芳, on closing it · 已印发 → accepted" in office.done(DEPUTY, "show 1")
    office.done(CLERK, "submit 2 已印发")
    office.done(DEPUTY, "close 2")
    assert "陈静 · 已印发 → accepted" in office.done(DEPUTY, "show 2")


def test_a_notice_to_a_later_lead_has_the_day_it_was_handed_on(office: Office, at: Callable[[str], None]) -> None:
    office.done(DEPUTY, "add 公报 --lead 陈静 --due 7-31")
    assert "With the lead since" not in office.done(DEPUTY, "paper notice 1")
    at("2026-07-10T02:00")
    office.done(DEPUTY, "assign 1 --to 王强 --reason 出差")
    assert "With the lead since" in (said := office.done(DEPUTY, "paper notice 1"))
    assert "2026-07-06" in said
    assert "2026-07-10" in said.rstrip().splitlines()[-3:][0] or said.count("2026-07-10") >= 2


def test_an_extension_form_tells_of_what_moved_without_being_asked_for(office: Office) -> None:
    office.done(DEPUTY, "add 公报 --lead 陈静 --due 7-17")
    assert "moved" not in office.done(DEPUTY, "paper extension 1")
    office.done(DEPUTY, "edit 1 --due 7-20 --reason 待复")
    assert "moved 1 time besides" in office.done(DEPUTY, "paper extension 1")
    office.done(CLERK, "ack 1")
    office.done(CLERK, "extend 1 --to +2wd 待复")
    office.done(HEAD, "grant 1")
    office.done(CLERK, "extend 1 --to +2wd 待复")
    said = office.done(DEPUTY, "paper extension 1")
    assert "1 time (2 working days in all)" in said
    assert "moved 1 time besides" in said


def test_too_late_and_too_long_advises_nothing_that_is_refused_too(office: Office, at: Callable[[str], None]) -> None:
    office.done(DEPUTY, "add 公报 --lead 陈静 --due 7-7")
    office.done(CLERK, "ack 1")
    assert "--to +10wd" in office.type(CLERK, "extend 1 --to +20wd 待复")
    at("2026-07-09T02:00")
    said = office.type(CLERK, "extend 1 --to +20wd 待复")
    assert "D304" in said
    assert "at most 10 are allowed" in said
    assert "--to +10wd" not in said


def test_a_plan_extends_nothing_that_is_late_already(office: Office, at: Callable[[str], None]) -> None:
    office.done(DEPUTY, "add 公报 --lead 陈静 --due 7-7 --hours 20")
    office.done(CLERK, "ack 1")
    assert "extend it to 2026-07" in office.done(CLERK, "plan 陈静")
    at("2026-07-09T02:00")
    said = office.done(CLERK, "plan 陈静")
    assert "extend it to" not in said
    assert "which its originator's side sets: officecli edit 2026-001 --due 2026-07" in said


def test_hints_can_be_followed(office: Office, tmp_path: Path) -> None:
    office.done(DEPUTY, "add 借书证 --kind personal")
    said = office.type(DEPUTY, "prod 1 请抓紧")
    assert "2026-001 is personal, and no matter of the office" in said
    assert "--label" not in office.type(DEPUTY, "list --kind 常规")
    assert "officecli list kind:常规" in office.type(DEPUTY, "list --kind 常规")
    office.done(DEPUTY, "add 公报 --lead 陈静 --due 7-31")
    sheet = Sheet(office, tmp_path)
    sheet.insert(事项内容="清理仓库", 新时限="5个工作日")
    said = office.type(REGISTRAR, f"meeting read {sheet.saved()} --meeting 晨会")
    assert "Name the one person who answers for it." in said
    assert "--lead" not in said


def test_what_was_corrected_is_confirmed_as_it_was_corrected(office: Office) -> None:
    office.done(REGISTRAR, "target add 差错率 --post 督查科员 --class efficiency-quality --goal 2% --at-most --weight 40")
    office.done(CLERK, "target record 差错率 3% 抽查")
    office.done(CLERK, "target correct V-001 2% --reason 误")
    assert "officecli target confirm V-002" in office.type(HEAD, "target confirm V-001")
    assert "officecli target correct V-002" in office.type(CLERK, "target correct V-001 1% --reason 误")


def test_who_may_extend_nothing_is_told_no_limit(office: Office) -> None:
    def said(name: str) -> str:
        return office.done(REGISTRAR, f"may {name}").partition("may extend by")[2].split("\n")[0].strip()

    for title in ("督查科员", "督查室主任"):
        office.change(f"post {title} extension_days=")
    assert (said(CLERK), said(HEAD)) == ("–", "no limit of the post")
    office.done(CLERK, "add 台账 --lead 陈静 --due 7-31")
    assert said(CLERK) == "–", "what one gives oneself"


def test_a_deadline_that_slipped_into_next_year_is_taken_back(office: Office) -> None:
    said = office.done(DEPUTY, "add 公报 --lead 陈静 --due 7-1")
    assert "is taken. If that is not meant, take it back (officecli undo), and write it with its year." in said
    office.done(DEPUTY, "undo")
    office.done(DEPUTY, "add 公报 --lead 陈静 --due 2026-7-31")
    assert office.rows("SELECT original_due FROM item") == [{"original_due": "2026-07-31"}]
