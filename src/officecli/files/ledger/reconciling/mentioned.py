"""The fields that a row mentions: where one was changed here since and does not differ, its ledger knows of the change by now."""

from __future__ import annotations

from collections.abc import Collection

from officecli.files.ledger.drafts.draft import Draft
from officecli.files.ledger.reconciling.blank import BY_COLUMN
from officecli.files.ledger.reconciling.differing import UnitOf, held_against, on_record
from officecli.files.ledger.reconciling.saying import OF_SUBMISSION
from officecli.model.codes import OVER
from officecli.store.read.reader import Row

_OF_AN_END = frozenset({*OF_SUBMISSION, *OVER})


def mentioned(made: Draft, record: Row, unit_of: UnitOf, columns: Collection[str]) -> frozenset[str]:
    """The fields that a row says; it says blank what its ledger has a column for, and which is blank on record too.

    One that says that a matter is in hand which is so again here says of its end that there is none yet.
    """
    said = held_against(made, record, unit_of).keys()
    blank = {key for column, key in BY_COLUMN.items() if column in columns and key not in said and not on_record(key, record)}
    in_hand = "status" in said and record["status"] not in ("submitted", *OVER)
    return frozenset(said | blank | (_OF_AN_END if in_hand else frozenset()))
