"""Errors a person can act on: what is wrong, why, and what to do. The class gives the exit code."""

from __future__ import annotations

from collections.abc import Sequence


class OfficeError(Exception):
    """Base of every error shown to a person; `exit_code` is what the process ends with.

    `what` is one sentence, `why` the reason (may be empty), `fix` what to do instead (may be empty).
    All three are already in the reader's language.
    """

    exit_code = 70
    lacks = ""
    """The option without which nothing is done, where it was left out."""

    def __init__(self, what: str, *, why: str = "", fix: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.fix = fix


class Refused(OfficeError):
    """The office's discipline does not allow it: every violation at once, in `reasons` (exit 1)."""

    exit_code = 1

    def __init__(
        self, what: str, reasons: Sequence[tuple[str, str, str]] = (), *, why: str = "", fix: str = "", codes: str = "", for_others: bool = False
    ) -> None:
        """`reasons` holds (label, what and why, what to do) for each violation; `codes` are those of the rules, joined by commas.

        `for_others`: nothing but who did it stands in its way, so that others may do the same.
        """
        super().__init__(what, why=why, fix=fix)
        self.reasons = tuple(reasons)
        self.codes = codes
        self.for_others = for_others


class BadInput(OfficeError):
    """Usage or settings: something given cannot be understood (exit 2)."""

    exit_code = 2


class NotFound(OfficeError):
    """No such person, item, unit, store … (exit 3)."""

    exit_code = 3


class Overtaken(OfficeError):
    """Somebody else changed it meanwhile (exit 4)."""

    exit_code = 4


class StorageTrouble(OfficeError):
    """The disk, a file or the database cannot do what is asked (exit 74)."""

    exit_code = 74


class MailTrouble(OfficeError):
    """The mail server is not reached, or takes no mail: nothing was sent, and the next run tries again (exit 74)."""

    exit_code = 74
