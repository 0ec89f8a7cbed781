"""Which settings an office has, under which names, and what each takes."""

from __future__ import annotations

import difflib
from decimal import Decimal, InvalidOperation

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.model.rule import Rule
from officecli.rules import every_rule, find_rule, names_of
from officecli.rules.wording import label
from officecli.settings import DEFAULTS, MARKS, SHARES

OF_RULES: dict[str, str] = {
    "rules.R106.newcomer_days": "newcomer.days",
    "rules.D302.limit_days": "sign.ordinary_days",
    "rules.D302.limit_hours": "sign.urgent_hours",
    "rules.D302.most_urgent_hours": "sign.most_urgent_hours",
    "rules.D305.max_count": "extension.max_count",
    "rules.D305.max_days": "extension.max_days",
    "rules.D305.max_total": "extension.max_total",
    "rules.D306.weekly_days": "feedback.weekly_days",
    "rules.D306.monthly_days": "feedback.monthly_days",
    "rules.D308.limit_days": "dormant.days",
    "rules.T206.limit_days": "target.record_days",
    "rules.P705.count": "repeat.count",
    "rules.P705.days": "repeat.days",
    "rules.C506.limit_days": "registering.days",
    "rules.F601.limit_days": "decision.days",
    "rules.F603.limit_days": "rating.days",
    "rules.B801.days": "plan.days",
    "rules.B802.days": "load.days",
    "rules.B802.over_percent": "load.over_percent",
    "rules.B802.under_percent": "load.under_percent",
    "rules.B803.percent": "load.head_percent",
    "rules.B803.min_items": "balance.min_items",
    "rules.B804.idle_days": "important.idle_days",
    "rules.B805.floor_percent": "balance.floor_percent",
    "rules.B805.min_items": "balance.min_items",
    "rules.N902.limit_days": "joining.days",
    "rules.N903.limit_days": "difficulty.days",
}
"""A threshold by the rule that judges by it → the setting; each can be typed either way."""

SEVERITY = "severity"
STRICTNESS = ("off", "advice", "audit", "warn", "refuse")


def severity_name(rule: Rule) -> str:
    """The setting that says how strict the office is with a rule."""
    return f"rules.{rule.code}.{SEVERITY}"


def rule_of(name: str) -> Rule | None:
    """The rule whose severity the setting of this name is; None for a threshold."""
    return next((rule for rule in every_rule() if severity_name(rule) == name), None)


def strictness(rule: Rule) -> tuple[str, ...]:
    """What the severity of a rule can be: one that refuses without exception stays so, and what only time brings about cannot be refused."""
    if rule.fixed:
        return ("refuse",)
    return STRICTNESS if rule.watches else ("off", "advice", "audit")


def setting_named(typed: str) -> str:
    """The setting as it is kept; a rule may be given by its name, a threshold by the rule it belongs to. Raises BadInput with the nearest."""
    name = typed.strip()
    if name in DEFAULTS or name in MARKS:
        return name
    *middle, last = name.split(".")
    rule = find_rule(".".join(middle[1:])) if middle[:1] == ["rules"] else None
    if rule:
        by_code = f"rules.{rule.code}.{last}"
        if last == SEVERITY or by_code in OF_RULES:
            return OF_RULES.get(by_code, by_code)
    severities = [f"rules.{word}.{SEVERITY}" for one in every_rule() for word in names_of(one)]
    near = difflib.get_close_matches(name[:80], [*DEFAULTS, *MARKS, *OF_RULES, *severities], 1)
    raise BadInput(
        _("There is no setting “{name}”.").format(name=name[:60]),
        fix=_("Did you mean {name}?").format(name=near[0]) if near else _("See them all with: officecli config list"),
    )


def checked_setting(typed: str, value: object) -> tuple[str, str]:
    """The name and the value as they are kept; raises BadInput for an unknown name or a value it does not take."""
    name = setting_named(typed)
    rule = rule_of(name)
    if rule:
        return name, _checked_severity(rule, value)
    return name, _checked_mark(name, value) if name in MARKS else _checked_number(name, value)


def _checked_severity(rule: Rule, value: object) -> str:
    choices = strictness(rule)
    if value in choices:
        return str(value)
    near = difflib.get_close_matches(str(value).strip().casefold(), choices, 1)
    why = ""
    if value in STRICTNESS:
        why = (
            _("{rule} is what the discipline rests on: it always refuses, and cannot be waived.").format(rule=label(rule))
            if rule.fixed
            else _("{rule} is brought about by time, not by an act that could be stopped.").format(rule=label(rule))
        )
    raise BadInput(
        _("The severity of {code} cannot be “{value}”.").format(code=rule.code, value=str(value)[:40]),
        why=why,
        fix=_("Did you mean {name}?").format(name=near[0]) if near and not why else _("It takes one of: {choices}.").format(choices=listed(choices)),
    )


def _checked_mark(name: str, value: object) -> str:
    """Points, exact: what a file holds as 0.5 is read as it is written."""
    try:
        points = Decimal(str(value))
        fits = not isinstance(value, bool) and 0 <= points <= 1000 and points == points.quantize(Decimal("0.01"))
    except InvalidOperation:
        fits = False
    if not fits:
        raise BadInput(_("The setting {name} must be a number of points from 0 to 1000, with two decimals at most.").format(name=name))
    return format(points.normalize(), "f")


def _checked_number(name: str, value: object) -> str:
    most = 100 if name in SHARES else 10_000
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise BadInput(_("The setting {name} must be a whole number from 0 to {most}.").format(name=name, most=most))
    return str(value)
