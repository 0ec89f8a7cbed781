"""What would be refused of an act on an item whatever is said with it: rules of content that can be judged beforehand."""

from __future__ import annotations

from officecli.i18n import N_, _
from officecli.rules import every_rule
from officecli.rules.deadlines.extension_beyond_limit import asked_for
from officecli.rules.follow_through.parent_before_parts import open_parts
from officecli.store.judge import severity_of, values
from officecli.store.read.reader import Reader

_WOULD: dict[str, tuple[tuple[str, str, str], ...]] = {
    "extend": (
        ("D304", "SELECT due AS said FROM item WHERE id = :item AND due < :as_of", N_("Its deadline has passed: {said}.")),
        (
            "D305",
            f"{asked_for(':item')} HAVING COUNT(*) >= CAST(:most AS INTEGER)",
            N_("It was asked for as often as is allowed: {said}."),
        ),
        (
            "",
            "SELECT asked_due AS said FROM extension WHERE item_id = :item AND verdict IS NULL",
            N_("An extension to {said} has been asked for already, and waits for its answer."),
        ),
    ),
    "close": (
        (
            "F606",
            f"SELECT COUNT(*) AS said {open_parts(':item')} HAVING COUNT(*) > 0",
            N_("Parts of it that are still open: {said}."),
        ),
    ),
    "split": (
        (
            "",
            "SELECT w.number AS said FROM item i JOIN item w ON w.id = i.parent_id WHERE i.id = :item",
            N_("It is itself a part of {said}; parts are not split again."),
        ),
    ),
    "part": (
        (
            "",
            (
                "SELECT i.number AS said FROM item i WHERE i.id = :item AND NOT EXISTS "
                "(SELECT 1 FROM support s WHERE s.item_id = i.id AND s.until IS NULL AND s.done IS NULL)"
            ),
            N_("No supporter of {said} has a part that is not done."),
        ),
    ),
    "step": (
        (
            "",
            "SELECT i.number AS said FROM item i WHERE i.id = :item AND NOT EXISTS (SELECT 1 FROM item_step s WHERE s.item_id = i.id AND s.done IS NULL)",
            N_("{said} has no step that is not done."),
        ),
    ),
}
"""Act → the code of the rule (none where the act itself says so), a query of the :item that finds what it would be refused for, and the sentence."""


def would_be_refused(read: Reader, act: str, item_id: int) -> tuple[str, str]:
    """The rule that would refuse the act on the item whatever is typed, and why;
    two "" for nothing foreseen. A rule the office only warns by refuses nothing.
    """
    known = {rule.code: rule for rule in every_rule()}
    for code, sql, sentence in _WOULD.get(act, ()):
        rule = known.get(code)
        taken = values(read, rule) if rule else {}
        if rule and severity_of(read, rule) != "refuse":
            continue
        most = rule.thresholds["max_count"].value(read.stored_settings) if rule and "max_count" in rule.thresholds else None
        found = read.row(sql, taken, item=item_id, most=most)
        if found:
            return code, _(sentence).format(said=found["said"])
    return "", ""
