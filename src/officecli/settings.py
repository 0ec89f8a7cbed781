"""The office's settings: what each is called, means and takes. A threshold that only one rule knows stands in that rule's file."""

from __future__ import annotations

from collections.abc import Mapping

from officecli.hints import TYPE_CHECKING, Any, Literal
from officecli.i18n import N_
from officecli.light import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

Unit = Literal["working days", "calendar days", "office hours", "percent", "count", "points", "text"]


@dataclass(frozen=True)
class Setting:
    """One setting: the name it is kept under, what it means (an English message, translated when it is shown), and what it takes, bounds included.

    Points are exact decimals, written as text; a text is one of its `choices`, or fits its `pattern` as the example `like` does, or is empty where that is
    the default; every other setting is a whole number.
    """

    name: str
    default: int | str
    meaning: str
    unit: Unit
    least: int = 0
    most: int = 10_000
    choices: tuple[str, ...] = ()
    pattern: str = ""
    like: str = ""

    @property
    def parameter(self) -> str:
        """How a query takes it: `lights.yellow_days` as `:lights_yellow_days`."""
        return self.name.replace(".", "_")

    def value(self, stored: Mapping[str, str]) -> Any:
        """What the office has set (`stored` is by name, as it is kept), else the default: an int, exact text for points, or a text."""
        value = stored.get(self.name, self.default)
        return value if self.unit in ("points", "text") else int(value)


PROFILE = Setting(
    name="rules.profile",
    default="standard",
    unit="text",
    choices=("light", "standard", "strict"),
    meaning=N_("how much is asked: light keeps the core refusals only, strict refuses what standard warns of; changed with config profile"),
)
YELLOW = Setting(
    name="lights.yellow_days", default=3, unit="working days", meaning=N_("working days before the deadline from which the light is yellow")
)
SIGN_ORDINARY = Setting(
    name="sign.ordinary_days", default=1, unit="working days", meaning=N_("working days to sign for an ordinary item handed out from now on")
)
SIGN_URGENT = Setting(
    name="sign.urgent_hours", default=4, unit="office hours", meaning=N_("office hours to sign for an urgent item handed out from now on")
)
SIGN_MOST_URGENT = Setting(
    name="sign.most_urgent_hours", default=1, unit="office hours", meaning=N_("office hours to sign for a most urgent item handed out from now on")
)
DORMANT = Setting(
    name="dormant.days", default=5, unit="working days", meaning=N_("working days without a sign of life before an item counts as dormant")
)
FEEDBACK_WEEKLY = Setting(name="feedback.weekly_days", default=5, unit="working days", meaning=N_("working days of a week of feedback"))
FEEDBACK_MONTHLY = Setting(name="feedback.monthly_days", default=21, unit="working days", meaning=N_("working days of a month of feedback"))
CORRECT = Setting(
    name="records.correct_days",
    default=5,
    unit="working days",
    meaning=N_("working days in which a mistyped deadline, issue day or lead is corrected as such; 0 is the day itself"),
)
BACKDATE = Setting(
    name="records.backdate_days",
    default=10,
    unit="working days",
    meaning=N_("working days back for which an act may still be recorded (--on); 0 is never"),
)
DECISION = Setting(name="decision.days", default=5, unit="working days", meaning=N_("working days until something follows from a decision"))
UNANSWERED = Setting(
    name="requests.unanswered_days",
    default=3,
    unit="working days",
    meaning=N_("working days a request waits before its asker may pass over who holds it"),
)
PROD_GAP = Setting(name="prod.min_gap_days", default=1, unit="working days", meaning=N_("working days between two prods"))
NEWCOMER = Setting(name="newcomer.days", default=10, unit="working days", meaning=N_("working days a newcomer may be without work"))
DIGEST = Setting(name="digest.soon_days", default=3, unit="working days", meaning=N_("working days the digest looks ahead"))
DIGEST_DAYS = Setting(
    name="digest.days",
    default="working",
    unit="text",
    choices=("working", "every"),
    meaning=N_("on which days the digest is mailed: working leaves out weekends and days off"),
)
MAIL_HOST = Setting(
    name="mail.host",
    default="",
    unit="text",
    pattern=r"[^\s/:@]+|[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*",  # a name, or an address of either kind
    like="mail.office.example",
    meaning=N_('the mail server that takes the digests; "" where none is mailed'),
)
MAIL_PORT = Setting(
    name="mail.port",
    default=0,
    unit="count",
    most=65_535,
    meaning=N_("its port; 0 is the usual one: 587 with starttls, 465 with ssl, 25 with none"),
)
MAIL_SECURITY = Setting(
    name="mail.security",
    default="starttls",
    unit="text",
    choices=("starttls", "ssl", "none"),
    meaning=N_("how the way to the mail server is kept secret; none sends no password, but on this machine"),
)
MAIL_FROM = Setting(
    name="mail.from",
    default="",
    unit="text",
    pattern=r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+",
    like="digest@office.example",
    meaning=N_("the address the digests come from"),
)
MAIL_USER = Setting(
    name="mail.user", default="", unit="text", pattern=r"\S+", like="digest", meaning=N_('the account at the mail server; "" where it asks for none')
)
MAIL_PASSWORD_FILE = Setting(
    name="mail.password_file",
    default="",
    unit="text",
    pattern=r"(/|[A-Za-z]:[/\\]).+",
    like="/etc/officecli/mail-password",
    meaning=N_("the file that holds its password and nobody else may read; OFFICECLI_MAIL_PASSWORD goes before it"),
)
TABLE_ROWS = Setting(name="table.rows", default=100, unit="count", meaning=N_("rows a table shows at most"))
ASSUMED_HOURS = Setting(
    name="plan.assumed_hours", default=0, unit="office hours", meaning=N_("hours an item without an estimate is taken for; 0 leaves it out of plans")
)
LOAD_DAYS = Setting(name="load.days", default=10, unit="working days", meaning=N_("working days ahead over which a load is measured"))
LOAD_OVER = Setting(name="load.over_percent", default=120, unit="percent", meaning=N_("percent of their hours above which somebody has too much"))
LOAD_UNDER = Setting(
    name="load.under_percent", default=60, unit="percent", meaning=N_("percent of their hours below which a colleague could take some of it")
)
BALANCE_FLOOR = Setting(
    name="balance.floor_percent",
    default=20,
    unit="percent",
    most=100,
    meaning=N_("percent of own initiative, major, ahead-of-need and in-depth work there should be"),
)
BALANCE_ITEMS = Setting(name="balance.min_items", default=5, unit="count", meaning=N_("items below which a balance is too few to say"))
BALANCE_AHEAD = Setting(
    name="balance.ahead_days",
    default=10,
    unit="working days",
    meaning=N_("working days before the deadline from which work handed out counts as ahead of need"),
)
RANKING_ITEMS = Setting(name="ranking.min_items", default=5, unit="count", meaning=N_("settled items below which nobody is ranked"))
SCORE_LATE = Setting(name="score.late", default="2", unit="points", most=1000, meaning=N_("points a score loses for an item handed in late"))
SCORE_NO_FEEDBACK = Setting(
    name="score.no_feedback",
    default="10",
    unit="points",
    most=1000,
    meaning=N_("points a score loses for an item without any feedback that was due"),
)
SCORE_EMPTY_FEEDBACK = Setting(
    name="score.empty_feedback", default="5", unit="points", most=1000, meaning=N_("points a score loses for a feedback that says nothing")
)
SCORE_UNANSWERED = Setting(
    name="score.unanswered", default="0.5", unit="points", most=1000, meaning=N_("points a score loses for a prod left unanswered")
)

