"""What typer finds wrong with a command line, said as officecli's own errors, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from typer import Abort, Exit
from typer import _click as click
from typer._click import exceptions

from officecli.cli.metavars import shown
from officecli.errors import BadInput
from officecli.i18n import _, apart, listed
from officecli.near import asked_back


@contextmanager
def as_office_error() -> Iterator[None]:
    """Turn typer's usage errors into BadInput; help asked for by giving nothing is printed, an abort is an interruption."""
    try:
        yield
    except exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help())
    except exceptions.UsageError as error:
        raise _said(error) from error
    except Abort as error:
        raise KeyboardInterrupt from error
    except Exit as error:
        raise SystemExit(error.exit_code) from error


def _said(error: exceptions.UsageError) -> BadInput:
    path = error.ctx.command_path if error.ctx else "officecli"
    fix = _("See: {command} --help").format(command=path)
    match error:
        case exceptions.NoSuchOption():
            from officecli.cli.meant.options_tried import as_a_filter, done_otherwise, in_whole  # only who mistyped waits for it
            from officecli.cli.meant.words_tried import option_meant, options_of

            if error.ctx and error.option_name in ("-w", "--where"):
                from officecli.cli.meant.words_of_a_filter import no_filter

                return no_filter(error.ctx, "FILTER")
            meant = option_meant(error.option_name, options_of(error.ctx.command)) if error.ctx else ""
            asked = done_otherwise(error.ctx, error.option_name) or as_a_filter(error.ctx, error.option_name) if error.ctx and not meant else ""
            line = in_whole(error.ctx, error.option_name) if error.ctx and not asked else ""
            return BadInput(
                _("There is no option {name} here.").format(name=error.option_name[:60]),
                fix=asked or (asked_back(line or meant) if line or meant else _after_two_dashes(error, fix) or fix),
            )
        case exceptions.BadParameter():
            choices = getattr(error.param.type, "choices", None) if error.param else None
            if choices:
                return BadInput(
                    _("{name} does not take this value.").format(name=apart(_name(error), first=True)),
                    fix=_("It takes one of: {choices}.").format(choices=listed(str(choice) for choice in choices)),
                )
            fix = _with_example(error) or fix
            return BadInput(_number_wanted(error) or _("{name} does not take this value.").format(name=apart(_name(error), first=True)), fix=fix)
        case exceptions.BadOptionUsage() if "requires an argument" in error.message:
            return BadInput(_("{option} needs a value.").format(option=error.option_name), fix=fix)
        case exceptions.BadOptionUsage():
            return BadInput(_("{option} takes no value.").format(option=error.option_name), fix=fix)
        case _:
            return BadInput(error.message, fix=fix)


def _after_two_dashes(error: exceptions.NoSuchOption, see: str) -> str:
    """How a text that begins with a dash is written, and where to `see` the options if one
    may be meant; "" where no text is taken, or an option is meant by its two dashes.
    """
    takes_text = error.ctx is not None and any(parameter.param_type_name == "argument" for parameter in error.ctx.command.params)
    if error.ctx is None or not takes_text or (error.option_name.startswith("--") and " " not in error.option_name):
        return ""
    how = _('A text that begins with - comes last, after --: {command} … -- "{text} …"').format(
        command=error.ctx.command_path, text=error.option_name[:20]
    )
    return f"{see}\n{how}" if error.option_name[1:].isalpha() else how


def _name(error: exceptions.BadParameter) -> str:
    if error.param is None:
        return error.message
    return error.param.opts[0] if error.param.param_type_name == "option" else shown(error.param, error.ctx.command_path if error.ctx else "")


def _number_wanted(error: exceptions.BadParameter) -> str:
    """What number is wanted; empty where it is no number. The value itself is not repeated: it may have ten thousand digits."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.types.IntParamType) and not isinstance(kind, click.types.IntRange):
        return _("{name} takes a number.").format(name=apart(_name(error), first=True))
    if not isinstance(kind, click.types.IntRange | click.types.FloatRange):
        return ""
    said = {"name": apart(_name(error), first=True), "least": kind.min, "most": kind.max}
    if kind.min is not None and kind.max is not None:
        return _("{name} takes a number from {least} to {most}.").format(**said)
    return _("{name} takes a number, {least} or more.").format(**said) if kind.min is not None else _("{name} takes a number.").format(**said)


def _with_example(error: exceptions.BadParameter) -> str:
    """A whole line of a command whose own argument is a number; "" for an option."""
    if error.param is None or error.param.param_type_name != "argument" or error.ctx is None:
        return ""
    from officecli.cli.meant.examples import for_example  # only who mistyped waits for it

    return for_example(error.ctx, ())
