"""What is meant by words for something of the office: new person, delete priya, add task."""

from __future__ import annotations

from collections.abc import Sequence

from typer import Context

from officecli.cli import catalogue
from officecli.cli.in_the_office_file import how_added
from officecli.cli.meant.line_meant import command_named
from officecli.cli.meant.lines_told import told
from officecli.cli.meant.options_meant import is_somebody
from officecli.cli.meant.words_tried import OF_GROUPS, adds, as_typed, commands_by_word, tried_in
from officecli.cli.numbers_typed import is_number

GROUPS = frozenset("unit rank post duty person body difficulty config procedure target meeting request decision waiver view".split())
"""Commands with commands of their own, about something of the office."""
ITEMS = frozenset("item items task tasks matter 事项 任务 工作".split())
_REMOVING = frozenset("rm delete del remove 删除".split())
_TO_THINGS = frozenset(word for name, words in OF_GROUPS.items() for word in (name, *words.split()))


def of_a_thing(word: str, further: Sequence[str]) -> str:
    """The command that does to something of the office what a word says, `new person`, `delete priya`; "" for any other words."""
    if not further or word not in _TO_THINGS:
        return ""
    thing, *rest = [as_typed(further[0]), *further[1:]]
    if adds(word) and thing in ITEMS:
        return told(("add",), rest)
    if word in _REMOVING and not any(map(is_number, further)) and is_somebody(" ".join(further)):
        return told(("person leave",), further)
    known = commands_by_word()
    meant = (thing, one_of_many(thing), *(name.split()[0] for name in known.get(thing, ())))
    group = next((name for name in meant if name in GROUPS), "")
    if group == "meeting":
        return told((group,), ())
    command = command_named(group) if group else None
    there = command.list_commands(Context(command)) if command else ()
    line = next((told((f"{group} {name}",), rest) for name in (word, *tried_in(word, there)) if name in there), "")
    return line or (how_added(group) if adds(word) else "")


def one_of_many(word: str) -> str:
    """The command of which a word is the plural; "" for none."""
    ones = (word.removesuffix("s"), f"{word.removesuffix('ies')}y") if word.endswith("s") else ()
    return next((one for one in ones if one in catalogue.names()), "")
