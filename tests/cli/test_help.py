"""Every command explains itself, in both languages, in eighty columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from officecli import i18n
from officecli.cli import catalogue, main
from officecli.cli.help import page as help_
from officecli.formats.out.page import Page
from officecli.formats.out.safe import width


@pytest.fixture(autouse=True)
def _english_after() -> Iterator[None]:
    yield
    i18n.use("en")


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command line prints; it must end well."""
    code = main.run([*words])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    return out


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("name", catalogue.names())
def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str], name: str, language: str) -> None:
    file = catalogue.file_of(name).as_posix().rpartition("/officecli/")[2]
    assert catalogue.summary(name), f"{file} does not begin with a docstring; its first line is what the help says of {name}"
    page = asked(capsys, name, "--help", "--lang", language)
    usage, blank, summary, *rest = page.splitlines()
    assert f"officecli {name}" in usage
    assert not blank
    assert len(summary) > 5
    assert all(width(line) <= 80 for line in page.splitlines())
    assert re.search("--db(, |、)--as(, |、)--lang(, |、)--no-color(, |、)--no-pager(, |、)--plain$", rest[-1])
    for command in re.findall(r"^  ([a-z-]+)  ", page, re.MULTILINE) if "COMMAND" in usage else ():
        assert f"officecli {name} {command}" in asked(capsys, name, command, "-h", "--lang", language)


def test_every_file_of_the_commands_is_a_command() -> None:
    known = {catalogue.file_of(name) for name in catalogue.names()}
    astray = [file.relative_to(catalogue.COMMANDS).as_posix() for file in sorted(catalogue.COMMANDS.rglob("[!_]*.py")) if file not in known]
    assert not astray, f"these of cli/commands/ are no commands: {', '.join(astray)}; each stands in a folder that SECTIONS of cli/catalogue.py names"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_first_page_names_every_command_and_the_options_for_all(capsys: pytest.CaptureFixture[str], language: str) -> None:
    page = asked(capsys, "-h", "--lang", language)
    assert set(catalogue.names()) <= set(re.findall(r"^  ([a-z-]+)  ", page, re.MULTILINE))
    assert {"--db", "--as", "--lang", "--no-color", "--version"} <= set(re.findall(r"--[a-z-]+", page))
    assert all(width(line) <= 80 for line in page.splitlines())


def test_no_words_at_all_where_there_is_no_office_are_the_first_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, "--db", "no/office.db") == asked(capsys, "help")


@pytest.mark.parametrize("cells", [42, 60, 100])  # the list of formats alone takes 41
def test_a_page_fits_its_window(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], cells: int) -> None:
    monkeypatch.setattr(help_, "page_for", lambda *_stream, **_color: Page(width=cells, terminal=True))
    for words in ((), ("add",), ("overdue",)):
        assert max(width(line) for line in asked(capsys, *words, "--help").splitlines()) in range(cells - 9, cells + 1)


def test_all_tables_of_a_page_stand_in_one_column(capsys: pytest.CaptureFixture[str]) -> None:
    entries = re.findall(r"^(  \S.*?  +)\S", asked(capsys, "add", "--help").partition("Arguments:")[2], re.MULTILINE)
    assert len({len(entry) for entry in entries}) == 1


def test_an_example_too_long_for_the_window_goes_on_as_the_shell_allows(capsys: pytest.CaptureFixture[str]) -> None:
    page = asked(capsys, "add", "--help")
    assert " \\\n      --" in page
    assert 'officecli add "Records request 114" --lead Ana --support "Ben:search the vault" --due +10wd' in re.sub(r" \\\n +", " ", page)


def test_lines_of_a_sentence_are_joined_and_paragraphs_kept() -> None:
    text = "One sentence goes\non. Another.\nA third:\n  officecli list\n第一句没有\n完。\n\nLast"
    assert list(help_.prose(text, 80)) == ["One sentence goes on. Another.", "A third:", "  officecli list", "第一句没有完。", "", "Last"]
