"""Finds the heading row of a ledger and which column is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from officecli.errors import BadInput
from officecli.files.ledger.columns.heading_meaning import KNOWN, mapping_example, meanings, normal
from officecli.files.ledger.sheets.cells import Cell, Row, cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import Headed, SheetRow
from officecli.i18n import _, listed
from officecli.model.item_fields import COLUMNS
from officecli.near import nearest

HEADING_ROWS = 20
"""How many rows from the top may hold titles before the headings."""


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings stand and what they mean: `columns` maps a key to its place in the row (from 0), `labels` to its heading."""

    row_number: int
    columns: dict[str, int]
    labels: dict[str, str]
    unused: list[str]
    notes: list[str]


def rate(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> Headed:
    """How well the first rows name the columns of a ledger."""
    index, texts = _best(rows, mapping)
    known = _keys(texts, mapping)
    matter = next((place for place, text in enumerate(texts) if "title" in _keys([text], mapping)), None)
    return Headed("title" in known and bool(known & {"lead", "unit"}), len(known), index + 1, matter, tuple(texts))


def find_headings(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> tuple[Headings, int]:
    """The headings, and the index in `rows` of the first row after them; BadInput when matter or lead is not among them."""
    index, texts = _best(rows, mapping)
    _check_mapping(texts, mapping)
    chosen, unused, notes = _choose(texts, mapping)
    if "lead" not in chosen and "unit" in chosen:
        chosen["lead"] = chosen.pop("unit")
    missing = [key for key in ("title", "lead") if key not in chosen]
    if missing:
        raise _unrecognised(missing, texts, unused)
    columns = dict(sorted(chosen.items(), key=lambda pair: pair[1]))
    labels = {key: texts[place] for key, place in columns.items()}
    row_number = rows[index].number
    used = {key: place for key, place in columns.items() if not COLUMNS[key].ignored}
    return Headings(row_number, used, labels, unused, notes), index + 1


def _texts(row: Row) -> list[str]:
    return [joined_lines(cell_text(cell)) for cell in row]


def _under(above: list[str], below: list[str]) -> list[str]:
    """Headings in two rows as one: a sub-heading where there is one, else what stands above it."""
    wide = max(len(above), len(below))
    upper, lower = (texts + [""] * (wide - len(texts)) for texts in (above, below))
    return [low or up for up, low in zip(upper, lower, strict=True)]


def _keys(texts: Sequence[str], mapping: Mapping[str, str]) -> set[str]:
    wanted = {normal(heading): key for heading, key in mapping.items()}
    keys = set()
    for text in texts:
        if len(text) <= 60 and text:
            found = meanings(text)
            keys.add(wanted.get(normal(text)) or (found[0][0] if found else ""))
    return keys - {"", "ignore"}


def _best(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> tuple[int, list[str]]:
    """Index and texts of the row among the first that names most columns; two rows together only if they name more."""
    best: tuple[int, int, list[str]] = (-1, 0, [])
    above: list[str] = []
    for index, row in enumerate(rows[:HEADING_ROWS]):
        texts = _texts(row.cells)
        both = _under(above, texts)
        for candidate in (texts, both):
            score = len(_keys(candidate, mapping))
            if score > best[0]:
                best = (score, index, candidate)
        above = texts
    return best[1], best[2]


def _check_mapping(texts: Sequence[str], mapping: Mapping[str, str]) -> None:
    """Refuse a mapping of a heading that is not there, or of two headings to one column."""
    present = {normal(text) for text in texts}
    for heading in mapping:
        if normal(heading) not in present:
            raise BadInput(
                _("No column is headed “{heading}”.").format(heading=heading), fix=_("The headings are: {headings}.").format(headings=_listed(texts))
            )
    keys = [key for key in mapping.values() if key != "ignore"]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice:
        raise BadInput(_("Two headings are mapped to {column}.").format(column=_(COLUMNS[twice].label)), fix=_("Map one of them to “ignore”."))


def _choose(texts: Sequence[str], mapping: Mapping[str, str]) -> tuple[dict[str, int], list[str], list[str]]:
    """(key → place, headings not used, notes): mapped headings first, then plain ones, then loose ones for what is left."""
    wanted = {normal(heading): key for heading, key in mapping.items()}
    places = [(place, wanted.get(normal(text))) for place, text in enumerate(texts) if text]
    chosen: dict[str, int] = {}
    for place, key in places:
        if key and key != "ignore":
            _take(chosen, key, place, texts)
    left = [place for place, key in places if not key]
    for plain in (True, False):
        left = _take_meant(chosen, left, texts, plain=plain)
    unused = [texts[place] for place, key in places if key == "ignore"] + [texts[place] for place in left]
    return chosen, unused, [note for place in left for note in _used_instead(texts[place], chosen, texts)]


def _used_instead(text: str, chosen: Mapping[str, int], texts: Sequence[str]) -> list[str]:
    """What to say of a heading where another of the same meaning is taken; nothing where there is none."""
    other = next((key for key, _plain in meanings(text) if key in chosen), None)
    return [_("“{heading}” is not used: “{other}” is.").format(heading=text, other=texts[chosen[other]])] if other else []


def _take_meant(chosen: dict[str, int], places: Sequence[int], texts: Sequence[str], *, plain: bool) -> list[int]:
    """Give each heading the first column it means, `plain` ones only or loose ones too, that was free before; return those that mean none."""
    taken, left = set(chosen), []
    for place in places:
        found = [key for key, is_plain in meanings(texts[place]) if is_plain or not plain]
        free = next((key for key in found if key not in taken), None)
        if free is None:
            left.append(place)
        elif COLUMNS[free].ignored:
            chosen.setdefault(free, place)
        else:
            _take(chosen, free, place, texts)
    return left


def _take(chosen: dict[str, int], key: str, place: int, texts: Sequence[str]) -> None:
    """Give the column at `place` to `key`, or refuse when another equally plain heading has it."""
    if key in chosen:
        first, second = texts[chosen[key]], texts[place]
        raise BadInput(
            _("“{first}” and “{second}” both mean {column}.").format(first=first, second=second, column=_(COLUMNS[key].label)),
            fix=_("Say what the other is, or leave it out: --map “{second}=ignore”.").format(second=second),
        )
    chosen[key] = place


def _unrecognised(missing: Sequence[str], texts: Sequence[str], unused: Sequence[str]) -> BadInput:
    """What to say when no heading means the matter, or the lead."""
    near = [(text[:30], match[0]) for text in unused if (match := nearest(normal(text), KNOWN))]
    why = (
        _("The headings found are: {headings}.").format(headings=_listed(texts))
        if any(texts)
        else _("No row in the first {count} has headings.").format(count=HEADING_ROWS)
    )
    if near:
        why += " " + _("The nearest known: {pairs}.").format(pairs=listed(f"{text} ~ {word}" for text, word in near[:5]))
    labels = _(" and ").join(_(COLUMNS[key].label) for key in missing)
    return BadInput(
        _("No heading was recognised as {columns}.").format(columns=labels), why=why, fix=mapping_example((unused or ["…"])[0][:30], missing[0])
    )


def _listed(texts: Sequence[str]) -> str:
    shown = [text[:30] for text in texts if text]
    return "、".join(shown[:40]) if any("\u3400" <= letter <= "\u9fff" for text in shown for letter in text) else ", ".join(shown[:40])


def heading_of(headings: Headings, key: str) -> str:
    """The heading a column has in the file, else its name in the reader's language."""
    return headings.labels.get(key) or _(COLUMNS[key].label)


def same_headings(headings: Headings, row: Sequence[Cell]) -> bool:
    """Whether a row repeats the headings, as long ledgers do on every printed page."""
    return all(
        place < len(row) and normal(cell_text(row[place])) == normal(headings.labels[key])
        for key, place in headings.columns.items()
        if key in {"title", "lead"}
    )
