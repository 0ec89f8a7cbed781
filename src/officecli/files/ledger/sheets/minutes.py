"""Minutes without a table: a line that says who is to do what, and by when, becomes a row (Ana to send the plan by 7/14; 由甲科负责，7月14日前完成排班)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from officecli.files.ledger.sheets.cells import Cell, Unclear
from officecli.files.ledger.sheets.sheet_rows import Headed, Rate, Shapes, SheetRow
from officecli.files.ledger.sheets.table import Book, Table
from officecli.i18n import _
from officecli.patterns import compiled, has_han, pattern
from officecli.typed.dates.around import DAYISH
from officecli.typed.text import shown

Knows = Callable[[str], bool]

_MOST = 2000  # lines
_MOSTLY = 0.6
_LONGEST = 500  # characters of a line that is looked at
_SHOWN = 60
_HEADINGS = {True: ["事项", "责任人", "完成时限", "状态"], False: ["Action", "Owner", "Due", "Status"]}
_BULLET = pattern(
    r"^\s*(?:(?P<tick>\[[xX]\]|[☑✓✔√☒])\s*|\[ ?\]\s*|[-*•·–—●▪◦■□☐>→➔➜]+\s+|[•●▪■□☐]\s*|[（(]?\d{1,2}(?:[)）、．]|\.(?!\d))\s*|\(?[a-z][.)]\s+"
    r"|(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])\s*)*"
)
_BOLD = pattern(r"\*\*|__|`|~~")
_NUMBERED = pattern(r"^\d{1,2}[.．、](?!\d(?!\d?月))")
"""A number right before the words: 5.7月底前."""
_KEYWORD = pattern(
    r"a[ip] ?#?\d+\s+|(?:action(?: (?:items?|points?))?|a[ip]|to ?do|task|follow[- ]?up)s?\s*(?:#?\d+)?\s*(?::|[-–—](?=\s))\s*", re.IGNORECASE
)
_OF_WHOM = pattern(r"^(?P<word>action(?: items?)?|to ?do|task)\s*[(\[](?P<lead>[^()\[\]]{2,60})[)\]]\s*[:–—-]?\s*", re.IGNORECASE)
"""ACTION (Ana): whose it is."""
_WITH_LABELS = pattern(
    (
        r"(?P<what>.+?)[.;,|\s(–—-]+(?:responsible|owner|lead|assigned to"
        r"|who)\s*:\s*(?P<lead>[^.;,|()]{2,60}?)(?:[.;,|\s)–—-]+(?:deadline|due(?: date)?|by(?: when)?|when)\s*:\s*(?P<due>[^;|()]{2,30}?))?[.;)]*"
    ),
    re.IGNORECASE,
)
_DUE = pattern(
    r"[\s,;–—-]*[\[(]?\s*(?:(?:due|deadline|target)(?: date)?\s*[:=]?\s*(?:by |on )?"
    r"|\b(?:by|before|no later than|nlt)\s+)(?P<due>(?:(?! to )[^()\[\];]){2,30}?)\s*[\])]?\s*[.;]?$"
    r"|\s*[\[(](?P<due2>(?:[A-Z][a-z]{2,8}\.? )?\d[^()\[\];]{0,20})[\])]\s*[.;]?$",
    re.IGNORECASE,
)
_IS_TO = pattern(
    r"(?P<lead>[^:,;()]{2,60}?)(?: by (?P<due>[^:;()]{2,20}?))? (?:(?:is |are |has agreed |agreed |volunteered )?to"
    r"|(?P<will>will|shall|must)) (?!be\b|not\b|have\b)(?P<what>\S.+)"
)
_MARKED = tuple(
    map(
        pattern,
        (
            r"@(?P<lead>\S+)\s+(?P<what>\S.+)",
            r"\[(?P<lead>[^\[\]]{2,40})\]\s*[-–—:]?\s*(?P<what>\S.+)",
            r"(?P<lead>[^:()]{2,60}?)\s*(?::|\s[-–—]+)\s+(?P<what>\S.+)",
            r"(?P<what>.+?)\s+[-–—]+\s*(?P<lead>[^-–—()]{2,60}?)\.?",
        ),
    )
)
"""Somebody set apart from what is to be done, by when or after a keyword: @Ana send it by Friday; Ana: send it by Friday; Send it - Ana - by Friday."""
_IN_BRACKETS = pattern((r"(?P<what>.+?)\s*[\[(](?:(?:owner|lead|resp(?:onsible)?|who|assigned to)\s*:?\s*)?(?P<lead>[^\[\]()]{2,60}?)(?:\s*[,;–—-]\s*(?:due )?(?:by "
r"|on )?(?P<due>[^\[\](),;]*\d[^\[\]()]*))?[\])]\.?"), re.IGNORECASE)  # fmt: skip
"""Behind what is to be done, in brackets: Send it (Ana, 7/14)."""
_SEVERAL = pattern(r"\s*(?:,|/|&|\band\b|\bwith\b)\s*")
_STRUCK_OUT = "~~"
_FURTHER = (pattern(r"(?<=[.;,])\s+(?:and )?"), pattern(r" and "))
"""Where a line may go on with somebody else's part: behind a mark, or behind “and” where each part has its day."""
_ON_AN_AGENDA = pattern(r"(?:(?:\s*[-–—]\s*)?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?){1,2}|\d+ ?(?:m|mins?|minutes?|h|hrs?|hours?|['′])\.?", re.IGNORECASE)
"""In place of a day in brackets, how long or at what hour something is spoken of."""

