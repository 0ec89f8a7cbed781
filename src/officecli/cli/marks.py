"""What an option or argument says of its command, in its `rich_help_panel`, since
this program draws its help itself (see `command_classes`); and its letter.
"""

from __future__ import annotations

from officecli.hints import Any

VERB, EACH, ONE = "verb", "each", "one"
"""It changes something; it does so to each of several, or to one thing only."""

NEEDED = "needed"
"""The option is that of a text without which it is not done."""

SHORT = {
    "--lead": "-l", "--support": "-s", "--due": "-d", "--unit": "-u", "--person": "-p", "--to": "-t", "--progress": "-g", "--kind": "-k",
    "--format": "-f", "--output": "-o", "--where": "-w", "--by": "-b",
}  # fmt: skip
"""The letter of an option, the same in every command that has it."""


def takes_filter(command: Any) -> bool:
    """Whether a command has words that are a filter of items, be it behind others."""
    return any(parameter.param_type_name == "argument" and (parameter.metavar or "").endswith("FILTER") for parameter in command.params)


def takes_numbers(command: Any) -> bool:
    """Whether a command is done to items, to each of several or to one."""
    return any(getattr(parameter, "rich_help_panel", None) in (EACH, ONE) for parameter in getattr(command, "params", ()))


def does_something(command: Any) -> bool:
    """Whether a command changes something."""
    return any(getattr(parameter, "rich_help_panel", None) == VERB for parameter in command.params)


def is_typed(ctx: Any, parameter: Any) -> bool:
    """Whether a parameter was given on the command line."""
    source = ctx.get_parameter_source(parameter.name)
    return source is not None and source.name == "COMMANDLINE"
