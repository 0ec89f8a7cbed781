"""Carries out what differs between an office file and the store, each row on the trail."""

from __future__ import annotations

from typing import Any

from officecli.actions.acting import Acting
from officecli.actions.office.aliases import keep_aliases
from officecli.actions.office.settings import keep_setting, leave_profile_to_its_command
from officecli.actions.office.staff import leave_all
from officecli.errors import BadInput
from officecli.files.office.content import Entry
from officecli.files.office.plan import Plan
from officecli.files.office.step import Step
from officecli.i18n import _
from officecli.model.declaring import SQLModel
from officecli.model.names import name_key
from officecli.model.office.organisation import (
    Body,
    CalendarYear,
    Duty,
    DutySupport,
    Office,
    OfficeDay,
    OfficeFunction,
    PastPost,
    Person,
    Post,
    Rank,
    Setting,
    Unit,
)
from officecli.model.procedures.procedures import Emergency
from officecli.settings import PROFILE
from officecli.standing.office.superiors import on_highest_posts
from officecli.store.calendar.rebuilding import add_public_years, rebuild
from officecli.store.write.change import Change

VERB = "setup"
MODELS: dict[str, type[SQLModel]] = {"rank": Rank, "unit": Unit, "post": Post, "duty": Duty, "emergency": Emergency, "person": Person, "body": Body}
COLUMNS = {"parent": "parent_id", "unit": "unit_id", "rank": "rank_id", "reports_to": "reports_to_id", "post": "post_id", "follow_up": "follow_up_id"}
"""The file's key → the column that refers; the other keys are the columns' own names."""


def apply(act: Acting, plan: Plan, *, prune: bool = False) -> None:
    """Make the store what the file says; with `prune`, what it no longer names is retired. Raises Refused where somebody who goes still has work."""
    change = act.change
    _calendar(change, plan)
    if plan.functions:
        _functions(change, plan.functions[1])
    if prune and PROFILE.name in plan.missing_settings and on_highest_posts(act.read):
        raise BadInput(
            _("The file does not name the profile, and --prune would give it its default back; it is changed on the order of the highest post."),
            fix=_(
                'Write it into the file, under [settings]: rules.profile = "{profile}"; or change it: officecli config profile standard --by NAME'
            ).format(profile=act.read.profile),
        )
    if PROFILE.name in plan.settings and on_highest_posts(act.read):
        leave_profile_to_its_command(PROFILE.name)
    for name, (_before, value) in plan.settings.items():
        keep_setting(change, VERB, name, value)
    if prune:
        _prune(act, plan)
    _free_logins(change, plan.steps)
    ids: dict[Entry, int] = {}
    for step in plan.steps:
        ids[step.entry] = _carry_out(change, step, ids)
    _stand_ins(change, plan.steps, ids)
    change.read.forget()


def _carry_out(change: Change, step: Step, ids: dict[Entry, int]) -> int:
    """The id of the entry's row, made or changed."""
    entry = step.entry
    if step.row and not step.changes:
        return step.row.id
    fields: dict[str, Any] = {
        COLUMNS.get(name, name): _stored(value, ids) for name, value in entry.asked_for().items() if name not in {"stand_in", "aliases"}
    }
    if entry.table in {"person", "body"}:
        fields["name_key"] = name_key(entry.name)
    if step.row is None:
        made: Any = change.add(MODELS[entry.table], VERB, **fields)
        _beside(change, made.id, entry, ids)
        return int(made.id)
    row: Any = change.get(MODELS[entry.table], step.row.id)
    if entry.table == "person":
        if "post" in step.changes:
            change.add(PastPost, VERB, person_id=row.id, post_id=row.post_id, until=change.day)
    else:
        fields["retired"] = False
    change.set(row, VERB, **fields)
    _beside(change, row.id, entry, ids)
    return step.row.id


