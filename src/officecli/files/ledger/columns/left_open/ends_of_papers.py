"""When what is written for others was done with: the day on which it was handed in, signed, or answered for good."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meant import DEADLINES
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import NEARLY_ALL
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.states import read_state
from officecli.patterns import pattern

_PAPERS = pattern(
    (
        r"\b(?:deliverables?|reports?(?! (?:of|on|from)\b)|applications?|proposals?|filings?|submissions?|submittals?|returns?|disclosures?|grants?"
        r"|abstracts?|manuscripts?)\b"
    ),
    re.IGNORECASE,
)
"""The heading of matters that are handed to others, with which they are done."""
_HANDED_IN_ON = pattern(r"(?P<deed>提交|报送|上报|呈报|呈交|呈批|送审|报审|报批|递交|上交|送交)(?:的)?(?:时间|日期|日)")
_TO_BE_SEEN = pattern(r"呈|送审|报[审批]")
"""What others are to look at, and so not done with."""
_COMES_THEN = pattern(r"印发|发布|出台|审[定结批议]|验收|办结|销号|归档|批复|评审|结[案题项]")
"""A deadline of what comes after a paper was handed in."""
_SIGNED = pattern(r"signed(?: (?:on|out|date|by \w+))?", re.IGNORECASE)
_TAKEN = pattern(r"\W*(?:accepted|approved|awarded|received|paid|reimbursed|funded|won|published|granted)\b", re.IGNORECASE)
"""What came of a paper after it was handed in."""
_PAPER = r"(?:reply|response|answer|report|letter|submission|version|close[ -]?out|closure|disposition)"
_FOR_GOOD = pattern(
    rf"(?:date (?:of )?)?(?:final|full|substantive|complete|closing|definitive)(?: written| formal| official)? {_PAPER}(?: (?:on|out|date|day|sent|made))?"
    r"|(?:最终|正式|最后|办结|终结|书面)(?:答复|回复|反馈|报告)(?:时间|日期|日)?|终复(?:时间|日期|日)?",
    re.IGNORECASE,
)
"""The last word on a matter, whatever was said on the way: Final reply, 最终答复."""
_LAST = pattern(r"final|full|last|终稿|最终|正式", re.IGNORECASE)
_ON_THE_WAY = pattern(
    rf"(?:interim|draft|partial|initial|first|holding|preliminary|progress)(?: {_PAPER})?(?: (?:on|out|date|day|sent|made))?"
    r"|(?:初步|阶段性?|中期|临时|初次|首次|过程)(?:答复|回复|反馈|报告)?(?:时间|日期|日)?|初[复稿](?:时间|日期|日)?|草稿",
    re.IGNORECASE,
)
"""What was said before: beside it Final alone is the last word."""


class EndsOfPapers:
    """Finds the end of matters that are papers or answers for others, where no heading says that it is one."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def settle(self) -> None:
        """Give the end its column."""
        self._handed_in_as_told()
        self._submitted_for_good()
        self._answered_for_good()
        self._signed_out()

    def _handed_in_as_told(self) -> None:
        """The one column of past days on which that was done of which another tells how far it is (送审日期, beside 送审情况); that of handing
        in is the end where nothing else tells of one and the deadline is of nothing that comes then: 印发时限.
        """
        table, columns = self._table, self._table.chosen.columns
        fits = [
            place
            for place in table.open
            if (day := _HANDED_IN_ON.fullmatch(table.texts[place]))
            and table.under[place].past >= NEARLY_ALL
            and table.under[place].passed <= self._rows_that_tell_of(day["deed"])
        ]
        if len(fits) == 1 and not {"submitted", "closed"} & {*columns}:
            goes_on = "status" in columns or _TO_BE_SEEN.match(table.texts[fits[0]]) or _COMES_THEN.search(table.heading("due"))
            table.read_as("submitted" if goes_on else "closed", fits[0])

    def _rows_that_tell_of(self, deed: str) -> frozenset[int]:
        """The rows that say that a deed was done, under its own heading."""
        table, columns = self._table, self._table.chosen.columns
        headed = rf"(?:是否)?已?{deed}(?:与?否|情况|状态|进展|进度)?"
        places = [columns[key] for key in ("progress", "status") if key in columns and re.fullmatch(headed, table.heading(key))]
        done = rf"(?:已经?|均已)?{deed}.*|.*已{deed}.*|是|√"
        return frozenset(row for row, cells in enumerate(table.rows) if any(re.fullmatch(done, cell_text(cells[place]).strip()) for place in places))

    def _submitted_for_good(self) -> None:
        """Where nothing else tells how a matter ends, Date Submitted does, or where the
        matters are papers for others; in Chinese what is submitted has yet to be struck off.
        """
        table, columns = self._table, self._table.chosen.columns
        place = columns.get("submitted")
        if place is None or "closed" in columns or table.mapped(place) or not table.may_be(place, "closed"):
            return
        for_others = not table.in_every_row(place) and _PAPERS.search(table.texts[columns.get("title", place)])
        if "status" not in columns or (for_others and not self._closed_by_state()):
            table.read_as("closed", columns.pop("submitted"))

    def _answered_for_good(self) -> None:
        """Where nothing else tells of a state or an end, the one column of past days of the last word on a matter: Final reply, be it beside
        Interim reply, which ends nothing, or not.
        """
        table, columns = self._table, self._table.chosen.columns
        if {"closed", "status", "percent", "submitted"} & {*columns} or not DEADLINES & {*columns}:
            return
        before = any(_ON_THE_WAY.fullmatch(text.strip()) for text in table.texts)
        fits = [
            place
            for place in (*table.open, *(columns[key] for key in ("result", "progress") if key in columns))
            if (_FOR_GOOD.fullmatch(text := table.texts[place].strip()) or (before and _LAST.fullmatch(text)))
            and table.under[place].past >= NEARLY_ALL
            and not table.mapped(place)
        ]
        if len(fits) == 1:
            for key in [key for key in ("result", "progress") if columns.get(key) == fits[0]]:
                columns.pop(key)
            table.read_as("closed", fits[0])

    def _signed_out(self) -> None:
        """Where nothing else tells how a matter ends, and some rows have a day there behind the deadline, Signed does: a paper went out on it."""
        table, columns = self._table, self._table.chosen.columns
        place, due = columns.get("signed"), columns.get("due")
        if place is None or due is None or place < due or {"closed", "status", "progress", "percent"} & {*columns} or table.mapped(place):
            return
        if not table.in_every_row(place) and _SIGNED.fullmatch(table.texts[place].strip()):
            table.read_as("closed", columns.pop("signed"))

    def _closed_by_state(self) -> bool:
        """Whether a state says of any matter that it is closed, and not only that whoever it went to took it."""
        states = self._table.under[self._table.chosen.columns["status"]].texts
        return any((said := read_state(text)) is not None and said.code == "closed" and not _TAKEN.match(text) for text in states)
