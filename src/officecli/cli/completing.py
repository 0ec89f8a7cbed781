"""What the shell offers for a value: item numbers, people, units, duties, procedures, rules, codes. Reads only, and silent where there is no store."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from officecli.cli import session
from officecli.cli.metavars import closed_values, value_shown
from officecli.errors import OfficeError
from officecli.hints import Any
from officecli.i18n import _, of_language
from officecli.patterns import pattern


class Fitting(str):
    """A value that fits what was typed in a way of its own: typer leaves out what does not begin so, and a name is found by any part of it."""

    __slots__ = ()

    def startswith(self, *_beginning: Any) -> bool:
        return True


_NUMBER = pattern(r"([a-z]?)(?:\d{4})?-(0*(\d+))", re.IGNORECASE)
_TYPED = pattern(r"(([a-z]?)-?)(\d+)", re.IGNORECASE)


def by_number(incomplete: str, every: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of numbers and what they stand for those that begin so; several that do by their serial are offered as short as it was typed.

    A shell puts what they have in common in place of what was typed: of 2026-006 and 2026-060 that is no 6.
    """
    every, typed = list(every), incomplete.casefold()
    if said := _TYPED.fullmatch(typed):
        written, letter, digits = said.groups()
        short: dict[str, tuple[str, str]] = {}
        for number, stands_for in every:
            found = _NUMBER.fullmatch(number)
            serial = found[2 if digits.startswith("0") else 3] if found and letter in ("", found[1].casefold()) else ""
            if serial.startswith(digits):
                short[number if written + serial in short else written + serial] = (number, stands_for)
        if short:
            alone = len(short) == 1
            return [(Fitting(number if alone else form), stands_for) for form, (number, stands_for) in short.items()]
        return [(Fitting(number), stands_for) for number, stands_for in every if number.casefold().startswith(typed) and len(typed) > 1]
    return [(Fitting(number), stands_for) for number, stands_for in every if typed in number.casefold()]


def requests(incomplete: str) -> Sequence[tuple[str, str]]:
    """The numbers of requests that wait, with their matters; complaints about superiors are not offered."""
    rows = _rows(
        """SELECT number, title FROM request WHERE status IN ('pending', 'frozen') AND (exception IS NULL OR exception <> 'complaint')
           ORDER BY id DESC LIMIT 2000"""
    )
    return by_number(incomplete, [(row["number"], row["title"]) for row in rows])[:50]


def people(incomplete: str) -> Sequence[str]:
    """The names of who is here."""
    return _starting(incomplete, "SELECT name FROM v_person WHERE left_on IS NULL AND account = 0 ORDER BY id")


def people_and_units(incomplete: str) -> Sequence[str]:
    """The names of who is here and of the units, and the whole office."""
    return [*people(incomplete), *units(incomplete), *(["office"] if "office".startswith(incomplete.casefold()) else [])]


_DAYS = {"en": "today tomorrow mon tue wed thu fri +1wd +5wd +10wd", "zh": "今天 明天 周一 周二 周三 周四 周五 +1wd +5wd +10wd"}
_PAST_DAYS = {"en": "today yesterday", "zh": "今天 昨天"}
"""Language → how days are typed, as they are offered."""
_OF_THE_PAST = frozenset(("--on", "--issued", "--began", "--joined", "--since"))
"""Options that take the day of what has happened."""


def _days(incomplete: str, typed: Mapping[str, str]) -> list[tuple[str, str]]:
    """Days as they are typed, with the day each is from today on."""
    from officecli.typed.dates import almanac, read_date

    begun = [word for word in of_language(typed).split() if word.startswith(incomplete.casefold())]
    try:
        with session.current.read() as read:
            by = almanac(read)
            return [(Fitting(word), read_date(word, base=read.today, by=by).isoformat()) for word in begun]
    except OfficeError:
        return []


def _periods(incomplete: str) -> list[tuple[str, str]]:
    """The periods that run, and the months of the year before them, the newest first."""
    try:
        with session.current.read() as read:
            day = read.today
    except OfficeError:
        return []
    months = [f"{day.year - (month > day.month)}-{month:02}" for month in (*range(day.month, 0, -1), *range(12, day.month, -1))]
    running = [months[0], f"{day.year}-Q{(day.month + 2) // 3}", str(day.year)]
    return [(period, "") for period in (*running, *months[1:]) if period.startswith(incomplete)]


def units(incomplete: str) -> Sequence[str]:
    """The names of the units."""
    return _starting(incomplete, "SELECT name FROM unit WHERE retired = 0 ORDER BY id")


def bodies(incomplete: str) -> Sequence[str]:
    """The names of the outside bodies."""
    return _starting(incomplete, "SELECT name FROM body WHERE retired = 0 ORDER BY id")


def units_and_bodies(incomplete: str) -> Sequence[str]:
    """The names of the units, and of the outside bodies."""
    return [*units(incomplete), *bodies(incomplete)]


