"""The views, which no office has to be opened for."""

from __future__ import annotations

from pathlib import Path

from officecli import personal
from officecli.cli import session
from officecli.cli.look import Look
from officecli.cli.named_file import named
from officecli.hints import Any
from officecli.i18n import N_, _
from officecli.light import dataclass
from officecli.reports.shape.report import Column, Report


def _every() -> Report:
    columns = (
        Column("name", _("view")), Column("filter", _("filter"), wide=True), Column("columns", _("columns"), weight=2, sparse=True),
        Column("sort", _("sorted by"), weight=2, sparse=True), Column("group", _("grouped by"), weight=2, sparse=True),
    )  # fmt: skip
    rows = tuple({column.key: view.get(column.key) for column in columns} | {"name": f"@{name}"} for name, view in personal.views().items())
    empty = _("You have no views. Make one with: officecli view save NAME 'FILTER'")
    return Report("views", _("Your views"), "", columns, rows, empty=empty, total=len(rows))


@dataclass(frozen=True)
class _OfNoOffice(Look):
    """What is one's own."""

    def run(self, *, format_: str, output: Path | None, force: bool, **own: Any) -> None:
        from officecli.formats.out.output import deliver

        deliver(self.make(**own), format_, to=named(output, force=force), showing=session.current.showing)


LOOKS = {"list": _OfNoOffice(N_("Your views, with what each means."), _every)}
