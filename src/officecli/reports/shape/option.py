"""An option that only one report has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """`name` is the keyword of the report's function and, with dashes, the flag; the default's type (str, int, bool) is the option's."""

    name: str
    help: str
    default: str | int | bool = ""
    choices: tuple[str, ...] = ()
