"""What one heading means, and how a person says what another means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.model.item_fields import COLUMNS, IGNORE
from officecli.near import nearest

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_NOT_A_LETTER = re.compile(r"[^\w%#]|_")
_ASIDE = re.compile(r"(?:必填项?|选填项?|必选|可选|required|optional)$")
_PARTS = re.compile(r"[/|\\\n、&]|及|(?<=[\u3400-\u9fff]) +(?=[A-Za-z])|(?<=[A-Za-z]) +(?=[\u3400-\u9fff])")


def normal(heading: str) -> str:
    """A heading without case, width, spaces, punctuation and `(必填)`, so that equal ones compare equal."""
    plain = _NOT_A_LETTER.sub("", unicodedata.normalize("NFKC", heading).casefold())
    return _ASIDE.sub("", plain) or plain


def _dictionary() -> dict[str, list[tuple[str, bool]]]:
    """Normal heading → the (key, plainly named) it may mean, plain ones first."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for plain in (True, False):
        for key, meaning in COLUMNS.items():
            words = (meaning.words if plain else meaning.loose).split()
            for word in [key, *words] if plain else words:
                meanings = found.setdefault(normal(word), [])
                if key not in {known for known, _plain in meanings}:
                    meanings.append((key, plain))
    return found


KNOWN = _dictionary()
KNOWN[normal("responsible")] = [("lead", True)]  # as a heading it is the lead; the responsible leader's key is the same word


@lru_cache(maxsize=4096)
def meanings(heading: str) -> tuple[tuple[str, bool], ...]:
    """The (key, plainly named) a heading may mean; empty when it is not known."""
    text = unicodedata.normalize("NFKC", heading)
    for form in (text, _BRACKETED.sub("", text)):
        if found := KNOWN.get(normal(form)):
            return tuple(found)
    parts = [KNOWN.get(normal(part), []) for part in _PARTS.split(_BRACKETED.sub("", text)) if normal(part)]
    first = {part[0][0] for part in parts if part}
    if len(parts) < 2 or not all(parts):
        return ()
    if first == {"lead", "unit"}:
        return (("lead", True),)
    return tuple(parts[0]) if len(first) == 1 else ()


def parse_mapping(options: Sequence[str]) -> dict[str, str]:
    """`heading=column` options as {heading: key}; the column may be a key, or its word in either language, or `ignore`."""
    mapping: dict[str, str] = {}
    for option in options:
        heading, equals, column = option.rpartition("=")
        if not equals or not heading.strip() or not column.strip():
            raise BadInput(_("“{option}” does not say which column a heading means.").format(option=option), fix=mapping_example())
        mapping[heading.strip()] = column_key(column.strip())
    return mapping


def column_key(column: str) -> str:
    """The key of a column named by its key or by a word in either language; `ignore` for a heading to leave out."""
    if column in COLUMNS:
        return column
    if column.lower() in IGNORE:
        return "ignore"
    if found := meanings(column):
        return found[0][0]
    known = listed(nearest(column.lower(), COLUMNS, 3) or COLUMNS)
    raise BadInput(_("A ledger has no column “{column}”.").format(column=column), fix=_("Columns are: {columns}.").format(columns=known))


def mapping_example(heading: str = "主要工作", key: str = "title") -> str:
    """How to name a heading on the command line."""
    return _("Name it: --map “{heading}={key}”.").format(heading=heading, key=key)