_SENTENCES = pattern(r"(?<=[。；;！])")
_LABELLED = pattern(
    r"[（(\[【]?\s*(?:责任|牵头|承办|主办|经办|落实)(?:人|单位|科室|部门|领导)?\s*[:：]\s*(?P<lead>[^；;，,）)】\]。]{2,40})(?:[；;，,、]\s*(?:配合|协办)(?:人|单位|科室"
    r"|部门)?\s*[:：]\s*(?P<support>[^；;，,）)】\]。]+))?"
    r"(?:[；;，,、]?\s*(?:完成|办结|整改|反馈)?(?:时限|期限|时间)\s*[:：]\s*(?P<due>[^）)】\]。；;]+))?\s*[）)】\]]?"
)
_ASKED = pattern(r"^|(?<=[，,：:])|(?:拟由|由|请|责成|安排|委托|@)(?!各|全)")
"""Behind it, or where a clause begins, stands who is to do it."""
_NAMES = pattern(
    r"(?:(?!具体|主要|全面|牵头|负责|主办|承办|抓总|落实|跟进|督促|办理|同志|配合|完成|[于在将])[\u3400-\u9fff·]|、(?=[\u3400-\u9fff])){2,14}"
)
"""As much as may be names, before what is said of them."""
_DOES = pattern(r"(?:同志|\s)*(?:具体|总|主要|全面)?(?:牵头|负责|主办|承办|抓总|落实|跟进|督促|办理)+(?:办理|落实|组织|实施)?|\s*[:：]\s*")
_TELLS = pattern(r"(?:同志)?(?:负责)?(?:主持|记录|汇报|通报|传达|介绍|发言|参加|列席|出席|缺[席勤]|请假|领学|宣读|讲话|报告了|提出)")
"""Behind a name: what somebody did at the meeting."""
_WITH_WHOM = pattern(r"[，,、；;](?P<support>[^，,；;。:：]{2,40}?)(?:共同)?(?:配合|协助|协办|参与)(?=[，,；;。]|$)")
_WHEN = pattern(
    r"(?:[于在])?(?P<due>(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}[日号]|[底末]|[上中下]旬)|[本下]周[一二三四五六日末]|(?<![上每])周[一二三四五六日末](?=之?前|以前)"
    r"|[本下]月(?:底|末|\d{1,2}[日号])|(?:今年)?年底|[一二三四]季度末|\d{1,2}[日号])(?:(?:至|到|[-—–~～])(?:\d{1,2}月)?\d{1,2}[日号])?(?!之?前[的起]|以前[的起]|[的起])(?:之前|以前|前)?)"
)
"""A day by which it is to be done, or on which; 7月1日起 and 7月10日的会议 tell of no such day."""
_TOLD = pattern(r"[日号前]已")
"""Behind a day: what was done on it, or by then."""
_DONE = pattern(r"[，,；;]?\s*[（(]?(?P<state>已经?(?:全部|全面|基本)?(?:完成|办结|报送|上报|反馈|落实|印发))\s*[)）]?[。.]?$")
"""At its end, that it was done."""
_IS_OF = pattern(r"(?:、[^，,；;。]{2,14}(?:配合|协助))?的")
"""Behind who does it, that something else is told of: 姚岚负责的台账."""
_SAYS = pattern(r"[:：]\s*(?:我(?![省市县区州镇乡街局委办院校])|(?:@|请|由|责成|安排)(?![^，,；;。]{2,14}(?:配合|协助|支持|参与)))")
"""Behind a name, that it is whoever speaks: of themselves, or to somebody else."""
_EACH = pattern(r"[^，,；;]{0,12}(?:分别|各自)(?!由)")
"""Behind several, that each is to do it."""
_COMMAS = pattern(r"[，,；;]")
_MEETING_SAYS = pattern(r"^(?:会议|与会人员)?(?:研究|一致)?(?:要求|明确|决定|议定|强调|指出|原则同意|同意|认为|部署)[，,:：]?")
_SAYS_NO_MORE = pattern(r"(?<=..)[，,](?:予以)?(?:全部|全面)?(?:完成|反馈|办结|落实|报结)$")
"""At its end, that it is to be done: 修订办法，7月20日前完成."""
_FEWEST = 5  # characters of what says by itself what is to be done


