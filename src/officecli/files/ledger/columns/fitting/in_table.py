"""A column of a ledger's table: its heading, what stands under it, and the headings beside it."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.chosen import Table


class InTable:
    """The column at a place of a table: its heading `text`, and the `cells` under it."""

    def __init__(self, table: Table, place: int) -> None:
        self._table, self._place = table, place
        self.text = table.texts[place]
        self.cells = table.under[place]
        self.of_plan = table.plan

    @property
    def mostly_filled(self) -> bool:
        """Whether most rows have something in it."""
        return self._table.mostly_filled(self._place)

    @property
    def in_every_row(self) -> bool:
        """Whether practically every row has something in it."""
        return self._table.in_every_row(self._place)

    def another(self, *keys: str) -> bool:
        """Whether another heading means one of these columns first, with something under it."""
        return any(self._table.headed(at) in keys for at in self._others)

    def named_elsewhere(self, *keys: str) -> bool:
        """Whether another heading means one of these columns first, be there something under it or not."""
        return any(self._table.headed(at) in keys for at in range(len(self._table.texts)) if at != self._place)

    def headed_like(self, form: re.Pattern[str]) -> bool:
        """Whether another heading with something under it holds such words."""
        return any(form.search(self._table.texts[at]) for at in self._others)

    @property
    def _others(self) -> list[int]:
        return self._table.others(self._place)
