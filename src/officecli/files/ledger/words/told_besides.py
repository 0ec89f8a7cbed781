"""What a cell of states tells besides the state: why it rests, for what it waits, in which step of another's procedure it is."""

from __future__ import annotations

from functools import lru_cache

from officecli.files.ledger.words.han.states import CLOSED
from officecli.files.ledger.words.known import CODES
from officecli.files.ledger.words.marks import boxes, is_light, is_tick, without_box
from officecli.files.ledger.words.plain import DAY
from officecli.files.ledger.words.states import PLACE, read_state, segments_of
from officecli.model.codes import OVER
from officecli.patterns import pattern

_LONGEST_CODE = 2
"""Letters of a code of somebody's own: IP, O, 已."""
_SAYS_WHY = pattern(
    r"superseded|obe|overtaken by events|no longer needed|won'?t ?(?:do|fix)|not proceeding|abandoned|withdrawn|denied|granted"
    r"|released(?: (?:in full|with redactions))?|provided"
    r"|no responsive records|no further action|nfa|blocked|不满意重办"
)
"""Of the states' own words those that tell how it came, or why."""
_SHARE = pattern(r"(?<![\d.~-])\d{1,3}(?:\.\d+)? ?%")
"""How much of the whole is done, which is read; between two shares it lies somewhere: 10-20%."""
_GOES_ON = pattern(r"(?:正在?|尚?未|还未|没有?|待|已)?(?:办理?|整改|推进|落实|处理|进行|实施|办结|完成|销号|启动|开展|开始|化解|验收|审[核批])+中?")
"""No more than that it goes on, or has not begun: 整改中, 尚未启动."""


@lru_cache(maxsize=1024)
def tells_besides(text: str) -> bool:
    """Whether a cell tells more than its state, by a word of the states' own, a mark,
    a share or the day of the end: In progress - waiting for parts; Permitting.
    """
    if is_tick(text) or is_light(text) or boxes(text):
        return False
    said = read_state(text)
    words = PLACE.sub("", without_box(text), count=1) if PLACE.match(text) else without_box(text)
    segments = segments_of(DAY.sub(" ", words.casefold()) if said and said.code in OVER else words)
    return not all(map(_is_state_alone, segments)) or sum(len(_SHARE.findall(one)) for one in segments) > 1


def _is_state_alone(segment: str) -> bool:
    """Whether a statement is a state and nothing else, be it in two languages."""
    plain = _SHARE.sub("", segment).strip(" /-")
    return _is_word(plain) or all(map(_is_word, plain.split()))


def _is_word(plain: str) -> bool:
    if _SAYS_WHY.fullmatch(plain):
        return False
    return plain in CODES or len(plain) <= _LONGEST_CODE or is_light(plain) or any(form.fullmatch(plain) for form in (CLOSED, _GOES_ON))
