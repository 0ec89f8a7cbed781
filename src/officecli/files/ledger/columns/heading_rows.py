"""The rows in which a ledger's headings stand: the one that names most columns, or two of which one stands over the other."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key, is_known, meanings, normal
from officecli.files.ledger.columns.by_heading.meant import GUESSED, LOOSE, PERHAPS
from officecli.files.ledger.columns.by_heading.of_a_time import is_time
from officecli.files.ledger.columns.remembered import Kept
from officecli.files.ledger.columns.side_by_side import beside, stretched
from officecli.files.ledger.columns.stage_headings import FROM_TO, OF_TIMES, begin_and_end, is_in_parts, stages_over
from officecli.files.ledger.columns.whole_days import is_whole
from officecli.files.ledger.sheets.cells import Row, cell_text, joined_lines
from officecli.files.ledger.sheets.sheet_rows import SheetRow
from officecli.files.ledger.words.states import read_state
from officecli.patterns import has_han, pattern

_FILLED_IN = pattern(r"[A-Za-z][A-Za-z' ./-]{1,30}: ?\S.*")
"""A line of a form above the table (Employee: Ana Cole, Start date: 7/6/2026), which is no heading of what stands below."""
HEADING_ROWS = 20
"""How many rows from the top may hold titles before the headings."""

_LIKE_A_MATTER = 2
"""Columns that a row has to name more than another, where a day stands in it."""

LONGEST = 60
"""Characters of a heading."""

_SECOND_LINE = pattern(r"[A-Za-z][A-Za-z'./()&-]*(?: [A-Za-z'./()&-]+){0,3}|[(（]?[\u3400-\u9fff]{1,8}[)）]?")
"""What may be the second line of a heading: a few words, and no number."""

_SIDE = 2  # headings: what stands between empty columns with more of them may be a table of its own
_LETTERS = 4
"""Letters in capitals that may be short for a word of a heading: ID, NO., OPR."""
_COUNT = pattern(r"\d{1,4}(?:\.0)?[.)）、]?")
_HEADED = 3
"""Columns that a row names at least whose headings go on in the next."""

_SCHEDULE = pattern(
    r"(?:计划|实施|推进|工作|月度|季度)?(?:时间|进度|月份|季度)?(?:安排|计划)|计划进度|(?:计划|实施|推进|完成)(?:时间|月份)|时序(?:安排)?|时间(?:节点|轴)|月份|月度"
    r"|schedule|time ?(?:line|table|frame)|timing|months?|calendar|gantt",
    re.IGNORECASE,
)
"""What stands over months in which something is planned, and says no more than they do."""
_DEED = pattern(r"(?:开始|启动|开工|起始|起|完成|结束|完工|竣工|办结|截止|止|交付|投用|封顶)")
_SPAN = pattern(r"from|to|起|止|自|至")
"""When a time begins and when it ends, under the heading of both."""
_ENDS = {"起": "开始", "止": "结束"}
_BARE = pattern(r"date|day|time|by|name|no\.?|number|日期|时间|姓名", re.IGNORECASE)
"""A sub-heading that says nothing without the heading over it: Date, under Review."""
_PLANNED = pattern(r"计划|实际|plan(?:ned)?|actual", re.IGNORECASE)
"""What of a stage was to be, and what came of it."""
_OF_DAYS = frozenset({"issued", "due", "original_due", "closed", "submitted"})
_SAID_ALONE = frozenset({"title", "lead"})
"""What a heading says for itself, whatever is written over it and its neighbours: Person Responsible, under Agency Action Plan."""


def heading_row(rows: Sequence[SheetRow], mapping: Mapping[str, str]) -> tuple[int, list[str]]:
    """Index and texts of the row among the first that names most columns; two rows together only if they name more, or tell apart what the lower repeats."""
    best: tuple[int, int, list[str]] = (-_LIKE_A_MATTER - 1, 0, [])
    above: list[str] = []
    aside = {normal(heading) for heading, key in mapping.items() if key in ("ignore", "label")}
    for index, row in enumerate(rows[:HEADING_ROWS]):
        texts = texts_of_row(row.cells)
        if best[1] == index - 1 and _are_spans(best[2], texts):
            best = (best[0], index, _under(best[2], texts))
            break
        days = [text for cell in row.cells if is_whole(cell, text := cell_text(cell))]
        dated = (bool(days) and not _are_meetings(days, texts, mapping)) or _is_counted(row.cells)  # a matter, then, more likely than headings
        continued = not row.banner and _goes_on(above, texts)
        over = continued or (not _is_counted(above) and stands_over(above, texts))
        both = _under(above, texts) if over else []
        if over and best[1] == index - 1 and best[2] == above and stages_over(above, texts):
            best = (min(best[0], len(headed_keys(_once(above), mapping))), *best[1:])
        if over:
            texts = _told_by_the_upper(above, texts)
        for candidate in (texts, both) if over else (texts,):
            named = _once(candidate) if over and candidate is texts and stages_over(above, texts) else candidate
            score = len(headed_keys(named, mapping)) + sum(normal(text) in aside for text in candidate) - _LIKE_A_MATTER * dated
            if candidate is both and not dated and (_repeat_by_time(above, texts) or _are_times(above, texts, _SCHEDULE)):
                score = max(score, best[0])  # 完成情况 under each of 一季度, 二季度; 7月 to 9月 under 时间安排
            parts = candidate is both and not dated and best[2] == above and is_in_parts(above, texts)
            score = max(score, best[0]) if parts else score  # 动员部署 and 总结验收 under 时间节点
            # 计划 and 实际 under each of several stages; 7月 to 12月, which do not say by themselves of what they are
            apart = candidate is both and len({*both}) > max(0 if parts or _are_times(above, texts) else len({*texts}), len({*best[2]}))
            # 一季度 to 四季度 under one heading, beside others merged downwards
            again = candidate is texts and best[2] == above and len({*texts}) > len({*above}) and stands_over(above, texts)
            if score > best[0] or ((apart or again or (continued and candidate is both)) and score == best[0]):
                best = (score, index, candidate)
        above = both if continued else texts
    return best[1], best[2]


def beside_the_ledger(rows: Sequence[SheetRow], index: int) -> dict[int, str]:
    """The places of the columns of another table that stands beside the ledger's, under the headings at `index` → the title over them."""
    above, below = (texts_of_row(rows[at].cells) if at >= 0 else [] for at in (index - 1, index))
    return beside(above, below) if above and stands_over(above, below) else {}


