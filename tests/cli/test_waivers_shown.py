"""A waiver is shown with its end: on the item's page, in its history, and as it stood on an earlier day."""

from __future__ import annotations

import pytest

from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]

pytestmark = pytest.mark.on_sqlite


def waived(office: Office, until: str = "") -> None:
    office.done(
        "孙丽", f"add 台账 --lead 陈静 --support 王强 --due 7-31 --by 吴芳 --from 例会 --waive R102=一 --waive R104=二 --waived-by 吴芳 {until}"
    )


def test_a_page_tells_until_when_a_rule_is_set_aside_and_when_that_was_over(office: Office) -> None:
    waived(office, "--waived-until 7-10")
    shown = office.done("孙丽", "show 1")
    assert "R104 · 二 · allowed by 吴芳 · until 2026-07-10\n" in shown
    assert "R102, 吴芳, until 2026-07-10; R104, 吴芳, until 2026-07-10 · 一; 二" in shown
    office.at("2026-07-13T02:00")
    assert "R104 · 二 · allowed by 吴芳 → ended on 2026-07-10\n" in office.done("孙丽", "show 1")
    assert "until 2026-07-10\n" in office.done("孙丽", "show 1 --as-of 2026-07-08")


def test_what_was_ended_later_had_no_end_before(office: Office) -> None:
    waived(office)
    office.at("2026-07-13T02:00")
    office.done("吴芳", "waiver end W-001 --reason 已分工")
    columns = "--columns waiver,expires,in_force --format csv"
    assert office.done("孙丽", f"waivers --all {columns}").splitlines()[1:] == ["W-002,,yes", "W-001,2026-07-12,no"]
    assert office.done("孙丽", f"waivers --as-of 7-8 {columns}").splitlines()[1:] == ["W-002,,yes", "W-001,,yes"]
    assert "R102 · 一 · allowed by 吴芳\n" in office.done("孙丽", "show 1 --as-of 2026-07-08")
    assert "R102 · 一 · allowed by 吴芳 → ended on 2026-07-12\n" in office.done("孙丽", "show 1")
