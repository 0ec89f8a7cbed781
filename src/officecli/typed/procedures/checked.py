"""What a procedure is to be: what was typed of it, checked against the office, over what is on record or the defaults."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeVar

from officecli.errors import BadInput, NotFound, OfficeError
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model import codes
from officecli.model.bounds import TEXT, TITLE
from officecli.model.names import name_key
from officecli.model.time.recurrence import anchored
from officecli.store.procedures import ProcedureOnRecord, Step
from officecli.store.read.reader import Reader, Row
from officecli.typed.dates import almanac, read_date
from officecli.typed.office.duties import find_duty
from officecli.typed.office.posts import find_post
from officecli.typed.procedures.as_typed import TypedProcedure, kind_of
from officecli.typed.procedures.checked_steps import checked_steps
from officecli.typed.procedures.titles import check_title, default_title
from officecli.typed.procedures.values import read_code, read_count, read_days_off, read_hours, read_name, read_rule, read_text
from officecli.typed.recurrence import RuleWithDaysOff

T = TypeVar("T")
Path = tuple[str | int, ...]
Complain = Callable[[Path, OfficeError], None]
"""Notes what is wrong with a key, or raises it."""


@dataclass(frozen=True)
class ProcedureToBe:
    """The columns of a procedure and of its version; `emergency` is the name of a kind that may not be on record yet."""

    name: str
    emergency: str
    schedule: dict[str, Any]
    content: dict[str, Any]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class _Draft:
    """What was typed of one procedure, and over it what is on record, by column; empty for a new one."""

    typed: TypedProcedure
    was: Mapping[str, Any]
    complain: Complain

    def sure(self, key: str, check: Callable[[], T], otherwise: T) -> T:
        """What the check answers; where it refuses, that is complained of, and the answer is `otherwise`."""
        try:
            return check()
        except (BadInput, NotFound) as error:
            self.complain((key,), error)
            return otherwise


class ProcedureChecks:
    """Checks what was typed, one procedure after another, asking the office for each post once."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._almanac = almanac(read)
        self._posts: dict[str, Row] = {}

    def checked(
        self, name: str, typed: TypedProcedure, before: ProcedureOnRecord | None, complain: Complain, *, start: date | None = None
    ) -> ProcedureToBe:
        """What the procedure is to be; `complain` gets what is wrong, by key. Without
        `before`, what was not typed has its default; `start` is that of the start.
        """
        draft = _Draft(typed, {**before.schedule, **before.content} if before else {}, complain)
        checked_name = draft.sure("name", lambda: read_name(name), name)
        schedule = self._owners(draft) | self._coming_round(draft, draft.was.get("start") or start or self._read.today)
        content = _content(draft)
        if typed.title is None and not before:
            usual = default_title(name, schedule["recurrence"], self._read.office["language"])
            content["title"] = draft.sure("name", lambda: check_title(usual), name)
        steps = before.steps if before and typed.steps is None else checked_steps(typed.steps or (), self.post, complain)
        return ProcedureToBe(checked_name, _emergency(draft, schedule), schedule, content, steps)

    def post(self, typed: str) -> Row:
        """The post somebody typed."""
        key = name_key(typed)
        if key not in self._posts:
            self._posts[key] = find_post(self._read, typed)
        return self._posts[key]

    def _owners(self, draft: _Draft) -> dict[str, Any]:
        """What kind of work it is, and whose."""
        typed, was = draft.typed, draft.was
        return {
            "kind": draft.sure("kind", lambda: was.get("kind", "other") if typed.kind is None else kind_of(typed.kind), "other"),
            "post_id": draft.sure("post", lambda: self._post_id(typed.post, was.get("post_id")), None),
            "duty_id": draft.sure("duty", lambda: self._duty_id(typed.duty, was.get("duty_id")), None),
            "emergency_id": was.get("emergency_id") if typed.emergency is None else None,
        }

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

    def _coming_round(self, draft: _Draft, first: date) -> dict[str, Any]:
        """When it comes round: the rule with its start (`first` where none is typed), its end, and what becomes of days off."""
        typed, was = draft.typed, draft.was
        every = None if typed.every is None else draft.sure("every", lambda: read_rule(typed.every), RuleWithDaysOff(""))
        rule = was.get("recurrence") if every is None else every.rule or None
        days_off = draft.sure("days_off", lambda: read_days_off(typed.days_off, every, was.get("days_off", "before")), "before")
        if rule is None:
            _refuse_ends(draft)
            return {"recurrence": None, "start": None, "until": None, "days_off": days_off}
        start = draft.sure("start", lambda: self._day(typed.start), None) or first
        until = was.get("until") if typed.until is None else draft.sure("until", lambda: self._day(typed.until), None)
        if until and until < start:
            what = _("It ends on {until}, before it starts on {start}.").format(until=until, start=start)
            draft.complain(("until",), BadInput(what, fix=_("Give an earlier start or a later end.")))
        rule = draft.sure("every", partial(anchored, rule, start), rule)
        return {"recurrence": rule, "start": start, "until": until, "days_off": days_off}

    def _day(self, typed: str | None) -> date | None:
        return read_date(typed, base=self._read.today, by=self._almanac) if typed and typed.strip() else None


def _refuse_ends(draft: _Draft) -> None:
    """A procedure that is only run neither starts nor ends."""
    if draft.typed.start or draft.typed.until:
        fix = _("Say how often with --every, or leave out --start and --until.")
        draft.complain(("start" if draft.typed.start else "until",), BadInput(_("A start or end is of a procedure that comes round."), fix=fix))


def _emergency(draft: _Draft, schedule: Mapping[str, Any]) -> str:
    """The name of the kind of emergency it is for, "" where it is on record or there is none."""
    name = draft.sure("emergency", lambda: read_name(draft.typed.emergency or "", required=False), "")
    if schedule["kind"] == "emergency" and not name and not schedule["emergency_id"]:
        fix = _('Name it: --emergency flood (in a file: emergency = "flood").')
        draft.complain(("emergency",), BadInput(_("A plan for an emergency says for which kind of emergency it is."), fix=fix))
    return name


def _content(draft: _Draft) -> dict[str, Any]:
    """What its items are like."""
    typed, was, sure = draft.typed, draft.was, draft.sure
    title = typed.title
    return {
        "title": was.get("title", "") if title is None else sure("title", lambda: check_title(title), "?"),
        "source": sure("source", lambda: read_text("source", typed.source, was.get("source", ""), TITLE), ""),
        "goal": sure("goal", lambda: read_text("goal", typed.goal, was.get("goal", ""), TEXT), ""),
        "urgency": sure("urgency", lambda: read_code("urgency", typed.urgency, codes.URGENCIES, was.get("urgency", "ordinary")), "ordinary"),
        "importance": sure(
            "importance", lambda: read_code("importance", typed.importance, codes.IMPORTANCES, was.get("importance", "normal")), "normal"
        ),
        "hours": sure("hours", lambda: read_hours(typed.hours, was.get("hours")), None),
        "ahead_days": sure("ahead", lambda: read_count("ahead", typed.ahead, was.get("ahead_days", 0)), 0),
        "due_days": sure("due_in", lambda: read_count("due_in", typed.due_in, was.get("due_days", 0)), 0),
    }
