from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from officecli.errors import BadInput, StorageTrouble
from officecli.formats import formats
from officecli.formats.out.output import Showing, deliver, format_for
from officecli.formats.out.page import page_for
from officecli.formats.out.whole_file import Named, whole_file
from officecli.reports.shape.report import Report

Make = Callable[..., Report]

PROGRAM = """
from officecli.errors import OfficeError
from officecli.formats.terminal.message import show_error
from officecli.formats.out.output import Showing, deliver
from officecli.reports.shape.report import Column, Report
rows = tuple({"title": "\\u7763\\u67e5\\u5ba4 \\xe9"} for _ in range(20_000))
try:
    deliver(Report("list", "Items", "", (Column("title", "matter"),), rows, total=len(rows)))
except OfficeError as error:
    show_error(error)
    raise SystemExit(error.exit_code)
"""


def named(path: Path, *, force: bool = False, private: bool = False) -> Named:
    return Named(path, store=None, force=force, private=private)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask() -> Iterator[None]:
    """A umask that lets the group read."""
    before = os.umask(0o027)
    yield
    os.umask(before)


def run(redirect: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = f'"{sys.executable}" -c "$PROGRAM" {redirect}'
    return subprocess.run(["bash", "-c", command], env={**os.environ, "PROGRAM": PROGRAM, **environment}, capture_output=True, check=False)


def test_the_formats_are_the_files_of_the_folder() -> None:
    assert formats() == ("csv", "docx", "html", "ics", "json", "md", "table", "xlsx")
    assert all(callable(format_for(name).write) for name in formats())


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput) as refused:
        format_for("safe")
    assert ", ".join(formats()) in refused.value.fix


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize(("private", "wanted"), [(True, 0o600), (False, 0o640)])
def test_a_file_is_written_whole_for_its_owner_alone_or_as_the_umask_says(tmp_path: Path, sample: Make, wanted: int, *, private: bool) -> None:
    deliver(sample("zh"), "csv", to=named(tmp_path / "a.csv", private=private))
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert mode(tmp_path / "a.csv") == wanted
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["a.csv"]


def test_a_file_is_confirmed_to_whoever_sits_before_a_terminal(
    tmp_path: Path, sample: Make, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = sample("en")
    deliver(report, "csv", to=named(tmp_path / "a.csv"))
    assert capsys.readouterr() == ("", ""), "cron would send it by mail"
    monkeypatch.setenv("TERM", "xterm")
    deliver(report, "csv", to=named(tmp_path / "piped.csv"))
    assert capsys.readouterr() == ("", f"Written: {tmp_path}/piped.csv, {len(report.rows)} rows.\n")
    monkeypatch.delenv("TERM")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    deliver(report, "csv", to=named(tmp_path / "b.csv"))
    assert capsys.readouterr() == ("", f"Written: {tmp_path}/b.csv, {len(report.rows)} rows.\n")


def test_a_table_in_a_file_is_plain(tmp_path: Path, sample: Make) -> None:
    deliver(sample("en"), to=named(tmp_path / "a.txt"), showing=Showing(color=True))
    assert "\x1b" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_a_file_that_exists_is_replaced_only_by_force(tmp_path: Path, sample: Make) -> None:
    file = tmp_path / "a.md"
    file.write_text("old", encoding="utf-8")
    with pytest.raises(StorageTrouble, match="exists already"):
        deliver(sample("en"), "md", to=named(file))
    assert file.read_text(encoding="utf-8") == "old"
    deliver(sample("en"), "md", to=named(file, force=True))
    assert file.read_text(encoding="utf-8").startswith("# Overdue")


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("before", [0o600, 0o644, 0o664, 0o4666])
def test_a_file_keeps_the_mode_of_the_one_it_replaces_unless_it_is_private(tmp_path: Path, sample: Make, before: int) -> None:
    file = tmp_path / "a.md"
    file.touch()
    file.chmod(before)
    deliver(sample("en"), "md", to=named(file, force=True))
    assert mode(file) == before & 0o777
    deliver(sample("en"), "md", to=named(file, force=True, private=True))
    assert mode(file) == 0o600


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can give a file to any group")
def test_a_file_stays_its_groups_or_the_groups_rights_go(tmp_path: Path, sample: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    file = tmp_path / "a.md"
    file.touch()
    file.chmod(0o664)
    os.chown(file, -1, 4321)
    deliver(sample("en"), "md", to=named(file, force=True))
    assert (file.stat().st_gid, mode(file)) == (4321, 0o664)
    monkeypatch.setattr(os, "chown", refused)
    deliver(sample("en"), "md", to=named(file, force=True))
    assert (file.stat().st_gid, mode(file)) == (os.getgid(), 0o604)


@pytest.mark.parametrize(
    ("name", "says"), [("", "is a folder"), ("nowhere/a.csv", "There is no folder"), ("a\0b", "no name for a file"), ("x" * 300, "Cannot write")]
)
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, sample: Make, name: str, says: str) -> None:
    with pytest.raises(StorageTrouble, match=says):
        deliver(sample("en"), "csv", to=named(tmp_path / name, force=True))


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path, sample: Make) -> None:
    real, link, circle = tmp_path / "real.json", tmp_path / "link.json", tmp_path / "circle"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    circle.symlink_to(circle)
    with pytest.raises(StorageTrouble, match="exists already"):
        deliver(sample("en"), "json", to=named(link))
    deliver(sample("en"), "json", to=named(link, force=True))
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("{")
    with pytest.raises(StorageTrouble):
        deliver(sample("en"), "json", to=named(circle, force=True))


