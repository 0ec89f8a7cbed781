"""A file takes its name whole, and never over another that came while it was written; where a disk knows no second name of a file, too."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from officecli.errors import BadInput, StorageTrouble
from officecli.formats.out.whole_file import Named, whole_file
from officecli.store.place import place
from officecli.store.proof import backup
from officecli.store.whole import whole

pytestmark = pytest.mark.disk

THEIRS = "another program's"


@pytest.fixture(params=["links", "no links"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a disk where a file can have two names, or only one."""

    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    if request.param == "no links":
        monkeypatch.setattr(os, "link", refused)
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_report_is_not_written_over_what_came_while_it_was_made(folder: Path) -> None:
    file = folder / "a.csv"
    with pytest.raises(StorageTrouble, match="exists already"), whole_file(Named(file, store=None)):
        file.write_text(THEIRS)
    assert (file.read_text(), names(folder)) == (THEIRS, ["a.csv"])
    with whole_file(Named(file, store=None, force=True)) as stream:
        stream.write("ours")
    assert (file.read_text(), names(folder)) == ("ours", ["a.csv"])


def test_a_copy_is_not_made_over_what_came_while_it_was_made(sqlite_office: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, copy = folder / "b.db", backup.copy_pages

    def slowly(*given: object) -> None:
        copy(*given)  # type: ignore[arg-type]
        target.write_text(THEIRS)

    monkeypatch.setattr(backup, "copy_pages", slowly)
    with pytest.raises(BadInput, match="there already"):
        backup.back_up(place(sqlite_office), target)
    assert (target.read_text(), names(folder)) == (THEIRS, ["b.db"])


@pytest.mark.parametrize("over", [True, False])
def test_a_file_is_there_whole_or_not_at_all(folder: Path, *, over: bool) -> None:
    with pytest.raises(KeyboardInterrupt), whole(folder / "a", over=over):
        raise KeyboardInterrupt
    assert names(folder) == []
    with whole(folder / "a", over=over) as (handle, _unfinished):
        os.write(handle, b"ours")
        assert "a" not in names(folder)
    assert ((folder / "a").read_bytes(), names(folder)) == (b"ours", ["a"])


def test_what_cannot_take_its_name_leaves_no_empty_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "link", fails)
    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="Input"), whole(folder / "a", over=False):
        pass
    assert names(folder) == []
