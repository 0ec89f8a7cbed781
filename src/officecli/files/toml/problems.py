"""Everything that is wrong with a TOML file, collected so that it can be said at once."""

from __future__ import annotations

from officecli.errors import BadInput, OfficeError
from officecli.files.toml.lines import Lines, Path
from officecli.i18n import _, ngettext, sentences

MOST_SHOWN = 100


class Problems:
    """What was found so far in the file called `name`."""

    def __init__(self, name: str, lines: Lines) -> None:
        self._name = name
        self.lines = lines
        self._found: list[tuple[int, str]] = []

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    def line(self, path: Path) -> int:
        """The line of a table or key."""
        return self.lines.of(path)

    def add(self, path: Path, what: str, fix: str = "") -> None:
        """Note what is wrong there, and what to write instead."""
        self._found.append((self.line(path), sentences([what, fix])))

    def take(self, path: Path, error: OfficeError) -> None:
        """Note what a check of a single value said."""
        self.add(path, sentences([error.what, error.why]), error.fix)

    def stop(self) -> None:
        """Raise BadInput with all of it, in the order of the file; nothing where there is nothing."""
        if not self._found:
            return
        found = sorted(dict.fromkeys(self._found))
        said = [_("line {line}: {what}").format(line=line, what=what) for line, what in found[:MOST_SHOWN]]
        if len(found) > MOST_SHOWN:
            said.append(_("… and {n} more").format(n=len(found) - MOST_SHOWN))
        raise BadInput(
            ngettext(
                "{n} thing in {file} must be put right; nothing was changed.",
                "{n} things in {file} must be put right; nothing was changed.",
                len(found),
            ).format(n=len(found), file=self._name),
            why="\n".join(said),
        )
