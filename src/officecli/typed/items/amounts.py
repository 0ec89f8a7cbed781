"""The amounts people type of an item: its quantified targets."""

from __future__ import annotations

import re
from decimal import Decimal

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.rules.refusing import refused_by
from officecli.typed.text import tidy


def read_target(text: str) -> tuple[str, str]:
    """A quantified target such as `12 articles` or `100%`: its exact amount and its unit. Refused by T202 without a unit; raises BadInput without a number."""
    if re.fullmatch(r"[\s0-9.,]*[0-9][\s0-9.,]*", text):
        raise refused_by("T202", _not_an_amount(text), _as())
    return read_achieved(text)


def read_achieved(text: str) -> tuple[str, str]:
    """What was achieved of one, written in the same way; raises BadInput."""
    match = re.fullmatch(r"\s*([0-9]{1,15}(?:\.[0-9]{1,6})?)\s*([^\s0-9.,].{0,100})", text.replace("\uff05", "%"), re.DOTALL)
    if match is None:
        raise BadInput(_not_an_amount(text), fix=_as())
    return str(Decimal(match[1])), tidy(match[2])


def _not_an_amount(text: str) -> str:
    return _("“{text}” is not a number with its unit.").format(text=text[:60])


def _as() -> str:
    return _("Write the target like “12 articles” or “100%”.")
