"""The amounts people type of an item: its quantified targets."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.typed.text import tidy


def read_target(text: str) -> tuple[str, str]:
    """A quantified target such as `12 articles` or `100%`: its exact amount and its unit."""
    match = re.fullmatch(r"\s*([0-9]{1,15}(?:\.[0-9]{1,6})?)\s*(\S.{0,100})", text.replace("\uff05", "%"), re.DOTALL)
    if not match:
        raise BadInput(
            _("“{text}” is not a number with its unit.").format(text=text[:60]), fix=_("Write the target like “12 articles” or “100%” or 12篇.")
        )
    try:
        return str(Decimal(match[1])), tidy(match[2])
    except InvalidOperation as error:  # pragma: no cover - the pattern admits only decimals
        raise BadInput(text) from error
