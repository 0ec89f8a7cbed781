"""Which commands there are and what they say of themselves: found by folder, read as text, nothing imported."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from officecli.i18n import N_, _

COMMANDS = Path(__file__).parent / "commands"
LOOKS = Path(__file__).parent / "looks"
REPORTS = Path(__file__).parent.parent / "reports"

SECTIONS = {
    "office": (N_("The office"), "help init setup unit rank post duty person away back body difficulty roster config db schedule completion demo"),
    "work": (N_("Work"), "add list show ack note part submit close rate return reopen extend grant decline prod tell copy seen wait step"),
    "steering": (N_("Steering"), "assign split support edit suspend resume cancel undo redo"),
    "routine": (N_("Routine work and targets"), "procedure generate target"),
    "ledgers": (N_("Ledgers"), "import export meeting"),
    "discipline": (N_("Discipline"), "request decision may check rule waiver history verify"),
    "reports": (N_("Reports"), ""),
}
"""Folder of `commands` → its heading on the help page, and the order of what stands under it; what is not named follows by name.
A report stands under Reports, unless the order of another section names it.
"""


def names() -> list[str]:
    """Every command's name, in the order of the help page."""
    return [name for group in sections().values() for name in group]


def sections() -> dict[str, list[str]]:
    """The commands by heading."""
    elsewhere = {name for _title, order in SECTIONS.values() for name in order.split()}
    found = {}
    for folder, (title, order) in SECTIONS.items():
        here = {name for name, (path,) in _files(COMMANDS).items() if Path(path).parent.name == folder}
        if folder == "reports":
            here |= set(reports()) - elsewhere
        first = order.split()
        found[title] = [*first, *sorted(here - set(first))]
    return found


def reports() -> tuple[str, ...]:
    """Every report's name; each is a command of its own. This reads every file of the room: only help and completion ask for all."""
    return tuple(sorted(name for name in _files(REPORTS) if is_report(name)))


def is_report(name: str) -> bool:
    """Whether a report has this name: a file of it that defines `report()`, wherever in the room it lies."""
    return _report_file(name) is not None


def is_command(name: str) -> bool:
    """Whether there is a command of this name, a report or another."""
    return name in _files(COMMANDS) or is_report(name)


@lru_cache(maxsize=3)
def _files(room: Path) -> dict[str, list[str]]:
    """Name → the files of that name in a room, whole paths; one whose name Python keeps for itself ends in an underscore."""
    found: dict[str, list[str]] = {}
    for folder, folders, files in os.walk(room):  # Path.rglob takes three times as long, and every start waits for it
        folders[:] = [name for name in folders if name != "__pycache__"]
        for file in files:
            if file.endswith(".py") and not file.startswith("__"):
                found.setdefault(file[:-3].strip("_").replace("_", "-"), []).append(f"{folder}{os.sep}{file}")
    return found


@lru_cache(maxsize=128)
def _report_file(name: str) -> Path | None:
    return next((path for path in map(Path, _files(REPORTS).get(name, ())) if b"\ndef report(" in path.read_bytes()), None)


def only_looks(name: str) -> bool:
    """Whether a command says what it takes in `FLAGS`, as those do that only look: so it can be run without Typer."""
    return not is_report(name) and any(b"\nFLAGS = " in Path(file).read_bytes() for file in _files(COMMANDS).get(name, ()))


def is_looked_at(name: str) -> bool:
    """Whether a group of this name has commands that only look, which are told in a file of its own under `looks`."""
    return name in _files(LOOKS)


def file_of(name: str) -> Path:
    """The file a command stands in."""
    return _report_file(name) or Path(_files(COMMANDS)[name][0])


def module_of(name: str) -> str:
    """The module a command stands in, as it is imported."""
    return ".".join(("officecli", *file_of(name).relative_to(COMMANDS.parent.parent).with_suffix("").parts))


def summary(name: str) -> str:
    """The first line of a command's help, still in English."""
    return docstring(file_of(name)).partition("\n")[0]


def begun(word: str) -> list[tuple[str, str]]:
    """The commands whose names begin so, each with the first line of its help in the reader's language."""
    return [(name, _(summary(name))) for name in names() if name.startswith(word)]


def docstring(file: Path) -> str:
    """The docstring of a module, without importing it; only that much of it is parsed, since the help page wants seventy."""
    import ast  # who only runs a command needs none

    text = file.read_text(encoding="utf-8")
    end = text.find('"""', 3) + 3 if text.startswith('"""') else 0
    return ast.get_docstring(ast.parse(text[:end])) or ""


def help_text(doc: str) -> str:
    """A docstring as help in the reader's language; its first line and the rest are two messages."""
    first, _break, rest = doc.partition("\n")
    return _(first) + ("\n\n" + _(rest.strip()) if rest.strip() else "")
