"""Filters as they were understood, and the conditions they are put together of."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from officecli.hints import Any
from officecli.light import dataclass, field
from officecli.model import codes
from officecli.patterns import pattern
from officecli.store.items import OPEN_STATUSES, OVERDUE
from officecli.store.read.reader import Reader, Row
from officecli.typed.items import states
from officecli.typed.office.people import find_person_ever
from officecli.typed.office.units import find_unit
from officecli.typed.text import without_accents

Holds = Callable[[Row], bool]
"""Whether something holds of a row."""

LOOKED_IN = ("number", "title", "source", "goal", "lead", "remarks")
"""The columns in which a text is looked for."""


@dataclass
class Chosen:
    """The filters understood: SQL `conditions` over the columns of `items.seen` with their `values`, and what must be looked at row by row.

    `people` are the ids of those asked for. `of_items_alone`: the conditions name columns of the table `item` only, so that counting need not join anything;
    `of_a_day`: they name some that only `items.seen` has. `sieve` is what else a row must pass, for which it is asked under these names what is `told` by
    conditions. `state_named`: somebody said in which state the items are to be, or asks for what only closed ones have; to say in
    which they are not names none.
    `own` is the source of the personal items that are to stand among the others (see `standing.items.personal`), "" for none.
    """

    conditions: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    said: dict[str, Any] = field(default_factory=dict)
    sieve: list[Holds] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    of_items_alone: bool = True
    of_a_day: bool = False
    state_named: bool = False
    own: str = ""
    people: Sequence[int] = ()

    def where(self, *more: str) -> str:
        """All conditions as one WHERE clause."""
        every = [*more, *self.conditions]
        return "WHERE " + " AND ".join(every) if every else ""

    @property
    def by_row(self) -> bool:
        """Whether rows must be looked at in Python: people's text is compared without case and width, which SQL engines do differently."""
        return bool(self.sieve)

    @property
    def asked_of_rows(self) -> str:
        """The columns that `keeps` looks at, as SQL."""
        return ", ".join((*LOOKED_IN, *(f"CASE WHEN {sql} THEN 1 ELSE 0 END AS {name}" for name, sql in self.told.items())))

    def open_unless_named(self) -> None:
        """Let in the open items alone, unless somebody said in which state they are to be."""
        if not self.state_named:
            self.conditions.append(status_condition("open"))

    def keeps(self, row: Row) -> bool:
        """Whether a row (the columns `LOOKED_IN`, and what is `told`) passes the sieve."""
        return all(holds(row) for holds in self.sieve)


def has(text: str, columns: Sequence[str] = LOOKED_IN) -> Holds:
    """Whether one of the columns of a row has a text in it."""
    wanted = folded(text)
    return lambda row: any(wanted in folded(row[name] or "") for name in columns)


def folded(text: str) -> str:
    """Text without case, width and accents, and with plain apostrophes, for comparing: cafe finds Café, and O'Dell O’Dell."""
    plain = without_accents(unicodedata.normalize("NFKC", text))
    return (plain.translate(_APOSTROPHES) if _OTHER_APOSTROPHE.search(plain) else plain).casefold().strip()


_OTHER_APOSTROPHE = pattern("[’‘ʼ′`´]")
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ′`´"), "'")


def units_under(read: Reader, *names: str) -> list[int]:
    """The ids of the units of these names and of all under them; raises NotFound with the nearest name."""
    units = read.rows("SELECT id, parent_id FROM unit ORDER BY id")
    found = list(dict.fromkeys(int(find_unit(read, name)["id"]) for name in names))
    for unit in found:  # grows while it is walked: children come after their parents
        found += [int(child["id"]) for child in units if child["parent_id"] == unit and child["id"] not in found]
    return found


def people_ever(read: Reader, names: Sequence[str]) -> list[int]:
    """The ids of the people of these names, also of who has left."""
    return list(dict.fromkeys(int(find_person_ever(read, name)["id"]) for name in names))


def one_of_ids(ids: Iterable[int]) -> str:
    """Ids as SQL takes them after IN."""
    return f"({', '.join(map(str, ids)) or 'NULL'})"


def of_body(body_id: int) -> str:
    """The items that this outside body is responsible for or supports, as a condition over the table `item`."""
    return f"(body_id = {body_id} OR id IN (SELECT s.item_id FROM body_support s WHERE s.body_id = {body_id}))"


def involves(role: str, people: str) -> str:
    """The items that these people (ids, or a subselect of them) lead, support or either, as a condition over the table `item`."""
    leads = f"lead_id IN {people}"
    supports = (
        f"id IN (SELECT s.item_id FROM support s WHERE s.person_id IN {people} AND s.since <= :as_of AND (s.until IS NULL OR s.until > :as_of))"
    )
    return {"lead": leads, "support": supports, "any": f"({leads} OR {supports})"}[role]


def status_condition(status: str) -> str:
    """The items of a status, those that are read and never stored included; and those that are overdue, which is none."""
    if status == states.OVERDUE:
        return OVERDUE
    if status == "open":
        return f"status IN {OPEN_STATUSES}"
    if status in ("registered", "issued"):
        return "status = 'issued' AND issued " + (">" if status == "registered" else "<=") + " :as_of"
    return f"status = '{codes.STATUSES[codes.STATUSES.index(status)]}'"
