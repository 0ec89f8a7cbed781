"""What a column is that is headed like the matter and holds something else: how it ended, who is to do it, whose case it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from officecli.files.ledger.columns.by_heading.han_vocabulary import OPINION
from officecli.files.ledger.columns.by_heading.meaning import normal
from officecli.files.ledger.columns.by_heading.meant import DAYS, GUESSED, LOOSE, Meant
from officecli.files.ledger.columns.by_heading.people_aside import DOES_IT
from officecli.files.ledger.columns.contents import ENOUGH, LONGEST_STATE, MOSTLY, NEARLY_ALL, WORDY
from officecli.files.ledger.columns.fitting.column import Column
from officecli.files.ledger.words.coded import knows_word
from officecli.files.ledger.words.marks import is_light
from officecli.patterns import has_han, pattern
from officecli.typed.office.name_shapes import is_called_so
from officecli.typed.text import is_nothing

_DECISION = pattern(r"\b(?:decision|determination|ruling)\b", re.IGNORECASE)
"""What was decided of a matter, where it is one word."""
_AT_LENGTH = pattern(r"\b(?:descriptions?|details?|contents?|narrative|check ?lists?)\b", re.IGNORECASE)
"""What is told at length of some matters, and no more of how they ended."""
_MARGIN = pattern(r"(?:滞后|落后|拖后|延后|推迟|延期|超期|提前|超前)约?\d")
_CASE = pattern(r"(?:legal |client )?(?:matters?|cases?|files?|engagements?)(?: names?| ?/ ?(?:client|case|matter|file)s?)?", re.IGNORECASE)
_OF_A_CASE = pattern(
    r"(?:name|title|subject|summary|event|activity|filing|deliverable|to ?do|(?:task|action)(?: items?| names?| titles?)?)s?(?: (?:or|and|&) deadlines?)?"
    r"|(?:deadline|due)s? (?:or |and |& )?(?:event|filing|item|task|action)s?|(?:required |next )?(?:actions?|steps?)(?: (?:required|needed|to be taken))?",
    re.IGNORECASE,
)
"""The heading of a client's case in a law office, and those of what is to be done for it."""
_CAPTION = pattern(
    r".+ vs?\.? .|(?:in re|ex parte|(?:estate|matter|marriage|guardianship|adoption|conservatorship|application|petition) of)\b", re.IGNORECASE
)
"""What a court calls a case: Rowe v. Bell, Estate of Finch."""
_OF_A_COURT = pattern(r"(?:docket|court|case) (?:entr(?:y|ie)|event|filing|deadline)s?|pleadings?", re.IGNORECASE)
"""What a court's list says of a case, whatever this is called."""
_CASE_NUMBER = pattern(r"(?:[A-Za-z]{1,4}[-. ]?)?\d{2,6}(?:[-./]\w{1,8})+\b|\d{4,}\b")
_DECIDED = pattern(rf"(?!{OPINION}$).*(?:决[定议]|裁定|意见|结[论果]|答复|批复|处理|处置)")

MEETING = pattern(r"\b(?:meeting|mtg|hearing|session|council|board|agenda)\b", re.IGNORECASE)
"""It is where a matter comes from, on a day that has been, or where it goes to."""

_RESOLUTION = pattern(
    (
        r"(?:(?:text|gist|wording|summary|brief) of (?:the )?)?(?:(?:council|board|committee) )?(?:resolutions?"
        r"|resolved)(?: (?:in brief|text|wording|summary|\(?passed\)?))?"
    ),
    re.IGNORECASE,
)
_OF_A_BODY = pattern(rf"{MEETING.pattern}(?! (?:member|district|liaison))|\bres(?:olution)?\.? ?(?:no\b|number|#)|\bmoved\b", re.IGNORECASE)
_RAISED = pattern(
    r"\b(?:issue|complaint|concern|problem|fault|defect|incident|dispute|grievance|finding|query|enquiry|inquiry|request)s?\b", re.IGNORECASE
)
"""What somebody brought up: a resolution beside it says what became of it."""
_RESOLVED = 45
"""The strength of a body's resolution as the matter: a heading of issues or of actions goes before it."""

_DESCRIBES = pattern(r"^(?:descriptions?|details)$", re.IGNORECASE)
_CALLED = 61
"""The strength of what each row is called, before what describes it."""

