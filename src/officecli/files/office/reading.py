"""Reads an office file and checks everything that can be known without the store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from officecli import clock
from officecli.actions.office.founding import check_timezone
from officecli.errors import BadInput
from officecli.files.office.content import Entry, OfficeFile
from officecli.files.office.functions import settle_functions
from officecli.files.office.references import connect
from officecli.files.office.shapes import CALENDAR, OFFICE, SINGLE, TABLES, Key
from officecli.files.office.values import checked
from officecli.files.toml.lines import Lines
from officecli.files.toml.lines import Path as TomlPath
from officecli.files.toml.problems import Problems
from officecli.files.toml.text import tables_of, text_of
from officecli.i18n import _
from officecli.model.time.office_hours import OfficeHours
from officecli.model.time.working_days import FIRST
from officecli.near import did_you_mean
from officecli.store.calendar.sources import exceptions
from officecli.typed.office.settings import checked_setting
from officecli.typed.text import shown

YEARS_AHEAD = 30


def read_file(path: Path) -> OfficeFile:
    """The office in this file; raises NotFound or StorageTrouble where there is none, BadInput with everything wrong in it."""
    fix = _("Give the TOML file that describes the office; write one with: officecli setup --export")
    return read_text(text_of(path, fix), path.name)


def read_text(text: str, name: str) -> OfficeFile:
    """The office this TOML text describes; raises BadInput with everything wrong in it."""
    text = text.replace("\r\n", "\n")
    found = tables_of(text, name)
    if not found:
        raise BadInput(
            _("{path} names nothing, so there is nothing to set up.").format(path=name),
            fix=_("Write one to start from with: officecli setup --export -o office.toml"),
        )
    office = OfficeFile(name, Lines(text))
    problems = Problems(name, office.lines)
    for table in found:
        if table not in TABLES and table not in SINGLE:
            problems.add((table,), _("There is no table “{table}”.").format(table=shown(table)), did_you_mean(table, (*SINGLE, *TABLES)))
    for table, keys in TABLES.items():
        office.tables[table] = _entries(table, found.get(table, []), keys, problems)
    _office(office, _single("office", found, problems), problems)
    _calendar(office, found, problems)
    _settings(office, _single("settings", found, problems), problems)
    settle_functions(office, problems)
    connect(office.tables, problems)
    problems.stop()
    return office


def _single(table: str, found: Mapping[str, Any], problems: Problems) -> dict[str, Any]:
    value = found.get(table, {})
    if isinstance(value, dict):
        return value
    problems.add((table,), _("“{table}” stands once, in single brackets: [{table}].").format(table=table))
    return {}


def _entries(table: str, found: Any, keys: Mapping[str, Key], problems: Problems) -> list[Entry]:
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        problems.add((table,), _("“{table}” is a list of tables, each in double brackets: [[{table}]].").format(table=table))
        return []
    return [Entry(table, index, _values((table, index), values, keys, problems)) for index, values in enumerate(found)]


def _values(path: TomlPath, found: Mapping[str, Any], keys: Mapping[str, Key], problems: Problems) -> dict[str, Any]:
    """The values of one table that are right; what is wrong with the others is noted."""
    good = {}
    for name, value in found.items():
        if name not in keys:
            problems.add((*path, name), _("[{table}] has no key “{key}”.").format(table=path[0], key=shown(name)), did_you_mean(name, keys))
            continue
        try:
            good[name] = checked(name, value, keys[name])
        except BadInput as error:
            problems.take((*path, name), error)
    for name in (name for name, key in keys.items() if key.required and name not in found):
        problems.add(path, _("This [{table}] has no “{key}”.").format(table=path[0], key=name), _("Add the line: {line}").format(line=f"{name} = …"))
    return good


def _office(office: OfficeFile, found: dict[str, Any], problems: Problems) -> None:
    office.office = _values(("office",), found, OFFICE, problems)
    for name in ("name", "language", "timezone"):
        if office.office.get(name) == "":
            problems.add(("office", name), _("“{key}” is empty.").format(key=name))
    for name, check in (("region", lambda region: exceptions(region, 2024)), ("timezone", check_timezone)):
        try:
            if office.office.get(name):
                check(office.office[name])
        except BadInput as error:
            problems.take(("office", name), error)
    region = str(office.office.get("region", "")).upper()
    if region:
        office.office["region"] = "none" if region == "NONE" else region


def _calendar(office: OfficeFile, found: Mapping[str, Any], problems: Problems) -> None:
    """The office's own days; a file with a [calendar] tells all of them."""
    values = _values(("calendar",), _single("calendar", found, problems), CALENDAR, problems)
    if "calendar" in found:
        office.closed, office.working = values.get("closed", []), values.get("working", [])
        last = date(clock.now().year + YEARS_AHEAD, 12, 31)
        for name, days in (("closed", office.closed), ("working", office.working)):
            for day in days:
                if not FIRST <= day <= last:
                    problems.add(("calendar", name), _("{day} is outside the calendar ({first} to {last}).").format(day=day, first=FIRST, last=last))
                if days.count(day) > 1:
                    problems.add(("calendar", name), _("{day} stands twice.").format(day=day), _("Leave one."))
        for day in set(office.closed) & set(office.working):
            problems.add(("calendar", "working"), _("{day} is both closed and working.").format(day=day), _("Leave it in one of the two."))
    if "hours" in values:
        try:
            OfficeHours.parse(values["hours"])
            office.office["hours"] = values["hours"]
        except BadInput as error:
            problems.take(("calendar", "hours"), error)


def _settings(office: OfficeFile, found: dict[str, Any], problems: Problems) -> None:
    """Settings, written `"lights.yellow_days" = 3`, `lights.yellow_days = 3` or under [settings.lights]."""
    flat = list(found.items())
    for name, value in flat:  # grows while it is walked
        if isinstance(value, dict):
            flat += [(f"{name}.{inner}", deeper) for inner, deeper in value.items()]
            continue
        written = ("settings", name) if name in found else ("settings", *name.split("."))
        try:
            setting, kept = checked_setting(name, value)
        except BadInput as error:
            problems.take(written, error)
            continue
        if office.settings.setdefault(setting, kept) != kept:
            problems.add(written, _("{name} is set twice, under two names.").format(name=setting), _("Leave one."))
