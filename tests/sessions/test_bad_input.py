"""Whatever is mistyped is answered with what is wrong and what to do, the right exit code, and nothing changed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.actions.items import register
from officecli.cli.main import run
from officecli.store.place import place
from officecli.store.read.reader import reading
from stage.places import CLERKS_OFFICE

LONG = "9" * 10_000

ADD = ("add", "x", "--lead", "Walter Kim", "--due", "fri")

MISTYPED: list[tuple[tuple[str, ...], int, str]] = [
    # who and what
    (("add", "x", "--lead", "Walter Kmi", "--due", "fri"), 3, "Error: Nobody here is called “Walter Kmi”."),
    (("add", "x", "--lead", "Records", "--due", "fri"), 3, "Error: Nobody here is called “Records”."),
    (("add", "x", "--lead", "", "--due", "fri"), 2, "Error: --lead is missing."),
    ((*ADD, "--as", "Nobody"), 3, "Error: Nobody here is called “Nobody”."),
    ((*ADD, "--support", "Walter Kim:help"), 2, "Error: Walter Kim leads this item and cannot support it too."),
    ((*ADD, "--support", "Nia Coleman:a", "--support", "Nia Coleman:b"), 2, "Error: Nia Coleman is named twice as a supporter."),
    (("support", "2", "add", "Walter Kim:help"), 2, "Error: Walter Kim leads this item and cannot support it too."),
    (("support", "2", "add", "Nia Coleman:copies"), 2, "Error: Nia Coleman supports 2026-002 already."),
    (("support", "2", "remove", "Hannah Reyes"), 2, "Error: Hannah Reyes does not support 2026-002."),
    (("show", "999"), 3, "Error: There is no item “999”."),
    (("show", "1"), 2, "Error: “1” means several items: 2025-001, 2026-001."),
    (("show", LONG), 3, f"Error: There is no item “{LONG[:40]}”."),
    (("show",), 2, "Error: NUMBER is missing."),
    (("list", "--unit", "Recrods"), 3, "Error: There is no unit “Recrods”."),
    (("digest", "--for", "Recrods"), 3, "Error: Nobody here is called “Recrods”."),
    (("accountability", "--explain", "Nobody"), 3, "Error: Nobody here is called “Nobody”."),
    (("rule", "X999"), 3, "Error: There is no rule “X999”."),
    # dates
    ((*ADD[:-1], "yesterday"), 2, "Error: The deadline 2026-07-05 is before the issue day 2026-07-06."),
    ((*ADD[:-1], "13/14/2027"), 2, "Error: “13/14/2027” is not a possible date."),
    ((*ADD[:-1], "2026-02-30"), 2, "Error: “2026-02-30” is not a possible date."),
    ((*ADD[:-1], "2126-01-01"), 2, "Error: 2126-01-01 is outside the office's calendar."),
    ((*ADD[:-1], f"+{LONG}wd"), 2, f"Error: “+{LONG[:39]}…” is not a date officecli understands."),
    (("list", "--as-of", "2026-07-07"), 2, "Error: 2026-07-07 is still to come; nothing is known of it."),
    (("extend", "2", "--to", "2026-07-01", "--reason", "x"), 2, "Error: 2026-07-01 is not later than the deadline 2026-07-10."),
    # texts
    (("add", "", "--lead", "Walter Kim", "--due", "fri"), 2, "Error: The title is empty."),
    (("add", " \t\n", "--lead", "Walter Kim", "--due", "fri"), 2, "Error: The title is empty."),
    (("add", "x" * 100_000, "--lead", "Walter Kim", "--due", "fri"), 2, "Error: The title is too long: at most 500 characters."),
    (("add", "\x1b[31mred", "--lead", "Walter Kim", "--due", "fri"), 2, "Error: There is a control character in “␛[31mred”."),
    (("add", "a\x00b", "--lead", "Walter Kim", "--due", "fri"), 2, "Error: There is a control character in “a␀b”."),
    (("add", "a\u202eb", "--lead", "Walter Kim", "--due", "fri"), 2, "Error: There is a control character in “a\\u202eb”."),
    (("add", "a\udc85b", "--lead", "Walter Kim", "--due", "fri"), 2, "Error: “a\ufffdb” is not text in UTF-8."),
    (("list", "a\udc85b"), 2, "Error: “a\ufffdb” is not text in UTF-8."),
    (("show", "a\udc85b"), 2, "Error: “a\ufffdb” is not text in UTF-8."),
    (("note", "2", " "), 2, "Error: The note is empty."),
    (("cancel", "2", "--reason", " "), 2, "Error: This needs a reason."),
    # numbers and codes
    (("close", "2", "--rating", "6"), 2, "Error: --rate takes a number from 1 to 5."),
    (("note", "2", "x", "--progress", "101"), 2, "Error: “101” is not a progress."),
    (("list", "--limit", LONG), 2, "Error: --limit takes a number from 0 to 1000000000."),
    (("upcoming", "--days", "-1"), 2, "Error: --days takes a number from 0 to 3660."),
    ((*ADD, "--hours", "1e999"), 2, "Error: --hours takes a number from 0 to 100000."),
    ((*ADD, "--target", "lots"), 2, "Error: “lots” is not a number with its unit."),
    ((*ADD, "--kind", "strange"), 2, "Error: --kind does not take “strange”."),
    (("edit", "2", "--urgency", "huge"), 2, "Error: --urgency does not take “huge”."),
    (("list", "--format", "xml"), 2, "Error: There is no format “xml”."),
    # the command line
    (("ad", "x"), 2, "Error: There is no command “ad”."),
    (("list", "--nope"), 2, "Error: There is no option --nope here."),
    (("add", "-5 °C check", "--lead", "me"), 2, "Error: There is no option -5 here."),
    (("scorecard", "a", "b", "c"), 2, "Error: Too many words: b c."),
    (("add", "x", "--by", "Walter Kim", "--due", "fri"), 2, "Error: --lead is missing."),
    (("add", "--", "--lead", "Walter Kim"), 2, "Error: Too many words: Walter Kim."),
    (("list", "-o"), 2, "Error: -o needs a value."),
    (("list", "--db"), 2, "Error: --db needs a value."),
    (("list", "--no-color=x"), 2, "Error: --no-color takes no value."),
    (("list", "--lang", "fr"), 2, "Error: officecli does not speak “fr”."),
    # files and stores
    (("import", "nothing.csv"), 3, "Error: There is no file nothing.csv."),
    (("import", "."), 2, "Error: . is not a file."),
    (("setup", "nothing.toml"), 3, "Error: There is no file nothing.toml."),
    (("list", "-o", "none/x.csv"), 74, "Error: There is no folder HERE/none."),
    (("list", "-o", "taken.csv"), 74, "Error: taken.csv exists already."),
    (("list", "--db", "none.db"), 3, "Error: There is no office at HERE/none.db yet."),
    (("list", "--db", "."), 74, "Error: HERE is a folder, not a store."),
    (("list", "--db", "taken.csv"), 74, "Error: HERE/taken.csv is not a readable officecli store (file is not a database)."),
    (("list", "--db", "mysql://x/y"), 2, "Error: “mysql” is not a kind of store officecli knows."),
    # what the office does not do
    (("add", "x", "--lead", "Walter Kim"), 1, "Refused: nothing was changed."),
    (("submit", "2", "--result", "done", "--as", "Nia Coleman"), 1, "Refused: nothing was changed."),
    (("close", "2", "--result", "done", "--as", "Walter Kim"), 1, "Refused: nothing was changed."),
    (("init",), 74, "Error: There is already something at STORE; nothing was changed."),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city clerk's office with 2026-001, 2026-002 (Walter Kim with Nia Coleman) and, recorded last, 2025-001."""
    path = tmp_path_factory.mktemp("office") / "office.db"
    with pytest.MonkeyPatch.context() as world:
        world.setenv("OFFICECLI_DB", str(path))
        world.setenv("OFFICECLI_NOW", "2026-07-06T16:00")
        world.setenv("LANG", "en_US.UTF-8")
        registrar = ("--as", "Angela Dupree")
        lead = ("--lead", "Walter Kim")
        for words in (
            ("init",),
            ("setup", str(CLERKS_OFFICE)),
            ("add", "Index of 2026", *lead, "--due", "2026-12-01", *registrar),
            ("add", "Certify the ordinances", *lead, "--support", "Nia Coleman:copies", "--due", "fri", *registrar),
            ("add", "Index of 2025", *lead, "--issued", "2025-03-03", "--due", "2026-12-01", *registrar),
        ):
            assert run(list(words)) == 0
    return path


