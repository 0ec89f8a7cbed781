"""Keep the translations whole: `--update` merges new messages into every .po file, `--check` fails on what is missing.

Messages are the strings in `_()`, `N_()` and `ngettext()`, the docstrings of the command modules (they are the help),
and typer's own help words, read from the installed typer.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "officecli"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
NAMED = re.compile(r"\{(\w+)[^{}]*\}|%\((\w+)\)")
UNNAMED = re.compile(r"\{[:!]?[^{}\w]*\}")


def help_of(module: Path) -> list[str]:
    """The messages a command module's docstring holds: its first line, and the rest if there is any."""
    documentation = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    first, _newline, rest = documentation.partition("\n")
    return [text for text in (first.strip(), rest.strip()) if text]


def hidden(source: Path = SOURCE) -> list[str]:
    """Messages inside an f-string, which are not found there before Python 3.12: they would never be translated."""
    calls = [
        f"{module.relative_to(source)}:{call.lineno}"
        for module in sorted(source.rglob("*.py"))
        for text in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
        if call.args and isinstance(call.args[0], ast.Constant)
    ]
    return sorted(set(calls))


def unplain(source: Path = SOURCE) -> list[str]:
    """Messages that are worked out from something with a text in it, `_(COLUMNS["due"].label)`: some releases of Babel take that text for the message."""
    calls = [
        f"{module.relative_to(source)}:{call.lineno}"
        for module in sorted(source.rglob("*.py"))
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
        for message in call.args[: len(KEYWORDS[call.func.id] or "1")]
        if not isinstance(message, ast.Constant)
        if any(isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value for part in ast.walk(message))
    ]
    return sorted(set(calls))


def messages(source: Path = SOURCE) -> Iterator[tuple[str | tuple[str, ...], str]]:
    """Every message with the file that says it."""
    for name, _line, message, _comments, _context in extract_from_dir(source, [("**.py", "python")], keywords=KEYWORDS):
        yield message, f"{source.name}/{Path(name).as_posix()}"
    reports = [module for module in (source / "reports").rglob("[!_]*.py") if "\ndef report(" in module.read_text(encoding="utf-8")]
    for module in sorted([*(source / "cli" / "commands").rglob("[!_]*.py"), *reports]):
        for text in help_of(module):
            yield text, f"{source.name}/{module.relative_to(source).as_posix()}"
    typer = find_spec("typer")
    if typer is None or typer.origin is None:
        sys.exit("typer is not installed; run `make test` once, it installs what the checks need")
    for module in sorted(Path(typer.origin).parent.rglob("*.py")):
        for _line, message, _comments, _context in extract_from_file("python", module, keywords={"_": None}):
            yield message, "typer"


def template(source: Path = SOURCE) -> Catalog:
    """The catalogue of all messages, untranslated."""
    catalog = Catalog(fuzzy=False)
    for message, place in messages(source):
        catalog.add(message, locations=[(place, 0)])
    return catalog


def placeholders(text: str) -> tuple[set[str], int]:
    """The names a text fills in, and how many unnamed blanks it has."""
    return {brace or percent for brace, percent in NAMED.findall(text)}, len(UNNAMED.findall(text))


def forms(text: str | Sequence[str] | None) -> list[str]:
    """The singular and plural forms of a text, or the one it has."""
    return [text] if isinstance(text, str) else list(text or [""])


def fault(message: Message) -> str:
    """What is wrong with a translation, or nothing."""
    if not all(forms(message.string)):
        return "not translated"
    if message.fuzzy:
        return "marked fuzzy"
    wanted = placeholders(forms(message.id)[-1])
    return next((f"placeholders differ in {form!r}" for form in forms(message.string) if placeholders(form) != wanted), "")


def load(file: Path) -> Catalog:
    """The catalogue in a .po file."""
    with file.open("rb") as po:
        return read_po(po, locale=file.parts[-3], abort_invalid=True)


def faults(catalog: Catalog, wanted: Catalog) -> list[str]:
    """Everything that keeps `catalog` from saying all that is `wanted`, and no more."""
    found = []
    for message in wanted:
        translated = catalog.get(message.id)
        problem = "missing; run `make messages`" if translated is None else fault(translated)
        if message.id and problem:
            found.append(f"{message.id!r}: {problem}")
    kept = {message.id for message in catalog} | set(catalog.obsolete)
    return found + [f"{left!r}: no longer in the source; run `make messages`" for left in sorted(kept - {m.id for m in wanted}, key=str)]


def update(file: Path, wanted: Catalog) -> None:
    """Bring `file` up to date: new messages come in untranslated, those no longer said go, the header stays as it is."""
    header = file.read_text(encoding="utf-8").partition("\n\n")[0]
    catalog = load(file)
    catalog.update(wanted, no_fuzzy_matching=True)
    body = io.BytesIO()
    write_po(body, catalog, width=120, omit_header=True, no_location=True, sort_output=True, ignore_obsolete=True)
    file.write_text(f"{header}\n\n{body.getvalue().decode().strip()}\n", encoding="utf-8")


def main() -> int:
    """Do what the command line asks and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="fail if a message is missing, wrong or obsolete")
    what.add_argument("--update", action="store_true", help="merge what the source says into the .po files")
    options = parser.parse_args()
    wanted = template()
    found = 0
    for place in hidden():
        found += 1
        print(f"{place}: a message inside an f-string is not found; take it out")
    for place in unplain():
        found += 1
        print(f"{place}: a message worked out from another text may be taken for that text; name it first, and translate the name")
    for file in sorted((SOURCE / "locale").glob("*/LC_MESSAGES/officecli.po")):
        if options.update:
            update(file, wanted)
        for problem in faults(load(file), wanted):
            found += 1
            print(f"{file.relative_to(ROOT)}: {problem}")
    print(f"{len(wanted)} messages, {found} to see to in all languages")
    return 1 if options.check and found else 0


if __name__ == "__main__":
    sys.exit(main())
