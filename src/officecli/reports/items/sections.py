"""Lists of items by what is to be done about them, for the digest and for today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from officecli.i18n import _
from officecli.light import dataclass, field, replace
from officecli.reports.items import section_told
from officecli.reports.items.item_rows import by_ids, columns, ids, in_order, sift
from officecli.reports.items.section_told import Told
from officecli.reports.shape.chosen import Chosen
from officecli.reports.shape.report import Column
from officecli.store import cases
from officecli.store.items import IN_HANDS, OPEN_STATUSES, OVERDUE
from officecli.store.read.reader import Reader, Row

SHOWN = 8
"""Rows of a section on a page that is to be read in a minute."""


@dataclass(frozen=True)
class Section:
    """A list of items: its `code`, what is in it, in which order, and what is told of each.

    The `condition` is over the columns of the table `item`, called `i`, and takes :as_of, :now and :soon. It begins with the statuses, of which there are
    few items that are not over: what hangs on other tables is looked up for those alone. One `of_its_own` is not of the items
    but of something at them, such as a step: it lists them whatever other list they stand in.
    """

    code: str
    condition: str
    order_by: str = "due, id"
    tell: Callable[[Reader, Sequence[Row]], Iterator[Told]] = section_told.nothing
    of_its_own: bool = False


_FOUND_FIRST = "due || '', id"
"""The usual order, by no index: without statistics SQLite would go through every item in that order, to sort the few that are not signed for."""

SECTION = {
    section.code: section
    for section in (
        Section("overdue", OVERDUE),
        Section("due-today", cases.DUE_TODAY),
        Section("due-soon", cases.DUE_SOON),
        Section("unsigned-late", f"{cases.HANDED_OUT} AND sign_by < :now", _FOUND_FIRST, tell=section_told.handed_out),
        Section("unsigned", f"{cases.HANDED_OUT} AND (sign_by IS NULL OR sign_by >= :now)", _FOUND_FIRST, tell=section_told.handed_out),
        Section("to-review", "status = 'submitted'", tell=section_told.result),
        Section("extensions", cases.EXTENSION_ASKED, tell=section_told.asked_for),
        Section("returned", cases.RETURNED, tell=section_told.verdict),
        Section("prodded", cases.PRODDED, tell=section_told.last_prod),
        Section("waiting", cases.WAITING, tell=section_told.wait),
        Section("waited-for", f"status IN {IN_HANDS}", tell=section_told.wait),
        Section("steps", f"status IN {OPEN_STATUSES} AND status <> 'suspended'", tell=section_told.open_steps, of_its_own=True),
        Section("unattended", f"status IN {IN_HANDS}", tell=section_told.away),
        Section("issued-today", "status <> 'cancelled' AND issued = :as_of", "id"),
    )
}
"""Every section by its code, the gravest first: an item stands once, in the first that it belongs to, and the others are marks beside it."""

_OF_WHAT_IS_PERSONAL = ("overdue", "due-today", "due-soon")
"""The sections that have what is personal among their items, where it is to be shown at all."""

_STEP_OF = """SELECT 1 FROM item_step s JOIN procedure_step q ON q.id = s.step_id JOIN person p ON p.post_id = q.post_id
  WHERE s.item_id = i.id AND p.id IN ({people}) AND s.opened <= :as_of AND (s.done IS NULL OR s.done > :as_of)"""
"""Whether a step of the item `i` waits for these people, as holders of the post that does it."""


@dataclass
class Sections:
    """`rows` by column key with their `section`; by its code, to how many items each section applies (`counts`) and how many stand in it (`totals`)."""

    rows: list[Row] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)


def section_columns() -> tuple[Column, ...]:
    """The columns of such a list: `also` which other sections it belongs to, `since` when it has been so, `who` is waited for, and for what `reason`.

    The last three are told by the item's own section; where that tells nothing, by the first of the others that does.
    """
    return (
        Column("section", _("section"), "word"),
        *columns("number", "title", "lead"),
        Column("unit", _("unit"), weight=3),
        *columns("body", "due"),
        replace(columns("working_days_left")[0], weight=2),
        *columns("working_days_late"),
        Column("also", _("also"), "marks", sparse=True),
        Column("since", _("since"), "date", weight=3, sparse=True),
        Column("who", _("waiting for"), weight=2, sparse=True, sentence=True),
        Column("reason", _("reason"), weight=3, wide=True, sparse=True, sentence=True),
    )


def gather(read: Reader, chosen: Chosen, wanted: Sequence[tuple[str, str]], limit: int) -> Sections:
    """The `wanted` sections, the gravest first, each a code and a further condition; at most `limit` rows of each (0: all)."""
    chosen.values["now"] = read.moment
    chosen.values |= cases.soon(read)
    belong = {code: _ids(read, chosen, SECTION[code], further) for code, further in sorted(wanted, key=lambda one: list(SECTION).index(one[0]))}
    found = Sections(counts={code: len(its) for code, its in belong.items() if its})
    placed: set[int] = set()
    shown: dict[str, list[int]] = {}
    for code in found.counts:
        own = belong[code] if SECTION[code].of_its_own else [one for one in belong[code] if one not in placed]
        if not SECTION[code].of_its_own:
            placed.update(own)
        if own:
            found.totals[code] = len(own)
            shown[code] = own[: limit or None]
    wanted_ids = sorted({one for own in shown.values() for one in own})
    items = by_ids(read, wanted_ids) | (by_ids(read, wanted_ids, chosen.own) if chosen.own else {})
    told = {code: _told(read, SECTION[code], [items[one] for one in belong[code] if one in items]) for code in found.counts}
    for code, own in shown.items():
        found.rows += [_row(items[one], code, {other: said[one] for other, said in told.items() if one in said}) for one in own]
    return found


def _ids(read: Reader, chosen: Chosen, section: Section, further: str) -> list[int]:
    """The items that belong to a section, in its order."""
    found = ids(read, chosen, section.condition, *([further] if further else []), order_by=section.order_by)
    if own := sift(read, chosen, section.condition, columns="id", of=chosen.own) if chosen.own and section.code in _OF_WHAT_IS_PERSONAL else []:
        both = in_order(read, chosen, [*({"id": one} for one in found), *own], section.condition, order_by=section.order_by)
        return [row["id"] for row in both]
    return found


def _told(read: Reader, section: Section, rows: Sequence[Row]) -> dict[int, Told]:
    """What a section tells of each of these items, by id."""
    return {row["id"]: told for row, told in zip(rows, section.tell(read, rows), strict=True)}


def _row(item: Row, code: str, told: Mapping[str, Told]) -> Row:
    """The item as a row of the section `code`, which is among those that tell something of it."""
    others = {} if SECTION[code].of_its_own else {other: said for other, said in told.items() if other != code and not SECTION[other].of_its_own}
    says = next((said for said in (told[code], *others.values()) if any(vars(said).values())), Told())
    return {"section": code, **item, "also": [{"section": other, **vars(said)} for other, said in others.items()], **vars(says)}


def steps_of(read: Reader, people: str) -> list[tuple[str, str]]:
    """The section of the items with a step that waits for these people (ids joined by
    commas), who neither lead nor support them, perhaps; none where no step is their posts'.
    """
    do_any = read.value(f"SELECT 1 FROM procedure_step q JOIN person p ON p.post_id = q.post_id WHERE p.id IN ({people}) LIMIT 1")
    return [("steps", f"EXISTS ({_STEP_OF.format(people=people)})")] if do_any else []
