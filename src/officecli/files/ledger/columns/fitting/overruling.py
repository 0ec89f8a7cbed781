"""What a column is whose cells are not what its heading says."""

from __future__ import annotations

import re
from collections.abc import Callable

from officecli.files.ledger.columns.by_heading.han_vocabulary import OVERSEES
from officecli.files.ledger.columns.by_heading.meant import Meant
from officecli.files.ledger.columns.contents import ENOUGH, MOSTLY, SELDOM
from officecli.files.ledger.columns.fitting import day_columns, length_columns, matter_columns, number_columns, state_columns
from officecli.files.ledger.columns.fitting.column import Column
from officecli.files.ledger.words.coded import knows_word
from officecli.patterns import has_han, pattern

_OF_A_HUNDRED = pattern(r"(?:[6-9]|[1-9]\d|100)(?:\.\d{1,2})?(?:分| ?points| ?/ ?100)?")
"""A mark that is none of the five."""

_OWN_GRADE = pattern(r"[A-Fa-f]{1,3}[+-]?")
"""A grade by letters: one of what the matter is about, whose scale is its own."""

_ACCOUNTABLE = pattern(r"accountable(?: (?:person|party|leader))?", re.IGNORECASE)
_RESPONSIBLE = pattern(r"^responsible(?: (?:person|party))?$", re.IGNORECASE)

_LEADS = pattern(
    r"\b(?:dep(?:artmen)?t|div(?:ision)?|section|unit|office|agency|bureau|branch|(?P<team>team|group))\b\.? (?:lead|leader|head|chief)\b",
    re.IGNORECASE,
)
"""Of a section: who is at its head, where people stand; of a team, where nobody else is named who does it."""
_REPORTER = pattern(r"reporters?", re.IGNORECASE)
_OF_NEWS = pattern(r"\b(?:editors?|photog(?:raphers?)?|slugs?|newscasts?|air (?:date|time)|by-?lines?|word count)\b", re.IGNORECASE)
"""What stands beside whoever writes a story."""

_OVERSEES = pattern(OVERSEES)
_ENDED_IT = pattern(r".{0,4}(?:完成|办结|关闭|解决|销号)(?:人|人员|者)(?:姓名)?")

_BODY = pattern(r"(?:requesting |asking )?body", re.IGNORECASE)
_SITS = pattern(
    r"\b(?:boards?|committees?|councils?|commissions?|panels?|assembl(?:y|ies)|senates?|trustees|select ?board|plenary)\b",
    re.IGNORECASE,
)
"""The heading of those who asked for a report, and the name of a body that sits and decides."""

_PEOPLE = pattern(r"(?:people|persons|staff|resources)(?: (?:involved|assigned))?", re.IGNORECASE)
_PLAINLY_LEADS = pattern(r"^(?:lead(?:er)?|owner|(?:task|action|project) (?:lead|owner))$", re.IGNORECASE)
_DIGIT = pattern(r"\d")
_VOTE = pattern(
    r"(?:(?:board|council|committee|town meeting) )?(?:votes?|voting)(?: (?:taken|tally|results?|outcome))?|表决(?:结果|情况)?", re.IGNORECASE
)

_CYCLE = pattern(r"(?:周期|频[次率])(?:要求)?")
_COMES_ROUND = pattern(r"^(?:上|前|下)一?次(?!.*(?:反馈|报告|汇报|报送|调度|更新|督办|跟进|联系|会))")
"""When a thing had its turn, and when it has the next: 上次检定, 下次保养."""

_LONGEST_NAME = 12
"""Characters on average of people; whether cells are names takes longest of all to tell."""
_LONGEST_BODY = 40
"""Characters on average of the name of a body."""


