"""The files of a SQLite store, which nothing else may be written over: whatever they are called by, they are told by what they are."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from officecli.errors import StorageTrouble
from officecli.i18n import _

SUFFIXES = ("", "-wal", "-shm", "-journal", ".lock")
"""What the names of a store's files add to its own: SQLite's log, index and journal, and the writers' lock."""
DATABASE = b"SQLite format 3\0"


def refuse_own_file(path: Path, store: Path | None) -> None:
    """Raise StorageTrouble where `path` leads to a file of `store` (None: it is in no file), there already or to come, or to any SQLite database."""
    if store is not None and any(_is_one(path, file) for file in _files(store)):
        raise StorageTrouble(
            _("{path} is the office's store, or a file that belongs to it; nothing is written over that.").format(path=path),
            fix=_("Give another name."),
        )
    if is_database(path):
        raise StorageTrouble(_("{path} is a database; no report is written over that.").format(path=path), fix=_("Give another name."))


def _files(store: Path) -> list[Path]:
    """The store's files; of a link those beside it and those beside the file it leads to, where SQLite and the lock put theirs."""
    return [named.with_name(named.name + suffix) for named in (store, store.resolve()) for suffix in SUFFIXES]


def _is_one(path: Path, file: Path) -> bool:
    """Whether two names are one file; of a file that is to come, whether they would be one where case and accents do not tell names apart."""
    try:
        return path.samefile(file)
    except OSError:  # one of them is not there
        whole, other = path.resolve(), file.resolve()
        return _plain(whole.name) == _plain(other.name) and _is_one_folder(whole.parent, other.parent)


def _is_one_folder(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def is_database(path: Path) -> bool:
    """Whether a file says of itself that it is SQLite's."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return False
        with path.open("rb") as file:
            return file.read(len(DATABASE)) == DATABASE
    except OSError:
        return False
