"""One value of an office file: of the right kind, within its bounds, tidied."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from officecli.errors import BadInput
from officecli.files.office.shapes import KINDS, Key
from officecli.i18n import _
from officecli.near import did_you_mean
from officecli.typed.text import several_lines, shown


def checked(name: str, value: Any, key: Key) -> Any:
    """The value of the key called `name` as it is kept; raises BadInput."""
    if not _fits(value, key):
        raise BadInput(_("“{key}” takes {kind}.").format(key=name, kind=_(KINDS[key.kind])), fix=_meant(name, value, key))
    if key.kind == "number" and not key.least <= value <= key.most:
        raise BadInput(_("“{key}” takes a number from {least} to {most}.").format(key=name, least=key.least, most=key.most))
    if key.kind == "text":
        return _text(name, value, key)
    if key.kind == "lines":
        return _within(name, several_lines([value] if isinstance(value, str) else value), key)
    if key.kind == "texts":
        return [_text(name, one, key) for one in value]
    return value


def _text(name: str, value: str, key: Key) -> str:
    plain = _within(name, key.check(value), key)
    if key.required and not plain:
        raise BadInput(_("“{key}” is empty.").format(key=name))
    if key.choices and plain and plain not in key.choices:
        raise BadInput(_("“{key}” does not take “{value}”.").format(key=name, value=shown(plain)), fix=did_you_mean(plain, key.choices))
    return plain


def _within(name: str, text: str, key: Key) -> str:
    if len(text) > key.most:
        raise BadInput(_("“{key}” is too long: at most {most} characters.").format(key=name, most=key.most))
    return text


def _fits(value: Any, key: Key) -> bool:
    match key.kind:
        case "text":
            return isinstance(value, str)
        case "number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "yes-no":
            return isinstance(value, bool)
        case "date":
            return _is_date(value)
        case "texts":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        case "lines":
            return isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))
        case "dates":
            return isinstance(value, list) and all(_is_date(one) for one in value)


def _is_date(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _meant(name: str, value: Any, key: Key) -> str:
    """The value written right, where it can be guessed."""
    text = str(value).strip().lower()
    if key.kind == "number" and text.isascii() and text.isdigit() and len(text) < 10:
        return _("Write: {line}").format(line=f"{name} = {text}")
    if key.kind == "yes-no" and text in ("true", "false"):
        return _("Write: {line}").format(line=f"{name} = {text}")
    if key.kind == "texts" and isinstance(value, str) and len(value) < 60:
        return _("Write: {line}").format(line=f'{name} = ["{value}"]')
    if key.kind == "date":
        try:
            return _("Write: {line}").format(line=f"{name} = {date.fromisoformat(text[:10])}")
        except ValueError:
            return ""
    return ""
