"""The deed that an English heading names: what is due by a day, what was done on one, who does it, and whether it was done."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.english import words_of
from officecli.files.ledger.columns.by_heading.english_vocabulary import OVER, UNDERWAY
from officecli.patterns import pattern

_DUE = pattern(r"(?:(?:to|must|should) be )?(?P<what>[a-z]{2,}(?: [a-z]+){0,2}) (?:is )?(?:by|before|due|deadline)(?: date)?")
_WANTED = pattern(r"(?<=\w) (?:needed|required|wanted)$")
_TO_COME = frozenset("scheduled planned expected estimated est anticipated projected proposed".split())
"""Of a deed, that somebody thinks it will be done: by when as well as that it is not done yet."""
_AROUND_DEED = _TO_COME | frozenset(
    "to be is was has been it by on before within until date day at due target yet the of for when y n must should will shall ok".split()
)
_LAST_DAY_TO = pattern(r"^(?:last|latest|final|statutory) (?:day|date) (?:to|for|of) ")
_AGAIN = pattern(r"\bre (?=[a-z])")
_NOT_LATER = pattern(r"\bnot? later than\b")
_WHOLLY = pattern(r"\b(?:in full|fully|completely|entirely)\b")
_ENDING = pattern(r"(?:ed|ing|al|e?ment|e)$")
_DONE = {"sent": "send", "paid": "pay", "held": "hold", "met": "meet", "built": "build", "bought": "buy", "sold": "sell", "written": "write",
    "given": "give", "taken": "take", "made": "make", "taught": "teach", "told": "tell", "seen": "see", "brought": "bring", "laid": "lay",
    "hung": "hang", "swept": "sweep", "drawn": "draw", "dug": "dig", "shown": "show", "kept": "keep", "lent": "lend",
    "fed": "feed", "sown": "sow", "mown": "mow", "sewn": "sew", "sworn": "swear", "chosen": "choose", "flown": "fly", "driven": "drive", "shot": "shoot",
    "struck": "strike", "bound": "bind", "went": "go", "gone": "go", "sung": "sing", "won": "win", "spoken": "speak", "sought": "seek",
    "let": "let", "shut": "shut"}  # fmt: skip
_DONE |= {f"re{done}": f"re{deed}" for done, deed in _DONE.items()}
"""Deeds that were done, or done again, and have no ending that says so."""
_NOUNS = {"submission": "submit", "transmission": "transmit", "admission": "admit", "decision": "decide", "provision": "provide",
    "destruction": "destroy", "production": "produce", "reduction": "reduce", "delivery": "deliver", "receipt": "receive", "response": "respond",
    "closure": "close", "disclosure": "disclose", "conclusion": "conclude", "sale": "sell"}  # fmt: skip
"""Nouns of deeds that are made in a way of their own."""
_OF_A_NOUN = pattern(r"(?:i?at)?ion$")


def deed_named(heading: str) -> str:
    """The one deed that a heading of days, or of yes and no, names, so that `Renew
    by`, `Renewal date` and `Renewed?` are alike; "" where it names none, or more.
    """
    words = [word for word in _AGAIN.sub("re", _NOT_LATER.sub("by", _WHOLLY.sub("", words_of(heading)))).split() if word not in _AROUND_DEED]
    if len(words) != 1:
        return ""
    return _stem(words[0])


def _stem(word: str) -> str:
    """A deed without what says when it is, or makes a noun of it: `inspect` of inspected and of inspection, `evalu` of evaluate and of evaluation."""
    plain = _NOUNS.get(word, _DONE.get(word, word))
    stem = _OF_A_NOUN.sub("", _ENDING.sub("", re.sub(r"ied$|ication$", "y", plain)))
    return _OF_A_VERB.sub("", stem[:-1] if stem[-2:-1] == stem[-1:] else stem)


_OF_A_VERB = pattern(r"(?<=.{3})at$")
_AGENT = pattern(r"(?!approver|owner|user)(?P<deed>[a-z]{3,}?(?:at)?)(?:e|o)rs?")


def does_what_is_due(heading: str, due: str) -> bool:
    """Whether an English heading of people is of whoever does what the deadline's says is due: Reviewers, of Review due; and no approver."""
    agent, deed = _AGENT.fullmatch(words_of(heading).rpartition(" ")[2]), deed_named(due)
    return agent is not None and bool(deed) and _stem(agent["deed"]) == deed


