"""Digests on their way: for each reader a letter, a claim that nobody else can have meanwhile, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from officecli import i18n
from officecli.cli import session
from officecli.errors import MailTrouble, OfficeError
from officecli.i18n import _
from officecli.light import dataclass, field

if TYPE_CHECKING:
    from email.message import EmailMessage

    from officecli.formats.mail.letter import Letter, Route
    from officecli.formats.mail.post import Sent
    from officecli.reports.items.digest_readers import DigestReader
    from officecli.store.place import Place
    from officecli.store.read.reader import Reader
    from officecli.store.write.mail_claims import Claim


@dataclass(frozen=True)
class Asked:
    """What was asked of the mail."""

    to: str
    everyone: bool
    heads: bool
    again: str
    dry_run: bool


@dataclass
class Came:
    """What came of it, by name: those mailed, those there was nothing for, those mailed before, and what went wrong, with what the server said."""

    sent: list[str] = field(default_factory=list)
    would_be_sent: list[dict[str, str]] = field(default_factory=list)
    nothing: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    no_address: list[str] = field(default_factory=list)
    not_yet: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Office:
    """What a message says of the office it comes from: its name, the address it goes out by, its day, and what tells it from any other."""

    name: str
    sender: str
    day: str
    origin: str
    timezone: str
    language: str

    @classmethod
    def of(cls, read: Reader, sender: str) -> _Office:
        """As the store has it now."""
        office = read.office
        return cls(str(office["name"]), sender, read.today.isoformat(), read.origin, str(office["timezone"]), str(office["language"]))


def mail(wanted: Asked, readers: list[DigestReader], came: Came) -> None:
    """Mail each of the readers, and keep what came of it; a dry run only what would come of it."""
    from officecli.formats.mail.account import account
    from officecli.formats.mail.post import Post

    try:
        with session.current.read() as read:
            by = account(read)
    except OfficeError as lacking:
        if not wanted.dry_run:
            raise
        for reader in readers:
            _mail_one(wanted, reader, None, "", came)
        _warn_of(lacking)
        return
    post = Post(by)
    try:
        for reader in readers:
            _mail_one(wanted, reader, post, by.sender, came)
    finally:
        post.close()


def _warn_of(lacking: OfficeError) -> None:
    """Say of a dry run what the mail itself would have stopped at."""
    from officecli.formats.terminal.message import show_warnings

    show_warnings([(_("It would not go out yet: {what}").format(what=lacking.what), lacking.why, lacking.fix)], color=session.current.color)


def _mail_one(wanted: Asked, reader: DigestReader, post: Any, sender: str, came: Came) -> None:
    """Mail one reader, and keep what came of it; to nobody who has it already, or for whom there is nothing."""
    from officecli.store.mail_log import is_free, last_claim

    name, address = str(reader.person["name"]), str(reader.person["email"] or "")
    with session.current.read() as read:  # anew for each: what the last one brought about is seen
        if not wanted.again and not is_free(last_claim(read, read.today.isoformat(), reader.person["id"]), address):
            came.before.append(name)
            return
        letter, by = _letter(read, reader), _Office.of(read, sender)
    if letter is None:
        came.nothing.append(name)
    elif wanted.dry_run and address:
        came.would_be_sent.append({"name": name, "address": address, "subject": letter.subject})
    elif wanted.dry_run:
        came.no_address.append(name)
    else:
        _claim_and_send(wanted, reader, letter, by, post, came)


def _claim_and_send(wanted: Asked, reader: DigestReader, letter: Letter, by: _Office, post: Any, came: Came) -> None:
    """Send a letter under a claim that nobody else can have meanwhile, which is settled by what became of it."""
    from officecli.formats.mail.letter import message, message_id, route
    from officecli.store.write.mail_claims import claim, settle

    person_id, name, address = reader.person["id"], str(reader.person["name"]), str(reader.person["email"] or "")
    from_, to = route(by.sender), route(address)
    assert from_ is not None, "the setting takes no other"
    if to is not None:
        post.connect()  # whatever fails before there is a claim leaves nothing behind

    def named(number: int) -> str:
        return message_id(by.origin, by.day, person_id, number, from_.domain)

    place = session.current.place()
    held = claim(place, by.day, person_id, address, named, again=bool(wanted.again))
    if held is None:
        came.before.append(name)
        return
    if to is None:
        settle(place, held, "no-address", address)
        came.no_address.append(name)
        return
    made = message(letter, sender=(by.name, from_), to=(name, to), id_=held.message_id, origin=by.origin, timezone=by.timezone, language=by.language)
    found = _sent(place, held, post, made, (from_, to))
    if found.delivery == "sent":
        came.sent.append(name)
    else:
        {"unsent": came.not_yet, "refused": came.refused}.get(found.delivery or "", came.unknown).append((name, found.error))


def _sent(place: Place, held: Claim, post: Any, made: EmailMessage, route: tuple[Route, Route]) -> Sent:
    """What became of a message that was claimed, which is settled; where sending failed before it had begun, nobody has it."""
    from officecli.store.write.mail_claims import settle

    try:
        found: Sent = post.send(made, *route)
    except BaseException as error:
        if not post.begun:
            settle(place, held, "unsent", error.what if isinstance(error, MailTrouble) else "")
        raise
    settle(place, held, found.delivery, found.error)
    return found


def _letter(read: Reader, reader: DigestReader) -> Letter | None:
    """The letter in the office's language, None where there is nothing to tell."""
    from officecli.formats.mail.digest_letter import letter
    from officecli.reports.items.digest_readers import digests

    with _in_language(str(read.office["language"])):
        found = digests(read, reader)
        return letter(found, rehearsal=bool(read.office["rehearsal"])) if found else None


@contextmanager
def _in_language(language: str) -> Iterator[None]:
    before = i18n.language()
    i18n.use(language if language in i18n.LANGUAGES else "en")
    try:
        yield
    finally:
        i18n.use(before)
