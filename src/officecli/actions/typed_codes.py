"""The codes people type after an option, or the words they see for them."""

from __future__ import annotations

import unicodedata

from officecli.errors import BadInput
from officecli.i18n import _, listed
from officecli.model.words import VOCABULARIES


def check_code(typed: str, known: tuple[str, ...], option: str) -> str:
    """The code that somebody typed after `option`, or said in the reader's language or in English; raises BadInput with the nearest."""
    words = VOCABULARIES.get(option.removeprefix("--"), {})
    meant = {_plain(said): code for code in known if code in words for said in (words[code], _(words[code]))}
    meant |= {code: code for code in known}
    plain = _plain(typed)
    if plain not in meant:
        raise BadInput(_("{option} does not take “{value}”.").format(option=option, value=typed[:40]), fix=_instead(plain, meant, known))
    return meant[plain]


def _plain(typed: str) -> str:
    """Without width and case, words joined like those of a code."""
    return "-".join(unicodedata.normalize("NFKC", typed).casefold().split())


def _instead(plain: str, meant: dict[str, str], known: tuple[str, ...]) -> str:
    import difflib

    choices = _("It takes one of: {choices}.").format(choices=listed(known))
    near = difflib.get_close_matches(plain[:40], meant, 1, cutoff=0.5)
    return _("Did you mean {name}? {choices}").format(name=meant[near[0]], choices=choices) if near else choices
