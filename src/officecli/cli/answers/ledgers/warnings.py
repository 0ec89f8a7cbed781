"""What the rules warn of in the rows of a sheet, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from officecli.files.ledger.sheets.sheet_rows import row_list
from officecli.i18n import _, ngettext
from officecli.rules.wording import label

if TYPE_CHECKING:
    from officecli.files.ledger.reconciling.judging import Warned


def warnings(every: Iterable[Warned]) -> list[tuple[str, str, str]]:
    """Of each rule its name, what it says of the first rows and which others it says it of, and what to do."""
    return [_warning(warned) for warned in every]


def _warning(warned: Warned) -> tuple[str, str, str]:
    lines = [_("row {row}: {finding}").format(row=row, finding=text) for row, text in zip(warned.rows, warned.told, strict=False)]
    others = warned.rows[len(lines) :]
    if others:
        lines.append(ngettext("and {n} more: {rows}", "and {n} more: {rows}", len(others)).format(n=len(others), rows=row_list(others)))
    return label(warned.rule), "\n".join(lines), _(warned.rule.instead)
