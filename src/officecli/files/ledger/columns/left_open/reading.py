"""What is left once the headings have their columns: it is what stands under them, or is kept beside the item."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.han_morphemes import is_stage
from officecli.files.ledger.columns.by_heading.meaning import is_known, meanings, normal, says_start
from officecli.files.ledger.columns.by_heading.meant import ANY_NUMBER
from officecli.files.ledger.columns.by_heading.of_a_time import is_time
from officecli.files.ledger.columns.by_heading.stages import HOW_FAR
from officecli.files.ledger.columns.chosen import Table, label, vouches
from officecli.files.ledger.columns.contents import NEARLY_ALL
from officecli.files.ledger.columns.fitting.rising_days import are_stages
from officecli.files.ledger.columns.left_open.ends import EndsByContents, says_dealt_with
from officecli.files.ledger.columns.left_open.ends_by_ticks import EndsByTicks
from officecli.files.ledger.columns.left_open.lead_elsewhere import LeadElsewhere
from officecli.files.ledger.columns.left_open.matter import MatterByContents
from officecli.files.ledger.columns.left_open.people import PeopleByContents
from officecli.i18n import _
from officecli.patterns import pattern
from officecli.typed.dates.names import WEEK_HAN, WEEKDAY_NAME

_HAPPENED = pattern(
    r"(?!.*(?:限|期$|截|止|应|拟|计划|预|承诺|要求|目标|约定))[\u3400-\u9fff]{2,}(?:时间|日期|日)"
    r"|(?:date|day) (?!due\b|needed|required|wanted|promised|expected|targeted|planned|by\b|for\b|to\b)\w+",
    re.IGNORECASE,
)
"""A heading of days that does not say that they are still to come: 调研时间, Date left."""
_ON_THE_WAY = pattern(
    r"\b(?:interview(?:ed|s)|advertised|conducted|inspected|visited|surveyed|contacted|reviewed|prepared|drafted|tested|trained|signed|published"
    r"|ordered|delivered|installed|quoted|(?<!meeting )(?<!complaint )held)\b"
    r"|(?:面试|面谈|笔试|开标|公示|评审|会签|送审|复[查核]|验收|回访|体检|考察)(?:完成)?(?:时间|日期|日)",
    re.IGNORECASE,
)
"""A heading of days on which one step of the work was done, and nothing arose."""
_OF_ITS_LIFE = pattern(
    r"(?:入职|到岗|转正|出生|入党|入团|入学|毕业|参加工作|任职|聘任|购置|购买|购入|采购|出厂|生产|制造|投用|启用|投产|建成|建造|安装|注册|成立|领用"
    r"|建档|参保|[发取领颁]证)(?:时间|日期|日|年月)|(?:上一?次|最近一?次?)[\u3400-\u9fff]{2,4}"
    r"|(?:date of )?(?:birth|hire|hired|purchased?|bought|manufactured?|built|installed|acquired|in service)(?: (?:date|on))?",
    re.IGNORECASE,
)
"""A heading of days on which somebody came, or a thing was bought or made, long before it needed any work."""
_MAY_BE_PLANNED = pattern(
    (
        r"(?:全面|全部|基本|初步|如期|按期|力争|确保)*(?:完成|办结|销号|验收|解决|整改|归档|结题|结项|交付|竣工|达标|取消|暂停).*"
        r"|(?:complete|finish|close|resolve|finali[sz]e|deliver|cancel|pause|final)\b.*|\W"
    ),
    re.IGNORECASE,
)
"""What may be an order for a time as well as what came about in it."""
_DRAFTED = pattern(r"outline|(?:(?:first|1st|second|2nd|final) )?draft|final(?: version| copy)?", re.IGNORECASE)
_NOTICE = pattern(
    (
        r"(?:date (?:of )?(?:the )?)?(?:\w+ )?(?:notice|citation|warning|summons|ticket"
        r"|order)s?(?: (?:was )?(?:issued|sent|served|posted|mailed|given))?(?: (?:on|date))?"
    ),
    re.IGNORECASE,
)
"""The day on which somebody was told to do it: the first of a matter, where every row has one and none is after its deadline."""
_LAST_DAY = pattern(
    r"(?:last|final|latest|closing|cut ?off|cutoff|drop ?dead|statutory|legal)(?: (?:day|date))(?: to \w+)?|下一?[次轮期回](?!.*会).{1,6}(?:时间|日期|日)",
    re.IGNORECASE,
)
"""The one day to come, where no other heading is the deadline's."""
_OF_THE_WORK = pattern(
    r"完成|进[度展]|办[理结]|整改|落实|推进|达成|销号|实施|执行|建设|\b(?:done|complet|finish|progress|implement|so far|how far|of work)",
    re.IGNORECASE,
)
"""A heading of shares of the work: 100 % of no others (合格率, Attendance) closes anything."""
_OF_SOMETHING_ELSE = pattern(
    r"比例|比率|比重|占比|权重|份额|抽[查样检]|利率|税率|股|频次"
    r"|\b(?:shares?|ratio|rates?|match(?:ing)?|discount|coverage|weight(?:ing|age)?|fees?|tax|interest|margin|funded|funding|sampled?|sampling|votes?|quorum)\b",
    re.IGNORECASE,
)
"""A heading of shares of something else than the work: 抽查比例及频次; 100 % of them closes nothing."""
_OF_A_SITTING = pattern(r"会|\b(?:meeting|session|hearing|sitting)\b", re.IGNORECASE)
"""The day on which people meet, whatever is done by then."""
_WEEKDAYS = pattern(r"星期几?|周几|周次?|weekday|day of (?:the )?week", re.IGNORECASE)
_ON_WEEKDAY = pattern(rf"(?:本|这)?{WEEK_HAN}[一二三四五六日天内末]|(?:{WEEKDAY_NAME})\b", re.IGNORECASE)


