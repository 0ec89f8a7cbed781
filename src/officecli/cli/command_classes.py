"""Commands and groups that draw their own help, by display width and in the reader's language, and read a format off a file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import typer
from typer._click import exceptions
from typer.core import TyperCommand, TyperGroup, TyperOption

from officecli.cli import options, session
from officecli.cli.choosing_columns import choosing_columns, heading_columns, sorts_offered
from officecli.cli.completing import closed_set
from officecli.cli.endings import ENDINGS, PACKED, ending_of, says_kind
from officecli.cli.flags import DASHES
from officecli.cli.help import page as help_
from officecli.cli.marks import EACH, SHORT, VERB, does_something, takes_numbers
from officecli.cli.metavars import value_meant
from officecli.cli.options_of_a_line import AS_TYPED, WIDE_MARKS, given_options, takes_text, with_plain_options, without_wide_quotes
from officecli.errors import BadInput, NotFound, OfficeError
from officecli.i18n import _, listed
from officecli.near import asked_back, did_you_mean, slip_of
from officecli.shell import as_word

if TYPE_CHECKING:
    from officecli.cli.look import Look

_EACH_OF = {"--unit": ("--each-unit",), "--lead": ("--each",)}
"""Option → the one that takes several, where a command has it."""
HELP_NAMES = {"help_option_names": ["--help", "-h"]}


class OfficeCommand(TyperCommand):
    """A command that draws its own help; without --format, the ending of the file it writes says the format. What has a short letter takes it."""

    def __init__(self, *named: Any, **more: Any) -> None:
        super().__init__(*named, **more)
        place, offered = next(((place, one.metavar or "") for place, one in enumerate(self.params) if one.name == "format_"), (0, ""))
        self.formats = offered.split("|")
        if "csv" in self.formats:
            self.params[place:place] = [*(choosing_columns() if "table" in self.formats else ()), heading_columns()]
        for parameter in self.params:
            letters = {SHORT[option] for option in parameter.opts if option in SHORT} if parameter.param_type_name == "option" else set()
            parameter.opts += sorted(letters - set(parameter.opts))
            if offer := sorts_offered if "--sort" in parameter.opts else closed_set(parameter):
                setattr(parameter, "shell_complete", offer)  # noqa: B010 - to a type checker a method is no attribute
        kinds = {getattr(parameter, "rich_help_panel", None) for parameter in self.params}
        own = {option for parameter in self.params for option in parameter.opts}
        if VERB in kinds:
            self.params += [_flag(option, text) for option, text in _how(several=EACH in kinds).items() if option not in own]

    columns: Callable[[], Sequence[Any]] = tuple
    """The columns of the table it shows, where that can be said before it is run; to be offered."""
    sorts: Callable[[], Mapping[str, str]] | None = None
    """The keys by which it can be sorted, with their headings, where these are others than its columns."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if any(word[:1] == "“" for word in args) and does_something(self):
            args = without_wide_quotes(args)
        if any(word[:1] in DASHES or (word[:1] == "-" and not WIDE_MARKS.isdisjoint(word)) for word in args if word):
            args = with_plain_options(self, args)
        if any(len(word) > 1 and word[0] in "-+＋" and word[:2] != "--" for word in args):
            from officecli.cli.signed_words import set_apart  # few lines have such a word

            args = set_apart(self, args)
        if not ctx.resilient_parsing:  # as a shell asks, before the line is whole
            self._refuse_twice(args)
        ctx.meta[AS_TYPED] = tuple(args)
        try:
            rest = super().parse_args(ctx, list(args))
        except exceptions.MissingParameter as error:
            from officecli.cli.meant.missing import everything_missing  # only who left something away waits for it

            raise everything_missing(self, ctx, args) from error
        except exceptions.UsageError as error:
            if type(error) is exceptions.UsageError:  # of nothing else does a command itself complain
                from officecli.cli.meant.too_many import too_many_words

                raise too_many_words(self, ctx, args) from error
            error.ctx = error.ctx or ctx  # or the advice would be to look at the help of the whole program
            raise
        if self._may_be_torn(ctx):
            from officecli.cli.meant.torn import refuse_torn_text  # few lines have words behind a text

            refuse_torn_text(ctx)
        for parameter in self.params:
            if parameter.name in ctx.params:
                ctx.params[parameter.name] = value_meant(parameter, ctx.params[parameter.name])
        ending = ending_of(ctx.params.get("output"))
        if says_kind(ending) and "format_" in ctx.params:
            self._agree_on_format(ctx, ending)
        return rest

    def _agree_on_format(self, ctx: Any, ending: str) -> None:
        """Take the format that the file's ending says; BadInput where there is none of it, or another was asked for: no spreadsheet opens a page as .xlsx."""
        if ctx.get_parameter_source("format_").name == "DEFAULT":
            if ending not in self.formats:
                raise BadInput(
                    _("There is no format “{name}”.").format(name=ending), fix=_("Use one of: {formats}.").format(formats=listed(self.formats))
                )
            ctx.params["format_"] = ending
        elif ending in ENDINGS and ending != (asked := ctx.params["format_"]) and not PACKED.isdisjoint((ending, asked)):
            raise BadInput(
                _("{file} would hold {format}, and its name ends as of another kind.").format(file=ctx.params["output"], format=asked),
                fix=_("Let its name end in .{format}, or leave out --format.").format(format="txt" if asked == "table" else asked),
            )

    def invoke(self, ctx: Any) -> Any:
        """Run it; an error about what an option did not take says so, where a label may have been meant."""
        try:
            return super().invoke(ctx)
        except OfficeError as error:
            if isinstance(error, NotFound) and takes_numbers(self):
                from officecli.cli.meant.out_of_order import advise as advise_on_order  # only who named no item waits for it

                advise_on_order(error, ctx)
            if session.current.taken_for_options:
                from officecli.cli.signed_words import advise  # only who typed such a word waits for it

                advise(error)
            raise

    def _may_be_torn(self, ctx: Any) -> bool:
        """Whether several words may stand behind an option that takes a text: those of a verb's text."""
        return (
            not ctx.resilient_parsing
            and does_something(self)
            and any(one.param_type_name == "argument" and one.nargs == -1 and len(ctx.params.get(one.name) or ()) > 1 for one in self.params)
            and any(map(takes_text, given_options(self, ctx.meta[AS_TYPED])[1]))
        )

    def _refuse_twice(self, args: list[str]) -> None:
        """Raise BadInput for an option that takes one value and is given two: the last would win in silence."""
        options = args[: args.index("--")] if "--" in args else args
        given = [word.partition("=")[0] for word in options if word.startswith("-")]
        for parameter in self.params:
            alone = parameter.param_type_name == "option" and not getattr(parameter, "multiple", False) and not getattr(parameter, "is_flag", False)
            if alone and sum(given.count(name) for name in parameter.opts) > 1:
                option = max(parameter.opts, key=len)
                each = next((more for more in _EACH_OF.get(option, ()) if any(more in one.opts for one in self.params)), "")
                fix = _("It takes one value; leave one out. A part for each of several: {option}").format(option=each)
                raise BadInput(_("{option} is given twice.").format(option=option), fix=fix if each else _("It takes one value; leave one out."))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_.page(self, ctx))


