"""What somebody typed after --sort."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from operator import itemgetter

from officecli.errors import BadInput
from officecli.hints import TYPE_CHECKING, Any
from officecli.i18n import _, in_brackets, listed
from officecli.light import dataclass
from officecli.model.filter_keys import KEYS
from officecli.model.item_fields import FIELDS
from officecli.near import asked_back, mistyped
from officecli.reports.shape.chosen import folded
from officecli.reports.shape.report import Column, Kind
from officecli.store.read.reader import Row
from officecli.typed.pinyin import by_sound

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True)
class Sort:
    """One thing that rows are sorted by: the value under this key, of this kind, the other way round where `down`."""

    key: str
    down: bool
    kind: Kind


def sort_key(typed: str, headings: Mapping[str, Sequence[str]]) -> tuple[str, bool]:
    """The key of `headings` that was typed, itself, as one of its headings or as it is
    called elsewhere, and whether a `-` turns the order round; "" for none of them.
    """
    text = folded(typed)
    down = text.startswith("-")
    wanted = text.removeprefix("-").strip()
    as_key = wanted.replace("-", "_").replace(" ", "_")
    if as_key in headings:
        return as_key, down
    return next((key for key, said in headings.items() if wanted in map(folded, said)), "") or _called_elsewhere(wanted, headings), down


def _called_elsewhere(word: str, headings: Collection[str]) -> str:
    """The one of these keys that items' cards, a filter or else a ledger call by this word; "" where they so call none, or several."""
    named = {key for key in headings if key in FIELDS and word == folded(_(FIELDS[key].label))}
    asked = {at for key in KEYS.values() if word in (key.name, *key.words.casefold().split()) for at in (key.asks, key.name) if at in headings}
    found = named or asked or {key for key in headings if _heads(word, key)}
    return found.pop() if len(found) == 1 else ""


def columns_said(headings: Mapping[str, str]) -> str:
    """The keys one may type, each with its heading, which does as well, where that is another word; a heading of the reader's language goes first."""
    return listed(
        key if key == said else f"{key}{in_brackets(said)}" if said.isascii() else f"{said}{in_brackets(key)}" for key, said in headings.items()
    )


def columns_meant(typed: str, headings: Mapping[str, str]) -> str:
    """What to type in place of a word that is no column: the one that begins so or of which it is mistyped, by its key or its heading, else all there are."""
    sign, word = ("-", folded(typed)[1:]) if typed.startswith("-") else ("", folded(typed))
    known = {folded(one): key for key, said in headings.items() for one in (said, key)}
    begun = list({key: said for said, key in known.items() if said.startswith(word)}.values())
    near = begun if len(begun) == 1 else mistyped(word, known)
    if not near:
        return _("It takes one of: {choices}.").format(choices=columns_said(headings))
    heading = headings[known.get(folded(near[0]), near[0])]
    return asked_back(sign + (near[0] if heading.isascii() else heading))  # in Chinese the heading, which does as well


def _heads(word: str, key: str) -> bool:
    """Whether a ledger heads the field of this key by the word."""
    ledger = FIELDS[key].ledger if key in FIELDS else None
    return ledger is not None and word.replace(" ", "-") in f"{ledger.words} {ledger.loose}".casefold().split()


def words_of(typed: str) -> list[str]:
    """The columns that were typed, joined by commas."""
    return [word for part in typed.replace("，", ",").replace("、", ",").split(",") if (word := part.strip())]


def sorted_rows(rows: list[Row], sort: str, columns: Sequence[Column], by: Mapping[str, str] = {}) -> list[Row]:
    """The rows by the columns that were typed, as they are where none was; empty values come last either way. Raises BadInput for no such column.

    A column whose own values say nothing of its order is sorted `by` the numbers under another key.
    """
    return sorted_by(rows, [_sort(word, columns, by) for word in words_of(sort)])


def sorted_by(rows: Sequence[Row], sorts: Sequence[Sort]) -> list[Row]:
    """The rows by these, as they are among equals; empty values come last either way."""
    found = list(rows)
    for one in reversed(sorts):  # the last one first: a sort keeps what stood before among equals
        there = [row for row in found if row[one.key] is not None]
        there.sort(key=_value(one), reverse=one.down)
        found = there + [row for row in found if row[one.key] is None]
    return found


def _sort(word: str, columns: Sequence[Column], by: Mapping[str, str]) -> Sort:
    key, down = sort_key(word, {column.key: (column.label,) for column in columns})
    if not key:
        raise BadInput(
            _("This cannot be sorted by “{key}”.").format(key=word.removeprefix("-")[:40]),
            fix=columns_meant(word, {column.key: column.label for column in columns}),
        )
    if key in by:
        return Sort(by[key], down, "integer")
    return Sort(key, down, next(column.kind for column in columns if column.key == key))


def _value(one: Sort) -> Callable[[Row], Any]:
    value = _VALUE.get(one.kind)
    return (lambda row: value(row[one.key])) if value else itemgetter(one.key)


def _amount(text: str) -> Decimal:
    from decimal import Decimal  # few lists need it

    return Decimal(text)


_VALUE: dict[Kind, Callable[[str], str | Decimal]] = {"text": by_sound, "amount": _amount}
"""What a value of a kind is sorted by, where that is not itself; an amount is kept as text."""
