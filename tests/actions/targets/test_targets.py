"""Targets: what is refused and why, terms that ended periods keep, results and their corrections, and files of them."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officecli.actions.acting import Acting, acting
from officecli.actions.items.asked import Edit
from officecli.actions.items.editing import edit
from officecli.actions.items.register import Order, register
from officecli.actions.office.duties import Terms, retire_duty, set_duty
from officecli.actions.record.undo import undo
from officecli.actions.targets.recording import Result, correct, record
from officecli.actions.targets.setting import add_target, retire_target, set_target
from officecli.cli import main
from officecli.cli.answers import sentences
from officecli.errors import BadInput, NotFound, OfficeError, Refused
from officecli.files.targets import add_from_file
from officecli.reports.record.findings import Asked as Found
from officecli.reports.record.findings import every_finding, found
from officecli.reports.targets.attainment import attained
from officecli.reports.targets.targets import Asked, every, one
from officecli.standing.standing import Standing
from officecli.store.place import Place, place
from officecli.store.read.reader import reading
from officecli.typed.periods import read_period
from officecli.typed.targets.finding import find_target
from officecli.typed.targets.terms import NewTarget, OtherTerms

DIRECTOR, HEAD, CLERK, REGISTRAR = "周海", "张伟", "王强", "孙丽"
POST = "秘书科科员"
PIECES = NewTarget("信息采用", post=POST, class_="output", goal="12 articles", weight="60")
SHARE = NewTarget("按时率", post=POST, class_="efficiency-quality", goal="98%", threshold="90", weight="40")
LIST = NewTarget("接待", post=POST, class_="norm", points=("plan", "guide", "bill"))


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Place:
    at("2026-11-23T01:00")
    return place(sqlite_office)


def done(office: Place, who: str, *acts: Callable[[Acting], Any]) -> Any:
    """Carry out acts in one command; what the last one returned."""
    with acting(office, "target-add", who) as act:
        return [one(act) for one in acts][-1]


def add(**other: Any) -> Callable[[Acting], int]:
    base = {"metric": "甲", "post": POST, "class_": "output", "goal": "12 articles"}
    return lambda act: add_target(act, NewTarget(**{**base, **other}))


def recorded(typed: str, result: Result, period: str = "") -> Callable[[Acting], int]:
    return lambda act: record(act, typed, result, period)


def refused(office: Place, *acts: Callable[[Acting], Any], who: str = DIRECTOR) -> OfficeError:
    """The error acts end with; each has a way out."""
    with pytest.raises(OfficeError) as error:
        done(office, who, *acts)
    assert error.value.fix or all(fix for _label, _what, fix in getattr(error.value, "reasons", ()))
    return error.value


def not_entitled(office: Place, act: Callable[[Acting], Any], who: str) -> str:
    """What somebody is told who may not do an act, and that a registrar is named."""
    error = refused(office, act, who=who)
    assert isinstance(error, Refused)
    ((label, what, fix),) = error.reasons
    assert (label, REGISTRAR in fix, who in what) == ("A401 not-entitled", True, True)
    return what


def value(office: Place, typed: str, period: str) -> str | None:
    with reading(office) as read:
        when = read_period(period, read.today)
        family = find_target(read, typed)
        (found,) = attained(read, family, when).values()
        return None if found.value is None else str(found.value)


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


@pytest.mark.parametrize(
    ("target", "result", "period", "said"),
    [
        (PIECES, Result("3", evidence="x"), "2026-12", "has not begun"),
        (PIECES, Result("3", evidence="x"), "2026-10", "does not hold in 2026-10"),
        (PIECES, Result("3", evidence="x"), "2026-Q4", "does not hold in 2026-Q4"),
        (PIECES, Result("3"), "", "What proves the result"),
        (PIECES, Result(evidence="x"), "", "How many pieces"),
        (PIECES, Result("3", pieces="3", evidence="x"), "", "given twice"),
        (PIECES, Result("-3", evidence="x"), "", "is negative"),
        (PIECES, Result("3", grade="gold", evidence="x"), "", "is no number"),
        (PIECES, Result("3", grade="101", evidence="x"), "", "too much"),
        (PIECES, Result("3 reports", evidence="x"), "", "is in “reports”"),
        (PIECES, Result(met="1", evidence="x"), "", "has no checklist"),
        (SHARE, Result("100.01%", evidence="x"), "", "no more than 100%"),
        (SHARE, Result("97", grade="2", evidence="x"), "", "does not count pieces"),
        (SHARE, Result(evidence="x"), "", "The result is missing"),
        (LIST, Result("3", evidence="x"), "", "has a checklist of 3 points"),
        (LIST, Result(met="1", missed="2", evidence="x"), "", "has a checklist of 3 points"),
        (LIST, Result(met="4", evidence="x"), "", "does not name points"),
        (NewTarget("率", post=POST, computed="on-time", goal="95%"), Result("97", evidence="x"), "", "worked out from the ledger"),
    ],
)
def test_results_that_cannot_be(office: Place, target: NewTarget, result: Result, period: str, said: str) -> None:
    done(office, DIRECTOR, lambda act: add_target(act, target))
    assert said in refused(office, lambda act: record(act, target.metric, result, period), who=CLERK).what


def test_results_of_each_class(office: Place) -> None:
    done(office, DIRECTOR, lambda act: [add_target(act, target) for target in (PIECES, SHARE, LIST)])
    for target, results in {
        "信息采用": (Result(pieces="3", grade="1.5", evidence="a"), Result("2 articles", evidence="b")),
        "按时率": (Result("97", evidence="a"), Result("98.25%", evidence="b")),
        "接待": (Result(met="none", evidence="a"), Result(missed="2", evidence="b")),
    }.items():
        for result in results:
            if result is results[1] and target != "信息采用":
                assert "already" in refused(office, recorded(target, result), who=CLERK).what, "what does not add up is not typed over"
                continue
            done(office, CLERK, recorded(target, result))
    assert [value(office, target, "2026-11") for target in ("信息采用", "按时率", "接待")] == ["6.5", "97", "0"]


def test_a_correction_stands_in_the_place_of_what_it_corrects(office: Place) -> None:
    done(office, DIRECTOR, lambda act: add_target(act, SHARE), lambda act: add_target(act, PIECES))
    old = done(office, CLERK, lambda act: record(act, "按时率", Result("90", evidence="a")))
    again = refused(office, lambda act: record(act, "按时率", Result("95", evidence="b")), who=CLERK)
    assert "has the result V-001 in 2026-11 already: 90" in again.what
    assert "officecli target correct V-001" in again.fix
    assert "needs a reason" in refused(office, lambda act: correct(act, f"V{old}", Result("91"), ""), who=CLERK).what
    done(office, CLERK, lambda act: correct(act, f"V{old}", Result("91"), "counted wrong"))
    assert value(office, "按时率", "2026-11") == "91"
    assert "V-001 was corrected by V-002." in refused(office, lambda act: correct(act, "V-001", Result("92"), "again"), who=CLERK).what
    done(office, CLERK, lambda act: record(act, "信息采用", Result("3", evidence="a")))
    assert "V-003 counts this evidence" in refused(office, lambda act: record(act, "信息采用", Result("3", evidence=" A ")), who=CLERK).what
    done(office, CLERK, lambda act: correct(act, "v3", Result(pieces="2", grade="0.5"), "one was not printed"))
    assert value(office, "信息采用", "2026-11") == "1"
    with pytest.raises(NotFound):
        done(office, CLERK, lambda act: correct(act, "V-009", Result("2"), "why"))


def test_a_result_is_corrected_by_who_recorded_it_or_by_a_superior(office: Place) -> None:
    done(office, DIRECTOR, lambda act: add_target(act, SHARE))
    done(office, HEAD, lambda act: record(act, "按时率", Result("90", evidence="a")))
    assert "whoever recorded it, a superior" in not_entitled(office, lambda act: correct(act, "V-001", Result("99"), "better"), CLERK)
    done(office, DIRECTOR, lambda act: correct(act, "V-001", Result("91"), "counted wrong"))
    with reading(office) as read:
        rows = one(read, "按时率").rows
    assert [(row["source"], row["by"]) for row in rows if row["source"]] == [("V-002", DIRECTOR)]


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


FILE = """# targets
[[target]]
metric = "全科"
post = "秘书科科长"
class = "成果"
goal = "24 articles"
weight = 33.33

