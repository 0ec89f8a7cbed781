"""What a short word means: the only name with this word, with a word that begins so, or with these initials; never a guess among several."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from officecli.errors import BadInput
from officecli.hints import TypeVar
from officecli.i18n import _, listed
from officecli.model.names import name_key
from officecli.patterns import HAN, has_han
from officecli.typed.pinyin import first_letters
from officecli.typed.text import shown

T = TypeVar("T")

_SIGNS_IN_WORDS = str.maketrans("", "", "'’‘ʼ′`´＇·•")
_OWN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
"""Letters that Unicode does not take apart into a plain one and its accent."""
EVERYTHING = frozenset("all everything every 全部 所有 一切 全体".split())
"""Words for all there is, which say too little: nothing is done to all an office has, and they are no word of the one title that has them."""
MOST_CHOICES = 9
"""So many are told of what a short word may mean."""


class Several(BadInput):
    """What was typed may mean several: `choices` are their names in full, so that a terminal can ask which."""

    def __init__(self, typed: str, choices: Sequence[str]) -> None:
        told = listed([*choices[:MOST_CHOICES], *(["…"] if len(choices) > MOST_CHOICES else [])])
        super().__init__(_("“{name}” may mean {names}.").format(name=shown(typed), names=told), fix=_("Write more of the name that is meant."))
        self.typed = typed
        self.choices = tuple(choices)


_settled: dict[str, str] = {}


def settle(typed: str, meant: str) -> None:
    """From now on, in this run of the program, `typed` means the name `meant`: somebody was asked, and said so."""
    _settled[typed] = meant


def as_settled(typed: str) -> str:
    """The name in full that somebody said `typed` to mean, else `typed` itself."""
    return _settled.get(typed, typed)


def forget_settled() -> None:
    """Nobody has been asked anything."""
    _settled.clear()


def only_one(typed: str, known: Iterable[T], name: Callable[[T], str | Sequence[str]], full: Callable[[T], str] | None = None) -> T | None:
    """The one of `known` that a short word means, by its `name` or names, None for none; raises Several where it may mean more than one.

    Each of several is told by its `full` name, by which it is found again; without one, by the last of its names.

    One whose name is this, or holds it as a word, goes before those that only begin so or have these initials. Accents, apostrophes, case
    and width do not count.
    """
    said = folded(as_settled(typed))
    if not said:
        return None
    named = [(one, [text] if isinstance(text := name(one), str) else list(text)) for one in known]
    for likeness in (_is, _has_word, begins):
        found = [(one, texts) for one, texts in named if any(likeness(said, text) for text in texts)]
        if len(found) > 1:
            raise Several(typed, [full(one) if full else texts[-1] for one, texts in found])
        if found:
            return found[0][0]
    return None


@cache
def folded(text: str) -> str:
    """Text as matching takes it: its words with one space between, without accents, apostrophes, case and width."""
    apart = unicodedata.normalize("NFKD", text).casefold().translate(_SIGNS_IN_WORDS).translate(_OWN_LETTERS)
    return " ".join(re.findall(r"[^\W_]+", "".join(char for char in apart if not unicodedata.combining(char))))


def _is(said: str, text: str) -> bool:
    return name_key(said) == name_key(folded(text))


def _has_word(said: str, text: str) -> bool:
    """Whether words of the text, one after the other, are those said."""
    return f" {said} " in f" {folded(text)} "


def begins(said: str, text: str) -> bool:
    """Whether the words said, folded, begin words of the text, in its order, or are its initials."""
    words = iter(folded(text).split())
    if all(any(word.startswith(one) for word in words) for one in said.split()):
        return True
    letters = said.replace(" ", "")
    return re.fullmatch("[a-z]{2,}", letters) is not None and _initials_begin(letters, text)


def _initials_begin(letters: str, text: str) -> bool:
    """Whether the initials of a text are these letters, or of a Chinese one begin with them, as zlx for 周丽霞."""
    initials = list(_initials(folded(text)))
    fits = len(letters) <= len(initials) and all(letter in possible for letter, possible in zip(letters, initials, strict=False))
    return fits and (len(letters) == len(initials) or has_han(text))


def sound_alike(one: str, other: str) -> bool:
    """Whether each character of two Chinese names may begin with the same letter: 莉 and 丽."""
    pairs = list(zip(_initials(one), _initials(other), strict=False))
    return len(pairs) == len(one) == len(other) and all(set(letters) & set(others) for letters, others in pairs)


def _initials(plain: str) -> Iterator[str]:
    """For each word, and each Chinese character, the letters it may begin with."""
    for piece in re.findall(rf"[{HAN}]|[^\W_]+?(?=[{HAN}]|\b)", plain):
        yield first_letters(piece) if has_han(piece) else piece[0]
