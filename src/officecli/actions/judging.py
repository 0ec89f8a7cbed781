"""What the rules say of a command before it is committed: what it is warned of, or why it is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from officecli.actions.answer import NotDone
from officecli.errors import Refused
from officecli.i18n import _
from officecli.light import replace
from officecli.model.acts import typed_by_others
from officecli.model.items import Item
from officecli.model.rule import Finding, Rule
from officecli.rules.wording import fix, label, message
from officecli.store.write.change import Change


def judged(change: Change, rules: Sequence[Rule], faults: Sequence[tuple[str, str, str]]) -> list[Finding]:
    """The findings that do not stop a change; raises Refused with all that do, and with the `faults` found besides (what about, why, what to do)."""
    found = {finding.about: finding for finding in change.findings(rules)}.values()
    refused = [finding for finding in found if finding.severity == "refuse" and not finding.waived]
    if refused or faults:
        named = [by_title(change, finding) for finding in refused]
        told = ((label(finding.rule), message(finding), fix(finding)) for finding in named)
        reasons = list(dict.fromkeys((*faults, *told)))  # of the parts of one tasking it is said once
        codes = ",".join(sorted({finding.rule.code for finding in refused}))
        raise Refused(_("nothing was changed."), reasons, codes=codes, for_others=not faults and all(map(_is_for_others, refused)))
    return [finding for finding in found if finding not in refused]


def refused_codes(not_done: Iterable[NotDone], *last: Refused) -> list[str]:
    """The codes of the rules by which each attempt was refused, the last included."""
    refusals = [one.error for one in not_done if isinstance(one.error, Refused)]
    return [refusal.codes for refusal in dict.fromkeys((*refusals, *last))]


def by_title(change: Change, finding: Finding) -> Finding:
    """A refused item or request that was to be made never had its number: it is called by its title."""
    number = str(finding.values.get("number") or "")
    if finding.item_id is not None and finding.item_id >= change.first and number:
        title = change.get(Item, finding.item_id).title
    elif number.startswith("Q") and (made := change.read.row("SELECT id, title FROM request WHERE number = :number", number=number)):
        if made["id"] < change.first:
            return finding
        title = made["title"]
    else:
        return finding
    rule = finding.rule
    return replace(
        finding,
        rule=replace(rule, fix=rule.unmade) if rule.unmade else rule,
        values={**finding.values, "number": _("“{title}”").format(title=title)},
    )


def _is_for_others(finding: Finding) -> bool:
    """Whether somebody entitled may type the same."""
    return finding.rule.code == "A401" and typed_by_others(str(finding.values.get("act")))
