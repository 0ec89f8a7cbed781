"""The reader's language: English stands in the source, other languages in `locale/`.

`use()` must run before typer is imported, because typer looks its help words up at import.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"
LANGUAGES = ("en", "zh")

_catalog: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def use(language: str) -> None:
    """Speak `language` ("en" or "zh") from now on, here and in the libraries that use gettext."""
    global _catalog, _language
    _language = language
    _catalog = gettext.translation("officecli", LOCALES, [language], fallback=True)
    gettext.bindtextdomain("officecli", str(LOCALES))
    gettext.textdomain("officecli")
    os.environ["LANGUAGE"] = language


def language() -> str:
    """The language in use, "en" or "zh"."""
    return _language


def _(message: str) -> str:
    """`message` in the reader's language."""
    return _catalog.gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of a message that fits the number `n`."""
    return _catalog.ngettext(singular, plural, n)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark `message` for the catalogue; it is put into words when it is shown."""
    return message
