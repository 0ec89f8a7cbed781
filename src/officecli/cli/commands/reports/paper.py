"""Papers that go out in the office's name: supervision notices, prods, extension forms, the bulletin, the follow-up of decisions.

A page for each item or decision, of an item the supervision notice if nothing else is
said; on A4 or Letter, in Word by the conventions of the language (in Chinese GB/T 9704):
  officecli paper 31 -o notice.docx
  officecli paper prod --unit Records -o prods.html
  officecli paper D2026-012 -o follow-up.docx
  officecli paper bulletin 2026-07 -o bulletin.docx
"""

from __future__ import annotations

import re
from typing import Any

import typer

from officecli.cli import report_commands
from officecli.cli.command_classes import HELP_NAMES, OfficeGroup
from officecli.i18n import N_

PAPERS = {
    "notice": ("reports.items.papers.notice", N_("The supervision notice of each item, with the slip that says it was received.")),
    "prod": ("reports.items.papers.prod_notice", N_("The notice of the last prod on each item: the first, the second or a further one.")),
    "extension": ("reports.items.papers.extension_form", N_("The form on which a later deadline is asked for, filled in as far as it is on record.")),
    "decision": ("reports.chain.decision_paper", N_("What became of each point of a decision.")),
    "bulletin": ("reports.items.bulletin", N_("The bulletin of a month: the figures, what was done, who lags behind, what is due next.")),
}
"""Name → the module that makes it, and what it is."""


_DECISION = re.compile(r"[Dd]-?\d")


class Papers(OfficeGroup):
    """Every paper as a command, imported when it is called; words that name none are of the matter of an item."""

    alone = ""
    usual = staticmethod(lambda words: "decision" if _DECISION.match(words[0]) else "notice")

    def list_commands(self, ctx: Any) -> list[str]:
        return list(PAPERS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in PAPERS:
            return None
        if cmd_name == "bulletin":
            return report_commands.build(cmd_name)
        return report_commands.paper(cmd_name, *PAPERS[cmd_name])


app = typer.Typer(cls=Papers, rich_markup_mode=None, context_settings=HELP_NAMES, add_completion=False, no_args_is_help=True)


@app.callback()
def run() -> None:
    pass
