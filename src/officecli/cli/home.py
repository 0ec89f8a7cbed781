"""What `officecli` alone means: the day of whoever asks, the office's for whoever stands above all, and the first steps where there is neither."""

from __future__ import annotations

from officecli.cli import session
from officecli.errors import NotFound

FIRST_STEPS, THE_OFFICES = ["help"], ["digest"]


def home(options: list[str]) -> list[str]:
    """The command line that `officecli` alone stands for; with `options` of the digest, which its foot names (--wide, --limit 0), the digest with them."""
    if not options:
        return _stands_for()
    name = options[0].partition("=")[0]
    if (name if name.startswith("--") else name[:2]) not in _of_the_digest():
        return options
    return options if (alone := _stands_for()) is FIRST_STEPS else [*alone, *options]


def _of_the_digest() -> set[str]:
    from officecli.cli.command_classes import HELP_NAMES
    from officecli.cli.program import load

    return {name for parameter in load("digest").params for name in parameter.opts} - set(HELP_NAMES["help_option_names"])


def _stands_for() -> list[str]:
    from officecli.standing.actor import who_acts
    from officecli.standing.office.superiors import superiors

    try:
        with session.current.read() as read:
            asker = who_acts(read, session.current.who())
            if asker["account"]:
                return THE_OFFICES if read.row("SELECT 1 AS one FROM person WHERE account = 0") else FIRST_STEPS
            heads = read.row("SELECT 1 AS one FROM post WHERE reports_to_id = :post AND retired = 0", post=asker["post_id"] or 0)
            if not heads or superiors(read, asker["id"]):
                return ["digest", "--for", asker["name"]]
            session.current.own_day = asker["name"]
            return THE_OFFICES
    except NotFound:  # no office here yet
        return FIRST_STEPS
