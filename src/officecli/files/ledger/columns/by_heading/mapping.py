"""How a person says what a heading means: --map "heading=column", or `heading:word=state` for a word under that of the states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.meaning import first_key, normal
from officecli.files.ledger.columns.by_heading.meant import ANY_NUMBER
from officecli.i18n import _, language, listed
from officecli.model.item_fields import COLUMNS, IGNORE, LABEL
from officecli.near import nearest
from officecli.patterns import pattern
from officecli.typed.codes import code_meant
from officecli.typed.items.states import STATES

_AGAIN = pattern(r" \(\d{1,3}\)$")


class Mapped(dict[str, str]):
    """What was said of headings, {heading: key}; `words` is what was said of words under the state's heading, small letters → code."""

    words: dict[str, str]

    def __init__(self) -> None:
        super().__init__()
        self.words = {}


def with_meant(mapping: Mapping[str, str], meant: Mapping[str, str]) -> Mapping[str, str]:
    """What was said of headings, and of others what those that were put there mean."""
    if not meant:
        return mapping
    both = Mapped()
    both.update({**meant, **mapping})
    both.words.update(mapping.words if isinstance(mapping, Mapped) else {})
    return both


def parse_mapping(options: Sequence[str]) -> Mapped:
    """`heading=column` options as {heading: key}; the column may be a key, or its word in either language, `label` or `ignore`.

    `heading:word=state` says what a word of the state's column means.
    """
    mapping = Mapped()
    for option in options:
        heading, equals, column = option.rpartition("=")
        if not equals or not heading.strip() or not column.strip():
            raise BadInput(
                _("“{option}” does not say which column a heading means.").format(option=option), fix=mapping_example(option.strip(" =") or "…")
            )
        _state, colon, word = heading.rpartition(":")
        code = code_meant(column.strip(), STATES, "status", whole=True) if colon and word.strip() else None
        if code:
            mapping.words[word.strip().casefold()] = "open" if code == "registered" else code
        else:
            mapping[heading.strip()] = column_key(column.strip())
    return mapping


def column_key(column: str) -> str:
    """The key of a column named by its key or by a word in either language; `ignore` for a heading to leave out."""
    if column in COLUMNS:
        return column
    if column.lower() in IGNORE:
        return "ignore"
    if column.lower() in LABEL:
        return "label"
    if key := first_key(column):
        return key
    known = listed(map(column_said, nearest(column.lower(), COLUMNS, 3) or COLUMNS))
    raise BadInput(_("A ledger has no column “{column}”.").format(column=column), fix=_("Columns are: {columns}.").format(columns=known))


def column_said(key: str) -> str:
    """What --map takes for a column, in the reader's language: `title` · 事项."""
    words = COLUMNS[key].words if key in COLUMNS else " ".join({"ignore": IGNORE, "label": LABEL}[key])
    return next((word for word in words.split() if not word.isascii()), key) if language() == "zh" else key


def mapping_example(heading: str) -> str:
    """How to name a heading on the command line."""
    return _('Name it: --map "{heading}={key}"').format(heading=heading, key=column_said("title"))


def said_of(mapping: Mapping[str, str], texts: Sequence[str], place: int) -> str | None:
    """What was said of a heading, `mapping` by normal headings; what leaves out or keeps the first of several that are the same does so with all."""
    if key := mapping.get(normal(texts[place])):
        return key
    first = _AGAIN.sub("", texts[place])
    key = mapping.get(normal(first)) if first != texts[place] and first in texts else None
    return key if key in ("ignore", "label", *ANY_NUMBER) and not any(normal(f"{first} ({number})") in mapping for number in range(2, 10)) else None
