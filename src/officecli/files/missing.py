"""Answers a file that is not there with the one of its folder that was perhaps meant."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from officecli.errors import NotFound
from officecli.i18n import _
from officecli.near import asked_back, nearest

_LOOKED_AT = 2000
"""So many names of a folder are compared."""


def no_file(path: Path, otherwise: str) -> NotFound:
    """That there is no such file, with the nearest name of its kind in the folder, else with what to do `otherwise`."""
    near = _near(path)
    return NotFound(_("There is no file {path}.").format(path=path), fix=asked_back(str(path.with_name(near))) if near else otherwise)


def _near(path: Path) -> str:
    """The name of the file nearest to this one: of the same kind, or called the same but for its kind; "" for none."""
    wanted = path.stem.casefold()
    try:
        there = [one for one in islice(path.parent.iterdir(), _LOOKED_AT) if one.is_file() and not one.name.startswith((".", "~"))]
    except OSError:
        return ""
    alike = {one.stem.casefold(): one.name for one in there if one.suffix.casefold() == path.suffix.casefold()}
    known = {one.stem.casefold(): one.name for one in there if one.stem.casefold() == wanted} or alike
    return next((known[stem] for stem in nearest(wanted, known)), "")
