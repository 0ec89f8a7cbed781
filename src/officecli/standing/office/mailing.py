"""Who may have digests mailed: a registrar to anyone, everybody to themself."""

from __future__ import annotations

from collections.abc import Iterable

from officecli.errors import Refused
from officecli.i18n import _
from officecli.standing.office.rights import over_office
from officecli.standing.standing import NONE
from officecli.store.read.reader import Row


def require_may_mail(actor: Row, person_ids: Iterable[int]) -> None:
    """Raise Refused where somebody who is no registrar would have others mailed."""
    if over_office(actor) is not NONE or {*person_ids} <= {actor["id"]}:
        return
    raise Refused(
        _("{name} may have only their own digest mailed.").format(name=actor["name"]),
        why=_("A registrar has it mailed to others."),
        fix=_("Ask a registrar, or mail yours: officecli digest --mail --to me"),
    )
