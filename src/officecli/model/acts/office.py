"""The acts on the office: its order, its people, and their coming and going."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts.act import Act, Instead

_OFFICE = Instead(
    N_("Your last command changed the office itself, which is not undone here."),
    N_("Change it back by the same command, or the office file and run: officecli setup FILE.toml"),
)
_ACTED_ON = N_("Your last command is not undone here, since others may have acted on it.")
_ABSENCE = Instead(
    _ACTED_ON,
    N_("End an absence with: officecli person absent NAME --back; record one anew with: officecli person absent NAME --to DATE"),
)
_DIFFICULTY = Instead(_ACTED_ON, N_("A difficulty stays on record, and is ended by its answer: officecli difficulty answer ID TEXT"))
_REGISTRAR = ("registrar",)
_IN_CHARGE = ("registrar", "superior")
_CONCERNED = ("self", "superior", "registrar")

ACTS = (
    Act(name="init", word=N_("found the office"), past=N_("founded the office"), to="office", makes=True, roles=("founder",), instead=_OFFICE),
    Act(name="setup", word=N_("set the office up"), past=N_("set the office up"), to="office", roles=_REGISTRAR, whose="office", rule="A401", instead=_OFFICE),
    Act(name="calendar", word=N_("record the calendar"), past=N_("recorded the calendar"), to="office", instead=_OFFICE),
    Act(name="config", word=N_("change a setting"), past=N_("changed a setting"), to="office", roles=_REGISTRAR, whose="office", rule="A401", instead=_OFFICE),
    Act(
        name="clock", word=N_("accept the clock"), past=N_("accepted the clock"), to="office", roles=_REGISTRAR, whose="office", rule="A401",
        instead=Instead(N_("That the clock was accepted stays on record."), N_("Go on from here; what was wrong is told by: officecli history")),
    ),
    Act(name="duty-add", word=N_("give a duty"), past=N_("gave a duty"), to="office", roles=_REGISTRAR, whose="office", rule="A401", instead=_OFFICE),
    Act(name="duty-set", word=N_("change a duty"), past=N_("changed a duty"), to="office", roles=_REGISTRAR, whose="office", rule="A401", instead=_OFFICE),
    Act(name="duty-retire", word=N_("retire a duty"), past=N_("retired a duty"), to="office", roles=_REGISTRAR, whose="office", rule="A401", instead=_OFFICE),
    Act(
        name="body-add", word=N_("enter an outside body"), past=N_("entered an outside body"), to="office",
        roles=_REGISTRAR, whose="office", rule="A401", instead=_OFFICE,
    ),
    Act(
        name="body-set", word=N_("change an outside body"), past=N_("changed an outside body"), to="office",
        roles=_REGISTRAR, whose="office", rule="A401", instead=_OFFICE,
    ),
    Act(
        name="body-retire", word=N_("retire an outside body"), past=N_("retired an outside body"), to="office",
        roles=_REGISTRAR, whose="office", rule="A401", instead=_OFFICE,
    ),
    Act(
        name="post-norms", word=N_("set the norms of a post"), past=N_("set the norms of a post"), to="office",
        roles=_REGISTRAR, whose="office", rule="A401", instead=_OFFICE,
    ),
    Act(
        name="person-add", word=N_("take somebody on"), past=N_("took somebody on"), to="person", makes=True,
        roles=_IN_CHARGE, whose="staff", rule="A401", instead=_OFFICE,
    ),
    Act(name="person-set", word=N_("change a person"), past=N_("changed a person"), to="person", roles=_IN_CHARGE, whose="staff", rule="A401", instead=_OFFICE),
    Act(name="person-move", word=N_("move a person"), past=N_("moved a person"), to="person", roles=_IN_CHARGE, whose="staff", rule="A401", instead=_OFFICE),
    Act(
        name="person-leave", word=N_("record a leaving"), past=N_("recorded a leaving"), to="person",
        roles=_IN_CHARGE, whose="staff", rule="A401", instead=_OFFICE,
    ),
    Act(
        name="selection", word=N_("record a selection"), past=N_("recorded a selection"), to="person", roles=_IN_CHARGE, whose="staff", rule="A401",
        instead=Instead(_ACTED_ON, N_("How somebody was selected stays on record; record it anew: officecli person selected NAME")),
    ),
    Act(name="absent", word=N_("record an absence"), past=N_("recorded an absence"), to="person", roles=_CONCERNED, whose="absence", rule="A401", instead=_ABSENCE),
    Act(name="back", word=N_("record a return"), past=N_("recorded a return"), to="person", roles=_CONCERNED, whose="absence", rule="A401", instead=_ABSENCE),
    Act(
        name="roster", word=N_("set the duty roster"), past=N_("set the duty roster"), to="person", roles=_CONCERNED, whose="roster", rule="A401",
        instead=Instead(_ACTED_ON, N_("Put the right person on duty: officecli roster set DATE NAME")),
    ),
    Act(
        name="handover", word=N_("hand the duty over"), past=N_("handed the duty over"), to="office", roles=("duty-officer", "registrar"),
        whose="handover", rule="A401",
        instead=Instead(
            _ACTED_ON, N_("A note is ended with: officecli roster done NOTE; one ended too early is written anew: officecli roster handover TEXT")
        ),
    ),
    Act(
        name="difficulty-add", word=N_("record a difficulty"), past=N_("recorded a difficulty"), to="person",
        roles=_CONCERNED, whose="difficulty", rule="A401", instead=_DIFFICULTY,
    ),
    Act(
        name="difficulty-answer", word=N_("answer a difficulty"), past=N_("answered a difficulty"), to="person",
        roles=("owner", "superior"), whose="difficulty-answer", rule="A401", instead=_DIFFICULTY,
    ),
)  # fmt: skip
