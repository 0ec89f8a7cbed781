"""Who may do what: the roles entitled to each act. The one place that knows; the rules judge entries by it.

Roles: self (takes on work), superior (of the lead to be), originator, originator-superior, lead, lead-superior, supporter,
step-holder (holds the post that does a step of the item), registrar (acts for the person entitled), sole (leads what they gave themselves and has
no superior), actor (did the thing being undone).
Not entitled to anything: asker, lead-beside and lead-above (a lead who hands work sideways or up), none.
"""

from __future__ import annotations

ORIGINATORS = ("originator", "originator-superior")

ENTITLED: dict[str, tuple[str, ...]] = {
    "add": ("self", "superior", "registrar"),
    "procedure-run": ("self", "superior", "registrar"),
    "sign": ("lead", "registrar"),
    "note": ("lead", "registrar"),
    "submit": ("lead", "registrar"),
    "extend": ("lead", "registrar"),
    "wait": ("lead", "registrar"),
    "part": ("supporter", "lead", "registrar"),
    "step": ("lead", "step-holder", "registrar"),
    "assign": ("originator", "lead-superior", "lead", "registrar"),
    "support": ("originator", "lead-superior", "lead", "registrar"),
    "edit": (*ORIGINATORS, "registrar"),
    "tag": (*ORIGINATORS, "lead", "registrar"),
    "set-goal": (*ORIGINATORS, "registrar"),
    "set-deadline": (*ORIGINATORS, "registrar"),
    "return": (*ORIGINATORS, "registrar"),
    "close": (*ORIGINATORS, "sole", "registrar"),
    "rate": (*ORIGINATORS, "registrar"),
    "suspend": (*ORIGINATORS, "registrar"),
    "resume": (*ORIGINATORS, "registrar"),
    "cancel": (*ORIGINATORS, "registrar"),
    "grant": ("originator", "lead-superior", "registrar"),
    "decline": ("originator", "lead-superior", "registrar"),
    "prod": (*ORIGINATORS, "lead-superior", "lead", "supporter", "registrar"),
    "tell": (*ORIGINATORS, "lead-superior", "lead", "registrar"),
    "waive": ("lead-superior", "registrar"),
    "unwaive": ("lead-superior", "registrar"),
    "undo": ("actor",),
}
"""Act on an item → roles, the most telling first."""

ON_DECISIONS: dict[str, tuple[str, ...]] = {
    "decide": ("decider", "below", "registrar"),
    "decide-items": ("decider", "decider-superior", "below", "recorder", "registrar"),
    "decide-none": ("decider", "decider-superior", "registrar"),
    "report-back": ("decider", "recorder", "lead", "registrar"),
}
"""Act on a decision → roles: who decided, their superiors, those below them, who recorded it, and the leads of its items.

Of a decision made outside the office nobody here is the decider: its recorder stands for them.
"""

ON_REQUESTS: dict[str, tuple[str, ...]] = {
    "answer": ("holder", "holder-superior", "registrar"),
    "escalate": ("holder", "holder-superior", "registrar"),
    "withdraw": ("asker", "registrar"),
}
"""Act on a request → roles: who holds it (or their stand-in), the next superior while nobody acts for them, and who asked."""

OWN_APPROVAL: dict[str, tuple[str, ...]] = {"close": ("lead",), "grant": ("asker",), "answer": ("asker",)}
"""Act → roles in which it would be approving one's own: judged by A402, not A401."""

GOAL_AND_DEADLINE = ("set-goal", "set-deadline")
"""Acts that move what the work is measured by: judged by A403, not A401."""

APPROVALS = ("close", "rate", "return", "grant", "decline", "waive")
"""What a registrar never does for anybody on an item the registrar leads."""

FOR_THE_ORIGINATOR = (
    "edit",
    "set-goal",
    "set-deadline",
    "return",
    "close",
    "rate",
    "suspend",
    "resume",
    "cancel",
    "assign",
    "support",
    "prod",
    "grant",
    "decline",
)
"""Acts a registrar does on the originator's behalf; the others are the lead's."""
