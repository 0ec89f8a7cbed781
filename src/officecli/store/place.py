"""Where a store is: a path or a database URL."""

from __future__ import annotations

import re
from pathlib import Path

from officecli.errors import BadInput
from officecli.hints import Literal
from officecli.i18n import _
from officecli.light import dataclass, field

PATIENCE = 30
"""Seconds to wait for another writer, or for a server that serves others, before giving up."""


@dataclass(frozen=True)
class Place:
    """A store's address: `path` for SQLite, `url` (libpq form) for PostgreSQL. Its text never holds a password."""

    engine: Literal["sqlite", "postgresql"]
    path: Path = Path()
    url: str = field(default="", repr=False)

    def __str__(self) -> str:
        if self.engine == "sqlite":
            return str(self.path)
        shown = re.sub(r"(?<=://)([^:@/?]*):[^@/?]*@", r"\1:***@", self.url)
        return re.sub(r"((?:^|[?&])\w*password=)[^&]*", r"\1***", shown, flags=re.IGNORECASE)

    @property
    def without_password(self) -> str:
        """The address as it may be written down and typed again; a password then stands in ~/.pgpass."""
        shown = str(self)
        return re.sub(r"(?i)([?&])\w*password=\*\*\*&?", r"\1", shown.replace(":***@", "@")).rstrip("?&") if self.holds_password else shown

    @property
    def holds_password(self) -> bool:
        """Whether the address has a password in it, which is not written down."""
        return self.engine == "postgresql" and "***" in str(self)


def place(address: str) -> Place:
    """Read an address: a path, `sqlite:///path` or `postgresql://…`; raises BadInput for other schemes."""
    if address.startswith(("postgresql://", "postgres://")):
        return _postgresql("postgresql://" + address.split("://", 1)[1])
    if address.startswith("sqlite:///"):
        address = address.removeprefix("sqlite:///")
    elif "://" in address:
        scheme = address.split("://", 1)[0]
        raise BadInput(
            _("“{scheme}” is not a kind of store officecli knows.").format(scheme=scheme[:20]),
            fix=_("Give a path, sqlite:///path or postgresql://user@host/database."),
        )
    try:
        path = Path(address).expanduser().absolute()
    except RuntimeError:  # ~name of somebody who has no account here
        path = Path()
    if not address or "\0" in address or path == Path():
        raise BadInput(_("The store's path is empty or unusable."), fix=_("Give a path with --db, or unset OFFICECLI_DB."))
    return Place("sqlite", path=path)


def _postgresql(url: str) -> Place:
    """Refuse an address whose password could be taken for a host or a port: the server's answer would print it."""
    authority, _slash, rest = url.removeprefix("postgresql://").partition("?")[0].partition("/")
    if authority.count("@") > 1 or "@" in rest or "\0" in url:
        raise BadInput(
            _("The database address cannot be read: it has a special character in its user name or password."),
            fix=_("Write @ as %40, / as %2F, : as %3A and ? as %3F there, or keep the password in ~/.pgpass."),
        )
    return Place("postgresql", url=url)
