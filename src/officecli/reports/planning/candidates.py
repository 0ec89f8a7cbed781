"""Who could lead a matter, and what speaks for and against each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from fractions import Fraction

from officecli.hints import Any
from officecli.i18n import _, listed, ngettext
from officecli.light import dataclass, field
from officecli.model.names import title_key
from officecli.model.time.planning import Work
from officecli.reports.items.counting import Tally, added_up, percent
from officecli.reports.planning import same_rank
from officecli.reports.planning.likeness import Likeness
from officecli.reports.planning.matter import Matter
from officecli.reports.planning.remedies import day_for, free
from officecli.reports.planning.to_whom import receivers
from officecli.reports.planning.workload import Workload, workload
from officecli.reports.shape.chosen import Chosen
from officecli.standing.office.superiors import on_highest_posts, over_other_units
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.duties import every_duty

HOLDS, SUPPORTS, LIKE, NONE = 3, 2, 1, 0
BY_DUTY = {HOLDS: "holds", SUPPORTS: "supports", LIKE: "like", NONE: None}
LAST_YEAR = timedelta(days=365)
ONE_WORD_OF_TWO = Fraction(1, 2)
"""What says too little: a word that stands in two duties, for much is handled, held or written."""


@dataclass(frozen=True)
class OfDuty:
    """How the matter falls under the duty of this `title`: `how` is HOLDS, SUPPORTS, LIKE (by its words, of that `weight`) or NONE."""

    how: int = NONE
    weight: Fraction = Fraction()
    said: str = ""
    title: str = ""


@dataclass(frozen=True)
class Remark:
    """Something that is to be said of somebody: its `code`, the sentence, and the values in it."""

    code: str
    said: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Candidate:
    """Somebody who could lead it, with what stands in the way.

    `by` is the day they could have done it, None where nobody knows its hours or no day fits; `load` is percent of their hours until the deadline,
    `free` minutes, both as far as hours are on record; `due` and `open` count their items that fall due until then and that are in their hands.
    `cautions` are no obstacles: what they let pass, or that they leave soon. `before` counts the same matter or duty; the results are percent, None
    under the minimum.
    """

    person: Row
    troubles: list[Remark]
    duty: OfDuty
    by: date | None
    in_time: bool
    load: float | None
    free: int
    before: int
    on_time: float | None
    first_pass: float | None
    cautions: Sequence[Remark] = ()
    due: int = 0
    open: int = 0
    at_the_top: bool = False
    """Whether they head the whole office, or units of it: work comes to them that is their own duty, or that nobody else can do."""

    @property
    def order(self) -> tuple[Any, ...]:
        """Who comes first; of equals the lowest rank, so that work is not pushed up, and then the id, so that the order is always the same."""
        results = (-(self.on_time or 0), -(self.first_pass or 0))
        load = self.load if self.load is not None else 0.0 if self.free else 1000.0
        return (
            bool(self.troubles),
            self.at_the_top and self.duty.how != HOLDS,
            bool(self.cautions),
            -self.duty.how,
            not self.in_time,
            -self.before,
            -self.duty.weight,
            load,
            self.due,
            self.open,
            *results,
            self.person["level"] or 0,
            self.person["id"],
        )


def ranked(read: Reader, matter: Matter, giver: Row | None = None) -> list[Candidate]:
    """Everybody of the staff but its lead, who fits best first; whom the `giver` may not give it to comes behind."""
    known = workload(read)
    barred = _by_rules(read, matter, known.people.values(), giver)
    until = matter.due or known.last_of(read.settings["load.days"])
    soon = max(until, known.last_of(read.settings["load.days"]))
    duties, before, results = _duties(read, matter), _before(read, matter), _results(read)
    least = read.settings["ranking.min_items"]
    top = {row["id"] for row in (*on_highest_posts(read), *over_other_units(read))}
    found = []
    for number, person in known.people.items():
        if number == matter.lead_id:
            continue
        work = Work(matter.item_id or 0, read.as_of, until, matter.minutes) if matter.minutes else None
        by = day_for(known, number, work) if work else None
        there, tally = known.minutes(number, until), results.get(number, Tally()).figures
        asked = sum(one.minutes for one in known.works(number) if one.due <= until)
        found.append(
            Candidate(
                person,
                [*barred[number], *_by_time(matter, person, known, until)],
                duties.get(person["post_id"], OfDuty()),
                by,
                work is None or (by is not None and by <= until),
                percent(asked, there) if known.works(number) or not known.tasks[number] else None,
                free(known, number, until),
                before[number],
                percent(tally["in_time"], tally["decided"]) if tally["decided"] >= least else None,
                percent(tally["accepted_first"], tally["reviewed"]) if tally["reviewed"] >= least else None,
                _cautions(known, number, until, soon),
                known.due_by(number, until),
                len(known.tasks[number]),
                number in top,
            )
        )
    return sorted(found, key=lambda one: one.order)


def _by_rules(read: Reader, matter: Matter, people: Collection[Row], giver: Row | None) -> dict[int, list[Remark]]:
    """By person what the rules would find, were the `giver` to give the matter to them."""
    theirs = receivers(read, giver, matter) if giver else None
    supporters = matter.supporters if matter.kind == "adhoc" else ()
    twins = same_rank.twins(read, matter.item_id) if matter.item_id else ()
    found: dict[int, list[Remark]] = {}
    for person in people:
        said = found.setdefault(person["id"], [])
        if same := [one["name"] for one in same_rank.of_one_rank(person, supporters)]:
            said.append(Remark("R102", _("of one rank with {names}, who supports it (R102)").format(names=listed(same)), {"names": same}))
        for twin in same_rank.of_one_rank(person, twins)[:1]:
            told = _("of one rank with {name}, who leads the same matter as {number} (R103)")
            values = {"name": twin["name"], "number": twin["number"]}
            said.append(Remark("R103", told.format(**values), values))
        if giver and theirs is not None and person["id"] not in theirs:
            said.append(Remark("A401", _("{name} may not give it to them (A401)").format(name=giver["name"]), {"name": giver["name"]}))
    return found


def _by_time(matter: Matter, person: Row, known: Workload, until: date) -> list[Remark]:
    found = []
    if any(one["id"] == person["id"] for one in matter.supporters):
        found.append(Remark("supports", _("supports it")))
    if away := known.days_away(person["id"], until):
        there = known.count(person["id"], until)
        values = {"n": away, "all": away + there}
        found.append(Remark("away", _("away on {n} of {all} working days").format(**values), values))
    return found


def _cautions(known: Workload, person: int, until: date, soon: date) -> list[Remark]:
    """What is to be considered before the person is given more: items they have let pass, and leave that begins soon after the deadline."""
    found = []
    if overdue := known.overdue(person):
        found.append(Remark("overdue", ngettext("{n} item overdue", "{n} items overdue", overdue).format(n=overdue), {"n": overdue}))
    if not known.days_away(person, until) and (day := known.leaves_on(person, soon)):
        found.append(Remark("leaves", _("away from {day}").format(day=day.isoformat()), {"day": day.isoformat()}))
    return found


def _duties(read: Reader, matter: Matter) -> dict[int, OfDuty]:
    """By post how the matter falls under its duties: under the one that was named, else under the one most like it in words."""
    duties = [duty for duty in every_duty(read) if not duty["retired"]]
    supporting: dict[int, list[int]] = {}
    for row in read.rows("SELECT duty_id, post_id FROM duty_support ORDER BY id"):
        supporting.setdefault(row["duty_id"], []).append(row["post_id"])
    found: dict[int, OfDuty] = {}
    if matter.duty_id:
        duty = next(duty for duty in every_duty(read) if duty["id"] == matter.duty_id)
        for post in supporting.get(duty["id"], ()):
            found[post] = OfDuty(SUPPORTS, said=_("supports “{duty}”").format(duty=duty["title"]), title=duty["title"])
        found[duty["post_id"]] = OfDuty(HOLDS, said=_("holds “{duty}”").format(duty=duty["title"]), title=duty["title"])
        return found
    texts = {duty["id"]: f"{duty['title']} {duty['kind'] or ''}" for duty in duties}
    likeness = Likeness(matter.title, texts.values())
    for duty in duties:
        shared = likeness.shared(texts[duty["id"]])
        said = _("“{duty}” has {words} in common with it").format(duty=duty["title"], words=listed(f"“{word}”" for word in shared))
        like = OfDuty(LIKE, likeness.weight(texts[duty["id"]]), said, duty["title"])
        for post in (duty["post_id"], *supporting.get(duty["id"], ())):
            if like.weight > max(ONE_WORD_OF_TWO, found.get(post, OfDuty()).weight):
                found[post] = like
    return found


def _before(read: Reader, matter: Matter) -> Counter[int]:
    """How often each has led the same matter (whatever numbers and dates it had), or another of the same duty, in the last two years."""
    key = _plain(matter.title)
    rows = read.rows(
        "SELECT lead_id, title, duty_id FROM item WHERE status <> 'cancelled' AND issued >= :since AND id <> :item",
        since=(read.as_of - 2 * LAST_YEAR).isoformat(),
        item=matter.item_id or 0,
    )
    return Counter(row["lead_id"] for row in rows if (key and _plain(row["title"]) == key) or (matter.duty_id and row["duty_id"] == matter.duty_id))


def _plain(title: str) -> str:
    return "".join(sign for sign in title_key(title) if not sign.isnumeric())


def _results(read: Reader) -> dict[int, Tally]:
    """What each led in the last year, counted."""
    chosen = Chosen(["issued >= :since"], {"since": (read.as_of - LAST_YEAR).isoformat()})
    return added_up(read, chosen, "lead")
