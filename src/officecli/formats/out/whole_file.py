"""A file that appears whole or not at all, and never in the place of the store's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from officecli.errors import StorageTrouble
from officecli.hints import IO, Any, BinaryIO, Literal, TextIO, overload
from officecli.i18n import _
from officecli.light import dataclass
from officecli.store.disk import reason
from officecli.store.own_files import refuse_own_file
from officecli.store.whole import give_as, whole


@dataclass(frozen=True)
class Named:
    """A file that is named to be written, over what is there if `force` says so, but never over the files of `store` (None: it is in no file).

    A `private` one is for its owner alone; any other follows the umask, or keeps mode and group of the file it replaces.
    """

    path: Path
    store: Path | None
    force: bool = False
    private: bool = False


@overload
def whole_file(named: Named) -> AbstractContextManager[TextIO]: ...
@overload
def whole_file(named: Named, *, binary: Literal[True]) -> AbstractContextManager[BinaryIO]: ...
@contextmanager
def whole_file(named: Named, *, binary: bool = False) -> Iterator[Any]:
    """A stream, UTF-8 or `binary`, whose content stands at the `named` place once the block ends well (see `whole`).

    A symbolic link is followed. StorageTrouble where the file exists, or does by then, and is not to be replaced, where the folder is missing,
    or where the disk fails; nothing is left behind then.
    """
    path = named.path
    try:
        target = _target(path)
        _refuse(named, target)
        replaced = target.stat() if target.exists() and not named.private else None
        mode = 0o600 if named.private or replaced else 0o666  # from which the system takes the umask
        with whole(target, over=named.force, mode=mode) as (handle, unfinished):
            with _opened(handle, binary=binary) as stream:
                yield stream
            if replaced:
                give_as(unfinished, replaced)
    except FileExistsError as error:  # it came while this was written
        raise _exists(path) from error
    except OSError as error:
        raise StorageTrouble(
            _("Cannot write {path}.").format(path=path),
            why=reason(error),
            fix=_("Give another place with -o, or make room and try again."),
        ) from error


def refuse_early(named: Named) -> None:
    """Raise StorageTrouble for a place that `whole_file` would not take, before anything is done that its content is to tell of."""
    _refuse(named, _target(named.path))


def _opened(handle: int, *, binary: bool) -> IO[Any]:
    if binary:
        return os.fdopen(handle, "wb", closefd=False)
    return os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="", closefd=False)


def _target(path: Path) -> Path:
    """Where `path` leads once symbolic links are followed; StorageTrouble where it leads nowhere."""
    try:
        return path.resolve()
    except (RuntimeError, ValueError) as error:  # links in a circle; a NUL in the name
        raise StorageTrouble(_("“{path}” is no name for a file.").format(path=path), fix=_("Give another name with -o.")) from error


def _refuse(named: Named, target: Path) -> None:
    path = named.path
    if target.is_dir():
        raise StorageTrouble(_("{path} is a folder.").format(path=path), fix=_("Give the name of a file with -o."))
    if not target.parent.is_dir():
        raise StorageTrouble(_("There is no folder {folder}.").format(folder=target.parent), fix=_("Make the folder first, or give another with -o."))
    refuse_own_file(target, named.store)
    if not os.path.lexists(path):
        return
    if path.exists() and not path.is_file():
        raise StorageTrouble(_("{path} is not an ordinary file.").format(path=path), fix=_("Leave -o out and redirect the output with >."))
    if not named.force:
        raise _exists(path)


def _exists(path: Path) -> StorageTrouble:
    return StorageTrouble(_("{path} exists already.").format(path=path), fix=_("Give another name, or --force to replace it."))
