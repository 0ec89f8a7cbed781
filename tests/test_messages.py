"""The translation check finds what a translator would miss."""

from __future__ import annotations

import gettext
import runpy
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from officecli import i18n
from officecli.messages import Messages
from stage.places import ROOT

SCRIPT = runpy.run_path(str(ROOT / "tools" / "messages.py"))


def catalog(*messages: tuple[Any, Any]) -> Catalog:
    made = Catalog(locale="zh", fuzzy=False)
    for source, translation in messages:
        made.add(source, translation)
    return made


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        ("late", "逾期", None),
        ("{name} is late", "{name}逾期", None),
        ("{share:.1f} %", "百分之{share}", None),
        (("one item", "{n} items"), ("{n}个事项",), None),
        ("late", "", "not translated"),
        ("{name} is late", "{who}逾期", "placeholders differ"),
        ("%(name)s is late", "逾期", "placeholders differ"),
        ("[default: {}]", "[默认]", "placeholders differ"),
        (("one item", "{n} items"), ("几个事项",), "placeholders differ"),
    ],
)
def test_each_fault_of_a_translation_is_found(source: Any, translation: Any, fault: str | None) -> None:
    found = SCRIPT["faults"](catalog((source, translation)), catalog((source, "")))
    assert len(found) == (1 if fault else 0)
    assert not fault or fault in found[0]


def test_missing_and_obsolete_messages_are_found() -> None:
    found = SCRIPT["faults"](catalog(("gone", "旧")), catalog(("new", "")))
    assert found == ["'new': missing; run `make messages`", "'gone': no longer in the source; run `make messages`"]


def test_help_of_commands_and_of_typer_is_collected(tmp_path: Path) -> None:
    commands = tmp_path / "cli" / "commands"
    commands.mkdir(parents=True)
    (commands / "overdue.py").write_text('"""What is late.\n\nMore of it.\n"""\n', encoding="utf-8")
    (tmp_path / "words.py").write_text('_("here")\nN_("later")\nngettext("one", "many", 2)\n', encoding="utf-8")
    said = {message for message, _place in SCRIPT["messages"](tmp_path)}
    assert said >= {"here", "later", ("one", "many"), "What is late.", "More of it.", "Commands"}


def test_a_message_nobody_would_find_is_found(tmp_path: Path) -> None:
    (tmp_path / "words.py").write_text("said = f\"{_('hidden')} and {_(known)}\"\n", encoding="utf-8")
    assert SCRIPT["hidden"](tmp_path) == ["words.py:1"]


@pytest.mark.parametrize("call", ['_(COLUMNS["due"].label)', 'N_("a" + name)', 'ngettext("one", words["many"], n)', '_("yes" if so else "no")'])
def test_a_text_that_is_no_message_but_some_would_take_for_one_is_found(tmp_path: Path, call: str) -> None:
    (tmp_path / "words.py").write_text(
        f'_("plain")\n_(known)\nngettext("one", "many", counts["n"])\n_(texts.get(key, ""))\nsaid = {call}\n', encoding="utf-8"
    )
    assert SCRIPT["unplain"](tmp_path) == ["words.py:5"]


def test_update_keeps_translations_and_header_and_drops_the_obsolete(tmp_path: Path) -> None:
    file = tmp_path / "zh" / "LC_MESSAGES" / "officecli.po"
    file.parent.mkdir(parents=True)
    header = '# Ours.\nmsgid ""\nmsgstr ""\n"Language: zh\\n"\n"Content-Type: text/plain; charset=utf-8\\n"'
    file.write_text(f'{header}\n\nmsgid "kept"\nmsgstr "留"\n\nmsgid "gone"\nmsgstr "去"\n', encoding="utf-8")
    SCRIPT["update"](file, catalog(("kept", ""), ("added", "")))
    assert file.read_text(encoding="utf-8") == f'{header}\n\nmsgid "added"\nmsgstr ""\n\nmsgid "kept"\nmsgstr "留"\n'


def test_what_goes_on_behind_a_note_does_not_stop_before() -> None:
    assert i18n.clauses(["71 of 85 series reviewed.", "paid to Acme Inc.", "Done."]) == "71 of 85 series reviewed; paid to Acme Inc.; Done."
    assert i18n.phrases(["已报送。", "已反馈。"]) == "已报送, 已反馈。"
    assert i18n.clauses([]) == ""


def test_each_message_is_found_where_it_stands() -> None:
    file = i18n.LOCALES / "zh" / "LC_MESSAGES" / "officecli.mo"
    with file.open("rb") as whole:
        known = gettext.GNUTranslations(whole)._catalog  # type: ignore[attr-defined]
    ours = Messages(file)
    said = {key: ours.gettext(key) for key in known if isinstance(key, str) and key}
    assert len(said) > 5000
    assert said == {key: known[key] for key in said}


def test_a_message_has_as_many_forms_as_its_language(tmp_path: Path) -> None:
    made = Catalog(locale="pl", fuzzy=False)
    made.add(("one item", "{n} items"), ("jedna", "kilka", "wiele"))
    made.add("one item more", "jeszcze jedna")
    made.add("Done", "")
    with (tmp_path / "pl.mo").open("wb") as file:
        write_mo(file, made)
    found, none = Messages(tmp_path / "pl.mo"), Messages(tmp_path / "none.mo")
    assert [found.ngettext("one item", "{n} items", n) for n in (1, 2, 5, 22)] == ["jedna", "kilka", "wiele", "kilka"]
    assert (found.gettext("one item more"), found.gettext("Done"), found.gettext("\udc80")) == ("jeszcze jedna", "Done", "\udc80")
    assert (found.ngettext("one", "many", 1), none.ngettext("one", "many", 2), none.gettext("Done")) == ("one", "many", "Done")


def test_a_catalogue_that_says_no_rule_of_forms_has_two(tmp_path: Path) -> None:
    made = Catalog(fuzzy=False)
    made.add(("one item", "{n} items"), ("ein Punkt", "{n} Punkte"))
    with (tmp_path / "xx.mo").open("wb") as file:
        write_mo(file, made)
    assert [Messages(tmp_path / "xx.mo").ngettext("one item", "{n} items", n) for n in (0, 1, 2)] == ["{n} Punkte", "ein Punkt", "{n} Punkte"]
