"""The procedures, and one, which is a file to change as well."""

from __future__ import annotations

from pathlib import Path

from officecli.cli import session
from officecli.cli.flags import FORCE, OUTPUT, Flag
from officecli.cli.look import RETIRED, Look, a_name
from officecli.cli.named_file import named
from officecli.hints import Any
from officecli.i18n import N_
from officecli.light import dataclass
from officecli.model import codes
from officecli.store.read.reader import Reader


def _every(read: Reader, kind: str, retired: bool) -> Any:
    from officecli.reports.procedures import procedures
    from officecli.typed.procedures.as_typed import kind_of

    return procedures.every(read, kind_of(kind) if kind else "", retired=retired)


def _one(read: Reader, name: str) -> Any:
    from officecli.reports.procedures import procedures

    return procedures.one(read, name)


@dataclass(frozen=True)
class _OrAsAFile(Look):
    """One procedure, which may be shown as the file that would write it."""

    @property
    def flags(self) -> tuple[Flag, ...]:
        how = Flag("format_", "text", "--format", N_("How to show it; toml is a file to change and add."), "text|toml|json|md", "text")
        return (*self.own, how, OUTPUT, FORCE)

    def run(self, *, format_: str, output: Path | None, force: bool, **own: Any) -> None:
        if format_ == "toml":
            write(_as_toml(own["name"]), output, force=force)
        else:
            super().run(format_="table" if format_ == "text" else format_, output=output, force=force, **own)


def _as_toml(name: str) -> str:
    from officecli.files.procedures.export import procedures_as_toml
    from officecli.store.procedures import procedure_on_record
    from officecli.typed.items.tags import find_procedure

    with session.current.read() as read:
        return procedures_as_toml(read, [procedure_on_record(read, find_procedure(read, name)["id"])])


def write(text: str, output: Path | None, *, force: bool) -> None:
    """Write a file of procedures to where it was asked for."""
    from officecli.formats.out.output import written_to

    with written_to(named(output, force=force)) as stream:
        stream.write(text)


NAME = a_name(N_("The procedure's name."), offer="completing.procedures")

LOOKS = {
    "list": Look(
        N_("The procedures, whose they are, and when each comes round next."),
        _every,
        (Flag("kind", "text", "--kind", N_("Only procedures of this kind."), "|".join(codes.PROCEDURE_KINDS)), RETIRED),
    ),
    "show": _OrAsAFile(N_("One procedure: its steps, when it comes round, its next days, its versions."), _one, (NAME,)),
}
