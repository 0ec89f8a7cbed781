"""The pages written by hand name commands and options that the program has."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer

from officecli.cli import catalogue, program
from stage.places import ROOT

MADE = ("cli.md", "rules.md", "schema.md")
PAGES = sorted(
    page
    for folder, pages in (
        (ROOT, "*.md"),
        (ROOT / "docs", "*.md"),
        (ROOT / "docs" / "zh", "*.md"),
        (ROOT / "examples", "**/*.md"),
        (ROOT / "examples", "**/crontab"),
    )
    for page in folder.glob(pages)
    if page.name not in MADE
)
LINE = re.compile(r"(?:^\$ |^[\d*/, -]+ \* .*?|^|`|&& )(?:\S+/)?officecli ([!-~][^`\n]*)", re.MULTILINE)
BARE = re.compile(r"`([a-z][a-z-]+(?: [^`\n]*)?)`")
EVERYWHERE = {"--db", "--as", "--lang", "--version", "--help", "-h", "--columns", "--wide", "--header", "--plain", "--no-pager"}


def options_of(name: str) -> Mapping[str, set[str]]:
    """By command of this name, itself or one of its group, the options it takes."""
    found: dict[str, set[str]] = {}

    def walk(command: Any, path: str) -> None:
        found[path] = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        if hasattr(command, "list_commands"):
            for one in command.list_commands(typer.Context(command)):
                walk(command.get_command(typer.Context(command), one), f"{path} {one}")

    walk(program.load(name), name)
    return found


def typed(page: Path) -> Iterator[str]:
    """The command lines of a page, without what is said of them; also those that stand in a sentence without the program's name."""
    text = page.read_text(encoding="utf-8")
    for found in LINE.finditer(text):
        yield re.split(r"\s+#| \| |;| && |…|\s>>|$", found[1])[0]
    for found in BARE.finditer(text):
        if catalogue.is_command(found[1].split()[0]) and len(found[1].split()) > 1:
            yield found[1].partition("…")[0]


def words_of(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:  # cut before a quotation mark was closed
        return line.split()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_is_there_with_its_options(page: Path) -> None:
    wrong = []
    for line in typed(page):
        words = words_of(line)
        if not words or words[0].startswith("-") or words[0].isupper():
            continue
        if not catalogue.is_command(words[0]):
            wrong.append(line)
            continue
        known = options_of(words[0])
        path = max((one for one in known if words[: len(one.split())] == one.split()), key=len)
        options = {word.partition("=")[0] for word in words if re.fullmatch(r"--?[a-z][a-z-]*(?:=.*)?", word)}
        wrong += [f"{line}: {option}" for option in options - known[path] - EVERYWHERE]
    assert wrong == []


def test_the_commands_of_the_pages_are_found() -> None:
    assert sum(1 for page in PAGES for _line in typed(page)) > 300


def test_each_entry_of_the_changelog_is_one_short_line() -> None:
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 200] == []
    assert [line for line in lines[4:] if line and not line.startswith(("- ", "## ", "### ", "The first version, "))] == []
