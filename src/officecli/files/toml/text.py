"""A TOML file as people write it: its text, what it holds, and where it stops being TOML."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from officecli.errors import BadInput, StorageTrouble
from officecli.files.missing import no_file
from officecli.i18n import N_, _
from officecli.store.disk import reason
from officecli.typed.text import shown

LARGEST = 5_000_000
_WHY = {
    "Invalid statement": N_("this is no line of TOML"),
    "Invalid value": N_("the value is no text in quotation marks, no number, no day, no list, and neither true nor false"),
    "Invalid initial character for a key part": N_("a name stands without its quotation marks, or none does"),
    "Expected '=' after a key in a key/value pair": N_("an equals sign is missing after the name"),
    "Expected ']' at the end of a table declaration": N_("a bracket is missing at the end of the heading"),
    "Expected newline or end of document after a statement": N_("something stands behind the value"),
    "Cannot overwrite a value": N_("this has a value already"),
    "Unclosed array": N_("the list is not closed"),
    "Unterminated string": N_("the text is not closed"),
    "Unescaped '\\' in a string": N_("a backslash stands alone; double it"),
}
"""Why the parser says a file is no TOML → the same in words that are translated; of what stands here not, its own are told."""


def text_of(path: Path, fix: str) -> str:
    """The text of a file; raises NotFound with `fix` where there is none, BadInput or StorageTrouble where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(_("{path} is too large.").format(path=path), fix=fix)
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise no_file(path, fix) from error
    except UnicodeDecodeError as error:
        raise BadInput(_("{path} is not UTF-8 text.").format(path=path), fix=_("Save it as UTF-8 and run the command again.")) from error
    except (OSError, ValueError) as error:
        said = reason(error) if isinstance(error, OSError) else str(error)
        raise StorageTrouble(
            _("{path} cannot be read: {said}.").format(path=path, said=said), fix=_("Check the name and the permissions.")
        ) from error


def tables_of(text: str, name: str) -> dict[str, Any]:
    """What the text of the file called `name` holds, decimals as they are written (33.33 is not to become a float); raises BadInput."""
    try:
        return tomllib.loads(text, parse_float=str)
    except (ValueError, RecursionError) as error:
        raise not_toml(error, text, name) from error


def not_toml(error: Exception, text: str, name: str) -> BadInput:
    """Where the file stops being TOML, with the line itself; quotation marks of a word processor are the usual reason."""
    fix = _('Compare it with the example files; text stands in straight quotation marks, like name = "…".')
    if isinstance(error, RecursionError):
        return BadInput(_("{file} is nested too deeply.").format(file=name), fix=fix)
    place = re.search(r"line (\d+)", str(error))
    number = int(place[1]) if place else text.count("\n") + 1
    line = text.split("\n")[number - 1].strip()
    if re.search("[“”‘’＝「」＂]", line):
        fix = _('Write straight quotation marks and an ASCII equals sign, like name = "…".')
    said = str(error).partition(" (at ")[0]
    said = _(_WHY.get(said, said))
    return BadInput(
        _("{file}, line {line}: this is not valid TOML.").format(file=name, line=number), why=f"{shown(line)}\n{said}" if line else said, fix=fix
    )
