"""Who of those an English cell names leads and who helps, told in a few words beside the names: Ana with Bob; Ana (Bob to help); Ana, Bob (Bob leads)."""

from __future__ import annotations

import re
from typing import Literal

from officecli.patterns import pattern

_HELP = r"(?:help|support|assistance|input|back-?up)"
_WITH = pattern(
    (
        r"(?:\s*\(\s*with\s+|(?:[,;]|\s[-–—])?\s+(?:(?:along|together|jointly|in (?:coordination|consultation|cooperation|collaboration"
        r"|partnership|conjunction)) )?with\s+|\s*(?:\(\s*)?\bw/\s*|\s+(?-i:w)\s+)"
        rf"(?:(?:the )?{_HELP}\s+(?:from|of)\s+)?"
        rf"|(?:[,;]|\s[-–—])?\s+(?:(?:assisted|supported|helped|aided|backed(?: up)?)\s+by|(?-i:{_HELP} (?:from|by)|plus|alongside))\s+"
    ),
    re.IGNORECASE,
)
"""Between who leads and who helps: Ana with Bob; Ana, assisted by Bob; Ana - help from Bob."""
_WITHOUT = pattern(r"\bw/o\b", re.IGNORECASE)
_ITS_HELP = pattern(r"(?<=\w)(?:'s)? (?:support|assistance|help|assist)$", re.IGNORECASE)
_HELPED = pattern(
    r"\s*\((?:(?:support|assist|help|back-?up) (?:from|of|by)|support(?:ed by|ing)?|assist(?:ance from|ed by|ing)?|help(?:ed by|ing|er)?|input from"
    r"|backed(?: up)? by|back-?up|alternate|alt\.?)(?: ?[:=] ?| )(?P<names>[^()]+)\)",
    re.IGNORECASE,
)
"""Who supports, in the brackets behind who leads: Ana Ray (support: Bob Lee), Ana Ray (help from Bob)."""
_HELPING = (
    r"(?:(?:to|will|can|who(?:'ll| will| is to)?) (?:be )?(?:assist|support|help|back ?up)(?:s|ing)?(?: out)?|assist(?:s|ing)|support(?:s|ing)"
    r"|help(?:s|ing)(?: out)?|backing up)"
)
_HELPS = pattern(rf"\s*\((?P<names>[^()]+?),? {_HELPING}\)", re.IGNORECASE)
"""The same, with what they do behind them: Ana Ray (Bob Lee assisting), Ana Ray (Bob to help)."""
_TO_HELP = pattern(rf"(?:[;,]| [-–—] )\s*(?P<names>(?:(?! - )[^();,–—]){{1,60}}?) {_HELPING}(?=\s*(?:$|[;,]))", re.IGNORECASE)
"""Behind who leads: Ana Ray; Bob Lee to assist."""
_LABELLED = pattern(
    r"(?:\s*[;,/]\s*|\s[-–—]\s)(?:support|supporting|help|helping|assist|assisting|assistance|back-?up)\s+"
    r"(?=[A-Z][\w.'’-]*)(?!(?:Desk|Services?|Staff|Team|Unit|Office|Cent(?:er|re))\b)"
)
"""Before who helps, as a label without its colon: Ana Ray / support Bob Lee; no unit that is called so (IT / Support Services)."""

