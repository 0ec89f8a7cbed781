"""After a commit every trouble says first that it is recorded; before one, and where nothing changed, none does."""

from __future__ import annotations

import errno
import io
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from officecli.cli import printing
from officecli.cli.main import run
from officecli.errors import StorageTrouble
from officecli.store.place import place
from officecli.store.read.reader import reading

RECORDED = "Error: It is recorded, but the answer cannot be shown."
FULL = Path("/dev/full")
WRITES = [
    "add 件一 --lead 陈静 --due fri",
    "add 件一 --lead 陈静 --due fri --format json",
    "import ledger.csv",
    "import ledger.csv -o bad.csv",
    "setup office.toml",
    "config set rules.R102.severity audit",
    "procedure add meetings.toml",
    "generate",
]

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """An office with files to be read."""
    at("2026-07-06T02:00")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OFFICECLI_DB", sqlite_office)
    monkeypatch.setenv("OFFICECLI_AS", "孙丽")
    Path("ledger.csv").write_text("事项,牵头人,时限\n件一,陈静,2026-07-20\n", encoding="utf-8")
    Path("office.toml").write_text('[[unit]]\nname = "信访室"\nnature = "writing"\n', encoding="utf-8")
    assert run(["procedure", "template", "meetings", "--post", "督查室/督查科员", "-o", "meetings.toml"]) == 0
    return sqlite_office


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Lets the disk behind the standard output be full from now on."""
    with FULL.open("w", encoding="utf-8") as stream:
        yield lambda: monkeypatch.setattr(sys, "stdout", stream)


def head(office: str) -> tuple[int, str]:
    with reading(place(office)) as read:
        return read.head()


@pytest.mark.parametrize("line", WRITES)
def test_a_full_output_after_a_commit(office: str, full: Callable[[], None], capsys: pytest.CaptureFixture[str], line: str) -> None:
    if line == "generate":
        run(["procedure", "add", "meetings.toml"])
    before = head(office)
    capsys.readouterr()
    full()
    assert run(shlex.split(line)) == 74
    said = [one for one in capsys.readouterr().err.splitlines() if one.startswith("Error")]
    assert said == [RECORDED]
    assert head(office) != before


def test_an_office_is_made_though_nobody_can_read_that(
    at: Callable[[str], None], full: Callable[[], None], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    at("2026-07-06T02:00")
    full()
    assert run(["init", "--db", str(tmp_path / "new.db")]) == 74
    assert capsys.readouterr().err.startswith(RECORDED)


@pytest.mark.parametrize("line", ["list", "import ledger.csv --dry-run", "setup office.toml --dry-run", "generate --dry-run"])
def test_where_nothing_is_recorded_none_says_so(office: str, full: Callable[[], None], capsys: pytest.CaptureFixture[str], line: str) -> None:
    before = head(office)
    full()
    assert run(shlex.split(line)) == 74
    assert "Cannot write to the standard output." in capsys.readouterr().err
    assert head(office) == before


def test_what_changed_nothing_is_not_called_recorded(office: str, full: Callable[[], None], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["setup", "office.toml"]) == 0
    before = head(office)
    full()
    assert run(["setup", "office.toml"]) == 74
    assert "It is recorded" not in capsys.readouterr().err
    assert head(office) == before


def test_an_import_that_cannot_look_at_the_store_again_is_recorded(
    office: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before, real, turns = head(office), reading, iter([True, False])

    def once(where: object) -> object:
        if next(turns):
            return real(where)  # type: ignore[arg-type]
        raise StorageTrouble("The disk is full.")

    monkeypatch.setattr("officecli.files.ledger.importing.reading", once)
    assert run(["import", "ledger.csv"]) == 74
    assert capsys.readouterr().err.splitlines()[:2] == [RECORDED, "  The disk is full."]
    assert head(office) != before


@pytest.mark.parametrize(
    ("trouble", "code", "says"),
    [
        (KeyboardInterrupt(), 130, "Stopped. It is recorded, but its answer is not shown."),
        (OSError(5, "Input/output error"), 74, RECORDED),
        (ValueError("a fault of ours"), 70, RECORDED),
    ],
)
def test_whatever_comes_after_a_commit(
    office: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], trouble: BaseException, code: int, says: str
) -> None:
    def fails(*_: object) -> None:
        raise trouble

    before = head(office)
    monkeypatch.setattr("officecli.cli.verb.write_lines", fails)
    assert printing.write_lines is not fails
    assert run(["add", "件一", "--lead", "陈静", "--due", "fri"]) == code
    assert capsys.readouterr().err.splitlines()[0] == says
    assert head(office) != before


@pytest.mark.parametrize("closed", [True, False])
def test_where_warnings_cannot_be_said_the_act_is_done_and_answered(
    office: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, closed: bool
) -> None:
    class Full(io.StringIO):
        def write(self, _text: str, /) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    before = head(office)
    monkeypatch.setattr(sys, "stderr", None if closed else Full())
    assert run(["add", "件一", "--lead", "陈静", "--due", "fri"]) == 0
    assert run(["show", "999"]) == 3
    assert "件一" in capsys.readouterr().out
    assert head(office) != before
