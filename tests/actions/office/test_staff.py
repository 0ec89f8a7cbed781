"""People come, move and go: by whom, to which seat, and with what becoming of their work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from officecli.actions.acting import Acting, acting
from officecli.actions.items import halting
from officecli.actions.items.register import Order, register
from officecli.actions.items.review import close
from officecli.actions.items.submitting import submit
from officecli.actions.items.supporting import part_done
from officecli.actions.office.absences import Leave, absent
from officecli.actions.office.staff import Particulars, add_person, leave, move_person, set_person
from officecli.cli.answers import sentences
from officecli.errors import BadInput, NotFound, OfficeError, Refused
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import Row, reading
from stage.monday import office, small_office

__all__ = ["office", "small_office"]

pytestmark = pytest.mark.on_sqlite

NOTHING = Particulars()


def do(url: str, action: Callable[..., Any], *arguments: Any, as_name: str = "孙丽", verb: str = "") -> Acting:
    with acting(place(url), verb or f"person-{action.__name__.removesuffix('_person')}", as_name) as act:
        action(act, *arguments)
    return act


def give(url: str, title: str, lead: str, *support: str, by: str = "", as_name: str = "孙丽") -> None:
    do(url, lambda act: register(act, Order(title, lead, due="+10wd", support=support, by=by, source="第1号")), as_name=as_name, verb="add")


def rows(url: str, sql: str) -> list[Row]:
    with reading(place(url)) as read:
        assert verify(read).faults == ()
        return read.rows(sql)


def person(url: str, name: str) -> Row:
    (found,) = rows(url, f"SELECT * FROM v_person WHERE name = '{name}'")
    return found


def empty_a_seat(url: str) -> None:
    do(url, leave, "刘洋")


def test_somebody_new_takes_a_free_seat(office: str) -> None:
    empty_a_seat(office)
    act = do(office, add_person, " 林　晓 ", "秘书科/秘书科科员", Particulars(login="linx", email="l@x.example", joined="2026-11-02"))
    said = list(sentences(act.done))
    assert said[0] == "林 晓 is on record: 秘书科/秘书科科员."
    assert "officecli person selected" in said[1]
    new = person(office, "林 晓")
    assert (new["post"], new["login"], new["email"], new["joined"], new["registrar"]) == ("秘书科科员", "linx", "l@x.example", "2026-11-02", 0)
    do(office, lambda act: act.person("林晓"))


def test_who_is_added_joined_today_unless_it_is_said(small_office: str) -> None:
    empty_a_seat(small_office)
    do(small_office, add_person, "Lin", "秘书科科员", NOTHING)
    assert person(small_office, "Lin")["joined"] == "2026-11-23"


@pytest.mark.parametrize(
    ("name", "post", "given", "said"),
    [
        ("Lin", "主任", NOTHING, "办公室领导/主任 has 1 seat, and 周海 is on it."),
        ("Lin", "nowhere", NOTHING, "There is no post “nowhere”."),
        ("王 强", "秘书科科员", NOTHING, "There is already somebody called 王强."),
        ("刘洋", "秘书科科员", NOTHING, "刘洋 left on 2026-11-23, and the record still speaks of them by this name."),
        ("我", "秘书科科员", NOTHING, "“我” means whoever types, so nobody can be called that."),
        ("me", "秘书科科员", NOTHING, "“me” means whoever types, so nobody can be called that."),
        ("", "秘书科科员", NOTHING, "A name is empty."),
        ("L\0in", "秘书科科员", NOTHING, "“L\0in” holds a character nobody can see (U+0000)."),
        ("Lin\u202e", "秘书科科员", NOTHING, "“Lin\u202e” holds a character nobody can see (U+202E)."),
        ("a/b", "秘书科科员", NOTHING, "The name “a/b” holds “/”, which joins names (unit/title, name:part)."),
        ("李娜、王强", "秘书科科员", NOTHING, "The name “李娜、王强” holds “、”, which joins names (unit/title, name:part)."),
        ("none", "秘书科科员", NOTHING, "In a ledger “none” says that there is nobody, so nobody can be called that."),
        ("L" * 121, "秘书科科员", NOTHING, "The name is too long: at most 120 characters."),
        ("Lin", "秘书科科员", Particulars(login="a b"), "The login “a b” holds a space."),
        ("Lin", "秘书科科员", Particulars(email="lin"), "“lin” is no mail address."),
    ],
)
def test_who_cannot_be_added(small_office: str, name: str, post: str, given: Particulars, said: str) -> None:
    empty_a_seat(small_office)
    with pytest.raises(OfficeError) as caught:
        do(small_office, add_person, name, post, given)
    assert isinstance(caught.value, BadInput | NotFound)
    assert caught.value.what == said


def test_a_new_name_is_answered_with_the_old_one(office: str) -> None:
    for name, old in (("王强", ""), ("王小强", "王强")):
        act = do(office, set_person, "王强", Particulars(name=name))
        assert [getattr(done, "renamed_from", None) for done in act.done] == [old]


def test_a_login_belongs_to_one_person(office: str) -> None:
    do(office, set_person, "王强", Particulars(login="wq"))
    with pytest.raises(BadInput, match="The login “wq” is 王强"):
        do(office, set_person, "陈静", Particulars(login="wq"))
    do(office, set_person, "王强", Particulars(login=""))
    do(office, set_person, "陈静", Particulars(login="wq"))
    assert person(office, "陈静")["login"] == "wq"


def test_superiors_may_what_others_may_not(small_office: str) -> None:
    do(small_office, set_person, "王强", Particulars(email="w@x.example"), as_name="张伟")
    assert rows(small_office, "SELECT role FROM trail ORDER BY seq DESC LIMIT 1") == [{"role": "superior"}]
    do(small_office, leave, "刘洋")
    do(small_office, leave, "陈静")
    for name, action, arguments, whose in (
        ("李娜", set_person, ("王强", Particulars(email="x@x.example")), "“change a person” (王强)"),
        ("王强", set_person, ("王强", Particulars(email="x@x.example")), "“change a person” (王强)"),
        ("李娜", move_person, ("王强", "督查科员"), "“move a person” (王强)"),
        ("李娜", leave, ("王强",), "“record a leaving” (王强)"),
        ("李娜", add_person, ("Lin", "秘书科科员", NOTHING), "“take somebody on” (Lin)"),
    ):
        with pytest.raises(Refused) as caught:
            do(small_office, action, *arguments, as_name=name)
        ((label, what, fix),) = caught.value.reasons
        assert label == "A401 not-entitled"
        assert what.startswith(whose)
        assert what.endswith(f"not for {name}.")
        assert fix.startswith("Ask a registrar: 孙丽; or a superior of")
    with pytest.raises(Refused) as caught:
        do(small_office, set_person, "王强", Particulars(registrar=True), as_name="张伟")
    said = "Only a registrar makes somebody a registrar, or ends it; 张伟 is none."
    assert caught.value.reasons == (("A401 not-entitled", said, "Ask a registrar: 孙丽."),)


def test_whoever_stands_in_for_a_superior_may_what_the_superior_may(small_office: str) -> None:
    do(small_office, lambda act: absent(act, "张伟", Leave(until="fri", stand_in="李娜")), as_name="张伟", verb="absent")
    do(small_office, leave, "刘洋", as_name="李娜")
    do(small_office, add_person, "Lin", "秘书科科员", NOTHING, as_name="李娜")
    entries = rows(small_office, "SELECT t.role, p.name FROM trail t JOIN person p ON p.id = t.behalf_id WHERE t.verb LIKE 'person-%'")
    assert {tuple(row.values()) for row in entries} == {("superior", "张伟")}
    with pytest.raises(Refused, match=r"nothing was changed"):
        do(small_office, set_person, "李娜", Particulars(email="x@x.example"), as_name="李娜")


def test_a_superior_adds_to_a_post_below(small_office: str) -> None:
    do(small_office, leave, "刘洋", as_name="张伟")
    do(small_office, add_person, "Lin", "秘书科科员", NOTHING, as_name="周海")
    assert person(small_office, "Lin")["post"] == "秘书科科员"


def test_the_last_registrar_stays_one_where_nobody_else_could_change_the_office(small_office: str) -> None:
    do(small_office, set_person, "王强", Particulars(login=rows(small_office, "SELECT founder_login FROM office")[0]["founder_login"]))
    for action, arguments in ((set_person, ("孙丽", Particulars(registrar=False))), (leave, ("孙丽",))):
        with pytest.raises(Refused, match="nobody would be left who may change the office"):
            do(small_office, action, *arguments)
    do(small_office, set_person, "王强", Particulars(registrar=True))
    do(small_office, set_person, "孙丽", Particulars(registrar=False))


def test_a_name_is_corrected_in_place(small_office: str) -> None:
    do(small_office, set_person, "王强", Particulars(name="王  刚"))
    assert person(small_office, "王 刚")["post"] == "秘书科科员"
    with pytest.raises(BadInput, match="There is already somebody called 陈静"):
        do(small_office, set_person, "王刚", Particulars(name="陈 静"))


def test_who_moves_keeps_the_old_post_in_the_record(office: str, at: Callable[[str], None]) -> None:
    do(office, leave, "陈静")
    at("2026-11-25T01:00")
    assert list(sentences(do(office, move_person, "王强", "督查室/督查科员").done)) == ["王强 is now 督查室/督查科员."]
    assert person(office, "王强")["unit"] == "督查室"
    past = rows(
        office, "SELECT p.title, h.until FROM past_post h JOIN post p ON p.id = h.post_id JOIN person w ON w.id = h.person_id WHERE w.name = '王强'"
    )
    assert past == [{"title": "秘书科科员", "until": "2026-11-25"}]
    before = rows(office, "SELECT MAX(seq) AS seq FROM trail")
    assert list(sentences(do(office, move_person, "王强", "督查科员").done)) == ["Nothing to change: 王强 is 督查室/督查科员."]
    assert rows(office, "SELECT MAX(seq) AS seq FROM trail") == before
    with pytest.raises(BadInput, match="督查室/督查科员 has 1 seat, and 王强 is on it"):
        do(office, move_person, "刘洋", "督查科员")


def test_who_has_open_work_stays_and_is_told_all_of_it(office: str) -> None:
    give(office, "清退文件", "王强", "陈静:核对", as_name="张伟")
    give(office, "编发通报", "陈静", "王强:校对", "赵敏:印发", as_name="李娜")
    give(office, "旧事", "王强", as_name="张伟")
    do(office, halting.cancel, "3", "no longer needed", as_name="张伟", verb="cancel")
    before = rows(office, "SELECT MAX(seq) AS seq FROM trail")
    with pytest.raises(Refused) as caught:
        do(office, leave, "王强")
    assert [reason[:2] for reason in caught.value.reasons] == [
        ("2026-001", "王强 leads it: 清退文件"),
        ("2026-002", "王强 supports it: 编发通报 (校对)"),
    ]
    assert rows(office, "SELECT MAX(seq) AS seq FROM trail") == before


def test_all_work_goes_to_the_successor(office: str, at: Callable[[str], None]) -> None:
    give(office, "清退文件", "王强", "赵敏:核对", as_name="张伟")
    give(office, "编发通报", "陈静", "王强:校对", as_name="李娜")
    give(office, "整理档案", "刘洋", "王强:搬运", as_name="张伟")
    at("2026-11-24T01:00")
    act = do(office, leave, "王强", "刘洋", verb="person-leave")
    assert list(sentences(act.done)) == ["王强 has left.", "刘洋 takes over 2026-001, 2026-002, 2026-003."]
    (item,) = rows(office, "SELECT lead, status, signed, sign_by FROM v_item WHERE number = '2026-001'")
    assert (item["lead"], item["status"], item["signed"]) == ("刘洋", "issued", None)
    assert item["sign_by"] > "2026-11-25"
    assert rows(office, "SELECT p.name, h.until FROM past_lead h JOIN person p ON p.id = h.person_id") == [{"name": "王强", "until": "2026-11-24"}]
    parts = rows(
        office,
        "SELECT i.number, p.name, s.part, s.until FROM support s JOIN person p ON p.id = s.person_id JOIN item i ON i.id = s.item_id ORDER BY s.id",
    )
    assert [tuple(row.values()) for row in parts] == [
        ("2026-001", "赵敏", "核对", None),
        ("2026-002", "王强", "校对", "2026-11-24"),
        ("2026-003", "王强", "搬运", "2026-11-24"),  # the successor leads this one
        ("2026-002", "刘洋", "校对", None),
    ]
    gone = person(office, "王强")
    assert (gone["left_on"], gone["post"], gone["login"]) == ("2026-11-24", None, None)


def test_the_successor_who_supports_already_has_both_parts(small_office: str) -> None:
    give(small_office, "编发通报", "张伟", "王强:校对", "刘洋:印发", as_name="吴芳")
    do(small_office, leave, "王强", "刘洋")
    assert rows(small_office, "SELECT part FROM support WHERE until IS NULL") == [{"part": "印发; 校对"}]


def test_a_successor_who_supported_leads_and_supports_no_more(small_office: str) -> None:
    give(small_office, "清退文件", "王强", "赵敏:核对", as_name="张伟")
    do(small_office, leave, "王强", "赵敏")
    assert rows(small_office, "SELECT lead FROM v_item") == [{"lead": "赵敏"}]
    assert rows(small_office, "SELECT id FROM support WHERE until IS NULL") == []


def test_a_part_that_is_done_stays_with_who_did_it(small_office: str) -> None:
    give(small_office, "编发通报", "张伟", "王强:校对", as_name="吴芳")
    do(small_office, lambda act: part_done(act, "1", "王强"), as_name="王强", verb="part")
    do(small_office, leave, "王强")
    assert rows(small_office, "SELECT p.name, s.until FROM support s JOIN person p ON p.id = s.person_id") == [{"name": "王强", "until": None}]


def test_an_item_under_review_waits_on_under_the_successor(small_office: str) -> None:
    give(small_office, "清退文件", "王强", as_name="张伟")
    do(small_office, lambda act: submit(act, "1", "done"), as_name="王强", verb="submit")
    do(small_office, leave, "王强", "刘洋")
    assert rows(small_office, "SELECT lead, status FROM v_item") == [{"lead": "刘洋", "status": "submitted"}]


def test_what_somebody_gave_goes_to_the_superior_or_the_successor(office: str) -> None:
    give(office, "清退文件", "王强", as_name="张伟")
    do(office, leave, "张伟")
    assert rows(office, "SELECT originator FROM v_item") == [{"originator": "吴芳"}]
    do(office, leave, "吴芳", "李娜")
    assert rows(office, "SELECT originator FROM v_item") == [{"originator": "李娜"}]


def test_what_somebody_gave_to_whoever_is_above_everybody_is_their_own(small_office: str) -> None:
    give(small_office, "年度报告", "周海", by="吴芳")
    do(small_office, leave, "吴芳")
    assert rows(small_office, "SELECT originator FROM v_item") == [{"originator": "周海"}]
    do(small_office, lambda act: close(act, "1", "已印发"), as_name="周海", verb="close")


def test_who_has_no_superior_needs_a_successor_for_what_they_gave(small_office: str) -> None:
    give(small_office, "清退文件", "王强", as_name="周海")
    with pytest.raises(Refused) as caught:
        do(small_office, leave, "周海")
    assert caught.value.reasons[0][:2] == ("2026-001", "周海 gave it, and has no superior: 清退文件")
    do(small_office, leave, "周海", "吴芳")


@pytest.mark.parametrize(
    ("name", "to", "said"), [("王强", "王强", "cannot succeed"), ("王强", "王刚", "Nobody here is called"), ("王强", "刘洋", "left on")]
)
def test_who_cannot_succeed(small_office: str, name: str, to: str, said: str) -> None:
    give(small_office, "清退文件", "王强", as_name="张伟")
    empty_a_seat(small_office)
    with pytest.raises(OfficeError, match=said):
        do(small_office, leave, name, to)