_MENTIONED = pattern(r"\b(?:lead|leads|leading|led by)\b")
"""Without one of these words no cell tells who leads in any of the ways below."""
_LONGEST = 300
"""Characters of a cell that may tell it; what is longer is no such cell."""
_NAME = r"(?:the )?@?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?: \([^()]{1,30}\))?"
_OF_THESE = pattern(
    rf"\s*(?:[(,;]\s?(?:(?i:lead(?:er)?|owner|primary|opr)(?: ?[:=] ?| is | )|led by )(?P<said>{_NAME})\)?"
    rf"|(?:\(| [-–—] )(?P<doing>{_NAME})"
    r"(?: (?:(?:is |as |to |will |will be |to be |in |has )?(?:the )?lead(?:s|ing)?|in charge)| ?[=:] ?lead| [-–—] lead)\)?)\s*$"
)
"""Which one of several leads, told behind them all: Ana, Bob (Bob leads); Ana & Bob (lead: Bob); Ana / Bob - Bob leading."""
_LEADS = pattern(
    rf"(?:^|[;,(]\s*|\s[-–—]\s)(?P<leads>{_NAME}) (?:(?:is |to be )(?:the |in the )?lead|leads|as (?:the )?lead)(?=\s*(?:$|[;,)]))\)?"
    rf"|(?:^|[;(]\s*|\s[-–—]\s)(?P<to_lead>{_NAME}) (?:to (?:take the )?lead|will lead|leading|is leading)(?=\s*(?:$|[;,)]))\)?"
    rf"|(?:^|[,;]?\s+|\s*\()(?:with|w/ ?|under)\s*(?P<under>{_NAME}) (?:as (?:the )?lead|leading|in the lead)(?=\s*(?:$|[;,)]))\)?"
    rf"|[,;]?\s+led by (?P<led_by>{_NAME})$"
)
"""Who leads, told of one beside others: Ana leads, Bob supports; Ana; Bob to lead; Ana under Bob as lead; Ana, led by Bob."""
_ROLE_BEHIND = pattern(
    r"(?<=[\w.)])(?: ?[=:] ?| [-–—] )(?P<role>lead(?:s|er)?|owner|primary|support(?:s|ing)?|assists?|backup|secondary)(?=\s*(?:$|[,;/&+]))"
)
"""A role behind a sign and the name of who has it: Ana - lead, Bob - support."""
_SAID_TO_LEAD = pattern(r"\((?:lead(?:s|er)?|owner|primary)\)\s*$", re.IGNORECASE)
_APART = pattern(r"(\s*[,;/&+]\s*|\s+(?:and|with|w/)\s+)")


def with_its_roles(text: str) -> str:
    """A cell with its English clauses written as its labels are: Ana (Bob to help) as Ana; support: Bob."""
    text = _WITHOUT.sub("without", text)
    for clause in (_HELPED, _HELPS, _TO_HELP):
        text = clause.sub(r"; support: \g<names>", text)
    text = _LABELLED.sub("; support: ", text)
    text = _with_lead(text) if len(text) <= _LONGEST and _MENTIONED.search(text) else text
    return _ROLE_BEHIND.sub(r" (\g<role>)", text)


def beside_helpers(text: str) -> list[tuple[Literal["", "lead", "support"], str]]:
    """Who leads, and those named behind as helping, Ana with Bob, each with the role; none where it names no such.

    Where one of the others is said to lead (Ana with Bob (lead)) the first has none.
    """
    first, *helping = _WITH.split(text)
    if not helping or not first.strip():
        return []
    bare = (one.removesuffix(")") if one.count(")") > one.count("(") else one for one in helping)
    others = [_ITS_HELP.sub("", one) for one in bare]
    return [("" if any(map(_SAID_TO_LEAD.search, others)) else "lead", first), *(("support", one) for one in others)]


def _with_lead(text: str) -> str:
    """The text with the one who is told to lead behind a label, and the others before it as they are."""
    if told := _OF_THESE.search(text):
        chosen = _chosen(text[: told.start()], told["said"] or told["doing"])
        if chosen:
            return chosen
    every = list(_LEADS.finditer(text))
    if len(every) != 1:
        return text
    name = next(filter(None, every[0].groups()))
    others = "; ".join(filter(None, (one.strip(" ,;") for one in (text[: every[0].start()], text[every[0].end() :]))))
    return _chosen(others, name) or (f"{others}; lead: {name}" if others else f"lead: {name}")


def _chosen(text: str, name: str) -> str:
    """Several names with the one of them that is told to lead behind a label; "" where it is none of them, or not clear which."""
    pieces = _APART.split(text)
    said = set(_words(name))
    fitting = [place for place in range(0, len(pieces), 2) if said <= set(_words(pieces[place]))]
    if len(fitting) != 1 or len(pieces) == 1:
        return ""
    place = fitting[0]
    others = "".join(pieces[:place] + pieces[place + 2 :] if place == 0 else pieces[: place - 1] + pieces[place + 1 :])
    return f"{others.strip()}; lead: {pieces[place].strip()}"


def _words(name: str) -> list[str]:
    return [word.casefold().strip(".") for word in re.findall(r"[\w.'’-]+", name)]
