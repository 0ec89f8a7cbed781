"""Which column of a ledger is which, by the headings over them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.mapping import column_said
from officecli.files.ledger.columns.by_heading.meaning import meanings, normal, tells_since_when, told_apart
from officecli.files.ledger.columns.by_heading.meant import ANY_NUMBER
from officecli.files.ledger.columns.by_heading.of_a_time import times_told
from officecli.files.ledger.columns.choosing import Choosing
from officecli.files.ledger.columns.chosen import Chosen, Table
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL, SAMPLE, Contents, Known, look
from officecli.files.ledger.columns.heading_rows import beside_the_ledger, heading_row, title_over
from officecli.files.ledger.columns.hints import listed_headings, unrecognised
from officecli.files.ledger.columns.other_lists import other_lists
from officecli.files.ledger.columns.side_by_side import behind_a_gap
from officecli.files.ledger.sheets.cells import Cell, Row, cell_text
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.words.sums import sums_up
from officecli.i18n import _, listed
from officecli.model.item_fields import COLUMNS
from officecli.typed.text import is_nothing

_NARROW = 4
"""Columns of a table in which a row of two things may be a matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """Where the headings stand and what they mean; places are those of the columns in their rows, from 0."""

    row_number: int
    columns: dict[str, int]
    """Key → place."""
    labels: dict[str, str]
    """Key → heading."""
    more: dict[str, list[int]] = field(default_factory=dict)
    """Further places of a key that has several."""
    kept: dict[int, str] = field(default_factory=dict)
    """Places whose cells are kept as remarks → headings, "" for remarks themselves."""
    labelled: dict[int, str] = field(default_factory=dict)
    """Places whose cells are labels → headings."""
    own_words: frozenset[str] = frozenset()
    """Keys under which words that are no code's are labels too."""
    plain: frozenset[str] = frozenset()
    """Keys that are plainly named."""
    tasks: tuple[int, ...] = ()
    """The places of the task that the matter is a measure of, and of what that is a part of, the widest first."""
    strikes_off: int | None = None
    """The place of the state of striking off, which alone closes."""
    counts: int | None = None
    """The place of the running number."""
    times: dict[int, int] = field(default_factory=dict)
    """Places of headings that say the same of several times → 0 for the last, -1 for the one before …"""
    stated_on: int | None = None
    """The place of the day since which the state is what it is."""
    aside: frozenset[int] = frozenset()
    """Places of the columns of another table that stands beside this one."""
    over_matter: str = ""
    """What stands over the matter's heading and its neighbours: 下周工作计划."""
    ends_dated: bool = False
    """Whether whatever the states call closed has its day."""
    texts: tuple[str, ...] = ()
    """All headings by place."""
    unused: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def find_headings(
    rows: Sequence[SheetRow],
    mapping: Mapping[str, str],
    known: Known = Known(),
    *,
    lead: bool = False,
    plan: bool = False,
) -> tuple[Headings, int]:
    """The headings, and the index in `rows` of the first row after them; BadInput when matter or lead is not among them.

    `known` is what tells people and past days; `lead` that somebody leads what names nobody, so that no heading need do so; `plan`
    that the table plans ahead, so that its one day is a deadline.
    """
    index, texts = heading_row(rows, mapping)
    sample = rows[index + 1 : index + 1 + SAMPLE]
    texts = [
        *texts,
        *[""] * (max((len(row.cells) for row in sample if not row.banner), default=0) - len(texts)),
    ]  # a workbook's row ends with its last cell
    body = _body([row for row in sample if not _repeats(row.cells, texts)], len(texts))
    above = [[cell_text(cell) for cell in row.cells] for row in rows[:index]]
    aside = beside_the_ledger(rows, index) or behind_a_gap(above, texts, body) or other_lists(texts, body, mapping)
    texts = told_apart([f"{aside[place]} · {text}" if place in aside else text for place, text in enumerate(texts)])
    _check_mapping(texts, mapping)
    under = [look([cells[place] for cells in body], known) for place in range(len(texts))]
    chosen = Choosing(Table(texts, under, mapping, plan=plan, rows=body), aside).choose()
    columns = chosen.columns
    if "lead" not in columns and "unit" in columns:
        columns["lead"] = columns.pop("unit")
    if lead and "lead" not in columns:
        columns["lead"] = len(texts)
        texts, under = [*texts, ""], [*under, look([], known)]
    missing = [key for key in ("title", "lead") if key not in columns]
    if missing:
        raise unrecognised(missing, texts, under, {*columns.values()})
    for title in dict.fromkeys(aside.values()):
        chosen.notes.append(_("What stands under “{title}” is a table of its own beside this one, and is kept as remarks.").format(title=title))
    over = title_over(rows, index, columns["title"])
    return replace(_headings(rows[index].number, texts, under, chosen, mapping, body), aside=frozenset(aside), over_matter=over), index + 1


