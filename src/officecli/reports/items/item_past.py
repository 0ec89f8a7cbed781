"""What happened to an item, part by part: feedback, submissions, extensions, halts, waits, prods, who was told, waivers, and the last acts on the trail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from officecli.hints import Any
from officecli.i18n import N_, _, ngettext
from officecli.light import dataclass
from officecli.model.time.wall_clock import local
from officecli.model.words import word
from officecli.reports.record.trail_lines import said_recorded, trail_lines
from officecli.reports.record.waivers import with_their_ends
from officecli.standing.chain.confidential import kept_from_reader
from officecli.standing.record.dated_back import DatedAct
from officecli.store.read.reader import Reader, Row
from officecli.typed.chain.verdicts import answer_in_words
from officecli.typed.day_said import say_near

FEW = 3  # of each kind; the newest
ACTS = 5


@dataclass(frozen=True)
class Part:
    """One kind of happening: its heading, and (when, what) of each, the newest first; `late` are the places of lines to be shown in red."""

    title: str
    lines: tuple[tuple[str, str], ...]
    late: frozenset[int] = frozenset()


_QUERIES: dict[str, str] = {
    "note": """SELECT n.id, n.day, p.name, n.text, n.progress, n.problem, n.next_step, n.evidence FROM note n JOIN person p ON p.id = n.person_id
        WHERE n.item_id = :item AND n.day <= :as_of ORDER BY n.id DESC""",
    "submission": """SELECT s.id, s.day, p.name, s.result, s.achieved, r.name AS reviewer, s.reason, s.rating,
        (SELECT t.verb FROM trail t WHERE t.seq = s.id) AS verb,
        CASE WHEN s.reviewed <= :as_of THEN s.reviewed END AS reviewed, CASE WHEN s.reviewed <= :as_of THEN s.verdict END AS verdict
        FROM submission s JOIN person p ON p.id = s.person_id LEFT JOIN person r ON r.id = s.reviewer_id
        WHERE s.item_id = :item AND s.day <= :as_of ORDER BY s.id DESC""",
    "extension": """SELECT x.id, x.day, p.name, x.asked_due, x.days, x.reason, x.granted_due, x.verdict_reason, r.name AS reviewer,
        CASE WHEN x.reviewed <= :as_of THEN x.reviewed END AS reviewed, CASE WHEN x.reviewed <= :as_of THEN x.verdict END AS verdict,
        CASE WHEN COALESCE(i.closed, i.cancelled) <= :as_of THEN COALESCE(i.closed, i.cancelled) ELSE
          (SELECT MAX(c.closed) FROM past_closing c WHERE c.item_id = i.id AND c.closed <= :as_of AND c.until > :as_of) END AS ended
        FROM extension x JOIN item i ON i.id = x.item_id JOIN person p ON p.id = x.person_id LEFT JOIN person r ON r.id = x.reviewer_id
        WHERE x.item_id = :item AND x.day <= :as_of ORDER BY x.id DESC""",
    "wait": """SELECT id, since AS day, waiting_for, reason, CASE WHEN until <= :as_of THEN until END AS until FROM wait
        WHERE item_id = :item AND since <= :as_of ORDER BY id DESC""",
    "pause": """SELECT id, since AS day, reason, CASE WHEN until <= :as_of THEN until END AS until FROM pause
        WHERE item_id = :item AND since <= :as_of ORDER BY id DESC""",
    "prod": """SELECT d.id, d.day, p.name, l.name AS lead, d.level, d.text FROM prod d JOIN person p ON p.id = d.person_id JOIN person l ON l.id = d.lead_id
        WHERE d.item_id = :item AND d.day <= :as_of ORDER BY d.id DESC""",
    "told": """SELECT d.id, d.day, p.name FROM told d JOIN person p ON p.id = d.person_id
        WHERE d.item_id = :item AND d.day <= :as_of ORDER BY d.id DESC""",
    "waiver": """SELECT w.id, w.day, p.name, w.rule, w.reason, w.expires FROM waiver w JOIN person p ON p.id = w.approver_id
        WHERE w.item_id = :item AND w.day <= :as_of ORDER BY w.id DESC""",
}


def parts(read: Reader, item_id: int, dated: Sequence[DatedAct] = ()) -> tuple[Part, ...]:
    """Everything that happened by the reader's day, the kinds that did not left out; `dated` is what was recorded afterwards."""
    found = []
    later = {(one.table, one.row_id): one for one in reversed(dated)}
    for kind, sql in _QUERIES.items():
        title, say = _SAYING[kind]
        rows = read.rows(sql, item=item_id, as_of=read.as_of.isoformat())
        rows = with_their_ends(read, rows) if kind == "waiver" else rows
        if rows:
            found.append(Part(_heading(_(title), len(rows)), tuple(_dated(row["day"], say(row), later.get((kind, row["id"]))) for row in rows[:FEW])))
        if kind == "told" and (answers := answers_to_requests(read, item_id)):
            found.append(Part(_heading(_("Answers to requests"), len(answers)), tuple((row["day"], _answer(row)) for row in answers[:FEW])))
    acts = _acts(read, item_id)
    return (*found, acts) if acts.lines else tuple(found)


def _dated(day: str, said: str, later: DatedAct | None) -> tuple[str, str]:
    """When, and what; with the day it was recorded where that is a later one, and whether its own day counts."""
    if later is None:
        return day, said
    return later.day, _joined(said, said_recorded(later.recorded), said_waiting(later))


