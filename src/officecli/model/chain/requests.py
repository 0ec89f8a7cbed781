"""Requests for instructions 请示: one matter, to one leader, one step up at a time."""

from datetime import date

from officecli.model import codes
from officecli.model.bounds import TEXT, TITLE
from officecli.model.columns import a_day, key, one_of, refers, the_day
from officecli.model.declaring import Field, SQLModel, UniqueConstraint


class Request(SQLModel, table=True):
    """What somebody asks their superior to decide. `matters` counts the matters it covers (one is right), `matter_key` tells whether two are the same."""

    __table_args__ = (one_of("status", codes.REQUEST_STATUSES), one_of("exception", codes.REQUEST_EXCEPTIONS), UniqueConstraint("year", "serial"))

    id: int = key()
    number: str = Field(max_length=20, unique=True)
    year: int
    serial: int
    item_id: int | None = refers("item", required=False, index=True)
    title: str = Field(min_length=1, max_length=TITLE)
    matter_key: str = Field(max_length=TITLE, index=True)
    matters: int = Field(default=1, ge=1, le=1000)
    tried: str = Field(default="", max_length=TEXT)
    recommend: str = Field(default="", max_length=TEXT)
    person_id: int = refers("person", index=True)
    day: date = the_day()
    exception: str | None = None
    exception_reason: str = Field(default="", max_length=TEXT)
    status: str
    version: int = 1


class RequestStage(SQLModel, table=True):
    """One leader's turn with a request. `proper_id` is whom it had to go to then; `outcome` says how the turn ended."""

    __tablename__ = "request_stage"
    __table_args__ = (one_of("outcome", codes.STAGE_OUTCOMES), one_of("verdict", codes.REQUEST_VERDICTS))

    id: int = key()
    request_id: int = refers("request", index=True)
    holder_id: int = refers("person", index=True)
    proper_id: int | None = refers("person", required=False)
    since: date = the_day()
    until: date | None = a_day()
    outcome: str | None = None
    verdict: str | None = None
    answer: str = Field(default="", max_length=TEXT)


class RequestCopy(SQLModel, table=True):
    """A skipped superior who is told of a request."""

    __tablename__ = "request_copy"

    id: int = key()
    request_id: int = refers("request", index=True)
    person_id: int = refers("person", index=True)
    day: date = the_day()


class RequestAttempt(SQLModel, table=True):
    """An attempt to reach the leader before whom a request lies, which came to nothing."""

    __tablename__ = "request_attempt"

    id: int = key()
    request_id: int = refers("request", index=True)
    person_id: int = refers("person")
    day: date = the_day()
    text: str = Field(min_length=1, max_length=TEXT)
