"""The office's time zone, by its IANA name."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.near import perhaps_meant

_WINTER_ALL_YEAR = {"EST": "America/New_York", "MST": "America/Denver"}
"""Names that are no zone of a place, and what keeps the same time in winter: in summer every day would begin an hour late."""


def check_timezone(name: str) -> None:
    """Raise BadInput unless `name` is an IANA time zone, with the one that is meant where one can tell."""
    if meant := _WINTER_ALL_YEAR.get(name.upper()):
        raise BadInput(
            _("“{name}” is the time of winter all year round, and no place's time zone.").format(name=name),
            fix=_("Give an IANA name, for example {zone}.").format(zone=meant),
        )
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(_("There is no time zone “{name}”.").format(name=name[:60]), fix=_meant(name)) from error


def _meant(name: str) -> str:
    """The question after the zone that is written like it by its place: asia/shanghai, New York; UTC+8 is like none."""
    otherwise = _("Give an IANA name, for example Asia/Shanghai or America/Los_Angeles.")
    if any(map(str.isdigit, name)):
        return otherwise
    return perhaps_meant(_place(name[:60]), {_place(zone): zone for zone in sorted(available_timezones(), key=lambda one: "/" in one)}, otherwise)


def _place(zone: str) -> str:
    return zone.rpartition("/")[2].casefold().replace("_", " ")
