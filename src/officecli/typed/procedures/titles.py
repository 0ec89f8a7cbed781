"""What the items of a procedure are called: a title whose braces an occurrence fills in."""

from __future__ import annotations

import re

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.model.bounds import TITLE
from officecli.model.time.occurrence_titles import PLACEHOLDERS
from officecli.model.time.recurrence_rule import read_parts
from officecli.near import did_you_mean
from officecli.typed.text import shown, tidy


def check_title(text: str) -> str:
    """A title whose braces hold only what an occurrence fills in; raises BadInput."""
    title = tidy(text)
    if not title:
        raise BadInput(_("The title of the items is empty."), fix=_("Write what each item is called, for example “Duty roster {month}”."))
    if len(title) > TITLE:
        raise BadInput(_("The title is too long: at most {most} characters.").format(most=TITLE), fix=_("Shorten it."))
    known = listed(f"{{{one}}}" for one in PLACEHOLDERS)
    for found in re.findall(r"\{([^{}]*)\}", title):
        if found not in PLACEHOLDERS:
            raise BadInput(
                _("“{text}” cannot be filled in.").format(text=f"{{{shown(found)}}}"),
                why=did_you_mean(found, PLACEHOLDERS),
                fix=_("A title may hold {known}.").format(known=known),
            )
    if re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", title)):
        raise BadInput(_("The braces in “{title}” do not close.").format(title=shown(title)), fix=_("A title may hold {known}.").format(known=known))
    return title


def default_title(name: str, rule: str | None, language: str) -> str:
    """What the items are called where nothing is typed: the name, and as much of the day as tells them apart."""
    if rule is None:
        return name
    parts = read_parts(rule)
    days = len(parts.weekdays) + len(parts.month_days) - max(0, len(parts.positions) - 1)
    if parts.freq == "MONTHLY" and (days == 1 or len(parts.positions) == 1):
        told = "{year}年{month}" if language == "zh" else "{month} {year}"
    elif parts.freq == "YEARLY" and len(parts.months) == 1 and days == 1:
        told = "{year}年" if language == "zh" else "{year}"
    else:
        told = "{date}"
    return f"{name}（{told}）" if language == "zh" else f"{name} ({told})"
