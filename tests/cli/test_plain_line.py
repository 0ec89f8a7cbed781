"""A plain line is read without Typer as Typer would read it, and whatever is not plain, or goes wrong, is Typer's to answer."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, TextIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officecli import i18n
from officecli.cli import asking, catalogue, plain_line, session
from officecli.cli.command_classes import as_command
from officecli.cli.flags import COLUMNS, HEADER, WIDE, Flag, columns_of
from officecli.cli.options import parameter, taking
from officecli.errors import StorageTrouble
from officecli.formats import as_csv
from officecli.typed.meant import Several, as_settled
from stage.small_office import Office


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Office:
    """The rules' small office on its Wednesday."""
    at("2026-11-25")
    return Office(sqlite_office, at)


GROUPS = [
    f"{name} {which}" for name in catalogue.names() if catalogue.is_looked_at(name) for which in import_module(f"officecli.cli.looks.{name}").LOOKS
]
LOOKING = [*catalogue.reports(), *(name for name in catalogue.names() if catalogue.only_looks(name)), *GROUPS]
KEPT = [COLUMNS, WIDE, HEADER]
TYPED = [
    "",
    "x",
    "fri",
    "5",
    "0",
    "-1",
    "٣",
    "1_0",
    "--",
    "-",
    "-u",
    "+x",
    "＋x",
    "csv",
    "table",
    "特急",
    "ordinary",
    "keys",
    "-unit",
    "a b",
    "a=b",
    "--nothing",
    "9" * 12,
    "file.csv",
    "me",
]


@cache
def flags(name: str) -> list[Flag]:
    """What a command takes, the columns' included."""
    command = plain_line._command(name.split())
    assert command
    return [*command[1], *columns_of(command[1])]


