"""The kinds of values a TOML file holds: which values are of one, how a message names it, how a value of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from officecli.i18n import N_


def _as_it_is(value: Any) -> Any:
    return value


def _no_guess(_value: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Kind:
    """`blank` stands for a value in a form to fill in; `guess` writes a wrong value right, "" where it cannot; `takes` names the kind.

    A kind without `takes` is one whose values are read later as after a command's option; there only an example helps.
    """

    takes: str
    fits: Callable[[Any], bool]
    blank: str = "…"
    guess: Callable[[Any], str] = _no_guess
    kept: Callable[[Any], Any] = _as_it_is


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_yes_no(value: Any) -> bool:
    return isinstance(value, bool)


def _is_date(value: Any) -> bool:
    """A date, in quotation marks or without: 2026-07-06 can be nothing else."""
    if isinstance(value, str):
        return len(value) == len("2026-07-06") and _iso_day(value) == value
    return isinstance(value, date) and not isinstance(value, datetime)


def _as_date(value: Any) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _either(*ones: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: any(one(value) for one in ones)


def _list_of(one: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(one(inner) for inner in value)


def _bare(value: Any) -> str:
    return str(value).strip().lower()


def _digits(value: Any) -> str:
    text = _bare(value)
    return text if text.isascii() and text.isdigit() and len(text) < 10 else ""


def _true_or_false(value: Any) -> str:
    return _bare(value) if _bare(value) in ("true", "false") else ""


def _iso_day(value: Any) -> str:
    try:
        return date.fromisoformat(_bare(value)[:10]).isoformat()
    except ValueError:
        return ""


def _one_listed(value: Any) -> str:
    return f'["{value}"]' if isinstance(value, str) and len(value) < 60 else ""


TEXT = Kind(N_('a text in straight quotation marks, like "…"'), _is_text, '"…"')
NUMBER = Kind(N_("a whole number, without quotation marks"), _is_number, guess=_digits)
YES_NO = Kind(N_("true or false, without quotation marks"), _is_yes_no, guess=_true_or_false)
DATE = Kind(N_("a date like 2026-07-06, without quotation marks"), _is_date, guess=_iso_day, kept=_as_date)
TEXTS = Kind(N_('a list of texts, like ["…", "…"]'), _list_of(_is_text), '["…"]', guess=_one_listed)
LINES = Kind(N_('a text like "…", or a list of texts, a line each'), _either(_is_text, _list_of(_is_text)), '"…"')
DATES = Kind(N_("a list of dates, like [2026-07-06, 2026-07-07]"), _list_of(_is_date), kept=lambda value: [_as_date(one) for one in value])

TYPED = Kind("", _is_text, '"…"')
TYPED_NUMBER = Kind("", _either(_is_text, _is_number), "3", kept=str)
TYPED_DATE = Kind("", _either(_is_text, _is_date), kept=str)
TYPED_TEXTS = Kind("", _list_of(_is_text), '["…", "…"]')
TYPED_NUMBERS = Kind("", _list_of(_either(_is_text, _is_number)), "[1, 2]", kept=lambda value: tuple(str(one) for one in value))