def said_waiting(dated: DatedAct) -> str:
    """That what was dated back does not count by its own day, or not yet; "" where it does."""
    return (
        _("counts on {day} until it is closed by the originator's side").format(day=say_near(date.fromisoformat(dated.counts))) if dated.waits else ""
    )


def answers_to_requests(read: Reader, item_id: int) -> list[Row]:
    """The answers to requests on an item that hold, the newest first: number, title, by, day, verdict, answer; not of what is kept in confidence."""
    found = read.rows(
        """SELECT q.id, s.until AS day, q.number, q.title, q.recommend, h.name AS by, s.verdict, s.answer
           FROM request q JOIN request_stage s ON s.request_id = q.id JOIN person h ON h.id = s.holder_id
           WHERE q.item_id = :item AND s.outcome = 'answered' AND s.until <= :as_of ORDER BY s.id DESC""",
        item=item_id,
        as_of=read.as_of.isoformat(),
    )
    kept = kept_from_reader(read) if found else ()
    return [row for row in found if row["id"] not in kept]


def _heading(title: str, total: int) -> str:
    return title if total <= FEW else _("{title} (the last {n} of {total})").format(title=title, n=FEW, total=total)


def _acts(read: Reader, item_id: int) -> Part:
    lines, total = trail_lines(read, item_id=item_id, limit=ACTS)
    zone = read.office["timezone"]
    title = _("History") if total <= ACTS else _("{title} (the last {n} of {total})").format(title=_("History"), n=ACTS, total=total)
    return Part(title, tuple((_when(line, zone), " ".join(_act(line))) for line in reversed(lines)))


def _when(line: Any, zone: str) -> str:
    return line.day if line.recorded else local(line.at, zone)


def _act(line: Any) -> Iterator[str]:
    yield line.who
    yield line.act
    told = _joined(line.told, line.reason, line.afterwards)
    if told:
        yield f"· {told}"


def _note(row: Row) -> str:
    said = [f"{row['progress']}%" if row["progress"] is not None else "", row["text"]]
    headed = [(_("problems"), row["problem"]), (_("next step"), row["next_step"]), (_("evidence"), row["evidence"])]
    return _joined(" ".join(part for part in said if part), *(_("{label}: {text}").format(label=label, text=text) for label, text in headed if text))


def _submission(row: Row) -> str:
    verdict = ""
    if row["verdict"] == "accepted":
        verdict = _("→ accepted {day} by {name}").format(day=row["reviewed"], name=row["reviewer"] or "–")
        verdict += " · " + _("rated {n} of 5").format(n=row["rating"]) if row["rating"] else ""
    elif row["verdict"] == "returned":
        verdict = _("→ returned {day} by {name}: {reason}").format(day=row["reviewed"], name=row["reviewer"] or "–", reason=row["reason"])
    on_closing = row["verb"] == "close" and row["reviewer"] not in (None, row["name"])  # whoever leads it handed nothing in
    who = _("{name}, on closing it").format(name=row["reviewer"]) if on_closing else row["name"]
    return _joined(who, row["result"], row["achieved"]) + " " + (verdict or _("→ waiting for review"))


def _extension(row: Row) -> str:
    asked = ngettext("asked for {day}, {n} working day", "asked for {day}, {n} working days", row["days"]).format(day=row["asked_due"], n=row["days"])
    verdict = _("→ waiting for an answer")
    if row["ended"]:
        verdict = _("→ the item ended on {day}, before an answer").format(day=row["ended"])
    if row["verdict"] == "granted":
        verdict = _("→ granted to {due} on {day} by {name}").format(due=row["granted_due"], day=row["reviewed"], name=row["reviewer"] or "–")
    elif row["verdict"] == "declined":
        verdict = _("→ declined {day} by {name}").format(day=row["reviewed"], name=row["reviewer"] or "–")
    return _joined(_joined(row["name"], asked, row["reason"]) + " " + verdict, row["verdict_reason"] if row["verdict"] else "")


def _wait(row: Row) -> str:
    return _joined(_("for {whom}").format(whom=row["waiting_for"]), row["reason"]) + _over(row)


def _pause(row: Row) -> str:
    return str(row["reason"]) + _over(row)


def _prod(row: Row) -> str:
    return _joined(_("{name} prodded {lead}").format(name=row["name"], lead=row["lead"]), word("level", row["level"]), row["text"])


def _answer(row: Row) -> str:
    asked = _("Recommended: {text}").format(text=row["recommend"]) if row["recommend"] else ""
    return _joined(row["number"], row["title"], asked, row["by"], *answer_in_words(row["verdict"], row["answer"]))


def _told(row: Row) -> str:
    return str(row["name"])


def _waiver(row: Row) -> str:
    until = _("until {day}").format(day=row["expires"]) if row["expires"] and not row["over"] else ""
    over = " " + _("→ ended on {day}").format(day=row["expires"]) if row["over"] else ""
    return _joined(row["rule"], row["reason"], _("allowed by {name}").format(name=row["name"]), until) + over


def _over(row: Row) -> str:
    return " " + _("→ ended on {day}").format(day=row["until"]) if row["until"] else ""


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)


_SAYING: dict[str, tuple[str, Callable[[Row], str]]] = {
    "note": (N_("Feedback"), _note),
    "submission": (N_("Submissions"), _submission),
    "extension": (N_("Extensions"), _extension),
    "wait": (N_("Waiting"), _wait),
    "pause": (N_("Suspended"), _pause),
    "prod": (N_("Prods"), _prod),
    "told": (N_("Told of it"), _told),
    "waiver": (N_("Waivers"), _waiver),
}
