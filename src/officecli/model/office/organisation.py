"""The office: its settings, calendar, ranks, units, posts, duties and people."""

from datetime import date

from officecli.model import codes
from officecli.model.bounds import NAME, TEXT, UID
from officecli.model.columns import a_day, flag, key, maybe, one_of, refers, the_day
from officecli.model.declaring import Field, SQLModel, UniqueConstraint


class Office(SQLModel, table=True):
    """The one office of this store; `founder_uid` is the account that ran init, `hours` its opening hours.

    `rehearsal` is yes where it was made by a rehearsal clock, by which it may then be written in.
    """

    id: int = key()
    name: str = Field(max_length=NAME)
    region: str = Field(max_length=12)
    language: str = Field(max_length=8)
    timezone: str = Field(max_length=64)
    hours: str = Field(max_length=200)
    founder_uid: int | None = Field(default=None, le=UID)
    founder_login: str | None = None
    rehearsal: bool | None = maybe()


class Setting(SQLModel, table=True):
    """A threshold the office has set for itself; what is not here has its default, as `officecli config list` shows it."""

    id: int = key()
    name: str = Field(max_length=NAME, unique=True)
    value: str = Field(max_length=200)


class CalendarYear(SQLModel, table=True):
    """The days of a year that differ from Monday-to-Friday, as JSON {"MM-DD": 0|1}, and where that is known from."""

    __tablename__ = "calendar_year"

    id: int = key()
    year: int = Field(unique=True)
    exceptions: str
    source: str


class OfficeDay(SQLModel, table=True):
    """A day this office closes, or works, whatever the public calendar says."""

    __tablename__ = "office_day"

    id: int = key()
    day: date = the_day()
    working: bool = flag()


class OfficeFunction(SQLModel, table=True):
    """A function of the office's own list; where there is none, the functions are those of `codes.FUNCTIONS`."""

    __tablename__ = "office_function"

    id: int = key()
    name: str = Field(max_length=NAME, unique=True)
    retired: bool = flag()


class Rank(SQLModel, table=True):
    """A rung of the office's own ladder; two ranks of one level are "the same rank"."""

    id: int = key()
    name: str = Field(max_length=NAME, unique=True)
    level: int = Field(ge=0, le=1000)
    retired: bool = flag()


class Unit(SQLModel, table=True):
    """A section. `functions` is what it declares, joined by commas."""

    __table_args__ = (one_of("nature", codes.NATURES),)

    id: int = key()
    name: str = Field(max_length=NAME, unique=True)
    parent_id: int | None = refers("unit", required=False)
    nature: str
    functions: str = ""
    retired: bool = flag()


class Post(SQLModel, table=True):
    """A post, its place in the chain of command, and its norms: what it may and may not do, how, and to what degree.

    `extension_days` is the longest extension it may grant, `stand_in_id` the post whose holder stands in.
    """

    __table_args__ = (UniqueConstraint("unit_id", "title"),)

    id: int = key()
    title: str = Field(max_length=NAME)
    unit_id: int = refers("unit", index=True)
    rank_id: int = refers("rank")
    reports_to_id: int | None = refers("post", required=False, index=True)
    seats: int = Field(default=1, ge=1, le=1000)
    extension_days: int | None = Field(default=None, ge=0, le=1000)
    stand_in_id: int | None = refers("post", required=False)
    retired: bool = flag()
    may: str | None = Field(default=None, max_length=TEXT)
    may_not: str | None = Field(default=None, max_length=TEXT)
    how: str | None = Field(default=None, max_length=TEXT)
    degree: str | None = Field(default=None, max_length=TEXT)


class Duty(SQLModel, table=True):
    """A standing duty of a post; it outlives whoever holds the post. `kind` is the kind of work it owns; without a nature it has its unit's."""

    __table_args__ = (one_of("nature", codes.NATURES),)

    id: int = key()
    title: str = Field(max_length=300)
    post_id: int = refers("post", index=True)
    function: str | None = None
    kind: str | None = None
    retired: bool = flag()
    nature: str | None = None


class DutySupport(SQLModel, table=True):
    """A post that supports a duty, with its stated part."""

    __tablename__ = "duty_support"

    id: int = key()
    duty_id: int = refers("duty", index=True)
    post_id: int = refers("post")
    part: str = Field(default="", max_length=300)


class Person(SQLModel, table=True):
    """Somebody of the office. `name_key` is the name without spaces, width and case; `account` marks a login that is no member of staff."""

    id: int = key()
    name: str = Field(max_length=NAME, unique=True)
    name_key: str = Field(max_length=NAME, unique=True)
    post_id: int | None = refers("post", required=False, index=True)
    login: str | None = Field(default=None, max_length=NAME, unique=True)
    email: str | None = Field(default=None, max_length=254)
    registrar: bool = flag()
    account: bool = flag()
    joined: date | None = a_day()
    left_on: date | None = a_day()


class PastPost(SQLModel, table=True):
    """A post a person held until (and without) the day `until`."""

    __tablename__ = "past_post"

    id: int = key()
    person_id: int = refers("person", index=True)
    post_id: int | None = refers("post", required=False)
    until: date = the_day()


class PastLeaving(SQLModel, table=True):
    """A time somebody was not of the office: they had left on `left_on`, and came back on the day `until`."""

    __tablename__ = "past_leaving"

    id: int = key()
    person_id: int = refers("person", index=True)
    left_on: date = the_day()
    until: date = the_day()


class Alias(SQLModel, table=True):
    """Another name by which somebody, a unit or an outside body is known, exactly one of the three; `name_key` is it without spaces, width and case."""

    id: int = key()
    name: str = Field(max_length=NAME)
    name_key: str = Field(max_length=NAME, index=True)
    person_id: int | None = refers("person", required=False)
    unit_id: int | None = refers("unit", required=False)
    body_id: int | None = refers("body", required=False)


class Body(SQLModel, table=True):
    """An outside body 外单位 that does or supports work somebody here follows up; `follow_up_id` is who does where nothing else is said."""

    id: int = key()
    name: str = Field(max_length=NAME, unique=True)
    name_key: str = Field(max_length=NAME, unique=True)
    contact: str = Field(default="", max_length=NAME)
    phone: str = Field(default="", max_length=60)
    email: str = Field(default="", max_length=254)
    follow_up_id: int | None = refers("person", required=False)
    retired: bool = flag()