@pytest.fixture(autouse=True)
def _at_the_clerks_desk(store: Path, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    at("2026-07-06T16:00")
    monkeypatch.setenv("OFFICECLI_DB", str(store))
    monkeypatch.setenv("OFFICECLI_AS", "Angela Dupree")
    monkeypatch.chdir(tmp_path)
    Path("taken.csv").write_text("not ours", encoding="utf-8")


def head(store: Path) -> str:
    with reading(place(str(store))) as read:
        return read.head_text()


@pytest.mark.parametrize(("words", "code", "first"), MISTYPED, ids=[" ".join(words)[:60] for words, _code, _first in MISTYPED])
def test_bad_input_is_explained_and_changes_nothing(
    store: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, first: str
) -> None:
    before = head(store)
    assert run(list(words)) == code
    printed = capsys.readouterr()
    said, *more = printed.err.splitlines()
    assert said == first.replace("STORE", str(store)).replace("HERE", str(Path.cwd()))
    assert any(line.lstrip().startswith("→ ") for line in more), "what to do is missing"
    assert max(map(len, printed.err.splitlines())) < 400
    assert printed.out == ""
    assert head(store) == before
    assert Path("taken.csv").read_text(encoding="utf-8") == "not ours"


def test_a_number_too_high_names_the_newest_item_though_an_older_one_was_recorded_last(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "999"]) == 3
    assert "The newest is 2026-002;" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("add", "🎉 党建 ＡＢＣ１２", "--lead", " walter  kim ", "--due", "２０２６-０７-１０"),
        ("add", "--lead=Walter Kim", "--due", "fri", "--", "--dashes"),
        ("--lang", "en", "add", "options first", "--lead", "Walter Kim", "--due", "fri", "--as=Angela Dupree"),
        ("show", "２"),
    ],
    ids=" ".join,
)
def test_odd_but_sensible_input_is_taken(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert run(list(words)) == 0
    assert capsys.readouterr().err == ""


def test_a_stopped_command_says_so_and_leaves_nothing(store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    before = head(store)
    made = register.register

    def stopped(*given: object) -> None:
        made(*given)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(register, "register", stopped)
    assert run([*ADD]) == 130
    assert capsys.readouterr() == ("", "Stopped; nothing was recorded half.\n")
    assert head(store) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_answer_that_cannot_be_shown_says_that_the_act_is_recorded(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = head(store)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert run([*ADD]) == 74
    assert capsys.readouterr().err.splitlines()[0] == "Error: It is recorded, but the answer cannot be shown."
    assert head(store) != before


def test_how_a_text_that_begins_with_a_dash_is_written(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "-5 °C check", "--lead", "Walter Kim", "--due", "fri"]) == 2
    assert '→ A text that begins with - comes last, after --: officecli add … -- "-5 …"' in capsys.readouterr().err
    assert run(["add", "--lead", "Walter Kim", "--due", "fri", "--", "-5 °C check"]) == 0
    assert run(["list", "--qqq"]) == 2
    assert "after --" not in capsys.readouterr().err
    assert run(["add", "--help wanted", "--due", "fri"]) == 2
    assert '-- "--help wanted …"' in capsys.readouterr().err
    assert run(["add", "--", "-5 °C check", "--lead", "Walter Kim"]) == 2
    assert '→ Options come before --: officecli add OPTIONS -- "TEXT"' in capsys.readouterr().err
