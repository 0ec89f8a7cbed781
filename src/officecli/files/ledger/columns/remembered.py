"""What somebody said of a ledger's headings, kept in their own config folder under a name and used again where the same headings come back."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from officecli.errors import BadInput, StorageTrouble
from officecli.files.ledger.columns.by_heading.mapping import parse_mapping
from officecli.files.ledger.columns.by_heading.meaning import normal
from officecli.i18n import _
from officecli.personal import config_file
from officecli.store.disk import reason

MOST = 1_000_000
"""Bytes of the file; a map takes a few hundred."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A map by its name: the headings it is for, and what was said of them, as typed after --map."""

    name: str
    headings: tuple[str, ...]
    options: tuple[str, ...]

    def fits(self, texts: Sequence[str]) -> int:
        """How well it fits a ledger of these headings: not at all (0) unless those of which it speaks are all there, best where they are its own."""
        there, own = {normal(text) for text in texts if text}, {normal(text) for text in self.headings}
        spoken = {normal(heading) for heading in self._spoken()}
        return 0 if not spoken <= there else len(spoken) + (len(own) if there == own else 0)

    def is_for(self, texts: Sequence[str]) -> bool:
        """Whether these are its headings, in whatever order."""
        return {normal(text) for text in texts if text} == {normal(text) for text in self.headings}

    def _spoken(self) -> Iterator[str]:
        """The headings of which its options speak."""
        mapping = parse_mapping(self.options)
        yield from mapping
        there = {normal(text): text for text in self.headings}
        for option in self.options:
            heading = option.rpartition("=")[0].rpartition(":")[0].strip()
            if normal(heading) in there:  # HEADING:WORD=STATE
                yield heading


def maps_file() -> Path:
    """Where this account keeps its maps."""
    return config_file().parent / "maps.json"


def kept_maps() -> tuple[Kept, ...]:
    """The maps of this account, by name; BadInput where the file is none of ours."""
    path = maps_file()
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(MOST))
        maps = tuple(Kept(name, tuple(one["headings"]), tuple(one["map"])) for name, one in sorted(found.items()))
        for one in maps:
            parse_mapping(one.options)
    except (OSError, RuntimeError):
        return ()
    except (BadInput, ValueError, TypeError, KeyError, AttributeError):
        raise BadInput(
            _("The maps kept in {path} cannot be read.").format(path=path),
            fix=_("Mend the file, or delete it and keep the maps anew with --save-map."),
        ) from None
    return maps


def keepable(name: str, headings: Sequence[str], options: Sequence[str]) -> Kept:
    """What was said of these headings, as it may be kept under a name; BadInput where there is nothing of either."""
    name = " ".join(name.split())[:60]
    if not name or not options:
        raise BadInput(
            _("There is nothing to keep: --save-map keeps what --map says of the headings."),
            fix=_('For example: --map "Doing=title" --save-map clerk'),
        )
    return Kept(name, tuple(text for text in headings if text), tuple(options))


def keep(name: str, headings: Sequence[str], options: Sequence[str]) -> Path:
    """Keep what was said of these headings under a name, in place of what was kept for them or under it; returns the file."""
    made = keepable(name, headings, options)
    maps = [*(one for one in kept_maps() if one.name != made.name and not one.is_for(made.headings)), made]
    path = maps_file()
    text = json.dumps({one.name: {"headings": one.headings, "map": one.options} for one in maps}, ensure_ascii=False, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text + "\n")
        new.replace(path)
    except OSError as error:
        raise StorageTrouble(
            _("{path} cannot be written.").format(path=path),
            why=reason(error),
            fix=_("Check the folder's permissions, or import without --save-map."),
        ) from None
    return path
