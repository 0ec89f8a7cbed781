"""The sheet of a meeting 会议用表: the ledger people know, five columns to write into, and behind them what each row was when it was printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, Self

from officecli.i18n import N_, _, in_every_language, of_language

WRITTEN = ("decided", "new_due", "new_lead", "said", "noted")
"""What is written in the meeting, in the order of the columns: the decision, the new deadline and lead, how it goes, and what else there is to say."""

HEAD_DIGITS = 32
"""Hex digits of the trail's head in a mark, as on every paper that is to prove something."""

ON_RECORD: Mapping[str, str] = {"decided": "status", "new_due": "due", "new_lead": "lead", "said": "progress"}
"""What is written → the field of an item that it is about."""

MARK = "mark"
"""The last column, hidden where a format can hide one: what tells a row again, however the sheet was sorted meanwhile."""

_LABELS: Mapping[str, str] = {"decided": N_("Decision"), "new_due": N_("New deadline"), "new_lead": N_("New lead"), "noted": N_("Note")}
_PROGRESS = {"en": "Progress", "zh": "进展"}

SO_FAR: Mapping[str, str] = {"progress": N_("Progress so far"), "remarks": N_("Remarks so far")}
"""Columns of the ledger that are only to be read here, under another heading: theirs is that of a column to write into."""

_ALSO = {
    "decided": "决定 会议决定 研究意见 会议意见 decisions decided",
    "new_due": "新时限 新办结时限 新期限 调整时限 new-due new-due-date",
    "new_lead": "新牵头 新牵头人 新责任人 new-owner",
    "said": "进展 最新情况",
    "noted": "备注 会议备注 notes remarks",
    MARK: "officecli",
}
"""What else a heading may say."""


def label(key: str) -> str:
    """The heading of one of these columns in the reader's language."""
    if key == MARK:
        return "officecli"
    return of_language(_PROGRESS) if key == "said" else _(_LABELS[key])


def headings(key: str) -> list[str]:
    """Every heading that means one of these columns, in any language."""
    said = [*_PROGRESS.values()] if key == "said" else [*in_every_language(_LABELS[key])] if key in _LABELS else []
    return [*said, *_ALSO[key].split()]


class Mark(NamedTuple):
    """What a row was when it was printed: the item by its id and its version, the `no`-th of `total` rows, at the head `seq`:`hash` of the trail."""

    item_id: int
    version: int
    no: int
    total: int
    seq: int
    hash: str

    @property
    def text(self) -> str:
        """As it stands in the sheet."""
        return f"{self.item_id}v{self.version} {self.no}/{self.total} {self.seq}:{self.hash}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The mark that a cell holds; None where somebody wrote over it."""
        found = _MARK.fullmatch(text)
        if found is None:
            return None
        item_id, version, no, total, seq = map(int, found.groups()[:5])
        return cls(item_id, version, no, total, seq, found[6])


_MARK = re.compile(r"(\d{1,18})v(\d{1,9}) (\d{1,7})/(\d{1,7}) (\d{1,18}):([0-9a-f]{16,64})")
