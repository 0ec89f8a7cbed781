"""What would be refused of an act on an item whatever is said with it: by a rule, as the rule has it, or by the act itself."""

from __future__ import annotations

from collections.abc import Callable

from officecli.i18n import N_, _
from officecli.rules import every_rule
from officecli.standing.items.correcting import CORRECTED, barred
from officecli.standing.items.first import held_up, steps_not_begun
from officecli.standing.items.prodding import too_soon
from officecli.standing.office.superiors import people_below, superiors
from officecli.standing.standing import Standing
from officecli.store.judge import severity_of, values
from officecli.store.read.reader import Reader, Row


def would_be_refused(read: Reader, act: str, item_id: int) -> tuple[str, str]:
    """The rule that would refuse the act on the item whatever is typed, and why, "" for the act itself;
    two "" for nothing foreseen. A rule the office only warns by refuses nothing.
    """
    for rule in every_rule():
        for one in rule.foreseen:
            if one.act == act and severity_of(read, rule) == "refuse" and (found := read.row(one.sql, values(read, rule), item=item_id)):
                return rule.code, _(one.sentence).format(said=found["said"])
    for sql, sentence in _WOULD.get(act, ()):
        if found := read.row(sql, item=item_id):
            return "", _(sentence).format(said=found["said"])
    return "", ""


_WOULD: dict[str, tuple[tuple[str, str], ...]] = {
    "extend": (
        (
            "SELECT asked_due AS said FROM extension WHERE item_id = :item AND verdict IS NULL",
            N_("An extension to {said} has been asked for already, and waits for its answer."),
        ),
    ),
    "split": (
        (
            "SELECT w.number AS said FROM item i JOIN item w ON w.id = i.parent_id WHERE i.id = :item",
            N_("It is itself a part of {said}; parts are not split again."),
        ),
    ),
    "part": (
        (
            (
                "SELECT i.number AS said FROM item i WHERE i.id = :item AND NOT EXISTS "
                "(SELECT 1 FROM support s WHERE s.item_id = i.id AND s.until IS NULL AND s.done IS NULL)"
            ),
            N_("No supporter of {said} has a part that is not done."),
        ),
    ),
    "step": (
        (
            (
                "SELECT i.number AS said FROM item i WHERE i.id = :item AND NOT EXISTS "
                "(SELECT 1 FROM procedure_step p WHERE p.version_id = i.procedure_version_id AND NOT EXISTS "
                "(SELECT 1 FROM item_step s WHERE s.item_id = i.id AND s.step_id = p.id AND s.done IS NOT NULL))"
            ),
            N_("{said} has no step that is not done."),
        ),
    ),
    "rate": (
        (
            (
                "SELECT i.number AS said FROM item i WHERE i.id = :item AND NOT EXISTS "
                "(SELECT 1 FROM submission s WHERE s.item_id = i.id AND s.verdict = 'accepted')"
            ),
            N_("No result of it is on record that could be rated."),
        ),
    ),
}
"""Act → a query of the :item that finds what the act itself refuses, and the sentence."""


def stands_in_the_way(read: Reader, person: Row, act: str, item: Row, standing: Standing) -> str:
    """What forbids the act on the item to this person in this role, whatever is said with it; "" for nothing."""
    if fault := held_up(act, item["status"], item["issued"], read.today.isoformat()):
        return fault
    return _OF_A_PERSON[act](read, person, item, standing) if act in _OF_A_PERSON else ""


def _prod(read: Reader, person: Row, item: Row, _standing: Standing) -> str:
    if item["lead_id"] == person["id"]:
        return _("Nobody prods themselves.")
    return too_soon(read, item["id"]).what


def _correct(read: Reader, person: Row, item: Row, _standing: Standing) -> str:
    found = [barred(read, person["id"], item["id"], column) for column in CORRECTED]
    return found[0].what if found[0] and all(found) else ""


def _rate(_read: Reader, person: Row, item: Row, standing: Standing) -> str:
    answering = standing.behalf[0] if standing.behalf else person["id"]
    return _("Nobody rates their own work.") if answering == item["lead_id"] else ""


def _tell(read: Reader, _person: Row, item: Row, _standing: Standing) -> str:
    return "" if superiors(read, item["lead_id"]) else _("Nobody stands above its lead.")


def _step(_read: Reader, _person: Row, item: Row, standing: Standing) -> str:
    return steps_not_begun(item["status"], standing.role)


def _hand_down(read: Reader, person: Row, _item: Row, standing: Standing) -> str:
    if standing.role != "lead" or people_below(read, standing.behalf[0] if standing.behalf else person["id"]):
        return ""
    return _("A lead hands it to people below, and there are none.")


_SUPPORT = "SELECT 1 FROM support s WHERE s.item_id = i.id AND s.until IS NULL"


def _support(read: Reader, person: Row, item: Row, standing: Standing) -> str:
    other = f"SELECT 1 AS one FROM item i WHERE i.id = :item AND (i.support_note <> '' OR EXISTS (SELECT 1 FROM body) OR EXISTS ({_SUPPORT}))"
    return "" if read.row(other, item=item["id"]) else _hand_down(read, person, item, standing)


_OF_A_PERSON: dict[str, Callable[[Reader, Row, Row, Standing], str]] = {
    "assign": _hand_down, "correct": _correct, "prod": _prod, "rate": _rate, "step": _step, "support": _support, "tell": _tell,
}  # fmt: skip
"""Act → what forbids it to somebody who has the standing; "" for nothing."""
