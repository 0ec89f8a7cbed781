"""The one reader of a store: what every question to an office goes by, its settings,
its day and the head of its trail; it never imports sqlmodel, sqlalchemy or pydantic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from officecli import clock, settings
from officecli.errors import StorageTrouble
from officecli.hints import TYPE_CHECKING, Any
from officecli.i18n import _
from officecli.store.place import Place
from officecli.store.read.opening import connected
from officecli.store.read.questions import Questions, Row
from officecli.store.read.version import check_version

if TYPE_CHECKING:
    from officecli.model.time.working_days import WorkingDays

__all__ = ["Reader", "Row", "reading"]  # a row is named by whoever reads


class Reader(Questions):
    """Asks questions of one store, and knows its office; `as_of` is the day the answers are for (today by default)."""

    def __init__(self, connection: Any, engine: str) -> None:
        super().__init__(connection, engine)
        self._as_of: date | None = None
        self.as_name = ""
        """The name by which whoever reads says who they are, "" for the login's own."""
        self.for_others = False
        """Whether what is read goes into a file, which others may get: it has nothing in it that is shown to one person alone."""
        self.own_left_out = False
        """Whether something was left out for that, which whoever reads would be shown."""
        self.unknown_labels: list[str] = []
        """The labels that were asked for and that no item has, which is said as well."""
        self.asked_of_the_gone: list[tuple[str, str]] = []
        """Who was asked for and has left, with the day, and units that were retired, with none, which is said as well."""
        self.asker: Callable[[], Row] | None = None
        """Gives the row of whoever asks, who is named `me`; None where nobody has said who that is."""
        self.calendar: WorkingDays | None = None
        """The working days once they were asked for; whoever changes the calendar empties it."""
        self.heard_of_days: list[tuple[str, str, date | None]] = []
        """What is said of days that somebody typed: `hour`, as it is written, for a day is kept whole; `year-next` or `year-before` with the text and the day
        that was taken, where such a day of this year is as near."""

    @cached_property
    def office(self) -> Row:
        """The office's own row."""
        found = self.row("SELECT * FROM office")
        if found is None:
            raise StorageTrouble(_("This store has no office in it."), fix=_("Make one with: officecli init"))
        return found

    @cached_property
    def settings(self) -> dict[str, Any]:
        """Every general setting that is a whole number, by name: what the office has set, else the default."""
        return settings.thresholds(self.stored_settings)

    @cached_property
    def severities(self) -> dict[str, str]:
        """How strict the office is with a rule, by its code, where it has set that."""
        return settings.severities(self.stored_settings)

    @property
    def profile(self) -> str:
        """How much the office asks of itself: light, standard or strict."""
        return str(settings.PROFILE.value(self.stored_settings))

    @cached_property
    def stored_settings(self) -> dict[str, str]:
        """What the office has set, by name, as it is kept."""
        return {row["name"]: row["value"] for row in self.rows("SELECT name, value FROM setting ORDER BY name")}

    @cached_property
    def today(self) -> date:
        """Today in the office's time zone."""
        return clock.today(self.office["timezone"])

    @property
    def as_of(self) -> date:
        """The day the answers are for."""
        return self._as_of or self.today

    @as_of.setter
    def as_of(self, day: date | None) -> None:
        self._as_of = day

    @property
    def moment(self) -> str:
        """The moment the answers are for, as UTC text: now, or the end of a past day on the office's clock."""
        if self.as_of >= self.today:
            return clock.stamp()
        return clock.stamp(datetime.combine(self.as_of, time(23, 59, 59), ZoneInfo(self.office["timezone"])))

    def forget(self) -> None:
        """Ask anew for what is asked for once: the office and its settings were changed."""
        for name in ("office", "settings", "severities", "stored_settings", "today"):
            self.__dict__.pop(name, None)
        self.calendar = None

    def renew(self) -> None:
        """See the store as it is committed now, its calendar too."""
        super().renew()
        self.calendar = None

    @cached_property
    def origin(self) -> str:
        """What tells this office from any other, whatever it is called: the beginning of its trail, in twelve hex digits; "" before there is one."""
        return str(self.value("SELECT hash FROM trail WHERE seq = 1") or "")[:12]

    def head(self) -> tuple[int, str]:
        """The trail's last entry: its number and hash, (0, "") when there is none."""
        found = self.row("SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1")
        return (found["seq"], found["hash"]) if found else (0, "")

    def head_text(self) -> str:
        """The head as it is printed, `SEQ:HASH`."""
        seq, hash_ = self.head()
        return f"{seq}:{hash_}"


@contextmanager
def reading(place: Place) -> Iterator[Reader]:
    """A reader of the store at `place`; raises NotFound or StorageTrouble when there is none that this program knows."""
    with connected(place) as connection:
        reader = Reader(connection, place.engine)
        check_version(reader, place)
        yield reader
