"""What is run each day and when, and all it needs where nobody is logged in: the program's whole path, the store, the time zone, the language."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from officecli.i18n import N_, _
from officecli.store.place import Place


@dataclass(frozen=True, slots=True)
class Plan:
    """What the office has: how the program is `called`, the `environment` it runs in, the time `zone`, where its store is and its `backups` go.

    `mails` where a mail server is set; `reports_to` is who is mailed what a job prints, "" for nobody; `no_registrar` is who it would run as who is none.
    """

    called: tuple[str, ...]
    environment: dict[str, str]
    zone: str
    place: Place
    backups: Path
    mails: bool
    reports_to: str = ""
    no_registrar: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A `command` of a shell, run each day at these minutes of an hour; `findings` where 1 as its exit code says that there is something to see."""

    name: str
    title: str
    hour: int
    minutes: tuple[int, ...]
    command: str
    findings: bool = False


def jobs(plan: Plan) -> list[Job]:
    """The jobs of a day, in its order; mail only where there is a server for it.

    None is between nine in the evening and five in the morning: there are the hours that the change of the clocks leaves out or repeats.
    """
    program = shlex.join(plan.called)
    found = [
        Job(
            "generate",
            N_("The items of what comes round; a missed day is made good by the next, and nothing is made twice."),
            6,
            (0,),
            "generate --quiet",
        ),
        Job("check", N_("Every item against the rules; only what is new is said."), 7, (30,), "check --new --quiet", findings=True),
        Job(
            "mail",
            N_("Everybody's digest, once; the later runs mail whoever could not be reached before."),
            8,
            (0, 20, 40),
            "digest --mail --everyone --heads --quiet",
            findings=True,
        ),
        Job("backup", N_("A copy of the store; take away old ones yourself."), 20, (30,), ""),
        Job("verify", N_("The trail; the head that is printed proves something where it is kept elsewhere."), 20, (50,), "verify"),
    ]
    return [
        Job(job.name, job.title, job.hour, job.minutes, f"{program} {job.command}" if job.command else _backup(plan, program), job.findings)
        for job in found
        if plan.mails or job.name != "mail"
    ]


def remarks(plan: Plan) -> Iterator[str]:
    """What is to be seen to before it can run as it should, as comments."""
    if plan.no_registrar:
        yield _("# {name} is no registrar, and mails nobody else: run it from the account of one.").format(name=plan.no_registrar)
    if plan.place.holds_password:
        yield _(
            "# The password of the store is not written here: keep it in ~/.pgpass of the account that runs this, readable by that account alone."
        )
    if not plan.mails:
        yield _("# No digest is mailed as long as mail.host and mail.from are not set: officecli config set mail.host SERVER")


def _backup(plan: Plan, program: str) -> str:
    """A copy under the day and the minute, since none is written over another."""
    folder = shlex.quote(str(plan.backups))
    target = f'{folder}/office-"$(date +%F-%H%M)"'
    make = f"umask 077 && mkdir -p {folder}"
    if plan.place.engine == "sqlite":
        return f"{make} && {program} db backup {target}.db >/dev/null"
    return f"{make} && pg_dump --format custom --file {target}.dump --dbname {shlex.quote(plan.place.without_password)}"
