"""Who leads a matter now, as its notes tell that it was handed over: 改由李四负责, 6月15日移交李四, Reassigned to Ana Ray 6/12, Bob Lee took over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.signs import KEPT
from officecli.files.ledger.sheets.cells import cell_text, joined_lines
from officecli.patterns import HAN, has_han, pattern
from officecli.typed.dates.names import MONTHS
from officecli.typed.office.name_book import NameBook
from officecli.typed.office.name_cell import NameCell
from officecli.typed.office.since_when import begins_later

_LONGEST = 500  # characters of a note that is looked through
_TOLD_UNDER = ("progress", "status", "problem", "next_step")
_NAME = rf"([{HAN}]{{2,4}}?)(?:同志)?"
_ROLE = r"(?:责任|负责|承办|牵头|经办|办理|主办|跟进)人"
_DAY = r"(?:[自从]?(?:20\d\d年)?\d{1,2}(?:月(?:\d{1,2}日?|份)?|[./]\d{1,2}日?))?[起后]?[,，]?"
_IT = r"(?:(?:此|该|本)?[项件]?(?:事项|任务|工作|件)?|因[^,，。;；]{1,12}?)"
_DOES = r"(?:负责|牵头|承办|跟[进办]|办理|主办|主责|落实|推进|接[手办替管任])"
_END = rf"(?:后续|继续|此项|该项|本项|办理|跟进|推进|落实|牵头|工作)*(?=$|[^{HAN}\w])"
_HANDED_OVER = rf"(?:移交|转交|交接|交接给|[移转]交给|转[由给]|改派|改交)(?:给|至|由|到)?{_NAME}{_DOES}?{_END}"
_HAN_FORMS = pattern(
    rf"(?:^|[,，。;；、\s(（：:])(?:"
    rf"{_DAY}{_IT}(?:已|现已|现)?{_HANDED_OVER}"
    rf"|{_DAY}{_IT}(?:改|现|现已|已|现已改|后|后改|转|暂|临时){{1,2}}由{_NAME}(?:接[手替]|代为|继续|具体|全面)?{_DOES}{_END}"
    rf"|{_DAY}(?:由)?{_NAME}(?:已|现已)?接[手办替任管]{_END}"
    rf"|{_DAY}{_IT}由{_NAME}接[手替任管]?{_DOES}{_END}"
    rf"|{_ROLE}(?:由[{HAN}]{{2,6}}?)?(?:已|现)?(?:变更|调整|更换|[改换])[为成]{_NAME}(?=$|[^{HAN}\w])"
    rf"|(?:现)?(?:更换|[改换]|变更|调整)[为成]{_NAME}{_DOES}{_END}"
    rf")"
)
_UNDECIDED = pattern(r"拟|将|建议|申请|请求|计划|准备|打算|是否|如果|若|未|不|待|可能|下个?[周月]|次[周月]|明[天日年]|应当?由|需由|须由")
"""It is not so yet, or not at all."""

_LATIN_NAME = r"((?!The |This )[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}?)"
_MONTH = rf"(?:{'|'.join(map(str.capitalize, MONTHS))})"
_ENGLISH_END = rf"(?=$|\s*[,.;:)(\]–—/-]|\s+(?:on|effective|as of|from|since|in|until|after|who|because|due to|while)\b|\s+\d|\s+{_MONTH})"
_ON_A_DAY = rf"(?:(?:on )?(?:\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|{_MONTH}[a-z]*\.? \d{{1,2}}):? )?"
_MATTER = r"(?i:(?:(?:this|the|now) ?)?(?:task|action|item|matter|work)?(?: ?(?:was|has been|been|is now|is|now))? ?)"
_GIVEN = r"(?i:re-?assigned|transferred|handed (?:over|off|on)|turned over|passed(?: on| over)?|switched|delegated)"
_ENGLISH_FORMS = pattern(
    rf"(?:^|[.,;:(\n–—-] ?|\band )(?:"
    rf"{_ON_A_DAY}{_MATTER}{_GIVEN} {_ON_A_DAY}to {_LATIN_NAME}{_ENGLISH_END}"
    rf"|{_ON_A_DAY}(?i:(?:is |it is |it's )?now (?:with|owned by|led by|assigned to|handled by|being handled by|under)) {_LATIN_NAME}{_ENGLISH_END}"
    rf"|(?i:(?:new |the )?(?:owner|lead|assignee|responsib\w+)(?: is)? ?(?:now|changed to|updated to|switched to|moved to|:)) ?{_LATIN_NAME}{_ENGLISH_END}"
    rf"|{_ON_A_DAY}{_LATIN_NAME} (?i:(?:has |have )?(?:took|taken) (?:this |it |the lead |the task )?over|now (?:leads|owns|has|handles))"
    rf"(?i: (?:this|it|the)(?: (?:task|action|item|matter|work|project|effort|lead))?)?{_ENGLISH_END}"
    rf"|{_ON_A_DAY}{_MATTER}(?i:taken over by) {_LATIN_NAME}{_ENGLISH_END}"
    rf")"
)
_UNDECIDED_ENGLISH = pattern(
    r"\b(?:to be|will|would|should|may|might|could|propos\w+|request\w*|suggest\w*|please|not|pending|if|unless|plan\w*|n't)\b", re.IGNORECASE
)
_HANDS_OUT = pattern(r"移交|转交|交接|交付|[报呈]?送|归还|\b(?:hand|transfer|deliver|turn|pass|return|give|send|submit|keys?)\b", re.IGNORECASE)
"""The matter itself is to hand something over: to whom it went does not lead it for that."""
_GIVES = pattern(r"移交|转交|交接|[移转]交给|\b(?:transferred|handed|turned over|passed|switched|with)\b", re.IGNORECASE)
_THE_MATTER = pattern(r"事项|任务|工作|\b(?:task|action|item|matter|work)\b", re.IGNORECASE)
_PAPER = pattern(
    r"材料|资料|[初文底样]稿|草案|合同|协议|发票|票据|单据|文件|档案|清单|表格|数据|报告|手续|申请|审[核批签]|会签|签[字批]|付款|[拨付]款"
    r"|\b(?:drafts?|invoices?|proofs?|files?|contracts?|agreements?|reports?|forms?|applications?|quotes?|bids?|packets?|records?|payments?"
    r"|memos?|letters?|documents?|materials?|paperwork|comments?|await\w*|waiting|sign(?:ature|-?off)?|for (?:review|approval|input|processing|posting))\b",
    re.IGNORECASE,
)
"""Beside it a paper is told of, or what is to be done with one: that may be all that was given."""
_BACK = pattern(r"[交退还送][回还]|[又仍再]由|恢复由|\b(?:back (?:to|with)|returned to|again with)\b", re.IGNORECASE)
"""Behind a handing over: whoever had given it away has it again, or somebody else."""
_MATTERS = pattern(r"[。;；\n]|(?<=[a-z0-9)])[.!](?= )")
_SINCE_BEHIND = pattern(
    r"[,，]? ?[(（]?(?:(?:on|effective|as of|from|since|starting|beginning|in)(?: on)? )?(?:next \w+|tomorrow|[^\W\d_]+\.? \d{1,2}\b[^.;；。,)）]{0,8}"
    rf"|{_MONTH}[a-z]*\b|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|[自从]?(?:20\d\d年)?\d{{1,2}}月(?:\d{{1,2}}日)?起)"
)
"""Right behind to whom it goes, from when on."""


class _HandedOver(NamedTuple):
    """Whoever a note says has a matter, in what words, and with those that say from when on."""

    name: str
    words: str
    since: str


def in_whose_hands(
    cells: RowCells, book: NameBook, lead: NameCell, supports: tuple[NameCell, ...], today: date | None = None
) -> tuple[NameCell, tuple[NameCell, ...]]:
    """Who leads and who supports, once the `lead` has handed it over as the row's last note of that says; whoever had it is kept as a remark.

    A section has it only where it is said to do it (转由财务科办理): what was handed to one (已移交档案科) is as well the paper.
    From a day after `today` on (7月10日起改由李四负责) it is not so yet.
    """
    if not cells.anywhere(_may_tell, *_TOLD_UNDER, "remarks", KEPT) or _HANDS_OUT.search(cells.line("title")):
        return lead, supports
    told = [one for _heading, text in (*cells.notes(_TOLD_UNDER), *cells.kept()) for one in _in(text)]
    told = [one for one in told if not (today and begins_later(one.since, today))]
    here = [one for one in told if book.names_one_person(one.name) or ("由" in one.words and book.is_own(one.name))]
    now = _who(book, NameCell("", here[-1].name)) if here else None
    before = _who(book, lead)
    if now is None or before == now:
        return lead, supports
    cells.by_words("lead", here[-1].words)
    cells.keep(cells.heading("lead"), cell_text(cells.get("lead")) or lead.name)
    return NameCell("", here[-1].name), tuple(one for one in supports if _who(book, one) != now)


def _who(book: NameBook, cell: NameCell) -> int | None:
    """The id of whom a name means; None where it means nobody here, or does not say whom."""
    found = book.one_meant(cell) if cell.name else None
    return found.id if found else None


def _may_tell(text: str) -> bool:
    return bool(_in(text))


@lru_cache(maxsize=2048)
def _in(text: str) -> tuple[_HandedOver, ...]:
    """All the handings over that a text tells of as done."""
    line = joined_lines(text)
    told = tuple(_told(line)) if len(text) <= _LONGEST else ()
    return () if told and _BACK.search(line[line.rfind(told[-1].words) + len(told[-1].words) :]) else told


def _told(text: str) -> Iterator[_HandedOver]:
    before = ""
    for sentence in map(str.strip, _MATTERS.split(text)):
        forms, undecided = (_ENGLISH_FORMS, _UNDECIDED_ENGLISH) if not has_han(sentence) else (_HAN_FORMS, _UNDECIDED)
        for found in forms.finditer(sentence):
            if not undecided.search(sentence[: found.end()]) and not _may_be_a_paper(found[0], f"{before} {sentence}"):
                behind = _SINCE_BEHIND.match(sentence, found.end())
                name, words = next(filter(None, found.groups())), found[0].strip(" ,，。;；、(（：:")
                yield _HandedOver(name, words, words + (behind[0] if behind else ""))
        before = sentence


def _may_be_a_paper(words: str, around: str) -> bool:
    """Whether what was handed over may be no more than the paper that is told of beside it: Draft done; passed to Ana."""
    return _GIVES.search(words) is not None and not _THE_MATTER.search(words) and _PAPER.search(around) is not None
