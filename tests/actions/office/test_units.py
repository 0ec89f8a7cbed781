"""A unit is given another name by a registrar: its people, posts and items stay its own, and the old name is offered as an alias."""

from __future__ import annotations

import pytest

from officecli.model.office.organisation import Unit
from officecli.store.place import place
from officecli.store.write.change import changing
from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]

REGISTRAR, DEPUTY, CLERK = "孙丽", "吴芳", "陈静"


def test_a_unit_is_renamed_with_all_that_is_its_own(office: Office) -> None:
    office.done(DEPUTY, "add 电梯摸底 --lead 陈静 --due 8-31")
    office.done(DEPUTY, "view save 我科 unit:督查室")
    said = office.done(REGISTRAR, "unit set 督查室 --name 督查考核室")
    assert "setup makes 督查室 anew" in said
    assert 'officecli unit set "督查考核室" --alias "督查室"' in said
    assert "There is no unit “督查室”" in office.type(DEPUTY, "list @我科")
    office.done(REGISTRAR, "unit set 督查考核室 --alias 督查室")
    assert "电梯摸底" in office.done(DEPUTY, "list @我科")
    assert "督查考核室" in office.done(DEPUTY, "list --columns number,unit")
    office.done(REGISTRAR, "undo")
    assert "督查考核室" in office.done(REGISTRAR, "undo")
    assert "督查考核室" not in office.done(DEPUTY, "unit list")


def test_nothing_is_advised_that_was_typed_with_the_name(office: Office) -> None:
    for line in ("unit set 督查室 --name 督查考核室 --alias 督查室", "person set 王强 --name 王小强 --alias 王强"):
        assert "--alias" not in office.done(REGISTRAR, line)


@pytest.mark.parametrize("name", ["秘书科", "秘 书 科", "李娜", "县水利局", "''", "甲/乙"])
def test_a_unit_takes_no_name_that_is_anothers(office: Office, name: str) -> None:
    office.done(REGISTRAR, "body add 县水利局")
    assert "Error" in office.type(REGISTRAR, f"unit set 督查室 --name {name}")
    assert "A401" in office.type(CLERK, "unit set 督查室 --name 督查考核室")


def test_a_filter_of_a_retired_unit_says_so_unless_another_is_called_so_now(office: Office) -> None:
    with changing(place(office.url)) as change:
        change.set(change.add(Unit, "setup", name="老干部科", nature="service"), "setup", retired=True)
    for line in ("list unit:老干部科", "list --unit 老干部科"):
        assert office.done(DEPUTY, line).count("老干部科 was retired, and nobody is in it any more") == 1
    office.done(REGISTRAR, "unit set 督查室 --alias 老干部科")
    office.done(DEPUTY, "add 慰问安排 --lead 陈静 --due 8-31")
    assert "慰问安排" in office.done(DEPUTY, "list unit:老干部科")
