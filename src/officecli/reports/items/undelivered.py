"""Whose mail did not arrive, or may not have: told to the registrars, who can see to it."""

from __future__ import annotations

from officecli.i18n import _, headed, in_brackets, listed
from officecli.model.words import word
from officecli.standing.office.rights import registrars
from officecli.store.mail_log import not_arrived
from officecli.store.read.reader import Reader, Row


def undelivered(read: Reader, person: Row | None) -> tuple[str, ...]:
    """The sentences for a registrar's digest; for the office's (None) where no registrar is of the staff. Known of today only."""
    if read.as_of != read.today or not _sees_to_it(read, person):
        return ()
    rows = not_arrived(read)
    certain = [_told(row) for row in rows if row["delivery"] is not None]
    unknown = [f"{row['name']}{in_brackets(row['day'])}" for row in rows if row["delivery"] is None]
    said = []
    if certain:
        said.append(
            _("Mail that did not go out: {people}. Mend an address with: officecli person set NAME --email ADDRESS").format(people=listed(certain))
        )
    if unknown:
        said.append(
            _("Mail that may not have arrived: {people}. Send it once more with: officecli digest --mail --again NAME").format(people=listed(unknown))
        )
    return tuple(said)


def _sees_to_it(read: Reader, person: Row | None) -> bool:
    seeing = registrars(read)
    return person["id"] in seeing if person else not seeing


def _told(row: Row) -> str:
    why = word("delivery", row["delivery"])
    why = headed(why, row["error"]) if row["error"] else why
    said = f"{row['day']} {why}"
    return f"{row['name']}{in_brackets(said)}"
