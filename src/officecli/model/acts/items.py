"""The acts on items, in the order in which `may` tells them."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts.act import Act
from officecli.model.acts.roles import CONCERNED, ORIGINATORS
from officecli.model.codes import OPEN

_LEAD = ("lead", "registrar")
_ORIGINATOR = (*ORIGINATORS, "registrar")
_BEGUN = ("issued", "in-hand")
_NOT_SUBMITTED = ("issued", "in-hand", "suspended")

ACTS = (
    Act(
        name="import", word=N_("import"), past=N_("imported it"), to="item", makes=True, roles=("registrar",), whose="import", rule="A401", alive=True,
        names=True,
    ),
    Act(
        name="add", word=N_("register"), past=N_("registered it"), to="item", makes=True,
        roles=CONCERNED, whose="giving", rule="A401", alive=True,
    ),
    Act(
        name="procedure-run", word=N_("run a procedure"), past=N_("ran a procedure"), to="item", makes=True,
        roles=CONCERNED, whose="giving", rule="A401", alive=True,
    ),
    Act(
        name="generate", word=N_("make what comes round"), past=N_("made what comes round"), to="item", makes=True,
        roles=("registrar",), whose="generate", rule="A401", alive=True,
    ),
    Act(
        name="sign", word=N_("sign for"), past=N_("signed for it"), also=("ack",), along=True, to="item", roles=_LEAD, whose="lead", rule="A401",
        statuses=("issued",), waits_for_issue=True, alive=True, dated=True,
    ),
    Act(
        name="note", typed=N_('note {number} "…"'), word=N_("feed back"), past=N_("fed back"), to="item", roles=_LEAD, whose="lead", rule="A401",
        statuses=OPEN, alive=True, dated=True,
    ),
    Act(
        name="submit", typed=N_('submit {number} "…"'), word=N_("submit"), past=N_("submitted the result"), along=True, to="item", roles=_LEAD,
        whose="lead", rule="A401",
        statuses=_BEGUN, waits_for_issue=True, alive=True, dated=True,
    ),
    Act(
        name="extend", typed=N_('extend {number} --to DATE "…"'), word=N_("ask for an extension"), past=N_("asked to extend"), to="item", roles=_LEAD,
        whose="lead", rule="A401",
        statuses=_BEGUN, waits_for_issue=True, alive=True, dated=True,
    ),
    Act(
        name="wait", typed=N_('wait {number} --to NAME "…"'), word=N_("wait for somebody"), past=N_("put it on wait"), past_over=N_("ended the wait"),
        to="item",
        roles=_LEAD, whose="lead", rule="A401", statuses=_BEGUN, alive=True,
    ),
    Act(
        name="part", typed=N_("part {number} NAME done"), word=N_("part done"), past=N_("did a part"), also=("part-done",), to="item",
        roles=("supporter", *_LEAD), whose="part", rule="A401", statuses=OPEN, alive=True, dated=True,
    ),
    Act(
        name="step", typed=N_("step {number} STEP"), word=N_("do a step"), past=N_("did a step"), to="item",
        roles=("lead", "step-holder", "registrar"), whose="step", rule="A401",
        statuses=("issued", "in-hand", "submitted"), waits_for_issue=True, alive=True, dated=True,
    ),
    Act(name="step-open", word=N_("open the next steps"), past=N_("opened the next steps"), along=True, to="item"),
    Act(
        name="meet", typed=N_("meeting --help"), word=N_("record what a meeting decided"), past=N_("recorded what a meeting decided on it"), to="item",
        roles=(*ORIGINATORS, "lead-superior", *_LEAD), whose="concerned", rule="A401", statuses=OPEN, for_originator=True, names=True,
    ),
    Act(
        name="assign", typed=N_('assign {number} --to NAME "…"'), word=N_("assign"), past=N_("handed it on"), to="item",
        roles=("originator", "lead-superior", "lead", "registrar"), whose="handing", rule="A401", other_rules=(("lead-above", "C505"),),
        statuses=_NOT_SUBMITTED, for_originator=True, alive=True,
    ),
    Act(
        name="split", typed=N_('split {number} "…" --lead NAME'), word=N_("split"), past=N_("made a part of it"), to="item",
        roles=("lead", *ORIGINATORS, "lead-superior", "registrar"),
        whose="splitting", rule="A401", statuses=_NOT_SUBMITTED, for_originator=True, alive=True,
    ),
    Act(
        name="support", typed=N_('support {number} NAME "…"'), word=N_("name supporters"), past=N_("changed the support"),
        past_over=N_("ended the support"), to="item",
        roles=("originator", "lead-superior", "lead", "registrar"), whose="handing", rule="A401", statuses=OPEN, for_originator=True,
    ),
    Act(
        name="edit", typed=N_("edit {number} …"), word=N_("edit"), past=N_("edited"), to="item", roles=_ORIGINATOR, whose="originator", rule="A401",
        statuses=(*OPEN, "closed"), for_originator=True,
    ),
    Act(
        name="tag", typed=N_("edit {number} …"), word=N_("tag"), past=N_("tagged it"), to="item", roles=(*ORIGINATORS, *_LEAD), whose="tagging", rule="A401",
        statuses=(*OPEN, "closed"),
    ),
    Act(
        name="set-goal", word=N_("set the goal"), past=N_("set the goal"), to="item", roles=_ORIGINATOR, whose="originator", rule="A403",
        statuses=OPEN, for_originator=True,
    ),
    Act(
        name="set-deadline", word=N_("set the deadline"), past=N_("set the deadline"), to="item", roles=_ORIGINATOR, whose="originator", rule="A403",
        statuses=OPEN, for_originator=True,
    ),
    Act(
        name="correct", typed=N_('edit {number} --due DATE --correct "…"'), word=N_("correct what was mistyped"),
        past=N_("corrected what was mistyped"), to="item", roles=_ORIGINATOR, whose="originator",
        rule="A401", statuses=_NOT_SUBMITTED, for_originator=True, approval=True,
    ),
    Act(
        name="return", typed=N_('return {number} "…"'), word=N_("return"), past=N_("returned it"), to="item", roles=_ORIGINATOR, whose="originator",
        rule="A401",
        statuses=("submitted",), for_originator=True, approval=True, alive=True, dated=True,
    ),
    Act(
        name="close", word=N_("close"), past=N_("closed it"), to="item", roles=(*ORIGINATORS, "sole", "registrar"), whose="originator", rule="A401",
        other_rules=(("lead", "A402"),), statuses=("issued", "in-hand", "submitted"), for_originator=True, approval=True, dated=True, whole="last",
    ),
    Act(
        name="reopen", typed=N_('reopen {number} "…"'), word=N_("reopen"), past=N_("opened it again"), to="item", roles=_ORIGINATOR,
        whose="originator", rule="A401",
        statuses=("closed",), for_originator=True, approval=True, alive=True, whole="first",
    ),
    Act(
        name="rate", typed=N_("rate {number} 4"), word=N_("rate"), past=N_("rated it"), to="item", roles=_ORIGINATOR, whose="originator", rule="A401",
        statuses=("closed",), for_originator=True, approval=True,
    ),
    Act(
        name="suspend", typed=N_('suspend {number} "…"'), word=N_("suspend"), past=N_("suspended it"), to="item", roles=_ORIGINATOR,
        whose="originator", rule="A401",
        statuses=_BEGUN, for_originator=True, whole="last",
    ),
    Act(
        name="resume", word=N_("resume"), past=N_("resumed it"), to="item", roles=_ORIGINATOR, whose="originator", rule="A401",
        statuses=("suspended",), for_originator=True, alive=True,
    ),
    Act(
        name="cancel", typed=N_('cancel {number} "…"'), word=N_("cancel"), past=N_("cancelled it"), to="item", roles=_ORIGINATOR, whose="originator",
        rule="A401",
        statuses=OPEN, for_originator=True, whole="last",
    ),
    Act(
        name="grant", word=N_("grant an extension"), past=N_("granted the extension"), to="item",
        roles=("originator", "lead-superior", "registrar"), whose="granting", rule="A401", other_rules=(("asker", "A402"),),
        statuses=_NOT_SUBMITTED, for_originator=True, approval=True, alive=True, dated=True,
    ),
    Act(
        name="decline", typed=N_('decline {number} "…"'), word=N_("decline an extension"), past=N_("declined the extension"), to="item",
        roles=("originator", "lead-superior", "registrar"), whose="granting", rule="A401",
        statuses=OPEN, for_originator=True, approval=True, alive=True,
    ),
    Act(
        name="prod", word=N_("prod"), past=N_("prodded"), to="item", roles=(*ORIGINATORS, "lead-superior", "lead", "supporter", "registrar"),
        whose="concerned", rule="A401", statuses=_BEGUN, waits_for_issue=True, for_originator=True,
    ),
    Act(
        name="tell", typed=N_("tell {number} NAME"), word=N_("tell the superior"), past=N_("told the superior"), to="item",
        roles=(*ORIGINATORS, "lead-superior", *_LEAD),
        whose="concerned", rule="A401", statuses=OPEN,
    ),
    Act(
        name="copy", typed=N_("copy {number} --to NAME"), word=N_("copy"), past=N_("sent a copy"), to="item",
        roles=(*ORIGINATORS, "lead-superior", "lead", "supporter", "registrar"), whose="concerned", rule="A401", statuses=OPEN,
    ),
)  # fmt: skip
