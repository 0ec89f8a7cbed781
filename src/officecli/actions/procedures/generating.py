"""Makes the items of what comes round: each occurrence once, however often it is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby

from officecli.actions.acting import Acting, acting
from officecli.actions.procedures.drafts import Drafts
from officecli.errors import BadInput
from officecli.i18n import N_, _, listed, ngettext
from officecli.light import dataclass, field
from officecli.model.items import Item
from officecli.model.procedures.procedures import Procedure
from officecli.model.rule import Rule
from officecli.model.time.working_days import WorkingDays
from officecli.rules import watching_rules
from officecli.rules.wording import fix, label, message
from officecli.standing.office.rights import over_office
from officecli.standing.procedures.coming import DAYS_AHEAD, Coming, coming
from officecli.standing.procedures.leads import How
from officecli.store.calendar.days import working_days
from officecli.store.calendar.provisional import say_provisional
from officecli.store.place import Place
from officecli.store.read.reader import Reader, Row, reading
from officecli.store.write.garbage import nothing_collected

BATCH = 5000
"""Items written between two words about the progress."""

Tick = Callable[[int, int], None]
"""(items written so far, items to write)"""


@dataclass
class Made:
    """What is made of one procedure: how many items, for which days, and how many each person leads."""

    procedure: str
    items: int
    first: date
    last: date
    leads: Counter[str]


@dataclass
class Generated:
    """What came of it; `warnings` are (of what, what is wrong, what to do), `notes` what was assumed. `written`: it was no trial."""

    until: date
    made: list[Made] = field(default_factory=list)
    warnings: list[tuple[str, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written: bool = False
    day: str = ""
    head: str = ""

    @property
    def items(self) -> int:
        """How many items are made."""
        return sum(one.items for one in self.made)


def generate(place: Place, as_name: str = "", *, until: str = "", dry_run: bool = False, tick: Tick) -> Generated:
    """Make what is to be handed out by the day `until` (within a week where none is given), in one transaction; a trial makes nothing.

    What nobody can lead, or a rule refuses, is left for the next time, and said. Raises Refused for anybody but a registrar.
    """
    with reading(place) as read, nothing_collected():
        days = working_days(read)
        last = _until(read, days, until)
        result = _told(read, coming(read, days, last)) if dry_run else Generated(last)
        result.day = read.today.isoformat()
    if not dry_run:
        with nothing_collected():
            _generate(place, as_name, days, result, tick)
    with reading(place) as read:
        result.head = read.head_text()
    return result


def _until(read: Reader, days: WorkingDays, typed: str) -> date:
    if not typed.strip():
        return min(read.today + timedelta(days=DAYS_AHEAD), days.last)
    from officecli.typed.dates import almanac, read_date

    until = read_date(typed, base=read.today, by=almanac(read))
    if until < read.today:
        raise BadInput(
            _("{until} is past: what comes round by today is made in any case.").format(until=until.isoformat()),
            fix=_("Give a later day, or leave out --until."),
        )
    return until


class _RefusedSomeError(Exception):
    """Leaves the transaction: some procedures' items are refused, and the others are to be made without them."""


def _generate(place: Place, as_name: str, days: WorkingDays, result: Generated, tick: Tick) -> None:
    refused: dict[int, tuple[str, str, str]] = {}
    while not result.written:
        try:
            with acting(place, "generate", as_name, rules=()) as act:
                wanted = coming(act.read, days, result.until, without=refused)
                first = act.change.first
                _write(act, wanted, days, tick)
                act.stop_unless_entitled()
                found, warnings = _judged(act, first) if wanted.found else ({}, [])
                if found:
                    refused |= found
                    raise _RefusedSomeError
                told = _told(act.read, wanted)
        except _RefusedSomeError:
            continue
        result.made, result.notes = told.made, told.notes
        result.warnings = [*told.warnings, *refused.values(), *warnings]
        result.written = True


