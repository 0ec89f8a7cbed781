"""A cell that tells what is to be done, by whom and by when, once or several times: Order flags / Ana Ray / 7/20; 报批方案（邓超，7月25日前）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.files.ledger.columns.by_heading.meaning import first_key
from officecli.files.ledger.rows.made_plain.who_and_when import OPEN, who_and_when
from officecli.files.ledger.words.states import read_state
from officecli.patterns import compiled, pattern
from officecli.typed.dates.around import DAYISH
from officecli.typed.text import is_nothing

Matter = dict[str, str]
"""What one matter says: title, lead, due, and where they are told support, status and remarks."""

_KEYS = {"lead": "lead", "unit": "lead", "due": "due", "original_due": "due", "support": "support", "title": "title"}
_FIELDS = (
    pattern(r"\s*\n\s*"),
    pattern(r"\s+/\s+|\s*[|｜]\s*"),
    pattern(r"\s*(?<!\d)/\s*|\s*/(?!\d)\s*"),
    pattern(r"\s+[-–—]+\s+|——"),
    pattern(r"\s*[;；]\s*"),
)
"""What parts the fields of a matter."""
_NEXT = pattern(r"(?<=\S)[ \t;；,，]*(?=[①②③④⑤⑥⑦⑧⑨⑩])|(?<=[;；。])[ \t]*(?=\d{1,2}[.、）)](?!\d))")
"""Where the next of several matters begins in a line."""
_COUNT = pattern(r"\s*(?:[①②③④⑤⑥⑦⑧⑨⑩]|[(（]?\d{1,2}(?:[)）]|[.、](?!\d))|[•·▪●○■□◆*]|[-–—](?=\s))\s*")
_LABEL = pattern(r"(?:^|(?<=[\s;；,，.。(（、/|]))(?P<label>[\u3400-\u9fff]{2,6}|[A-Za-z]+(?: [A-Za-z]+){0,2})\s*[:：]\s*")
_BRACKETS = pattern(r"(?P<title>.+?)\s*[(（\[](?P<inside>[^()（）\[\]]+)[)）\]](?P<behind>[^()（）\[\]]{0,40})", re.DOTALL)
_WITH = pattern(
    r"\s*+(?:[,，;；、]\s*+)?(?:\b(?:with(?: help (?:from|of))?|supported by|helped by|assisted by)\b|\bw/|(?:配合|协助)(?:人员?|单位|科室)?[:：]?)\s*",
    re.IGNORECASE,
)
_BEHIND = pattern(r"(?P<day>.*?\d[^\s–—;；,，]*|.*?[日底旬前内])\s*(?:[–—]+|[;；,，]|\s-)\s*(?P<told>[^\W\d].*)", re.DOTALL)
"""How far it is, told behind the day: 6/12 – done 6/11."""
_CAME_IN = pattern(
    r".*\d[日号]?(?:交办|来[文函电信]|收[文到]|转来|布置|接[到收报]|反映|提出|已[报收转发].?)"
    r"|.*\b(?:assigned|received|raised|opened|reported|dated|(?:draft|letter|memo|e-?mail|call) (?:of|from))\b.*",
    re.IGNORECASE,
)
"""A day on which it was given or came in, and no deadline."""
_EDGES = " \t\n;；,，、。|–—(（"
_MOST = 12  # matters of one cell


def matters_of(text: str, order: Sequence[str]) -> list[Matter]:
    """The matters that a cell tells, each with who leads it and its deadline, as `order` says where nothing else does; none where it does not tell these."""
    if is_nothing(text):
        return []
    found: list[Matter] = []
    held: list[str] = []
    for line in _lines(text):
        if held and _COUNT.match(line):
            return []
        held.append(line)
        if one := _matter(held, order):
            found.append(one)
            held = []
    if held and found:
        found[-1]["remarks"] = " ".join(filter(None, [found[-1].get("remarks", ""), *held]))
    came_in = any(_CAME_IN.fullmatch(one["due"].strip()) for one in found)
    return found if len(found) <= _MOST and not came_in else []


def lines_of(text: str) -> list[str]:
    """The lines of a cell, or what is counted in it, without the counts."""
    return [_COUNT.sub("", line, count=1) if _COUNT.match(line) else line for line in _lines(text)]


def _lines(text: str) -> list[str]:
    return [line for line in map(str.strip, _NEXT.sub("\n", text).split("\n")) if line]


def _matter(lines: Sequence[str], order: Sequence[str]) -> Matter | None:
    """The matter that lines tell together; None where they do not, or not yet."""
    text = "\n".join([_COUNT.sub("", lines[0], count=1), *lines[1:]] if _COUNT.match(lines[0]) else lines)
    found = _labelled(text) or _in_brackets(text) or _in_fields(text, order)
    if not found or not found["title"]:
        return None
    lead, *helpers = _WITH.split(found["lead"], maxsplit=1)
    if helpers and lead:
        found |= {"lead": lead, "support": "、".join(filter(None, [found.get("support", ""), *helpers]))}
    if (behind := _BEHIND.fullmatch(found["due"])) and read_state(behind["told"]):
        found |= {"due": behind["day"].strip(), "status": behind["told"].strip()}
    return found


def _labelled(text: str) -> Matter | None:
    """Behind labels: 起草规划（牵头：刘文；配合：马骏；完成时限：11月10日前）; Draft it. Owner: Ana; Due: 7/20."""
    labels = [(label, key) for label in _LABEL.finditer(text) if (key := _KEYS.get(first_key(label["label"])))]
    keys = [key for _label, key in labels]
    if len({*keys}) < len(keys) or not {"lead", "due"} <= {*keys}:
        return None
    ends = [*(label.start() for label, _key in labels[1:]), len(text)]
    found = {key: text[label.end() : end].strip(_EDGES + "）)]") for (label, key), end in zip(labels, ends, strict=True)}
    return {"title": text[: labels[0][0].start()].strip(_EDGES)} | found


def _in_brackets(text: str) -> Matter | None:
    """In brackets behind the matter: 报批方案（邓超，7月25日前）; Order flags (Ana Ray, 7/20)."""
    found = _BRACKETS.fullmatch(text)
    if not found:
        return None
    fields = [field.strip() for field in _FIELDS[-1].split(found["inside"].replace("，", ";").replace(",", ";")) if field.strip()]
    two = who_and_when(found["inside"]) or ((fields[0], fields[1]) if len(fields) == 2 else None)
    if not two:
        return None
    behind = found["behind"].strip(_EDGES + ".")
    told = {"status" if read_state(behind) else "remarks": behind} if behind else {}
    return {"title": found["title"].strip(), "lead": two[0], "due": two[1]} | told


def _in_fields(text: str, order: Sequence[str]) -> Matter | None:
    """Between strokes, dashes or ends of lines, in the order of the heading; a stroke within the matter is its own."""
    for between in _FIELDS:
        fields = [field for field in map(str.strip, between.split(text)) if field]
        if len(fields) > len(order) and order[0] == "title":
            fields = [" / ".join(fields[: 1 - len(order)]), *fields[1 - len(order) :]]
        if len(order) > 1 and len(fields) == len(order):
            found = dict(zip(order, fields, strict=True))
            if not _is_day(found["lead"]) and (_is_day(found["due"]) or "\n" not in text):
                return found
    return None


def _is_day(text: str) -> bool:
    return compiled(DAYISH + OPEN).search(text.casefold()) is not None
