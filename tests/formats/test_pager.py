from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from officecli import personal
from officecli.cli import session
from officecli.formats.out.page import Page
from officecli.formats.out.pager import through_pager

WINDOW = Page(width=20, height=5, terminal=True)


@pytest.fixture(autouse=True)
def somebody_looks_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("PAGER", raising=False)
    monkeypatch.setattr(personal, "for_now", {})


def shown(text: str, page: Page = WINDOW) -> str:
    """What is written to the window itself."""
    stream = io.StringIO()
    with through_pager(stream, page) as (held, _page):
        held.write(text)
    return stream.getvalue()


def test_what_is_longer_than_the_window_goes_through_the_pager_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    monkeypatch.setenv("PAGER", f"tee '{taken}'")
    for text in ("督\n" * 5, "督" * 51 + "\n"):  # a line that is broken takes more than one
        assert shown(text) == ""
        assert taken.read_text("utf-8") == text
        taken.unlink()
    for text, page in (("督\n" * 4, WINDOW), ("督\n" * 5, Page(width=20, height=0, terminal=True))):
        assert shown(text, page) == text
        assert not taken.exists()


@pytest.mark.parametrize("pager", ["no-such-pager-here", "", "cat", "never", "tee 'never closed"])
def test_without_a_pager_it_is_all_written(monkeypatch: pytest.MonkeyPatch, pager: str) -> None:
    monkeypatch.setenv("PAGER", pager)
    assert shown("a\n" * 50) == "a\n" * 50


def test_a_pager_that_is_closed_early_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "true")
    assert shown("a\n" * 500_000) == ""


@pytest.mark.parametrize("why", ["--no-pager", "own file", "TERM=dumb", "stdin"])
def test_whoever_wants_none_gets_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, why: str) -> None:
    monkeypatch.setenv("PAGER", "true")
    match why:
        case "--no-pager":
            session.take_globals(["overdue", "--no-pager"])
        case "own file":
            monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
            (tmp_path / "officecli").mkdir()
            (tmp_path / "officecli" / "config.toml").write_text('pager = "never"\n', "utf-8")
        case "TERM=dumb":
            monkeypatch.setenv("TERM", "dumb")
        case "stdin":
            monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    assert shown("a\n" * 50) == "a\n" * 50
