"""Carries out the differences of a plan: each item is brought in line by the acts that make it so, and what stands in the way is told by row."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from officecli.actions.acting import Acting
from officecli.actions.items.bringing_in_line import bring_in_line
from officecli.files.ledger.reconciling.changed_here import IMPORT, changed_here, perhaps_changed
from officecli.files.ledger.reconciling.in_line import in_line, left_as_it_is
from officecli.files.ledger.reconciling.judging import tried
from officecli.files.ledger.reconciling.plan import Paired, Same
from officecli.files.ledger.reconciling.saying import says
from officecli.files.ledger.rows.ledger_row import RowProblem
from officecli.i18n import _
from officecli.model.item_fields import FIELDS
from officecli.model.items import Item
from officecli.standing.office.rights import over_office


def carry_out(act: Acting, differing: Sequence[Paired], agreeing: Sequence[Same], reason: str) -> dict[int, list[RowProblem]]:
    """Bring the items of the differing rows in line, and return by row what forbids it: nothing may then be kept of the whole.

    Of the `agreeing` rows those are marked as imported whose items were changed here meanwhile, and which say so themselves. Raises Refused for anybody but a registrar.
    """
    act.sign(over_office(act.actor))
    ids = [int(one.record["id"]) for one in differing]
    same = {one.item_id: one for one in agreeing}
    for item_id in perhaps_changed(act.read, same.keys()):
        changed = changed_here(act.read, item_id).keys()
        if changed and _agrees_on(changed, same[item_id]):
            ids.append(item_id)
    for item_id in ids:
        act.change.mark(act.change.get(Item, item_id), IMPORT)
    if ids:
        act.stop_unless_entitled()
    problems: dict[int, list[RowProblem]] = {}
    for paired in differing:
        found = list(_one(act, paired, reason))
        if found:
            problems[paired.made.row.row] = found
    act.change.reason = ""
    return problems


def _agrees_on(changed: Collection[str], same: Same) -> bool:
    """Whether a row says itself what was changed here: where it is silent of an end, or blank, nobody has seen the change who keeps the ledger."""
    silent_of_end = "status" in changed and "status" not in says(same.made)
    return not silent_of_end and same.blank.isdisjoint(changed)


def _one(act: Acting, paired: Paired, reason: str) -> Sequence[RowProblem]:
    row = paired.made.row.row
    left = [RowProblem(row, _(FIELDS[one.field].label), str(one.new), why, fix, one.field) for one, why, fix in left_as_it_is(paired)]
    if left:
        return left
    return tried(act, row, paired.number, lambda: bring_in_line(act, paired.number, in_line(paired), reason))
