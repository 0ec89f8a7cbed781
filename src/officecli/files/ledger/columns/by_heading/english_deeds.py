"""The deed that an English heading names: what is due by a day, what was done on one, who does it, and whether it was done."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.english import words_of
from officecli.files.ledger.columns.by_heading.english_vocabulary import OVER
from officecli.patterns import pattern

_DUE = pattern(r"(?:(?:to|must|should) be )?(?P<what>[a-z]{3,}(?: [a-z]+){0,2}) (?:is )?(?:by|before|due|deadline)(?: date)?")
_AROUND_DEED = frozenset(
    "to be is was has been it by on before within until date day at due target yet the of for when y n must should will shall".split()
)
_AGAIN = pattern(r"\bre (?=[a-z])")
_NOT_LATER = pattern(r"\bnot? later than\b")
_ENDING = pattern(r"(?:ed|ing|al|e?ment|e)$")
_DONE = {"sent": "send", "paid": "pay", "held": "hold", "met": "meet", "built": "build", "bought": "buy", "sold": "sell", "written": "write",
    "given": "give", "taken": "take", "made": "make", "taught": "teach", "told": "tell", "seen": "see", "brought": "bring", "laid": "lay",
    "hung": "hang", "swept": "sweep", "drawn": "draw", "dug": "dig", "shown": "show", "kept": "keep", "lent": "lend",
    "fed": "feed", "sown": "sow", "mown": "mow", "sewn": "sew", "sworn": "swear", "chosen": "choose", "flown": "fly", "driven": "drive", "shot": "shoot",
    "struck": "strike", "bound": "bind", "went": "go", "gone": "go", "sung": "sing", "won": "win"}  # fmt: skip
"""Deeds that were done, and have no ending that says so."""


def deed_named(heading: str) -> str:
    """The one deed that a heading of days, or of yes and no, names, so that `Renew
    by`, `Renewal date` and `Renewed?` are alike; "" where it names none, or more.
    """
    words = [word for word in _AGAIN.sub("re", _NOT_LATER.sub("by", words_of(heading))).split() if word not in _AROUND_DEED]
    if len(words) != 1:
        return ""
    stem = _ENDING.sub("", re.sub(r"ied$|ication$", "y", _DONE.get(words[0], words[0])))
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem


_AGENT = pattern(r"(?!approver|owner|user)(?P<deed>[a-z]{3,}?)(?:e|o)rs?")
_ABSTRACT = pattern(r"(?:at)?ion$")


def does_what_is_due(heading: str, due: str) -> bool:
    """Whether an English heading of people is of whoever does what the deadline's says is due: Reviewers, of Review due; and no approver."""
    agent, deed = _AGENT.fullmatch(words_of(heading).rpartition(" ")[2]), deed_named(due)
    return agent is not None and bool(deed) and _bare(agent["deed"]) == _bare(deed)


def _bare(word: str) -> str:
    """A deed without what makes a noun of it: `inspect` of inspection, `evalu` of evaluate and of evaluation."""
    return re.sub(r"(?<=.{3})at(?:e|or)?$|e$", "", _ABSTRACT.sub("", word))


def named_as_due(heading: str) -> str:
    """What an English heading of a deadline says is due, in small letters: `made good`
    of To be made good by, `response` of Response due; "" where it says nothing.
    """
    found = _DUE.fullmatch(heading.strip().casefold())
    return found["what"] if found else ""


def deed_due_last(heading: str) -> str:
    """The one deed that a heading of a deadline names, or the last of several words: `test` of Germination test due."""
    return deed_named(heading) or deed_named(named_as_due(heading).rpartition(" ")[2])


def says_it_was_done(heading: str, deed: str) -> bool:
    """Whether an English heading says of a deed that it was done: Renewed on, of `Renew by`."""
    done = any(word.endswith("ed") or word in _DONE for word in words_of(heading).split())
    return bool(deed) and done and deed_named(heading) == deed


_ANEW = pattern(r"(?:new|revised|second|2nd|third|3rd|latest|later|further|updated|changed|amended|extended|moved|next|now|currently|re) (?P<of>.+)")
_AT_FIRST = pattern(r"^(?:first|original(?:ly)?|initial(?:ly)?) ")


def is_named_anew(heading: str, first: str) -> bool:
    """Whether an English heading of days is of what another says, put off: New promise, beside Promised for."""
    anew, deed = _ANEW.fullmatch(words_of(heading)), deed_named(_AT_FIRST.sub("", words_of(first)))
    return anew is not None and bool(deed) and deed_named(anew["of"]) == deed


_SHORTEST = 3
"""Letters of a deed's stem that tells it apart."""
_BRINGS = pattern(
    r"(?:request|report|order|issu|not[ei]|record|plan|task|project|fil|claim|question|quer|list|schedul|propos|refer|complain|log|assign|rais|delegat)"
    r"|\w+ed$"
)
"""What brings a matter, or was done before it came: of Requests that something was requested is no end."""
_PROMISED = pattern(r"\b(?:promise|pledge|commit(?:ment|ted)?|undertak(?:ing|en)|vow|agreed)")
_KEPT = pattern(r"(?:promise |word |it )?(?:kept|honou?red|lived up to|stuck to|followed through)")


def asks_if_it_was_done(heading: str, matter: str) -> bool:
    """Whether a heading of yes and no asks whether the deed came about that the matter's is of:
    Checked?, of Points to check; Kept?, of Promise.
    """
    asked, words = words_of(heading), words_of(matter)
    if _PROMISED.search(words) and _KEPT.fullmatch(asked):
        return True
    todo = (deed for word in words.split() if not _BRINGS.match(word) and len(deed := deed_named(word)) >= _SHORTEST)
    return any(says_it_was_done(heading, deed) for deed in todo)


_CAME_TO_ITS_END = pattern(rf"\b(?:{OVER}|met|given|made good|mended|repaired|put right|handed over)\b(?! (?:by|to|for|in)\b)")


def says_it_came_to_its_end(heading: str) -> bool:
    """Whether an English heading says that something is over, whatever was done: Condition met, Corrected on site; and not Published."""
    return _CAME_TO_ITS_END.search(words_of(heading)) is not None
