"""Says what to write in the ledger where a rule refuses a row: what is typed for one item does not help there."""

from __future__ import annotations

from collections.abc import Mapping

from officecli.files.ledger.rows.ledger_row import Ledger
from officecli.i18n import _
from officecli.model.item_fields import COLUMNS


def in_the_file(ledger: Ledger) -> Mapping[str, str]:
    """Code of a rule → what to write, and where."""

    def under(key: str) -> str:
        return ledger.headings.get(key) or _(COLUMNS[key].label)

    part = _("Write what each of them does behind the name, under “{heading}”: Ben (boxes 40 to 80).").format(heading=under("support"))
    return {
        "D301": _(
            "Write the day, or that of the next review, under “{heading}”; or say what holds for all rows that have none: --due-rule 2026-12-01."
        ).format(heading=under("due")),
        "R101": _("Write who leads it now under “{heading}”: somebody who is here.").format(heading=under("lead")),
        "R102": part,
        "R104": part,
        "A404": _("Write what it rests on under “{heading}”: instruction of 3 July, 12th standing meeting.").format(heading=under("source")),
    }
