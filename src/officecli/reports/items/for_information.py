"""What somebody is told of for their information, as rows of a section beside those of items."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from officecli.hints import TYPE_CHECKING
from officecli.i18n import _
from officecli.model.acts import ACTS, past_words
from officecli.model.words import word
from officecli.reports.items.item_rows import by_ids
from officecli.reports.items.section_told import with_body
from officecli.reports.items.sections import Sections, section_columns
from officecli.reports.shape.report import Column
from officecli.store.read.reader import Reader, Row

if TYPE_CHECKING:
    from officecli.standing.notices import Known

_REASON = {
    "prod": "SELECT q.level, q.text FROM prod q WHERE q.item_id = :id ORDER BY q.id DESC LIMIT 1",
    "extension": """SELECT x.verdict, x.granted_due, x.verdict_reason FROM extension x
        WHERE x.item_id = :id AND x.verdict IS NOT NULL ORDER BY x.id DESC LIMIT 1""",
    "answer": "SELECT s.verdict, s.answer FROM request_stage s WHERE s.request_id = :id AND s.verdict IS NOT NULL ORDER BY s.id DESC LIMIT 1",
    "target": """SELECT t.amount || CASE t.unit WHEN '%' THEN '' ELSE ' ' END || t.unit AS goal, t.period FROM target t
        WHERE COALESCE(t.continues_id, t.id) = :id ORDER BY t.id DESC LIMIT 1""",
    "confirmed": """SELECT v.value || ' ' || t.unit AS result FROM target_result v JOIN target t ON t.id = v.target_id
        WHERE COALESCE(t.continues_id, t.id) = :id AND v.confirmed IS NOT NULL ORDER BY v.confirmed DESC, v.id DESC LIMIT 1""",
    "skipped": """SELECT r.exception, r.exception_reason, s.verdict, s.answer
        FROM request r LEFT JOIN request_stage s ON s.request_id = r.id AND s.outcome = 'answered' WHERE r.id = :id ORDER BY s.id DESC LIMIT 1""",
}
"""By cause, what is to be said of the matter besides; the codes in it are put into words."""

_SAME = ("number", "title", "cause", "since", "reason", "told_by", "told_for")
"""By what a row is the same as another."""

_IN_WORDS = {"level": "notice_level", "verdict": "verdict", "exception": "exception", "act": "act", "period": "period"}


def inform(read: Reader, found: Sections, people: Sequence[int], limit: int) -> tuple[Column, ...]:
    """Add to the sections what people are told of and have not seen, at most `limit` rows (0: all); answers with the columns it takes besides.

    It is known of today only. The columns are there whether anybody is told of anything or not, for whoever asks for one every morning.
    """
    told = [row for person_id in people for row in _rows(read, person_id)] if read.as_of == read.today else []
    told = list({tuple(row[key] for key in _SAME): row for row in told}.values())  # what several are told of stands there once
    if told:
        found.counts["for-information"] = found.totals["for-information"] = len(told)
    found.rows = [*({**row, "cause": None, "told_by": None, "told_for": None} for row in found.rows), *told[: limit or None]]
    return (
        Column("cause", _("why you are told"), "word", weight=2, sparse=True),
        Column("told_by", _("told by"), weight=3, sparse=True),
        Column("told_for", _("in place of"), sparse=True),
    )


def _rows(read: Reader, person_id: int) -> list[Row]:
    """Rows of `section_columns`, of an item with what is known of it, each with its `cause` and who told it."""
    from officecli.standing.notices import unseen

    empty: Row = {**dict.fromkeys(column.key for column in section_columns()), "also": [], "supports": []}
    known = unseen(read, person_id)
    items = by_ids(read, sorted({one.matter_id for one in known if one.about == "item_id"}))
    return [
        {
            **empty,
            **(items.get(one.matter_id, {}) if one.about == "item_id" else {}),
            "section": "for-information",
            "number": one.number,
            "title": _title(one),
            "lead": one.lead,
            "since": one.day,
            "who": None,
            "reason": _said(read, one, items),
            "cause": one.cause,
            "told_by": one.by,
            "told_for": one.told_for or None,
        }
        for one in known
    ]


def _said(read: Reader, one: Known, items: dict[int, Row]) -> str | None:
    """What is to be said of it; of a prod also the outside body that is to do it, and whom to ask there."""
    said = _reason(read, one.cause, one.matter_id, one.text)
    return with_body(items.get(one.matter_id, {}), said) if one.cause == "prod" else said


def _title(one: Known) -> str:
    """Its matter; of a difficulty where to read it, of a matter that is gone what became of it."""
    if one.about == "difficulty_id":
        return _("kept in confidence: officecli difficulty show {number}").format(number=one.number)
    return one.title or _in_words(one.cause, one.text)


def _in_words(cause: str, text: str) -> str:
    """What a notice says; one that something was done or taken back holds the act, an old one the sentence."""
    if cause == "copy" and text in ACTS:
        return past_words(text)
    return _("“{act}” was taken back").format(act=word("act", text)) if cause == "undone" and text in ACTS else text


def _reason(read: Reader, cause: str, matter_id: int, text: str) -> str | None:
    """What is to be said of it: the verdict and the answer, which notice it is and its words, what was written on a copy, what was done to a target."""
    found = read.row(_REASON[cause], id=matter_id) if cause in _REASON else None
    if cause == "target":
        found = {"act": text, **(found or {})}
    said = [word(_IN_WORDS[key], value) if key in _IN_WORDS else value for key, value in (found or {"text": _in_words(cause, text)}).items() if value]
    return reduce(lambda label, text: _("{label}: {text}").format(label=label, text=text), said) if said else None
