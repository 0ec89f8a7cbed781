"""The error of a command line that lacks something, or has too much: it carries the whole line that is meant."""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.near import line_asked as did_you_mean

__all__ = ["NotSoTyped", "NotWhole", "did_you_mean", "for_example"]


class NotSoTyped(BadInput):
    """A command line that is not typed so: every line of its advice that ends with a command is one for whoever typed it."""


class NotWhole(NotSoTyped):
    """A command line that lacks something, or has too much: `line` is how it is typed, with an example of what is missing."""

    def __init__(self, what: str, advice: str, line: str) -> None:
        super().__init__(what, fix=advice.format(command=line))
        self.line = line


def for_example() -> str:
    """What stands before a line that is one of many."""
    return _("For example: {command}")
