"""What somebody confides is shown to three people; everybody else learns that it is there, from no place more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from officecli.cli import main
from officecli.store.place import place
from stage.tampering import by_hand, drop_guards

pytestmark = pytest.mark.on_sqlite

SECRET, ANSWER = "子女入学难", "三小已接收"
PERSON, OWNER, SUPERIOR, REGISTRAR, ABOVE, COLLEAGUE = "王强", "李娜", "张伟", "孙丽", "周海", "刘洋"


@pytest.fixture
def office(office_url: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> str:
    """The base office, in which 王强's difficulty H-001 was recorded and answered, and H-002 waits past its date."""
    at("2026-07-06T01:00")
    typed(capsys, office_url, PERSON, "difficulty", "add", SECRET, "--owner", OWNER, "--due", "fri")
    typed(capsys, office_url, OWNER, "difficulty", "answer", "60", ANSWER)
    typed(capsys, office_url, SUPERIOR, "difficulty", "add", SECRET, "--for", PERSON, "--owner", OWNER, "--due", "fri")
    at("2026-07-13T01:00")
    return office_url


def typed(capsys: pytest.CaptureFixture[str], url: str, who: str, *words: str, code: int | None = 0) -> str:
    capsys.readouterr()
    came = main.run([*words, "--db", url, "--as", who])
    assert code in (None, came)
    told = capsys.readouterr()
    return told.out + told.err


@pytest.mark.parametrize("who", [PERSON, OWNER, SUPERIOR])
def test_three_read_it(office: str, capsys: pytest.CaptureFixture[str], who: str) -> None:
    assert all(text in typed(capsys, office, who, "difficulty", "list", "--all") for text in (SECRET, ANSWER, PERSON))
    assert SECRET in typed(capsys, office, who, "difficulty", "show", "62", "--format", "json")


@pytest.mark.parametrize("who", [REGISTRAR, COLLEAGUE])
def test_nobody_else_does_anywhere(office: str, capsys: pytest.CaptureFixture[str], who: str) -> None:
    assert "1 unanswered, 1 past its date" in typed(capsys, office, who, "difficulty", "list")
    assert "not shown" in typed(capsys, office, who, "difficulty", "show", "60", code=1)
    assert "may not answer" in typed(capsys, office, who, "difficulty", "answer", "62", "好", code=1)
    for words in (
        ("difficulty", "list", "--all"),
        ("history", "--limit", "0"),
        ("check", "--rule", "N903"),
        ("digest", "--for", OWNER),
        ("digest",),
        ("person", "show", PERSON),
        ("export",),
    ):
        for format_ in ((), ("--format", "json"), ("--format", "csv")):
            told = typed(capsys, office, who, *words, *format_, code=None)
            assert SECRET not in told
            assert ANSWER not in told
    assert "recorded a difficulty" in typed(capsys, office, who, "history")
    assert f"{OWNER} sees to" in (found := typed(capsys, office, who, "check", "--rule", "N903"))
    assert PERSON not in found


