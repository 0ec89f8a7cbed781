"""What an English heading means by the words it is put together of, whatever else stands beside them (Task Description, date_raised)."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.english_rules import RULES
from officecli.files.ledger.columns.by_heading.english_vocabulary import OVER
from officecli.files.ledger.columns.by_heading.meant import Meant
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME

LONGEST = 6
"""Words of a heading; what is longer is a sentence."""

_WORD = pattern(r"[a-z]+(?:'s)?|\d+|[%#]")
_CAMEL = pattern(r"(?<=[a-z])(?=[A-Z])")
_COMPILED = tuple((pattern(written), meant) for written, meant in RULES)
_LATER = "later"

MEASURE = pattern(
    r"\b(?:sub ?task|(?<!success )(?<!performance )(?<!outcome )(?<!key )(?<!counter )(?<!assessment )(?<!evaluation )(?<!progress )(?<!interim"
    r" )(?<!immediate )(?<!temporary )measures?(?! of)|(?<!next )(?<!process )(?<!operation )(?<!production )(?<!assembly )step|specific action"
    r"|actions? to be taken|detailed task)s?\b"
)
"""One of several things done for a task, which stands in a column of its own."""

_TIME = rf"(?: (?:as (?:of|at)|at|for|in|on))?(?: (?:{MONTH_NAME}|q[1-4]|20\d\d|\d{{1,2}}(?: ?(?:st|nd|rd|th))?))+"
_OF_A_TIME = pattern(rf"(?<=\bupdate){_TIME}$|(?<=\bupdates){_TIME}$|(?<=\bstatus){_TIME}$|(?<=\bprogress){_TIME}$|(?<=\brag){_TIME}$")
"""When what is told was so: Update June 2026, Progress as of July 1."""


def english_meanings(heading: str) -> tuple[Meant, ...] | None:
    """The columns a heading may mean by its words; () where it is known to mean none, None where it is not known."""
    text = words_of(heading)
    if not text or text.count(" ") >= LONGEST:
        return None
    text = _OF_A_TIME.sub("", text) or text
    for form, meant in _COMPILED:
        if form.search(text):
            return tuple(Meant("due" if key == _LATER else key, strength, later=key == _LATER) for key, strength in meant)
    return None


_DUE = pattern(r"(?:(?:to|must|should) be )?(?P<what>[a-z]{3,}(?: [a-z]+){0,2}) (?:is )?(?:by|before|due|deadline)(?: date)?")
_AROUND_DEED = frozenset("to be is was has been it by on before within until date day at due target yet the of when y n".split())
_NOT_LATER = pattern(r"\bnot? later than\b")
_ENDING = pattern(r"(?:ed|ing|al|e?ment|e)$")
_DONE = {"sent": "send", "paid": "pay", "held": "hold", "met": "meet", "built": "build", "bought": "buy", "sold": "sell", "written": "write",
    "given": "give", "taken": "take", "made": "make", "taught": "teach", "told": "tell", "seen": "see", "brought": "bring", "laid": "lay",
    "hung": "hang", "swept": "sweep", "drawn": "draw", "dug": "dig", "shown": "show"}  # fmt: skip
"""Deeds that were done, and have no ending that says so."""


def deed_named(heading: str) -> str:
    """The one deed that a heading of days, or of yes and no, names, so that `Renew
    by`, `Renewal date` and `Renewed?` are alike; "" where it names none, or more.
    """
    words = [word for word in _NOT_LATER.sub("by", words_of(heading)).split() if word not in _AROUND_DEED]
    if len(words) != 1:
        return ""
    stem = _ENDING.sub("", re.sub(r"ied$|ication$", "y", _DONE.get(words[0], words[0])))
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem


def named_as_due(heading: str) -> str:
    """What an English heading of a deadline says is due, in small letters: `made good`
    of To be made good by, `response` of Response due; "" where it says nothing.
    """
    found = _DUE.fullmatch(heading.strip().casefold())
    return found["what"] if found else ""


def says_it_was_done(heading: str, deed: str) -> bool:
    """Whether an English heading says of a deed that it was done: Renewed on, of `Renew by`."""
    done = any(word.endswith("ed") or word in _DONE for word in words_of(heading).split())
    return bool(deed) and done and deed_named(heading) == deed


_CAME_TO_ITS_END = pattern(rf"\b(?:{OVER}|met|given|made good|mended|repaired|put right|handed over)\b(?! (?:by|to|for|in)\b)")


def says_it_came_to_its_end(heading: str) -> bool:
    """Whether an English heading says that something is over, whatever was done: Condition met, Corrected on site; and not Published."""
    return _CAME_TO_ITS_END.search(words_of(heading)) is not None


_CUT_SHORT = {
    "susp": "suspense", "orig": "original", "curr": "current", "tgt": "target", "compl": "completion", "compln": "completion", "dt": "date",
    "assgd": "assigned", "asgd": "assigned", "asgn": "assigned", "desc": "description", "descr": "description", "stat": "status",
    "resp": "responsible", "respons": "responsible", "prog": "progress", "cmplt": "complete", "rmks": "remarks", "rmk": "remarks", "mgr": "manager",
    "cat": "category", "std": "standard", "pri": "priority", "fcst": "forecast",
}  # fmt: skip
"""Words of headings that many write with some of their letters."""


def words_of(heading: str) -> str:
    """The words of a heading in small letters, one space between them: `dateRaised` and `Date_Raised` are `date raised`."""
    words = _WORD.findall(_CAMEL.sub(" ", heading).casefold().replace("\u2019", "'"))
    return " ".join(_CUT_SHORT.get(word, word) for word in words)
