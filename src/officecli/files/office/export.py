"""Writes the office back as the TOML file that describes it; reading that file changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from officecli.files.office.on_record import RowOnRecord, own_days, rows_on_record
from officecli.files.office.shapes import OFFICE, TABLES
from officecli.files.office.targets import KEYS
from officecli.files.office.targets_written import targets_in_force
from officecli.files.toml.writing import as_toml, assigned, blank_form, comment, written
from officecli.i18n import N_, _
from officecli.rules.thresholds import every_setting
from officecli.store.read.reader import Reader
from officecli.typed.office.functions import own_functions

_TITLES = {
    "rank": N_("Ranks: the higher level is the higher rank, and the same level is “the same rank”, whatever the name"),
    "unit": N_("Units; nature is service, writing or efficiency"),
    "post": N_("Posts; where several units have the same title, write unit/title"),
    "duty": N_("Duties of the posts"),
    "emergency": N_("Kinds of emergency the office is ready for"),
    "person": N_("People"),
    "body": N_("Outside bodies; follow_up is who here follows one up and leads its items"),
}
_REFERENCES = {"parent": "unit", "unit": "unit", "rank": "rank", "reports_to": "post", "stand_in": "post", "post": "post", "follow_up": "person"}
"""The keys that name an entry of another table."""
_HEAD = N_("Change this file and run: officecli setup FILE. Only what differs is applied.")
_TARGETS = N_("Targets of posts, duties and people; they are counted from the running period on")
_DAYS = N_("The office's own days, besides the public holidays")
_THRESHOLDS = N_("What is not set here has its default.")


def export(read: Reader) -> str:
    """The whole office in use as TOML, without people who left and what is retired; a table with no row is a form to fill in, as comments."""
    return "\n".join(_lines(read)) + "\n"


def _lines(read: Reader) -> Iterator[str]:
    office = read.office
    yield comment(office["name"])
    yield f"# {_(_HEAD)}"
    yield ""
    yield "[office]"
    yield from written(OFFICE, {**office, "functions": list(own_functions(read))})
    there = {table: [row for row in rows.values() if not row.retired] for table, rows in rows_on_record(read).items()}
    names = _names(there)
    for table, rows in there.items():
        keys = TABLES[table].keys
        yield from ("", f"# {_(_TITLES[table])}")
        if not rows:
            yield from blank_form(table, keys)
        for row in _upper_first(rows):
            yield from ("", f"[[{table}]]")
            yield from written(keys, _values(row, names))
            if table == "person" and row.values["post"] is None:
                yield '# post = "…"'  # the founder's, before there are posts
    yield from _targets(read, names)
    yield from ("", f"# {_(_DAYS)}", "", "[calendar]")
    for name, working in (("closed", False), ("working", True)):
        days = [date.fromisoformat(day) for day in own_days(read, working=working)]
        yield from assigned(name, days)
    yield f"hours = {as_toml(office['hours'])}"
    yield from ("", f"# {_(_THRESHOLDS)}", "", "[settings]")
    texts = {name for name, setting in every_setting().items() if setting.unit == "text"}
    for name, value in read.stored_settings.items():
        yield f"{as_toml(name)} = {value if _is_number(value) and name not in texts else as_toml(value)}"


def _targets(read: Reader, names: dict[tuple[str, int], str]) -> Iterator[str]:
    yield from ("", f"# {_(_TARGETS)}")
    found = list(targets_in_force(read, names))
    if not found:
        yield from blank_form("target", KEYS)
    for values in found:
        yield from ("", "[[target]]", *written(KEYS, values))


def _names(there: dict[str, list[RowOnRecord]]) -> dict[tuple[str, int], str]:
    """How each row is written where another refers to it: a post alone where its title is, else as unit/title."""
    titles = [row.key[-1] for row in there["post"]]
    names = {(row.table, row.id): row.label for rows in there.values() for row in rows}
    for post in there["post"]:
        if titles.count(post.key[-1]) == 1:
            names["post", post.id] = str(post.values["title"])
    return names


def _upper_first(rows: list[RowOnRecord]) -> list[RowOnRecord]:
    """In the order in which they were made, but each after the one it stands under."""
    by_id = {row.id: row for row in rows}
    ordered: dict[int, RowOnRecord] = {}
    for row in rows:
        way = [row]
        while (above := by_id.get(way[-1].values.get("parent") or way[-1].values.get("reports_to") or 0)) and above.id not in ordered:
            way.append(above)
        ordered.update((one.id, one) for one in reversed(way))
    return list(ordered.values())


def _values(row: RowOnRecord, names: dict[tuple[str, int], str]) -> dict[str, Any]:
    """The row as the file has it: names in place of ids."""
    values = dict(row.values)
    for key in _REFERENCES.keys() & values.keys():
        values[key] = None if values[key] is None else names[_REFERENCES[key], values[key]]
    if row.supports:
        values["support"] = [names["post", post] + (f":{part}" if part else "") for post, part in row.supports.items()]
    return values


def _is_number(value: str) -> bool:
    return value.replace(".", "", 1).isdecimal()