def _body(rows: Sequence[SheetRow], wide: int) -> list[Sequence[Cell]]:
    """The cells of the rows that say enough to be matters, each row as wide as the table."""
    below: list[Sequence[Cell]] = [[*row.cells, *[None] * (wide - len(row.cells))] for row in rows if not row.banner and not row.fault]
    return [cells for cells in below if _tells(cells, wide)] or below


def _repeats(cells: Row, texts: Sequence[str]) -> bool:
    """Whether a row has nothing but the headings again, as each group of an export has."""
    said = [(text, texts[place]) for place, cell in enumerate(cells[: len(texts)]) if (text := cell_text(cell))]
    return len(said) > 1 and all(normal(text) == normal(heading) for text, heading in said)


def _headings(
    number: int, texts: Sequence[str], under: Sequence[Contents], chosen: Chosen, mapping: Mapping[str, str], rows: Sequence[Sequence[Cell]]
) -> Headings:
    """What was chosen, as the `rows` below are read by it."""
    columns = dict(sorted(chosen.columns.items(), key=lambda pair: pair[1]))
    used = {key: place for key, place in columns.items() if not COLUMNS[key].ignored}
    states = [used["status"], *chosen.more.get("status", ())] if "status" in used else []
    kept = {place: texts[place] for place in chosen.kept if under[place].filled}
    kept |= {place: _("column {number}").format(number=place + 1) for place in _without_heading(texts, under, {*columns.values(), *chosen.tasks})}
    return Headings(
        row_number=number,
        columns=used,
        labels={key: texts[place] for key, place in columns.items()},
        more=chosen.more,
        kept=kept,
        labelled={place: texts[place] for place in chosen.labels},
        own_words=frozenset(chosen.own_words),
        plain=frozenset(key for key, place in used.items() if any(meant.key == key and meant.plain for meant in meanings(texts[place]))),
        tasks=chosen.tasks,
        strikes_off=next((place for place in states if "销号" in texts[place]), None) if len(states) > 1 else None,
        counts=columns.get("sequence"),
        stated_on=next((place for place in kept if tells_since_when(texts[place]) and _are_days_of_rows(under[place])), None),
        times=times_told(texts, [cells.filled for cells in under]),
        ends_dated=_all_dated(used, under, rows),
        texts=tuple(texts),
        unused=[texts[place] for place in chosen.left],
        notes=[
            *chosen.notes,
            *_told_kept([text for place, text in kept.items() if place not in chosen.told], [texts[place] for place in chosen.labels]),
            *_told_read({key: texts[place] for key, place in used.items()}, mapping),
        ],
    )


def _without_heading(texts: Sequence[str], under: Sequence[Contents], taken: Collection[int]) -> list[int]:
    """The places of columns in whose cells something is written though nothing is above them; what only counts or ticks the rows tells nothing."""
    return [
        place
        for place, text in enumerate(texts)
        if not text and place not in taken and under[place].filled and under[place].length > 1 and under[place].numbers + under[place].ticks < MOSTLY
    ]


