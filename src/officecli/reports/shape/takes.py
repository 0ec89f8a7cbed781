"""What a report takes from whoever asks for it; the command line is made from this."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from officecli.hints import Literal
from officecli.i18n import N_
from officecli.light import dataclass

Who = Literal["", "named", "asker", "asker-if-staff"]
"""Whether a word names somebody. `named`: `me` stands for whoever asks. `asker`: and left out it means whoever asks, too. `asker-if-staff`: the same,
but left out it means nobody where it is not known who asks, or that is no member of staff."""


@dataclass(frozen=True)
class Option:
    """An option that only this report has: `name` is the keyword of the report's
    function and, with dashes, the flag; the default's type (str, int, bool) its own.
    """

    name: str
    help: str
    default: str | int | bool = ""
    choices: tuple[str, ...] = ()
    who: Who = ""
    metavar: str = ""


@dataclass(frozen=True)
class Argument:
    """The one word without a flag, as it is called in the usage line; it is the filter `text`."""

    metavar: str
    help: str
    who: Who = ""


FILTER = Argument("FILTER", N_("Only items that fit: words, is:overdue, lead:me, due:<fri …; see: officecli help filters."))
"""The words that say which items are meant."""
ABOUT_ITEMS = Argument("FILTER", N_("Only those with these words, and of items that fit: words, is:overdue, lead:me …; see: officecli help filters."))
"""The same of what is about items: words are looked for in its own text."""
RULE = Argument("CODE", N_("Only what this rule refused: its code, or its name."))
OF_ITEMS = (FILTER, ABOUT_ITEMS)


@dataclass(frozen=True)
class Takes:
    """A report's own `options`, its word without a flag, what --since and --until are of, and the shared filters that mean nothing to it.

    A report that says nothing about it takes all shared filters, over the items issued in a time, and as many words of a filter as one likes. One
    that takes `numbers` (their help) has as many of them in place of those. One that is `grouped` puts its rows under the headings one asks for. One
    that is about no items has the filter `where` among those it is `without`; `unfiltered` says why no filter of items can mean anything to it, and
    which command takes that {filter}. `sorts` are the keys it can be sorted by, with their headings, where these are others than its columns.
    """

    options: tuple[Option, ...] = ()
    argument: Argument = FILTER
    period: tuple[str, str] = (N_("Issued on or after this day."), N_("Issued on or before this day."))
    without: tuple[str, ...] = ()
    grouped: bool = False
    numbers: str = ""
    unfiltered: str = ""
    sorts: Callable[[], Mapping[str, str]] | None = None
