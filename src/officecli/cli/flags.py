"""What is typed behind a command, in words that cost a start nothing: Typer's parameters are made of them (see `options`), and a plain line is read by them."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.cli.marks import SHORT
from officecli.formats import choices
from officecli.hints import Literal
from officecli.i18n import N_
from officecli.light import dataclass
from officecli.personal.names import NAMES

Kind = Literal["text", "texts", "number", "switch", "file", "word", "words"]
"""One value, any number of them, a whole number, nothing but the flag itself, a file; and, without a flag, one word or as many as one likes."""

DASHES = "－—–−‑"
"""What a Chinese keyboard or a word processor types for the dash of an option."""

MOST_ROWS = 1_000_000_000
"""More than any office has, and few enough for both engines."""


@dataclass(frozen=True)
class Flag:
    """One thing that is typed: the keyword it is given as, its `typed` flag ("" for words),
    what stands for its value, and what `completing` module and function offer of it.
    """

    name: str
    kind: Kind
    typed: str = ""
    help: str = ""
    metavar: str = ""
    default: str | int | bool | None = ""
    offer: str = ""
    least: int | None = None
    most: int | None = None
    needed: bool = False

    @property
    def opts(self) -> list[str]:
        """All that may be typed for it: the flag and its letter; of words their name."""
        return [one for one in (self.typed, SHORT.get(self.typed, "")) if one] or [self.name]


FORMAT = Flag("format_", "text", "--format", N_("How to show it."), choices(), "table")
OUTPUT = Flag("output", "file", "--output", N_("Write it to this file."), "FILE", None)
FORCE = Flag("force", "switch", "--force", N_("Write over a file that is there."), default=False)
"""How an answer is shown, and where it goes."""
LIMIT = Flag("limit", "number", "--limit", N_("At most so many rows; 0 for all."), "N", None, least=0, most=MOST_ROWS)

COLUMNS = Flag(
    "columns", "text", "--columns", N_("Only these columns, in this order: number,due; or without some of the usual ones: -unit."), "COLUMNS"
)
WIDE = Flag("wide", "switch", "--wide", N_("Every column, however wide."), default=False)
HEADER = Flag(
    "header",
    "text",
    "--header",
    N_("How columns are headed: in your language, or by the keys of JSON, which stay."),
    "|".join(NAMES["header"].choices),
)
"""Which columns a table has, and how they are headed; what is typed is kept in the session."""


def columns_of(flags: Sequence[Flag]) -> list[Flag]:
    """Those three, where one of the flags says that an answer may be shown as a table."""
    return [COLUMNS, WIDE, HEADER] if any(one.name == FORMAT.name and one.metavar.startswith(FORMAT.metavar) for one in flags) else []
