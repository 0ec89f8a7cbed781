"""What every report takes from the command line: the shared filters, its own options, and how it is shown."""

from __future__ import annotations

from officecli.cli.flags import FORCE, FORMAT, LIMIT, OUTPUT, Flag, Kind
from officecli.i18n import N_
from officecli.light import replace
from officecli.reports.shape.takes import OF_ITEMS, Option, Takes

_OF_ITEMS = (
    Flag(
        "where", "text", "--where", N_("Only items that fit this filter; see: officecli help filters."), "FILTER", offer="completing_filters.filters"
    ),
    Flag("unit", "texts", "--unit", N_("Only items led in this unit or under it."), "UNIT", offer="completing.units"),
    Flag("person", "texts", "--person", N_("Only items of this person."), "NAME", offer="completing.people"),
    Flag("role", "text", "--role", N_("In which role the person has them."), "lead|support|any", "any"),
)
_SINCE, _UNTIL = Flag("since", "text", "--since", metavar="DATE"), Flag("until", "text", "--until", metavar="DATE")
_AND_SO_ON = (
    Flag("as_of", "text", "--as-of", N_("As things stood on this day."), "DATE"),
    Flag("status", "text", "--status", N_("open, registered, issued, in-hand, submitted, suspended, closed or cancelled."), "STATUS"),
    Flag("urgency", "text", "--urgency", N_("Only items of this urgency."), "most-urgent|urgent|ordinary"),
    Flag("source", "text", "--source", N_("Only items whose source contains this."), "TEXT"),
    Flag("body", "text", "--body", N_("Only items that this outside body is responsible for or supports."), "NAME", offer="completing.bodies"),
    Flag("label", "text", "--label", N_("Only items with this label."), "WORD", offer="completing.labels"),
    LIMIT,
    Flag("sort", "text", "--sort", N_("Sort by these columns, joined by commas; -COLUMN for the other way round."), "COLUMN"),
)
_GROUP = Flag("group", "text", "--group", N_("Under a heading for each value of this column."), "COLUMN")


def flags_of(takes: Takes) -> list[Flag]:
    """All that a report takes, in the order of its help."""
    since, until = (replace(flag, help=of) for flag, of in zip((_SINCE, _UNTIL), takes.period, strict=True))
    numbers = [Flag("numbers", "words", help=takes.numbers, metavar="NUMBER…", default=None)] if takes.numbers else []
    shared = [_words(takes), *_OF_ITEMS, since, until, *_AND_SO_ON, *([_GROUP] if takes.grouped else [])]
    return [*map(_own, takes.options), *numbers, *(one for one in shared if one.name not in takes.without), FORMAT, OUTPUT, FORCE]


def _own(one: Option) -> Flag:
    """An option that only this report has."""
    kind: Kind = "switch" if isinstance(one.default, bool) else "number" if isinstance(one.default, int) else "text"
    typed = "--" + one.name.strip("_").replace("_", "-")
    return Flag(one.name, kind, typed, one.help, "|".join(one.choices) or one.metavar, one.default, "completing.people_and_units" if one.who else "")


def _words(takes: Takes) -> Flag:
    """What is typed without a flag: the words of a filter, or the one word of the report and a filter behind it."""
    several = takes.argument in OF_ITEMS or "where" not in takes.without
    metavar = takes.argument.metavar if takes.argument in OF_ITEMS or not several else f"{takes.argument.metavar} FILTER"
    if several:
        return Flag("text", "words", "", takes.argument.help, metavar, None, "completing_filters.filters")
    return Flag("text", "word", "", takes.argument.help, metavar)
