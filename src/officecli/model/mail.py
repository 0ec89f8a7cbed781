"""The mail that went out: kept beside the trail, or each message would move the head that the next one prints."""

from officecli.model import codes
from officecli.model.columns import one_of
from officecli.model.declaring import Field, SQLModel


class MailLog(SQLModel, table=True):
    """The claim to mail somebody the digest of a day: who holds it sends, and nobody else does. Not vouched for by the trail.

    It is stored before anything is sent. `number` is 1, and more only where it was asked for once more. As long as `delivery` says nothing, the message
    is on its way, or whoever sent it was stopped: it may or may not have arrived. `error` is what the mail server said.
    """

    __tablename__ = "mail_log"
    __table_args__ = (one_of("delivery", codes.DELIVERIES),)

    day: str = Field(primary_key=True, max_length=10)
    person_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    address: str = Field(max_length=254)
    message_id: str = Field(max_length=200)
    claimed_at: str
    sent_at: str | None = None
    delivery: str | None = None
    error: str | None = Field(default=None, max_length=500)
