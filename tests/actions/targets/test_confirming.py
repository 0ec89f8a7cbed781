"""What people record of themselves counts once a superior has confirmed it; until then it is shown so everywhere, and stands in the superior's digest."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from typing import Any

import pytest

from officecli.actions.acting import Acting, acting
from officecli.actions.office.absences import Leave, absent
from officecli.actions.record.undo import undo
from officecli.actions.several import do_each
from officecli.actions.targets.confirming import Confirming
from officecli.actions.targets.recording import Result, correct, record
from officecli.actions.targets.setting import add_target, retire_target
from officecli.cli import main
from officecli.cli.answers import sentences
from officecli.errors import BadInput, Refused
from officecli.model.targets import TargetResult
from officecli.reports.items.digest import report as digest
from officecli.reports.shape.filters import Filters
from officecli.reports.targets.scorecard import report as scorecard
from officecli.reports.targets.targets import Asked, every, one
from officecli.standing.standing import Standing
from officecli.store.own_numbers import own_number_of
from officecli.store.place import Place, place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import Reader, reading
from officecli.store.targets import TargetTerms, every_terms
from officecli.typed.targets.terms import NewTarget

pytestmark = pytest.mark.on_sqlite

DIRECTOR, HEAD, CLERK, COLLEAGUE, REGISTRAR = "周海", "张伟", "王强", "刘洋", "孙丽"
POST = "秘书科科员"


@pytest.fixture
def office(office_url: str, at: Callable[[str], None]) -> Place:
    return made(office_url, at)


@pytest.fixture
def lite(sqlite_office: str, at: Callable[[str], None]) -> Place:
    return made(sqlite_office, at)


def made(url: str, at: Callable[[str], None]) -> Place:
    """An office where the clerks' errors are measured, with an own target of one of them, and pieces."""
    at("2026-11-23T01:00")
    where = place(url)
    done(
        where, HEAD, "target-add",
        lambda act: add_target(act, NewTarget("差错率", post=POST, class_="efficiency-quality", goal="1%", at_most=True, weight="60")),
        lambda act: add_target(act, NewTarget("满意率", person=CLERK, class_="efficiency-quality", goal="90%", weight="20")),
        lambda act: add_target(act, NewTarget("简报", post=POST, class_="output", goal="4 bulletins", weight="20")),
    )  # fmt: skip
    return where


def done(office: Place, who: str, verb: str, *acts: Callable[[Acting], Any]) -> Any:
    with acting(office, verb, who) as act:
        return [one_act(act) for one_act in acts][-1]


def recorded(office: Place, who: str, metric: str, value: str) -> str:
    return numbered(office, done(office, who, "target-record", lambda act: record(act, metric, Result(value, evidence="抽查记录"))))


def numbered(office: Place, result: int) -> str:
    with reading(office) as read:
        return own_number_of(read, "target_result", result)


def confirmed(*results: str) -> Callable[[Acting], None]:
    return lambda act: do_each(act, results, Confirming())


def points(office: Place, name: str = CLERK) -> dict[str, tuple[str | None, str]]:
    """What is shown of each target on somebody's card, and its points."""
    with reading(office) as read:
        return {row["matter"]: (row["result"], row["points"]) for row in scorecard(read, Filters(text=name)).rows}


def section(office: Place, name: str, code: str) -> list[tuple[str, str | None]]:
    with reading(office) as read:
        found = digest(read, Filters(limit=0), for_=name)
    assert found is not None
    return [(row["number"], row["lead"]) for row in found.rows if row["section"] == code]


