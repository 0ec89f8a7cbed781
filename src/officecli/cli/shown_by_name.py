"""What `show` shows: items, or of a word that is none whatever else in the office has this number or name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module

from officecli.cli import session
from officecli.cli.meant.items_meant import items_meant
from officecli.cli.numbers_typed import is_filter, is_number
from officecli.errors import BadInput, NotFound, OfficeError
from officecli.hints import Any
from officecli.i18n import _, listed
from officecli.model.names import name_key
from officecli.near import asked_back
from officecli.patterns import pattern
from officecli.reports.shape.report import Report
from officecli.shell import as_word
from officecli.standing.actor import who_acts
from officecli.standing.items.personal import find_shown_reminder
from officecli.store.read.reader import Reader
from officecli.typed.items.numbers import find_item
from officecli.typed.meant import Several, folded
from officecli.typed.office.people import MYSELF, find_person
from officecli.typed.own_numbers import OTHER_LETTER, TARGET_LETTER
from officecli.typed.text import is_counted

OF_A_NUMBER = {
    r"D-?(\d{4}-)?\d+": ("decision", "reports.chain.decisions", "typed.chain.decision_numbers:decision_meant"),
    r"Q-?(\d{4}-)?\d+": ("request", "reports.chain.request_card", "typed.chain.request_numbers:find_request"),
    rf"{TARGET_LETTER}-?\d+": ("target", "reports.targets.targets", "typed.targets.finding:find_target"),
}
"""Form of a number → the command that shows what has it, the module of the report it shows, and what finds it."""

OF_A_NAME = (
    (
        ("person", "reports.office.people", "typed.office.people:find_person_ever"),
        ("unit", "reports.office.units", "typed.office.units:find_unit"),
        ("body", "reports.office.bodies", "typed.office.bodies:find_body"),
    ),
    (("post", "reports.office.posts", "typed.office.posts:find_post"),),
    (
        ("procedure", "reports.procedures.procedures", "typed.items.tags:find_procedure"),
        ("duty", "reports.office.duties", "typed.office.duties:find_duty"),
        *OF_A_NUMBER.values(),
    ),
)
"""The same of what has a name: who there is, then what they hold, then what they do."""
_NO_PAGE_ELSEWHERE = pattern(rf"#?({OTHER_LETTER})-?(\d{{1,9}})", re.IGNORECASE)
"""Numbers of their own that no command but `show` shows."""


Found = tuple[int | None, int]
"""What is personal, if it is, and the id of the item or of that."""


def what_is_shown(read: Reader, numbers: Sequence[str], as_of: str) -> Report | list[Found]:
    """The items that these words mean, or the one other thing that a word does; raises NotFound, with what may have been meant, where it means nothing."""
    word = numbers[0] if len(numbers) == 1 and numbers[0].strip() and not is_number(numbers[0]) and not is_filter(numbers[0]) else ""
    if word and (other := _of_own_number(read, word) or shown_by_whole_name(read, word)):
        return other
    try:
        found = _items(read, numbers, as_of)
    except Several:
        if word:
            refuse_either(read, word)
        raise
    except NotFound as error:
        if word and (other := shown_by_name(read, word)):
            return other
        if word:
            error.fix = _instead(read, word) or error.fix
        raise
    if word:
        refuse_either(read, word)
    return found


def _items(read: Reader, numbers: Sequence[str], as_of: str) -> list[Found]:
    found = []
    for number in items_meant(numbers, as_of):
        mine = find_shown_reminder(read, number)
        found.append((mine, mine or find_item(read, number)))
    return list(dict.fromkeys(found))


def _of_own_number(read: Reader, word: str) -> Report | None:
    """What has such a number of its own, V-031; None for any other word."""
    found = _NO_PAGE_ELSEWHERE.fullmatch(unicodedata.normalize("NFKC", word[:20]).strip())
    if not found:
        return None
    from officecli.reports.record.numbered import OF_A_LETTER
    from officecli.standing.office.confidants import who_reads

    return OF_A_LETTER[found[1].upper()](read, who_reads(read, session.current.who()), f"{found[1]}-{found[2]}")


def _instead(read: Reader, word: str) -> str:
    """What to type for a word that a filter asks for, or that is a rule; "" for any other."""
    from officecli.cli.meant.words_of_a_filter import as_filter
    from officecli.rules import find_rule

    if is_counted(word):  # a number nobody has, and not the day
        return ""
    if meant := as_filter(read, word):
        line = f"officecli list {meant}"
    elif rule := find_rule(word):
        line = f"officecli rule {rule.code}"
    else:
        return ""
    return asked_back(line)


def shown_by_name(read: Reader, typed: str) -> Report | None:
    """What has this number or name; None where nothing has it, BadInput where several things have."""
    if typed.strip().casefold() in MYSELF:
        typed = str(who_acts(read, session.current.who())["name"])
    number = unicodedata.normalize("NFKC", typed[:80]).strip().upper()
    numbered = [kind for form, kind in OF_A_NUMBER.items() if re.fullmatch(form, number)]
    unclear: BadInput | None = None
    for kinds in [numbered] if numbered else OF_A_NAME:
        found = []
        for command, module, finder in kinds:
            try:
                _part(finder)(read, typed)
            except NotFound:
                if numbered:
                    raise
                continue
            except BadInput as error:
                unclear = unclear or error
                continue
            found.append((command, module))
        if len(found) > 1:
            raise _several(typed, [f"officecli {command} show {as_word(typed)}" for command, _module in found])
        if found:
            shown: Report = _part(f"{found[0][1]}:one")(read, typed)
            return shown
    if unclear:
        raise unclear
    return None


def shown_by_whole_name(read: Reader, typed: str) -> Report | None:
    """Who or what unit has exactly this name: whoever types one in full means no matter in which it stands; None for nothing."""
    for _command, module, finder in OF_A_NAME[0]:
        with suppress(OfficeError):
            if name_key(_part(finder)(read, typed)["name"]) == name_key(typed):
                shown: Report = _part(f"{module}:one")(read, typed)
                return shown
    return None


def refuse_either(read: Reader, typed: str) -> None:
    """Raise BadInput where a word that stands in a matter is a person's name as well: either may be meant."""
    try:
        person = find_person(read, typed)
    except OfficeError:
        return
    if f" {folded(typed)} " in f" {folded(person['name'])} ":
        raise _several(typed, [f"officecli list {as_word(typed)}", f"officecli person show {as_word(person['name'])}"])


def _several(typed: str, commands: Sequence[str]) -> BadInput:
    return BadInput(
        _("“{name}” is the name of several things.").format(name=typed[:60]), fix=_("Write which: {commands}").format(commands=listed(commands))
    )


def _part(name: str) -> Callable[..., Any]:
    module, _colon, what = name.partition(":")
    part: Callable[..., Any] = getattr(import_module(f"officecli.{module}"), what)
    return part
