"""What tests add to a copy of the source: one of everything, as somebody would write it, and the words for it in Chinese."""

from __future__ import annotations

RULE = '''"""R199: a person who leads more items than anybody can."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import OPEN_ITEM
from officecli.settings import Setting
from officecli.store.items import OPEN_STATUSES

RULE = Rule(
    code="R199",
    name=N_("hands-full"),
    severity="refuse",
    subject="item",
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, '' AS key, i.number, l.name AS lead
FROM item i JOIN person l ON l.id = i.lead_id
WHERE i.id BETWEEN :lo AND :hi AND i.status IN {OPEN_STATUSES}
  AND (SELECT COUNT(*) FROM item o WHERE o.lead_id = i.lead_id AND o.status IN {OPEN_STATUSES} AND o.id < i.id) >= :hands_most""",
    watches={"item": OPEN_ITEM},
    message=N_("The hands of {lead} are full."),
    fix=N_("Give it to somebody else."),
    thresholds={"most": Setting(name="hands.most", default=1, unit="count", least=1, most=60, meaning=N_("items that one pair of hands holds"))},
    principle=N_("Nobody carries more than two hands hold."),
    finds=N_("An open item beyond what its lead can hold."),
    why=N_("What is not held is dropped."),
    instead=N_("Look who has a hand free."),
)
'''
RULE_IN_CHINESE = {
    "hands-full": "手头已满",
    "The hands of {lead} are full.": "{lead}手头已满。",
    "Give it to somebody else.": "交给别人。",
    "items that one pair of hands holds": "一人可承办的事项数",
    "Nobody carries more than two hands hold.": "量力承办。",
    "An open item beyond what its lead can hold.": "超出牵头人承办能力的事项。",
    "What is not held is dropped.": "承办不了就会落空。",
    "Look who has a hand free.": "看看谁有余力。",
}

SETTING = """SHELVES = Setting(
    name="shelf.rows", default=9, unit="count", least=1, most=20, meaning=N_("units whose shelves are shown")
)

GENERAL: dict"""
REPORT = '''"""How full the shelves of each unit are.

A shelf holds what is open:
  officecli shelves
"""

from __future__ import annotations

from officecli.i18n import _
from officecli.reports.shape.build import build
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Column, Report
from officecli.store import items
from officecli.store.read.reader import Reader


def report(read: Reader, filters: Filters) -> Report:
    """How many open items each unit has."""
    rows = read.rows(
        f"SELECT unit, COUNT(*) AS held FROM v_item WHERE status IN {items.OPEN_STATUSES} GROUP BY unit ORDER BY unit LIMIT :shelf_rows",
        items.values(read),
    )
    return build(read, "shelves", _("Shelves"), (Column("unit", _("unit")), Column("held", _("shelved"), "integer")), rows)
'''
REPORT_IN_CHINESE = {
    "units whose shelves are shown": "显示几个科室的架子",
    "How full the shelves of each unit are.": "各科室架子有多满。",
    "A shelf holds what is open:\n  officecli shelves": "架上是未办结的事项：\n  officecli shelves",
    "Shelves": "架子",
    "shelved": "上架",
}

FORMAT = '''"""Text with tabs, to be pasted."""

from __future__ import annotations

from typing import TextIO

from officecli.formats.out.page import Page
from officecli.formats.value import plain
from officecli.reports.shape.report import Report


def write(report: Report, stream: TextIO, page: Page) -> None:
    """A line for each row."""
    for row in report.rows:
        stream.write("\\t".join(plain(column, row[column.key], report.timezone) for column in report.columns) + "\\n")
'''

ACTION = '''"""An item is made to go faster."""

from __future__ import annotations

from dataclasses import dataclass

from officecli.actions.acting import Acting
from officecli.actions.answer import Answer
from officecli.model.items import Item


@dataclass(frozen=True)
class Hastened(Answer):
    """The item is urgent from now on."""

    number: str
    title: str


def hasten(act: Acting, number: str) -> None:
    """Let it come before other items."""
    item: Item = act.item(number)
    act.enter("hasten", item)
    act.change.set(item, "hasten", urgency="urgent")
    act.done.append(Hastened(item.number, item.title))
'''
COMMAND = '''"""Hasten items, so that they come before others."""

from __future__ import annotations

from officecli.cli.verb import ItemFormat, Numbers, Waived, perform_each, takes_waivers


@takes_waivers
def run(numbers: Numbers, waived: Waived = Waived(), format_: ItemFormat = "text") -> None:
    from officecli.actions.items.hastening import hasten

    perform_each("hasten", numbers, hasten, format_, waived)
'''
LINE = """    Act(
        name="hasten", word=N_("hasten"), past=N_("hastened it"), to="item", roles=_ORIGINATOR, whose="originator", rule="A401",
        statuses=OPEN, for_originator=True,
    ),
"""
WORDS = """

def hastened(done: Hastened) -> Iterator[str]:
    yield _("{number} comes before others: {title}.").format(number=done.number, title=done.title)
"""
VERB_IN_CHINESE = {
    "Hasten items, so that they come before others.": "加急事项，先于其他事项办理。",
    "hasten": "加急",
    "hastened it": "加急了",
    "{number} comes before others: {title}.": "{number}优先办理：{title}。",
}

FRENCH = """msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Work"
msgstr "Travail"

msgid "{number} signed for: {title}."
msgstr "{number} pris en charge : {title}."
"""
