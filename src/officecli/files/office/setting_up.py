"""`officecli setup`: one file, compared with the store and applied whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from officecli.actions.acting import Acting, acting
from officecli.actions.answer import Answer
from officecli.actions.office.duties import Hanging, left_hanging
from officecli.files.office.apply import VERB, apply
from officecli.files.office.content import OfficeFile
from officecli.files.office.plan import plan
from officecli.files.office.reading import read_file
from officecli.files.office.targets import bring_targets
from officecli.files.office.words import differences
from officecli.files.toml.problems import Problems
from officecli.i18n import _
from officecli.rules import watching_rules
from officecli.standing.actor import require_name, whose_login
from officecli.standing.office.rights import over_office, require_registrar
from officecli.store.place import Place


@dataclass(frozen=True)
class OfficeSetUp(Answer):
    """What a file changed in the office, in sentences, and what still names the duties and posts it retired, by their labels."""

    differences: tuple[str, ...]
    hanging: tuple[tuple[str, Hanging], ...]


@dataclass(frozen=True)
class OnlyRehearsed(Answer):
    """It was a dry run, and is taken back."""


_NAMED: tuple[Literal["duty", "post"], ...] = ("duty", "post")
"""What targets and procedures name."""


class _RehearsedError(Exception):
    """Takes back what a dry run has done."""


def set_up_from(place: Place, path: Path, as_name: str = "", *, prune: bool = False, dry_run: bool = False) -> Acting:
    """Make the office at `place` what the file says; what was different stands in `done`. A dry run does it all, rules included, and takes it back.

    Raises BadInput for whatever is wrong in the file, Refused for people who go with open work, and by the rules.
    """
    file = read_file(path)
    try:
        with acting(place, VERB, as_name, trial=dry_run) as act:
            set_up(act, file, prune=prune)
            if dry_run:
                act.conclude(watching_rules())
                raise _RehearsedError
    except _RehearsedError:
        act.done.append(OnlyRehearsed())
    return act


def set_up(act: Acting, file: OfficeFile, *, prune: bool = False) -> None:
    """Apply the file and say what was different."""
    act.sign(over_office(act.actor))
    me = whose_login(act.read)
    found = plan(act.read, file, prune=prune)
    said = _inferred(file)
    apply(act, found, prune=prune)
    targets = bring_targets(act, file.targets, Problems(file.name, file.lines), prune=prune)
    said += differences(found, targets, prune=prune)
    require_registrar(act.read)
    require_name(act.read, me, by_file=True)
    gone = found.missing if prune else []
    hanging = [(row.label, left_hanging(act, of, row.id)) for of in _NAMED for row in gone if row.table == of]
    act.done.append(OfficeSetUp(tuple(said), tuple(hanging)))


def _inferred(file: OfficeFile) -> list[str]:
    """The ladder that the file did not number."""
    if not file.inferred_ladder:
        return []
    said = _(
        "The file gives no rank a level, so they stand by who reports to whom, the highest first: {ranks}. Give two the same level where they are one rank."
    )
    return [said.format(ranks=" > ".join(file.inferred_ladder))]
