"""Change what items say, and tag them.

Goal, targets and deadline belong to the originator's side; tags, duty and procedure to the lead as well. A tag is taken away with "".
  officecli edit 31 --due "fri" --reason "the council moved its meeting"
  officecli edit 31 --due 2026-10-30 --correct "typed 13 for 30"
  officecli edit 31-33 --depth in-depth --focus hot-issue
  officecli edit 31 +budget -draft
  officecli edit 31-33 --editor
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from officecli.cli import order_options
from officecli.cli.correcting import Correct, alone
from officecli.cli.meant.out_of_order import refuse_reason_among
from officecli.cli.order_options import option
from officecli.cli.verb import ItemFormat, Numbers, Reason, Waived, perform_each, takes_waivers
from officecli.errors import BadInput
from officecli.i18n import _

if TYPE_CHECKING:
    from officecli.actions.items.asked import Edit


@takes_waivers
@order_options.takes_fields
@order_options.takes_tags
def run(
    numbers: Numbers,
    title: Annotated[str | None, option("title")] = None,
    goal: Annotated[str | None, option("goal")] = None,
    due: Annotated[str | None, option("due")] = None,
    source: Annotated[str | None, option("source", "--from")] = None,
    kind: Annotated[str | None, option("kind")] = None,
    urgency: Annotated[str | None, option("urgency")] = None,
    importance: Annotated[str | None, option("importance")] = None,
    fields: dict[str, Any] = {},
    hours: order_options.Hours = None,
    feedback_every: Annotated[str | None, option("feedback_every")] = None,
    target: Annotated[list[str], typer.Option(metavar="AMOUNT", help=_("The targets, in place of the old ones."))] = [],
    tags: dict[str, str | None] = {},
    body: order_options.Body = None,
    label: order_options.Labels = [],
    editor: Annotated[
        bool, typer.Option("--editor", help=_("Open them in your editor ($VISUAL, $EDITOR), and record what you change there."))
    ] = False,
    issued: Annotated[str, typer.Option(metavar="DATE", help=_("With --correct: the day it was truly handed out."))] = "",
    reason: Reason = "",
    correct: Correct = "",
    waived: Waived = Waived(),
    format_: ItemFormat = "text",
) -> None:
    named = {
        "title": title, "goal": goal, "source": source, "kind": kind, "urgency": urgency, "importance": importance, "hours": hours,
        "feedback_every": feedback_every,
    }  # fmt: skip
    others = {**fields, **named, **tags, "body": body, "source": None, "from": source, "target": target, "label": label, "reason": reason}
    if editor:
        alone("--editor", _("Change it in the editor, or leave out --editor."), **others, due=due, issued=issued, correct=correct)
        from officecli.cli.in_editor import edit_in_editor  # few open one

        edit_in_editor(numbers, format_, waived)
    elif correct:
        from officecli.actions.items.correcting import correct_days

        alone("--correct", _("What was mistyped is corrected by itself; change the rest with another command."), **others)
        perform_each("correct", numbers, lambda act, number: correct_days(act, number, due, issued, correct), format_, waived)
    elif issued:
        raise BadInput(_("--issued goes with --correct only."), fix=_("Say how the wrong day came about: --correct REASON"))
    else:
        from officecli.actions.items.asked import Edit
        from officecli.typed.items.tags import Tags

        _edit(numbers, Edit(fields | named, due, target, reason, Tags(**tags), body, label), format_, waived)


def _edit(numbers: list[str], wanted: Edit, format_: str, waived: Waived) -> None:
    from officecli.actions.items.editing import edit

    if wanted.empty:
        from officecli.cli.meant.line_meant import refuse_out_of_place  # only who says nothing to change waits for it

        refuse_out_of_place(_("What to change is missing."))
    refuse_reason_among(numbers, wanted.reason)
    perform_each("edit", numbers, lambda act, number: edit(act, number, wanted), format_, waived)
