"""How far a matter is that is a thing lent: it is over once the thing is back, and goes on while it is out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from officecli.files.ledger.words.plain import DAY_WORD, plain_text
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern

_LENT = pattern(r"\b(?:lent|loans?|loaned|borrow\w*|(?:checked|signed|date|given) out|out (?:on|to|date))\b|借[用出阅]|[出外租]借|领[用取出借]")
_BACK_BY = pattern(
    r"\bback (?:by|on|at|due|date)\b|\b(?:due|expected|wanted) (?:back|in)\b|\breturn(?:ed)?(?: is)? (?:due|by|date)\b|^(?:date )?back$"
    r"|(?:应|拟|预计|计划|约定)?(?:归还|返还|还回|退还|交还|(?<=[应拟])还)(?:时间|日期|期限|时限|日)?"
)
"""Headings beside those of a thing that was lent, and of the day by which it is to be back."""
_IN = pattern(
    rf"(?:(?:returned|in|back|(?:given|brought|handed|sent|taken|came|come) back|(?:checked|signed|turned|handed) in)(?: again| safely| in full| late|"
    rf" early)?)(?:,? (?:on )?(?P<day>{DAY_WORD}))?"
    rf"|(?:已于?|均已|全部|按[期时]|逾期)*(?P<day2>{DAY_WORD})?(?:已|全部)?(?:归还|返还|还回|退还|交还|收回|还清|还)(?:完毕|入库|了)?(?<!^还)"
)
_OUT = pattern(
    rf"(?:still |now |is )*(?:out|lent|loaned|on loan|(?:lent|loaned|checked|signed|given) out|out on loan|with (?:the )?borrower|not (?:yet )?"
    rf"(?:returned|back|in))(?: (?:to|since|until|till) .*|,? (?:on )?{DAY_WORD})?"
    r"|(?:已|仍|还)*(?:在外|借出|外借|出借|在借|续借|借用|使用)(?:中)?"
)


def said_of_lent(text: str, due: str, headings: Sequence[str]) -> Stated | None:
    """The state of a thing lent, by the word for where it is (Returned, Checked in, Out; 已归还, 在外); None in a list of anything else."""
    if not are_lent(due, tuple(headings)):
        return None
    plain = plain_text(text)
    if back := _IN.fullmatch(plain):
        return Stated("closed", back["day"] or back["day2"] or "", firm=False)
    return Stated("open") if _OUT.fullmatch(plain) else None


@lru_cache(maxsize=64)
def are_lent(due: str, headings: tuple[str, ...]) -> bool:
    """Whether a deadline is one by which something is to be back, and another heading says that it was lent."""
    others = (heading.casefold() for heading in headings if heading != due)
    return _BACK_BY.search(due.casefold()) is not None and any(map(_LENT.search, others))
