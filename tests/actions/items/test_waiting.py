"""For whom an item waits: whoever is meant by a part of the name is told of it, and of words that mean nobody here it is said so."""

from __future__ import annotations

import pytest

from stage.small_office import Office
from stage.small_office import office_on_sqlite as office

__all__ = ["office"]
OUTSIDE = "is nobody of this office, and stands as it was typed."


@pytest.mark.parametrize(("typed", "whom", "is_here"), [
    ("孙丽", "孙丽", True), ("督查室/孙丽", "孙丽", True), ("孙主任", "孙主任", False), ("住建局", "县住建局", False), ("县住建局", "县住建局", False),
    ("县档案馆", "县档案馆", False),
])  # fmt: skip
def test_whom_it_waits_for_may_be_named_for_short(office: Office, typed: str, whom: str, is_here: bool) -> None:
    """As much of a colleague's name as said who was meant stood as a mere word, and who was waited for knew nothing of it."""
    office.done("孙丽", "body add 县住建局")
    office.done("吴芳", "add 电梯 --lead 陈静 --due fri")
    said = office.done("陈静", f"wait 1 --for {typed} 盖章")
    assert f"2026-001 waits for {whom} since today" in said
    assert (OUTSIDE in said) == (whom in ("孙主任", "县档案馆"))
    assert office.rows("SELECT p.name, w.waiting_for FROM wait w LEFT JOIN person p ON p.id = w.person_id") == [
        {"name": whom if is_here else None, "waiting_for": whom}
    ]
    assert ("Others wait for you (1)" in office.type("孙丽", "digest --for me")) == is_here


def test_a_slip_of_a_colleagues_name_is_no_outside_body(office: Office) -> None:
    office.done("吴芳", "add 电梯 --lead 陈静 --due fri")
    assert "孙丽?" in office.type("陈静", "wait 1 --for 孙莉 盖章")
    assert (office.code, office.rows("SELECT id FROM wait")) == (3, [])
