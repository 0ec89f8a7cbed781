"""What is wrong in an office file is said all at once, each with its line and what to write instead."""

from __future__ import annotations

from textwrap import dedent

import pytest

from officecli.files.office.content import OfficeFile
from officecli.files.office.reading import read_file, read_text
from stage.office_read import OFFICE, faults
from stage.places import EXAMPLES


def added(text: str) -> list[str]:
    """The faults of a file that begins as OFFICE (26 lines) does; the text's first line is line 27."""
    return faults(OFFICE + dedent(text))


LEADS_NOWHERE = """
    [[duty]]
    title = "Boxes"
    post = "Records/Boxes"
    support = ["Boxes:count"]

    [[person]]
    name = "Ana"
    post = "Boxes"

    [[person]]
    name = "Ben"
    post = "Records/Bags"
"""


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('[[post]]\ntitle = "Boxes"\nrank = "Clerk"\n', "line 27: This [post] has no “unit”. Add the line: unit = …"),
        ('[[post]]\ntitle = "Boxes"\nunit = "Recrods"\nrank = "Clerk"\n', "line 29: There is no unit “Recrods”. Did you mean Records?"),
        ('[[unit]]\nnature = "service"\n[[post]]\ntitle = "Boxes"\nunit = "Stores"\nrank = "Clerk"\n',
            "line 27: This [unit] has no “name”. Add the line: name = …"),
    ],
)  # fmt: skip
def test_what_follows_only_from_another_fault_is_not_told_beside_it(table: str, said: str) -> None:
    first, *others = added(table + dedent(LEADS_NOWHERE))
    assert first == said
    assert [one.partition(": ")[2] for one in others] == ["There is no post “Records/Bags”. Did you mean Records/Head?"]


