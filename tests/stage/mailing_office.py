"""The small office with mail addresses and work to tell of, and the server its digests go out by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stage.mail_server import MailServer, mail_server
from stage.small_office import Office

REGISTRAR, HEAD, CLERK, DIRECTOR = "孙丽", "李娜", "陈静", "周海"
ADDRESSES = {REGISTRAR: "sun@office.example", HEAD: "li@office.example", CLERK: "chen@office.example", DIRECTOR: "zhou@office.example"}
EVERYONE = "digest --mail --everyone"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[MailServer]:
    with mail_server(tmp_path) as running:
        yield running


def made_ready(office: Office, server: MailServer) -> Office:
    """With something for its clerk and her head to do, and the addresses of four."""
    settle(office, server.settings())
    for name, address in ADDRESSES.items():
        office.done(REGISTRAR, f"person set {name} --email {address}")
    office.done(HEAD, f"add 信访件督办 --lead {CLERK} --due 2026-07-07")
    office.done(HEAD, f"add 防汛值守检查 --lead {CLERK} --due 2026-07-06")
    return office


@pytest.fixture
def posting(sqlite_office: str, at: Callable[[str], None], server: MailServer) -> Office:
    """The small office, made ready, in a SQLite file."""
    at("2026-07-06T02:00")
    return made_ready(Office(sqlite_office, at), server)


@pytest.fixture
def posting_on_both(office: Office, server: MailServer) -> Office:
    """The same on both engines, for what the log itself is asked."""
    return made_ready(office, server)


def settle(office: Office, settings: dict[str, str]) -> None:
    for name, value in settings.items():
        office.done(REGISTRAR, f'config set {name} "{value}"')


def log(office: Office) -> list[tuple[str, int, str | None]]:
    """What the log says: of whom, which message, what became of it."""
    rows = office.rows("SELECT p.name, m.number, m.delivery FROM mail_log m JOIN person p ON p.id = m.person_id ORDER BY p.id, m.number")
    return [(row["name"], row["number"], row["delivery"]) for row in rows]


@pytest.fixture
def one_office(sqlite_office: str, at: Callable[[str], None]) -> Office:
    """As `posting`, on SQLite and without its server."""
    at("2026-07-06T02:00")
    found = Office(sqlite_office, at)
    for name, address in ADDRESSES.items():
        found.done(REGISTRAR, f"person set {name} --email {address}")
    found.done(HEAD, f"add 信访件督办 --lead {CLERK} --due 2026-07-07")
    return found
