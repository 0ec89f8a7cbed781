"""What each command works out anew, being a process of its own, is kept by a process of tests that runs thousands of them."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Engine

from officecli import i18n
from officecli.cli import program
from officecli.store import findings_seen
from officecli.store.place import Place
from officecli.store.read import opening
from officecli.store.write import opening as writing
from officecli.store.write.through_sqlmodel import engine, sqlmodel_writer
from stage import lent_connections


def keep() -> None:
    """From now on a command is built once in each language, a statement is put into SQL once for each kind of store, and connections are lent."""
    program.load = _kept_load
    vars(sqlmodel_writer)["writable"] = _kept_writable
    lent = lent_connections.lending(opening.connect_postgresql)
    for user in (opening, writing, findings_seen):
        vars(user)["connect_postgresql"] = lent


_load, _writable = program.load, engine.writable
_engines: dict[str, Engine] = {}


def _kept_load(name: str) -> Any:
    return _loaded(name, i18n.language())


@cache
def _loaded(name: str, _language: str) -> Any:
    return _load(name)


def _kept_writable(place: Place) -> Engine:
    """An engine of its own, as ever; what it knows of SQL it shares with the first of its kind."""
    made = _writable(place)
    first = _engines.setdefault(place.engine, made)
    if made is not first:
        vars(made.dialect)["initialize"] = lambda _connection: None  # it asks what the first has been told
    made.dialect = first.dialect
    made._compiled_cache = first._compiled_cache
    return made
