"""The reader's language: English stands in the source, other languages in `locale/`.

Typer looks its help words up when it is imported: `speak_in_libraries()` comes before that.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from officecli.hints import TypeVar
from officecli.messages import Messages

T = TypeVar("T")

LOCALES = Path(__file__).parent / "locale"
LANGUAGES = ("en", *sorted(folder.name for folder in LOCALES.iterdir() if (folder / "LC_MESSAGES").exists()))
"""English, and whatever has a folder in `locale/`. What is said in no other language, or kept for none, is English."""

_catalogs = {"en": Messages()}
_catalog = _catalogs["en"]
_language = "en"


def use(language: str) -> None:
    """Speak `language`, one of LANGUAGES, from now on."""
    global _catalog, _language
    _language = language
    _catalog = _catalog_of(language)
    os.environ["LANGUAGE"] = language


def _catalog_of(language: str) -> Messages:
    if language not in _catalogs:
        _catalogs[language] = Messages(LOCALES / language / "LC_MESSAGES" / "officecli.mo")
    return _catalogs[language]


def speak_in_libraries() -> None:
    """Have those libraries that are imported after this, and use gettext, speak the language in use."""
    import gettext

    setattr(gettext, "gettext", _)  # noqa: B010 - they take these two by name; gettext's own would take in the whole catalogue for a dozen words
    setattr(gettext, "ngettext", ngettext)  # noqa: B010


def language() -> str:
    """The language in use, one of LANGUAGES."""
    return _language


def of_language(kept: Mapping[str, T], language: str = "") -> T:
    """What is kept for a language, the one in use if none is named; for a language that has nothing of its own, what is kept for English."""
    return kept.get(language or _language, kept["en"])


def _(message: str) -> str:
    """`message` in the reader's language."""
    return _catalog.gettext(message) if message else ""


def in_every_language(message: str) -> Iterator[str]:
    """`message` in English, in the reader's language, then in the others, whose catalogues are read only when asked for."""
    yield message
    yield _(message)
    for language in LANGUAGES:
        if language not in ("en", _language):
            yield _catalog_of(language).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of a message that fits the number `n`."""
    return _catalog.ngettext(singular, plural, n)


def listed(texts: Iterable[str]) -> str:
    """Words as the language enumerates them: `Ana, Ben` · `张三、李四`."""
    return ("、" if _language == "zh" else ", ").join(texts)


def phrases(texts: Iterable[str]) -> str:
    """Short phrases on one thing in a row: `lead Ana, deadline 5 May` · `牵头人 张三，现时限 5月5日`."""
    return ("，" if _language == "zh" else ", ").join(_going_on(texts))


def clauses(texts: Iterable[str]) -> str:
    """Clauses, which may hold commas, as the language joins them: `deadline 5 May; support Ben` · `现时限 5月5日；配合 李四`."""
    return ("；" if _language == "zh" else "; ").join(_going_on(texts))


def _going_on(texts: Iterable[str]) -> list[str]:
    """The texts, those behind which another follows without the full stop that people end a note with."""
    *others, last = [*texts] or [""]
    return [*map(_without_stop, others), last]


def _without_stop(text: str) -> str:
    """A text without its full stop; an abbreviation keeps its own."""
    word = text[:-1].rpartition(" ")[2]
    return text[:-1] if text.endswith("。") or (text.endswith(".") and len(word) > len("Inc") and word.isalpha()) else text


def sentences(texts: Iterable[str]) -> str:
    """Whole sentences one after the other, empty ones left out; Chinese sets no space between them."""
    return ("" if _language == "zh" else " ").join(text for text in texts if text)


def apart(word: str, *, first: bool = False) -> str:
    """A word that ends a sentence, or is the `first` of it: Chinese sets a space between it and the others where it is Latin, and none where it is not."""
    return word if _language != "zh" or not word.isascii() else f"{word} " if first else f" {word}"


def headed(head: str, text: str) -> str:
    """What is said under a word or a name: `Lead: Ana` · `牵头人：张三`."""
    return f"{head}：{text}" if _language == "zh" else f"{head}: {text}"


def one_of(words: Iterable[str]) -> str:
    """Words of which one is meant: `issued, in hand or submitted` · `已交办、承办中或已报结`."""
    *others, last = words
    if not others:
        return last
    between = _(" or ")
    if _language == "zh":  # which sets a space between Latin letters and its own characters
        between = (" " if others[-1][-1:].isascii() else "") + between + (" " if last[:1].isascii() else "")
    return listed(others) + between + last


def in_brackets(text: str) -> str:
    """An aside after a word: ` (agenda)` · `（议程）`."""
    return f"（{text}）" if _language == "zh" else f" ({text})"


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark `message` for the catalogue; it is put into words when it is shown."""
    return message


SPOKEN = {"en": N_("English"), "zh": N_("Chinese")}
"""A language → what it is called; one without a name is called by its code."""
_ALSO_SPOKEN = {"英语": "en", "汉语": "zh", "汉文": "zh", "简体中文": "zh", "zh-cn": "zh", "en-us": "en", "en-gb": "en"}


def language_named(typed: str) -> str:
    """The language of this code or name, in any of the languages: `zh`, 中文, Chinese; what was typed where it is none."""
    said = typed.strip().casefold().replace("_", "-").partition(".")[0]
    if typed in LANGUAGES:
        return typed
    named = next((code for code in LANGUAGES if said == code or said in map(str.casefold, in_every_language(SPOKEN.get(code, code)))), "")
    return named or _ALSO_SPOKEN.get(said, typed)
