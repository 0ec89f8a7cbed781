"""How far a matter is, where no heading says so: by words of states, shares of the work, or the stage of a procedure."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.meaning import is_known, tells_since_when
from officecli.files.ledger.columns.by_heading.of_a_time import is_time
from officecli.files.ledger.columns.by_heading.stages import HOW_FAR, is_written_stage
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import MOSTLY, NEARLY_ALL
from officecli.files.ledger.words.marks import is_light
from officecli.files.ledger.words.states import read_state
from officecli.patterns import pattern

_MAY_BE_PLANNED = pattern(
    (
        r"(?:全面|全部|基本|初步|如期|按期|力争|确保)*(?:完成|办结|销号|验收|解决|整改|归档|结题|结项|交付|竣工|达标|取消|暂停).*"
        r"|(?:complete|finish|close|resolve|finali[sz]e|deliver|cancel|pause|final)\b.*|\W"
    ),
    re.IGNORECASE,
)
"""What may be an order for a time as well as what came about in it."""
_OF_THE_WORK = pattern(
    r"完成|进[度展]|办[理结]|整改|落实|推进|达成|销号|实施|执行|建设|\b(?:done|complet|finish|progress|implement|so far|how far|of work)",
    re.IGNORECASE,
)
"""A heading of shares of the work: 100 % of no others (合格率, Attendance) closes anything."""
_OF_A_PLACE = pattern(r"(?:where|location|venue|place|site|room|hall|area|colou?r)s?\W*|地[点方]|位置|场[地所]|颜色", re.IGNORECASE)
"""A heading of places and colours, some of which are called as lights are: Where: Green."""
_OF_SOMETHING_ELSE = pattern(
    r"比例|比率|比重|占比|权重|份额|抽[查样检]|利率|税率|股|频次"
    r"|\b(?:shares?|ratio|rates?|match(?:ing)?|discount|coverage|weight(?:ing|age)?|fees?|tax|interest|margin|funded|funding|sampled?|sampling|votes?|quorum)\b",
    re.IGNORECASE,
)
"""A heading of shares of something else than the work: 抽查比例及频次; 100 % of them closes nothing."""


_OF_RESPONSES = pattern(
    r"(?:(?:our|latest|current|action|facility|site|ward|department|dept\.?|agency|office) )?(?:responses?|repl(?:y|ies)|feedback|returns?)"
    r"(?: (?:code|word|type|given|so far))?",
    re.IGNORECASE,
)
"""A heading of what those concerned answer, which in lists of alerts and recalls is how far they are: Action completed; in others a sentence."""


class HowFarByContents:
    """Finds the columns that may tell how far each matter is."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def states(self) -> list[int]:
        """The columns whose cells are words of states, and not the matters themselves."""
        return [at for at in self._not_planned("status") if not self._tells_matters(at)] or self._responses()

    def _responses(self) -> list[int]:
        """The column of responses that are all words of states, of which some say that it is over, or rests."""
        table = self._table
        fits = [at for at, found in table.open.items() if not found and _OF_RESPONSES.fullmatch(table.texts[at].strip())]
        under = ((at, table.under[at]) for at in fits)
        return [at for at, cells in under if cells.kind == "status" and cells.states >= NEARLY_ALL and (cells.ended or cells.halted)]

    def since_response(self) -> None:
        """Where the responses are the states, their day is that since which they hold, and no end: Response date, of Acknowledged."""
        table, columns = self._table, self._table.chosen.columns
        state, closed = columns.get("status"), columns.get("closed")
        if state is None or closed is None or table.mapped(closed) or not tells_since_when(table.texts[closed]):
            return
        if _OF_RESPONSES.fullmatch(table.texts[state].strip()):
            table.open[columns.pop("closed")] = []

    def shares(self) -> list[int]:
        """The columns whose cells are shares of the work."""
        return [at for at in self._not_planned("percent") if _OF_THE_WORK.search(self._table.texts[at])]

    def _not_planned(self, kind: str) -> list[int]:
        """The columns of a kind whose headings nobody knows, without those of what is to come about, of shares
        of something else, and of one stage of several: 已完成 under 提纲 says nothing of 定稿.
        """
        several = sum(map(is_written_stage, self._table.texts)) > 1
        return [
            place
            for place in self._table.unknown(kind)
            if not self._may_be_planned(place)
            and not (several and is_written_stage(self._table.texts[place]))
            and not self._sorts_by_letters(place)
            and not (kind == "status" and self._sorts_in_words(place))
            and not _OF_SOMETHING_ELSE.search(self._table.texts[place])
            and not _OF_A_PLACE.fullmatch(self._table.texts[place].strip())
        ]

    def _tells_matters(self, place: int) -> bool:
        """Whether it alone says something else in each row, no heading is the matter's, and what might be lights are coloured things: Red cloak, Green coat."""
        under, columns = self._table.under, self._table.chosen.columns
        alone = "title" not in columns and [at for at, cells in enumerate(under) if cells.tells_apart] == [place]
        return alone and all(map(_is_coloured, filter(read_state, under[place].texts)))

    def _sorts_by_letters(self, place: int) -> bool:
        """Whether nothing but single letters stands in a column, some of which are no lights and no answers: A and B, of what comes first."""
        under = self._table.under[place]
        return under.states < NEARLY_ALL and all(len(text) == 1 and text.isalpha() and text.isascii() for text in under.texts)

    def _sorts_in_words(self, place: int) -> bool:
        """Whether few of the different words of a column are states, none of them of an end or a halt: Planning, Equipment, Training, Exercise."""
        under = self._table.under[place]
        return not under.ended and not under.halted and sum(read_state(text) is not None for text in under.texts) < MOSTLY * len(under.texts)

    def _may_be_planned(self, place: int) -> bool:
        """Whether a heading is a time, and under it or another time stands what is to be
        reached by then as well as what was: 完成 under 四季度, but not 已完成 under 第27周.
        """
        texts, under = self._table.texts, self._table.under
        of_times = [at for at in self._table.open if is_time(texts[at]) and under[at].filled]
        planned = (at for at in of_times if under[at].kind != "status" or any(map(_MAY_BE_PLANNED.fullmatch, under[at].texts)))
        return is_time(texts[place]) and any(planned)

    def may_tell(self, place: int) -> bool:
        """Whether a column that nobody knows says of some rows that they are over, where no other tells how far they are."""
        under, known = self._table.under[place], {"status", "closed", "progress"} & {*self._table.chosen.columns}
        tells = (
            bool(under.ended or under.halted)
            and not known
            and not under.days
            and (not is_known(self._table.texts[place]) or self._table.headed(place) in ("status", "closed"))
        )
        return tells and not self._may_be_planned(place)

    def tell_stage(self) -> None:
        """Where nothing else tells how far each is, the one column of stages, in words of their
        own, of which some say that it is over, is told as progress: 已结题 under 研究阶段.
        """
        table = self._table
        tells = [at for at in table.open if self.may_tell(at) and HOW_FAR.search(table.texts[at])]
        if len(tells) == 1 and "percent" not in table.chosen.columns:
            table.read_as("progress", tells[0])


def _is_coloured(text: str) -> bool:
    """Whether a word stands behind that of a light."""
    light, _space, thing = text.partition(" ")
    return is_light(light) and thing[:1].isalpha()
