"""The acts on what somebody reminds themselves of: nobody else ever does one, so no rule judges them."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts.act import Act

ACTS = (
    Act(name="remind", word=N_("register something personal"), past=N_("registered something personal"), to="reminder", makes=True),
    Act(name="remind-edit", word=N_("edit something personal"), past=N_("edited something personal"), to="reminder"),
    Act(name="remind-note", word=N_("note something personal"), past=N_("noted something personal"), to="reminder"),
    Act(name="remind-close", word=N_("close something personal"), past=N_("closed something personal"), to="reminder"),
    Act(name="remind-cancel", word=N_("cancel something personal"), past=N_("cancelled something personal"), to="reminder"),
    Act(name="remind-reopen", word=N_("reopen something personal"), past=N_("reopened something personal"), to="reminder"),
)
