"""An office file that has been read: every name in it leads to the entry it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from officecli.files.toml.lines import Lines
from officecli.files.toml.tables import FoundTable
from officecli.model.names import name_key


@dataclass(eq=False, slots=True)
class Entry:
    """One `[[table]]`: `values` by key, tidied; `refs` are the entries its names mean, `supports` the posts that support a duty, with their parts."""

    table: str
    index: int
    values: dict[str, Any]
    refs: dict[str, Entry] = field(default_factory=dict)
    supports: list[tuple[Entry, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Its own name or title."""
        return str(self.values.get("name") or self.values.get("title") or "")

    @property
    def label(self) -> str:
        """How people call it: a post with its unit."""
        return f"{self.values.get('unit', '')}/{self.name}" if self.table == "post" else self.name

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same one as in the store: names without spaces, width and case."""
        if self.table == "post":
            return name_key(str(self.values.get("unit", ""))), name_key(self.name)
        if self.table == "duty":
            return (*self.refs["post"].key, name_key(self.name)) if "post" in self.refs else (name_key(self.name),)
        return (name_key(self.name),)

    def asked_for(self) -> dict[str, Any]:
        """What it asks for, by key, with defaults; names are the entries they mean. Of what
        commands change too (people, posts' norms, other names) only what is written is there.
        """
        written = {name: self.refs.get(name, value) for name, value in self.values.items()}
        empty = {name: None if value == "" else value for name, value in written.items()}
        match self.table:
            case "unit":
                return {"parent": None, "functions": [], **empty}
            case "post":
                return {"reports_to": None, "stand_in": None, "seats": 1, "extension_days": None, **empty}
            case "duty":
                empty.pop("support", None)
                return {"function": None, "kind": None, "nature": None, **empty}
            case "body":
                return {name: value if name in {"follow_up", "aliases"} else value or "" for name, value in empty.items()}
            case _:
                return empty


@dataclass(slots=True)
class OfficeFile:
    """The whole file. `inferred_ladder` names the ranks, the highest first, where the file gives none a level. `closed`
    and `working` are None where it has no `[calendar]`, `functions` where it has no list of the office's own.
    """

    name: str
    lines: Lines
    office: dict[str, Any] = field(default_factory=dict)
    functions: list[str] | None = None
    closed: list[date] | None = None
    working: list[date] | None = None
    settings: dict[str, str] = field(default_factory=dict)
    tables: dict[str, list[Entry]] = field(default_factory=dict)
    targets: list[FoundTable] = field(default_factory=list)
    inferred_ladder: list[str] = field(default_factory=list)
