"""What people write: text that every terminal shows as it is, on one line or several, and as a message quotes it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.patterns import pattern

_NOTHING = frozenset(
    {"", "无", "暂无", "/", "／", "\\", "-", "--", "—", "——", "–", "n/a", "na", "none", "nil", "null", "(null)", "nan", "nat", "<na>", "\\n"}
)
_IN_MARKS = ("()", "[]", "<>", "（）", "【】")
_NOTHING_IN_MARKS = frozenset(
    f"{around[0]}{word}{around[-1]}"
    for word in ("empty", "blank", "none", "nil", "null", "n/a", "no value", "空", "空白", "无", "未填")
    for around in (*_IN_MARKS, ("-", "-"), ("- ", " -"), ("--", "--"), ("-- ", " --"))
)
"""What tools show in a list where a field has no value, which nobody types: (empty), -- None --."""
_LONGEST_NOTHING = max(map(len, _NOTHING | _NOTHING_IN_MARKS))
TICKS = "√✓✔☑✅"
"""What stands for yes, or done, behind a name or in a cell."""
_LINES = "-‐‑‒–—―─_=.:…"  # of which any number is a line, or a blank to be filled in
RUNS = "=+\\-@＝＋－＠\t\r"
"""Characters (of a pattern) that a spreadsheet takes for the beginning of a formula; the wide ones, too, where it is set to Chinese or Japanese."""
_LONGEST_NUMBER = 80
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SILENT = dict.fromkeys(map(ord, "\xad\u061c\u180e\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"))
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF10, 0xFF5B) if chr(wide).isalnum()}
_JOINERS = "\u200c\u200d"  # they hold emoji and some scripts together


def without_silent(text: str) -> str:
    """The text without characters that are neither seen nor hold others together, such as a zero-width space copied from a web page."""
    return text if text.isprintable() else text.translate(_SILENT)


def tidy(text: str) -> str:
    """One line without surrounding or doubled spaces and silent characters; raises BadInput
    for what no terminal shows: controls, bytes that are no text, turned direction.
    """
    if any(map(_is_half, text)):
        raise no_text(text)
    if any(char in _TURNING or (unicodedata.category(char) == "Cc" and char not in "\t\r\n") for char in text):
        raise BadInput(_("There is a control character in “{text}”.").format(text=text[:60]), fix=_("Type it again without the control character."))
    return " ".join(without_silent(text).split())


def _is_half(char: str) -> bool:
    """Whether it stands for a byte of what was typed that is no text."""
    return unicodedata.category(char) == "Cs"


def no_text(typed: str) -> BadInput:
    """What to say of bytes in another encoding, as a terminal set to GBK or Latin-1 hands them over."""
    readable = "".join("\ufffd" if _is_half(char) else char for char in typed)
    return BadInput(
        _("“{text}” is not text in UTF-8.").format(text=shown(readable)),
        fix=_("Set the terminal, or the file it came from, to UTF-8, and type it again."),
    )


def plain_words(text: str) -> str:
    """The words of a text in small letters of one width, one space between them, as they are compared."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


_COUNTED = pattern(r"第?(\d[\d-]*)[号项件条]")
"""A number as it is said: 3号, 第3项."""


def is_counted(text: str) -> bool:
    """Whether a number was typed as it is said: 3号, 第3项."""
    return _COUNTED.fullmatch(unicodedata.normalize("NFKC", text[:_LONGEST_NUMBER]).strip()) is not None


def number_typed(text: str) -> str:
    """What was typed for a number, of one width and without its # or 第…号; what is too long for one is cut."""
    plain = unicodedata.normalize("NFKC", text[:_LONGEST_NUMBER]).strip().lstrip("#")
    counted = _COUNTED.fullmatch(plain)
    return counted[1] if counted else plain


def without_accents(text: str) -> str:
    """The text without the marks on its letters, Á as A; one that has none is given back as it is."""
    if text.isascii() or not _ACCENTED.search(text):  # few texts have any, and many are compared
        return text
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))


_ACCENTED = pattern("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
_ACCENTS = pattern("[\u0300-\u036f]+")


def one_line(text: str) -> str:
    """The text without surrounding or doubled spaces and silent characters; raises BadInput where it holds another that nobody sees."""
    plain = " ".join(without_silent(text).split())
    unseen = next((char for char in plain if char not in _JOINERS and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")), None)
    if unseen is not None:
        raise BadInput(
            _("“{text}” holds a character nobody can see (U+{code}).").format(text=shown(plain), code=f"{ord(unseen):04X}"),
            fix=_("Type it again without that character."),
        )
    return plain


def several_lines(texts: Iterable[str]) -> str:
    """Texts as one of several lines, each tidied, empty ones left out; raises BadInput where one holds a character nobody sees."""
    return "\n".join(line for text in texts for part in text.splitlines() if (line := one_line(part)))


class ReasonMissing(BadInput):
    """What is not done without a reason, and none was given."""

    lacks = "--reason"


def says_nothing(text: str, fix: str) -> BadInput:
    """What is wrong with a text that says nothing of how it goes: none, or the dash that elsewhere stands for the standard input."""
    return BadInput(_("“{text}” says nothing of how it goes.").format(text=tidy(text)[:40]) if text.strip() else _("The note is empty."), fix=fix)


def reason_needed(text: str) -> str:
    """The reason of what is not done without one, tidied; raises BadInput where there is none, and where it says nothing: `-`."""
    if not says_something(text):
        raise ReasonMissing(_("This needs a reason."), fix=_("Say why with --reason."))
    return tidy(text)


def says_something(text: str) -> bool:
    """Whether there is a letter or a digit of any script in it: dashes, dots and ticks alone say nothing."""
    return any(char.isalnum() for char in text)


def is_nothing(text: str) -> bool:
    """Whether a text says that there is nothing: blank, `—`, `/`, 无, n/a, and what programs write for it (NULL, NaN, NaT, (empty))."""
    return (len(text) <= _LONGEST_NOTHING and ((low := text.lower()) in _NOTHING or low in _NOTHING_IN_MARKS)) or not text.strip(_LINES)


def shown(text: str, most: int = 60) -> str:
    """A text as a message quotes it: of a long one its beginning, which shows that it is no more."""
    return text if len(text) <= most else text[:most].rstrip() + "…"


def first_of(texts: Sequence[str], most: int = 10) -> list[str]:
    """The first of many, and how many there are besides."""
    return [*texts] if len(texts) <= most else [*texts[:most], _("{count} more").format(count=len(texts) - most)]


def narrow(text: str) -> str:
    """The text with its wide digits and letters as the plain ones, １ as 1; Chinese brackets and commas stay."""
    return text.translate(_NARROW)