def _are_days_of_rows(cells: Contents) -> bool:
    """Whether days that have been stand in a column, and not the same one in every row, as where it is told of when all of them were looked at."""
    return cells.past >= NEARLY_ALL and len(cells.texts) >= ENOUGH


def _all_dated(used: Mapping[str, int], under: Sequence[Contents], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether every matter that the states call closed has a day on which it was, and one does; of states that nobody knows,
    whether those of the matters with such a day are other ones than those of all without: Shredded, and not Boxed or Awaiting van.
    """
    if not {"status", "closed"} <= {*used}:
        return False
    if ended := under[used["status"]].ended:
        return ended <= under[used["closed"]].at
    stated = [(cell_text(cells[used["status"]]).casefold(), not is_nothing(cell_text(cells[used["closed"]]))) for cells in rows]
    over, others = ({said for said, dated in stated if said and dated is wanted} for wanted in (True, False))
    return bool(others) and len(over) == 1 and over.isdisjoint(others) and sum(dated for said, dated in stated if said) >= ENOUGH


def _check_mapping(texts: Sequence[str], mapping: Mapping[str, str]) -> None:
    """Refuse a mapping of a heading that is not there, or of two headings to one column."""
    present = {normal(text) for text in texts}
    for heading in mapping:
        if normal(heading) not in present:
            raise BadInput(
                _("No column is headed “{heading}”.").format(heading=heading),
                fix=_("The headings are: {headings}.").format(headings=listed_headings(texts)),
            )
    keys = [key for key in mapping.values() if key not in ("ignore", "label", *ANY_NUMBER)]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice:
        raise BadInput(_("Two headings are mapped to {column}.").format(column=_(COLUMNS[twice].label)), fix=_("Map one of them to “ignore”."))


def _told_read(headings: Mapping[str, str], mapping: Mapping[str, str]) -> list[str]:
    """What is said of the headings that are no column's own word: how they are read, as --map would say it."""
    said = {normal(heading) for heading in mapping}
    loose = [
        f"{text}={column_said(key)}"
        for key, text in headings.items()
        if normal(text) not in said and any(one.key == key and not one.plain for one in meanings(text))
    ]
    return [_("Read by what their headings say: {pairs}. --map says otherwise.").format(pairs=listed(loose))] if loose else []


def _told_kept(kept: Sequence[str], labels: Sequence[str]) -> list[str]:
    """What is said of the columns that are kept beside the item."""
    notes = []
    if kept:
        said = _("Kept as remarks on the item, since no column of a ledger takes them: {headings}.").format(headings=listed(kept))
        notes.append(said[:-1] if said.endswith("..") else said)  # behind a heading with a stop of its own: Cond. No.
    if labels:
        notes.append(_("Kept as labels: {headings}.").format(headings=listed(labels)))
    return notes


def _tells(cells: Row, wide: int) -> bool:
    """Whether a row of a table so `wide` says enough to be one of its matters: titles, sums and signatures say one or two things, or begin with 合计."""
    said = [text for cell in cells if (text := cell_text(cell))]
    return wide <= _NARROW or (len({*said}) > 2 and not sums_up(said[0]))


def heading_of(headings: Headings, key: str) -> str:
    """The heading a column has in the file, else its name in the reader's language."""
    return headings.labels.get(key) or _(COLUMNS[key].label)


def same_headings(headings: Headings, row: Sequence[Cell]) -> bool:
    """Whether a row repeats the headings, as long ledgers do on every printed page."""
    for key in ("lead", "title"):  # who leads differs from row to row less than the matter does
        place = headings.columns.get(key)
        if place is not None and (place >= len(row) or normal(cell_text(row[place])) != normal(headings.labels[key])):
            return False
    return True
