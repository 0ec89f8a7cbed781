"""Every report is a command: its flags are the shared filters and what the report itself declares."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import Annotated, Any

import typer

from officecli.cli import completing, options, session
from officecli.cli.catalogue import help_text, module_of
from officecli.cli.drawn import as_command
from officecli.errors import BadInput
from officecli.i18n import N_, _
from officecli.reports.shape import option as option_
from officecli.reports.shape.filters import Filters
from officecli.store.read.reader import Reader
from officecli.typed.office.people import MYSELF

ISSUED = (N_("Issued on or after this day."), N_("Issued on or before this day."))
"""What --since and --until are of, unless a report says otherwise in its own PERIOD."""

ITEMS = ("TEXT", N_("Only items with this in number, matter, source, goal or lead."))
"""What the one word without a flag is, unless a report says otherwise in its own ARGUMENT. Shared filters that mean nothing to a report stand in its WITHOUT.
Where its OF_WHOEVER_ASKS is true, the word is a name, and whoever asks when it is left away."""


def build(name: str) -> Any:
    """The report as a command."""
    module = import_module(module_of(name))
    own = getattr(module, "OPTIONS", ())
    of_asker = getattr(module, "OF_WHOEVER_ASKS", False)

    def run(**given: Any) -> None:
        from officecli.formats.out.output import deliver

        output = {key: given.pop(key) for key in ("format_", "output", "force")}
        extra = {one.name: given.pop(one.name) for one in own}
        with session.current.read() as read:
            if of_asker:
                given["text"] = given["text"] or MYSELF[0]
            if "giver" in extra:
                extra["giver"] = extra["giver"] or _giver(read)
            for named, key in ((given, "person"), (extra, "for_"), (extra, "giver"), *([(given, "text")] if hasattr(module, "ARGUMENT") else [])):
                if named.get(key, "").strip().casefold() in MYSELF:
                    named[key] = _myself(read)
            found = module.report(read, _filters(output["format_"], given), **extra)
        if found is not None:
            deliver(found, output["format_"], path=output["output"], force=output["force"], color=session.current.color)

    parameters = _parameters(own, _shared(getattr(module, "PERIOD", ISSUED), getattr(module, "ARGUMENT", ITEMS)), getattr(module, "WITHOUT", ()))
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    command = as_command(name, run)
    command.name = name
    command.help = help_text(module.__doc__ or "")
    return command


def _myself(read: Reader) -> str:
    """The name of whoever asks; of a founder who is no member of staff, the office's."""
    from officecli.standing.actor import who_acts

    asker = who_acts(read, session.current.who())
    return str(read.office["name"] if asker["account"] else asker["name"])


def _giver(read: Reader) -> str:
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
    return Filters(**given)


def _parameters(own: tuple[option_.Option, ...], every: list[tuple[str, Any, Any]], without: tuple[str, ...]) -> list[inspect.Parameter]:
    shared = [_parameter(name, annotation, default) for name, annotation, default in every if name not in without]
    mine = [
        _parameter(
            one.name,
            Annotated[
                type(one.default), typer.Option("--" + one.name.strip("_").replace("_", "-"), metavar="|".join(one.choices) or None, help=_(one.help))
            ],
            one.default,
        )
        for one in own
    ]
    output = [_parameter("format_", options.Format, "table"), _parameter("output", options.Output, None), _parameter("force", options.Force, False)]
    return [*mine, *shared, *output]


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _shared(period: tuple[str, str], argument: tuple[str, str]) -> list[tuple[str, Any, Any]]:
    def text(flag: str, metavar: str, help_: str, offer: Any = None) -> Any:
        return Annotated[str, typer.Option(flag, metavar=metavar, help=help_, autocompletion=offer)]

    return [
        ("text", Annotated[str, typer.Argument(metavar=argument[0], help=_(argument[1]))], ""),
        ("unit", text("--unit", "NAME", _("Only items led in this unit or under it."), completing.units), ""),
        ("person", text("--person", "NAME", _("Only items of this person."), completing.people), ""),
        ("role", text("--role", "lead|support|any", _("In which role the person has them.")), "any"),
        ("since", text("--since", "DATE", _(period[0])), ""),
        ("until", text("--until", "DATE", _(period[1])), ""),
        ("as_of", text("--as-of", "DATE", _("As things stood on this day.")), ""),
        ("status", text("--status", "STATUS", _("open, registered, issued, in-hand, submitted, suspended, closed or cancelled.")), ""),
        ("urgency", text("--urgency", "most-urgent|urgent|ordinary", _("Only items of this urgency.")), ""),
        ("source", text("--source", "TEXT", _("Only items whose source contains this.")), ""),
        (
            "limit",
            Annotated[int | None, typer.Option("--limit", metavar="N", min=0, max=options.MOST_ROWS, help=_("At most so many rows; 0 for all."))],
            None,
        ),
        ("sort", text("--sort", "COLUMN", _("Sort by this column; -COLUMN for the other way round.")), ""),
    ]
