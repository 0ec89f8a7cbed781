"""What is said of a value that does not fit its column, whoever checks it."""

from __future__ import annotations

from typing import Any

from officecli.errors import BadInput
from officecli.i18n import N_, _
from officecli.model.declaring import SQLModel
from officecli.model.items import Item

_WORDS = {
    "title": N_("title"), "responsible": N_("responsible leader"), "problem": N_("problems"), "tried": N_("what was tried"), "recommend": N_("recommendation"),
    "address": N_("address"), "recurrence": N_("schedule"), "degree": N_("degree"), "check_point": N_("check-point"), "decided_by": N_("decided by"),
    "none_needed": N_("reason"), "verdict_reason": N_("reason"), "exception_reason": N_("reason"), "support_note": N_("support"), "timezone": N_("time zone"),
    "due": N_("deadline"),
}  # fmt: skip
"""What people call a column whose name is not the word for it."""


def called(field: str) -> str:
    """The column as people call it."""
    name = _WORDS.get(field, field.replace("_", " "))
    return _(name)


def refuse_nul(fields: dict[str, Any]) -> None:
    """Raise BadInput where a text has a character in it that ends a text elsewhere."""
    for name, value in fields.items():
        if type(value) is str and "\0" in value:
            raise BadInput(_("There is a NUL character in the {field}.").format(field=called(name)), fix=_("Type it again without it."))


def too_long(field: str, most: int, model: type[SQLModel] | None = None) -> BadInput:
    """A text that is longer than there is room for; what an item has no room for may stand in a note of it."""
    return BadInput(
        _("The {field} is too long: at most {most} characters.").format(field=called(field), most=most),
        fix=_("Shorten it, and put the rest into a note: officecli note NUMBER TEXT") if model is Item else _("Shorten it."),
    )


def empty(field: str) -> BadInput:
    """A text that says nothing where something is to be said."""
    return BadInput(_("The {field} is empty.").format(field=called(field)), fix=_("Say in a few words what it is."))
