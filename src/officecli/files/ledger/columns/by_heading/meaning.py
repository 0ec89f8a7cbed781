"""What one heading means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from officecli.files.ledger.columns.by_heading.english import MEASURE as ENGLISH_MEASURE
from officecli.files.ledger.columns.by_heading.english import english_meanings, words_of
from officecli.files.ledger.columns.by_heading.han import MEASURE as HAN_MEASURE
from officecli.files.ledger.columns.by_heading.han import WHY, han_meanings
from officecli.files.ledger.columns.by_heading.meant import DEADLINES, EXACT, GUESSED, LOOSE, PERHAPS, Meant
from officecli.files.ledger.columns.by_heading.of_extensions import tells_of_extensions
from officecli.files.ledger.words.han.traditional import simplified
from officecli.files.ledger.words.known import known_word
from officecli.model.item_fields import COLUMNS
from officecli.patterns import has_han, pattern

_BRACKETED = pattern(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_WHO_OF_THEM = pattern(
    r".{2,}[(\[（【] ?(?:responsible|accountable|owner|lead|action owner|in charge|牵头人?|负责人?|责任人) ?[)\]）】]\s*", re.IGNORECASE
)
"""A post or a body of which brackets say that it is the one that leads: Recruiter (responsible)."""
_NOT_A_LETTER = pattern(r"[^\w%#]|_")
_ASIDE = pattern(r"(?:必填项?|选填项?|必选|可选|required|optional)$")
_PARTS = pattern(r"[/|\\\n、&+]|[及和与]|\b(?i:and)\b|(?<=[\u3400-\u9fff]) +(?=[A-Za-z])|(?<=[A-Za-z]) +(?=[\u3400-\u9fff])")
_STARTS = pattern(r"\bstart|\bbeg[iau]n|\bcommenc|\bkick|开始|起始|启动|开工", re.IGNORECASE)
_SINCE_WHEN = pattern(
    (
        r"(?:(?:current|latest|last) )?stat(?:us|e)[ _]?(?:change[d]?[ _])?(?:date|since|changed(?: on)?)"
        r"|date of (?:the )?(?:(?:current|latest|last) )?stat(?:us|e)(?: change)?|(?:当前|最新|目前)?状态(?:变更|改变|变化|变动|转换)?(?:时间|日期)"
        r"|(?:response|reply|feedback) date|date of (?:the )?(?:response|reply|feedback)"
        r"|(?:date )?(?:entered|moved (?:in)?to|in|since) (?:the |this |current )?(?:column|list|lane|stage|status|state)(?: (?:on|since|date))?"
        r"|(?:(?:current|latest|last) )?(?:column|list|lane|stage)[ _]?(?:change[d]?|entered|moved)?[ _]?(?:date|since|on)"
        r"|进入(?:当前|本|该)?(?:列|栏|阶段|环节|节点|状态)(?:的)?(?:时间|日期)"
    ),
    re.IGNORECASE,
)
_OWN_ID = pattern(r"[\u3400-\u9fff]+[ _]*(?i:id|no\.?|key)")
"""任务 ID: one word, and no matter beside a number."""
_ON_PROBLEM = pattern(r"(?:意见)?建议|(?:主要|存在)?(?:的)?(?:问题|风险|隐患|需求|诉求)")
"""What is said beside an obstacle: 困难及建议, 问题及风险."""
_TICK = pattern(r"\s*[(（]?\s*[√✓✔☑✅☐□]\s*[)）]?\s*")
_PLURAL = pattern(r"(?P<stem>[A-Za-z' -]*[A-Za-z]{2}(?<!s)(?<!ie))(?P<y>ie)?s")
"""A heading in the plural, which means what it does in the singular: Assignments, Inquiries."""
_BESIDE = 30
"""The strength of a heading that names something else as well."""
_HOW_FAR = frozenset({"progress", "light", "status", "result"})
"""Columns that tell how far a matter is: of two in one heading that of states has it."""


@lru_cache(maxsize=1024)
def normal(heading: str) -> str:
    """A heading without case, width, spaces, punctuation and `(必填)`, so that equal ones compare equal."""
    plain = _NOT_A_LETTER.sub("", simplified(unicodedata.normalize("NFKC", heading)).casefold())
    return _ASIDE.sub("", plain) or plain


def _dictionary() -> dict[str, list[Meant]]:
    """Normal heading → what it may mean by the columns' own words, plain ones first."""
    found: dict[str, list[Meant]] = {}
    for strength in (EXACT, LOOSE):
        for key, meaning in COLUMNS.items():
            words = (meaning.words if strength == EXACT else meaning.loose).split()
            for word in [key, *words] if strength == EXACT else words:
                meanings = found.setdefault(normal(word), [])
                if key not in {known.key for known in meanings}:
                    meanings.append(Meant(key, strength))
    return found


