"""By when a matter is to be over, and when and whether it was, as the headings beside the deadline and what stands under them say."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.english_deeds import came_about_as_due, deed_due_last, deed_named, named_as_due, tells_of_the_deed
from officecli.files.ledger.columns.by_heading.han_morphemes import (
    alike,
    asked_of_the_matter,
    came_about,
    came_about_of,
    deed_due,
    deed_of,
    is_done_of,
    says_dealt_with,
)
from officecli.files.ledger.columns.by_heading.han_vocabulary import FAULT
from officecli.files.ledger.columns.by_heading.meant import DAYS
from officecli.files.ledger.columns.by_heading.on_the_way import CONFIRMS, SEEN, STEP
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL, SELDOM
from officecli.files.ledger.columns.left_open.deadline_among_several import DeadlineAmongSeveral
from officecli.files.ledger.columns.left_open.ends_of_papers import EndsOfPapers
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.states import read_state
from officecli.patterns import pattern

_APPROVED = pattern(r"(?:date )?(?:approved|accepted|authori[sz]ed|funded)(?: on| date)?", re.IGNORECASE)
_CAME_OUT = pattern(
    r"(?:定稿|终稿|定版|付印|付梓|刊发|出刊|见报|到货|交货|供货|入库|[发领出制]证|投用|投产|开通|通车|达成|达标|兑现|落地|拆除|迁出|搬离|到岗|入职)"
    r"(?:的)?(?:时间|日期|日)"
)
"""The day on which what was to be written, bought, granted or put to use was."""
_PARTS_CAME = pattern("[到交供]货|入库")
_TO_BE_REPAIRED = pattern(rf"{FAULT}|[维检抢整]修|修[复理缮]")
"""The day on which what a repair takes came in, and what tells that a repair is to follow."""
_SOMEBODY_CAME = pattern("到岗|入职")
_TO_BE_HIRED = pattern("招|聘|岗|入职")
"""The day on which somebody came to the office, and what tells that this is what was to come about."""
_IN_WHICH_WAY = ("公开", "正式", "书面", "最终", "当面", "全部")
"""How what the deadline's heading names was done: 书面答复日期, by 答复时限."""
_DAY = ("", "时间", "日期", "日", "完成", "完成时间", "完成日期")
"""Behind what was done: that it was, and when."""
_TO_GET = pattern(r"^(?:取得|获得|获取|拿到)(?=..)")
"""Before what is got by the deadline: 取得许可时限."""
_ALL = pattern(r"100(?:\.0+)?\s*[%％]?")

_MENDED = pattern(
    r"\b(?:back|again|gone|clear|working|running|put right|made good|rebuilt|redone|rehung|mended|patched|removed|emptied|unblocked|cured"
    r"|re(?:plac|pair|stor|fill|stock|paint|plant|connect|instat|build)\w*ed)\b(?! (?:from|to|with|for|by|drawings?|group|party|cop(?:y|ies))\b)",
    re.IGNORECASE,
)
"""A heading that says that what was wrong is right again, whichever rows fall due first; of Made safe the repair is still to come."""
_CAME_ABOUT = pattern(
    rf"{_MENDED.pattern}|\b(?:fin|came in|safe|away|shut|installed|fitted|in (?:use|service|place|operation))\b|\b(?:up|on|off|out)$", re.IGNORECASE
)
"""A heading that says what came about, and names no body, no thing and no other deed: Back in service, and not Board or Appealed."""
_IS_PLANNED_TOO = pattern(r"验收|交[付房工]|竣工|完工|投[用产]|开通|通车|揭牌|移交|inspection|hand-?over|commission", re.IGNORECASE)
"""A heading of the end that as well is one of the last steps of a plan."""
_UNTIL_HANDED_IN = pattern(r"截(?P<what>稿|件|单|表)")
"""A deadline until which something is taken: 截稿时限, and beside it 交稿时间."""
_CAME_IN = pattern(r"(?:date )?(?:received|rec'?d|recvd|delivered|arrived|obtained)\.?(?: on| date)?", re.IGNORECASE)


