"""One command by one person: who acts, in which role, under which waivers; at its end the rules are asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Protocol

from officecli.actions.answer import Answer, NotDone
from officecli.actions.judging import judged, refused_codes
from officecli.actions.settling import settle_by_acting
from officecli.errors import BadInput, OfficeError, Refused
from officecli.i18n import _
from officecli.light import dataclass, field
from officecli.model.acts import ACTS, possible
from officecli.model.items import Item
from officecli.model.rule import Finding, Rule
from officecli.rules import watching_rules
from officecli.standing.actor import who_acts, whose_keys
from officecli.standing.items.first import first_command, held_up
from officecli.standing.items.on_items import on_item
from officecli.standing.items.personal import is_at_the_keys
from officecli.standing.standing import Standing
from officecli.store.machine import account_name
from officecli.store.place import Place
from officecli.store.read.reader import Reader, Row
from officecli.store.write.change import Change, changing
from officecli.store.write.entries import Signature
from officecli.store.write.refusals import log_refusals
from officecli.typed.day_said import seen_today
from officecli.typed.items import numbers
from officecli.typed.office.people import find_person
from officecli.typed.record.waivers import Waiving

_OF_A_PART = ("warnings", "items", "done", "remarks", "repeated", "reminders", "waived", "_state_faults")
"""What a part of a command has for itself until it is judged."""


class Numbered(Protocol):
    """What an act may be about: it has a number people know it by."""

    number: str


@dataclass
class Acting:
    """What an action works with: who acts, the change it makes, and what is to be said of it in the end."""

    change: Change
    actor: Row
    verb: str
    waivings: Sequence[Waiving] = ()
    rules: Sequence[Rule] = ()
    """Those that judge its parts."""
    trial: bool = False
    """It is taken back by whoever asked for it: a refused attempt leaves no trace, as one that is `confidential` does not."""
    confidential: bool = False

    items: list[int] = field(default_factory=list)
    """The items it is about, by id, of which `repeated` had it done already: nothing is recorded of those. For those `waived` rules are set aside."""
    repeated: set[int] = field(default_factory=set)
    waived: set[int] = field(default_factory=set)
    reminders: list[int] = field(default_factory=list)
    """The personal items of the actor that it is about, by id."""
    parts: int = 0
    """Of how many things it is done to each; `not_done` are those to which it was not."""
    not_done: list[NotDone] = field(default_factory=list)

    done: list[Answer] = field(default_factory=list)
    """What came of it; `remarks` are said after that, then the `warnings`, which are findings that did not stop it."""
    remarks: list[Answer] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
    _state_faults: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def read(self) -> Reader:
        """Sees what was changed so far."""
        return self.change.read

    @property
    def today(self) -> date:
        """Today in the office."""
        return self.change.read.today

    @property
    def dated_back(self) -> bool:
        """Whether it was done on an earlier day than today."""
        return self.change.day < self.today

    def person(self, name: str) -> Row:
        """The person of this name; `me` is who acts."""
        return find_person(self.read, name)

    def worker(self, name: str) -> Row:
        """The person of this name who is to be given work; raises BadInput for the founder's account, which is nobody of the staff."""
        person = self.person(name)
        if not person["account"]:
            return person
        mine = person["id"] == self.actor["id"]
        raise BadInput(
            _("You are not on the staff, so you can neither lead nor support.")
            if mine
            else _("{name} is an account, no member of staff.").format(name=person["name"]),
            fix=_(
                "Name somebody of the staff. If you are one of them, say which: officecli person set NAME --login {login}; "
                "else join it first: officecli person add NAME --login {login}"
            ).format(login=account_name())
            if mine
            else _("See who is here with: officecli person list"),
        )

    def item(self, number: str) -> Item:
        """The item of this number, to be acted on."""
        item = self.change.get(Item, numbers.find_item(self.read, number))
        if item.id not in self.items:
            self.items.append(item.id)
        return item

    def own_reminder(self, number: str) -> int | None:
        """The id of the actor's own personal item of this number, which is to be acted on; None where an item is meant."""
        found = numbers.find_reminder(self.read, number, self.actor["id"]) if is_at_the_keys(self.read, self.actor["id"]) else None
        if found is not None:
            self.sign(Standing("self"))
            self.reminders += [found] if found not in self.reminders else []
        return found

    def sign(self, standing: Standing) -> None:
        """Sign what is done from here on with this standing."""
        self.change.act(standing.role, standing.behalf)

    def enter(self, act: str, item: Item, *, asker_id: int | None = None, hand_to: int | None = None, step_id: int | None = None) -> Standing:
        """Take up the role in which the actor does `act` on the item; a status that forbids it is kept for the refusal at the end."""
        standing = on_item(self.read, self.actor, item, act, asker_id=asker_id, hand_to=hand_to, step_id=step_id)
        self.sign(standing)
        see = _("See how it stands with: officecli show {number}").format(number=item.number)
        if fault := held_up(act, item.status, item.issued.isoformat(), self.change.day.isoformat()):
            first = "" if possible(act, item.status) else first_command(item.number, item.status, ACTS[act].statuses)
            self.forbid(item, fault, first or see)
        if self.dated_back:
            self._forbid_before_the_last(item)
        return standing

    def _forbid_before_the_last(self, item: Item) -> None:
        """Nothing is dated back beyond what was done with the item last: who led it then, and by when it was due, was another matter."""
        from officecli.actions.record.dating import done_before

        last = done_before(self.read, item.id).last
        if self.change.day < last:
            self.forbid(
                item,
                _("Something was done with it on {last}; nothing is recorded for a day before that.").format(last=last.isoformat()),
                _("Give {last} or a later day with --on. What was done: officecli history {number}").format(
                    last=last.isoformat(), number=item.number
                ),
            )

    def forbid(self, item: Numbered, what: str, fix: str) -> None:
        """Keep a reason, besides the rules, why the command will be refused; it is said together with theirs."""
        if (item.number, what, fix) not in self._state_faults:
            self._state_faults.append((item.number, what, fix))

    def take_forbidden(self) -> list[tuple[str, str, str]]:
        """The reasons kept so far, as (what about, why, what to do), which are then kept no more: of many things done at once each has its own."""
        kept, self._state_faults = self._state_faults, []
        return kept

    @property
    def answering_id(self) -> int:
        """The person who answers for what is done now: whoever acts, or the one a registrar acts for."""
        return self.change.signature.behalf_id or int(self.actor["id"])

    def conclude(self, rules: Sequence[Rule]) -> None:
        """Record the waivers, ask the rules, and raise Refused with everything that is wrong."""
        if self.dated_back:
            from officecli.actions.record.dating import DatedBack

            if self.change.changed:
                self.done.append(DatedBack(seen_today(self.read, self.change.day), self.today))
            self.change.day = None  # what follows is done today
        self.done.extend(self.remarks)
        self._waive()
        if heard := self.read.heard_of_days:
            from officecli.actions.record.days_typed import said_of_days  # of most days there is nothing to say

            self.done.extend(said_of_days(heard, changed=self.change.changed))
        self._judge(rules)
        if rules and self.change.for_others:  # a ledger's rows, and what comes round, say themselves whose they are
            from officecli.actions.record.for_another import done_for_others

            self.done.extend(done_for_others(self.change))
        settle_by_acting(self.change, self.actor["id"])

    @contextmanager
    def part(self) -> Iterator[None]:
        """What is done in this block is judged by itself; where it raises an OfficeError it is taken back, and the rest of the command stays.

        What it warns of is said when the whole is judged.
        """
        whole = {name: getattr(self, name) for name in _OF_A_PART}
        for name, so_far in whole.items():
            setattr(self, name, type(so_far)())
        try:
            with self.change.part():
                yield
                self.change.day = None  # what allows it is given today
                self._waive()
                self._judge(self.rules)
        except OfficeError:
            for name, so_far in whole.items():
                setattr(self, name, so_far)
            raise
        self.warnings = whole.pop("warnings")
        for name, so_far in whole.items():
            setattr(self, name, so_far | getattr(self, name) if isinstance(so_far, set) else [*so_far, *getattr(self, name)])
        self.items = list(dict.fromkeys(self.items))

    def _waive(self) -> None:
        """Set the rules aside for the items it is about, once for each."""
        if self.waivings:
            from officecli.actions.record.allowing import allow  # few commands set a rule aside

            for item_id in (one for one in self.items if one not in self.repeated | self.waived):
                self.waived.add(item_id)
                self.done.extend(one for one in [*allow(self.change, self.actor, item_id, self.waivings)] if one not in self.done)

    def stop_unless_entitled(self) -> None:
        """Raise Refused where what was done so far is not the actor's to do: what takes long asks before the rest."""
        self._judge([rule for rule in watching_rules() if rule.code == "A401"])

    def _judge(self, rules: Sequence[Rule]) -> None:
        self.warnings.extend(judged(self.change, rules, self._state_faults))


