"""What a procedure is to be: what was said of it, checked against the office, over what is on record or the defaults."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from officecli.errors import BadInput, NotFound, OfficeError
from officecli.i18n import _, listed
from officecli.model import codes
from officecli.model.bounds import NAME, TEXT, TITLE
from officecli.model.names import name_key
from officecli.model.time.occurrence_titles import PLACEHOLDERS
from officecli.model.time.recurrence import anchored
from officecli.model.time.recurrence_rule import read_parts
from officecli.near import did_you_mean
from officecli.store.calendar.days import working_days
from officecli.store.procedures import ProcedureOnRecord, Step
from officecli.store.read.reader import Reader, Row
from officecli.typed.codes import check_code
from officecli.typed.dates import read_date
from officecli.typed.office.duties import find_duty
from officecli.typed.office.posts import find_post
from officecli.typed.procedures.as_typed import TypedProcedure, kind_of
from officecli.typed.procedures.checked_steps import checked_steps
from officecli.typed.recurrence import RuleWithDaysOff, read_every
from officecli.typed.text import one_line, shown, tidy

T = TypeVar("T")
Path = tuple[str | int, ...]
Complain = Callable[[Path, OfficeError], None]
"""Notes what is wrong with a key, or raises it."""

MOST_DAYS = 250


@dataclass(frozen=True, slots=True)
class ProcedureToBe:
    """The columns of a procedure and of its version; `emergency` is the name of a kind that may not be on record yet."""

    name: str
    emergency: str
    schedule: dict[str, Any]
    content: dict[str, Any]
    steps: tuple[Step, ...]


class ProcedureChecks:
    """Checks what was typed, one procedure after another, asking the office for each post and duty once."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._days = working_days(read)
        self._posts: dict[str, Row] = {}

    def checked(
        self, name: str, typed: TypedProcedure, before: ProcedureOnRecord | None, complain: Complain, *, start: date | None = None
    ) -> ProcedureToBe:
        """What the procedure is to be; `take` gets what is wrong, by key. Without `before`, what was not said has its default; `start` is that of the start."""

        def sure(key: str, check: Callable[[], T], otherwise: T) -> T:
            try:
                return check()
            except (BadInput, NotFound) as error:
                complain((key,), error)
                return otherwise

        checked = sure("name", lambda: _name(name), name)
        was: Mapping[str, Any] = {**before.schedule, **before.content} if before else {}
        first = was.get("start") or start or self._read.today
        wanted: dict[str, Any] = {
            "kind": sure("kind", lambda: was.get("kind", "other") if typed.kind is None else kind_of(typed.kind), "other"),
            "post_id": sure("post", lambda: self._post_id(typed.post, was.get("post_id")), None),
            "duty_id": sure("duty", lambda: self._duty_id(typed.duty, was.get("duty_id")), None),
            "emergency_id": was.get("emergency_id") if typed.emergency is None else None,
        }
        every = sure("every", lambda: _every(typed.every), RuleWithDaysOff("")) if typed.every is not None else None
        wanted |= self._schedule(every, typed, was, first, sure)
        content = _content(typed, was, sure)
        if typed.title is None and not was:
            content["title"] = sure("name", lambda: check_title(default_title(name, wanted["recurrence"], self._read.office["language"])), name)
        steps = before.steps if before and typed.steps is None else checked_steps(typed.steps or (), self.post, complain)
        emergency = sure("emergency", lambda: _name(typed.emergency or "", required=False), "")
        if wanted["kind"] == "emergency" and not emergency and not wanted["emergency_id"]:
            fix = _('Name it: --emergency flood (in a file: emergency = "flood").')
            complain(("emergency",), BadInput(_("A plan for an emergency says for which kind of emergency it is."), fix=fix))
        return ProcedureToBe(checked, emergency, wanted, content, steps)

    def post(self, typed: str) -> Row:
        """The post somebody typed."""
        key = name_key(typed)
        if key not in self._posts:
            self._posts[key] = find_post(self._read, typed)
        return self._posts[key]

    def _post_id(self, typed: str | None, was: int | None) -> int:
        if typed is None and was is not None:
            return was
        if not (typed or "").strip():
            raise BadInput(_("It is not said which post the procedure belongs to."), fix=_("Name the post whose holder leads its items."))
        return int(self.post(typed or "")["id"])

    def _duty_id(self, typed: str | None, was: int | None) -> int | None:
        if typed is None:
            return was
        return int(find_duty(self._read, typed)["id"]) if typed.strip() else None

    def _schedule(
        self, every: RuleWithDaysOff | None, typed: TypedProcedure, was: Mapping[str, Any], first: date, sure: Callable[..., Any]
    ) -> dict[str, Any]:
        """When it comes round: the rule with its start, its end, and what becomes of days off."""
        rule = was.get("recurrence") if every is None else every.rule or None
        days_off = sure("days_off", lambda: _days_off(typed.days_off, every, was.get("days_off", "before")), "before")
        if rule is None:
            if typed.start or typed.until:
                fix = _("Say how often with --every, or leave --start and --until away.")
                sure("start" if typed.start else "until", lambda: _refuse(_("A start or end is of a procedure that comes round."), fix), None)
            return {"recurrence": None, "start": None, "until": None, "days_off": days_off}
        start = sure("start", lambda: self._day(typed.start), None) or first
        until = was.get("until") if typed.until is None else sure("until", lambda: self._day(typed.until), None)
        if until and until < start:
            what = _("It ends on {until}, before it starts on {start}.").format(until=until, start=start)
            sure("until", lambda: _refuse(what, _("Give an earlier start or a later end.")), None)
        rule = sure("every", lambda: anchored(rule, start), rule)
        return {"recurrence": rule, "start": start, "until": until, "days_off": days_off}

    def _day(self, typed: str | None) -> date | None:
        return read_date(typed, base=self._read.today, days=self._days) if typed and typed.strip() else None