class _Point(NamedTuple):
    """What a line says: what is to be done, by whom and by when, and in its words that it was done."""

    what: str
    lead: str
    due: str
    state: str = ""


def as_minutes(book: Book, rate: Rate, shapes: Shapes) -> None:
    """Put a table of what people are to do in the place of a text that has none, where its lines say so of people of the office; say that it was done."""
    lines = book.lines if len(book.lines) <= _MOST else []
    if not lines or any(headed.complete or (headed.known > 1 and _is_even(table)) for table, headed in _rated(book, rate)):
        return
    rows = [row for number, line in enumerate(lines, 1) if (row := _row(number, line, list(_points(line, shapes.names))))]
    if not any(_names_somebody(str(row.cells[1]), shapes.names) for row in rows):
        return
    told = {row.number for row in rows}
    others = [SheetRow(number, [line.strip()]) for number, line in enumerate(lines, 1) if line.strip() and number not in told]
    first = rows[0].number
    head = SheetRow(0, list(_HEADINGS[any(map(has_han, lines))]))
    above = [str(row.cells[0]) for row in others if row.number < first]
    book.tables = [Table("", [head, *rows], above=above, others=others)]
    book.is_document = True
    book.notes.append(_("No table is here: each line that says who is to do what is read as a matter, its words told apart by the line."))


def said_in_lines(book: Book, shapes: Shapes) -> int:
    """How many lines of a text say what somebody of the office is to do."""
    lines = book.lines if len(book.lines) <= _MOST else []
    return sum(any(_names_somebody(point.lead, shapes.names) for point in _points(line, shapes.names)) for line in lines)


def _names_somebody(lead: str, knows: Knows) -> bool:
    return any(map(knows, _SEVERAL.split(lead)))


def _rated(book: Book, rate: Rate) -> Iterator[tuple[Table, Headed]]:
    return ((table, rate(table.rows[:25])) for table in book.tables)


def _is_even(table: Table) -> bool:
    """Whether most rows have as many cells, and several, as tables have."""
    sizes = [sum(1 for cell in row.cells if cell not in (None, "")) for row in table.rows]
    usual = max({*sizes}, key=sizes.count, default=0)
    return usual > 1 and sizes.count(usual) > _MOSTLY * len(sizes)