@cache
def typers(name: str) -> Any:
    """The command as Typer has it, which answers with what it is given."""
    return as_command(name, taking([parameter(flag) for flag in flags(name) if flag not in KEPT], lambda **given: given))


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command and words behind it, most of them its flags and what they may be given."""
    name = draw(st.sampled_from(LOOKING))
    opts = [opt for flag in flags(name) for opt in flag.opts if opt.startswith("-")]
    word = st.one_of(st.sampled_from(opts), st.sampled_from(TYPED), st.tuples(st.sampled_from(opts), st.sampled_from(TYPED)).map("=".join))
    return [name, *draw(st.lists(word, max_size=6))]  # the command in one word, however many it is typed in


def as_typer_reads(name: str, words: list[str]) -> dict[str, Any] | None:
    """What Typer gives the command, and what it keeps in the session; None where it refuses."""
    session.current = session.Session()
    command = typers(name)
    try:
        with command.make_context(name, list(words)) as context:
            given: dict[str, Any] = command.invoke(context)
    except Exception:  # noqa: BLE001 - however it says so
        return None
    return given | {flag.name: getattr(session.current, flag.name) for flag in KEPT if flag in flags(name)}


@settings(max_examples=600, deadline=None)
@given(line=lines())
def test_what_is_read_plainly_is_what_typer_reads(line: list[str]) -> None:
    i18n.use("en")
    name, *words = line
    plainly = plain_line.read(words, flags(name))
    if plainly is not None:
        assert plainly == as_typer_reads(name, words)


@pytest.mark.parametrize(
    "line",
    [
        "list", "list --limit 50", "list is:overdue lead:me", "list -f csv", "list --format=json --unit Records -u Licensing",
        "list --columns number,due --wide",
        "overdue --as-of 2026-08-03", "ledger --format csv --header keys", "digest --for me", "show 31 32", "show lifts --as-of fri",
        "history 31 --limit 5", "history",
        "check --unit Records --quiet", "may Ana", "may Ana close 31", "check -f github", "accountability --since 2026-01-01 --until 2026-06-30",
        "list --urgency urgent --sort -due", "list -o x.csv --format csv --force",
    ],
)  # fmt: skip
def test_lines_that_are_plain(line: str) -> None:
    name, *words = shlex.split(line)
    plainly = plain_line.read(words, flags(name))
    assert plainly is not None
    assert plainly == as_typer_reads(name, words)


@pytest.mark.parametrize(
    "line",
    [
        "list --help", "list -h", "list --", "list --limit", "list --limit x", "list --limit -1", "list --sort due --sort lead", "list --wide=yes",
        "list --nothing",
        "list -draft", "list +budget", "list -o x.csv", "show", "digest --mail", "history 1 2", "may", "may Ana close 31 32",
    ],
)  # fmt: skip
def test_lines_that_are_not(line: str) -> None:
    name, *words = shlex.split(line)
    assert plain_line.read(words, flags(name)) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "nothing",
        "person",
        "person Ana",
        "verify",
        "config",
        "note 1 done",
        "completion words -- 2 officecli list",
        "completion words -- 1 officecli --",
        "completion words -- 2 officecli note 1",
        "completion words -- 3 officecli list --unit R",
    ],
)
def test_commands_that_are_not_read_plainly(line: str) -> None:
    assert plain_line.shown_plainly(line.split()) is None


def test_what_a_plain_line_says_in_its_own_words() -> None:
    i18n.use("zh")
    read = plain_line.read(["--urgency", "特急"], flags("list"))
    assert read
    assert read["urgency"] == "most-urgent"


@pytest.mark.parametrize(
    "line",
    [
        "list --unit Nowhere",
        "show 999",
        "list due:<",
        "overdue --as-of someday",
        "history 999",
        "digest --for Nobody",
        "list x.csv",
        "list Nowhere",
        "person show Nobody",
        "duty list --unit Nowhere",
        "check --short --all",
        "may Nobody",
        "may 孙丽 1",
        "may 孙丽 close 999",
        "show all",
    ],
)
def test_what_goes_wrong_is_said_as_ever(office: Office, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = office.type("孙丽", line), office.code
    monkeypatch.setattr(plain_line, "shown_plainly", lambda _line: None)
    assert said == (office.type("孙丽", line), office.code)


def test_what_goes_wrong_after_something_was_shown_is_told_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(_report: object, stream: TextIO, _page: object) -> None:
        stream.write("half\n")
        raise StorageTrouble("The disk is gone.")

    monkeypatch.setattr(as_csv, "write", half)
    assert office.type("孙丽", "list --format csv").count("half") == 1
    assert office.code == StorageTrouble.exit_code


def test_a_store_or_a_disk_that_fails_is_not_waited_for_twice(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def choose(read: object, _filters: object) -> None:
        asked.append(read)
        raise StorageTrouble("The server does not answer.")

    monkeypatch.setattr(import_module(catalogue.module_of("overdue")), "choose", choose)
    assert "does not answer" in office.type("孙丽", "overdue")
    assert (office.code, len(asked)) == (StorageTrouble.exit_code, 1)


def test_a_fault_of_ours_is_told_at_once_and_not_hidden_behind_typers_answer(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    overdue: Any = import_module(catalogue.module_of("overdue"))
    choose, asked = overdue.choose, []

    def wrong_the_first_time(*given: Any) -> Any:
        asked.append(given)
        return choose(*given) if len(asked) > 1 else asked.nothing  # type: ignore[attr-defined]

    monkeypatch.setattr(overdue, "choose", wrong_the_first_time)
    assert "AttributeError: 'list' object has no attribute 'nothing'" in office.type("孙丽", "overdue --lang en")
    assert (office.code, len(asked)) == (70, 1)
    asked.clear()
    monkeypatch.setenv("OFFICECLI_TRACEBACK", "1")
    with pytest.raises(AttributeError):
        office.type("孙丽", "overdue")


def test_behind_a_question_what_goes_wrong_is_typers_as_well(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    overdue: Any = import_module(catalogue.module_of("overdue"))
    choose = overdue.choose

    def chosen(*asked: Any) -> Any:
        if as_settled("l") == "l":
            raise Several("l", ["李娜", "刘洋"])
        session.context()
        return choose(*asked)

    monkeypatch.setattr(overdue, "choose", chosen)
    monkeypatch.setattr(asking, "may_ask", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_asked, **_more: "1")
    assert office.done("孙丽", "overdue").count("may mean") == 1
