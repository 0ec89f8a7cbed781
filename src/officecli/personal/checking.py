"""Whether a settings file says what officecli knows, whichever way it is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from officecli.errors import BadInput
from officecli.i18n import _, listed, one_of
from officecli.patterns import pattern
from officecli.personal import names

_LINE = pattern(r"^([ \t]*)([^\s\"'#\[\]=＝]+)[ \t]*([=＝])[ \t]*(?:[“”＂]([^“”＂\"\n]*)[“”＂])?", re.MULTILINE)
_HEADING = pattern(r"^[ \t]*\[[^\]\n\"']*\]", re.MULTILINE)
_NOT_ASCII = pattern(r"[^\s.\[\]]*[^\x00-\x7f][^\s.\[\]]*")

_TABLES = {names.COLUMNS: f'[{names.COLUMNS}]\nlist = "number,title,due"', names.VIEWS: f'[{names.VIEWS}.mine]\nfilter = "is:mine is:overdue"'}
"""What the tables of the file look like."""


def checked(text: str, path: Path) -> Mapping[str, Any]:
    """What the text of a settings file says; raises BadInput for what is no TOML, or what officecli does not know."""
    import tomllib

    try:
        typed = tomllib.loads(as_toml(text))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise BadInput(
            _("The settings file {path} is not valid TOML in line {line}: {text}").format(
                path=path, line=line, text=text.split("\n")[line - 1].strip()[:60]
            ),
            fix=_('A line is like lang = "zh". Mend it with: officecli config --mine edit'),
        ) from error
    found: dict[str, Any] = {}
    for name, value in typed.items():
        if (own := names.called(name)) in found:
            raise BadInput(
                _("The settings file {path} says {name} twice.").format(path=path, name=own), fix=_("Mend it with: officecli config --mine edit")
            )
        found[own] = names.code_of(own, value)
    wrong = [name for name, value in found.items() if not _fits(name, value)]
    if table := next((name for name in _TABLES if name in wrong), ""):
        raise BadInput(
            _("In the settings file {path}, {name} is no table of texts.").format(path=path, name=table),
            fix=_("Write it like this:\n{lines}").format(lines=_TABLES[table]),
        )
    wrong = wrong or [f"{names.VIEWS}.{name}" for name, view in found.get(names.VIEWS, {}).items() if not _is_view(view)]
    if mistaken := next((name for name in wrong if name in names.NAMES), None):
        choices = [names.said(choice) for choice in names.NAMES[mistaken].choices]
        raise BadInput(
            _("In the settings file {path}, {name} cannot be {value}.").format(path=path, name=mistaken, value=found[mistaken]),
            fix=_("It takes one of: {choices}.").format(choices=listed(choices))
            if choices
            else _('Write it as a text, in quotation marks: {name} = "…"').format(name=mistaken),
        )
    if wrong:
        known = (f'{name} = "{"|".join(map(names.said, own.choices)) or "…"}"' for name, own in names.NAMES.items())
        raise BadInput(
            _("The settings file {path} has something officecli does not know: {names}").format(path=path, names=listed(wrong)),
            fix=_("It may hold {lines}.").format(lines=one_of([*known, f"[{names.COLUMNS}]", f'[{names.VIEWS}.NAME] filter = "…"'])),
        )
    return found


def as_toml(text: str) -> str:
    """The text of a settings file as TOML takes it, where it has names in Chinese or the signs of a Chinese keyboard: `语言＝“中文”`."""
    if text.isascii():
        return text
    return _LINE.sub(_as_line, _HEADING.sub(lambda heading: _NOT_ASCII.sub(_in_marks, heading[0]), text))


def _in_marks(name: re.Match[str]) -> str:
    return f'"{name[0]}"'


def _as_line(line: re.Match[str]) -> str:
    indent, name, equals, value = line.groups()
    if name.isascii() and equals == "=" and value is None:
        return line[0]
    return f"{indent}{_NOT_ASCII.sub(_in_marks, name)} = " + ("" if value is None else f'"{value}"')


def _fits(name: str, value: Any) -> bool:
    if name == names.COLUMNS:
        return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
    if name == names.VIEWS:
        return isinstance(value, dict)
    return name in names.NAMES and isinstance(value, str) and (not names.NAMES[name].choices or value in names.NAMES[name].choices)


def _is_view(view: object) -> bool:
    """Whether this may be said of a view."""
    said = {"filter": view} if isinstance(view, str) else view
    return isinstance(said, dict) and "filter" in said and all(part in names.VIEW and isinstance(text, str) for part, text in said.items())
