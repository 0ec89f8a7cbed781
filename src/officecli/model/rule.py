"""What a rule is, and what it finds: plain data."""

from __future__ import annotations

from collections.abc import Mapping

from officecli.hints import Any, Literal, get_args
from officecli.light import dataclass, field
from officecli.settings import Setting

Severity = Literal["refuse", "warn", "audit", "advice"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The gravest first."""
TELLING, TOLD = "/*since*/", "/*so*/"
"""Between these a rule's query works out since when what it finds is so."""
BOUND = "BETWEEN :lo AND :hi"
"""To which subjects a rule's query keeps."""
Template = str | Mapping[str, str]


@dataclass(frozen=True)
class Foreseen:
    """What a rule would refuse of an `act` on an item whatever is typed with it: a query of the :item that finds it, what it `said`, and the sentence."""

    act: str
    sql: str
    sentence: str


@dataclass(frozen=True)
class Rule:
    """One rule: its reason in words, and one query that returns the violations.

    `sql` is bounded by `subject id BETWEEN :lo AND :hi` and returns `subject_id`, `item_id` (or NULL), `key` (what tells two findings about one
    subject apart), `since`, the day it became true, unless that costs too much for every write (see the field of this name), optionally `severity`
    where it depends on the case, and whatever the texts name in braces. It may use :as_of, :now and :an_hour_ago (UTC text), :day_minutes (of the
    office's hours), every general setting and every threshold of its own, dots as underscores. `thresholds` are the settings it judges by, under the
    words that stand behind its code where it is named: `rules.D308.limit_days`. One that is of use elsewhere too is declared in `settings`, any other
    here. `watches` maps a table to its reach: a query that turns touched rows (`id BETWEEN :lo AND :hi`) into the ids of the subjects they may
    concern (column `id`). A rule that watches nothing is asked by `check` only. `judging` is what a write asks, `checking` what a check does. `among`
    are the ids of all subjects that it may find anything about, where an index has them: a check begins there. The texts are English messages,
    translated when they are shown. `message` and `fix` are templates over the query's columns, or one for each value of its column `which`; a column
    of codes, joined by commas, is put into words first when it is named in `words` (column → vocabulary).
    """

    code: str
    name: str
    severity: Severity
    subject: str
    sql: str
    message: Template
    fix: Template
    principle: str
    finds: str
    why: str
    instead: str
    watches: Mapping[str, str] = field(default_factory=dict)
    among: str = ""
    waivable: bool = True
    refused: str = ""
    accepted: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    moments: tuple[str, ...] = ()
    """The columns that are moments in UTC: they are told as days of the office."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """The columns that are ids of rows with numbers of their own, each with the table: they are told as those numbers, T-012."""
    thresholds: Mapping[str, Setting] = field(default_factory=dict)
    foreseen: tuple[Foreseen, ...] = ()
    """Of which acts it can be told beforehand that it refuses them; the queries take what `sql` takes but the bounds."""
    joins: str = ""
    """The column whose values a warning lists in one sentence, where findings of one subject differ in nothing else."""
    worsens: str = ""
    """The column that says how bad it is: a change that makes it larger is told of, though the finding stood before."""
    since: str = ""
    """Where `sql` has no column `since`: an expression that takes :subject and :key of a finding and is the day it became true. Only a check asks for it."""
    unmade: str = ""
    """What to do, where that is not `fix`, about an item that was refused and so has no number to be typed."""
    waited: bool = False
    """Whether somebody waits for what it finds: work that is late, stands still or cannot be done in time, and what is to be answered."""
    core: bool = False
    """Whether it holds in the office that asks for least: one lead, the rank rule, a deadline, a result, authority."""
    rare: bool = False
    """Whether in an office in order there is nothing `among` which it would look, and
    that is soon seen: a check asks first, for taking its query apart costs more.
    """
    mutual: bool = False
    """Whether it finds each pair twice, one subject about the other; the key is the other's id."""

    @property
    def judging(self) -> str:
        """Its query without the day since which something is so: a write does not tell it, and a database thinks about it longer than about all the rest."""
        told = self.sql.split(TELLING)
        return "NULL".join([told[0], *(rest.partition(TOLD)[2] for rest in told[1:])])

    @property
    def checking(self) -> str:
        """Its query about everything: the same, from the few subjects on that it may find anything about, if it knows them."""
        return self.sql.replace(BOUND, f"IN ({self.among})") if self.among else self.sql

    @property
    def fixed(self) -> bool:
        """Whether no office may be milder with it: it refuses without exception."""
        return self.severity == "refuse" and not self.waivable

    def severity_by(self, profile: str) -> Severity | Literal["off"]:
        """How strict it is where the office has set nothing for it, by the office's profile: light, standard or strict."""
        if profile == "light" and not (self.core or self.fixed):
            return "off"
        return "refuse" if profile == "strict" and self.severity == "warn" and self.watches else self.severity


@dataclass(frozen=True)
class Finding:
    """One violation: `values` are the query's columns; `waived` names the waiver's reason where one covers it."""

    rule: Rule
    severity: Severity
    subject_id: int
    item_id: int | None
    key: str
    values: Mapping[str, Any]
    waived: str = ""

    @property
    def identity(self) -> tuple[str, int, str]:
        """What makes two findings the same one."""
        return self.rule.code, self.subject_id, self.key

    @property
    def about(self) -> tuple[str, ...]:
        """The same for both findings of a pair, so that it can be said once."""
        both = (str(self.subject_id), self.key)
        return self.rule.code, *(sorted(both) if self.rule.mutual else both)
