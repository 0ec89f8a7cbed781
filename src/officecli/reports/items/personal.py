"""Personal items among the others, for whose they are."""

from __future__ import annotations

from officecli.standing.items.personal import who_is_reminded
from officecli.store.read.reader import Reader


def own_source(read: Reader, of: int | None = None) -> str:
    """The source of the personal items of whoever reads, "" for none, and for what others may get; where they are to be those `of` a person, "" for
    anybody else.
    """
    person_id = who_is_reminded(read)
    if person_id is None or of not in (None, person_id):
        return ""
    if read.for_others:
        open_ones = "SELECT 1 AS one FROM reminder WHERE person_id = :person AND closed IS NULL AND cancelled IS NULL LIMIT 1"
        read.own_left_out = read.row(open_ones, person=person_id) is not None
        return ""
    from officecli.store.reminders import own_items  # few have anything personal

    return own_items(person_id)
