"""What is to be written, as SQLModel checks it."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.declaring import SQLModel
from officecli.store.schema.declared import DECLARED
from officecli.store.write.misfits import called, empty, refuse_nul, too_long


def checked_values(model: type[SQLModel], fields: dict[str, Any]) -> dict[str, Any]:
    """Every column of a row of these fields, validated (a table's class does not validate by itself). Raises BadInput for a value that does not fit."""
    refuse_nul(fields)
    try:
        checked: dict[str, Any] = DECLARED[model].model_validate(fields).model_dump()
    except ValidationError as error:
        raise _misfit(error, model) from error
    return checked


def _misfit(error: ValidationError, model: type[SQLModel]) -> BadInput:
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    if first["type"] == "string_too_long":
        return too_long(field, first["ctx"]["max_length"], model)
    if first["type"] == "string_too_short":
        return empty(field)
    return BadInput(_("The {field} does not fit: {said}.").format(field=called(field), said=first["msg"]))
