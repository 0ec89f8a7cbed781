"""Whom a name means, however it is written: in full, as a login or an e-mail address, turned round, by an alias, by a part of it, with a title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.names import look_key, name_key
from officecli.patterns import has_han, pattern
from officecli.store.read.reader import Row
from officecli.typed.office.addressed import ADDRESSED, CUT_SHORT, HAN_TITLE
from officecli.typed.office.first_names import are_of_one
from officecli.typed.office.name_shapes import COMPOUND
from officecli.typed.office.spelled_names import SpelledNames
from officecli.typed.office.titles import initials_of
from officecli.typed.text import shown, without_accents

_ADDRESS = pattern(r"[^\s<>()（）,;，；:：]+@[^\s<>()（）,;，；]+")
_WORD = pattern(r"[^\s.,，/()（）\-–—:：]+")
_JOINING = frozenset(["of", "the", "and", "for", "&", "a"])
_TITLES = pattern(rf"(?:{HAN_TITLE}|同志|先生|女士|老师){{1,6}}")
_SURNAME_AND_TITLE = pattern(rf"([\u3400-\u9fff]{{1,2}}?)({HAN_TITLE})(?:同志)?")
_CUT_TITLE = pattern(r"(?P<surname>[\u3400-\u9fff]{1,2}?)(?P<title>副?[局科处股部院校所站队厅镇乡县区市]|副?总|工|副)")
"""A surname and the first character of a title: 范局, 张总, 林副科; or no more of it than that it is a deputy's: 陈副."""
_CUT_TITLES = {"总": pattern(r"总"), "副总": pattern(r"副总"), "工": pattern(r"总工|工程师|技术员"), "副": pattern(r"副")}
_FAMILIAR = pattern(r"[小老](?P<after>[\u3400-\u9fff]{1,2})|(?P<compound>[\u3400-\u9fff]{2})")
"""What colleagues call each other: 小马, 老谢, 小欧阳; 欧阳, of a surname of two characters."""
_HEADS_OTHERS = pattern(r"(?:[长任]|书记|经理|总监)$")
_MANNERS = pattern(r"(?P<surname>[\u3400-\u9fff]{1,2}?)(?:老师|师傅|先生|女士|同志|[姐哥叔])")
_SHORT_TITLE = pattern(r"[A-Z]{2,5}\.? +(?P<behind>\S+ .+)|(?P<before>\S+ .+?),? +[A-Z]{2,5}\.?")
"""A title in capitals beside a name: BC Kelly Nakamura; Kelly Nakamura, PE."""
_SHORT = 3
"""So many letters of a first name stand for it beside the surname: Sam Okafor."""


