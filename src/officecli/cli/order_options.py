"""What is said of an item when it is registered, or changed; `add` and `decision items` take the same."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from officecli.cli import completing
from officecli.cli.options import unfolds
from officecli.i18n import _
from officecli.model import codes
from officecli.model.item_fields import FIELDS, PLAIN


def option(key: str, *flags: str, **more: Any) -> Any:
    """The option for a field of an item."""
    field = FIELDS[key]
    return typer.Option(*flags, metavar=field.metavar or "|".join(field.codes), help=_(field.help), **more)


Title = Annotated[str, typer.Argument(help=_("The matter, in a few words."))]
TitleAskedFor = Annotated[str | None, typer.Argument(metavar="TITLE", help=_("The matter, in a few words."))]
Lead = Annotated[str, typer.Option(metavar="NAME", autocompletion=completing.people, help=_("Who leads it; “me” for yourself."))]
LeadOrEach = Annotated[
    str | None,
    typer.Option(
        "--lead", metavar="NAME", autocompletion=completing.people, help=_("Who leads it; if not given who follows up its --body, else yourself.")
    ),
]
EachUnit = Annotated[
    list[str],
    typer.Option(
        "--each-unit",
        metavar="UNIT,UNIT",
        autocompletion=completing.units_and_bodies,
        help=_("The units, or outside bodies, that each owe it: a part for the head of each, or who follows it up."),
    ),
]
Each = Annotated[
    list[str],
    typer.Option(
        "--each", metavar="NAME:PART", autocompletion=completing.people, help=_("Who else owes it: a part for each of them; commas join several.")
    ),
]
Due = Annotated[str, typer.Option(metavar="WHEN", help=_("By when, counted from the issue day."))]
Support = Annotated[list[str], typer.Option(metavar="NAME:PART", help=_("Who supports it, and with which part."))]
Source = Annotated[str, option("source", "--from")]
Kind = Annotated[str, typer.Option(metavar="|".join(codes.KINDS), help=_("What kind of work it is: ad hoc if not said, routine with a procedure."))]
Urgency = Annotated[str, option("urgency")]
Importance = Annotated[str, option("importance")]
Goal = Annotated[str, option("goal")]
TargetAmount = Annotated[list[str], typer.Option(metavar="AMOUNT", help=_("A number with its unit: “12 articles”, 100%."))]
Issued = Annotated[str, typer.Option(metavar="DATE", help=_("The day it is handed out: past, today or ahead."))]
Hours = Annotated[float | None, option("hours", min=0, max=100_000)]
FeedbackEvery = Annotated[str, option("feedback_every")]
Began = Annotated[str, typer.Option(metavar="DATE", help=_("The day work on it began, if that was before it was registered."))]
Origin = Annotated[str | None, option("origin", autocompletion=completing.codes("origin"))]
LeadTime = Annotated[str | None, option("lead_time", autocompletion=completing.codes("lead_time"))]
Depth = Annotated[str | None, option("depth", autocompletion=completing.codes("depth"))]
Focus = Annotated[str | None, option("focus", autocompletion=completing.codes("focus"))]
Duty = Annotated[str | None, option("duty", autocompletion=completing.duties)]
Labels = Annotated[
    list[str],
    typer.Option("--label", metavar="LABEL", autocompletion=completing.labels, help=_("A label, as +LABEL is; -LABEL takes one away.")),
]
Body = Annotated[str | None, option("body", autocompletion=completing.bodies)]
Procedure = Annotated[str | None, option("procedure", autocompletion=completing.procedures)]

_TAGS = {"origin": Origin, "lead_time": LeadTime, "depth": Depth, "focus": Focus, "duty": Duty, "procedure": Procedure}
_TERMS: dict[str, tuple[Any, Any]] = {
    "kind": (Kind, ""),
    "urgency": (Urgency, "ordinary"),
    "importance": (Importance, "normal"),
    "goal": (Goal, ""),
    "target": (TargetAmount, []),
    "issued": (Issued, ""),
    "hours": (Hours, None),
    "feedback_every": (FeedbackEvery, ""),
    "began": (Began, ""),
    "body": (Body, None),
    "label": (Labels, []),
    **{name: (annotation, None) for name, annotation in _TAGS.items()},
}


def _plain(unsaid: str | None) -> dict[str, tuple[Any, Any]]:
    """An option for each plain field."""
    return {key: (Annotated[str | None, option(key)], unsaid) for key in PLAIN}


def _terms(typed: dict[str, Any]) -> dict[str, Any]:
    """What was typed, by the keywords of an `Order`: its tags as one, and under `fields` those that are kept as they are typed."""
    from officecli.typed.items.tags import Tags

    plain = {name: typed[name] for name in (*PLAIN, "goal", "hours", "feedback_every")}
    own = {name: typed[name] for name in ("kind", "urgency", "importance", "issued", "began")} | {"body": typed["body"] or ""}
    return {**own, "labels": typed["label"], "targets": typed["target"], "tags": Tags(*(typed[name] for name in _TAGS)), "fields": plain}


takes_tags = unfolds("tags", {name: (annotation, None) for name, annotation in _TAGS.items()}, dict)
"""A command that takes where it takes `tags` those of an item, what is not said as None."""

takes_fields = unfolds("fields", _plain(None), dict)
"""A command that takes every plain field where it takes `fields`: an option for each, None where it is not given, come to it as one mapping."""
takes_terms = unfolds("terms", {**_plain(""), **_TERMS}, _terms)
"""A command that takes where it takes `terms` all that an item may be registered with besides its matter, lead, deadline, support and source."""
