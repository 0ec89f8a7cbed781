"""What to say of a ledger whose matter or lead no heading names: the likeliest column for each, to be pasted as it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from officecli.errors import BadInput
from officecli.files.ledger.columns.contents import Contents
from officecli.files.ledger.columns.heading_meaning import KNOWN, meanings, normal
from officecli.i18n import _, listed
from officecli.model.item_fields import COLUMNS
from officecli.near import nearest

_SHOWN = 30
_USUAL = ("title", "lead", "issued", "due")
_WHOLE_DAY = re.compile(r"^\s*(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]20\d\d)\b")
_HAN = ("\u3400", "\u9fff")


def unrecognised(missing: Sequence[str], texts: Sequence[str], under: Sequence[Contents], used: Collection[int]) -> BadInput:
    """What to say when no heading means the matter, or the lead; `used` are the places of the columns that are understood."""
    if any(_WHOLE_DAY.search(text) for text in texts):
        return BadInput(
            _("The ledger has no row of headings: the first one looks like a matter."),
            why=_("It reads: {headings}.").format(headings=listed_headings(texts)),
            fix=_("Write headings above it, such as: {headings}.").format(headings=listed(_(COLUMNS[key].label) for key in _USUAL)),
        )
    free = [place for place, text in enumerate(texts) if text and place not in used]
    why = (
        _("The headings found are: {headings}.").format(headings=listed_headings(texts)) if any(texts) else _("No row in the first 20 has headings.")
    )
    near = [(texts[place][:_SHOWN], match[0]) for place in free if (match := nearest(normal(texts[place]), KNOWN))]
    if near:
        why += " " + _("The nearest known: {pairs}.").format(pairs=listed(f"{text} ~ {word}" for text, word in near[:5]))
    taken: set[int] = set()
    options = []
    for key in missing:
        place = _likeliest(key, [place for place in free if place not in taken], texts, under)
        if place is not None:
            taken.add(place)
        heading = "…" if place is None else texts[place]
        options.append(f'--map "{heading}={key}"')
    columns = _(" and ").join(_(COLUMNS[key].label) for key in missing)
    return BadInput(
        _("No heading was recognised as {columns}.").format(columns=columns),
        why=why,
        fix=_("Say which it is: {options}").format(options=" ".join(options)),
    )


def _likeliest(key: str, free: Sequence[int], texts: Sequence[str], under: Sequence[Contents]) -> int | None:
    """The column that may best be the matter or the lead: by its heading, by a heading it is near to, else by what stands under it."""

    def worth(place: int) -> tuple[float, float, float]:
        cells = under[place]
        named = max((meant.strength for meant in meanings(texts[place]) if meant.key == key or (key == "lead" and meant.key == "unit")), default=0)
        match = nearest(normal(texts[place]), KNOWN)
        near = 1.0 if match and any(meant.key == key for meant in KNOWN[match[0]]) else 0.0
        looks = cells.people * (1 + len(cells.texts) / (cells.filled or 1)) if key == "lead" else cells.length * max(cells.fit("title"), 0)
        return (named, near, looks)

    best = max(free, key=worth, default=None)
    return best if best is not None and any(one > 0 for one in worth(best)) else (free[0] if len(free) == 1 else best)


def listed_headings(texts: Sequence[str]) -> str:
    """The headings as a sentence lists them."""
    shown = [text[:_SHOWN] for text in texts if text]
    return "、".join(shown[:40]) if any(_HAN[0] <= letter <= _HAN[1] for text in shown for letter in text) else ", ".join(shown[:40])
