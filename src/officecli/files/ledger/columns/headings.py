"""Finds the heading row of a ledger and which column is which."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from officecli.errors import BadInput
from officecli.files.ledger.columns.choosing import Choosing
from officecli.files.ledger.columns.contents import ENOUGH, SAMPLE, Contents, Known, look
from officecli.files.ledger.columns.heading_meaning import meanings, normal, told_apart
from officecli.files.ledger.columns.hints import listed_headings, unrecognised
from officecli.files.ledger.columns.meant import ANY_NUMBER, GUESSED, LOOSE
from officecli.files.ledger.columns.remembered import Kept
from officecli.files.ledger.sheets.cells import Cell, Row, cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import Headed, SheetRow
from officecli.i18n import _, listed
from officecli.model.item_fields import COLUMNS

HEADING_ROWS = 20
"""How many rows from the top may hold titles before the headings."""

_NARROW = 4
"""Columns of a table in which a row of two things may be a matter."""

LONGEST = 60
"""Characters of a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """Where the headings stand and what they mean: `columns` maps a key to its place in the row (from 0), `labels` to its heading.

    `more` are further places of a key that has several, `kept` maps places whose cells are kept as remarks to their headings ("" for remarks
    themselves), `labelled` those whose cells are labels; under the keys `own_words` words that are no code's are labels too. `plain` are the keys that are plainly named; `task` is the
    place of the task that the matter is a measure of, `strikes_off` that of the state of striking off, which alone closes, `counts` that of the running number; `ends_dated`: whatever the states call closed has its day; `texts` are all headings by place.
    """

    row_number: int
    columns: dict[str, int]
    labels: dict[str, str]
    more: dict[str, list[int]] = field(default_factory=dict)
    kept: dict[int, str] = field(default_factory=dict)
    labelled: dict[int, str] = field(default_factory=dict)
    own_words: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    task: int | None = None
    strikes_off: int | None = None
    counts: int | None = None
    ends_dated: bool = False
    texts: tuple[str, ...] = ()
    unused: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def rate(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> Headed:
    """How well the first rows name the columns of a ledger."""
    index, texts = _best(rows, mapping)
    known = _keys(texts, mapping)
    matter = next((place for place, text in enumerate(texts) if "title" in _keys([text], mapping)), None)
    if matter is None:  # 下周工作 is the matter where nothing else is
        matter = next((place for place, text in enumerate(texts) if any(one.key == "title" for one in meanings(text))), None)
    return Headed(
        matter is not None and bool(known & {"lead", "unit"}), len(known), index + 1, matter, tuple(texts), bool(known & {"due", "original_due"})
    )


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
    index, texts = _best(rows, mapping)
    texts = told_apart(texts)
    _check_mapping(texts, mapping)
    below = [row.cells for row in rows[index + 1 : index + 1 + SAMPLE] if not row.banner]
    body = [cells for cells in below if _tells(cells, len(texts))] or below
    under = [look([cells[place] if place < len(cells) else None for cells in body], known) for place in range(len(texts))]
    chosen = Choosing(texts, under, mapping, plan=plan).choose()
    columns = chosen.columns
    if "lead" not in columns and "unit" in columns:
        columns["lead"] = columns.pop("unit")
    if lead and "lead" not in columns:
        columns["lead"] = len(texts)
        texts = [*texts, ""]
        under = [*under, look([], known)]
    missing = [key for key in ("title", "lead") if key not in columns]
    if missing:
        raise unrecognised(missing, texts, under, {*columns.values()})
    columns = dict(sorted(columns.items(), key=lambda pair: pair[1]))
    used = {key: place for key, place in columns.items() if not COLUMNS[key].ignored}
    states = [used["status"], *chosen.more.get("status", ())] if "status" in used else []
    filled = [place for place in chosen.kept if under[place].filled]
    return Headings(
        row_number=rows[index].number,
        columns=used,
        labels={key: texts[place] for key, place in columns.items()},
        more=chosen.more,
        kept={place: texts[place] for place in filled},
        labelled={place: texts[place] for place in chosen.labels},
        own_words=frozenset(chosen.own_words),
        plain=frozenset(key for key, place in used.items() if any(meant.key == key and meant.plain for meant in meanings(texts[place]))),
        task=chosen.task,
        strikes_off=next((place for place in states if "销号" in texts[place]), None) if len(states) > 1 else None,
        counts=columns.get("sequence"),
        ends_dated=_all_dated(used, under),
        texts=tuple(texts),
        unused=[texts[place] for place in chosen.left],
        notes=[
            *chosen.notes,
            *_told_kept([texts[place] for place in filled if place not in chosen.told], [texts[place] for place in chosen.labels]),
            *_told_read({key: texts[place] for key, place in used.items()}, mapping),
        ],
    ), index + 1


def _all_dated(used: Mapping[str, int], under: Sequence[Contents]) -> bool:
    """Whether every matter that the states call closed has a day on which it was, and several are."""
    ended = under[used["status"]].ended if "status" in used else frozenset()
    return "closed" in used and len(ended) >= ENOUGH and ended <= under[used["closed"]].at


def recalled(rows: Sequence[SheetRow], maps: Iterable[Kept]) -> Kept | None:
    """The map kept that fits the headings among the first rows, of several the one that fits best."""
    maps = tuple(maps)
    best: tuple[int, Kept | None] = (0, None)
    above: list[str] = []
    for row in rows[:HEADING_ROWS] if maps else ():
        texts = _texts(row.cells)
        for one in maps:
            worth = max(one.fits(texts), one.fits(_under(above, texts)))
            if worth > best[0]:
                best = (worth, one)
        above = texts
    return best[1]


def _told_read(headings: Mapping[str, str], mapping: Mapping[str, str]) -> list[str]:
    """What is said of the headings that are no column's own word: how they are read, as --map would say it."""
    said = {normal(heading) for heading in mapping}
    loose = [
        f"{text}={key}"
        for key, text in headings.items()
        if normal(text) not in said and any(one.key == key and not one.plain for one in meanings(text))
    ]
    return [_("Read by what their headings say: {pairs}. --map says otherwise.").format(pairs=listed(loose))] if loose else []


def _told_kept(kept: Sequence[str], labels: Sequence[str]) -> list[str]:
    """What is said of the columns that are kept beside the item."""
    notes = []
    if kept:
        notes.append(_("Kept as remarks on the item, since no column of a ledger takes them: {headings}.").format(headings=listed(kept)))
    if labels:
        notes.append(_("Kept as labels: {headings}.").format(headings=listed(labels)))
    return notes


def _tells(cells: Row, wide: int) -> bool:
    """Whether a row of a table so `wide` says enough to be one of its matters: titles, sums and signatures say one or two things."""
    return wide <= _NARROW or len({text for cell in cells if (text := cell_text(cell))}) > 2


def _texts(row: Row) -> list[str]:
    return [joined_lines(cell_text(cell)) for cell in row]


def _under(above: list[str], below: list[str]) -> list[str]:
    """Headings in two rows as one: a sub-heading where it is plain by itself, else with what stands above it (配合 over 单位, 完成时间 over 计划); else what stands above."""
    wide = max(len(above), len(below))
    upper, lower = (texts + [""] * (wide - len(texts)) for texts in (above, below))
    read = []
    group = ""
    for up, low in zip(upper, lower, strict=True):
        group = up if up or not low else group  # a merged heading stands over the first of its columns
        read.append(_joined(group, low) if low else up)
    return read


def _stands_over(above: list[str], below: list[str]) -> bool:
    """Whether a row can be headings over those of the next: one of them stands over several, as a merged cell does. Of two full rows the lower is a matter."""
    pairs = list(zip(above, below, strict=False))
    return any(up and low and beside in ("", up) and next_low for (up, low), (beside, next_low) in itertools.pairwise(pairs))


_TIMES = re.compile(r".*(?:时间|时限|日期|节点|日程|工期|进度)(?:安排|要求|计划)?|(?:计划|实际|预计)(?:进度|安排)?")
_DEED = re.compile(r"(?:开始|启动|开工|起始|起|完成|结束|完工|竣工|办结|截止|止|交付|投用|封顶)")


def _joined(up: str, low: str) -> str:
    """A sub-heading with the heading over it, in whichever order says most."""
    if not up or normal(up) == normal(low):
        return low
    gap = "" if any("\u3400" <= letter <= "\u9fff" for letter in up + low) else " "
    if meanings(up)[:1] and meanings(up)[0].key == "support":
        return f"{up}{gap}{low}"  # whoever stands under 配合 supports
    if _TIMES.fullmatch(up) and _DEED.fullmatch(low):
        return f"{'实际' if '实际' in up else '计划' if '计划' in up else ''}{low}时间"  # 启动 and 完成 under 时间安排 are days
    if low in ("计划", "实际") and not _TIMES.fullmatch(up):
        return f"{up}{low}"  # of one stage of several: 开标 over 计划
    forms = (low, f"{low}{gap}{up}", f"{up}{gap}{low}")
    strengths = [max((meant.strength for meant in meanings(form)), default=0) for form in forms]
    return forms[strengths.index(max(strengths))]


def _keys(texts: Sequence[str], mapping: Mapping[str, str]) -> set[str]:
    wanted = {normal(heading): key for heading, key in mapping.items()}
    keys = set()
    for text in texts:
        if len(text) <= LONGEST and text:
            found = meanings(text)
            if found and found[0].strength == GUESSED and texts.count(text) > 1:
                continue  # 计划 over each of several stages names nothing by itself
            keys.add(wanted.get(normal(text)) or (found[0].key if found else ""))
            if normal(text) not in wanted and len(found) > 1 and found[1].strength == LOOSE == found[0].strength - 1:
                keys.add(found[1].key)  # Assigned, By: which of the two what stands under them says
    return keys - {"", "ignore", "label"}


def _best(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> tuple[int, list[str]]:
    """Index and texts of the row among the first that names most columns; two rows together only if they name more, or tell apart what the lower repeats."""
    best: tuple[int, int, list[str]] = (-1, 0, [])
    above: list[str] = []
    aside = {normal(heading) for heading, key in mapping.items() if key in ("ignore", "label")}
    for index, row in enumerate(rows[:HEADING_ROWS]):
        texts = _texts(row.cells)
        both = _under(above, texts)
        dated = any(isinstance(cell, date) for cell in row.cells)  # a matter, then, more likely than headings
        for candidate in (texts, both) if _stands_over(above, texts) else (texts,):
            score = len(_keys(candidate, mapping)) + sum(normal(text) in aside for text in candidate) - 2 * dated
            apart = candidate is both and len({*both}) > max(len({*texts}), len({*best[2]}))  # 计划 and 实际 under each of several stages
            if score > best[0] or (apart and score == best[0]):
                best = (score, index, candidate)
        above = texts
    return best[1], best[2]


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


def heading_of(headings: Headings, key: str) -> str:
    """The heading a column has in the file, else its name in the reader's language."""
    return headings.labels.get(key) or _(COLUMNS[key].label)


def same_headings(headings: Headings, row: Sequence[Cell]) -> bool:
    """Whether a row repeats the headings, as long ledgers do on every printed page."""
    return all(
        (place := headings.columns[key]) < len(row) and normal(cell_text(row[place])) == normal(headings.labels[key])
        for key in ("lead", "title")
        if key in headings.columns
    )
