"""Targets: what is refused and why, and the terms that ended periods keep."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from typing import Any

import pytest

from officecli.actions.acting import Acting, acting
from officecli.actions.items.asked import Edit
from officecli.actions.items.editing import edit
from officecli.actions.items.register import Order, register
from officecli.actions.office.duties import Terms, retire_duty, set_duty
from officecli.actions.record.undo import undo
from officecli.actions.targets.recording import Result, record
from officecli.actions.targets.setting import add_target, retire_target, set_target
from officecli.cli import main
from officecli.cli.answers import sentences
from officecli.errors import NotFound, Refused
from officecli.reports.record.findings import Asked as Found
from officecli.reports.record.findings import every_finding, found
from officecli.standing.standing import Standing
from officecli.store.place import Place
from officecli.store.read.reader import reading
from officecli.typed.targets.finding import find_target
from officecli.typed.targets.terms import OtherTerms
from stage.measured_office import (
    CLERK,
    DIRECTOR,
    HEAD,
    LIST,
    PIECES,
    POST,
    REGISTRAR,
    SHARE,
    add,
    done,
    not_entitled,
    office,
    recorded,
    refused,
    value,
)

__all__ = ["office"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"goal": "12"}, "has no unit"),
        ({"goal": "many articles"}, "does not begin with a number"),
        ({"goal": "1.2.3 articles"}, "is no number"),
        ({"goal": "-3 articles"}, "is negative"),
        ({"goal": "101%", "class_": "efficiency-quality"}, "there is no more than 100%"),
        ({"goal": "0 articles"}, "is met by doing nothing"),
        ({"goal": ""}, "has no goal"),
        ({"metric": "  "}, "what is measured is missing"),
        ({"class_": ""}, "class of the target is missing"),
        ({"class_": "sloppy"}, "--class does not take “sloppy”"),
        ({"period": "decade"}, "--period does not take “decade”"),
        ({"threshold": "13"}, "above the goal"),
        ({"threshold": "11", "at_most": True}, "below the goal"),
        ({"threshold": "50%"}, "is in “%”"),
        ({"bonus": "-1"}, "is negative"),
        ({"weight": "0"}, "from 0.01 to 100"),
        ({"weight": "101"}, "from 0.01 to 100"),
        ({"weight": "33.333"}, "from 0.01 to 100"),
        ({"class_": "norm", "goal": "12 articles"}, "share of its checklist"),
        ({"points": ("plan",)}, "Only a norm target has a checklist"),
        ({"post": "", "goal": "1 article"}, "to one of them"),
        ({"duty": "收发文件"}, "to one of them"),
        ({"post": "秘书科副科长"}, "There is no post"),
        ({"post": "", "duty": "收发档"}, "There is no duty"),
        ({"computed": "on-time", "goal": "98%"}, "is no measure of a target of the class output"),
        ({"computed": "on-time", "class_": "", "goal": "98 hours"}, "is not measured in “hours”"),
        ({"computed": "sign-hours", "class_": "", "goal": "98%"}, "is not measured in “%”"),
        ({"since": "2026-10"}, "has ended"),
        ({"since": "2026-Q4"}, "is not a period of this target's kind"),
        ({"under": "乙"}, "There is no target"),
    ],
)
def test_terms_that_cannot_be(office: Place, given: dict[str, Any], said: str) -> None:
    error = refused(office, add(**given))
    assert said in error.what + "".join(what for _label, what, _fix in getattr(error, "reasons", ()))


def test_weights_above_a_hundred_are_said_with_their_sum(office: Place) -> None:
    done(office, DIRECTOR, add(weight="33.34"), add(metric="乙", weight="33.33", since="2026-12"))
    said = "The weights of this post would add up to 100.01 in 2026-12: 66.67 so far, and 33.34."
    assert refused(office, add(metric="丙", weight="33.34")).what == said
    done(office, DIRECTOR, add(metric="丙", weight="33.33"), add(metric="丁", weight="100", period="quarter"))
    assert "100.01 in 2026-12" in refused(office, lambda act: set_target(act, "丙", OtherTerms(weight="33.34"))).what
    done(
        office, DIRECTOR, lambda act: set_target(act, "甲", OtherTerms(weight="33.33")), lambda act: set_target(act, "丙", OtherTerms(weight="33.34"))
    )


def test_a_retired_duty_takes_no_target(office: Place) -> None:
    from officecli.model.office.organisation import Duty

    def retire(act: Acting) -> None:
        act.sign(Standing("registrar"))
        act.change.set(act.change.get(Duty, duty_id(act)), "duty-retire", retired=True)

    done(office, REGISTRAR, retire)
    assert "was retired" in refused(office, add(post="", duty="收发文件")).what


def test_a_duty_that_is_measured_stays_with_the_post_it_scores_for(office: Place) -> None:
    done(office, DIRECTOR, add(post="", duty="收发文件", weight="60"))
    error = refused(office, lambda act: set_duty(act, "收发文件", Terms(post="秘书科科长")), who=REGISTRAR)
    assert "which scores for 秘书科/秘书科科员" in error.what
    done(office, REGISTRAR, lambda act: set_duty(act, "收发文件", Terms(post=POST, title="收发文电")))
    with acting(office, "duty-retire", REGISTRAR) as act:
        retire_duty(act, "收发文电", "合并")
        assert any("officecli target retire T-001" in line for line in sentences(act.done))
    said = "The weights of this post would add up to 101 in 2026-11: 60 so far, and 41."
    assert refused(office, add(metric="乙", weight="41")).what == said, "it scores until it is ended"


def duty_id(act: Acting) -> int:
    return int(act.read.value("SELECT id FROM duty WHERE title = '收发文件'"))


def test_who_may_set_and_record(office: Place) -> None:
    assert "by a superior of the post, or by a registrar" in not_entitled(office, add(), CLERK)
    assert "秘书科/秘书科科长" in not_entitled(office, add(post="秘书科科长"), HEAD)
    done(office, HEAD, add())
    result = Result("2", evidence="bulletin 11")
    assert "whoever answers for the target, a superior, and a registrar may" in not_entitled(office, lambda act: record(act, "甲", result), "陈静")
    for who in (CLERK, HEAD, DIRECTOR, REGISTRAR):
        done(office, who, recorded("甲", Result("2", evidence=who)))
    assert value(office, "甲", "2026-11") == "8"


def test_a_parent_has_the_same_unit_and_period_and_no_circle(office: Place) -> None:
    done(office, DIRECTOR, add(post="秘书科科长", metric="全科"), add(under="全科"), add(metric="率", class_="", goal="95%", computed="on-time"))
    assert "circle" in refused(office, lambda act: set_target(act, "全科", OtherTerms(under="甲"))).what
    assert "circle" in refused(office, lambda act: set_target(act, "甲", OtherTerms(under="甲"))).what
    assert "counted in other terms" in refused(office, add(metric="乙", goal="4 reports", under="全科")).what
    assert "counted in other terms" in refused(office, add(metric="乙", period="quarter", under="全科")).what
    assert "worked out" in refused(office, add(metric="乙", class_="efficiency-quality", goal="9%", under="率")).what
    other_way = refused(office, add(metric="乙", at_most=True, under="全科"))
    assert "output · at most 12 articles · month here" in (other_way.why or "")
    assert "counted in other terms" in refused(office, lambda act: set_target(act, "甲", OtherTerms(at_most=True))).what
    assert "count the other way" in refused(office, lambda act: set_target(act, "全科", OtherTerms(at_most=True))).what
    assert "rolled up from" in refused(office, lambda act: record(act, "全科", Result("3", evidence="x"))).what
    done(office, CLERK, lambda act: record(act, "甲", Result(pieces="3", grade="1.5", evidence="x")))
    assert value(office, "全科", "2026-11") == "4.5"


def test_what_is_rolled_up_names_the_target_whose_results_are_typed(office: Place) -> None:
    whole = {"class_": "efficiency-quality", "goal": "95%"}
    done(office, DIRECTOR, add(post="秘书科科长", metric="全办", **whole), add(post="秘书科科长", metric="全科", under="全办", **whole))
    done(office, DIRECTOR, add(metric="率", under="全科", computed="on-time", **whole))
    result = Result("90", evidence="x")
    assert refused(office, lambda act: record(act, "全办", result)).fix == "See it with: officecli target show T-001"
    done(office, DIRECTOR, add(metric="合格", under="全科", **whole))
    assert refused(office, lambda act: record(act, "全办", result)).fix == "Record the results there: officecli target record T-004 …"


def test_a_parent_with_results_takes_no_target_under_it(office: Place) -> None:
    done(office, DIRECTOR, add(post="秘书科科长", metric="全科"), add())
    done(office, DIRECTOR, recorded("全科", Result("5", evidence="a")))
    assert "has results in 2026-11 already" in refused(office, add(metric="乙", under="全科")).what
    assert "has results in 2026-11 already" in refused(office, lambda act: set_target(act, "甲", OtherTerms(under="全科"))).what
    done(office, DIRECTOR, lambda act: set_target(act, "甲", OtherTerms(under="全科", since="2026-12")))
    assert value(office, "全科", "2026-11") == "5"


def test_the_same_target_twice(office: Place) -> None:
    done(office, DIRECTOR, add())
    assert "already" in refused(office, add()).what
    done(office, DIRECTOR, add(period="quarter"), add(post="督查科员"))
    assert "Several targets are called" in refused(office, lambda act: retire_target(act, "甲")).what


def test_terms_of_ended_periods_stay(office: Place, at: Callable[[str], None]) -> None:
    number = f"G{done(office, DIRECTOR, lambda act: add_target(act, SHARE))}"
    done(office, DIRECTOR, lambda act: set_target(act, number, OtherTerms(goal="97")))
    assert terms(office, number) == [("97", "2026-11-01", None)]  # it has just begun: changed in place
    done(office, CLERK, lambda act: record(act, number, Result("96", evidence="a")))
    done(office, DIRECTOR, lambda act: set_target(act, number, OtherTerms(goal="96")))
    assert terms(office, number) == [("97", "2026-11-01", "2026-12-01"), ("96", "2026-12-01", None)]
    at("2027-02-03T01:00")
    done(office, DIRECTOR, lambda act: set_target(act, number, OtherTerms(goal="95", weight="50")))
    assert terms(office, number)[1:] == [("96", "2026-12-01", "2027-02-01"), ("95", "2027-02-01", None)]
    assert value(office, number, "2026-11") == "96"
    for period in ("2027-01", "2027-02"):
        done(office, CLERK, recorded(number, Result("95.5", evidence="b"), period))
        assert value(office, number, period) == "95.5"
    assert "Nothing would change" in refused(office, lambda act: set_target(act, number, OtherTerms(goal="95"))).what
    done(office, DIRECTOR, lambda act: retire_target(act, number, reason="other work"))
    assert "was retired" in refused(office, lambda act: set_target(act, number, OtherTerms(goal="94"))).what
    at("2027-03-03T01:00")
    assert "It was retired" in refused(office, lambda act: record(act, number, Result("95", evidence="c")), who=CLERK).why


def test_a_target_keeps_its_own_number_whatever_is_taken_back_and_is_found_by_that_of_before(office: Place) -> None:
    def number_of(target_id: int) -> str:
        with reading(office) as read:
            return find_target(read, f"G{target_id}")[0].number

    register_amounts = Order("信息报送", lead=CLERK, due="+10wd", targets=("12 篇",), kind="routine")
    done(office, DIRECTOR, lambda act: register(act, register_amounts))  # an item's plain amount is no target
    first = done(office, DIRECTOR, lambda act: add_target(act, PIECES))
    second = done(office, HEAD, lambda act: add_target(act, SHARE))
    done(office, HEAD, lambda act: set_target(act, "T-002", OtherTerms(goal="97")))
    assert (number_of(first), number_of(second)) == ("T-001", "T-002")
    with acting(office, "undo", DIRECTOR) as act:
        undo(act)
    third = done(office, DIRECTOR, lambda act: add_target(act, LIST))
    assert (number_of(second), number_of(third)) == ("T-002", "T-003")
    with acting(office, "undo", DIRECTOR) as act:
        undo(act)
    assert number_of(done(office, DIRECTOR, lambda act: add_target(act, LIST))) == "T-004", "no number twice"
    with reading(office) as read:
        for typed in ("T-002", "t2", "Ｔ２", "2", f"G{second}", str(second)):
            assert find_target(read, typed)[0].family_id == second, typed
        with pytest.raises(NotFound):
            find_target(read, "T-001")


def terms(office: Place, typed: str) -> list[tuple[str, str, str | None]]:
    with reading(office) as read:
        return [(str(one.goal), one.since.isoformat(), one.until.isoformat() if one.until else None) for one in find_target(read, typed)]


def test_a_checklist_may_become_another(office: Place) -> None:
    done(office, DIRECTOR, lambda act: add_target(act, LIST))
    done(office, DIRECTOR, lambda act: set_target(act, "接待", OtherTerms(points=("plan", "bill"))))
    done(office, CLERK, lambda act: record(act, "接待", Result(met="1", evidence="a")))
    done(office, DIRECTOR, lambda act: set_target(act, "接待", OtherTerms(points=("plan",))))
    with reading(office) as read:
        assert [one.points for one in find_target(read, "接待")] == [("plan", "bill"), ("plan",)]
    assert value(office, "接待", "2026-11") == "50"


def typed(office: Place, who: str, line: str) -> int:
    return main.run([*shlex.split(line), "--db", str(office.path), "--as", who])


def test_from_the_command_line(office: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(office, DIRECTOR, "target add 全科 --post 秘书科科长 --class output --goal '24 articles' --weight 100 --period quarter") == 0
    assert typed(office, DIRECTOR, f"target add 信息 --post {POST} --class output --goal '12 articles' --period quarter --under 全科") == 0
    assert typed(office, CLERK, "target record 信息 --pieces 3 --grade 1.5 --evidence 第11期") == 0
    said = capsys.readouterr().out
    assert "at least 24 articles, weight 100; from 2026-Q4." in said
    assert "in 2026-Q4: 4.5 articles." in said
    assert typed(office, DIRECTOR, "target show 全科") == 0
    assert "信息" in capsys.readouterr().out
    assert typed(office, DIRECTOR, "target list --format json --period 2026-Q4 --unit 秘书科") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(row["metric"], row["value"], row["known"]) for row in listed["rows"]] == [("全科", 4.5, "rolled-up"), ("信息", 4.5, "recorded")]
    assert typed(office, DIRECTOR, "target list --period 2026-Q4 --columns metric,attained --format csv") == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["全科,4.5 articles", "信息,4.5 articles"]
    assert typed(office, DIRECTOR, "target set 全科 --weight 90") == 0
    assert typed(office, DIRECTOR, "history --limit 2") == 0
    said = capsys.readouterr().out
    assert "信息, 4.5, 第11期" in said
    assert "全科: weight 100.00 → 90.00" in said
    assert typed(office, DIRECTOR, "target record 信习 3") == 3
    assert "Did you mean" in capsys.readouterr().err


def test_an_edit_of_an_item_leaves_its_measured_target(office: Place) -> None:
    done(office, HEAD, lambda act: register(act, Order("信息", CLERK, "2026-11-27", targets=("3 articles",))))
    done(office, HEAD, add(post="", item="1", metric="质量", class_="efficiency-quality", goal="95%"))
    assert "has no weight" in refused(office, add(post="", item="1", weight="10"), who=HEAD).what
    done(office, CLERK, lambda act: record(act, "质量", Result("96", evidence="x")))
    done(office, HEAD, lambda act: edit(act, "1", Edit(targets=("4 articles",))))
    assert value(office, "质量", "2026-11") == "96"
    with pytest.raises(Refused) as error:
        done(office, CLERK, add(post="", item="1", metric="乙"))
    assert [label for label, _what, _fix in error.value.reasons] == ["A403 goal-moved-by-handler"]


def test_a_missing_result_is_found_under_its_section_with_what_to_type(office: Place, at: Callable[[str], None]) -> None:
    done(office, DIRECTOR, add(post="秘书科科长"), add(post="秘书科办事员", class_="norm", goal="", points=("plan",)), add(metric="乙"))
    at("2026-12-10T01:00")
    with reading(office) as read:
        every = every_finding(read, "T206")
        head = found(read, every, Found(person=(HEAD,)))
        section = found(read, every, Found(unit=("秘书科",)))
    row = head.rows[0]
    assert (head.total, row["unit"], row["since"]) == (1, "秘书科", "2026-12-08")
    assert row["fix"].endswith(f'officecli target record {row["about"]} 11 --period 2026-11 --evidence "bulletin 11"')
    assert [("--met 1,2" in row["fix"], row["lead"]) for row in section.rows] == [(False, HEAD), (True, "赵敏"), (False, None)]
