"""What an English note says was done, beside what its matter asks to be done."""

from __future__ import annotations

import re

from officecli.files.ledger.words.english.behind_an_end import without_what_followed
from officecli.files.ledger.words.english.orders import is_order
from officecli.files.ledger.words.plain import DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern
from officecli.typed.dates.english.words import NUMBERS, WEEKDAY

_IRREGULAR = {
    "sent": "send", "paid": "pay", "held": "hold", "made": "make", "bought": "buy", "sold": "sell", "built": "build", "hung": "hang", "cut": "cut",
    "put": "put", "written": "write", "given": "give", "taken": "take",
    "met": "meet", "taught": "teach", "laid": "lay", "set": "set", "done": "do", "brought": "bring", "spoken": "speak", "chosen": "choose",
    "shown": "show", "drawn": "draw", "sought": "seek", "found": "find",
    "submitted": "submit", "repaid": "repay", "rebuilt": "rebuild", "rewritten": "rewrite", "shut": "shut", "let": "let", "rehung": "rehang",
    "dug": "dig", "swept": "sweep", "torn": "tear", "begun": "begin",
    "wrote": "write", "gave": "give", "took": "take", "spoke": "speak", "chose": "choose", "drew": "draw", "tore": "tear", "got": "get",
}  # fmt: skip
_ALIKE = (
    frozenset({"send", "mail", "email", "ship", "deliver", "distribute", "dispatch", "issue"}),
    frozenset({"fix", "repair", "mend", "correct", "remedy"}),
    frozenset({"file", "submit", "lodge"}),
    frozenset({"buy", "purchase"}),
    frozenset({"publish", "post", "release"}),
    frozenset({"hold", "conduct"}),
    frozenset({"destroy", "shred", "purge"}),
    frozenset({"install", "fit", "mount", "hang"}),
)
_ORDERS_AN_END = pattern(r"(?:cancel|withdraw|drop|reject|decline|abandon|rescind|void|suspend|defer|postpone|pause|table)\w*")
"""What halts or ends a matter as well as being one: of “Cancel the lease” and “Cancelled” nobody can tell."""
_ITS_OWN_END = tuple(
    (pattern(rf"\W*(?:{stem})\w*", re.IGNORECASE), pattern(rf"\b(?:{stem})\w*", re.IGNORECASE))
    for stem in (
        "cancel", "withdr[ae]w", "reject", "declin", "abandon", "rescin|resciss|repeal|revok|revoc", "void", "suspen[ds]", "defer",
        "postpon", "paus", "terminat", "discontinu",
    )
)  # fmt: skip
"""How a note begins that says so, and what the matter then asks for by the same word: Rescinded 7/2, of Repeal the old rule."""

_EVENT = pattern(
    r".*\b(?:meeting|hearing|workshop|training|orientation|session|briefing|debrief|open house|town hall|forum|conference|seminar|webinar|class|course"
    r"|clinic|fair|ceremony|event|reception|luncheon|retreat|drill|exercise|rehearsal|concert|tour|visit|evening|dinner|auction|election|exam|audition"
    r"|(?:round ?table|focus group|kick ?-?off|walk ?-?through))s?"
)
"""A thing that is held: beside it, Held 6/22 says that it took place, and nothing that it rests."""
_SEVERAL_TIMES = pattern(r"\b(?:\d+|two|three|four|five|six|ten|twelve|daily|weekly|monthly|quarterly|all|both|several) .*s$")
"""Of several that are held, which Held 6/22 tells of nobody knows: Three workshops, Weekly site visits."""
_HELD = pattern(rf"held(?:(?: on)?,? (?P<day>{DAY_WORD}))?")
"""Since when it rests, or when it took place: the matter tells which."""
_PUT_ON = frozenset("open hold run host organize organise arrange conduct schedule set plan convene call give deliver stage".split())

_TWO_DEEDS = pattern(r"\s*[A-Za-z]+(?:,| ?/| (?:and|&|or|then)) ?[A-Za-z]")
_THING_DONE = pattern(
    r"(?:(?P<all>all|both|each|every)(?: of)? )?(?:the |our |its |their |new ){0,3}(?:(?P<many>\d{1,5}) )?(?:the |new ){0,2}(?P<thing>[a-z][a-z' -]*?)"
    r"(?: (?:is|are|was|were|has been|have been|now|all|both)){0,4} (?P<deed>[a-z]+)(?: \(?(?:out )?of (?P<whole>\d{1,5})\)?)?"
    rf"(?:\s+(?:(?:on|at)?|on {WEEKDAY}|in full|successfully|at\s+(?:[a-z]+ ){{0,2}}(?:meeting|hearing|session)))?"
)
"""A thing, or so many of them, and what was done to it: fence fixed, all 5 pumps repaired, 40 letters mailed (of 40).
Where it was done (fixed at the north end), how (on a temporary basis) or by whom (signed by the vendor), it may not be all.
"""
_FEWER = pattern(r"\b(?:half|some|most|few|several|first|second|last|one|part|partly|draft|not|no|never|to be|being|getting|nearly|almost|only)\b")
_SEVERAL_THINGS = pattern(r"[,;&/+]|\b(?:and|or|then|plus)\b")
_BEHIND_THE_THING = pattern(
    r" (?:at|in|on|of|for|to|from|with|by|per|near|along|under|before|after|between|against|into|through|via|across|within|behind|as|so|that|which"
    r"|where)\b"
)
_NUMBER = pattern(rf"\d+|\b(?:{'|'.join(word for word, many in NUMBERS.items() if many > 1)})\b")


