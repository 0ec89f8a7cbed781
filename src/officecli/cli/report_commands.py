"""Every report is a command: its flags are the shared filters and what the report itself declares."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer._click.globals import get_current_context

from officecli.cli import completing, completing_filters, options, session
from officecli.cli.catalogue import help_text, module_of
from officecli.cli.command_classes import as_command
from officecli.cli.items_meant import items_meant
from officecli.cli.numbers_typed import every_number, is_filter
from officecli.errors import BadInput
from officecli.formats import ROW_BY_ROW
from officecli.i18n import _
from officecli.light import replace
from officecli.reports.shape.filters import Filters, in_full
from officecli.reports.shape.report import Column, Report
from officecli.reports.shape.streamed import Streamed
from officecli.reports.shape.takes import OF_ITEMS, RULE, Takes, Who
from officecli.store.read.reader import Reader
from officecli.typed.office.people import MYSELF

_BESIDES = {"digest": "officecli.cli.digest_mail"}
"""What is done with a report besides showing it: the module with the `parameters` for that, what was `asked` of them, and how it is `run`."""


def build(name: str) -> Any:
    """The report as a command."""
    module = import_module(module_of(name))
    return _command(
        name,
        getattr(module, "TAKES", Takes()),
        module.report,
        help_text(module.__doc__ or ""),
        import_module(_BESIDES[name]) if name in _BESIDES else None,
    )


def paper(name: str, module: str, help_: str) -> Any:
    """The paper that a module of the program makes, as a command of this name."""
    from officecli.reports.items.papers.of_items import TAKES

    made_by = import_module(f"officecli.{module}")
    return _command(name, getattr(made_by, "TAKES", TAKES), made_by.paper, _(help_))


def _command(name: str, takes: Takes, make: Callable[..., Any], help_: str, besides: Any = None) -> Any:
    """A command that takes these, makes a report or a paper of them and delivers it, or does what it can do `besides`."""

    def columns() -> tuple[Column, ...]:
        if takes.numbers:  # a paper has none to choose among
            return ()
        with session.current.read() as read:
            found = make(read, Filters(limit=1), **{one.name: one.default for one in takes.options})
        return found.columns if isinstance(found, Report) else ()

    command = as_command(name, asking(make, takes, besides=besides))
    command.name = name
    command.columns, command.sorts = columns, takes.sorts
    command.help = help_
    command.unfiltered = takes.unfiltered
    return command


def asking(
    make: Callable[..., Any], takes: Takes, shown: Callable[[Any, str], Any] = lambda found, _format: found, besides: Any = None
) -> Callable[..., int]:
    """A function that takes these from the command line, makes a report or a paper of them and delivers it, as `shown` makes it for the format."""
    names: dict[str, Who] = {one.name: one.who for one in takes.options} | {"person": "named", "text": takes.argument.who}

    def write(found: Any, output: dict[str, Any]) -> None:
        from officecli.formats.out.output import deliver

        named = options.named(output["output"], force=output["force"])
        deliver(shown(found, output["format_"]), output["format_"], to=named, look=session.current.look)

    def run(**given: Any) -> int:
        if besides and (asked := besides.asked(given)):
            return int(besides.run(asked, {key: value for key, value in given.items() if value not in usual[key]}))
        output = {key: given.pop(key) for key in ("format_", "output", "force")}
        if given.get("where") or given.get("text"):
            given |= _as_filters(takes, given)
        elif "text" in given:
            given["text"] = ""
        with session.current.read() as read:
            given |= {name: _whom(read, given[name], who) for name, who in names.items() if who and name in given}
            extra = {one.name: given.pop(one.name) for one in takes.options}
            if takes.numbers:
                given["numbers"] = tuple(_numbers(takes, given["numbers"] or (), given.get("as_of", "")))
            taken = _as_the_view_has_it(given)
            found = _made(lambda filters: make(read, filters, **extra), in_full(read, _filters(output["format_"], given)), taken)
            if given.get("text") and takes.argument in OF_ITEMS and isinstance(found, Report) and not isinstance(found.rows, Streamed):
                from officecli.cli.words_of_a_filter import advised  # only who looks for a word waits for it

                found = advised(read, found, given["text"])
            streamed = found is not None and isinstance(getattr(found, "rows", ()), Streamed)
            if streamed:  # while there is somebody to fetch them
                write(found, output)
        if found is not None and not streamed:
            write(found, output)
        return 0

    parameters = [*_parameters(takes), *(besides.parameters() if besides else ())]
    usual = {one.name: (one.default, None) for one in parameters}
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _as_filters(takes: Takes, given: dict[str, Any]) -> dict[str, Any]:
    """The filters that words make, and the rule or the name among them; raises BadInput for a filter where none can mean anything, and for a file's name."""
    from officecli.cli.words_of_a_filter import filter_of, is_filter_alone, no_filter, require_rule, rule_among, word_and_filter

    words, where = given.get("text") or (), filter_of([given.get("where") or ""])
    if isinstance(words, str):
        if takes.unfiltered and is_filter_alone(words):
            raise no_filter(get_current_context(), words)
        if takes.argument is RULE:
            require_rule(get_current_context(), words)
        return {"text": words}
    if takes.argument not in OF_ITEMS:
        word, where = word_and_filter(words, where)
        return {"text": word, "where": where}
    if given.get("rule") == "":
        given["rule"], words = rule_among(words)
    return {name: said for name, said in (("text", filter_of(words)), ("where", where)) if name in given}


