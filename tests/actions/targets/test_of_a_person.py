"""Targets of one person, whatever post they hold: who sets and records them, what
they weigh, and what becomes of them when the person moves, leaves or is away.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from officecli.actions.acting import Acting, acting
from officecli.actions.office.absences import Leave, absent
from officecli.actions.office.returning import return_person
from officecli.actions.office.staff import leave, move_person
from officecli.actions.record.undo import undo
from officecli.actions.targets.recording import Result, correct, record
from officecli.actions.targets.setting import add_target, set_target
from officecli.cli import main
from officecli.cli.answers import sentences
from officecli.errors import BadInput, OfficeError, Refused
from officecli.files.targets import add_from_file
from officecli.reports.office.handbook import handbook
from officecli.reports.record.findings import every_finding
from officecli.reports.shape.filters import Filters
from officecli.reports.targets.scorecard import report as scorecard
from officecli.reports.targets.targets import Asked, every, one
from officecli.store.place import Place, place
from officecli.store.read.reader import reading
from officecli.typed.targets.terms import NewTarget, OtherTerms

DIRECTOR, HEAD, CLERK, COLLEAGUE, REGISTRAR = "周海", "张伟", "王强", "刘洋", "孙丽"
POST = "秘书科科员"


@pytest.fixture
def office(sqlite_office: str, at: Callable[[str], None]) -> Place:
    at("2026-11-23T01:00")
    return place(sqlite_office)


def done(office: Place, who: str, *acts: Callable[[Acting], Any], verb: str = "target-add") -> list[str]:
    """Carry out acts in one command; what is said of them."""
    with acting(office, verb, who) as act:
        for one_act in acts:
            one_act(act)
        return list(sentences(act.done))


def own(person: str = CLERK, **other: Any) -> Callable[[Acting], int]:
    base = {"metric": "来信", "class_": "output", "goal": "20 letters"}
    return lambda act: add_target(act, NewTarget(**{**base, "person": person, **other}))


def refused(office: Place, who: str, *acts: Callable[[Acting], Any], verb: str = "target-add") -> OfficeError:
    with pytest.raises(OfficeError) as error:
        done(office, who, *acts, verb=verb)
    return error.value


def recorded(metric: str, value: str) -> Callable[[Acting], int]:
    return lambda act: record(act, metric, Result(value, evidence="登记簿"))


def found(office: Place, rule: str) -> list[str]:
    with reading(office) as read:
        return [str(finding.values.get("person") or finding.values.get("post")) for finding in every_finding(read, rule)]


def test_a_superior_sets_them_and_the_person_records(office: Place) -> None:
    done(office, HEAD, own())
    for who in (CLERK, COLLEAGUE):
        error = refused(office, who, own(CLERK, metric="另"))
        assert isinstance(error, Refused)
        ((label, what, fix),) = error.reasons
        assert (label, "A target of 王强 is set" in what, REGISTRAR in fix) == ("A401 not-entitled", True, True)
    assert "may not record results of T-001" in refused(office, COLLEAGUE, recorded("来信", "3")).reasons[0][1]  # type: ignore[attr-defined]
    assert "recorded for T-001" in " ".join(done(office, CLERK, recorded("来信", "3"), verb="target-record"))
    done(office, DIRECTOR, lambda act: set_target(act, "来信", OtherTerms(goal="24")), verb="target-set")
    done(office, REGISTRAR, own(REGISTRAR, metric="登记差错", period="year"))
    with reading(office) as read:
        last = "SELECT p.name, t.role FROM trail t JOIN person p ON p.id = t.behalf_id ORDER BY t.seq DESC"
        assert read.row(last) == {"name": "李娜", "role": "registrar"}, "a registrar's own is set for their superior, and the record names both"
    with reading(office) as read:
        rows = every(read, Asked(unit=("秘书科",))).rows
        assert [(row["post"], row["part"], row["metric"], str(row["value"])) for row in rows] == [("秘书科/秘书科科员", "王强", "来信", "3")]
        assert not every(read, Asked(person=(COLLEAGUE,))).rows
        assert one(read, "来信").summary["owner"] == "秘书科/秘书科科员 · 王强"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"person": "王刚"}, "Nobody here is called"),
        ({"post": POST}, "to one of them"),
        ({"person": ""}, "to one of them"),
        ({"computed": "closed", "goal": "20%"}, "is not measured in “%”"),
    ],
)
def test_what_cannot_be(office: Place, given: dict[str, Any], said: str) -> None:
    error = refused(office, HEAD, own(**given))
    assert said in error.what
    assert error.fix


def test_weights_of_the_post_and_ones_own_add_up_to_a_hundred(office: Place) -> None:
    of_post: dict[str, Any] = {"person": "", "post": POST, "metric": "归档"}
    done(office, HEAD, own(**of_post, weight="80"), own(weight="20"), own(COLLEAGUE, weight="15", period="quarter"))
    over = refused(office, HEAD, own(metric="另", weight="0.01"))
    assert over.what == "The weights of 王强, the post's with those of their own, would add up to 100.01 in 2026-11: 100 so far, and 0.01."
    assert "The weights of 王强" in refused(office, HEAD, lambda act: set_target(act, "归档", OtherTerms(weight="81"))).what
    assert sorted(found(office, "T203")) == [COLLEAGUE, POST], "刘洋 has 80 of the post alone by the month, and 15 by the quarter"
    done(office, HEAD, own(COLLEAGUE, weight="20", metric="来电"), own(COLLEAGUE, weight="85", metric="来函", period="quarter"))
    assert found(office, "T203") == []
    with reading(office) as read:
        (page,) = handbook(read, POST).chapters
    (table,) = [one for one in page.tables if one.key == "targets"]
    assert [(row["metric"], row["person"]) for row in table.rows if row["person"]] == [
        ("来信", CLERK),
        ("来电", COLLEAGUE),
        ("来信", COLLEAGUE),
        ("来函", COLLEAGUE),
    ]
    assert not [lack for lack in table.lacks if "weights" in lack]


def test_a_post_on_which_each_has_their_own_has_targets(office: Place) -> None:
    assert POST in found(office, "T205")
    done(office, HEAD, own())
    assert POST in found(office, "T205"), "刘洋 has none"
    done(office, HEAD, own(COLLEAGUE))
    assert POST not in found(office, "T205")


def test_they_go_along_to_another_post_and_end_with_leaving(office: Place, at: Callable[[str], None]) -> None:
    done(office, HEAD, own(), own(COLLEAGUE))
    done(office, REGISTRAR, lambda act: leave(act, "陈静"), verb="person-leave")
    done(office, REGISTRAR, lambda act: move_person(act, CLERK, "督查科员"), verb="person-move")
    with reading(office) as read:
        assert [row["part"] for row in every(read, Asked(unit=("督查室",))).rows] == [CLERK]
    assert done(office, REGISTRAR, lambda act: leave(act, CLERK), verb="person-leave")[-1].startswith(
        "The targets of 王强 end with their running periods, and score in none at whose end 王强 is gone: T-001"
    )
    assert ends(office) == ["2026-12-01", None]
    done(office, REGISTRAR, undo, verb="undo")
    assert ends(office) == [None, None], "a leaving taken back ends nothing"
    done(office, REGISTRAR, lambda act: leave(act, CLERK), verb="person-leave")
    at("2026-12-15T01:00")
    assert found(office, "T206") == [COLLEAGUE], "nobody asks for the result of somebody who had left"
    done(office, REGISTRAR, lambda act: return_person(act, CLERK), verb="person-return")
    assert ends(office) == ["2026-12-01", None], "who comes back is set targets anew"
    done(office, DIRECTOR, own(metric="来信"))


def test_a_card_says_why_the_targets_of_who_left_do_not_score(office: Place, at: Callable[[str], None]) -> None:
    done(office, HEAD, own(weight="100"))
    done(office, CLERK, lambda act: record(act, "来信", Result("20", evidence="台账")), verb="target-record")
    done(office, REGISTRAR, lambda act: leave(act, CLERK), verb="person-leave")
    at("2026-12-15T01:00")
    with reading(office) as read:
        card = scorecard(read, Filters(text=CLERK), period="2026-11")
    assert (card.empty, card.notes[1]) == (
        "Nothing scores for 王强.",
        "王强 was not here on 2026-11-30, so nothing scores of T-001; it counts only in the target above.",
    )


def test_a_target_tells_where_those_below_it_ask_for_another_sum(office: Place) -> None:
    done(office, DIRECTOR, lambda act: add_target(act, NewTarget("简报", post="秘书科科长", class_="output", goal="24 letters")))
    done(office, HEAD, own(under="简报"))
    done(office, HEAD, own(COLLEAGUE, under="简报", goal="4 letters"))

    def notes() -> str:
        with reading(office) as read:
            return " ".join(one(read, "简报").notes)

    assert "They ask for" not in notes()
    done(office, HEAD, lambda act: set_target(act, "T-003", OtherTerms(goal="10 letters")))
    assert "They ask for 30 letters in all: 6 letters more than 24 letters." in notes()


def ends(office: Place) -> list[str | None]:
    with reading(office) as read:
        return [row["until"] for row in read.rows("SELECT until FROM target WHERE person_id IS NOT NULL ORDER BY id")]


def test_the_stand_in_records_for_somebody_away_and_nobody_asks_who_was_away_all_month(office: Place, at: Callable[[str], None]) -> None:
    done(office, HEAD, own(), own("赵敏"), own("赵敏", metric="归档"), verb="target-add")
    done(office, HEAD, lambda act: absent(act, "赵敏", Leave("2026-11-01", "2026-11-30", CLERK)), verb="absent")
    done(office, CLERK, recorded("归档", "3"), verb="target-record")
    with reading(office) as read:
        (row,) = read.rows(
            "SELECT p.name AS whose, t.actor_id, t.role FROM target_result r JOIN person p ON p.id = r.person_id JOIN trail t ON t.seq = r.id"
        )
        actor = read.value("SELECT name FROM person WHERE id = :id", id=row["actor_id"])
    assert (row["whose"], actor, row["role"]) == ("赵敏", CLERK, "self"), "with the powers of whoever is away, and recorded as such"
    at("2026-12-15T01:00")
    assert found(office, "T206") == [CLERK]


FILE = """
[[target]]
metric = "来信"
person = "王强"
class = "output"
goal = "20 letters"
weight = 40

