"""The working days of a store are worked out once, and anew when its calendar changes."""

from __future__ import annotations

from datetime import date
from unittest.mock import Mock

import pytest

from officecli.model.office.organisation import OfficeDay
from officecli.store.calendar.days import COLUMNS, each_day, working_days
from officecli.store.calendar.rebuilding import rebuild
from officecli.store.calendar.written import write_days
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


@pytest.mark.parametrize(
    ("spoilt", "kept"),
    [
        ("UPDATE calendar_day SET working_no = working_no + 1 WHERE date >= '2026-07-08'", "2026-07-07"),
        ("DELETE FROM calendar_day WHERE date = '2026-07-08'", "2026-07-07"),
        ("DELETE FROM calendar_day WHERE date > '2026-07-07'", "2026-07-07"),
        ("DELETE FROM calendar_day", ""),
        ("INSERT INTO calendar_day (date, is_working, working_no, provisional) VALUES ('2999-01-01', 1, 9, 0)", "2030-12-31"),
    ],
)
def test_days_are_written_anew_from_the_first_on_that_is_not_as_it_should_be(office_url: str, spoilt: str, kept: str) -> None:
    with changing(place(office_url)) as change:
        last = date.fromisoformat(change.read.value("SELECT MAX(date) FROM calendar_day"))
        with change.writer.allowed():
            change.writer.run(spoilt)
            with pytest.MonkeyPatch.context() as patch:
                run = Mock(wraps=change.writer.run)
                patch.setattr(change.writer, "run", run)
                write_days(change.writer, last)
        told = list(change.read.each(f"SELECT {', '.join(COLUMNS)} FROM calendar_day ORDER BY date", {}))
        assert told == list(each_day(change.read, last))
        assert all(deleted.args[1][0][0] > kept for deleted in run.call_args_list)