SHARED_LOGIN = Setting(
    name="authority.shared_login",
    default=0,
    unit="count",
    most=1,
    meaning=N_("1 where several people work under one login: then --as may name another than whose login it is"),
)

SCORE_FLOOR = Setting(name="score.floor", default=0, unit="count", most=1, meaning=N_("1 where a score is never less than nothing"))

GENERAL: dict[str, Setting] = {one.name: one for one in tuple(globals().values()) if isinstance(one, Setting)}
"""The settings above by name: what more than one place goes by. `rules.thresholds` adds what single rules judge by."""


def thresholds(stored: Mapping[str, str]) -> dict[str, Any]:
    """Every general setting that is a whole number, by name: the stored value where the office has set one, else the default."""
    return {name: setting.value(stored) for name, setting in GENERAL.items() if setting.unit not in ("points", "text")}


def marks(stored: Mapping[str, str]) -> dict[str, Decimal]:
    """The points a score loses, by name: what the office has set, else the default."""
    from decimal import Decimal  # few commands need it

    return {name: Decimal(setting.value(stored)) for name, setting in GENERAL.items() if setting.unit == "points"}


def severities(stored: Mapping[str, str]) -> dict[str, str]:
    """The severities the office has set, by the code of the rule; what is kept is `rules.R102.severity`."""
    kept = ((name.split("."), value) for name, value in stored.items())
    return {words[1]: value for words, value in kept if len(words) == 3 and words[0] == "rules" and words[2] == "severity"}
