"""One's own settings file, read and written with its comments kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from officecli import personal
from officecli.errors import BadInput, StorageTrouble
from officecli.files.toml.text import text_of
from officecli.i18n import _, listed, one_of
from officecli.near import did_you_mean
from officecli.personal import checking
from officecli.store.disk import reason
from officecli.store.place import PATIENCE
from officecli.store.whole import whole
from officecli.store.write.file_lock import Held, file_locked
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
    with held():
        was = values().get(name, "")
        document = tomlkit.parse(checking.as_toml(text()))
        _put_into(document, name, value)
        keep(tomlkit.dumps(document))
    return was


def _put_into(document: Any, name: str, value: str) -> None:
    import tomlkit

    table = document
    if name.startswith(f"{personal.names.COLUMNS}."):
        key = name.partition(".")[2]
        table = document.setdefault(personal.names.COLUMNS, tomlkit.table())
    else:
        key = next((there for there in document if personal.names.called(there) == name), name)
    if value:
        table[key] = value
    else:
        table.pop(key, None)


@contextmanager
def held() -> Iterator[None]:
    """In this block nobody else changes the file: what is kept at its end may be made of what was read in it. Raises StorageTrouble."""
    path = personal.config_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with file_locked(path.with_name(f"{path.name}.lock"), mode=0o600, patience=PATIENCE):
            yield
    except Held as error:
        raise StorageTrouble(_("{path} is held by another program.").format(path=path), fix=_("Try again in a moment.")) from error
    except OSError as error:
        raise _unwritable(path, error) from error


def keep(written: str) -> Path:
    """Write the file, for this account alone, within `held`, and where a link of that name leads; returns its name.

    Raises BadInput for a text that says what officecli does not know, and changes nothing then.
    """
    path = personal.config_file()
    checking.checked(written, path)
    try:
        with whole(path.resolve(), over=True) as (handle, _unfinished), open(handle, "w", encoding="utf-8", closefd=False) as file:
            file.write(written)
    except (OSError, RuntimeError) as error:  # links in a circle
        raise _unwritable(path, error) from error
    return path


def keep_edited(was: str, written: str) -> Path:
    """Keep a text that somebody made of the file when it `was` so; raises BadInput where it is not so any more."""
    with held():
        if text() != was:
            raise BadInput(
                _("{path} was changed meanwhile; nothing was written over it.").format(path=personal.config_file()),
                fix=_("Edit it as it is now: officecli config --mine edit"),
            )
        return keep(written)


def _unwritable(path: Path, error: Exception) -> StorageTrouble:
    why = reason(error) if isinstance(error, OSError) else str(error)
    return StorageTrouble(_("{path} cannot be written.").format(path=path), why=why, fix=_("Check the name and the permissions."))
