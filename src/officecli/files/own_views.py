"""One's own views, written into one's own settings file with its comments kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from officecli import personal
from officecli.files.own_settings import held, keep, text
from officecli.personal import checking


def put(name: str, view: Mapping[str, str]) -> bool:
    """Keep a view under a name, or take it out where it says nothing; whether there
    was one. Raises BadInput where the file says what officecli does not know.
    """
    import tomlkit

    with held():
        checking.checked(text(), personal.config_file())
        document = tomlkit.parse(checking.as_toml(text()))
        was_there = _put_into(document, name, view)
        keep(tomlkit.dumps(document))
    return was_there


def _put_into(document: Any, name: str, view: Mapping[str, str]) -> bool:
    import tomlkit

    views: Any = document.setdefault(personal.names.VIEWS, tomlkit.table(is_super_table=True))
    there = next((key for key in views if personal.as_view_name(key) == name), None)
    if there is not None and not view:
        del views[there]
    elif there is not None and isinstance(views[there], dict):
        for part in personal.names.VIEW:
            if part in view:
                views[there][part] = view[part]
            else:
                views[there].pop(part, None)
    elif view:
        table = tomlkit.table()
        table.update(view)
        views[there or name] = table
    if not views:
        del document[personal.names.VIEWS]
    return there is not None
