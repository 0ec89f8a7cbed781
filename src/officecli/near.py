"""What somebody perhaps meant: the nearest of the words there are. How like is like enough is decided here alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from officecli.i18n import _, listed, one_of

LIKE = 0.6
"""How like (0 to 1, twice the shared characters by all) a known word must be to be offered."""
LIKE_IF_SHORT = 0.5
"""The same for a word of up to `SHORT` characters: one character of a Chinese name of two is half of it."""
SLIP = 0.75
"""How like it must be to be the same word with a slip of the pen: where that is acted on, or where all words of the kind share much by their form."""
SHORT = 4
_LONGER = 1
"""So many characters one slip of the pen adds or takes away."""
LONGEST = 60
"""So many characters of a word are compared, for the comparison is quadratic."""
FEW = 12
"""So many words can simply be told, where none is near."""


_DENYING = ("un", "dis", "non", "not-", "not", "no-", "不", "未", "非", "无", "取消", "撤销")
"""With one of these before it a word means the opposite."""
_STEM = 3
"""So many letters a word has at least that one of these stands before."""


def nearest(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """The known words like `word`, at `most` so many, the nearest first; the caller brings both into one form (case, width, spaces)."""
    if len(word) > SHORT:
        return _alike(word, known, most, LIKE)
    # of letters, half of a short word's stand in many a long one: all is no cancelled
    return _alike(word, [one for one in known if not word.isascii() or len(one) <= 2 * len(word) or one.startswith(word)], most, LIKE_IF_SHORT)


def slip_of(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """The known words that `word` is but a slip of; otherwise as `nearest`."""
    return _alike(word, known, most, SLIP)


def mistyped(word: str, known: Iterable[str]) -> list[str]:
    """The known word like `word` and about as long, if there is one: `date` is no mistyped `days late`."""
    likeness = LIKE_IF_SHORT if len(word) <= SHORT and not word.isascii() else LIKE
    return _alike(word, [one for one in known if abs(len(one) - len(word)) <= _LONGER], 1, likeness)


def did_you_mean(word: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """A question after the nearest of the known words, compared as they are; else as `perhaps_meant`."""
    return perhaps_meant(word, {name: name for name in known}, otherwise)


def asked_back(name: str) -> str:
    """The question after what was perhaps meant; a whole command stands at the end of its line, so that it is copied as it is."""
    if name.startswith("officecli "):
        return line_asked().format(command=name)
    return _("Did you mean {name}?").format(name=name)


def line_asked() -> str:
    """The question after a whole {command}."""
    return _("Did you mean: {command}")


def perhaps_meant(word: str, named: Mapping[str, str], otherwise: str | None = None) -> str:
    """A question after the name whose key is nearest to `word`, both in one form; after each of a few that are as near as the nearest.

    Where none is near: what the caller says `otherwise`, and where it says nothing, the names there are if they are few, else "".
    """
    near = nearest(word, named, _AS_NEAR)
    if near:
        as_near = [one for one in near if _likest(one, word) == _likest(near[0], word)]
        names = list(dict.fromkeys(name for one, name in named.items() if one in as_near))
        return asked_back(names[0]) if len(names) == 1 else _("Did you mean {names}?").format(names=one_of(names))
    if otherwise is not None:
        return otherwise
    return _("Known: {names}.").format(names=listed(named.values())) if 0 < len(named) <= FEW else ""


def denied(word: str, known: Iterable[str]) -> str:
    """The known word of which `word` says the opposite, `unsuspend` of `suspend`; "" where it does of none."""
    words = list(known)
    return next((found[0] for stem in _stems(word) if (found := [one for one in _alike(stem, words, 1, SLIP) if one[0] == stem[0]])), "")


def _stems(word: str) -> Iterator[str]:
    """What is left of a word without what makes it the opposite."""
    plain = word.lstrip("-")
    for denying in _DENYING:
        stem = plain.removeprefix(denying).lstrip("-")
        if stem != plain and len(stem) >= (_STEM if stem.isascii() else 1):
            yield stem


def _are_opposites(one: str, other: str) -> bool:
    return any(denied_word == plain.lstrip("-") for word, plain in ((one, other), (other, one)) for denied_word in _stems(word))


def _alike(word: str, known: Iterable[str], most: int, likeness: float) -> list[str]:
    """The known words that are like it, without those that say the opposite; of equally like ones first what has more of its characters in their places."""
    import difflib  # only who mistyped waits for it

    found = difflib.get_close_matches(word[:LONGEST], list(known), most + _OPPOSITES + _EQUALLY_LIKE, likeness)
    return [one for one in sorted(found, key=lambda one: _likest(one, word)) if not _are_opposites(word, one)][:most]


def _likest(one: str, word: str) -> tuple[float, int]:
    """How like a known word is to what was typed, the likest first; of equally like ones what has more of its characters in their places."""
    import difflib

    typed = word[:LONGEST]
    return -difflib.SequenceMatcher(None, one, typed).ratio(), -sum(map(str.__eq__, one, typed))


_OPPOSITES, _EQUALLY_LIKE = 2, 8
"""So many more are looked at, for some of them are left out, and some as like as others."""
_AS_NEAR = 3
"""Of so many that are as near as the nearest each is named."""
