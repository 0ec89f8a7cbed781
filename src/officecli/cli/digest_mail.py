"""The digest by mail: what is asked of it, whom it goes to, and what is said of what came of it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from officecli.cli import completing, session
from officecli.cli.digest_post import Asked, Came, mail
from officecli.cli.printing import write_json, write_lines
from officecli.errors import BadInput
from officecli.i18n import _, headed, listed

if TYPE_CHECKING:
    from officecli.reports.items.digest_readers import DigestReader
    from officecli.store.read.reader import Reader

OPTIONS: dict[str, tuple[Any, Any]] = {
    "mail": (Annotated[bool, typer.Option("--mail", help=_("Send it by mail, once a day to each; yours if nobody is named."))], False),
    "to": (Annotated[str, typer.Option("--to", metavar="NAME", autocompletion=completing.people, help=_("With --mail: to this person."))], ""),
    "everyone": (Annotated[bool, typer.Option("--everyone", help=_("With --mail: to everybody their own."))], False),
    "heads": (Annotated[bool, typer.Option("--heads", help=_("With --mail: to who heads a unit its digest, to the director the office's."))], False),
    "again": (
        Annotated[
            str, typer.Option("--again", metavar="NAME", autocompletion=completing.people, help=_("Mail somebody's once more today, on purpose."))
        ],
        "",
    ),
    "dry_run": (Annotated[bool, typer.Option("--dry-run", help=_("With --mail: only say who would be mailed what."))], False),
}


def parameters() -> list[inspect.Parameter]:
    """The options of the mail, beside those of the report."""
    return [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind) for name, (kind, default) in OPTIONS.items()]


def asked(given: dict[str, Any]) -> Asked | None:
    """Take the options of the mail out of what was given; None where the digest is only to be shown."""
    said = {name: given.pop(name) for name in OPTIONS}
    if not said.pop("mail") and not said["again"]:
        if any(said.values()):
            raise BadInput(_("--to, --everyone, --heads and --dry-run are of the mail."), fix=_("Say --mail too."))
        return None
    if bool(said["to"]) + bool(said["again"]) + (said["everyone"] or said["heads"]) > 1:
        raise BadInput(_("--to, --again, and --everyone with --heads, each say whom to mail."), fix=_("Give one of the three."))
    return Asked(**said)


def run(wanted: Asked, other: dict[str, Any]) -> int:
    """Mail it; `other` is what else was given. Raises MailTrouble where the server takes no mail. Returns 1 where somebody's was refused or may be lost."""
    quiet, format_ = bool(other.pop("quiet", False)), other.pop("format_", "text")
    if other or format_ not in ("text", "json"):
        named = sorted("--" + name.strip("_").replace("_", "-") for name in ({**other} if other else {"format_": ""}))
        raise BadInput(
            _("By mail goes the whole digest of a day: {options} is not for --mail.").format(options=listed(named)), fix=_("Leave it out.")
        )
    came = Came()
    try:
        with session.current.read() as read:
            readers, off = _readers(read, wanted)
        if off:
            if not quiet and format_ == "text":
                write_lines([off])
        else:
            mail(wanted, readers, came)
    finally:  # what was sent by then is said even where the server fails half way
        _say(came, quiet=quiet, format_=format_)
    return 1 if came.refused or came.unknown else 0


def _readers(read: Reader, wanted: Asked) -> tuple[list[DigestReader], str]:
    """Whom to mail, all of whom whoever asks may mail; and why nobody is mailed today, "" where it is no day off."""
    from officecli.reports.items.digest_readers import digest_readers, one_reader
    from officecli.settings import DIGEST_DAYS
    from officecli.standing.actor import who_acts
    from officecli.standing.office.mailing import require_may_mail
    from officecli.typed.office.people import find_person

    actor = who_acts(read, session.current.who())
    if wanted.everyone or wanted.heads:
        readers = digest_readers(read, everyone=wanted.everyone, heads=wanted.heads)
        require_may_mail(actor, [reader.person["id"] for reader in readers])
    else:
        name = (wanted.to or wanted.again).strip()
        person = find_person(read, name) if name else actor
        if person["account"]:
            raise BadInput(_("The founder's account is nobody with a digest of their own."), fix=_("Say to whom, with --to NAME."))
        require_may_mail(actor, [person["id"]])
        readers = [one_reader(read, person["id"])]
    if wanted.again or DIGEST_DAYS.value(read.stored_settings) == "every":
        return readers, ""
    works = read.value("SELECT is_working FROM calendar_day WHERE date = :day", day=read.today.isoformat())
    off = _("{day} is a day off, and no digest is mailed (digest.days).").format(day=read.today.isoformat()) if works == 0 else ""
    return readers, off


def _say(came: Came, *, quiet: bool, format_: str) -> None:
    from officecli.formats.terminal.message import show_warnings

    if format_ == "json":
        write_json(vars(came))
    elif not quiet:
        write_lines(_lines(came))
    troubled = [
        (_("Refused by the mail server: {name}").format(name=name), error, _("See to the address: officecli person set NAME --email ADDRESS"))
        for name, error in came.refused
    ]
    troubled += [
        (
            _("May not have arrived: {name}").format(name=name),
            error,
            _("It is not sent again by itself. Ask them, or send it once more: officecli digest --mail --again NAME"),
        )
        for name, error in came.unknown
    ]
    show_warnings(troubled, color=session.current.color)


def _lines(came: Came) -> Iterator[str]:
    for one in came.would_be_sent:
        yield _("Would be mailed to {name} <{address}>: {subject}").format(**one)
    for said, names in (
        (_("Mailed: {names}."), came.sent),
        (_("Mailed today already, or begun: {names}."), came.before),
        (_("Nothing to tell: {names}."), came.nothing),
        (_("No mail address on record: {names}. Give one with: officecli person set NAME --email ADDRESS"), came.no_address),
        (_("Not taken yet, and tried again by the next run: {names}."), [headed(name, error) for name, error in came.not_yet]),
    ):
        if names:
            yield said.format(names=listed(names))
