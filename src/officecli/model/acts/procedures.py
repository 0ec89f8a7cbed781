"""The acts on procedures."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts.act import Act
from officecli.model.acts.roles import CONCERNED

ACTS = (
    Act(
        name="procedure-add", word=N_("write a procedure"), past=N_("wrote a procedure"), to="procedure", makes=True,
        roles=CONCERNED, whose="procedure", rule="A401",
    ),
    Act(
        name="procedure-set", word=N_("change a procedure"), past=N_("changed a procedure"), to="procedure",
        roles=CONCERNED, whose="procedure", rule="A401",
    ),
    Act(
        name="procedure-retire", word=N_("retire a procedure"), past=N_("retired a procedure"), to="procedure",
        roles=CONCERNED, whose="procedure", rule="A401",
    ),
    Act(
        name="procedure-pause", word=N_("pause a procedure"), past=N_("paused a procedure"), to="procedure",
        roles=CONCERNED, whose="procedure", rule="A401",
    ),
    Act(
        name="procedure-resume", word=N_("resume a procedure"), past=N_("resumed a procedure"), to="procedure",
        roles=CONCERNED, whose="procedure", rule="A401",
    ),
)  # fmt: skip
