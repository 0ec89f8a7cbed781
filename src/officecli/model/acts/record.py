"""The acts on the record itself: waivers, and taking back."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts.act import Act

ACTS = (
    Act(
        name="waive", typed=N_('waiver add CODE {number} --reason "…"'), word=N_("waive a rule"), past=N_("waived a rule"), along=True, to="record",
        roles=("lead-superior", "registrar"),
        whose="waiving", rule="A401", approval=True,
    ),
    Act(name="unwaive", typed="waiver list", word=N_("end a waiver"), past=N_("ended a waiver"), to="record", roles=("lead-superior", "registrar"),
        whose="waiving", rule="A401"),
    Act(name="seen", word=N_("mark as seen"), past=N_("saw what there was to know"), to="record", roles=("self",)),
    Act(name="undo", word=N_("undo"), past=N_("took back"), to="record", roles=("actor",)),
    Act(name="redo", word=N_("redo"), past=N_("did again"), to="record", roles=("actor",)),
)  # fmt: skip
