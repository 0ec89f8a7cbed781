"""The file that -o names, and the dash that stands for none."""

from __future__ import annotations

from pathlib import Path

from officecli.cli import session
from officecli.hints import TYPE_CHECKING

if TYPE_CHECKING:
    from officecli.formats.out.whole_file import Named

DASH = Path("-")
"""What stands for the standard input or output where a file is named."""


def named(output: Path | None, *, force: bool, private: bool = False) -> Named | None:
    """The file to write, as -o and --force say, a `private` one for its owner alone; None, for `-` too, is the standard output."""
    from officecli.formats.out.whole_file import Named

    return None if output in (None, DASH) else Named(output, session.current.file(), force, private)


def ready_to_write(output: Path | None, format_: str, *, force: bool) -> Named | None:
    """The file as `named`; a format or file that will not do is refused now, before anything is recorded."""
    from officecli.formats.out.output import format_for
    from officecli.formats.out.whole_file import refuse_early

    to = named(output, force=force)
    format_for(format_, output)
    if to is not None:
        refuse_early(to)
    return to
