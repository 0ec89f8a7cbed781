"""A plain word that nothing has in its text, but that names a case, somebody or a unit, as the filter that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from officecli.cli import session
from officecli.cli.meant.everything import with_the_closed
from officecli.cli.meant.options_meant import is_day, says_more
from officecli.cli.meant.typed_again import kept
from officecli.cli.numbers_typed import is_filter, is_number
from officecli.errors import BadInput, NotFound, OfficeError
from officecli.hints import Any
from officecli.i18n import N_, _, language, listed
from officecli.light import replace
from officecli.model.filter_keys import CASES, KEYS, Case
from officecli.model.words import word as word_for
from officecli.near import asked_back
from officecli.patterns import pattern
from officecli.reports.shape.report import Report
from officecli.reports.shape.takes import Takes
from officecli.shell import as_word
from officecli.store.read.reader import Reader
from officecli.typed.meant import EVERYTHING
from officecli.typed.office.people import find_person
from officecli.typed.office.units import find_unit
from officecli.typed.text import shown

IS_DUE = pattern(r"^(?:due|deadline)(?: on| by| in)? |(?:前)?(?:到期|截止|办结)的?$")
"""What says of a day that something is due then."""
_WAS_CLOSED = pattern(r"(?<![前应须需要])(?:已?办结|已?销号|已?办完)(?:了|的|哪些|什么|多少|事项)*$|^closed (?:in |on )?(?=.)")
"""What says of one that something was closed then."""
_BESIDE = frozenset(
    (
        "what which who is are was the a an of do does did i there all any items item tasks task work works matters with for to from in have "
        "has and please open list show how many count due on by until 的 和 有 所有 全部 事项 任务 工作 清单"
    ).split()
)
"""Words that say nothing beside the names of a filter."""
_ALSO = {
    "my": "mine", "i": "mine", "late": "overdue", "done": "closed", "finished": "closed", "reds": "red", "我": "我的", "办结": "已办结", "销号": "已办结",
    "已销号": "已办结", "已完成": "已办结", "没签收": "未签收", "没办结": "未办结", "没办完": "未办结", "已逾期": "逾期",
}  # fmt: skip
"""What is typed for words of filters."""
_IN_CHINESE = pattern(r"(我的)|谁|哪些|哪个|哪件|什么|多少|几件|的|了|吗|所有|全部|呢|有|是|事项|事情|事$|任务|工作|[？?，,、]")
"""What stands between the names of a filter where no blanks are typed."""
_JOINS = ("and", "or")
"""Words between two names, which are no part of either."""
_APART = ",;&，；、"
"""Signs between two names."""
_AND = pattern(r"[和与及跟]")
"""The same in Chinese, where it may be a character of one of them as well."""
_LONGEST = 3
"""So many words may make one name."""
_IS_A_CODE = pattern(r"[A-Za-z]\d{3}")
_FEWEST_LETTERS, _FEWEST_HAN = 4, 2
"""So long is the beginning of a rule's name at least, where it might be a text of the items instead."""
_OF_ITEMS = {
    "decision list": "follow-through",
    "request list": "requests",
    "waiver list": "waivers",
    "person list": "load",
    "procedure list": "conformance",
}
"""Lists of what is no item → the report that takes a filter of the items behind it."""


