"""What is said of the office's profile: which rules are silent by it, and for a month that it was changed, since when and on whose order."""

from __future__ import annotations

from datetime import date, timedelta

from officecli.hints import TYPE_CHECKING
from officecli.i18n import _, listed
from officecli.model.words import word
from officecli.settings import PROFILE
from officecli.store.read.reader import Reader

if TYPE_CHECKING:
    from officecli.model.rule import Rule

TOLD_FOR = timedelta(days=30)


def silent_by_profile(read: Reader) -> list[str]:
    """The codes of the rules that are not asked because of the profile, not of a setting of their own."""
    from officecli.rules import every_rule  # the digest asks none
    from officecli.store import judge

    return [rule.code for rule in every_rule() if rule.code not in read.severities and judge.severity_of(read, rule) == "off"]


def silence(read: Reader) -> str:
    """The sentence on the rules that the profile silences; "" for none."""
    codes = silent_by_profile(read)
    return _("Silent by the profile “{profile}”: {codes}").format(profile=word("profile", read.profile), codes=listed(codes)) if codes else ""


def strictness_here(read: Reader, rule: Rule) -> str:
    """How strict the office is with a rule, and by what, where that is not the rule's own; else ""."""
    from officecli.store import judge

    severity = judge.severity_of(read, rule)
    if severity == rule.severity:
        return ""
    by = _("set by the office") if rule.code in read.severities else _("by the profile “{profile}”").format(profile=word("profile", read.profile))
    said = _("It is silent") if severity == "off" else word("severity", severity)
    return _("{severity}: {by}.").format(severity=said, by=by)


def changed_lately(read: Reader) -> str:
    """The sentence on a change of the profile in the last month, on whose order it was and who recorded it; "" where there was none."""
    row = read.row(
        """SELECT t.day, a.name AS actor, b.name AS behalf FROM setting s JOIN trail t ON t.subject = 'setting' AND t.subject_id = s.id
           JOIN person a ON a.id = t.actor_id LEFT JOIN person b ON b.id = t.behalf_id WHERE s.name = :name ORDER BY t.seq DESC LIMIT 1""",
        name=PROFILE.name,
    )
    if row is None or not read.as_of - TOLD_FOR <= date.fromisoformat(row["day"]) <= read.as_of:
        return ""
    told = {"day": row["day"], "profile": word("profile", read.profile), "name": row["behalf"] or row["actor"]}
    return _("Since {day} the office works by the profile “{profile}”, on the order of {name}: officecli config show rules.profile").format(**told)
