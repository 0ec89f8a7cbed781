"""Values and tables written as TOML, by the declaration they are read by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from officecli.files.toml.keys import Key
from officecli.files.toml.kinds import DATE, LINES, YES_NO
from officecli.i18n import _

LONGEST = 100  # characters of a list on one line


def as_toml(value: Any) -> str:
    """A value as TOML; text keeps every character of every script."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(as_toml(one) for one in value) + "]"
    if isinstance(value, str):
        return '"' + "".join(_escaped(char) for char in value) + '"'
    return str(value)


def assigned(name: str, value: Any) -> Iterable[str]:
    """A key with its value; a long list has a line for each."""
    line = f"{name} = {as_toml(value)}"
    if not isinstance(value, list) or len(line) <= LONGEST:
        return [line]
    return [f"{name} = [", *(f"    {as_toml(one)}," for one in value), "]"]


def written(keys: Mapping[str, Key], values: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a table's values in the order of its keys; what is empty, or has its default, is not written."""
    for name, key in keys.items():
        value = _written(values.get(name), key)
        if value not in (None, "", []) and value != key.default:
            yield from assigned(name, value)


def blank_form(table: str, keys: Mapping[str, Key]) -> Iterator[str]:
    """A table to fill in, as comments; beside each key what must be there, and what it takes where that is a closed set."""
    yield from ("#", f"# [[{table}]]", *(f"# {name} = {key.example or key.kind.blank}{_beside(key)}" for name, key in keys.items()))


def _beside(key: Key) -> str:
    choices = " | ".join(("true", "false") if key.kind is YES_NO else key.choices)
    said = choices
    if key.required:
        said = _("needed: {choices}").format(choices=choices) if choices else _("needed")
    return f"  # {said}" if said else ""


def comment(text: str) -> str:
    """A text that cannot end a comment."""
    return "# " + "".join(char if char >= " " and char != "\x7f" else " " for char in text)


def _written(value: Any, key: Key) -> Any:
    if key.kind is LINES and value and "\n" in value:
        return value.split("\n")
    return date.fromisoformat(value) if key.kind is DATE and value else value


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    return f"\\u{ord(char):04x}" if ord(char) < 0x20 or ord(char) == 0x7F else char