KNOWN = _dictionary()
KNOWN[normal("by")] = [Meant("due", LOOSE + 1), Meant("by", LOOSE)]  # as a heading it is the deadline, unless people stand there
KNOWN[normal("assigned")] = [Meant("issued", LOOSE + 1), Meant("lead", LOOSE)]  # to whom as often as when: what stands under it says it
KNOWN[normal("section/column")] = [Meant("status", PERHAPS), Meant("kind", PERHAPS - 1)]  # of a board: Doing, or Website
KNOWN[normal("responsible")] = [Meant("lead", EXACT)]  # as a heading it is the lead; the responsible leader's key is the same word


_DATE_AND_TIME = pattern(r"\b(?:date|day)\s*(?:and|&|/|\+)\s*time\b", re.IGNORECASE)
"""Two words for one: Date and time due."""


@lru_cache(maxsize=4096)
def meanings(heading: str) -> tuple[Meant, ...]:
    """The columns a heading may mean, the likeliest first: by a column's own word, by
    those it is put together of, or by both halves of two in one; empty when not known.
    """
    text = simplified(unicodedata.normalize("NFKC", heading))
    if _TICK.fullmatch(heading):
        return (Meant("status", LOOSE),)
    bare = _DATE_AND_TIME.sub("date", _BRACKETED.sub("", text))
    if WHY.search(normal(bare)) or tells_of_extensions(bare):
        return ()
    exact = next((found for form in (text, bare) if (found := KNOWN.get(normal(form)))), [])
    if not exact and (told := heading_parts(bare))[1:] and all(known_word(part.casefold()) for part in told):
        return (Meant("status", LOOSE),)  # Open/Closed
    if not exact and not _OWN_ID.fullmatch(bare.strip()) and (several := _several(heading_parts(bare))):
        return several
    if all(one.key == "remarks" for one in exact) and _WHO_OF_THEM.fullmatch(text):
        return (Meant("lead", LOOSE),)
    by_parts = _by_parts(bare)
    if not exact and by_parts is None and (one := _PLURAL.fullmatch(bare)):
        return meanings(one["stem"] + ("y" if one["y"] else ""))
    known = {one.key for one in exact}
    parts = by_parts or ()
    later = {one.key for one in parts if one.later}
    return (*(one._replace(later=one.key in later) for one in exact), *(one for one in parts if one.key not in known))


def heading_parts(heading: str) -> list[str]:
    """The headings that stand in one: 责任单位/责任人."""
    return [part.strip() for part in _PARTS.split(heading) if normal(part)]


@lru_cache(maxsize=256)
def place_of_leader(heading: str) -> int | None:
    """Where the leader over a matter stands among those a heading names: 0 for
    责任领导及责任科室, -1 for 责任科室/分管领导; None where it names none besides others.
    """
    keys = [first_key(part) for part in heading_parts(_BRACKETED.sub("", unicodedata.normalize("NFKC", heading)))]
    if len(keys) < 2 or not {"lead", "unit"} & {*keys}:
        return None
    return next((place for place in (0, -1) if keys[place] == "responsible"), None)


@lru_cache(maxsize=4096)
def _by_parts(text: str) -> tuple[Meant, ...] | None:
    """What the words say that the heading is put together of; None where they are not known."""
    return han_meanings(normal(text)) if has_han(text) else english_meanings(text)


def is_known(heading: str) -> bool:
    """Whether what a heading says is known, be it that it names no column of a ledger."""
    text = _BRACKETED.sub("", unicodedata.normalize("NFKC", heading))
    return bool(meanings(heading)) or tells_of_extensions(text) or _by_parts(text) is not None


def is_later(heading: str) -> bool:
    """Whether a heading is one of the day to which a deadline was moved: Revised date, 延期至."""
    return any(meant.later for meant in meanings(heading))


def first_key(heading: str) -> str:
    """The column that a heading names before any other; "" for none."""
    found = meanings(heading)
    return found[0].key if found else ""


def places_of_deadlines(texts: Sequence[str], mapping: Mapping[str, str]) -> list[int]:
    """The places of the headings under which deadlines stand, or, where none says so, of those under which they may (Target).

    `mapping` is what headings were said to mean.
    """
    said = [place for place, text in enumerate(texts) if mapping.get(text, first_key(text)) in DEADLINES]
    return said or [place for place, text in enumerate(texts) if text not in mapping and any(one.key in DEADLINES for one in meanings(text))]


def tells_how_far(heading: str) -> bool:
    """Whether a heading tells of the progress, in words of one's own: Where are we now."""
    return first_key(heading) == "progress"


def tells_since_when(heading: str) -> bool:
    """Whether a heading is that of the day since which the state is what it is: Status Date."""
    return _SINCE_WHEN.fullmatch(heading.strip()) is not None


def says_start(heading: str) -> bool:
    """Whether a heading speaks of the start of the work, which need not be when it was handed out."""
    return _STARTS.search(heading) is not None


def is_measure(heading: str) -> bool:
    """Whether a heading names what is done for a task: 具体措施, Measures."""
    text = _BRACKETED.sub("", unicodedata.normalize("NFKC", heading))
    return bool(HAN_MEASURE.fullmatch(normal(text)) if has_han(text) else ENGLISH_MEASURE.search(words_of(text)))


