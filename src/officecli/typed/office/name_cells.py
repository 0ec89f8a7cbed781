"""Names as ledgers write them: several in a cell, with their section before them, their part in brackets, and who of them leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from officecli.light import replace
from officecli.patterns import HAN, has_han, pattern
from officecli.typed.office.addressed import HAN_TITLE
from officecli.typed.office.cell_roles import Role, by_role, role_of_part
from officecli.typed.office.handed_on import in_hand_now
from officecli.typed.office.name_cell import Known, NameCell
from officecli.typed.office.name_marks import without_marks
from officecli.typed.office.name_pieces import CLOSE, OPEN, pieces_of, without_tick
from officecli.typed.office.name_shapes import AND_OTHERS, looks_like_person, looks_like_unit, only_names, without_credentials
from officecli.typed.text import is_nothing

_HAN = rf"{HAN}·"
_PADDED_NAME = pattern(rf"[{_HAN}] +[{_HAN}]")
_SEVERAL_WORDS = pattern(rf"[{_HAN}]{{2,}}(?: +[{_HAN}]{{2,}})+")
_TITLE = pattern(rf"(?P<unit>[{_HAN}]{{2,12}})?{HAN_TITLE}")
"""A title, with the section it is one of before it: 科员, 办公室主任."""
_SPECIAL = pattern(
    r"[、，,；;\n/／:：()（）\[\]【】 |+＋=@\d①-⑳—–-]|等|牵头|主办|主责|负责|配合|协办|会同|角|^请|[√✓✔☑✅]|办理|承办|落实|经办|领导|为主|组长|带队|包案"
    r"|责任人|项目经理|成员|组员|·|分管|跟办|盯办|跟进|盯[着住守]|对接|亲自|带|。|[局科室办委部处组站所]商"
)
_JOINED = pattern(r"\s*&\s*|\s+(?i:and)\s+|(?<=[\u3400-\u9fff]{2})\s*[和与及]\s*(?=[\u3400-\u9fff]{2})")
_DASH = pattern(r"(?<=[\u3400-\u9fff])\s*[-–—－·]+\s*(?=[\u3400-\u9fff])|\s+[-–—]+\s+")
_BROKEN = pattern(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s*\n\s*")  # a line broken within brackets: Chinese goes on without a space
_DOES = pattern(rf"(?P<name>[{_HAN}]{{2,12}}?)(?:同志)?(?:具体|主要)?(?:负责|承担|做好|抓好|分管)(?P<part>[{_HAN}]{{2,16}})")
_FOLLOWS = pattern(rf"(?:由|请)?(?P<name>[{_HAN}]{{2,12}}?)(?:同志)?(?:负责|具体)?(?P<part>跟办|盯办|跟进|盯[着住守]|对接)")
"""Who follows up what others do: 张三跟办."""
_TEAM = pattern(r" (?:team|group|crew|squad|desk|section|unit)$", re.IGNORECASE)
_CALLED = pattern(r"^(?:chair(?:ed by|man|woman|person)?|lead|led by|head|contact|poc|attn|c/o)\s*:?\s+(?=[A-Z])", re.IGNORECASE)
"""What somebody is, before the name in brackets behind a team or a committee: Safety Committee (chair: Bob Lee)."""
_SEVERAL = 3  # words that may each be a name
_AND_OTHERS = pattern(rf"(?<=..){AND_OTHERS}$")


def split_names(text: str, known: Known | None = None, *, surname_first: bool = False, today: date | None = None) -> list[NameCell]:
    """The names of a clean cell: `张三、李四(资料),王五:会务`, `综合科/张三`, `由甲科牵头，乙科配合`; [] when it says there is none.

    `surname_first`: what may be `Lee, Bob` is one name, as all others of the ledger are. Whoever has it from a day on has it by `today` or not yet.
    """
    text = without_credentials(without_marks(in_hand_now(text, known, today)), known.known if known else lambda _text: False)
    if is_nothing(text):
        return []
    if not _SPECIAL.search(text):
        return [NameCell("", text)]
    found = []
    for role, chunk in by_role(only_names(text)):
        for piece in pieces_of(chunk, known, surname_first=surname_first):
            name = without_tick(piece)
            found += [replace(cell, role=cell.role or role, done=name != piece) for cell in _names(name, known)]
    return found


def split_joined(cell: NameCell) -> list[NameCell]:
    """The names in `Ana and Bob` or 张三和李四, for a name that is not known as a whole (a section may be Licensing and Permits)."""
    names = _JOINED.split(cell.name)
    return [replace(cell, name=name) for name in names if name] if len(names) > 1 else [cell]


def split_once(cell: NameCell) -> Iterator[tuple[NameCell, NameCell]]:
    """Every way of having two names in one that is joined in several places: a section may be Parks and Recreation."""
    for joint in _JOINED.finditer(cell.name):
        yield replace(cell, name=cell.name[: joint.start()]), replace(cell, name=cell.name[joint.end() :])


def _names(piece: str, known: Known | None) -> list[NameCell]:
    """The names in one piece: usually one, several where slashes or spaces part them, or brackets hold the people of a section."""
    text = " ".join(_BROKEN.sub("", piece).split())
    if known and ((_is_appositional(text) and known.names_person(text)) or (text[-1:] in CLOSE and known.is_post(text))):
        return [NameCell("", text)]
    text, others = _AND_OTHERS.sub("", text), _AND_OTHERS.search(text)
    name, part = _deed(text, known) or _part(text)
    if is_nothing(name):
        return []
    role = role_of_part(part)
    if role == "lead" or (role and part not in {"B角", "B岗"}):
        part = ""
    if known and part and len(two := _JOINED.split(name)) > 1 and _is_of_the_last(two, part, known):
        return [*(NameCell("", one) for one in two[:-1]), *_names(f"{two[-1]} ({part})", known)]
    people = _people_of(name, part, known)
    found = people or _with_role(_bare_names(name, part, known), role)
    return [*found, NameCell("", others[0])] if others else found


def _with_role(cells: list[NameCell], role: Role) -> list[NameCell]:
    """The names before brackets with the role in these; of Ana / Bob (lead) that is the last one's, of 甲科/乙科（配合） everybody's."""
    first = 0 if any(has_han(cell.name) for cell in cells) else len(cells) - 1
    return [replace(cell, role=cell.role or role) if place >= first else cell for place, cell in enumerate(cells)]


def _is_appositional(text: str) -> bool:
    """Whether a text is a name with an address or a title beside it, put together before."""
    return ", " in text or "@" in text


def _deed(text: str, known: Known | None) -> tuple[str, str] | None:
    """Name and part of 张三负责会务, 张三跟办; None where nobody known stands before what is to be done."""
    found = _FOLLOWS.fullmatch(text) or _DOES.fullmatch(text)
    return (found["name"], found["part"]) if found and known and known.known(found["name"]) else None


def _is_of_the_last(names: Sequence[str], part: str, known: Known) -> bool:
    """Whether the brackets behind several joined names hold the section of the last of them: Ana and Bob Lee (Finance)."""
    return all(map(known.names_person, names)) and known.is_unit(part) and not known.is_elsewhere(names[-1], part)


def _people_of(name: str, part: str, known: Known | None) -> list[NameCell]:
    """The people in the brackets after their section (督查室（张三）), or the person whose section or post stands there; [] for a part."""
    if not part:
        return []
    unit = known.is_unit(name) if known else looks_like_unit(name)
    within = [one.strip() for one in re.split(rf"[、，,；;/／]|(?<=[{_HAN}]) +(?=[{_HAN}])", part) if one.strip()]
    if (unit or looks_like_unit(name)) and within and all((known and known.names_person(one)) or looks_like_person(one) for one in within):
        return [NameCell(name, one) for one in within]
    if known and known.is_part_of(part, name):
        return [NameCell("", part)]  # 县政府办公室（秘书科）
    if not known:
        return []
    if not known.known(name) and (chair := _CALLED.sub("", part)) != part and known.names_person(chair):
        return [NameCell("", chair, name)]
    if known.names_person(name) == known.names_person(part):
        return []
    if known.names_person(part):
        return [] if unit else [_titled(name, part, known)]  # a title before its holder
    if not known.known(part):
        return []
    return [NameCell(part, name) if known.is_unit(part) else _titled(part, name, known)]


def _titled(title: str, name: str, known: Known) -> NameCell:
    """A name beside a title, and with it where both are one person's: of two called Kim the Senior Planner."""
    both = f"{title} {name}"
    return NameCell("", both if known.names_person(both) else name)


