"""Who does it now, of a cell that tells who did before: 原张三，现李四; Ana -> Bob; ~~Ana~~ Bob; 张三（休假，李四代）; Ana (out, Bob covering);
张三（7月起由李四接办）, Ana (Bob from July 1), once July has begun.
"""

from __future__ import annotations

import re
from datetime import date

from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME
from officecli.typed.office.name_cell import Known
from officecli.typed.office.name_shapes import looks_like_person
from officecli.typed.office.since_when import begins_later

_HAN_NAME = r"[\u3400-\u9fff]{2,12}?"
_LATIN_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}"
_STRUCK = pattern(r"\s*(?:~~[^~]+~~|[\[(](?:struck|strike-?(?:through|out)|deleted|removed)\s*:[^\])]+[\])])\s*", re.IGNORECASE)
"""What stands there struck through, in a text that cannot show it."""
_CHANGED = r"改[为由派](?:给|为)?|变更为|调整[为到]|更换为|换[为成]|移交(?:给|至)?|交接给"
_FROM = r"[自从]?(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|份)?起[，,]?"
_HANDED_ON = pattern(
    rf"(?:"
    rf"原(?![料材油始野址])(?:由|为|是|[:：])?\s*{_HAN_NAME}(?:负责|承办|办理)?[，,；;、\s]*(?:现(?:已?改[由为派成]?|由|为|已|[:：])?|{_CHANGED}|后由|{_FROM}(?:改?由|为)?)\s*"
    rf"(?P<now>{_HAN_NAME})(?:负责|承办|办理|接[办手替任管])?"
    rf"|{_HAN_NAME}\s*[(（][已刚]?(?:换人|调[离走岗]|离职|退休|辞职|轮岗)了?[)）][，,；;\s]*(?:现(?:已?改?[由为])?|改[由为]|由)\s*"
    rf"(?P<since>{_HAN_NAME})(?:负责|承办|办理|接[办手替任管])?"
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
_ON = r"(?:20\d\d[年./-])?\d{1,2}(?:月(?:\d{1,2}[日号]|份|[中下]旬|[底末])?|[./-]\d{1,2}[日号]?)"
_ENGLISH_ON = rf"(?:(?i:{MONTH_NAME})\b\.?(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? 20\d\d)?|\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?)"
_DOES = r"(?:接[办手替任管]|负责|承办|办理|牵头|主办|跟[进办])?"
_SINCE_WORD = r"(?:from|starting|beginning|effective|as of|since|takes? over|taking over|took over)(?: on| in)?"
_FOLLOWED = pattern(
    r"(?:原(?![料材油始野址])(?:由|为|是)?)?(?P<before>[\u3400-\u9fff]{2,12}?)(?:同志)?(?:负责|承办|办理|牵头)?\s*"
    rf"(?:[(（，,；;、\s]\s*(?:至?{_ON}(?:之前|以前|前|止|为止)[，,；;、]?)?(?P<when>[自从]?{_ON}(?:起|开始|后)[，,]?)(?:[改转交]?由|改为|交给|移交给?|调整为)?\s*"
    rf"(?P<now>[\u3400-\u9fff]{{2,12}}?)(?:同志)?{_DOES}[)）]?"
    rf"|(?:[(（]至?{_ON}(?:之前|以前|前|止|为止)[)）])?[、，,；;\s]+(?P<now2>[\u3400-\u9fff]{{2,12}}?)(?:同志)?[(（](?P<when2>[自从]?{_ON}(?:起|开始|后))[)）])"
    rf"|(?P<before3>{_LATIN_NAME})(?: \(|[,;] )(?P<now3>{_LATIN_NAME}) (?P<when3>{_SINCE_WORD} {_ENGLISH_ON})\)?"
    rf"|(?P<before4>{_LATIN_NAME})(?: \(|[,;] )(?P<when4>{_SINCE_WORD} {_ENGLISH_ON})[:,]? (?P<now4>{_LATIN_NAME})\)?"
    rf"|(?P<before5>{_LATIN_NAME}) \(?(?P<when5>(?:until|till?|through|thru) {_ENGLISH_ON})\)?[,;]? (?:and |then |and then )?(?P<now5>{_LATIN_NAME})"
    rf"(?: (?:after(?: that)?|from then on|thereafter))?\)?"
)
"""Who has it before a day and who from it on: 张三（7月起由李四接办）; 张三（6月底前）、李四（7月1日起）; Ana (Bob Lee from July 1);
Ana until 6/30, then Bob.
"""
_FROM_THEN = pattern(rf"{_ON}(?:起|开始|后)|\b(?:from|starting|beginning|effective|as of)(?: on| in)? {_ENGLISH_ON}", re.IGNORECASE)
_FIRST = pattern(r"\s*(?:[(（,;–—]|\s-\s|→|⇒|➔|➜|-+>|=+>|>>)")
_BETWEEN = pattern(r"[,;/&、，；()（）–—]|\s-\s|\band\b")
_CORRECTED = pattern(r".+?[(（](?:更正|订正|勘误|应为|correct(?:ed|ion)(?: to)?)\s*[:：为]?\s*(?P<now>[^()（）]+)[)）]", re.IGNORECASE)


def in_hand_now(text: str, known: Known | None = None, today: date | None = None) -> str:
    """The part of a cell that names who has it now, where it also names who had it before; any other cell as it is.

    Whoever is to have it from a day on has it from then on: who that is can be told of `today` only.
    """
    text = _STRUCK.sub(" ", text).strip() or text
    whole = text.strip()
    if today and (followed := _followed(whole, known, today)):
        return followed
    if handed := _HANDED_ON.fullmatch(whole):
        return str(next(filter(None, handed.groups())))
    corrected = _CORRECTED.fullmatch(whole)
    stands_in = _STANDS_IN.fullmatch(whole)
    named = corrected["now"] if corrected else (stands_in["han"] or stands_in["latin"]) if stands_in else ""
    if named and _are_several(whole[: whole.rindex(named)], known):
        return text
    since = _FROM_THEN.search(whole)
    if not named and len(each := _ARROW.split(whole)) > 1 and all(each):
        named, since = _SINCE.sub("", each[-1]), since or _SINCE.search(each[-1])
    if named and since and today and begins_later(since[0], today):
        named = _FIRST.split(whole)[0]
    return named if named and _is_somebody(named, known) else text


def _followed(text: str, known: Known | None, today: date) -> str:
    """Of whoever has it before a day and whoever has it from it on, the one who has it `today`; "" where it tells of no such two."""
    found = _FOLLOWED.fullmatch(text)
    said = {key.rstrip("2345"): value for key, value in found.groupdict().items() if value} if found else {}
    if not said or not all(_is_somebody(said[one], known) for one in ("before", "now")):
        return ""
    return said["before"] if begins_later(said["when"], today) else said["now"]


def _are_several(before: str, known: Known | None) -> bool:
    """Whether more than one is named before who stands in, of whom only the last may be away: 张三、李四（休假，王五代）."""
    return sum(_is_somebody(one.strip(), known) for one in _BETWEEN.split(before) if one.strip()) > 1


def _is_somebody(name: str, known: Known | None) -> bool:
    return known.known(name) if known else looks_like_person(name)
