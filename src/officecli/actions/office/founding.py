"""Founding an office: a new store with its calendar and whoever answers for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from officecli.clock import is_pretended
from officecli.errors import BadInput
from officecli.i18n import _, of_language
from officecli.light import dataclass
from officecli.model.names import name_key
from officecli.model.office.organisation import Office, Person
from officecli.store.calendar.rebuilding import add_public_years, rebuild
from officecli.store.calendar.sources import exceptions
from officecli.store.machine import account_name
from officecli.store.place import Place
from officecli.store.schema.create import new_store
from officecli.store.write.change import Change
from officecli.store.write.entries import Signature
from officecli.typed.office.zones import check_timezone

HOURS = {"zh": "08:30-12:00,14:30-17:30", "en": "08:30-12:00,13:00-17:00"}
ZONES = {"CN": "Asia/Shanghai"}


@dataclass(frozen=True)
class Founding:
    """What is known of a new office; `me` makes its founder a member of staff at once."""

    name: str
    region: str = ""
    language: str = "en"
    timezone: str = ""
    me: str = ""
    group: str | None = None


class Founded(NamedTuple):
    """Its founder's name, or login where the founder is no member of staff; its time zone, and whether that is but this machine's."""

    founder: str
    timezone: str
    by_the_machine: bool


def found(place: Place, founding: Founding) -> Founded:
    """Make the office. Raises StorageTrouble where a store is, BadInput for an unknown region or time zone."""
    exceptions(founding.region, 2024)  # an unknown region is said before anything is made
    said = founding.timezone or ZONES.get(founding.region.upper(), "")
    timezone = said or _machine_zone()
    check_timezone(timezone)
    if founding.me and not name_key(founding.me):
        raise BadInput(_("--me needs a name."), fix=_("Write for example: officecli init --me Ana"))
    with new_store(place, founding.group) as change:
        return Founded(_fill(change, founding, timezone), timezone, by_the_machine=not said)


def _fill(change: Change, founding: Founding, timezone: str) -> str:
    login = account_name()
    name = " ".join(founding.me.split()) or _("Founder ({login})").format(login=login)
    change.sign(Signature(0, name, role="founder"))
    change.read.__dict__["office"] = {"timezone": timezone, "region": founding.region}  # what the reader would ask the row that is being made
    change.add(
        Office,
        "init",
        name=founding.name,
        region=founding.region,
        language=founding.language,
        timezone=timezone,
        hours=of_language(HOURS, founding.language),
        founder_uid=os.getuid() if hasattr(os, "getuid") else None,
        founder_login=login,
        rehearsal=True if is_pretended() else None,
    )
    del change.read.__dict__["office"]
    change.add(
        Person,
        "init",
        name=name,
        name_key=name_key(name),
        registrar=True,
        account=not founding.me,
        login=login if founding.me else None,
        joined=change.day if founding.me else None,
    )
    add_public_years(change, founding.region)
    rebuild(change)
    return name if founding.me else login


def _machine_zone() -> str:
    """This machine's own time zone, UTC where it does not tell."""
    name = os.environ.get("TZ", "") or Path("/etc/localtime").resolve().as_posix().partition("zoneinfo/")[2]
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
