"""A day on which something was handed in that was not yet the whole of it: Return rec'd July 1, beside Interim. 41 of 58 matched."""

from __future__ import annotations

from functools import lru_cache

from officecli.files.ledger.rows.row_cells import RowCells
from officecli.files.ledger.rows.states.state import State
from officecli.files.ledger.sheets.cells import cell_text, read_percent
from officecli.files.ledger.words.plain import DAY
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.text import shown

_ALL = 100
_HANDED_IN = pattern(
    r"\b(?:repl(?:y|ies|ied)|respon(?:se|ses|ded)|answer(?:s|ed)?|returns?|returned|reports?|reported|received|rec'?d|recvd|rcvd|submitted|submission"
    r"|sent|filed|feedback|came in|in|back)\b|答复|反馈|回复|回函|复函|报送|上报|提交|报告|收到"
)
"""A heading of the day on which an answer or a paper was handed in, whole or not."""
_PAPER = r"(?:repl(?:y|ies)|returns?|responses?|reports?|answers?|submissions?|submittals?|feedback|letters?|data|figures|version)"
_INTERIM = pattern(
    r"(?:(?:an?|the|only|just|still|reply|return|response|report|answer|type|kind)\b[ :-]*)*"
    rf"(?:interim|partial|incomplete|holding|provisional|preliminary|stop-?gap|acknowledge?ment)(?: {_PAPER})?"
    r"(?: (?:only|so far|for now|sent|received|rec'?d|given|made|submitted|filed|in|returned))*(?:\s*[.,;:(–—-].*|\s+\d.*)?"
    r"|(?:仅|只|先|暂|目前)?(?:为|是|作)?(?:阶段性|中期|初步|临时|部分)(?:的)?(?:答复|反馈|回复|复函|回函|报告|报送|上报|情况|材料)(?:[。，,；;：:（(].*)?"
    r"|阶段性(?:[。，,；;：:（(].*)?"
)
"""What says of it that more is to come."""
_ASKED_FOR = pattern(r"\b(?:interim|provisional|preliminary)\b|阶段性|中期|初步")
"""In a matter: that it asks for no more than such a one."""
_OF_A_KIND = pattern(r"\b(?:type|kind|category|class)\b|类型|类别|种类|性质")
"""A heading of the kinds of what is due: a row of an interim report is done with it, and so is a preliminary plan that was answered."""
_OF_AN_ANSWER = pattern(r"\b(?:repl(?:y|ies)|responses?|answers?|returns?)\b|[答回反][复函馈]")
"""Or of the kinds of the answers to it: Reply type."""


def not_yet_all(cells: RowCells, state: State) -> None:
    """待验收 beside 40 %: what is not done yet was not handed in either, whatever is to come of it."""
    share = read_percent(cells.get("percent"))
    if state.code == "submitted" and share is not None and share < _ALL:
        state.code, state.beside = "open", ""
        cells.inferred["status"] = _("by {share} % under “{heading}”").format(share=f"{share:g}", heading=cells.heading("percent"))


def of_its_answer(cells: RowCells, state: State) -> None:
    """Let go of the day on which an answer was handed in that was no more than an interim one, as the state or another cell says: the matter goes on."""
    day = cell_text(cells.get("closed"))
    if state.code not in (None, "open", "issued", "in-hand") or not DAY.search(day.casefold()) or not _is_of_answers(cells.heading("closed")):
        return
    told = ((state.column, state.said_in), *cells.beside(), *cells.notes(("progress", "result")))
    heading, text = next(((heading, text) for heading, text in told if _is_interim(text) and not _is_of_a_kind(heading)), ("", ""))
    if not text or _ASKED_FOR.search(cells.line("title").casefold()):
        return
    cells.keep(cells.heading("closed"), day)
    cells["closed"] = None
    state.code, state.column, state.said_in = state.code or "open", heading, text
    cells.inferred["status"] = _("“{words}”: more is to be handed in").format(words=shown(text, 30))


@lru_cache(maxsize=64)
def _is_of_answers(heading: str) -> bool:
    return _HANDED_IN.search(heading.casefold()) is not None


@lru_cache(maxsize=64)
def _is_of_a_kind(heading: str) -> bool:
    """Whether a heading is one of the kinds of what is due, and not of the answers to it."""
    plain = heading.casefold()
    return _OF_A_KIND.search(plain) is not None and not _OF_AN_ANSWER.search(plain)


@lru_cache(maxsize=1024)
def _is_interim(text: str) -> bool:
    return _INTERIM.fullmatch(text.strip().casefold().rstrip(".。")) is not None
