"""What somebody reminds themselves of: a personal item, in a table of its own, so that nothing which asks of items can show or count it."""

from datetime import date

from officecli.model.bounds import TEXT, TITLE
from officecli.model.columns import a_day, key, refers, the_day
from officecli.model.declaring import Field, SQLModel


class Reminder(SQLModel, table=True):
    """A personal item: led, given and closed by one person, and shown to nobody else. Its number is of the same series as those of items.

    `text` is what was last noted of it.
    """

    id: int = key()
    number: str = Field(max_length=60, unique=True)
    year: int
    serial: int
    person_id: int = refers("person", index=True)
    title: str = Field(min_length=1, max_length=TITLE)
    registered: date = the_day()
    due: date | None = a_day()
    text: str = Field(default="", max_length=TEXT)
    result: str = Field(default="", max_length=TEXT)
    closed: date | None = a_day()
    cancelled: date | None = a_day()
