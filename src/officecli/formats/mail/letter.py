"""One message: whom it is from and to, what it is about, and its text in two forms. No name can add a line to its head."""

from __future__ import annotations

import re
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from officecli import clock
from officecli.formats.out.safe import safe
from officecli.light import dataclass

USABLE = re.compile(r'[^\s@<>,;:"()\[\]\\]+@[^\s@<>,;:"()\[\]\\]+')
LONGEST_NAME, LONGEST_SUBJECT = 100, 200


@dataclass(frozen=True)
class Route:
    """An address as the mail server is told it: its domain in ASCII; `utf8` where the part before that is not."""

    address: str
    utf8: bool

    @property
    def domain(self) -> str:
        """What follows the @."""
        return self.address.partition("@")[2]


@dataclass(frozen=True)
class Letter:
    """What a message says: in plain text, and as a page."""

    subject: str
    text: str
    html: str


def route(address: str) -> Route | None:
    """How an address is reached, None for one that no mail server would understand."""
    if not USABLE.fullmatch(address) or not address.isprintable():
        return None
    local, _at, domain = address.partition("@")
    try:
        plain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return Route(f"{local}@{plain}", not local.isascii())


def message_id(origin: str, day: str, person_id: int, number: int, domain: str) -> str:
    """The same for the same office, person and day, so that whatever delivers it twice is seen; another only where it was asked for again."""
    again = f".{number}" if number > 1 else ""
    return f"<digest.{day}.p{person_id}{again}.{origin}@{domain}>"


def message(letter: Letter, *, sender: tuple[str, Route], to: tuple[str, Route], id_: str, origin: str, timezone: str, language: str) -> EmailMessage:
    """The whole message; `sender` and `to` are a name and where it is."""
    utf8 = sender[1].utf8 or to[1].utf8
    made = EmailMessage(policy=SMTP.clone(utf8=utf8, cte_type="8bit" if utf8 else "7bit"))
    made["Date"] = format_datetime(clock.now().astimezone(ZoneInfo(timezone)))
    _put_address(made, "From", *sender)
    _put_address(made, "To", *to)
    _put(made, "Subject", _harmless(letter.subject)[:LONGEST_SUBJECT])
    made["Message-ID"] = id_
    made["List-Id"] = f"<digest.{origin}.{sender[1].domain}>"
    made["Auto-Submitted"] = "auto-generated"
    made["X-Auto-Response-Suppress"] = "All"
    made["Content-Language"] = language
    made.set_content(letter.text, cte=None if letter.text.isascii() else "base64")
    made.add_alternative(letter.html, subtype="html", cte=None if letter.html.isascii() else "base64")
    return made


def _put_address(made: EmailMessage, field: str, name: str, where: Route) -> None:
    name = _harmless(name)[:LONGEST_NAME]
    local, _at, domain = where.address.partition("@")
    if name.isascii():
        made[field] = Address(name, local, domain)
    else:
        made.set_raw(field, f"{_encoded(field, name)}\r\n <{where.address}>")


def _put(made: EmailMessage, field: str, text: str) -> None:
    if text.isascii():
        made[field] = text
    else:
        made.set_raw(field, _encoded(field, text))


def _encoded(field: str, text: str) -> str:
    """A text beyond ASCII in encoded words: where Python folds the words of a message itself, it adds spaces between them."""
    return Header(text, "utf-8", header_name=field).encode(linesep="\r\n")


def _harmless(text: str) -> str:
    """One line without anything that reads as an encoded word."""
    return safe(text).replace("=?", "= ?").strip()
