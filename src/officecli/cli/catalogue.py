"""Which commands there are and what they say of themselves: found by folder, read as text, nothing imported."""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path

from officecli.i18n import N_, _

COMMANDS = Path(__file__).parent / "commands"
REPORTS = Path(__file__).parent.parent / "reports"

SECTIONS = {
    "office": (N_("The office"), "init setup unit rank post duty person difficulty roster config db demo"),
    "work": (N_("Work"), "add list show ack note part submit close rate return extend grant decline prod tell wait step"),
    "steering": (N_("Steering"), "assign support edit suspend resume cancel undo"),
    "routine": (N_("Routine work and targets"), "procedure generate target"),
    "ledgers": (N_("Ledgers"), "import export"),
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
        here = {name for name, path in _command_files().items() if path.parent.name == folder}
        if folder == "reports":
            here |= set(reports()) - elsewhere
        first = order.split()
        found[title] = [*first, *sorted(here - set(first))]
    return found


@lru_cache(maxsize=1)
def _command_files() -> dict[str, Path]:
    """A command's name → its file; one whose name Python keeps for itself ends in an underscore."""
    return {path.stem.strip("_").replace("_", "-"): path for path in COMMANDS.glob("*/*.py") if path.stem != "__init__"}


def reports() -> tuple[str, ...]:
    """Every report's name; each is a command of its own."""
    return tuple(_report_files())


@lru_cache(maxsize=1)
def _report_files() -> dict[str, Path]:
    """A report's name → its file: one that defines `report()`, wherever in the room it lies; by name."""
    found = {path.stem.replace("_", "-"): path for path in REPORTS.rglob("*.py") if "\ndef report(" in path.read_text(encoding="utf-8")}
    return dict(sorted(found.items()))


def file_of(name: str) -> Path:
    """The file a command stands in."""
    return _report_files().get(name) or _command_files()[name]


def module_of(name: str) -> str:
    """The module a command stands in, as it is imported."""
    return ".".join(("officecli", *file_of(name).relative_to(COMMANDS.parent.parent).with_suffix("").parts))


def summary(name: str) -> str:
    """The first line of a command's help, still in English."""
    return docstring(file_of(name)).partition("\n")[0]


def docstring(file: Path) -> str:
    """The docstring of a module, without importing it; only that much of it is parsed, since the help page wants seventy."""
    text = file.read_text(encoding="utf-8")
    end = text.find('"""', 3) + 3 if text.startswith('"""') else 0
    return ast.get_docstring(ast.parse(text[:end])) or ""


def help_text(doc: str) -> str:
    """A docstring as help in the reader's language; its first line and the rest are two messages."""
    first, _break, rest = doc.partition("\n")
    return _(first) + ("\n\n" + _(rest.strip()) if rest.strip() else "")
