from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from officecli.errors import BadInput
from officecli.model.names import name_key
from officecli.model.office.organisation import Alias, Body, Person, Post, Rank, Unit
from officecli.reports.office import units
from officecli.store.place import place
from officecli.store.read.reader import reading
from officecli.typed.office.name_book import Meant, NameBook
from officecli.typed.office.name_cell import NameCell
from stage import by_row
from stage.command_lines import type_

STAFF: dict[str, list[tuple[str, str, str | None, str | None]]] = {
    "Public Works": [("Works Director", "Samuel Okafor", "sokafor@town.example", None), ("Engineer", "Greg Moss", "gmoss@town.example", "gmoss")],
    "Human Resources": [("HR Manager", "David Kim", None, None)],
    "Village Assessor": [("Head of Assessments", "Mina Holt", None, None)],
    "Parish": [("Parish Clerk", "Joan Pell", None, None)],
    "Technology": [
        ("IT Manager", "Karen Kim", "kkim@town.example", None),
        ("Analyst", "Ruth O'Dell", None, None),
        ("Typist", "Ida Francis", None, None),
        ("Trainee", "José Peñalver", None, None),
    ],
    "县财政局": [("局长", "彭卫东", None, None)],
    "秘书科": [("科长", "吴海燕", None, None), ("副科长", "林峰", None, None), ("科员", "林小林", None, None)],
    "招生就业科": [("科长", "宋以宁", None, None)],
    "国有资产管理科": [("科长", "贾明远", None, None)],
    "学生工作科": [("科长", "卫晴", None, None)],
    "学校工程科": [("科长", "阮成", None, None)],
}


@pytest.fixture
def office(sqlite_url: str, at: Callable[[str], None]) -> by_row.Staged:
    at("2026-07-06T02:00")
    office = by_row.office(sqlite_url)
    with office.changing() as change:
        rank = change.add(Rank, "setup", name="grade", level=4).id
        for unit, posts in STAFF.items():
            unit_id = change.add(Unit, "setup", name=unit, nature="service").id
            above = None
            for title, name, email, login in posts:
                post = change.add(Post, "setup", title=title, unit_id=unit_id, rank_id=rank, reports_to_id=above, seats=1)
                above = above or post.id
                fields = {"name": name, "name_key": name_key(name), "post_id": post.id, "email": email, "login": login}
                person = change.add(Person, "setup", **fields, joined=date(2020, 1, 1))
                if name == "Greg Moss":
                    change.add(Alias, "setup", name="Mossy", name_key="mossy", person_id=person.id)
    return office


