"""Reads an office file and checks everything that can be known without the store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from officecli import clock
from officecli.errors import BadInput
from officecli.files.office.content import Entry, OfficeFile
from officecli.files.office.functions import settle_functions
from officecli.files.office.ladder import settle_ladder
from officecli.files.office.references import connect
from officecli.files.office.shapes import FILE, TABLES
from officecli.files.toml.problems import Problems
from officecli.files.toml.tables import read_tables
from officecli.files.toml.text import text_of
from officecli.i18n import _
from officecli.model.time.working_days import FIRST
from officecli.typed.office.settings import checked_setting

YEARS_AHEAD = 30


def read_file(path: Path) -> OfficeFile:
    """The office in this file; raises NotFound or StorageTrouble where there is none, BadInput with everything wrong in it."""
    fix = _("Give the TOML file that describes the office; write one with: officecli setup --export")
    return read_text(text_of(path, fix), path.name)


def read_text(text: str, name: str) -> OfficeFile:
    """The office this TOML text describes; raises BadInput with everything wrong in it."""
    tables, problems = read_tables(text.replace("\r\n", "\n"), name, FILE)
    if not any(tables.values()) and not problems.count:
        raise BadInput(
            _("{path} names nothing, so there is nothing to set up.").format(path=name),
            fix=_("Write one to start from with: officecli setup --export -o office.toml"),
        )
    office = OfficeFile(name, problems.lines)
    for table in TABLES:
        office.tables[table] = [Entry(table, index, found.values) for index, found in enumerate(tables[table])]
    for found in tables["office"]:
        office.office = found.values
    for found in tables["calendar"]:
        _calendar(office, found.values, problems)
    for found in tables["settings"]:
        _settings(office, found.values, problems)
    office.targets = tables["target"]
    settle_functions(office, problems)
    connect(office.tables, problems)
    if not problems.count:
        settle_ladder(office, problems)
    problems.stop()
    return office


def _calendar(office: OfficeFile, values: Mapping[str, Any], problems: Problems) -> None:
    """The office's own days; a file with a [calendar] tells all of them."""
    office.closed, office.working = values.get("closed", []), values.get("working", [])
    if "hours" in values:
        office.office["hours"] = values["hours"]
    last = date(clock.now().year + YEARS_AHEAD, 12, 31)
    for name, days in (("closed", office.closed), ("working", office.working)):
        for day in days:
            if not FIRST <= day <= last:
                problems.add(("calendar", name), _("{day} is outside the calendar ({first} to {last}).").format(day=day, first=FIRST, last=last))
            if days.count(day) > 1:
                problems.add(("calendar", name), _("{day} stands twice.").format(day=day), _("Leave one."))
    for day in set(office.closed) & set(office.working):
        problems.add(("calendar", "working"), _("{day} is both closed and working.").format(day=day), _("Leave it in one of the two."))


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
