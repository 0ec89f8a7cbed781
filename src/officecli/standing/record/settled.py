"""Tells whether taking something back would move settled figures: like a mistyped day it is put right within a few days or not at all."""

from __future__ import annotations

from datetime import date

from officecli.model.time.wall_clock import local
from officecli.standing.record.commands import Command, origin_of
from officecli.store.calendar.days import working_days
from officecli.store.read.reader import Reader

_MEASURED = """SELECT 1 AS one FROM trail WHERE command = :command
  AND (subject IN ('past_lead', 'past_deadline', 'submission', 'pause') OR (subject = 'item' AND (subject_id = seq OR verb = 'correct'))) LIMIT 1"""
"""A command by which lateness is measured: it made an item, moved or corrected a deadline or a lead, handed in, or stopped the clock."""


def settled_since(read: Reader, command: Command) -> date | None:
    """The office's day since which what the command set is settled; None where it may still be taken back."""
    origin = origin_of(read, command)
    at = command.at if command.verbs[0] == "undo" else origin.at
    day = date.fromisoformat(local(at, read.office["timezone"])[:10])
    if working_days(read).between(day, read.today) <= read.settings["records.correct_days"]:
        return None
    return day if read.row(_MEASURED, command=origin.number) else None


_MISSED = """SELECT i.number, i.due FROM trail t JOIN item i ON i.id = t.item_id
  WHERE t.command = :command AND t.verb IN ('submit', 'extend') AND t.subject IN ('submission', 'extension') AND t.day <= i.due AND i.due < :today"""


def missed_since(read: Reader, undoing: Command) -> tuple[str, str] | None:
    """The number and deadline of an item whose deadline has passed since its
    submission, or the asking for an extension, was taken back: it was not there then.
    """
    origin = origin_of(read, undoing)
    found = read.row(_MISSED, command=origin.number, today=read.today.isoformat())
    return (found["number"], found["due"]) if found else None
