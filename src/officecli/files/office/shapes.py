"""What an office file may hold: its tables, their keys, and what each key takes. Reading and writing both go by this."""

from __future__ import annotations

from collections.abc import Mapping

from officecli import i18n
from officecli.files.office.targets import KEYS
from officecli.files.toml.keys import Key
from officecli.files.toml.kinds import DATE, DATES, LINES, NUMBER, TEXTS, YES_NO
from officecli.files.toml.tables import Table
from officecli.model import codes
from officecli.model.time.office_hours import OfficeHours
from officecli.store.calendar.sources import exceptions
from officecli.typed.office.names import checked_email, checked_login, checked_name, checked_person
from officecli.typed.office.zones import check_timezone
from officecli.typed.text import one_line


def _region(text: str) -> str:
    """A region that has a calendar of public days, by its code in capitals; raises BadInput."""
    region = one_line(text)
    if region:
        exceptions(region, 2024)
    return "none" if region.upper() == "NONE" else region.upper()


def _timezone(text: str) -> str:
    zone = one_line(text)
    if zone:
        check_timezone(zone)
    return zone


def _hours(text: str) -> str:
    hours = one_line(text)
    OfficeHours.parse(hours)
    return hours


_NORM = Key(LINES, most=4000)
_ALIASES = Key(TEXTS, filled=True, check=checked_person)

OFFICE: Mapping[str, Key] = {
    "name": Key(filled=True),
    "region": Key(most=12, check=_region),
    "language": Key(filled=True, choices=i18n.LANGUAGES),
    "timezone": Key(filled=True, most=64, check=_timezone),
    "functions": Key(TEXTS),
}

CALENDAR: Mapping[str, Key] = {"closed": Key(DATES), "working": Key(DATES), "hours": Key(most=200, check=_hours)}

TABLES: Mapping[str, Table] = {
    "rank": Table({"name": Key(required=True, check=checked_name), "level": Key(NUMBER, most=1000)}),
    "unit": Table(
        {
            "name": Key(required=True, check=checked_name),
            "parent": Key(),
            "nature": Key(required=True, choices=codes.NATURES),
            "functions": Key(TEXTS),
            "aliases": _ALIASES,
        }
    ),
    "post": Table(
        {
            "title": Key(required=True, check=checked_name),
            "unit": Key(required=True),
            "rank": Key(required=True),
            "reports_to": Key(most=250),
            "stand_in": Key(most=250),
            "seats": Key(NUMBER, least=1, most=1000, default=1),
            "extension_days": Key(NUMBER, most=1000),
            "may": _NORM,
            "may_not": _NORM,
            "how": _NORM,
            "degree": _NORM,
        }
    ),
    "duty": Table(
        {
            "title": Key(required=True, most=300),
            "post": Key(required=True, most=250),
            "function": Key(),
            "kind": Key(),
            "nature": Key(choices=codes.NATURES),
            "support": Key(TEXTS, most=600),
        }
    ),
    "emergency": Table({"name": Key(required=True, check=checked_name)}),
    "person": Table(
        {
            "name": Key(required=True, check=checked_person),
            "post": Key(filled=True, most=250),
            "login": Key(check=checked_login),
            "email": Key(most=254, check=checked_email),
            "registrar": Key(YES_NO, default=False),
            "joined": Key(DATE),
            "aliases": _ALIASES,
        }
    ),
    "body": Table(
        {
            "name": Key(required=True, check=checked_name),
            "contact": Key(),
            "phone": Key(most=60),
            "email": Key(most=254, check=checked_email),
            "follow_up": Key(),
            "aliases": _ALIASES,
        }
    ),
}
"""The repeated tables, in the order in which one needs another."""

FILE: Mapping[str, Table] = {
    "office": Table(OFFICE, once=True),
    "calendar": Table(CALENDAR, once=True),
    "settings": Table(once=True, any_key=True),
    **TABLES,
    "target": Table(KEYS),
}