def _row(number: int, line: str, points: Sequence[_Point]) -> SheetRow | None:
    """The row of a line that says what is to be done; a faulty one of a line that says several things, None of any other."""
    if not points:
        return None
    (what, lead, due, state), *more = points
    tick = _BULLET.match(_BOLD.sub("", line))
    cells: list[Cell] = [what, lead, due, "√" if tick and tick["tick"] else state or None]
    fault = (
        Unclear(shown(line.strip(), _SHOWN), _("Several things are to be done in this line."), _("Write each in a line of its own."))
        if more
        else None
    )
    return SheetRow(number, cells, frozenset(range(3)), fault=fault, how=_("told apart from “{line}”").format(line=shown(line.strip(), _SHOWN)))


def _points(line: str, knows: Knows) -> Iterator[_Point]:
    """What a line says is to be done, of several sentences each."""
    text = _NUMBERED.sub("", _BULLET.sub("", _BOLD.sub("", line), count=1), count=1).strip() if len(line) <= _LONGEST else ""
    if not text or _STRUCK_OUT in line:
        return
    if has_han(text):
        yield from (point for point in _in_han(text, knows) if point.what)
    else:
        yield from _of_several(text, knows) or filter(None, [_in_english(text, knows)])


def _of_several(text: str, knows: Knows) -> list[_Point]:
    """What an English line says is to be done, where it goes on with what somebody else is to do."""
    plain = _KEYWORD.sub("", text, count=1) if _KEYWORD.match(text) else text
    parts, joined = ([point for piece in further.split(plain) if (point := _in_english(piece.rstrip(";,"), knows))] for further in _FURTHER)
    return next((points for points in (parts, [point for point in joined if point.due]) if len(points) > 1), [])


def _in_english(text: str, knows: Knows) -> _Point | None:
    """What an English line says somebody of the office is to do; after ACTION: whoever it is."""
    text = _OF_WHOM.sub(r"\g<word>: \g<lead>: ", text)
    plain = _KEYWORD.sub("", text, count=1) if _KEYWORD.match(text) else text
    keyword = plain != text
    if labelled := _WITH_LABELS.fullmatch(plain):
        return _Point(_begun(labelled["what"].rstrip(".")), labelled["lead"], labelled["due"] or "")
    found = _DUE.search(plain)
    due = (found["due"] or found["due2"]) if found else ""
    due = due if due and compiled(DAYISH).search(due.casefold()) else ""
    said = plain[: found.start()] if found and due else plain.rstrip(". ")
    for form, text_of_it in ((_IN_BRACKETS, plain), (_IN_BRACKETS, said), (_IS_TO, said), *((form, said) for form in _MARKED)):
        one = form.fullmatch(text_of_it)
        if one is None or not (all(map(knows, _SEVERAL.split(one["lead"]))) or (keyword and form is _IS_TO and one["lead"][:1].isupper())):
            continue
        by = one.groupdict().get("due") or due
        if (form is _IN_BRACKETS and _ON_AN_AGENDA.fullmatch(by)) or all(map(knows, _SEVERAL.split(one["what"].partition(":")[0]))):
            return None  # Roof (Ana, 10 min); Ana Diaz (clerk, 7/1); Ana to Ben: …
        if not by and not keyword and (form is not _IS_TO or one["will"]):
            return None  # Peter will speak to it
        return _Point(_begun(one["what"]), one["lead"], by)
    return _Point(_begun(said), "", due) if keyword and said.rstrip()[-1:] not in ("", ":") else None


def _begun(what: str) -> str:
    """What is to be done as a matter begins."""
    return what[:1].upper() + what[1:].rstrip(" ,;")


