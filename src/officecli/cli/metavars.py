"""What is to be typed, in the reader's language: NAME and 姓名, most-urgent|urgent and 特急|加急; typed in either it is understood."""

from __future__ import annotations

import re

from officecli.hints import Any
from officecli.i18n import N_, _, in_every_language, language
from officecli.model.words import VOCABULARIES, word

WORDS = {
    "ACT": N_("ACT"), "ADDRESS": N_("ADDRESS"), "AMOUNT": N_("AMOUNT"), "BODY": N_("BODY"), "CALLED": N_("CALLED"), "CODE": N_("CODE"), "COLUMN": N_("COLUMN"),
    "COLUMNS": N_("COLUMNS"), "COMMAND": N_("COMMAND"), "DATE": N_("DATE"), "DAY": N_("DAY"), "DECISION": N_("DECISION"), "DIR": N_("DIR"),
    "DUTY": N_("DUTY"), "FILE": N_("FILE"), "FILTER": N_("FILTER"), "FOLDER": N_("FOLDER"), "FUNCTION": N_("FUNCTION"), "GROUP": N_("GROUP"),
    "HASH": N_("HASH"), "HEADING": N_("HEADING"), "ITEM": N_("ITEM"), "LABEL": N_("LABEL"), "KIND": N_("KIND"), "LEADER": N_("LEADER"), "LOGIN": N_("LOGIN"),
    "MATTER": N_("MATTER"), "MEETING": N_("MEETING"), "METRIC": N_("METRIC"), "MONTH": N_("MONTH"), "N": N_("N"), "NAME": N_("NAME"), "NOTE": N_("NOTE"),
    "NTH": N_("NTH"), "NUMBER": N_("NUMBER"), "PART": N_("PART"), "PERCENT": N_("PERCENT"), "PERIOD": N_("PERIOD"), "PERSON": N_("PERSON"),
    "PHONE": N_("PHONE"), "PLACE": N_("PLACE"), "POINTS": N_("POINTS"), "POST": N_("POST"), "RATING": N_("RATING"), "REASON": N_("REASON"),
    "REF": N_("REF"), "RESULT": N_("RESULT"), "SEQ": N_("SEQ"), "SOURCE": N_("SOURCE"), "STATUS": N_("STATUS"), "STEP": N_("STEP"),
    "TARGET": N_("TARGET"), "TEXT": N_("TEXT"), "TITLE": N_("TITLE"), "TOPIC": N_("TOPIC"), "UNIT": N_("UNIT"), "VALUE": N_("VALUE"),
    "WAIVER": N_("WAIVER"), "WHEN": N_("WHEN"), "WORD": N_("WORD"), "ZONE": N_("ZONE"),
}  # fmt: skip
"""What stands for something that is typed."""

LITERALS = {"ADD": N_("add"), "ALL": N_("all"), "DONE": N_("done"), "LAST": N_("last"), "REMOVE": N_("remove")}
"""What is typed as it stands, in the language of one's choice."""

_OF_PEOPLE = {
    "--actor", "--again", "--as", "--by", "--contact", "--each", "--follow-up", "--for", "--giver", "--lead", "--me", "--owner", "--person",
    "--stand-in", "--support", "--to", "--waived-by"
}  # fmt: skip
_ABOUT_PEOPLE = {"away", "back", "may", "part", "person", "plan", "roster", "scorecard", "support"}
"""The options, and the commands in whose words, and under whose --name and --alias, a name is a person's."""
_OF_MATTERS = {"add", "edit", "items", "learn", "raise", "split", "suggest-lead"}
"""The commands in which a title is a matter's."""

_VALUES = {"str": "TEXT", "text": "TEXT", "int": "N", "integer": "N", "float": "N"}
_ALSO_CALLED = ("target_{}", "procedure_{}")
"""How a vocabulary may be called beside the option that takes its codes."""


def closed_values(parameter: Any) -> tuple[str, ...]:
    """The values of a parameter that takes one of a few, which its help names: ordinary|urgent; empty for any other."""
    values = (parameter.metavar or "").split("|")
    return tuple(values) if len(values) > 1 and all(re.fullmatch("[a-z0-9-]+", value) for value in values) else ()


