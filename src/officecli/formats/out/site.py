"""Pages for a web server: a folder that goes from one whole set of pages to the next, whatever happens meanwhile.

Every page is written, whole, in a folder of its own inside, and only then takes its place; the index last. What was ours and is no more, goes.
Nothing but our own pages is ever written over or removed, and nothing outside the folder is touched.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from officecli.errors import StorageTrouble
from officecli.formats import as_html
from officecli.formats.out.page import Page
from officecli.i18n import _
from officecli.reports.shape.document import Document
from officecli.store.disk import reason, sync_folder
from officecli.store.own_files import refuse_own_file
from officecli.store.whole import take_place
from officecli.store.write.file_lock import Held, file_locked

INDEX = "index.html"
NAME = re.compile(r"(index|unit-\d+|person-\d+)\.html")
"""What our pages are called: numbers, since names of people and units may hold anything."""

OURS, LOCK, STAGING = ".officecli-site", ".officecli-site.lock", ".officecli-new"
"""In the folder: the names of our pages, a line each; what whoever writes them holds; and where they are written."""

PATIENCE = 60.0  # seconds; for another who writes the same pages


def write_site(folder: Path, pages: Iterable[tuple[str, Document]], store: Path | None, *, force: bool = False) -> int:
    """Write the pages, each with the name of its file, and return how many there are; pages that are not ours are replaced by `force` only.

    StorageTrouble where that cannot be; the folder then holds the pages it held.
    """
    try:
        target = _made(folder)
        with file_locked(target / LOCK, mode=0o600, patience=PATIENCE):
            if not force:
                _refuse_others(target, {INDEX}, _ours(target))
            staging = target / STAGING
            shutil.rmtree(staging, ignore_errors=True)  # of one that was killed
            staging.mkdir(mode=0o700)
            try:
                return _replaced(target, staging, _written(staging, pages), store, force=force)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except Held as error:
        raise StorageTrouble(_("Somebody else is writing the pages in {folder}.").format(folder=folder), fix=_("Try again in a minute.")) from error
    except OSError as error:
        raise StorageTrouble(
            _("Cannot write the pages in {folder}.").format(folder=folder),
            why=reason(error),
            fix=_("Give another folder with --dir, or make room and try again."),
        ) from error


def _made(folder: Path) -> Path:
    """The folder, which may be new; its parent may not."""
    target = folder.resolve()
    if target.exists() and not target.is_dir():
        raise StorageTrouble(_("{path} is no folder.").format(path=folder), fix=_("Give a new folder with --dir."))
    if not target.parent.is_dir():
        raise StorageTrouble(
            _("There is no folder {folder}.").format(folder=target.parent), fix=_("Make the folder first, or give another with --dir.")
        )
    target.mkdir(exist_ok=True)
    return target


def _ours(folder: Path) -> set[str]:
    """The pages that are ours; a list that somebody changed names nothing else."""
    try:
        said = (folder / OURS).read_text(encoding="utf-8").split()
    except (FileNotFoundError, UnicodeDecodeError):
        return set()
    return {name for name in said if NAME.fullmatch(name)}


def _refuse_others(folder: Path, names: Iterable[str], ours: set[str]) -> None:
    for name in sorted(names):
        if name not in ours and os.path.lexists(folder / name):
            raise StorageTrouble(
                _("{path} exists already, and officecli did not write it.").format(path=folder / name),
                fix=_("Give another folder with --dir, or --force to replace it."),
            )


def _written(staging: Path, pages: Iterable[tuple[str, Document]]) -> list[str]:
    """Every page, whole and on the disk."""
    names = []
    for name, document in pages:
        assert NAME.fullmatch(name), name
        with (staging / name).open("x", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            as_html.write_document(document, stream, Page(file=True))
            stream.flush()
            os.fsync(stream.fileno())
        names.append(name)
    return names


def _replaced(folder: Path, staging: Path, names: list[str], store: Path | None, *, force: bool) -> int:
    """Give every page its place, the index last, and take away what is no page any more."""
    ours = _ours(folder)
    if not force:
        _refuse_others(folder, names, ours)
    for name in names:
        refuse_own_file(folder / name, store)
        if (folder / name).is_dir() and not (folder / name).is_symlink():
            raise StorageTrouble(_("{path} is a folder.").format(path=folder / name), fix=_("Give another folder with --dir."))
    _remember(folder, staging, ours | set(names))  # first, so that none is forgotten whatever happens
    for name in sorted(names, key=lambda name: name == INDEX):
        try:
            take_place(staging / name, folder / name, over=force or name in ours)  # a link is replaced, not followed
        except FileExistsError:  # it came since one looked
            _remember(folder, staging, ours | set(names) - {name})
            _refuse_others(folder, [name], ours)
            raise
    for name in ours - set(names):
        (folder / name).unlink(missing_ok=True)
    _remember(folder, staging, set(names))
    sync_folder(folder)
    return len(names)


def _remember(folder: Path, staging: Path, names: set[str]) -> None:
    (staging / OURS).write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")
    (staging / OURS).replace(folder / OURS)