def named_as_due(heading: str) -> str:
    """What an English heading of a deadline says is due, in small letters: `made good`
    of To be made good by, `response` of Response due, `parts` of Parts needed by; "" where it says nothing.
    """
    found = _DUE.fullmatch(heading.strip().casefold())
    return _WANTED.sub("", found["what"]) if found else ""


def deed_due_last(heading: str) -> str:
    """The one deed that a heading of a deadline names, or the last of several words: `test` of Germination test due, `perform` of Last day to perform."""
    heading = _LAST_DAY_TO.sub("", words_of(heading))
    return deed_named(heading) or deed_named(named_as_due(heading).rpartition(" ")[2])


def says_it_was_done(heading: str, deed: str) -> bool:
    """Whether an English heading says of a deed that it was done: Renewed on, of `Renew by`, and not Renewal planned."""
    words = words_of(heading).split()
    done = any(word.endswith("ed") or word in _DONE for word in words) and not _TO_COME & {*words}
    return bool(deed) and done and deed_named(heading) == deed


_NOT_WHOLE = frozenset(
    "not never last latest first next draft partly partially half interim initial previous previously also letter notice reminder"
    " deposit advance instalment installment pre part".split()
)
_NO_ENDS = frozenset({"send", "giv", "receiv", "hold", "tak", "mak", "start", "begin", "open", "call"})
"""Of whatever they are done, these deeds are steps as well: Reminder sent, Bids opened."""
_HANDED_OVER = frozenset("sent given submitted issued delivered filed lodged provided returned".split())
_SEEN_TO_BE_DONE = frozenset("made done finished complete completed certified confirmed verified".split())


def tells_of_the_deed(heading: str, deed: str) -> bool:
    """Whether an English heading of a day, or of yes and no, says that a deed was done, and
    to what: Barrier removed, of Removal due; Payment made, of `Pay by`.
    """
    if says_it_was_done(heading, deed):
        return True
    words = words_of(heading).split()
    *before, last = [word for word in words if word not in _AROUND_DEED] or [""]
    if not deed or not before or len(before) > _FEW or (_NOT_WHOLE | _TO_COME) & {*words} or deed in _NO_ENDS or _BRINGS.match(deed):
        return False
    if last in _HANDED_OVER and _stem(before[-1]) == deed:
        return True  # Response sent, of Respond by
    return _stem(before[-1] if last in _SEEN_TO_BE_DONE else last) == deed and (last.endswith("ed") or last in _DONE or last in _SEEN_TO_BE_DONE)


_ANEW = pattern(r"(?:new|revised|second|2nd|third|3rd|latest|later|further|updated|changed|amended|extended|moved|next|now|currently|re) (?P<of>.+)")
_AT_FIRST = pattern(r"^(?:first|original(?:ly)?|initial(?:ly)?) ")


_NO_COMING = (
    rf"(?:{UNDERWAY}|requested|asked|started|opened|assigned|ordered|raised|logged|needed|required|wanted|attempted|waived|denied|refused|declined"
    r"|cancell?ed|estimated|expected|anticipated|proposed)"
)
"""What may be so of what is due before it comes about, or though it never does: Response required, Report waived."""
_CAME = (
    rf"(?:(?!{_NO_COMING}\b)[a-z]+ed|sent|made|given|held|paid|again|on|in|out|back"
    r"|over|off|up|rec d)"
)


def came_about_as_due(heading: str, wanted: str) -> bool:
    """Whether an English heading says that what a deadline's names came about: Notice given, of Notice by; Marks in?, of Marks due; Made safe, of
    Make safe by; and Response alone, of Response due.
    """
    said = words_of(heading)
    (done, _, came), (todo, _, then) = said.removesuffix(" on").partition(" "), wanted.partition(" ")
    made = bool(then) and came == then and says_it_was_done(done, deed_named(todo))
    return made or (bool(wanted) and re.fullmatch(rf"{re.escape(wanted)}(?: {_CAME})?(?: on)?", said) is not None)


