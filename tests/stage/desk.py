"""The desk: one place where the SQLite store of one test after the other stands, so that whoever knows the last one's definitions knows the next one's."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from urllib.parse import quote

from stage import lent_files

ROOM = 2**18
"""Bytes behind what is put on the desk: connections know how large the file is, and what is put there next may be larger."""

Sort = tuple[bytes, str]
"""What is known of a store by whoever has prepared statements for it: the number of its definitions' last change, and its definitions."""
_sorts: dict[Path, Sort] = {}
"""By file that is kept."""
_on_it: list[Sort] = []
"""Of which sort the store was that was put on the desk last."""


@cache
def desk() -> Path:
    """Where the store is put."""
    return Path(tempfile.mkdtemp(prefix="desk-")) / "office.db"


def url() -> str:
    """The same as --db takes it."""
    return f"sqlite:///{desk()}"


def put(kept: Path) -> str:
    """Put a copy of a store on the desk, under the connections to the one that is there if both have the same definitions; returns where it is."""
    there = str(desk())
    if not (_still_is_of(_sort(kept)) and lent_files.is_at_rest(there) and _is_replaced_by(kept.read_bytes())):
        lent_files.forget(there)
        for old in desk().parent.iterdir():
            old.unlink()
        desk().write_bytes(kept.read_bytes() + bytes(ROOM))
    _on_it[:] = [_sort(kept)]
    return url()


def keep(kept: Path) -> Path:
    """Copy the store on the desk as it is, for `put`."""
    shutil.copy(desk(), kept)
    _sorts.pop(kept, None)
    if _on_it and _still_is_of(_on_it[0]):
        _sorts[kept] = _on_it[0]
    return kept


def _sort(kept: Path) -> Sort:
    if kept not in _sorts:
        with closing(sqlite3.connect(f"file:{quote(str(kept))}?mode=ro", uri=True)) as connection:
            _sorts[kept] = _last_change(kept), repr(connection.execute("SELECT * FROM sqlite_schema").fetchall())
    return _sorts[kept]


def _last_change(path: Path) -> bytes:
    """What SQLite writes another number into with every change of a definition."""
    with path.open("rb") as file:
        return file.read(44)[40:]


def _still_is_of(sort: Sort) -> bool:
    return _on_it == [sort] and desk().exists() and _last_change(desk()) == sort[0]


def _is_replaced_by(store: bytes) -> bool:
    """Whether the store was written under the connections to the one on the desk: neither larger, nor with anything of that one left in its log."""
    there = desk()
    if len(store) > there.stat().st_size or there.with_name(there.name + "-wal").stat().st_size:
        return False

    def write() -> None:
        with there.open("r+b") as file:
            file.write(store)

    return lent_files.is_written_under(str(there), write)
