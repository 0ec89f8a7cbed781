"""Rules set aside for an item: by whom, until when, and who may end it; a waiver that is over lets the rule bite again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from officecli import clock
from officecli.actions.acting import acting
from officecli.actions.items.register import Order, register
from officecli.actions.record.waivers import add_waiver, end_waiver
from officecli.cli import main
from officecli.cli.answers import sentences
from officecli.errors import BadInput, NotFound, Refused
from officecli.reports.record.waivers import report
from officecli.reports.shape.filters import Filters
from officecli.rules import rule_named
from officecli.store import judge
from officecli.store.place import Place, place
from officecli.store.read.entries import entries
from officecli.store.read.reader import reading
from officecli.typed.record.waivers import check_waivings
from stage.command_lines import type_

pytestmark = pytest.mark.on_sqlite

REGISTRAR, DIRECTOR, DEPUTY, HEAD, CLERK = "孙丽", "周海", "吴芳", "张伟", "王强"


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Iterator[Place]:
    """An office with one ad hoc item of 张伟's that 王强 supports without a part, waived until Friday by 吴芳."""
    at("2026-07-06T01:00")
    with acting(place(office_url), "add", DEPUTY, waivings=check_waivings(["R104=现场再分"], until="fri")) as act:
        register(act, Order("防汛检查", HEAD, "2026-07-31", support=(CLERK,)))
    yield place(office_url)
    clock.pretend(None)


def waivers(office: Place, **filters: Any) -> list[dict[str, Any]]:
    with reading(office) as read:
        return list(report(read, Filters(**filters), all_=True).rows)


def waived(office: Place) -> list[bool]:
    with reading(office) as read:
        return [bool(finding.waived) for finding in judge.findings(read, rule_named("R104"))]


def test_a_waiver_says_who_allowed_and_who_recorded_it(office: Place) -> None:
    with acting(office, "waive", REGISTRAR) as act:
        add_waiver(act, "dormant", "1", "等上级文件", by=DIRECTOR)
    assert list(sentences(act.done)) == ["D308 is set aside for 2026-001.", f"2026-001: you waived a rule in the name of {DIRECTOR}."]
    told = ("code", "name", "number", "lead", "approver", "recorder", "reason", "day", "expires", "in_force")
    assert [tuple(row[key] for key in told) for row in waivers(office)] == [
        ("D308", "dormant", "2026-001", HEAD, DIRECTOR, REGISTRAR, "等上级文件", "2026-07-06", None, True),
        ("R104", "support-without-part", "2026-001", HEAD, DEPUTY, DEPUTY, "现场再分", "2026-07-06", "2026-07-10", True),
    ]


