"""An office written back as a file is the file it was read from, whatever its shape, and other names go round with it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from officecli.cli.answers import sentences
from officecli.errors import BadInput
from officecli.files.office.setting_up import set_up_from
from officecli.model.names import name_key
from officecli.store.place import place
from officecli.typed.text import is_nothing
from stage.office_file import OFFICE, head, run, written
from stage.places import EXAMPLES


@pytest.mark.parametrize("name", ["county-office", "city-clerk"])
def test_the_examples_come_back_as_they_were_read(small_office: str, name: str, tmp_path: Path) -> None:
    example = EXAMPLES / name / "office.toml"
    set_up_from(place(small_office), example)
    text = written(small_office)
    assert run(small_office, text) == ["Nothing to do: the office is as the file says."]
    assert list(sentences(set_up_from(place(small_office), example).done)) == ["Nothing to do: the office is as the file says."]
    assert written(small_office) == text


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "S", "P", "Zs"), exclude_characters="/:／："), min_size=1, max_size=12).filter(
    lambda name: name_key(name) not in ("", "me") and not is_nothing(name) and not {"/", ":", ";", "、"} & set(name_key(name))
)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def offices(draw: st.DrawFn) -> str:
    """Offices of any shape: units and posts in trees, some seats empty, names of any script."""
    names = iter(draw(st.lists(NAMES, min_size=12, max_size=12, unique_by=name_key)))
    units = [next(names) for _ in range(draw(st.integers(1, 3)))]
    lines = ['[[rank]]\nname = "R"\nlevel = 5\n']
    functions = draw(st.lists(NAMES.filter(lambda name: "," not in name), max_size=3, unique_by=name_key))
    if functions:
        lines.append(f"[office]\nfunctions = [{', '.join(map(quoted, functions))}]\n")
    lines += [f"[[emergency]]\nname = {quoted(name)}\n" for name in draw(st.lists(NAMES, max_size=2, unique_by=name_key))]
    for n, unit in enumerate(units):
        above = f"parent = {quoted(units[draw(st.integers(0, n - 1))])}\n" if n and draw(st.booleans()) else ""
        lines.append(f'[[unit]]\nname = {quoted(unit)}\nnature = "writing"\n{above}')
    titles = [next(names) for _ in range(3)]
    posts = draw(st.lists(st.tuples(st.sampled_from(units), st.sampled_from(titles)), unique=True, min_size=1, max_size=5))
    for n, (unit, title) in enumerate(posts):
        above = f"reports_to = {quoted('/'.join(posts[draw(st.integers(0, n - 1))]))}\n" if n and draw(st.booleans()) else ""
        stand_in = draw(st.sampled_from([post for post in posts if post != (unit, title)])) if len(posts) > 1 and draw(st.booleans()) else ()
        acting = f"stand_in = {quoted('/'.join(stand_in))}\n" if stand_in else ""
        extension = f"extension_days = {draw(st.integers(0, 30))}\n" if draw(st.booleans()) else ""
        norms = "".join(
            f"{norm} = [{', '.join(map(quoted, draw(st.lists(NAMES, max_size=3))))}]\n" for norm in ("may", "degree") if draw(st.booleans())
        )
        lines.append(f'[[post]]\ntitle = {quoted(title)}\nunit = {quoted(unit)}\nrank = "R"\n{above}{acting}{extension}{norms}')
        if draw(st.booleans()):
            nature = 'nature = "writing"\n' if draw(st.booleans()) else ""
            named: str | None = draw(st.none() | st.sampled_from(functions)) if functions else None
            function = f"function = {quoted(named)}\n" if named else ""
            lines.append(f"[[duty]]\ntitle = {quoted(draw(NAMES))}\npost = {quoted(f'{unit}/{title}')}\n{nature}{function}")
        if draw(st.booleans()):
            flag = "registrar = true\n" if draw(st.booleans()) else ""
            lines.append(f"[[person]]\nname = {quoted(next(names))}\npost = {quoted(f'{unit}/{title}')}\n{flag}")
    days = draw(st.lists(st.dates(date(2026, 1, 1), date(2027, 12, 31)), unique=True, max_size=9))
    lines.append(f"[calendar]\nclosed = {[day.isoformat() for day in days]}\n".replace("'", ""))
    return "".join(draw(st.permutations(lines)))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=offices())
def test_any_office_comes_back_as_it_was_read(text: str, empty: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    url = str(shutil.copy(empty, tmp_path_factory.mktemp("any")))
    run(url, text)
    assert run(url, written(url)) == ["Nothing to do: the office is as the file says."]
    assert run(url, text) == ["Nothing to do: the office is as the file says."]


ALSO_CALLED = (
    OFFICE.replace('nature = "service"', 'nature = "service"\naliases = ["档案室", "RM"]')
    .replace('name = "Ben"', 'name = "Ben"\naliases = ["Benny"]')
    .replace("[calendar]", '[[body]]\nname = "County"\naliases = ["CTY"]\n\n[calendar]')
)


def test_what_people_units_and_bodies_are_also_called_goes_round_and_is_left_where_the_file_does_not_say(office: str) -> None:
    run(office, ALSO_CALLED)
    said = written(office)
    for line in ('aliases = ["档案室", "RM"]', 'aliases = ["Benny"]', 'aliases = ["CTY"]'):
        assert line in said
    before = head(office)
    for text in (said, ALSO_CALLED, OFFICE + '[[body]]\nname = "County"\n'):
        assert run(office, text, as_name="Ana") == ["Nothing to do: the office is as the file says."]
    assert head(office) == before
    changed = said.replace('["档案室", "RM"]', '["RM", "Registry"]').replace('["Benny"]', '["档案室"]')
    assert "  Records is also called RM, Registry (was 档案室, RM)" in run(office, changed, as_name="Ana")
    assert written(office) == changed
    assert "  Ben is also called – (was 档案室)" in run(office, changed.replace('aliases = ["档案室"]', "aliases = []"), as_name="Ana")


def test_another_name_by_which_somebody_else_goes_for_short_is_refused(filled_office: str) -> None:
    """From then on the name meant another, in commands and in ledgers, and nobody was told."""
    longer = OFFICE.replace('name = "Ana"', 'name = "Anabel Reyes"')
    for name, is_taken in (("Anabel", True), ("Reyes", True), ("Benny", False)):
        text = longer.replace('name = "Ben"', f'name = "Ben"\naliases = ["{name}"]')
        with pytest.raises(BadInput) as raised:
            run(filled_office, text, as_name="Ana")
        assert (f"“{name}” already means Anabel Reyes." in f"{raised.value.what} {raised.value.why}") == is_taken
    outside = '[[body]]\nname = "Water District"\n\n[[body]]\nname = "County"\naliases = ["Water"]\n\n[calendar]'
    with pytest.raises(BadInput) as raised:
        run(filled_office, OFFICE.replace("[calendar]", outside), as_name="Ana")
    assert "“Water” already means Water District." in f"{raised.value.what} {raised.value.why}"


@pytest.mark.parametrize("name", ["Ana", "Records", "County", "RM", "ben", "me"])
def test_another_name_that_means_something_already_is_refused_where_it_stands(filled_office: str, name: str) -> None:
    run(filled_office, ALSO_CALLED, as_name="Ana")
    before = head(filled_office)
    text = OFFICE.replace('name = "Ben"', f'name = "Ben"\naliases = ["{name}"]')
    with pytest.raises(BadInput) as raised:
        run(filled_office, text, as_name="Ana")
    assert raised.value.why.startswith("line 45:")
    text = OFFICE.replace('name = "Ben"', f'name = "{name}"')
    if name in {"RM", "me"}:  # nor does somebody new bear a name by which something is called
        with pytest.raises(BadInput):
            run(filled_office, text, as_name="Ana")
    assert head(filled_office) == before
