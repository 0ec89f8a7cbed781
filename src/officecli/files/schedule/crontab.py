"""The day's work as a crontab."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.files.schedule.jobs import Plan, jobs, remarks
from officecli.i18n import _


def crontab(plan: Plan) -> Iterator[str]:
    """Its lines; a percent sign is cron's own and is written with a backslash."""
    yield _("# The office's work of each day. Put it into the crontab of the account that may use the store: crontab -e")
    yield _(
        "# CRON_TZ sets the time zone of cronie and the like; the cron of Debian and Ubuntu goes by the machine's, so use --systemd there if that is another."
    )
    yield _("# cron mails what is printed, and with --quiet nothing is where there is nothing.")
    yield from remarks(plan)
    yield f"CRON_TZ={plan.zone}"
    yield from (f"{name}={_value(value)}" for name, value in plan.environment.items())
    yield 'CONTENT_TYPE="text/plain; charset=UTF-8"'  # cron takes what is printed for ASCII where its own locale is C
    if plan.reports_to:
        yield f"MAILTO={plan.reports_to}"
    for job in jobs(plan):
        yield ""
        yield f"# {_(job.title)}"
        minutes = ",".join(str(minute) for minute in job.minutes)
        yield f"{minutes} {job.hour} * * * " + job.command.replace("%", r"\%")


def _value(text: str) -> str:
    return f'"{text}"' if " " in text and '"' not in text else text
