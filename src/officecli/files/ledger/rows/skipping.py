"""Which rows of a ledger are no items, and what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from officecli.files.ledger.columns.headings import Headings, same_headings
from officecli.files.ledger.rows.days.periods import day_of_plan
from officecli.files.ledger.rows.days.times_over import time_of
from officecli.files.ledger.sheets.around import heads_meeting
from officecli.files.ledger.sheets.cells import Cell, Unclear, cell_text, is_sheet_error
from officecli.files.ledger.sheets.sheet_rows import SheetRow, Skipped, row_list
from officecli.files.ledger.words.sums import sums_up
from officecli.i18n import N_, _
from officecli.patterns import pattern
from officecli.typed.dates.names import MONTH_NAME
from officecli.typed.text import is_nothing

SAID = {
    "section": N_("Section titles are skipped: {rows}."),
    "total": N_("Totals are skipped: {rows}."),
    "footer": N_("Remarks beside the matters are skipped: {rows}."),
    "joined": N_("Rows that only add names or labels to the matter above are read with it: {rows}."),
    "heads": N_("Other headings begin further down, and what stands below is read by them: {rows}."),
    "headings": N_("Repeated headings are skipped: {rows}."),
    "struck": N_("Rows struck through are skipped: {rows}. If they are still to be done, take the line away."),
    "commented": N_("Rows commented out with # are skipped: {rows}. If they are matters, take the # away."),
    "carried": N_("Rows that were carried over to another sheet are read there: {rows}."),
    "continued": N_("Rows that only tell more of the matter above are read with it: {rows}."),
    "beside": N_("Rows that say something only in the table beside this one are skipped: {rows}."),
    "test": N_("Rows that call themselves a test to be ignored are skipped: {rows}."),
    "line": N_("Lines that are not understood as something that somebody is to do are skipped: {rows}. Look them through."),
    "box": N_("Boxes and rows of the plan that hold nothing to be done are skipped: {rows}."),
    "empty": N_("Rows with no more than a number, a state or a formula are skipped: {rows}."),
}
"""What is said of the rows skipped, by reason."""

_SECTION = pattern(
    r"[一二三四五六七八九十]+\s*[、.．]|[(（][一二三四五六七八九十]+[)）]|第.{1,4}[部类章季]|[IVX]+\s*[.、]|[A-Z]\.\s"
    r"|[-—–=*#~•·●■◆▶►【\[]{1,5}\s*\S.*[-—–=*#~•·●■◆◀◄】\]]$|[-—–=*#]{2,}\s*\S"
    r"|(?:goal|objective|priority|phase|part|section|theme|strategy|pillar|area|category)\s*[\dA-Z]{1,3}\b"
    r"|(?:user story|story|epic|feature|sprint|milestone|module|work ?package|work ?stream)\s*#?\s*\d{1,3}\b"
    r"|(?:open|closed|completed?|pending|new|carried[- ]over|outstanding|ongoing|finished|cancelled|deferred)\s+(?:action\s+)?(?:items?|tasks?"
    r"|actions?|matters?)[:：]?$"
    r"|(?:已办结|未办结|正在办理|已完成|未完成|在办|办结|新增|结转|遗留|逾期|长期)(?:事项|任务|工作|类|件)?[:：]?$",
    re.IGNORECASE,
)
_IN_HAN = pattern(r"(?:[一二三四五六七八九十]+\s*[、.．]|[(（][一二三四五六七八九十]+[)）])\s*[\u3400-\u9fff]{2}")
"""A title counted in Chinese, which is nobody's name, wherever it stands: A. Bell may be one."""
_MONTH = pattern(rf"(?:{MONTH_NAME})\.?,? 20\d\d", re.IGNORECASE)
"""In which month all below were agreed."""
_CAPITALS = pattern(r"[^a-z]*[A-Z]{3}[^a-z]*")
_TOTAL = pattern(
    r"(?:合\s*计|小\s*计|总\s*计|共\s*计|(?:grand|sub)?[\s-]?total)s?[:：]?[\s\d.]*(?:[件项条个]*|items?|tasks?|actions?|matters?|rows?"
    r"|records?)(?:[，,、；;（(]\s*[^\d，,、；;]{0,8}\d+\s*[件项条个]?[)）]?)*"
    r"|(?:[当本每各]月)?(?:应|已|计划|未)?(?:完成|办结|在办|牵头|配合|到期|承办)(?:项|件|个|任务|事项)?总?数(?:量)?"
    r"|共\s*\d+\s*[项件条个].*|(?:办结率|完成率|按时率|平均)[^，。\d]{0,8}[:：]?\s*[\d.]*\s*[%％项件条个天]*"
    r"|(?:已办结|未办结|在办)[:：]?\s*[\d.]+\s*[项件条个]*|(?:total|sum|count|average|avg|mean|median|number of|no\. of|percent(?:age)?)\b.{0,40}"
    r"|(?:\d+\s+)?(?:done|complete|completed|open|closed|overdue)?\s*(?:out\s+)?of\s+\d+.{0,20}"
    r"|(?:still|now|currently|total) (?:open|outstanding|to do|closed|done)\b[^:\d]{0,24}:\s*\d+"
    r"|[^\d，。:：]{0,8}(?:尚|仍|还)?未(?:完成|办结|整改|销号)\s*[:：]\s*\d+\s*[项件条个]?"
    r"|(?:tasks?|items?|actions?)\s+(?:on track|open|closed|done|complete|completed|overdue|late|due|planned|started|running|active|under ?way"
    r"|in progress)[:：]?\s*\d*",
    re.IGNORECASE,
)
_FOOTER = pattern(
    r"(?:注|备注|附注|说明|图例|填报|填表|制表|制单|审核|审批|批准|复核|经办|签字|签名|签章|盖章|联系人|联系电话|单位负责人|负责人签|分管领导签|单位盖章"
    r"|notes?|legend|key|prepared|checked|reviewed|approved|submitted|signed|signature|compiled|updated|last (?:edit|updated)|source)[^,，]{0,14}[:：]"
    r"|(?:今日|当日|本[周月次]|阶段|小组|学习|工作)?(?:总结|小结|体会|心得)\s*[:：]|(?:打印|导出|生成|制表)(?:日期|时间|人)\s*[:：]|第\s*\d+\s*页"
    r"|page \d+(?: of \d+)?$|(?:printed|exported|generated)\b.{0,20}\b20\d\d\b"
    r"|[*※★☆]\s*\S|.{1,24}\s=\s.{2,}|(?:红|黄|绿|蓝)(?:灯|色|牌)?\s*(?:[:：=]|表示|为|是)",
    re.IGNORECASE,
)
_AMOUNT = pattern(r"[\d.,:/%％\s]*[件项条个天]?")
_BLANK_MARK = pattern(r"(?:\d{1,6}|true|false|[☐□○◯☑✓✔√×✗xyn]|[\w./-]{1,4})", re.IGNORECASE)
_NOUGHTS = ("0", "0%")
"""What formulas of nothing come to; under progress the former is read as the latter."""
_DIGIT = pattern(r"\d")
_COUNT = pattern(r"[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?|[IVX]+[.、]?")
_COUNTED = pattern(r"[一二三四五六七八九十]+|[IVX]+")
"""What differs from a number to the next, counted in Chinese or Roman."""
_NUMBERED = pattern(r"\d{1,2}\s*(?:[.)）、]|[-–—:：]\s)\s*[^\W\d]")
_WORDS = pattern(r".*[^\W\d_]{3,}\W+[^\W\d_]{2,}|.*[\u3400-\u9fff]{4}")
_FROM_TO = pattern(r"[^-–—→~]*\b20\d\d *(?:to|[-–—→~至]) *[^-–—→~]*\b20\d\d|20\d\d-\d\d-\d\d *(?:to|[-–—→~至/]) *20\d\d-\d\d-\d\d")
"""The days between which all above lie, as some tools write them below a group."""
_TEST = pattern(
    r"\W*(?:测试|试填|试录|演示|示例)[^，,。；;\s]{0,8}?[\s，,。；;（(—-]*请?(?:忽略|勿(?:处理|办理|理会?|动|删除?)|不用(?:管|办)|无需(?:办理|处理))\W*"
    r"|\W*(?:this is )?(?:just )?(?:a )?test\b.{0,20}?[\s,;:(–—-]+(?:please|pls) (?:ignore|disregard|do not (?:process|action|delete))\W*",
    re.IGNORECASE,
)
"""What somebody entered to try the tool: 测试任务请忽略; Test ticket, please ignore."""
_LONGEST_CODE = 8
_OF_A_SUM = 2  # cells: what is counted, and how many there are
_FEW = 3  # cells that may all say the same by chance
_LONGEST_SECTION = 60
_KEPT = ("remarks", "labels")
_PEOPLE = ("lead", "unit", "support", "responsible", "by", "ordered_by")


