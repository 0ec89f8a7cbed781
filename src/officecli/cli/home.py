"""What `officecli` alone means: the day of whoever asks, the office's for whoever stands above all, and the first steps where there is neither."""

from __future__ import annotations

from officecli.cli import session
from officecli.errors import NotFound

FIRST_STEPS, THE_OFFICES = ["help"], ["digest"]


def home() -> list[str]:
    """The command line that `officecli` alone stands for."""
    from officecli.standing.actor import who_acts
    from officecli.standing.office.superiors import superiors

    try:
        with session.current.read() as read:
            asker = who_acts(read, session.current.who())
            if asker["account"]:
                return THE_OFFICES if read.row("SELECT 1 AS one FROM person WHERE account = 0") else FIRST_STEPS
            heads = read.row("SELECT 1 AS one FROM post WHERE reports_to_id = :post AND retired = 0", post=asker["post_id"] or 0)
            return THE_OFFICES if heads and not superiors(read, asker["id"]) else ["digest", "--for", asker["name"]]
    except NotFound:  # no office here yet
        return FIRST_STEPS
