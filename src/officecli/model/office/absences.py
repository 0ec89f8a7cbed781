"""Absence 请假外出 and the duty roster 值班: who acts for whom, and who is on duty."""

from datetime import date

from officecli.model.bounds import TEXT
from officecli.model.columns import a_day, key, refers, the_day
from officecli.model.declaring import Field, SQLModel


class Absence(SQLModel, table=True):
    """Somebody is away from `since` to `until`, both days included; the stand-in (B角) acts with their powers."""

    id: int = key()
    person_id: int = refers("person", index=True)
    since: date = the_day()
    until: date = the_day()
    stand_in_id: int | None = refers("person", required=False, index=True)
    reason: str = Field(default="", max_length=300)


class Roster(SQLModel, table=True):
    """The duty officer of a day."""

    id: int = key()
    day: date = the_day()
    person_id: int = refers("person")


class HandoverNote(SQLModel, table=True):
    """What one duty officer leaves to the next: what is unfinished, until the day it is `done`."""

    __tablename__ = "handover_note"

    id: int = key()
    day: date = the_day()
    from_id: int = refers("person")
    to_id: int | None = refers("person", required=False)
    text: str = Field(min_length=1, max_length=TEXT)
    done: date | None = a_day()