def _as_the_view_has_it(given: dict[str, Any]) -> list[str]:
    """Where the filter is one view alone, take its columns, order and groups as well, unless others are typed; returns which of `sort` and `group` it took."""
    typed = [given[name] for name in ("text", "where") if given.get(name)]
    if len(typed) != 1 or typed[0][:1] not in "@＠":
        return []
    from officecli.typed.filters.views import alone

    view = alone(typed[0])
    taken = [name for name in ("sort", "group") if given.get(name) == "" and name in view]
    given |= {name: view[name] for name in taken}
    session.current.of_the_view = view.get("columns", "")
    return taken


def _made(make: Callable[[Filters], Any], filters: Filters, taken: Sequence[str]) -> Any:
    """What is made with these filters; without what was `taken` from a view, and saying so, where that is what does not fit."""
    try:
        return make(filters)
    except BadInput as error:
        if not taken:
            raise
        found = make(replace(filters, sort="" if "sort" in taken else filters.sort, group="" if "group" in taken else filters.group))
        said = _("Ordered as usual, since the order or the groups of the view do not fit here: {why}").format(why=error.what)
        return replace(found, notes=(*found.notes, said)) if isinstance(found, Report) else found


def _numbers(takes: Takes, words: Sequence[str], as_of: str) -> list[str]:
    """The numbers that were typed; those of items may be a filter, or words of a matter."""
    if "where" in takes.without:
        if any(map(is_filter, words)):
            from officecli.cli.words_of_a_filter import no_filter

            raise no_filter(get_current_context(), " ".join(words))
        return every_number(words)
    of_a_matter = bool(words) and not any(is_filter(word) or any(map(str.isdecimal, word)) for word in words)
    return items_meant([" ".join(words)] if of_a_matter else words, as_of)


def _whom(read: Reader, typed: str | list[str], who: Who) -> str | list[str]:
    """The names meant by words that name somebody; of one word its name."""
    return _who(read, typed, who) if isinstance(typed, str) else [_who(read, one, who) for one in typed]


def _who(read: Reader, typed: str, who: Who) -> str:
    """The name meant by a word that names somebody."""
    if not typed and who == "asker-if-staff":
        return _asker_of_the_staff(read)
    if typed.strip().casefold() in MYSELF or (not typed and who == "asker"):
        return _myself(read)
    return typed


def _myself(read: Reader) -> str:
    """The name of whoever asks; of a founder who is no member of staff, the office's."""
    from officecli.standing.actor import who_acts

    asker = who_acts(read, session.current.who())
    return str(read.office["name"] if asker["account"] else asker["name"])


