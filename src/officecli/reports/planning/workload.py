"""What people have to do, and the hours they have for it: read once for plan, load and suggest-lead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Container, Sequence
from datetime import date

from officecli.light import dataclass, field
from officecli.model.time.planning import Days, Schedule, Work, schedule
from officecli.reports.shape.lists import unit_order
from officecli.store import effort, items
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader, Row

_WHO_STAYS = 0
"""Nobody's id: the days of all those who are never away are the same, and worked out once."""


@dataclass(frozen=True)
class Task:
    """An item in somebody's hands, its deadline, perhaps past, and the work it is; None where nobody has estimated it."""

    id: int
    number: str
    deadline: str
    work: Work | None


@dataclass
class Workload:
    """Whom it was read for, by id (rows of v_person), with the tasks of each in the order of deadlines."""

    people: dict[int, Row]
    tasks: dict[int, list[Task]]
    day_minutes: int
    today: date
    _open_days: Sequence[date]
    _away: dict[int, list[tuple[date, date]]]
    _days: dict[int, Days] = field(default_factory=dict)
    _plans: dict[int, Schedule] = field(default_factory=dict)

    def works(self, person: int) -> list[Work]:
        """The person's work that is estimated."""
        return [task.work for task in self.tasks[person] if task.work]

    @property
    def knows_hours(self) -> bool:
        """Whether anything in anybody's hands has been estimated; where nothing is, deadlines and numbers of items are all there is to go by."""
        return any(task.work for tasks in self.tasks.values() for task in tasks)

    def overdue(self, person: int) -> int:
        """How many of the person's items are past their deadline."""
        return sum(1 for task in self.tasks[person] if task.deadline < self.today.isoformat())

    def due_by(self, person: int, until: date) -> int:
        """How many of the person's items fall due from today to that day."""
        return sum(1 for task in self.tasks[person] if self.today.isoformat() <= task.deadline <= until.isoformat())

    def leaves_on(self, person: int, until: date) -> date | None:
        """The first day until that one on which the person is away, None where the person stays."""
        starts = (max(since, self.today) for since, end in self._away.get(person, ()) if since <= until and end >= self.today)
        return min(starts, default=None)

    def days(self, person: int) -> Days:
        """The person's working days from today to the end of the calendar, leave taken off; today counts whole."""
        whose = person if person in self._away else _WHO_STAYS
        if whose not in self._days:
            away = self._away.get(person, ())
            self._days[whose] = [(day, self.day_minutes) for day in self._open_days if not any(since <= day <= until for since, until in away)]
        return self._days[whose]

    def minutes(self, person: int, until: date) -> int:
        """The minutes the person has until the end of that day."""
        return self.count(person, until) * self.day_minutes

    def days_away(self, person: int, until: date) -> int:
        """The working days until that day on which the person is away."""
        return bisect_right(self._open_days, until) - self.count(person, until)

    def plan(self, person: int) -> Schedule:
        """The person's work fitted into the person's days."""
        if person not in self._plans:
            self._plans[person] = schedule(self.works(person), self.days(person))
        return self._plans[person]

    def count(self, person: int, until: date) -> int:
        """How many working days the person has until the end of that day."""
        return bisect_right(self.days(person), until, key=lambda one: one[0])

    def last_of(self, count: int) -> date:
        """The `count`-th working day from today on, today included where the office is open."""
        return self._open_days[min(count, len(self._open_days)) - 1]


def workload(read: Reader, people: Collection[int] | None = None, among: Container[int] | None = None) -> Workload:
    """The work of these people, or of all the staff, on the reader's day; `among` these items, where some are meant."""
    chosen = f"AND id IN ({', '.join(map(str, sorted(people))) or 'NULL'})" if people is not None else ""
    values = items.values(read)
    staff = {
        row["id"]: row
        for row in read.rows(
            f"""SELECT * FROM {items.people(read)} p WHERE left_on IS NULL AND account = 0 {chosen}
            ORDER BY {unit_order()}, level DESC, id""",
            values,
        )
    }
    tasks: dict[int, list[Task]] = {person: [] for person in staff}
    led = f"i.lead_id IN ({', '.join(map(str, staff)) or 'NULL'})" if people is not None else "1 = 1"
    source = "item" if read.as_of == read.today else items.source(read)  # the view would look up what nobody here asks for
    for row in read.rows(f"SELECT * FROM {effort.works(source, led)} w ORDER BY {effort.ORDER}", values):
        if row["lead_id"] in tasks and (among is None or row["id"] in among):
            tasks[row["lead_id"]].append(Task(row["id"], row["number"], row["deadline"], _work(row)))
    open_days = working_days(read).since(read.as_of)
    away: dict[int, list[tuple[date, date]]] = {}
    for row in read.rows("SELECT person_id, since, until FROM absence WHERE until >= :as_of ORDER BY id", values):
        away.setdefault(row["person_id"], []).append((date.fromisoformat(row["since"]), date.fromisoformat(row["until"])))
    return Workload(staff, tasks, effort.day_minutes(read), read.as_of, open_days, away)


def _work(row: Row) -> Work | None:
    if row["minutes"] is None:
        return None
    order = (row["minor"], row["calm"], row["issued"])
    return Work(row["id"], date.fromisoformat(row["release"]), date.fromisoformat(row["due"]), row["minutes"], order)
