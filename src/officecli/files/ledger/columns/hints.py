"""What to say of a ledger whose matter or lead no heading names: the likeliest column for each, to be pasted as it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.mapping import column_said
from officecli.files.ledger.columns.by_heading.meaning import KNOWN, is_known, meanings, normal
from officecli.files.ledger.columns.by_heading.meant import PEOPLE
from officecli.files.ledger.columns.contents import Contents
from officecli.files.ledger.columns.fitting.matter_columns import are_margins
from officecli.i18n import _, listed, sentences
from officecli.model.item_fields import COLUMNS
from officecli.near import nearest
from officecli.patterns import has_han, pattern

_SHOWN = 30
_USUAL = ("title", "lead", "issued", "due")
_WHOLE_DAY = pattern(r"^\s*(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]20\d\d)\b")
_AT_PRESENT = pattern(r"(?:当前|现|目前|未)(?:待办|处理|办理|经办|审批|责任|操作|承办)(?:人|人员|者)|current(?:handler|assignee|approver|owner)")
"""Who has it in hand just now, as OA systems say: the next may have it tomorrow."""


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
        why = sentences([why, _("The nearest known: {pairs}.").format(pairs=listed(f"{text} ~ {word}" for text, word in near[:5]))])
    taken: set[int] = set()
    options = []
    for key in missing:
        place = _likeliest(key, [place for place in free if place not in taken], texts, under)
        if key == "lead" and not _may_lead(place, texts, under):
            support = _support(texts, under, used)
            place = place if support is None and len(free) == 1 and not _leads_nothing(texts[free[0]]) else support
            if place is None:
                continue  # no column names anybody
        if place is not None:
            taken.add(place)
        heading = "…" if place is None else texts[place]
        options.append(f'--map "{heading}={column_said(key)}"')
    columns = _(" and ").join(_(COLUMNS[key].label) for key in missing)
    said = [_("Say which it is: {options}").format(options=" ".join(options))] if options else []
    now = next((text for place, text in enumerate(texts) if under[place].people and _AT_PRESENT.fullmatch(normal(text))), "")
    if len(options) < len(missing) and now:
        said.append(
            _("Nobody is named but who has it at present: {option} takes them for who leads; or say who leads them all with --lead NAME.").format(
                option=f'--map "{now}={column_said("lead")}"'
            )
        )
    elif len(options) < len(missing):
        said.append(_("No column seems to name who leads: say who leads them all with --lead NAME."))
    return BadInput(_("No heading was recognised as {columns}.").format(columns=columns), why=why, fix="\n".join(said))


def _may_lead(place: int | None, texts: Sequence[str], under: Sequence[Contents]) -> bool:
    """Whether a column may be one of people: by its heading, by one it is near to and begins like, or by those who stand there."""
    if place is None or _leads_nothing(texts[place]):
        return False
    text = normal(texts[place])
    like = {meant.key for word in nearest(text, KNOWN) if word[0] == text[0] for meant in KNOWN[word]}
    return under[place].people > 0 or not PEOPLE.isdisjoint(like | {meant.key for meant in meanings(texts[place])})


def _leads_nothing(text: str) -> bool:
    """Whether a heading is known to mean no column: 创建人."""
    return is_known(text) and not meanings(text)


def _support(texts: Sequence[str], under: Sequence[Contents], used: Collection[int]) -> int | None:
    """The column of those who support, where people of the office stand there: with nobody else named, they do it."""
    return next((place for place in used if under[place].people and any(meant.key == "support" for meant in meanings(texts[place]))), None)


def _likeliest(key: str, free: Sequence[int], texts: Sequence[str], under: Sequence[Contents]) -> int | None:
    """The column that may best be the matter or the lead: by its heading, by a heading it is near to, else by what stands under it."""

    def worth(place: int) -> tuple[float, float, float]:
        cells = under[place]
        named = max((meant.strength for meant in meanings(texts[place]) if meant.key == key or (key == "lead" and meant.key == "unit")), default=0)
        match = nearest(normal(texts[place]), KNOWN)
        near = 1.0 if match and any(meant.key == key for meant in KNOWN[match[0]]) else 0.0
        if key == "lead":  # those who stand there say more than a heading that is only like another
            return (named, cells.people * (cells.filled + len(cells.texts)), near)
        return (named, near, cells.length * max(cells.fit("title") - cells.people, 0))

    free = [place for place in free if not _leads_nothing(texts[place]) and not are_margins(under[place].texts)] or free
    best = max(free, key=worth, default=None)
    return best if best is not None and any(one > 0 for one in worth(best)) else (free[0] if len(free) == 1 else best)


def listed_headings(texts: Sequence[str]) -> str:
    """The headings as a sentence lists them."""
    shown = [text[:_SHOWN] for text in texts if text]
    return "、".join(shown[:40]) if any(map(has_han, shown)) else ", ".join(shown[:40])