[[target]]
metric = "接待"
duty = "收发文件"
class = "norm"
points = ["plan", "bill"]
from = "2026-12"

[[target]]
metric = "信息"
post = "秘书科科员"
class = "output"
goal = "12 articles"
threshold = 6
under = "全科"
"""


def test_a_file_is_set_whole(office: Place, tmp_path: Path) -> None:
    file = tmp_path / "targets.toml"
    file.write_text(FILE.replace("成果", "output"), encoding="utf-8")
    done(office, REGISTRAR, lambda act: add_from_file(act, file))
    with reading(office) as read:
        listed = every(read, Asked(unit=("秘书科",))).rows
        assert [(row["metric"], row["weight"]) for row in listed] == [("全科", "33.33"), ("信息", None)]
        assert [row["metric"] for row in every(read, Asked(person=(CLERK,), period="2026-12")).rows] == ["接待", "信息"]
        assert one(read, "信息").summary["under"] == one(read, "全科").summary["number"]


def test_a_file_with_faults_sets_nothing_and_says_the_lines(office: Place, tmp_path: Path) -> None:
    file = tmp_path / "targets.toml"
    file.write_text(FILE.replace("成果", "output").replace("24 articles", "24").replace("from =", "form =").replace("= 6", "= 13"), encoding="utf-8")
    error = refused_file(office, file)
    lines = [line.partition(":")[0] for line in error.why.splitlines()]
    assert lines == ["line 2", "line 14", "line 16"]
    with reading(office) as read:
        assert not every(read, Asked()).rows


@pytest.mark.parametrize("text", ["", "[target]\nmetric = 1", "[[goal]]\n", "[[target]]\nmetric = “甲”", "[[target]]\nmetric = 3\nweight = true"])
def test_a_file_of_something_else(office: Place, tmp_path: Path, text: str) -> None:
    file = tmp_path / "targets.toml"
    file.write_text(text, encoding="utf-8")
    assert refused_file(office, file).what


def test_a_mistyped_table_is_pointed_at_where_nothing_else_is_in_the_file(office: Place, tmp_path: Path) -> None:
    file = tmp_path / "targets.toml"
    file.write_text('[[targt]]\nmetric = "信息"\n', encoding="utf-8")
    assert refused_file(office, file).why == "line 1: There is no table “targt”. Did you mean target?"


def refused_file(office: Place, file: Path) -> BadInput:
    with pytest.raises(BadInput) as error:
        done(office, REGISTRAR, lambda act: add_from_file(act, file))
    return error.value


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