def vocabulary(parameter: Any) -> str:
    """The name of the words of its values; "" where they are no codes, as those of --format."""
    values = closed_values(parameter)
    option = _called(parameter)
    called = [option, *(form.format(option) for form in _ALSO_CALLED), "profile"]
    return next((one for one in called if values and all(value in VOCABULARIES.get(one, {}) for value in values)), "")


def _called(parameter: Any) -> str:
    return str(max(parameter.opts, key=len)).lstrip("-").replace("-", "_")


def is_word(typed: str, plain: str) -> bool:
    """Whether somebody typed this of the `LITERALS`, in any of the languages."""
    return typed.strip().casefold() in in_every_language(LITERALS[plain])


def is_done(typed: str) -> bool:
    """Whether a word says that something is done, in any of the languages."""
    return typed.strip() == "完成" or is_word(typed, "DONE")


def value_shown(parameter: Any, value: str) -> str:
    """One of its values as help shows it: a code in English, in another language its word without what stands in brackets."""
    name = vocabulary(parameter)
    return code_shown(name if value in VOCABULARIES.get(name, {}) else _called(parameter), value)


def code_shown(name: str, value: str) -> str:
    """A code of the vocabulary of this name, as it is to be typed: itself in English, in another language its word without what stands in brackets."""
    if language() == "en":
        return value
    words = VOCABULARIES.get(name, {})
    said = re.sub(r"[（(].*?[）)]", "", _(words[value]) if value in words else word(name, value).replace(" ", "")).strip()
    return said if said and " " not in said else value


def value_meant(parameter: Any, typed: Any) -> Any:
    """The code that was typed in words; anything else as it is."""
    if isinstance(typed, (list, tuple)):
        return type(typed)(value_meant(parameter, one) for one in typed)
    values = closed_values(parameter)
    if not isinstance(typed, str) or not typed or typed in values:
        return typed
    if not (name := vocabulary(parameter)):
        return next((value for value in values if value_shown(parameter, value) == typed), typed)
    from officecli.typed.codes import code_meant  # most type a code, or nothing

    return code_meant(typed, values, name) or typed


def shown(parameter: Any, path: str) -> str:
    """What stands for its value in the help of the command of this `path`."""
    if choices := getattr(parameter.type, "choices", None):
        return "|".join(map(str, choices))
    if values := closed_values(parameter):
        return "|".join(value_shown(parameter, value) for value in values)
    plain = parameter.metavar or (
        parameter.human_readable_name.upper()
        if parameter.param_type_name == "argument"
        else _VALUES.get(parameter.type.name, parameter.type.name.upper())
    )
    named = parameter.param_type_name == "argument" or {"--name", "--alias"} & set(parameter.opts)
    return in_words(plain, path, of_people=bool(_OF_PEOPLE & set(parameter.opts) or (named and _ABOUT_PEOPLE & set(path.split()))))


def in_words(plain: str, path: str = "", *, of_people: bool = False) -> str:
    """What stands for something that is typed, METRIC or NUMBER|TITLE, in the reader's language, in the command of this `path`."""
    of_matters = bool(_OF_MATTERS & set(path.split()) and not {"duty", "post"} & set(path.split()[1:-1]))
    return re.sub("[A-Z]+", lambda found: _word(found[0], of_people=of_people, of_matters=of_matters), plain)


def _word(plain: str, *, of_people: bool, of_matters: bool) -> str:
    if language() != "en":  # which has one word for the names of people and of things, and one for the titles of all
        plain = {"NAME": plain if of_people else "CALLED", "TITLE": "MATTER" if of_matters else plain}.get(plain, plain)
    known = WORDS.get(plain) or LITERALS.get(plain)
    return _(known) if known else plain


def metavar(parameter: Any) -> str:
    """What stands for an argument in the help."""
    return str(parameter.human_readable_name.upper()).partition(" ")[0]
