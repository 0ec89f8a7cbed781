"""D305: one extension too many, or too long."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Foreseen, Rule
from officecli.rules.deadlines.extension_too_late import too_late
from officecli.rules.reach import EXTENSION
from officecli.settings import Setting


def _asked_for(item: str) -> str:
    """A select of how many extensions `b` were asked for an item, by its id."""
    return f"SELECT COUNT(*) AS said FROM extension b WHERE b.item_id = {item}"


def _given(item: str) -> str:
    """A select of by how many working days an item, by its id, is extended by its extensions `b`, or may yet be."""
    return f"""SELECT CAST(SUM(COALESCE(b.granted_days, b.days)) AS INTEGER) AS said FROM extension b
  WHERE b.item_id = {item} AND (b.verdict IS NULL OR b.verdict = 'granted')"""


NTH = f"({_asked_for('x.item_id')} AND b.id <= x.id)"
LENGTH = "COALESCE(x.granted_days, x.days)"
IN_ALL = f"({_given('x.item_id')} AND b.id <= x.id)"
MOST_ASKED, MOST_IN_ALL = "CAST(:extension_max_count AS INTEGER)", "CAST(:extension_max_total AS INTEGER)"


_TOO_LATE = "length-too-late"
"""Of one that is too late besides, a shorter one is no advice: that is refused too."""
_LENGTH = N_("This extension of {number} is {amount} working days long; at most {most} are allowed.")


def _over(which: str, amount: str, limit: str, more: str = "") -> str:
    said = f"CASE WHEN {too_late('x.day', 'x.due_was')} THEN '{_TOO_LATE}' ELSE '{which}' END" if which == "length" else f"'{which}'"
    return f"""
SELECT x.id AS subject_id, x.item_id, '{which}' AS key, {said} AS which, i.number, p.name AS lead, {amount} AS amount, {limit} AS most,
       CASE WHEN '{which}' <> 'count' AND x.granted_days > x.days THEN x.reviewed ELSE x.day END AS since
FROM extension x
JOIN item i ON i.id = x.item_id
JOIN person p ON p.id = i.lead_id
WHERE x.id BETWEEN :lo AND :hi AND {amount} > {limit}{more}"""


NOT_DECLINED = " AND (x.verdict IS NULL OR x.verdict = 'granted')"

RULE = Rule(
    code="D305",
    name=N_("extension-beyond-limit"),
    severity="refuse",
    subject="extension",
    sql=" UNION ALL".join(
        (
            _over("count", NTH, MOST_ASKED),
            _over("length", LENGTH, "CAST(:extension_max_days AS INTEGER)", NOT_DECLINED),
            _over("total", IN_ALL, MOST_IN_ALL, NOT_DECLINED),
        )
    ),
    watches={"extension": EXTENSION},
    foreseen=(
        Foreseen("extend", f"{_asked_for(':item')} HAVING COUNT(*) >= {MOST_ASKED}", N_("It was asked for as often as is allowed: {said}.")),
        Foreseen(
            "extend",
            f"SELECT said FROM ({_given(':item')}) g WHERE said >= {MOST_IN_ALL}",
            N_("Its extensions have as many working days as are allowed in all: {said}."),
        ),
    ),
    message={
        "count": N_("This is extension request number {amount} for {number}; at most {most} are allowed."),
        "length": _LENGTH,
        _TOO_LATE: _LENGTH,
        "total": N_("With this, {number} would be extended by {amount} working days in all; at most {most} are allowed."),
    },
    fix={
        "count": N_("Finish it, or ask the originator to set a new deadline or another lead; a superior of {lead} may waive this with a reason."),
        "length": N_('Ask for at most {most} working days now, and say what will be done by then: officecli extend {number} --to +{most}wd "…"'),
        _TOO_LATE: N_("A shorter one would be too late as well: only the originator's side sets a new date now."),
        "total": N_("Ask for less, or ask the originator to set the matter up anew; a superior of {lead} may waive this with a reason."),
    },
    thresholds={
        "max_count": Setting(name="extension.max_count", default=3, unit="count", meaning=N_("extensions that may be asked for an item")),
        "max_days": Setting(name="extension.max_days", default=10, unit="working days", meaning=N_("working days of one extension")),
        "max_total": Setting(name="extension.max_total", default=30, unit="working days", meaning=N_("working days of all extensions of an item")),
    },
    principle=N_("Extensions are few and short: by default 3 requests, 10 working days each, 30 in all."),
    finds=N_(
        "An extension that is one too many, too long, or too long together with those before it; judged when it is asked for and when it is granted."
    ),
    why=N_("A deadline that can always be moved is none."),
    instead=N_("Split what can be done now from what cannot, and submit the first part in time."),
    refused=N_('officecli extend 31 --to +20wd --reason "…"'),
    accepted=N_('officecli extend 31 --to +5wd --reason "two replies missing"'),
)
