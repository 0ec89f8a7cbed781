"""Procedures 规程: what routine work must go through, when it comes round, and which step of an item stands where.

A procedure that changes gets a new version; items keep the version they were made by, so a change never rewrites them.
"""

from datetime import date

from officecli.model import codes
from officecli.model.bounds import TEXT, TITLE
from officecli.model.columns import a_day, flag, key, one_of, refers, the_day
from officecli.model.declaring import Field, SQLModel, UniqueConstraint


class Emergency(SQLModel, table=True):
    """A kind of emergency the office must be ready for; its plan is a procedure."""

    id: int = key()
    name: str = Field(max_length=120, unique=True)
    retired: bool = flag()


class Procedure(SQLModel, table=True):
    """One kind of routine work: whose holder leads it, and when it comes round.

    `recurrence` is an RFC 5545 rule without its start (nothing: only when it is run), `start` the first day it counts from, `until` the last;
    `days_off` what becomes of an occurrence on a day off. The rule's own days up to and with `generated_until` have been made, moved or not, or passed over.
    """

    __table_args__ = (one_of("kind", codes.PROCEDURE_KINDS), one_of("days_off", codes.DAYS_OFF))

    id: int = key()
    name: str = Field(max_length=120, unique=True)
    kind: str
    post_id: int = refers("post", index=True)
    duty_id: int | None = refers("duty", required=False)
    emergency_id: int | None = refers("emergency", required=False)
    recurrence: str | None = Field(default=None, max_length=300)
    start: date | None = a_day()
    until: date | None = a_day()
    days_off: str = "before"
    generated_until: date | None = a_day()
    retired: bool = flag()


class ProcedureVersion(SQLModel, table=True):
    """What a procedure's items are like, from the day `since`: `title` may hold the occurrence's {date}, {year}, {month}, {quarter}, {week}.

    An item is handed out `ahead_days` working days before its occurrence, and due `due_days` working days after it. `hours` is the estimated effort.
    """

    __tablename__ = "procedure_version"
    __table_args__ = (
        UniqueConstraint("procedure_id", "number"),
        one_of("urgency", codes.URGENCIES),
        one_of("importance", codes.IMPORTANCES),
    )

    id: int = key()
    procedure_id: int = refers("procedure", index=True)
    number: int = Field(ge=1)
    since: date = the_day()
    title: str = Field(min_length=1, max_length=TITLE)
    source: str = Field(default="", max_length=TITLE)
    goal: str = Field(default="", max_length=TEXT)
    urgency: str = "ordinary"
    importance: str = "normal"
    hours: float | None = Field(default=None, ge=0, le=100_000)
    ahead_days: int = Field(default=0, ge=0, le=250)
    due_days: int = Field(default=0, ge=0, le=250)
    reason: str = Field(default="", max_length=TEXT)