def _write(act: Acting, wanted: Coming, days: WorkingDays, tick: Tick) -> None:
    """Add the items, each on behalf of whoever gives its lead work, and note how far the procedures have come."""
    change = act.change
    standing = over_office(act.actor)
    drafts = Drafts(act.read, days)
    for start in range(0, len(wanted.found), BATCH):
        batch = wanted.found[start : start + BATCH]
        rows = sorted(zip(batch, drafts.of(batch), strict=True), key=lambda both: both[0].giver["id"])
        for _giver, group in groupby(rows, key=lambda both: both[0].giver["id"]):
            both = list(group)
            giver = both[0][0].giver
            change.act(standing.role, (giver["id"], giver["name"]))
            change.add_many(Item, "generate", [fields for _one, fields in both])
        change.finish()
        tick(start + len(batch), len(wanted.found))
    act.sign(standing)
    for procedure_id, mark in wanted.marks.items():
        change.set(change.get(Procedure, procedure_id), "generate", generated_until=mark)


def _judged(act: Acting, first: int) -> tuple[dict[int, tuple[str, str, str]], list[tuple[str, str, str]]]:
    """Ask the rules about the entries from `first` on: what they refuse, by procedure, and what they warn of, by rule."""
    refused: dict[int, tuple[str, str, str]] = {}
    warned: dict[str, tuple[Rule, str, int]] = {}
    for found in act.change.findings(watching_rules()):
        if found.item_id is None or found.item_id < first or found.waived:
            continue  # about the office as a whole, or what was there before: `check` reports it
        if found.severity == "refuse":
            procedure = act.read.row("SELECT p.id, p.name FROM procedure p JOIN item i ON i.procedure_id = p.id WHERE i.id = :id", id=found.item_id)
            if procedure and procedure["id"] not in refused:
                said = _("{name} was left out: {finding}").format(name=procedure["name"], finding=message(found))
                refused[procedure["id"]] = (label(found.rule), said, fix(found))
        else:
            rule, text, count = warned.get(found.rule.code, (found.rule, message(found), 0))
            warned[found.rule.code] = (rule, text, count + 1)
    return refused, [_warning(*one) for one in warned.values()]


def _warning(rule: Rule, text: str, count: int) -> tuple[str, str, str]:
    """The first thing a rule warns of, how many more there are, and what to do."""
    more = ngettext("and {n} more", "and {n} more", count - 1).format(n=count - 1) if count > 1 else ""
    return label(rule), "\n".join(part for part in (text, more) if part), _(rule.instead)


_INSTEAD: dict[How, str] = {
    "stand-in": N_("The post {post} is vacant: {names}, of the post that stands in, leads “{procedure}”."),
    "superior": N_("The post {post} is vacant: {names}, the next superior, leads “{procedure}”."),
}


def _told(read: Reader, wanted: Coming) -> Generated:
    """What is to be made, in words."""
    made: dict[int, Made] = {}
    for one in wanted.found:
        of = made.get(one.procedure["id"])
        if of is None:
            of = made[one.procedure["id"]] = Made(one.procedure["name"], 0, one.day, one.day, Counter())
        of.items += 1
        of.first, of.last = min(of.first, one.day), max(of.last, one.day)
        of.leads[one.lead["name"]] += 1
    notes = [
        _(_INSTEAD[how]).format(post=procedure["post"], procedure=procedure["name"], names=listed(person["name"] for person in people))
        for procedure, how, people in wanted.instead
    ]
    late = sum(one.late for one in wanted.found)
    if late:
        text = ngettext(
            "{n} item should have been handed out before; it is due on the day it is handed out.",
            "{n} items should have been handed out before; they are due on the day they are handed out.",
            late,
        )
        notes.append(text.format(n=late))
    if away := Counter(one.lead["name"] for one in wanted.found if one.away):
        leads = listed(f"{name} {count}" for name, count in away.items())
        notes.append(_("Away until what they lead is due: {leads}. Who acts meanwhile: officecli away").format(leads=leads))
    if provisional := say_provisional(read, (day.isoformat() for one in wanted.found for day in (one.day, one.due))):
        notes.append(provisional)
    return Generated(wanted.until, sorted(made.values(), key=lambda one: (one.first, one.procedure)), _leaderless(wanted.leaderless), notes)


def _leaderless(procedures: list[Row]) -> list[tuple[str, str, str]]:
    if not procedures:
        return []
    names = listed(_("“{title}”").format(title=one["name"]) for one in procedures[:5]) + (" …" if len(procedures) > 5 else "")
    what = _("Nobody holds the post, stands in for it, or stands above it; nothing was made of {names}.").format(names=names)
    return [(_("Nobody to lead"), what, _("Fill the post, or give the procedure another; it is tried again the next time."))]