def is_named_anew(heading: str, first: str) -> bool:
    """Whether an English heading of days is of what another says, put off: New promise, beside Promised for."""
    anew, deed = _ANEW.fullmatch(words_of(heading)), deed_named(_AT_FIRST.sub("", words_of(first)))
    return anew is not None and bool(deed) and deed_named(anew["of"]) == deed


_FEW = 2
"""Words of what a deed was done to."""
_SHORTEST = 3
"""Letters of a deed's stem that tells it apart."""
_BRINGS = pattern(
    r"(?:request|report|order|issu|not[ei]|record|plan|task|project|fil(?!ings?$)|claim|question|quer|list|schedul|propos|refer|complain|log|assign"
    r"|rais|delegat)"
    r"|\w+ed$"
)
"""What brings a matter, or was done before it came: of Requests that something was requested is no end."""
_PROMISED = pattern(r"\b(?:promise|pledge|commit(?:ment|ted)?|undertak(?:ing|en)|vow|agreed)")
_KEPT = pattern(r"(?:promise |word |it )?(?:kept|honou?red|lived up to|stuck to|followed through|made good|delivered)")
_WHAT_COMES_OF = (
    (
        pattern(r"\b(?:requests?|applications?|permissions?|access|leave|licen[cs]es?|waivers?|exemptions?|bursar(?:y|ies)|grants?)\b(?! by\b)"),
        pattern(r"(?:access |leave |permission |request )?(?:granted|given|provided|supplied|set up|fulfilled)(?: or (?:refused|denied|declined))?"),
    ),
    (
        pattern(r"\b(?:lessons?|improve(?:ments?)?|practices?|changes?|learning|recommendations?)\b"),
        pattern(r"bedded in|built in|embedded|sustained|(?:now )?(?:in|common|normal) (?:practice|use)"),
    ),
    (pattern(r"\b(?:lessons?|improve(?:ments?)?|practices?|learning)\b"), pattern(r"adopted|learn(?:ed|t)|taken up")),  # of others it says who agreed
)
"""What somebody asks for or learnt, and what comes of it where it goes well: Granted?, of an Access request; Embedded?, of an Improvement."""
_MADE = pattern(r"(?P<what>[a-z]{4,})s? (?:made|done|carried out|effected|in place)")
"""What came about, by its name: Change made."""


def asks_if_it_was_done(heading: str, matter: str) -> bool:
    """Whether a heading of yes and no asks whether the deed came about that the matter's is of:
    Checked?, of Points to check; Kept?, of Promise; Change made, of a Change asked for.
    """
    asked, words = words_of(heading), words_of(matter)
    if _PROMISED.search(words) and _KEPT.fullmatch(asked):
        return True
    if any(came.fullmatch(asked) and of.search(words) for of, came in _WHAT_COMES_OF):
        return True
    if (made := _MADE.fullmatch(asked)) is not None and not _BRINGS.match(made["what"]):
        return re.search(rf"\b{made['what']}", words) is not None
    todo = (deed for word in words.split() if not _BRINGS.match(word) and len(deed := deed_named(_SEVERAL.sub("", word))) >= _SHORTEST)
    return any(says_it_was_done(heading, deed) for deed in todo)


_SEVERAL = pattern(r"(?<=ing|ion)s$|(?<=ment)s$|(?<=^deliver)ables?$")
_WAS_REACHED = (
    r"(?<!client )(?<!customer )(?<!parent )(?<!family )(?<!caller )(?<!patient )(?<!tenant )(?<!resident )(?<!owner )(?<!person )(?<!member )reached"
)
"""Of a goal, and not of those who were to be spoken to."""
_CAME_TO_ITS_END = pattern(
    rf"\b(?:{OVER}|met|given|{_WAS_REACHED}|made good|mended|repaired|replaced|restored|removed|(?<!form )filled|treated|wrapped up"
    r"|sorted out|seen to|taken care of|abated|cured|put right|handed over|ticked|handled)\b(?! (?:by|to|for|in)\b)"
    r"|^(?:executed|performed|carried out|(?:crossed|checked|struck) off)\b"
)


def says_it_came_to_its_end(heading: str) -> bool:
    """Whether an English heading says that something is over, whatever was done: Condition met, Corrected on site; and not Published."""
    return _CAME_TO_ITS_END.search(words_of(heading)) is not None
