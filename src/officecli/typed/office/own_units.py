"""The office's own sections, by every way of writing them: the name, an alias, with what stands around it, by its initials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from officecli.model.names import name_key
from officecli.patterns import pattern
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.agencies import agency_among

_KIND = pattern(
    (
        r"(?:^(?:the\s+)?(?:department|dept\.?|division|div\.?|office|section)\s+of\s+(?:the\s+)?)"
        r"|(?:(?:'s)?\s+(?:dept\.?|department|division|div\.?|office|section|team|unit|staff))$"
    ),
    re.IGNORECASE,
)
_DOTTED = pattern(r"(?:[A-Z]\.){2,}")
"""I.T. for IT."""
_WHOSE_OFFICE = pattern(r"['\u2019]s (?:office|dept\.?|department)$", re.IGNORECASE)
"""How a section is called by who heads it: Clerk's Office."""
_AREA = "省市县区州盟旗镇乡"
KINDS = "局委办科室处股部"
"""What the names of sections end with, which many leave out among colleagues: 财政 for 财政局."""
_LONGEST_SHORT = 8
"""Characters that a section's name for short has before whoever is of it: 农业农村局."""
_LONGEST_WITH_SECTION = 14
"""Characters that a section's name for short has with whoever is of it: 农业农村局欧阳副局长."""
_OFFICE = "办公室"
_AREA_OF_OFFICE = pattern(rf"[\u3400-\u9fff]{{1,6}}?[{_AREA}](?=[\u3400-\u9fff]{{2}})")
_SHORTEST = 3
"""Characters that a section's name still has without the area before it."""

_PAIR = 2
_OF_PAIRS = pattern(r"(?P<stem>(?:[\u3400-\u9fff]{2}){2,4})(?P<kind>办公室|[处科室部局办股系院])")


class OwnUnits:
    """Finds the section a text names; `aliases` maps the key of another name to an id."""

    def __init__(self, read: Reader, aliases: Mapping[str, int]) -> None:
        rows = read.rows("SELECT id, name, parent_id FROM unit WHERE retired = 0 ORDER BY id")
        self._by_id = {row["id"]: row for row in rows}
        self._below: dict[int, list[int]] = {}
        for row in rows:
            self._below.setdefault(row["parent_id"], []).append(row["id"])
        self._by_key = {name_key(row["name"]): row for row in rows}
        self._by_key |= {key: self._by_id[unit] for key, unit in aliases.items() if unit in self._by_id and key not in self._by_key}
        office = read.value("SELECT name FROM office")
        above = [name_key(office)] if office else []
        area = _AREA_OF_OFFICE.match(above[0]) if above else None
        self._area = area[0] if area else ""
        self._itself = next((row for row in rows if above and above[0].endswith(_OFFICE) and self._is_office_itself(row, rows)), None)
        self._office = frozenset(form for whole in above for form in _forms_above(whole))
        above += [name_key(row["name"]) for row in rows if row["parent_id"] is None]
        forms = dict.fromkeys(form for whole in above for form in _forms_above(whole))
        self._above = {form: place for place, form in enumerate(forms)}
        self._short: dict[str, Row | None] = {}
        for row in rows:
            for short in _short_forms(row["name"]):
                self._short[short] = None if short in self._short or short in self._by_key else row
        named = {**{short: row for short, row in self._short.items() if row}, **self._by_key}
        self._longest_first = [(name, named[name]) for name in sorted(named, key=len, reverse=True) if len(name) > 1 and not name.isascii()]
        self._begin = {letter for name in self._by_key for letter in (name[:1], name[1:2] if name[:1] in _AREA else "", self._area[:1])}
        self._loose: dict[str, Row | None] = {}
        self._parts = _Parts({row["id"]: row["name"] for row in rows})
        self.names = {key: row["name"] for key, row in self._by_key.items()}
        """Key → name of every section."""

    def find(self, text: str) -> Row | None:
        """The section a text names, None for none."""
        if _DOTTED.fullmatch(text.strip()):
            text = text.replace(".", "")
        return self._by_key.get(name_key(text)) or self._written_out(text) or ((local := self.local(text)) and self.find(local)) or None

    def name_of(self, unit_id: int | None) -> str:
        """The name of a section by its id; "" for none."""
        return self._by_id[unit_id]["name"] if unit_id in self._by_id else ""

    def within(self, section: Row) -> set[int]:
        """The ids of a section and of those below it."""
        found: set[int] = set()
        left = [section["id"]]
        while left:
            found.add(one := left.pop())
            left += self._below.get(one, ())
        return found

    def is_part(self, text: str, above: str) -> bool:
        """Whether a text names a section, and another one over it, or the office itself."""
        section, over = self.find(text), self.find(above)
        if section is None or (over and over["id"] == section["id"]):
            return False
        return name_key(above) in self._office or (over is not None and section["id"] in self.within(over))

    def before(self, text: str) -> Iterator[tuple[Row, str]]:
        """The sections whose name begins a text, the longest first, each with what follows."""
        key = name_key(text)
        for name, row in self._longest_first:
            if key.startswith(name) and len(key) > len(name):
                yield row, key[len(name) :]

    def loosely_before(self, text: str) -> Iterator[tuple[Row, str]]:
        """The sections whose name for short, or without its kind, begins a text of Chinese, the longest first, each with what follows: 财政彭局."""
        if self._itself and text.startswith(_OFFICE):
            yield self._itself, text.removeprefix(_OFFICE)
        if len(text) > _LONGEST_WITH_SECTION or text[:1] not in self._begin:
            return
        for end in range(min(len(text) - 2, _LONGEST_SHORT), 1, -1):
            short = text[:end]
            if short not in self._loose:
                self._loose[short] = self.find(short) or self.by_stem(short)
            if section := self._loose[short]:
                yield section, text[end:]

    def by_stem(self, stem: str) -> Row | None:
        """The one section that is called so without its kind, 财政 for 县财政局; None for none and for several."""
        found = {row["id"]: row for kind in KINDS if (row := self.find(stem + kind))}
        return next(iter(found.values())) if len(found) == 1 else None

    def local(self, text: str) -> str:
        """A name without the office's own place before it, but for what kind of place it is: 县教育局 of 临江县教育局; "" where it has none."""
        return text[len(self._area) - 1 :] if self._area and text.startswith(self._area) and len(text) > len(self._area) + 1 else ""

    def _is_office_itself(self, row: Row, rows: Sequence[Row]) -> bool:
        """Whether a section stands over others, and is the only one that is an office: 办公室主任 is its 主任."""
        return row["id"] in self._below and [one["id"] for one in rows if one["name"].endswith(_OFFICE)] == [row["id"]]

    def _written_out(self, text: str) -> Row | None:
        bare = _KIND.sub("", text.strip())
        if bare != text.strip() and (found := self._by_key.get(name_key(bare))):
            return found
        if _WHOSE_OFFICE.search(text) and (office := self._office_of(bare)):
            return office
        key = name_key(text)
        if key in self._short:
            return self._short[key] if not text.isascii() or text.strip().isupper() else None
        if text.isascii() and (part := self._parts.of(bare)):
            return self._by_id[part]
        parted = [(self._above[key[:end]], key[end:]) for end in range(len(key)) if key[:end] in self._above and key[end:] in self._by_key]
        named = min(parted)[1] if parted else agency_among(key, self._by_key)
        return self._by_key.get(named)

    def _office_of(self, said: str) -> Row | None:
        """The one section whose name ends with whose office is said: Clerk's Office is the City Clerk."""
        words = _words(said)
        found = [row for row in self._by_id.values() if words and _words(row["name"])[-len(words) :] == words]
        return found[0] if len(found) == 1 else None


