"""Decisions and instructions 议定事项·批示: what was decided, by whom, and the report back that ends it."""

from datetime import date

from officecli.model.bounds import TEXT, TITLE
from officecli.model.columns import a_day, key, refers, the_day
from officecli.model.declaring import Field, SQLModel, UniqueConstraint


class Decision(SQLModel, table=True):
    """A decision of `day`; its items carry its id. `none_needed` says why nothing follows, `reported` when its result went back."""

    __table_args__ = (UniqueConstraint("year", "serial"),)

    id: int = key()
    number: str = Field(max_length=20, unique=True)
    year: int
    serial: int
    title: str = Field(min_length=1, max_length=TITLE)
    title_key: str = Field(max_length=TITLE)
    source: str = Field(default="", max_length=TITLE)
    decided_by: str = Field(max_length=120)
    decided_by_id: int | None = refers("person", required=False)
    person_id: int = refers("person")
    day: date = the_day()
    registered: date = the_day()
    none_needed: str = Field(default="", max_length=TEXT)
    reported: date | None = a_day()
    report: str = Field(default="", max_length=TEXT)
    version: int = 1