def test_waivers_are_found_by_whatever_items_are_found_by(office: Place, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--db", office.url or f"sqlite:///{office.path}", "--as", REGISTRAR]
    assert main.run(["body", "add", "县水利局", *where]) == 0
    assert main.run(["edit", "1", "--body", "县水利局", *where]) == 0
    assert [len(waivers(office, **{key: value})) for key, value in (("body", "县水利局"), ("person", (CLERK,)), ("person", (DEPUTY,)))] == [1, 1, 0]
    assert main.run(["refusals", "--status", "open", *where]) == 2  # nothing of the matter is kept of a refused attempt
    assert "no option --status" in capsys.readouterr().err


def test_the_list_is_cut_on_a_screen_and_whole_in_a_file(office: Place, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--db", office.url or f"sqlite:///{office.path}", "--as", REGISTRAR]
    with acting(office, "waive", REGISTRAR) as act:
        add_waiver(act, "dormant", "1", "等上级文件", by=DIRECTOR)
    assert main.run(["config", "set", "table.rows", "1", *where]) == 0
    capsys.readouterr()
    for format_, ended in (("table", False), ("csv", True)):
        assert main.run(["waiver", "list", "--format", format_, *where]) == 0
        said = capsys.readouterr().out
        assert "D308" in said
        assert ("R104" in said) is ended


def test_a_superior_allows_it_in_their_own_name_and_hears_so(office: Place) -> None:
    with pytest.raises(BadInput) as refused, acting(office, "waive", DEPUTY) as act:
        add_waiver(act, "dormant", "1", "等上级文件", by=DIRECTOR)
    assert (refused.value.what, refused.value.fix) == (
        "吴芳 may allow it, and cannot record that another does.",
        "Allow it yourself: leave out --waived-by (of officecli waiver add: --by).",
    )


def test_a_pair_is_refused_once(office: Place) -> None:
    with acting(office, "add", DEPUTY) as act:
        register(act, Order("电梯摸底", "李娜", "2026-07-31", source="纪要"))
    with pytest.raises(Refused) as refused, acting(office, "add", DEPUTY) as act:
        register(act, Order("电梯摸底", HEAD, "2026-07-31", source="纪要"))
    assert [label for label, _what, _fix in refused.value.reasons] == ["R103 given-out-twice"]
    for parts in (("王强", "刘洋"), ("王强:上半年", "刘洋"), ("王强", "刘洋:下半年")):
        said = type_(office.url or str(office.path), HEAD, f"add 卷宗清点 --each {parts[0]} --each {parts[1]} --due fri")
        assert (said.verdict, said.said.count("R102 same-rank-ad-hoc")) == ("refused", 1), parts


def test_a_waiver_that_is_over_lets_the_rule_bite_again(office: Place, at: Callable[[str], None]) -> None:
    at("2026-07-10T15:00")
    assert waived(office) == [True]
    at("2026-07-11T01:00")
    assert waived(office) == [False]
    assert [row["in_force"] for row in waivers(office)] == [False]
    with reading(office) as read:
        assert report(read, Filters()).rows == ()
        assert len(report(read, Filters(as_of="2026-07-10")).rows) == 1


def test_the_check_passes_while_it_is_waived_only(office: Place, at: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    url = str(office.path) if office.engine == "sqlite" else office.url
    check = ["check", "--rule", "R104", "--db", url]
    assert main.run(check) == 0
    at("2026-07-11T01:00")
    assert main.run(check) == 1


def test_a_superior_or_a_registrar_ends_it(office: Place) -> None:
    number = waivers(office)[0]["waiver"]
    assert number == "W-001"
    with pytest.raises(Refused) as refused, acting(office, "unwaive", HEAD) as act:
        end_waiver(act, number, "用不着")
    ((label, what, fix),) = refused.value.reasons
    assert label.startswith("A401")
    assert DEPUTY in what
    assert DEPUTY in fix
    with acting(office, "unwaive", REGISTRAR) as act:
        end_waiver(act, number, "水退了")
    assert list(sentences(act.done)) == ["R104 holds again for 2026-001.", f"2026-001: you ended a waiver in the name of {DEPUTY}."]
    assert waived(office) == [False]
    with reading(office) as read:
        (entry,) = entries(read, "WHERE verb = 'unwaive'")
    assert (entry["reason"], entry["role"], entry["behalf"]) == ("水退了", "registrar", DEPUTY)
    with pytest.raises(BadInput, match="W-001 has been over since"), acting(office, "unwaive", DEPUTY) as act:
        end_waiver(act, number, "again")


def test_the_same_waiver_is_not_given_twice(office: Place) -> None:
    """Typed again it was a second one, and ending either was told to let the rule hold again, which it did not."""
    for said, reason in (
        (["R104 is set aside for 2026-001 already, by W-001 of 2026-07-06; it is not recorded twice."], "现场再分"),
        (
            [
                "R104 is set aside for 2026-001 until Fri 10 Jul 2026, in 4 working days.",
                "Besides, R104 is set aside for 2026-001 by W-001. To end one: officecli waiver end W-001",
            ],
            "缺人",
        ),
    ):
        with acting(office, "waive", DEPUTY) as act:
            add_waiver(act, "R104", "1", reason, until="fri")
        assert list(sentences(act.done)) == said
    assert [row["waiver"] for row in waivers(office)] == ["W-002", "W-001"]
    with acting(office, "unwaive", DEPUTY) as act:
        end_waiver(act, "W-001", "水退了")
    assert list(sentences(act.done)) == ["W-001 is over.", "Besides, R104 is set aside for 2026-001 by W-002. To end one: officecli waiver end W-002"]
    assert waived(office) == [True]


@pytest.mark.parametrize("who", [HEAD, CLERK, "李娜"])
def test_whoever_is_not_above_the_lead_waives_nothing_and_hears_who_could(office: Place, who: str) -> None:
    with pytest.raises(Refused) as refused, acting(office, "waive", who) as act:
        add_waiver(act, "R102", "1", "人手不够")
    ((label, what, fix),) = refused.value.reasons
    assert label == "A401 not-entitled"
    assert DEPUTY in what
    assert fix.startswith(f"Ask {DEPUTY}")
    assert len(waivers(office)) == 1


def test_a_registrar_names_one_who_may(office: Place) -> None:
    with pytest.raises(Refused), acting(office, "waive", REGISTRAR) as act:
        add_waiver(act, "R102", "1", "人手不够", by=CLERK)
    with pytest.raises(Refused), acting(office, "waive", REGISTRAR) as act:
        add_waiver(act, "R102", "1", "人手不够")


def test_what_is_no_waiver(office: Place) -> None:
    with pytest.raises(NotFound), acting(office, "unwaive", DEPUTY) as act:
        end_waiver(act, "99999", "x")
    with pytest.raises(BadInput, match="reason"), acting(office, "unwaive", DEPUTY) as act:
        end_waiver(act, str(waivers(office)[0]["id"]), " ")
    with pytest.raises(BadInput, match="over already"), acting(office, "waive", DEPUTY) as act:
        add_waiver(act, "R102", "1", "人手不够", until="2026-07-03")
    with pytest.raises(BadInput, match="--waived-until"):
        check_waivings([], until="fri")


def test_filters_are_of_the_lead_who_is_let_off(office: Place) -> None:
    assert len(waivers(office, unit=("秘书科",))) == 1
    assert waivers(office, unit=("督查室",)) == []
    assert waivers(office, since="2026-07-07") == []
    assert len(waivers(office, person=(HEAD,), role="lead")) == 1
