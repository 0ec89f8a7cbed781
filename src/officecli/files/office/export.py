"""Writes the office back as the TOML file that describes it; reading that file changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from officecli.files.office import kept as store
from officecli.files.office.kept import Kept
from officecli.files.office.shapes import TABLES
from officecli.files.toml.text import as_toml
from officecli.i18n import N_, _
from officecli.store.read.reader import Reader
from officecli.typed.office.functions import own_functions

_TITLES = {
    "rank": N_("Ranks: the same level is “the same rank”, whatever the name"),
    "unit": N_("Units; nature is service, writing or efficiency"),
    "post": N_("Posts; where several units have the same title, write unit/title"),
    "duty": N_("Duties of the posts"),
    "emergency": N_("Kinds of emergency the office is ready for"),
    "person": N_("People"),
}
_DEFAULTS: dict[str, Any] = {"seats": 1, "registrar": False}
_BLANKS = {"text": '"…"', "lines": '"…"', "texts": '["…"]'}
"""What stands for a value where a table has no row yet: the form to fill in."""
LONGEST = 100  # characters of a list on one line
_HEAD = N_("Change this file and run: officecli setup FILE. Only what differs is applied.")
_DAYS = N_("The office's own days, besides the public holidays")
_THRESHOLDS = N_("What is not set here has its default.")


def export(read: Reader) -> str:
    """The whole office in use as TOML, without people who left and what is retired; a table with no row is a form to fill in, as comments."""
    return "\n".join(_lines(read)) + "\n"


def _lines(read: Reader) -> Iterator[str]:
    office = read.office
    yield f"# {_line(office['name'])}"
    yield f"# {_(_HEAD)}"
    yield ""
    yield "[office]"
    yield from (f"{name} = {as_toml(office[name])}" for name in ("name", "region", "language", "timezone"))
    if own := own_functions(read):
        yield f"functions = {as_toml(list(own))}"
    there = {table: [row for row in rows.values() if not row.retired] for table, rows in store.kept(read).items()}
    names = _names(there)
    for table, rows in there.items():
        yield from ("", f"# {_(_TITLES[table])}")
        if not rows:
            yield from ("#", f"# [[{table}]]", *(f"# {name} = {_BLANKS.get(key.kind, '…')}" for name, key in TABLES[table].items()))
        for row in _upper_first(rows):
            yield from ("", f"[[{table}]]")
            for key, value in _values(row, names):
                yield from _assigned(key, value)
    yield from ("", f"# {_(_DAYS)}", "", "[calendar]")
    for name, working in (("closed", False), ("working", True)):
        days = [date.fromisoformat(day) for day in store.days(read, working=working)]
        yield from _assigned(name, days)
    yield f"hours = {as_toml(office['hours'])}"
    yield from ("", f"# {_(_THRESHOLDS)}", "", "[settings]")
    yield from (f"{as_toml(name)} = {value if _is_number(value) else as_toml(value)}" for name, value in read.stored_settings.items())


def _names(there: dict[str, list[Kept]]) -> dict[tuple[str, int], str]:
    """How each row is written where another refers to it: a post alone where its title is, else as unit/title."""
    titles = [row.key[-1] for row in there["post"]]
    names = {(row.table, row.id): row.label for rows in there.values() for row in rows}
    for post in there["post"]:
        if titles.count(post.key[-1]) == 1:
            names["post", post.id] = str(post.values["title"])
    return names


def _upper_first(rows: list[Kept]) -> list[Kept]:
    """In the order in which they were made, but each after the one it stands under."""
    by_id = {row.id: row for row in rows}
    ordered: dict[int, Kept] = {}
    for row in rows:
        way = [row]
        while (above := by_id.get(way[-1].values.get("parent") or way[-1].values.get("reports_to") or 0)) and above.id not in ordered:
            way.append(above)
        ordered.update((one.id, one) for one in reversed(way))
    return list(ordered.values())


def _values(row: Kept, names: dict[tuple[str, int], str]) -> Iterator[tuple[str, Any]]:
    """The keys of one table with their values, in the order of the file format; defaults are not written."""
    for key in TABLES[row.table]:
        value = row.values.get(key)
        if key == "support":
            value = [names["post", post] + (f":{part}" if part else "") for post, part in row.supports.items()]
        elif key in ("may", "may_not", "how", "degree") and value and "\n" in value:
            value = value.split("\n")
        elif key == "joined" and value:
            value = date.fromisoformat(value)
        elif key in ("parent", "unit", "rank", "reports_to", "stand_in", "post") and value is not None:
            value = names[{"parent": "unit", "reports_to": "post", "stand_in": "post"}.get(key, key), value]
        if value not in (None, "", []) and value != _DEFAULTS.get(key):
            yield key, value


def _assigned(name: str, value: Any) -> Iterable[str]:
    """A key with its value; a long list has a line for each."""
    line = f"{name} = {as_toml(value)}"
    if not isinstance(value, list) or len(line) <= LONGEST:
        return [line]
    return [f"{name} = [", *(f"    {as_toml(one)}," for one in value), "]"]


def _is_number(value: str) -> bool:
    return value.replace(".", "", 1).isdecimal()


def _line(text: str) -> str:
    """A text that cannot end a comment."""
    return "".join(char if char >= " " and char != "\x7f" else " " for char in text)
