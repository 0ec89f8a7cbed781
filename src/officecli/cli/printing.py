"""Plain sentences and plain data on the screen."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from officecli.cli import session
from officecli.errors import BadInput
from officecli.formats.out.page import page_for
from officecli.formats.out.safe import safe
from officecli.formats.out.standard_output import standard_output
from officecli.formats.terminal.wrap import wrapped
from officecli.hints import Any
from officecli.i18n import _


def write_lines(lines: Iterable[str]) -> None:
    """Write sentences a line each; in a window longer ones go on under their first line, words whole. Lines they tell are of the store that was named."""
    if session.current.everywhere:
        from officecli.cli.meant.typed_again import kept  # few name one

        lines = (kept(line, own=False) for line in lines)
    with standard_output() as stream:
        cells = page_for(stream).width
        for line in map(safe, lines):
            text = line.lstrip(" ")
            margin = " " * (len(line) - len(text))
            stream.write(wrapped(text, cells, first=margin, indent=margin + "  ") + "\n")


def write_json(found: Any) -> None:
    """Write plain data as JSON, with the version of what programs read; of several things each has it."""
    import json

    from officecli.formats.as_json import SCHEMA

    said = [{"schema": SCHEMA, **one} for one in found] if isinstance(found, list) else {"schema": SCHEMA, **found}
    with standard_output() as stream:
        json.dump(said, stream, ensure_ascii=False, indent=2)
        stream.write("\n")


def check_text_or_json(format_: str) -> None:
    """Raise BadInput for a format that is neither."""
    if format_ not in ("text", "json"):
        raise BadInput(_("There is no format “{name}”.").format(name=format_[:40]), fix=_("Use one of: {formats}.").format(formats="text, json"))


def is_terminal() -> bool:
    """Whether a person looks at the output."""
    return bool(sys.stdout and sys.stdout.isatty())