def test_a_device_is_not_replaced(sample: Make) -> None:
    for force in (True, False):
        with pytest.raises(StorageTrouble, match="not an ordinary file"):
            deliver(sample("en"), "json", to=named(Path(os.devnull), force=force))
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "a.csv"
    file.write_text("old", encoding="utf-8")
    before = set(tmp_path.iterdir())
    monkeypatch.setattr(os if call == "fsync" else Path, call, full)
    with pytest.raises(StorageTrouble) as trouble, whole_file(named(file, force=True)) as stream:
        stream.write("new")
    assert trouble.value.why == "The disk is full"
    assert file.read_text(encoding="utf-8") == "old"
    assert set(tmp_path.iterdir()) == before


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt), whole_file(named(tmp_path / "a.csv")):
        raise KeyboardInterrupt
    assert set(tmp_path.iterdir()) == before


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    ended = run("| head -n 1; exit ${PIPESTATUS[0]}")
    assert (ended.returncode, ended.stdout.decode(), ended.stderr.decode()) == (0, "Items\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_behind_the_output_is_an_error() -> None:
    ended = run("> /dev/full")
    assert ended.returncode == 74
    assert ended.stderr.decode().startswith("Error: Cannot write to the standard output.\n  The disk is full\n  → ")
    assert "Traceback" not in ended.stderr.decode()


def test_a_closed_output_is_an_error() -> None:
    ended = run(">&-")
    assert (ended.returncode, ended.stderr.decode().splitlines()[0]) == (74, "Error: The standard output is closed.")


@pytest.mark.parametrize("coercion", ["0", "1"])
def test_the_output_is_utf8_in_any_locale(coercion: str) -> None:
    ended = run("| head -n 5", LC_ALL="C", PYTHONCOERCECLOCALE=coercion, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert "督查室 é" in ended.stdout.decode("utf-8")


class Window:
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return -1


@pytest.mark.parametrize(
    ("environment", "asked", "color"),
    [
        ({"TERM": "xterm"}, None, True),
        ({"TERM": "xterm"}, False, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, None, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, None, True),
        ({"TERM": "dumb"}, None, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], asked: bool | None, color: bool) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert page_for(Window(), color=asked).color is color  # type: ignore[arg-type]


@pytest.mark.parametrize(("columns", "width"), [("57", 57), ("3", 20), ("", 80), ("abc", 80), ("0", 80)])
def test_the_width_is_the_windows(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert page_for(Window()).width == width  # type: ignore[arg-type]
