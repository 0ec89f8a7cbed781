"""The steps of an item: when they open, by when they are to be done, by whom, and how that shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from officecli.actions.acting import acting
from officecli.actions.items.asked import Feedback
from officecli.actions.items.feedback import note
from officecli.actions.items.halting import resume, suspend
from officecli.actions.items.handing_on import assign
from officecli.actions.items.signing import sign
from officecli.actions.items.submitting import submit
from officecli.actions.procedures.doing_steps import do_step
from officecli.actions.procedures.generating import generate
from officecli.actions.record.undo import undo
from officecli.cli import main
from officecli.cli.answers import sentences
from officecli.errors import BadInput, NotFound, Refused
from officecli.model.office.organisation import Office, Post
from officecli.reports.items.item_card import card
from officecli.reports.items.item_steps import step_rows
from officecli.rules.procedures.step_late import RULE as STEP_LATE
from officecli.store.judge import findings
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import reading
from officecli.store.write.change import changing
from officecli.store.write.entries import Signature
from stage import procedures
from stage.tampering import by_hand, drop_guards

pytestmark = pytest.mark.on_sqlite

LEAD, CHECKER, REGISTRAR = "王强", "张伟", "孙丽"


def an_item(url: str, at: Callable[[str], None]) -> str:
    """王强 leads 2026-001, handed out on Monday 6 July 2026 and due on Friday, with three steps."""
    at("2026-07-06T01:00")
    procedures.procedure(url, "周报", "FREQ=WEEKLY;BYDAY=MO", due_days=4, steps=procedures.STEPS)
    generate(place(url), REGISTRAR, until="2026-07-06", tick=lambda _done, _all: None)
    return url


@pytest.fixture
def url(sqlite_office: str, at: Callable[[str], None]) -> str:
    """An office with one such item."""
    return an_item(sqlite_office, at)


def do(url: str, who: str, what: Callable[..., Any], *given: Any) -> list[str]:
    with acting(place(url), what.__name__, who) as act:
        what(act, *given)
    return list(sentences(act.done))


def seen(url: str, *keys: str) -> list[tuple[Any, ...]]:
    with reading(place(url)) as read:
        return [tuple(row[key] for key in keys) for row in step_rows(read, read.value("SELECT id FROM item"))]


def test_steps_open_when_the_item_is_signed_for_and_then_each_after_what_it_needs(office_url: str, at: Callable[[str], None]) -> None:
    url = an_item(office_url, at)
    assert seen(url, "state", "opened") == [("waiting", None)] * 3
    do(url, LEAD, sign, "1")
    assert seen(url, "state", "opened", "by") == [("open", "2026-07-06", "2026-07-07T09:30:00Z"), ("waiting", None, None), ("waiting", None, None)]
    at("2026-07-07T08:30")
    said = do(url, LEAD, do_step, "1", "1", "收齐八家")
    assert "2 核稿 (秘书科科长)" in said[-1]
    assert seen(url, "state", "by", "done_by")[:2] == [
        ("done", "2026-07-07T09:30:00Z", LEAD),
        ("open", "2026-07-08T03:30:00Z", None),  # one office hour is left of the day, and three of the next
    ]
    at("2026-07-08T06:00")
    assert seen(url, "state")[1] == ("late",)
    do(url, CHECKER, do_step, "1", "核稿", "改了两处")
    assert seen(url, "state", "text") == [("done", "收齐八家"), ("done-late", "改了两处"), ("open", None)]
    with reading(place(url)) as read:
        shown = card(read, read.value("SELECT id FROM item")).parts[0]
        assert (len(shown.lines), sorted(shown.late)) == (3, [1])
        assert verify(read).faults == ()


@pytest.mark.parametrize("begin", [lambda url: do(url, LEAD, note, "1", Feedback("开始")), lambda url: do(url, LEAD, do_step, "1", "1")])
def test_a_note_or_a_step_of_the_lead_signs_for_the_item_too(url: str, begin: Callable[[str], object]) -> None:
    begin(url)
    assert seen(url, "opened")[0] == ("2026-07-06",)


def test_who_may_do_a_step(url: str) -> None:
    with pytest.raises(Refused, match="nothing was changed") as early:
        do(url, CHECKER, do_step, "1", "2")
    assert any("has not signed for it" in what for _label, what, _fix in early.value.reasons)
    do(url, LEAD, sign, "1")
    for who, step in (("刘洋", "1"), (CHECKER, "1"), ("吴芳", "2")):
        with pytest.raises(Refused) as refusal:
            do(url, who, do_step, "1", step)
        assert "A401 not-entitled" in [label for label, _what, _fix in refusal.value.reasons]
    do(url, LEAD, do_step, "1", "1")
    do(url, REGISTRAR, do_step, "1", "2")
    assert seen(url, "done_by") == [(LEAD,), (CHECKER,), (None,)]  # recorded on behalf of whoever holds the step's post
    with reading(place(url)) as read:
        assert read.value("SELECT behalf_id FROM trail WHERE verb = 'step' ORDER BY seq DESC LIMIT 1") == read.value(
            "SELECT id FROM person WHERE name = :name", name=CHECKER
        )


def test_a_step_is_done_once_and_in_its_turn(url: str) -> None:
    do(url, LEAD, do_step, "1", "1")
    for again, reason in (("1", "was done on 2026-07-06"), ("3", "needs step 2 (核稿)")):
        with pytest.raises(Refused) as refusal:
            do(url, LEAD, do_step, "1", again)
        assert reason in refusal.value.reasons[0][1]
    with pytest.raises(NotFound, match="no step “9”") as unknown:
        do(url, LEAD, do_step, "1", "9")
    assert "2 核稿" in unknown.value.fix


def test_a_done_step_is_taken_back_whole(url: str) -> None:
    do(url, LEAD, sign, "1")
    before = seen(url, "state", "opened", "by", "done_by")
    do(url, LEAD, do_step, "1", "1")
    do(url, LEAD, undo)
    assert seen(url, "state", "opened", "by", "done_by") == before
    do(url, LEAD, undo)
    assert seen(url, "state") == [("waiting",)] * 3


def test_another_lead_finds_the_steps_as_they_are(url: str, at: Callable[[str], None]) -> None:
    do(url, LEAD, do_step, "1", "1")
    before = seen(url, "state", "opened", "by", "done_by")
    at("2026-07-06T02:00")
    do(url, CHECKER, assign, "1", "刘洋", "王强出差")
    do(url, "刘洋", sign, "1")
    assert seen(url, "state", "opened", "by", "done_by") == before


def test_a_suspended_item_stops_the_clock_of_its_steps(url: str, at: Callable[[str], None]) -> None:
    do(url, LEAD, sign, "1")
    do(url, CHECKER, suspend, "1", "等通知")
    at("2026-07-08T01:00")
    do(url, CHECKER, resume, "1")
    assert seen(url, "state", "by")[0] == ("open", "2026-07-09T09:30:00Z")


def test_a_result_handed_in_names_the_steps_that_are_not_done(url: str) -> None:
    do(url, LEAD, do_step, "1", "1")
    said = do(url, LEAD, submit, "1", "已报")
    assert "2 核稿 (秘书科科长); 3 报送" in said[0]


def test_an_item_without_a_procedure_has_no_steps(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T01:00")
    assert main.run(["add", "防汛检查", "--lead", LEAD, "--due", "fri", "--db", sqlite_office, "--as", CHECKER]) == 0
    with pytest.raises(BadInput, match="no steps"):
        do(sqlite_office, LEAD, do_step, "1", "1")


def test_steps_on_the_command_line(url: str, at: Callable[[str], None], capfd: pytest.CaptureFixture[str]) -> None:
    def typed(*words: str) -> str:
        assert main.run([*words, "--db", url, "--as", LEAD]) == 0
        return capfd.readouterr().out

    assert "step 1 is done" in typed("step", "1", "1", "收齐")
    assert "1 of 3 steps are done" in typed("step", "1")
    assert [row["step_state"] for row in json.loads(typed("step", "1", "--format", "json"))["rows"]] == ["done", "open", "waiting"]
    assert [step["state"] for step in json.loads(typed("show", "1", "--format", "json"))["steps"]] == ["done", "open", "waiting"]
    assert "1 收集 · 收齐" in typed("history", "1")
    typed("undo")
    assert "step taken away" in typed("history", "1")
    typed("step", "1", "1")
    at("2026-07-08T02:00")
    assert "past its limit" in typed("show", "1")


def test_a_step_waits_for_the_holder_of_its_post(url: str, capfd: pytest.CaptureFixture[str]) -> None:
    do(url, LEAD, do_step, "1", "1")
    for words in (["today", "--person", CHECKER], ["digest", "--for", CHECKER]):
        assert main.run([*words, "--format", "json", "--db", url]) == 0
        rows = json.loads(capfd.readouterr().out)["rows"]
        assert [(row["section"], row["number"], row["reason"]) for row in rows] == [("steps", "2026-001", "2 核稿")]
    assert main.run(["today", "--person", "李娜", "--format", "json", "--db", url]) == 0
    assert json.loads(capfd.readouterr().out)["rows"] == []


def test_of_several_open_steps_the_one_that_opened_first_says_since_when(
    url: str, at: Callable[[str], None], capfd: pytest.CaptureFixture[str]
) -> None:
    with by_hand(place(url), keep=True) as hand:
        drop_guards(hand, place(url))
        hand.execute("DELETE FROM step_need WHERE step_id = (SELECT id FROM procedure_step WHERE position = 3)")
        hand.execute("UPDATE procedure_step SET post_id = (SELECT post_id FROM procedure_step WHERE position = 2) WHERE position = 3")
    do(url, LEAD, sign, "1")
    at("2026-07-08T01:00")
    do(url, LEAD, do_step, "1", "1")
    assert main.run(["today", "--person", CHECKER, "--format", "json", "--db", url]) == 0
    row = json.loads(capfd.readouterr().out)["rows"][0]
    assert (row["since"], row["reason"]) == ("2026-07-06", "2 核稿; 3 报送")


def test_a_registrar_with_a_step_of_their_own_records_the_others_too(sqlite_office: str, at: Callable[[str], None]) -> None:
    at("2026-07-06T01:00")
    with reading(place(sqlite_office)) as read:
        post = read.value("SELECT po.title FROM person p JOIN post po ON po.id = p.post_id WHERE p.name = :name", name=REGISTRAR)
    steps = ({"title": "收集"}, {"title": "核稿", "post": "秘书科科长"}, {"title": "登记", "post": post})
    procedures.procedure(sqlite_office, "周报", "FREQ=WEEKLY;BYDAY=MO", due_days=4, steps=steps)
    generate(place(sqlite_office), REGISTRAR, until="2026-07-06", tick=lambda _done, _all: None)
    for step in ("1", "2", "3"):
        do(sqlite_office, REGISTRAR, do_step, "1", step)
    assert seen(sqlite_office, "done_by") == [(LEAD,), (CHECKER,), (REGISTRAR,)]
    with reading(place(sqlite_office)) as read:
        signed = read.row("SELECT p.name FROM trail t JOIN person p ON p.id = t.behalf_id WHERE t.verb = 'sign'")
    assert signed == {"name": LEAD}


def test_a_step_of_a_post_that_several_units_have_says_which(url: str) -> None:
    with changing(place(url)) as change:
        change.sign(Signature(0, "setup", "founder"))
        post = change.get(Post, procedures.post_id(change, "督查室主任"))
        change.set(post, "edit", title="秘书科科长")
    assert seen(url, "who")[1] == ("秘书科/秘书科科长",)


def test_a_late_step_was_to_be_done_by_a_day_of_the_office_not_of_greenwich(sqlite_office: str, at: Callable[[str], None]) -> None:
    with changing(place(sqlite_office)) as change:
        change.sign(Signature(0, "setup", "founder"))
        change.set(change.get(Office, change.read.value("SELECT id FROM office")), "setup", timezone="America/Los_Angeles")
    an_item(sqlite_office, at)
    at("2026-07-06T17:00")
    do(sqlite_office, LEAD, sign, "1")
    at("2026-07-09T17:00")
    with reading(place(sqlite_office)) as read:
        (found,) = findings(read, STEP_LATE)
    assert (found.values["since"], seen(sqlite_office, "by")[0]) == ("2026-07-07", ("2026-07-08T00:30:00Z",))
