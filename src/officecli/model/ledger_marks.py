"""The mark that an import leaves on an item: that a ledger brought it in line, and which fields that were changed here it says by itself as they are now."""

from __future__ import annotations

from collections.abc import Iterable

from officecli.i18n import N_

IMPORT = "import"

AS_IMPORTED = N_("as imported")
"""In the importer's language, what stands for the result of what was closed, and for why it rests, where the ledger tells none."""

_SAME = "same "


def reason_of(fields: Iterable[str]) -> str:
    """The reason of a mark, as the trail keeps it: `same due goal`; "" where the ledger says none of what was changed here."""
    named = " ".join(sorted(fields))
    return _SAME + named if named else ""


def said_alike(verb: str, reason: str) -> tuple[str, ...]:
    """The fields that a mark of this reason names; () for any other entry."""
    return tuple(reason.removeprefix(_SAME).split()) if verb == IMPORT and reason.startswith(_SAME) else ()
