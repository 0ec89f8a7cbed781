"""Setting a rule aside for one item: what somebody typed after --waive."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.rules import nearest_rule, rule_meant
from officecli.rules.refusing import refused_by
from officecli.rules.wording import label
from officecli.store.read.reader import Reader
from officecli.typed.text import says_something


@dataclass(frozen=True)
class Waiving:
    """A rule's code, the reason, who allows it ("" for whoever acts), and until when, as it was typed ("" for good)."""

    rule: str
    reason: str
    by: str = ""
    until: str = ""


def check_waivings(typed: Sequence[str], by: str = "", until: str = "", *, reason_said: str = "") -> list[Waiving]:
    """Read `CODE=REASON`, or where the reason is said otherwise, by a line as `reason_said` has it; raises
    BadInput for an unknown rule or one that cannot be waived, Refused by A406 without rule or reason.
    """
    found = []
    for text in typed:
        code, _equals, reason = text.partition("=")
        if not code.strip():
            raise refused_by("A406", _("It is not said which rule is set aside."), _("Write: CODE=REASON, as in R102=TEXT"))
        rule = rule_meant(code)
        if rule is None:
            raise BadInput(_("There is no rule “{code}” to waive.").format(code=code[:40]), fix=nearest_rule(code))
        if not rule.waivable:
            raise BadInput(_("{rule} cannot be waived.").format(rule=label(rule)), why=_(rule.why), fix=_(rule.instead))
        if not says_something(reason):
            raise refused_by(
                "A406",
                _("A waiver of {code} needs its reason.").format(code=rule.code),
                reason_said or _('Write: --waive {code}="why it is unavoidable"').format(code=rule.code),
            )
        found.append(Waiving(rule.code, reason.strip(), by, until))
    if (by or until) and not found:
        raise BadInput(_("--waived-by and --waived-until go with --waive CODE=REASON."), fix=_("Say which rule is waived, and why."))
    return found


def last_day(read: Reader, until: str) -> date | None:
    """The last day of a waiver, None for one that holds for good; raises BadInput for a day that is past."""
    if not until:
        return None
    from officecli.typed.dates import almanac, read_date  # few waivers end, and every verb takes them

    day = read_date(until, base=read.today, by=almanac(read))
    if day < read.today:
        raise BadInput(_("A waiver until {day} would be over already.").format(day=day.isoformat()), fix=_("Give today or a later day."))
    return day