class _Parts:
    """Finds the one section whose first words a text shortens, Parks & Rec for Parks and Recreation, or all of whose words it does: Comm. Dev."""

    def __init__(self, names: Mapping[int, str]) -> None:
        self._words = {key: _words(name) for key, name in names.items()}

    def of(self, text: str) -> int | None:
        """The key of the only name that fits, None for none and for several."""
        said = _words(text)
        found = [key for key, words in self._words.items() if words and said[0] == words[0] and _begins(said, words)] if said else []
        found = found or [key for key, words in self._words.items() if 1 < len(words) == len(said) and _begins(said, words, also_first=True)]
        return found[0] if len(found) == 1 else None


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", text.casefold()) if word not in {"and", "of", "the", "for"}]


def _begins(said: Sequence[str], words: Sequence[str], *, also_first: bool = False) -> bool:
    """Whether the words said begin those of a name, each but the first, or `also_first`, perhaps cut short."""
    return len(said) <= len(words) and all(
        word == one or ((place > 0 or also_first) and len(one) >= _SHORTEST and word.startswith(one))
        for place, (one, word) in enumerate(zip(said, words, strict=False))
    )


def _forms_above(key: str) -> Iterator[str]:
    """The keys by which what stands over the sections is called: 县政府办公室, 县政府办, 政府办; of a government's office the government too: 县政府督查室."""
    wholes = [key, re.sub("^.{1,6}?[省市县区州盟旗](?:人民)?(?=政府|委)", "", key), key.replace("人民政府", "政府")]
    wholes += [re.sub("^.{1,6}?(?=[省市县区州盟旗](?:政府|委))", "", whole) for whole in (key, wholes[2])]
    for whole in wholes:
        short = whole.removesuffix("公室") if whole.endswith("办公室") else whole
        for form in (whole, short, short.removesuffix("办") if short.endswith(("政府办", "委办")) else short):
            yield form
            if form[:1] in _AREA and len(form) > _SHORTEST:
                yield form[1:]


def _short_forms(name: str) -> Iterator[str]:
    """The keys by which a section is called for short: 发改局 for 县发改局, HR for Human Resources."""
    words = [word for word in re.findall(r"\w+", name) if word.lower() not in {"and", "of", "the", "for"}]
    if name.isascii() and len(words) > 1:
        yield "".join(word[0] for word in words).casefold()
    key = name_key(name)
    wholes = [key, key.removesuffix("公室")] if key.endswith("办公室") else [key]
    if key.endswith("政府办公室"):
        wholes.append(f"{key.removesuffix('政府办公室').removesuffix('人民')}府办")
    for whole in wholes:
        if whole != key:
            yield whole
        if whole[0] in _AREA and len(whole) > _SHORTEST:
            yield whole[1:]
    yield from _first_of_pairs(key)


def _first_of_pairs(key: str) -> Iterator[str]:
    """A section by the first letter of each two, and of what kind it is: 招就处 for 招生就业处, 国资处 for 国有资产管理处."""
    if not (found := _OF_PAIRS.fullmatch(key)):
        return
    stem, kind = found["stem"], found["kind"][:1]
    for said in dict.fromkeys((stem, stem.removesuffix("管理"))):
        if len(said) > _PAIR:
            yield said[::_PAIR] + kind
