"""The targets of posts, duties and people in an office file: what is new is set, what differs gets other terms, and what was attained stays."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from officecli.actions.acting import Acting
from officecli.actions.targets.setting import add_target, recorded_in, retire_target, set_target
from officecli.errors import BadInput, NotFound, OfficeError, Refused
from officecli.files.targets import TARGET, new_target
from officecli.files.toml.keys import Key
from officecli.files.toml.problems import Problems
from officecli.files.toml.tables import FoundTable
from officecli.i18n import _
from officecli.model.names import name_key
from officecli.model.time.periods import period_of
from officecli.store.targets import TargetTerms, every_terms
from officecli.typed.targets.amounts import number_text
from officecli.typed.targets.checks import TermsToBe
from officecli.typed.targets.finding import last_terms
from officecli.typed.targets.terms import NewTarget, OtherTerms, new_terms
from officecli.typed.targets.wording import terms_text
from officecli.typed.text import shown

KEYS: Mapping[str, Key] = {name: key for name, key in TARGET.items() if name != "item"}
"""A `[[target]]` here is as in a file of targets; what an item is to attain goes with the item."""

_OWNERS = ("post", "duty", "person")

Which = tuple[tuple[str, int], str, str]
"""What makes it the same target as in the store: whose it is, what it measures, how long its periods are."""


@dataclass(slots=True)
class TargetsBrought:
    """What came of the targets of a file, told for people: new ones, other terms (which, now, before), and those on record that it does not name."""

    added: list[str] = field(default_factory=list)
    changed: list[tuple[str, str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class _Wanted:
    """One target of the file: where it stands, the terms it asks for, and the number it has, or had all along."""

    found: FoundTable
    given: NewTarget
    terms: TermsToBe
    there: TargetTerms | None
    family_id: int | None = None

    @property
    def whose(self) -> str:
        return str(next(self.found.values[owner] for owner in _OWNERS if owner in self.found.values))

    @property
    def label(self) -> str:
        return _("{whose}: {metric}").format(whose=self.whose, metric=self.terms.metric)

    @property
    def shrinks(self) -> bool:
        """Whether its weight does: such go first, since the weights of a post may never be above 100."""
        return self.there is not None and (self.terms.weight or 0) < (self.there.weight or 0)


def bring_targets(act: Acting, found: Sequence[FoundTable], problems: Problems, *, prune: bool = False) -> TargetsBrought:
    """Make the targets those of the file, where it names any; with `prune` the others end. Notes in `problems` what cannot be, and then raises it."""
    if not found:
        return TargetsBrought()
    there = {_which(one): one for one in every_terms(act.read) if one.until is None and one.owner[0] in _OWNERS}
    said = len(act.done)
    wanted = list(_read(act, found, there, problems))
    problems.stop()
    named = {_which(one.terms) for one in wanted}
    missing = [one for which, one in there.items() if which not in named and _is_in_use(act, one)]
    if prune:
        for one in missing:
            _end(act, one)
    brought = TargetsBrought(missing=[f"{one.number} {one.metric}" for one in missing])
    _Bringing(act, wanted, problems, brought).all()
    problems.stop()
    del act.done[said:]
    return brought


def _end(act: Acting, terms: TargetTerms) -> None:
    """End a target with the period before the running one, from which the file holds and its weight may be another's; what has results there ends after it."""
    running = period_of(terms.period, act.today)
    retire_target(act, terms.number, since="" if recorded_in(act.read, terms, running) else running.label)


def _read(act: Acting, found: Sequence[FoundTable], there: Mapping[Which, TargetTerms], problems: Problems) -> Iterator[_Wanted]:
    first: dict[Which, FoundTable] = {}
    for one in found:
        given = new_target(one)
        try:
            terms = new_terms(act.read, given)
        except (BadInput, NotFound, Refused) as error:
            _note(problems, one, error)
            continue
        other = first.setdefault(_which(terms), one)
        if other is not one:
            line = problems.line(other.path)
            problems.add(one.path, _("“{name}” stands in line {line} already.").format(name=shown(terms.metric), line=line), _("Take one out."))
            continue
        yield _Wanted(one, given, terms, there.get(_which(terms)))


