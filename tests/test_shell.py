"""A text as one word of a command, as a shell takes it."""

from __future__ import annotations

import shlex

import pytest

from officecli.shell import as_word


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("is:overdue", "is:overdue"), ("牵头:王强", "牵头:王强"), ("31-35,40", "31-35,40"), ("a/b.csv", "a/b.csv"),
        ("Public Works", '"Public Works"'), ("Ana's", '"Ana\'s"'),
        ("due:<fri", '"due:<fri"'), ('unit:"Public Works"', "'unit:\"Public Works\"'"), ("$5", "'$5'"), ("now!", "'now!'"),
        ("`a` 'b'", """'`a` '"'"'b'"'"''"""), ("", '""'),
    ],
)  # fmt: skip
def test_a_word_is_written_so_that_a_shell_takes_it_as_one(text: str, typed: str) -> None:
    assert as_word(text) == typed
    assert shlex.split(typed) == [text]
