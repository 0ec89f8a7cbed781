"""A filter that was typed, as conditions over items: SQL where the store can say it, else row by row, since engines compare people's text differently.

No text that was typed gets into a statement; it goes along as values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal
from typing import Any as Whatever

from officecli.errors import OfficeError
from officecli.i18n import _
from officecli.model import codes
from officecli.model.filter_keys import Key
from officecli.model.names import name_key
from officecli.model.words import VOCABULARIES
from officecli.reports.shape.chosen import Chosen, Holds, find_person_ever, folded, has, involves, of_body, one_of_ids, status_condition, units_under
from officecli.store import cases, items
from officecli.store.read.reader import Reader
from officecli.typed.filters.faults import fault, tell_place
from officecli.typed.filters.parsing import parse
from officecli.typed.filters.torn import torn, with_words
from officecli.typed.filters.tree import All, Any, Node, Not, Place, Term, Text, Value, leaves
from officecli.typed.filters.values import amounts_meant, case_of, code_of, days_meant, is_nothing, status_of
from officecli.typed.office.bodies import find_body
from officecli.typed.office.duties import find_duty
from officecli.typed.office.people import MYSELF

_MOST = 200
"""Things asked for in one filter, those of its views included."""
_MYSELF = (*MYSELF, "我", "myself")
CLOSED = {
    "urgency": codes.URGENCIES,
    "importance": codes.IMPORTANCES,
    "kind": codes.KINDS,
    "focus": codes.FOCUSES,
    "light": tuple(VOCABULARIES["light"]),
}
"""Key → the codes it takes, and no others."""
_WORKED_OUT = {
    "progress": "(SELECT n.progress FROM note n WHERE n.id = progress_note_id)",
    "rating": "(SELECT s.rating FROM submission s WHERE s.id = submission_id AND s.reviewed <= :as_of)",
    "prods": "(SELECT COUNT(*) FROM prod x WHERE x.item_id = i.id AND x.day <= :as_of)",
}
"""Numbers that are no column."""
_LEFT_OR_LATE = f"""CASE WHEN {items.OVERDUE} THEN CASE WHEN working_days_late = 0 THEN -0.5 ELSE -working_days_late END ELSE working_days_left END"""
"""The days left as one signed number, as lists show it: below 0 those that it is late. What is overdue by no working day is not a day late, and has none left."""
_OF_THE_VIEW = ("progress", "rating", "submitted", "unit")
"""The keys that ask for a column the table `item` has not got."""
_OF_A_DAY = ("late", "left", "light")
"""Those that ask for a column which a day adds."""
_TEXTS = {"title": ("title",), "from": ("source",), "goal": ("goal",)}
"""The columns in which the text after a key is looked for."""

_CASES = {
    "overdue": items.OVERDUE,
    "late": "on_time = 0",
    "due-today": cases.DUE_TODAY,
    "due-soon": cases.DUE_SOON,
    "unsigned": cases.HANDED_OUT,
    "returned": cases.RETURNED,
    "prodded": cases.PRODDED,
    "waiting": cases.WAITING,
    "extension-asked": cases.EXTENSION_ASKED,
    "part": "parent_id IS NOT NULL",
}
"""What `is:` may ask besides a status, and whether it is one's own."""


def narrow(read: Reader, chosen: Chosen, typed: str) -> None:
    """Let only those items in that fit a filter; raises BadInput, NotFound or Several with the place of what cannot be understood."""
    from officecli.typed.filters.views import kept

    narrow_to(read, chosen, parse(typed, kept))


def narrow_to(read: Reader, chosen: Chosen, tree: Node) -> None:
    """The same of a filter that is read already, or of a part of one."""
    asked = list(leaves(tree))
    if len(asked) > _MOST:
        raise fault(asked[_MOST].place, _("A filter asks for at most {most} things.").format(most=_MOST), _("Say it shorter."))
    into_sql = _IntoSql(read, chosen)
    for one in tree.of if isinstance(tree, All) else (tree,):
        if any(isinstance(leaf, Text) or leaf.key.kind == "text" for leaf in leaves(one)):
            chosen.sieve.append(into_sql.by_row(one))
        else:
            chosen.conditions.append(into_sql.condition(one))


