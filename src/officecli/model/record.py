"""The record: the trail, waivers, refused attempts, and the calendar worked out day by day."""

from datetime import date

from officecli.model.bounds import TEXT, UID
from officecli.model.columns import a_day, key, refers, the_day
from officecli.model.declaring import Field, Index, SQLModel


class Hand(SQLModel, table=True):
    """Whose hand entries of the trail are in: the names they are signed with, and account, machine and program they were written by. Each stands once."""

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    actor: str = Field(index=True)
    behalf: str | None = None
    login: str
    uid: int | None = Field(default=None, le=UID)
    whose: str | None = None
    """Whose login it was then: own, registrar, other, nobody; entries of before say nothing of it."""
    host: str
    tool: str


class Trail(SQLModel, table=True):
    """One change: what the row was `before` and is `after` it, as JSON, of a change no more than the columns
    that differ. What is hashed is made of an entry's columns, of its hand, and of the hash before it.
    """

    __table_args__ = (
        Index("trail_of_command", "command", "subject", "subject_id"),
        Index("trail_of_item", "item_id", "command", "seq"),
        Index("trail_of_actor", "actor_id", "command"),
        Index("trail_of_row", "subject", "subject_id", "seq"),
    )

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str
    day: str
    command: int
    actor_id: int
    behalf_id: int | None = None
    role: str
    verb: str
    subject: str
    subject_id: int
    item_id: int | None = None
    before: str | None = None
    after: str | None = None
    reason: str
    hand_id: int = refers("hand")
    hash: str = Field(max_length=64)
    by_login: str | None = None
    """The login of its hand, where that was neither the actor's own nor a registrar's; it is said twice for its index."""
    recorded: str | None = None
    """The office's day on which it was recorded, where `day` is an earlier one."""


class Waiver(SQLModel, table=True):
    """A rule set aside for one item, by whom, and why."""

    id: int = key()
    rule: str = Field(max_length=8)
    item_id: int = refers("item", index=True)
    approver_id: int = refers("person")
    day: date = the_day()
    reason: str = Field(min_length=1, max_length=TEXT)
    expires: date | None = a_day()


class ClockAcceptance(SQLModel, table=True):
    """A registrar let work go on at an earlier time than the last entry's, and said why."""

    __tablename__ = "clock_acceptance"

    id: int = key()
    person_id: int = refers("person")
    day: date = the_day()
    reason: str = Field(min_length=1, max_length=TEXT)


class CalendarDay(SQLModel, table=True):
    """One day: whether it is worked, and how many days have been worked up to and with it. Rebuilt from the calendar's own rows."""

    __tablename__ = "calendar_day"

    date: str = Field(primary_key=True, max_length=10)
    is_working: int
    working_no: int
    provisional: int


class RefusalLog(SQLModel, table=True):
    """An attempt that was refused: who, when, which act, which codes, without its content. Not vouched for by the trail."""

    __tablename__ = "refusal_log"

    id: int | None = Field(default=None, primary_key=True)
    at: str
    actor_id: int | None = None
    verb: str
    codes: str


class SchemaVersion(SQLModel, table=True):
    """The version of the tables, so that a program that does not know them leaves them alone."""

    __tablename__ = "schema_version"

    version: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class CheckLog(SQLModel, table=True):
    """A finding that the last check has seen, so that the next can say what is new. Not vouched for by the trail."""

    __tablename__ = "check_log"

    id: int | None = Field(default=None, primary_key=True)
    finding: str = Field(max_length=200, unique=True)
