"""One key of a filter with its value, as a condition over items; no text that was typed gets into it, it goes along as a value."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from officecli.errors import OfficeError
from officecli.hints import TYPE_CHECKING, Any
from officecli.model import codes
from officecli.model.filter_keys import Key
from officecli.model.names import name_key
from officecli.model.words import VOCABULARIES
from officecli.reports.shape.chosen import Chosen, folded, involves, of_body, one_of_ids, status_condition, units_under
from officecli.store import cases, items
from officecli.store.read.reader import Reader
from officecli.typed.filters.faults import tell_place
from officecli.typed.filters.torn import torn, with_words
from officecli.typed.filters.tree import Place, Value
from officecli.typed.filters.values import amounts_meant, case_of, code_of, is_nothing, status_of
from officecli.typed.items.labels import key_asked_for
from officecli.typed.office.bodies import find_body
from officecli.typed.office.duties import find_duty
from officecli.typed.office.people import MYSELF, find_person_ever

if TYPE_CHECKING:
    from decimal import Decimal

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
"""The days left as one signed number, as lists show it: below 0 those that it is
late. What is overdue by no working day is not a day late, and has none left.
"""
_OF_THE_VIEW = ("progress", "rating", "submitted", "unit")
"""The keys that ask for a column the table `item` has not got."""
_OF_A_DAY = ("late", "left", "light")
"""Those that ask for a column which a day adds."""

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


class Terms:
    """Turns a key with a value into a condition of `chosen`, with what must be known of it; `denied` says whether it stands under a `not`."""

    def __init__(self, read: Reader, chosen: Chosen) -> None:
        self.read, self.chosen = read, chosen
        self.denied = False

    def condition(self, key: Key, value: Value) -> str:
        """One value of a key as a condition; raises BadInput where it means something together with the words behind it: a shell takes quotes away."""
        words = value.behind.split()
        for most in range(len(words), 0, -1):
            if self._is_one(key, with_words(key, value, words[:most]), value):
                raise torn(value, key, words[:most])
        return self._condition(key, value)

    def _is_one(self, key: Key, longer: Value, value: Value) -> bool:
        """Whether a longer value means something, and of days something else."""
        if key.kind == "label":
            return self.read.row("SELECT 1 AS one FROM label WHERE name_key = :key LIMIT 1", key=name_key(longer.text)) is not None
        try:
            if key.kind != "day":
                self._condition(key, longer)
                return True
            meant = self._day_and_hour(key, longer)
        except OfficeError:
            return False
        with suppress(OfficeError):  # a day with words about it is that day
            return meant != self._day_and_hour(key, value)
        return True

    def _day_and_hour(self, key: Key, value: Value) -> tuple[Any, list[Any]]:
        """The days that a value would let in, and the hour beside them; it is only tried, so nobody is told of it."""
        from officecli.typed.filters.days_meant import days_meant  # which waits for the grammar of dates

        heard = self.read.heard_of_days
        told = heard[:]
        heard.clear()
        try:
            return days_meant(self.read, key, value), heard[:]
        finally:
            heard[:] = told

    def _condition(self, key: Key, value: Value) -> str:
        self.chosen.of_items_alone &= key.name not in _OF_THE_VIEW + _OF_A_DAY
        self.chosen.of_a_day |= key.name in _OF_A_DAY
        if key.over:
            self._name_state()
        match key.kind:
            case "person":
                return self._person(key, value)
            case "unit":
                return self._unit(value)
            case "body":
                return self._body(value)
            case "duty":
                return self._duty(value)
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

    def _unit(self, value: Value) -> str:
        under = self._found(value, units_under)
        if self.read.as_of == self.read.today and (gone := self.read.value("SELECT name FROM unit WHERE id = :id AND retired = 1", id=under[0])):
            self.read.asked_of_the_gone.append((gone, ""))
        return f"unit_id IN {one_of_ids(under)}"

    def _person(self, key: Key, value: Value) -> str:
        if key.name == "support" and is_nothing(value.text):
            return f"({involves('support', '(SELECT id FROM person)')}) IS NOT TRUE"
        one = f"({self._who(value)})"
        return f"originator_id IN {one}" if key.name == "by" else involves("any" if key.name == "person" else key.name, one)

    def _who(self, value: Value) -> int:
        if folded(value.text) in MYSELF:
            return self._myself(value.place)
        person = self._found(value, find_person_ever)
        if person["left_on"] and self.read.as_of == self.read.today:
            self.read.asked_of_the_gone.append((person["name"], person["left_on"]))
        return int(person["id"])

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

    def _duty(self, value: Value) -> str:
        if is_nothing(value.text):
            return "duty_id IS NULL"
        return f"duty_id = {self._found(value, lambda by, name: find_duty(by, name, retired=True))['id']}"

    def _label(self, value: Value) -> str:
        if is_nothing(value.text):
            return "id NOT IN (SELECT g.item_id FROM label g)"
        return f"id IN (SELECT g.item_id FROM label g WHERE g.name_key = {self._value(key_asked_for(self.read, value.text))})"

    def _day(self, key: Key, value: Value) -> str:
        if is_nothing(value.text) and not value.sign:
            return f"{key.asks} IS NULL"
        from officecli.typed.filters.days_meant import days_meant  # which waits for the grammar of dates

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

    def _name_state(self) -> None:
        """A state is asked for: closed items are meant too. One that is denied leaves things as the list has them."""
        self.chosen.state_named |= not self.denied

    def _found(self, value: Value, find: Callable[[Reader, str], Any]) -> Any:
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
