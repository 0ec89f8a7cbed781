"""The tasks of a calendar (RFC 5545, VTODO); its events are none."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from officecli.files.ledger.sheets.tasks.task_table import Task
from officecli.patterns import pattern

_LINE = pattern(r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(?P<value>.*)', re.DOTALL)
_PARAMETER = pattern(r';([A-Za-z0-9-]+)=("[^"]*"|[^;:]*)')
_ESCAPED = pattern(r"\\(.)")
_LOCAL = pattern(r"\d{8}T\d{6}")
_LASTS = pattern(r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d+S)?)?")
_LONGEST_ZONE = 20_000
_WINDOWS = {
    "China Standard Time": "Asia/Shanghai", "Taipei Standard Time": "Asia/Taipei", "Singapore Standard Time": "Asia/Singapore",
    "Tokyo Standard Time": "Asia/Tokyo", "India Standard Time": "Asia/Kolkata", "Eastern Standard Time": "America/New_York",
    "Central Standard Time": "America/Chicago", "Mountain Standard Time": "America/Denver", "Pacific Standard Time": "America/Los_Angeles",
    "GMT Standard Time": "Europe/London", "W. Europe Standard Time": "Europe/Berlin", "Romance Standard Time": "Europe/Paris",
    "Central European Standard Time": "Europe/Warsaw", "AUS Eastern Standard Time": "Australia/Sydney", "New Zealand Standard Time": "Pacific/Auckland",
}  # fmt: skip
"""What Windows, and so Outlook, calls the zones where most offices are."""
OWN = "X-OFFICECLI-"
"""How the properties of a task begin that say a field of its item, by the field's key, so that a calendar of ours is read as it was written."""
DESCRIBED = "DESCRIBED"
"""Behind it: the lines of the description that we wrote; whatever else stands there was added since."""
SHOWN_AS = {"in-hand": "IN-PROCESS", "submitted": "IN-PROCESS", "closed": "COMPLETED", "cancelled": "CANCELLED"}
"""What the states of items are in a calendar; all others are NEEDS-ACTION."""
_STATES = {"NEEDS-ACTION": "open", "IN-PROCESS": "in progress", "COMPLETED": "closed", "CANCELLED": "cancelled"}


_TOLD_BY_TASK = frozenset({"title", "due", "status", "closed", "cancelled"})
"""Fields of ours that the task itself tells, where somebody may have changed them."""


class _Property(NamedTuple):
    """A line of a calendar: its parameters by name in capitals, and its value."""

    parameters: dict[str, str]
    value: str


def calendar_tasks(text: str) -> Iterator[Task]:
    """The tasks in their order."""
    described = (part.partition("END:VTIMEZONE")[0][:_LONGEST_ZONE] for part in text.split("BEGIN:VTIMEZONE")[1:])
    zones = {name: offset for one in described for name, offset in _offset(one)}
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
            yield _task(inside, zones)
            inside = None
        elif name == "END":
            depth -= 1
        elif inside is not None and not depth:
            parameters = {key.upper(): told.strip('"') for key, told in _PARAMETER.findall(found["parameters"])}
            if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
                value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
            inside.setdefault(name, []).append(_Property(parameters, value))


def _unfolded(text: str) -> list[str]:
    """The lines, those that begin with a blank put behind the one before."""
    if "QUOTED-PRINTABLE" in text:
        text = re.sub(r"=\r?\n(?![A-Z-]+[:;])", "", text)
    return re.split(r"\r\n|\n|\r", re.sub(r"\r?\n[ \t]", "", text))


def _offset(zone: str) -> Iterator[tuple[str, tzinfo]]:
    """The name of a zone that the calendar describes itself, and its distance from UTC outside of summer."""
    name = re.search(r"(?m)^TZID(?:;[^:\r\n]*)?:(.+?)\s*$", zone)
    standard = re.search(r"BEGIN:STANDARD\b.*?TZOFFSETTO:([+-])(\d\d)(\d\d)", zone, re.DOTALL)
    if name and standard:
        yield name[1], timezone((-1 if standard[1] == "-" else 1) * timedelta(hours=int(standard[2]), minutes=int(standard[3])))