@pytest.mark.parametrize(
    ("said", "name", "through"),
    [
        ("Samuel Okafor", "Samuel Okafor", ""),
        ("Okafor, Samuel", "Samuel Okafor", "name"),
        ("sokafor@town.example", "Samuel Okafor", "name"),
        ("Samuel Okafor <sokafor@town.example>", "Samuel Okafor", "name"),
        ("Greg Moss <greg@elsewhere.example>", "Greg Moss", "name"),
        ("TOWN\\gmoss", "Greg Moss", "name"),
        ("sokafor", "Samuel Okafor", "name"),
        ("Works Dir. Okafor", "Samuel Okafor", "name"),
        ("HR Mgr. Kim", "David Kim", "name"),
        ("IT Mgr. Kim", "Karen Kim", "name"),
        ("HR Mgr Kim", "David Kim", "name"),
        ("PW Dir. Okafor", "Samuel Okafor", "name"),
        ("PW Engr. Moss", "Greg Moss", "name"),
        ("Pub. Works", "Samuel Okafor", "unit"),
        ("Hum Res", "David Kim", "unit"),
        ("Engr.", "Greg Moss", "post"),
        ("the Typist", "Ida Francis", "post"),
        ("Mossy", "Greg Moss", "name"),
        ("@Samuel Okafor", "Samuel Okafor", "name"),
        ("Samuel", "Samuel Okafor", "name"),
        ("S. Okafor", "Samuel Okafor", "name"),
        ("Okafor S", "Samuel Okafor", "name"),
        ("Sam Okafor", "Samuel Okafor", "name"),
        ("Sam O.", "Samuel Okafor", "name"),
        ("R. O’Dell", "Ruth O'Dell", "name"),
        ("Jose Penalver", "José Peñalver", "name"),
        ("Penalver, Jose", "José Peñalver", "name"),
        ("J. Penalver", "José Peñalver", "name"),
        ("Jose Penalver <jp@elsewhere.example>", "José Peñalver", "name"),
        ("Public Works Engineer", "Greg Moss", "post"),
        ("Engineer of the Public Works Dept", "Greg Moss", "post"),
        ("Technology Analyst", "Ruth O'Dell", "post"),
        ("Head of Technology", "Karen Kim", "unit"),
        ("Public Works lead", "Samuel Okafor", "unit"),
        ("Works Director's Office", "Samuel Okafor", "post"),
        ("Samuel T. Okafor", "Samuel Okafor", "name"),
        ("Mr. Samuel Okafor", "Samuel Okafor", "name"),
        ("SMSgt Okafor", "Samuel Okafor", "name"),
        ("1st Lt. S. Okafor, USAF", "Samuel Okafor", "name"),
        ("2LT Greg Moss", "Greg Moss", "name"),
        ("Moss, Greg CIV", "Greg Moss", "name"),
        ("Det. Insp. Moss", "Greg Moss", "name"),
        ("Flt Lt Moss", "Greg Moss", "name"),
        ("Fr. Moss", "Greg Moss", "name"),
        ("Sen. Okafor", "Samuel Okafor", "name"),
        ("Ms O'Dell", "Ruth O'Dell", "name"),
        ("Director Okafor", "Samuel Okafor", "name"),
        ("samuel.okafor@elsewhere.example", "Samuel Okafor", "name"),
        ("Samuel Okafor, Works Director", "Samuel Okafor", "name"),
        ("K. Kim", "Karen Kim", "name"),
        ("Kim, Karen", "Karen Kim", "name"),
        ("Human Resources", "David Kim", "unit"),
        ("Human Resources Dept.", "David Kim", "unit"),
        ("Department of Human Resources", "David Kim", "unit"),
        ("HR", "David Kim", "unit"),
        ("Human Res.", "David Kim", "unit"),
        ("Director of Works", "Samuel Okafor", "post"),
        ("the Clerk", "Joan Pell", "post"),
        ("Ruth O’Dell", "Ruth O'Dell", "name"),
        ("HR Manager", "David Kim", "post"),
        ("HR Mgr.", "David Kim", "post"),
        ("H.R.", "David Kim", "unit"),
        ("Dept. of Human Resources", "David Kim", "unit"),
        ("Dave Kim", "David Kim", "name"),
        ("Sammy Okafor", "Samuel Okafor", "name"),
        ("Samuel Sammy Okafor", "Samuel Okafor", "name"),
        ("ODell", "Ruth O'Dell", "name"),
        ("BC Samuel Okafor", "Samuel Okafor", "name"),
        ("Assessor's Office", "Mina Holt", "unit"),
        ("财政局", "彭卫东", "unit"),
        ("县财政金融局", "彭卫东", "unit"),
        ("彭局", "彭卫东", "name"),
        ("吴科", "吴海燕", "name"),
        ("老彭", "彭卫东", "name"),
        ("老吴", "吴海燕", "name"),
        ("秘书科吴师傅", "吴海燕", "name"),
        ("彭卫东检察官", "彭卫东", "name"),
        ("彭卫东同志", "彭卫东", "name"),
        ("彭卫东局长", "彭卫东", "name"),
        ("局长彭卫东", "彭卫东", "name"),
        ("彭局长", "彭卫东", "name"),
        ("吴科长", "吴海燕", "name"),
        ("海燕", "吴海燕", "name"),
        ("秘书科吴海燕", "吴海燕", ""),
        ("秘书科科长吴海燕", "吴海燕", "name"),
        ("秘书科副科长", "林峰", "post"),
        ("秘书科负责人", "吴海燕", "unit"),
        ("县政府办公室秘书科", "吴海燕", "unit"),
        ("县政府秘书科", "吴海燕", "unit"),
        ("招就科", "宋以宁", "unit"),
        ("国资科", "贾明远", "unit"),
        ("国资管科", "贾明远", "unit"),
        ("wuhaiyan", "吴海燕", "name"),
        ("Wu Haiyan", "吴海燕", "name"),
        ("haiyan.wu", "吴海燕", "name"),
        ("WHY", "吴海燕", "name"),
        ("wuhy", "吴海燕", "name"),
        ("ouyangxiuwen", "欧阳修文", "name"),
        ("oyxw", "欧阳修文", "name"),
        ("小欧阳", "欧阳修文", "name"),
        ("老欧阳", "欧阳修文", "name"),
        ("林副科", "林峰", "name"),
        ("林副", "林峰", "name"),
        ("秘书吴科", "吴海燕", "name"),
        ("秘书林副科长", "林峰", "name"),
        ("财政彭局", "彭卫东", "name"),
    ],
)
def test_one_person_however_the_name_is_written(office: by_row.Staged, said: str, name: str, through: str) -> None:
    with office.reading() as read:
        found = NameBook(read).find(NameCell("", said))
    assert found is not None
    assert (found.name, found.through) == (name, through)


