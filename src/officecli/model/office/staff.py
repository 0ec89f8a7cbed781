"""How people came to the office, and what difficulties they have: looked after, by whom, by when."""

from datetime import date

from officecli.model import codes
from officecli.model.bounds import TEXT
from officecli.model.columns import a_day, key, one_of, refers, the_day
from officecli.model.declaring import Field, SQLModel


class Selection(SQLModel, table=True):
    """How somebody was selected 考察考试: the manner, what came of it, who decided, and what proves it."""

    __table_args__ = (one_of("manner", codes.MANNERS),)

    id: int = key()
    person_id: int = refers("person", index=True)
    day: date = the_day()
    manner: str
    result: str = Field(min_length=1, max_length=TEXT)
    decided_by: str = Field(default="", max_length=120)
    evidence: str = Field(default="", max_length=TEXT)


class Difficulty(SQLModel, table=True):
    """A difficulty of somebody of the office, who sees to it, and by when; its texts are for the person, the owner and the superior alone."""

    id: int = key()
    person_id: int = refers("person", index=True)
    text: str = Field(min_length=1, max_length=TEXT)
    owner_id: int = refers("person", index=True)
    day: date = the_day()
    due: date = the_day()
    answered: date | None = a_day()
    answer: str = Field(default="", max_length=TEXT)