def test_a_mistyped_table_is_pointed_at_where_nothing_else_is_in_the_file() -> None:
    assert faults("[[persons]]\nname = 'Ana'\n") == ["line 1: There is no table “persons”. Did you mean person?"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[persons]]\nname = 'Ana'\n", "line 27: There is no table “persons”. Did you mean person?"),
        (
            "[[person]]\nrole = 'registrar'\nname = 'Ana'\npost = 'Filing'\n",
            "line 28: [person] has no key “role”. Known: name, post, login, email, registrar, joined, aliases.",
        ),
        ("[[person]]\nnam = 'Ana'\nname = 'Ana'\npost = 'Filing'\n", "line 28: [person] has no key “nam”. Did you mean name?"),
        ("[[duty]]\nname = 'X'\npost = 'Filing'\n", "line 28: [duty] has no key “name”. Did you mean title?"),
        ("[[duty]]\ntitle = 'X'\nposts = 'Filing'\n", "line 29: [duty] has no key “posts”. Did you mean post?"),
        ("[[person]]\nname = 'Ana'\n", "line 27: This [person] has no “post”. Add the line: post = …"),
        ("[[rank]]\nname = 'X'\nlevel = '7'\n", "line 29: “level” takes a whole number, without quotation marks. Write: level = 7"),
        ("[[rank]]\nname = 'X'\nlevel = true\n", "line 29: “level” takes a whole number, without quotation marks."),
        ("[[rank]]\nname = 'X'\nlevel = 1001\n", "line 29: “level” takes a number from 0 to 1000."),
        ("[[post]]\ntitle = 'X'\nunit = 'Records'\nrank = 'Cheif'\n", "line 30: There is no rank “Cheif”. Did you mean Chief?"),
        ("[[post]]\ntitle = 'X'\nunit = 'Record'\nrank = 'Chief'\n", "line 29: There is no unit “Record”. Did you mean Records?"),
        ("[[unit]]\nname = 'X'\nnature = 'writing'\nparent = 'Agenda'\n", "line 30: There is no unit “Agenda”. Did you mean Agendas?"),
        ("[[person]]\nname = 'Ana'\npost = 'Fileing'\n", "line 29: There is no post “Fileing”. Did you mean Filing?"),
        ("[[person]]\nname = 'Ana'\npost = 'Head'\n", "line 29: Several units have a post “Head”. Write unit/title: “Records/Head” or “Agendas/Head”."),
        ("[[unit]]\nname = 'X'\nnature = 'servce'\n", "line 29: “nature” does not take “servce”. Did you mean service?"),
        ("[[unit]]\nname = 'X'\nnature = 'service'\nfunctions = 'serving'\n",
            'line 30: “functions” takes a list of texts, like ["…", "…"]. Write: functions = ["serving"]'),
        ("[[duty]]\ntitle = 'X'\npost = 'Filing'\nfunction = 'severing'\n", "line 30: “function” does not take “severing”. Did you mean serving?"),
        ("[[duty]]\ntitle = 'X'\npost = 'Filing'\nsupport = ['Agendas/Heap:count']\n", "line 30: There is no post “Agendas/Heap”. Did you mean Agendas/Head?"),
        ("[[duty]]\ntitle = 'X'\npost = 'Filing'\nsupport = ['Filing:all']\n", "line 30: Records/Filing is named twice for this duty. Write both parts in one: post:part and part"),
        ("[[unit]]\nname = 'records'\nnature = 'service'\n",
            "line 28: “records” is the same name as “Records” in line 8. Take one out, or write names that tell them apart."),
        ("[[post]]\ntitle = 'head'\nunit = 'Agendas'\nrank = 'Chief'\n",
            "line 28: “Agendas/head” is the same name as “Agendas/Head” in line 18. Take one out, or write names that tell them apart."),
        ("[[person]]\nname = '张三'\npost = 'Filing'\n[[person]]\nname = '张 三'\npost = 'Filing'\n",
            "line 31: “张 三” is the same name as “张三” in line 28. Take one out, or write names that tell them apart."),
        ("[[person]]\nname = 'Ana'\npost = 'Records/Head'\n[[person]]\nname = 'Ben'\npost = 'Records/Head'\n",
            "line 32: Records/Head has 1 seat, but Ana, Ben are on it. Give one of them another post, or write seats = 2."),
        ("[[post]]\ntitle = 'X'\nunit = 'Records'\nrank = 'Clerk'\nreports_to = 'Filing'\n",
            "line 26: Records/Filing has 2 seats, but Records/X reports to it. Write seats = 1, or let it report to a post that one person holds."),
        ("[[post]]\ntitle = 'X'\nunit = 'Records'\nrank = 'Clerk'\nstand_in = 'X'\n", "line 31: Records/X cannot stand in for itself. Name another post, or take “stand_in” out."),
        ((
            "[[post]]\ntitle = 'A'\nunit = 'Records'\nrank = 'Clerk'\nreports_to = 'B'\n[[post]]\ntitle = 'B'\nunit = 'Records'\nrank = "
            "'Clerk'\nreports_to = 'A'\n"
        ), "line 31: The posts report in a circle: Records/A → Records/B → Records/A. Let one of them end it: take its “reports_to” out."),
        ("[[unit]]\nname = 'X'\nnature = 'service'\nparent = 'X'\n",
            "line 30: The units lie in a circle: X → X. Let one of them end it: take its “parent” out."),
        ("[[person]]\nname = 'Ana'\npost = 'Filing'\nlogin = 'a'\n[[person]]\nname = 'Ben'\npost = 'Filing'\nlogin = 'a'\n",
            "line 34: The login “a” is Ana's already (line 30). Each login belongs to one person."),
        ("[[person]]\nname = 'Ana'\npost = 'Filing'\njoined = '2026-07-06 09:00'\n",
            "line 30: “joined” takes a date like 2026-07-06, without quotation marks. Write: joined = 2026-07-06"),
        ("[[person]]\nname = 'Ana'\npost = 'Filing'\njoined = 2026-07-06T08:00:00\n",
            "line 30: “joined” takes a date like 2026-07-06, without quotation marks. Write: joined = 2026-07-06"),
        ("[[person]]\nname = 'Ana'\npost = 'Filing'\nemail = 'ana'\n", "line 30: “ana” is no mail address. Write it like name@office.example."),
        ("[[person]]\nname = 'me'\npost = 'Filing'\n", "line 28: “me” means whoever types, so nobody can be called that. Write the full name."),
        ('[[person]]\nname = "A\\u0000na"\npost = "Filing"\n',
            "line 28: “A\0na” holds a character nobody can see (U+0000). Type it again without that character."),
        ('[[person]]\nname = "A\\u202ena"\npost = "Filing"\n',
            "line 28: “A\u202ena” holds a character nobody can see (U+202E). Type it again without that character."),
        ("[[unit]]\nname = 'A/B'\nnature = 'service'\n",
            "line 28: The name “A/B” holds “/”, which joins names (unit/title, name:part). Write it without, for example with a dash."),
        ("[[unit]]\nname = ' '\nnature = 'service'\n", "line 28: A name is empty. Write a name."),
        ("[office]\nregion = 'XQ'\n", "line 28: There is no calendar for the region “XQ”."),
        ("[office]\ntimezone = 'Asia/Shangai'\n",
            "line 28: There is no time zone “Asia/Shangai”. Did you mean Asia/Shanghai?"),
        ("[office]\ntimezone = 'EST'\n",
            "line 28: “EST” is the time of winter all year round, and no place's time zone. Give an IANA name, for example America/New_York."),
        ("[office]\nlanguage = 'fr'\n", "line 28: “language” does not take “fr”. It takes one of: en, zh."),
        ("[office]\nfunctions = ['服务', 'serving']\n", "line 28: “serving” stands twice. Leave one."),
        ("[office]\nfunctions = ['a, b']\n", "line 28: The function “a, b” holds a comma, which joins functions. Write it without."),
        ("[office]\nfunctions = ['Archive']\n[[duty]]\ntitle = 'X'\npost = 'Filing'\nfunction = 'Archives'\n",
            "line 32: “function” does not take “Archives”. Did you mean Archive?"),
        ("[[unit]]\nname = 'X'\nnature = 'service'\nfunctions = ['政务', 'servin']\n", "line 30: “functions” does not take “servin”. Did you mean serving?"),
        ("[[duty]]\ntitle = 'X'\npost = 'Filing'\nnature = 'quick'\n", "line 30: “nature” does not take “quick”."),
        ("[[post]]\ntitle = 'X'\nunit = 'Records'\nrank = 'Clerk'\nmay = 3\n", 'line 31: “may” takes a text like "…", or a list of texts, a line each.'),
        ("[[post]]\ntitle = 'X'\nunit = 'Records'\nrank = 'Clerk'\nhow = ['ok', \"a\\u202eb\"]\n",
            "line 31: “a\u202eb” holds a character nobody can see (U+202E)."),
        ("[[emergency]]\nname = 'Flood'\n[[emergency]]\nname = 'flood'\n", "line 30: “flood” is the same name as “Flood” in line 28."),
        ("[calendar]\nhours = '12:00-08:30'\n",
            "line 28: “12:00-08:30” does not give office hours. “12:00-08:30” ends before it starts. Write them like 08:30-12:00,14:30-17:30."),
        ("[calendar]\nclosed = [\n  2026-10-26,\n  2026-10-26,\n]\n", "line 28: 2026-10-26 stands twice. Leave one."),
        ("[calendar]\nclosed = [2026-10-26]\nworking = [2026-10-26]\n", "line 29: 2026-10-26 is both closed and working. Leave it in one of the two."),
        ("[calendar]\nclosed = ['10-26']\n", "line 28: “closed” takes a list of dates, like [2026-07-06, 2026-07-07]."),
        ("[settings]\n'lights.yelow_days' = 2\n", "line 28: There is no setting “lights.yelow_days”. Did you mean lights.yellow_days?"),
        ("[settings]\nlights.yellow_days = -1\n", "line 28: The setting lights.yellow_days must be a whole number from 0 to 10000."),
        ("[settings.lights]\nyellow_days = '2'\n", "line 28: The setting lights.yellow_days must be a whole number from 0 to 10000."),
    ],
)  # fmt: skip
def test_a_fault_names_its_line_and_what_to_write(text: str, said: str) -> None:
    (found,) = added(text)
    assert found.startswith(said)


