"""Ask every rule about everything on record: what is wrong, who answers for it, since when, and what to do.

Exits 1 when something is found that would be refused today and is not waived; with --strict, when anything is found that is not waived.
On a terminal it shows the five gravest kinds, how many there are of each and the one that has stood longest; everything with --all,
where one rule, severity, day or grouping is asked for, and in files and pipes (--short: there too).
The graver kind stands first; of equally grave ones those about work that somebody waits for (late, not signed for, dormant, not answered)
stand before those about how complete the office is, then the more frequent.
A check remembers what it has found: --new shows only what is new since the check before. With --quiet, for cron, nothing is printed where
nothing is found that is not waived.
  officecli check
  officecli check --all
  officecli check --by unit --new
  officecli check --quiet --new
  officecli check --rule R102
  officecli check lead:me
  officecli check --severity refuse --format csv -o findings.csv
  officecli check --format github --strict
"""

from __future__ import annotations

from pathlib import Path

from officecli.cli import session
from officecli.cli.asides import with_asides
from officecli.cli.flags import FORCE, FORMAT, LIMIT, OUTPUT, Flag
from officecli.cli.metavars import is_word
from officecli.cli.named_file import named
from officecli.cli.printing import is_terminal
from officecli.errors import BadInput
from officecli.hints import TYPE_CHECKING
from officecli.i18n import N_, _
from officecli.light import replace
from officecli.reports.shape.takes import FILTER

if TYPE_CHECKING:
    from officecli.formats.out.whole_file import Named
    from officecli.model.rule import Finding
    from officecli.reports.record.findings import Asked
    from officecli.reports.shape.report import Report


FLAGS = (
    Flag(
        "words", "words", "", N_("Only findings of items that fit; see: officecli help filters."), FILTER.metavar, None, "completing_filters.filters"
    ),
    Flag("rule", "text", "--rule", N_("Only this rule."), "CODE|NAME", offer="completing.rules"),
    Flag("severity", "text", "--severity", N_("Only findings of this severity."), "refuse|warn|audit|advice"),
    Flag("unit", "texts", "--unit", N_("Only findings of this unit or under it."), "NAME", offer="completing.units"),
    Flag("person", "texts", "--person", N_("Only findings this person answers for."), "NAME", offer="completing.people"),
    Flag("since", "text", "--since", N_("Only since this day, or since the last check."), "DATE|LAST"),
    Flag("new", "switch", "--new", N_("Only what the last check had not found: --since last."), default=False),
    Flag("quiet", "switch", "--quiet", N_("Print nothing where there is nothing."), default=False),
    Flag("all_", "switch", "--all", N_("Every finding, not only the gravest kinds."), default=False),
    Flag("short", "switch", "--short", N_("Only the gravest kinds, off a terminal too: for a mail."), default=False),
    Flag("by", "text", "--by", N_("What to group by."), "rule|unit|person", "rule"),
    Flag("strict", "switch", "--strict", N_("Exit 1 for any finding that is not waived."), default=False),
    LIMIT,
    replace(FORMAT, metavar=f"{FORMAT.metavar}|lines|github"),
    OUTPUT,
    FORCE,
)


def run(
    words: list[str] | None,
    rule: str,
    severity: str,
    unit: list[str],
    person: list[str],
    since: str,
    new: bool,
    quiet: bool,
    all_: bool,
    short: bool,
    by: str,
    strict: bool,
    limit: int | None,
    format_: str,
    output: Path | None,
    force: bool,
) -> int:
    """The exit code: 1 for what is grave."""
    from officecli.model.rule import SEVERITIES
    from officecli.reports.record.findings import Asked
    from officecli.reports.record.findings_screen import in_short, with_hints
    from officecli.store.findings_seen import remember

    rule, text = _rule_and_filter(words or [], rule)
    since = _day_asked(since, new=new)
    if short:
        _refuse_short_beside(all_=all_, format_=format_)
    to = named(output, force=force)
    on_screen = format_ == "table" and to is None and is_terminal() and not session.current.columns and not session.current.wide
    short = short or (on_screen and not any((all_, rule, severity, since, limit, by != "rule")))
    most = 0 if limit is None and format_ != "table" else limit
    report, every = _findings(Asked(rule, severity, tuple(unit), tuple(person), since, text, by, most, short))
    if not quiet or report.summary["findings"] > report.summary["waived"]:
        _deliver(in_short(report) if short else with_hints(report) if on_screen else report, format_, to)
    if not rule:
        remember(session.current.place(), every)
    grave = SEVERITIES if strict else ("refuse",)
    return int(any(report.summary[kind] for kind in grave))


def _day_asked(since: str, *, new: bool) -> str:
    """Since when findings are wanted: a day as it was typed, or since the last check; BadInput for both."""
    from officecli.reports.record.findings import LAST

    since = LAST if is_word(since, "LAST") else since
    if new and since not in ("", LAST):
        raise BadInput(_("--new and --since {since} are two days.").format(since=since), fix=_("Give one of them."))
    return LAST if new else since


def _findings(asked: Asked) -> tuple[Report, list[Finding]]:
    """The findings that are asked for, with what is to be said beside them, and every one that the rules found."""
    from officecli.cli.typed_filter import is_of_words
    from officecli.formats.terminal.progress import progress
    from officecli.reports.record.findings import every_finding, found

    with session.current.read() as read:
        with progress(_("Checking"), seconds=1) as tick:
            every = every_finding(read, asked.rule, tick)
        report = with_asides(read, found(read, every, asked))
        if is_of_words(asked.text):
            from officecli.cli.meant.words_of_a_filter import advised

            report = advised(read, report, asked.text)
    return report, every


def _rule_and_filter(words: list[str], rule: str) -> tuple[str, str]:
    """The rule that is asked for, by its option or among the words, and the filter that the others are."""
    from officecli.cli.typed_filter import filter_of

    if rule or not words:
        return rule, filter_of(words)
    from officecli.cli.meant.words_of_a_filter import rule_among

    named_in, rest = rule_among(words)
    return named_in, filter_of(rest)


def _refuse_short_beside(*, all_: bool, format_: str) -> None:
    """Raise BadInput where the short sheet is asked for together with one that holds everything."""
    if all_:
        raise BadInput(_("--all and --short are two sheets."), fix=_("Give one of them."))
    if format_ != "table":
        raise BadInput(_("--short is a table to be read, and {format} holds everything.").format(format=format_[:40]), fix=_("Give one of them."))


def _deliver(report: Report, format_: str, to: Named | None) -> None:
    """Write the report; one line for each finding are formats of the check's own."""
    from officecli.formats import formats
    from officecli.formats.out.output import deliver, written_to
    from officecli.formats.terminal.finding_lines import WRITERS
    from officecli.typed.codes import check_code

    format_ = check_code(format_, (*formats(), *WRITERS), "--format")
    if format_ not in WRITERS:
        deliver(report, format_, to=to, showing=session.current.showing)
        return
    with written_to(to, len(report.rows)) as stream:
        WRITERS[format_](report, stream)
