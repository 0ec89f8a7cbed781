"""Which decision is meant: `D2026-012`, `2026-012`, `D-012`, `D012` or `12`, or words of what was decided."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from officecli.errors import BadInput, NotFound
from officecli.i18n import _, listed
from officecli.shell import as_word
from officecli.store.read.reader import Reader, Row
from officecli.typed.chain.titled import number_of, titled
from officecli.typed.meant import as_settled

_NUMBER = re.compile(r"(?:[Dd]-?)?(?:([0-9]{4})-)?([0-9]{1,6})")


def decision_meant(read: Reader, typed: str) -> int:
    """The id of the decision somebody means by its number, or by words of what was decided; of those not reported back first.

    Raises NotFound with the newest number, BadInput where several are meant.
    """
    text = number_of(as_settled(typed))
    if _NUMBER.fullmatch(unicodedata.normalize("NFKC", text[:80]).strip()) is None:
        every = read.rows("SELECT id, number, title, reported FROM decision ORDER BY id")
        open_ones = [row for row in every if row["reported"] is None]
        for rows in (open_ones, every):
            if found := titled(typed, rows):
                return int(found["id"])
    return find_decision_id(read, text)


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
        myself = _("me")
        newest = read.value("SELECT number FROM decision ORDER BY id DESC LIMIT 1")
        raise NotFound(
            _("There is no decision “{number}”.").format(number=text[:40]),
            fix=_("The newest is {number}; see them with: officecli decision list").format(number=newest)
            if newest
            else _("To record it: {command}").format(command=f"officecli decision add {as_word(text[:40])} --by {myself}")
            if not match
            else _('Record one with: officecli decision add "…" --by LEADER --meeting "…"'),
        )
    return int(found[0]["id"])