class Persons:
    """Everybody, by every way of writing a name; `aliases` maps the key of another name to an id."""

    def __init__(self, everybody: Sequence[Row], aliases: Mapping[str, int]) -> None:
        self._by_key = {name_key(row["name"]): row for row in everybody}
        self._by_look = {look_key(row["name"]): row for row in everybody}
        self._by_plain = _only((name_key(without_accents(row["name"])), row) for row in everybody)
        by_id = {row["id"]: row for row in everybody}
        self._by_alias = {key: by_id[person] for key, person in aliases.items() if person in by_id}
        self._here = [row for row in everybody if row["left_on"] is None]
        self._worded: dict[int, tuple[list[str], frozenset[str]]] = {}
        self._by_address = {row["email"].casefold(): row for row in everybody if row["email"]}
        self._by_login = _only(
            (login, row)
            for row in self._here
            for login in {(row["login"] or "").casefold(), (row["email"] or "").casefold().partition("@")[0]}
            if login
        )
        self._spelled = SpelledNames(self._here)

    def exact(self, text: str) -> Row | None:
        """Whom a name, an alias, a login, an e-mail address or `Last, First` names in full; BadInput for an address beside somebody else's name."""
        plain = text.strip().removeprefix("mailto:").removeprefix("@").strip()
        person = self._by_key.get(name_key(plain)) or self._by_alias.get(name_key(plain)) or self._by_look.get(look_key(plain))
        return (
            person or self._named(plain) or self._addressed(plain) or self._turned(plain) or self._by_login.get(plain.rpartition("\\")[2].casefold())
        )

    def like(self, text: str, unit_ids: Collection[int] | None = None) -> list[Row]:
        """Those here whom a part of a name, an initial or a name with a title may mean, of these units where given."""
        plain = text.strip().removeprefix("@").strip()
        if has_han(plain):
            return self._like_han(name_key(plain), unit_ids)
        if (titled := _SHORT_TITLE.fullmatch(plain)) and (named := self._named(titled["behind"] or titled["before"])):
            return [named] if named in self._here and (unit_ids is None or named["unit_id"] in unit_ids) else []
        if (spelled := self._spelled.find(plain)) and not any(word in self._by_word for word in _words(plain)):
            return [spelled] if unit_ids is None or spelled["unit_id"] in unit_ids else []
        words = _words(plain)
        places = {place for word in words for place in self._by_word.get(word, ())}  # only of these is one word a name in full
        if not places and len(words) == 2 and len(words[0]) >= _SHORT and len(words[1]) == 1:
            places = set(range(len(self._here)))  # Sam O.
        return [row for row in self._of(places, unit_ids) if _fits(words, *self._words_of(row))]

    def _named(self, text: str) -> Row | None:
        """Who is called so in full, be it without the accents of the name, as many programs write it."""
        return self._by_key.get(name_key(text)) or self._by_plain.get(name_key(without_accents(text)))

    def by_initials(self, letters: str) -> list[str]:
        """The names of those here whose words begin with these letters, in their order."""
        return [row["name"] for row in self._here if "".join(word[0] for word in _words(row["name"])) == letters.casefold()]

    def _addressed(self, plain: str) -> Row | None:
        """Whose e-mail address stands there, alone or after a name."""
        found = _ADDRESS.search(plain)
        person = self._by_address.get(found[0].casefold()) if found else None
        if found and person:
            beside = plain.replace(found[0], "").strip(" <>()（）,，;")
            other = self._named(beside) if beside else None
            if other and other["id"] != person["id"]:
                raise BadInput(
                    _("“{text}” is the name of {one} and the address of {other}.").format(text=shown(plain), one=other["name"], other=person["name"]),
                    fix=_("Leave the one who is meant."),
                )
        elif found and (named := plain.replace(found[0], "").strip(" <>()（）,，;")):
            return self._named(named)
        return person

    def _turned(self, plain: str) -> Row | None:
        last, comma, first = plain.partition(",")
        return self._named(first + last) if comma and first.strip() and not has_han(plain) else None

    def _like_han(self, key: str, unit_ids: Collection[int] | None) -> list[Row]:
        begun = {part for size in self._sizes for part in (key[:size], key[-size:])}
        full = {place for part in begun for place in self._by_full.get(part, ())}
        named = [row for row in self._of(full, unit_ids) if _titled(key, name_key(row["name"]), row)]
        if named:
            return named
        addressed = _SURNAME_AND_TITLE.fullmatch(key)
        if addressed:
            surname, title = addressed.groups()
            here = self._of(range(len(self._here)), unit_ids)
            so_called = [row for row in here if row["name"].startswith(surname) and (row["post"] or "").endswith(title)]
            if so_called:
                return [row for row in so_called if title in {row["post"], row["rank_name"]}] or so_called
        given = re.sub("(?:同志|先生|女士|老师)$", "", key)
        return self._of(self._by_given.get(given, ()), unit_ids) or self._by_surname(key, unit_ids)

    def _by_surname(self, key: str, unit_ids: Collection[int] | None) -> list[Row]:
        """Those whose surname stands there as colleagues say it; in a section also before what anybody is addressed by: 曹师傅."""
        here = self._of(range(len(self._here)), unit_ids)
        if cut := _CUT_TITLE.fullmatch(key):
            title = _CUT_TITLES.get(cut["title"]) or re.compile(f"{cut['title']}长$")
            if called := [row for row in here if row["name"].startswith(cut["surname"]) and title.search(row["post"] or row["rank_name"] or "")]:
                return called
        found = _FAMILIAR.fullmatch(key) or (_MANNERS.fullmatch(key) if unit_ids is not None else None)
        if found is None:
            return []
        surname = next(filter(None, found.groups()))
        if key[0] == "小":  # whoever heads others is not called so
            here = [row for row in here if not _HEADS_OTHERS.search(row["post"] or row["rank_name"] or "")]
        return [
            row for row in here if row["name"].startswith(surname) and len(row["name"]) > len(surname) and (len(surname) == 1 or surname in COMPOUND)
        ]

    def _of(self, places: Collection[int], unit_ids: Collection[int] | None) -> list[Row]:
        """Those at these places among all who are here, in their order, of these units where given."""
        rows = [self._here[place] for place in sorted(places)]
        return rows if unit_ids is None else [row for row in rows if row["unit_id"] in unit_ids]

    @cached_property
    def _by_full(self) -> dict[str, list[int]]:
        """The key of a name → the places of those who have it."""
        return _places((name_key(row["name"]), place) for place, row in enumerate(self._here))

    @cached_property
    def _sizes(self) -> set[int]:
        return {len(name) for name in self._by_full}

    @cached_property
    def _by_given(self) -> dict[str, list[int]]:
        """A name without its first character, or the first two, → the places of those who are called so."""
        return _places(
            (key[-size:], place)
            for place, row in enumerate(self._here)
            for size in (len(row["name"]) - 1, len(row["name"]) - 2)
            if 1 < size <= len(key := name_key(row["name"]))
        )

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """A word of more than one letter → the places of those in whose names it is."""
        return _places((word, place) for place, row in enumerate(self._here) for word in self._words_of(row)[0] if len(word) > 1)

    def _words_of(self, row: Row) -> tuple[list[str], frozenset[str]]:
        """The words of a name, and those that stand beside it and are none: of the post, the section or its initials, the rank,
        and what people are addressed by.
        """
        found = self._worded.get(row["id"])
        if found is None:
            own = {word for text in (row["post"], row["unit"], row["rank_name"]) for word in _words(text or "")}
            short = {word for word, whole in CUT_SHORT.items() if whole in own} | ({initials_of(row["unit"] or "")} - {""})
            found = self._worded[row["id"]] = _words(row["name"]), ADDRESSED | _JOINING | own | short
        return found


