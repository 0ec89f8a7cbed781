"""Puts a backup in the place of a SQLite store: proven first, the store as it is kept beside it, and all of it or nothing.

A copy that is laid there by hand comes to lie beside the log of the store before it, and SQLite writes that into it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from officecli.errors import BadInput, NotFound, StorageTrouble
from officecli.i18n import _, ngettext
from officecli.light import dataclass
from officecli.model.codes import TRAILED, UNTRAILED
from officecli.shell import as_word
from officecli.store import recorded
from officecli.store.disk import reason, sync_folder
from officecli.store.file_system import refuse_network_folder
from officecli.store.own_files import is_database
from officecli.store.place import Place
from officecli.store.proof.backup import CopyFailedError, copy_pages
from officecli.store.proof.faults import Verdict
from officecli.store.proof.put_aside import LEFT, put_aside
from officecli.store.proof.verify import verify
from officecli.store.read.opening import connected, open_at_rest
from officecli.store.read.questions import Questions
from officecli.store.read.reader import Reader, reading
from officecli.store.read.trouble import first_line
from officecli.store.read.version import another_programs, check_version
from officecli.store.whole import NEW, give_as
from officecli.store.write.lock import locked, mode_beside

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
_LAST = "SELECT MAX(seq) FROM trail"
_HASH = "SELECT hash FROM trail WHERE seq = :seq"


@dataclass(frozen=True)
class Restored:
    """What the store holds now; how many entries it had that are not in it, None where it could not be read; where it is kept, None where none was."""

    entries: int
    head: str
    lost: int | None
    kept: Path | None


def restore(place: Place, file: Path, judge: Callable[[Reader], None], *, another_office: bool = False, trying: bool = False) -> Restored:
    """Put the backup `file` in the place of the store, which need not be there any more; of another office only if that is asked for.

    `judge` raises where whoever asks may not, by the store as it is, or by the backup where that cannot be read. With `trying` nothing is put anywhere.
    Raises BadInput, NotFound or StorageTrouble, and then all is as it was.
    """
    store = _resolved(place, file)
    try:
        store.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(store):
            _refuse_another_programs(store)
            is_judged = _is_judged(store, judge)
            with _copied(file, store.path) as copy:
                verdict = _proven(file, copy)
                if not is_judged:
                    with reading(copy) as read:
                        judge(read)
                lost = _lost(store, copy, file, another_office=another_office)
                kept = None if trying else _swap(store, copy)
    except OSError as error:
        raise _cannot(store, file, reason(error)) from error
    except CopyFailedError as error:
        raise _cannot(store, file, str(error)) from error
    return Restored(verdict.entries, verdict.head, lost, kept)


def _resolved(place: Place, file: Path) -> Place:
    """The store itself, where a link leads to it; raises BadInput, NotFound or StorageTrouble where it can be said before that nothing will come of it."""
    if place.engine != "sqlite":
        raise BadInput(
            _("A PostgreSQL store is restored by its server."),
            fix=_("Run: pg_restore --clean --if-exists --single-transaction --dbname DATABASE office.dump"),
        )
    try:
        store = place.path.resolve()
        if not file.is_file():
            raise NotFound(_("There is no file {path}.").format(path=file), fix=_("Name a file that was made by: officecli db backup FILE"))
    except (RuntimeError, ValueError) as error:  # links in a circle; a NUL in the name
        raise BadInput(_("“{path}” is no name for a file.").format(path=file), fix=_("Give another name.")) from error
    if store.exists() and file.samefile(store):
        raise BadInput(_("{path} is the office's store itself.").format(path=file), fix=_("Name a file that was made by: officecli db backup FILE"))
    _refuse_no_store(Place("sqlite", path=store))
    refuse_network_folder(store)
    return Place("sqlite", path=store)


def _refuse_no_store(store: Place) -> None:
    """Raise StorageTrouble where a file that never was a store has the name of it: a slip in the path would put a letter aside."""
    path = store.path
    if not path.exists():
        return
    if not path.is_file():
        raise StorageTrouble(_("{place} is not an ordinary file.").format(place=store), fix=_("Give the path of a file with --db."))
    if path.stat().st_size and not is_database(path) and not path.with_name(path.name + ".lock").exists():
        raise StorageTrouble(
            _("{place} is no officecli store, and none was written there.").format(place=store),
            fix=_("Check the path given with --db or OFFICECLI_DB; if the path is right, move that file away first."),
        )


@contextmanager
def _copied(file: Path, store: Path) -> Iterator[Place]:
    """A copy of the backup beside the store under a name for now, as it will be kept there; taken away at the end, unless it has the store's by then."""
    copy = store.with_name(f".officecli-{os.urandom(8).hex()}.part")
    os.close(os.open(copy, NEW, 0o600))
    try:
        with closing(open_at_rest(file)) as source:
            source.execute("SELECT version FROM schema_version")  # fails where it is another program's
            check_version(Questions(source, "sqlite"), Place("sqlite", path=file), f"officecli db upgrade --db {as_word(str(file))}")
            copy_pages(source, copy)
        yield Place("sqlite", path=copy)
    except sqlite3.DatabaseError as error:
        raise StorageTrouble(
            _("{place} is not a readable officecli store ({said}).").format(place=file, said=first_line(error)),
            fix=_("Name a file that was made by: officecli db backup FILE"),
        ) from error
    finally:
        for suffix in ("", *LEFT):
            copy.with_name(copy.name + suffix).unlink(missing_ok=True)


