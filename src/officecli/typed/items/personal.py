"""Keeps what is personal apart from the work of the office: it becomes no item, and no item becomes personal."""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.codes import PERSONAL
from officecli.typed.codes import code_meant


def is_personal(kind: str) -> bool:
    """Whether this is typed for the kind of what somebody reminds themselves of."""
    return bool(kind) and code_meant(kind, PERSONAL, "kind", whole=True) is not None


def refuse_personal(kind: str) -> None:
    """Raise BadInput where an item would be made, or would become, personal."""
    if is_personal(kind):
        raise BadInput(
            _("Only what somebody registers for themselves is personal, and only from the beginning."),
            fix=_("Register it anew, for yourself: officecli add TITLE --kind personal"),
        )
