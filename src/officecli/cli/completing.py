"""What the shell offers for a value: item numbers, people, units, duties, procedures, rules, codes. Reads only, and silent where there is no store."""

from __future__ import annotations

from collections.abc import Callable

from officecli.cli import session
from officecli.errors import OfficeError
from officecli.i18n import _


def numbers(incomplete: str) -> list[tuple[str, str]]:
    """Open items' numbers that contain what was typed, with their matters."""
    rows = _own_reminders() + _rows(
        "SELECT number, title FROM item WHERE status IN ('issued', 'in-hand', 'submitted', 'suspended') ORDER BY id DESC LIMIT 2000"
    )
    return [(row["number"], row["title"]) for row in rows if incomplete in row["number"]][:50]


def _own_reminders() -> list[dict[str, str]]:
    """What is personal of whoever types, as long as it is open."""
    try:
        with session.current.read() as read:
            if not read.row("SELECT 1 AS one FROM reminder LIMIT 1"):
                return []
            from officecli.standing.items.personal import who_is_reminded  # most need not wait for it at every key

            asked = "SELECT number, title FROM reminder WHERE person_id = :person AND closed IS NULL AND cancelled IS NULL ORDER BY id DESC"
            return read.rows(asked, person=person) if (person := who_is_reminded(read)) else []
    except OfficeError:
        return []


def requests(incomplete: str) -> list[tuple[str, str]]:
    """The numbers of requests that wait, with their matters; complaints about superiors are not offered."""
    rows = _rows(
        """SELECT number, title FROM request WHERE status IN ('pending', 'frozen') AND (exception IS NULL OR exception <> 'complaint')
           ORDER BY id DESC LIMIT 2000"""
    )
    return [(row["number"], row["title"]) for row in rows if incomplete.upper() in row["number"]][:50]


def people(incomplete: str) -> list[str]:
    """The names of who is here."""
    return _starting(incomplete, "SELECT name FROM v_person WHERE left_on IS NULL AND account = 0 ORDER BY id")


def units(incomplete: str) -> list[str]:
    """The names of the units."""
    return _starting(incomplete, "SELECT name FROM unit WHERE retired = 0 ORDER BY id")


def bodies(incomplete: str) -> list[str]:
    """The names of the outside bodies."""
    return _starting(incomplete, "SELECT name FROM body WHERE retired = 0 ORDER BY id")


def duties(incomplete: str) -> list[str]:
    """The titles of the duties."""
    return _starting(incomplete, "SELECT DISTINCT title AS name FROM duty WHERE retired = 0 ORDER BY title")


def procedures(incomplete: str) -> list[str]:
    """The names of the procedures."""
    return _starting(incomplete, "SELECT name FROM procedure WHERE retired = 0 ORDER BY name")


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
    from officecli.cli.help_topics import TOPICS

    pages = ("all", *(name for topic in TOPICS for name in topic.names), *catalogue.names())
    return [name for name in dict.fromkeys(pages) if name.startswith(incomplete)]


def settings(incomplete: str) -> list[str]:
    """The names of the settings."""
    from officecli.typed.office.settings import every_name

    return [name for name in every_name() if name.startswith(incomplete)]


def _starting(incomplete: str, sql: str) -> list[str]:
    return [row["name"] for row in _rows(sql) if row["name"].casefold().startswith(incomplete.casefold())]


def _rows(sql: str) -> list[dict[str, str]]:
    try:
        with session.current.read() as read:
            return read.rows(sql)
    except OfficeError:
        return []
