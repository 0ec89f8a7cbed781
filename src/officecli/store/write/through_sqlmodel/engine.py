"""SQLAlchemy engines over the connections that may write."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool

from officecli.store.place import Place
from officecli.store.write import opening

# What fails is raised and said by the program; a connection given up at Ctrl-C would besides be told with a traceback.
logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())


def writable(place: Place) -> Engine:
    """An engine on the store; its transactions start by taking the write lock."""
    address = "postgresql+psycopg://" if place.engine == "postgresql" else "sqlite://"
    engine = create_engine(address, creator=lambda: opening.connect(place), poolclass=NullPool)
    event.listen(engine, "begin", partial(_begin, place.engine))
    return engine


def _begin(engine: str, connection: Any) -> None:
    opening.begin(engine, connection.exec_driver_sql)
