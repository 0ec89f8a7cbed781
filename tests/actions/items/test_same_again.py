"""The same matter, lead and deadline once more: a line that was called up again is said to be one."""

from __future__ import annotations

from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]


def test_the_same_once_more_is_said_to_be_the_same(office: Office) -> None:
    add = "add 核对台账 --lead 陈静 --due fri"
    assert "is the same" not in office.done("吴芳", add)
    assert "2026-001 is the same: matter, lead and deadline. If 2026-002 is there by mistake: officecli undo" in office.done("吴芳", add)
    assert "is the same" not in office.done("吴芳", "add 核对台账 --lead 陈静 --due 7-31"), "another day is another round"
    split = "split 1 分表 --lead 陈静 --due wed"
    assert "is the same" not in office.done("吴芳", split)
    assert "2026-004 is the same" in office.done("吴芳", split)
    office.done("吴芳", "undo")
    office.done("吴芳", "cancel 4 不办了")
    assert "is the same" not in office.done("吴芳", split), "what is over is not there twice"


def test_the_whole_of_what_is_given_to_several_is_not_the_same_as_its_part(office: Office) -> None:
    """Whoever hands out and heads one of the units was told to undo all of it."""
    each = "add 年度申报 --each 陈静,李娜 --due fri --from 通知"
    assert "is the same" not in office.done("李娜", each)
    assert "is the same" in office.done("李娜", each)


def test_all_units_are_named_where_all_was_typed(office: Office) -> None:
    assert "Name each of those meant: --each-unit" in office.type("周海", "add 年度申报 --each-unit all --due fri")


def test_a_procedure_run_beside_its_open_item_is_said_to_be_the_same(office: Office) -> None:
    office.done("孙丽", "procedure add 发电机试车 --post 督查科员 --every monthly")
    office.done("孙丽", "procedure run 发电机试车")
    assert "is the same matter with the same lead, and open" in office.done("孙丽", "procedure run 发电机试车 --due 7-31")
