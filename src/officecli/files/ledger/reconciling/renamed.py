"""Which rows may be items under another name: a matter is reworded, a row is split in two, two are put together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from officecli.files.ledger.drafts.draft import Draft
from officecli.files.ledger.drafts.numbering import Register, matter
from officecli.files.ledger.reconciling.plan import Renamed
from officecli.near import slip_of
from officecli.patterns import pattern
from officecli.store.read.reader import Row

_FIGURES = pattern(r"\d+|[一二三四五六七八九十]+")
_YEAR = pattern(r"20\d\d")
_WHICH = pattern(r"[东南西北甲乙丙丁左右男女]")
_WORD = pattern(r"[a-z0-9]+")
_SMALL = frozenset({"the", "an", "of", "for", "to", "and", "on", "in", "at", "with"})
_FEWEST = 4  # characters of a title that may be part of a longer one
_HELD_AGAINST = 20
"""Items of one deadline to which a row is held: where there are more, it says little."""
_TOLD = 3


def akin(title: str, other: str) -> bool:
    """Whether two titles, as in `Matter`, may be one matter reworded; another week's, another round's, is another matter."""
    if _figures(title) != _figures(other):
        return False
    shorter, longer = sorted((title, other), key=len)
    return (len(shorter) >= _FEWEST and shorter in longer) or bool(slip_of(title, [other]))


def _figures(title: str) -> list[str]:
    """The figures of a title, a year by its last two: FY28, FY2028."""
    return [figure[2:] if _YEAR.fullmatch(figure) else figure for figure in _FIGURES.findall(title)]


def _exchanged(title: str, other: str) -> bool:
    """Whether a word of a title stands for one that is not like it: the north gate, the south gate; 东门, 西门."""
    which, another = _WHICH.findall(title), _WHICH.findall(other)
    if which and another and which != another:
        return True
    words, others = ({*_WORD.findall(one.casefold())} - _SMALL for one in (title, other))
    fewer, more = sorted((words - others, others - words), key=len)
    return any(not slip_of(word, more) for word in fewer)


def is_renamed(made: Draft, record: Row, register: Register, in_file: Collection[str]) -> bool:
    """Whether a row with the number of an item has but another name for it: neither is another item called so, nor does another row keep the old name."""
    old = matter(record["title"], "")[0]
    return (
        akin(made.title_key, old)
        and not _exchanged(made.row.title, record["title"])
        and not register.on_record(made.title_key)
        and old not in in_file
    )


def perhaps_renamed(new: Sequence[Draft], gone: Sequence[Row]) -> Iterator[Renamed]:
    """The new rows that may be items gone from the file: of the same lead or the same issue day, with the same deadline, and akin by name."""
    there: dict[Any, list[Row]] = {}
    for row in gone:
        there.setdefault(row["original_due"], []).append(row)
    for made in new if there else ():
        due = made.row.original_due
        near = (
            row for row in there.get(due and due.isoformat(), ())[:_HELD_AGAINST] if _beside(made, row) and akin(made.title_key, row["title_key"])
        )
        for row in islice(near, _TOLD):
            yield Renamed(made.row.row, made.row.title, row["number"], row["title"])


def _beside(made: Draft, row: Row) -> bool:
    return made.people.lead.name == row["lead"] or made.row.says_day("issued", date.fromisoformat(row["issued"]))
