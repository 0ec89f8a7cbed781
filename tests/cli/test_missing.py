"""Whatever a command lacks is said at once, with an example that is whole: of every command there is, in both languages."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator

import pytest

from officecli import i18n
from officecli.cli import catalogue
from officecli.cli.program import load
from stage.small_office import Office

LACKING = re.compile(r"is missing|Missing: |缺少")
EXAMPLE = re.compile(r"→.*?officecli (.*)$", re.MULTILINE)
TOO_MUCH = ("init", "setup", "demo", "generate", "completion", "help", "db", "import", "dashboard", "schedule", "undo", "redo")
"""What is a whole command with nothing after it, or begins something long."""


def commands() -> Iterator[tuple[str, ...]]:
    for name in catalogue.names():
        if name not in TOO_MUCH:
            command = load(name)
            yield from [(name, one) for one in command.commands] if hasattr(command, "commands") else [(name,)]


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Iterator[Office]:
    at("2026-07-06T02:00")
    yield Office(sqlite_office, at)
    i18n.use("en")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_of_every_command_all_that_is_missing_is_said_with_a_whole_example(office: Office, language: str) -> None:
    told = 0
    faults: list[tuple[object, str]] = []
    for words in commands():
        said = office.type("吴芳", f"{' '.join(words)} --lang {language}")
        if office.code != 2:
            continue
        told += 1
        example = EXAMPLE.search(said)
        if not example:
            faults.append((words, said))
            continue
        typed = example[1].partition(" >>")[0]
        again = office.type("吴芳", f"{typed} --lang {language}")
        if LACKING.search(again.partition("\n")[0]) or shlex.split(typed)[: len(words)] != list(words) or office.code == 2:
            faults.append((typed, again))
    assert not faults, "\n".join(map(str, faults))
    assert told > 40, "commands that are told so"
    i18n.use("en")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("target add", "Missing: METRIC, --post|--duty|--item|--person, --class, --goal.\n  → For example: officecli target add "),
        ("request raise", "Missing: NUMBER|TITLE, --tried, --recommend."),
        ("request raise --exception emergency --reason x", "NUMBER|TITLE is missing."),
        ("waiver add", "Missing: CODE, NUMBER."),
        ("wait 1", "Missing: --to, the text."),
        ("add", "Missing: TITLE, --due."),
        ("person absent", "NAME is missing."),
        ("person absent 陈静", "--to is missing."),
        ("procedure add 月报", "--post is missing."),
        ("target add --lang zh", "缺少：指标、--post|--duty|--item|--person、--class、--goal。"),
    ],
)
def test_what_goes_together_is_missed_together(office: Office, line: str, said: str) -> None:
    assert said in office.type("吴芳", line)
    assert office.code == 2
