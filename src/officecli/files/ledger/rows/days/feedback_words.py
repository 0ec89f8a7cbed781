"""How often feedback is due, in the words of ledgers."""

from __future__ import annotations

from officecli.typed.items.feedback import read_feedback
from officecli.typed.text import is_nothing

_NO_PERIOD = frozenset({"不定期", "适时", "按需", "as needed", "ad hoc", "on completion", "办结时反馈", "办结后反馈"})


def read_period(text: str) -> str | None:
    """How often feedback is due, as a code of `model.time.feedback`; None when blank or at no fixed time."""
    plain = " ".join(text.lower().split()).rstrip("。.")
    return None if is_nothing(text) or plain in _NO_PERIOD else read_feedback(text)
