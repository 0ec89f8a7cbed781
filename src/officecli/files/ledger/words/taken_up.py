"""That what was halted was taken up again, or comes at another time, as it is told behind the halt: reordered; 恢复办理, 改到8月, 择期再办."""

from __future__ import annotations

from officecli.files.ledger.words.plain import DAY
from officecli.patterns import pattern

_TAKEN_UP = pattern(
    r"now (?!due|\d|fy)|re(?:order|book|submit|issu|open|start|instat|fil|appl|draft|bid|activat|sum)(?:e?d|ted|ied|t?ing|es?)?\b"
    r"|(?:现|已|又|均|于|目前|经?[^,，；;已未]{2,8}?(?:后|同意|批准)){0,4}(?:重新|恢复|重启|复工|复产|再次启动|继续(?!有效))"
)
_PUT_OFF = pattern(r"(?<!整)改[期到至在]|推[迟后]|延[期后到至]|顺延|择[期日]|再(?:行|次|另)?(?:[办开议报定]|举办|召开|组织|安排|启动|实施)")


def taken_up(clause: str) -> bool:
    """Whether a clause says that it was taken up again, and what holds is not plain."""
    return _TAKEN_UP.match(DAY.sub("", clause).strip()) is not None


def put_off(clause: str) -> bool:
    """Whether a clause behind a word that calls a matter off says that it comes at another time."""
    return _PUT_OFF.search(clause) is not None and "不再" not in clause
