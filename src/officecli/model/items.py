"""An item (one matter, one item), who is on it, and the dated rows that say how it stood on any past day.

The item itself holds the present. A past_… row says what held until (and without) its day `until`, so the state as of
day D is that of the earliest past row with `until` after D, or else the present one.
"""

from datetime import date

from officecli.model import codes
from officecli.model.bounds import NAME, TEXT, TITLE
from officecli.model.columns import a_day, flag, key, one_of, refers, the_day
from officecli.model.declaring import Field, Index, SQLModel, UniqueConstraint


class Item(SQLModel, table=True):
    """One matter under one lead; `point` is which point of its decision it is, `began` when work on it began if that was before it was registered.

    `duty_id` is the duty it falls under; `procedure_version_id` is the procedure it follows as that stood when the item was made, and
    `occurrence` the day of the schedule it was made for, once for each. The tags `origin`, `lead_time` and `depth` are empty where they are derived.
    `parent_id` is the item it is a part of, `body_id` the outside body that is to do it, `remarks` what a ledger says of it that has no place of its own.
    """

    __table_args__ = (
        one_of("status", codes.STATUSES),
        one_of("kind", codes.KINDS),
        one_of("urgency", codes.URGENCIES),
        one_of("importance", codes.IMPORTANCES),
        one_of("origin", codes.ORIGINS),
        one_of("lead_time", codes.LEAD_TIMES),
        one_of("depth", codes.DEPTHS),
        one_of("focus", codes.FOCUSES),
        UniqueConstraint("year", "serial"),
        Index("item_by_matter", "title_key", "source_key", "status"),
        Index("item_of_occurrence", "procedure_id", "occurrence", unique=True),
        Index("item_by_issue", "issued", "id"),
        Index("item_by_due", "due", "id"),
        Index("item_by_registration", "registered"),
    )

    id: int = key()
    number: str = Field(max_length=60, unique=True)
    year: int
    serial: int | None = Field(default=None, index=True)
    title: str = Field(min_length=1, max_length=TITLE)
    title_key: str = Field(max_length=TITLE)
    source: str = Field(default="", max_length=TITLE)
    source_key: str = Field(default="", max_length=TITLE)
    kind: str
    urgency: str
    importance: str
    goal: str = Field(default="", max_length=TEXT)
    ordered_by: str = Field(default="", max_length=120)
    responsible: str = Field(default="", max_length=300)
    originator_id: int = refers("person", index=True)
    lead_id: int = refers("person", index=True)
    registered: date = the_day()
    issued: date = the_day()
    issued_at: str
    sign_by: str | None = None
    signed: date | None = a_day()
    sign_minutes: int | None = None
    original_due: date | None = a_day()
    due: date | None = a_day()
    hours: float | None = Field(default=None, ge=0, le=100_000)
    feedback_every: str | None = Field(default=None, max_length=20)
    status: str
    closed: date | None = a_day(index=True)
    cancelled: date | None = a_day()
    imported: bool = flag()
    support_note: str = Field(default="", max_length=TITLE)
    decision_id: int | None = refers("decision", required=False, index=True)
    point: str = Field(default="", max_length=TITLE)
    began: date | None = a_day()
    version: int = 1
    duty_id: int | None = refers("duty", required=False)
    procedure_id: int | None = refers("procedure", required=False)
    procedure_version_id: int | None = refers("procedure_version", required=False)
    occurrence: date | None = a_day()
    origin: str | None = None
    lead_time: str | None = None
    depth: str | None = None
    focus: str | None = None
    parent_id: int | None = refers("item", required=False, index=True)
    body_id: int | None = refers("body", required=False, index=True)
    remarks: str | None = Field(default=None, max_length=TEXT)


class Support(SQLModel, table=True):
    """Somebody who supports an item, with the stated part; `until` is the day it ended, `done` the day the part was done."""

    id: int = key()
    item_id: int = refers("item", index=True)
    person_id: int = refers("person", index=True)
    part: str = Field(default="", max_length=300)
    since: date = the_day()
    until: date | None = a_day()
    done: date | None = a_day()


class PastLead(SQLModel, table=True):
    """Who led an item until the day `until`, by when they were to sign, and when and after how many office minutes they did."""

    __tablename__ = "past_lead"

    id: int = key()
    item_id: int = refers("item", index=True)
    person_id: int = refers("person")
    sign_by: str | None = None
    signed: date | None = a_day()
    sign_minutes: int | None = None
    until: date = the_day()


