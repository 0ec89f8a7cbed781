"""An office that many tests begin with is made once; whoever wants the same again, at the same moment, gets a copy of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from officecli import clock, i18n
from officecli.store.place import Place
from stage import postgresql

T = TypeVar("T")

_kept: dict[tuple[object, ...], tuple[str, object]] = {}
"""By what it was made of: where the office to copy is, and what its maker answered."""


def made_once(where: Place, make: Callable[[], T], *made_of: object) -> T:
    """What `make` answers, which makes an office at `where` of nothing but these, the moment and the language."""
    if not clock.is_pretended():
        return make()
    return made_at_any_time(where, make, clock.stamp(), i18n.language(), *made_of)


def made_at_any_time(where: Place, make: Callable[[], T], *made_of: object) -> T:
    """The same of a store that is made of nothing but these."""
    key = (where.engine, *made_of)
    if key in _kept:
        kept, answer = _kept[key]
        _put(kept, where)
        return answer  # type: ignore[return-value]  # of this key, so of this maker
    answer = make()
    _kept[key] = _keep(where), answer
    return answer


def _keep(where: Place) -> str:
    if where.engine == "postgresql":
        return postgresql.keep(where.url)
    return str(shutil.copy(where.path, Path(tempfile.mkdtemp()) / "office.db"))


def _put(kept: str, where: Place) -> None:
    if where.engine == "postgresql":
        postgresql.put(kept, where.url)
    else:
        where.path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(kept, where.path)