def _bare_names(name: str, part: str, known: Known | None) -> list[NameCell]:
    """The names in a text without its part."""
    name = _PADDED_NAME.sub(lambda pad: pad[0].replace(" ", ""), name) if _PADDED_NAME.fullmatch(name) else name
    first, dash, second = _DASH.sub("\0", name, count=1).partition("\0")
    if dash and known and known.names_person(second) and not known.known(first):
        if len(units := [one.strip() for one in first.split("/")]) > 1 and all(map(known.is_unit, units)):
            return [NameCell("", second, part, "lead"), *(NameCell("", unit, "", "support") for unit in units)]
        if _TEAM.search(first):
            return [NameCell(first, second, part)]
    if dash and _is_section_beside_person(first, second, known):
        return [NameCell(second, first, part)] if known and known.is_unit(second) else [NameCell(first, second, part)]
    spaced = _SEVERAL_WORDS.fullmatch(name) is not None
    if spaced and known and (titled := _beside_titles(name.split(), known)):
        return [replace(titled, part=part)]
    if spaced and known and (holder := _holder(name.split(), known)):
        return [NameCell("", holder, part)]
    if known and _are_short_names(given := name.split(), known) and not known.known(name):
        return [*(NameCell("", word) for word in given[:-1]), NameCell("", given[-1], part)]
    words = [word for word in (name.split() if spaced else [word.strip() for word in re.split("[/／]", name)]) if word]
    cells = list(_in_sections(words, known, spaced=spaced)) if len(words) > 1 else [NameCell("", word) for word in words]
    return [*cells[:-1], replace(cells[-1], part=part)] if cells else []


