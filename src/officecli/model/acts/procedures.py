"""The acts on procedures."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts.act import Act, Instead

_ACTED_ON = N_("Your last command is not undone here, since others may have acted on it.")
_CHANGED = Instead(_ACTED_ON, N_("Change a procedure with: officecli procedure set NAME; end it with: officecli procedure retire NAME"))
_PAUSED = Instead(_ACTED_ON, N_("End a pause with: officecli procedure resume NAME; begin one with: officecli procedure pause NAME"))
_WRITERS = ("self", "superior", "registrar")

ACTS = (
    Act(
        name="procedure-add", word=N_("write a procedure"), past=N_("wrote a procedure"), to="procedure", makes=True,
        roles=_WRITERS, whose="procedure", rule="A401", instead=_CHANGED,
    ),
    Act(
        name="procedure-set", word=N_("change a procedure"), past=N_("changed a procedure"), to="procedure",
        roles=_WRITERS, whose="procedure", rule="A401", instead=_CHANGED,
    ),
    Act(
        name="procedure-retire", word=N_("retire a procedure"), past=N_("retired a procedure"), to="procedure",
        roles=_WRITERS, whose="procedure", rule="A401", instead=_CHANGED,
    ),
    Act(
        name="procedure-pause", word=N_("pause a procedure"), past=N_("paused a procedure"), to="procedure",
        roles=_WRITERS, whose="procedure", rule="A401", instead=_PAUSED,
    ),
    Act(
        name="procedure-resume", word=N_("resume a procedure"), past=N_("resumed a procedure"), to="procedure",
        roles=_WRITERS, whose="procedure", rule="A401", instead=_PAUSED,
    ),
)  # fmt: skip
