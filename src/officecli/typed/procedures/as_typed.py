"""What somebody says of a procedure, as it was typed: on the command line or in a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model.codes import PROCEDURE_KINDS
from officecli.near import did_you_mean
from officecli.typed.codes import code_meant, instead
from officecli.typed.text import shown

LABELS = {
    "who": "who", "by": "who", "post": "who", "岗位": "who", "责任岗位": "who", "由": "who",
    "standard": "standard", "标准": "standard",
    "check": "check", "check-point": "check", "要点": "check", "注意": "check", "注意事项": "check",
    "limit": "limit", "within": "limit", "时限": "limit", "限时": "limit",
    "needs": "needs", "after": "needs", "先做": "needs", "前置": "needs", "前置步骤": "needs",
}  # fmt: skip
"""What may stand before the colon in `--step "TITLE | who: POST | …"`, and the part of a step it is."""


@dataclass(frozen=True)
class TypedStep:
    """One step; `who` is a post, `needs` are numbers or titles of other steps."""

    title: str
    who: str = ""
    standard: str = ""
    check: str = ""
    limit: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TypedProcedure:
    """A procedure; None where nothing was said, "" to take something away."""

    kind: str | None = None
    post: str | None = None
    every: str | None = None
    start: str | None = None
    until: str | None = None
    days_off: str | None = None
    title: str | None = None
    goal: str | None = None
    source: str | None = None
    urgency: str | None = None
    importance: str | None = None
    hours: str | None = None
    ahead: str | None = None
    due_in: str | None = None
    duty: str | None = None
    emergency: str | None = None
    steps: Sequence[TypedStep] | None = None


def read_step(text: str) -> TypedStep:
    """A step typed on one line, `TITLE | who: POST | standard: … | check: … | limit: 2 days | needs: 1,2`; raises BadInput."""
    title, *parts = text.replace("｜", "|").split("|")
    found: dict[str, str] = {}
    for part in parts:
        label, colon, value = part.replace("：", ":", 1).partition(":")
        name = LABELS.get(unicodedata.normalize("NFKC", label).strip().casefold())
        if not colon or name is None:
            raise BadInput(
                _("“{part}” in a step is none of its parts.").format(part=shown(part.strip())),
                why=did_you_mean(label.strip(), ("who", "standard", "check", "limit", "needs")),
                fix=_('Write: --step "TITLE | who: POST | standard: … | check: … | limit: 2 days | needs: 1,2"'),
            )
        if name in found:
            raise BadInput(_("“{part}” stands twice in one step.").format(part=label.strip()), fix=_("Write each part once."))
        found[name] = value.strip()
    needs = tuple(one for one in re.split(r"[\s,，、;；]+", found.pop("needs", "")) if one)
    return TypedStep(title.strip(), **found, needs=needs)


def kind_of(typed: str) -> str:
    """The kind of procedure somebody typed, as a code or as a word of any language; raises BadInput."""
    found = code_meant(typed, PROCEDURE_KINDS, "procedure_kind")
    if found is None:
        raise BadInput(
            _("“{kind}” is no kind of procedure.").format(kind=shown(typed.strip())), fix=instead(typed, PROCEDURE_KINDS, "procedure_kind")
        )
    return found
