"""The words around a day, taken off one layer at a time; what a layer says of the day is inferred, or kept as the word that says by when it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from officecli.patterns import compiled
from officecli.typed.dates import around
from officecli.typed.dates.view import View

Layer = tuple[str, str]
"""What is left of the text, and the word that says by when it is (by, before, 前), "" for none."""

_SPAN = r"[^\d()]*\d{1,3}个?(?:工作日|自然日|天|日|周|星期|月)(?:之?内|以内|后)?"
_BEFORE_WHAT = r"^(?:well |just )?(?:before|prior to|ahead of|in time for) (?=[a-z]{3})"
"""In brackets behind a day, what it is to be ready for: July 29 (before the packet goes out)."""
_WHOLE_DAY_BEFORE = r"\d[-/.]\d|[a-z]{3}\.? ?\d{1,2}\b|\d{1,2}(?:st|nd|rd|th)? ?-?[a-z]{3}"
"""A day of a month, which needs no remark to be one."""
_WHOLE_DAY = r"\d月\d{1,2}|\d[-/.]\d"


def peeled(text: str, by: str, view: View) -> Layer:
    """A text and its word without one layer; as they are where none comes off."""
    return next((left for layer in _LAYERS if (left := layer(text, by, view))), (text, by))


def _in_brackets(text: str, by: str, view: View) -> Layer | None:
    """Of several remarks the first that comes off: 7月31日（周五）（已超期）."""
    return next((left for bracket in compiled(around.BRACKET).finditer(text) if (left := _without(bracket, by, view))), None)


def _without(bracket: re.Match[str], by: str, view: View) -> Layer | None:
    text, remark = bracket.string, compiled(_BEFORE_WHAT).sub("", (bracket[1] or bracket[2] or "").strip())
    doubtful, replaces, late = (bool(compiled(words).fullmatch(remark)) for words in (around.DOUBT, around.REPLACES, around.LATE))
    besides = compiled(around.LANDMARK).fullmatch(remark) is not None and compiled(_WHOLE_DAY_BEFORE).search(text[: bracket.start()]) is not None
    if doubtful or replaces or late or besides or around.is_remark(remark):
        view.infer("about" if doubtful else "revised" if replaces else "words" if remark and not late else "")
        return re.sub("  +", " ", text[: bracket.start()] + text[bracket.end() :]).strip(" ,"), by
    if bracket.end() == len(text) and compiled(_SPAN).fullmatch(text[: bracket.start()]) and compiled(_WHOLE_DAY).search(remark):
        view.infer("words")  # 7个工作日(6月24日前): whoever wrote it has counted already
        return remark, by
    return None


def _event(text: str, by: str, view: View) -> Layer | None:
    match = compiled(around.EVENT).fullmatch(text)
    if match is None or not around.is_remark((match["words"] or match["words2"]).removesuffix("前")):
        return None
    view.infer("words")
    return match["rest"] or match["rest2"], by


def _by_behind(text: str, _by: str, _view: View) -> Layer | None:
    match = compiled(around.BY).search(text)
    return (text[: match.start()], match[0]) if match else None


def _about_before(text: str, by: str, view: View) -> Layer | None:
    match = compiled(around.ABOUT).match(text)
    if match is None or match.end() == len(text):
        return None
    view.infer("about")
    return text[match.end() :].strip(" ,"), by


def _lead(text: str, by: str, _view: View) -> Layer | None:
    match = compiled(around.LEAD).match(text)
    if match is None:
        return None
    rest = text[match.end() :].strip(" ,")
    if not rest:
        return text, by
    if re.search(r"before|prior", match[0]) and "or before" not in match[0]:
        return rest, by or "before"
    return rest, by or ("by" if re.search(r"\bby\b", match[0]) else "")


def _before(text: str, _by: str, _view: View) -> Layer | None:
    match = re.match(r"(?:before|prior to|ahead of) (?=.)", text)
    return (text[match.end() :], "before") if match else None


def _revised(text: str, by: str, view: View) -> Layer | None:
    match = compiled(rf"(?:(?<=\d)(?: ?[-,;:] ?| )|(?<=[日号])[-,;:]{{0,2}}){around.REPLACES}$").search(text)
    if match is None:
        return None
    view.infer("revised")
    return text[: match.start()], by


def _tail(text: str, by: str, view: View) -> Layer | None:
    for pattern, code in ((around.TAIL, ""), (around.TAIL_ABOUT, "about")):
        if (match := compiled(pattern).search(text)) and match.start() > 0:
            view.infer(code)
            return text[: match.start()].strip(" ,"), by
    return None


def _done_by(text: str, by: str, view: View) -> Layer | None:
    match = compiled(around.DONE_BY).fullmatch(text)
    if match is None or not around.is_remark(match["words"] or match["words2"], behind=bool(match["words"])):
        return None
    view.infer("words")
    return match["rest"] or match["rest2"], by


_LAYERS: tuple[Callable[[str, str, View], Layer | None], ...] = (
    _in_brackets,
    _event,
    _by_behind,
    _about_before,
    _lead,
    _before,
    _revised,
    _tail,
    _done_by,
)
