"""Amounts as people type them: exact numbers with their units."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from officecli.errors import BadInput, Refused
from officecli.i18n import _
from officecli.model.exact import HUNDRED
from officecli.patterns import pattern
from officecli.typed.text import tidy

PERCENT = "%"

_NUMBER = pattern(r"\d{1,9}(?:\.\d{1,4})?")
_AMOUNT = pattern(r"(?P<number>[-+−]?[\d.,]+)\s*(?P<unit>.*)", re.DOTALL)


def read_number(text: str, name: str) -> Decimal:
    """A number that is not negative; `name` says in messages what it is for. Raises BadInput."""
    plain = unicodedata.normalize("NFKC", text[:60]).strip()
    if _NUMBER.fullmatch(plain):
        return Decimal(plain)
    if plain[:1] in ("-", "−") and _NUMBER.fullmatch(plain[1:].strip()):
        raise BadInput(_("The {name} is negative: {value}.").format(name=name, value=plain), fix=_("Give a number from 0 up."))
    raise BadInput(
        _("The {name} “{value}” is no number.").format(name=name, value=text[:40]),
        fix=_("Write digits, with at most four decimals after a point: 12 or 97.5."),
    )


def read_goal(text: str) -> tuple[Decimal, str]:
    """A goal such as `12 articles`, `98%` or 12篇: the number and its unit. Refused by T202 without either; raises BadInput for a number that is none."""
    plain = unicodedata.normalize("NFKC", text[:200]).strip()
    match = _AMOUNT.fullmatch(plain)
    if match is None:
        raise _not_quantified(
            _("The goal “{value}” does not begin with a number.").format(value=text[:60]),
            _("A goal is a number with its unit: “12 articles” or “98%”."),
        )
    number, unit = read_number(match["number"], _("goal")), tidy(match["unit"])
    if not unit:
        raise _not_quantified(
            _("The goal “{value}” has no unit.").format(value=plain), _("Say of what: “{value} articles”, “{value}%”.").format(value=plain)
        )
    check_percent(number, unit, _("goal"))
    return number, unit


def _not_quantified(what: str, fix: str) -> Refused:
    from officecli.rules.refusing import refused_by  # who only says amounts needs no rules

    return refused_by("T202", what, fix)


def read_in(text: str, unit: str, name: str) -> Decimal:
    """A number in `unit`, which may be typed after it; raises BadInput for another unit or more than 100 percent."""
    plain = unicodedata.normalize("NFKC", text[:200]).strip()
    match = _AMOUNT.fullmatch(plain)
    typed = tidy(match["unit"]) if match else ""
    if match and typed and typed.casefold() != unit.casefold():
        raise BadInput(
            _("The {name} is in “{typed}”, and this target is counted in “{unit}”.").format(name=name, typed=typed[:40], unit=unit),
            fix=_("Give it in {unit}, or leave out the unit.").format(unit=unit),
        )
    number = read_number(match["number"] if match else plain, name)
    check_percent(number, unit, name)
    return number


def check_percent(number: Decimal, unit: str, name: str) -> None:
    """Raise BadInput for more than the whole."""
    if unit == PERCENT and number > HUNDRED:
        raise BadInput(
            _("The {name} is {number}%, and there is no more than 100%.").format(name=name, number=number_text(number)),
            fix=_("Give a percentage from 0 to 100, or count in another unit."),
        )


def read_weight(text: str) -> Decimal:
    """A weight in points, above 0 and at most 100, with two decimals at most; raises BadInput."""
    weight = read_number(text, _("weight"))
    if not 0 < weight <= HUNDRED or weight != round(weight, 2):
        raise BadInput(
            _("A weight is from 0.01 to 100 points, and this one is {weight}.").format(weight=number_text(weight)),
            fix=_("The weights of a post's targets add up to 100; two decimals at most."),
        )
    return weight


def number_text(number: Decimal) -> str:
    """An exact number as text, without zeros that say nothing: 12, 97.5."""
    return format(number.normalize(), "f") if number else "0"


def weight_text(weight: Decimal) -> str:
    """A weight as it is kept, always with two decimals, so that SQL adds weights up exactly as whole hundredths."""
    return format(weight, ".2f")


def with_unit(number: Decimal | None, unit: str) -> str:
    """An amount as it is read: `98%`, `12 articles`, 12篇; – for none."""
    if number is None:
        return "–"
    close = unit == PERCENT or not unit[:1].isascii()
    return number_text(number) + ("" if close else " ") + unit