@contextmanager
def acting(
    place: Place,
    verb: str,
    as_name: str = "",
    *,
    waivings: Sequence[Waiving] = (),
    rules: Sequence[Rule] | None = None,
    whenever: bool = False,
    on: str = "",
    trial: bool = False,
) -> Iterator[Acting]:
    """One command: yields what the action works with, then asks the rules and commits; a refusal changes nothing and is logged apart.

    It was done `on` an earlier day, where one is typed. Of a `trial`, which whoever asks for it takes back, no refusal is logged.
    """
    judged_by = watching_rules() if rules is None else rules  # read before the lock is taken: nobody is to wait for it
    actor_id: int | None = None
    act: Acting | None = None
    try:
        with changing(place, whenever=whenever) as change:
            actor = who_acts(change.read, as_name)
            actor_id = actor["id"]
            change.read.asker = lambda: actor
            change.sign(Signature(actor["id"], actor["name"], keys=whose_keys(change.read, actor)))
            act = Acting(change, actor, verb, waivings, rules=judged_by, trial=trial)
            if on:
                from officecli.actions.record.dating import effective_day  # few commands are about another day

                change.day = effective_day(change.read, verb, on)
            yield act
            act.conclude(judged_by)
    except Refused as refusal:
        if not (trial or (act and act.confidential)):
            log_refusals(place, actor_id, verb, refused_codes(act.not_done if act else (), refusal))
        raise
    if act.not_done:
        log_refusals(place, actor_id, verb, refused_codes(act.not_done))
