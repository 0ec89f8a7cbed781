"""The tasks of a calendar (RFC 5545, VTODO); its events are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from officecli.files.ledger.sheets.task_table import Task

_LINE = re.compile(
    r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(?P<value>.*)', re.DOTALL
)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^;:]*)')
_ESCAPED = re.compile(r"\\(.)")
_LOCAL = re.compile(r"\d{8}T\d{6}")
_STATES = {"NEEDS-ACTION": "open", "IN-PROCESS": "in progress", "COMPLETED": "closed", "CANCELLED": "cancelled"}


class _Property(NamedTuple):
    """A line of a calendar: its parameters by name in capitals, and its value."""

    parameters: dict[str, str]
    value: str


def calendar_tasks(text: str) -> Iterator[Task]:
    """The tasks in their order."""
    inside: dict[str, list[_Property]] | None = None
    depth = 0
    for line in _unfolded(text):
        found = _LINE.fullmatch(line)
        if not found:
            continue
        name, value = found["name"].upper(), found["value"]
        if name == "BEGIN" and value.upper() == "VTODO":
            inside, depth = {}, 0
        elif name == "BEGIN":
            depth += 1  # an alarm within it
        elif name == "END" and value.upper() == "VTODO" and inside is not None:
            yield _task(inside)
            inside = None
        elif name == "END":
            depth -= 1
        elif inside is not None and not depth:
            parameters = {key.upper(): told.strip('"') for key, told in _PARAMETER.findall(found["parameters"])}
            inside.setdefault(name, []).append(_Property(parameters, value))


def _unfolded(text: str) -> list[str]:
    """The lines, those that begin with a blank put behind the one before."""
    return re.sub(r"\r?\n[ \t]", "", text).splitlines()


def _task(told: dict[str, list[_Property]]) -> Task:
    percent = _text(told, "PERCENT-COMPLETE")
    priority = _text(told, "PRIORITY")
    return Task(
        title=_text(told, "SUMMARY"),
        lead="; ".join(_person(one) for one in told.get("ATTENDEE", ()) if one.parameters.get("CUTYPE", "INDIVIDUAL").upper() == "INDIVIDUAL"),
        issued=_day(told, "CREATED") or _day(told, "DTSTAMP"),
        due=_day(told, "DUE"),
        status=_STATES.get(_text(told, "STATUS").upper(), "closed" if "COMPLETED" in told else "open"),
        closed=_day(told, "COMPLETED"),
        percent=f"{percent}%" if percent.isdigit() and 0 < int(percent) < 100 else "",
        urgency="urgent" if priority.isdigit() and 1 <= int(priority) <= 4 else "",
        labels="; ".join(_unescaped(part) for one in told.get("CATEGORIES", ()) for part in re.split(r"(?<!\\),", one.value)),
        remarks=_text(told, "DESCRIPTION"),
    )


def _text(told: dict[str, list[_Property]], name: str) -> str:
    return _unescaped(told[name][0].value).strip() if name in told else ""


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def _person(one: _Property) -> str:
    """Who is to do it: by name, else by address."""
    return one.parameters.get("CN") or re.sub(r"(?i)^mailto:", "", one.value)


def _day(told: dict[str, list[_Property]], name: str) -> str:
    """A day as it is written, with its hour's distance from UTC where its zone is named and known."""
    if name not in told:
        return ""
    one = told[name][0]
    zone = one.parameters.get("TZID")
    if not zone or not _LOCAL.fullmatch(one.value):
        return one.value
    try:
        moment = datetime.strptime(one.value, "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(zone))
    except (ValueError, ZoneInfoNotFoundError, OSError):
        return one.value
    return moment.isoformat()
