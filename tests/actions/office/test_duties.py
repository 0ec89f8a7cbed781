"""Duties are given, changed and retired by registrars; they belong to posts, and what hangs on them is said."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable

import pytest

from officecli.actions.acting import acting
from officecli.actions.items.register import Order, register
from officecli.actions.office.duties import Terms, add_duty, retire_duty, set_duty
from officecli.actions.office.norms import Norms, set_norms
from officecli.cli import main
from officecli.cli.answers import sentences
from officecli.errors import BadInput, NotFound, OfficeError, Refused
from officecli.model.items import Item
from officecli.model.office.organisation import OfficeFunction
from officecli.model.procedures.procedures import Procedure
from officecli.model.targets import Target
from officecli.standing.standing import Standing
from officecli.store.place import place
from officecli.store.proof.verify import verify
from officecli.store.read.reader import Row, reading
from officecli.typed.office.duties import find_duty
from stage.monday import office, small_office

__all__ = ["office", "small_office"]

pytestmark = pytest.mark.on_sqlite

HEAD, CLERK = "秘书科科长", "督查科员"


def add(url: str, title: str, post: str = HEAD, *, as_name: str = "孙丽", **terms: object) -> list[str]:
    with acting(place(url), "duty-add", as_name) as act:
        add_duty(act, title, Terms(post=post, **terms))  # type: ignore[arg-type]
    return list(sentences(act.done))


def change(url: str, named: str, /, *, as_name: str = "孙丽", **terms: object) -> list[str]:
    with acting(place(url), "duty-set", as_name) as act:
        set_duty(act, named, Terms(**terms))  # type: ignore[arg-type]
    return list(sentences(act.done))


def retire(url: str, title: str, reason: str = "并入县档案馆") -> list[str]:
    with acting(place(url), "duty-retire", "孙丽") as act:
        retire_duty(act, title, reason)
    return list(sentences(act.done))


def duty(url: str, title: str) -> Row:
    with reading(place(url)) as read:
        assert verify(read).faults == ()
        found = find_duty(read, title, retired=True)
        support = read.rows(
            "SELECT po.title, s.part FROM duty_support s JOIN post po ON po.id = s.post_id WHERE s.duty_id = :d ORDER BY s.id", d=found["id"]
        )
        return {**found, "support": [(row["title"], row["part"]) for row in support]}


def test_a_duty_is_given_changed_retired_and_given_again(office: str) -> None:
    assert add(office, " 来信  办理", kind="来信", function="服务", nature="service", support=("督查科员：催办", "秘书科/秘书科办事员:登记")) == [
        "秘书科/秘书科科长 now has the duty “来信 办理”."
    ]
    made = duty(office, "来信办理")
    assert (made["post"], made["function"], made["kind"], made["nature"]) == (HEAD, "serving", "来信", "service")
    assert made["support"] == [("督查科员", "催办"), ("秘书科办事员", "登记")]
    assert change(office, "来信办理", title="来信来访办理", support=("督查科员:回访",), no_support=("秘书科办事员",), function="") == [
        "“来信来访办理” is changed."
    ]
    now = duty(office, "秘书科/秘书科科长/来信来访办理")
    assert (now["id"], now["function"], now["kind"], now["support"]) == (made["id"], None, "来信", [("督查科员", "回访")])
    assert change(office, "来信来访办理", kind="来信") == ["Nothing to change: “来信来访办理” is on record like this."]
    assert retire(office, "来信来访办理") == ["“来信来访办理” is retired; 秘书科/秘书科科长 no longer answers for it."]
    assert add(office, "来信来访办理") == ["秘书科/秘书科科长 has the duty “来信来访办理” again."]
    again = duty(office, "来信来访办理")
    assert (again["id"], again["retired"], again["kind"], again["nature"], again["support"]) == (made["id"], 0, None, None, [])
    with reading(place(office)) as read:
        assert [row["verb"] for row in read.rows("SELECT DISTINCT verb, command FROM trail WHERE subject = 'duty' ORDER BY command")][-4:] == [
            "duty-add",
            "duty-set",
            "duty-retire",
            "duty-add",
        ]
        assert read.value("SELECT COUNT(*) FROM trail WHERE verb LIKE 'duty-%' AND role <> 'registrar'") == 0


def test_a_retired_duty_is_a_clear_error_wherever_it_is_named(office: str) -> None:
    retire(office, "督促检查")
    ways: list[Callable[[], object]] = [lambda: change(office, "督促检查", kind="督查"), lambda: retire(office, "督促检查")]
    for named in ways:
        with pytest.raises(BadInput) as caught:
            named()
        assert caught.value.what == "The duty “督促检查” was retired on 2026-11-23."
        assert 'officecli duty add "督促检查" --post "督查室/督查室主任"' in caught.value.fix


def test_what_hangs_on_a_retired_duty_is_said(office: str) -> None:
    with acting(place(office), "add", "吴芳") as act:
        register(act, Order("十一月督查通报", "李娜", due="+5wd"))
    with acting(place(office), "setup", "孙丽", rules=()) as act:
        named = find_duty(act.read, "督促检查")["id"]
        act.change.set(act.change.get(Item, act.read.value("SELECT id FROM item")), "setup", duty_id=named)
        act.change.add(Target, "target-add", duty_id=named, target_class="output", metric="通报期数", amount="12", unit="期", period="year")
        act.change.add(Target, "target-add", duty_id=named, metric="旧指标", amount="1", unit="期", until=act.today)
        act.change.add(
            Procedure, "procedure-add", name="批示督办", kind="follow-up", post_id=find_duty(act.read, "督促检查")["post_id"], duty_id=named
        )
    assert retire(office, "督促检查")[1:] == [
        "1 target still hangs on it: 通报期数.",
        "It scores until it is ended: officecli target retire T-001",
        "1 procedure still falls under it: 批示督办.",
        "1 open item still falls under it: 2026-001.",
    ]


def test_a_kind_owned_by_another_section_is_refused_on_every_path(office: str) -> None:
    add(office, "信息报送", kind="信息")
    add(office, "信息约稿", "秘书科办事员", kind="信息")
    ways: list[Callable[[], object]] = [
        lambda: add(office, "信息采编", CLERK, kind="信息"),
        lambda: change(office, "批示跟踪", kind="信息"),
        lambda: change(office, "信息约稿", post=CLERK),
    ]
    for taken in ways:
        with pytest.raises(Refused) as caught:
            taken()
        assert {label for label, _what, _fix in caught.value.reasons} == {"R108 duty-owned-twice"}
        assert 'officecli duty set TITLE --support "POST:part"' in caught.value.reasons[0][2]


def test_a_kind_is_one_however_it_is_spelt(small_office: str) -> None:
    add(small_office, "信息报送", kind="Press Work")
    with pytest.raises(Refused) as caught:
        add(small_office, "信息采编", CLERK, kind="press  work")
    assert caught.value.reasons[0][1].startswith("“Press Work” is owned twice")
    add(small_office, "信息约稿", "秘书科办事员", kind="ＰＲＥＳＳ ｗｏｒｋ")
    assert duty(small_office, "信息约稿")["kind"] == "Press Work"
    change(small_office, "批示跟踪", kind="letters")
    change(small_office, "批示跟踪", kind="Letters")
    assert duty(small_office, "批示跟踪")["kind"] == "Letters"


BAD: list[tuple[Callable[[str], object], type[OfficeError], str]] = [
    (lambda url: add(url, " "), BadInput, "has no title"),
    (lambda url: add(url, "长" * 301), BadInput, "at most 300"),
    (lambda url: add(url, "甲", "无此岗"), NotFound, "no post"),
    (lambda url: add(url, "甲", ""), NotFound, "no post"),
    (lambda url: add(url, "督促检查", "督查室主任"), BadInput, "already"),
    (lambda url: add(url, "甲", function="severing"), BadInput, "does not take “severing”"),
    (lambda url: add(url, "甲", nature="fast"), BadInput, "does not take “fast”"),
    (lambda url: add(url, "甲", kind="类" * 121), BadInput, "at most 120"),
    (lambda url: add(url, "甲", support=("督查科员",)), BadInput, "does not say what"),
    (lambda url: add(url, "甲", support=("督查科员:一", "督查科员:二")), BadInput, "named twice"),
    (lambda url: add(url, "甲", support=(f"{HEAD}:自办",)), BadInput, "does not support it as well"),
    (lambda url: change(url, "督促检查"), BadInput, "Nothing is said"),
    (lambda url: change(url, "督促检察", kind="x"), NotFound, "no duty"),
    (lambda url: change(url, "督促检查", no_support=(CLERK,)), BadInput, "does not support this duty"),
    (lambda url: change(url, "批示跟踪", title="督促检查", post="督查室主任"), BadInput, "has, or had"),
    (lambda url: retire(url, "督促检查", " "), BadInput, "needs its reason"),
]


@pytest.mark.parametrize(("bad", "error", "said"), BAD)
def test_bad_input_changes_nothing(small_office: str, bad: Callable[[str], object], error: type[OfficeError], said: str) -> None:
    with reading(place(small_office)) as read:
        before = read.head_text()
    with pytest.raises(error) as caught:
        bad(small_office)
    assert said in str(caught.value)
    assert caught.value.fix
    with reading(place(small_office)) as read:
        assert read.head_text() == before


@pytest.mark.parametrize(
    ("act", "who", "said"),
    [
        (lambda url: add(url, "甲", as_name="吴芳"), "吴芳", "give a duty"),
        (lambda url: change(url, "督促检查", kind="督查", as_name="李娜"), "李娜", "change a duty"),
        (lambda url: norm(url, CLERK, as_name="吴芳", may=("x",)), "吴芳", "set the norms of a post"),
    ],
)
def test_only_a_registrar_changes_posts_and_duties(small_office: str, act: Callable[[str], object], who: str, said: str) -> None:
    with reading(place(small_office)) as read:
        before = read.head_text()
    with pytest.raises(Refused) as caught:
        act(small_office)
    assert caught.value.reasons == (("A401 not-entitled", f"“{said}” is for a registrar; {who} is none.", "Ask a registrar: 孙丽."),)
    with reading(place(small_office)) as read:
        assert read.head_text() == before


def test_a_duty_moved_to_the_post_that_supports_it_is_refused(small_office: str) -> None:
    change(small_office, "督促检查", support=(f"{CLERK}:催办",))
    with pytest.raises(BadInput, match="does not support it as well"):
        change(small_office, "督促检查", post=CLERK)
    change(small_office, "督促检查", post=CLERK, no_support=(CLERK,))
    assert duty(small_office, "督促检查")["post"] == CLERK


def test_two_posts_with_one_title_of_duty_are_told_apart(small_office: str) -> None:
    add(small_office, "值班")
    add(small_office, "值班", CLERK)
    with pytest.raises(BadInput) as caught:
        change(small_office, "值班", kind="x")
    assert caught.value.fix == "Write unit/post/title: “秘书科/秘书科科长/值班” or “督查室/督查科员/值班”."
    change(small_office, "督查室/督查科员/值班", kind="值班")
    assert duty(small_office, "督查室/督查科员/值班")["kind"] == "值班"


def test_the_offices_own_functions_are_the_only_ones(office: str) -> None:
    with acting(place(office), "setup", "孙丽") as act:
        act.sign(Standing("registrar"))
        for name in ("advising", "Emergency Response"):
            act.change.add(OfficeFunction, "setup", name=name)
    add(office, "应急值守", function="emergency  response")
    assert duty(office, "应急值守")["function"] == "Emergency Response"
    add(office, "参谋", function="政务")
    assert duty(office, "参谋")["function"] == "advising"
    with pytest.raises(BadInput) as caught:
        add(office, "后勤", function="serving")
    assert "advising, Emergency Response" in caught.value.fix


def norm(url: str, post: str, *, as_name: str = "孙丽", **norms: tuple[str, ...]) -> list[str]:
    with acting(place(url), "post-norms", as_name) as act:
        set_norms(act, post, Norms(**norms))
    return list(sentences(act.done))


def test_norms_are_written_line_by_line_and_taken_away(office: str) -> None:
    assert norm(office, CLERK, may=("调阅  批示", "催办\n约谈"), degree=("当日办结",)) == ["The norms of 督查室/督查科员 are set."]
    norm(office, CLERK, may_not=("代签",), degree=("",))
    assert norm(office, CLERK, may_not=("代签",)) == ["Nothing to change: 督查室/督查科员 has these norms."]
    with reading(place(office)) as read:
        assert verify(read).faults == ()
        row = read.row("SELECT may, may_not, how, degree FROM post WHERE title = :title", title=CLERK)
    assert row == {"may": "调阅 批示\n催办\n约谈", "may_not": "代签", "how": None, "degree": None}
    shown = typed(office, "post", "show", CLERK)
    assert "may: 调阅 批示; 催办; 约谈" in shown
    assert "Not written yet: how, to what degree. Write it with: officecli post set" in shown


def test_norms_that_cannot_be_written(small_office: str) -> None:
    cases: list[tuple[Callable[[], object], str]] = [
        (lambda: norm(small_office, CLERK), "Nothing is said"),
        (lambda: norm(small_office, CLERK, may=("a\x1bb",)), "nobody can see"),
        (lambda: norm(small_office, CLERK, may=("长" * 4001,)), "too long"),
    ]
    for bad, said in cases:
        with pytest.raises(OfficeError) as caught:
            bad()
        assert said in str(caught.value)


def typed(url: str, *words: str, lang: str = "en") -> str:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        assert main.run([*words, "--db", url, "--as", "孙丽", "--lang", lang]) == 0, err.getvalue()
    return out.getvalue()


def test_the_commands(small_office: str) -> None:
    typed(small_office, "duty", "add", "值班", "--post", CLERK, "--function", "administering", "--support", f"{HEAD}:带班")
    typed(small_office, "duty", "set", "值班", "--kind", "值班", "--no-support", HEAD)
    typed(small_office, "post", "set", CLERK, "--may", "甲", "--may", "乙", "--may-not", "丙", "--how", "丁", "--degree", "戊")
    assert "值班" in typed(small_office, "duty", "list", "--unit", "督查室", "--function", "事务")
    assert "值班" not in typed(small_office, "duty", "list", "--unit", "秘书科")
    assert "No duty fits." in typed(small_office, "duty", "list", "--function", "advising")
    typed(small_office, "duty", "retire", "值班", "--reason", "撤岗")
    assert "值班" in typed(small_office, "duty", "list", "--retired")
    assert "值班" not in typed(small_office, "duty", "list")
    assert "retired · 督查室/督查科员" in typed(small_office, "duty", "show", "值班")
