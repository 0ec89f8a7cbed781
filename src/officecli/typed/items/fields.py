"""What people typed for the fields of an item, as the store keeps it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.item_fields import FIELDS, Field
from officecli.typed.codes import check_code
from officecli.typed.items.feedback import read_feedback
from officecli.typed.text import tidy


def read_fields(typed: Mapping[str, Any]) -> dict[str, Any]:
    """The columns for what was typed, by the field's key; a field for which it is None is left out. Raises BadInput for what the kind of field is not."""
    return {FIELDS[key].column: _READ[FIELDS[key].kind](FIELDS[key], said) for key, said in typed.items() if said is not None}


def read_word(field: Field, typed: str) -> str:
    """The code that was typed or said for a field; raises BadInput with the nearest."""
    return check_code(typed, field.codes, "--" + field.key.replace("_", "-"))


def read_hours(typed: float | str) -> float:
    """An effort in hours; raises BadInput for what is no number, or what only a computer calls one."""
    with suppress(ValueError):
        if math.isfinite(hours := float(typed)):
            return hours
    raise no_hours()


def no_hours() -> BadInput:
    """The refusal of what is no number of hours."""
    return BadInput(_("--hours takes a number of hours."), fix=_("Write for example: --hours 12.5"))


_READ: dict[str, Callable[[Field, Any], Any]] = {
    "line": lambda _field, said: tidy(said),
    "text": lambda _field, said: tidy(said),
    "word": read_word,
    "hours": lambda _field, said: read_hours(said),
    "period": lambda _field, said: read_feedback(said),
}
