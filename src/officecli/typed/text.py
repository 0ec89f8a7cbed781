"""What people write: one line of text that every terminal shows as it is."""

from __future__ import annotations

import unicodedata

from officecli.errors import BadInput
from officecli.i18n import _

_NOTHING = frozenset({"", "无", "暂无", "/", "／", "\\", "-", "--", "—", "——", "–", "n/a", "na", "none", "nil"})
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def tidy(text: str) -> str:
    """One line without surrounding or doubled spaces; raises BadInput for what no terminal shows: controls, bytes that are no text, turned direction."""
    if any(char in _TURNING or (unicodedata.category(char) in {"Cc", "Cs"} and char not in "\t\r\n") for char in text):
        raise BadInput(_("There is a control character in “{text}”.").format(text=text[:60]), fix=_("Type it again without the control character."))
    return " ".join(text.split())


def is_nothing(text: str) -> bool:
    """Whether a text says that there is nothing: blank, `—`, `/`, 无, n/a."""
    return text in _NOTHING or text.lower() in _NOTHING