def _places(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for key, place in pairs:
        found.setdefault(key, []).append(place)
    return found


def _only(pairs: Iterable[tuple[str, Row]]) -> dict[str, Row]:
    """Key → row, without the keys of several."""
    found: dict[str, list[Row]] = {}
    for key, row in pairs:
        found.setdefault(key, []).append(row)
    return {key: rows[0] for key, rows in found.items() if len(rows) == 1}


def _titled(key: str, name: str, row: Row) -> bool:
    """Whether a text is a name in full, with titles before or after it."""
    if not key.startswith(name) and not key.endswith(name):
        return False
    beside = key.removeprefix(name) if key.startswith(name) else key.removesuffix(name)
    return not beside or beside in {row["post"], row["rank_name"]} or _TITLES.fullmatch(beside) is not None


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(without_accents(text).replace("\u2019", "").replace("'", ""))]


def _fits(words: Sequence[str], names: Sequence[str], own: Collection[str]) -> bool:
    """Whether words are a part of a name in its order, one of them in full, and all others the person's titles, `own`."""
    ends = {0, len(words) - 1}  # where a letter is an initial: A. Wood
    said = [word for place, word in enumerate(words) if word in names or word not in own or (word == "a" and place in ends)]
    if not any(word in names and len(word) > 1 for word in said) and not _is_short_with_initial(said, names):
        return False
    if len(said) > len(names) and said[0] == names[0] and said[-1] == names[-1]:
        last = len(said) - 1  # a middle initial, or what somebody is called for short beside the name in full
        said = [word for place, word in enumerate(said) if place in {0, last} or (len(word) > 1 and not are_of_one(word, names[0]))]
    return _in_order(said, names) or (len(said) == 2 and _in_order(said[::-1], names))


def _is_short_with_initial(said: Sequence[str], names: Sequence[str]) -> bool:
    """Whether two words are a first name cut short and the initial of a surname: Sam O."""
    return len(said) == 2 == len(names) and len(said[0]) >= _SHORT and len(said[1]) == 1


def _in_order(said: Sequence[str], names: Sequence[str]) -> bool:
    left = enumerate(names, 1)
    return all(any(_stands_for(word, name) or (place < len(names) and are_of_one(word, name)) for place, name in left) for word in said)


def _stands_for(word: str, name: str) -> bool:
    return name == word or (name.startswith(word) and (len(word) == 1 or len(word) >= _SHORT))
