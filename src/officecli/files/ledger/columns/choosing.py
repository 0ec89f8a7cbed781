"""Gives each column of a ledger its meaning: by its heading, by what stands under it, and by the company it keeps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from officecli.errors import BadInput
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, SELDOM, Contents
from officecli.files.ledger.columns.han_headings import EACH, FAULT, LEADS
from officecli.files.ledger.columns.han_morphemes import GUESSED
from officecli.files.ledger.columns.heading_meaning import is_known, is_measure, meanings, normal
from officecli.files.ledger.columns.meant import ANY_NUMBER, LOOSE, PEOPLE, WORDS, Meant
from officecli.files.ledger.words.coded import knows_word
from officecli.i18n import _
from officecli.model.item_fields import COLUMNS

_LEAD = 5
"""How much a heading that says it leads has before another."""

_NAMED = 3
"""How much a heading has before another where all that stands under it are names of the office."""

_START = 60
"""How much less a heading has that speaks of the start of work than one that says when it was handed out."""

_AHEAD = ("issued", "original_due", "due")
"""Days in whose place a tick says nothing; where something happened it says that it did."""

_PERHAPS = 30
"""The strength of a heading that is one of states only where states stand under it: List, Stage."""

_BARE_DAY = frozenset({"日期", "时间", "date", "day"})

_INSTEAD = {"lead": "unit", "due": "original_due"}
"""Columns beside which no other is looked for."""

_STARTS = re.compile(r"\bstart|\bbeg[iau]n|开始|起始|启动|开工", re.IGNORECASE)


@dataclass(slots=True)
class Chosen:
    """The columns as they were understood, by their places in the row.

    `columns` is key → place; `more` further places of a key that may have several. `kept` are places whose cells become remarks, `labels`
    those whose cells become labels. `task` is the place of the task of which the matter is one measure. `own_words` are keys of codes
    under whose columns the office's own words may stand too, to be kept as labels. `left` are places left out on request; `told` are kept places of which the notes speak already; `notes` say what was inferred or contradicts itself.
    """

    columns: dict[str, int] = field(default_factory=dict)
    more: dict[str, list[int]] = field(default_factory=dict)
    kept: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    task: int | None = None
    own_words: set[str] = field(default_factory=set)
    left: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    told: set[int] = field(default_factory=set)


class Choosing:
    """Chooses among the headings `texts`; `under` is what stands below each, `mapping` what was said of them. Of a `plan` the one day is that by which it is done."""

    def __init__(self, texts: Sequence[str], under: Sequence[Contents], mapping: Mapping[str, str], *, plan: bool = False) -> None:
        self._texts = texts
        self._under = under
        self._plan = plan
        self._mapping = {normal(heading): key for heading, key in mapping.items()}
        self._open: dict[int, list[Meant]] = {}
        self._chosen = Chosen()

    def choose(self) -> Chosen:
        """Every heading's column; BadInput where two plainly name one column and differ."""
        self._take_mapped()
        wanted = sorted(
            ((meant, place) for place, found in self._open.items() for meant in found),
            key=lambda pair: (-self._weight(*pair), pair[1]),
        )
        measures = [(meant, place) for meant, place in wanted if self._is_measure(place)]
        for meant, place in (one for one in wanted if one not in measures):
            self._take(meant, place)
        self._problem_as_matter(bool(measures))
        self._task_and_measure()
        for meant, place in measures:
            self._take(meant, place)
        self._by_contents()
        self._keep_rest()
        return self._chosen

    def _weight(self, meant: Meant, place: int) -> int:
        """How much a heading has for a column: who leads before who is only responsible, the day it was made before that on which work may start."""
        text = self._texts[place]
        named = round(_NAMED * self._under[place].people) if meant.key == "lead" and not meant.plain else 0
        return meant.strength + (_LEAD if LEADS.search(text) else 0) + named - (_START if meant.key == "issued" and _STARTS.search(text) else 0)

    def _take_mapped(self) -> None:
        for place, text in enumerate(self._texts):
            key = self._mapping.get(normal(text)) if text else None
            if key == "ignore":
                self._chosen.left.append(place)
            elif key == "label":
                self._chosen.labels.append(place)
            elif key in ANY_NUMBER:
                self._more(key, place)
            elif key:
                self._give(key, place)
            elif text:
                self._open[place] = self._fitting(place)

    def _fitting(self, place: int) -> list[Meant]:
        """What the heading may mean, without what its cells rule out; the disagreement is said."""
        found, cells = list(meanings(self._texts[place])), self._under[place]
        if {meant.key for meant in found} == {"due", "closed"} and not self._mostly_filled(place):
            found.sort(key=lambda meant: meant.key != "closed")  # what is done alone has a day there
            found = [Meant(meant.key, found[0].strength - at, meant.later) for at, meant in enumerate(found)]
        if not found or not cells.filled or found[0].key in self._mapping.values():
            return found
        found = [meant for meant in found if meant.strength != GUESSED or self._borne_out(meant.key, cells)]
        if not found:
            return found
        if found[0].key == "status" and cells.days >= SELDOM and (closed := [meant for meant in found if meant.key == "closed"]):
            return [closed[0]._replace(strength=found[0].strength), *found]  # Done: the day on which it was
        if found[0].key in _AHEAD and cells.ticks >= MOSTLY and not cells.days and not any(meant.key == "status" for meant in found):
            return []  # Extended? Yes
        if self._plan and normal(self._texts[place]) in _BARE_DAY:
            return [Meant("due", found[0].strength + 1), *found]
        if found[0].key == "status" and found[0].strength == _PERHAPS and cells.states < MOSTLY:
            found = found[1:]
        fitting = [meant for meant in found if cells.fit(meant.key) > SELDOM]
        if not found:
            return found
        if found[0] in fitting:
            return found
        looks = cells.kind if cells.filled >= ENOUGH and found[0].strength < LOOSE else ""
        instead = fitting or ([Meant(looks, found[0].strength)] if looks else [])
        if instead:
            what = _("“{heading}” is headed like {column}, but what stands under it is not: it is read as {other}.")
            self._chosen.notes.append(what.format(heading=self._texts[place], column=_label(found[0].key), other=_label(instead[0].key)))
        return instead or found  # nothing better: its rows say what is wrong

    def _borne_out(self, key: str, cells: Contents) -> bool:
        """Whether what stands under a heading that was guessed is what the guess says."""
        if key in PEOPLE:
            return cells.people >= MOSTLY
        return cells.fit(key) >= MOSTLY

    def _mostly_filled(self, place: int) -> bool:
        """Whether a column has something in most of its rows."""
        return self._under[place].filled >= MOSTLY * max(cells.filled for cells in self._under)

    def _is_blank(self, place: int, meant: Meant) -> bool:
        """Whether an empty column would take a key that a filled one may have."""
        return (
            meant.key not in ANY_NUMBER
            and not self._under[place].filled
            and any(other.key == meant.key and at != place and self._under[at].filled for at, found in self._open.items() for other in found)
        )

    def _take(self, meant: Meant, place: int) -> None:
        """Give a column to a heading, or settle who has it where another heading has it already."""
        key = meant.key
        if place not in self._open or self._is_blank(place, meant):
            return
        if key in WORDS and not self._fits_words(place, meant):
            return
        there = self._chosen.columns.get(key)
        if there is None:
            self._give(key, place)
        elif key == "due" and meant.later and "original_due" not in self._chosen.columns:
            self._chosen.columns["original_due"] = there  # the other is what this one changed
            self._give("due", place)
        elif key == "due" and "original_due" not in self._chosen.columns and self._is_later(there) and not meant.later:
            self._give("original_due", place)
        elif key == "unit" and meant.strength == EACH:
            return
        elif key in ("lead", "unit") and self._supports(there, place):
            self._more("support", place)
        elif key in ANY_NUMBER:
            self._more(key, place)
        elif key == "labels":
            self._chosen.labels.append(place)
            self._open.pop(place)
        elif key == "due" and meant.plain and not self._mapped(there):
            self._refuse_second(key, there, place)

    def _fits_words(self, place: int, meant: Meant) -> bool:
        """Whether a column's words are the codes'; where they are the office's own the column is one of labels, unless its heading is plain."""
        texts = self._under[place].texts
        known = sum(1 for text in texts if knows_word(meant.key, text))
        strict = meant.plain and meant.key != "kind"  # how work is sorted is each office's own affair
        if not strict:
            self._chosen.own_words.add(meant.key)
        if 2 * known >= len(texts) or (strict and known):
            return True
        del self._open[place]
        self._chosen.labels.append(place)
        return False

    def _supports(self, there: int, place: int) -> bool:
        """Whether of two columns that lead the one at `place` supports: 责任单位 beside 牵头单位."""
        return bool(LEADS.search(self._texts[there])) and not LEADS.search(self._texts[place])

    def _is_later(self, place: int) -> bool:
        return any(meant.later for meant in meanings(self._texts[place]))

    def _mapped(self, place: int) -> bool:
        return normal(self._texts[place]) in self._mapping

    def _refuse_second(self, key: str, there: int, place: int) -> None:
        first, second = self._texts[there], self._texts[place]
        if not self._under[place].filled or self._under[there].texts == self._under[place].texts:
            return
        raise BadInput(
            _("“{first}” and “{second}” both mean {column}.").format(first=first, second=second, column=_label(key)),
            fix=_('Say what the other is, or leave it out: --map "{second}=ignore".').format(second=second),
        )

    def _problem_as_matter(self, measured: bool) -> None:
        """Where measures are taken against a problem and nothing else is the matter, the problem is."""
        place = self._chosen.columns.get("problem")
        if (
            measured
            and place is not None
            and "title" not in self._chosen.columns
            and any(meant.key == "title" for meant in meanings(self._texts[place]))
        ):
            self._chosen.columns["title"] = self._chosen.columns.pop("problem")

    def _task_and_measure(self) -> None:
        """Where a task stands beside what is done for it, the measure is the matter and the task its source."""
        title = self._chosen.columns.get("title")
        if title is None or self._mapped(title):
            return
        measure = next((place for place in self._open if self._is_measure(place) and self._mostly_filled(place)), None)
        if measure is None or (self._under[title].filled and re.search(FAULT, self._texts[title]) and not self._repeats(title, measure)):
            return
        self._chosen.task = title
        self._give("title", measure)

    def _is_measure(self, place: int) -> bool:
        return is_measure(self._texts[place]) and any(meant.key == "title" for meant in self._open[place])

    def _repeats(self, place: int, beside: int) -> bool:
        """Whether what stands in one column stands for several cells of another, written again or left blank."""
        return len(self._under[place].texts) < max(self._under[place].filled, self._under[beside].filled)

    def _by_contents(self) -> None:
        """A column whose heading is not known, or whose column is taken, is what its cells are, where nothing else is."""
        for key in ("lead", "status", "percent", "due"):
            if key in self._chosen.columns or _INSTEAD.get(key, "") in self._chosen.columns:
                continue
            fits = [place for place in self._unknown() if self._under[place].kind == key]
            if key == "due" and (len([1 for place in self._open if self._under[place].kind == key]) > 1 or not all(map(self._mostly_filled, fits))):
                continue  # of several days it is not plain which is meant
            if len(fits) == 1 and self._under[fits[0]].filled >= ENOUGH:
                self._read_as(key, fits[0])
        if "title" not in self._chosen.columns and (place := self._longest_text()) is not None:
            self._read_as("title", place)

    def _unknown(self) -> list[int]:
        """The places of the columns whose headings say nothing that is known."""
        return [place for place, found in self._open.items() if not found and not is_known(self._texts[place])]

    def _read_as(self, key: str, place: int) -> None:
        self._give(key, place)
        what = _("“{heading}” is read as {column}, by what stands under it.")
        self._chosen.notes.append(what.format(heading=self._texts[place], column=_label(key)))

    def _longest_text(self) -> int | None:
        """The one column of unknown heading that says something else in each row, at more length than any other of them; None where it is not plain."""
        says = [place for place in self._unknown() if self._under[place].tells_apart]
        says.sort(key=lambda place: -self._under[place].length)
        plain = len(says) == 1 or (says and self._under[says[0]].length >= 2 * self._under[says[1]].length)
        return says[0] if plain else None

    def _keep_rest(self) -> None:
        """What no column takes is kept with the item; of what another heading was preferred to, that is said."""
        for place, found in self._open.items():
            self._chosen.kept.append(place)
            other = next((meant.key for meant in found if meant.key in self._chosen.columns and meant.key not in ANY_NUMBER), None)
            if other and self._under[place].filled:
                self._chosen.told.add(place)
                used = self._texts[self._chosen.columns[other]]
                self._chosen.notes.append(
                    _("“{heading}” is kept as a remark: “{other}” is read as {column}.").format(
                        heading=self._texts[place], other=used, column=_label(other)
                    )
                )
        self._open.clear()

    def _give(self, key: str, place: int) -> None:
        self._chosen.columns[key] = place
        self._open.pop(place, None)

    def _more(self, key: str, place: int) -> None:
        if key in self._chosen.columns:
            self._chosen.more.setdefault(key, []).append(place)
        else:
            self._chosen.columns[key] = place
        self._open.pop(place, None)


def _label(key: str) -> str:
    return _(COLUMNS[key].label)
