"""The acts on the office: its order, its people, and their coming and going."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts.act import Act, Instead
from officecli.model.acts.roles import CONCERNED

_FOUNDED = Instead(
    N_("Your last command founded the office, which is not undone."),
    N_("Change what is wrong in the office file, and run: officecli setup FILE.toml; or begin anew with another store: officecli init --db PATH"),
)
_REGISTRAR = ("registrar",)
_IN_CHARGE = ("registrar", "superior")

ACTS = (
    Act(name="init", word=N_("found the office"), past=N_("founded the office"), to="office", makes=True, roles=("founder",), instead=_FOUNDED),
    Act(name="setup", word=N_("set the office up"), past=N_("set the office up"), to="office", roles=_REGISTRAR, whose="office", rule="A401"),
    Act(name="calendar", word=N_("record the calendar"), past=N_("recorded the calendar"), along=True, to="office"),
    Act(name="config", word=N_("change a setting"), past=N_("changed a setting"), to="office", roles=_REGISTRAR, whose="office", rule="A401"),
    Act(
        name="profile", word=N_("change the profile"), past=N_("changed the profile"), to="office", roles=_REGISTRAR, whose="office", rule="A401",
        instead=Instead(
            N_("The profile is changed on the order of the highest post."), N_("officecli config profile light|standard|strict --by NAME")
        ),
    ),
    Act(
        name="clock", word=N_("accept the clock"), past=N_("accepted the clock"), to="office", roles=_REGISTRAR, whose="office", rule="A401",
        instead=Instead(N_("That the clock was accepted stays on record."), N_("Go on from here; what was wrong is told by: officecli history")),
    ),
    Act(name="duty-add", word=N_("give a duty"), past=N_("gave a duty"), to="office", roles=_REGISTRAR, whose="office", rule="A401"),
    Act(name="duty-set", word=N_("change a duty"), past=N_("changed a duty"), to="office", roles=_REGISTRAR, whose="office", rule="A401"),
    Act(name="duty-retire", word=N_("retire a duty"), past=N_("retired a duty"), to="office", roles=_REGISTRAR, whose="office", rule="A401"),
    Act(
        name="body-add", word=N_("enter an outside body"), past=N_("entered an outside body"), to="office",
        roles=_REGISTRAR, whose="office", rule="A401",
    ),
    Act(
        name="body-set", word=N_("change an outside body"), past=N_("changed an outside body"), to="office",
        roles=_REGISTRAR, whose="office", rule="A401",
    ),
    Act(
        name="body-retire", word=N_("retire an outside body"), past=N_("retired an outside body"), to="office",
        roles=_REGISTRAR, whose="office", rule="A401",
    ),
    Act(name="unit-set", word=N_("change a unit"), past=N_("changed a unit"), to="office", roles=_REGISTRAR, whose="office", rule="A401"),
    Act(
        name="post-norms", word=N_("set the norms of a post"), past=N_("set the norms of a post"), to="office",
        roles=_REGISTRAR, whose="office", rule="A401",
    ),
    Act(
        name="person-add", word=N_("take somebody on"), past=N_("took somebody on"), to="person", makes=True,
        roles=_IN_CHARGE, whose="staff", rule="A401",
    ),
    Act(name="person-set", word=N_("change a person"), past=N_("changed a person"), to="person", roles=_IN_CHARGE, whose="staff", rule="A401"),
    Act(name="person-move", word=N_("move a person"), past=N_("moved a person"), to="person", roles=_IN_CHARGE, whose="staff", rule="A401"),
    Act(
        name="person-leave", word=N_("record a leaving"), past=N_("recorded a leaving"), to="person",
        roles=_IN_CHARGE, whose="staff", rule="A401",
    ),
    Act(
        name="person-return", word=N_("record somebody's coming back"), past=N_("recorded somebody's coming back"), to="person",
        roles=_IN_CHARGE, whose="staff", rule="A401",
    ),
    Act(
        name="selection", word=N_("record a selection"), past=N_("recorded a selection"), to="person", roles=_IN_CHARGE, whose="staff", rule="A401",
    ),
    Act(name="absent", word=N_("record an absence"), past=N_("recorded an absence"), to="person", roles=CONCERNED, whose="absence", rule="A401"),
    Act(name="back", word=N_("record a return"), past=N_("recorded a return"), to="person", roles=CONCERNED, whose="absence", rule="A401"),
    Act(
        name="roster", word=N_("set the duty roster"), past=N_("set the duty roster"), to="person", roles=CONCERNED, whose="roster", rule="A401",
    ),
    Act(
        name="handover", word=N_("hand the duty over"), past=N_("handed the duty over"), to="office", roles=("duty-officer", "registrar"),
        whose="handover", rule="A401",
    ),
    Act(
        name="difficulty-add", word=N_("record a difficulty"), past=N_("recorded a difficulty"), to="person",
        roles=CONCERNED, whose="difficulty", rule="A401",
    ),
    Act(
        name="difficulty-answer", word=N_("answer a difficulty"), past=N_("answered a difficulty"), to="person",
        roles=("owner", "superior"), whose="difficulty-answer", rule="A401",
    ),
)  # fmt: skip
