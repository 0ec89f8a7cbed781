"""The words of a ledger's coded columns, in both languages, and the codes they stand for."""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.i18n import _, listed, sentences
from officecli.model import codes
from officecli.model.words import word
from officecli.near import asked_back, slip_of
from officecli.typed.text import is_nothing

# The codes a coded column may hold. Of a word under several the last code has it; the words are offered in this order.
_KNOWN: dict[str, tuple[str, ...]] = {
    "urgency": codes.URGENCIES,
    "importance": codes.IMPORTANCES,
    "kind": codes.KINDS,
    "decided": codes.DECIDED,
}
_ALSO = {
    "urgency": codes.URGENCIES.also,
    "importance": codes.IMPORTANCES.also,
    "kind": codes.KINDS.also,
    "decided": codes.DECIDED.also,
}

_CODES: dict[str, dict[str, str]] = {
    column: {word: code for code in known for word in (code, *_ALSO[column][code].split("|"))} for column, known in _KNOWN.items()
}


def knows_word(column: str, text: str) -> bool:
    """Whether a clean cell of a coded column is understood."""
    return _code(column, text) is not None or is_nothing(text)


def read_word(column: str, text: str) -> str | None:
    """The code for a clean cell of a coded column (urgency, importance, kind, decided); None when blank, BadInput when unknown."""
    code = _code(column, text)
    if code or is_nothing(text):
        return code
    offered = listed("/".join(_ALSO[column][known].split("|")[:2]) for known in _KNOWN[column])
    fix = sentences([meant(column, text), _("Use one of: {words}.").format(words=offered)])
    raise BadInput(_("This word is not known here."), fix=fix)


def meant(column: str, text: str) -> str:
    """The question after the word of a coded column that `text` is but a slip of; "" where it is none."""
    near = slip_of(" ".join(text.casefold().split()), _CODES[column])
    return asked_back(word(column, _CODES[column][near[0]])) if near else ""


def _code(column: str, text: str) -> str | None:
    known = _CODES[column]
    return known.get(text) or known.get(" ".join(text.lower().split())) or known.get(text.rstrip("件 ").strip("【】[]()（）"))