def is_its_own_end(text: str, title: str) -> bool:
    """Whether what a note begins with ends a matter, and is at the same time what this one asks for: whether it is given up or done nobody can tell."""
    return any(said.match(text) and asked.search(title) for said, asked in _ITS_OWN_END)


def is_deed_of(deed: str, title: str) -> bool:
    """Whether a participle is of the verb that the title begins with, which is the only one, and halts or ends nothing."""
    if _TWO_DEEDS.match(title):
        return False  # Mail and file the deed
    if deed == "held" and _is_put_on(title):
        return True
    verb = next(iter(plain_text(title).split()), "").strip(",;:")
    if not verb.isalpha() or _ORDERS_AN_END.fullmatch(verb):
        return False
    return bool({verb, *_alike(verb)} & _verbs(deed))


def is_held(text: str) -> bool:
    """Whether a cell says no more than on which day something was held, or held up, and how that was put away."""
    held = _held(text)
    return held is not None and held["day"] is not None


def _held(text: str) -> re.Match[str] | None:
    return _HELD.fullmatch(without_what_followed(plain_text(text)))


def took_place(text: str, title: str) -> Stated | None:
    """The end that a cell tells of which says that what the title names was held, and on which day perhaps: without one, Held beside anything else rests it."""
    held = _held(text)
    return Stated("closed", held["day"] or "", firm=False) if held and _is_put_on(title) else None


def _is_put_on(title: str) -> bool:
    """Whether a title is of something that takes place, and asks for nothing else than that: Summer intern orientation, Hold the budget hearing."""
    asked = plain_text(title)
    asks_more = is_order(title) and asked.split()[0] not in _PUT_ON
    what = _BEHIND_THE_THING.split(asked, maxsplit=1)[0]
    return not asks_more and _EVENT.fullmatch(what) is not None and _SEVERAL_TIMES.search(what) is None


def done_to_its_thing(said: str, title: str) -> str:
    """The deed in words that say that the one thing a title is about had done to it what the title asks (Fix the fence, fence fixed),
    of so many things that it was all of them: Repair the five pumps, all 5 pumps repaired. "" where they say no such thing.
    """
    found = _THING_DONE.fullmatch(said)
    asked = plain_text(title)
    if found is None or _FEWER.search(said) or _SEVERAL_THINGS.search(asked) or not is_deed_of(found["deed"], title):
        return ""
    thing = asked_of(asked)
    named = found["thing"].split()
    if not thing or not same_thing(named[-1], thing[-1]) or any(not any(same_thing(one, word) for word in thing) for one in named):
        return ""
    return found["deed"] if _are_all(found, asked) else ""


def _are_all(found: re.Match[str], asked: str) -> bool:
    """Whether the things done are as many as there are, as far as their number is told."""
    if found["many"] is None:
        return True
    wholes = {NUMBERS.get(one) or int(one) for one in [*_NUMBER.findall(asked), *filter(None, [found["whole"]])]}
    return int(found["many"]) in wholes if wholes else found["all"] is not None


def asked_of(title: str) -> list[str]:
    """The words of the thing that a title, in small letters, asks something to be done to: five, pumps, of repair the five pumps at the mill."""
    return _BEHIND_THE_THING.split(title.partition("(")[0], maxsplit=1)[0].split()[1:]


def same_thing(named: str, asked: str) -> bool:
    """Whether a thing is called as it is in the title, where one may stand for several but not one of several."""
    return named in {asked, f"{asked}s"}


def _alike(verb: str) -> frozenset[str]:
    """The verbs that say the same of a matter: whoever is to send a thing may have mailed it."""
    return next((verbs for verbs in _ALIKE if verb in verbs), frozenset())


def _verbs(deed: str) -> set[str]:
    """The verbs a participle may be of: replaced is of replace, fitted of fit, carried of carry."""
    if deed in _IRREGULAR:
        return {_IRREGULAR[deed]}
    stem = deed.removesuffix("ed")
    if stem == deed or len(stem) < 2:
        return set()
    return {stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem, stem[:-1] + "y" if stem.endswith("i") else stem}
