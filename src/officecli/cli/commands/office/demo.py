"""Show the main job at work: an office is made, its ledger imported, what is overdue told; a month later the ledger comes again, and a meeting decides.

It runs the real commands on an example office (a county office in Chinese, a city clerk's office in English), as on Monday 6 July 2026,
in a folder of its own that is removed at the end:
  officecli demo --lang zh
  officecli demo --keep try
"""

from __future__ import annotations

import io
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

import officecli
from officecli import clock
from officecli.cli.demo_meeting import meet
from officecli.errors import BadInput, OfficeError
from officecli.i18n import _, language, of_language

EXAMPLES = {
    # language → (folder of the example, its ledgers of two months, its region, half past eight there)
    "zh": ("county-office", ("ledger.xlsx", "ledger-august.xlsx"), "CN", datetime(2026, 7, 6, 0, 30, tzinfo=UTC)),
    "en": ("city-clerk", ("ledger.csv", "ledger-august.csv"), "US-CA", datetime(2026, 7, 6, 15, 30, tzinfo=UTC)),
}
A_MONTH = timedelta(weeks=4)

MEANWHILE = {
    # language → (what is changed here before the ledger comes again, who here follows up what other bodies do)
    "zh": ("edit 2026-046 --due 8月21日 --reason 抽查增加 --as 贺长林", "程婉清"),
    "en": ('edit 2026-071 --due "Aug 14" --reason "one Saturday more" --as "Grace Lindholm"', '"Daniel Okafor"'),
}


def run(
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="DIR", help=_("Keep the office in this new or empty folder, to go on with it."))
    ] = None,
) -> None:
    example, ledgers, region, moment = of_language(EXAMPLES)
    folder = _new_folder(keep)
    try:
        for name in ("office.toml", "targets.toml", "procedures.toml", *ledgers):
            shutil.copy(_examples() / example / name, folder)
        told = {"OFFICECLI_DB": str(folder / "office.db"), "OFFICECLI_LANG": language(), "XDG_CONFIG_HOME": str(folder)}
        _say(_("An example office, on Monday 6 July 2026, in {folder}.").format(folder=folder))
        with _living_in(folder, told, moment):
            for line, expected in _commands(ledgers[0], region):
                _perform(line, expected)
            _say("\n" + _("The ledger comes again, on Monday 3 August 2026."))
            clock.pretend(moment + A_MONTH)
            for line, expected in _second_month(ledgers[1]):
                _perform(line, expected)
            meet(folder / "meeting-august.csv", _perform, _say)
    finally:
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)
    _say("")
    if keep is None:
        _say(_("The folder is removed again. To keep one and go on with it: officecli demo --keep DIR"))
    else:
        _say(_("To go on with it: cd {folder} && export OFFICECLI_DB=office.db").format(folder=shlex.quote(str(folder))))


def _commands(ledger: str, region: str) -> list[tuple[str, int]]:
    """The main job, command by command, with the exit code each ends with: bad rows end a trial with 1."""
    return [
        (f"init --region {region}", 0),
        ("setup office.toml", 0),
        (f"import {ledger} --dry-run", 1),
        (f"import {ledger} --skip-bad --format csv -o bad-rows.csv", 0),
        ("target add --file targets.toml", 0),
        ("procedure add procedures.toml", 0),
        ("generate", 0),
        ("overdue --limit 8", 0),
        ("accountability --by unit", 0),
        ("digest --for office", 0),
        ("meeting sheet -o meeting.xlsx", 0),
    ]


def _second_month(ledger: str) -> list[tuple[str, int]]:
    """The same ledger a month later: what differs is shown first, then each difference becomes an act."""
    changed_here, follow_up = of_language(MEANWHILE)
    line = f"import {ledger} --update --add-bodies --follow-up {follow_up}"
    return [(changed_here, 0), (f"{line} --dry-run", 1), (f"{line} --skip-bad -o updated.json", 0), ("accountability --by unit", 0)]


def _perform(line: str, expected: int) -> None:
    """Run one command as a person would, and stop where it ends otherwise than it should."""
    from officecli.cli import main

    _say(f"\n$ officecli {line}")
    try:
        code: object = main.run(shlex.split(line))
    except SystemExit as ended:
        code = ended.code
    sys.stdout.flush()
    if code != expected:
        raise OfficeError(_("The demonstration stopped: “{command}” ended with {code}.").format(command=f"officecli {line}", code=code))


@contextmanager
def _living_in(folder: Path, told: Mapping[str, str], moment: datetime) -> Iterator[None]:
    """Stand in the folder at that moment, without this person's own settings, and ask nothing; everything is as before afterwards."""
    before, where, keys = dict(os.environ), Path.cwd(), sys.stdin
    sys.stdin = io.StringIO()
    for name in [name for name in os.environ if name.startswith("OFFICECLI_")]:
        del os.environ[name]
    os.environ.update(told)
    os.chdir(folder)
    clock.pretend(moment)
    try:
        yield
    finally:
        sys.stdin = keys
        clock.pretend(None)
        os.chdir(where)
        os.environ.clear()
        os.environ.update(before)


def _new_folder(keep: Path | None) -> Path:
    if keep is None:
        return Path(tempfile.mkdtemp(prefix="officecli-demo-"))
    from officecli.store.disk import reason

    try:
        keep.mkdir(parents=True, exist_ok=True)
        empty = next(keep.iterdir(), None) is None
    except OSError as error:
        raise BadInput(
            _("The folder {folder} cannot be made: {said}.").format(folder=keep, said=reason(error)),
            fix=_("Give a new folder with --keep."),
        ) from error
    if not empty:
        raise BadInput(_("The folder {folder} is not empty.").format(folder=keep), fix=_("Give a new or an empty folder with --keep."))
    return keep.absolute()


def _examples() -> Path:
    """The examples: inside an installed package, beside `src` in a source checkout."""
    package = Path(officecli.__file__).parent
    installed = package / "examples"
    return installed if installed.is_dir() else package.parents[1] / "examples"


def _say(text: str) -> None:
    from officecli.formats.out.standard_output import standard_output

    with standard_output() as stream:
        stream.write(text + "\n")