def _asker_of_the_staff(read: Reader) -> str:
    """The name of whoever asks; "" for who is nobody of the staff, or not known."""
    from officecli.standing.actor import who_acts

    try:
        asker = who_acts(read, session.current.who())
    except BadInput:
        if session.current.who():
            raise
        return ""
    return "" if asker["account"] else str(asker["name"])


def _filters(format_name: str, given: dict[str, Any]) -> Filters:
    """Only a table is cut to what a reader can take in; a file or a program gets everything."""
    if "limit" in given and given["limit"] is None and format_name != "table":
        given["limit"] = 0
    given |= {name: tuple(given[name]) for name in ("unit", "person") if name in given}
    return Filters(**given, row_by_row=format_name in ROW_BY_ROW)


def _parameters(takes: Takes) -> list[inspect.Parameter]:
    shared = [_parameter(name, annotation, default) for name, annotation, default in _shared(takes) if name not in takes.without]
    mine = [
        _parameter(
            one.name,
            Annotated[
                type(one.default),
                typer.Option(
                    "--" + one.name.strip("_").replace("_", "-"),
                    metavar="|".join(one.choices) or one.metavar or None,
                    help=_(one.help),
                    autocompletion=completing.people_and_units if one.who else None,
                ),
            ],
            one.default,
        )
        for one in takes.options
    ]
    output = [_parameter("format_", options.Format, "table"), _parameter("output", options.Output, None), _parameter("force", options.Force, False)]
    if takes.numbers:
        shared[:0] = [_parameter("numbers", Annotated[list[str] | None, typer.Argument(metavar="NUMBER…", help=_(takes.numbers))], None)]
    return [*mine, *shared, *output]


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _shared(takes: Takes) -> list[tuple[str, Any, Any]]:
    def text(flag: str, metavar: str, help_: str, offer: Any = None) -> Any:
        return Annotated[str, typer.Option(flag, metavar=metavar, help=help_, autocompletion=offer)]

    def any_of(flag: str, help_: str, offer: Any) -> Any:
        return Annotated[list[str], typer.Option(flag, metavar=flag[2:].upper() if flag == "--unit" else "NAME", help=help_, autocompletion=offer)]

    several = takes.argument in OF_ITEMS or "where" not in takes.without
    metavar = takes.argument.metavar if takes.argument in OF_ITEMS or not several else f"{takes.argument.metavar} FILTER"
    word = typer.Argument(metavar=metavar, help=_(takes.argument.help), autocompletion=completing_filters.filters if several else None)
    words = (Annotated[list[str] | None, word], None) if several else (Annotated[str, word], "")
    return [
        ("text", *words),
        ("where", text("--where", "FILTER", _("Only items that fit this filter; see: officecli help filters."), completing_filters.filters), ""),
        ("unit", any_of("--unit", _("Only items led in this unit or under it."), completing.units), []),
        ("person", any_of("--person", _("Only items of this person."), completing.people), []),
        ("role", text("--role", "lead|support|any", _("In which role the person has them.")), "any"),
        ("since", text("--since", "DATE", _(takes.period[0])), ""),
        ("until", text("--until", "DATE", _(takes.period[1])), ""),
        ("as_of", text("--as-of", "DATE", _("As things stood on this day.")), ""),
        ("status", text("--status", "STATUS", _("open, registered, issued, in-hand, submitted, suspended, closed or cancelled.")), ""),
        ("urgency", text("--urgency", "most-urgent|urgent|ordinary", _("Only items of this urgency.")), ""),
        ("source", text("--source", "TEXT", _("Only items whose source contains this.")), ""),
        ("body", text("--body", "NAME", _("Only items that this outside body is responsible for or supports."), completing.bodies), ""),
        ("label", text("--label", "WORD", _("Only items with this label."), completing.labels), ""),
        (
            "limit",
            Annotated[int | None, typer.Option("--limit", metavar="N", min=0, max=options.MOST_ROWS, help=_("At most so many rows; 0 for all."))],
            None,
        ),
        ("sort", text("--sort", "COLUMN", _("Sort by these columns, joined by commas; -COLUMN for the other way round.")), ""),
        *([("group", text("--group", "COLUMN", _("Under a heading for each value of this column.")), "")] if takes.grouped else []),
    ]
