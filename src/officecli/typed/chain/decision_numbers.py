"""Decision numbers: `D2026-012`, `2026-012`, `D-012`, `D012` or `12`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from officecli.errors import BadInput, NotFound
from officecli.i18n import _, listed
from officecli.store.read.reader import Reader, Row

_NUMBER = re.compile(r"(?:[Dd]-?)?(?:([0-9]{4})-)?([0-9]{1,6})")


def find_decision_id(read: Reader, typed: str) -> int:
    """The id of the decision somebody means; a number found in several years means the only one not reported back.

    Raises NotFound with the newest number, BadInput where several are meant.
    """
    text = unicodedata.normalize("NFKC", typed[:80]).strip()
    match = _NUMBER.fullmatch(text)
    found: Sequence[Row] = ()
    if match:
        found = read.rows("SELECT id, number, year, reported FROM decision WHERE serial = :serial ORDER BY year", serial=int(match[2]))
        if match[1]:
            found = [row for row in found if row["year"] == int(match[1])]
    if len(found) > 1:
        waiting = [row for row in found if row["reported"] is None]
        found = waiting if len(waiting) == 1 else found
    if len(found) > 1:
        raise BadInput(
            _("“{number}” means several decisions: {numbers}.").format(number=text, numbers=listed(row["number"] for row in found)),
            fix=_("Write the whole number, with its year."),
        )
    if not found:
        newest = read.value("SELECT number FROM decision ORDER BY id DESC LIMIT 1")
        raise NotFound(
            _("There is no decision “{number}”.").format(number=text[:40]),
            fix=_("The newest is {number}; see them with: officecli decision list").format(number=newest)
            if newest
            else _('Record one with: officecli decision add "…" --by LEADER --meeting "…"'),
        )
    return int(found[0]["id"])