def title_over(rows: Sequence[SheetRow], index: int, place: int) -> str:
    """What stands over one of the headings at `index` and over its neighbours, "" where nothing does."""
    above, below = (texts_of_row(rows[at].cells) if at >= 0 else [] for at in (index - 1, index))
    titles = [title for title, _low in stretched(above, below)] if above and stands_over(above, below) else []
    return titles[place] if place < len(titles) else ""


def recalled(rows: Sequence[SheetRow], maps: Iterable[Kept]) -> Kept | None:
    """The map kept that fits the headings among the first rows, of several the one that fits best."""
    maps = tuple(maps)
    best: tuple[int, Kept | None] = (0, None)
    above: list[str] = []
    for row in rows[:HEADING_ROWS] if maps else ():
        texts = texts_of_row(row.cells)
        for one in maps:
            worth = max(one.fits(texts), one.fits(_under(above, texts)))
            if worth > best[0]:
                best = (worth, one)
        above = texts
    return best[1]


def headed_keys(texts: Sequence[str], mapping: Mapping[str, str]) -> set[str]:
    """The columns that headings name."""
    wanted = {normal(heading): key for heading, key in mapping.items()}
    keys = set()
    for text in texts:
        if len(text) <= LONGEST and text:
            found = meanings(text)
            if found and found[0].strength == GUESSED and texts.count(text) > 1:
                continue  # 计划 over each of several stages names nothing by itself
            keys.add(wanted.get(normal(text)) or (found[0].key if found else ""))
            if normal(text) not in wanted and len(found) > 1 and found[1].strength == LOOSE == found[0].strength - 1:
                keys.add(found[1].key)  # Assigned, By: which of the two what stands under them says
    titles = [text for text in texts if any(meant.key == "title" for meant in meanings(text))]
    if "lead" not in keys and len(titles) > 1 and any(normal(text) in ("action", "actionby") for text in titles):
        keys.add("lead")  # beside the matter an Action may name who is to act
    return keys - {"", "ignore", "label"}


