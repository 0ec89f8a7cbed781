"""Which commands there are and what they say of themselves: found by folder, read as text, nothing imported."""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path

from officecli.i18n import N_, _

COMMANDS = Path(__file__).parent / "commands"
REPORTS = Path(__file__).parent.parent / "reports"

SECTIONS = {
    N_("The office"): ("init", "setup", "unit", "rank", "post", "duty", "person", "difficulty", "roster", "config", "db", "demo"),
    N_("Work"): (
        "add",
        "list",
        "show",
        "ack",
        "note",
        "part",
        "submit",
        "close",
        "rate",
        "return",
        "extend",
        "grant",
        "decline",
        "prod",
        "tell",
        "wait",
        "step",
    ),
    N_("Steering"): ("assign", "support", "edit", "suspend", "resume", "cancel", "undo"),
    N_("Routine work and targets"): ("procedure", "generate", "target"),
    N_("Ledgers"): ("import", "export"),
    N_("Discipline"): ("request", "decision", "may", "check", "rule", "waiver", "history", "verify"),
}
"""The order of the help page; a command that is in none of them comes under Reports."""


def names() -> list[str]:
    """Every command's name, in the order of the help page."""
    return [name for group in sections().values() for name in group]


def sections() -> dict[str, list[str]]:
    """The commands by heading."""
    files = {path.stem.strip("_").replace("_", "-") for path in COMMANDS.glob("*.py") if path.stem != "__init__"}
    found = {title: [name for name in listed if name in files] for title, listed in SECTIONS.items()}
    placed = {name for listed in found.values() for name in listed}
    found[N_("Reports")] = sorted((files - placed) | set(reports()))
    return found


def reports() -> tuple[str, ...]:
    """Every report's name; each is a command of its own."""
    return tuple(_report_files())


@lru_cache(maxsize=1)
def _report_files() -> dict[str, Path]:
    """A report's name → its file: one that defines `report()`, wherever in the room it lies; by name."""
    found = {path.stem.replace("_", "-"): path for path in REPORTS.rglob("*.py") if "\ndef report(" in path.read_text(encoding="utf-8")}
    return dict(sorted(found.items()))


def file_of(name: str) -> Path:
    """The file a command stands in; one whose name Python keeps for itself ends in an underscore."""
    if name in reports():
        return _report_files()[name]
    stem = name.replace("-", "_")
    plain = COMMANDS / f"{stem}.py"
    return plain if plain.exists() else COMMANDS / f"{stem}_.py"


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
