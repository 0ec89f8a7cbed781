"""What an office file may hold: its tables, their keys, and what each key takes. Reading and writing both go by this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from officecli import i18n
from officecli.i18n import N_
from officecli.model import codes
from officecli.typed.office.names import checked_email, checked_login, checked_name, checked_person
from officecli.typed.text import one_line

Kind = Literal["text", "number", "yes-no", "date", "texts", "dates", "lines"]

KINDS: dict[str, str] = {
    "text": N_('a text in straight quotation marks, like "…"'),
    "number": N_("a whole number, without quotation marks"),
    "yes-no": N_("true or false, without quotation marks"),
    "date": N_("a date like 2026-07-06, without quotation marks"),
    "texts": N_('a list of texts, like ["…", "…"]'),
    "lines": N_('a text like "…", or a list of texts, a line each'),
    "dates": N_("a list of dates, like [2026-07-06, 2026-07-07]"),
}


@dataclass(frozen=True, slots=True)
class Key:
    """What a key takes: `most` is the longest text or the largest number, `check` tidies a text or raises BadInput, `choices` are codes."""

    kind: Kind = "text"
    required: bool = False
    most: int = 120
    least: int = 0
    check: Callable[[str], str] = one_line
    choices: tuple[str, ...] = ()


_NORM = Key("lines", most=4000)

OFFICE: Mapping[str, Key] = {
    "name": Key(),
    "region": Key(most=12),
    "language": Key(choices=i18n.LANGUAGES),
    "timezone": Key(most=64),
    "functions": Key("texts"),
}

CALENDAR: Mapping[str, Key] = {"closed": Key("dates"), "working": Key("dates"), "hours": Key(most=200)}

TABLES: Mapping[str, Mapping[str, Key]] = {
    "rank": {"name": Key(required=True, check=checked_name), "level": Key("number", required=True, most=1000)},
    "unit": {
        "name": Key(required=True, check=checked_name),
        "parent": Key(),
        "nature": Key(required=True, choices=codes.NATURES),
        "functions": Key("texts"),
    },
    "post": {
        "title": Key(required=True, check=checked_name),
        "unit": Key(required=True),
        "rank": Key(required=True),
        "reports_to": Key(most=250),
        "stand_in": Key(most=250),
        "seats": Key("number", least=1, most=1000),
        "extension_days": Key("number", most=1000),
        "may": _NORM,
        "may_not": _NORM,
        "how": _NORM,
        "degree": _NORM,
    },
    "duty": {
        "title": Key(required=True, most=300),
        "post": Key(required=True, most=250),
        "function": Key(),
        "kind": Key(),
        "nature": Key(choices=codes.NATURES),
        "support": Key("texts", most=600),
    },
    "emergency": {"name": Key(required=True, check=checked_name)},
    "person": {
        "name": Key(required=True, check=checked_person),
        "post": Key(required=True, most=250),
        "login": Key(check=checked_login),
        "email": Key(most=254, check=checked_email),
        "registrar": Key("yes-no"),
        "joined": Key("date"),
    },
}
"""The repeated tables, in the order in which one needs another."""

SINGLE = ("office", "calendar", "settings")
