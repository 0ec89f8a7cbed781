"""What the matter is where no heading names it: another column that may be it by its heading, or by what every row says there."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.english_deeds import named_as_due
from officecli.files.ledger.columns.by_heading.han_morphemes import names_somebody
from officecli.files.ledger.columns.by_heading.meaning import meanings
from officecli.files.ledger.columns.by_heading.meant import DAYS, PERHAPS
from officecli.files.ledger.columns.chosen import Table, label, names_the_rows
from officecli.files.ledger.columns.contents import MOSTLY, WORDY
from officecli.files.ledger.columns.fitting.matter_columns import are_cases, is_case
from officecli.files.ledger.columns.left_open.levels import numbered_together
from officecli.i18n import _
from officecli.patterns import pattern

_WHOM = pattern(r"(?:employee|new hire|student|trainee|volunteer|participant|patient|resident|member|family)s?(?: name)?", re.IGNORECASE)
"""Whom a list of reviews or of training is about: each is a matter where nothing else is."""
_AGENDA = pattern(r"(?:agenda|minutes?)(?: (?:item|ref|reference|no|number|topic|heading)s?\.?)?(?: (?:no|number)\.?)?", re.IGNORECASE)
_INSTEAD = {
    "problem": pattern(r"[需待要].{0,3}(?:解决|整改|处理|协调|化解)|问题(?:描述|内容|事项|清单)?$|(?:异常|不合格|缺陷|超标)(?:情况|描述|内容|项)?"),
    "result": pattern(r"关键(?:结果|成果)|\bkey results?\b|^krs?$", re.IGNORECASE),
    "progress": pattern(r"\b(?:action|task|activit(?:y|ie)|step|measure)s?\b", re.IGNORECASE),
}
"""Columns of something else → headings of theirs under which the matter may stand: 需解决问题; 关键结果, beside its goal; Corrective action taken / planned."""
_ACT = pattern(r"\b(?:actions?|steps?|tasks?|activit(?:y|ies)|to[ -]?dos?)\b", re.IGNORECASE)
"""A heading of what is done, and of nothing that it is done with."""
_TO_COME = pattern(r"\b(?:plann?(?:ed)?|proposed|required|needed|outstanding|next|to (?:be )?\w+)\b", re.IGNORECASE)
"""A heading of what has yet to be done: Corrective action taken / planned, and not Action taken, beside an Asset."""
_SPARE = frozenset({"result", "problem", "evidence", "goal", "targets", "source", "remarks", "responsible", "progress", "next_step"})
_TOLD = 6
"""Characters on average of Chinese cells that tell of a matter."""
_BY_TITLE = pattern(r"(?:dr|mr|mrs|ms|mx|miss|prof|rev|fr|sr|hon|judge|sgt|capt|lt|officer|nurse)\b\.? [^\W\d_]", re.IGNORECASE)
_DEPARTMENT = pattern(r"\b(?:dep(?:artmen)?ts?|divisions?|agenc(?:y|ies)|teams?|crews?)\b", re.IGNORECASE)
"""Whoever has it, and never a part of a plan."""
_FROM_TO = pattern(r"\d+(?:\.\d+)? ?[-–] ?\d+(?:\.\d+)?")


class MatterByContents:
    """Finds the matter among the columns that the headings leave open, or give to something else."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def is_weak(self) -> bool:
        """Whether the matter is barely more than guessed of its heading, and stands in some rows alone, or again and again,
        where another column says something else in each: Interim measure, beside Abatement; Output, beside Action decided; or is a code beside words.
        """
        table, place = self._table, self._table.chosen.columns.get("title")
        if place is None or table.mapped(place) or table.chosen.tasks:
            return False
        if table.in_every_row(place) and not table.repeats(place, place) and not self._is_coded(place):
            return False
        guessed = all(meant.strength < PERHAPS for meant in meanings(table.texts[place]) if meant.key == "title")
        plain = self._plain_text()
        if guessed and self._is_coded(place) and self._only_words() is not None:
            return True  # Std. 3.A, beside Evidence / Narrative
        return guessed and ((plain is not None and table.in_every_row(plain)) or self._told_for_days() is not None)

    def find(self) -> None:
        """Where no heading names the matter, it is what the deadline names, what another heading may
        mean as well (Deliverable, Objective), else what tells it best of what stands under the others.
        """
        table = self._table
        named = next((place for way in (self._said_to_be_due, self.step_of_case) if (place := way()) is not None), None)
        if named is None and not self._tells_under("result", _INSTEAD["result"]) and (key := self._headed_so()):
            table.give("title", table.chosen.columns.pop(key))
            return
        ways = (
            self.told_instead,
            self.step_of_case,
            self._plain_text,
            self._only_label,
            self._of_no_section,
            self._next_step,
            self._told_for_days,
            self._words_beside_codes,
            self._longest_text,
            self._only_whom,
            self._only_words,
        )
        found = named if named is not None else next((place for way in ways if (place := way()) is not None), None)
        if found is None:
            self._before_the_headings()
        else:
            self._take_back(found)
            table.read_as("title", found)

    def _before_the_headings(self) -> None:
        """Where columns without a heading stand before all that have one, the last of them
        is the matter, which says something else in each row, and those before it its task.
        """
        table = self._table
        first = next((place for place, text in enumerate(table.texts) if text), 0)
        bare = [place for place in range(first) if table.under[place].filled]
        if bare and table.under[bare[-1]].tells_apart and table.mostly_filled(bare[-1]):
            table.chosen.columns["title"] = bare[-1]
            table.chosen.tasks = tuple(bare[:-1])
            self._say_by_place("title", bare[-1])

    def _say_by_place(self, key: str, place: int) -> None:
        """Say what a column without a heading is read as."""
        what = _("“{heading}” is read as {column}, by what stands under it.")
        self._table.chosen.notes.append(what.format(heading=_("column {number}").format(number=place + 1), column=label(key)))

    def _said_to_be_due(self) -> int | None:
        """The column of words that the deadline's heading names: Next step, beside Next step due; Next action, beside Action due."""
        table, due = self._table, self._table.chosen.columns.get("due")
        named = named_as_due(table.texts[due]) if due is not None else ""
        free = (*table.open, *(place for key, place in table.chosen.columns.items() if key in ("next_step", "progress")))
        found = [at for at in free if named and f" {table.texts[at].strip().casefold()}".endswith(f" {named}") and table.under[at].tells_apart]
        if len(found) != 1 or not table.in_every_row(found[0]):
            return None
        plainly = _ACT.search(table.texts[found[0]]) or self._longest_text() in (None, found[0])
        return found[0] if plainly else None  # no Renewal, of a Contract

    def _headed_so(self) -> str:
        """The column of something else whose heading may mean the matter as well, with something else in most rows; of several the likeliest, "" for none."""
        table = self._table
        may = [
            (max(meant.strength for meant in meanings(table.texts[place]) if meant.key == "title"), -place, key)
            for key, place in table.chosen.columns.items()
            if key != "status"
            and (key != "result" or table.under[place].ordered)
            and (key != "problem" or not self.is_remedied(place))
            and table.may_be(place, "title")
            and table.under[place].tells_apart
            and not self._is_coded(place)
            and table.mostly_filled(place)
            and not table.mapped(place)
        ]
        return max(may)[-1] if may else ""

    def is_remedied(self, place: int) -> bool:
        """Whether beside what went wrong every row says what is to be done about it, under a heading nobody knows: Experiment: Move the stall."""
        table = self._table
        ordered = [at for at in table.unknown() if at > place and table.under[at].ordered and table.differs_in_every_row(at)]
        return table.texts[place].isascii() and len(ordered) == 1 and not table.under[place].ordered

    def told_instead(self) -> int | None:
        """The column in which every row says something else, under a heading of what is to be solved,
        of key results or of actions; of actions that were taken, only where nothing else tells it.
        """
        table = self._table
        key = next((key for key, heading in _INSTEAD.items() if self._tells_under(key, heading)), "")
        place = table.chosen.columns.get(key)
        taken = key == "progress" and place is not None and not _TO_COME.search(table.texts[place])
        return None if taken and self._plain_text() is not None else place

    def _plain_text(self) -> int | None:
        """The longest text, unless its heading says whose it is, or its cells are codes."""
        longest = self._longest_text()
        return longest if longest is not None and not self._is_whose(longest) and not self._is_coded(longest) else None

    def _words_beside_codes(self) -> int | None:
        """Where codes are all that an unknown heading has, the one other column of words: Proposed response, of a Rule R-12."""
        longest = self._longest_text()
        return self._only_words() if longest is not None and self._is_coded(longest) else None

    def step_of_case(self) -> int | None:
        """What is to be done next in a case, an order in every row, where the longest text, or what is known
        to be the source, says which case it is: Next step, beside Docket and Case, or of a Matter that has several.
        """
        table, step, case = self._table, self._table.chosen.columns.get("next_step"), self._longest_text()
        if step is None or not table.under[step].ordered or not table.differs_in_every_row(step):
            return None
        source = table.chosen.columns.get("source")
        if source is not None and is_case(table.texts[source]):
            return step
        if case is None:
            return None
        return step if are_cases(table.under[case].texts) or numbered_together(table, case) else None

    def _next_step(self) -> int | None:
        """What is done next, where that is something else in each row: beside Counterparty, and Claim: CL-02."""
        place = self._table.chosen.columns.get("next_step")
        return place if place is not None and self._table.under[place].tells_apart else None

    def _only_label(self) -> int | None:
        """The one label that is something else in each row: Priority this week, of words of one's own."""
        labels = [place for place in self._table.chosen.labels if self._table.under[place].tells_apart]
        return labels[0] if len(labels) == 1 else None

    def _only_whom(self) -> int | None:
        """The one column of those whom it is about, none of whom is of the office."""
        table = self._table
        who = [at for at in table.open if _WHOM.fullmatch(table.texts[at]) and table.differs_in_every_row(at) and not table.under[at].people]
        return who[0] if len(who) == 1 else None

    def _told_for_days(self) -> int | None:
        """The one column of words, something else in each row, under a heading that would be of a day or of a state: Failure reported, Action decided."""
        table = self._table
        also = (place for key, places in table.chosen.more.items() if key == "status" for place in places)
        read_so = [place for key, place in table.chosen.columns.items() if key in (*DAYS, "status") and not table.mapped(place)]
        told = [
            at
            for at in (*table.open, *read_so, *also)
            if {meant.key for meant in meanings(table.texts[at])} & {*DAYS, "status"}
            and table.differs_in_every_row(at)
            and not table.under[at].days
            and table.under[at].states < MOSTLY
            and names_the_rows(table.texts[at])
        ]
        return told[0] if len(told) == 1 else None

    def _only_words(self) -> int | None:
        """The one column in which every row says something else in words, be it left open or read as what
        became of it, hinders or proves it: Budget activity; Resolution; Impediment; Evidence task.
        """
        table = self._table
        spare = [at for key, at in table.chosen.columns.items() if key in _SPARE and not table.mapped(at)]
        worded = [at for at in (*table.open, *spare, *table.chosen.kept) if self._is_worded(at)]
        acts = [at for at in worded if _ACT.search(table.texts[at])]
        acts = acts if len(acts) == 1 else [at for at in worded if table.under[at].ordered]
        later = {*table.chosen.kept, *(table.chosen.columns.get(key) for key in ("progress", "next_step", "remarks"))}  # what is told of it
        found = acts if len(acts) == 1 else [at for at in worded if at not in later] or worded
        return found[0] if len(found) == 1 else None

    def _is_worded(self, place: int) -> bool:
        """Whether every row says something else in several words there, and the heading names nobody, nor where it is."""
        under, heading = self._table.under[place], self._table.texts[place]
        may_be = names_the_rows(heading) if heading.isascii() else not names_somebody(heading)
        told = under.words >= WORDY or (not heading.isascii() and under.length >= _TOLD)
        return may_be and told and self._table.differs_in_every_row(place) and not self._is_coded(place)

    def _take_back(self, place: int) -> None:
        """Let a column be open again that was read as something else, a label, or kept."""
        chosen = self._table.chosen
        chosen.labels = [at for at in chosen.labels if at != place]
        chosen.kept = [at for at in chosen.kept if at != place]
        chosen.columns = {key: at for key, at in chosen.columns.items() if at != place}
        chosen.more = {key: [at for at in places if at != place] for key, places in chosen.more.items()}

    def _tells_under(self, key: str, heading: re.Pattern[str]) -> bool:
        table, place = self._table, self._table.chosen.columns.get(key)
        if place is None or table.mapped(place) or not heading.search(table.texts[place]):
            return False
        return table.differs_in_every_row(place)

    def _of_no_section(self) -> int | None:
        """The column headed Section, where something else stands in each row beside people
        who lead, and none of the office's: a part of a plan, of a book, of shelves.
        """
        table, unit = self._table, self._table.chosen.columns.get("unit")
        if unit is None or "lead" not in table.chosen.columns or table.mapped(unit) or _DEPARTMENT.search(table.texts[unit]):
            return None
        return unit if table.differs_in_every_row(unit) and not table.under[unit].people else None

    def behind_the_agenda(self) -> None:
        """Where Agenda item runs over two columns, and in the second every row says at
        more length what is to be done, that is the matter, and the item its source.
        """
        table, columns = self._table, self._table.chosen.columns
        item = columns.get("title")
        if item is None or table.mapped(item) or not _AGENDA.fullmatch(table.texts[item].strip()) or "source" in columns:
            return
        behind = item + 1
        under = table.under[behind] if behind < len(table.under) and not table.texts[behind] else table.under[item]
        if under.tells_apart and table.in_every_row(behind) and under.length > table.under[item].length:
            columns["source"], columns["title"] = item, behind
            self._say_by_place("title", behind)

    def _is_whose(self, place: int) -> bool:
        """Whether an English heading says whose a matter is, or where, and not what, or people stand there by their titles: Dr. Ames."""
        under = self._table.under[place]
        return self._table.texts[place].isascii() and (not names_the_rows(self._table.texts[place]) or all(map(_BY_TITLE.match, under.texts)))

    def _is_coded(self, place: int) -> bool:
        """Whether most cells are codes by which something is known, or numbers between which it is: CL-02, 300-399."""
        under = self._table.under[place]
        return under.codes >= MOSTLY or sum(_FROM_TO.fullmatch(text) is not None for text in under.texts) > len(under.texts) / 2

    def _longest_text(self) -> int | None:
        """The one column of unknown heading that says something else in each row, at more length
        than any other of them, in English also the first of them all; None where it is not plain.
        """
        under, texts = self._table.under, self._table.texts
        says = [place for place in self._table.unknown() if under[place].tells_apart and not names_somebody(texts[place])]
        acts = [place for place in says if _ACT.search(texts[place])] or [place for place in says if under[place].ordered]
        if len(acts) == 1:
            return acts[0]  # Step outstanding, beside Object; Replace the pane, beside Broken window
        says = [place for place in says if not self._is_whose(place)] or says  # Scope, beside Site; Expirable, beside Provider: Dr. Ames
        first = says[0] if says and self._names_the_rows(says[0]) else None
        says = [place for place in says if not self._is_coded(place)] or says  # words, before Claim: CL-02
        says.sort(key=lambda place: -under[place].length)
        plain = len(says) == 1 or (says and under[says[0]].length >= 2 * under[says[1]].length)
        return says[0] if plain else first

    def _names_the_rows(self, place: int) -> bool:
        """Whether a column is the first that says something else in each row, in
        English and of no place or party: a register of permits, of grants, of vehicles.
        """
        first = not any(cells.tells_apart for cells in self._table.under[:place])
        return first and "lead" in self._table.chosen.columns and names_the_rows(self._table.texts[place])
