"""On which items meetings decided: what the trail tells of the commands that put a meeting's decision on record, and still stand."""

from __future__ import annotations

from officecli.light import dataclass
from officecli.standing.record.built_on import in_force
from officecli.store.read.reader import Reader


@dataclass(frozen=True)
class DecidedOn:
    """An item on which the decision of a meeting was recorded: in which command, on which day (ISO), by whom, and what was noted."""

    decision_id: int
    item_id: int
    command: int
    day: str
    actor: str
    noted: str


def decided_on(read: Reader, decision_id: int | None = None) -> list[DecidedOn]:
    """What meetings decided on items by the reader's day, in the order in which it was recorded; of one decision, or of all."""
    one = "" if decision_id is None else " AND subject_id = :decision"
    values = {} if decision_id is None else {"decision": decision_id}
    touching = read.rows(f"SELECT seq, command, verb, subject_id FROM trail WHERE subject = 'decision'{one} ORDER BY seq", values)
    standing = in_force(read, touching)
    of = {entry["command"]: entry["subject_id"] for entry in touching if entry["command"] in standing}
    marks = read.rows(
        f"""SELECT DISTINCT m.seq, m.command, m.item_id, m.day, m.reason, h.actor FROM trail c CROSS JOIN trail m LEFT JOIN hand h ON h.id = m.hand_id
        WHERE c.subject = 'decision'{one.replace("subject_id", "c.subject_id")} AND m.command = c.command AND m.subject = 'item' AND m.verb = 'meet'
        AND m.day <= :as_of ORDER BY m.seq""",
        {**values, "as_of": read.as_of.isoformat()},
    )
    return [
        DecidedOn(of[mark["command"]], mark["item_id"], mark["command"], mark["day"], mark["actor"], mark["reason"])
        for mark in marks
        if mark["command"] in of
    ]


def is_nameless(read: Reader, number: str) -> bool:
    """Whether what a meeting decided last on the item of this number was recorded without naming the meeting, so that it is in no minutes."""
    marks = read.rows(
        "SELECT t.command, t.verb FROM trail t JOIN item i ON i.id = t.item_id WHERE i.number = :number AND t.verb IN ('meet', 'undo', 'redo') ORDER BY t.seq",
        number=number,
    )
    standing = in_force(read, marks)
    last = max((mark["command"] for mark in marks if mark["verb"] == "meet" and mark["command"] in standing), default=None)
    return last is not None and not read.row("SELECT 1 AS one FROM trail WHERE command = :command AND subject = 'decision'", command=last)


def any_nameless(read: Reader) -> bool:
    """Whether anything was ever recorded of a meeting without naming it."""
    sql = """SELECT 1 AS one FROM trail m WHERE m.verb = 'meet'
        AND NOT EXISTS (SELECT 1 FROM trail d WHERE d.command = m.command AND d.subject = 'decision') LIMIT 1"""
    return read.row(sql) is not None
