"""Which request is meant: `Q2026-003`, `2026-3`, `3` or `R3`, or words of its matter."""

from __future__ import annotations

import re

from officecli.errors import BadInput, NotFound
from officecli.i18n import _, listed
from officecli.near import asked_back, did_you_mean
from officecli.shell import as_word
from officecli.store.read.reader import Reader
from officecli.typed.chain.titled import number_of, titled
from officecli.typed.meant import as_settled
from officecli.typed.text import number_typed

_TYPED = re.compile(r"[QR]?(?:(\d{4})-)?(\d{1,9})", re.IGNORECASE)


def find_request(read: Reader, typed: str) -> int:
    """The id of the request somebody means; a number found in several years means the only one that still waits.

    Words mean the only one that waits with them in its matter, else the only one at all. Raises NotFound with the nearest number, BadInput where several
    are meant.
    """
    text = number_typed(number_of(as_settled(typed)))
    match = _TYPED.fullmatch(text)
    if match is None and (meant := _by_words(read, typed)):
        return meant
    found = []
    if match:
        year = "AND year = :year" if match[1] else ""
        found = read.rows(
            f"SELECT id, number, status FROM request WHERE serial = :serial {year} ORDER BY year",
            {"serial": int(match[2]), **({"year": int(match[1])} if match[1] else {})},
        )
    if len(found) > 1:
        waiting = [row for row in found if row["status"] in ("pending", "frozen")]
        found = waiting if len(waiting) == 1 else found
    if len(found) == 1:
        return int(found[0]["id"])
    if found:
        raise BadInput(
            _("“{number}” means several requests: {numbers}.").format(number=text, numbers=listed(row["number"] for row in found)),
            fix=_("Write the whole number, with its year."),
        )
    raise NotFound(_("There is no request “{number}”.").format(number=text[:40]), fix=_nearest(read, text))


def _by_words(read: Reader, typed: str) -> int | None:
    """The id of the request whose matter has these words; complaints about superiors are not found by theirs."""
    every = read.rows("SELECT id, number, title, status FROM request WHERE exception IS NULL OR exception <> 'complaint' ORDER BY id")
    waiting = [row for row in every if row["status"] in ("pending", "frozen")]
    found = next((one for rows in (waiting, every) if (one := titled(typed, rows))), None)
    return int(found["id"]) if found else None


def number_text(year: int, serial: int) -> str:
    """A number as it is printed, `Q2026-003`."""
    return f"Q{year}-{serial:03d}"


def _nearest(read: Reader, text: str) -> str:
    known = [row["number"] for row in read.rows("SELECT number FROM request ORDER BY id DESC LIMIT 1000")]
    if not known:
        raising = (
            ""
            if _TYPED.fullmatch(text)
            else _("To raise one: {command}").format(command=f'officecli request raise {as_word(text)} --tried "…" --recommend "…"')
        )
        return "\n".join(filter(None, [_("Nobody has raised a request yet."), raising]))
    if of_item := _of_item(read, text):
        return asked_back(of_item)
    return did_you_mean(text.upper(), known, _("The newest is {number}; see them with: officecli request list").format(number=known[0]))


def _of_item(read: Reader, text: str) -> str:
    """The request that waits about the item whose number was typed; "" for none, and where several wait."""
    match = _TYPED.fullmatch(text)
    if match is None or match[0][0] in "QRqr":
        return ""
    waiting = read.rows(
        f"""SELECT q.number FROM request q JOIN item i ON i.id = q.item_id WHERE i.serial = :serial {"AND i.year = :year" if match[1] else ""}
            AND q.status IN ('pending', 'frozen') AND (q.exception IS NULL OR q.exception <> 'complaint')""",
        {"serial": int(match[2]), **({"year": int(match[1])} if match[1] else {})},
    )
    return str(waiting[0]["number"]) if len(waiting) == 1 else ""