def _proven(file: Path, copy: Place) -> Verdict:
    """What `verify` says of the copy; raises StorageTrouble where that is not that all is well."""
    what, why = _("{path} is not what its trail says; nothing was changed.").format(path=file), ""
    try:
        with reading(copy) as read:
            verdict = verify(read, beside=copy)
        if not verdict.faults:
            return verdict
        why = ngettext("{n} fault was found.", "{n} faults were found.", len(verdict.faults)).format(n=len(verdict.faults))
    except StorageTrouble as error:  # it cannot be read through
        why = error.what.replace(str(copy), str(file))
    raise StorageTrouble(
        what, why=why, fix=_("See what is wrong with: {command} — and restore another.").format(command=f"officecli verify --db {as_word(str(file))}")
    )


def _refuse_another_programs(store: Place) -> None:
    """Raise StorageTrouble where another program keeps its tables in the place of the store."""
    try:
        with connected(store) as connection:
            tables = {name for (name,) in connection.execute(_TABLES)}
    except (NotFound, StorageTrouble):
        return
    if tables and tables.isdisjoint((*TRAILED, *UNTRAILED)):
        raise another_programs(store)


def _is_judged(store: Place, judge: Callable[[Reader], None]) -> bool:
    """Whether the store can tell who may restore it; raises what `judge` does."""
    if not store.path.exists():
        return False
    try:
        with reading(store) as read:
            judge(read)
    except StorageTrouble:
        return False
    return True


def _lost(store: Place, copy: Place, file: Path, *, another_office: bool) -> int | None:
    """How many entries of the store are not in the copy, None where it cannot be read; raises BadInput where they have none in common."""
    if not store.path.exists():
        return 0
    try:
        with connected(store) as there, connected(copy) as here:
            last, same = _in_common(Questions(there, "sqlite"), Questions(here, "sqlite"))
    except StorageTrouble:
        return None
    if last and not same and not another_office:
        raise BadInput(
            _("{path} is a backup of another office: its trail begins otherwise.").format(path=file),
            fix=_("If this store is to become that office, say so: --another-office"),
        )
    return last - same


def _in_common(there: Questions, here: Questions) -> tuple[int, int]:
    """The last entry of one trail, and the last that another has as well: a hash holds all before it, so where two agree all did before."""
    last = int(there.value(_LAST) or 0)
    same, beyond = 0, min(last, int(here.value(_LAST) or 0)) + 1
    while beyond - same > 1:
        middle = (same + beyond) // 2
        if there.value(_HASH, seq=middle) == here.value(_HASH, seq=middle):
            same = middle
        else:
            beyond = middle
    return last, same


def _swap(store: Place, copy: Place) -> Path | None:
    """Give the copy the name of the store, for the same people to use; where the store is kept, None where there was none."""
    _give_to_the_same(copy.path, store)
    for suffix in LEFT:  # of whoever proved it
        copy.path.with_name(copy.path.name + suffix).unlink(missing_ok=True)
    with copy.path.open("rb+") as file:
        os.fsync(file.fileno())
    with put_aside(store) as kept:
        copy.path.replace(store.path)
        recorded.mark()
    try:
        sync_folder(store.path.parent)
    except OSError as error:
        raise StorageTrouble(
            _("The store {place} cannot be used: {said}.").format(place=store, said=reason(error)),
            fix=_("Check the disk and your permissions; officecli verify tells whether the store is whole."),
        ) from error
    return kept


def _give_to_the_same(copy: Path, store: Place) -> None:
    """Let the owner and the group of the store have the copy, or those of its folder where there is none; root may be at work for somebody."""
    like = (store.path if store.path.exists() else store.path.parent).stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(copy, like.st_uid, -1)
    give_as(copy, like)
    if not store.path.exists():
        copy.chmod(mode_beside(store))


def _cannot(store: Place, file: Path, said: str) -> StorageTrouble:
    return StorageTrouble(
        _("{path} cannot be put in the place of {place}: {said}. Nothing was changed.").format(path=file, place=store, said=said),
        fix=_("Make room on the store's disk, or ask for write permission on {folder}; then run it again.").format(folder=store.path.parent),
    )
