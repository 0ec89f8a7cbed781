"""A real mail server on the loopback, with STARTTLS and AUTH where a test asks for them; it keeps what it was given."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USER, PASSWORD = "digest", "s3cret words"


@dataclass
class Handler:
    """What the server does with what it is offered; `refuses` gives the answer to an address, `at_the_end` is called before a message is confirmed."""

    got: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    at_the_end: Callable[[], str | None] = lambda: None

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: list[str]) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.got.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.content))
        return self.at_the_end() or "250 OK"

    @property
    def messages(self) -> list[EmailMessage]:
        """What arrived, as a mail program reads it."""
        return [message_from_bytes(content, policy=default) for _from, _to, content in self.got]

    def to(self, address: str) -> list[EmailMessage]:
        """What arrived for an address."""
        return [message for message, (_from, to, _content) in zip(self.messages, self.got, strict=True) if to == [address]]


@dataclass(frozen=True)
class MailServer:
    """Where it listens, and what it got."""

    port: int
    handler: Handler
    authority: Path
    """The file that vouches for its certificate."""

    def settings(self, security: str = "none") -> dict[str, str]:
        """What an office sets to mail by it."""
        return {"mail.host": "localhost", "mail.port": str(self.port), "mail.security": security, "mail.from": "digest@office.example"}


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def mail_server(folder: Path, *, security: str = "none", smtputf8: bool = True) -> Iterator[MailServer]:
    """A server that runs in this block; with `security` it is reached by TLS and asks for the password."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "authority.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)

    def authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
        right = isinstance(given, LoginPassword) and (given.login, given.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False, message=None if right else f"535 5.7.8 no entry with {PASSWORD}x")

    more: dict[str, Any] = {}
    if security != "none":
        more = {"authenticator": authenticate, "auth_require_tls": security == "starttls"}
    if security == "starttls":
        more |= {"tls_context": context, "require_starttls": True, "auth_required": True}
    if security == "ssl":
        more |= {"ssl_context": context}
    handler = Handler()
    port = free_port()
    server = Controller(handler, hostname="127.0.0.1", port=port, enable_SMTPUTF8=smtputf8, **more)
    server.start()
    try:
        yield MailServer(port, handler, folder / "authority.pem")
    finally:
        server.stop()
