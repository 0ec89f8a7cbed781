"""What the values of a filter mean that name nobody: days, numbers, codes and statuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.filter_keys import CASES, NOTHING, Key
from officecli.store.read.reader import Reader
from officecli.typed.codes import code_meant, instead
from officecli.typed.dates import almanac
from officecli.typed.dates.beginnings import begins
from officecli.typed.dates.reading import read
from officecli.typed.dates.view import View
from officecli.typed.filters.faults import example_of, fault
from officecli.typed.filters.tree import Value
from officecli.typed.items.states import STATES, state_meant
from officecli.typed.text import plain_words, shown

_AMOUNT = re.compile(r"([-−]?\d{1,9}(?:\.\d{1,4})?) ?(?:%|d|wd|days?|h|hours?|times?|天|个?工作日|日|小时|次|分)?")

Ends = tuple[str | None, str | None]
"""From and up to what, both inclusive, ISO days; None for no end."""


def is_nothing(text: str) -> bool:
    """Whether a value stands for nothing."""
    return plain_words(text) in NOTHING


def days_meant(by: Reader, key: Key, value: Value) -> Ends:
    """The days that a value lets in; a month, quarter, year or week is all of its days. Raises BadInput for what is no day, with its place."""
    if value.sign == "..":
        first = _span(by, key, value.text, value)[0].isoformat() if value.text else None
        last = _span(by, key, value.upto, value)[1].isoformat() if value.upto else None
        if first and last and first > last:
            raise fault(
                value.place, _("{first} is after {last}, so nothing can fit.").format(first=first, last=last), _("Give the earlier day first.")
            )
        return first, last
    first_day, last_day = _span(by, key, value.text, value)
    match value.sign:
        case "<":
            return None, (first_day - timedelta(days=1)).isoformat()
        case "<=":
            return None, last_day.isoformat()
        case ">":
            return (last_day + timedelta(days=1)).isoformat(), None
        case ">=":
            return first_day.isoformat(), None
        case _:
            return first_day.isoformat(), last_day.isoformat()


def _span(by: Reader, key: Key, text: str, value: Value) -> tuple[date, date]:
    """The first and the last day that a text names."""
    days = almanac(by)
    try:
        found = read(text, View(days, by.today, by.today, "past" if key.past else "near"))
    except BadInput as error:
        raise fault(value.place, error.what, error.fix) from error
    return begins(text, found), found.day


def amounts_meant(key: Key, value: Value) -> tuple[tuple[str, Decimal], ...]:
    """The comparisons that a number is to pass, each a sign of SQL and what it is compared with; raises BadInput for what is no number, with its place."""
    if value.sign == "..":
        ends = ((">=", value.text), ("<=", value.upto))
        return tuple((sign, _amount(key, text, value)) for sign, text in ends if text)
    return ((value.sign or "=", _amount(key, value.text, value)),)


def _amount(key: Key, text: str, value: Value) -> Decimal:
    found = _AMOUNT.fullmatch(plain_words(text))
    if found and (amount := Decimal(found[1].replace("−", "-"))) >= (0 if key.name != "left" else amount):
        return amount
    raise fault(
        value.place,
        _("{key} takes a number, and “{text}” is none.").format(key=f"{key.said}:", text=shown(text)),
        example_of(key),
    )


def code_of(key: Key, value: Value, known: Sequence[str]) -> str:
    """The code among `known` that a value is, or is a word for; raises BadInput with its place and what there is."""
    code = code_meant(value.text, known, key.name, also=True)
    if code is None:
        raise fault(value.place, _no_value(key, value), instead(value.text, known, key.name))
    return code


def status_of(key: Key, value: Value) -> str:
    """The status that a value is, or is a word for; overdue, which is none, too."""
    code = state_meant(value.text)
    if code is None:
        raise fault(value.place, _no_value(key, value), instead(value.text, STATES, "status"))
    return code


def case_of(key: Key, value: Value) -> str:
    """The case or the status after `is:`; raises BadInput with its place and what there is."""
    said = plain_words(value.text).replace(" ", "-")
    case = next((case.name for case in CASES.values() if said == case.name or said in case.words.split()), None) or state_meant(value.text)
    if case is None:
        near = instead(value.text, (*CASES, *STATES), "status", {case.name: case.said for case in CASES.values()})
        raise fault(value.place, _no_value(key, value), near)
    return case


def _no_value(key: Key, value: Value) -> str:
    return _("{key} does not take “{value}”.").format(key=f"{key.said}:", value=shown(value.text))
