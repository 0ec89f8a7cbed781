"""Whose personal items whoever runs this is shown: the one place that decides it. To everybody else the number may show, and nothing more."""

from __future__ import annotations

from officecli.errors import BadInput, Refused
from officecli.standing.actor import who_acts, whose_login
from officecli.store.read.reader import Reader
from officecli.typed.items.numbers import find_reminder


def is_at_the_keys(read: Reader, person_id: int) -> bool:
    """Whether a person may be who is at the keys: under a login that is somebody's own nobody is somebody else."""
    own = whose_login(read)
    return own is None or bool(own["id"] == person_id)


def who_is_reminded(read: Reader) -> int | None:
    """The id of the person whose personal items are shown, None where there are none at all, or nobody to show them to."""
    return who_reads_alone(read) if read.row("SELECT 1 AS one FROM reminder LIMIT 1") else None


def who_reads_alone(read: Reader) -> int | None:
    """The id of whoever reads, None where that is not known, or under a login that is another's."""
    try:
        reader = who_acts(read, read.as_name)
    except (BadInput, Refused):
        return None
    return int(reader["id"]) if is_at_the_keys(read, reader["id"]) else None


def find_shown_reminder(read: Reader, typed: str) -> int | None:
    """The id of the personal item that is meant, where whoever reads is shown it; None where it is an item, or nobody's business."""
    person_id = who_is_reminded(read)
    return None if person_id is None else find_reminder(read, typed, person_id)