[[target]]
metric = "差错率"
person = "nobody"
class = "efficiency-quality"
goal = "1%"
at_most = true
"""


def test_a_file_of_them(office: Place, tmp_path: Path) -> None:
    file = tmp_path / "targets.toml"
    file.write_text(FILE, encoding="utf-8")
    error = refused(office, HEAD, lambda act: add_from_file(act, file))
    assert isinstance(error, BadInput)
    assert error.why.startswith("line 9: Nobody here is called “nobody”")
    file.write_text(FILE.replace("nobody", "刘洋"), encoding="utf-8")
    done(office, HEAD, lambda act: add_from_file(act, file))
    with reading(office) as read:
        assert [row["part"] for row in every(read, Asked()).rows] == [CLERK, COLLEAGUE]


def test_a_rate_has_the_pieces_behind_it(office: Place) -> None:
    done(office, HEAD, own(metric="准确率", class_="efficiency-quality", goal="98%"))
    with acting(office, "target-record", HEAD) as act:
        first = record(act, "准确率", Result("97", pieces="40", evidence="抽查"))
    assert "no rate of 0 pieces" in refused(office, HEAD, lambda act: correct(act, f"V{first}", Result("96", pieces="0"), "重数")).what
    done(office, HEAD, lambda act: correct(act, f"V{first}", Result("96"), "重数"), verb="target-correct")
    with reading(office) as read:
        assert [row["pieces"] for row in read.rows("SELECT pieces FROM target_result ORDER BY id")] == ["40", "40"], (
            "as before where it is not said anew"
        )


def test_from_the_command_line(office: Place, capsys: pytest.CaptureFixture[str]) -> None:
    def typed(who: str, line: str) -> int:
        return main.run([*shlex.split(line), "--db", str(office.path), "--as", who])

    assert typed(HEAD, "target add 来信 --person 王强 --class output --goal '20 letters' --weight 100 --format json") == 0
    target = json.loads(capsys.readouterr().out)["done"][0]["target"]
    assert typed(HEAD, f"target retire {target} --reason 调整") == 0
    assert typed(HEAD, "undo") == 0
    assert typed(CLERK, "target record 来信 7 --evidence 登记簿") == 0
    capsys.readouterr()
    assert typed(CLERK, "target list --person 王强 --format json") == 0
    assert [(row["part"], row["value"]) for row in json.loads(capsys.readouterr().out)["rows"]] == [(CLERK, 7)]
    assert typed(HEAD, "history --limit 5 --lang zh") == 0
    assert "来信" in capsys.readouterr().out
