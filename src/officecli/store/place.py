"""Where a store is: a path or a database URL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from officecli.errors import BadInput
from officecli.i18n import _


@dataclass(frozen=True, slots=True)
class Place:
    """A store's address: `path` for SQLite, `url` (libpq form) for PostgreSQL."""

    engine: Literal["sqlite", "postgresql"]
    path: Path = Path()
    url: str = ""

    def __str__(self) -> str:
        return str(self.path) if self.engine == "sqlite" else self.url


def place(address: str) -> Place:
    """Read an address: a path, `sqlite:///path` or `postgresql://…`; raises BadInput for other schemes."""
    if address.startswith(("postgresql://", "postgres://")):
        return Place("postgresql", url="postgresql://" + address.split("://", 1)[1])
    if address.startswith("sqlite:///"):
        address = address.removeprefix("sqlite:///")
    elif "://" in address:
        scheme = address.split("://", 1)[0]
        raise BadInput(
            _("“{scheme}” is not a kind of store officecli knows.").format(scheme=scheme),
            fix=_("Give a path, sqlite:///path or postgresql://user@host/database."),
        )
    if not address or "\0" in address:
        raise BadInput(_("The store's path is empty or unusable."), fix=_("Give a path with --db, or unset OFFICECLI_DB."))
    return Place("sqlite", path=Path(address).expanduser().absolute())
