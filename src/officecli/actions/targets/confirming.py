"""A superior confirms what people recorded of themselves; until then it counts nothing."""

from __future__ import annotations

from decimal import Decimal

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.actions.notices import notify
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.targets import TargetResult
from officecli.standing.targets import to_confirm
from officecli.store.targets import TargetTerms, every_terms
from officecli.typed.targets.finding import find_result

CONFIRM = "target-confirm"


@dataclass(frozen=True)
class ResultConfirmed(Answer):
    """The result counts from now on; or did before, and was not `changed`."""

    result: str
    target: str
    metric: str
    value: Decimal
    unit: str
    changed: bool = True


class Confirming:
    """Confirms one result after the other; what the targets ask for is read once, for none of it changes."""

    def __init__(self) -> None:
        self._terms: dict[int, TargetTerms] = {}

    def __call__(self, act: Acting, typed: str) -> None:
        """Confirm a result; whoever recorded it is told. Raises NotFound, and BadInput for one that needs none."""
        found = find_result(act.read, typed, "confirm")
        if not found["to_confirm"]:
            raise BadInput(
                _("{result} needs no confirmation: it counts already.").format(result=found["number"]),
                fix=_("See what waits with: officecli digest --for NAME"),
            )
        self._terms = self._terms or {terms.id: terms for terms in every_terms(act.read)}
        terms = self._terms[found["target_id"]]
        act.sign(to_confirm(act.read, act.actor, found["person_id"]))
        waits = found["confirmed"] is None
        if waits:
            row = act.change.get(TargetResult, found["id"])
            act.change.set(row, CONFIRM, confirmed=act.change.day, confirmed_by_id=act.answering_id)
            notify(act, CONFIRM, found["person_id"], "confirmed", target_id=terms.family_id)
        act.done.append(ResultConfirmed(found["number"], terms.number, terms.metric, Decimal(found["value"]), terms.unit, changed=waits))
