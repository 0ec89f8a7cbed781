"""Who answers for a section or a post of the office: its head, and whoever holds it, by its title however it is written."""

from __future__ import annotations

from collections.abc import Iterable

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.model.names import name_key
from officecli.store.posts import head
from officecli.store.read.reader import Reader, Row
from officecli.typed.office.own_units import OwnUnits
from officecli.typed.office.titles import is_called, is_called_by_initials, is_called_with_unit


class Vacant(BadInput):
    """Nobody answers for a section or a post of the office at present, or it is not clear who does."""


class Holders:
    """The heads of these sections, and which of these people hold which post."""

    def __init__(self, read: Reader, everybody: Iterable[Row], units: OwnUnits) -> None:
        self._units = units
        self._holders: dict[int, list[Row]] = {}
        for row in everybody:
            if row["post_id"] is not None and row["left_on"] is None:
                self._holders.setdefault(row["post_id"], []).append(row)
        self._posts = read.rows("SELECT id, title, unit_id FROM post WHERE retired = 0 ORDER BY id")
        self._by_title: dict[str, list[Row]] = {}
        for post in self._posts:
            self._by_title.setdefault(name_key(post["title"]), []).append(post)
        self._heads = {
            row["unit_id"]: row
            for row in read.rows(f"SELECT u.id AS unit_id, p.id, p.name FROM unit u JOIN person p ON p.id = {head('u.id')} WHERE u.retired = 0")
        }

    def is_post(self, text: str) -> bool:
        """Whether a text is the title of a post of the office, brackets and all: Senior Manager (Contracts)."""
        return name_key(text) in self._by_title

    def head_of(self, unit: Row) -> Row:
        """Who heads the section, as `unit list` names them; raises Vacant."""
        found = self._heads.get(unit["id"])
        if found:
            return found
        if not any(post["unit_id"] == unit["id"] and post["id"] in self._holders for post in self._posts):
            raise Vacant(_("Nobody is in {unit} at present.").format(unit=unit["name"]), fix=_("Name the person who answers for it."))
        raise Vacant(_("It is not clear who heads {unit}.").format(unit=unit["name"]), fix=_("Name the person."))

    def holder_of(self, unit: str, title: str) -> Row | None:
        """Who holds the post of this title, in this section where one is given; None where there is no such post. Raises Vacant, BadInput for several."""
        posts = self._by_title.get(name_key(title), [])
        if not posts and title.isascii():
            posts = [post for post in self._posts if is_called(post["title"], title)]
            for means in (is_called_with_unit, is_called_by_initials):
                posts = posts or [post for post in self._posts if means(post["title"], self._units.name_of(post["unit_id"]), title)]
        if unit:
            section = self._units.find(unit)
            posts = [post for post in posts if section and post["unit_id"] == section["id"]]
        if not posts:
            return None
        holders = [person for post in posts for person in self._holders.get(post["id"], ())]
        if len(holders) == 1:
            return holders[0]
        if not holders:
            raise Vacant(_("Nobody holds the post “{title}” at present.").format(title=title), fix=_("Name the person who answers for it."))
        names = listed(person["name"] for person in holders[:6])
        raise BadInput(_("“{title}” is the post of several people: {names}.").format(title=title, names=names), fix=_("Name the person."))