def _several(parts: list[str]) -> tuple[Meant, ...]:
    """What a heading means that names several columns at once, as 责任单位/责任人 or Owner / Team; empty where it does not, or where a part is not known."""
    if len(parts) < 2:
        return ()
    each = [KNOWN.get(normal(part)) or _by_parts(part) for part in parts]
    if any(one is None for one in each):
        return ()
    heads = [one for part, one in zip(parts, each, strict=True) if not (one and _is_bare_deed(part, one))]
    told = [one for one in heads if one] or [
        one for one in each if one
    ]  # what is known to mean no column, or names a deed alone, says nothing of the others
    if not told:
        return ()
    if len({one[0].key for one in told}) == 1:
        beside = len(told) < len(parts)  # 未完成原因及当前进展: what says no more than that goes before it
        return tuple(one._replace(strength=min(one.strength, _BESIDE)) for one in told[0]) if beside else tuple(told[0])
    return _together(parts, told)


def _together(parts: Sequence[str], told: Sequence[Sequence[Meant]]) -> tuple[Meant, ...]:
    """What parts of a heading mean together that mean several columns, `told` what each may mean, the likeliest first."""
    first = [one[0] for one in told]
    keys = {one.key for one in first}
    strength = min(one.strength for one in first)
    if keys == {"issued", "due"} and first[0].key == "issued" and says_start(parts[0]):
        return (Meant("due", max(strength, _BESIDE)),)  # 开始/截至时间: from when to when
    if first[0].key == "next_step" and keys <= {"next_step", "title", "goal"}:
        return (first[0],)  # 下一步打算及措施
    if first[0].key == "support":
        return (Meant("support", max(strength, 50)),)  # 配合科室/责任人: who of them
    if first[0].key == "targets" and "due" in keys:
        return (Meant("due", strength),)  # Target / Timing
    if keys <= _HOW_FAR and keys & {"light", "status"}:
        return (Meant("status", strength),)  # Progress / RAG
    if keys == {"responsible", "unit"}:
        return (Meant("unit", strength),)  # 责任领导及责任科室: the leader is over it
    if keys == {"problem", "title"} and first[0].key == "problem" and _ON_PROBLEM.fullmatch(parts[1]):
        fault = any(meant.key == "title" for meant in (*told[0], *(_by_parts(parts[0]) or ())))
        return (Meant("problem", strength), *([Meant("title", GUESSED)] if fault else []))  # 困难及建议; 问题及建议 may be the matter
    if keys == {"problem", "title"} and all(any(meant.key == "problem" for meant in one) for one in told):
        return (Meant("title", strength), Meant("problem", strength - 1))  # 风险与问题
    if "title" in keys and first[0].key == "result" and all(any(meant.key == "title" for meant in one) for one in told):
        return (Meant("title", strength), Meant("result", strength - 1))  # Board action / Direction
    if first[0].key in _HOW_FAR and first[0].strength > PERHAPS and keys == {first[0].key, "title"}:
        return (Meant(first[0].key, strength),)  # Status / Follow-up
    if first[0].key == "title" and (how_far := keys & _HOW_FAR):
        return (Meant("title", strength), *(Meant(key, strength - 1) for key in sorted(how_far)))  # Follow-up / Status, beside the Action
    if plain := _said_by_one(told):
        return (Meant(plain, max(strength, 50)),)  # Crew / Assist: whoever is of the crew assists
    for key in ("lead", "title"):
        if key in keys or (key == "lead" and keys == {"unit", "support"}):
            return (Meant(key, strength),)
    shared = next((key for key in (one.key for one in told[0]) if all(key in {other.key for other in one} for one in told)), None)
    return (Meant(shared, strength),) if shared else (Meant(first[0].key, strength),)


def _said_by_one(told: Sequence[Sequence[Meant]]) -> str:
    """The column that one part of a heading says outright and each of the others, by itself a guess, may mean as well; "" where there is none."""
    said = {one[0].key for one in told if one[0].strength > PERHAPS}
    guessed = [{meant.key for meant in one} for one in told if one[0].strength <= GUESSED + 1]
    return next((key for key in said if len(said) == 1 and guessed and all(key in keys for keys in guessed)), "")


def _is_bare_deed(part: str, meant: Sequence[Meant]) -> bool:
    """Whether a part is a deed that shares the head of another (维修/检修内容), which by itself would be whoever does it."""
    return len(normal(part)) <= 2 and has_han(part) and (meant[0].key, meant[0].strength) == ("lead", GUESSED)


def told_apart(texts: Sequence[str]) -> list[str]:
    """Headings of which none is another: the second Deadline is `Deadline (2)`."""
    found: list[str] = []
    for text in texts:
        again = found.count(text) if text else 0
        number = 2
        while again and f"{text} ({number})" in found:
            number += 1
        found.append(f"{text} ({number})" if again else text)
    return found
