"""What an option is tried for that a command does not have: the whole line that is meant, with everything else that was typed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from officecli.cli import session
from officecli.cli.marks import SHORT, takes_filter
from officecli.cli.meant.everything import COMES_ROUND, with_the_closed
from officecli.cli.meant.line_meant import options_given, typed_words
from officecli.cli.meant.options_meant import is_day, option_called, option_of_value
from officecli.cli.meant.words_of_a_filter import as_value, named_by_a_word
from officecli.cli.meant.words_tried import TRIED_OPTIONS, argument_meant, option_meant, options_of
from officecli.cli.numbers_typed import is_number
from officecli.cli.options_of_a_line import AS_TYPED
from officecli.cli.typed_filter import as_typed
from officecli.i18n import _
from officecli.model.filter_keys import Key
from officecli.near import asked_back, slip_of
from officecli.patterns import pattern
from officecli.shell import as_word
from officecli.typed.filters.parsing import WORDS
from officecli.typed.meant import EVERYTHING

_IN_FULL = {letter: option for option, letter in SHORT.items()}
"""The letter of an option → the option."""
_OF_ANOTHER = ("--from",)
"""What is tried for a day, and else is a key of a filter."""
_A_SPAN = ("--period", "--month", "--quarter", "--year")
"""What is tried for a first and a last day at once."""
_REMARKS = frozenset("m message description desc details detail note notes comment remark remarks memo 备注 说明 描述 内容 备忘".split())
"""What is tried for a text beside the matter."""
_VERBS = {
    "--lead": 'officecli assign {number} --to {value} "…"',
    "--support": "officecli support {number} {value}",
    "--progress": "officecli note {number} --progress {value}",
}
"""What is tried of `edit`, each with the verb that does it."""
_ENDS = {
    "closed": "close {number}", "submitted": 'submit {number} "…"', "cancelled": 'cancel {number} "…"', "suspended": 'suspend {number} "…"',
    "in-hand": "ack {number}",
}  # fmt: skip
"""A status that is tried of `edit` → the verb after which an item has it."""
_EITHER = pattern(r"(?:^|\s)or(?:\s|$)|[|｜或]", re.IGNORECASE)
"""What of a filter has to stand in brackets before something else is asked for besides."""


_DAYS = frozenset(("on", "date", "day", "from", "since", "when", "at", "日期", "自"))
_FROM_TODAY = frozenset(f"officecli person {act}" for act in ("leave", "move", "return"))
"""What is done when it is typed, though a day is often given for it."""


def done_otherwise(ctx: Any, tried: str) -> str:
    """How what an option is tried for is done: all rows by --limit, what comes round by a procedure; "" where it is for something else."""
    name, number = tried.lstrip("-"), next(filter(is_number, _rest(ctx, tried)), "31")
    if ctx.command_path == "officecli add" and name in COMES_ROUND:
        return _("What comes round is a procedure, which makes its items: {command}").format(
            command=_('officecli procedure add "Monthly return" --post POST --every "monthly on the 25th"')
        )
    if ctx.command_path == "officecli add" and name in _REMARKS:
        return _("Anything else is noted once it is registered: {command}").format(command=_('officecli note 31 "see the fire report"'))
    if ctx.command_path == "officecli edit" and (line := _another_verb(ctx, tried, number)):
        return asked_back(line)
    if ctx.command_path == "officecli suspend" and argument_meant(tried, "DATE"):
        return _("It stands still until somebody resumes it: {resume}\nFor a later deadline: {later}").format(
            resume=f"officecli resume {number}", later=f'officecli edit {number} --due +5wd --reason "…"'
        )
    if ctx.command_path in _FROM_TODAY and name in _DAYS:
        return _("It holds from the day on which it is recorded, and no day is named: record it on that day.")
    if ctx.command_path == "officecli show" and name in ("o", "output", "out", "file"):
        return _("As a page or a document: {paper}\nAs it is shown here: {shown}").format(
            paper=f"officecli paper notice {number} -o notice.docx", shown=f"officecli show {number} > {number}.txt"
        )
    takes_limit = any("--limit" in parameter.opts for parameter in ctx.command.params)
    if takes_limit and name in {*EVERYTHING, "a"} and ctx.command_path != "officecli list":
        return asked_back(_line(ctx, ctx.command_path, _rest(ctx, tried), more=["--limit 0"]))
    return ""


def _another_verb(ctx: Any, tried: str, number: str) -> str:
    """The line of the verb that does what `edit` has no option for: a lead, a supporter, how far it is, a note, a status; "" for anything else."""
    typed = next((word for word in ctx.meta.get(AS_TYPED, ()) if word.partition("=")[0] == tried), tried)
    value = typed.partition("=")[2] or _following(ctx, typed)
    name = tried.lstrip("-").casefold()
    if name in _REMARKS:
        return f"officecli note {number} {as_word(value or '…')}"
    if name in ("status", "state", "状态"):
        from officecli.typed.items.states import state_meant

        verb = _ENDS.get(state_meant(value) or "", "")
        return f"officecli {verb.format(number=number)}" if verb else ""
    option = _IN_FULL.get(tried, tried)
    meant = (
        option
        if option in _VERBS
        else option_meant(tried, {"--lead": "NAME"}) or option_called(ctx.find_root().command.get_command(ctx, "add"), name)
    )
    if meant in _VERBS:
        return _VERBS[meant].format(number=number, value=as_word(value or "…"))
    return next((f"officecli {verb.format(number=number)}" for verb in _ENDS.values() if verb.split()[0] == name), "")


def in_whole(ctx: Any, tried: str) -> str:
    """The line in which every option that is tried stands as it is called here, or its value as a filter or by itself; "" where this one is for nothing."""
    own = options_of(ctx.command)
    words = iter(ctx.meta.get(AS_TYPED, ()))
    line: list[str] = []
    found = False
    for word in words:
        name, equals, value = word.partition("=")
        found = found or name == tried
        called = name if option_meant(name, own) else _IN_FULL.get(name, name)
        if not name.startswith("-") or name in own or word == "--":
            line.append(word)
        elif takes_filter(ctx.command) and called in _OF_ANOTHER and not is_day(value if equals else _following(ctx, word)):
            line.append(_asked_for(WORDS[called[2:]], value or next(words, "")))
        elif argument := _argument_called(ctx.command, name):
            value = (value if equals else next(words, "")) or _(argument)
            line[:] = [value, *line] if argument == "NUMBER" else [*line, value]
        elif not equals and (option := _of_its_value(ctx.command, called)):
            line += [option, called.lstrip("-")]
        elif option := _called_here(ctx.command, called):
            of_span = option == "--since" and called in _A_SPAN and "--until" in own
            value = value or (next(words, _("DATE")) if of_span else "")
            line += [option, value] if value else [option]
            line += ["--until", value] if of_span else []
        elif takes_filter(ctx.command) and (key := WORDS.get(called.lstrip("-").casefold())) and key.kind != "is":
            line.append(_asked_for(key, value or next(words, "")))
        elif option := _slip_of(called, own):
            line += [option, value] if equals else [option]
        elif name == tried:
            return ""
        else:
            line.append(word)
    return " ".join((ctx.command_path, *map(as_word, line))) if found else ""  # of -5 °C it is no whole word


def _asked_for(key: Key, value: str) -> str:
    """The filter that asks for a value, or an example of one where none was typed."""
    return f"{key.said}:{as_value(value)}" if value else _(key.example)


def _following(ctx: Any, word: str) -> str:
    """The word behind one of the line."""
    line = ctx.meta[AS_TYPED]
    return " ".join(line[line.index(word) + 1 :][:1])


def _argument_called(command: Any, tried: str) -> str:
    """What a command calls the argument that an option is tried for; "" for none."""
    arguments = (str(one.human_readable_name).upper() for one in command.params if one.param_type_name == "argument")
    return next(filter(None, (argument_meant(tried, one) for one in arguments)), "")


def _called_here(command: Any, tried: str) -> str:
    """The option of a command that is meant by another name; "" for none."""
    return option_meant(tried, options_of(command)) or option_called(command, tried.lstrip("-"))


def _of_its_value(command: Any, tried: str) -> str:
    """The option of a command that takes as its value what is tried as an option, --urgency of --urgent; "" for none, and where it means another option."""
    option = option_of_value(command, tried.lstrip("-"))
    return option if _called_here(command, tried) in ("", option) else ""


def _slip_of(tried: str, own: Collection[str]) -> str:
    """The option of a command of which another word is a slip; "" for none, as for what is tried for another: --period is no slip of --person."""
    return "" if tried in TRIED_OPTIONS else next(iter(slip_of(tried, own)), "")


def as_a_filter(ctx: Any, tried: str) -> str:
    """The line that an option is tried for, a filter's for --overdue or --closed, the ledger's for --all; "" where there is none, or no filter is taken."""
    if not takes_filter(ctx.command):
        return ""
    rest = _rest(ctx, tried)
    if ctx.command_path == "officecli list" and (tried == "-a" or tried.lstrip("-") in EVERYTHING):
        return with_the_closed(_line(ctx, "officecli ledger", rest))
    if not (filter_ := named_by_a_word(tried.removeprefix("--"))):
        return ""
    own = {option for parameter in ctx.command.params for option in parameter.opts}
    besides = {word: meant for word in rest if word.startswith("--") and word not in own and (meant := named_by_a_word(word.removeprefix("--")))}
    filters = dict.fromkeys([filter_, *besides.values()])
    return asked_back(_line(ctx, ctx.command_path, [word for word in rest if word not in besides], filters=[*map(as_word, filters)]))


def _rest(ctx: Any, tried: str) -> list[str]:
    """What was typed behind the command, without the option that was tried."""
    behind = session.current.line[len(ctx.command_path.split()) - 1 :]
    return [word for word in behind if word.partition("=")[0] != tried]


def _line(ctx: Any, path: str, rest: Sequence[str], *, filters: Sequence[str] = (), more: Sequence[str] = ()) -> str:
    """The line of a command with these filters, the words and options that were typed, and more of them in place of what was typed for these."""
    with ctx.command.make_context(ctx.info_name, list(rest), parent=ctx.parent, resilient_parsing=True) as whole:
        words, options = [*map(as_typed, typed_words(whole))], [*options_given(whole)]
        if whole.args:  # another word of it is not understood, and told of next
            return " ".join((path, *filters, *map(as_word, rest)))
    if filters and words and _EITHER.search(text := " ".join(words)):
        words = [f"({text})"]
    command = ctx.command if path == ctx.command_path else ctx.find_root().command.get_command(ctx, path.removeprefix("officecli "))
    known = {option for parameter in command.params for option in parameter.opts}
    known -= {one.split()[0] for one in more}
    kept = [one for one in options if one.split()[0] in known]
    return " ".join((path, *filters, *map(as_word, words), *kept, *more))
