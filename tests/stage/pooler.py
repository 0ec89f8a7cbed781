"""A pooler before a PostgreSQL server, which lends each transaction the session whose turn it is: nothing that a client leaves in one finds it again."""

from __future__ import annotations

import socket
import struct
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from threading import Condition, Thread
from urllib.parse import parse_qs, urlsplit

_NO = {80877103, 80877104}
"""What a client asks for before it begins: to be encrypted, by TLS or by GSSAPI."""
_TAKEN = {"user", "database", "application_name", "client_encoding"}
"""What such poolers let a client say of its session."""
_IDLE = b"I"


@dataclass
class Pooler:
    """Where it listens, as a URL; the statements that somebody `prepared` by name, and how many sessions were left in the midst of a transaction."""

    url: str
    prepared: list[str] = field(default_factory=list)
    left: int = 0


@contextmanager
def pooler(server: str, sessions: int = 2) -> Iterator[Pooler]:
    """A pooler before the database `server`, a URL by way of a UNIX socket, with so many sessions of its own."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        parts = urlsplit(server)
        made = Pooler(f"postgresql://{parts.username}@127.0.0.1:{listening.getsockname()[1]}{parts.path}")
        lent = _Sessions(server, sessions)
        Thread(target=_serve, args=(listening, made, lent), daemon=True).start()
        try:
            yield made
        finally:
            lent.close()


class _Sessions:
    """The sessions of the server, lent in turn; `greeting` is what it says at the beginning of one."""

    def __init__(self, server: str, count: int) -> None:
        self._server = server
        self._idle = deque(self._opened() for _one in range(count))
        self._changed = Condition()

    def _opened(self) -> socket.socket:
        parts = urlsplit(self._server)
        session = socket.socket(socket.AF_UNIX)
        session.connect(str(Path(parse_qs(parts.query)["host"][0], ".s.PGSQL.5432")))
        said = b"".join(word.encode() + b"\0" for word in ("user", parts.username or "", "database", parts.path.lstrip("/"))) + b"\0"
        session.sendall(struct.pack("!ii", 8 + len(said), 196608) + said)
        stream, self.greeting = _Stream(session), b""
        while not self.greeting.endswith(b"Z\0\0\0\5I"):
            self.greeting += b"".join(stream.read())
        return session

    def lend(self) -> socket.socket:
        """The session whose turn it is, once one is idle."""
        with self._changed:
            self._changed.wait_for(lambda: self._idle)
            return self._idle.popleft()

    def take_back(self, session: socket.socket, *, whole: bool) -> None:
        """Lend it again, after all others; or, of one that was left in the midst of something, another."""
        if not whole:
            session.close()
            session = self._opened()
        with self._changed:
            self._idle.append(session)
            self._changed.notify()

    def close(self) -> None:
        """End those that are idle."""
        for session in self._idle:
            session.close()


class _Stream:
    """The messages that come over a socket, each whole, its letter first."""

    def __init__(self, source: socket.socket) -> None:
        self.source, self._held = source, b""

    def read(self) -> list[bytes]:
        """The messages that are whole by now; raises EOFError at the end."""
        came = self.source.recv(1 << 16)
        if not came:
            raise EOFError
        self._held += came
        found = []
        while len(self._held) >= 5 and len(self._held) > (length := struct.unpack("!i", self._held[1:5])[0]):
            found.append(self._held[: length + 1])
            self._held = self._held[length + 1 :]
        return found


def _serve(listening: socket.socket, made: Pooler, lent: _Sessions) -> None:
    with suppress(OSError):  # closed at the end
        while True:
            client, _address = listening.accept()
            Thread(target=_attend, args=(client, made, lent), daemon=True).start()


def _attend(client: socket.socket, made: Pooler, lent: _Sessions) -> None:
    with closing(client), suppress(EOFError, OSError):
        if _begun(client):
            client.sendall(lent.greeting)
            stream = _Stream(client)
            while True:
                _lend(stream, stream.read(), made, lent)


def _begun(client: socket.socket) -> bool:
    """Whether what the client says of itself is such as a pooler takes."""
    while True:
        length, code = struct.unpack("!ii", client.recv(8, socket.MSG_WAITALL))
        if code not in _NO:
            break
        client.sendall(b"N")
    words = client.recv(length - 8, socket.MSG_WAITALL).decode().split("\0")
    if unknown := {*words[:-2:2]} - _TAKEN - {""}:
        said = f"SFATAL\0C08P01\0Munsupported startup parameter: {min(unknown)}\0\0".encode()
        client.sendall(b"E" + struct.pack("!i", 4 + len(said)) + said)
    return not unknown


def _lend(client: _Stream, first: list[bytes], made: Pooler, lent: _Sessions) -> None:
    """Lend a session for one transaction, which these messages begin; raises EOFError at the end of the client."""
    session = _Stream(lent.lend())
    waited_for, state = 0, _IDLE  # answers that are to come, and how the last one left the session
    try:
        with DefaultSelector() as ready:
            ready.register(client.source, EVENT_READ, client)
            ready.register(session.source, EVENT_READ, session)
            asked = first
            while True:
                for message in asked:
                    if message[:1] == b"X":
                        raise EOFError
                    if message[:1] == b"P" and message[5:6] != b"\0":
                        made.prepared.append(message[5:].partition(b"\0")[0].decode())
                    waited_for += message[:1] in b"QS"
                    session.source.sendall(message)
                asked = []
                for key, _events in ready.select():
                    came = key.data.read()
                    if key.data is client:
                        asked = came
                        continue
                    client.source.sendall(b"".join(came))
                    answers = [message for message in came if message[:1] == b"Z"]
                    waited_for, state = waited_for - len(answers), answers[-1][5:6] if answers else state
                if not (waited_for or asked) and state == _IDLE:
                    return
    finally:
        whole = not waited_for and state == _IDLE
        made.left += not whole
        lent.take_back(session.source, whole=whole)
