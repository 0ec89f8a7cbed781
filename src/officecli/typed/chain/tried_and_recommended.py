"""One text that says what was tried and what is recommended: “three offers came in; recommend the second”, 已询三家；建议取第二家."""

from __future__ import annotations

import re

_TWO = re.compile(
    r"""(?P<tried>\S.*?)
    (?:\s*[;；,，。.!！:：\n]\s*(?:(?:and|so|now)\s+|并|现|故|因此)?|\s+(?:and|so)\s+|(?<=[?？])\s*)   # what stands between them
    (?:(?:I|we)\s+|(?:my|our)\s+|本人|[本我]?(?:科室?|处|办|单位)|我)?
    (?:recommend\b|propose\b|suggest\b|(?:recommendation|proposal|suggestion)s?(?=\s*[:：]|\s+(?:is|to)\b)
    |倾向性意见为?|建议(?![书稿均都被未已])|拟(?![定订稿就好出了]))   # 建议书 and 拟定 are what there was, not what is to be
    (?:\s+(?:is|to)\b)?\s*[:：,，]?\s*
    (?P<recommended>\S.*)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def tried_and_recommended(text: str) -> tuple[str, str]:
    """What was tried, and what is recommended; where no word says where that begins, all of it was tried and "" is recommended."""
    found = _TWO.fullmatch(text.strip())
    return (found["tried"].rstrip(), found["recommended"].rstrip()) if found else (text.strip(), "")
