"""What the values of a filter mean that name nobody and no day: numbers, codes and statuses."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.hints import TYPE_CHECKING
from officecli.i18n import _
from officecli.model.filter_keys import CASES, NOTHING, Key
from officecli.patterns import pattern
from officecli.typed.codes import code_meant, instead
from officecli.typed.filters.faults import example_of, fault
from officecli.typed.filters.tree import Value
from officecli.typed.items.states import STATES, state_meant
from officecli.typed.text import plain_words, shown

if TYPE_CHECKING:
    from decimal import Decimal

_AMOUNT = pattern(r"([-−]?\d{1,9}(?:\.\d{1,4})?) ?(?:%|d|wd|days?|h|hours?|times?|天|个?工作日|日|小时|次|分)?")


def is_nothing(text: str) -> bool:
    """Whether a value stands for nothing."""
    return plain_words(text) in NOTHING


def amounts_meant(key: Key, value: Value) -> tuple[tuple[str, Decimal], ...]:
    """The comparisons that a number is to pass, each a sign of SQL and what it is compared with; raises BadInput for what is no number, with its place."""
    if value.sign == "..":
        ends = ((">=", value.text), ("<=", value.upto))
        return tuple((sign, _amount(key, text, value)) for sign, text in ends if text)
    return ((value.sign or "=", _amount(key, value.text, value)),)


def _amount(key: Key, text: str, value: Value) -> Decimal:
    from decimal import Decimal  # few filters ask for a number

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