class Skipping:
    """Tells the rows below given headings that are no items; at the place `kind` stands what a row is, where it is
    one of `kinds` (word → why it is no item). `head` is the row of the headings, where they begin further down.
    """

    def __init__(
        self, headings: Headings, kind: int | None = None, kinds: Mapping[str, str] = MappingProxyType({}), *, head: SheetRow | None = None
    ) -> None:
        self._headings = headings
        self._head = head
        self._kind = kind
        self._kinds = kinds
        self._title = headings.columns["title"]
        self._lead = headings.columns["lead"]
        self._somebody_leads = bool(headings.texts[self._lead])  # else one person was said to lead them all
        self._known = frozenset(place for key, place in headings.columns.items() if key not in _KEPT)
        self._people = frozenset(place for key, place in headings.columns.items() if key in _PEOPLE)
        self._numbers = frozenset(place for place in (headings.columns.get("number"), headings.counts) if place is not None)
        self._quiet = frozenset(
            headings.columns[key] for key in ("status", "percent", "number", "hours", "urgency", "kind") if key in headings.columns
        )

    def reason(self, row: SheetRow, below: SheetRow | None = None) -> str | None:
        """Why a row is no item, by its word in SAID; None when it is one. What stands alone where the headings come again `below` is a title."""
        cells = row.cells
        if row is self._head:
            return "heads"
        if self._kind is not None and self._kind < len(cells) and (found := self._kinds.get(cell_text(cells[self._kind]).casefold())):
            return found
        if _says_one_thing(cells):
            return "section"
        if _TEST.fullmatch(self.title(row)):
            return "test"
        if _filled(cells, self._title) and _filled(cells, self._lead):
            return self._of_full(row)
        texts = ((place, cell_text(cell) or ("=" if isinstance(cell, Unclear) else "")) for place, cell in enumerate(cells))
        told = {place: text for place, text in texts if not is_nothing(text)}
        own = {place: text for place, text in told.items() if place not in row.inferred}
        if self._title not in told and len(own) == 1 and len(told) > 1 and (found := _alone(own, banner=row.banner)):
            return found  # a cell merged downwards goes through it
        counts = self._lead not in told or (self._title not in told and _AMOUNT.fullmatch(told[self._lead]))
        if counts and (self._is_total(told) or (self._lead not in told and self._is_sum(told))):
            return "total"
        if self._is_empty(told) and not (row.banner and any(map(_WORDS.match, told.values()))):
            return "empty"
        if self._title not in told and self._stands_beside(told):
            return "beside"
        if self._title not in told:
            over = below is not None and _filled(below.cells, self._title) and self._is_in_numbers(told)
            return "section" if over else self._without_matter(told, banner=row.banner)
        if self._is_over_coded(told, below) or self._is_over_uncounted(told, below):
            return "section"
        return self._with_matter(told, banner=row.banner or (below is not None and same_headings(self._headings, below.cells)))

    def title(self, row: SheetRow) -> str:
        """What stands where the matter does."""
        return cell_text(row.cells[self._title]) if self._title < len(row.cells) else ""

    def _of_full(self, row: SheetRow) -> str | None:
        """What a row is that has something both for the matter and for who leads."""
        if _is_blank(self.title(row)) and all(_is_blank(cell_text(cell)) for cell in row.cells):
            return "empty"  # a line drawn in signs, or formulas of nothing
        told: dict[int, str] = {}
        for place, cell in enumerate(row.cells):
            if text := cell_text(cell):
                told[place] = text
                if len(told) > _OF_A_SUM:
                    break
        lead = cell_text(row.cells[self._lead])
        if self._is_sum(told) or (_TOTAL.fullmatch(self.title(row)) and (lead == self.title(row) or _AMOUNT.fullmatch(lead))):
            return "total"
        return "headings" if same_headings(self._headings, row.cells) else None

    def _is_over_coded(self, told: dict[int, str], below: SheetRow | None) -> bool:
        """Whether a row has no more than a code and a title, and sums of what is below it, and does not count as
        the next does, or its code begins the next one's: 一 · 教育类, over 1; B · CODE AMENDMENTS, over B-1.
        """
        told = {place: text for place, text in told.items() if place in self._known or place < self._title or not _AMOUNT.fullmatch(text)}
        if below is None or self._title not in told or len(told) != 2 or not self._somebody_leads:
            return False
        place, code = next((place, text) for place, text in told.items() if place != self._title)
        if place > self._title or len(told[self._title]) > _LONGEST_SECTION:
            return False
        under = cell_text(below.cells[place]) if place < len(below.cells) else ""
        if _COUNT.fullmatch(code):
            return _COUNTED.sub("#", under) != _COUNTED.sub("#", code)
        return len(code) <= _LONGEST_CODE and re.match(rf"{re.escape(code.rstrip('.'))}[-.](?=\w)", under) is not None

    def _is_over_uncounted(self, told: dict[int, str], below: SheetRow | None) -> bool:
        """Whether a row has no more than a numbered title, and what stands below it,
        which somebody leads, has no number before it: 1. Prepare, over Map the folders.
        """
        if below is None or {*told} != {self._title} or len(told[self._title]) > _LONGEST_SECTION or not _NUMBERED.match(told[self._title]):
            return False
        under = self.title(below)
        return bool(under) and _filled(below.cells, self._lead) and not _NUMBERED.match(under) and not _DIGIT.match(under)

    def _stands_beside(self, told: dict[int, str]) -> bool:
        """Whether a row says something only in the table beside this one, but for the section that both are of."""
        named = {place for key, place in self._headings.columns.items() if key in (*_PEOPLE, "sequence")} | self._quiet
        return not self._headings.aside.isdisjoint(told) and {*told} <= self._headings.aside | named

    def _is_empty(self, told: dict[int, str]) -> bool:
        """Whether a row is only numbered ahead, or has no more than its box to be ticked, a state to begin with, or formulas drawn down the sheet."""
        if self._title in told:
            return False
        told = {place: text for place, text in told.items() if not is_sheet_error(text) and not _is_blank(text)}
        if not self._known.isdisjoint(told.keys() - self._quiet):
            return False
        if all(map(_BLANK_MARK.fullmatch, told.values())):
            return True
        words = {place: text for place, text in told.items() if not _BLANK_MARK.fullmatch(text)}
        return all(place in self._quiet and len(text) < 20 and not (len(told) == 1 and _is_title(text)) for place, text in words.items())

    def _is_total(self, told: dict[int, str]) -> bool:
        """Whether a row says how many there are, in words and numbers alone, or begins with 合计."""
        if sums_up(next(iter(told.values()), "")):
            return True
        words = [text for text in told.values() if not _AMOUNT.fullmatch(text)]
        return bool(words) and all(map(_TOTAL.fullmatch, words))

    def _is_sum(self, told: dict[int, str]) -> bool:
        """Whether a row has no more than words in the matter's place and a number, with
        a colon between or where somebody should lead: Reports due this quarter: 5.
        """
        if len(told) != _OF_A_SUM:
            return False
        words = {place: text for place, text in told.items() if not _AMOUNT.fullmatch(text)}
        numbers = told.keys() - words.keys()
        if {*words} != {self._title} or len(numbers) != 1 or min(numbers) < self._title or not numbers.isdisjoint(self._numbers):
            return False
        return words[self._title].endswith((":", "：")) or (not numbers.isdisjoint(self._people) and self._somebody_leads)

    def _is_in_numbers(self, told: dict[int, str]) -> bool:
        """Whether all that a row says are words where a number stands in others: Outcome 1: Tenants know their rights."""
        return len(told) == 1 and any(_WORDS.match(told.get(place, "")) and len(told[place]) <= _LONGEST_SECTION for place in self._numbers)

    def _with_matter(self, told: dict[int, str], *, banner: bool) -> str | None:
        """What a row is whose matter is told, and not everything else."""
        if self._lead not in told and len(told) <= _FEW and all(map(_FOOTER.match, told.values())):
            return "footer"  # 填表人 and 审核人 side by side
        return _alone(told, banner=banner) if len(told) == 1 else None

    def _without_matter(self, told: dict[int, str], *, banner: bool) -> str | None:
        """What a row is whose matter is blank."""
        if any(map(_FOOTER.match, told.values())) and (self._lead not in told or _FOOTER.match(told[self._lead])):
            return "footer"
        if len(told) == 1 and _FROM_TO.fullmatch(next(iter(told.values()))):
            return "total"
        if len(told) == 1 and day_of_plan(next(iter(told.values()))):
            return "section"
        if len(told) == 1 and (banner or not self._people & told.keys() or _IN_HAN.match(next(iter(told.values())))):
            return _alone(told, banner=banner) or ("footer" if self._known.isdisjoint(told) or not _DIGIT.search(next(iter(told.values()))) else None)
        return "footer" if self._known.isdisjoint(told) else None


