"""Recurrence as people say it, in English and Chinese, whatever language the reader has; and rules said back to people.

A late day is the last one where a month is too short for it: “monthly on the 31st” is every month's last day.
An RFC 5545 rule is taken to the letter.
"""

from __future__ import annotations

import re
import unicodedata

from officecli.errors import BadInput
from officecli.i18n import _, language
from officecli.model.time.recurrence import check_rule
from officecli.model.time.recurrence_rule import read_parts
from officecli.typed.recurrence import chinese, english
from officecli.typed.recurrence.phrases import RuleWithDaysOff, phrase_of, rule_of

__all__ = ["RuleWithDaysOff", "read_every", "say_every"]

LONGEST = 200


def read_every(text: str) -> RuleWithDaysOff:
    """The rule that `text` means, in words or as `RRULE:FREQ=…`; raises BadInput."""
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).casefold()).strip(" .。")
    if len(plain) > LONGEST or not plain:
        raise _not_understood(text)
    if re.match(r"rrule:|[a-z]+=", plain):
        return RuleWithDaysOff(check_rule(plain))
    try:
        phrase = english.read(plain) if plain.isascii() else chinese.read(re.sub(r"\s", "", plain))
    except ValueError:  # a day the calendar does not have, after “until”
        raise _not_understood(text) from None
    if phrase is None or phrase.count == 0 or phrase.interval == 0:
        raise _not_understood(text)
    found = rule_of(phrase)
    return RuleWithDaysOff(check_rule(found.rule), found.days_off)


def say_every(rule: str | None, days_off: str = "") -> str:
    """A rule, or that there is none, in the reader's language; `RRULE:…` where no words fit.

    `days_off` tells the last day of a month from its last working day.
    """
    if not rule:
        return _("only when it is run")
    phrase = phrase_of(read_parts(rule), days_off)
    if phrase is None:
        return f"RRULE:{rule}"
    return chinese.say(phrase) if language() == "zh" else english.say(phrase)


def _not_understood(text: str) -> BadInput:
    shown = " ".join(text.split())
    return BadInput(
        _("“{text}” does not say how often, in words officecli understands.").format(text=shown if len(shown) <= 60 else shown[:60] + "…"),
        fix=_("Write it like “every working day”, “every Monday”, “every 2 weeks on Tue and Fri”, “monthly on the 25th”,")
        + " "
        + _("“last working day of the month”, “quarterly on the 10th of the first month”, “every year on 1 March”, or as RRULE:FREQ=…"),
    )