def test_ones_own_error_rate_waits_for_the_superior(office: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    result, own = recorded(office, CLERK, "差错率", "0.5"), recorded(office, CLERK, "满意率", "95")
    recorded(office, CLERK, "简报", "4")
    assert points(office) == {"差错率": ("0.5% (unconfirmed)", "0.00"), "满意率": ("95% (unconfirmed)", "0.00"), "简报": ("4 bulletins", "20.00")}
    with reading(office) as read:
        assert [(row["metric"], str(row["value"]), row["known"]) for row in every(read, Asked(person=(CLERK,))).rows] == [
            ("差错率", "0.5", "unconfirmed"), ("简报", "4", "recorded"), ("满意率", "95", "unconfirmed"),
        ]  # fmt: skip
        assert [row["text"] for row in one(read, "差错率").rows if row["source"] == result] == ["抽查记录 (unconfirmed)"]
        card = scorecard(read, Filters(text=CLERK))
        assert any(note.startswith(f"Not confirmed by a superior yet, and so 0 points: {result}, {own}.") for note in card.notes)
        assert not any("no result yet" in note for note in card.notes)
    assert section(office, HEAD, "to-confirm") == [(result, CLERK), (own, CLERK)]
    assert section(office, "吴芳", "to-confirm") == [], "one step up, and no further"
    assert section(office, "office", "to-confirm") == section(office, "秘书科", "to-confirm") == [(result, CLERK), (own, CLERK)]
    assert section(office, "督查室", "to-confirm") == []
    asked: list[int] = []

    def counted(read: Reader) -> list[TargetTerms]:
        asked.append(1)
        return every_terms(read)

    monkeypatch.setattr("officecli.actions.targets.confirming.every_terms", counted)
    done(office, HEAD, "target-confirm", confirmed(result, own))
    assert len(asked) == 1, "however many are confirmed"
    assert points(office) == {"差错率": ("0.5%", "60.00"), "满意率": ("95%", "20.00"), "简报": ("4 bulletins", "20.00")}
    assert section(office, HEAD, "to-confirm") == []
    told = section(office, CLERK, "for-information")
    assert len(told) == 2, "of both results confirmed; that the target was set they know, having recorded a result"
    done(office, HEAD, "undo", undo)
    assert points(office)["差错率"] == ("0.5% (unconfirmed)", "0.00"), "a confirming is taken back like anything else"
    with reading(office) as read:
        assert not verify(read).faults


def test_what_others_record_counts_at_once(lite: Place) -> None:
    recorded(lite, HEAD, "差错率", "0.5")
    recorded(lite, REGISTRAR, "满意率", "95")
    assert points(lite)["差错率"][1] == "60.00"
    assert points(lite)["满意率"][1] == "20.00"
    assert section(lite, HEAD, "to-confirm") == []


def test_who_confirms(lite: Place) -> None:
    result = recorded(lite, CLERK, "差错率", "0.5")
    for who, label in ((CLERK, "A402 own-approval"), (COLLEAGUE, "A401 not-entitled"), ("李娜", "A401 not-entitled")):
        with pytest.raises(Refused) as refused:
            done(lite, who, "target-confirm", confirmed(result))
        ((found, what, fix),) = refused.value.reasons
        assert (found, who in what, bool(fix)) == (label, True, True)
    done(lite, REGISTRAR, "target-confirm", confirmed(result))
    with reading(lite) as read:
        by = read.value("SELECT p.name FROM target_result r JOIN person p ON p.id = r.confirmed_by_id")
        signed = read.row("SELECT p.name, t.role FROM trail t JOIN person p ON p.id = t.behalf_id WHERE t.verb = 'target-confirm'")
    assert (by, signed) == (HEAD, {"name": HEAD, "role": "registrar"}), "a registrar for the superior, and the record names both"
    with pytest.raises(BadInput, match="needs no confirmation"):
        done(lite, HEAD, "target-confirm", confirmed(recorded(lite, HEAD, "满意率", "95")))


def test_a_correction_of_ones_own_waits_and_what_was_confirmed_counts_meanwhile(lite: Place) -> None:
    first = recorded(lite, CLERK, "差错率", "2")
    done(lite, HEAD, "target-confirm", confirmed(first))
    assert points(lite)["差错率"] == ("2%", "30.00")
    better = numbered(lite, done(lite, CLERK, "target-correct", lambda act: correct(act, first, Result("0.5"), "重数")))
    assert points(lite)["差错率"] == ("2%", "30.00")
    assert section(lite, HEAD, "to-confirm") == [(better, CLERK)]
    with reading(lite) as read:
        assert [row["source"] for row in one(read, "差错率").rows if row["source"]] == [first, better]
    done(lite, DIRECTOR, "target-confirm", confirmed(better))
    assert points(lite)["差错率"] == ("0.5%", "60.00")
    done(lite, HEAD, "target-correct", lambda act: correct(act, better, Result("4"), "复核"))
    assert points(lite)["差错率"] == ("4%", "15.00"), "a superior's own correction needs nobody"


def test_a_superior_who_disagrees_corrects(lite: Place) -> None:
    result = recorded(lite, CLERK, "差错率", "0.5")
    done(lite, HEAD, "target-correct", lambda act: correct(act, result, Result("3"), "抽查不符"))
    assert points(lite)["差错率"] == ("3%", "20.00")
    assert section(lite, HEAD, "to-confirm") == []


def test_while_the_superior_is_away_it_waits_for_the_stand_in(lite: Place) -> None:
    result = recorded(lite, CLERK, "差错率", "0.5")
    done(lite, HEAD, "absent", lambda act: absent(act, HEAD, Leave("2026-11-23", "2026-11-27", "李娜")))
    assert section(lite, "李娜", "to-confirm") == [(result, CLERK)]
    done(lite, "李娜", "target-confirm", confirmed(result))
    assert points(lite)["差错率"] == ("0.5%", "60.00")


def test_with_nobody_above_it_counts_at_once(lite: Place) -> None:
    done(lite, REGISTRAR, "target-add", lambda act: add_target(act, NewTarget("满意度", post="主任", class_="efficiency-quality", goal="90%")))
    recorded(lite, DIRECTOR, "满意度", "95")
    with reading(lite) as read:
        assert [row["known"] for row in every(read, Asked(person=(DIRECTOR,))).rows] == ["recorded"]


def test_results_of_before_count(lite: Place) -> None:
    """A row of an earlier version does not say whether it waits."""
    with acting(lite, "target-record", CLERK) as act:
        act.sign(Standing("self"))
        target = act.read.value("SELECT id FROM target WHERE metric = '差错率'")
        act.change.add(
            TargetResult,
            "target-record",
            target_id=target,
            period_start=act.today.replace(day=1),
            day=act.today,
            person_id=act.actor["id"],
            value="0.5",
        )
    assert points(lite)["差错率"] == ("0.5%", "60.00")
    assert section(lite, HEAD, "to-confirm") == []


def test_whoever_a_target_is_set_for_by_name_is_told(lite: Place) -> None:
    with reading(lite) as read:
        found = digest(read, Filters(limit=0), for_=CLERK)
        assert found is not None
        (row,) = [row for row in found.rows if row["section"] == "for-information"]
    assert (row["title"], row["cause"], row["reason"], row["told_by"]) == ("满意率", "target", "set a target: 90%: month", HEAD)
    done(lite, CLERK, "target-record", lambda act: record(act, "满意率", Result("95", evidence="回访")))
    assert section(lite, CLERK, "for-information") == [], "whoever records a result knows of the target"
    done(lite, HEAD, "target-retire", lambda act: retire_target(act, "满意率"))
    assert main.run(["seen", row["number"], "--db", str(lite.path), "--as", CLERK]) == 0
    assert section(lite, CLERK, "for-information") == []


def test_from_the_command_line(lite: Place, capsys: pytest.CaptureFixture[str]) -> None:
    def typed(who: str, line: str) -> int:
        return main.run([*shlex.split(line), "--db", str(lite.path), "--as", who])

    assert typed(CLERK, "target record 差错率 0.5 --evidence 抽查") == 0
    said = capsys.readouterr().out
    result = said.split()[0]
    assert f"It counts once a superior has confirmed it: officecli target confirm {result}" in said
    assert typed(HEAD, f"target confirm {result} --format json") == 0
    answer = json.loads(capsys.readouterr().out)["done"][0]
    assert (answer["act"], answer["result"], answer["changed"]) == ("result-confirmed", result, True)
    assert typed(HEAD, f"target confirm {result}") == 0
    assert "was confirmed before" in capsys.readouterr().out
    assert typed(HEAD, "target confirm V999999") == 3
    assert "There is no result" in capsys.readouterr().err
    assert typed(CLERK, "target record 满意率 91 --evidence 回访") == 0
    other = capsys.readouterr().out.split()[0]
    assert typed(HEAD, f"target confirm {other},V9") == 1
    assert "1 of 2; the others are done" in capsys.readouterr().err


def test_a_correction_that_waits_says_what_counts_meanwhile(lite: Place) -> None:
    first = recorded(lite, CLERK, "满意率", "96")
    done(lite, HEAD, "target-confirm", lambda act: do_each(act, [first], Confirming()))
    with acting(lite, "target-correct", CLERK) as act:
        correct(act, first, Result("90"), "算错")
        said = list(sentences(act.done))
    assert said[:2] == [f"{first} is corrected: 96% → 90%.", "Until that is confirmed 96% counts."]
    with reading(lite) as read:
        (row,) = [one for one in every(read, Asked()).rows if one["metric"] == "满意率"]
    assert (row["attained"], row["value"]) == ("96% (90% unconfirmed)", 96)
    with acting(lite, "target-correct", HEAD) as act:
        correct(act, numbered(lite, last_result(lite)), Result("91"), "复核")
        assert not any("Until" in one for one in sentences(act.done))


def last_result(office: Place) -> int:
    with reading(office) as read:
        return int(read.value("SELECT MAX(id) FROM target_result"))
