"""The day's work as timers of systemd, each with the service it starts."""

from __future__ import annotations

from collections.abc import Iterator

from officecli.files.schedule.jobs import Job, Plan, jobs, remarks
from officecli.i18n import _


def units(plan: Plan) -> dict[str, str]:
    """The text of each unit by the name of its file; timers know the office's own time zone and make good what a machine that was off has missed."""
    found = {}
    for job in jobs(plan):
        found[f"officecli-{job.name}.service"] = "\n".join(_service(plan, job)) + "\n"
        found[f"officecli-{job.name}.timer"] = "\n".join(_timer(plan, job)) + "\n"
    return found


def as_text(plan: Plan) -> Iterator[str]:
    """All units one after the other, each under its name, and how they are put to work."""
    made = units(plan)
    timers = " ".join(name for name in made if name.endswith(".timer"))
    yield _("# Each part is a file of ~/.config/systemd/user; to write them there: officecli schedule print --systemd -o ~/.config/systemd/user")
    yield f"# systemctl --user daemon-reload && systemctl --user enable --now {timers}"
    yield _("# They run while nobody is logged in after: loginctl enable-linger. What they print: journalctl --user -u officecli-check")
    yield from remarks(plan)
    for name, text in made.items():
        yield from ("", f"# {name}", *text.splitlines())


def _service(plan: Plan, job: Job) -> Iterator[str]:
    yield "[Unit]"
    yield f"Description=officecli {job.name}"
    yield ""
    yield "[Service]"
    yield "Type=oneshot"
    yield from (f"Environment={_quoted(f'{name}={value}')}" for name, value in plan.environment.items())
    yield f"ExecStart=/bin/sh -c {_quoted(job.command).replace('$', '$$')}"
    if job.findings:
        yield "SuccessExitStatus=1"
    yield "TimeoutStartSec=30min"


def _timer(plan: Plan, job: Job) -> Iterator[str]:
    minutes = ",".join(f"{minute:02}" for minute in job.minutes)
    yield "[Unit]"
    yield f"Description=officecli {job.name}, each day"
    yield ""
    yield "[Timer]"
    yield f"OnCalendar=*-*-* {job.hour:02}:{minutes}:00 {plan.zone}"
    yield "Persistent=true"
    yield ""
    yield "[Install]"
    yield "WantedBy=timers.target"


def _quoted(word: str) -> str:
    """A word as systemd reads it: a percent sign and a backslash are its own."""
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%") + '"'