_VERDICT = pattern(r"(?:原则(?:上)?|一致|表决|审议|会议)?(?:通过|同意|不同意|否决|缓议|再议|暂缓|备案|待议|不予?通过|未通过)")
"""What was made of a matter that was brought before those who decide."""
_DONE_SO_FAR = pattern(r"(?:本|当|这|上)(?:周|月|季度?|旬|期)已?(?:完成|开展|办结|落实)(?:的)?(?:重点|主要)?(?:工作|事项|任务)(?:情况|内容)?")
_NEXT_TIME = pattern(r"^下一?(?:周|月|季度?|旬|期)(?!.*[会次])")
_COMMENT = pattern(r"(?:[A-Za-z']+ )?comments?(?: text)?", re.IGNORECASE)
_ANSWERED = pattern(r"\b(?:responses?|repl(?:y|ies)|dispositions?|back ?check|reviewers?|commenters?|resolutions?)\b", re.IGNORECASE)
"""A heading beside comments that somebody made for others to answer."""
_FOLLOW_UP = pattern(r"follow[- ]?ups?", re.IGNORECASE)
_DUE = pattern(
    r"(?!(?:payment|amount|fee|balance|tax|rent|total|invoice)\b)(?:[a-z]+ ){1,2}(?:due(?: to \w+)?|required|needed|outstanding"
    r"|to be (?:carried out|done|made|taken|undertaken|completed))"
    r"|(?:deadline|due)s? ?(?:or |and |& |/ ?)?(?:event|filing|item|task|action|deliverable)s?"
    r"|(?:event|filing|item|task|action|deliverable)s? ?(?:or|and|&|/) ?deadlines?",
    re.IGNORECASE,
)
_SHAPE = pattern(
    r"(?:very )?(?:good|fair|poor|bad|ok(?:ay)?|excellent|new|used|worn|average|satisfactory|unsatisfactory|needs repair)", re.IGNORECASE
)
"""In which shape a thing is."""


