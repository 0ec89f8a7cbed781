"""The codes people type: after an option, in any width and case."""

from __future__ import annotations

import unicodedata

from officecli.errors import BadInput
from officecli.i18n import _, listed


def check_code(typed: str, known: tuple[str, ...], option: str) -> str:
    """The code somebody typed after `option`; raises BadInput with those that are known."""
    code = unicodedata.normalize("NFKC", typed).casefold().strip().replace(" ", "-")
    if code not in known:
        raise BadInput(
            _("{option} does not take “{value}”.").format(option=option, value=typed[:40]),
            fix=_("It takes one of: {choices}.").format(choices=listed(known)),
        )
    return code