def _grades(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Rating: High; 评分: 92 of a hundred; 评级: C+, of whatever is looked into."""
    if found[0].key != "rating":
        return None
    if column.cells.filled and all(map(_OF_A_HUNDRED.fullmatch, column.cells.texts)):
        return []
    known = all(knows_word("importance", text) or knows_word("urgency", text) for text in column.cells.texts)
    marks = column.cells.filled >= ENOUGH and all(map(_OWN_GRADE.fullmatch, column.cells.texts))
    return [Meant("labels", found[0].strength)] if known or marks else None


def _text_for_body(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Sentences under a heading of bodies name none: Body, of a message."""
    cells = column.cells
    if found[0].key != "body":
        return None  # whether cells are names takes longest of all to tell
    tells = cells.length > _LONGEST_BODY or (cells.people < SELDOM and any(text.endswith((".", "!", "?")) for text in cells.texts))
    return [] if tells else None


def _asks(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Body: Finance Committee, of a log of what boards asked for, beside who of the office leads: where the matter comes from."""
    sits = all(map(_SITS.search, column.cells.texts)) and column.cells.persons < SELDOM
    asks = found[0].key == "body" and _BODY.fullmatch(column.text.strip()) and sits and column.another("lead", "unit")
    return [Meant("source", found[0].strength)] if asks else None


def _sizes_for_hours(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Effort: S, M, L: how it is sorted, and no number of hours."""
    sizes = found[0].key == "hours" and column.cells.filled and not any(map(_DIGIT.search, column.cells.texts))
    return [Meant("labels", found[0].strength)] if sizes else None


def _comes_round(column: Column, found: list[Meant]) -> list[Meant] | None:
    """周期: 每季度, beside 上次保养: how often the thing has its turn, and not how often it is told of."""
    cycle = found[0].key == "feedback_every" and _CYCLE.fullmatch(column.text.strip()) is not None
    return [] if cycle and column.headed_like(_COMES_ROUND) else None


def _voted(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Vote: Passed, of what is still to be done about it."""
    return [] if found[0].key in ("result", "status") and _VOTE.fullmatch(column.text.strip()) else None


def _codes_for_goals(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Standard: EC.02.03: the paper that asks for it."""
    return [Meant("source", found[0].strength)] if found[0].key == "goal" and not found[0].plain and column.cells.codes >= MOSTLY else None


def _team(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Team: people, beside who leads; Dept. lead: people, who lead."""
    people = found[0].key == "unit" and column.cells.persons >= 2 * SELDOM
    heads, led = _LEADS.search(column.text), people and column.led_elsewhere()
    if people and heads and not (heads["team"] and led):
        return [Meant("lead", found[0].strength)]
    return [Meant("support", found[0].strength)] if led else None


def _people(column: Column, found: list[Meant]) -> list[Meant] | None:
    """People, beside Lead: those who do it with whoever leads."""
    several = found[0].key == "lead" and _PEOPLE.fullmatch(column.text.strip()) and column.cells.people >= 2 * SELDOM
    return [Meant("support", found[0].strength)] if several and column.headed_like(_PLAINLY_LEADS) and column.led_elsewhere() else None


def _accountable(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Accountable, beside Responsible: who answers for it over whoever does it."""
    over = found[0].key == "lead" and _ACCOUNTABLE.fullmatch(column.text.strip()) is not None
    return [Meant("responsible", found[0].strength)] if over and column.headed_like(_RESPONSIBLE) else None


def _reporter(column: Column, found: list[Meant]) -> list[Meant] | None:
    """Reporter, beside no Editor, Photog or Slug: who brought it up."""
    return [] if _REPORTER.fullmatch(column.text.strip()) and not column.headed_like(_OF_NEWS) else None


def _who_ended(column: Column, found: list[Meant]) -> list[Meant] | None:
    """完成者, in a few rows, beside people of the office in most: who brought those to their end."""
    ended = found[0].key == "lead" and _ENDED_IT.fullmatch(column.text) is not None and not column.mostly_filled
    return [] if ended and column.people_in_most_rows() else None


def _people_for_results(column: Column, found: list[Meant]) -> list[Meant] | None:
    """复核: people: who did it, and not what came of it."""
    return (
        [] if found[0].key == "result" and has_han(column.text) and column.cells.length <= _LONGEST_NAME and column.cells.persons >= MOSTLY else None
    )


def _oversees(column: Column, found: list[Meant]) -> list[Meant] | None:
    """内控专员, 跟踪人, beside 责任部门 of the office in every row: who sees to it that these do it."""
    return [] if found[0].key == "lead" and _OVERSEES.fullmatch(column.text) and column.bodies_answer() else None


OVERRULING: tuple[Callable[[Column, list[Meant]], list[Meant] | None], ...] = (
    _voted,
    matter_columns.resolved_by_a_body,
    matter_columns.comment_to_answer,
    state_columns.numbers_for_states,
    state_columns.answers_to_questions,
    state_columns.shares,
    state_columns.states,
    _grades,
    matter_columns.what_is_due,
    state_columns.ticks_of_times,
    state_columns.ticks_beside_days,
    state_columns.ticks_for_amounts,
    state_columns.ticks_for_evidence,
    day_columns.as_it_was,
    day_columns.meeting_to_come,
    day_columns.behind_deadlines,
    day_columns.report_to_come,
    day_columns.stage_before,
    day_columns.check_behind,
    day_columns.vouched_for_until,
    day_columns.day_of_next_step,
    day_columns.days_for_next_step,
    day_columns.short_of_completion,
    _text_for_body,
    _asks,
    _sizes_for_hours,
    _comes_round,
    number_columns.number_of_its_own,
    number_columns.names_for_counts,
    number_columns.sorts_for_numbers,
    number_columns.number_of_paper,
    number_columns.lengths_for_leaders,
    number_columns.counts_for_people,
    number_columns.counted_anew,
    number_columns.parent_elsewhere,
    day_columns.days_for_telling,
    day_columns.orders_for_days,
    day_columns.days_for_sorts,
    day_columns.days_for_stages,
    _codes_for_goals,
    state_columns.stage_for_source,
    day_columns.days_for_periods,
    matter_columns.words_for_periods,
    matter_columns.followed_up,
    matter_columns.outcome,
    number_columns.numbers_for_matters,
    matter_columns.judgements_for_matters,
    matter_columns.done_so_far,
    matter_columns.margins_for_matters,
    matter_columns.case_of_matters,
    matter_columns.called_by_name,
    matter_columns.words_for_people,
    matter_columns.people_for_matters,
    matter_columns.words_for_lights,
    matter_columns.ticks_for_matters,
    day_columns.days_for_matters,
    day_columns.date_behind,
    _team,
    _people,
    _accountable,
    _reporter,
    _who_ended,
    _oversees,
    _people_for_results,
    day_columns.days_for_states,
    day_columns.end_for_deadline,
    day_columns.ticks_for_days,
    day_columns.hours_for_days,
    length_columns.counts_of_days,
    length_columns.days_on_average,
    length_columns.efforts_for_days,
    day_columns.day_of_plan,
    day_columns.day_before_deadline,
    day_columns.reported_at_last,
    day_columns.day_of_answer,
    day_columns.counted_from,
    day_columns.all_before_deadlines,
)
"""A column and what its heading may mean → what it is instead, or None; the first that knows has it. Each is told by an example, `heading: cell`."""