def duties(incomplete: str) -> Sequence[str]:
    """The titles of the duties."""
    return _starting(incomplete, "SELECT DISTINCT title AS name FROM duty WHERE retired = 0 ORDER BY title")


def procedures(incomplete: str) -> Sequence[str]:
    """The names of the procedures."""
    return _starting(incomplete, "SELECT name FROM procedure WHERE retired = 0 ORDER BY name")


def view_names(incomplete: str) -> list[tuple[str, str]]:
    """The names of one's own views."""
    from officecli import personal

    begun = personal.as_view_name(incomplete)
    try:
        return [(Fitting(name), view["filter"]) for name, view in personal.views().items() if name.startswith(begun)]
    except OfficeError:
        return []


def labels(incomplete: str) -> list[tuple[str, str]]:
    """The labels there are, those of most items first."""
    from officecli.model.names import name_key

    rows = _rows("SELECT MIN(name) AS name, COUNT(*) AS n FROM label GROUP BY name_key ORDER BY n DESC, name LIMIT 200")
    return [(Fitting(row["name"]), str(row["n"])) for row in rows if name_key(row["name"]).startswith(name_key(incomplete))]


def codes(vocabulary: str) -> Callable[[str], list[tuple[str, str]]]:
    """What offers the codes of a vocabulary, with their words."""

    def offered(incomplete: str) -> list[tuple[str, str]]:
        from officecli.model.words import vocabulary as words_of

        return [(code, _(said)) for code, said in words_of(vocabulary).items() if code.startswith(incomplete.casefold())]

    return offered


def rules(incomplete: str) -> list[tuple[str, str]]:
    """The rules' codes and names."""
    from officecli.rules import every_rule

    typed = incomplete.casefold()
    by_code = [(rule.code, _(rule.name)) for rule in every_rule() if rule.code.casefold().startswith(typed)]
    return by_code or [(name, rule.code) for rule in every_rule() for name in dict.fromkeys((rule.name, _(rule.name))) if name.startswith(typed)]


def help_pages(incomplete: str) -> list[str]:
    """The commands and topics that help explains."""
    from officecli.cli import catalogue
    from officecli.cli.help.topics import TOPICS

    pages = ("all", *(name for topic in TOPICS for name in topic.names), *catalogue.names())
    return [name for name in dict.fromkeys(pages) if name.startswith(incomplete)]


def settings(incomplete: str) -> list[str]:
    """The names of the settings."""
    from officecli.typed.office.settings import every_name

    return [name for name in every_name() if name.startswith(incomplete)]


def _starting(incomplete: str, sql: str) -> Sequence[str]:
    """The names that begin so; where none does, those with a word that begins so or with these initials."""
    return beginning(incomplete, [Fitting(row["name"]) for row in _rows(sql)])


def beginning(incomplete: str, names: Sequence[str]) -> Sequence[str]:
    """The same, among these names."""
    from officecli.typed.meant import begins, folded

    said = folded(incomplete)
    return [name for name in names if folded(name).startswith(said)] or [name for name in names if begins(said, name)]


def _rows(sql: str) -> list[dict[str, str]]:
    try:
        with session.current.read() as read:
            return read.rows(sql)
    except OfficeError:
        return []


def _offering(found: Callable[[str], list[tuple[str, str]]]) -> Callable[[Any, str], list[Any]]:
    def offer(_context: Any, incomplete: str) -> list[Any]:
        from typer._click.shell_completion import CompletionItem

        return [CompletionItem(value, help=said) for value, said in found(incomplete)]

    return offer


def _posts(incomplete: str) -> list[tuple[str, str]]:
    from officecli.typed.office.posts import every_post

    try:
        with session.current.read() as read:
            return [(name, "") for name in beginning(incomplete, [Fitting(post["label"]) for post in every_post(read)])]
    except OfficeError:
        return []


def closed_set(parameter: Any) -> Callable[[Any, str], list[Any]] | None:
    """What offers the values of a parameter that takes one of a few, which its help names: ordinary|urgent, or a day; None for any other."""
    if parameter.metavar in ("DATE", "DAY", "WHEN"):
        typed = _DAYS if _OF_THE_PAST.isdisjoint(parameter.opts) else _PAST_DAYS
        return _offering(lambda incomplete: _days(incomplete, typed))
    if parameter.metavar == "POST":
        return _offering(_posts)
    if parameter.metavar == "PERIOD":
        return _offering(_periods)
    values = closed_values(parameter)
    if not values:
        return None

    def offer(_context: Any, incomplete: str) -> list[Any]:
        from typer._click.shell_completion import CompletionItem

        said = {value: value_shown(parameter, value) for value in values}
        offered = [CompletionItem(value, help=said[value] if said[value] != value else None) for value in values if value.startswith(incomplete)]
        return offered or [CompletionItem(word) for word in said.values() if word.startswith(incomplete)]

    return offer
