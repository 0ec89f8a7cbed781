"""The functions named in an office file: its own list, and what its sections and duties say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from officecli.errors import BadInput
from officecli.files.office.content import Entry, OfficeFile
from officecli.files.toml.problems import Problems
from officecli.i18n import _, listed, sentences
from officecli.model.codes import FUNCTIONS
from officecli.model.names import name_key
from officecli.near import did_you_mean
from officecli.typed.office.functions import function_meant, named_function
from officecli.typed.text import shown


def settle_functions(file: OfficeFile, problems: Problems) -> None:
    """Put the code, or the name in the office's own list, in place of every word for a function; note those that are none."""
    known = _own_list(file, problems)
    for table, key in (("unit", "functions"), ("duty", "function")):
        for entry in file.tables[table]:
            said = entry.values.get(key)
            if isinstance(said, list):
                meant = {_meant(entry, key, one, known, problems) for one in said}
                entry.values[key] = [name for name in known if name in meant]
            elif said:
                entry.values[key] = _meant(entry, key, said, known, problems)


def refuse_unknown_functions(file: OfficeFile, own: Sequence[str], problems: Problems) -> None:
    """Note every function of a file without a list that is not in `own`, the list the office has already."""
    for entry, key, said in _named(file):
        if said not in own:
            problems.add(
                (entry.table, entry.index, key),
                _("“{function}” is none of the office's functions: {known}.").format(function=shown(said), known=listed(own)),
                _("Name one of them, or write the list into the file: [office] functions = […]"),
            )


def _own_list(file: OfficeFile, problems: Problems) -> Sequence[str]:
    if "functions" not in file.office:
        return FUNCTIONS
    own: list[str] = []
    for text in file.office.pop("functions"):
        try:
            own.append(named_function(text))
        except BadInput as error:
            problems.take(("office", "functions"), error)
    keys = [name_key(name) for name in own]
    for name in (name for number, name in enumerate(own) if keys.index(keys[number]) < number):
        problems.add(("office", "functions"), _("“{name}” stands twice.").format(name=shown(name)), _("Leave one."))
    file.functions = own
    return own or FUNCTIONS


def _meant(entry: Entry, key: str, said: str, known: Sequence[str], problems: Problems) -> str:
    found = function_meant(said, known)
    if found is None:
        own = _("The office names its own in [office]: {line}").format(line='functions = ["…"]')
        problems.add(
            (entry.table, entry.index, key),
            _("“{key}” does not take “{value}”.").format(key=key, value=shown(said)),
            sentences([did_you_mean(said, known), own]),
        )
    return found or said


def _named(file: OfficeFile) -> Iterator[tuple[Entry, str, str]]:
    for entry in file.tables["unit"]:
        yield from ((entry, "functions", said) for said in entry.values.get("functions", []))
    for entry in file.tables["duty"]:
        if entry.values.get("function"):
            yield entry, "function", entry.values["function"]
