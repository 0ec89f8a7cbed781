"""A cell's names where it is known who is here: what is one name, whose section stands beside it, who leads and who supports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.typed.office.name_cell import NameCell
from officecli.typed.office.name_cells import split_names

PEOPLE = {"Ana Ruiz", "Bob Lee", "Cy Moss", "周平", "何静静", "陆远"}
UNITS = {"Records", "Finance", "督查室", "综合科", "县水利局"}
POSTS = {"Records Clerk", "科长"}


class Book:
    """Knows these people by their names, first names and `Last, First`, and these sections and posts."""

    def known(self, text: str) -> bool:
        return text in POSTS or self.is_unit(text) or self.names_person(text)

    def names_person(self, text: str) -> bool:
        last, comma, first = text.partition(", ")
        return (
            text in PEOPLE
            or text in {name.split()[0] for name in PEOPLE}
            or (bool(comma) and (f"{first} {last}" in PEOPLE or (last in PEOPLE and first in POSTS)))
        )

    def is_unit(self, text: str) -> bool:
        return text in UNITS

    def is_elsewhere(self, name: str, unit: str) -> bool:
        return name in {"Bob Lee", "陆远"} and unit == "Finance"

    def is_post(self, text: str) -> bool:
        return text == "DGM (Civil)"

    def is_part_of(self, unit: str, above: str) -> bool:
        return False


def cell(name: str, unit: str = "", part: str = "") -> NameCell:
    return NameCell(unit, name, part)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DGM (Civil) / Ana Ruiz", [cell("DGM (Civil)"), cell("Ana Ruiz")]),
        ("Lee, Bob", [cell("Lee, Bob")]),
        ("Lee, Bob; Ruiz, Ana", [cell("Lee, Bob"), cell("Ruiz, Ana")]),
        ("Lee, Bob / Ruiz, Ana", [cell("Lee, Bob"), cell("Ruiz, Ana")]),
        ("Lee, Bob and Ruiz, Ana", [cell("Lee, Bob"), cell("Ruiz, Ana")]),
        ("Assigned to Bob Lee", [cell("Bob Lee")]),
        ("Reassigned from Ana Ruiz to Bob Lee", [cell("Bob Lee")]),
        ("POC: Bob Lee", [cell("Bob Lee")]),
        ("Not assigned to Bob Lee", [cell("Not assigned to Bob Lee")]),
        ("办公室主任 周平", [cell("周平")]),
        ("督查室 科员 周平", [cell("周平", "督查室")]),
        ("周平 科长", [cell("周平")]),
        ("科长 王大鹏", [cell("王大鹏")]),
        ("原周平，现陆远", [cell("陆远")]),
        ("原为周平，7月1日起由陆远接办", [cell("陆远")]),
        ("原由周平负责，现改由陆远负责", [cell("陆远")]),
        ("原料科、现金科", [cell("原料科"), cell("现金科")]),
        ("周平→陆远", [cell("陆远")]),
        ("周平改为陆远", [cell("陆远")]),
        ("周平（休假，陆远代）", [cell("陆远")]),
        ("督查室（科长外出，由陆远主持工作）", [cell("陆远")]),
        ("督查室（综合科）", [cell("督查室", part="综合科")]),
        ("周平（初稿→定稿）", [cell("周平", part="初稿→定稿")]),
        ("~~周平~~ 陆远", [cell("陆远")]),
        ("Ana Ruiz -> Bob Lee (6/12)", [cell("Bob Lee")]),
        ("was Ana, now Bob", [cell("Bob")]),
        ("Bob Lee (replacing Ana)", [cell("Bob Lee")]),
        ("Ana Ruiz (on leave, Bob covering)", [cell("Bob")]),
        ("Records Clerk (vacant) - Bob covering", [cell("Bob")]),
        ("Ana Ruiz (draft -> final)", [cell("Ana Ruiz", part="draft -> final")]),
        ("Ana Ruiz -> Council", [cell("Ana Ruiz -> Council")]),
        ("Ana Ruiz; cc: Bob Lee", [cell("Ana Ruiz"), NameCell("", "Bob Lee", role="over")]),
        ("督查室办理，抄送综合科", [cell("督查室"), NameCell("", "综合科", role="over")]),
        ("请陆远阅示，周平办理", [NameCell("", "陆远", role="over"), cell("周平")]),
        ("县水利局负责，督查室督办", [NameCell("", "县水利局", role="lead"), NameCell("", "督查室", role="over")]),
        ("Ana Ruiz; Bob Lee to assist", [cell("Ana Ruiz"), NameCell("", "Bob Lee", role="support")]),
        ("Ana Ruiz / support Bob Lee", [cell("Ana Ruiz"), NameCell("", "Bob Lee", role="support")]),
        ("Ana Ruiz, assisting Bob Lee", [cell("Ana Ruiz"), NameCell("", "Bob Lee", role="support")]),
        ("Ana Ruiz - help Bob Lee", [cell("Ana Ruiz"), NameCell("", "Bob Lee", role="support")]),
        ("Records / Support Services", [cell("Support Services", "Records")]),
        ("Records w/ Finance support", [NameCell("", "Records", role="lead"), NameCell("", "Finance", role="support")]),
        ("Alt: Ana / Pri: Bob", [NameCell("", "Ana", role="support"), NameCell("", "Bob", role="lead")]),
        ("周平（协助：陆远）", [cell("周平"), NameCell("", "陆远", role="support")]),
        ("周平（陆远帮手）", [cell("周平"), NameCell("", "陆远", role="support")]),
        ("周平（帮忙：陆远、何静静）", [cell("周平"), NameCell("", "陆远", role="support"), NameCell("", "何静静", role="support")]),
        ("周平（请陆远来搭把手）", [cell("周平"), NameCell("", "陆远", role="support")]),
        ("周平（综合科协同）", [cell("周平"), NameCell("", "综合科", role="support")]),
        ("周平，陆远打下手", [NameCell("", "周平", role="lead"), NameCell("", "陆远", role="support")]),
        ("周平（没人帮忙）", [cell("周平", part="没人帮忙")]),
        ("周平（陆远不再帮忙）", [cell("周平", part="陆远不再帮忙")]),
        ("周平（需要人搭手）", [cell("周平", part="需要人搭手")]),
        ("Per Ana Ruiz: Bob Lee", [cell("Bob Lee")]),
        ("Ana Ruiz / n/a", [cell("Ana Ruiz")]),
        ("督查室2人、综合科1人", [cell("督查室"), cell("综合科")]),
        ("王主任、局长周平", [cell("王主任"), cell("局长周平")]),
        ("党组书记、局长周平", [cell("党组书记局长周平")]),
        ("Records/Finance – Bob", [NameCell("", "Bob", role="lead"), NameCell("", "Records", role="support"), NameCell("", "Finance", role="support")]),
        ("Audit team – Bob", [cell("Bob", "Audit team")]),
        ("Ana and Cy Moss (Finance)", [cell("Ana"), cell("Cy Moss", "Finance")]),
        ("Ana and Bob Lee (Finance)", [cell("Ana and Bob Lee", part="Finance")]),
        ("Ana and Bob Lee (minutes)", [cell("Ana and Bob Lee", part="minutes")]),
        ("Safety Panel (chair: Bob)", [cell("Bob", part="Safety Panel")]),
        ("督查室（周平／陆远）", [cell("周平", "督查室"), cell("陆远", "督查室")]),
        ("原料科 周平", [cell("周平", "原料科")]),
        ("Ana, Bob", [cell("Ana"), cell("Bob")]),
        ("Ana Ruiz, Bob Lee", [cell("Ana Ruiz"), cell("Bob Lee")]),
        ("Ana Ruiz, Records Clerk", [cell("Ana Ruiz, Records Clerk")]),
        ("Ana Ruiz, RN, CIC", [cell("Ana Ruiz")]),
        ("Ana Ruiz, P.E.; Bob Lee PhD", [cell("Ana Ruiz"), cell("Bob Lee")]),
        ("Ruiz, Ana, MPA", [cell("Ruiz, Ana")]),
        ("Bob Lee, Jr., and Ana Ruiz, CPA", [cell("Bob Lee"), cell("Ana Ruiz")]),
        ("Ana Ruiz, Bo Ma", [cell("Ana Ruiz"), cell("Bo Ma")]),
        ("Ana Ruiz, IT", [cell("Ana Ruiz"), cell("IT")]),
        ("Ana Ruiz/Bob Lee", [cell("Ana Ruiz"), cell("Bob Lee")]),
        ("Ana Ruiz / Records", [cell("Ana Ruiz", "Records")]),
        ("Bob Lee / Finance", [cell("Bob Lee"), cell("Finance")]),
        ("陆远/Finance", [cell("陆远", "Finance")]),
        ("Records/Dee Fox", [cell("Dee Fox", "Records")]),
        ("Records - Ana Ruiz", [cell("Ana Ruiz", "Records")]),
        ("Ana Ruiz (Records)", [cell("Ana Ruiz", "Records")]),
        ("i:0#.f|membership|Ana", [cell("Ana")]),
        ("i:0#.w|hall\\Ana;#i:0#.w|hall\\Bob Lee", [cell("Ana"), cell("Bob Lee")]),
        ("Ana Ruiz (Records Clerk)", [cell("Ana Ruiz")]),
        ("Ana(North) Bob(South)", [cell("Ana", part="North"), cell("Bob", part="South")]),
        ("Ana Ruiz (North) Dee Fox (South)", [cell("Ana Ruiz", part="North"), cell("Dee Fox", part="South")]),
        ("Ana (keys) of the hall (north)", [cell("Ana", part="keys) of the hall (north")]),
        ("Ana Bob Cy", [cell("Ana"), cell("Bob"), cell("Cy")]),
        ("Ana Bob", [cell("Ana Bob")]),
        ("Ana Bob Fox", [cell("Ana Bob Fox")]),
        ("Records (Ana Ruiz)", [cell("Ana Ruiz", "Records")]),
        ("督查室\n【周平】\n综合科\n（何静静、陆远）", [cell("周平", "督查室"), cell("何静静", "综合科"), cell("陆远", "综合科")]),
        ("周平\n（会务）", [cell("周平", part="会务")]),
        ("督查室（周平）\n（综合科）", [cell("周平", "督查室"), cell("（综合科）")]),
        ("Ana Ruiz (minutes)", [cell("Ana Ruiz", "", "minutes")]),
        ("Ana Ruiz, Bob Lee, and Cy Moss", [cell("Ana Ruiz"), cell("Bob Lee"), cell("Cy Moss")]),
        ("Ana Ruiz (x) / Bob Lee (y)", [cell("Ana Ruiz", "", "x"), cell("Bob Lee", "", "y")]),
        ("科长：周平", [cell("周平")]),
        ("周平/督查室", [cell("周平", "督查室")]),
        ("督查室 周平 综合科 陆远", [cell("周平", "督查室"), cell("陆远", "综合科")]),
        ("1.督查室 2.综合科", [cell("督查室"), cell("综合科")]),
        ("①督查室②综合科", [cell("督查室"), cell("综合科")]),
        ("（1）督查室，（2）综合科", [cell("督查室"), cell("综合科")]),
        ("（一）督查室、（二）综合科", [cell("督查室"), cell("综合科")]),
        ("综合科、督查室等县直有关部门", [cell("综合科"), cell("督查室"), cell("等县直有关部门")]),
        ("周平（科长，电话5550134）", [cell("周平")]),
        ("【督查室】周平、【综合科】陆远", [cell("周平", "督查室"), cell("陆远", "综合科")]),
        ("督查室·周平", [cell("周平", "督查室")]),
        ("督查室：周平/综合科：陆远", [cell("周平", "督查室"), cell("陆远", "综合科")]),
        ("阿依古丽·买买提", [cell("阿依古丽·买买提")]),
        ("县商务局、县工商局", [cell("县商务局"), cell("县工商局")]),
        ("周平13800000000", [cell("周平")]),
        ("Ana + Bob Lee", [cell("Ana"), cell("Bob Lee")]),
        ("@Ana @Bob", [cell("@Ana"), cell("@Bob")]),
        ("Ana 555-010-0134", [cell("Ana")]),
        ("Ana Ruiz 555-0134", [cell("Ana Ruiz")]),
        ("Ana Ruiz x214, Bob Lee ext. 9", [cell("Ana Ruiz"), cell("Bob Lee ext. 9")]),
        ("Ana Ruiz ext. 212 / Bob Lee ext. 214", [cell("Ana Ruiz"), cell("Bob Lee")]),
        ("Ana Ruiz*, Bob Lee", [cell("Ana Ruiz"), cell("Bob Lee")]),
        ("Ana R. ext. 212", [cell("Ana R.")]),
        ("Ana R. - x212; Bob Lee extension 40", [cell("Ana R."), cell("Bob Lee")]),
        ("Ana Ruiz!!", [cell("Ana Ruiz")]),
        ("!Ana Ruiz!, Bob Lee", [cell("Ana Ruiz"), cell("Bob Lee")]),
        ("**Ana Ruiz**; _Bob Lee_", [cell("Ana Ruiz"), cell("Bob Lee")]),
        ('"Ana Ruiz"', [cell("Ana Ruiz")]),
        ("Ana Ruiz?!", [cell("Ana Ruiz?!")]),
        ("Ana Ruiz (sp?), Bob Lee [sic]", [cell("Ana Ruiz"), cell("Bob Lee")]),
        ("Joseph (Joe) Kim; Samuel (Sam) Ito", [cell("Joseph Kim"), cell("Samuel Ito")]),
        ("Joseph “Joe” Kim", [cell("Joseph Kim")]),
        ("Ana Ruiz (Chair) Bob Lee", [cell("Ana Ruiz (Chair) Bob Lee")]),
        ("Ana Ruiz with help from Bob Lee", [NameCell("", "Ana Ruiz", role="lead"), NameCell("", "Bob Lee", role="support")]),
        ("Ana Ruiz, assisted by Bob Lee", [NameCell("", "Ana Ruiz", role="lead"), NameCell("", "Bob Lee", role="support")]),
        ("Ana Ruiz (Bob Lee assisting)", [cell("Ana Ruiz"), NameCell("", "Bob Lee", role="support")]),
        ("Lead - Ana Ruiz / Support - Bob Lee", [NameCell("", "Ana Ruiz", role="lead"), NameCell("", "Bob Lee", role="support")]),
        ("Ana Ruiz (x 4417)", [cell("Ana Ruiz")]),
        ("督查室\n周平", [cell("周平", "督查室")]),
        ("督查室\n周平\n综合科\n何静静", [cell("周平", "督查室"), cell("何静静", "综合科")]),
        ("督查室\n综合科", [cell("督查室"), cell("综合科")]),
        ("督查室、周平", [cell("督查室"), cell("周平")]),
        ("督查室（周平）", [cell("周平", "督查室")]),
        ("督查室(周平、陆远)", [cell("周平", "督查室"), cell("陆远", "督查室")]),
        ("督查室\n（周平）", [cell("周平", "督查室")]),
        ("督查室 \n(周平)\n综合科\n（何静静、陆远）", [cell("周平", "督查室"), cell("何静静", "综合科"), cell("陆远", "综合科")]),
        ("周平\n（资料）", [cell("周平", "", "资料")]),
        ("督查室（赵明）", [cell("赵明", "督查室")]),
        ("督查室：周平", [cell("周平", "督查室")]),
        ("督查室-周平", [cell("周平", "督查室")]),
        ("督查室——周平", [cell("周平", "督查室")]),
        ("周平（督查室）", [cell("周平", "督查室")]),
        ("周平（科长）", [cell("周平")]),
        ("周平（资料）", [cell("周平", "", "资料")]),
        ("综合科（资料）、督查室(会务)", [cell("综合科", "", "资料"), cell("督查室", "", "会务")]),
        ("督查室 周平 陆远", [cell("周平", "督查室"), cell("陆远", "督查室")]),
        ("督查室主任 周平", [cell("周平")]),
        ("张主任 周平", [cell("张主任"), cell("周平")]),
        ("周平 13800000000", [cell("周平")]),
        ("周平（5550134）", [cell("周平")]),
        ("周平，电话：010-5550134", [cell("周平")]),
        ("综合科、督查室等", [cell("综合科"), cell("督查室"), cell("等")]),
        ("综合科等5个部门", [cell("综合科"), cell("等5个部门")]),
        ("县水利局\n张三", [cell("张三", "县水利局")]),
        ("县林业局/张三", [cell("张三", "县林业局")]),
    ],
)  # fmt: skip
def test_what_is_one_name_is_not_taken_apart(text: str, names: list[NameCell]) -> None:
    assert split_names(text, Book()) == names


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        ("由督查室牵头，综合科、县水利局配合", ["督查室"], ["综合科", "县水利局"]),
        ("督查室牵头，综合科配合", ["督查室"], ["综合科"]),
        ("督查室牵头", ["督查室"], []),
        ("督查室负责，综合科、县水利局等部门配合", ["督查室"], ["综合科", "县水利局", "等部门"]),
        ("由督查室会同综合科办理", ["督查室"], ["综合科"]),
        ("县住建局会同县交通局办理", ["县住建局"], ["县交通局"]),
        ("督查室（牵头）、综合科、县水利局", ["督查室"], []),
        ("督查室（牵头）、综合科（配合）", ["督查室"], ["综合科"]),
        ("牵头：督查室；配合：综合科、县水利局", ["督查室"], ["综合科", "县水利局"]),
        ("牵头单位：督查室\n配合单位：综合科", ["督查室"], ["综合科"]),
        ("主办:督查室 协办:综合科", ["督查室"], ["综合科"]),
        ("【牵头】督查室【配合】综合科、县水利局", ["督查室"], ["综合科", "县水利局"]),
        ("（牵头）\n督查室\n（配合）\n综合科", ["督查室"], ["综合科"]),
        ("督查室\n（牵头）\n综合科\n（配合）", ["督查室"], ["综合科"]),
        ("A角：周平 B角：陆远", ["周平"], ["陆远"]),
        ("A角周平、B角陆远", ["周平"], ["陆远"]),
        ("周平（A角）、陆远（B角）", ["周平"], ["陆远"]),
        ("督查室商综合科", ["督查室"], ["综合科"]),
        ("督查室，综合科、县水利局配合", ["督查室"], ["综合科", "县水利局"]),
        ("组长：周平 副组长：陆远 成员：何静静", ["周平"], ["陆远", "何静静"]),
        ("组长周平、成员陆远", ["周平"], ["陆远"]),
        ("责任人周平，协助人陆远", ["周平"], ["陆远"]),
        ("项目经理周平", ["周平"], []),
        ("责任人员周平、配合人员陆远", ["周平"], ["陆远"]),
        ("成员单位、督查室", [], []),
        ("组长单位", [], []),
        ("由督查室会商综合科办理", ["督查室"], ["综合科"]),
        ("由供应商科办理", [], []),
        ("主：周平 辅：陆远", ["周平"], ["陆远"]),
        ("周平为主，陆远为辅", ["周平"], ["陆远"]),
        ("周平主抓，陆远参加", ["周平"], ["陆远"]),
        ("何静静分管，周平负责", ["周平"], []),
        ("承办人：周平 审核人：陆远", ["周平"], ["陆远"]),
        ("督查室（综合科配合）", [], ["综合科"]),
        ("督查室（牵头，综合科配合）", [], ["综合科"]),
        ("周平、★陆远", ["陆远"], []),
        ("★周平、★陆远", [], []),
        ("何静静（分管）、周平（具体）", ["周平"], []),
        ("联系领导：何静静；责任人：周平", ["周平"], []),
        ("分管领导 何静静；经办人 周平", ["周平"], []),
        ("经办人 周平；分管领导 何静静", ["周平"], []),
        ("分管领导 何静静 经办人 周平", ["周平"], []),
        ("分管副主任 何静静；具体经办 周平", ["周平"], []),
        ("主办 周平 协办 陆远", ["周平"], ["陆远"]),
        ("周平 主办 陆远 协办", ["周平"], ["陆远"]),
        ("OPR: Ana; OCR: Bob", ["Ana"], ["Bob"]),
        ("OPR Ana / OCR Bob", ["Ana"], ["Bob"]),
        ("Primary - Ana, Backup - Bob", ["Ana"], ["Bob"]),
        ("Oprah Lee", [], []),
        ("第一责任人 何静静 直接责任人 周平", ["周平"], []),
        ("包案领导 何静静 包案单位 督查室", ["督查室"], []),
        ("周平总负责，陆远配合", ["周平"], ["陆远"]),
        ("周平带队", ["周平"], []),
        ("Supervisor: Ana; Staff: Bob", ["Bob"], []),
        ("Sponsor: Ana, PM: Bob", ["Bob"], []),
        ("Ana with Bob", ["Ana"], ["Bob"]),
        ("Ana, help from Bob", ["Ana"], ["Bob"]),
        ("Ana - support from Bob", ["Ana"], ["Bob"]),
        ("Ana (assistance from Bob)", [], ["Bob"]),
        ("Ana, backed by Bob", ["Ana"], ["Bob"]),
        ("Ana plus Bob", ["Ana"], ["Bob"]),
        ("Ana, in coordination with Bob", ["Ana"], ["Bob"]),
        ("Care Plus Clinic", [], []),
        ("Ana, help needed", [], []),
        ("Ana, Bob (Bob leads)", ["Bob"], []),
        ("Ana & Bob (lead: Bob)", ["Bob"], []),
        ("Ana / Bob - Bob in the lead", ["Bob"], []),
        ("Ana + Bob (led by Bob)", ["Bob"], []),
        ("Ana (Bob leads)", ["Bob"], []),
        ("Ana leads, Bob supports", ["Ana"], ["Bob"]),
        ("Ana to lead; Bob", ["Ana"], []),
        ("Ana under Bob Lee as lead", ["Bob Lee"], []),
        ("Ana w/ Bob leading", ["Bob"], []),
        ("Ana, led by Bob", ["Bob"], []),
        ("Ana under Bob", [], []),
        ("Ana, Bob (Bob = lead)", ["Bob"], []),
        ("Ana / Bob, lead Bob", ["Bob"], []),
        ("Ana - support, Bob - lead", ["Bob"], ["Ana"]),
        ("Ana: lead; Bob: support", ["Ana"], ["Bob"]),
        ("Ana w/ Bob (lead)", ["Bob"], []),
        ("Ana w/o Bob", [], []),
        ("Ana and Bob lead", [], []),
        ("Ana, Bob to lead", [], []),
        ("Ana, Bob (neither leads)", [], []),
        ("Ana; Bob to lead from September", [], []),
        ("Ana, Team Lead", [], []),
        ("Ana, Bob* (*lead)", ["Bob"], []),
        ("Ana, *Bob (* = lead)", ["Bob"], []),
        ("Ana*, Bob* (*lead)", [], []),
        ("Ana / Bob (lead)", ["Bob"], []),
        ("Ana / Bob (support)", [], ["Bob"]),
        ("督查室/综合科（配合）", [], ["督查室", "综合科"]),
        ("Owner = Ana", ["Ana"], []),
        ("Lead=Ana; Support=Bob", ["Ana"], ["Bob"]),
        ("Lead is Ana", ["Ana"], []),
        ("Lead is unknown", [], []),
        ("Ana w/ Bob, Cy", ["Ana"], ["Bob", "Cy"]),
        ("Lead: Ana; Support: Bob", ["Ana"], ["Bob"]),
        ("IT Support - Ana Ruiz", [], []),
        ("Project Lead - Ana Ruiz", [], []),
        ("Ana (lead), Bob (support)", ["Ana"], ["Bob"]),
    ],
)
def test_who_leads_and_who_supports_as_the_cell_says(text: str, leads: list[str], supports: list[str]) -> None:
    found = split_names(text, Book())
    assert [one.name for one in found if one.role == "lead"] == leads
    assert [one.name for one in found if one.role == "support"] == supports


@pytest.mark.parametrize(
    "text",
    [
        "各科室",
        "各乡镇",
        "各乡镇、街道",
        "村干部",
        "各有关单位",
        "县直有关单位",
        "县直各有关部门",
        "各乡镇人民政府",
        "其他相关镇街",
        "各县市区政府",
        "全体职工",
        "各村（社区）",
        "ALL",
        "all departments",
        "All Staff",
        "Various",
    ],
)
def test_collectives_name_nobody(text: str) -> None:
    assert all(one.collective for one in split_names(text, Book()))


def test_a_cell_of_blanks_is_read_at_once() -> None:
    assert [one.name for one in split_names("周平" + "\n" * 5000 + "吴萍" + " " * 5000, Book())] == [
        "周平",
        "吴萍",
    ]  # hours, where blanks are tried in threes


@pytest.mark.parametrize("text", ["周平", "镇办公室", "直属机关工委", "社区服务中心", "村镇科", "社区办", "乡镇股", "Allan Lee", "Team Records"])
def test_a_name_is_no_collective(text: str) -> None:
    assert not any(one.collective for one in split_names(text, Book()))


@given(st.text(alphabet="周平督查室局由牵头配合等A角、，,;:：()（）-/ \n@+w135电话Ana Ruiz Records", max_size=50))
def test_any_text_gives_names_that_are_not_blank(text: str) -> None:
    for one in split_names(text, Book()):
        assert one.name.strip()
