"""Everything of the program, loaded: what is declared as it loads can then be looked at, whoever would have asked for it first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import officecli


def names() -> list[str]:
    """Of every module, but the one that runs as it is loaded."""
    return [module.name for module in walk_packages(officecli.__path__, f"{officecli.__name__}.") if not module.name.endswith(".__main__")]


def declared(kind: type) -> list[Any]:
    """Whatever is of this kind and stands in any module, in a table or a list too; each once."""
    found = [one for name in names() for value in vars(import_module(name)).values() for one in _within(value) if isinstance(one, kind)]
    return list({id(one): one for one in found}.values())


def _within(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, Mapping):
        value = [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _within(one)