def _are_short_names(words: Sequence[str], known: Known) -> bool:
    """Whether each of several words names somebody by itself (Ana Ben Cara), and
    no two of them one person, whose name in full it may be: Grace Ellen Pruitt.
    """
    if len(words) < _SEVERAL or not all(map(known.names_person, words)):
        return False
    return not any(map(known.names_person, (f"{words[0]} {words[-1]}", *map(" ".join, pairwise(words)))))


def _holder(words: Sequence[str], known: Known) -> str:
    """The words as one, where they are somebody's name and their title, before it or behind, perhaps with its section; "" for several names."""
    people = [word for word in words if known.names_person(word) and not known.is_unit(word)]
    title = "".join(word for word in words if word not in people)
    if len(people) != 1 or not title or known.is_unit(title):
        return ""
    return next((one for one in (people[0] + title, title + people[0]) if known.names_person(one)), "")


def _beside_titles(words: Sequence[str], known: Known) -> NameCell | None:
    """The one name among titles and sections, be it somebody's here or not: 督查室 科员 唐浩然; 办公室主任 郭振华. None where no word is a title."""
    titles = [word for word in words if (found := _TITLE.fullmatch(word)) and (not found["unit"] or _is_section(found["unit"], known))]
    others = [word for word in words if word not in titles and not _is_section(word, known)]
    if not titles or len(others) != 1 or not (known.names_person(others[0]) or looks_like_person(others[0])):
        return None
    return NameCell(next((word for word in words if known.is_unit(word)), ""), others[0])


def _is_section(word: str, known: Known) -> bool:
    return known.is_unit(word) or looks_like_unit(word)


def _in_sections(words: Sequence[str], known: Known | None, *, spaced: bool) -> Iterator[NameCell]:
    """The names of several words, each person with the section that stands before, or after a single one."""
    if len(words) == 2 and known and known.is_unit(words[1]) and known.names_person(words[0]) and not known.is_unit(words[0]):
        if words[0].isascii() and known.is_elsewhere(words[0], words[1]):  # Chief Dukes / Finance: two who share it
            yield from (NameCell("", word) for word in words)
        else:
            yield NameCell(words[1], words[0])
        return
    section = ""
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if following and known and known.is_part_of(following, word):
            continue  # 县政府办公室/秘书科/张三
        if following and _is_unit_and_person(word, following, known, alone=len(words) == 2 and not spaced):
            section = word
        else:
            yield NameCell(section, word)
            section = section if spaced else ""


def _part(piece: str) -> tuple[str, str]:
    """Name and part of `李四(资料)` or `王五:会务`."""
    opened = next((place for place, letter in enumerate(piece) if letter in OPEN), 0)
    if opened and piece[-1] in CLOSE:
        return piece[:opened].strip(), piece[opened + 1 : -1].strip(" ，,、；;")
    name, colon, part = re.sub("：", ":", piece, count=1).partition(":")
    return (name.strip(), part.strip()) if colon and name.strip() else (piece, "")


def _is_section_beside_person(first: str, second: str, known: Known | None) -> bool:
    """Whether of two texts beside a dash one is a section and the other its person."""
    if known and (known.is_unit(first) or known.is_unit(second)):
        person = second if known.is_unit(first) else first
        return known.names_person(person) or looks_like_person(person)
    return looks_like_unit(first) and looks_like_person(second)


def _is_unit_and_person(first: str, second: str, known: Known | None, *, alone: bool) -> bool:
    """Whether `first/second` is a section and its person; two Chinese names, two known people or two sections are just two."""
    if known and (known.is_unit(second) or (known.known(first) and not known.is_unit(first))):
        return False
    if has_han(first):
        return ((known is not None and known.is_unit(first)) or looks_like_unit(first)) and not looks_like_unit(second)
    return alone
