"""Quantified targets, their checklists, and the results recorded against them."""

from datetime import date

from officecli.model import codes
from officecli.model.bounds import AMOUNT, TEXT
from officecli.model.columns import a_day, key, maybe, one_of, refers, the_day
from officecli.model.declaring import Field, SQLModel


class Target(SQLModel, table=True):
    """A quantified target of a post, a duty, an item or a person, exactly one of the four; a child rolls up to its parent.

    Amounts are exact, decimals as text: `amount` is the goal in `unit` (a norm target has a checklist instead), `threshold` where results begin
    to count, `bonus` the most points for exceeding, `weight` the points for meeting it. `computed` names what the ledger itself is asked.
    Weights always have two decimals (30.00), so that rules can add them up exactly.
    It holds from `since` until (and without) `until`, both first days of its periods; other terms are a new row that names in `continues_id`
    the target's first one, so that a score of the past keeps its own. `parent_id` is the parent's first row.
    A target of an item that is a plain amount, such as 12 articles, has neither class nor period.
    """

    __table_args__ = (
        one_of("target_class", codes.TARGET_CLASSES),
        one_of("direction", codes.DIRECTIONS),
        one_of("period", codes.PERIODS),
        one_of("computed", codes.MEASURES),
    )

    id: int = key()
    item_id: int | None = refers("item", required=False, index=True)
    amount: str | None = Field(default=None, max_length=AMOUNT)
    unit: str | None = Field(default=None, max_length=120)
    post_id: int | None = refers("post", required=False, index=True)
    duty_id: int | None = refers("duty", required=False, index=True)
    parent_id: int | None = refers("target", required=False, index=True)
    target_class: str | None = None
    metric: str | None = Field(default=None, max_length=300)
    direction: str | None = None
    threshold: str | None = Field(default=None, max_length=AMOUNT)
    bonus: str | None = Field(default=None, max_length=AMOUNT)
    weight: str | None = Field(default=None, max_length=AMOUNT, regex=r"^\d{1,3}\.\d\d$")
    period: str | None = None
    computed: str | None = None
    since: date | None = a_day()
    until: date | None = a_day()
    continues_id: int | None = refers("target", required=False)
    person_id: int | None = refers("person", required=False, index=True)


class ChecklistPoint(SQLModel, table=True):
    """One point of a norm target's checklist."""

    __tablename__ = "checklist_point"

    id: int = key()
    target_id: int = refers("target", index=True)
    position: int = Field(ge=1, le=1000)
    text: str = Field(min_length=1, max_length=300)


class TargetResult(SQLModel, table=True):
    """What was achieved of a target in the period that begins on `period_start`, and what proves it; a correction is a new row that names the old.

    `value` is exact (decimal as text). Output adds up over a period: `pieces` of a `grade`; of a rate or mean `pieces` are how many are behind it, where
    that is known; a norm target has the `points` that were met, as "1,2,4".
    One that is `to_confirm` counts only from the day a superior has `confirmed` it; results of before version 4 do not say so, and count.
    """

    __tablename__ = "target_result"

    id: int = key()
    target_id: int = refers("target", index=True)
    period_start: date = the_day()
    day: date = the_day()
    person_id: int = refers("person")
    value: str = Field(max_length=AMOUNT)
    pieces: str | None = Field(default=None, max_length=AMOUNT)
    grade: str | None = Field(default=None, max_length=40)
    points: str | None = Field(default=None, max_length=4000)
    evidence: str = Field(default="", max_length=TEXT)
    corrects_id: int | None = refers("target_result", required=False)
    reason: str = Field(default="", max_length=TEXT)
    confirmed: date | None = a_day()
    confirmed_by_id: int | None = refers("person", required=False)
    to_confirm: bool | None = maybe()
