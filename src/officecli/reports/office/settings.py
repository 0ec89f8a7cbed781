"""The office's settings: what each is now, its default, and what it means."""

from __future__ import annotations

from officecli.hints import Any
from officecli.i18n import _, listed, ngettext
from officecli.model.rule import Rule
from officecli.reports.shape.build import build
from officecli.reports.shape.report import Column, Report
from officecli.rules.thresholds import by_rule, every_setting
from officecli.settings import Setting
from officecli.store.read.reader import Reader
from officecli.typed.office.settings import every_name, in_words, rule_of, setting_named, severity_name, strictness, taken


def every(read: Reader) -> Report:
    """All settings: first those that take a number or a text, then how strict the office is with each rule."""
    rows = [_row(read, name) for name in every_name()]
    own = sum(row["own"] for row in rows)
    return _report(read, rows, ngettext("{n} is the office's own.", "{n} are the office's own.", own).format(n=own))


def one(read: Reader, name: str) -> Report:
    """One setting; raises BadInput with the nearest name."""
    kept = setting_named(name)
    rule = rule_of(kept)
    takes = listed(in_words(strictness(rule))) if rule else taken(every_setting()[kept])
    return _report(read, [_row(read, kept)], _("It takes: {takes}.").format(takes=takes))


def _report(read: Reader, rows: list[dict[str, Any]], headline: str) -> Report:
    return build(
        read,
        name="config",
        title=_("Settings"),
        columns=(
            Column("name", _("setting")),
            Column("value", _("value"), "word"),
            Column("default", _("default"), "word", weight=2),
            Column("own", _("the office's own"), "word", weight=2),
            Column("also", _("also named"), weight=3, beside=("names",)),
            Column("meaning", _("what it means"), weight=2, wide=True, sentence=True),
        ),
        rows=rows,
        summary={"settings": len(rows), "own": sum(row["own"] for row in rows)},
        headline=headline,
        notes=(_("Change one with: officecli config set NAME VALUE"),),
    )


def _row(read: Reader, name: str) -> dict[str, Any]:
    rule = rule_of(name)
    value, default, names, meaning = _severity(read, rule) if rule else _other(read, every_setting()[name])
    return {
        "name": name,
        "value": value,
        "default": default,
        "own": name in read.stored_settings,
        "also": f"rules.{_(rule.name)}.severity" if rule else ", ".join(names) or None,
        "names": names,
        "meaning": meaning,
    }


def _severity(read: Reader, rule: Rule) -> tuple[str, str, list[str], str]:
    """What it is, its default, its other names and its meaning."""
    meaning = _("how strict the office is: {finds}").format(finds=_(rule.finds))
    usual = rule.severity_by(read.profile)
    return read.stored_settings.get(severity_name(rule), usual), usual, [f"rules.{rule.name}.severity"], meaning


def _other(read: Reader, setting: Setting) -> tuple[int | str, int | str, list[str], str]:
    """The same of a setting that takes a number or a text."""
    names = [name for name, one in by_rule().items() if one is setting]
    return setting.value(read.stored_settings), setting.default, names, _(setting.meaning)
