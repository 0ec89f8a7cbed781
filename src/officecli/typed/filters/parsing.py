"""The grammar of filters, read by recursive descent.

    either  =  all  { or all }                              or 或 |
    all     =  one  { [and] one }                           and 且 &
    one     =  not one  |  ( either )  |  @view  |  +label  |  -label  |  -KEY:…  |  KEY:values  |  "text"  |  words
    values  =  value  { , value }                           value = [< <= > >=] text  |  text..text

Words side by side are one text. Every sign may be written in full width, every key in either language.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from officecli.i18n import _, listed, sentences
from officecli.model.filter_keys import KEYS, MOST, Key
from officecli.near import asked_back, nearest
from officecli.patterns import pattern
from officecli.typed.filters.faults import example_of, fault
from officecli.typed.filters.tree import All, Any, Node, Not, Place, Source, Term, Text, Value
from officecli.typed.text import shown

LONGEST = 1000
"""Characters of a filter; nobody types as many."""
_MOST_BEHIND = 6
"""Words behind a value that may have been meant as part of it."""
_DEEPEST = 30
"""Brackets, views and denials within each other."""

WORDS: dict[str, Key] = {word: key for key in KEYS.values() for word in (key.name, *key.words.split())}
"""Every word of a key, in either language."""

_COMPARES = "<>=＜＞＝≤≥"
_A_KEY = rf"[^\W\d_][\w-]*(?:[:：]|[{_COMPARES}])"
_ENDS = r"(?=[\s()（）]|$)"
_HAN_JOINS = rf"(?:或者?|并?且)(?={_A_KEY})"
"""A Chinese `or` or `and` that runs on into a key."""

_JOINING = ("or", "and", "或", "或者", "且", "并且")
_SPACE = pattern(r"\s*")
_OR = pattern(rf"(?:(?:or|或者?|[|｜]{{1,2}}){_ENDS}|或者?(?={_A_KEY}))", re.IGNORECASE)
_AND = pattern(rf"(?:(?:and|并?且|[&＆]{{1,2}}){_ENDS}|并?且(?={_A_KEY}))", re.IGNORECASE)
_JOINS = pattern(rf"(?:or|and|[&＆]){_ENDS}", re.IGNORECASE)
_NOT = pattern(rf"not{_ENDS}|[!！](?=\S)|[非不](?=[\s(（+＋@＠\"“「]|{_A_KEY})", re.IGNORECASE)
_KEY = pattern(rf"([^\W\d_][\w-]*)(?:[:：]|(?=[{_COMPARES}]))\s*")
_NO_KEY = pattern(r"([^\W\d_][\w-]*)[:：](?=\S)")
_LESS = pattern(rf"[-－](?=[(（@＠]|{_A_KEY})", re.IGNORECASE)
_LABEL = pattern(r"[+＋－-](?=[^\s()（）])")
_VIEW = pattern(r"[@＠]([\w-]*)")
_QUOTED = pattern(r"\"([^\"]*)\"|“([^”]*)”|「([^」]*)」|＂([^＂]*)＂|'([^']*)'(?=[\s()（）,，、]|$)")
_OPENS = pattern(r"[\"“「＂]")
SIGN = pattern(r"<=|>=|[<＜][=＝]|[>＞][=＝]|[<>＜＞≤≥=＝]")
_WORD = pattern(rf"(?:(?!{_HAN_JOINS})[^\s()（）\"“”「」＂])+", re.IGNORECASE)
_VALUE = pattern(rf"(?:(?!{_HAN_JOINS})[^\s()（）\"“”「」＂,，、])+", re.IGNORECASE)
_FURTHER = pattern(r"[,，、]\s*")
TO = pattern(r"\.\.+|…+|[~～〜至]")
_PLAIN_SIGN = {"＜": "<", "＞": ">", "＝": "=", "≤": "<=", "≥": ">="}


def parse(text: str, views: Callable[[str, Place], str], name: str = "") -> Node:
    """What a filter says; `views` gives the filter that a view is kept as, by its name, and `name` is its own, if it is to be kept under one.

    Raises BadInput with the place of what cannot be understood.
    """
    return _plainly(Source(text)) or _Parser(Source(text), views, (name,) if name else (), 0).whole()


def _plainly(source: Source) -> Node | None:
    """What most filters say, words like is:overdue and nothing else; None for any
    other. The patterns of the grammar take longer to compile than the answer to find.
    """
    terms, at = [], 0
    for word in source.text.split(" ") if len(source.text) <= LONGEST else ():
        name, colon, said = word.replace("：", ":").partition(":")
        key = WORDS.get(name.casefold())
        if key is None or not colon or not said.replace("-", "").isalnum() or "至" in said or said.casefold() in _JOINING:
            return None
        end = at + len(word)
        terms.append(Term(key, (Value(said, Place(source, end - len(said), end)),), Place(source, at, end)))
        at = end + 1
    return terms[0] if len(terms) == 1 else All(tuple(terms)) if terms else None


class _Parser:
    """Reads one text from left to right; `within` are the views it stands in, `depth` how deep it stands."""

    def __init__(self, source: Source, views: Callable[[str, Place], str], within: tuple[str, ...], depth: int) -> None:
        self.source, self.views, self.within, self.depth = source, views, within, depth
        self.at = 0
        if len(source.text) > LONGEST:
            raise fault(Place(source, LONGEST, LONGEST + 1), _("A filter has at most {most} characters.").format(most=LONGEST), _("Say it shorter."))

    def whole(self) -> Node:
        """All of the text."""
        found = self._either()
        if self._ahead():
            raise fault(self._here(1), _("There is no bracket that this one closes."), _("Take it away, or open one before it."))
        return found

    def _either(self) -> Node:
        found = [self._all()]
        while self._take(_OR):
            found.append(self._all())
        return found[0] if len(found) == 1 else Any(tuple(found))

    def _all(self) -> Node:
        found = [self._one()]
        while self._take(_AND) or (self._ahead() not in ("", ")", "）") and not self._sees(_OR)):
            found.append(self._one())
        return found[0] if len(found) == 1 else All(tuple(found))

    def _one(self) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise fault(self._here(1), _("This stands too deep in brackets and views."), _("Say it with fewer of them."))
        try:
            if self._take(_NOT) or self._take(_LESS):
                return Not(self._one())
            if self._ahead() in ("(", "（"):
                return self._bracketed()
            return self._view() or self._label() or self._term() or self._text()
        finally:
            self.depth -= 1

    def _bracketed(self) -> Node:
        opened = self._here(1)
        self.at += 1
        found = self._either()
        if self._ahead() not in (")", "）"):
            raise fault(opened, _("This bracket is not closed."), _("Write ) at its end."))
        self.at += 1
        return found

    def _view(self) -> Node | None:
        start, taken = self.at, self._take(_VIEW)
        if taken is None:
            return None
        place = Place(self.source, start, self.at)
        name = taken[1].casefold()
        if name in self.within:
            raise fault(place, _("The view @{name} is made of itself.").format(name=shown(name)), _("See them with: officecli view list"))
        kept = Source(self.views(name[:MOST], place), name)
        return _Parser(kept, self.views, (*self.within, name), self.depth).whole()

    def _label(self) -> Node | None:
        start, sign = self.at, self._take(_LABEL)
        if sign is None:
            return None
        quoted = self._quoted()
        word = self._take(_WORD, spaced=False) if quoted is None else None
        name, place = word[0] if word else (quoted or "").strip(), Place(self.source, start, self.at)
        if not name:
            raise fault(place, _("A label is expected here."), _("Write it like +budget, or in quotes."))
        term = Term(KEYS["label"], (Value(name, place, behind=self._behind() if word else ""),), place)
        return term if sign[0] in "+＋" else Not(term)

    def _term(self) -> Node | None:
        taken, key = self._key()
        if taken is None or key is None:
            return None
        start, self.at = self.at, taken.end()
        values = [self._value(key)]
        while self._take(_FURTHER, spaced=False):
            values.append(self._value(key))
        return Term(key, tuple(values), Place(self.source, start, self.at))

    def _value(self, key: Key) -> Value:
        start, taken = self.at, self._take(SIGN, spaced=False)
        sign = "".join(_PLAIN_SIGN.get(char, char) for char in taken[0]).removeprefix("=") if taken else ""
        if sign and key.kind not in ("day", "number"):
            raise fault(Place(self.source, start, self.at), _("{key} is not more or less than something.").format(key=key.said), example_of(key))
        self._take(_SPACE, spaced=False)
        quoted = self._quoted()
        joined = self._sees(_OR) or self._sees(_AND)
        word = self._take(_VALUE, spaced=False) if quoted is None and not joined else None
        text = (word[0] if word else quoted or "").strip()
        place = Place(self.source, start, self.at)
        if not text:
            raise fault(place, _("A value is expected after {key}.").format(key=f"{key.said}:"), example_of(key))
        ends = TO.split(text, maxsplit=1) if key.kind in ("day", "number") and not sign else [text]
        behind = self._behind() if word and key.kind != "text" else ""
        if len(ends) == 1:
            return Value(text, place, sign, behind=behind)
        first, last = (end.strip() for end in ends)
        if not (first or last):
            raise fault(place, _("A range needs one end at least."), example_of(key))
        return Value(first, place, "..", last, behind)

    def _behind(self) -> str:
        """The words that come next, after a blank, `and` and `or` among them, which a name may hold too; they are read later."""
        at, words = self.at, list[str]()
        while self.source.text[at : at + 1].isspace() and len(words) < _MOST_BEHIND:
            taken = self._take(_JOINS) or (self._take(_WORD) if self._is_word() else None)
            if taken is None:
                break
            words.append(taken[0])
        self.at = at
        return " ".join(words)

    def _text(self) -> Node:
        start = self.at
        quoted = self._quoted()
        if quoted is not None:
            if not quoted.strip():
                raise fault(
                    Place(self.source, start, self.at), _("There is nothing between the quotes."), _("Write what is to be found, or take them away.")
                )
            return Text(quoted, Place(self.source, start, self.at))
        if not self._is_word():
            raise self._expected()
        words, end = [], self.at
        while self._is_word():
            taken = self._take(_WORD)
            assert taken
            words.append(taken[0])
            end = self.at
        return Text(" ".join(words), Place(self.source, start, end))

    def _is_word(self) -> bool:
        """Whether a plain word comes next; raises BadInput for one that would be a key, if there were such a key."""
        if any(map(self._sees, (_OR, _AND, _NOT, _LESS, _LABEL, _VIEW, _QUOTED))) or self._key()[1] or not self._sees(_WORD):
            return False
        if unknown := self._sees(_NO_KEY):
            raise fault(
                Place(self.source, unknown.start(1), unknown.end(1)),
                _("There is no key “{word}”.").format(word=shown(unknown[1])),
                _near_key(unknown[1]),
            )
        return True

    def _key(self) -> tuple[re.Match[str] | None, Key | None]:
        """What looks like a key and comes next, and the key that it is."""
        taken = self._sees(_KEY)
        return taken, WORDS.get(taken[1].casefold()) if taken else None

    def _quoted(self) -> str | None:
        """The text between quotes, None where there are none; raises BadInput where they are not closed."""
        if self.at < len(self.source.text) and (taken := _QUOTED.match(self.source.text, self.at)):
            self.at = taken.end()
            return next(text for text in taken.groups() if text is not None)
        if _OPENS.match(self.source.text, self.at):
            raise fault(self._here(1), _("This quote is not closed."), _("Write another one at its end."))
        return None

    def _expected(self) -> Exception:
        if not self._ahead():
            if not self.source.text.strip():
                return fault(self._here(1), _("The filter is empty."), _see())
            return fault(self._here(1), _("The filter breaks off: something is expected here."), _see())
        return fault(self._here(1), _("Something to look for is expected here."), _see())

    def _ahead(self) -> str:
        """The next character that is no space, "" at the end."""
        self._take(_SPACE, spaced=False)
        return self.source.text[self.at : self.at + 1]

    def _sees(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What comes next, spaces before it left out, where it is this."""
        self._ahead()
        return pattern.match(self.source.text, self.at)

    def _take(self, pattern: re.Pattern[str], *, spaced: bool = True) -> re.Match[str] | None:
        """The same, and go behind it; `spaced` where there may be spaces before it."""
        found = self._sees(pattern) if spaced else pattern.match(self.source.text, self.at)
        if found:
            self.at = found.end()
        return found

    def _here(self, length: int) -> Place:
        return Place(self.source, self.at, min(self.at + length, len(self.source.text)))


def _near_key(word: str) -> str:
    near = nearest(word.casefold(), WORDS)
    quoted = _("What is to be found as a text stands in quotes.")
    if near:
        return sentences([asked_back(f"{near[0]}:"), quoted])
    return _("The keys are: {keys}. {more}").format(keys=listed(key.said for key in KEYS.values()), more=quoted)


def _see() -> str:
    return _("See: officecli help filters")
