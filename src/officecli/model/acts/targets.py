"""The acts on targets and their results."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts.act import Act
from officecli.model.acts.roles import CONCERNED

_ABOVE = ("superior", "registrar")

ACTS = (
    Act(
        name="target-add", word=N_("set a target"), past=N_("set a target"), to="target", makes=True,
        roles=_ABOVE, whose="target", rule="A401",
    ),
    Act(
        name="target-set", word=N_("change a target"), past=N_("changed a target"), to="target",
        roles=_ABOVE, whose="target", rule="A401",
    ),
    Act(
        name="target-retire", word=N_("end a target"), past=N_("ended a target"), to="target",
        roles=_ABOVE, whose="target", rule="A401",
    ),
    Act(
        name="target-record", word=N_("record a result"), past=N_("recorded a result"), to="target",
        roles=CONCERNED, whose="result", rule="A401", dated=True,
    ),
    Act(
        name="target-correct", word=N_("correct a result"), past=N_("corrected a result"), to="target",
        roles=CONCERNED, whose="correction", rule="A401",
    ),
    Act(
        name="target-confirm", word=N_("confirm a result"), past=N_("confirmed a result"), to="target",
        roles=_ABOVE, whose="confirmation", rule="A401", other_rules=(("self", "A402"),),
    ),
)  # fmt: skip