@pytest.mark.parametrize(
    "said",
    [
        "Mark Fulton",
        "Sam",
        "okafor@elsewhere.example",
        "front.desk@elsewhere.example",
        "Sam Lee",
        "学工科",  # of two
        "Sammy",
        "Ida Frank",
        "Rob Okafor",
        "Karen Moss",
        "Dean Moss",
        "Judge Okafor",
        "Moss Petty",
        "Chaplain Moody",
        "TSgt",
        "TBD",
        "hr",
        "Works",
        "Pub",
        "Pu Wo",
        "Pub Affairs",
        "HR Mgr. Moss",
        "Typ",
        "林晓",
        "彭卫",
        "何海燕",
        "水利局",
        "市财政局",
        "县水利局彭卫东",
        "吴海燕燕",
        "吴海燕老师傅",
        "小彭卫",
        "小吴",
        "小海",
        "彭师傅",
        "Resources Office",
        "林局",
        "海",
        "wh",
        "lf",
        "wuhai",
        "haiyan",
        "wu",
        "彭副局",
        "彭副",
        "吴副科",
        "小春天",
        "秘书彭局",
        "秘书材料",
        "财政吴海燕",
        "办公室主任",
    ],
)
def test_what_fits_nobody_is_nobody(office: by_row.Staged, said: str) -> None:
    with office.reading() as read:
        assert NameBook(read).find(NameCell("", said)) is None


@pytest.mark.parametrize(
    ("unit", "said", "what"),
    [
        ("", "Kim", "“Kim” may mean David Kim, Karen Kim."),
        ("", "Greg Moss <kkim@town.example>", "“Greg Moss <kkim@town.example>” is the name of Greg Moss and the address of Karen Kim."),
        ("县水利局", "彭卫东", "彭卫东 is in 县财政局, not in 县水利局."),
        ("秘书科", "彭卫东", "彭卫东 is in 县财政局, not in 秘书科."),
    ],
)
def test_what_fits_several_or_contradicts_the_office_is_refused(office: by_row.Staged, unit: str, said: str, what: str) -> None:
    with office.reading() as read, pytest.raises(BadInput) as refused:
        NameBook(read).find(NameCell(unit, said))
    assert refused.value.what == what


