"""What official papers have in common, in Word and on a page: how they address somebody, how a form is filled line by line, where it is torn off."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.formats.paper.sheet import Fact
from officecli.i18n import _


def to_whom(addressee: str) -> str:
    """The line a paper begins with: `Records:` · `秘书科：`."""
    return _("{addressee}:").format(addressee=addressee)


def tear_off() -> str:
    """What stands on the line above the slip."""
    return _("✂ tear off here and send back")


def in_lines(facts: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """The lines of a form: two facts that follow each other and are not wide share one."""
    lines: list[tuple[Fact, ...]] = []
    for fact in facts:
        if lines and len(lines[-1]) == 1 and not lines[-1][0].wide and not fact.wide:
            lines[-1] = (*lines[-1], fact)
        else:
            lines.append((fact,))
    return lines