class PastDeadline(SQLModel, table=True):
    """The deadline that held until the day `until`."""

    __tablename__ = "past_deadline"

    id: int = key()
    item_id: int = refers("item", index=True)
    due: date | None = a_day()
    until: date = the_day()


class PastClosing(SQLModel, table=True):
    """A closing that held from the day `closed`, empty where nobody knows it, until the day `until`, when the item was opened again."""

    __tablename__ = "past_closing"

    id: int = key()
    item_id: int = refers("item", index=True)
    closed: date | None = a_day()
    until: date = the_day()


class BodySupport(SQLModel, table=True):
    """An outside body that supports an item, with its part."""

    __tablename__ = "body_support"

    id: int = key()
    item_id: int = refers("item", index=True)
    body_id: int = refers("body", index=True)
    part: str = Field(default="", max_length=300)


class Label(SQLModel, table=True):
    """A word an office sorts its items by; `name_key` is it without spaces, width and case."""

    id: int = key()
    item_id: int = refers("item", index=True)
    name: str = Field(min_length=1, max_length=NAME)
    name_key: str = Field(max_length=NAME, index=True)


class Note(SQLModel, table=True):
    """A feedback: how it goes (percent in `progress`), what is in the way, what comes next, what proves it."""

    id: int = key()
    item_id: int = refers("item", index=True)
    person_id: int = refers("person")
    day: date = the_day()
    text: str = Field(default="", max_length=TEXT)
    progress: int | None = Field(default=None, ge=0, le=100)
    problem: str = Field(default="", max_length=TEXT)
    next_step: str = Field(default="", max_length=TEXT)
    evidence: str = Field(default="", max_length=TEXT)


class Submission(SQLModel, table=True):
    """A result submitted on `day` and what the review said; the first one decides timeliness."""

    __table_args__ = (one_of("verdict", codes.REVIEW_VERDICTS),)

    id: int = key()
    item_id: int = refers("item", index=True)
    person_id: int = refers("person")
    day: date = the_day()
    result: str = Field(default="", max_length=TEXT)
    achieved: str = Field(default="", max_length=300)
    reviewer_id: int | None = refers("person", required=False)
    reviewed: date | None = a_day()
    verdict: str | None = None
    reason: str = Field(default="", max_length=TEXT)
    rating: int | None = Field(default=None, ge=1, le=5)


class Extension(SQLModel, table=True):
    """A request for a later deadline: asked on `day` when `due_was` held; `days` is the working days asked for.

    `grant_limit` is the most working days the reviewer's post could grant on that day, nothing where it had no limit.
    """

    __table_args__ = (one_of("verdict", codes.EXTENSION_VERDICTS),)

    id: int = key()
    item_id: int = refers("item", index=True)
    person_id: int = refers("person")
    day: date = the_day()
    due_was: date | None = a_day()
    asked_due: date = the_day()
    days: int
    reason: str = Field(max_length=TEXT)
    progress: str = Field(default="", max_length=TEXT)
    reviewer_id: int | None = refers("person", required=False)
    reviewed: date | None = a_day()
    verdict: str | None = None
    granted_due: date | None = a_day()
    granted_days: int | None = None
    grant_limit: int | None = None
    verdict_reason: str = Field(default="", max_length=TEXT)


class Prod(SQLModel, table=True):
    """Somebody was pressed to get on with it; the notice goes from blue over orange to red."""

    __table_args__ = (one_of("level", codes.NOTICES),)

    id: int = key()
    item_id: int = refers("item", index=True)
    person_id: int = refers("person")
    lead_id: int = refers("person", index=True)
    day: date = the_day()
    level: str = "blue"
    text: str = Field(default="", max_length=TEXT)


class Pause(SQLModel, table=True):
    """A time in which the originator had suspended the item and the clock stood still."""

    id: int = key()
    item_id: int = refers("item", index=True)
    since: date = the_day()
    until: date | None = a_day()
    reason: str = Field(max_length=TEXT)


class Wait(SQLModel, table=True):
    """The lead waits for somebody (of the office, or a name); the clock runs on."""

    id: int = key()
    item_id: int = refers("item", index=True)
    person_id: int | None = refers("person", required=False)
    waiting_for: str = Field(max_length=300)
    reason: str = Field(max_length=TEXT)
    since: date = the_day()
    until: date | None = a_day()


class Told(SQLModel, table=True):
    """A superior was told of an order that came to their subordinate from above them."""

    id: int = key()
    item_id: int = refers("item", index=True)
    person_id: int = refers("person")
    day: date = the_day()
