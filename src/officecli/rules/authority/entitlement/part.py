"""What a part of A401 is, and the one query made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.light import dataclass, field
from officecli.model.acts import ACTS, judged_by
from officecli.rules.acts import done_in, listed

JUDGED = judged_by("A401")

WRONG = f"SELECT t.* FROM trail t WHERE t.seq BETWEEN :lo AND :hi AND {done_in(JUDGED, outside=True)}"
"""The touched entries that record an act in a role not entitled to it; of honest work, however much, it finds none."""

COLUMNS = ("number", "person", "post", "unit", "lead", "originator", "superior", "whom", "registrars")
"""What the texts may name besides the act and the actor; "" where a part has nothing to say for it."""

TARGET = "target"
"""What they may name as well: a target, by its own number (see `Rule.numbers`)."""


def _registrar(nth: int) -> str:
    return f"""(SELECT x.name FROM person x WHERE x.registrar = 1 AND x.account = 0 AND x.left_on IS NULL AND NOT EXISTS (
    SELECT 1 FROM trail e WHERE e.command = t.command AND e.subject = 'person' AND e.subject_id = x.id
  ) ORDER BY x.id LIMIT 1 OFFSET {nth})"""


REGISTRARS = " || ".join(
    [
        f"COALESCE({_registrar(0)}, (SELECT MIN(x.name) FROM person x WHERE x.account = 1), '–')",
        *(f"COALESCE(',' || {_registrar(nth)}, '')" for nth in range(1, 6)),
    ]
)
"""The first registrars there are besides those the command itself makes, joined by commas; the founder's account where there is none."""


def first(*subjects: str) -> str:
    """The condition that an entry `t` is the first of its act, in its role and command, on a row of these tables (of any): it is judged once."""
    among = [f"{{0}}.subject IN {listed(subjects)}"] if subjects else []
    own = [one.format("t") for one in among]
    earlier = " AND ".join(["e.command = t.command", "e.verb = t.verb", "e.role = t.role", "e.seq < t.seq", *(one.format("e") for one in among)])
    return " AND ".join([*own, f"NOT EXISTS (SELECT 1 FROM trail e WHERE {earlier})"])


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part: the acts whose `whose` it has texts for. `joins` follows the entry `t` and its actor `a`; `which` are cases before those of the acts."""

    message: Mapping[str, str]
    fix: Mapping[str, str]
    joins: str = ""
    condition: str
    which: str = ""
    item: str = "CAST(NULL AS INTEGER)"
    columns: Mapping[str, str] = field(default_factory=dict)
    target: str = "CAST(NULL AS INTEGER)"

    @property
    def acts(self) -> tuple[str, ...]:
        """The acts it judges."""
        return tuple(act for act in JUDGED if ACTS[act].whose in self.message)

    @property
    def sql(self) -> str:
        """What it finds, in the columns all parts have."""
        told = ", ".join(self.columns.get(name, "''") + f" AS {name}" for name in COLUMNS)
        which = " ".join(f"WHEN t.verb = '{act}' THEN '{ACTS[act].whose}'" for act in self.acts)
        return f"""
SELECT t.seq AS subject_id, {self.item} AS item_id, '' AS key, t.day AS since, t.verb AS act, t.verb AS typed, a.name AS actor, {told},
  {self.target} AS {TARGET},
       CASE {self.which} {which} END AS which
FROM wrong t
JOIN person a ON a.id = t.actor_id
{self.joins}
WHERE t.verb IN {listed(self.acts)} AND {self.condition}"""


def query(parts: Sequence[Part]) -> str:
    """The one query of the rule."""
    return f"WITH wrong AS ({WRONG})" + "\nUNION ALL".join(part.sql for part in parts) + "\nORDER BY subject_id"