def _stand_ins(change: Change, steps: list[Step], ids: dict[Entry, int]) -> None:
    """Two posts may stand in for each other, so both must be there first."""
    for step in steps:
        if step.entry.table == "post" and (step.row is None or step.changes):
            stand_in = step.entry.refs.get("stand_in")
            change.set(change.get(Post, ids[step.entry]), VERB, stand_in_id=ids[stand_in] if stand_in else None)


def _stored(value: Any, ids: dict[Entry, int]) -> Any:
    if isinstance(value, Entry):
        return ids[value]
    return ",".join(value) if isinstance(value, list) else value


def _beside(change: Change, row_id: int, entry: Entry, ids: dict[Entry, int]) -> None:
    """What an entry says that is kept in rows of its own."""
    if entry.table == "duty":
        _support(change, row_id, entry, ids)
    if "aliases" in entry.values:
        keep_aliases(change, VERB, entry.table, row_id, entry.values["aliases"])


def _support(change: Change, duty_id: int, entry: Entry, ids: dict[Entry, int]) -> None:
    """Make the posts that support a duty those of the file."""
    wanted = {ids[post]: part for post, part in entry.supports}
    there = change.read.rows("SELECT id, post_id FROM duty_support WHERE duty_id = :duty ORDER BY id", duty=duty_id)
    for row in there:
        support = change.get(DutySupport, row["id"])
        if row["post_id"] in wanted:
            change.set(support, VERB, part=wanted.pop(row["post_id"]))
        else:
            change.remove(support, VERB)
    for post_id, part in wanted.items():
        change.add(DutySupport, VERB, duty_id=duty_id, post_id=post_id, part=part)


def _free_logins(change: Change, steps: list[Step]) -> None:
    """A login that goes from one person to another is given up first, since it belongs to one at a time."""
    wanted = {step.entry.values.get("login") for step in steps if step.row is None or "login" in step.changes} - {None, ""}
    for step in steps:
        if step.row and "login" in step.changes and step.changes["login"][0] in wanted:
            change.set(change.get(Person, step.row.id), VERB, login=None)


def _calendar(change: Change, plan: Plan) -> None:
    """The office's own row and its days; another region brings the public days of that region in place of the old ones."""
    if plan.office:
        change.set(change.get(Office, change.read.office["id"]), VERB, **{name: value for name, (_before, value) in plan.office.items()})
        change.read.forget()
    if "region" in plan.office:
        for row in change.read.rows("SELECT id FROM calendar_year ORDER BY year"):
            change.remove(change.get(CalendarYear, row["id"]), VERB)
        add_public_years(change, change.read.office["region"])
    for _day, _working, row_id in plan.days_removed:
        change.remove(change.get(OfficeDay, row_id), VERB)
    for day, working in plan.days_added:
        change.add(OfficeDay, VERB, day=day, working=working)
    if "region" in plan.office or plan.days_added or plan.days_removed:
        rebuild(change)


def _functions(change: Change, wanted: list[str]) -> None:
    """Make the office's own list of functions this one."""
    there = {row["name"]: row["id"] for row in change.read.rows("SELECT id, name FROM office_function ORDER BY id")}
    for name in wanted:
        if name not in there:
            change.add(OfficeFunction, VERB, name=name)
    for name, row_id in there.items():
        change.set(change.get(OfficeFunction, row_id), VERB, retired=name not in wanted)


def _prune(act: Acting, plan: Plan) -> None:
    """Retire what the file no longer names; nothing in the file refers to it, so only people with open work stand in the way."""
    change = act.change
    leave_all(act, [row.id for row in plan.missing if row.table == "person"], VERB)
    for row in plan.missing:
        if row.table != "person":
            change.set(change.get(MODELS[row.table], row.id), VERB, retired=True)
    if plan.missing_functions:
        _functions(change, [])
    for name in plan.missing_settings:
        change.remove(change.get(Setting, change.read.value("SELECT id FROM setting WHERE name = :name", name=name)), VERB)
