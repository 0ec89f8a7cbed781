"""The error of a command line that lacks something, or has too much: it carries the whole line that is meant."""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.near import line_asked


class NotWhole(BadInput):
    """A command line that lacks something, or has too much: `line` is how it is typed, with an example of what is missing."""

    def __init__(self, what: str, line: str, advice: str = "") -> None:
        super().__init__(what, fix=(advice or line_asked()).format(command=line))
        self.line = line


def for_example() -> str:
    """What stands before a line that is one of many."""
    return _("For example: {command}")
