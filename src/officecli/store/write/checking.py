"""Checks what is to be written, and says what does not fit."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError, create_model
from sqlmodel import SQLModel

from officecli.errors import BadInput
from officecli.i18n import _

T = TypeVar("T", bound=SQLModel)


def checked_row(model: type[T], fields: dict[str, Any]) -> T:
    """A row of the table, validated (a table's class does not validate by itself). Raises BadInput for a value that does not fit."""
    for name, value in fields.items():
        if isinstance(value, str) and "\0" in value:
            raise BadInput(_("There is a NUL character in the {field}.").format(field=name), fix=_("Type it again without it."))
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise _misfit(error) from error


def checked_values(model: type[SQLModel], fields: dict[str, Any]) -> dict[str, Any]:
    """Every field of a row that is not to be an object of the session, checked and with its defaults."""
    try:
        return vars(_shape(model).model_validate(fields))
    except ValidationError as error:
        raise _misfit(error) from error


@cache
def _shape(model: type[SQLModel]) -> type[BaseModel]:
    """The table's fields as a plain pydantic class: a table's own class puts each value through the ORM, which made an import twice as slow."""
    fields: dict[str, Any] = {name: (field.annotation, field) for name, field in model.model_fields.items()}
    return create_model(model.__name__, **fields)


def _misfit(error: ValidationError) -> BadInput:
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    limits = first.get("ctx", {})
    if first["type"] == "string_too_long":
        return BadInput(
            _("The {field} is too long: at most {most} characters.").format(field=field, most=limits["max_length"]),
            fix=_("Shorten it, and put the rest into a note: officecli note NUMBER TEXT"),
        )
    if first["type"] == "string_too_short":
        return BadInput(_("The {field} is empty.").format(field=field), fix=_("Say in a few words what it is."))
    return BadInput(_("The {field} does not fit: {said}.").format(field=field, said=first["msg"]))
