"""Nothing is written over the files of a store, whatever they are called by; what lies beside them is free."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from officecli.errors import StorageTrouble
from officecli.store.own_files import SUFFIXES, refuse_own_file

Name = Callable[[Path], Path]


@pytest.fixture
def store(sqlite_base: Path, tmp_path: Path) -> Path:
    """A store in a folder that has another name besides."""
    (tmp_path / "office").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "office")
    return Path(shutil.copy(sqlite_base, tmp_path / "office" / "office.db"))


def relative(file: Path) -> Path:
    return Path(os.path.relpath(file))


def roundabout(file: Path) -> Path:
    return file.parent / ".." / file.parent.name / file.name


def through_a_folder(file: Path) -> Path:
    return file.parents[1] / "linked" / file.name


def by_symbolic_link(file: Path) -> Path:
    (file.parents[1] / "soft").symlink_to(file)
    return file.parents[1] / "soft"


def by_case(file: Path) -> Path:
    return file.with_name(file.name.upper())


@pytest.mark.parametrize("name", [relative, roundabout, through_a_folder, by_symbolic_link, by_case])
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("there", [True, False])
def test_no_name_of_a_stores_file_is_taken(store: Path, suffix: str, name: Name, *, there: bool) -> None:
    file = store.with_name(store.name + suffix)
    if there:
        file.touch()
    elif not suffix:
        file.unlink()
    called = name(file)
    if there and name is by_case and not called.exists():
        os.link(file, called)  # what a file system does that does not tell case apart
    with pytest.raises(StorageTrouble, match="belongs to it"):
        refuse_own_file(called, store)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_hard_link_is_told_by_what_it_is(store: Path, tmp_path: Path, suffix: str) -> None:
    file = store.with_name(store.name + suffix)
    file.touch()
    os.link(file, tmp_path / "hard")
    with pytest.raises(StorageTrouble, match="belongs to it"):
        refuse_own_file(tmp_path / "hard", store)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_of_a_store_named_by_a_link_both_places_are_kept(store: Path, tmp_path: Path, suffix: str) -> None:
    (tmp_path / "named.db").symlink_to(store)
    for beside in (tmp_path / "named.db", store):
        with pytest.raises(StorageTrouble, match="belongs to it"):
            refuse_own_file(beside.with_name(beside.name + suffix), tmp_path / "named.db")


def test_another_database_is_kept_too_and_everything_else_is_free(store: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match="is a database"):
        refuse_own_file(store, None)
    with pytest.raises(StorageTrouble, match="is a database"):
        refuse_own_file(store, tmp_path / "other.db")
    (store.parent / "report.csv").write_text("a,b", encoding="utf-8")
    for free in ("report.csv", "office.db.csv", "office.dbx", "office.db-wal.txt", "new.csv"):
        refuse_own_file(store.parent / free, store)
    refuse_own_file(tmp_path / store.name, store)
