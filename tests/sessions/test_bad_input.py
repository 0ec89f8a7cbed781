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
from stage.mistyped import ADD, MISTYPED
from stage.places import CLERKS_OFFICE


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city clerk's office with a decision, a target, procedures, 2026-001, 2026-002 (Walter Kim with Nia Coleman) and, recorded last, 2025-001."""
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
            ("decision", "add", "Lifts", "--by", "Eleanor Marsh", "--meeting", "12th", *registrar),
            ("target", "add", "Certified copies", "--post", "Records/Clerk", "--class", "output", "--goal", "3 pieces", "--weight", "10", *registrar),
            ("procedure", "add", str(CLERKS_OFFICE.parent / "procedures.toml"), *registrar),
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


def test_a_name_is_no_slip_of_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["walter"]) == 2  # of alter, which is tried for edit
    assert "officecli show walter\n" in capsys.readouterr().err


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
    assert capsys.readouterr() == ("", "Stopped; nothing was recorded.\n")
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