@pytest.mark.parametrize(
    ("said", "section"),
    [("财政", "县财政局"), ("县财政", "县财政局"), ("秘书", ""), ("局长", ""), ("财", ""), ("水利", ""), ("财政局", ""), ("文秘", "")],
)
def test_a_section_without_its_kind(office: by_row.Staged, said: str, section: str) -> None:
    with office.reading() as read:
        assert NameBook(read).section_called(said) == section


def test_the_section_tells_apart_who_shares_a_name(office: by_row.Staged) -> None:
    with office.reading() as read:
        book = NameBook(read)
        assert book.find(NameCell("Technology", "Kim")) == Meant(office_id(office, "Karen Kim"), "Karen Kim", "name")
        assert book.find(NameCell("State DOT", "Kim")) is None


def test_who_has_left_is_known_by_the_whole_name_alone(office: by_row.Staged) -> None:
    with office.changing() as change:
        change.set(change.get(Person, office_id(office, "Samuel Okafor")), "person-leave", left_on=date(2026, 7, 1))
    with office.reading() as read:
        book = NameBook(read)
        assert book.find(NameCell("", "Okafor")) is None
        assert book.find(NameCell("", "Samuel Okafor")) == Meant(office_id(office, "Samuel Okafor"), "Samuel Okafor")


def office_id(office: by_row.Staged, name: str) -> int:
    with office.reading() as read:
        return int(read.value("SELECT id FROM person WHERE name = :name", name=name))


def test_a_body_of_the_same_kind_is_no_slip_of_another(office: by_row.Staged) -> None:
    with office.changing() as change:
        fields = {"contact": "", "phone": "", "email": ""}
        change.add(Body, "body-add", name="Public Works Department", name_key=name_key("Public Works Department"), **fields)
        change.add(Body, "body-add", name="市统计局", name_key=name_key("市统计局"), **fields)
    with office.reading() as read:
        book = NameBook(read)
        said = [
            book.nearest(NameCell("", name)) for name in ("Police Department", "Parks Department", "Pubic Works Department", "Public Work Department")
        ]
        assert [book.nearest(NameCell("", name)) for name in ("市审计局", "市统汁局")] == ["", "市统计局"]
    assert said == ["", "", "Public Works Department", "Public Works Department"]


def test_a_unit_has_one_head_whoever_asks_and_the_highest_who_is_there(office_url: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T01:00")
    for person in ("李娜", "张伟"):
        assert type_(office_url, "周海", f"person leave {person}").verdict == "clean"
    assert type_(office_url, "周海", "add 自查报告 --lead 吴芳 --each-unit 督查室 --due 2026-07-31").verdict in ("clean", "warned")
    with reading(place(office_url)) as read:
        heads = {row["name"]: row["head"] for row in units.every(read).rows}
        lead = read.value("SELECT lead FROM v_item WHERE parent_id IS NOT NULL")
        book = NameBook(read)
        meant = book.find(NameCell("", "督查室"))
        with pytest.raises(BadInput, match="It is not clear who heads 秘书科"):
            book.find(NameCell("", "秘书科"))
    assert meant is not None
    assert (meant.name, lead, heads["督查室"], heads["秘书科"]) == ("孙丽", "孙丽", "孙丽", None)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("柳湾镇人民政府", "柳湾镇"),
        ("柳湾镇政府", "柳湾镇"),
        ("河口街道办", "河口街道办事处"),
        ("石桥乡", "石桥乡人民政府"),
        ("湾镇政府", ""),
        ("柳湾镇党委", ""),
        ("县政府", ""),
    ],
)
def test_a_place_and_its_government_are_one_body(office: by_row.Staged, said: str, meant: str) -> None:
    with office.changing() as change:
        for name in ("柳湾镇", "河口街道办事处", "石桥乡人民政府"):
            change.add(Body, "body-add", name=name, name_key=name_key(name), contact="", phone="", email="")
    with office.reading() as read:
        found = NameBook(read).body(said)
    assert (found["name"] if found else "") == meant
