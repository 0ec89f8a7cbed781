"""What an act is: one line of the catalogue."""

from __future__ import annotations

from officecli.hints import Literal
from officecli.light import dataclass

Subject = Literal["item", "decision", "request", "target", "procedure", "person", "office", "record", "reminder"]
"""What an act is done to."""


@dataclass(frozen=True)
class Instead:
    """Why undo does not take an act back, and what to do about it; `{act}` is the act's word."""

    why: str
    fix: str


@dataclass(frozen=True)
class Act:
    """One act: what it is called, who may do it and when, and how it is undone. Its name is the `verb` on the trail.

    The texts are English messages, translated when they are shown.
    """

    name: str
    word: str
    """What `may` and the rules call it."""
    past: str
    """What the history says that somebody did."""
    to: Subject
    past_over: str = ""
    """What the history says where it only ended what it had begun."""
    also: tuple[str, ...] = ()
    """What else it is called: the command that does it, where that has another name."""

    typed: str = ""
    """What is typed for it behind the program's name, where that is more than the command of its name and the `{number}`."""

    makes: bool = False
    """Whether what it is done to is there only afterwards."""
    roles: tuple[str, ...] = ()
    """The roles entitled to it, the most telling first; none where it follows from another act, or is not judged."""
    whose: str = ""
    """Whose business it is, as the rule tells those who may not."""
    rule: str = ""
    """The rule that judges the roles not entitled; none where it follows from another act."""
    other_rules: tuple[tuple[str, str], ...] = ()
    """(role, rule): roles that are not entitled either, which another rule judges."""

    statuses: tuple[str, ...] = ()
    """The statuses of an item in which it is possible."""
    waits_for_issue: bool = False
    """Whether it waits for the day the item is handed out."""
    alive: bool = False
    """Whether it shows that work on an item goes on."""

    whole: Literal["", "first", "last"] = ""
    """When a whole is done that is named together with its parts, so that neither is in the other's way."""

    dated: bool = False
    """Whether it may be recorded for an earlier day than today (--on)."""

    for_originator: bool = False
    """Whether a registrar does it on the originator's behalf; else on the lead's."""
    approval: bool = False
    """Whether a registrar never does it for anybody on an item the registrar leads."""

    along: bool = False
    """Whether it also comes along with another act, by which the command is then known."""

    names: bool = False
    """Whether a command is known by it wherever it stands among others, which are done for its sake."""

    instead: Instead | None = None
    """What to do instead of undoing it; None where undo takes it back."""
