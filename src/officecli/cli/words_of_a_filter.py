"""The words of a filter as one text; and a plain word that nothing has in its text, but that names a case, somebody or a unit, as the filter that is meant."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from typer._click.globals import get_current_context

from officecli.cli.command_classes import ENDINGS
from officecli.cli.signed_words import as_typed
from officecli.errors import BadInput, OfficeError
from officecli.i18n import _
from officecli.model.filter_keys import CASES
from officecli.store.read.reader import Reader
from officecli.typed.office.people import find_person
from officecli.typed.office.units import find_unit


def filter_of(words: Sequence[str]) -> str:
    """The text that words make; raises BadInput for a file's name alone, since nothing would fit it and nobody be told."""
    text = " ".join(map(as_typed, words))
    if ":" not in text and Path(text).suffix.removeprefix(".").lower() in ENDINGS:
        command = get_current_context().command_path
        raise BadInput(
            _("“{name}” is a file's name, and no filter.").format(name=text[:60]),
            fix=_("Name the file with -o: {command} -o {file}").format(command=command, file=shlex.quote(text)),
        )
    return text


def as_filter(read: Reader, typed: str) -> str:
    """The filter that asks for what a word names, `is:overdue`; "" for a word that names nothing."""
    said = typed.strip().casefold()
    case = next((one.name for one in CASES.values() if said in (one.name, *one.words.split())), "")
    if case:
        return f"is:{case}"
    for key, finds in (("unit", find_unit), ("lead", find_person)):
        try:
            if said and finds(read, typed):
                return f"{key}:{typed}" if shlex.quote(typed) == typed or typed.isalnum() else shlex.quote(f'{key}:"{typed}"')
        except OfficeError:
            continue
    return ""