class _IntoSql:
    """Turns the parts of a tree into conditions of `chosen`, with what must be known of them."""

    def __init__(self, read: Reader, chosen: Chosen) -> None:
        self.read, self.chosen = read, chosen
        self._denied = False

    def condition(self, node: Node) -> str:
        """A part without texts as one condition; what is not known, as a day that is missing, does not hold."""
        match node:
            case Not():
                with self._within_not():
                    return f"({self.condition(node.of)}) IS NOT TRUE"
            case All():
                return "(" + " AND ".join(map(self.condition, node.of)) + ")"
            case Any():
                return "(" + " OR ".join(map(self.condition, node.of)) + ")"
            case Term():
                return "(" + " OR ".join(self.term(node.key, value) for value in node.values) + ")"
            case Text():
                raise AssertionError("a text is looked for row by row")

    def by_row(self, node: Node) -> Holds:
        """A part with texts as a question to a row; what the store can say of it is told by the row, under a name of its own."""
        match node:
            case Not():
                with self._within_not():
                    inner = self.by_row(node.of)
                return lambda row: not inner(row)
            case All():
                every = [self.by_row(one) for one in node.of]
                return lambda row: all(one(row) for one in every)
            case Any():
                some = [self.by_row(one) for one in node.of]
                return lambda row: any(one(row) for one in some)
            case Text():
                return has(node.text)
            case Term() if node.key.kind == "text":
                found = [_says(value, _TEXTS[node.key.name]) for value in node.values]
                return lambda row: any(one(row) for one in found)
            case Term():
                name = f"told{len(self.chosen.told)}"
                self.chosen.told[name] = self.condition(node)
                return lambda row: bool(row[name])

    def term(self, key: Key, value: Value) -> str:
        """One value of a key as a condition; raises BadInput where it means something together with the words behind it: a shell takes quotes away."""
        words = value.behind.split()
        for most in range(len(words), 0, -1):
            if self._is_one(key, with_words(key, value, words[:most]), value):
                raise torn(value, key, words[:most])
        return self._term(key, value)

    def _is_one(self, key: Key, longer: Value, value: Value) -> bool:
        """Whether a longer value means something, and of days something else."""
        if key.kind == "label":
            return self.read.row("SELECT 1 AS one FROM label WHERE name_key = :key LIMIT 1", key=name_key(longer.text)) is not None
        try:
            if key.kind != "day":
                self._term(key, longer)
                return True
            meant = days_meant(self.read, key, longer)
        except OfficeError:
            return False
        with suppress(OfficeError):  # a day with words about it is that day
            return meant != days_meant(self.read, key, value)
        return True

    def _term(self, key: Key, value: Value) -> str:
        self.chosen.of_items_alone &= key.name not in _OF_THE_VIEW + _OF_A_DAY
        self.chosen.of_a_day |= key.name in _OF_A_DAY
        if key.over:
            self._name_state()
        match key.kind:
            case "person":
                return self._person(key, value)
            case "unit":
                return f"unit_id IN {one_of_ids(self._found(value, units_under))}"
            case "body":
                return self._body(value)
            case "duty":
                return (
                    "duty_id IS NULL"
                    if is_nothing(value.text)
                    else f"duty_id = {self._found(value, lambda by, name: find_duty(by, name, retired=True))['id']}"
                )
            case "label":
                return self._label(value)
            case "day":
                return self._day(key, value)
            case "number":
                return self._number(key, value)
            case "is":
                return self._case(case_of(key, value), value.place)
            case _:
                return self._code(key, value)

    def _person(self, key: Key, value: Value) -> str:
        if key.name == "support" and is_nothing(value.text):
            return f"({involves('support', '(SELECT id FROM person)')}) IS NOT TRUE"
        one = f"({self._who(value)})"
        return f"originator_id IN {one}" if key.name == "by" else involves("any" if key.name == "person" else key.name, one)

    def _who(self, value: Value) -> int:
        if folded(value.text) in _MYSELF:
            return self._myself(value.place)
        return int(self._found(value, find_person_ever)["id"])

    def _myself(self, place: Place) -> int:
        from officecli.standing.actor import who_acts

        try:
            return int(who_acts(self.read, self.read.as_name)["id"])
        except OfficeError as error:
            tell_place(error, place)
            raise

    def _body(self, value: Value) -> str:
        if is_nothing(value.text):
            return "body_id IS NULL"
        return of_body(self._found(value, lambda by, name: find_body(by, name, retired=True))["id"])

    def _label(self, value: Value) -> str:
        if is_nothing(value.text):
            return "id NOT IN (SELECT g.item_id FROM label g)"
        return f"id IN (SELECT g.item_id FROM label g WHERE g.name_key = {self._value(name_key(value.text))})"

    def _day(self, key: Key, value: Value) -> str:
        if is_nothing(value.text) and not value.sign:
            return f"{key.asks} IS NULL"
        first, last = days_meant(self.read, key, value)
        if first == last:
            return f"{key.asks} = {self._value(first)}"
        ends = [f"{key.asks} {sign} {self._value(day)}" for sign, day in ((">=", first), ("<=", last)) if day]
        return " AND ".join(ends)

    def _number(self, key: Key, value: Value) -> str:
        asked = _WORKED_OUT.get(key.name, key.asks)
        if is_nothing(value.text) and not value.sign:
            return f"{asked} IS NULL"
        amounts = amounts_meant(key, value)
        if key.name == "left" and any(amount < 0 or (sign == "<" and not amount) for sign, amount in amounts):
            self.chosen.of_a_day = True
            asked = _LEFT_OR_LATE
        return " AND ".join(f"{asked} {sign} {self._value(_plain(amount))}" for sign, amount in amounts)

    def _code(self, key: Key, value: Value) -> str:
        if key.name == "status":
            return self._case(status_of(key, value), value.place)
        if key.name == "focus" and is_nothing(value.text):
            return "focus IS NULL"
        return f"{key.name} = {self._value(code_of(key, value, CLOSED[key.name]))}"

    def _case(self, case: str, place: Place) -> str:
        if case == "mine":
            return f"lead_id = {self._myself(place)}"
        if case in _CASES:
            if case == "late":
                self.chosen.of_a_day = True
                self._name_state()
            if case == "due-soon":
                self.chosen.values |= cases.soon(self.read)
            return _CASES[case]
        self._name_state()
        return status_condition(case)

    @contextmanager
    def _within_not(self) -> Iterator[None]:
        """What is asked meanwhile is denied; what is denied twice is not."""
        self._denied = not self._denied
        yield
        self._denied = not self._denied

    def _name_state(self) -> None:
        """A state is asked for: closed items are meant too. One that is denied leaves things as the list has them."""
        self.chosen.state_named |= not self._denied

    def _found(self, value: Value, find: Callable[[Reader, str], Whatever]) -> Whatever:
        """What a name means; an error about it is told with its place."""
        try:
            return find(self.read, value.text)
        except OfficeError as error:
            tell_place(error, value.place)
            raise

    def _value(self, value: object) -> str:
        """A value as the statement calls it."""
        name = f"asked{len(self.chosen.values)}"
        self.chosen.values[name] = value
        return f":{name}"


def _plain(amount: Decimal) -> int | float:
    """A number as drivers take it."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _says(value: Value, columns: tuple[str, ...]) -> Holds:
    """Whether one of the columns has a text, or with `none` whether none says anything."""
    if is_nothing(value.text):
        return lambda row: not any(row[name] for name in columns)
    return has(value.text, columns)
