"""Finds what in the store an office file cannot be brought together with."""

from __future__ import annotations

from collections.abc import Mapping

from officecli.errors import BadInput
from officecli.files.office.content import Entry
from officecli.files.office.on_record import ALIASED, RowOnRecord
from officecli.files.office.step import Step
from officecli.files.toml.problems import Problems
from officecli.i18n import _, listed, ngettext, one_of
from officecli.model.names import look_key, name_key
from officecli.store.read.reader import Reader
from officecli.typed.meant import Several, only_one
from officecli.typed.office.names import refuse_lookalike, taken
from officecli.typed.targets.checks import check_duty_may_move


def refuse_conflicts(
    read: Reader, steps: list[Step], staying: list[RowOnRecord], there: Mapping[str, Mapping[int, RowOnRecord]], problems: Problems
) -> None:
    """Note all of it; `staying` are the rows that the file does not name and that are not to be retired, `there` every row."""
    _refuse_returns(steps, problems)
    _refuse_moves_with_targets(read, steps, there["post"], problems)
    _refuse_lookalikes(steps, there["person"], problems)
    _refuse_own_as_outside(steps, there, problems)
    _refuse_taken_aliases(steps, there, problems)
    _check_against_staying(steps, staying, problems)
    _refuse_taken_logins(steps, staying, problems)


def _refuse_returns(steps: list[Step], problems: Problems) -> None:
    """Who has left does not come back by a file: their post may have changed, and the record still speaks of them by the name."""
    for step in steps:
        if step.row and step.row.table == "person" and step.row.retired:
            problems.add(
                ("person", step.entry.index, "name"),
                _("{name} left on {day}.").format(name=step.row.label, day=step.row.values["left_on"]),
                _(
                    'Take this [[person]] out. Who comes back does so with: officecli person return "{name}"; somebody else is entered under a name that '
                    "tells the two apart, such as “{name} 2”."
                ).format(name=step.row.label),
            )


def _refuse_moves_with_targets(read: Reader, steps: list[Step], posts: Mapping[int, RowOnRecord], problems: Problems) -> None:
    """A duty that is measured does not move, by a file no more than by a command."""
    for step in steps:
        if step.row and step.entry.table == "duty" and "post" in step.changes:
            unit, _slash, post = posts[step.row.values["post"]].label.partition("/")
            duty = {"id": step.row.id, "title": step.row.label, "post_id": step.row.values["post"], "unit": unit, "post": post}
            try:
                check_duty_may_move(read, duty, {"id": None, "label": step.entry.refs["post"].label})
            except BadInput as error:
                problems.take(("duty", step.entry.index, "post"), error)


def _refuse_lookalikes(steps: list[Step], people: Mapping[int, RowOnRecord], problems: Problems) -> None:
    """Somebody new must not look like somebody who is, or was, here."""
    known = {look_key(row.label): row.label for row in people.values()}
    for step in steps:
        other = known.get(look_key(step.entry.name)) if step.row is None and step.entry.table == "person" else None
        try:
            refuse_lookalike(step.entry.name, [other] if other else [])
        except BadInput as error:
            problems.take(("person", step.entry.index, "name"), error)


def _refuse_own_as_outside(steps: list[Step], there: Mapping[str, Mapping[int, RowOnRecord]], problems: Problems) -> None:
    """What is one's own is never an outside body, whichever of the two came first."""
    used = [(row.table, row.key[-1], row.label) for table in ("unit", "person", "body") for row in there[table].values() if not row.retired]
    used += [(step.entry.table, step.entry.key[-1], step.entry.label) for step in steps if step.entry.table in {"unit", "person", "body"}]
    outside = {key: label for table, key, label in used if table == "body"}
    own = {key: label for table, key, label in used if table != "body"}
    for step in steps:
        others = own if step.entry.table == "body" else outside if step.entry.table in {"unit", "person"} else {}
        if other := others.get(step.entry.key[-1]):
            problems.add(
                (step.entry.table, step.entry.index, "name"),
                _("{name} would be of this office and an outside body.").format(name=other),
                _("Take one of the two out, or write names that tell them apart."),
            )


