"""The office's functions: its own list, or advising, administering and serving."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.codes import FUNCTIONS
from officecli.store.read.reader import Reader
from officecli.typed.codes import check_code, code_meant
from officecli.typed.office.names import checked_name


def own_functions(read: Reader) -> tuple[str, ...]:
    """The office's own list, empty where it has none."""
    return tuple(row["name"] for row in read.rows("SELECT name FROM office_function WHERE retired = 0 ORDER BY id"))


def functions(read: Reader) -> tuple[str, ...]:
    """The functions of the office: its own list, else those every office has."""
    return own_functions(read) or FUNCTIONS


def check_function(read: Reader, typed: str) -> str | None:
    """The function that somebody typed after --function, None for ""; raises BadInput with the office's list."""
    return check_code(typed, functions(read), "--function") if typed.strip() else None


def named_function(text: str) -> str:
    """A function of an office's own list as it is kept; one that every office may have becomes its code, so that each language has its word for it."""
    name = checked_name(text)
    if "," in name:
        raise BadInput(_("The function “{name}” holds a comma, which joins functions.").format(name=name), fix=_("Write it without."))
    return code_meant(name, FUNCTIONS, "function", whole=True) or name


def function_meant(typed: str, known: Sequence[str]) -> str | None:
    """The function among `known` that a code or a word in any language means."""
    return code_meant(typed, known, "function", whole=True)
