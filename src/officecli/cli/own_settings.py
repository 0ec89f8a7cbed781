"""`config --mine`: one's own settings file, listed, read, set and edited."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from officecli import personal
from officecli.cli import catalogue, session
from officecli.cli.command_classes import OfficeCommand, OfficeGroup, group
from officecli.cli.named_file import named
from officecli.cli.options import Force, Format, Output
from officecli.cli.printing import write_lines
from officecli.errors import BadInput, OfficeError
from officecli.i18n import _
from officecli.model.words import word

app = group()


class OfficeOrMine(OfficeGroup):
    """The office's settings; after --mine one's own."""

    usual = staticmethod(lambda words: "set" if len(words) > 1 else "")

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [*args, "list"] if args == ["--mine"] else args)

    def path(self, ctx: Any) -> str:
        return f"{super().path(ctx)}{' --mine' if ctx.params.get('mine') else ''}"

    def list_commands(self, ctx: Any) -> list[str]:
        return list(_mine().commands) if ctx.params.get("mine") else super().list_commands(ctx)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return _mine().commands.get(cmd_name) if ctx.params.get("mine") else super().get_command(ctx, cmd_name)


def _mine() -> Any:
    return typer.main.get_group(app)


def _names(incomplete: str) -> list[str]:
    known = [*personal.names.NAMES, *(f"{personal.names.COLUMNS}.{report}" for report in catalogue.reports())]
    return [name for name in known if name.startswith(incomplete)]


def _values(ctx: typer.Context, incomplete: str) -> list[str]:
    own = personal.names.NAMES.get(ctx.params.get("name") or "")
    choices = dict.fromkeys(shown for choice in (own.choices if own else ()) for shown in (word("value", choice), choice))
    return [choice for choice in choices if choice.startswith(incomplete)]


Name = Annotated[str, typer.Argument(metavar="NAME", autocompletion=_names, help=_("The setting's name."))]


@app.command("list", cls=OfficeCommand, help=_("All settings of one's own, and what is set."))
def list_(format_: Format = "table", output: Output = None, force: Force = False) -> None:
    """All of them, with what each takes."""
    from officecli.files.own_settings import values
    from officecli.formats.out.output import deliver
    from officecli.reports.shape.report import Column, Report

    kept = values()
    columns = (
        Column("name", _("setting")),
        Column("value", _("value"), "word"),
        Column("meaning", _("what it means"), weight=2, wide=True, sentence=True),
    )
    rows = [{"name": name, "value": kept.pop(name, None), "meaning": _(own.meaning)} for name, own in personal.names.NAMES.items()]
    rows += [{"name": name, "value": said, "meaning": _("the columns of this report on the screen")} for name, said in kept.items()]
    notes = (str(personal.config_file()), _("Change one with: officecli config --mine set NAME VALUE"))
    report = Report("own-settings", _("My settings"), "", columns, tuple(rows), notes=notes, total=len(rows))
    deliver(report, format_, to=named(output, force=force), showing=session.current.showing)


@app.command("get", cls=OfficeCommand, help=_("What one of them is set to; nothing where it is not set."))
def get(name: Name) -> None:
    """The value alone, for scripts."""
    from officecli.files.own_settings import named as known
    from officecli.files.own_settings import values

    name = known(name, catalogue.reports())
    if said := values().get(name):
        write_lines([said])
    else:
        from officecli.formats.terminal.message import show_beside  # a script is told nothing on the standard output

        show_beside(_("{name} is not set; to set it: officecli config --mine set {name} VALUE").format(name=name))


@app.command("set", cls=OfficeCommand, help=_("Set one of them."))
def set_(name: Name, value: Annotated[str, typer.Argument(metavar="VALUE", autocompletion=_values, help=_("What it is to be."))]) -> None:
    """Write one, with the file's comments kept."""
    if not value.strip():
        raise BadInput(_("No value is given."), fix=_("Take it out with: officecli config --mine unset {name}").format(name=name))
    _put(name, value.strip())


@app.command("unset", cls=OfficeCommand, help=_("Take one of them out."))
def unset(name: Name) -> None:
    """Take one out."""
    _put(name, "")


def _refuse_unknown_columns(report: str, typed: str) -> None:
    """Raise BadInput for columns that a report has not got; not where there is no office to ask, or the report is of something that must be named."""
    from officecli.cli.report_commands import as_usual
    from officecli.reports.shape.choosing import with_columns

    found = None
    with suppress(OfficeError):
        found = as_usual(report)
    if found is not None:
        with_columns(found, typed)


def _put(typed: str, value: str) -> None:
    from officecli.files.own_settings import named as known
    from officecli.files.own_settings import put, values

    name = known(typed, catalogue.reports())
    if value and name.startswith(f"{personal.names.COLUMNS}."):
        _refuse_unknown_columns(name.partition(".")[2], value)
    was = put(name, value)
    now = values().get(name, "")
    shown = {"value": word("value", now) if now else "–", "old": word("value", was) if was else _("none")}
    said = _("Nothing to change: {name} is {value}.") if was == now else _("{name}: {value} (was {old})")
    write_lines([said.format(name=name, **shown)])


@app.command("edit", cls=OfficeCommand, help=_("Open the file in an editor; what it cannot say is refused, and the file stays as it was."))
def edit() -> None:
    """Let a person's editor change a draft of the file; what was written there is not lost where it is refused."""
    from officecli.cli.in_editor import edited, leave
    from officecli.files.own_settings import keep_edited, text

    stood = text()
    before = stood or "".join(
        f'# {_(own.meaning)}\n# {name} = "{"|".join(map(personal.names.said, own.choices))}"\n' for name, own in personal.names.NAMES.items()
    )
    draft = Path(tempfile.mkdtemp(prefix="officecli-")) / "config.toml"
    draft.write_text(before, encoding="utf-8")
    kept: str | None = before
    try:
        written = edited(draft, "officecli config --mine edit")
        write_lines([_("Nothing was changed.") if written == before else _("Written: {what}.").format(what=keep_edited(stood, written))])
        kept = None
    finally:
        leave(draft, kept)
