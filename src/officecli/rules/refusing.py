"""A refusal by a rule where what was typed cannot even be put on record for its query to judge."""

from __future__ import annotations

from officecli.errors import Refused
from officecli.i18n import _
from officecli.rules import rule_named
from officecli.rules.wording import label


def refused_by(code: str, what: str, fix: str = "") -> Refused:
    """The refusal, to be raised: the rule's label as a reason with what is wrong and what to do."""
    return Refused(_("nothing was changed."), [(label(rule_named(code)), what, fix)], codes=code)