class _Bringing:
    """Brings one target after the other: first what it is rolled up to, and of the others those whose weight shrinks."""

    def __init__(self, act: Acting, wanted: list[_Wanted], problems: Problems, brought: TargetsBrought) -> None:
        self._act, self._wanted, self._problems, self._brought = act, wanted, problems, brought
        self._begun: set[_Wanted] = set()

    def all(self) -> None:
        for one in sorted(self._wanted, key=lambda each: not each.shrinks):
            self._bring(one)

    def _bring(self, one: _Wanted) -> None:
        if one in self._begun:
            return
        self._begun.add(one)
        try:
            under = self._parent(one)
            if one.there is None:
                one.family_id = add_target(self._act, dataclasses.replace(one.given, under=under or ""))
                self._brought.added.append(one.label)
            else:
                one.family_id = one.there.family_id
                self._change(one, one.there, under)
        except (BadInput, NotFound, Refused) as error:
            _note(self._problems, one.found, error)

    def _parent(self, one: _Wanted) -> int | None:
        """The id of the target it is rolled up to, None for none: by what it measures, where several measure that after whose it is and a slash."""
        if not one.given.under:
            return None
        key = name_key(str(one.given.under))
        named = [each for each in self._wanted if key in (name_key(each.terms.metric), name_key(f"{each.whose}/{each.terms.metric}"))]
        if len(named) != 1:
            return last_terms(self._act.read, one.given.under).family_id
        self._bring(named[0])
        if named[0].family_id is None:
            raise BadInput(
                _("“{metric}” is not set, or is rolled up to this very target.").format(metric=shown(named[0].terms.metric)),
                fix=_("Name another parent, or none."),
            )
        return named[0].family_id

    def _change(self, one: _Wanted, there: TargetTerms, under: int | None) -> None:
        wanted = dataclasses.replace(one.terms, unit=there.unit) if one.terms.unit.casefold() == there.unit.casefold() else one.terms
        if (wanted.target_class, wanted.unit, wanted.computed) != (there.target_class, there.unit, there.computed):
            raise BadInput(
                _("{target} “{metric}” is counted in other terms: {terms}.").format(
                    target=there.number, metric=there.metric, terms=terms_text(there)
                ),
                fix=_("Retire it first: officecli target retire {target}").format(target=there.number),
            )
        points = one.given.points if tuple(one.given.points) != there.points else ()
        rolled = under != there.parent_id
        if not points and not rolled and terms_text(wanted) == terms_text(there) and wanted.metric == there.metric:
            return
        set_target(
            self._act,
            there.number,
            OtherTerms(
                metric=wanted.metric,
                goal=number_text(wanted.goal),
                at_most=wanted.direction == "at-most",
                threshold=_text(wanted.threshold),
                bonus=_text(wanted.bonus),
                weight=_text(wanted.weight),
                points=points,
                under=(under or "") if rolled else None,
                since=one.given.since,
            ),
        )
        self._brought.changed.append((one.label, terms_text(wanted), terms_text(there)))


def _note(problems: Problems, one: FoundTable, error: OfficeError) -> None:
    for what, fix in [(what, fix) for _label, what, fix in error.reasons] if isinstance(error, Refused) else [(error.what, error.fix)]:
        problems.take(one.path, BadInput(what, why="" if isinstance(error, Refused) else error.why, fix=fix))


def _which(terms: TermsToBe | TargetTerms) -> Which:
    return terms.owner, name_key(terms.metric), terms.period


def _is_in_use(act: Acting, terms: TargetTerms) -> bool:
    """Whose target it is, is still there."""
    kind, owner_id = terms.owner
    left = "left_on IS NOT NULL" if kind == "person" else "retired = 1"
    return act.read.value(f"SELECT 1 AS one FROM {kind} WHERE id = :id AND {left}", id=owner_id) is None


def _text(number: Decimal | None) -> str:
    return "" if number is None else number_text(number)