def _refuse_taken_aliases(steps: list[Step], there: Mapping[str, Mapping[int, RowOnRecord]], problems: Problems) -> None:
    """Another name must mean one person, unit or outside body alone."""
    told = {id(step.row) for step in steps if step.row and "aliases" in step.entry.values}
    rows = [row for table in ALIASED for row in there[table].values() if table == "person" or not row.retired]
    names = {name_key(row.label): row.label for row in rows}
    names |= {step.entry.key[-1]: step.entry.label for step in steps if step.entry.table in ALIASED}
    called = {table: [row.label for row in there[table].values() if not row.retired] for table in ALIASED}
    for step in steps:
        if step.row is None and step.entry.table in called:
            called[step.entry.table].append(step.entry.label)
    aliases = {name_key(name): (row.table, row.label) for row in rows if id(row) not in told for name in row.values["aliases"]}
    for step in steps:
        own = (step.entry.table, step.entry.label)
        meant = aliases.get(step.entry.key[-1]) if step.row is None and step.entry.table in ALIASED else None
        if meant:
            problems.take((step.entry.table, step.entry.index, "name"), taken(step.entry.label, meant[1]))
        for name in step.entry.values.get("aliases", ()):
            key = name_key(name)
            other = names.get(key) or next((label for table, label in [aliases.setdefault(key, own)] if (table, label) != own), None)
            kept = step.row is not None and name in step.row.values["aliases"]
            short = "" if other or kept else _also_meant(name, own[1], called[step.entry.table])
            if other or short:
                problems.take((step.entry.table, step.entry.index, "aliases"), taken(name, other or short, for_short=not other))


def _also_meant(name: str, own: str, called: list[str]) -> str:
    """Which other of those `called` so goes by this name for short; "" for none, and where the one whose name it is to be may be meant already."""
    try:
        meant = only_one(name, called, str)
    except Several as several:
        return "" if own in several.choices else one_of(several.choices)
    return meant if meant and meant != own else ""


def _check_against_staying(steps: list[Step], staying: list[RowOnRecord], problems: Problems) -> None:
    """What the file no longer names stays, so it must still find its seat and its one superior."""
    people = [step.entry for step in steps if step.entry.table == "person"]
    for step in steps:
        if step.row and step.row.table == "post":
            others = [row for row in staying if row.table == "person" and row.values["post"] == step.row.id]
            _check_seats(step.entry, others, [person for person in people if person.refs.get("post") is step.entry], problems)
            _check_one_superior(step.entry, [row for row in staying if row.table == "post" and row.values["reports_to"] == step.row.id], problems)


def _check_one_superior(post: Entry, below: list[RowOnRecord], problems: Problems) -> None:
    """Note where posts report to one of several seats."""
    if below and _seats(post) != 1:
        problems.add(
            ("post", post.index, "seats"),
            _("{post} has {n} seats, but {lower} reports to it.").format(post=post.label, n=_seats(post), lower=below[0].label),
            _("Write seats = 1, or retire {lower} with --prune.").format(lower=below[0].label),
        )


def _check_seats(post: Entry, others: list[RowOnRecord], sitting: list[Entry], problems: Problems) -> None:
    """Note where the people of the file and the `others`, whom it does not name, are too many for the post."""
    seats = _seats(post)
    if others and len(others) + len(sitting) > seats:
        problems.add(
            ("person", sitting[-1].index, "post") if sitting else ("post", post.index, "seats"),
            ngettext(
                "{post} has {n} seat, and {names}, not in the file, is on it.",
                "{post} has {n} seats, and {names}, not in the file, is on it.",
                seats,
            ).format(post=post.label, n=seats, names=listed(row.label for row in others)),
            _("Write them into the file with another post, or run with --prune."),
        )


def _seats(post: Entry) -> int:
    return int(post.values.get("seats", 1))


def _refuse_taken_logins(steps: list[Step], missing: list[RowOnRecord], problems: Problems) -> None:
    """A login of somebody the file no longer names is theirs still."""
    taken = {row.values["login"]: row for row in missing if row.table == "person" and row.values["login"]}
    for step in steps:
        login = step.entry.values.get("login")
        if login in taken:
            problems.add(
                ("person", step.entry.index, "login"),
                _("The login “{login}” is {name}'s, who is not in the file.").format(login=login, name=taken[login].label),
                _("Give {name} another with: officecli person set").format(name=taken[login].label),
            )
