"""Gives each column of a ledger its meaning: by its heading, by what stands under it, and by the company it keeps."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import groupby

from officecli.errors import BadInput
from officecli.files.ledger.columns.by_heading.han import LEADS
from officecli.files.ledger.columns.by_heading.mapping import said_of
from officecli.files.ledger.columns.by_heading.meaning import is_later, meanings, normal
from officecli.files.ledger.columns.by_heading.meant import ANY_NUMBER, CONCERNED, EACH, WORDS, Meant
from officecli.files.ledger.columns.by_heading.of_a_time import times_told, to_come
from officecli.files.ledger.columns.by_heading.people_aside import says_whose
from officecli.files.ledger.columns.by_heading.stages import PART_OF_THE_WORK
from officecli.files.ledger.columns.chosen import Chosen, Table, label
from officecli.files.ledger.columns.contents import MOSTLY, NEARLY_ALL, SELDOM
from officecli.files.ledger.columns.fitting.may_mean import fitting
from officecli.files.ledger.columns.fitting.rising_days import is_later_stage
from officecli.files.ledger.columns.left_open.matter import MatterByContents
from officecli.files.ledger.columns.left_open.reading import ByContents
from officecli.files.ledger.columns.left_open.task_and_measure import TaskAndMeasure, is_measure_here
from officecli.files.ledger.columns.weighing import Weighing
from officecli.files.ledger.sheets.cells import cell_text
from officecli.files.ledger.words.coded import knows_word
from officecli.i18n import _
from officecli.patterns import has_han, pattern

_FAULT = pattern(
    r"(?:problem|blocker|obstacle|trouble|constraint|barrier|impediment|hurdle|bottleneck|roadblock)s?(?: reported| description)?", re.IGNORECASE
)
"""What is to be mended or overcome: the matter where every row has one, and no heading is the matter's."""


_REQUESTED = pattern(
    r"(?:resources?|equipment|suppl(?:y|ies)|materials?|goods|services?|assistance|aid|relief) (?:requested|wanted|asked for)", re.IGNORECASE
)
"""What others ask for: the matter of a list of requests, where nothing before it is, and a hindrance beside a matter."""
_LISTS = pattern(r"(?P<of>.+?)(?:\s+(?:key|legend|list|options?|values)|(?:图例|选项|说明|字典))", re.IGNORECASE)
"""The heading of the words that a column takes, written beside the table for whoever fills it in."""

_POINT = pattern(r"points?(?: (?:raised|agreed|for action|to (?:act on|settle|note)))?", re.IGNORECASE)
"""What minutes of a club number: the matter where no heading is the matter's."""


