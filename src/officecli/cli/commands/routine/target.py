"""Quantified targets of posts, people, duties and items: set them, record what was achieved.

A target is known by its number, T-012, or by what it measures. A grade is what each piece counts for, 1 if nothing is said.
Worked out from the ledger, an item counts for whoever led it, and the post they held, on the day it was settled: on-time when it was first submitted,
or its deadline passed before that; first-pass and return-rate when it was reviewed; sign-hours when it was signed for; turnaround, working days from
issue, when it was first submitted; closed when it was closed. Where several hold a post at once, each is measured by what they led themselves.
What people record of their own rates, times and checklists counts once a superior has confirmed it.
  officecli target add "Articles accepted" --post Information/Clerk --class output --goal "12 articles" --weight 40
  officecli target add "On time" --post Records/Clerk --computed on-time --goal 98% --threshold 90% --weight 60
  officecli target add "Letters answered" --person Ben --class output --goal "20 letters" --weight 20
  officecli target T-012 3 "bulletin 11"
  officecli target record T-012 --pieces 3 --grade 1.5 --evidence "bulletin 11"
  officecli target set T-012 --goal "14 articles"
  officecli target correct V31 2 --reason "one was counted twice"
  officecli target list --post Records/Clerk --period 2026-11
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from officecli.cli import completing_numbers
from officecli.cli.command_classes import OfficeCommand, add_looks, group
from officecli.cli.file_given import file_given
from officecli.cli.looks.target import LOOKS, NAME, PERIOD
from officecli.cli.marks import EACH
from officecli.cli.numbers_typed import OF_ITS_OWN, every_number
from officecli.cli.options import described
from officecli.cli.target_options import takes_achieved, takes_new_target, takes_other_terms
from officecli.cli.verb import AnswerFormat, On, Reason, carry_out, carry_out_each
from officecli.errors import BadInput
from officecli.i18n import _

app = group("record")

Target = Annotated[str, described(NAME)]
Period = Annotated[str, described(PERIOD)]


@app.command("add", cls=OfficeCommand, help=_("Set a target, or all those of a file."))
@takes_new_target
def add(
    terms: dict[str, Any] = {},
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help=_("Set all the targets of this TOML file, or none."))] = None,
    format_: AnswerFormat = "text",
) -> None:
    owner = terms["post"] or terms["duty"] or terms["item"] or terms["person"]
    if file is not None:
        _add_all_of(file, format_, beside=bool(terms["metric"] or owner))
        return
    from officecli.actions.targets.setting import add_target
    from officecli.cli.meant.missing import need
    from officecli.typed.targets.terms import NewTarget

    need(
        {"METRIC": terms["metric"], "--post|--duty|--item|--person": owner, "--class": terms["class_"] or terms["computed"]},
        goal=terms["goal"] or terms["points"],
    )
    carry_out("target-add", lambda act: add_target(act, NewTarget(**terms)), format_)


def _add_all_of(file: Path, format_: str, *, beside: bool) -> None:
    """Set all the targets of a file; BadInput where one is named `beside`."""
    if beside:
        raise BadInput(_("--file names the targets itself."), fix=_("Leave out everything else."))
    from officecli.files.targets import add_from_file

    with file_given(file) as named:
        carry_out("target-add", lambda act: add_from_file(act, named), format_)


@app.command("set", cls=OfficeCommand, help=_("Give a target other terms, from the running period on; ended ones keep theirs."))
@takes_other_terms
def set_(target: Target, terms: dict[str, Any] = {}, reason: Reason = "", format_: AnswerFormat = "text") -> None:
    from officecli.actions.targets.setting import set_target
    from officecli.typed.targets.terms import OtherTerms

    carry_out("target-set", lambda act: set_target(act, target, OtherTerms(**terms, reason=reason)), format_)


@app.command("retire", cls=OfficeCommand, help=_("End a target with the running period; what was attained stays."))
def retire(
    target: Target,
    since: Annotated[str, typer.Option("--from", metavar="PERIOD", help=_("The first period without it; the next one if not said."))] = "",
    reason: Reason = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.targets.setting import retire_target

    carry_out("target-retire", lambda act: retire_target(act, target, since=since, reason=reason), format_)


@app.command("record", cls=OfficeCommand, help=_("Record what was achieved of a target."))
@takes_achieved
def record(
    target: Target,
    value: Annotated[str, typer.Argument(metavar="VALUE", help=_("The result; for output, how many pieces."))] = "",
    proof: Annotated[str, typer.Argument(metavar="TEXT", help=_("What proves it."))] = "",
    period: Period = "",
    achieved: dict[str, str] = {},
    on: On = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.targets import recording

    if proof and achieved["evidence"]:
        raise BadInput(
            _("The text is given twice: “{text}”, and after {option}.").format(text=proof[:60], option="--evidence"), fix=_("Give it once.")
        )
    achieved = {**achieved, "evidence": proof or achieved["evidence"]}
    carry_out("target-record", lambda act: recording.record(act, target, recording.Result(value, **achieved), period), format_, on=on)


@app.command("correct", cls=OfficeCommand, help=_("Put a right result in place of a wrong one, which stays on record."))
@takes_achieved
def correct(
    result: Annotated[
        str,
        typer.Argument(
            metavar="RESULT", autocompletion=completing_numbers.results, help=_("The result's number, V-031, as officecli target show lists it.")
        ),
    ],
    value: Annotated[str, typer.Argument(metavar="VALUE", help=_("The right result."))] = "",
    achieved: dict[str, str] = {},
    reason: Reason = "",
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.targets import recording

    carry_out("target-correct", lambda act: recording.correct(act, result, recording.Result(value, **achieved), reason), format_)


@app.command("confirm", cls=OfficeCommand, help=_("Confirm results that people recorded of themselves, so that they count."))
def confirm(
    results: Annotated[
        list[str],
        typer.Argument(
            metavar="RESULT…",
            autocompletion=completing_numbers.to_confirm,
            help=_("The results' numbers, V-031 V-032, as the digest lists them."),
            rich_help_panel=EACH,
        ),
    ],
    format_: AnswerFormat = "text",
) -> None:
    from officecli.actions.targets import confirming

    carry_out_each("target-confirm", every_number(results, OF_ITS_OWN), confirming.Confirming(), format_)


add_looks(app, LOOKS)