def _how(*, several: bool) -> dict[str, str]:
    """How a verb may be done: what every one of them takes, and what those do that are done to each of several."""
    of_several = {
        "--all-or-none": _("Of several do all or none; else each is done that can be."),
        "--yes": _("Do not ask whether so many are meant."),
    }
    return {"--dry-run": _("Only say what would come of it."), **(of_several if several else {})}


def _flag(option: str, text: str) -> TyperOption:
    """An option that is noted for this run of the program."""

    def note(_ctx: Any, _parameter: Any, given: bool) -> None:
        setattr(session.current, option[2:].replace("-", "_"), given)

    return TyperOption(param_decls=[option], is_flag=True, default=False, expose_value=False, callback=note, help=text)


class OfficeGroup(TyperGroup):
    """A group of commands, drawn likewise; `whole` marks the program itself, whose commands are listed under headings.

    `alone` is the command that is meant where none is named and one word is (the first there is), `usual` the one that further words name,
    before which `first_words` stand too, which by themselves are commands: roster today, roster today Ana.
    """

    whole = False
    alone = "show get"
    usual: Callable[[Sequence[str]], str] = staticmethod(lambda _words: "")
    first_words: Sequence[str] = ()

    def path(self, ctx: Any) -> str:
        """What is typed before the command's name."""
        return str(ctx.command_path)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is meant; raises BadInput, in the reader's language, for none of this name."""
        if args[0] in self.first_words and len(args) > 1 and not args[1].startswith("-") and (further := self.usual(args)):
            args = [further, *args]
        try:
            return super().resolve_command(ctx, args)
        except exceptions.UsageError as error:
            if type(error) is not exceptions.UsageError:  # of an option
                raise
            from officecli.cli.in_the_office_file import how_added, how_changed
            from officecli.cli.meant.words_tried import adds, ends_or_renames, tried_in  # only who names no command waits for it

            there = self.list_commands(ctx)
            if adds(args[0]) and len(args) > 1 and "add" not in there and (how := how_added(str(self.name))):
                raise BadInput(_("There is no command “{name}”.").format(name=f"{self.name} {args[0]}"[:60]), fix=how) from error
            near = tried_in(args[0], there) or slip_of(args[0], there)
            if not near and len(args) > 1 and ends_or_renames(args[0]):
                fix = asked_back(line) if (line := self._renaming(ctx, args)) else how_changed(str(self.name))
                raise BadInput(_("There is no command “{name}”.").format(name=f"{self.name} {args[0]}"[:60]), fix=fix) from error
            shows = next((one for one in self.alone.split() if one in there), "")
            meant = "" if near else shows if shows and self._only_shown(ctx, shows, args[1:]) else self.usual(args)
            if meant:
                return super().resolve_command(ctx, [meant, *args])
            if shows and not near and not any(word.startswith("-") for word in args):  # a name of several words
                return super().resolve_command(ctx, [shows, " ".join(args)])
            see = "\n".join([*self._examples(), _("See: {command} --help").format(command=ctx.command_path)])
            line = " ".join([self.path(ctx), *near[:1], *map(as_word, args[1:])])
            fix = asked_back(line) if near else did_you_mean(args[0], there, see)
            raise BadInput(_("There is no command “{name}”.").format(name=args[0][:60]), fix=fix) from error

    def _renaming(self, ctx: Any, args: Sequence[str]) -> str:
        """The line that gives something of the group another name, as `rename OLD NEW` asks; "" for what only goes, and where no command does."""
        from officecli.cli.meant.words_tried import RENAMING

        command = self.get_command(ctx, "set") if args[0].casefold() in RENAMING else None
        known = {option for one in getattr(command, "params", ()) for option in one.opts}
        option = next((one for one in ("--name", "--title", "--metric") if one in known), "")
        names = list(takewhile(lambda word: not word.startswith("-"), args[1:]))
        given = args[1 + len(names) :]
        if not option or not names or (len(names) == 1 and option not in given):
            return ""
        new = [option, names[-1]] if len(names) > 1 else []
        return " ".join([self.path(ctx), "set", *map(as_word, [names[0], *new, *given])])

    def _examples(self) -> list[str]:
        """The lines to type that its help gives."""
        return [line.strip() for line in (self.help or "").splitlines() if line.strip().startswith("officecli ")]

    def _only_shown(self, ctx: Any, shows: str, rest: Sequence[str]) -> bool:
        """Whether nothing stands behind a name but options of the command that `shows` what has it."""
        command = self.get_command(ctx, shows)
        flags = {option: getattr(one, "is_flag", False) for one in getattr(command, "params", ()) for option in one.opts}
        words = iter(rest)
        return all(
            option in flags and (flags[option] or "=" in word or next(words, None) is not None)
            for word in words
            for option in [word.partition("=")[0]]
        )

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_.page(self, ctx))


def as_command(name: str, function: Any) -> Any:
    """A function as a command that draws its own help."""
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=HELP_NAMES)
    alone.command(name, cls=OfficeCommand)(function)
    return typer.main.get_command(alone)


def group(usual: str | Callable[[Sequence[str]], str] = "", first_words: Sequence[str] = ()) -> typer.Typer:
    """An empty group of subcommands, of which one may be the `usual` one, meant where two words
    or more name none, or begin with one of `first_words`; its functions carry their help as `help=`.
    """
    which = usual if callable(usual) else lambda words: usual if len(words) > 1 else ""
    return typer.Typer(
        cls=type("Group", (OfficeGroup,), {"usual": staticmethod(which), "first_words": first_words}),
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings=HELP_NAMES,
        add_completion=False,
    )


def add_looks(app: typer.Typer, looks: Mapping[str, Look]) -> None:
    """Give a group what one looks at of it."""
    for name, look in looks.items():
        app.command(name, cls=OfficeCommand, help=_(look.help))(options.taking([*map(options.parameter, look.flags)], look.run))
