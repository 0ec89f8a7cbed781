"""One name as a cell of a ledger has it, not yet looked up; and what is asked of whoever knows names."""

from __future__ import annotations

from typing import Protocol

from officecli.light import dataclass
from officecli.typed.office.cell_roles import Role
from officecli.typed.office.name_shapes import is_collective


@dataclass(frozen=True)
class NameCell:
    """One name as written, not yet looked up: its section and its part, each "" when not given, and whether the cell says that it leads or supports.

    `done` where a tick stands behind it: its part is done.
    """

    unit: str
    name: str
    part: str = ""
    role: Role = ""
    done: bool = False

    @property
    def collective(self) -> bool:
        """Whether it names nobody in particular (各科室, all units, and others)."""
        return is_collective(self.name)


class Known(Protocol):
    """Who is known: without it only the form of a text tells what is one name."""

    def known(self, text: str) -> bool:
        """Whether the text as a whole names somebody, a section or a post here."""

    def names_person(self, text: str) -> bool:
        """Whether the text names one person here, in any form."""

    def is_unit(self, text: str) -> bool:
        """Whether the text names a section here, or an outside body."""

    def is_post(self, text: str) -> bool:
        """Whether the text is the title of a post here."""

    def is_elsewhere(self, name: str, unit: str) -> bool:
        """Whether somebody of this name is here, and not in this section."""

    def is_part_of(self, unit: str, above: str) -> bool:
        """Whether a text names a section here, and another one over it, or the office itself."""
