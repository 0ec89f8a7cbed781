"""What somebody forgets who adds something is told in a sentence that names its place: by the project's own tests, or by its check of the messages."""

from __future__ import annotations

import re
from pathlib import Path

from stage import additions
from stage.tree import Tree

SENTENCES = (
    "model/item_fields.py says nothing of ['room']; give each a line there",
    "model/items.py has no column ['shelf'], of which model/item_fields.py speaks",
    "an older store would not get what model/ says of item; write the step in store/schema/migrations/, and raise SCHEMA_VERSION",
    "these are recorded, and have no line in model/acts/: ['hasten']",
    "write the words of Hastened in officecli.cli.answers.items.hastened",
    "these of cli/commands/ are no commands: hasten.py; each stands in a folder that SECTIONS of cli/catalogue.py names",
    "reports/office/piles.py does not begin with a docstring; its first line is what the help says of piles",
    "no test shows what these of reports/ find: office/piles.py; write one in tests/reports/",
    "reports/office/piles.py: a query takes :pile_rows, and no setting gives it; declare it in",
    "hands.most has no meaning in Chinese; write it in N_(…), run `make messages` and translate it",
    "rules/responsibility/hands_full.py: a query takes :hands_most, and no setting gives it; declare it in",
    "R198 idle-hands stands elsewhere; by its code and name its file is rules/responsibility/idle_hands.py",
    "R199 has no cases; write them in tests/rules/cases/hands-full.yaml",
    "formats/golden/tabs.en.txt is not there; make it with RENEW_GOLDEN=1, and read it",
    "locale/zh/LC_MESSAGES/officecli.po: 'The hands of {lead} are full.': missing; run `make messages`",
)


def test_what_was_forgotten_is_told_in_a_sentence_that_names_its_place(tmp_path: Path) -> None:
    """Of one of everything, added to one copy of the source, something is forgotten; all of it is told at once."""
    tree = Tree(tmp_path)
    tree.change(
        "model/items.py", "    originator_id: int = refers(", '    room: str = Field(default="", max_length=40)\n    originator_id: int = refers('
    )
    tree.change(
        "model/item_fields.py",
        '        Field("lead", N_("lead"), "id",\n',
        '        Field("shelf", N_("shelf"), "light"),\n        Field("lead", N_("lead"), "id",\n',
    )
    tree.write("actions/items/hastening.py", additions.ACTION)
    tree.write("cli/commands/hasten.py", additions.COMMAND)
    tree.write("rules/responsibility/hands_full.py", re.sub(r"    thresholds=.*\n", "", additions.RULE))
    tree.write("rules/responsibility/idle.py", additions.RULE.replace("R199", "R198").replace("hands-full", "idle-hands"))
    tree.write("reports/office/piles.py", additions.REPORT.partition('"""\n\n')[2].replace("shelf_rows", "pile_rows"))
    tree.write("formats/as_tabs.py", additions.FORMAT)
    told = tree.judge(
        "model/test_item_fields.py::test_every_column_of_an_item_has_its_line",
        "model/test_item_fields.py::test_every_line_of_a_field_has_its_column",
        "store/schema/test_upgrade.py::test_all_of_it_becomes_this_version_and_work_goes_on[1-sqlite]",
        "model/test_acts.py::test_every_verb_recorded_has_a_line_and_every_line_is_recorded",
        "cli/test_answers.py::test_every_answer_has_words_in_both_languages[Hastened-True]",
        "cli/test_help.py::test_every_file_of_the_commands_is_a_command",
        "cli/test_help.py::test_every_command_explains_itself[piles-en]",
        "test_settings.py::test_a_rule_is_given_what_its_queries_take[R198]",
        "test_settings.py::test_a_rule_is_given_what_its_queries_take[R199]",
        "test_settings.py::test_every_setting_has_a_meaning_in_both_languages_and_a_default_within_its_bounds[hands.most]",
        "rules/test_cases.py::test_every_rule_has_cases[R199]",
        "test_settings.py::test_a_report_is_given_what_its_queries_take",
        "reports/shape/test_build.py::test_every_report_is_shown_by_some_test",
        "formats/test_golden.py::test_english[tabs]",
    )
    told += tree.untranslated("rules")
    untold = [sentence for sentence in SENTENCES if sentence not in told]
    assert not untold, told
