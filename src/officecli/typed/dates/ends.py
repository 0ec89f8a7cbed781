"""The last day of a span whose first was typed apart: `--from next-monday --to next-friday`."""

from __future__ import annotations

from datetime import date

from officecli.light import replace
from officecli.typed.dates.almanac import Almanac
from officecli.typed.dates.beginnings import ends
from officecli.typed.dates.one_day import Reading
from officecli.typed.dates.plain import plain
from officecli.typed.dates.reading import read_typed
from officecli.typed.dates.spans import counts_from_its_own_day
from officecli.typed.dates.view import View


def read_end(text: str, *, first: date, today: date, by: Almanac) -> Reading:
    """What `text` means as the last day: tomorrow and 下周五 counted from today,
    whatever the first is; fri, 月底 and +3d from the first; a weekend has its Sunday. Raises as `read_day`.
    """
    base = today if counts_from_its_own_day(plain(text)) else first
    found = read_typed(text, View(by, base, base))
    return replace(found, day=ends(found)) if found.weekend else found
