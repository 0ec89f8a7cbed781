"""The differences between an office file and the store, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from officecli.files.office.content import Entry
from officecli.files.office.on_record import RowOnRecord
from officecli.files.office.plan import Plan
from officecli.files.office.shapes import TABLES
from officecli.files.office.step import Step
from officecli.files.office.targets import TargetsBrought
from officecli.i18n import N_, _, clauses, headed, listed
from officecli.model.words import NORMS, word
from officecli.shell import as_word
from officecli.store.calendar.regions import kept_by_parts

MOST_NAMES = 8

TABLE_WORDS = {
    "rank": N_("ranks"),
    "unit": N_("units"),
    "post": N_("posts"),
    "duty": N_("duties"),
    "emergency": N_("kinds of emergency"),
    "person": N_("people"),
    "body": N_("outside bodies"),
}

CHANGED = {
    "name": N_("{what} is now written {new}"),
    "title": N_("{what} is now written {new}"),
    "retired": N_("{what} is back"),
    "level": N_("{what}: level {new} (was {old})"),
    "parent": N_("{what} now stands under {new} (was {old})"),
    "nature": N_("{what}: nature {new} (was {old})"),
    "functions": N_("{what}: functions {new} (was {old})"),
    "aliases": N_("{what} is also called {new} (was {old})"),
    "rank": N_("{what}: rank {new} (was {old})"),
    "reports_to": N_("{what} now reports to {new} (was {old})"),
    "stand_in": N_("{what}: stand-in {new} (was {old})"),
    "seats": N_("{what}: seats {new} (was {old})"),
    "extension_days": N_("{what} may extend by {new} days (was {old})"),
    "function": N_("{what}: function {new} (was {old})"),
    "kind": N_("{what}: kind of work {new} (was {old})"),
    "may": N_("{what}: what it may do is now: {new}"),
    "may_not": N_("{what}: what it may not do is now: {new}"),
    "how": N_("{what}: how it works is now: {new}"),
    "degree": N_("{what}: to what degree it works is now: {new}"),
    "support": N_("{what}: support by {new} (was {old})"),
    "login": N_("{what}: login {new} (was {old})"),
    "email": N_("{what}: mail {new} (was {old})"),
    "registrar": N_("{what}: registrar {new} (was {old})"),
    "contact": N_("{what}: contact {new} (was {old})"),
    "phone": N_("{what}: phone {new} (was {old})"),
    "follow_up": N_("{what} is followed up by {new} (was {old})"),
    "joined": N_("{what}: joined {new} (was {old})"),
}
MOVED = {"person": N_("{what} moves to {new} (from {old})"), "duty": N_("{what} is now a duty of {new} (was {old})")}

OFFICE = {
    "name": N_("the office is now called {new} (was {old})"),
    "region": N_("public days off: {new} (was {old})"),
    "language": N_("language: {new} (was {old})"),
    "timezone": N_("time zone: {new} (was {old})"),
    "hours": N_("office hours: {new} (was {old})"),
}


def differences(plan: Plan, targets: TargetsBrought, *, prune: bool = False) -> list[str]:
    """Every difference as a sentence, the count of them first; what the file no longer names at the end."""
    goes = len(targets.missing) + len(plan.missing) + len(plan.missing_settings) + len(plan.missing_functions)
    gone = goes if prune else 0
    parts = [
        (len(plan.added) + len(targets.added), _("{n} added")),
        (plan.changed + len(targets.changed), _("{n} changed")),
        (gone, _("{n} retired")),
    ]
    counts = [text.format(n=n) for n, text in parts if n]
    said = [_("{what}:").format(what=listed(counts)) if counts else _("Nothing to do: the office is as the file says.")]
    return (
        said
        + ["  " + line for line in _added(plan, targets)]
        + ["  " + line for line in _changed(plan, targets)]
        + list(_missing(plan, targets, prune=prune))
    )


def _added(plan: Plan, targets: TargetsBrought) -> Iterator[str]:
    for table in TABLES:
        names = [entry.label for entry in plan.added if entry.table == table]
        if names:
            yield _("new {table} ({n}): {names}").format(table=_(TABLE_WORDS[table]), n=len(names), names=_listed(names))
    if targets.added:
        yield _("new targets ({n}): {names}").format(n=len(targets.added), names=_listed(targets.added))


def _changed(plan: Plan, targets: TargetsBrought) -> Iterator[str]:
    for name, (old, new) in plan.office.items():
        yield _(OFFICE[name]).format(new=new or "–", old=old or _("none"))
        if name == "region" and (said := kept_by_parts(new)):
            yield said
    if plan.functions:
        yield _("functions of the office: {new} (was {old})").format(new=_functions(plan.functions[1]), old=_functions(plan.functions[0]))
    for name, (old, new) in plan.settings.items():
        yield _("setting {what}: {new} (was {old})").format(what=name, new=_set_to(new), old=_("the default") if old is None else _set_to(old))
    for day, working in plan.days_added:
        yield (_("{day}: the office works") if working else _("{day}: the office is closed")).format(day=day)
    for day, working, _row in plan.days_removed:
        yield (_("{day}: no longer a working day of its own") if working else _("{day}: no longer closed")).format(day=day)
    for step in plan.steps:
        for key, (old, new) in step.changes.items():
            yield _sentence(step, key).format(
                what=step.row.label if step.row else "", new=_shown(key, new), old=_("none") if old in (None, "", []) else _shown(key, old)
            )
    for which, now, before in targets.changed:
        said = _("target {what}: {new} (was {old})") if now != before else _("target {what}: other points, or rolled up to another")
        yield said.format(what=which, new=now, old=before)


def _set_to(value: Any) -> str:
    """What a setting is set to, in words."""
    return word("value", value) if value != "" else "–"


def _sentence(step: Step, key: str) -> str:
    return _(MOVED[step.entry.table]) if key == "post" else _(CHANGED[key])


def _missing(plan: Plan, targets: TargetsBrought, *, prune: bool) -> Iterator[str]:
    names = {table: [row.label for row in plan.missing if row.table == table] for table in TABLES}
    said = [headed(_(TABLE_WORDS[table]), _listed(found)) for table, found in names.items() if found]
    if plan.missing_functions:
        said.append(_("functions of the office: {names}").format(names=_functions(plan.missing_functions)))
    if plan.missing_settings:
        said.append(_("settings: {names}").format(names=_listed(plan.missing_settings)))
    if targets.missing:
        said.append(_("targets: {names}").format(names=_listed(targets.missing)))
    if said and prune:
        yield _("No longer in the file, and retired:")
    elif said:
        yield _("No longer in the file, and left as it is (--prune retires it):")
    yield from ("  " + line for line in said)
    for old, new in _renamed(plan):
        yield _(
            "{new} has the posts that {old} had. If it is only called otherwise now, say that first, and it keeps its targets, procedures and results: "
            "take this back if it is done (officecli undo), then: officecli unit set {typed} --name {named}"
        ).format(new=new, old=old, typed=as_word(old), named=as_word(new))


def _renamed(plan: Plan) -> Iterator[tuple[str, str]]:
    """The units that the file no longer names, each with the new one that has posts of the very same titles."""
    there, here = _titles(plan.missing), _titles(plan.added)
    added = [entry for entry in plan.added if entry.table == "unit" and here.get(entry.key[0])]
    for row in plan.missing:
        same = [entry for entry in added if row.table == "unit" and here[entry.key[0]] == there.get(row.key[0])]
        if len(same) == 1:
            yield row.label, same[0].label


def _titles(found: Sequence[RowOnRecord | Entry]) -> dict[str, set[str]]:
    """By unit, the titles of the posts among these."""
    titles: dict[str, set[str]] = {}
    for one in found:
        if one.table == "post":
            titles.setdefault(one.key[0], set()).add(one.key[1])
    return titles


def _functions(codes: Sequence[str]) -> str:
    return listed(word("function", code) for code in codes) or _("those of every office")


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMES
    shown = clauses(names[:MOST_NAMES])  # titles hold commas
    return shown if more <= 0 else _("{names} … and {n} more").format(names=shown, n=more)


def _shown(key: str, value: Any) -> str:
    """A value of a file's key, for people."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, Entry | RowOnRecord):
        return value.label
    if key in NORMS:
        return clauses(str(value).splitlines())
    if key == "support":
        return listed(f"{post.label}:{part}" for post, part in value)
    if key == "aliases":
        return listed(value)
    if isinstance(value, list):
        return listed(word(key, one) for one in value)
    return word(key, value) if key in ("nature", "function", "registrar") else str(value)
