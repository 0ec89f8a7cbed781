"""A key of a TOML table: what it takes; and its value, of the right kind, within its bounds, tidied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from typing import Any

from officecli.errors import BadInput
from officecli.files.toml.kinds import LINES, NUMBER, TEXT, TEXTS, Kind
from officecli.i18n import _
from officecli.typed.codes import code_meant, instead
from officecli.typed.text import one_line, several_lines, shown


@dataclass(frozen=True, slots=True)
class Key:
    """What a key takes: `most` is the longest text or the largest number, `check`
    tidies a text or raises BadInput, `choices` are codes, for which their words do too.

    A `required` key must be there; it and a `filled` one are not to be empty. `default` is what need not be written, `example` a value as it may be.
    """

    kind: Kind = TEXT
    _: KW_ONLY
    required: bool = False
    filled: bool = False
    most: int = 120
    least: int = 0
    check: Callable[[str], str] = one_line
    choices: tuple[str, ...] = ()
    default: object = None
    example: str = ""


def checked(name: str, value: Any, key: Key) -> Any:
    """The value of the key called `name` as it is kept; raises BadInput."""
    if not key.kind.fits(value):
        raise _unfit(name, value, key)
    if key.kind is NUMBER and not key.least <= value <= key.most:
        raise BadInput(_("“{key}” takes a number from {least} to {most}.").format(key=name, least=key.least, most=key.most))
    if key.kind is TEXT:
        return _text(name, value, key)
    if key.kind is TEXTS:
        return [_text(name, one, key) for one in value]
    if key.kind is LINES:
        return _within(name, several_lines([value] if isinstance(value, str) else value), key)
    return key.kind.kept(value)


def _unfit(name: str, value: Any, key: Key) -> BadInput:
    if key.example or not key.kind.takes:
        example = _("Write: {line}").format(line=f"{name} = {key.example or key.kind.blank}")
        return BadInput(_("“{key}” does not take {value}.").format(key=name, value=shown(repr(value))), fix=example)
    guess = key.kind.guess(value)
    return BadInput(
        _("“{key}” takes {kind}.").format(key=name, kind=_(key.kind.takes)), fix=_("Write: {line}").format(line=f"{name} = {guess}") if guess else ""
    )


def _text(name: str, value: str, key: Key) -> str:
    plain = _within(name, key.check(value), key)
    if (key.required or key.filled) and not plain:
        raise BadInput(_("“{key}” is empty.").format(key=name))
    if not key.choices or not plain:
        return plain
    code = code_meant(plain, key.choices, name)
    if code is None:
        raise BadInput(_("“{key}” does not take “{value}”.").format(key=name, value=shown(plain)), fix=instead(plain, key.choices, name))
    return code


def _within(name: str, text: str, key: Key) -> str:
    if len(text) > key.most:
        raise BadInput(_("“{key}” is too long: at most {most} characters.").format(key=name, most=key.most))
    return text