def resolved_by_a_body(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Resolution: That staff obtain a price, beside the meeting that passed it: what is to be done, and not what became of it."""
    passed = found[0].key == "result" and _RESOLUTION.fullmatch(column.text.strip()) and column.in_every_row and column.cells.tells_apart
    return [Meant("title", _RESOLVED)] if passed and column.headed_like(_OF_A_BODY) and not column.headed_like(_RAISED) else None


def outcome(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Decision: Refused; Action: Done 6/16, where most are blank; 任务描述, 存在问题及建议 are neither the matter nor what became of it, and
    Back in service: June 3 is when, not what.
    """
    if found[0].key != "title" or (found[0].plain and not _says_ends(column)) or not _tells_how_it_ended(column):
        return None
    if column.cells.past + column.cells.ahead >= NEARLY_ALL and column.text.isascii():
        return []
    if (has_han(column.text) and not _DECIDED.match(column.text)) or _AT_LENGTH.search(column.text):
        return [meant for meant in found if meant.key != "title"]
    return [Meant("status" if _says_states(column) else "result", found[0].strength)]


def judgements_for_matters(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Verdicts, ranks and shapes are no matter beside another: Condition: Good; Priority for funding: High; 决议: 原则通过."""
    if found[0].key != "title" or found[0].plain or not column.matter_elsewhere(or_unknown=True):
        return None
    if all(map(is_verdict, column.cells.texts)):
        return [Meant("result", found[0].strength)]
    if all(knows_word("importance", text) or knows_word("urgency", text) for text in column.cells.texts):
        return [Meant("labels", found[0].strength)]
    return [] if all(_SHAPE.fullmatch(text) for text in column.cells.texts) else None


def what_is_due(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Service due: Brakes and tires, beside the day by which: what is due, and not when."""
    due = found[0].key in DAYS and _DUE.fullmatch(column.text.strip()) and column.cells.tells_apart and not column.cells.days
    return [Meant("title", LOOSE)] if due and column.another_of_days("due", "original_due") else None


def comment_to_answer(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Comment, in every row and beside the Response to it or the Reviewer, where nothing else is the matter."""
    to_answer = found[0].key == "remarks" and _COMMENT.fullmatch(column.text.strip()) and column.in_every_row and column.cells.tells_apart
    return [Meant("title", found[0].strength)] if to_answer and column.headed_like(_ANSWERED) and not column.matter_elsewhere() else None


def words_for_periods(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Feedback: The queue was long: what somebody said, and not how often they are told; the matter where nothing else is."""
    told = found[0].key == "feedback_every" and column.text.isascii() and column.is_worded and column.cells.tells_apart and column.in_every_row
    return ([] if column.matter_elsewhere(or_unknown=True) else [Meant("title", GUESSED)]) if told else None


def followed_up(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Follow-up: Vendor on site 7/7, behind the matter and its deadline: how it went, and not what is to be done."""
    told = found[0].key == "title" and _FOLLOW_UP.fullmatch(column.text.strip()) is not None and not column.cells.ordered
    return [Meant("progress", found[0].strength)] if told and column.behind_deadline() and column.matter_elsewhere() else None


def done_so_far(column: Column, found: list[Meant]) -> list[Meant] | None:
    """本周完成工作, beside 下周工作安排: what was done is no matter beside what is to be."""
    done = found[0].key == "title" and not found[0].plain and _DONE_SO_FAR.fullmatch(column.text)
    return [] if done and column.headed_like(_NEXT_TIME) else None


def is_verdict(text: str) -> bool:
    """Whether all that a text says is what was made of a matter: 原则通过."""
    return _VERDICT.fullmatch(text) is not None


def margins_for_matters(column: Column, found: list[Meant]) -> list[Meant] | None:
    """How far something is behind or ahead is no matter, though no other heading may be one: 偏差: 滞后5天, 无."""
    if found[0].plain or all(meant.key != "title" for meant in found) or column.another("title"):
        return None
    return [] if are_margins(column.cells.texts) else None


def are_margins(texts: Iterable[str]) -> bool:
    """Whether cells say how far behind or ahead something is, or that it is not."""
    told = [text for text in texts if not is_nothing(text)]
    return bool(told) and all(map(_MARGIN.match, told))


def case_of_matters(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Cases by their numbers or captions are what the matters are of: Matter: 2025-0033 Kettle Bay, Rowe v. Bell, beside Name: File the answer."""
    if found[0].key != "title" or not _CASE.fullmatch(column.text.strip()):
        return None
    if column.named_in_every_row(_OF_A_COURT):
        return [Meant("source", found[0].strength)]
    if not column.named_in_every_row(_OF_A_CASE):
        return None
    apart = column.in_all_rows and column.cells.tells_apart
    return None if apart and not are_cases(column.cells.texts) else [Meant("source", found[0].strength)]


def is_case(heading: str) -> bool:
    """Whether a heading is that of a client's case: Matter, Case name."""
    return _CASE.fullmatch(heading.strip()) is not None


def are_cases(texts: Sequence[str]) -> bool:
    """Whether most of the texts are numbers of cases, or what a court calls one."""
    return 2 * sum(1 for text in texts if _CASE_NUMBER.match(text) or _CAPTION.match(text)) > len(texts)


def people_for_matters(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Action: GL, as minutes name who is to act; Next steps: Ana Ray, beside Owner: Mend the gate; Point: Ana Ray;
    and Subject: Hugo Marsh, who is none of the office, beside a Visit. The Tasker, beside a Tasked office, gave it to that.
    """
    key, cells = found[0].key, column.cells
    if key not in ("title", "next_step", "point") or cells.filled < ENOUGH:
        return None
    perhaps = key == "point" or DOES_IT.search(column.text) or column.words_under_lead() or (key == "title" and column.matter_elsewhere())
    if perhaps and cells.people >= MOSTLY:
        return [] if column.gives_it_to_another() else [Meant("lead", found[0].strength)]
    others = key == "title" and cells.words < WORDY and column.ordered_elsewhere() and all(map(is_called_so, cells.texts))
    return [] if others else None


def words_for_people(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Owner: Mend the gate, beside Next steps: Ana Ray; Sponsor ask: Write to the mill; Member query: The gate sticks; Owner's order, of a Survey item."""
    helps = found[0].key == "support" and not found[0].plain
    if not (helps or found[0].key in ("lead", "responsible")) or not column.is_worded:
        return None
    if column.matter_elsewhere():
        ordered = not found[0].plain and column.cells.ordered and column.in_every_row
        return [Meant("title", GUESSED)] if ordered else None
    if not column.mostly_filled:
        return None  # Outside partner: Valley Transit District, of a row here and there
    return [Meant("title", found[0].strength)] if helps or column.people_under_matter() or column.cells.ordered else None


def called_by_name(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Name: Find a search firm, beside its Description: what each row is called, in more words than anybody is."""
    called = normal(column.text) == "name" and column.is_worded and column.in_every_row and column.cells.tells_apart
    return [Meant("title", _CALLED)] if called and column.headed_like(_DESCRIBES) else None


def words_for_lights(column: Column, found: list[Meant]) -> list[Meant] | None:
    """效期预警: words that say something else in each row, and no light among them: the matter where nothing else is."""
    worded = found[0].key == "light" and column.in_every_row and column.cells.tells_apart and not any(map(is_light, column.cells.texts))
    return [Meant("title", GUESSED)] if worded else None


def ticks_for_matters(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Finding aid posted: Y; Objective met: Y, beside the matter itself."""
    ticked = found[0].key in ("title", "goal") and not found[0].plain and column.cells.ticks >= MOSTLY
    return [] if ticked and column.matter_elsewhere(or_unknown=True) else None


def _says_states(column: Column) -> bool:
    """Whether most cells say a state, and no more than that."""
    return column.cells.states >= MOSTLY and column.cells.length <= LONGEST_STATE


def _says_ends(column: Column) -> bool:
    """Whether each of the cells says a state, and some an end or a halt."""
    return column.cells.states >= NEARLY_ALL and bool(column.cells.ended or column.cells.halted)


def _tells_how_it_ended(column: Column) -> bool:
    """Whether few rows have anything under a heading that may be the matter's, or a decision that says how far
    it is, or has its own deadline, beside another column that says something else in each: what became of it.
    """
    cells = column.cells
    decided = _DECISION.search(column.text) and not cells.days
    one_word = decided and (_says_states(column) or column.is_due() or not any(" " in text for text in cells.texts))
    return (bool(one_word) or not column.mostly_filled) and column.matter_elsewhere(or_unknown=True)
