"""A store as it is founded, and written into."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from officecli.actions.office.founding import Founding
from officecli.model.office.organisation import Rank
from officecli.store.place import Place
from officecli.store.write.change import changing

FOUNDING = Founding("Office", "none", "en", "UTC", "Ana")


AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")


def write(where: Place, name: str = "clerk") -> None:
    with changing(where) as change:
        change.add(Rank, "setup", name=name, level=1)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