def _zone(name: str, zones: Mapping[str, tzinfo]) -> tzinfo | None:
    """The zone of a name: of the world's list, as Windows calls it, at the end of a path (/example.org/Europe/Berlin), else as the calendar describes it."""
    parts = name.split("/")
    for called in (name, _WINDOWS.get(name, ""), "/".join(parts[-2:]), "/".join(parts[-3:])):
        try:
            return ZoneInfo(called)
        except (ValueError, ZoneInfoNotFoundError, OSError):
            continue
    return zones.get(name)


def _task(told: dict[str, list[_Property]], zones: Mapping[str, tzinfo]) -> Task:
    task = _plain_task(told, zones)
    own = {name.removeprefix(OWN).casefold().replace("-", "_"): _text(told, name) for name in told if name.startswith(OWN)}
    return _of_ours(task, _text(told, "STATUS").upper(), own) if own else task


def _of_ours(task: Task, status: str, own: dict[str, str]) -> Task:
    """A task that was an item of ours: what its calendar tells of its state and its day holds, and what it was in all else is what it was written from."""
    written_by_us = {*own.pop(DESCRIBED.casefold(), "").split("\n")}
    beside = [line for line in task.remarks.split("\n") if line.strip() not in written_by_us]
    number, written = own.get("number", ""), own.get("status", "")
    return replace(
        task,
        number=number,
        title=task.title.removeprefix(f"{number} "),
        issued="",
        status=written if written and SHOWN_AS.get(written, "NEEDS-ACTION") == status else task.status,
        labels="",
        urgency="",
        remarks="\n".join(beside),
        more={key: said for key, said in own.items() if key not in _TOLD_BY_TASK},
    )


def _plain_task(told: dict[str, list[_Property]], zones: Mapping[str, tzinfo]) -> Task:
    percent = _text(told, "PERCENT-COMPLETE")
    priority = _text(told, "PRIORITY")
    return Task(
        title=_text(told, "SUMMARY"),
        lead="; ".join(_person(one) for one in told.get("ATTENDEE", ()) if one.parameters.get("CUTYPE", "INDIVIDUAL").upper() == "INDIVIDUAL"),
        issued=_day(told, "CREATED", zones) or _day(told, "DTSTAMP", zones),
        due=_day(told, "DUE", zones) or _after(_day(told, "DTSTART", zones), _text(told, "DURATION")),
        status=_STATES.get(_text(told, "STATUS").upper(), "closed" if "COMPLETED" in told else "open"),
        closed=_day(told, "COMPLETED", zones),
        percent=f"{percent}%" if percent.isdigit() and 0 < int(percent) < 100 else "",
        urgency="urgent" if priority.isdigit() and 1 <= int(priority) <= 4 else "",
        labels="; ".join(_unescaped(part) for one in told.get("CATEGORIES", ()) for part in re.split(r"(?<!\\),", one.value)),
        remarks="\n".join(filter(None, (_text(told, "DESCRIPTION"), "RRULE: " + told["RRULE"][0].value if "RRULE" in told else ""))),
    )


def _text(told: dict[str, list[_Property]], name: str) -> str:
    return _unescaped(told[name][0].value).strip() if name in told else ""


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def _person(one: _Property) -> str:
    """Who is to do it: by name, else by address."""
    return one.parameters.get("CN") or re.sub(r"(?i)^mailto:", "", one.value)


def _day(told: dict[str, list[_Property]], name: str, zones: Mapping[str, tzinfo]) -> str:
    """A day as it is written, with its hour's distance from UTC where its zone is named and known."""
    if name not in told:
        return ""
    one = told[name][0]
    zone = _zone(one.parameters["TZID"], zones) if "TZID" in one.parameters and _LOCAL.fullmatch(one.value) else None
    if zone is None:
        return one.value
    try:
        return datetime.strptime(one.value, "%Y%m%dT%H%M%S").replace(tzinfo=zone).isoformat()
    except ValueError:
        return one.value


def _after(start: str, lasts: str) -> str:
    """The end of what lasts so long from its start, which is how some say a deadline; "" where they do not."""
    length = _LASTS.fullmatch(lasts) if lasts and start else None
    if length is None:
        return ""
    weeks, days, hours, minutes = (int(part or 0) for part in length.groups())
    try:
        ends = datetime.fromisoformat(start) + timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)
    except (ValueError, OverflowError):
        return ""
    return ends.date().isoformat() if "T" not in start else ends.isoformat()
