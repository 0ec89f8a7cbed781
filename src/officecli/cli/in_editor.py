"""`edit --editor`: items opened as TOML in one's own editor, and read back; nothing that was written there is lost."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from officecli.actions.acting import Acting
from officecli.actions.items.asked import Edit
from officecli.actions.items.editing import edit
from officecli.cli import session
from officecli.cli.asking import may_ask, sure
from officecli.cli.meant.items_meant import items_meant
from officecli.cli.printing import write_json, write_lines
from officecli.cli.verb import Waived, perform_each
from officecli.errors import BadInput, OfficeError, Overtaken, StorageTrouble
from officecli.files.edited_items import NAME, Before, on_record, read_back, written_out
from officecli.formats.terminal.message import show_beside, show_error
from officecli.i18n import _
from officecli.store.disk import reason
from officecli.typed.text import shown

USUAL = "notepad" if os.name == "nt" else "vi"


def edit_in_editor(numbers: Sequence[str], format_: str, waived: Waived) -> None:
    """Open the items, and record what was changed. What cannot be recorded can be opened again; else the file is kept, and it is said where."""
    with session.current.read() as read:
        before = on_record(read, items_meant(numbers))
    folder = Path(tempfile.mkdtemp(prefix="officecli-"))  # for whoever runs this alone to read
    file = folder / NAME
    given = written_out(before)
    file.write_text(given, encoding="utf-8")
    while True:
        try:
            _record(_opened(file, before), before, format_, waived)
        except (OfficeError, typer.Exit) as error:
            if isinstance(error, OfficeError):
                show_error(error, color=session.current.color)
            if may_ask() and sure(_("Open it again?"), default=True):
                before = _as_recorded(file, before)
                continue
            leave(file, given)
            raise typer.Exit(error.exit_code) from error
        leave(file, "" if session.current.dry_run else None)
        return


def leave(file: Path, given: str | None) -> None:
    """Take the file away, unless it holds anything else than what was `given`; None where all of it is recorded."""
    if given is None or not file.exists() or file.read_bytes() == given.encode():
        shutil.rmtree(file.parent, ignore_errors=True)
    else:
        show_beside(_("What you wrote is kept: {file}").format(file=file))


def _opened(file: Path, before: Mapping[str, Before]) -> dict[str, Edit]:
    """What somebody changed in the file. Raises StorageTrouble where the editor fails, BadInput for what is wrong in the file."""
    return read_back(edited(file, "officecli edit … --editor"), before)


def edited(file: Path, again: str) -> str:
    """The file's text once somebody has closed their editor; `again` is the command to run with another. Raises StorageTrouble where the editor fails."""
    typed = os.environ.get("VISUAL") or os.environ.get("EDITOR") or (USUAL if may_ask() else "")
    other = _("Set another: EDITOR=nano {command}").format(command=again)
    try:
        command = shlex.split(typed)
    except ValueError as error:
        raise BadInput(_("The editor {editor} is no command: a quotation mark is not closed.").format(editor=shown(typed)), fix=other) from error
    if not command:
        raise BadInput(_("No editor is set."), fix=_("Name one: EDITOR=nano {command}").format(command=again))
    try:
        code = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603 - the person's own editor
    except OSError as error:
        raise StorageTrouble(_("The editor {editor} cannot be run: {said}.").format(editor=command[0], said=reason(error)), fix=other) from error
    if code:
        raise StorageTrouble(_("The editor {editor} ended with {code}.").format(editor=command[0], code=code), fix=other)
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise StorageTrouble(
            _("{path} cannot be read: {said}.").format(path=file.name, said=reason(error)), fix=_("Run the command again.")
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(_("{path} is not UTF-8 text.").format(path=file.name), fix=_("Save it as UTF-8 and run the command again.")) from error


def _record(wanted: Mapping[str, Edit], before: Mapping[str, Before], format_: str, waived: Waived) -> None:
    if not wanted:
        if format_ == "json":
            write_json([])
        else:
            write_lines([_("Nothing was changed.")])
        return

    def change(act: Acting, number: str) -> None:
        if act.item(number).version != before[number].version:
            raise Overtaken(
                _("{number} was changed by somebody else while it was open here.").format(number=number),
                fix=_("See what was done: officecli history {number}; then open it anew.").format(number=number),
            )
        edit(act, number, wanted[number])

    perform_each("edit", list(wanted), change, format_, waived)


def _as_recorded(file: Path, before: Mapping[str, Before]) -> dict[str, Before]:
    """The items as they were opened; of those on which all is recorded by now, as they stand."""
    with session.current.read() as read:
        now = on_record(read, list(before))
    try:
        left = read_back(file.read_text(encoding="utf-8-sig"), now)
    except (OfficeError, OSError, UnicodeDecodeError):
        return dict(before)
    return {number: before[number] if number in left else now[number] for number in before}
