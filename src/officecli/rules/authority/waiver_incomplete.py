"""A406: a waiver without rule, approver or reason."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule

RULE = Rule(
    code="A406",
    name=N_("waiver-incomplete"),
    severity="refuse",
    core=True,
    waivable=False,
    subject="waiver",
    # The program's own waivers are whole; others come from an import or another program's hand. A founder's account is nobody who could answer for one.
    sql="""
SELECT w.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, w.id AS waiver, w.day AS since, i.number,
       CASE WHEN TRIM(w.rule) = '' THEN 'rule' WHEN TRIM(w.reason) = '' THEN 'reason' ELSE 'approver' END AS which
FROM waiver w
JOIN item i ON i.id = w.item_id
LEFT JOIN person a ON a.id = w.approver_id
WHERE w.id BETWEEN :lo AND :hi AND (TRIM(w.rule) = '' OR TRIM(w.reason) = '' OR a.id IS NULL OR a.account = 1)
ORDER BY w.id""",
    watches={"waiver": "SELECT id FROM waiver WHERE id BETWEEN :lo AND :hi"},
    numbers={"waiver": "waiver"},
    message={
        "rule": N_("Waiver {waiver} for {number} does not say which rule it sets aside."),
        "reason": N_("Waiver {waiver} for {number} gives no reason."),
        "approver": N_("Waiver {waiver} for {number} does not say who of the office allowed it."),
    },
    fix={
        "rule": N_('End it, and give one that says so: officecli waiver end {waiver} --reason "no rule named"'),
        "reason": N_('End it, and give one with its reason: officecli waiver add R102 {number} --reason "flood duty needs both"'),
        "approver": N_(
            'End it, and have a superior of the lead give it: officecli waiver add R102 {number} --by NAME --reason "flood duty needs both"'
        ),
    },
    principle=N_("Every exception is on record: which rule, for what, who allowed it, and why."),
    finds=N_("A waiver that lacks its rule, its reason, or an approver who is of the office."),
    why=N_("An exception nobody answers for is how a rule ends."),
    instead=N_("Give each waiver its rule, its reason and whoever allows it; and a last day, where it can have one."),
    refused="officecli waiver add R102 31",
    accepted=N_('officecli waiver add R102 31 --reason "flood duty needs both" --until 31.12'),
)
