"""Everything of the program, loaded: what is declared as it loads can then be looked at, whoever would have asked for it first."""

from __future__ import annotations

import gc
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import officecli


def made_by_loading(kind: type) -> list[Any]:
    """Whatever is of just this kind, once every module is loaded."""
    for module in walk_packages(officecli.__path__, f"{officecli.__name__}."):
        if not module.name.endswith(".__main__"):
            import_module(module.name)
    return [one for one in gc.get_objects() if type(one) is kind]