def rule_among(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The rule that words name, by its code among them or by its name or the beginning of that alone, "" for none; and the words without it."""
    from officecli.rules import find_rule

    name = " ".join(words)
    if name and (find_rule(name) or len(_rules_begun(name)) == 1):
        return name, ()
    rule = next((word for word in words if _IS_A_CODE.fullmatch(word) and find_rule(word)), "")
    return rule, [word for word in words if word != rule]


def _rules_begun(name: str) -> list[str]:
    """The rules whose names begin so, where nothing else is called so that a filter asks for and it is long enough to be no chance."""
    from officecli.rules import rules_begun
    from officecli.rules.wording import label

    said = name.strip().casefold()
    if len(said) < (_FEWEST_LETTERS if said.isascii() else _FEWEST_HAN) or named_by_a_word(said):
        return []
    return [label(rule) for rule in rules_begun(said) if not rule.code.casefold().startswith(said)]


def require_rule(word: str) -> None:
    """Raise NotFound for what is no rule, with the option that takes it where it is a unit, or somebody."""
    from officecli.cli.marks import SHORT
    from officecli.cli.meant.options_meant import option_of
    from officecli.rules import rule_named

    try:
        rule_named(word)
    except NotFound as error:
        ctx = session.context()  # which a rule does without
        if option := option_of(ctx.command, word):
            error.fix = asked_back(f"{ctx.command_path} {SHORT.get(option, option)} {as_word(word)}")
        raise


def is_filter_of_items(ctx: Any, words: Sequence[str]) -> bool:
    """Whether words too many may have been meant as a filter: of a report that takes no word, and says why it takes none, whatever they are."""
    takes_words = any(parameter.param_type_name == "argument" for parameter in ctx.command.params)
    return any(map(is_filter, words)) or (bool(getattr(ctx.command, "unfiltered", "")) and not takes_words)


def no_filter(ctx: Any, typed: str) -> BadInput:
    """The error of a filter where none can mean anything, with the command that takes it."""
    advice = getattr(ctx.command, "unfiltered", "") or N_("The items that fit: officecli list {filter}")
    report = next((name for command, name in _OF_ITEMS.items() if ctx.command_path.endswith(command)), "")
    said = _("By the items behind: officecli {report} {filter}") if report else _(advice)
    return BadInput(
        _("“{command}” takes no filter of items.").format(command=ctx.command_path),
        fix=said.format(report=report, filter=as_word(typed)),
    )


def as_value(text: str) -> str:
    """A text as the value of a key of a filter, which ends at a blank unless it stands in quotes."""
    return text if as_word(text) == text else f'"{text}"'


def as_filter(read: Reader, typed: str) -> str:
    """The filter that asks for what a word names, `is:overdue`, or for each of several; in the reader's language, and "" where one names nothing."""
    one = _as_one(read, typed)
    return as_word(one) if one else " ".join(filters_in(read, typed.split()))


def filters_in(read: Reader, words: Sequence[str]) -> list[str]:
    """The filters that words ask for together, `hannah overdue`, `张伟的逾期事项`, each as a word of a command; none where one names nothing."""
    said, found = filter(None, (word.strip(_APART) for word in words)), list[str]()
    left = [one for word in said for one in ([word] if _as_one(read, word) else _IN_CHINESE.sub(r" \1 ", word).split())]
    while left:
        if left[0].casefold() in (*_BESIDE, *_JOINS):
            left = left[1:]
            continue
        lengths = (many for many in range(min(_LONGEST, len(left)), 0, -1) if left[many - 1].casefold() not in _JOINS)
        parts = ((many, [_ALSO.get(word.casefold(), word) for word in left[:many]]) for many in lengths)
        many, meant = next(((many, meant) for many, part in parts if (meant := _as_one(read, " ".join(part))) and not says_more(part)), (0, ""))
        if many:
            found.append(meant)
            left = left[many:]
        elif len(several := _AND.split(left[0])) > 1 and min(map(len, several)) >= _FEWEST_HAN:
            left = [*several, *left[1:]]
        else:
            return []
    return list(map(as_word, _of_one_key(dict.fromkeys(found))))


def _of_one_key(filters: Iterable[str]) -> list[str]:
    """The filters, those of one key as one that either fits, lead:ana,ben: nothing has two leads; what is said after is: may hold together."""
    of_keys: dict[str, str] = {}
    for one in filters:
        key, colon, value = one.partition(":")
        apart = not colon or key == KEYS["is"].said
        of_keys[one if apart else key] = f"{of_keys[key]},{value}" if not apart and key in of_keys else one
    return list(of_keys.values())


def _as_one(read: Reader, typed: str) -> str:
    """The filter of one case, code, unit, person or day; "" for anything else."""
    said = typed.strip().casefold()
    if asked := named_by_a_word(said):
        return asked
    for key, finds in (("unit", find_unit), ("lead", find_person)):
        try:
            if said and finds(read, typed):
                name = KEYS[key].said
                return f"{name}:{as_value(typed)}"
        except OfficeError:
            continue
    return _due(read, said)


def _case(said: str) -> Case | None:
    """The case, `overdue`, that a word in lower case names."""
    return next((one for one in CASES.values() if said in (one.name, *one.words.split())), None)


def named_by_a_word(typed: str) -> str:
    """The filter of a word for a case, a light, an urgency, a status …, written in full in the reader's language; "" for any other."""
    said = typed.strip().casefold()
    also = _ALSO.get(said, said)
    if case := _case(said) or _case(also):
        return f"{KEYS['is'].said}:{case.said}"
    from officecli.reports.shape.filter_terms import CLOSED
    from officecli.typed.codes import code_meant
    from officecli.typed.items.states import STATES

    for key, known in (*CLOSED.items(), ("status", STATES)):
        codes = (code_meant(one, known, key, whole=True) for one in (also, also.removesuffix("灯")) if one)
        if code := next(filter(None, codes), None):
            return f"{KEYS[key].said}:{as_value(word_for(key, code) if language() == 'zh' else code)}"
    return ""


def _due(read: Reader, said: str) -> str:
    """The filter of a day or a span, alone or with a word for being due or closed then: 周五, due this month, 上月办结; "" for any other."""
    from officecli.typed.dates import almanac, read_day

    closed = _WAS_CLOSED.search(said)
    day = (_WAS_CLOSED if closed else IS_DUE).sub("", said)
    if closed and is_number(day):
        return ""  # 1已办结: an item, and no day of the month
    with suppress(OfficeError):
        if "words" in read_day(day, base=read.today, by=almanac(read)).inferred:
            return ""  # 7月6日 张伟: what stands beside the day is asked for too
        name = KEYS["closed" if closed else "due"].said
        return f"{name}:{as_value(day)}"
    return ""


def advised(read: Reader, report: Report, typed: str, takes: Takes = Takes()) -> Report:
    """The report; where nothing fits the words that were typed, or a word for a light or a state stands in a text, with the filter that may have been meant."""
    if session.command_path() == "officecli list" and typed.casefold() in EVERYTHING:
        return replace(report, notes=(kept(with_the_closed()), *report.notes))
    if not report.total:
        report = replace(report, empty=_("Nothing here fits “{words}”.").format(words=shown(typed)))
    if option := grouped_by(report, takes, typed):
        return replace(report, notes=(kept(asked_back(f"{session.command_path()} {option}")), *report.notes))
    if line := _elsewhere(read, typed.casefold().split(), found=bool(report.total)):
        return replace(report, notes=(kept(asked_back(line)), *report.notes))
    of_items = any(column.key == "number" for column in report.columns)
    meant = (named := named_by_a_word(typed)) and as_word(named) if report.total and of_items else as_filter(read, typed)
    if not meant and not report.total and report.name == "check" and (rules := _rules_begun(typed)):
        return replace(report, notes=(_("If a rule is meant: {names}.").format(names=listed(rules)), *report.notes))
    if not meant:
        return report
    asked = kept(asked_back(f"{session.command_path()} {meant}"))
    in_texts = _("“{word}” was looked for in their words. {question}").format(word=shown(typed), question=asked)
    return replace(report, notes=(in_texts if report.total else asked, *report.notes))


def grouped_by(report: Report, takes: Takes, typed: str) -> str:
    """The option that `overdue by unit`, 按科室, asks for; "" for other words, and where the report has no such groups."""
    words = typed.casefold().split()
    asked = words[1] if len(words) == len(("by", "unit")) and words[0] == "by" else typed[1:] if typed[:1] in ("按", "分") and len(words) == 1 else ""
    if asked and any(one.name == "by" for one in takes.options):
        return f"--by {as_word(asked)}"
    column = next((column for column in report.columns if asked in (column.key, column.label.casefold())), None)
    return f"--group {as_word(asked)}" if asked and takes.grouped and column else ""


def _elsewhere(read: Reader, words: Sequence[str], *, found: bool) -> str:
    """The line that is meant by words which are no filter: whose digest, what is due `next month`, the report itself; "" for others."""
    path = session.command_path()
    name = path.rpartition(" ")[2]
    if name == "digest" and (whom := " ".join(word for word in words if word not in ("for", "to", "给"))):
        for finds in (find_person, find_unit):
            with suppress(OfficeError):
                if whom == "office" or finds(read, whom):
                    return f"{path} --for {as_word(whom)}"
    if name == "next" and is_day(f"next {' '.join(words)}"):
        return "officecli list " + as_word(_("due:{day}").format(day=as_value(f"next {' '.join(words)}")))
    if found or not words:
        return ""
    if len(words) == 1 and is_number(words[0]):
        return f"officecli show {words[0]}"
    return path if all(word in _BESIDE or word in ("report", "table", "报告", "报表") for word in words) else ""