class ByContents:
    """Reads what the headings of a table leave open by what stands under them."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._matter = MatterByContents(table)
        self._people = PeopleByContents(table)
        self._ends = EndsByContents(table)

    def read(self) -> None:
        """Fill the columns that no heading names; what is left is kept, and of what another heading was preferred to, that is said."""
        self._by_contents()
        self._keep_rest()

    def _by_contents(self) -> None:
        """A column whose heading is not known, or whose column is taken, is what its cells are, where nothing else is."""
        columns = self._table.chosen.columns
        if "lead" not in columns:
            self._people.by_whom()
        if "lead" not in columns:
            self._table.read_one_as("lead", self._people.who_leads())
        if "status" not in columns:
            self._table.read_one_as("status", self._not_planned("status"))
        if "percent" not in columns:
            self._table.read_one_as("percent", [at for at in self._not_planned("percent") if _OF_THE_WORK.search(self._table.texts[at])])
        if not {"due", "original_due"} & {*columns}:
            self._table.read_one_as("due", self._deadline())
        elif "due" not in columns:
            self._table.read_one_as("due", self._put_off())
        if not {"status", "closed"} & {*columns}:
            for place in asked if len(asked := EndsByTicks(self._table).asked()) == 1 else ():
                self._table.read_as("status", place)  # one tick is enough: its heading asks
        if "issued" not in columns:
            past = [
                place
                for place in dict.fromkeys((*self._table.unknown(), *self._barely_named()))
                if self._all_past(place) and self._may_be_issue(self._table.texts[place]) and self._before_deadlines(place)
            ]
            self._table.read_one_as("issued", [place for place in past if "due" in columns or _HAPPENED.fullmatch(self._table.texts[place])])
        self._people.before_a_post()
        self._people.lead_of_the_office()
        self._people.person_of_section()
        self._people.section_of_others()
        self._people.anybody()
        if self._matter.is_weak():
            self._table.open[columns.pop("title")] = []
        if "title" not in columns:
            self._matter.find()
        if "lead" in columns and not {"support", "unit"} & {*columns}:
            self._table.read_one_as("support", self._people.who_helps())
        self._stage_told()
        self._ends.settle()
        LeadElsewhere(self._table).find()
        self._matter.behind_the_agenda()

    def _deadline(self) -> list[int]:
        """The columns of days: of several stages the last, else the one still to come."""
        table = self._table
        fits = [place for place in table.unknown("due") if not (vouches(table.texts[place]) and "closed" in table.chosen.columns)]
        fits = [place for place in fits if not table.under[place].counted_in_year and not self._are_decimals(place)]
        planned = [place for place in fits if table.texts[place].endswith("计划")]
        if planned and all(table.texts[place].endswith(("计划", "实际")) for place in fits):
            return planned[-1:] if table.mostly_filled(planned[-1]) else []  # of the stages planned the last, whatever came about of each
        stages = [place for place in fits if table.mostly_filled(place) and _is_stage(table.texts[place])]
        if len(stages) > 1 and all(place in stages or table.under[place].past >= NEARLY_ALL for place in fits):
            return stages[-1:]
        steps = [place for place in table.open if table.under[place].kind == "due"]
        if steps and table.in_every_row(steps[-1]) and not self._all_past(steps[-1]) and are_stages(table.rows, steps, table.texts):
            return steps[-1:]
        fits = [place for place in fits if not says_start(table.texts[place])]  # 开工 is no end
        ahead = [place for place in table.open if table.under[place].kind == "due" and not self._all_past(place) and not self._are_decimals(place)]
        fits = [place for place in fits if [place] == ahead] or (fits if len(ahead) < len(fits) == 1 else [])
        if any(self._all_past(place) and _HAPPENED.fullmatch(table.texts[place]) for place in fits):
            return []  # 调研时间, Date left: whatever it is, it is over, and in every row
        if len(fits) > 1:  # one in every row, beside others here and there
            full = [place for place in fits if table.in_every_row(place)]
            fits = full if len(full) == 1 and all(table.texts[place].isascii() for place in fits) else fits
        fits = fits if all(map(table.mostly_filled, fits)) else []
        fits = fits or [
            at
            for at in ahead
            if len(ahead) == 1
            and table.under[at].past < NEARLY_ALL  # Ack. sent: of what has been, be it not in every row, none is by when
            and not table.under[at].counted_in_year
            and self._may_be_the_deadline(table.texts[at])
            and table.mostly_filled(at)
        ]
        return fits or [place for place in table.unknown() if table.plan and self._all_weekdays(place)]

    def _may_be_the_deadline(self, heading: str) -> bool:
        """Whether the one column of days to come may be the deadline's, where nothing else is: Last day, Follow-up date.

        By when what follows the work is good is none, nor when the work starts or people meet.
        """
        return _LAST_DAY.fullmatch(heading.strip()) is not None or not (
            meanings(heading) or vouches(heading) or says_start(heading) or _OF_A_SITTING.search(heading)
        )

    def _put_off(self) -> list[int]:
        """Beside the first deadline alone, the columns of days still to come that are never before it."""
        table, first = self._table, self._table.chosen.columns["original_due"]
        return [at for at in table.unknown("due") if table.under[at].ahead and not self._all_past(at) and table.never_before(at, first)]

    def _are_decimals(self, place: int) -> bool:
        """Whether numbers with a point stand under an English heading that is not known to be of days: Clause, 1.1."""
        return self._table.texts[place].isascii() and self._table.under[place].decimals and not self._table.may_be(place, "due")

    def _all_weekdays(self, place: int) -> bool:
        """Whether weekdays stand under 星期, in a plan that has no other day: by which it is done."""
        texts = self._table.under[place].texts
        return _WEEKDAYS.fullmatch(self._table.texts[place]) is not None and all(map(_ON_WEEKDAY.match, texts))

    def _not_planned(self, kind: str) -> list[int]:
        """The columns of a kind whose headings nobody knows, without those of what is to come about, of shares
        of something else, and of one stage of several: 已完成 under 提纲 says nothing of 定稿.
        """
        several = sum(map(_is_stage, self._table.texts)) > 1
        return [
            place
            for place in self._table.unknown(kind)
            if not self._may_be_planned(place)
            and not (several and _is_stage(self._table.texts[place]))
            and not self._sorts_by_letters(place)
            and not _OF_SOMETHING_ELSE.search(self._table.texts[place])
        ]

    def _sorts_by_letters(self, place: int) -> bool:
        """Whether nothing but single letters stands in a column, some of which are no lights and no answers: A and B, of what comes first."""
        under = self._table.under[place]
        return under.states < NEARLY_ALL and all(len(text) == 1 and text.isalpha() and text.isascii() for text in under.texts)

    def _may_be_planned(self, place: int) -> bool:
        """Whether a heading is a time, and under it or another time stands what is to be
        reached by then as well as what was: 完成 under 四季度, but not 已完成 under 第27周.
        """
        texts, under = self._table.texts, self._table.under
        of_times = [at for at in self._table.open if is_time(texts[at]) and under[at].filled]
        planned = (at for at in of_times if under[at].kind != "status" or any(map(_MAY_BE_PLANNED.fullmatch, under[at].texts)))
        return is_time(texts[place]) and any(planned)

    def _may_tell_state(self, place: int) -> bool:
        """Whether a column that nobody knows says of some rows that they are over, where no other tells how far they are."""
        under, known = self._table.under[place], {"status", "closed", "progress"} & {*self._table.chosen.columns}
        tells = (
            bool(under.ended or under.halted)
            and not known
            and not under.days
            and (not is_known(self._table.texts[place]) or self._table.headed(place) == "status")
        )
        return tells and not self._may_be_planned(place)

    def _stage_told(self) -> None:
        """Where nothing else tells how far each is, the one column of stages, in words of their
        own, of which some say that it is over, is told as progress: 已结题 under 研究阶段.
        """
        table = self._table
        tells = [at for at in table.open if self._may_tell_state(at) and HOW_FAR.search(table.texts[at])]
        if len(tells) == 1 and "percent" not in table.chosen.columns:
            table.read_as("progress", tells[0])

    def _all_past(self, place: int) -> bool:
        """Whether a day up to today stands in practically every row: beside the deadline, the one on which the matter arose."""
        return self._table.under[place].past >= NEARLY_ALL and self._table.in_every_row(place)

    def _may_be_issue(self, heading: str) -> bool:
        """Whether what a heading of past days says, known or not, is no stage, no step
        on the way, not when it was dealt with, and not when somebody or something came.
        """
        return not (_is_stage(heading) or _ON_THE_WAY.search(heading) or says_dealt_with(heading) or _OF_ITS_LIFE.fullmatch(heading.strip()))

    def _before_deadlines(self, place: int) -> bool:
        """Whether practically no row has a deadline before its day there: on it nothing arose that is to be done by then."""
        due = self._table.chosen.columns.get("due")
        return due is None or self._table.seldom_before(due, place)

    def _barely_named(self) -> list[int]:
        """The places of the columns headed 时间 and no more, or Notice sent, where another gives the deadline: as well the day on which it arose."""
        table = self._table
        due = table.chosen.columns.get("due")
        if due is None:
            return []
        told = [place for place in table.open if _NOTICE.fullmatch(table.texts[place].strip()) and table.never_before(due, place)]
        return [*told, *(place for place in table.open if normal(table.texts[place]) == "时间")]

    def _keep_rest(self) -> None:
        """What no column takes is kept with the item; of what another heading was preferred to, that is said."""
        for place, found in self._table.open.items():
            self._table.chosen.kept.append(place)
            if self._may_tell_state(place):
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


def _is_stage(heading: str) -> bool:
    """Whether a heading is a stage of what is written, in either language: 初稿, First draft."""
    return is_stage(heading) or _DRAFTED.fullmatch(heading.strip()) is not None
