"""What is said of a target when it is set or changed, and of a result when it is recorded or put right."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from officecli.cli import completing, completing_numbers
from officecli.cli.options import unfolds
from officecli.i18n import _
from officecli.model import codes

Threshold = Annotated[str | None, typer.Option("--threshold", metavar="N", help=_("From where results count pro rata; below it they count nothing."))]
Bonus = Annotated[str | None, typer.Option("--bonus", metavar="POINTS", help=_("The most points for what goes beyond the goal."))]
Weight = Annotated[
    str | None, typer.Option("--weight", metavar="POINTS", help=_("The points for meeting it; the weights of a post add up to 100 in each period."))
]
Points = Annotated[list[str], typer.Option("--point", metavar="TEXT", help=_("A point of the checklist; once for each."))]
Under = Annotated[
    str | None, typer.Option("--under", metavar="TARGET", autocompletion=completing_numbers.targets, help=_("The target it is rolled up to."))
]

_NEW: dict[str, tuple[Any, Any]] = {
    "metric": (Annotated[str, typer.Argument(metavar="METRIC", help=_("What is measured."))], ""),
    "post": (Annotated[str, typer.Option("--post", metavar="POST", help=_("The post it belongs to: title or unit/title."))], ""),
    "duty": (Annotated[str, typer.Option("--duty", metavar="DUTY", help=_("The duty it belongs to."))], ""),
    "item": (
        Annotated[str, typer.Option("--item", metavar="NUMBER", autocompletion=completing_numbers.numbers, help=_("The item it belongs to."))],
        "",
    ),
    "person": (
        Annotated[
            str, typer.Option("--person", metavar="NAME", autocompletion=completing.people, help=_("The person it belongs to, on whatever post."))
        ],
        "",
    ),
    "class_": (
        Annotated[
            str,
            typer.Option(
                "--class",
                metavar="|".join(codes.TARGET_CLASSES),
                help=_("Norm: a checklist; output: pieces by their grade; efficiency-quality: a share, or a time."),
            ),
        ],
        "",
    ),
    "goal": (Annotated[str, typer.Option("--goal", metavar="AMOUNT", help=_("A number with its unit: “12 articles”, “98%”."))], ""),
    "at_most": (Annotated[bool, typer.Option("--at-most", help=_("Less is better."))], False),
    "threshold": (Threshold, ""),
    "bonus": (Bonus, ""),
    "weight": (Weight, ""),
    "period": (Annotated[str, typer.Option("--period", metavar="|".join(codes.PERIODS), help=_("How long its periods are."))], "month"),
    "points": (Points, []),
    "computed": (
        Annotated[
            str, typer.Option("--computed", metavar="|".join(codes.MEASURES), help=_("Have it worked out from the ledger, so that nobody types it."))
        ],
        "",
    ),
    "under": (Under, ""),
    "since": (Annotated[str, typer.Option("--from", metavar="PERIOD", help=_("Its first period; the running one if not said."))], ""),
}
_OTHER: dict[str, tuple[Any, Any]] = {
    "metric": (Annotated[str | None, typer.Option("--metric", metavar="TEXT", help=_("What is measured."))], None),
    "goal": (Annotated[str | None, typer.Option("--goal", metavar="AMOUNT", help=_("The goal, in the same unit."))], None),
    "at_most": (Annotated[bool | None, typer.Option("--at-most/--at-least", help=_("Whether less is better."))], None),
    "threshold": (Threshold, None),
    "bonus": (Bonus, None),
    "weight": (Weight, None),
    "points": (Points, []),
    "under": (Under, None),
    "since": (Annotated[str, typer.Option("--from", metavar="PERIOD", help=_("The first period with these terms."))], ""),
}
takes_new_target = unfolds("terms", _NEW, dict)
"""A command that takes what is said of a new target where it takes `terms`, the fields of a `NewTarget`; `takes_other_terms`: those of `OtherTerms`."""
takes_other_terms = unfolds("terms", _OTHER, dict)

Pieces = Annotated[str, typer.Option("--pieces", metavar="N", help=_("How many pieces there are; of a rate or a mean, how many are behind it."))]
Grade = Annotated[str, typer.Option("--grade", metavar="N", help=_("What each of the pieces counts for; 1 if not said."))]
Met = Annotated[str, typer.Option("--met", metavar="1,2,4", help=_("Which points of the checklist were met; or: all."))]
Missed = Annotated[str, typer.Option("--missed", metavar="3", help=_("Which points were not met; the others were."))]
Evidence = Annotated[str, typer.Option("--evidence", metavar="TEXT", help=_("What proves it."))]


takes_achieved = unfolds(
    "achieved",
    {"pieces": (Pieces, ""), "grade": (Grade, ""), "met": (Met, ""), "missed": (Missed, ""), "evidence": (Evidence, "")},
    dict,
)
"""A command that takes what may be said of a result besides its value, where it takes `achieved`."""