def _in_han(text: str, knows: Knows) -> Iterator[_Point]:
    """What the sentences of a Chinese line say somebody of the office is to do."""
    if labelled := _LABELLED.search(text):
        what = f"{text[: labelled.start()]}，{text[labelled.end() :]}"
        due = labelled["due"] or _when(what)
        yield _Point(_clean(what if labelled["due"] else _WHEN.sub("", what, count=1)), _led(labelled["lead"], labelled["support"]), due)
        return
    head = ""
    for sentence in _SENTENCES.split(text):
        points = _of_sentence(sentence, head, knows)
        head = head or ("" if points else sentence.strip("。；; "))
        yield from points


def _of_sentence(text: str, head: str, knows: Knows) -> list[_Point]:
    """What a sentence below a head says is to be done, as often as it names somebody who is to do a part of it."""
    done = _DONE.search(text)
    sentence = text[: done.start()] if done else text
    who = _who(sentence, knows)
    due = _when(sentence)
    does = _DOES.match(sentence, who.end) if who else None
    if who is None or _TOLD.search(sentence) or not (due or does):
        return []
    end = does.end() if does else who.end
    helped = _WITH_WHOM.search(sentence, who.end)
    before = sentence[: who.start]
    behind = f"{sentence[end : helped.start()]}{sentence[helped.end() :]}" if helped else sentence[end:]
    behind = behind.removeprefix("同志")
    rest = behind if knows(before.rstrip(":： ")) else f"{before}，{behind}"
    what = _clean(_WHEN.sub("", rest, count=1) if due else rest)
    what = what if len(what) >= _FEWEST else f"{head}：{what}".strip("：")
    lead = f"{who.lead}分别办理" if "、" in who.lead and _EACH.match(behind) else _led(who.lead, helped["support"] if helped else None)
    point = _Point(what, lead, due, done["state"] if done else "")
    return [point] * max(1, sum(_has_part(piece, knows) for piece in _COMMAS.split(sentence)))


class _Who(NamedTuple):
    """Who is to do it, and from where to where a sentence says so."""

    lead: str
    start: int
    end: int


def _who(sentence: str, knows: Knows) -> _Who | None:
    """Who of the office a sentence asks, or begins with, to do what follows; nobody who only tells of it."""
    for asked in _ASKED.finditer(sentence):
        begins = _NAMES.match(sentence, asked.end())
        ends = range(begins.end(), begins.start() + 1, -1) if begins else ()
        end = next((one for one in ends if _all_known(sentence[asked.end() : one], knows)), 0)
        does = _DOES.match(sentence, end) if end else None
        if end and not _tells(sentence, does.end() if does else end, end) and (asked[0] or does):
            return _Who(sentence[asked.end() : end], asked.start(), end)
    return None


def _tells(sentence: str, does: int, name: int) -> bool:
    """Whether a sentence, behind a name and what is done, only tells of it, or whoever is named says it."""
    return any((_TELLS.match(sentence, name), _SAYS.match(sentence, name), _IS_OF.match(sentence, does)))


def _has_part(clause: str, knows: Knows) -> bool:
    """Whether a clause says of somebody what is theirs to do."""
    who = _who(clause, knows)
    does = _DOES.match(clause, who.end) if who else None
    return does is not None and bool(clause[does.end() :].strip("。 "))


def _all_known(names: str, knows: Knows) -> bool:
    """Whether nothing but people and sections of the office stands there."""
    return all(map(knows, re.split("[、和及与]", names)))


def _led(lead: str, support: str | None) -> str:
    return f"{lead}牵头，{support}配合" if support else lead


def _when(sentence: str) -> str:
    found = next((one for one in _WHEN.finditer(sentence) if one["due"].endswith("前")), None) or _WHEN.search(sentence)
    return found["due"] if found else ""


def _clean(text: str) -> str:
    """A sentence without what says that a meeting said it, and without marks at its ends."""
    plain = re.sub(r"(?<=[:：])[，,]\s*", "", re.sub(r"[，,.．]{2,}", "，", text)).strip("，,.。；;、 ")
    return _SAYS_NO_MORE.sub("", _MEETING_SAYS.sub("", plain)).strip("，,.。；;、 ")
