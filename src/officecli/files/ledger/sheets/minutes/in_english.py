"""English minutes: Ana to send the plan by 7/14; ACTION: Ben - book the room (due 14 July)."""

from __future__ import annotations

import re

from officecli.files.ledger.sheets.minutes.minuted import Knows, Point
from officecli.patterns import compiled, pattern
from officecli.typed.dates.around import DAYISH

_KEYWORD = pattern(
    r"a[ip] ?#?\d+\s+|(?:action(?: (?:items?|points?))?|a[ip]|to ?do|task|follow[- ]?up)s?\s*(?:#?\d+)?\s*(?::|[-–—](?=\s))\s*", re.IGNORECASE
)
_OF_WHOM = pattern(r"^(?P<word>action(?: items?)?|to ?do|task)\s*[(\[](?P<lead>[^()\[\]]{2,60})[)\]]\s*[:–—-]?\s*", re.IGNORECASE)
"""ACTION (Ana): whose it is."""
_WITH_LABELS = pattern(
    (
        r"(?P<what>.+?)[.;,|\s(–—-]+(?:responsible|owner|lead|assigned to"
        r"|who)\s*:\s*(?P<lead>[^.;,|()]{2,60}?)(?:[.;,|\s)–—-]+(?:deadline|due(?: date)?|by(?: when)?|when)\s*:\s*(?P<due>[^;|()]{2,30}?))?[.;)]*"
    ),
    re.IGNORECASE,
)
_DUE = pattern(
    r"[\s,;–—-]*+(?:[\[(]\s*+)?(?:(?:due|deadline|target)(?: date)?\s*[:=]?\s*(?:by |on )?"
    r"|\b(?:by|before|no later than|nlt)\s+)(?P<due>(?:(?! to )[^()\[\];]){2,30}?)\s*[\])]?\s*[.;]?$"
    r"|\s*[\[(](?P<due2>(?:[A-Z][a-z]{2,8}\.? )?\d[^()\[\];]{0,20})[\])]\s*[.;]?$",
    re.IGNORECASE,
)
_IS_TO = pattern(
    r"(?P<lead>[^:,;()]{2,60}?)(?: by (?P<due>[^:;()]{2,20}?))? (?:(?:is |are |has agreed |agreed |volunteered )?to"
    r"|(?P<will>will|shall|must)) (?!be\b|not\b|have\b)(?P<what>\S.+)"
)
_MARKED = tuple(
    map(
        pattern,
        (
            r"@(?P<lead>\S+)\s+(?P<what>\S.+)",
            r"\[(?P<lead>[^\[\]]{2,40})\]\s*[-–—:]?\s*(?P<what>\S.+)",
            r"(?P<lead>[^:()]{2,60}?)\s*(?::|\s[-–—]+)\s+(?P<what>\S.+)",
            r"(?P<what>.+?)\s+[-–—]+\s*(?P<lead>[^-–—()]{2,60}?)\.?",
        ),
    )
)
"""Somebody set apart from what is to be done, by when or after a keyword: @Ana send it by Friday; Ana: send it by Friday; Send it - Ana - by Friday."""
_IN_BRACKETS = pattern(
    r"(?P<what>.+?)\s*[\[(](?:(?:owner|lead|resp(?:onsible)?|who|assigned to)\s*:?\s*)?(?P<lead>[^\[\]()]{2,60}?)"
    r"(?:\s*[,;–—-]\s*(?:due )?(?:by |on )?(?P<due>[^\[\](),;]*\d[^\[\]()]*))?[\])]\.?",
    re.IGNORECASE,
)
"""Behind what is to be done, in brackets: Send it (Ana, 7/14)."""
SEVERAL = pattern(r"\s*(?:,|/|&|\band\b|\bwith\b)\s*")
_FURTHER = (pattern(r"(?<=[.;,])\s+(?:and )?"), pattern(r" and "))
"""Where a line may go on with somebody else's part: behind a mark, or behind “and” where each part has its day."""
_DONE = pattern(
    r"(?:[.;]\s+|\s+[-–—]+\s*|\s*[\[(])(?P<state>(?:(?:all|now) )?(?:done|completed?|closed|cancell?ed|withdrawn|dropped|on hold|deferred|postponed)"
    r"(?: (?:on )?(?=(?:[a-z]{3,9}\.? )?\d)[\w/.-]+(?:,? \w+){0,2})?)\s*[\])]?\.?$",
    re.IGNORECASE,
)
"""How far it is, in a sentence of its own or in brackets behind what was to be done: Done 6/26; [withdrawn]."""
_ON_AN_AGENDA = pattern(r"(?:(?:\s*[-–—]\s*)?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?){1,2}|\d+ ?(?:m|mins?|minutes?|h|hrs?|hours?|['′])\.?", re.IGNORECASE)
"""In place of a day in brackets, how long or at what hour something is spoken of."""


def said_in_english(text: str, knows: Knows) -> list[Point]:
    """What a line says is to be done, by each who is named, and how far it is."""
    if (done := _DONE.search(text)) and (point := _in_english(text[: done.start()], knows)):
        return [point._replace(state=done["state"])]
    return _of_several(text, knows) or [point for point in [_in_english(text, knows)] if point]


def _of_several(text: str, knows: Knows) -> list[Point]:
    """What an English line says is to be done, where it goes on with what somebody else is to do."""
    plain = _KEYWORD.sub("", text, count=1) if _KEYWORD.match(text) else text
    parts, joined = ([point for piece in further.split(plain) if (point := _in_english(piece.rstrip(";,"), knows))] for further in _FURTHER)
    return next((points for points in (parts, [point for point in joined if point.due]) if len(points) > 1), [])


def _in_english(text: str, knows: Knows) -> Point | None:
    """What an English line says somebody of the office is to do; after ACTION: whoever it is."""
    text = _OF_WHOM.sub(r"\g<word>: \g<lead>: ", text)
    plain = _KEYWORD.sub("", text, count=1) if _KEYWORD.match(text) else text
    keyword = plain != text
    if labelled := _WITH_LABELS.fullmatch(plain):
        return Point(_begun(labelled["what"].rstrip(".")), labelled["lead"], labelled["due"] or "")
    found = _DUE.search(plain)
    due = (found["due"] or found["due2"]) if found else ""
    due = due if due and compiled(DAYISH).search(due.casefold()) else ""
    said = plain[: found.start()] if found and due else plain.rstrip(". ")
    for form, text_of_it in ((_IN_BRACKETS, plain), (_IN_BRACKETS, said), (_IS_TO, said), *((form, said) for form in _MARKED)):
        one = form.fullmatch(text_of_it)
        if one is None or not (all(map(knows, SEVERAL.split(one["lead"]))) or (keyword and form is _IS_TO and one["lead"][:1].isupper())):
            continue
        by = one.groupdict().get("due") or due
        if (form is _IN_BRACKETS and _ON_AN_AGENDA.fullmatch(by)) or all(map(knows, SEVERAL.split(one["what"].partition(":")[0]))):
            return None  # Roof (Ana, 10 min); Ana Diaz (clerk, 7/1); Ana to Ben: …
        if not by and not keyword and (form is not _IS_TO or one["will"]):
            return None  # Peter will speak to it
        return Point(_begun(one["what"]), one["lead"], by)
    return Point(_begun(said), "", due) if keyword and said.rstrip()[-1:] not in ("", ":") else None


def _begun(what: str) -> str:
    """What is to be done as a matter begins."""
    return what[:1].upper() + what[1:].rstrip(" ,;")
