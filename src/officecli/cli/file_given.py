"""A file that is named to be read, or `-` for the standard input."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from officecli.cli.named_file import DASH
from officecli.errors import OfficeError, StorageTrouble
from officecli.i18n import _

PIECE = 1024 * 1024
MOST_PIECES = 300
"""More than any reader of ours takes; it is the reader who says so."""


@contextmanager
def file_given(path: Path) -> Iterator[Path]:
    """The file itself; for `-` a file with all of the standard input, gone after the block, so that nobody waits for it with the store locked."""
    if path != DASH:
        yield path
        return
    if sys.stdin is None:
        raise StorageTrouble(_("The standard input is closed."), fix=_("Name a file instead of -."))
    with tempfile.TemporaryDirectory(prefix="officecli-") as folder:
        whole = Path(folder) / _("standard input")
        with whole.open("wb") as file:
            for _piece in range(MOST_PIECES):
                piece = sys.stdin.buffer.read(PIECE)
                if not piece:
                    break
                file.write(piece)
        try:
            yield whole
        except OfficeError as error:
            error.what = error.what.replace(str(whole), whole.name)  # the file is ours, and gone by then
            raise
