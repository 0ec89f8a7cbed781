"""An item's responsible body and the bodies that support it: named, changed, shown, filtered by, counted, and told when its lead is prodded."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from stage.small_office import Office


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Office:
    """The small office on Monday, 6 July 2026, with two outside bodies."""
    at("2026-07-06T02:00")
    office = Office(office_url, at)
    office.done("孙丽", "body add 县水利局 --contact 林可 --phone 5550134 --follow-up 张伟")
    office.done("孙丽", "body add 县林业局")
    return office


def item(office: Office, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(office.done("张伟", f"show {number} --format json"))
    return found


def test_a_body_does_it_and_another_supports(office: Office) -> None:
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月20日 --body 县水利局 --support 县林业局：苗木")
    shown = item(office)
    assert (shown["lead"], shown["body"], shown["body_contact"], shown["body_phone"]) == ("张伟", "县水利局", "林可", "5550134")
    assert shown["supports"] == [{"name": "县林业局", "part": "苗木", "done": False}]
    card = office.done("张伟", "show 1")
    assert "县水利局 (林可 5550134)" in card
    assert "县林业局 (苗木)" in card
    assert "县水利局" in office.done("张伟", "list")
    with reading(place(office.url)) as read:
        assert verify(read).faults == ()


def test_who_follows_a_body_up_leads_what_it_does_where_nobody_is_named(office: Office) -> None:
    office.done("孙丽", "add 堤防加固 --due 7月20日 --body 县水利局")
    office.done("孙丽", "add 清淤 --due 7月20日 --body 县水利局 --by 周海 --from 批示")
    office.done("孙丽", "add 巡查 --lead 李娜 --due 7月20日 --body 县水利局")
    office.done("孙丽", "add 植树 --due 7月20日 --body 县林业局")
    assert [item(office, number)["lead"] for number in (1, 2, 3, 4)] == ["张伟", "张伟", "李娜", "孙丽"]
    refused = office.type("孙丽", "add 造林 --due 7月20日 --body 县林业局 --by 周海 --from 批示")
    assert "--lead is missing." in refused
    assert 'officecli body set "县林业局" --follow-up PERSON' in refused


def test_a_list_without_bodies_has_no_column_for_them(office: Office) -> None:
    office.done("孙丽", "add 月度信息 --lead 李娜 --due 7月20日")
    assert "responsible body" not in office.done("张伟", "list")
    assert item(office)["body"] is None


def test_it_is_changed_read_back_and_on_the_trail(office: Office) -> None:
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月20日 --support 县林业局:苗木")
    changed = office.done("孙丽", "edit 1 --body 县林业局")
    assert "2026-001 changed: responsible body – → “县林业局”." in changed
    assert "2026-001 is no longer supported by 县林业局." in changed
    assert "it was late" not in changed
    assert item(office)["supports"] == []
    assert "responsible body “县林业局” → –." in office.done("孙丽", "edit 1 --body ''")
    history = office.done("张伟", "history 1")
    assert "support by an outside body 县林业局 (苗木)" in history
    assert "responsible body – → 县林业局" in history
    assert "2026-001 is supported by 县水利局 (施工)." in office.done("孙丽", "support 1 add 县水利局:施工")
    assert "supports 2026-001 already" in office.type("孙丽", "support 1 add 县水利局:施工")
    assert "2026-001 is supported by 县水利局 (验收)." in office.done("孙丽", "support 1 add 县水利局:验收")
    assert "no longer supported by 县水利局" in office.done("孙丽", "support 1 remove 县水利局")
    with reading(place(office.url)) as read:
        assert verify(read).faults == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("add 植树 --lead 张伟 --due 7月20日 --body 县农业", "There is no outside body “县农业”.\n  → Did you mean 县林业局?"),
        ("add 植树 --lead 张伟 --due 7月20日 --body 督查室", "督查室 is of this office, and no outside body."),
        ("add 植树 --lead 县林业局 --due 7月20日", "Nobody here is called “县林业局”."),
        ("add 植树 --lead 张伟 --due 7月20日 --support 县林业局 --support 县林业局:苗木", "县林业局 is named twice as a supporter."),
        (
            "add 植树 --lead 张伟 --due 7月20日 --body 县林业局 --support 县林业局:苗木",
            "县林业局 is responsible for this item and cannot support it too.",
        ),
        ("support 1 add 县水利局:施工", "县水利局 is responsible for this item and cannot support it too."),
        ("support 1 remove 县林业局", "县林业局 does not support 2026-001."),
        ("list --body 县农业", "There is no outside body “县农业”."),
    ],
)
def test_what_names_no_body_or_one_twice_is_refused(office: Office, line: str, said: str) -> None:
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月20日 --body 县水利局")
    answer = office.type("孙丽", line)
    assert office.code not in (0, 70), answer
    assert said in answer


def test_a_retired_body_is_named_by_no_new_item(office: Office) -> None:
    office.done("孙丽", "body retire 县林业局 --reason 撤销")
    for line in ("--body 县林业局", "--support 县林业局:苗木"):
        assert "县林业局 is retired." in office.type("孙丽", f"add 植树 --lead 张伟 --due 7月20日 {line}")


def test_only_the_originators_side_names_it(office: Office) -> None:
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月20日")
    assert "A401" in office.type("李娜", "edit 1 --body 县水利局")


def test_reports_take_it(office: Office, at: Callable[[str], None]) -> None:
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月8日 --body 县水利局")
    office.done("孙丽", "add 植树 --lead 张伟 --due 7月8日 --support 县水利局:供水")
    office.done("孙丽", "add 月度信息 --lead 李娜 --due 7月8日")
    at("2026-07-10T02:00")
    for report in ("list", "overdue", "ledger", "digest", "today", "upcoming", "accountability", "quadrants", "balance"):
        office.done("张伟", f"{report} --body 县水利局")
    for report in ("list", "overdue", "ledger"):
        found = json.loads(office.done("张伟", f"{report} --body 县水利局 --format json"))
        assert [row["title"] for row in found["rows"]] == ["堤防加固", "植树"]
        assert found["filters"]["body"] == "县水利局"
    assert "Requests have no body." in office.type("张伟", "requests --body 县水利局")


def test_accountability_by_body(office: Office, at: Callable[[str], None]) -> None:
    assert "No outside body is responsible for anything that fits." in office.done("张伟", "accountability --by body")
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月8日 --body 县水利局 --support 李娜:督促")
    office.done("孙丽", "add 植树 --lead 李娜 --due 7月20日 --body 县林业局 --support 县水利局:供水")
    office.done("孙丽", "add 月度信息 --lead 李娜 --due 7月8日")
    at("2026-07-10T02:00")
    found = json.loads(office.done("张伟", "accountability --by body --format json"))
    figures = [tuple(row[key] for key in ("body", "follow_up", "open", "overdue", "days_late", "parts")) for row in found["rows"]]
    assert figures == [("县水利局", "张伟", 1, 1, 2, 1), ("县林业局", None, 1, 0, 0, 0)]
    only = json.loads(office.done("张伟", "accountability --by body --person 李娜 --format json"))
    assert [(row["body"], row["open"]) for row in only["rows"]] == [("县水利局", 0), ("县林业局", 1)]
    behind = json.loads(office.done("张伟", "accountability --by body --explain 县水利局 --format json"))
    assert [(row["title"], row["overdue"], row["parts"]) for row in behind["rows"]] == [("堤防加固", 1, 0), ("植树", 0, 1)]


def test_a_body_is_late_whoever_follows_it_up_here(office: Office, at: Callable[[str], None]) -> None:
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月8日 --body 县水利局")
    at("2026-07-15T02:00")
    office.done("孙丽", "prod 1")
    keys = ("open", "overdue", "closed", "days_late", "decided", "in_time", "decided_originally", "prods")

    def figures() -> list[tuple[Any, ...]]:
        rows = json.loads(office.done("张伟", "accountability --by body --format json"))["rows"]
        behind = json.loads(office.done("张伟", "accountability --by body --explain 县水利局 --format json"))["rows"]
        assert [[row[key] for key in keys] for row in behind] == [[row[key] for key in keys] for row in rows]
        return [tuple(row[key] for key in keys) for row in rows]

    before = figures()
    assert before == [(1, 1, 0, 5, 1, 0, 1, 1)]
    office.done("孙丽", "assign 1 --to 李娜 分工调整")
    assert figures() == before
    office.done("孙丽", "close 1 完成")
    assert figures() == [(0, 0, 1, 5, 1, 0, 1, 1)]


def test_lateness_that_goes_along_to_another_body_is_told(office: Office, at: Callable[[str], None]) -> None:
    """Which body it was is kept of no past day, so the figures of past months change: whoever does that is told, and how not to."""
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月8日 --body 县水利局")
    at("2026-07-10T02:00")
    changed = office.done("孙丽", "edit 1 --body 县林业局")
    assert "2026-001: it was late, which counts for 县林业局 from now on, in the figures of past months too. To leave it with 县水利局:" in changed


def test_the_items_behind_a_row_of_units_and_bodies_are_asked_for_as_such(office: Office) -> None:
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月8日 --body 县水利局")
    for by in ("unit", "body"):
        assert f"accountability --by {by} --explain NAME" in office.done("张伟", f"accountability --by {by}")


def test_a_prod_names_the_body_and_whom_to_ask_there(office: Office) -> None:
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月20日 --body 县水利局")
    office.done("孙丽", "add 植树 --lead 李娜 --due 7月20日 --body 县林业局")
    assert "To be done by 县水利局 (林可 5550134)." in office.done("孙丽", "prod 1")
    assert "To be done by 县林业局." in office.done("孙丽", "prod 2")
    told = json.loads(office.done("张伟", "digest --for 张伟 --format json"))["rows"]
    prodded = [mark["reason"] for row in told if row["number"] == "2026-001" for mark in row["also"] if mark["section"] == "prodded"]
    assert prodded == ["县水利局 (林可 5550134)"]


def test_an_export_says_it(office: Office) -> None:
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7月20日 --body 县水利局 --support 县林业局:苗木")
    rows = json.loads(office.done("孙丽", "export --format json"))["rows"]
    assert [(row["lead"], row["body"], [one["name"] for one in row["supports"]]) for row in rows] == [("张伟", "县水利局", ["县林业局"])]


def test_one_tasking_to_several_bodies_is_a_part_for_each(office: Office) -> None:
    office.done("孙丽", "body set 县林业局 --follow-up 张伟")
    said = office.done("孙丽", "add 防汛物资 --each-unit 县水利局,县林业局:沙袋,督查室 --due 7月20日")
    assert "is the same" not in said, "of two bodies that one person follows up each has its own"
    rows = office.rows("SELECT lead, body, point FROM v_item JOIN item i ON i.id = v_item.id WHERE v_item.parent_id IS NOT NULL ORDER BY v_item.id")
    assert [tuple(row.values()) for row in rows] == [("张伟", "县水利局", ""), ("张伟", "县林业局", "沙袋"), ("李娜", None, "")]
    assert "县水利局" in office.type("孙丽", "add 防汛 --each-unit 县水利局,县水利局 --due 7月20日")
    assert office.code == 2
    assert "--each-unit: 县水利局" in office.type("孙丽", "add 防汛 --each 县水利局 --due 7月20日")
    office.done("孙丽", "body add 县气象局")
    assert 'body set "县气象局" --follow-up PERSON' in office.type("孙丽", "add 防汛 --each-unit 县气象局 --due 7月20日")
    with reading(place(office.url)) as read:
        assert verify(read).faults == ()


def test_who_asks_of_a_body_as_of_somebody_here_is_told_how_it_is_asked_of(office: Office) -> None:
    assert "officecli body show 县水利局" in office.type("张伟", "digest --for 县水利局")
    assert "officecli accountability --by body --explain 县水利局" in office.type("张伟", "accountability --explain 县水利局")
    assert "officecli accountability --by unit --explain 督查室" in office.type("张伟", "accountability --explain 督查室")
