"""The acts on decisions and requests."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.acts.act import Act

ACTS = (
    Act(
        name="decide", word=N_("record a decision"), past=N_("recorded a decision"), to="decision", makes=True,
        roles=("decider", "below", "registrar"), whose="decide", rule="A401",
    ),
    Act(
        name="decide-items", typed=N_('decision items {number} "…" --lead NAME'), word=N_("split a decision into items"),
        past=N_("split a decision into items"), to="decision",
        roles=("decider", "decider-superior", "below", "recorder", "registrar"), whose="decide-items", rule="A401",
    ),
    Act(
        name="decide-none", typed=N_('decision none {number} --reason "…"'), word=N_("say that nothing needs to follow"),
        past=N_("recorded that nothing is needed"), to="decision",
        roles=("decider", "decider-superior", "registrar"), whose="decide-none", rule="A401",
    ),
    Act(
        name="report-back", typed=N_('decision report {number} "…"'), word=N_("report back"), past=N_("reported back"), to="decision",
        roles=("decider", "recorder", "lead", "registrar"), whose="report-back", rule="A401",
    ),
    Act(
        name="raise", word=N_("raise a request"), past=N_("raised a request"), to="request", makes=True,
        roles=("asker", "registrar"), whose="raising", rule="A401",
    ),
    Act(
        name="answer", typed=N_('request answer {number} "…"'), word=N_("answer"), past=N_("answered the request"), to="request",
        roles=("holder", "holder-superior", "registrar"),
        whose="holding", rule="A401", other_rules=(("asker", "A402"),),
    ),
    Act(
        name="escalate", typed=N_('request escalate {number} "…"'), word=N_("hand up"), past=N_("handed the request up"), to="request",
        roles=("holder", "holder-superior", "registrar"),
        whose="holding", rule="A401",
    ),
    Act(
        name="attempt", typed=N_('request attempt {number} "…"'), word=N_("note an attempt"), past=N_("noted an attempt to reach the leader"),
        to="request", roles=("asker", "registrar"),
        whose="asking", rule="A401",
    ),
    Act(
        name="withdraw", typed=N_("request withdraw {number}"), word=N_("withdraw"), past=N_("withdrew the request"), to="request",
        roles=("asker", "registrar"),
        whose="asking", rule="A401",
    ),
    Act(name="freeze", word=N_("find that answers clash"), past=N_("found that answers clash"), along=True, to="request"),
)  # fmt: skip
