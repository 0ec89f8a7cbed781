"""The codes people type after an option, or the words they see for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from officecli.errors import BadInput
from officecli.i18n import _, apart, in_every_language, listed, sentences
from officecli.model.codes import EVERY
from officecli.model.words import ALSO_SAID, VOCABULARIES
from officecli.near import asked_back, nearest


def check_code(typed: str, known: Sequence[str], option: str) -> str:
    """The code that somebody typed after `option`, or said in any of the languages; raises BadInput with the nearest."""
    vocabulary = option.removeprefix("--")
    if vocabulary not in VOCABULARIES:
        vocabulary = vocabulary.replace("-", "_")
    code = code_meant(typed, known, vocabulary)
    if code is None:
        raise BadInput(
            _("{option} does not take “{value}”.").format(option=apart(_(option), first=True), value=typed[:40]),
            fix=instead(typed, known, vocabulary),
        )
    return code


def code_meant(typed: str, known: Sequence[str], vocabulary: str, *, whole: bool = False, also: bool = False) -> str | None:
    """The code among `known` that `typed` is, or is a word for in any of the languages; unless `whole`, so is the beginning of one alone, as 规范 of 规范目标.

    With `also` so is what ledgers write for it.
    """
    plain = _plain(typed)
    exactly = next((code for code in known if plain == _plain(code)), None)
    if exactly is not None:
        return exactly  # the words of the other languages are not even read
    words = VOCABULARIES.get(vocabulary, {})
    said = {code: [_plain(code), *map(_plain, in_every_language(words[code]))] if code in words else [_plain(code)] for code in known}
    more = ALSO_SAID.get(vocabulary, {})
    same = [code for code in known if plain in said[code] or plain in _apart(more.get(code, ""))]
    same = same or [code for code in known if also and plain in _others(code, vocabulary)]
    begun = [code for code in known if len(plain) > 1 and not whole and any(one.startswith(plain) for one in said[code])]
    return same[0] if same else begun[0] if len(begun) == 1 else None


def _others(code: str, vocabulary: str) -> list[str]:
    """What ledgers write for a code."""
    return [word for one in EVERY if one.name == vocabulary and code in one.also for word in _apart(one.also[code])]


def _apart(words: str) -> list[str]:
    """Words set apart by `|`, in the form in which they are compared."""
    return [_plain(word) for word in words.split("|")] if words else []


def instead(typed: str, known: Sequence[str], vocabulary: str, named: Mapping[str, str] | None = None) -> str:
    """What to type instead: the nearest, and all there are, each by its word where the reader's language has another, and its code.

    `named` has the words of those that are no codes of the vocabulary.
    """
    words = VOCABULARIES.get(vocabulary, {})
    said = {code: _(words[code]) if code in words and _(words[code]) != words[code] else code for code in known} | dict(named or {})
    meant = {_plain(word): said[code] for code in known for word in (words.get(code, code), said[code], code)}
    shown = [word if word == code else f"{word} {code}" for code, word in said.items()]
    choices = _("It takes one of: {choices}.").format(choices=listed(shown))
    near = nearest(_plain(typed), meant)
    return sentences([asked_back(meant[near[0]]), choices]) if near else choices


def _plain(typed: str) -> str:
    """Without width and case, words joined like those of a code."""
    return "-".join(unicodedata.normalize("NFKC", typed).casefold().split())