class EndsByContents:
    """Finds the last of several deadlines, and the column of the end, among those that the headings leave open."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def settle(self) -> None:
        """Move the deadline to the last stage, and give the end its column."""
        DeadlineAmongSeveral(self._table).settle()
        self._the_other_way_round()
        self._planned_as_the_rest()
        self._ended_on()
        self._ended_as_the_matter()
        self._ended_by_state()
        self._ended_by_deed()
        self._ended_after_approval()
        EndsOfPapers(self._table).settle()
        self._ended_as_due()

    def _the_other_way_round(self) -> None:
        """Where days still to come stand in every row under the end's heading, and past ones here and there under
        the deadline's, each is the other: 完成时间, beside 达标日期.
        """
        table, columns = self._table, self._table.chosen.columns
        due, closed = columns.get("due"), columns.get("closed")
        if due is None or closed is None or table.mapped(due) or table.mapped(closed):
            return
        if table.in_every_row(closed) and table.under[closed].ahead > SELDOM and table.under[due].past == 1 and not table.mostly_filled(due):
            table.read_as("due", closed)
            table.read_as("closed", due)

    def _planned_as_the_rest(self) -> None:
        """Let go of an end that has a day in every row, as the deadline beside it has, and many of them still to come: 验收时间, of a plan."""
        table, columns = self._table, self._table.chosen.columns
        due, closed = columns.get("due"), columns.get("closed")
        if due is None or closed is None or table.mapped(closed) or not (table.in_every_row(due) and table.in_every_row(closed)):
            return
        under = table.under[closed]
        if _IS_PLANNED_TOO.search(table.texts[closed]) and under.ahead * under.filled >= ENOUGH and under.past + under.ahead >= NEARLY_ALL:
            table.open[columns.pop("closed")] = []

    def _ended_on(self) -> None:
        """The day of what the deadline's heading names (修复时间 beside 承诺修复), where only some rows have one: that of the end."""
        table = self._table
        due = table.chosen.columns.get("due")
        heading = table.texts[due] if due is not None and "closed" not in table.chosen.columns else ""
        headings = (heading, table.heading("original_due")) if heading else ()  # 续借至 beside 应还日期 names no deed
        deeds = frozenset().union(*(alike(_TO_GET.sub("", deed_of(one))) for one in headings)) - {""}
        wanted = {was + one + day for one in deeds for was in ("", "实", "实际", *_IN_WHICH_WAY) for day in _DAY} - deeds
        if handed_in := _UNTIL_HANDED_IN.match(heading):
            wanted |= {did + handed_in["what"] + day for did in "交供报" for day in ("时间", "日期", "日")}
        if heading.endswith("计划"):
            wanted.add(heading.removesuffix("计划") + "实际")
        english, what = deed_due_last(heading), named_as_due(heading)
        for place in [
            place
            for place in table.open
            if (text := table.texts[place]) in wanted
            or tells_of_the_deed(text, english)
            or came_about_as_due(text, what)
            or (english and deed_named(text) == english and table.under[place].past >= NEARLY_ALL)
        ]:
            cells = table.under[place]
            if not cells.days or 2 * (cells.days + cells.states) < 1:  # here and there: not yet, waived
                continue
            if not table.mostly_filled(place):
                table.read_as("closed", place)
                return

    def _ended_as_the_matter(self) -> None:
        """Where nothing tells of a state or an end, the one column of past days here and there on which was done what the matter's heading asks for:
        续费日, of 续费事项.
        """
        table = self._table
        if {"closed", "status", "submitted"} & {*table.chosen.columns}:
            return
        matter = table.heading("title")
        fits = [
            place
            for place in table.open
            if table.under[place].past == 1
            and not table.mostly_filled(place)
            and asked_of_the_matter(table.texts[place], matter)
            and not (SEEN.search(table.texts[place]) or table.may_be(place, "issued"))
        ]
        if len(fits) == 1:
            table.read_as("closed", fits[0])

    def _ended_by_state(self) -> None:
        """The one column of past days that has one in the rows that are closed, or wholly done, and in no other: that on which they were."""
        table, under = self._table, self._table.under
        ended, filled, plainly = self._rows_that_ended()
        if "closed" in table.chosen.columns or not ended:
            return
        fits = [
            place
            for place in table.open
            if under[place].passed == ended
            and self._others_are_open(place)
            and (filled > len(ended) or not table.in_every_row(place))
            and not SEEN.search(table.texts[place])
        ]
        if len(fits) != 1:
            return
        heading = table.texts[fits[0]]
        asked = table.heading("status").strip().casefold()
        of_state = heading.strip().casefold() == f"{asked} date" or came_about_of(heading, asked)  # Ruling, Ruling date; 是否息访, 息访时间
        if came_about(heading) or of_state or (plainly and (len(ended) >= ENOUGH or CONFIRMS.search(heading))):
            table.read_as("closed", fits[0])

    def _rows_that_ended(self) -> tuple[frozenset[int], int, bool]:
        """The rows that are closed by what tells how far they are, how many say anything there, and whether a column of states does."""
        table, columns = self._table, self._table.chosen.columns
        if "percent" in columns and "status" not in columns:
            done = frozenset(row for row, cells in enumerate(table.rows) if _ALL.fullmatch(cell_text(cells[columns["percent"]])))
            return done, table.under[columns["percent"]].filled, False
        key = "status" if "status" in columns else "progress"
        if key not in columns:
            return frozenset(), 0, False
        under, deed = table.under[columns[key]], deed_due(table.heading("due"))
        handed_in = frozenset(row for row, cells in enumerate(table.rows) if is_done_of(cell_text(cells[columns[key]]), deed))  # 已上报, by 上报时限
        return under.ended | handed_in, under.filled, key == "status"

    def _others_are_open(self, place: int) -> bool:
        """Whether whatever stands in a column of days in their place says that it is not over yet."""
        under = self._table.under[place]
        words = (cell_text(self._table.rows[row][place]) for row in under.at - under.passed)
        return all((said := read_state(text)) is not None and said.code != "closed" for text in words)

    def _ended_by_deed(self) -> None:
        """Where nothing tells of a state or an end, the one column of past days on which
        something was dealt with (处理时间, 化解时间), or behind the deadline written or got (定稿时间, 到货日期), of which only some rows have one.
        """
        table, columns = self._table, self._table.chosen.columns
        due = columns.get("due", columns.get("original_due", len(table.texts)))
        if {"closed", "status", "submitted"} & {*columns}:
            return
        fits = [
            place
            for place in table.open
            if (says_dealt_with(text := table.texts[place]) or (place > due and self._came_out(text)))
            and table.under[place].past >= NEARLY_ALL
            and not table.mostly_filled(place)
        ]
        if len(fits) == 1:
            table.read_as("closed", fits[0])

    def _came_out(self, heading: str) -> bool:
        """Whether a heading is of the day on which what was to be got was: with its parts no repair is made, and who came is the end of a hiring alone."""
        asked = f"{self._table.heading('title')} {self._table.heading('due')}"
        if _PARTS_CAME.match(heading) and _TO_BE_REPAIRED.search(asked):
            return False
        return _CAME_OUT.fullmatch(heading) is not None and (not _SOMEBODY_CAME.match(heading) or _TO_BE_HIRED.search(asked) is not None)

    def _ended_after_approval(self) -> None:
        """The one column of past days here and there behind an approval that every row has, or at least
        those with such a day: it is the end, and the approval was none (Approved, Verified; Accepted, Recorded).
        """
        table, columns = self._table, self._table.chosen.columns
        approved = columns.get("closed")
        if approved is None or not _APPROVED.fullmatch(table.texts[approved]) or table.mapped(approved):
            return
        later = [place for place in table.open if place > approved and table.under[place].past >= NEARLY_ALL and not table.mostly_filled(place)]
        if len(later) != 1 or SEEN.search(table.texts[later[0]]):
            return
        each = table.under[later[0]].at <= table.under[approved].at and table.never_before(later[0], approved)
        if table.in_every_row(approved) or each:
            table.chosen.kept.append(approved)
            table.read_as("closed", later[0])

    def _ended_as_due(self) -> None:
        """Where nothing tells of a state or an end, the one column of past days behind the deadline that has
        one in the rows that fall due first and in no other (Fitted), or says that it is right again: Back in service.
        """
        table, columns = self._table, self._table.chosen.columns
        due = columns.get("due")
        if due is None or {"closed", "status", "progress", "percent", "submitted", "signed"} & {*columns}:
            return
        self._came_in_as_due(due)
        days = [place for place in table.open if place > due and table.under[place].kind == "due"]
        fits = [
            place
            for place in days
            if table.under[place].past >= MOSTLY
            and not table.under[place].ahead
            and (table.first_due(place, due) or (_MENDED.search(table.texts[place]) and not table.mostly_filled(place)))
        ]
        if len(fits) == len(days) == 1 and (came_about(table.texts[fits[0]]) or not self._is_of_a_step(fits[0])):
            table.read_as("closed", fits[0])

    def _came_in_as_due(self, due: int) -> None:
        """Where what is wanted came in, of those that fall due first, behind the deadline, that is the end and no beginning: Needed, Rec'd."""
        table, columns = self._table, self._table.chosen.columns
        place = columns.get("issued")
        if place is None or place < due or table.mapped(place) or not _CAME_IN.fullmatch(table.texts[place].strip()):
            return
        if table.under[place].past >= MOSTLY and not table.in_every_row(place) and table.first_due(place, due):
            table.read_as("closed", columns.pop("issued"))

    def _is_of_a_step(self, place: int) -> bool:
        """Whether a heading of days says of another day than the end: one that is known, of what was done on the way, or of nothing that came about."""
        heading = self._table.texts[place]
        return (
            bool(SEEN.search(heading) or STEP.search(heading))
            or not _CAME_ABOUT.search(heading.strip())
            or any(self._table.may_be(place, key) for key in DAYS)
        )