@pytest.mark.parametrize("text", ["[rank]\nname = 'X'\n", "rank = 3\n", "rank = ['X']\n"])
def test_a_repeated_table_in_single_brackets(text: str) -> None:
    assert faults(text) == ["line 1: “rank” is a list of tables, each in double brackets: [[rank]]."]


def test_a_single_table_in_double_brackets() -> None:
    assert added("[[office]]\nname = 'X'\n") == ["line 27: “office” stands once, in single brackets: [office]."]


def test_all_faults_are_said_at_once_in_the_order_of_the_file() -> None:
    said = added("""\
        [[person]]
        name = "Ana"
        post = "Nowhere"
        [calendar]
        hours = "late"
        [settings]
        x = 1
        [[rank]]
        level = 7
        """)
    assert [line.partition(":")[0] for line in said] == ["line 29", "line 31", "line 33", "line 34"]


def test_a_longer_circle_is_named_once() -> None:
    posts = "".join(f"[[post]]\ntitle = 'P{n}'\nunit = 'Records'\nrank = 'Clerk'\nreports_to = 'P{(n + 1) % 5}'\n" for n in range(5))
    tail = "[[post]]\ntitle = 'T'\nunit = 'Records'\nrank = 'Clerk'\nreports_to = 'P3'\n"
    (found,) = added(tail + posts)
    assert found.count("→") == 5


def test_settings_may_be_nested_or_dotted() -> None:
    for text in ("'lights.yellow_days' = 2", "lights.yellow_days = 2", "lights = {yellow_days = 2}", "[settings.lights]\nyellow_days = 2"):
        assert read_text(f"[settings]\n{text}\n", "x").settings == {"lights.yellow_days": "2"}


def test_a_code_may_be_given_by_its_word_in_any_language() -> None:
    file = read_text(OFFICE.replace('nature = "writing"', 'nature = "文稿类"'), "x")
    assert "writing" in {entry.values["nature"] for entry in file.tables["unit"]}


def test_titles_are_found_whatever_their_width_and_case() -> None:
    file = read_text(OFFICE + "[[person]]\nname = 'Ana'\npost = 'ｒｅｃｏｒｄｓ／head'\n", "x")
    assert file.tables["person"][0].refs["post"].label == "Records/Head"


@pytest.mark.parametrize("name", ["county-office", "city-clerk"])
def test_the_examples_are_right(name: str) -> None:
    file: OfficeFile = read_file(EXAMPLES / name / "office.toml")
    assert len(file.tables["person"]) > 20
