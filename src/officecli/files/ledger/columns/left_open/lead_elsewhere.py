"""Who leads where no heading names them: who does, makes, answers for, heads, helps with, approves or is found wanting in what the table is about."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.by_heading.han_morphemes import MAN, does_what
from officecli.files.ledger.columns.by_heading.han_vocabulary import BODY, FAULT, INSPECTS
from officecli.files.ledger.columns.by_heading.people_aside import ASIDE
from officecli.files.ledger.columns.chosen import Table
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, NEARLY_ALL
from officecli.patterns import pattern

_TO_APPROVE = "(?:审[批核查校定阅]|核[准定查对]|复核|许可|发证|受理)(?:责任)?"
_BODY_APPROVES = pattern(rf"{_TO_APPROVE}(?:科室|部门|单位|股室|处室)")
APPROVES = pattern(rf"(?:approver|approving officer|verifier|checker)s?(?: name)?|{_TO_APPROVE}{MAN}", re.IGNORECASE)
"""Who does the work where it is to approve something, and nobody else is named."""

_MAY_LEAD_ALONE = pattern(
    (
        r"(?:行政|党政|政府|包保|属地|领导)(?:责任人|负责人)|总(?:负责|协调|责任)人|(?:责任|分管|牵头|包联)?(?:党组|领导)?班子(?:成员|领导)?"
        r"|(?:accountable|responsible) (?:leader|exec|executive|manager|director|official|head)s?"
    ),
    re.IGNORECASE,
)
"""Who answers for what is done beside others, and does it where nobody else is named."""

_MAKES = pattern(rf"(?:编制|编写|起草|拟制|制作|制表|填[报表写]|统计|经手)(?:{MAN}|{BODY})")
_BEGINS = pattern(rf"(?:发起|组织|举办|召集|主管|主持|拟办|汇报|接[收受办管]|受理)(?:实施|责任)?{BODY}")
_HELPING = pattern(r"^(?:协同|协助|协办|配合|参与|会同|辅助|联合|副)(?:办理)?")
_WATCHES = pattern(rf"(?:[值带]班|督办|督导|督查|跟踪|监督|监管|联系|调度|[点安质巡]检)(?:责任|负责|具体)*{MAN}")
_FINDS = pattern(rf"(?:[排巡]查|摸排|接[访听线]){MAN}")
"""Whoever goes round or takes calls: what they find is for others to mend, and all else theirs."""
_HELPS_OTHERS = pattern(
    rf"(?:帮扶|帮带|结对|帮联|联户|包户|帮代?办|帮助(?:解决|协调|办理|落实)|代办|联企|包企|助企)(?:服务|责任)?(?:党员|{MAN}|{BODY})|助教|助理"
)
"""Who helps somebody outside the office, as 帮扶干部 a household, and nobody who leads."""
_PROVIDES = pattern(rf"(?:.+提供(?:责任)?|(?:统筹|组织)?协调){BODY}")
"""Who gives what others ask for, or brings them together; where nobody is named whom it helps, that is the work."""
_ON_DUTY = pattern(rf"(?:值守|值班|留守|驻守)(?:责任)?{BODY}")
_SENT = pattern(rf"(?:下沉|驻点|增援|支援|抽调|借调)(?:党员|民警|{MAN})")
"""Who was sent to do it with those who are there, and does it where none of these is named."""
_HELP = pattern(rf"(?P<deed>[\u3400-\u9fff]{{2,4}}?)(?:责任)?(?:{MAN}|{BODY})")
_TAKES_THERE = pattern(rf"(?:送(?:年检|[检修测校样保])|[报约带]检)(?:责任)?(?:{MAN}|{BODY})")
"""Who takes the thing to others that look at it or mend it, and brings it back: 送检人, beside 检定机构."""
_MEMBERS = pattern(r"(?:成员|组?员)$")
LOOKED_AT = pattern(
    r"(?:被(?:考核|评估|评价|督[办导查察促]|催[办促告]|警示|监督|调度|提醒|通知|反馈|检查?|巡[查视察]|抽查|稽查|查|约谈|通报|问责|交办|建议|指导|审计)|受[检查审])"
    rf"(?:{MAN}|{BODY}(?:名称)?)|(?:员工|职工|队员|组员)姓名"
)
"""Whoever is looked at or told: what is found wrong is theirs to mend, where nobody is named who looks."""
_FROM = pattern(r"(?P<thing>[\w' -]+?) (?:from|by)", re.IGNORECASE)
_ORDERED = pattern(r"\bordered$", re.IGNORECASE)
_SECOND = pattern(r"\b(?:back ?-?up|alternate|deputy|delegate|stand ?-?in|understudy|reserve|second(?:ary)?|2nd)\b|替补|候补|后备", re.IGNORECASE)
"""Whoever does it in place of another, who is named beside them."""
STANDS_IN = pattern(rf"[\u3400-\u9fff]{{0,4}}(?:联络|联系|对接)(?:人|人员|员|干部)|网格员|(?:{INSPECTS})组?组长")
"""Who follows a matter up or heads those who look into it, where nobody does it here."""


class LeadElsewhere:
    """Finds who leads among the columns that are left, or were read as something else."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def find(self) -> None:
        """Where no heading names who leads, it is who does what the matter is headed by, the section that stands under one
        for bodies, who answers for it, heads a team, is helped, supports, makes it, takes it to others, approves, is looked at,
        watches it, is over it, or began it or took it on.
        """
        ways = (
            self._does_the_matter,
            self._from_whom,
            self._section_for_body,
            self._who_answers,
            self._head_of_team,
            self._who_is_helped,
            self._who_supports,
            self._who_makes_it,
            self._who_takes_it_there,
            self._who_approves,
            self._who_is_looked_at,
            self._who_watches,
            self._leader_over,
            self._who_begins,
            self._who_ordered,
        )
        for way in ways:
            if not {"lead", "unit"} & {*self._table.chosen.columns}:
                way()

    def _does_the_matter(self) -> None:
        """协调人, beside 需协调事项: a person of the office in every row whose heading names what the matter's
        does, be they read as helping; who looks at the work of others only beside the task to do so.
        """
        table, columns = self._table, self._table.chosen.columns
        helping = [*([columns["support"]] if "support" in columns else ()), *table.chosen.more.get("support", ())]
        source = [columns["source"]] if "source" in columns else []  # 报送科室, by 报送时限
        named = [at for at in (*table.open, *helping, *source) if not table.mapped(at) and table.under[at].people == 1 and table.in_every_row(at)]
        does = [at for at in named if does_what(table.texts[at], table.heading("title"), table.heading("due"))]
        does = [at for at in does if table.under[at].persons == 1] or does  # before their section
        if len(does) == 1 and table.under[does[0]].filled >= ENOUGH:
            if does[0] in helping:
                del columns["support"]
                table.chosen.more.pop("support", None)
                for at in helping:
                    if at != does[0]:
                        table.more("support", at)
            if does == source:
                del columns["source"]
            table.read_as("lead", does[0])

    def _from_whom(self) -> None:
        """Whoever is to hand in the thing that the deadline's heading says is due: Copy from, beside Copy due."""
        table = self._table
        named = [at for at in table.open if table.under[at].people >= MOSTLY and table.in_every_row(at)]
        asked = [(at, found) for at in named if (found := _FROM.fullmatch(table.texts[at].strip()))]
        due = table.heading("due").casefold()
        table.read_one_as("lead", [at for at, found in asked if due.startswith(f"{found['thing'].casefold()} ")])

    def _section_for_body(self) -> None:
        """The sections of the office under a heading for bodies, or of those on duty, be a leader over them: 值守部门, beside 带班领导."""
        table = self._table
        place = table.chosen.columns.get("body")
        if place is not None and table.under[place].people >= MOSTLY and not table.mapped(place):
            table.give("unit", table.chosen.columns.pop("body"))
            return
        on_duty = [at for at in table.open if _ON_DUTY.fullmatch(table.texts[at]) and table.under[at].people >= MOSTLY and table.in_every_row(at)]
        table.read_one_as("unit", on_duty)

    def _who_answers(self) -> None:
        """Who answers for it by what they are: 行政责任人."""
        place = self._table.chosen.columns.get("responsible")
        if place is None or self._table.mapped(place):
            return
        headed = self._table.texts[place].isascii() and self._table.may_be(place, "lead")  # Leader
        leader = headed and self._table.under[place].persons >= MOSTLY and self._table.mostly_filled(place)
        if _MAY_LEAD_ALONE.fullmatch(self._table.texts[place]) or leader or self._stands_alone(place):
            self._table.give("lead", self._table.chosen.columns.pop("responsible"))

    def _leader_over(self) -> None:
        """包案领导, one person of the office in every row: whoever is over it, where nobody else is named."""
        place = self._table.chosen.columns.get("responsible")
        if place is not None and self._table.is_led_in_every_row(place) and not self._table.mapped(place):
            self._table.read_as("lead", self._table.chosen.columns.pop("responsible"))

    def _head_of_team(self) -> None:
        """Who heads the team that supports leads: 审计组长, beside 审计组员."""
        table, support = self._table, self._table.chosen.columns.get("support")
        team = _MEMBERS.sub("", table.texts[support]) if support is not None else ""
        heads = [at for at in table.open if team and table.texts[at] in (f"{team}长", f"{team}组长")]
        table.read_one_as("lead", [at for at in heads if table.under[at].people >= MOSTLY])

    def _who_is_helped(self) -> None:
        """出勤部门, beside 协同出勤部门: whose heading is that of those who help, without the help."""
        table = self._table
        helping = [*table.chosen.more.get("support", ()), *([table.chosen.columns["support"]] if "support" in table.chosen.columns else ())]
        helped = {_HELPING.sub("", table.texts[at]) for at in helping if _HELPING.match(table.texts[at])}
        table.read_one_as("lead", [at for at in table.open if table.texts[at] in helped and table.under[at].people >= MOSTLY])

    def _who_supports(self) -> None:
        """Who helps, in English or a household in every row or provides what was asked for, helps with what the matter's says (协查单位, of 协查事项), or
        where their heading may be of who leads, if it is one column of them, but for those who stand in for these: Team member, beside Backup.
        """
        table, place = self._table, self._table.chosen.columns.get("support")
        several = [] if place is None else [place, *table.chosen.more.get("support", ())]
        first = [at for at in several if not _SECOND.search(table.texts[at])] if len(several) > 1 else several
        if len(first) != 1 or any(map(table.mapped, several)):
            return
        place = first[0]
        in_every_row = table.under[place].people == 1 and table.in_every_row(place)
        for_others = in_every_row and (any(form.fullmatch(table.texts[place]) for form in (_HELPS_OTHERS, _PROVIDES)) or self._is_help_with(place))
        sent = in_every_row and _SENT.fullmatch(table.texts[place]) and not table.any_headed(STANDS_IN)
        alone = for_others or sent or (self._stands_alone(place) and not ASIDE.search(table.texts[place]))
        if alone or table.may_be(place, "lead"):
            del table.chosen.columns["support"]
            table.chosen.more.pop("support", None)
            table.give("lead", place)
            for at in several:
                if at != place:
                    table.more("support", at)

    def _is_help_with(self, place: int) -> bool:
        """Whether the matter's heading begins with how a heading says that people or sections help."""
        found = _HELP.fullmatch(self._table.texts[place])
        return found is not None and self._table.heading("title").startswith(found["deed"])

    def _who_makes_it(self) -> None:
        """编制人, beside 复核人: who makes what others look over, one of the office in every row, not the same in all."""
        table = self._table
        makers = [at for at in table.open if _MAKES.fullmatch(table.texts[at]) and table.under[at].people == 1 and table.in_every_row(at)]
        table.read_one_as("lead", [at for at in makers if len(table.under[at].texts) > 1])

    def _who_takes_it_there(self) -> None:
        """送检人, of the office in every row, beside nobody here who looks at the thing or mends it."""
        table = self._table
        here = [at for at in table.open if table.under[at].people >= MOSTLY]
        if len(here) == 1 and _TAKES_THERE.fullmatch(table.texts[here[0]]) and table.in_every_row(here[0]):
            table.read_one_as("lead", here)

    def _who_approves(self) -> None:
        """Who is to approve, else who keeps in touch or heads those who look into it; beside others who help, only one person in every row does.

        Whoever found a fault does not mend it, where it says whose it is: 审核员, beside 受审部门.
        """
        table = self._table
        helped = "support" in table.chosen.columns or (re.search(FAULT, table.heading("title")) and table.any_headed(LOOKED_AT))
        if helped and table.any_headed(APPROVES):
            return
        for key, who in (("unit", _BODY_APPROVES), ("lead", APPROVES)) if table.any_headed(APPROVES) else (("lead", STANDS_IN),):
            named = [at for at in table.open if who.fullmatch(table.texts[at]) and table.under[at].people >= MOSTLY]
            table.read_one_as(key, [at for at in named if not helped or table.is_led_in_every_row(at)])

    def _who_is_looked_at(self) -> None:
        """被检查单位, of the office in every row, beside what was found there."""
        table = self._table
        table.read_one_as("lead", [at for at in table.open if LOOKED_AT.fullmatch(table.texts[at]) and table.under[at].people >= NEARLY_ALL])

    def _who_begins(self) -> None:
        """发起部门, a section of the office in every row: who begins what others help with, or takes it on, where nobody else is named."""
        table = self._table
        begins = [at for at in table.open if _BEGINS.fullmatch(table.texts[at]) and table.under[at].people >= MOSTLY and table.in_every_row(at)]
        table.read_one_as("unit", begins)

    def _who_ordered(self) -> None:
        """Ordered by, one person of the office in every row, of Goods ordered: who sees to it that they come, where nobody else is named."""
        table, place = self._table, self._table.chosen.columns.get("ordered_by")
        if place is not None and not table.mapped(place) and table.is_led_in_every_row(place) and _ORDERED.search(table.heading("title")):
            table.read_as("lead", table.chosen.columns.pop("ordered_by"))

    def _who_watches(self) -> None:
        """督办责任人, one person of the office in every row: who answers here for what others do, where nobody else is named; 巡查人, of no fault."""
        table = self._table
        forms = (_WATCHES,) if re.search(FAULT, table.heading("title")) else (_WATCHES, _FINDS)
        watch = [at for at in table.open if any(form.fullmatch(table.texts[at]) for form in forms)]
        table.read_one_as("lead", [at for at in watch if table.is_led_in_every_row(at)])

    def _stands_alone(self, place: int) -> bool:
        """Whether people of the office stand in every row under an English heading, in most one of them: with nobody else named, these do it."""
        under = self._table.under[place]
        return self._table.texts[place].isascii() and under.people == 1 and under.persons >= MOSTLY and self._table.in_every_row(place)
