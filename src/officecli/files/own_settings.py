"""One's own settings file, read and written with its comments kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from officecli import personal
from officecli.errors import BadInput, StorageTrouble
from officecli.files.toml.text import text_of
from officecli.i18n import _, listed, one_of
from officecli.near import did_you_mean
from officecli.personal import checking
from officecli.store.disk import reason
from officecli.typed.text import shown


def text() -> str:
    """The file as it stands; "" where there is none."""
    path = personal.config_file()
    return text_of(path, "") if path.exists() else ""


def values() -> dict[str, str]:
    """What is set, by name; columns as `columns.REPORT`."""
    found: dict[str, Any] = dict(checking.checked(text(), personal.config_file()))
    columns = found.pop(personal.names.COLUMNS, {})
    found.pop(personal.names.VIEWS, None)  # `officecli view` is about them
    return {**found, **{f"{personal.names.COLUMNS}.{report}": said for report, said in columns.items()}}


def named(typed: str, reports: tuple[str, ...]) -> str:
    """The name of a setting that there is; raises BadInput with the nearest."""
    name = personal.names.called(typed)
    known = [*personal.names.NAMES, *(f"{personal.names.COLUMNS}.{report}" for report in reports)]
    if name in known:
        return name
    raise BadInput(
        _("There is no setting of one's own called “{name}”.").format(name=shown(name)),
        fix=did_you_mean(name, known, _("It is one of: {names}.").format(names=listed([*personal.names.NAMES, f"{personal.names.COLUMNS}.REPORT"]))),
    )


def put(name: str, value: str) -> str:
    """Give a named setting a value, "" to take it out; returns what it was. Raises BadInput for what it does not take."""
    import tomlkit

    own = personal.names.NAMES.get(name)
    value = personal.names.code_of(name, value)
    if value and own and own.choices and value not in own.choices:
        raise BadInput(
            _("The setting {name} cannot be “{value}”.").format(name=name, value=shown(value)),
            fix=_("It takes {takes}.").format(takes=one_of(map(personal.names.said, own.choices))),
        )
    was = values().get(name, "")
    document = tomlkit.parse(checking.as_toml(text()))
    table: Any = document
    key = name
    if name.startswith(f"{personal.names.COLUMNS}."):
        key = name.partition(".")[2]
        table = document.setdefault(personal.names.COLUMNS, tomlkit.table())
    else:
        key = next((there for there in document if personal.names.called(there) == name), name)
    if value:
        table[key] = value
    else:
        table.pop(key, None)
    keep(tomlkit.dumps(document))
    return was


def keep(written: str) -> Path:
    """Write the file, for this account alone; raises BadInput for a text that says what officecli does not know, and changes nothing then."""
    path = personal.config_file()
    checking.checked(written, path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(written)
        new.replace(path)
    except OSError as error:
        raise StorageTrouble(
            _("{path} cannot be written.").format(path=path), why=reason(error), fix=_("Check the name and the permissions.")
        ) from error
    return path
