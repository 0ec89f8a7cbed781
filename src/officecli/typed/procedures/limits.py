"""How long a step may take, as people write it: 2 days, 3 working days, 4 hours, 2个工作日, 4小时."""

from __future__ import annotations

import re

from officecli.errors import BadInput
from officecli.i18n import _, ngettext
from officecli.model.numerals import with_digits
from officecli.typed.text import plain_words

_NUMBERS = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DAYS = r"(?P<days>wd|d|days?|(?:working|business) days?|workdays?|个?工作日|天|日)"
_HOURS = r"(?P<hours>h|hrs?|hours?|(?:working|office) hours?|个?(?:工作)?小时|个?钟头)"
MOST = 1000


def read_limit(text: str) -> tuple[int, str] | tuple[None, None]:
    """(amount, days or hours), working ones; (None, None) for nothing. Raises BadInput."""
    plain = plain_words(text)
    if not plain:
        return None, None
    plain = plain if plain.isascii() else with_digits(plain.replace(" ", ""))
    match = re.fullmatch(rf"(?:within )?(?P<n>[0-9]{{1,6}}|an?|{'|'.join(_NUMBERS)}) ?(?:{_DAYS}|{_HOURS})(?:之?内|以内)?", plain)
    if match is None:
        raise BadInput(
            _("“{text}” is no limit.").format(text=text.strip()[:40]),
            fix=_("Write a number of working days or office hours: 2 days, 4 hours, 2个工作日, 4小时."),
        )
    written = match["n"]
    amount = int(written) if written.isdigit() else max(1, _NUMBERS.index(written if written != "an" else "a"))
    if not 1 <= amount <= MOST:
        raise BadInput(_("A limit is from 1 to {most} working days or hours.").format(most=MOST), fix=_("Give a number within that."))
    return amount, "hours" if match["hours"] else "days"


def say_limit(amount: int | None, unit: str | None) -> str:
    """`2 working days`, `4 office hours`; "" for none."""
    if amount is None:
        return ""
    if unit == "hours":
        return ngettext("{n} office hour", "{n} office hours", amount).format(n=amount)
    return ngettext("{n} working day", "{n} working days", amount).format(n=amount)
