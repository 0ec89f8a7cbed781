"""The working days of a store are worked out once, and anew when its calendar changes."""

from __future__ import annotations

from datetime import date

from officecli.model.office.organisation import OfficeDay
from officecli.store.calendar.days import working_days
from officecli.store.calendar.rebuilding import rebuild
from officecli.store.place import place
from officecli.store.read.reader import reading
from officecli.store.write.change import changing

CLOSED = date(2026, 7, 8)


def test_they_are_read_once(sqlite_office: str) -> None:
    with reading(place(sqlite_office)) as read:
        assert working_days(read) is working_days(read)


def test_a_change_of_the_calendar_is_seen_in_the_same_command(office_url: str) -> None:
    with changing(place(office_url)) as change:
        assert working_days(change.read).is_working(CLOSED)
        change.add(OfficeDay, "setup", day=CLOSED, working=False)
        rebuild(change)
        assert not working_days(change.read).is_working(CLOSED)


def test_a_reader_that_is_renewed_sees_what_another_changed(office_url: str) -> None:
    with reading(place(office_url)) as read:
        assert working_days(read).is_working(CLOSED)
        with changing(place(office_url)) as change:
            change.add(OfficeDay, "setup", day=CLOSED, working=False)
            rebuild(change)
        read.renew()
        assert not working_days(read).is_working(CLOSED)
