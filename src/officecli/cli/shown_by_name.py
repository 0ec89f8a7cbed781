"""What `show` shows of a word that is no item: whatever else in the office has this number or name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any

from officecli.cli import session
from officecli.errors import BadInput, NotFound, OfficeError
from officecli.i18n import _, listed
from officecli.model.names import name_key
from officecli.reports.shape.report import Report
from officecli.shell import as_word
from officecli.standing.actor import who_acts
from officecli.store.read.reader import Reader
from officecli.typed.meant import folded
from officecli.typed.office.people import MYSELF, find_person

OF_A_NUMBER = {
    r"D-?(\d{4}-)?\d+": ("decision", "reports.chain.decisions", "typed.chain.decision_numbers:decision_meant"),
    r"Q-?(\d{4}-)?\d+": ("request", "reports.chain.request_card", "typed.chain.request_numbers:find_request"),
    r"[TG]-?\d+": ("target", "reports.targets.targets", "typed.targets.finding:find_target"),
}
"""Form of a number → the command that shows what has it, the module of the report it shows, and what finds it."""

OF_A_NAME = (
    (
        ("person", "reports.office.people", "typed.office.people:find_person"),
        ("unit", "reports.office.units", "typed.office.units:find_unit"),
        ("body", "reports.office.bodies", "typed.office.bodies:find_body"),
    ),
    (("post", "reports.office.posts", "typed.office.posts:find_post"),),
    (
        ("procedure", "reports.procedures.procedures", "typed.items.tags:find_procedure"),
        ("duty", "reports.office.duties", "typed.office.duties:find_duty"),
        *OF_A_NUMBER.values(),
    ),
)
"""The same of what has a name: who there is, then what they hold, then what they do."""


def shown_by_name(read: Reader, typed: str) -> Report | None:
    """What has this number or name; None where nothing has it, BadInput where several things have."""
    if typed.strip().casefold() in MYSELF:
        typed = str(who_acts(read, session.current.who())["name"])
    number = unicodedata.normalize("NFKC", typed[:80]).strip().upper()
    numbered = [kind for form, kind in OF_A_NUMBER.items() if re.fullmatch(form, number)]
    unclear: BadInput | None = None
    for kinds in [numbered] if numbered else OF_A_NAME:
        found = []
        for command, module, finder in kinds:
            try:
                _part(finder)(read, typed)
            except NotFound:
                if numbered:
                    raise
                continue
            except BadInput as error:
                unclear = unclear or error
                continue
            found.append((command, module))
        if len(found) > 1:
            raise _several(typed, [f"officecli {command} show {as_word(typed)}" for command, _module in found])
        if found:
            shown: Report = _part(f"{found[0][1]}:one")(read, typed)
            return shown
    if unclear:
        raise unclear
    return None


def shown_by_whole_name(read: Reader, typed: str) -> Report | None:
    """Who or what unit has exactly this name: whoever types one in full means no matter in which it stands; None for nothing."""
    for _command, module, finder in OF_A_NAME[0]:
        with suppress(OfficeError):
            if name_key(_part(finder)(read, typed)["name"]) == name_key(typed):
                shown: Report = _part(f"{module}:one")(read, typed)
                return shown
    return None


def refuse_either(read: Reader, typed: str) -> None:
    """Raise BadInput where a word that stands in a matter is a person's name as well: either may be meant."""
    try:
        person = find_person(read, typed)
    except OfficeError:
        return
    if f" {folded(typed)} " in f" {folded(person['name'])} ":
        raise _several(typed, [f"officecli list {as_word(typed)}", f"officecli person show {as_word(person['name'])}"])


def _several(typed: str, commands: Sequence[str]) -> BadInput:
    return BadInput(
        _("“{name}” is the name of several things.").format(name=typed[:60]), fix=_("Write which: {commands}").format(commands=listed(commands))
    )


def _part(name: str) -> Callable[..., Any]:
    module, _colon, what = name.partition(":")
    part: Callable[..., Any] = getattr(import_module(f"officecli.{module}"), what)
    return part
