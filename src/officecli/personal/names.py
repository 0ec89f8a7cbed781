"""What a person sets for themselves: its names, and what it takes, in the words of either language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from officecli.hints import Any
from officecli.i18n import LANGUAGES, N_, SPOKEN, _, in_every_language, language, language_named
from officecli.light import dataclass


@dataclass(frozen=True)
class Own:
    """One thing a person sets for themselves: what it means, and what it takes (any text where `choices` is empty)."""

    meaning: str
    choices: tuple[str, ...] = ()


NAMES: Mapping[str, Own] = {
    "db": Own(N_("where the office is kept: a path, or postgresql://…")),
    "as": Own(N_("my name: whom I act as")),
    "lang": Own(N_("the language I am spoken to in"), LANGUAGES),
    "pager": Own(N_("what shows me what is longer than the window: a command, or never")),
    "color": Own(N_("whether there are colours: auto where the window has them, or never"), ("auto", "never")),
    "plain": Own(N_("yes: no lines, blocks or signs that a screen reader stumbles over"), ("no", "yes")),
    "header": Own(N_("how columns of csv, xlsx and md are headed: labels in my language, or the keys of JSON"), ("labels", "keys")),
    "week": Own(N_("the day on which my weeks begin; the region's if not said"), ("monday", "saturday", "sunday")),
    "dates": Own(N_("how days are written on the screen: iso (2026-07-15), or as the language writes them"), ("iso", "written")),
}
CALLED = {
    "name": "as", "my-name": "as", "姓名": "as", "language": "lang", "语言": "lang", "colour": "color", "colours": "color", "colors": "color", "颜色": "color",
    "first-day": "week", "weeks": "week", "每周首日": "week", "表头": "header", "日期": "dates", "分页": "pager",
}  # fmt: skip
"""By which other names people call them."""
WORDS: Mapping[str, str] = {
    **SPOKEN,
    "auto": N_("by itself"),
    "never": N_("at no time"),
    "yes": N_("yes"),
    "no": N_("no"),
    "labels": N_("headings"),
    "keys": N_("keys of JSON"),
    "monday": N_("Monday"),
    "saturday": N_("Saturday"),
    "sunday": N_("Sunday"),
    "iso": N_("in digits"),
    "written": N_("as the language has it"),
}
"""What is taken → its word, which a reader of another language than English sees and types; the file may say either."""
_ALSO = {
    "周一": "monday", "周六": "saturday", "周日": "sunday", "星期天": "sunday", "mon": "monday", "sat": "saturday", "sun": "sunday",
    "关闭": "never", "off": "never", "on": "auto", "true": "yes", "false": "no",
}  # fmt: skip
"""What people say for it besides."""
COLUMNS = "columns"
"""The table of the file that says, by report, which columns its table in a window has."""

VIEWS = "views"
"""The table of the file that keeps filters under names."""
VIEW = ("filter", "columns", "sort", "group")
"""What may be said of a view; one that is no more than its filter may be a text."""


def called(typed: str) -> str:
    """The name of the setting that people call so; what was typed where they call none so."""
    return CALLED.get(typed.strip().casefold(), typed.strip())


def code_of(name: str, value: Any) -> Any:
    """The value of a setting as it is kept, where a word for it was typed in any of the languages; any other as it is."""
    choices = ("never",) if name == "pager" else NAMES[name].choices if name in NAMES else ()  # any other pager is a command
    if isinstance(value, bool) and "yes" in choices:
        return "yes" if value else "no"
    if not choices or not isinstance(value, str) or value in choices:
        return value
    plain = unicodedata.normalize("NFKC", value).strip().casefold()
    if choices is LANGUAGES:
        return language_named(plain)
    plain = _ALSO.get(plain, plain)
    return next((code for code in choices if plain == code or plain in map(str.casefold, in_every_language(WORDS[code]))), value)


def said(code: str) -> str:
    """What a setting takes, as it is shown and may be typed: in English the code."""
    return code if language() == "en" else _(WORDS.get(code, code))
