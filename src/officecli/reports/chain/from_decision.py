"""The chain from a decision over its items to the report back, and where it is broken."""

from __future__ import annotations

from datetime import date

from officecli.light import dataclass, replace
from officecli.model.time.working_days import WorkingDays
from officecli.reports.items.item_rows import by_id, fetch
from officecli.reports.shape.chosen import Chosen
from officecli.standing.chain.decided_on import decided_on
from officecli.store.calendar.days import working_days
from officecli.store.read.among import among
from officecli.store.read.reader import Reader, Row


@dataclass(frozen=True)
class Link:
    """One link of the chain: a decision (its `number` is None) or one of its items; `gap` is what is missing, since `days` working days."""

    decision: str
    number: str | None
    title: str
    point: str | None
    who: str
    day: str
    due: str | None
    status: str
    feedback: str | None
    submitted: str | None
    result: str | None
    ended: str | None
    gap: str | None
    days: int | None
    version: int = 0


@dataclass(frozen=True)
class Decision:
    """A decision with its links, its own first; `state` is how far it has come."""

    number: str
    title: str
    source: str
    decided_by: str
    day: str
    none_needed: str
    report: str
    state: str
    links: tuple[Link, ...]

    @property
    def items(self) -> tuple[Link, ...]:
        """The links that are items, the cancelled ones left out: nothing follows from them."""
        return tuple(link for link in self.links[1:] if link.status != "cancelled")


def decisions(read: Reader, chosen: Chosen, decision_id: int | None = None) -> list[Decision]:
    """The decisions known on the reader's day, oldest first (or the one with this id), with the chosen of their items."""
    one = "" if decision_id is None else " AND id = :one"
    values = {"as_of": read.as_of.isoformat(), **({} if decision_id is None else {"one": decision_id})}
    found = read.rows(f"SELECT * FROM decision WHERE day <= :as_of{one} ORDER BY year, serial", values)
    links = read.rows(
        f"SELECT id, decision_id, point FROM item WHERE decision_id IS NOT NULL{one.replace('id =', 'decision_id =')} ORDER BY id", values
    )
    of_decision = "id IN (SELECT x.id FROM item x WHERE x.decision_id IS NOT NULL)"
    if decision_id is not None:
        of_decision = f"id IN (SELECT x.id FROM item x WHERE x.decision_id = {int(decision_id)})"
    own = {(link["decision_id"], link["id"]) for link in links}
    further = dict.fromkeys((one.decision_id, one.item_id) for one in decided_on(read, decision_id))
    links += [{"id": item_id, "decision_id": of, "point": ""} for of, item_id in further if (of, item_id) not in own]
    rows, _total = fetch(read, chosen, of_decision, order_by="id", limit=0)
    for these, held in among(sorted({item_id for _of, item_id in further} - {row["id"] for row in rows})):
        rows += fetch(read, replace(chosen, values={**chosen.values, **held}), f"id IN {these}", order_by="id", limit=0)[0]
    rows.sort(key=lambda row: row["id"])
    items = {row["id"]: row for row in rows}
    notes = by_id(read, "note", "id, day", [row["note_id"] for row in rows])
    days = working_days(read)
    by_decision: dict[int, list[Row]] = {}
    for link in links:
        if link["id"] in items:
            row = items[link["id"]] | {"point": link["point"], "feedback": notes.get(items[link["id"]]["note_id"], {}).get("day")}
            by_decision.setdefault(link["decision_id"], []).append(row)
    return [_decision(read, row, by_decision.get(row["id"], []), days) for row in found]


def _decision(read: Reader, row: Row, items: list[Row], days: WorkingDays) -> Decision:
    day = read.as_of.isoformat()
    reported = row["reported"] if row["reported"] and row["reported"] <= day else None
    state = _state(row, items, reported)
    gap, since = None, row["day"]
    if state == "decided" and _days(days, row["day"], read.as_of) > read.settings["decision.days"]:
        gap = "no-item"
    elif state == "done":
        gap, since = "not-reported", max((one["closed"] for one in items if one["closed"]), default=row["day"])
    own = Link(
        decision=row["number"], number=None, title=row["title"], point=None, who=row["decided_by"], day=row["day"], due=None, status=state,
        feedback=None, submitted=None, result=(row["report"] if reported else "") or row["none_needed"] or None, ended=reported,
        gap=gap, days=_days(days, since, read.as_of) if gap else None,
    )  # fmt: skip
    links = (own, *(_link(read, row["number"], item, days) for item in items))
    return Decision(
        row["number"], row["title"], row["source"], row["decided_by"], row["day"], row["none_needed"], row["report"] if reported else "", state, links
    )


def _state(row: Row, items: list[Row], reported: str | None) -> str:
    if reported:
        return "reported"
    alive = [item for item in items if item["status"] != "cancelled"]
    if not alive:
        return "none-needed" if row["none_needed"] else "decided"
    return "done" if all(item["status"] == "closed" for item in alive) else "in-hand"


def _link(read: Reader, decision: str, item: Row, days: WorkingDays) -> Link:
    gap, since = _gap(read, item, days)
    return Link(
        decision=decision, number=item["number"], title=item["title"], point=item["point"] or None, who=item["lead"], day=item["issued"],
        due=item["due"], status=item["status"], feedback=item["feedback"], submitted=item["submitted"], result=item["result"],
        ended=item["closed"], gap=gap, days=_days(days, since, read.as_of) if gap and since else None, version=item["version"],
    )  # fmt: skip


def _gap(read: Reader, item: Row, days: WorkingDays) -> tuple[str | None, str | None]:
    """What is missing most on an item, and since when."""
    if item["overdue"]:
        return "overdue", item["due"]
    if item["status"] == "issued" and item["sign_by"] and item["sign_by"] < read.moment:
        return "unsigned", item["issued"]
    if item["status"] == "in-hand" and not item["feedback"] and _days(days, item["issued"], read.as_of) > read.settings["dormant.days"]:
        return "no-feedback", item["issued"]
    if item["status"] == "submitted" and _days(days, item["submitted"], read.as_of) > 0:
        return "to-review", item["submitted"]
    if item["status"] == "closed" and not item["result"]:
        return "no-result", item["closed"]
    return None, None


def _days(days: WorkingDays, since: str, until: date) -> int:
    return days.between(date.fromisoformat(since), until)
