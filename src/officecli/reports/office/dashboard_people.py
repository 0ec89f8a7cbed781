"""What stands behind the figures of each person on the dashboard: a page of their own, or lists on this one."""

from __future__ import annotations

from collections.abc import Mapping

from officecli.hints import Any
from officecli.i18n import _
from officecli.reports.office.dashboard_lists import COMING, ItemLists
from officecli.reports.office.gathered import Gathered
from officecli.reports.shape.document import LINKS, Table
from officecli.shell import as_word

_OPEN = ("open", "hours_due", "load")
_SETTLED = ("days_late", "closed", "on_time", "first_pass")
SHARES = frozenset({"on_time", "first_pass", "load"})
"""Of which 0 says something too."""


class PeopleLists:
    """Where each person's figures lead, and the `tables` on this page that they lead to.

    `pages` are the files of those who have a page. Where there are more people than a page has room for the lists of, their figures lead nowhere but
    to their unit's list.
    """

    def __init__(self, found: Gathered, lists: ItemLists, pages: Mapping[str, str], late_by_unit: Mapping[str, str]) -> None:
        self.tables: list[Table] = []
        self._to: dict[str, dict[str, str]] = {}
        for number, row in enumerate(found.people.rows, 1):
            name = row["person"]
            if name in pages:
                where = {"overdue": "overdue", **dict.fromkeys(_OPEN, "lights"), **dict.fromkeys(_SETTLED, "accountability")}
                self._to[name] = {key: f"{pages[name]}#{part}" for key, part in where.items()}
            elif lists.of_each_person:
                self._list(number, name, found, lists)
            elif (unit := row["unit"] or _("no unit")) in late_by_unit:
                self._to[name] = {"overdue": late_by_unit[unit]}

    def _list(self, number: int, name: str, found: Gathered, lists: ItemLists) -> None:
        """The open items a person leads, those overdue among them once more, and the command for what is settled."""
        key, late_key = f"person-{number}", f"late-person-{number}"
        led = [row for row in found.open.rows if row["lead"] == name]
        late = [row for row in found.overdue.rows if row["lead"] == name]
        whose = f"--person {as_word(name)} --role lead"
        settled = _("What was settled, in time or late: {command}").format(command=f"officecli accountability --explain {as_word(name)}{lists.day}")
        self.tables.append(lists.table(key, name, led, COMING, f"list {whose}", settled))
        self._to[name] = dict.fromkeys((*_OPEN, *_SETTLED, "overdue"), f"#{key}")
        if late and len(late) < len(led):
            self.tables.append(lists.table(late_key, _("{name}, overdue").format(name=name), late, COMING, f"overdue {whose}"))
            self._to[name]["overdue"] = f"#{late_key}"

    def led(self, row: dict[str, Any], name: str) -> dict[str, Any]:
        """The row of this person, each figure that says something leading to its list."""
        to = {key: where for key, where in self._to.get(name, {}).items() if row.get(key) or (key in SHARES and row.get(key) is not None)}
        return {**row, LINKS: to} if to else row
