"""What an English heading means by the words it is put together of, whatever else stands beside them (Task Description, date_raised)."""

from __future__ import annotations

from officecli.files.ledger.columns.by_heading.english_rules import RULES
from officecli.files.ledger.columns.by_heading.meant import Meant
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME

LONGEST = 6
"""Words of a heading; what is longer is a sentence."""
_LONGEST_QUESTION = 10
_ASKS = pattern(r"^(?:by |to )?(?:who|when|what (?:date|day))\b")
"""Who and when, which people ask in more words: By what date will the action be done?"""

_WORD = pattern(r"[a-z]+(?:'s)?|\d+|[%#]")
_CAMEL = pattern(r"(?<=[a-z])(?=[A-Z])")
_COMPILED = tuple((pattern(written), meant) for written, meant in RULES)
_LATER = "later"

MEASURE = pattern(
    r"\b(?:sub ?task|(?<!success )(?<!performance )(?<!outcome )(?<!key )(?<!counter )(?<!assessment )(?<!evaluation )"
    r"(?<!progress )(?<!interim )(?<!immediate )(?<!temporary )measures?(?! (?:of|it|this|that|success|progress)\b)|(?<!next )"
    r"(?<!process )(?<!operation )(?<!production )(?<!assembly )step|specific action"
    r"|actions? to be taken|detailed task)s?\b"
)
"""One of several things done for a task, which stands in a column of its own."""

_TIME = rf"(?: (?:as (?:of|at)|at|for|in|on))?(?: (?:{MONTH_NAME}|q[1-4]|20\d\d|\d{{1,2}}(?: ?(?:st|nd|rd|th))?))+"
_OF_A_TIME = pattern(rf"(?<=\bupdate){_TIME}$|(?<=\bupdates){_TIME}$|(?<=\bstatus){_TIME}$|(?<=\bprogress){_TIME}$|(?<=\brag){_TIME}$")
"""When what is told was so: Update June 2026, Progress as of July 1."""


def english_meanings(heading: str) -> tuple[Meant, ...] | None:
    """The columns a heading may mean by its words; () where it is known to mean none, None where it is not known."""
    text = words_of(heading)
    if not text or text.count(" ") >= (_LONGEST_QUESTION if _ASKS.search(text) else LONGEST):
        return None
    text = _OF_A_TIME.sub("", text) or text
    for form, meant in _COMPILED:
        if form.search(text):
            return tuple(Meant("due" if key == _LATER else key, strength, later=key == _LATER) for key, strength in meant)
    return None


_CUT_SHORT = {
    "susp": "suspense", "orig": "original", "curr": "current", "tgt": "target", "compl": "completion", "compln": "completion", "dt": "date",
    "assgd": "assigned", "asgd": "assigned", "asgn": "assigned", "desc": "description", "descr": "description", "stat": "status",
    "resp": "responsible", "respons": "responsible", "prog": "progress", "cmplt": "complete", "rmks": "remarks", "rmk": "remarks", "mgr": "manager",
    "cat": "category", "std": "standard", "pri": "priority", "fcst": "forecast", "asst": "assistant", "sched": "schedule",
}  # fmt: skip
"""Words of headings that many write with some of their letters."""


def words_of(heading: str) -> str:
    """The words of a heading in small letters, one space between them: `dateRaised` and `Date_Raised` are `date raised`."""
    words = _WORD.findall(_CAMEL.sub(" ", heading).casefold().replace("\u2019", "'"))
    return " ".join(_CUT_SHORT.get(word, word) for word in words)
