"""Reads the columns that the headings leave: by what stands under them, or else they are kept beside the item."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.english_vocabulary import BODY
from officecli.files.ledger.columns.by_heading.meant import ANY_NUMBER
from officecli.files.ledger.columns.chosen import Table, label
from officecli.files.ledger.columns.left_open.beginning import BeginningByContents
from officecli.files.ledger.columns.left_open.deadline import DeadlineByContents
from officecli.files.ledger.columns.left_open.ends import EndsByContents
from officecli.files.ledger.columns.left_open.ends_by_ticks import EndsByTicks
from officecli.files.ledger.columns.left_open.helpers import HelpersByContents
from officecli.files.ledger.columns.left_open.how_far import HowFarByContents
from officecli.files.ledger.columns.left_open.lead_elsewhere import LeadElsewhere
from officecli.files.ledger.columns.left_open.matter import MatterByContents
from officecli.files.ledger.columns.left_open.people import PeopleByContents
from officecli.i18n import _
from officecli.patterns import pattern

_WHOSE = pattern(rf"{BODY}s?\.?(?: name)?", re.IGNORECASE)
"""A heading of sections that says no more than whose a matter is: Dept., and not Responsible dept."""


class ByContents:
    """Reads what the headings of a table leave open by what stands under them; each step goes by what those before it found."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._matter = MatterByContents(table)
        self._people = PeopleByContents(table)
        self._how_far = HowFarByContents(table)

    def read(self) -> None:
        """Fill the columns that no heading names; what is left is kept, and of what another heading was preferred to, that is said."""
        self._who_leads()
        self._state_and_days()
        self._people.settle()
        self._what_it_is()
        self._who_helps()
        self._how_far.tell_stage()
        EndsByContents(self._table).settle()
        LeadElsewhere(self._table).find()
        self._who_helps()  # beside whoever leads since
        self._matter.behind_the_agenda()
        self._keep_rest()

    def _who_leads(self) -> None:
        columns = self._table.chosen.columns
        if "lead" not in columns:
            self._people.by_whom()
        if "lead" not in columns or self._people.nobody_leads():
            self._table.read_one_as("lead", self._people.who_leads())

    def _state_and_days(self) -> None:
        """How far each is, by when, and on which day it arose."""
        table, columns = self._table, self._table.chosen.columns
        if "status" not in columns:
            table.read_one_as("status", self._how_far.states())
            self._how_far.since_response()
        if "percent" not in columns:
            table.read_one_as("percent", self._how_far.shares())
        if not {"due", "original_due"} & {*columns}:
            table.read_one_as("due", DeadlineByContents(table).by_when())
        elif "due" not in columns:
            table.read_one_as("due", DeadlineByContents(table).put_off())
        EndsByTicks(table).without_guess()
        if "status" not in columns:
            ticks = EndsByTicks(table)
            asked = ticks.asked_and_dated() if "closed" in columns else ticks.asked()
            for place in asked if len(asked) == 1 else ():
                table.read_as("status", place)  # one tick is enough: its heading asks
        beginning = BeginningByContents(table)
        beginning.settle()
        if "issued" not in columns:
            table.read_one_as("issued", beginning.days())

    def _what_it_is(self) -> None:
        columns = self._table.chosen.columns
        if self._matter.is_weak():
            self._table.open[columns.pop("title")] = []
        if "title" not in columns:
            self._matter.find()

    def _who_helps(self) -> None:
        columns, helpers = self._table.chosen.columns, HelpersByContents(self._table)
        if "support" in columns or not {"lead", "unit"} & {*columns}:
            return
        bodies_do = "lead" not in columns or ("unit" in columns and self._section_may_lead(columns["unit"]))
        self._table.read_one_as("support", helpers.who_has_a_hand() if bodies_do else helpers.who_helps())

    def _section_may_lead(self, place: int) -> bool:
        """Whether a heading of sections says that they do it, so that others of whom nothing is said need not help."""
        return not _WHOSE.fullmatch(self._table.texts[place].strip())

    def _keep_rest(self) -> None:
        """What no column takes is kept with the item; of what another heading was preferred to, that is said."""
        for place, found in self._table.open.items():
            self._table.chosen.kept.append(place)
            if self._how_far.may_tell(place):
                self._table.chosen.notes.append(
                    _('“{heading}” may say how far each is, and is kept as a remark: --map "{heading}=status" reads it.').format(
                        heading=self._table.texts[place]
                    )
                )
            other = next((meant.key for meant in found if meant.key in self._table.chosen.columns and meant.key not in ANY_NUMBER), None)
            if other and self._table.under[place].filled:
                self._table.chosen.told.add(place)
                used = self._table.texts[self._table.chosen.columns[other]]
                self._table.chosen.notes.append(
                    _("“{heading}” is kept as a remark: “{other}” is read as {column}.").format(
                        heading=self._table.texts[place], other=used, column=label(other)
                    )
                )
        self._table.open.clear()
