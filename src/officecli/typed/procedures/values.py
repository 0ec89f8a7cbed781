"""One value of a procedure: what was typed for it, None for what is on record."""

from __future__ import annotations

import re

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model import codes
from officecli.model.bounds import NAME
from officecli.model.names import name_key
from officecli.typed.codes import check_code
from officecli.typed.recurrence import RuleWithDaysOff, read_every
from officecli.typed.text import one_line, shown, tidy

MOST_DAYS = 250


def read_name(typed: str, *, required: bool = True) -> str:
    """The name of a procedure or of a kind of emergency; raises BadInput."""
    name = one_line(typed)
    if required and not name_key(name):
        raise BadInput(_("The procedure has no name."), fix=_("Name it in a few words."))
    if len(name) > NAME:
        raise BadInput(_("The name is too long: at most {most} characters.").format(most=NAME), fix=_("Shorten it."))
    return name


def read_rule(typed: str | None) -> RuleWithDaysOff:
    """The rule somebody typed; nothing for a procedure that is only run."""
    return read_every(typed) if typed and typed.strip() else RuleWithDaysOff("")


def read_days_off(typed: str | None, every: RuleWithDaysOff | None, was: str) -> str:
    """What becomes of days off; raises BadInput where the rule itself says otherwise."""
    meant = every.days_off if every else ""
    if typed is None:
        return meant or was
    found = check_code(typed, codes.DAYS_OFF, "--days-off")
    if meant and found != meant:
        raise BadInput(
            _("A first working day is counted from the front, a last one from the end; “{given}” says otherwise.").format(given=found),
            fix=_("Leave out --days-off, or give it as {meant}.").format(meant=meant),
        )
    return found


def read_code(key: str, typed: str | None, known: tuple[str, ...], was: str) -> str:
    """One of the known codes; raises BadInput."""
    return was if typed is None else check_code(typed, known, "--" + key)


def read_text(key: str, typed: str | None, was: str, most: int) -> str:
    """A text on one line, of at most so many characters; raises BadInput."""
    text = was if typed is None else tidy(typed)
    if len(text) > most:
        raise BadInput(_("“{key}” is too long: at most {most} characters.").format(key=key, most=most), fix=_("Shorten it."))
    return text


def read_count(key: str, typed: str | None, was: int) -> int:
    """A number of working days; raises BadInput."""
    if typed is None:
        return was
    plain = typed.strip()
    if not re.fullmatch("[0-9]{1,6}", plain) or int(plain) > MOST_DAYS:
        raise BadInput(
            _("“{key}” takes a number of working days from 0 to {most}, not “{value}”.").format(key=key, most=MOST_DAYS, value=shown(plain)),
            fix=_("Write for example {line}").format(line=f"{key} = 3"),
        )
    return int(plain)


def read_hours(typed: str | None, was: float | None) -> float | None:
    """An effort in hours, None for none; raises BadInput."""
    if typed is None or not typed.strip():
        return was if typed is None else None
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]+)?", typed.strip()) or float(typed) > 100_000:
        raise BadInput(_("“{value}” is no number of hours.").format(value=shown(typed.strip())), fix=_("Write it like 4 or 2.5."))
    return float(typed)
