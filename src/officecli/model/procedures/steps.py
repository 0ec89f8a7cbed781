"""The steps of a procedure, its pauses, and how far the steps of an item have come."""

from datetime import date

from officecli.model import codes
from officecli.model.bounds import TEXT, TITLE
from officecli.model.columns import a_day, key, one_of, refers, the_day
from officecli.model.declaring import Field, SQLModel, UniqueConstraint


class ProcedureStep(SQLModel, table=True):
    """One step of a version: who does it (the holder of `post_id`, else the item's lead), the strict standard, the point of attention, the limit."""

    __tablename__ = "procedure_step"
    __table_args__ = (UniqueConstraint("version_id", "position"), one_of("limit_unit", codes.LIMIT_UNITS))

    id: int = key()
    version_id: int = refers("procedure_version", index=True)
    position: int = Field(ge=1, le=100)
    title: str = Field(min_length=1, max_length=TITLE)
    post_id: int | None = refers("post", required=False)
    standard: str = Field(default="", max_length=TEXT)
    check_point: str = Field(default="", max_length=TEXT)
    limit_amount: int | None = Field(default=None, ge=1, le=1000)
    limit_unit: str | None = None


class StepNeed(SQLModel, table=True):
    """A step that must be done before another."""

    __tablename__ = "step_need"

    id: int = key()
    step_id: int = refers("procedure_step", index=True)
    needs_id: int = refers("procedure_step")


class ProcedurePause(SQLModel, table=True):
    """A time in which a procedure does not come round, `until` the day it does again."""

    __tablename__ = "procedure_pause"

    id: int = key()
    procedure_id: int = refers("procedure", index=True)
    since: date = the_day()
    until: date | None = a_day()
    reason: str = Field(max_length=TEXT)


class ItemStep(SQLModel, table=True):
    """A step of an item that could begin on `opened`; `by` is the moment its limit ends (UTC), stored so that lateness is one comparison.

    `done` is the day `person_id` did it, `done_at` the moment; `text` what proves it.
    """

    __tablename__ = "item_step"
    __table_args__ = (UniqueConstraint("item_id", "step_id"),)

    id: int = key()
    item_id: int = refers("item", index=True)
    step_id: int = refers("procedure_step")
    opened: date | None = a_day()
    by: str | None = None
    done: date | None = a_day()
    done_at: str | None = None
    person_id: int | None = refers("person", required=False)
    text: str = Field(default="", max_length=TEXT)