def check_title(text: str) -> str:
    """A title whose braces hold only what an occurrence fills in; raises BadInput."""
    title = tidy(text)
    if not title:
        raise BadInput(_("The title of the items is empty."), fix=_("Write what each item is called, for example “Duty roster {month}”."))
    if len(title) > TITLE:
        raise BadInput(_("The title is too long: at most {most} characters.").format(most=TITLE), fix=_("Shorten it."))
    known = listed(f"{{{one}}}" for one in PLACEHOLDERS)
    for found in re.findall(r"\{([^{}]*)\}", title):
        if found not in PLACEHOLDERS:
            raise BadInput(
                _("“{text}” cannot be filled in.").format(text=f"{{{shown(found)}}}"),
                why=did_you_mean(found, PLACEHOLDERS),
                fix=_("A title may hold {known}.").format(known=known),
            )
    if re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", title)):
        raise BadInput(_("The braces in “{title}” do not close.").format(title=shown(title)), fix=_("A title may hold {known}.").format(known=known))
    return title


def default_title(name: str, rule: str | None, language: str) -> str:
    """What the items are called where nothing is typed: the name, and as much of the day as tells them apart."""
    if rule is None:
        return name
    parts = read_parts(rule)
    days = len(parts.weekdays) + len(parts.month_days) - max(0, len(parts.positions) - 1)
    if parts.freq == "MONTHLY" and (days == 1 or len(parts.positions) == 1):
        told = "{year}年{month}" if language == "zh" else "{month} {year}"
    elif parts.freq == "YEARLY" and len(parts.months) == 1 and days == 1:
        told = "{year}年" if language == "zh" else "{year}"
    else:
        told = "{date}"
    return f"{name}（{told}）" if language == "zh" else f"{name} ({told})"


def _content(typed: TypedProcedure, was: Mapping[str, Any], sure: Callable[..., Any]) -> dict[str, Any]:
    return {
        "title": sure("title", lambda: check_title(typed.title), "?") if typed.title is not None else was.get("title", ""),
        "source": sure("source", lambda: _text("source", typed.source, was.get("source", ""), TITLE), ""),
        "goal": sure("goal", lambda: _text("goal", typed.goal, was.get("goal", ""), TEXT), ""),
        "urgency": sure("urgency", lambda: _code("urgency", typed.urgency, codes.URGENCIES, was.get("urgency", "ordinary")), "ordinary"),
        "importance": sure("importance", lambda: _code("importance", typed.importance, codes.IMPORTANCES, was.get("importance", "normal")), "normal"),
        "hours": sure("hours", lambda: _hours(typed.hours, was.get("hours")), None),
        "ahead_days": sure("ahead", lambda: _count("ahead", typed.ahead, was.get("ahead_days", 0)), 0),
        "due_days": sure("due_in", lambda: _count("due_in", typed.due_in, was.get("due_days", 0)), 0),
    }


def _every(typed: str | None) -> RuleWithDaysOff:
    """The rule somebody typed; nothing for a procedure that is only run."""
    return read_every(typed) if typed and typed.strip() else RuleWithDaysOff("")


def _days_off(typed: str | None, every: RuleWithDaysOff | None, was: str) -> str:
    meant = every.days_off if every else ""
    if typed is None:
        return meant or was
    found = check_code(typed, codes.DAYS_OFF, "--days-off")
    if meant and found != meant:
        raise BadInput(
            _("A first working day is counted from the front, a last one from the end; “{given}” says otherwise.").format(given=found),
            fix=_("Leave --days-off away, or give it as {meant}.").format(meant=meant),
        )
    return found


def _code(key: str, typed: str | None, known: tuple[str, ...], was: str) -> str:
    return was if typed is None else check_code(typed, known, "--" + key)


def _text(key: str, typed: str | None, was: str, most: int) -> str:
    text = was if typed is None else tidy(typed)
    if len(text) > most:
        raise BadInput(_("“{key}” is too long: at most {most} characters.").format(key=key, most=most), fix=_("Shorten it."))
    return text


def _count(key: str, typed: str | None, was: int) -> int:
    if typed is None:
        return was
    plain = typed.strip()
    if not re.fullmatch("[0-9]{1,6}", plain) or int(plain) > MOST_DAYS:
        raise BadInput(
            _("“{key}” takes a number of working days from 0 to {most}, not “{value}”.").format(key=key, most=MOST_DAYS, value=shown(plain)),
            fix=_("Write for example {line}").format(line=f"{key} = 3"),
        )
    return int(plain)


def _hours(typed: str | None, was: float | None) -> float | None:
    if typed is None or not typed.strip():
        return was if typed is None else None
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]+)?", typed.strip()) or float(typed) > 100_000:
        raise BadInput(_("“{value}” is no number of hours.").format(value=shown(typed.strip())), fix=_("Write it like 4 or 2.5."))
    return float(typed)


def _name(typed: str, *, required: bool = True) -> str:
    name = one_line(typed)
    if required and not name_key(name):
        raise BadInput(_("The procedure has no name."), fix=_("Name it in a few words."))
    if len(name) > NAME:
        raise BadInput(_("The name is too long: at most {most} characters.").format(most=NAME), fix=_("Shorten it."))
    return name


def _refuse(what: str, fix: str) -> None:
    raise BadInput(what, fix=fix)
