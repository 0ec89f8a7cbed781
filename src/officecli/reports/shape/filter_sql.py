"""A filter that was typed, as conditions over items: SQL where the store can say it, else row by row, since engines compare people's text differently.

No text that was typed gets into a statement; it goes along as values.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from officecli.i18n import _
from officecli.reports.shape.chosen import Chosen, Holds, has
from officecli.reports.shape.filter_terms import Terms
from officecli.store.read.reader import Reader
from officecli.typed.filters.faults import fault
from officecli.typed.filters.parsing import parse
from officecli.typed.filters.tree import All, Any, Node, Not, Term, Text, Value, leaves
from officecli.typed.filters.values import is_nothing

_MOST = 200
"""Things asked for in one filter, those of its views included."""
_TEXTS = {"title": ("title",), "from": ("source",), "goal": ("goal",)}
"""The columns in which the text after a key is looked for."""


def narrow(read: Reader, chosen: Chosen, typed: str) -> None:
    """Let only those items in that fit a filter; raises BadInput, NotFound or Several with the place of what cannot be understood."""
    from officecli.typed.filters.views import kept

    narrow_to(read, chosen, parse(typed, kept))


def narrow_to(read: Reader, chosen: Chosen, tree: Node) -> None:
    """The same of a filter that is read already, or of a part of one."""
    asked = list(leaves(tree))
    if len(asked) > _MOST:
        raise fault(asked[_MOST].place, _("A filter asks for at most {most} things.").format(most=_MOST), _("Say it shorter."))
    into_sql = _IntoSql(read, chosen)
    for one in tree.of if isinstance(tree, All) else (tree,):
        if any(isinstance(leaf, Text) or leaf.key.kind == "text" for leaf in leaves(one)):
            chosen.sieve.append(into_sql.by_row(one))
        else:
            chosen.conditions.append(into_sql.condition(one))


class _IntoSql:
    """Turns the parts of a tree into conditions of `chosen`, with what must be known of them."""

    def __init__(self, read: Reader, chosen: Chosen) -> None:
        self.chosen = chosen
        self._terms = Terms(read, chosen)

    def condition(self, node: Node) -> str:
        """A part without texts as one condition; what is not known, as a day that is missing, does not hold."""
        match node:
            case Not():
                with self._within_not():
                    return f"({self.condition(node.of)}) IS NOT TRUE"
            case All():
                return "(" + " AND ".join(map(self.condition, node.of)) + ")"
            case Any():
                return "(" + " OR ".join(map(self.condition, node.of)) + ")"
            case Term():
                return "(" + " OR ".join(self._terms.condition(node.key, value) for value in node.values) + ")"
            case Text():
                raise AssertionError("a text is looked for row by row")

    def by_row(self, node: Node) -> Holds:
        """A part with texts as a question to a row; what the store can say of it is told by the row, under a name of its own."""
        match node:
            case Not():
                with self._within_not():
                    inner = self.by_row(node.of)
                return lambda row: not inner(row)
            case All():
                every = [self.by_row(one) for one in node.of]
                return lambda row: all(one(row) for one in every)
            case Any():
                some = [self.by_row(one) for one in node.of]
                return lambda row: any(one(row) for one in some)
            case Text():
                return has(node.text)
            case Term() if node.key.kind == "text":
                found = [_says(value, _TEXTS[node.key.name]) for value in node.values]
                return lambda row: any(one(row) for one in found)
            case Term():
                name = f"told{len(self.chosen.told)}"
                self.chosen.told[name] = self.condition(node)
                return lambda row: bool(row[name])

    @contextmanager
    def _within_not(self) -> Iterator[None]:
        """What is asked meanwhile is denied; what is denied twice is not."""
        self._terms.denied = not self._terms.denied
        yield
        self._terms.denied = not self._terms.denied


def _says(value: Value, columns: tuple[str, ...]) -> Holds:
    """Whether one of the columns has a text, or with `none` whether none says anything."""
    if is_nothing(value.text):
        return lambda row: not any(row[name] for name in columns)
    return has(value.text, columns)
