"""The roles people act in. They are kept on the trail, where the rules judge them."""

from __future__ import annotations

from officecli.i18n import N_

CONCERNED = ("self", "superior", "registrar")
"""Whoever something concerns, those above them, and a registrar for them."""

ROLES: dict[str, str] = {
    "lead": N_("lead"),
    "supporter": N_("supporter"),
    "step-holder": N_("holder of the step's post"),
    "originator": N_("originator"),
    "originator-superior": N_("superior of the originator"),
    "lead-superior": N_("superior of the lead"),
    "lead-beside": N_("lead, towards somebody not below"),
    "lead-above": N_("lead, towards a superior"),
    "sole": N_("lead of own work without a superior"),
    "registrar": N_("registrar"),
    "not-registrar": N_("no registrar"),
    "asker": N_("who asked"),
    "holder": N_("leader asked"),
    "holder-superior": N_("next superior of an absent leader"),
    "decider": N_("who decided"),
    "decider-superior": N_("superior of who decided"),
    "below": N_("below who decided"),
    "recorder": N_("who recorded it"),
    "self": N_("for themselves"),
    "superior": N_("superior"),
    "owner": N_("who sees to it"),
    "duty-officer": N_("duty officer"),
    "founder": N_("founder"),
    "actor": N_("who did it"),
    "none": N_("no role"),
}
"""Role → its word.

On items: self (takes on work), superior (of the lead to be), originator, originator-superior, lead, lead-superior, supporter, step-holder (holds the
post that does a step), sole (leads what they gave themselves and has no superior), registrar (acts for the person entitled). On decisions: decider,
decider-superior, below, recorder; of a decision made outside the office nobody here is the decider: its recorder stands for them. On requests: asker,
holder (or the stand-in), holder-superior (while nobody acts for the holder). Elsewhere: self, superior, owner, duty-officer, registrar.
Entitled to nothing: lead-beside and lead-above (a lead who hands work sideways or up), not-registrar (gives rights only a registrar gives), none.
"""

ORIGINATORS = ("originator", "originator-superior")
