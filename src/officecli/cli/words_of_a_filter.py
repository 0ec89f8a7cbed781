"""The words of a filter as one text; and a plain word that nothing has in its text, but that names a case, somebody or a unit, as the filter that is meant."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from typer._click.globals import get_current_context

from officecli.cli.command_classes import ENDINGS
from officecli.cli.signed_words import as_typed
from officecli.errors import BadInput, OfficeError
from officecli.i18n import _, language
from officecli.model.filter_keys import CASES, KEYS, Case, Key
from officecli.patterns import pattern
from officecli.reports.shape.report import Report
from officecli.store.read.reader import Reader
from officecli.typed.office.people import find_person
from officecli.typed.office.units import find_unit

_IS_ONE_WORD = pattern(r"[\w./-]+")
"""What no shell takes apart."""


def filter_of(words: Sequence[str]) -> str:
    """The text that words make; raises BadInput for a file's name alone, since nothing would fit it and nobody be told."""
    text = " ".join(map(as_typed, words))
    if ":" not in text and Path(text).suffix.removeprefix(".").lower() in ENDINGS:
        command = get_current_context().command_path
        raise BadInput(
            _("“{name}” is a file's name, and no filter.").format(name=text[:60]),
            fix=_("Name the file with -o: {command} -o {file}").format(
                command=command, file=text if _IS_ONE_WORD.fullmatch(text) else shlex.quote(text)
            ),
        )
    return text


def as_filter(read: Reader, typed: str) -> str:
    """The filter that asks for what a word names, `is:overdue`, in the reader's language; "" for a word that names nothing."""
    said = typed.strip().casefold()
    if case := next((one for one in CASES.values() if said in (one.name, *one.words.split())), None):
        return f"{_in_words(KEYS['is'])}:{_in_words(case)}"
    for key, finds in (("unit", find_unit), ("lead", find_person)):
        try:
            if said and finds(read, typed):
                name = _in_words(KEYS[key])
                return f"{name}:{typed}" if _IS_ONE_WORD.fullmatch(typed) else shlex.quote(f'{name}:"{typed}"')
        except OfficeError:
            continue
    return ""


def advised(read: Reader, report: Report, typed: str) -> Report:
    """The report; where nothing fits what was typed, with the filter that may have been meant."""
    if report.total or not typed or not (meant := as_filter(read, typed)):
        return report
    command = f"{get_current_context().command_path} {meant}"
    return replace(report, notes=(_("Did you mean {name}?").format(name=command), *report.notes))


def _in_words(one: Key | Case) -> str:
    """What is typed for it: its first Chinese word where Chinese is read."""
    return one.words.split()[0] if language() == "zh" else one.name
