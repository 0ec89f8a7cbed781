"""The way to the mail server, step by step, so that it is known of each message whether anything of it can have arrived."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from typing import NamedTuple

from officecli.errors import MailTrouble
from officecli.formats.mail.account import Account
from officecli.formats.mail.letter import Route
from officecli.formats.out.safe import safe
from officecli.i18n import _

PATIENCE = 30.0
"""Seconds for each answer of the mail server."""
LONGEST = 200

_OK = range(200, 300)
_GO_ON = 354
_FOR_GOOD = range(500, 600)
_CLOSING = 421


class Sent(NamedTuple):
    """What became of a message: a code of `DELIVERIES`, or None where it may or may not have arrived; and what the server said."""

    delivery: str | None
    error: str = ""


class Post:
    """One connection, made when it is first needed and again after it broke."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._server: smtplib.SMTP | None = None
        self.begun = False
        """Whether the message that was sent last had begun to go over, so that it may have arrived."""

    def connect(self) -> None:
        """Reach the mail server and be let in; raises MailTrouble, and then nothing was sent."""
        if self._server is None:
            with self._told():
                self._server = self._reach()

    def close(self) -> None:
        """Take leave."""
        server, self._server = self._server, None
        if server is not None:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()

    def send(self, message: EmailMessage, sender: Route, to: Route) -> Sent:
        """Hand one message over. Raises MailTrouble where the server is not reached, or takes no mail from the sender at all: nothing was sent then."""
        self.begun = False
        data = re.sub(rb"(?m)^\.", b"..", message.as_bytes())
        try:
            refused = self._offered(sender, to)
        except smtplib.SMTPServerDisconnected:  # it may close what was idle; once more, as nothing was said yet
            self._server = None
            try:
                refused = self._offered(sender, to)
            except smtplib.SMTPServerDisconnected:
                self._server = None
                raise self._trouble(_("it closed the connection"), "") from None
        return refused or self._handed_over(data if data.endswith(b"\r\n") else data + b"\r\n")

    def _offered(self, sender: Route, to: Route) -> Sent | None:
        """Everything before the message itself; None where the server waits for it."""
        self.connect()
        server = self._server
        assert server is not None
        utf8 = sender.utf8 or to.utf8
        if utf8 and not server.has_extn("smtputf8"):
            return Sent("refused", _("the mail server knows no addresses beyond ASCII letters"))
        with self._told():
            code, said = server.mail(sender.address, ("SMTPUTF8", "BODY=8BITMIME") if utf8 else ())
            if code not in _OK:
                raise smtplib.SMTPSenderRefused(code, said, sender.address)
            for code, said in self._steps(server, to):
                if code not in _OK and code != _GO_ON:
                    return self._turned_down(server, code, said)
        return None

    @staticmethod
    def _steps(server: smtplib.SMTP, to: Route) -> Iterator[tuple[int, bytes]]:
        yield server.rcpt(to.address)
        yield server.docmd("DATA")

    def _handed_over(self, data: bytes) -> Sent:
        """From here on the message may arrive, whatever happens: only an answer says whether it did."""
        server = self._server
        assert server is not None
        self.begun = True
        try:
            server.send(data + b".\r\n")
            code, said = server.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._server = None
            return Sent(None, self._words(error))
        if code in _OK:
            return Sent("sent")
        turned_down = self._turned_down(server, code, said)
        return turned_down._replace(delivery="refused")

    def _turned_down(self, server: smtplib.SMTP, code: int, said: bytes) -> Sent:
        if code == _CLOSING:
            self._server = None
        else:
            with suppress(OSError, smtplib.SMTPException):
                server.rset()
        return Sent("refused" if code in _FOR_GOOD else "unsent", self._quoted(code, said))

    def _reach(self) -> smtplib.SMTP:
        account, name = self._account, _own_name()
        server: smtplib.SMTP
        if account.security == "ssl":
            server = smtplib.SMTP_SSL(account.host, account.port, name, timeout=PATIENCE, context=ssl.create_default_context())
        else:
            server = smtplib.SMTP(account.host, account.port, name, timeout=PATIENCE)
        try:
            if account.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            server.ehlo_or_helo_if_needed()
            if account.user:
                server.login(account.user, account.password)
        except BaseException:
            server.close()
            raise
        return server

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong in this block as MailTrouble, without the password; that a connection broke is raised as it is, where there was one."""
        try:
            yield
        except smtplib.SMTPServerDisconnected:
            if self._server is not None:
                raise
            raise self._trouble(_("it closed the connection"), "") from None
        except ssl.SSLCertVerificationError as error:
            fix = _("If it is your own, name the file that vouches for it in SSL_CERT_FILE; mail.host must be the name in the certificate.")
            raise self._trouble(_("its certificate is not trusted: {why}").format(why=error.verify_message), fix) from None
        except smtplib.SMTPNotSupportedError as error:
            raise self._trouble(self._words(error), _("Ask whoever runs it what it offers: officecli config show mail.security")) from None
        except smtplib.SMTPAuthenticationError as error:
            fix = _("See to mail.user and its password ({variable}, or the file mail.password_file).").format(variable="OFFICECLI_MAIL_PASSWORD")
            raise self._trouble(self._words(error), fix) from None
        except UnicodeError:
            raise self._trouble(
                _("a name, user or password is beyond ASCII letters, which SMTP cannot say"), _("Use one in ASCII letters.")
            ) from None
        except (OSError, smtplib.SMTPException) as error:
            self._server = None
            raise self._trouble(self._words(error), "") from None

    def _trouble(self, why: str, fix: str) -> MailTrouble:
        return MailTrouble(
            _("The mail server {host}:{port} takes no mail: {why}.").format(host=self._account.host, port=self._account.port, why=why),
            fix=fix or _("What was not sent goes with the next run. See to the settings with: officecli config list"),
        )

    def _words(self, error: Exception) -> str:
        """What a library says, on one line, short, and without the password."""
        if isinstance(error, smtplib.SMTPResponseException):
            return self._quoted(error.smtp_code, error.smtp_error)
        if isinstance(error, TimeoutError):
            return _("no answer within {seconds} seconds").format(seconds=int(PATIENCE))
        if isinstance(error, OSError) and error.strerror:
            return self._hidden(error.strerror)
        return self._hidden(str(error)) or type(error).__name__

    def _quoted(self, code: int, said: bytes | str) -> str:
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        return self._hidden(f"{code} {text}")

    def _hidden(self, text: str) -> str:
        secret = self._account.password
        for one in (secret, b64encode(secret.encode()).decode()) if secret else ():
            text = text.replace(one, "•••")
        return " ".join(safe(text).split())[:LONGEST]


def _own_name() -> str:
    """What this machine calls itself to the server: the library would ask the network for it, and wait where there is none."""
    name = socket.gethostname()
    return name if name.isascii() and "." in name and not re.search(r"[^\w.-]", name) else "[127.0.0.1]"