def _are_meetings(days: Sequence[str], texts: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Whether the days in a row, one behind the other, are those at which it was told how far each matter was: June 23, June 30, behind Task and Owner."""
    together = [at for at, text in enumerate(texts) if text in days]
    if len(days) < 2 or not all(map(is_time, days)) or together != list(range(together[0], together[0] + len(days))):
        return False
    return headed_keys(texts, mapping) >= {"title", "lead"}


def _is_counted(row: Row) -> bool:
    """Whether a row begins with a number, as a matter does."""
    first = next((text for text in map(cell_text, row) if text), "")
    return _COUNT.fullmatch(first) is not None


def texts_of_row(row: Row) -> list[str]:
    """What a reader sees in the cells of a row, each in one line."""
    return [joined_lines(cell_text(cell)) for cell in row]


def stands_over(above: list[str], below: list[str]) -> bool:
    """Whether a row can be headings over those of the next: one of them stands over several, as a merged cell does. Of two full rows the lower is a matter."""
    if all(_FILLED_IN.fullmatch(up) for up in above if up) or not any(above[1:]):
        return False  # a line of a form; a title, whose one cell stands over all of the table
    if _are_titles(above, below):
        return False
    pairs = list(zip(above, below, strict=False))
    ups = ["", *(up for up, _low in pairs), "-"]
    alone = [low for (up, low), before, beside in zip(pairs, ups, ups[2:], strict=False) if up and low and beside not in ("", up) and before != up]
    if alone and not any(low == up or meanings(low) for low in alone for up in above):
        return False  # under headings that stand over one column each stand a name and a day: beside a blank heading, too, it is the first matter
    return any(up and low and beside in ("", up) and next_low for (up, low), (beside, next_low) in itertools.pairwise(pairs))


def _are_titles(above: list[str], below: list[str]) -> bool:
    """Whether a row holds the titles of two tables side by side, each over the first heading of all between one empty column and the next."""
    ends = [place for place, low in enumerate([*below, ""]) if not low]
    parts = [(start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False) if end - start > _SIDE]
    titled = [{up for up in above[start:end] if up} == {*above[start : start + 1]} - {""} for start, end in parts]
    return len(parts) > 1 and bool(above[0]) and all(titled)


def _goes_on(above: list[str], below: list[str]) -> bool:
    """Whether a row holds no more than second lines of some of the headings over it: Official under Responsible, Implemented under Date."""
    lines = [(above[place] if place < len(above) else "", low) for place, low in enumerate(below) if low]
    if not lines or 2 * len(lines) > sum(map(bool, above)) or not all(up and up != low and _SECOND_LINE.fullmatch(low) for up, low in lines):
        return False
    if any((key := first_key(up)) in ("sequence", "title") or (key == "status" and read_state(low)) for up, low in lines):
        return False  # a matter, or the title of a section: COMPLETED ITEMS
    if below[0] == lines[-1][1] and below[0].isupper() and len(below[0]) > _LETTERS and not above[0].isupper():
        return False  # a title before the first matter, of another letter than the headings: MAY CARRY-OVER, under Class
    named = sum(1 for _up, low in lines if meanings(low))
    return 2 * named >= len(lines) and all(meanings(_joined(up, low)) for up, low in lines) and len(headed_keys(above, {})) >= _HEADED


def _are_spans(above: list[str], below: list[str]) -> bool:
    """Whether a row holds nothing but the two ends of times that the headings over it name, be these of one row or of two: From and To."""
    ends = {low.casefold() for up, low in stretched(above, below) if low and low != up}
    return len(ends) > 1 and all(map(_SPAN.fullmatch, ends))


def _are_times(above: list[str], below: list[str], of: re.Pattern[str] | None = None) -> bool:
    """Whether all that a row adds to the headings over it are times: of one of these (7月 to 12月, under 进度), or of several years; `of` says of which."""
    added = [(up, low) for up, low in stretched(above, below) if low and low != up]
    over = {up for up, _low in added}
    return (
        len(added) > 1
        and (of is None or all(map(of.fullmatch, over)))
        and (len(over) == 1 or all(map(is_time, over)))
        and all(is_time(low) for _up, low in added)
    )


def _once(texts: list[str]) -> list[str]:
    """The headings that stand over one column only: of the others each of its columns says more, 验收 over 计划 and 实际."""
    return [text for text in texts if texts.count(text) == 1]


def _repeat_by_time(above: list[str], below: list[str]) -> bool:
    """Whether a heading stands under each of several times."""
    of: dict[str, set[str]] = {}
    for title, low in stretched(above, below):
        if low and is_time(title):
            of.setdefault(normal(low), set()).add(title)
    return any(len(titles) > 1 for titles in of.values())


def _under(above: list[str], below: list[str]) -> list[str]:
    """Headings in two rows as one: a sub-heading where it is plain by itself, else with
    what stands above it (配合 over 单位, 完成时间 over 计划); else what stands above.
    """
    wide = max(len(above), len(below))
    upper, lower = (texts + [""] * (wide - len(texts)) for texts in (above, below))
    both = [*stretched(upper, lower)]
    # Approval over Plan, which alone is a day, beside Draft over Plan: one more stage
    stages = stages_over(above, below)
    named = begin_and_end(above, below) or any(map(_PLANNED.fullmatch, itertools.chain(*stages.values())))
    staged = named and not all(first_key(up) in _OF_DAYS for up in stages)
    # 时限 under 反馈 and under 办结, which tells nothing by itself, nor does 完成 beside it under both
    again = {low for low in lower if low and first_key(low) in _OF_DAYS and has_han(low) and len({up for up, one in both if one == low != up}) > 1}
    again |= {*itertools.chain(*stages.values())} if again else set()
    return [_joined(group, low, staged=staged, again=low in again) if low else group for group, low in both]


def _told_by_the_upper(above: list[str], below: list[str]) -> list[str]:
    """The lower of two rows, with the heading over it where a sub-heading says nothing by itself: Action over Date, or no more than
    when of what is over it, 计划时间 over 开始 and 完成, beside others merged downwards.
    """
    return [_joined(up, low) if _BARE.fullmatch(low.strip()) or _is_of_time(up, low) else low for up, low in stretched(above, below)]


def _is_of_time(up: str, low: str) -> bool:
    """Whether a deed under a heading of times is the day of it: 完成 under 计划时间."""
    return OF_TIMES.fullmatch(up) is not None and _DEED.fullmatch(low) is not None


def _joined(up: str, low: str, *, staged: bool = False, again: bool = False) -> str:
    """A sub-heading with the heading over it, in whichever order says most; `staged` where the same stands under each of several stages,
    `again` where it stands under another as well.
    """
    if not up or normal(up) == normal(low):
        return low
    if is_time(low) and _SCHEDULE.fullmatch(up):
        return low  # 7月 under 时间安排
    gap = "" if has_han(up + low) else " "
    if first_key(up) == "support":
        return f"{up}{gap}{low}"  # whoever stands under 配合 supports
    if _is_of_time(up, low):
        of = next((of for of in ("实际", "计划") if of in up), "")
        return f"{of}{_ENDS.get(low, low) if of else low}时间"  # 启动 and 完成 under 时间安排 are days
    if is_time(up):
        return f"{up}{gap}{low}"  # 完成情况 under 7月 says nothing of 8月
    if _PLANNED.fullmatch(low) and not OF_TIMES.fullmatch(up) and (staged or first_key(up) not in _OF_DAYS):
        return f"{up}{gap}{low}"  # of one stage of several: 开标 over 计划, Install over Actual
    if staged and FROM_TO.fullmatch(low):
        return f"{up}{gap}{low}"
    if again or _SPAN.fullmatch(low.casefold()):
        return f"{up}{gap}{low}"
    said = meanings(low)
    if said and said[0].key in _SAID_ALONE and said[0].strength > PERHAPS:
        return low
    bare = _BARE.fullmatch(low.strip())
    if not bare and not said and is_known(low):
        return low  # it is known that it means no column: Deemed complete, under Application dates
    joined = (f"{low}{gap}{up}", f"{up}{gap}{low}")
    forms = joined[::-1] if bare else (low, *joined)
    strengths = [max((meant.strength for meant in meanings(form)), default=0) for form in forms]
    return forms[strengths.index(max(strengths))]
