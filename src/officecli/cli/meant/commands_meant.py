"""What is told to whoever types words that are no command: the line that is meant, whole, which is never run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile, takewhile

from officecli.cli import catalogue
from officecli.cli.in_the_office_file import how_added
from officecli.cli.meant.acts_named import act_done, act_named, is_a_time, is_act, parts_of, when_and_what
from officecli.cli.meant.line_meant import command_named, day_apart, line_meant
from officecli.cli.meant.lines_of_items import due_on, handed_over, of_a_day_in_digits, of_a_field
from officecli.cli.meant.lines_told import told
from officecli.cli.meant.options_meant import calls_somebody, is_day, is_somebody
from officecli.cli.meant.things_meant import GROUPS, ITEMS, of_a_thing, one_of_many
from officecli.cli.meant.words_apart import apart
from officecli.cli.meant.words_asked import answering, asks, listing
from officecli.cli.meant.words_tried import adds, as_typed, commands_by_word, fields_by_word
from officecli.cli.numbers_typed import SHARE, is_number
from officecli.i18n import _, one_of
from officecli.light import dataclass
from officecli.near import asked_back, denied, slip_of
from officecli.patterns import pattern
from officecli.shell import as_word
from officecli.typed.office.people import MYSELF

OPPOSITES = {
    "close": "reopen", "reopen": "close", "suspend": "resume", "resume": "suspend", "undo": "redo", "redo": "undo", "grant": "decline", "decline": "grant",
    "import": "export", "export": "import", "cancel": "undo", "ack": "undo", "submit": "undo", "assign": "undo", "add": "cancel", "extend": "undo",
}  # fmt: skip
"""Command → the one that does the opposite, or takes it back."""

_JOINING = frozenset("to that about of 去 要 记得".split())
"""What stands before what somebody is to be reminded of."""
_IS = frozenset("is are was has have to the a 的 是 已 已经".split())
"""What joins a number or a name to what is said of it."""
_SAY_NOTHING = frozenset("item items task tasks of all the any work my 事项 任务 所有 全部".split())
"""Words behind the name of a report that ask for no part of it."""
_VERSION = frozenset(("version", "ver", "版本"))
_RATING = pattern(r"([1-5]) ?(?:stars?|points?|out of 5|/5|星|分)", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """What was typed where a command stands: `typed` as it was, `word` in the form in which words are `known`, and what stands behind it."""

    typed: str
    word: str
    further: Sequence[str]
    known: Mapping[str, tuple[str, ...]]

    @property
    def called(self) -> tuple[str, ...]:
        """The commands that the word means, ("",) for none."""
        return self.known.get(self.word, ("",))

    @property
    def is_known(self) -> bool:
        """Whether the word means a command."""
        return self.word in self.known


def hint(typed: str, further: Sequence[str]) -> str:
    """What somebody may mean who typed this where a command stands, and `further` words: of words that are tried what they are called here, else the nearest.

    A word that says the opposite of a command is told the command that does the opposite. The first guess that has something to say is told.
    """
    further = [word for word in further if word not in ("-h", "--help")]  # which would print the page of what is meant
    line = Line(typed, as_typed(typed), further, commands_by_word())
    return next(said for guess in _GUESSES if (said := guess(line)))


def _items_of_somebody(line: Line) -> str:
    """李娜的事项."""
    found = listing([line.typed, *line.further]) if not line.is_known and re.search("的|事项$|办结了?$", line.word) else ""
    return asked_back(found) if found else ""


def _run_together(line: Line) -> str:
    """Words without a blank between them, 催办31, or in quotes as one, "note 31 done"; or a day in digits, 7月3日前."""
    apart = line.typed.split()
    if len(apart) == 1 and (numbered := _WITH_NUMBER.fullmatch(line.word)):
        apart = [numbered[1], numbered[2]]
    if len(apart) > 1 and catalogue.is_command(apart[0]) and (is_number(apart[1]) or any(word.startswith("-") for word in apart)):
        return asked_back(f"officecli {' '.join(map(as_word, [*apart, *line.further]))}")
    one_word = not line.is_known and not denied(line.word, line.known)
    parts = (when_and_what(line.word, line.known) or parts_of(line.word, line.known)) if one_word else []
    if line.word[:1].isdecimal() and (not parts or parts[0] not in line.known) and (found := of_a_day_in_digits(line.typed, line.further)):
        return found
    return hint(parts[0], [*(one for one in parts[1:] if one != "号"), *line.further]) if parts else ""


_WITH_NUMBER = pattern(r"([a-z]+(?:-[a-z]+)*)#?(\d+)")
"""A command and a number without a blank between them."""


def _done_to_numbers(line: Line) -> str:
    """What was done is said for what to do: closed 31."""
    numbered = line.further and is_number(line.further[0]) and not is_a_time(line.further[:2])
    return hint(act, line.further) if numbered and (act := act_done(line.word)) else ""


def _number_first(line: Line) -> str:
    return _of_a_number(line.word, line.further) if is_number(line.word) else ""


def _two_words(line: Line) -> str:
    """A command of two words, typed with a blank for its hyphen."""
    both = f"{line.word}-{as_typed(line.further[0])}" if line.further else ""
    return hint(both, line.further[1:]) if both in line.known else ""


def _question(line: Line) -> str:
    words = [line.typed, *line.further]
    return asked_back(found) if asks(words) and (found := answering(words)) else ""


def _reminder(line: Line) -> str:
    """What somebody wants to be reminded of themselves: remind me friday call Ben, 提醒我周五打电话."""
    said, me, joined = line.typed.partition("我")
    whose, *rest = [me, joined, *line.further] if me else [*line.further, ""]
    words = [word for one in dropwhile(_JOINING.__contains__, filter(None, rest)) for word in day_apart(one)]
    if line.known.get(as_typed(said)) != ("prod",) or as_typed(whose) not in MYSELF or not words:
        return ""
    if all(is_number(one) or is_day(one) for one in words):  # of 31 tomorrow: an item, and no matter
        words = [_("look at {number}").format(number=one) if is_number(one) else one for one in words]
    return f"{line_meant('add', words)} --kind personal"


def _field(line: Line) -> str:
    """A field of an item that is to change: deadline 31 friday."""
    field = fields_by_word().get(line.word)
    return of_a_field(field, line.word, line.further) if field else ""


def _items_by_number(line: Line) -> str:
    return told(("show",), line.further) if line.word in ITEMS and line.further and all(map(is_number, line.further)) else ""


def _which_items(line: Line) -> str:
    """A list, and in words of which items."""
    lists = line.further and line.known.get(line.word, ("list",))[0].startswith("list")
    return asked_back(found) if lists and (found := listing([line.typed, *line.further])) else ""


def _said_twice(line: Line) -> str:
    same = line.further and line.is_known and line.known.get(as_typed(line.further[0])) == line.called
    return hint(line.further[0], line.further[1:]) if same else ""


def _thing(line: Line) -> str:
    return of_a_thing(line.word, line.further) if line.is_known else ""


def _handed_over(line: Line) -> str:
    return handed_over(line.further) if line.called == ("assign",) else ""


def _added_to_a_group(line: Line) -> str:
    """A new person, unit or post, which the office file may bring as well."""
    return how_added(line.called[0]) if line.called[0] in GROUPS and line.further and adds(line.further[0]) else ""


def _command(line: Line) -> str:
    if not line.is_known:
        return ""
    if line.called == ("request",) and line.further and not is_number(line.further[0]):
        whom, *rest = line.further
        to_whom = f" --to {as_word(whom)}" if rest and is_somebody(whom) else ""
        return told(("request raise",), rest if to_whom else line.further) + to_whom
    if line.called == ("rate",):
        return told(line.called, [found[1] if (found := _RATING.fullmatch(one)) else one for one in line.further])
    shows = catalogue.is_report(line.called[0].split()[0])
    return told(line.called, [one for one in line.further if one.casefold() not in _SAY_NOTHING] if shows else line.further)


def _act_without_a_number(line: Line) -> str:
    """What is given to somebody who is named first, or which items to see."""
    further = line.further
    if not further or any(map(is_number, further)) or not is_act(line.called[0]):
        return ""
    if line.called == ("assign",) and further[1:] and is_somebody(further[0]):
        return told(("add",), further)  # give priya "Survey of bins"
    found = listing(further) or (listing(further[:1]) if is_somebody(further[0]) else "")
    return _("To see which are meant: {command}").format(command=found) if found else ""


def _change(line: Line) -> str:
    """What of an item is to change, or to which state the item: set 31 done."""
    if line.called != ("edit",):
        return ""
    further = line.further
    if any(map(SHARE.fullmatch, further)):
        return told(("note",), further)
    if said := next((one for one in further if as_typed(one) in fields_by_word()), ""):
        rest = [one for one in further if one != said]
        return hint(said, [*filter(is_number, rest), *(one for one in rest if not is_number(one))])
    said = act_named(further, line.known)
    return hint(said, [*filter(is_number, further)]) if said else ""


def _no_word(line: Line) -> str:
    """A word that none is tried for: many of a thing, the opposite of a command, a slip of one, else a name."""
    word, further, known = line.word, line.further, line.known
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
    near = [] if calls_somebody(line.typed) else slip_of(word, catalogue.names(), 2) or slip_of(word, known, 2)
    if not near:
        return _of_a_name(word, line.typed[:40], further)
    if len(near) > 1 and OPPOSITES.get(near[0]) == near[1]:  # as like one as the other, which is its opposite
        return _("Did you mean {name}?").format(name=one_of(f"officecli {name}" for name in near))
    return asked_back(line_meant(near[0], further)) if near[0] in catalogue.names() else told(known[near[0]], further)


def _name_first(line: Line) -> str:
    """An act under the name before it, `priya close 2`."""
    further = () if line.is_known else line.further
    act = (act_done(further[0]) or as_typed(further[0])) if further else ""
    if not any(map(is_number, further[1:])) or not is_act(line.known.get(act, ("",))[0]) or not is_somebody(line.typed):
        return ""
    lines = hint(act, further[1:]).split("\n")
    return "\n".join(f"{one} --as {as_word(line.typed)}" if "officecli " in one else one for one in lines)


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


_GUESSES = (
    _reminder,
    _items_of_somebody, _run_together, _done_to_numbers, _number_first, _two_words, _question, _field, _items_by_number, _change, _name_first, _which_items,
    _said_twice, _thing, _handed_over, _added_to_a_group, _act_without_a_number, _command, _no_word,
)  # fmt: skip
"""What a line may mean, the surest first; the last always has something to say."""
