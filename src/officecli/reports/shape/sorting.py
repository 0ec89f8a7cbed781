"""What somebody typed after --sort."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.errors import BadInput
from officecli.i18n import _, in_brackets, listed
from officecli.near import asked_back, nearest
from officecli.reports.shape.chosen import folded
from officecli.reports.shape.report import Column
from officecli.store.read.reader import Row


def sort_key(typed: str, headings: Mapping[str, Sequence[str]]) -> tuple[str, bool]:
    """The key of `headings` that was typed, itself or as one of its headings, and whether a `-` turns the order round; "" for none of them."""
    text = folded(typed)
    down = text.startswith("-")
    wanted = text.removeprefix("-").strip()
    as_key = wanted.replace("-", "_").replace(" ", "_")
    if as_key in headings:
        return as_key, down
    return next((key for key, said in headings.items() if wanted in map(folded, said)), ""), down


def columns_said(headings: Mapping[str, str]) -> str:
    """The keys one may type, each with its heading, which does as well, where that is another word; a heading of the reader's language goes first."""
    return listed(
        key if key == said else f"{key}{in_brackets(said)}" if said.isascii() else f"{said}{in_brackets(key)}" for key, said in headings.items()
    )


def columns_meant(typed: str, headings: Mapping[str, str]) -> str:
    """What to type in place of a word that is no column: the nearest, by its key or its heading, else all there are."""
    sign, word = ("-", folded(typed)[1:]) if typed.startswith("-") else ("", folded(typed))
    near = nearest(word, {folded(one): key for key, said in headings.items() for one in (key, said)})
    return asked_back(sign + near[0]) if near else _("It takes one of: {choices}.").format(choices=columns_said(headings))


def words_of(typed: str) -> list[str]:
    """The columns that were typed, joined by commas."""
    return [word for part in typed.replace("，", ",").replace("、", ",").split(",") if (word := part.strip())]


def sorted_rows(rows: list[Row], sort: str, columns: Sequence[Column]) -> list[Row]:
    """The rows by the columns that were typed, as they are where none was; empty values come last either way. Raises BadInput for no such column."""
    for word in reversed(words_of(sort)):  # the last one first: a sort keeps what stood before among equals
        rows = _sorted_by(rows, word, columns)
    return rows


def _sorted_by(rows: list[Row], sort: str, columns: Sequence[Column]) -> list[Row]:
    key, down = sort_key(sort, {column.key: (column.label,) for column in columns})
    if not key:
        raise BadInput(
            _("This cannot be sorted by “{key}”.").format(key=sort.removeprefix("-")[:40]),
            fix=columns_meant(sort, {column.key: column.label for column in columns}),
        )
    there = [row for row in rows if row[key] is not None]
    if any(column.kind == "amount" for column in columns if column.key == key):  # decimals as text
        from decimal import Decimal  # few lists need it

        there.sort(key=lambda row: Decimal(row[key]), reverse=down)
    else:
        there.sort(key=lambda row: row[key], reverse=down)
    return there + [row for row in rows if row[key] is None]
