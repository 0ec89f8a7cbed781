"""Notices 告知: what somebody is told of, until they have seen it or the matter has ended."""

from datetime import date

from officecli.model import codes
from officecli.model.bounds import TEXT
from officecli.model.columns import a_day, key, one_of, refers, the_day
from officecli.model.declaring import Field, SQLModel


class Notice(SQLModel, table=True):
    """Somebody is told on `day` of the one matter it names, because of `cause`; `by_id` is whose act it was, `seen` the day they had seen it."""

    __table_args__ = (one_of("cause", codes.NOTICE_CAUSES),)

    id: int = key()
    person_id: int = refers("person", index=True)
    cause: str
    item_id: int | None = refers("item", required=False, index=True)
    request_id: int | None = refers("request", required=False)
    decision_id: int | None = refers("decision", required=False)
    difficulty_id: int | None = refers("difficulty", required=False)
    handover_id: int | None = refers("handover_note", required=False)
    by_id: int | None = refers("person", required=False)
    text: str = Field(default="", max_length=TEXT)
    day: date = the_day()
    seen: date | None = a_day()
    target_id: int | None = refers("target", required=False, index=True)


class FindingSeen(SQLModel, table=True):
    """Somebody has seen what the passing of time brought about: that `rule` found something of `subject`."""

    __tablename__ = "finding_seen"

    id: int = key()
    rule: str = Field(max_length=8)
    subject: str = Field(max_length=200)
    person_id: int = refers("person", index=True)
    day: date = the_day()
