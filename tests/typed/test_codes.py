"""A code may be typed as it is kept, as its word in either language, or as the beginning of one alone."""

from __future__ import annotations

import pytest

from officecli import i18n
from officecli.model.codes import DIRECTIONS, TARGET_CLASSES
from officecli.reports.shape.filters import ROLES
from officecli.typed.codes import check_code, code_meant, instead


@pytest.mark.parametrize("typed", ["efficiency-quality", "Efficiency Quality", "效率质量目标", "效率质量", "eff"])
def test_a_code_is_understood(typed: str) -> None:
    assert code_meant(typed, TARGET_CLASSES, "target_class") == "efficiency-quality"


@pytest.mark.parametrize("typed", ["e", "quality", "", "目标"])
def test_what_could_be_anything_is_not_guessed(typed: str) -> None:
    assert code_meant(typed, TARGET_CLASSES, "target_class") is None


def test_a_beginning_of_two_is_neither() -> None:
    assert code_meant("at", DIRECTIONS, "direction") is None
    assert code_meant("at l", DIRECTIONS, "direction") == "at-least"


@pytest.mark.parametrize(
    ("typed", "code"), [("牵头", "lead"), ("牵头人", "lead"), ("主办", "lead"), ("Supporting", "support"), ("配合人", "support"), ("不限", "any")]
)
def test_a_role_is_said_as_people_say_it(typed: str, code: str) -> None:
    assert check_code(typed, ROLES, "--role") == code


@pytest.mark.parametrize(("language", "said"), [("zh", "规范目标 norm、成果目标 output"), ("en", "norm, output")])
def test_what_else_to_type_has_its_word_beside_it_where_that_is_another(language: str, said: str) -> None:
    i18n.use(language)
    try:
        assert said in instead("x", TARGET_CLASSES, "target_class")
    finally:
        i18n.use("en")
