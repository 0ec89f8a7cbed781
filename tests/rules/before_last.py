"""The office as it stands before the last step of a case; what several cases begin with is typed once."""

from __future__ import annotations

from collections import Counter, OrderedDict
from pathlib import Path
from typing import Any

from rules.case import Case, every_case
from stage import desk
from stage.command_lines import Outcome

KEPT = 40
"""So many offices are kept to begin with, those that were asked for last: cases that begin alike stand near each other."""

Beginning = tuple[str, ...]


def _begun(case: Case) -> list[Beginning]:
    """What is typed before each step of a case, and before the last."""
    steps = [repr(sorted(step.items())) for step in case.steps]
    return [tuple(steps[:number]) for number in range(len(steps))]


_SHARED = Counter(beginning for case in every_case() for beginning in _begun(case))


class BeforeLast:
    """Puts the office of a case on the desk."""

    def __init__(self, base: Path, folder: Path) -> None:
        self._base, self._folder = base, folder
        self._kept: OrderedDict[Beginning, Path] = OrderedDict()

    def put(self, case: Case) -> str:
        """Its URL."""
        begun = _begun(case)
        known = max((number for number, beginning in enumerate(begun) if beginning in self._kept), default=0)
        if known:
            self._kept.move_to_end(begun[known])
        url = desk.put(self._kept[begun[known]] if known else self._base)
        for number in range(known, len(begun) - 1):
            case.play(url, as_expected, only=slice(number, number + 1))
            self._keep(begun[number + 1], last=number + 1 == len(begun) - 1)
        return url

    def _keep(self, beginning: Beginning, *, last: bool) -> None:
        if not last and _SHARED[beginning] == 1:
            return
        while len(self._kept) >= KEPT:
            self._kept.popitem(last=False)[1].unlink()
        self._kept[beginning] = desk.keep(self._folder / f"{hash(beginning)}.db")


def as_expected(step: dict[str, Any], outcome: Outcome) -> None:
    """Fail where a step came out otherwise."""
    if "expect" in step:
        assert outcome.fits(step["expect"]), f"{step}: {outcome}"
    else:
        assert outcome.verdict in ("clean", "warned", "waived"), f"{step}: {outcome}"
