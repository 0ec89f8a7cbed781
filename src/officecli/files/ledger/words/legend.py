"""What a ledger's own legend says its letters and marks mean (G = on track, ○未启动), and marks that stand beside ticks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from officecli.files.ledger.words.marks import TICKED
from officecli.files.ledger.words.states import read_state
from officecli.patterns import has_han, pattern

_PAIR = pattern(
    r"(?<![\w.])(?P<code>[A-Za-z]{1,3}|[A-Za-z]{3,8}(?= ?=))\s*(?:=|\s[-–—]\s|:\s)\s*(?P<meaning>[^=;,|/\n]+?)(?=\s*[;,|/\n]"
    r"|\s+[A-Za-z]{1,8}\s*(?:=|\s[-–—]\s|:\s)|$)"
)
_MARK_PAIR = pattern(
    r"(?P<code>[^\w\s，,。；;：:、（()）“”\"'\[\]【】《》<>/|\\~～\-—–+=%％#&*.…!！?？])\s*(?:[:：=]|表示|代表|为|是)?\s*(?P<meaning>[\u3400-\u9fff]{2,8})"
)
_LIGHT_PAIR = pattern(
    r"(?P<code>[红黄绿蓝灰白橙紫黑])色?(?:灯|牌|旗|标)?\s*(?:[:：=]|[-–—]+|表示|代表|为|是|指)\s*(?P<meaning>[\u3400-\u9fff]{2,12})"
    r"|\b(?P<colour>red|amber|yellow|green|blue|gr[ae]y|white|black|purple|orange)(?: light)?\s*(?:[:=]|\s?[-–—]|\b(?:means|is)\b)\s*"
    r"(?P<said>[a-z][a-z' ]+?)(?=\s*[;,|/\n.()]|\s+(?:red|amber|yellow|green|blue|gr[ae]y|white|black|purple|orange)\b|$)",
    re.IGNORECASE,
)
"""A colour and what it says: 蓝灯—已销号, Grey: on hold."""
_IN_TIME = pattern(
    r"(?!.*[已均全]).*(?:按[期时]|如期|及时|按计划)|(?!.*\b(?:done|completed)\b).*\b(?:on|in) (?:time|schedule|track)\b", re.IGNORECASE
)
"""It is on the way to be over in time, or was: 绿灯：按期完成."""
_SEVERAL = 2
"""Letters of which a text must say the meaning to be a legend."""

_LONGEST = 300

_TICKS = frozenset(TICKED)
_MARKS = frozenset("△▲○◯◇◎●◐▷▶")


def beside_ticks(texts: Iterable[str]) -> dict[str, str]:
    """Mark → open, for the marks that stand in a column of states beside ticks, alone in their cells: where √ says that it is done, they say that it is not."""
    alone = {text.strip() for text in texts if len(text.strip()) == 1}
    return dict.fromkeys(sorted(alone & _MARKS), "open") if alone & _TICKS else {}


def beside_lights(texts: Iterable[str]) -> dict[str, str]:
    """The letter Y → open, where a column of states has the letters of other lights (G, R, A) and no N: there it is yellow, and not yes."""
    alone = {text.strip().casefold() for text in texts}
    return {"y": "open"} if "y" in alone and alone & {"g", "r", "a"} and "n" not in alone else {}


def beside_opens(texts: Iterable[str]) -> dict[str, str]:
    """The letter C → closed, where it stands beside an O."""
    return {"c": "closed"} if {"o", "c"} <= {text.strip().casefold() for text in texts} else {}


def legend(texts: Iterable[str], keys: Iterable[str] = ()) -> dict[str, str]:
    """Letter, mark or colour in small letters → the code of the state that a legend among the texts gives it, or several of the `keys`, one a line."""
    found: dict[str, str] = {}
    alone = [pair for line in keys if (pair := _PAIR.fullmatch(line) or _MARK_PAIR.fullmatch(line))]
    by_key = {pair["code"].casefold(): said.code for pair in alone if (said := read_state(pair["meaning"].strip(" .")))}
    found |= by_key if len(by_key) >= _SEVERAL else {}
    for text in texts:
        for form in (_PAIR, _MARK_PAIR):
            pairs = [(pair["code"].casefold(), read_state(pair["meaning"].strip(" ."))) for pair in form.finditer(text[:_LONGEST])]
            if len(pairs) >= _SEVERAL and all(stated for _code, stated in pairs):
                found |= {code: stated.code for code, stated in pairs if stated}
        found |= _lights(text[:_LONGEST])
    return found


def _lights(text: str) -> dict[str, str]:
    """Colour → the code of the state that a legend of several colours gives it; what is not known of the others leaves them what lights are,
    and a colour that would be an end by itself none: Blue - routine.
    """
    pairs = {pair["code"] or pair["colour"].casefold(): (pair["meaning"] or pair["said"]).strip() for pair in _LIGHT_PAIR.finditer(text)}
    told = {code: said.code for code, meaning in pairs.items() if not _IN_TIME.match(meaning) and (said := read_state(meaning))}
    ends = {code: "open" for code in pairs.keys() - told.keys() if (said := read_state(code)) and said.code != "open"}
    return {} if len(pairs) < _SEVERAL else ends | (told if len(told) >= _SEVERAL else {})


def as_lights(letters: Mapping[str, str]) -> dict[str, str]:
    """The same, with each Chinese colour as cells have it as well: 蓝灯, 蓝色."""
    return {f"{code}{kind}": said for code, said in letters.items() if has_han(code) for kind in ("", "灯", "色", "牌")} | {**letters}
