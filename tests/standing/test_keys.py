"""Whose login was at the keys: it stands on every entry, shows beside the name where it was not that person's, and limits `--as`."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from officecli.cli.main import run
from officecli.store.machine import account_name
from officecli.store.place import Place, place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.store.write import entries
from stage.keys import at_the_keys
from stage.tampering import by_hand, drop_guards

pytestmark = pytest.mark.on_sqlite


@pytest.fixture
def office(office_url: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Place:
    """The base office, in which 李娜, 吴芳 and the registrar 孙丽 have logins."""
    at("2026-07-06T02:00")
    monkeypatch.setenv("OFFICECLI_DB", office_url)
    for name, login in (("李娜", "lina"), ("吴芳", "wufang"), ("孙丽", "sunli")):
        assert run(["person", "set", name, "--login", login, "--as", "孙丽"]) == 0
    return place(office_url)


def typed(login: str, *words: str) -> int:
    with at_the_keys(login):
        return run(list(words))


def test_history_and_show_name_the_login_where_it_was_not_that_persons(office: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("wufang", "add", "月度信息", "--lead", "李娜", "--due", "fri") == 0
    assert typed("sunli", "ack", "1", "--as", "李娜") == 0
    assert typed("kiosk", "note", "1", "初稿", "--as", "李娜") == 0
    capsys.readouterr()
    assert typed("wufang", "history", "1", "--format", "json") == 0
    said = [row["who"] for row in json.loads(capsys.readouterr().out)["rows"]]
    assert [(who["actor"], who["login"]) for who in said] == [("吴芳", None), ("李娜", "sunli"), ("李娜", "kiosk")]
    for words in (["history", "1", "--format", "csv"], ["show", "1"]):
        assert typed("wufang", *words) == 0
        shown = capsys.readouterr().out
        assert "李娜 (by sunli)" in shown
        assert "李娜 (by kiosk)" in shown
        assert "吴芳 (by" not in shown
    with reading(office) as read:
        assert read.rows("SELECT by_login FROM trail WHERE item_id IS NOT NULL AND by_login IS NOT NULL") == [{"by_login": "kiosk"}]
        assert verify(read).faults == ()


def test_a_login_wiped_from_the_trails_column_shows(office: Place) -> None:
    assert typed("kiosk", "add", "月度信息", "--lead", "李娜", "--due", "fri", "--as", "吴芳") == 0
    with by_hand(office, keep=True) as hand:
        drop_guards(hand, office)
        hand.execute("UPDATE trail SET by_login = NULL")
    with reading(office) as read:
        assert {(fault.kind, fault.field) for fault in verify(read).faults if fault.kind == "column"} == {("column", "by_login")}


def test_an_entry_of_before_is_held_against_the_login_on_record(
    office: Place, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = entries.hand_of
    monkeypatch.setattr(entries, "hand_of", lambda machine, by: made(machine, by)._replace(whose=None))  # as the version before wrote it
    assert typed("kiosk", "add", "月度信息", "--lead", "李娜", "--due", "fri", "--as", "吴芳") == 0
    assert typed("kiosk", "add", "半月谈", "--lead", "张伟", "--due", "fri", "--as", "张伟") == 0
    capsys.readouterr()
    assert typed("wufang", "history", "--format", "csv") == 0
    shown = capsys.readouterr().out
    assert "吴芳 (by kiosk)" in shown
    assert "张伟 (by" not in shown  # no login is on record for 张伟


def test_a_clerks_login_acts_and_reads_in_its_own_name_only(office: Place, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["add", "月度信息", "--lead", "张伟", "--due", "fri", "--as", "吴芳"], ["difficulty", "list", "--as", "吴芳"]):
        assert typed("lina", *words) == 1
        assert "李娜" in capsys.readouterr().err
    assert typed("lina", "add", "月度信息", "--lead", "me", "--due", "fri", "--as", "李娜") == 0
    assert typed("lina", "add", "月度信息二", "--lead", "me", "--due", "fri", "--as", "me") == 0
    assert typed("sunli", "add", "月度信息三", "--lead", "李娜", "--due", "fri", "--as", "吴芳") == 0
    assert typed("sunli", "config", "set", "authority.shared_login", "1") == 0
    assert typed("lina", "add", "月度信息四", "--lead", "李娜", "--due", "fri", "--as", "吴芳") == 0


def test_nobody_takes_their_own_login_away(office: Place, capsys: pytest.CaptureFixture[str]) -> None:
    for login in ("", "other"):
        assert typed("sunli", "person", "set", "孙丽", "--login", login) == 1
        assert "sunli" in capsys.readouterr().err
    with reading(office) as read:
        assert read.value("SELECT login FROM person WHERE name = '孙丽'") == "sunli"
    assert typed("sunli", "person", "set", "李娜", "--login", "") == 0


def test_the_founders_login_given_to_a_clerk_does_not_lock_the_office(office: Place) -> None:
    assert typed("", "person", "set", "孙丽", "--login", "", "--as", "孙丽") == 0
    assert typed("", "person", "set", "陈静", "--login", account_name()) == 0
    assert typed("", "config", "set", "dormant.days", "6", "--as", "吴芳") == 1
    assert typed("", "config", "set", "dormant.days", "6", "--as", "孙丽") == 0