class Choosing:
    """Chooses among the headings of a table; `aside` are the places of another table beside it, which are kept."""

    def __init__(self, table: Table, aside: Collection[int] = ()) -> None:
        self._table = table
        self._aside = aside
        filled = [cells.filled for cells in table.under]
        self._times, self._to_come = times_told(table.texts, filled), to_come(table.texts, filled)

    def choose(self) -> Chosen:
        """Every heading's column; BadInput where two plainly name one column and differ."""
        self._take_mapped()
        weighing = Weighing(self._table, self._times)
        wanted = sorted(
            ((meant, place) for place, found in self._table.open.items() for meant in found),
            key=lambda pair: (-weighing.weight(*pair), pair[1]),
        )
        measures = [(meant, place) for meant, place in wanted if is_measure_here(self._table, place)]
        concerned = [(meant, place) for meant, place in wanted if meant.strength == CONCERNED]
        for meant, place in (one for one in wanted if one not in measures and one not in concerned):
            self._take(meant, self._last_under(meant, place))
        if measures:
            self._as_matter("problem")
        TaskAndMeasure(self._table).settle()
        for meant, place in measures:
            self._take(meant, place)
        self._as_matter("problem", "next_step", "source", "point")
        self._step_of_stage()
        if concerned:
            self._problem_of_concerned()
        for meant, place in concerned if MatterByContents(self._table).told_instead() is None else ():
            self._take(meant, place)
        self._bodies_beside_sections()
        ByContents(self._table).read()
        self._table.chosen.say_overruled()
        return self._table.chosen

    def _last_under(self, meant: Meant, place: int) -> int:
        """The last of the columns under one heading of deadlines (Deadlines, over Action underway and Action complete), where its days are no earlier."""
        table, last = self._table, place
        while meant.key == "due" and table.texts[last + 1 : last + 2] == [f"{table.texts[place]} ({last - place + 2})"]:
            last += 1
        return last if last > place and is_later_stage(table.rows, last - 1, last) else place

    def _problem_of_concerned(self) -> None:
        """Where nothing else is the matter than who or what is concerned, it is the problem, if every row has another: 存在困难, of an 企业名称."""
        table, place = self._table, self._table.chosen.columns.get("problem")
        if "title" not in table.chosen.columns and place is not None and has_han(table.texts[place]) and table.differs_in_every_row(place):
            table.chosen.columns["title"] = table.chosen.columns.pop("problem")

    def _step_of_stage(self) -> None:
        """Where a stage stands over several rows and nothing else is the matter, it is what is done in it, of a heading nobody knows: 明细, of an 阶段."""
        table = self._table
        stage = next(
            (at for at, found in table.open.items() if PART_OF_THE_WORK.fullmatch(table.texts[at]) and any(one.key == "title" for one in found)), None
        )
        if stage is None or "title" in table.chosen.columns:
            return
        steps = {at: len(table.under[at].texts) for at in table.unknown() if table.under[at].tells and table.in_every_row(at)}
        step = max(steps, key=lambda at: steps[at], default=stage)
        if 2 * steps.get(step, 0) >= max(table.under[step].filled, 3 * len(table.under[stage].texts)):
            table.open.pop(stage)
            table.chosen.tasks = (stage,)
            table.read_as("title", step)

    def _bodies_beside_sections(self) -> None:
        """Of two headings of units, over one of which the office's own sections stand and over
        the other outside bodies, the latter is to do it: 责任单位, beside 责任股室.
        """
        table = self._table
        there = table.chosen.columns.get("unit")
        if there is None or "body" in table.chosen.columns or table.mapped(there):
            return
        for place in [at for at, found in table.open.items() if found and found[0].key == "unit"]:
            section, body = (place, there) if table.under[there].bodies else (there, place)
            if table.under[body].bodies and table.under[section].sections >= NEARLY_ALL:
                table.give("unit", section)
                table.read_as("body", body)
                return

    def _take_mapped(self) -> None:
        for place, text in enumerate(self._table.texts):
            key = said_of(self._table.mapping, self._table.texts, place) if text else None
            if key == "ignore":
                self._table.chosen.left.append(place)
            elif key == "label":
                self._table.chosen.labels.append(place)
            elif key in ANY_NUMBER:
                self._table.more(key, place)
            elif key:
                self._table.give(key, place)
            elif self._lists_words(place):
                self._table.chosen.left.append(place)
            elif place in self._aside or self._is_of_lines(text):
                self._table.chosen.kept.append(place)
            elif text:
                found = [] if place in self._to_come else fitting(self._table, place)  # of a week to come nothing is told yet
                # of an earlier time (Status May, beside Status June) nothing is read but states, for rows that have no later one
                self._table.open[place] = [meant for meant in found[:1] if meant.key == "status"] if self._times.get(place) else found

    def _lists_words(self, place: int) -> bool:
        """Whether a column lists, once each and from the first row on, the words that another takes: Status key, beside Status."""
        of = _LISTS.fullmatch(self._table.texts[place].strip())
        if of is None:
            return False
        words = [text for text, _same in groupby(cell_text(cells[place]).casefold() for cells in self._table.rows)]
        listed = {*filter(None, words)}
        if not listed or [*filter(None, words)] != words[: len(listed)]:
            return False
        return any(
            normal(text) == normal(of["of"]) and any(said.casefold() in listed for said in self._table.under[at].texts)
            for at, text in enumerate(self._table.texts)
        )

    def _is_of_lines(self, text: str) -> bool:
        """Whether a heading is one of several of the lines under a record, as Odoo names them: Checklist/Item, Checklist/Done."""
        of, slash, _field = text.partition("/")
        return bool(slash) and not meanings(of) and sum(1 for other in self._table.texts if other.startswith(f"{of}/")) > 1

    def _is_blank(self, place: int, meant: Meant) -> bool:
        """Whether an empty column would take a key that a filled one may have."""
        return (
            meant.key not in ANY_NUMBER
            and not self._table.under[place].filled
            and any(
                other.key == meant.key and at != place and self._table.under[at].filled for at, found in self._table.open.items() for other in found
            )
        )

    def _take(self, meant: Meant, place: int) -> None:
        """Give a column to a heading, or settle who has it where another heading has it already."""
        key = meant.key
        if place not in self._table.open or self._is_blank(place, meant):
            return
        if key in WORDS and not self._fits_words(place, meant):
            return
        if (
            key == "status"
            and "closed" in self._table.chosen.columns
            and self._table.under[place].days >= NEARLY_ALL > self._table.under[place].states
        ):
            return  # Implemented: a day, beside Closed
        there = self._table.chosen.columns.get(key)
        if there is None:
            self._table.give(key, place)
        elif key == "due" and meant.later and "original_due" not in self._table.chosen.columns:
            self._table.chosen.columns["original_due"] = there  # the other is what this one changed
            self._table.give("due", place)
        elif key == "due" and "original_due" not in self._table.chosen.columns and self._is_later(there) and not meant.later:
            self._table.give("original_due", place)
        elif key == "unit" and meant.strength == EACH:
            return
        elif key == "lead" and self._is_section(there) and self._table.under[place].persons >= MOSTLY and not self._table.mapped(there):
            self._table.more("support" if "unit" in self._table.chosen.columns else "unit", there)  # Dept. concerned, beside Staff
            self._table.give("lead", place)
        elif key in ("lead", "unit") and self._supports(there, place):
            self._table.more("support", place)
        elif key in ANY_NUMBER:
            self._table.more(key, place)
        elif key == "labels":
            self._table.chosen.labels.append(place)
            self._table.open.pop(place)
        elif key == "due" and meant.plain and not self._table.mapped(there):
            self._refuse_second(key, there, place)

    def _is_section(self, place: int) -> bool:
        """Whether sections stand in a column, and no persons."""
        cells = self._table.under[place]
        return cells.people >= MOSTLY and cells.persons < SELDOM

    def _fits_words(self, place: int, meant: Meant) -> bool:
        """Whether a column's words are the codes'; where they are the office's own the column is one of labels, unless its heading is plain."""
        texts = self._table.under[place].texts
        known = sum(1 for text in texts if knows_word(meant.key, text))
        strict = meant.plain and meant.key != "kind"  # how work is sorted is each office's own affair
        if not strict:
            self._table.chosen.own_words.add(meant.key)
        if 2 * known >= len(texts) or (strict and known):
            return True
        del self._table.open[place]
        self._table.chosen.labels.append(place)
        return False

    def _supports(self, there: int, place: int) -> bool:
        """Whether of two columns that lead the one at `place` supports: 责任单位 beside 牵头单位; 项目单位 only where sections of the office stand there."""
        text = self._table.texts[place]
        of_others = says_whose(text) and not self._table.under[place].people
        return bool(LEADS.search(self._table.texts[there])) and not LEADS.search(text) and not of_others

    def _is_later(self, place: int) -> bool:
        return is_later(self._table.texts[place])

    def _refuse_second(self, key: str, there: int, place: int) -> None:
        first, second = self._table.texts[there], self._table.texts[place]
        if not self._table.under[place].filled or self._table.under[there].texts == self._table.under[place].texts:
            return
        raise BadInput(
            _("“{first}” and “{second}” both mean {column}.").format(first=first, second=second, column=label(key)),
            fix=_('Say what the other is, or leave it out: --map "{second}=ignore".').format(second=second),
        )

    def _as_matter(self, *keys: str) -> None:
        """Where nothing else is the matter, what one of the columns `keys` has is: a
        problem, before the measures taken against it are; the work of next week; a meeting.
        """
        for key in keys:
            place = self._table.chosen.columns.get(key)
            by_contents = MatterByContents(self._table)
            if place is None or "title" in self._table.chosen.columns or (key == "problem" and by_contents.is_remedied(place)):
                continue
            if key == "source" and by_contents.step_of_case() is not None:
                continue
            text = self._table.texts[place]
            named = _FAULT.fullmatch(text) or (_POINT.fullmatch(text) and self._table.under[place].tells_apart)  # Point: 1, 2, 3 says nothing
            named = named or (_REQUESTED.fullmatch(text) and not any(at < place and self._table.under[at].tells for at in self._table.unknown()))
            if self._table.may_be(place, "title") or (named and self._table.in_every_row(place)):
                self._table.chosen.columns["title"] = self._table.chosen.columns.pop(key)
                behind = [at for at, found in self._table.open.items() if found and found[0].key == key and at > place]
                if behind:  # 困难及建议, beside 问题
                    self._table.give(key, behind[0])
