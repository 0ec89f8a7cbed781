"""Looks up single messages in a compiled catalogue (.mo): to load all of it, as `gettext` does, takes a quarter of a look.

They stand in the order of their bytes, as every compiler of catalogues leaves them, so one is found in a dozen steps.
"""

from __future__ import annotations

from pathlib import Path

from officecli.hints import Literal

_LITTLE_ENDIAN = b"\xde\x12\x04\x95"
_USUAL = "n != 1"
"""The rule of a catalogue that says none, as `gettext` has it."""


class Messages:
    """What the file at `path` says for each message; what it does not say, and all where there is no file, is said as it is."""

    def __init__(self, path: Path | None = None) -> None:
        self._known: dict[str, str] = {}
        self._count = 0
        if path is None or not path.exists():
            return
        self._file = path.read_bytes()
        self._order: Literal["little", "big"] = "little" if self._file.startswith(_LITTLE_ENDIAN) else "big"
        self._count, self._messages, self._said = (self._number(place) for place in (8, 12, 16))

    def gettext(self, message: str) -> str:
        """A message in this language."""
        if message not in self._known:
            self._known[message] = self._found(message) or message
        return self._known[message]

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The form of a message that fits the number `n`."""
        forms = self._found(f"{singular}\0{plural}")
        return forms.split("\0")[self._form(n)] if forms else singular if n == 1 else plural

    def _form(self, n: int) -> int:
        """Which of a message's forms fits a number, by the rule in the head of the catalogue."""
        head = self._found("")
        if "nplurals=1;" in head:
            return 0
        from gettext import c2py  # the rule is an expression in the syntax of C

        return int(c2py(head.partition("plural=")[2].partition(";")[0] or _USUAL)(n))

    def _found(self, message: str) -> str:
        """What stands for a message, its forms one after the other; "" where nothing does."""
        sought, low, high = message.encode(errors="replace"), 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._text(self._messages, middle) < sought:
                low = middle + 1
            else:
                high = middle
        return self._text(self._said, low).decode() if low < self._count and self._text(self._messages, low) == sought else ""

    def _text(self, table: int, which: int) -> bytes:
        length, place = self._number(table + 8 * which), self._number(table + 8 * which + 4)
        return self._file[place : place + length]

    def _number(self, place: int) -> int:
        return int.from_bytes(self._file[place : place + 4], self._order)
