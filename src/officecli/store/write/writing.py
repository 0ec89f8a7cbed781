"""Which of the two writers a command writes by, and what becomes of the trouble it has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.store.place import Place
from officecli.store.read.opening import driver_errors
from officecli.store.read.version import check_version
from officecli.store.write import plain_writer
from officecli.store.write.meddlers import refuse_meddlers
from officecli.store.write.writer import Writer


@contextmanager
def writing(place: Place, *, of_ours: bool = False) -> Iterator[Writer]:
    """A writer whose transaction has the write lock; undone where it is not committed. Raises StorageTrouble.

    Where nobody has read it yet, it is asked first whether the store is one `of_ours`, of this version.
    """
    try:
        with _opened(place) as writer:
            if of_ours:
                check_version(writer.read, place)
            refuse_meddlers(writer.read, place)
            yield writer
    except driver_errors(place) as error:
        from officecli.store.read.trouble import trouble

        raise trouble(place, error, writing=True) from error


def _opened(place: Place) -> AbstractContextManager[Writer]:
    asked = os.environ.get("OFFICECLI_WRITER", "")
    if asked == "sqlmodel":
        from officecli.store.write.through_sqlmodel import sqlmodel_writer

        return sqlmodel_writer.opened(place)
    if asked not in ("", "plain"):
        raise BadInput(
            _("OFFICECLI_WRITER is “{value}”, and there is no such writer.").format(value=asked[:40]),
            fix=_("It takes one of: {choices}.").format(choices="plain, sqlmodel"),
        )
    return plain_writer.opened(place)
