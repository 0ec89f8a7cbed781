"""Everything that is recorded as done has its line in the catalogue, and every line is whole."""

from __future__ import annotations

import ast
import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

import officecli
from officecli.i18n import LOCALES
from officecli.model.acts import ACTS, past_words
from officecli.model.acts.act import Act
from officecli.model.acts.roles import ROLES
from officecli.model.codes import STATUSES
from officecli.model.office.organisation import Rank
from officecli.rules import find_rule
from officecli.rules.authority.not_entitled import RULE
from officecli.store.place import place
from officecli.store.write.change import changing

SOURCE = Path(officecli.__file__).parent
RECORDING = ("add", "add_many", "set", "remove")
"""What the one writer does; the verb stands second."""
BY_NAME = {"perform": 0, "perform_each": 0, "acting": 1}
"""What begins a command; where the verb stands."""


def test_every_verb_recorded_has_a_line_and_every_line_is_recorded() -> None:
    verbs = set(_verbs())
    called = {name for act in ACTS.values() for name in (act.name, *act.also)}
    assert not verbs - called, f"these are recorded, and have no line in model/acts/: {sorted(verbs - called)}"
    assert not set(ACTS) - verbs, f"these have a line in model/acts/, and nobody records them: {sorted(set(ACTS) - verbs)}"


def _verbs() -> Iterator[str]:
    """The verbs in the sources: said to the writer, to what begins a command, or to a function that passes them on under the name `verb`."""
    modules = [ast.parse(file.read_text(encoding="utf-8")) for file in SOURCE.rglob("*.py") if "model" not in file.parts]
    functions = [one for module in modules for one in ast.walk(module) if isinstance(one, ast.FunctionDef)]
    places = BY_NAME | {one.name: _place(one) for one in functions if _place(one) is not None and one.name not in RECORDING}
    for module in modules:
        said = {
            target.id: one.value
            for one in ast.walk(module)
            if isinstance(one, ast.Assign)
            for target in one.targets
            if isinstance(target, ast.Name) and isinstance(one.value, (ast.Constant, ast.IfExp))
        } | _pairs(module)
        for call in ast.walk(module):
            if isinstance(call, ast.Call) and (verb := _verb_of(call, places)):
                yield from _texts(said.get(verb.id, verb) if isinstance(verb, ast.Name) else verb)


def _place(function: ast.FunctionDef) -> int | None:
    """Where among its arguments a function takes a verb."""
    names = [argument.arg for argument in function.args.args]
    return names.index("verb") - ("self" in names) if "verb" in names else None


def _pairs(module: ast.Module) -> dict[str, ast.expr]:
    """What `ADD, SET = "…", "…"` gives each name."""
    return {
        name.id: value
        for one in module.body
        if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Tuple) and isinstance(one.value, ast.Tuple)
        for name, value in zip(one.targets[0].elts, one.value.elts, strict=True)
        if isinstance(name, ast.Name)
    }


def _verb_of(call: ast.Call, places: dict[str, int | None]) -> ast.expr | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""
    writer = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value).endswith("change")
    place = 1 if name in RECORDING and writer else places.get(name)
    return call.args[place] if place is not None and place < len(call.args) else None


def _texts(said: ast.expr) -> Iterator[str]:
    """The texts an expression can be; in a condition's test they are something else."""
    if isinstance(said, ast.IfExp):
        yield from (*_texts(said.body), *_texts(said.orelse))
    elif isinstance(said, ast.BoolOp):
        for value in said.values:
            yield from _texts(value)
    elif isinstance(said, ast.Constant) and isinstance(said.value, str) and said.value:
        yield said.value


def test_a_verb_without_a_line_is_told_where_it_belongs(sqlite_office: str) -> None:
    with pytest.raises(RuntimeError, match=r"“promote” has no line in model/acts/"), changing(place(sqlite_office)) as change:
        change.add(Rank, "promote", name="x", level=1)


@pytest.mark.parametrize("act", ACTS.values(), ids=lambda act: act.name)
def test_a_line_is_whole(act: Act) -> None:
    chinese, line = gettext.translation("officecli", LOCALES, ["zh"]), f"the line of “{act.name}” in model/acts/"
    for text in (act.word, act.past, *([act.past_over] if act.past_over else []), *((act.instead.why, act.instead.fix) if act.instead else ())):
        assert text, f"{line} says nothing in `word` or in `past`"
        assert chinese.gettext(text) != text, f"{line}: {text!r} is not said in Chinese; run `make messages`, and translate it"
    unknown = {*act.roles, *(role for role, _rule in act.other_rules)} - set(ROLES)
    assert not unknown, f"{line} names roles that model/acts/roles.py has no words for: {sorted(unknown)}"
    assert not set(act.statuses) - set(STATUSES), f"{line} names statuses that model/codes.py does not: {sorted(set(act.statuses) - set(STATUSES))}"
    for code in (act.rule, *(rule for _role, rule in act.other_rules)):
        assert not code or find_rule(code), f"{line} is judged by {code}, and there is no such rule"
    assert bool(act.rule) == bool(act.whose), f"{line} has only one of `rule` and `whose`, the rule that judges it and whose business it tells it is"
    assert not act.rule or act.roles, f"{line} is judged, and entitles nobody: it has no `roles`"
    told = act.whose in RULE.message
    assert act.rule != "A401" or told, f"{line}: A401 does not know what to say of “{act.whose}”; say it in rules/authority/entitlement/"


def test_the_past_of_what_only_ended() -> None:
    assert (past_words("wait"), past_words("wait", over=True)) == ("put it on wait", "ended the wait")
    assert (past_words("close", over=True), past_words("unheard-of")) == ("closed it", "unheard-of")