def test_what_somebody_who_goes_saw_to_goes_to_the_superior(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = typed(capsys, office, ABOVE, "person", "leave", OWNER, "--handover-to", COLLEAGUE)
    assert f"{SUPERIOR} sees to difficulty H-002 now." in told
    assert SECRET not in typed(capsys, office, COLLEAGUE, "difficulty", "list", "--all")
    assert f"{SUPERIOR} says what was done" in (found := typed(capsys, office, ABOVE, "check", "--rule", "N903"))
    assert "2026-07-11" in found  # the day after its date
    assert "1 unanswered" in typed(capsys, office, ABOVE, "digest")
    typed(capsys, office, SUPERIOR, "difficulty", "answer", "62", ANSWER)


def test_where_nobody_is_above_it_goes_back_to_whose_it_is(sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    at("2026-07-06T01:00")
    typed(capsys, sqlite_office, "周海", "difficulty", "add", SECRET, "--owner", PERSON, "--due", "fri")
    told = typed(capsys, sqlite_office, REGISTRAR, "person", "leave", PERSON, "--handover-to", COLLEAGUE)
    assert "周海 sees to difficulty H-001 now." in told
    assert SECRET not in typed(capsys, sqlite_office, COLLEAGUE, "difficulty", "list")
    typed(capsys, sqlite_office, "周海", "difficulty", "answer", "60", ANSWER)


def test_whose_difficulty_it_is_may_leave_and_nobody_counts_it_any_more(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    typed(capsys, office, ABOVE, "person", "leave", PERSON)
    assert "Nothing is found" in typed(capsys, office, ABOVE, "check", "--rule", "N903")
    for words in (("difficulty", "list"), ("digest",), ("digest", "--for", OWNER)):
        assert "unanswered" not in typed(capsys, office, OWNER, *words)
    assert SECRET in typed(capsys, office, OWNER, "difficulty", "list", "--all")


def test_verify_tells_of_a_change_without_the_text(sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    at("2026-07-06T01:00")
    typed(capsys, sqlite_office, PERSON, "difficulty", "add", SECRET, "--owner", OWNER, "--due", "fri")
    with by_hand(place(sqlite_office), keep=True) as connection:
        drop_guards(connection, place(sqlite_office))
        connection.execute("UPDATE difficulty SET text = ?", (ANSWER,))
    for format_ in ("text", "json"):
        told = typed(capsys, sqlite_office, ABOVE, "verify", "--format", format_, code=1)
        assert "difficulty" in told
        assert SECRET not in told
        assert ANSWER not in told


def test_under_a_login_of_ones_own_nobody_reads_as_another(
    sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at("2026-07-06T01:00")
    typed(capsys, sqlite_office, PERSON, "difficulty", "add", SECRET, "--owner", OWNER, "--due", "fri")
    typed(capsys, sqlite_office, REGISTRAR, "person", "set", COLLEAGUE, "--login", "liuyang")
    monkeypatch.setattr("officecli.standing.actor.account_name", lambda: "liuyang")
    assert "Do it as yourself: without --as" in typed(capsys, sqlite_office, OWNER, "difficulty", "list", code=1)
    assert SECRET not in typed(capsys, sqlite_office, COLLEAGUE, "difficulty", "list")
    monkeypatch.setattr("officecli.standing.actor.account_name", lambda: "sunli")  # whoever records for others reads for none of them
    typed(capsys, sqlite_office, REGISTRAR, "person", "set", REGISTRAR, "--login", "sunli", code=None)
    assert f"is shown to {OWNER} alone" in typed(capsys, sqlite_office, OWNER, "difficulty", "list", code=1)


@pytest.mark.parametrize(
    ("words", "told", "code"),
    [
        (("add", SECRET, "--owner", PERSON, "--due", "fri"), "Name somebody else with --owner", 2),
        (("add", SECRET, "--owner", OWNER, "--due", "2026-07-01"), "is past", 2),
        (("add", " ", "--owner", OWNER, "--due", "fri"), "not said", 2),
        (("add", SECRET, "--owner", OWNER, "--due", "fri", "--for", SUPERIOR), "may not record", 1),
        (("show", "六十"), "There is no difficulty", 3),
        (("answer", "60", "好"), "may not answer", 1),
    ],
)
def test_what_cannot_be(
    sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str, code: int
) -> None:
    at("2026-07-06T01:00")
    typed(capsys, sqlite_office, PERSON, "difficulty", "add", SECRET, "--owner", OWNER, "--due", "fri")
    assert told in typed(capsys, sqlite_office, PERSON, "difficulty", *words, code=code)


def test_how_somebody_came_is_on_record(sqlite_office: str, at: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
    at("2026-07-06T01:00")
    said = ("--manner", "Interview", "--result", "第一名", "--by", "主任", "--on", "2026-06-15")
    assert f"not for {COLLEAGUE}" in typed(capsys, sqlite_office, COLLEAGUE, "person", "selected", "赵敏", *said, code=1)
    typed(capsys, sqlite_office, SUPERIOR, "person", "selected", "赵敏", *said)
    shown = typed(capsys, sqlite_office, COLLEAGUE, "person", "show", "赵敏")
    assert "interview · 2026-06-15 · 第一名 · decided by 主任" in shown
    assert "still to come" in typed(capsys, sqlite_office, SUPERIOR, "person", "selected", "赵敏", *said[:-1], "2026-07-15", code=2)
