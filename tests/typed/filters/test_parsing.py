"""The language of filters: what is typed says what it says in either language, and what it cannot say is refused with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officecli.errors import BadInput
from officecli.model.filter_keys import KEYS
from officecli.typed.filters.faults import fault
from officecli.typed.filters.parsing import LONGEST, WORDS, _Parser, _plainly, parse
from officecli.typed.filters.tree import All, Any, Node, Not, Place, Source, Term, Text


def said(node: Node) -> str:
    """A tree as one line."""
    match node:
        case Not():
            return f"not {said(node.of)}"
        case All():
            return "(" + " ".join(map(said, node.of)) + ")"
        case Any():
            return "(" + " or ".join(map(said, node.of)) + ")"
        case Text():
            return f"“{node.text}”"
        case Term():
            values = ",".join(f"{one.text}..{one.upto}" if one.sign == ".." else one.sign + one.text for one in node.values)
            return f"{node.key.name}:{values}"


def kept(name: str, place: Place) -> str:
    """Views as somebody may have them."""
    views = {"mine": "is:mine", "round": "@trip", "trip": "is:open @round", "broken": "is:open ("}
    if name not in views:
        raise fault(place, "No view can stand here.")
    return views[name]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lifts", "“lifts”"),
        ("survey of lifts", "“survey of lifts”"),
        ("2026-031", "“2026-031”"),
        ('"a or b" lifts', "(“a or b” “lifts”)"),
        ("lead:me unit:records due:<fri late:>3", "(lead:me unit:records due:<fri late:>3)"),
        ("is:overdue or is:submitted is:mine", "(is:overdue or (is:submitted is:mine))"),
        ("(is:overdue or is:submitted) and is:mine", "((is:overdue or is:submitted) is:mine)"),
        ("not is:overdue -lead:me -(a or b)", "(not is:overdue not lead:me not (“a” or “b”))"),
        ('+budget -draft +"long term"', "(label:budget not label:draft label:long term)"),
        ("lead:ana,ben, me", "lead:ana,ben,me"),
        ('lead:"Ana Silva",me', "lead:Ana Silva,me"),
        ("due:1jul..15jul late:3.. left:..2", "(due:1jul..15jul late:3.. left:..2)"),
        ("due>=1jul late>3", "(due:>=1jul late:>3)"),
        ("lead: me", "lead:me"),
        ("@mine is:overdue", "(is:mine is:overdue)"),
        ("牵头:张三 单位：综合科", "(lead:张三 unit:综合科)"),
        ("时限:<周五 逾期：＞3 是:超期", "(due:<周五 late:>3 is:超期)"),
        ("（是:超期 或 是:报结）非 牵头:张三、李四", "((is:超期 or is:报结) not lead:张三,李四)"),
        ("牵头:张三或牵头:李四且不是:超期", "(lead:张三 or (lead:李四 not is:超期))"),
        ("交办:7月1日至7月15日", "issued:7月1日..7月15日"),
        ("非机动车 或者 “不 是”", "(“非机动车” or “不 是”)"),
        ("电梯 ＋民生 －草稿", "(“电梯” label:民生 not label:草稿)"),
        ("A - B at 12:30, 5'", "“A - B at 12:30, 5'”"),
        ("IS:Overdue OR Not lead:Me", "(is:Overdue or not lead:Me)"),
    ],
)
def test_what_is_typed_says_what_it_says(typed: str, meant: str) -> None:
    assert said(parse(typed, kept)) == meant


@pytest.mark.parametrize(
    ("typed", "what", "marked"),
    [
        ("is:open laed:me", "There is no key “laed”.", "laed"),
        ("(is:open", "This bracket is not closed.", "("),
        ("is:open)", "There is no bracket that this one closes.", ")"),
        ('is:open "lifts', "This quote is not closed.", '"'),
        ("is:open or", "The filter breaks off: something is expected here.", ""),
        ("  ", "The filter is empty.", ""),
        ("lead:", "A value is expected after lead:.", ""),
        ("牵头： 或 x", "A value is expected after lead:.", ""),
        ("lead:<ana", "lead is not more or less than something.", "<"),
        ("due:..", "A range needs one end at least.", ".."),
        ("and x", "Something to look for is expected here.", "a"),
        ("x @nobody", "No view can stand here.", "@nobody"),
        ("x @round", "The view @round is made of itself.", "@round"),
        ("@broken", "The filter breaks off: something is expected here.", ""),
        ("(" * 40, "This stands too deep in brackets and views.", "("),
        ("x" * (LONGEST + 1), f"A filter has at most {LONGEST} characters.", "x"),
    ],
)
def test_what_it_cannot_say_is_refused_with_its_place(typed: str, what: str, marked: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse(typed, kept)
    _where, text, mark = refused.value.why.splitlines()
    assert refused.value.what == what
    assert text[len(mark.rstrip("^")) :][: len(mark.strip()) if marked else 0] == marked


def test_the_mark_stands_under_wide_characters() -> None:
    with pytest.raises(BadInput) as refused:
        parse("牵头:张三 迁头:李四", kept)
    assert refused.value.why.splitlines()[1:] == ["牵头:张三 迁头:李四", "          ^^^^"]
    assert "牵头:" in refused.value.fix


def test_every_key_is_known_by_its_words_and_each_word_means_one() -> None:
    assert len(WORDS) == sum(1 + len(key.words.split()) for key in KEYS.values())
    for key in KEYS.values():
        assert said(parse(key.example, kept)) == key.example


PIECES = ["is:", "lead", ":", "：", "(", ")", "（", "or", "或", "not", "非", "-", "+", "@mine", "@", '"', "“", "”", "'", "<", ">=", "..", "至", ",",
    " ", "x", "牵头:", "1", "|", "&", "!"]  # fmt: skip


def refusal(typed: str) -> BadInput | None:
    """Why a filter is refused; None where it is read."""
    try:
        parse(typed, kept)
    except BadInput as refused:
        return refused
    return None


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=14).map("".join)))
def test_any_text_is_read_or_refused_with_its_place(typed: str) -> None:
    if refused := refusal(typed):
        where, text, mark = refused.why.split("\n")
        assert where.startswith(("At character ", "In the view @"))
        assert refused.what
        assert set(mark) <= {" ", "^"}
        assert "^" in mark
        assert len(mark) <= 2 * len(text) + 1


PARTS = st.sampled_from(
    [*WORDS, "非是", "或是", "nokey", "or", "and", "not", "至", ":", "：", " ", "  ", "-", "open", "me", "7月1日", "或", "或者", "且", "②", "@x", "+"]
)


@given(st.lists(PARTS, max_size=9).map("".join) | st.lists(st.builds("{}{}{}".format, PARTS, st.sampled_from(":："), PARTS)).map(" ".join))
def test_what_is_read_without_patterns_says_what_the_grammar_says(text: str) -> None:
    plainly = _plainly(Source(text))
    if plainly is not None:
        assert plainly == _Parser(Source(text), kept, (), 0).whole()


@pytest.mark.parametrize("text", ["is:overdue", "lead:me is:open", "是：超期 牵头:张三", "due:2026-07-01"])
def test_what_most_type_is_read_without_patterns(text: str) -> None:
    assert _plainly(Source(text)) is not None
