"""What is told to whoever types words that are no command: the line that is meant, whole, which is never run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile, takewhile

from officecli.cli import catalogue
from officecli.cli.meant.acts_named import act_done, act_named, is_a_time, is_act, parts_of, when_and_what
from officecli.cli.meant.line_meant import command_named, line_meant
from officecli.cli.meant.lines_of_items import due_on, handed_over, of_a_day_in_digits, of_a_field
from officecli.cli.meant.lines_told import told
from officecli.cli.meant.options_meant import is_somebody
from officecli.cli.meant.things_meant import GROUPS, ITEMS, of_a_thing, one_of_many
from officecli.cli.meant.words_apart import apart
from officecli.cli.meant.words_asked import answering, asks, listing
from officecli.cli.meant.words_tried import adds, as_typed, commands_by_word, fields_by_word
from officecli.cli.numbers_typed import SHARE, is_number
from officecli.cli.office_file import how_added
from officecli.i18n import _, one_of
from officecli.near import asked_back, denied, slip_of
from officecli.patterns import pattern
from officecli.shell import as_word

OPPOSITES = {
    "close": "reopen", "reopen": "close", "suspend": "resume", "resume": "suspend", "undo": "redo", "redo": "undo", "grant": "decline", "decline": "grant",
    "import": "export", "export": "import", "cancel": "undo", "ack": "undo", "submit": "undo", "assign": "undo", "add": "cancel", "extend": "undo",
}  # fmt: skip
"""Command → the one that does the opposite, or takes it back."""

_IS = frozenset("is are was has have to the a 的 是 已 已经".split())
"""What joins a number or a name to what is said of it."""
_SAY_NOTHING = frozenset("item items task tasks of all the any work my 事项 任务 所有 全部".split())
"""Words behind the name of a report that ask for no part of it."""
_VERSION = frozenset(("version", "ver", "版本"))
_RATING = pattern(r"([1-5]) ?(?:stars?|points?|out of 5|/5|星|分)", re.IGNORECASE)


def hint(typed: str, further: Sequence[str]) -> str:
    """What somebody may mean who typed this where a command stands, and `further` words: of words that are tried what they are called here, else the nearest.

    A word that says the opposite of a command is told the command that does the opposite.
    """
    word, known = as_typed(typed), commands_by_word()
    further = [word for word in further if word not in ("-h", "--help")]  # which would print the page of what is meant
    if re.search("的|事项$|办结了?$", word) and word not in known and (line := listing([typed, *further])):
        return asked_back(line)
    parts = (when_and_what(word, known) or parts_of(word, known)) if word not in known and not denied(word, known) else []
    if word[:1].isdecimal() and (not parts or parts[0] not in known) and (line := of_a_day_in_digits(typed, further)):
        return line
    if parts:
        return hint(parts[0], [*parts[1:], *further])
    if further and is_number(further[0]) and not is_a_time(further[:2]) and (act := act_done(word)):
        return hint(act, further)
    if is_number(word):
        return _of_a_number(word, further)
    both = f"{word}-{as_typed(further[0])}" if further else ""
    if both in known:
        return hint(both, further[1:])
    if asks([typed, *further]) and (line := answering([typed, *further])):
        return asked_back(line)
    if field := fields_by_word().get(word):
        return of_a_field(field, word, further)
    if word in ITEMS and further and all(map(is_number, further)):
        return told(("show",), further)
    if known.get(word) == ("edit",) and (line := _of_what_is_changed(further, known)):
        return line
    if word not in known and (line := _done_as(typed, further, known)):
        return line
    if further and known.get(word, ("list",))[0].startswith("list") and (line := listing([typed, *further])):
        return asked_back(line)
    if further and word in known and known.get(as_typed(further[0])) == known[word]:
        return hint(further[0], further[1:])
    if word in known and (line := of_a_thing(word, further)):
        return line
    if known.get(word) == ("assign",) and (lines := handed_over(further)):
        return lines
    if known.get(word, ("",))[0] in GROUPS and further and adds(further[0]) and (how := how_added(known[word][0])):
        return how
    if further and not any(map(is_number, further)) and is_act(known.get(word, ("",))[0]) and (line := _without_numbers(word, further, known)):
        return line
    if word in known:
        shows = catalogue.is_report(known[word][0].split()[0])
        return told(known[word], [one for one in further if one.casefold() not in _SAY_NOTHING] if shows else further)
    return _of_no_word(word, typed, further, known)


def _without_numbers(word: str, further: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> str:
    """What is meant by an act without a number: what is given to somebody who is named first, or which items to see; "" where neither is."""
    if known[word] == ("assign",) and further[1:] and is_somebody(further[0]):
        return told(("add",), further)  # give priya "Survey of bins"
    line = listing(further) or (listing(further[:1]) if is_somebody(further[0]) else "")
    return _("To see which are meant: {command}").format(command=line) if line else ""


def _of_what_is_changed(further: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> str:
    """What somebody means who says that a thing of an item is to change, or to which state the item: "" where neither is named."""
    if said := next((one for one in further if as_typed(one) in fields_by_word()), ""):
        rest = [one for one in further if one != said]
        return hint(said, [*filter(is_number, rest), *(one for one in rest if not is_number(one))])
    said = act_named(further, known)
    return hint(said, [*filter(is_number, further)]) if said else ""


def _of_no_word(word: str, typed: str, further: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> str:
    """What is perhaps meant by a word that none is tried for: many of a thing, the opposite of a command, a slip of one, else a name."""
    if word in _VERSION:
        return asked_back("officecli --version")
    if asks([word]):
        return _("The commands: {command}").format(command="officecli help")
    if one := one_of_many(word):
        return told(
            (f"{one} list" if "list" in getattr(command_named(one), "commands", ()) else one,), further if any(map(is_number, further)) else ()
        )
    if stem := denied(word, known):
        return told(tuple(dict.fromkeys(OPPOSITES.get(name, "undo") for name in known[stem])), further)
    near = slip_of(word, catalogue.names(), 2) or slip_of(word, known, 2)
    if not near:
        return _of_a_name(word, typed[:40], further)
    if len(near) > 1 and OPPOSITES.get(near[0]) == near[1]:  # as like one as the other, which is its opposite
        return _("Did you mean {name}?").format(name=one_of(f"officecli {name}" for name in near))
    return asked_back(line_meant(near[0], further)) if near[0] in catalogue.names() else told(known[near[0]], further)


def _done_as(typed: str, further: Sequence[str], known: Mapping[str, tuple[str, ...]]) -> str:
    """The line of an act under the name before it, `priya close 2`; "" for any other words."""
    act = (act_done(further[0]) or as_typed(further[0])) if further else ""
    if not any(map(is_number, further[1:])) or not is_act(known.get(act, ("",))[0]) or not is_somebody(typed):
        return ""
    lines = hint(act, further[1:]).split("\n")
    return "\n".join(f"{line} --as {as_word(typed)}" if "officecli " in line else line for line in lines)


def _of_a_number(number: str, further: Sequence[str]) -> str:
    """What is meant by a number and words behind it: a command, what is to be said of the item, or else a note on it."""
    behind = list(takewhile(is_number, further))
    rest = list(dropwhile(lambda word: word.casefold() in _IS, further[len(behind) :]))
    numbers, verb = [number, *behind], (act_done(rest[0]) or as_typed(rest[0])) if rest else ""
    known = commands_by_word()
    if rating := _RATING.fullmatch(" ".join(further)):
        return told(("rate",), [number, rating[1]])
    if "-".join(map(as_typed, rest[:2])) in known:
        return hint("-".join(rest[:2]), [*numbers, *rest[2:]])
    if verb in fields_by_word() or (verb in known and not catalogue.is_report(known[verb][0].split()[0])):
        return hint(verb, [*numbers, *rest[1:]])
    if not rest or (verb in known and not rest[1:]) or asks(rest):
        return told(("show",), numbers)
    if SHARE.fullmatch(rest[0]):
        return told(("note",), [*numbers, *rest])
    left, found = apart(command_named("edit"), rest)
    if found and not left:
        return told(("edit",), [*numbers, *rest])
    left, found = apart(command_named("assign"), rest)
    return told(("assign",), [*numbers, *rest]) if found and not left else told(("note",), [*numbers, " ".join(rest)])


def _of_a_name(word: str, typed: str, further: Sequence[str]) -> str:
    """How to find what a word names that is no command: what is due on a day, a rule, what has a name; or what is said of somebody."""
    from officecli.rules import find_rule

    rest = list(dropwhile(lambda word: word.casefold() in _IS, further))
    if rest and as_typed(rest[0]) in commands_by_word() and is_somebody(typed):
        return hint(rest[0], [typed, *rest[1:]])
    if rule := find_rule(" ".join([typed, *further])):
        return told(("rule",), [rule.code])
    if line := due_on(typed, further) or due_on(typed, ()):
        return line
    show = _("To see what has this name: {command}").format(command=f"officecli show {as_word(typed)}")
    find = _("To find items: {command}").format(command=f"officecli list {as_word(typed)}")
    return "\n".join([show, find, _("The commands: {command}").format(command="officecli help")])
