"""Cells of states as they are compared: small letters, one width, no marks; and a day as notes write it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from officecli.files.ledger.words.han.traditional import simplified
from officecli.patterns import has_han, pattern

_MONTH = (
    r"(?:jan(?:uar[a-z]?)?|feb[a-z]{0,6}|mar(?:ch|zo|s)?|apr(?:ile?)?|may|jun(?:e|io?)?|jul(?:y|io?)?|aug(?:ust[a-z]{0,2})?"
    r"|sep(?:t[a-z]{0,6})?|oct(?:[ou][a-z]{3})?|nov(?:[ie][a-z]{4,5})?|dec(?:em[a-z]{3})?)(?![a-z])\.?"
)
"""A month in English or in a language that calls it nearly so; and no other word that begins so: decided 6/9, 3 marked crossings."""
_NO_NUMBER = (
    r"(?<![a-z\d#票单证函码-])(?<!# )(?<![^销]号)(?<!\b(?:ref|req|inv|no\.|nr\.) )(?<!\b(?:po|wo|no|id) )(?<!\b(?:case|file|memo|form) )(?<!\border )"
    r"(?<!\b(?:ticket|permit) )(?<!\binvoice )(?<!\breceipt )(?<!\bcontract )"
)
"""Before eight figures that are a day: nothing says that they number a paper, as in PO 20260618 or 档号20260618."""
DAY_WORD = (
    r"(?<!\d)(?!(?<=[a-z][-_/#])\d+-|(?:(?<=\b[a-z])|(?<=\b[a-z]{2})"
    r"|(?<=\b[a-z]{3}))\d\d-)(?:(?:\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}(?:\s*日|(?:\s*[-/.]\s*\d{2,4})?)"
    rf"|(?<![a-z]){_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}[ -]?{_MONTH}(?:[ -]?\d{{2}}(?:\d{{2}})?)?"
    r"|(?:[一二][〇零○一二三四五六七八九]{3}年)?[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]"
    rf"|{_NO_NUMBER}20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d号-]))(?!\d)"
)
DAY = pattern(DAY_WORD)
"""A day in small letters, as notes write it; the figures of a number are none: capa-26-01, r26-01."""

HAN_MONTH = r"20\d\d(?:年(?:1[0-2]|0?[1-9])月(?:份|[底末初]|[上中下]旬)?|[./-](?:1[0-2]|0?[1-9])(?![\d./-]))"
"""A month of a year, as Chinese notes write it."""


class _Marks(dict[int, int]):
    """Code of a letter → that of a space where it is a mark, else its own; each is looked up once."""

    def __missing__(self, code: int) -> int:
        self[code] = found = 32 if unicodedata.category(chr(code)) in ("So", "Sk", "Sm") else code
        return found


_MARKS = _Marks()
_TYPED = str.maketrans({"–": "-", "—": "-", "‑": "-", "’": "'", "‘": "'", "“": '"', "”": '"'})
"""Signs as a word processor sets them → as they are typed."""
_HYPHEN = pattern(r"(?<=[a-z])[-_](?=[a-z])")


@lru_cache(maxsize=1024)
def one_width(text: str) -> str:
    """The text with its wide letters, digits and signs as the plain ones."""
    return unicodedata.normalize("NFKC", text)


_NUMBER_BEHIND = pattern(r"\b(no|doc|ref|vol|bk|pg|inst|cert|inv|rec|conf)s?\.\s+(?=#?\d|(?:no|ref)\b)", re.IGNORECASE)


def without_dots(text: str) -> str:
    """The text without the dots behind which the number of a paper stands, so that none of them ends a statement: Doc. No. 412."""
    return _NUMBER_BEHIND.sub(r"\1 ", text) if "." in text else text


@lru_cache(maxsize=1024)
def plain_text(text: str) -> str:
    """Small letters, one width, no marks; `-` and `_` between Latin words are spaces."""
    text = simplified(one_width(text)).casefold().replace("\ufe0f", "")
    if not text.isascii() and not has_han(text):
        text = text.translate(_TYPED)
    text = _HYPHEN.sub(" ", text.translate(_MARKS))
    return " ".join(text.split()).strip(" .。!！*#'\"[]【】()（）")
