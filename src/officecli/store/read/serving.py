"""Connections to a PostgreSQL server, which serves only so many at once."""

from __future__ import annotations

import re
import time
from contextlib import suppress

from officecli.errors import StorageTrouble
from officecli.hints import Any
from officecli.i18n import _
from officecli.store.place import PATIENCE, Place

FULL = r"too many clients|too many connections|connection slots|no more connections|太多的客户端|连接位置|连接太多|连接数太多"
"""What a server, or a pooler before it, says in English or Chinese to one more than it serves; before one is connected it gives no code."""

SOONEST, LATEST = 0.1, 1.0
"""Seconds after which one asks again, the longer the more often one was sent away: so all do not come back at the same moment."""

SETTINGS = {
    "jit": "off",  # its compiler would work for a minute on each subquery of a question that is asked once, and answered in a moment
    "extra_float_digits": "1",  # fewer would round what is read
    "quote_all_identifiers": "off",  # the guards are compared as the server writes them
}

SETTLED = "; ".join(f"SET LOCAL {name} = {value}" for name, value in SETTINGS.items())
"""What every transaction begins with, whatever its role, its database or its address says of these. A pooler lends one session to many, a transaction
each, so that nothing is asked of the session itself: no setting of it, and no statement that is prepared in it.
"""


def connect_postgresql(place: Place, *, patience: float | None = None) -> Any:
    """A psycopg connection, for which it waits so many seconds (30 if not given) where the server has none free; raises StorageTrouble without the password."""
    try:
        import psycopg
    except ImportError as error:
        raise StorageTrouble(
            _("PostgreSQL stores need the psycopg driver, which is not installed."), fix=_("Install it with: pip install 'officecli[postgresql]'")
        ) from error
    patience = PATIENCE if patience is None else patience
    wait, ends = SOONEST, time.monotonic() + patience
    while True:
        try:
            return _connect(place)
        except psycopg.OperationalError as error:
            import random  # few wait

            wait = min(wait * 2, LATEST) * random.uniform(0.5, 1)
            if not re.search(FULL, str(error)) or time.monotonic() + wait > ends:
                raise _unreached(place, error, patience) from error
            time.sleep(wait)
        except psycopg.Error:  # an address that cannot be parsed is quoted in the error, with what stands in the password's place
            raise StorageTrouble(
                _("The database address {place} cannot be read.").format(place=place),
                fix=_("Write it as postgresql://user@host/database, and keep the password in ~/.pgpass."),
            ) from None


def _connect(place: Place) -> Any:
    import psycopg

    connection = psycopg.connect(place.url, connect_timeout=10, application_name="officecli", client_encoding="UTF8")
    connection.isolation_level = psycopg.IsolationLevel.READ_COMMITTED  # who waited for the write lock is to see what was written meanwhile
    connection.prepare_threshold = None
    return connection


def let_go(connection: Any) -> None:
    """Close a psycopg connection, at the end of its transaction: a pooler that is left in the midst of one throws its session away."""
    with suppress(Exception):  # it may be lost, or closed already
        connection.rollback()
    connection.close()


def _unreached(place: Place, error: Exception, patience: float) -> StorageTrouble:
    """Why the server gave no connection."""
    from officecli.store.read.trouble import first_line

    if re.search(FULL, str(error)):
        return StorageTrouble(
            _("The database had no connection free for {seconds:.0f} seconds: {said}").format(seconds=patience, said=first_line(error)),
            why=_("It serves only so many at once (its setting max_connections)."),
            fix=_("Try again in a moment. If it happens often, have whoever looks after the server raise that setting."),
        )
    if "permission denied for database" in str(error):
        from officecli.store.read.grants import no_way_in

        return no_way_in(place)
    return StorageTrouble(
        _("The database cannot be reached: {said}").format(said=first_line(error)),
        fix=_("Check the address given with --db or OFFICECLI_DB, and that the server runs."),
    )
