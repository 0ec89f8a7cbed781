"""Who does it now, of a cell that tells who did before: 原张三，现李四; Ana -> Bob; ~~Ana~~ Bob; 张三（休假，李四代）; Ana (out, Bob covering)."""

from __future__ import annotations

import re

from officecli.patterns import pattern
from officecli.typed.office.name_cell import Known
from officecli.typed.office.name_shapes import looks_like_person

_HAN_NAME = r"[\u3400-\u9fff]{2,12}?"
_LATIN_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}"
_STRUCK = pattern(r"\s*(?:~~[^~]+~~|[\[(](?:struck|strike-?(?:through|out)|deleted|removed)\s*:[^\])]+[\])])\s*", re.IGNORECASE)
"""What stands there struck through, in a text that cannot show it."""
_CHANGED = r"改[为由派](?:给|为)?|变更为|调整[为到]|更换为|换[为成]|移交(?:给|至)?|交接给"
_FROM = r"[自从]?(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|份)?起[，,]?"
_HANDED_ON = pattern(
    rf"(?:"
    rf"原(?![料材油始野址])(?:由|为|是|[:：])?\s*{_HAN_NAME}(?:负责|承办|办理)?[，,；;、\s]*(?:现(?:已|改?由|改?为|[:：])?|{_CHANGED}|后由|{_FROM}(?:改?由|为)?)\s*"
    rf"(?P<now>{_HAN_NAME})(?:负责|承办|办理|接[办手替任管])?"
    rf"|{_HAN_NAME}\s*(?:{_CHANGED})\s*(?P<changed>{_HAN_NAME})(?:负责|承办|办理)?"
    rf"|(?:was|formerly|previously):? {_LATIN_NAME}[,;]? (?:and )?(?:is )?now:? (?P<is_now>{_LATIN_NAME})"
    rf"|(?P<said_first>{_LATIN_NAME}) \((?:was|formerly|previously|replac(?:es|ing)|took over from|taking over from):? {_LATIN_NAME}\)"
    r")"
)
"""Who did it before, and who does it now: 原张三，现李四; was Ana Ray, now Bob Lee."""
_ARROW = pattern(r"\s*(?:→|⇒|➔|➜|-+>|=+>|>>)\s*")
_SINCE = pattern(r"\s*[(（][^()（）]*\d[^()（）]*[)）]$|\s*[(（]?(?:自)?\d{1,2}月\d{1,2}日起[)）]?$")
"""From when on, behind the name."""
_STANDS_IN = pattern(
    rf".+?[(（](?:[^()（）]*?[，,；;、\s])?(?:现?由|请)?(?P<han>{_HAN_NAME})(?:同志)?(?:暂时?|临时)?"
    r"(?:代为?(?:办理?|负责|管理?|主持|理|行|履职)?|接(?:手|替|任|管|办)|主持(?:工作)?)[)）]"
    rf"|.+?(?:[(,;–—]|\s-)\s*(?P<latin>{_LATIN_NAME}) (?:is )?(?:covering|acting|filling in|subbing|standing in|took over|taking over|has it|interim)"
    r"(?: for (?:him|her|them|now))?\)?"
)
"""Who does it for somebody who is away or gone: 张三（休假，李四代）; Ana Ray (on leave, Bob Lee covering)."""
_BETWEEN = pattern(r"[,;/&、，；()（）–—]|\s-\s|\band\b")
_CORRECTED = pattern(r".+?[(（](?:更正|订正|勘误|应为|correct(?:ed|ion)(?: to)?)\s*[:：为]?\s*(?P<now>[^()（）]+)[)）]", re.IGNORECASE)


def in_hand_now(text: str, known: Known | None = None) -> str:
    """The part of a cell that names who has it now, where it also names who had it before; any other cell as it is."""
    text = _STRUCK.sub(" ", text).strip() or text
    whole = text.strip()
    if handed := _HANDED_ON.fullmatch(whole):
        return str(next(filter(None, handed.groups())))
    corrected = _CORRECTED.fullmatch(whole)
    stands_in = _STANDS_IN.fullmatch(whole)
    named = corrected["now"] if corrected else (stands_in["han"] or stands_in["latin"]) if stands_in else ""
    if named and _are_several(whole[: whole.rindex(named)], known):
        return text
    if not named and len(each := _ARROW.split(whole)) > 1 and all(each):
        named = _SINCE.sub("", each[-1])
    return named if named and _is_somebody(named, known) else text


def _are_several(before: str, known: Known | None) -> bool:
    """Whether more than one is named before who stands in, of whom only the last may be away: 张三、李四（休假，王五代）."""
    return sum(_is_somebody(one.strip(), known) for one in _BETWEEN.split(before) if one.strip()) > 1


def _is_somebody(name: str, known: Known | None) -> bool:
    return known.known(name) if known else looks_like_person(name)
