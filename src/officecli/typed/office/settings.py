"""Which settings an office has, under which names, and what each takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from officecli import personal
from officecli.errors import BadInput
from officecli.i18n import _, listed, one_of
from officecli.model.rule import Rule
from officecli.model.words import word
from officecli.near import asked_back, did_you_mean, nearest
from officecli.rules import every_rule, names_of, rule_meant
from officecli.rules.thresholds import by_rule, every_setting
from officecli.rules.wording import label
from officecli.settings import Setting
from officecli.typed.codes import code_meant
from officecli.typed.text import shown

SEVERITY = "severity"
MOST_TEXT = 254
STRICTNESS = ("off", "advice", "audit", "warn", "refuse")


def every_name() -> tuple[str, ...]:
    """The names of all settings: first those that take a number or a text, then the severities of the rules."""
    return (*every_setting(), *(severity_name(rule) for rule in every_rule()))


def severity_name(rule: Rule) -> str:
    """The setting that says how strict the office is with a rule."""
    return f"rules.{rule.code}.{SEVERITY}"


def rule_of(name: str) -> Rule | None:
    """The rule whose severity the setting of this name is; None for a setting that takes a number or a text."""
    return next((rule for rule in every_rule() if severity_name(rule) == name), None)


def strictness(rule: Rule) -> tuple[str, ...]:
    """What the severity of a rule can be: one that refuses without exception stays so, and what only time brings about cannot be refused."""
    if rule.fixed:
        return ("refuse",)
    return STRICTNESS if rule.watches else ("off", "advice", "audit")


def setting_named(typed: str) -> str:
    """The setting as it is kept; a rule may be given by its name, a threshold by the rule it belongs to. Raises BadInput with the nearest."""
    name = typed.strip()
    numbers = every_setting()
    if name in numbers:
        return name
    *middle, last = name.split(".")
    rule = rule_meant(".".join(middle[1:])) if middle[:1] == ["rules"] else None
    if rule and last == SEVERITY:
        return severity_name(rule)
    if rule and last in rule.thresholds:
        return rule.thresholds[last].name
    severities = [f"rules.{word}.{SEVERITY}" for one in every_rule() for word in names_of(one)]
    if name != "name" and personal.names.CALLED.get(name.casefold(), name) in personal.names.NAMES:  # the office has a name too, which is no setting
        raise BadInput(
            _("There is no setting “{name}” of the office: it is one of your own.").format(name=name),
            fix=_("See yours: {command}").format(command="officecli config --mine"),
        )
    raise BadInput(
        _("There is no setting “{name}”.").format(name=name[:60]),
        fix=did_you_mean(name, [*numbers, *by_rule(), *severities], _("See them all with: officecli config list")),
    )


def checked_setting(typed: str, value: object) -> tuple[str, str]:
    """The name and the value as they are kept; raises BadInput for an unknown name or a value it does not take."""
    name = setting_named(typed)
    rule = rule_of(name)
    if rule:
        return name, _checked_severity(rule, value)
    setting = every_setting()[name]
    check = {"points": _checked_points, "text": _checked_text}.get(setting.unit, _checked_number)
    return name, check(setting, value)


def from_command_line(typed: str, value: str) -> object:
    """The value of a setting as it is typed on a command line: a number where it is digits and the setting takes no text."""
    setting = every_setting().get(setting_named(typed))
    value = value.strip()
    return int(value) if value.isdecimal() and not (setting and setting.unit == "text") else value


def in_words(values: Iterable[str]) -> list[str]:
    """What settings are set to, as it is shown and may be typed."""
    return [word("value", value) for value in values]


def taken(setting: Setting) -> str:
    """What a setting that takes a number or a text can be, in words."""
    if setting.unit == "text":
        empty = [] if setting.choices or setting.default else ["“”"]
        return one_of([*(in_words(setting.choices) or (_("a text like {like}").format(like=setting.like),)), *empty])
    told = _("points from {least} to {most}") if setting.unit == "points" else _("a whole number from {least} to {most}")
    return told.format(least=setting.least, most=setting.most)


def _checked_severity(rule: Rule, value: object) -> str:
    choices = strictness(rule)
    value = code_meant(str(value), STRICTNESS, "value", whole=True) or value
    if value in choices:
        return str(value)
    near = nearest(str(value).strip().casefold(), [*choices, *in_words(choices)])
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
        fix=asked_back(near[0]) if near and not why else _("It takes one of: {choices}.").format(choices=listed(in_words(choices))),
    )


def _checked_text(setting: Setting, value: object) -> str:
    text = value if isinstance(value, str) else ""
    text = (code_meant(text, setting.choices, "value", whole=True) or text) if setting.choices else text
    one_line_and_short = len(text) <= MOST_TEXT and text.isprintable()
    known = text in setting.choices if setting.choices else bool(re.fullmatch(setting.pattern, text)) or text == setting.default
    if not isinstance(value, str) or not one_line_and_short or not known:
        raise BadInput(
            _("The setting {name} cannot be “{value}”.").format(name=setting.name, value=shown(str(value))),
            fix=_("It takes {takes}.").format(takes=taken(setting)),
        )
    return text


def _checked_points(setting: Setting, value: object) -> str:
    """Points, exact: what a file holds as 0.5 is read as it is written."""
    try:
        points = Decimal(str(value))
        fits = not isinstance(value, bool) and setting.least <= points <= setting.most and points == points.quantize(Decimal("0.01"))
    except InvalidOperation:
        fits = False
    if not fits:
        text = _("The setting {name} must be a number of points from {least} to {most}, with two decimals at most.")
        raise BadInput(text.format(name=setting.name, least=setting.least, most=setting.most))
    return format(points.normalize(), "f")


def _checked_number(setting: Setting, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int) or not setting.least <= value <= setting.most:
        text = _("The setting {name} must be a whole number from {least} to {most}.")
        raise BadInput(text.format(name=setting.name, least=setting.least, most=setting.most))
    return str(value)
