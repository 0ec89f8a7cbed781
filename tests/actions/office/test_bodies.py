"""Outside bodies are entered, changed and retired by registrars; what they have in hand is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from stage.small_office import Office

pytestmark = pytest.mark.on_sqlite


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Office:
    """The small office on Monday, 6 July 2026."""
    at("2026-07-06T02:00")
    return Office(office_url, at)


def body(office: Office, name: str) -> tuple[object, ...]:
    sql = "SELECT b.contact, b.phone, b.email, p.name AS who, b.retired FROM body b LEFT JOIN person p ON p.id = b.follow_up_id"
    return tuple(office.rows(sql + f" WHERE b.name = '{name}'")[0].values())


def test_a_body_is_entered_changed_retired_and_entered_again(office: Office) -> None:
    said = office.done("孙丽", "body add 县水利局 --contact 林可 --phone '5550134 转 2' --email lin@water.example --follow-up 张伟")
    assert said == "县水利局 is on record as an outside body.\n张伟 follows it up.\n"
    assert body(office, "县水利局") == ("林可", "5550134 转 2", "lin@water.example", "张伟", 0)
    assert office.done("孙丽", "body set 县水利局 --name 县水务局 --phone '' --follow-up 李娜") == (
        '县水务局 is changed.\nWhere ledgers and filters still write 县水利局: officecli body set "县水务局" --alias "县水利局"\n'
    )
    assert body(office, "县水务局") == ("林可", "", "lin@water.example", "李娜", 0)
    assert office.done("孙丽", "body set 县水务局 --contact 林可") == "Nothing to change: 县水务局 is on record like this.\n"
    assert office.done("孙丽", "body retire 县水务局 --reason 并入住建局") == "县水务局 is retired; no new item names it.\n"
    assert office.done("孙丽", "body add 县水务局") == "县水务局 is an outside body of this office again.\n李娜 follows it up.\n"
    assert body(office, "县水务局") == ("林可", "", "lin@water.example", "李娜", 0), "as it was, but for what is said of it now"
    with reading(place(office.url)) as read:
        assert verify(read).faults == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("body add 督查室", "督查室 is of this office, and no outside body."),
        ("body add '张 伟'", "张伟 is of this office, and no outside body."),
        ("body add 县水利局", "There is already an outside body called 县水利局."),
        ("body add Smіth", "is written with other characters"),
        ("body add 县/局", "which joins names"),
        ("body add 县林业局 --email nowhere", "“nowhere” is no mail address."),
        ("body add 县林业局 --follow-up 赵六", "Nobody here is called “赵六”."),
        ("body set 县水利局 --name Smith", "There is, or was, an outside body called Smith."),
        ("body set 县水利局", "Nothing is said that could be changed."),
        ("body set 县水力局 --phone 1", "There is no outside body “县水力局”.\n  → Did you mean 县水利局?"),
        ("body retire 县水利局 --reason ''", "This needs a reason."),
        ("body show 督查室", "督查室 is of this office, and no outside body."),
    ],
)
def test_what_is_no_body_is_refused_and_nothing_is_changed(office: Office, line: str, said: str) -> None:
    office.done("孙丽", "body add 县水利局")
    office.done("孙丽", "body add Smith")
    before = office.rows("SELECT MAX(seq) AS seq FROM trail")
    answer = office.type("孙丽", line)
    assert office.code not in (0, 70), answer
    assert said in answer
    assert office.rows("SELECT MAX(seq) AS seq FROM trail") == before


def test_bodies_are_for_registrars(office: Office) -> None:
    assert "A401" in office.type("张伟", "body add 县水利局")
    assert office.rows("SELECT name FROM body") == []


def test_what_a_retired_body_still_has_in_hand_is_said(office: Office) -> None:
    office.done("孙丽", "body add 县水利局 --follow-up 张伟")
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7-20 --body 县水利局")
    assert "1 open item still names it: 2026-001." in office.done("孙丽", "body retire 县水利局 --reason 撤销")
    assert "县水利局 is retired." in office.type("孙丽", "body set 县水利局 --phone 1")


def test_lists_and_cards_show_what_they_have_in_hand(office: Office, at: Callable[[str], None]) -> None:
    assert "No outside bodies yet" in office.done("张伟", "body list")
    office.done("孙丽", "body add 县水利局 --contact 林可 --follow-up 张伟")
    office.done("孙丽", "body add 县林业局")
    office.done("孙丽", "add 堤防加固 --lead 张伟 --due 7-20 --body 县水利局")
    at("2026-07-22T02:00")
    found = json.loads(office.done("张伟", "body list --format json"))
    assert [(row["name"], row["contact"], row["follow_up"], row["open"], row["overdue"]) for row in found["rows"]] == [
        ("县水利局", "林可", "张伟", 1, 1),
        ("县林业局", "", None, 0, 0),
    ]
    shown = json.loads(office.done("张伟", "body show 县水利局 --format json"))
    assert [(row["number"], row["role"]) for row in shown["rows"]] == [("2026-001", "lead")]
    assert "contact 林可 · followed up by 张伟" in office.done("张伟", "body show 县水利局")
    office.done("孙丽", "body add 东山县水利站")
    for typed in ("水利局", "林业", "东山县水利站", "水利站"):
        assert typed in office.done("张伟", f"body show {typed}").partition("\n")[0]
    assert "“水利” may mean 县水利局, 东山县水利站." in office.type("张伟", "body show 水利")
    assert "no outside body" in office.type("张伟", "body show 局")


def test_who_leaves_follows_nothing_up(office: Office) -> None:
    office.done("孙丽", "body add 县水利局 --follow-up 李娜")
    office.done("孙丽", "body add 县林业局 --follow-up 王强")
    office.done("孙丽", "person leave 李娜 --handover-to 王强")
    office.done("孙丽", "person leave 王强")
    assert [body(office, name)[3] for name in ("县水利局", "县林业局")] == [None, None]


def test_the_office_file_holds_them(office: Office, tmp_path: Path) -> None:
    office.done("孙丽", "body add 县水利局 --contact 林可 --phone 5550134 --follow-up 张伟")
    file = tmp_path / "office.toml"
    office.done("孙丽", f"setup --export -o {file}")
    assert "Nothing to do" in office.done("孙丽", f"setup {file}")
    text = file.read_text("utf-8")
    assert '[[body]]\nname = "县水利局"\ncontact = "林可"\nphone = "5550134"\nfollow_up = "张伟"\n' in text
    file.write_text(text.replace("5550134", "5550135").replace('follow_up = "张伟"', 'follow_up = "李娜"'), "utf-8")
    said = office.done("孙丽", f"setup {file}")
    assert "县水利局: phone 5550135 (was 5550134)" in said
    assert "县水利局 is followed up by 李娜 (was 张伟)" in said
    file.write_text(text.replace('name = "县水利局"', 'name = "督查室"'), "utf-8")
    assert "督查室 would be of this office and an outside body." in office.type("孙丽", f"setup {file}")
    file.write_text(text.replace('follow_up = "张伟"', 'follow_up = "赵六"'), "utf-8")
    assert "Nobody in this file is called “赵六”." in office.type("孙丽", f"setup {file}")
    file.write_text(text.replace("[[body]]", "[[emergency]]").replace('contact = "林可"\nphone = "5550135"\nfollow_up = "李娜"', ""), "utf-8")
    without = text[: text.index("[[body]]")] + text[text.index("[calendar]") :]
    file.write_text(without, "utf-8")
    assert "县水利局" in office.done("孙丽", f"setup {file} --prune")
    assert body(office, "县水利局")[4] == 1
    with reading(place(office.url)) as read:
        assert verify(read).faults == ()


def test_a_body_by_whose_name_another_was_meant_is_told_beside_it(office: Office) -> None:
    office.done("孙丽", "body add 县审计局")
    assert (
        'Until now “审计局” meant 县审计局. If they are the same: officecli undo, then officecli body set "县审计局" --alias "审计局"'
        in office.done("孙丽", "body add 审计局")
    )
    assert "Until now" not in office.done("孙丽", "body add 县统计局")


def test_of_two_names_that_fit_the_one_in_use_is_meant(office: Office) -> None:
    office.done("孙丽", "body add 县水利局 --follow-up 张伟")
    office.done("孙丽", "body add 水利总局")
    office.done("孙丽", "body retire 水利总局 --reason 误")
    assert "县水利局" in office.done("张伟", "list --body 水利")
    assert "水利总局" in office.done("张伟", "list --body 水利总局"), "by its whole name it is still found"


def test_what_a_retired_body_has_to_do_is_given_to_another(office: Office) -> None:
    office.done("孙丽", "body add 县水利局 --follow-up 张伟")
    office.done("孙丽", "body add 县林业局")
    office.done("孙丽", "add 堤防加固 --due 7月20日 --body 县水利局")
    office.done("孙丽", "add 植树 --lead 张伟 --due 7月20日 --body 县林业局 -s 县水利局:供水")
    said = office.done("孙丽", "body retire 县水利局 --reason 撤销")
    assert "2 open items still name it: 2026-001, 2026-002." in said
    assert "To give another body what 县水利局 has to do: officecli edit 2026-001 --body NAME" in said
