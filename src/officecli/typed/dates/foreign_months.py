"""Months in the other languages in which programs write them: 15 juillet 2026, 31 de julio, 3. Okt. 2026."""

from __future__ import annotations

import re

from officecli.patterns import pattern
from officecli.typed.dates.names import MONTHS

_NAMES = (
    "janvier|janv|januar|jänner|enero|janeiro|gennaio|januari",
    "février|fevrier|févr|fevr|februar|febrero|fevereiro|febbraio|februari",
    "mars|märz|maerz|mrz|marzo|março|marco|maart|mrt",
    "avril|avr|abril|abr|aprile",
    "mai|mayo|maio|maggio|mei",
    "juin|juni|junio|junho|giugno",
    "juillet|juil|juli|julio|julho|luglio",
    "août|aout|agosto|ago|augustus",
    "septembre|septiembre|setiembre|setembro|settembre",
    "octobre|oktober|okt|octubre|outubro|ottobre|ott",
    "novembre|noviembre|novembro",
    "décembre|decembre|déc|dezember|dez|diciembre|dic|dezembro|dicembre",
)
_ENGLISH = {name: month for names, month in zip(_NAMES, MONTHS, strict=True) for name in names.split("|")}
_MONTH = pattern(
    rf"(?:\b(?P<before>le|el|il|am|den|der|bis) )?(?<![\w])(?P<day>\d{{1,2}})(?:\.|er|º|°)?[ -]?(?:de |d'"
    rf"|di )?(?P<month>{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b\.?"
    r"(?:[ -]?(?:de |del |di )?(?P<year>\d{4}|\d\d)(?!\d))?"
)
"""A day before its month; a month alone may be a word of any language."""


def in_english(text: str) -> str:
    """The text, in small letters, with the days of other languages as English writes them."""
    return _MONTH.sub(_said, text)


def _said(found: re.Match[str]) -> str:
    return " ".join(filter(None, (found["day"], _ENGLISH[found["month"]], found["year"])))
