"""How it looks: every `as_NAME.py` here is the format NAME of the command line, with `write(report, stream, page)`."""

from __future__ import annotations

from pathlib import Path

PREFIX = "as_"
USUAL = ("table", "csv", "json", "md", "html", "docx", "xlsx", "ics")
"""In the order in which help names them; what is not here follows by name."""

ROW_BY_ROW = ("csv", "json", "xlsx", "ics")
"""Those that write a row and forget it; the others look at all of them first, to see how wide they are."""


def formats() -> tuple[str, ...]:
    """The names of the formats, in alphabetical order; read from the folder, nothing is imported."""
    return tuple(
        sorted(file.stem.removeprefix(PREFIX) for file in Path(__file__).parent.iterdir() if file.name.startswith(PREFIX) and file.suffix == ".py")
    )


def choices() -> str:
    """The formats as help shows them: `table|csv|json`."""
    known = formats()
    return "|".join([*USUAL, *(name for name in known if name not in USUAL)])