def _says_one_thing(cells: Sequence[Cell]) -> bool:
    """Whether every cell says the same, but for a number before them, as a title that was merged across a table does once it is written out."""
    if len(cells) <= _FEW or cells[-1] != cells[-2]:
        return False
    said = cells[1:] if isinstance(cells[0], str) and _COUNT.fullmatch(cells[0]) else cells
    return isinstance(said[0], str) and bool(said[0].strip()) and all(cell == said[0] for cell in said)


def _alone(told: dict[int, str], *, banner: bool) -> str | None:
    """What the one text of a row is: a remark, a section's title, or perhaps an item."""
    (text,) = told.values()
    if _FOOTER.match(text):
        return "footer"
    return "section" if banner or _is_title(text) else None


def stands_aside(text: str) -> bool:
    """Whether a text is a signature, a legend or a sum, as stand below a table."""
    return _FOOTER.match(text) is not None or _TOTAL.fullmatch(text) is not None


def _is_title(text: str) -> bool:
    """Whether a text alone in its row reads like the title of a section."""
    if len(text) > _LONGEST_SECTION:
        return False
    return bool(_SECTION.match(text) or _CAPITALS.fullmatch(text) or _MONTH.fullmatch(text) or heads_meeting(text) or time_of(text))


def _is_blank(text: str) -> bool:
    return text in _NOUGHTS or is_nothing(text)


def _filled(cells: Sequence[Cell], place: int) -> bool:
    return place < len(cells) and cells[place] not in (None, "")


def skipped_notes(skipped: Sequence[Skipped]) -> list[str]:
    """What is said of the rows skipped, a sentence a reason."""
    rows: dict[str, list[int]] = {}
    for one in skipped:
        rows.setdefault(one.reason, []).append(one.row)
    return [_(sentence).format(rows=row_list(rows[reason])) for reason, sentence in SAID.items() if reason in rows]
