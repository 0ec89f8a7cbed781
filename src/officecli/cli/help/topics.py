"""What `officecli help` tells: a dozen commands by who needs them, and pages on what all commands share."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.light import dataclass


@dataclass(frozen=True)
class Topic:
    """A page of help: its name as it is typed, in either language; its heading; and prose with examples, a line each, that begin with the program's name."""

    names: tuple[str, ...]
    heading: str
    text: str
    lists: str = ""
    """What it ends with: "" for nothing, "filters" for every key that a filter knows."""


FIRST_STEPS = (
    (
        N_("You lead a piece of work"),
        (
            ("officecli", N_("your day: what waits for you, with what to type")),
            ("officecli ack 31", N_("sign for it")),
            (N_('officecli note 31 "draft is out" -g 60%'), N_("say how it goes")),
            (N_('officecli submit 31 "adopted on 1 July"'), N_("hand in the result")),
        ),
        N_("next (the one thing to do now), extend (a later deadline), request raise (ask your superior), target (what was achieved)"),
    ),
    (
        N_("You hand work out"),
        (
            (N_('officecli add "Survey of lifts" -l priya -d fri'), N_("one lead, one deadline")),
            ("officecli close 31", N_("accept the result; return 31 sends it back")),
            (N_('officecli prod 31 "before the meeting, please"'), N_("press for it")),
        ),
        N_(
            "assign (to somebody else), support (who helps), grant (a later deadline), request answer, list WORD (find it), show NAME (all of it), undo"
        ),
    ),
    (
        N_("You keep the record"),
        (
            (N_("officecli import ledger.xlsx --dry-run"), N_("how the office's own ledger is understood")),
            ("officecli check", N_("what is not as the office has it")),
        ),
        N_("meeting sheet (print it, write into it, read it back), decision (what was decided), away (who is away), roster (who is on duty), export"),
    ),
    (
        N_("You answer for the office"),
        (
            ("officecli overdue", N_("what is late, and who answers for it")),
            ("officecli accountability", N_("who keeps their deadlines")),
        ),
        N_("digest (the office's day), dashboard (on one page), load (who has room)"),
    ),
    (
        N_("From cron"),
        (
            ("officecli digest --mail --everyone", N_("everybody's day in their mailbox, once a day")),
            ("officecli schedule print --cron", N_("all that is to run each day, as lines for a crontab")),
        ),
        "",
    ),
)
"""By who needs them: what is typed, and what it does; and which commands they will want then."""

TOPICS = (
    Topic(
        ("dates", "日期"),
        N_("Dates"),
        N_(
            "A day is written as people write it, in either language.\n"
            "2026-12-01, 1 Dec, 12/1, fri, next fri, tomorrow, +3wd (working days), in 2 weeks, eom, mid-July, Q4 2026, 12月1日, 下周五, 月底, "
            "三季度, 国庆节前.\n"
            "A deadline without a year is the next such day; --since, --as-of and the like mean the nearest or the last one. What was done on "
            "another day than it is recorded takes --on, which looks back: --on yesterday, --on fri (the last one). extend --to +2wd and "
            "edit --due +2wd count from the present deadline.\n"
            "Working days are the office's: public holidays and make-up days of its region, and its own closings over them.\n"
            "What could be two days is refused, with both. For what is no day (ASAP, ongoing) it is said what to write instead.\n"
            "OFFICECLI_NOW rehearses another moment, in an office made under it: 2026-12-01T09:00+08:00; without a zone it is UTC.\n"
            'officecli add "Minutes" --lead priya --due "+5wd"'
        ),
    ),
    Topic(
        ("names", "姓名"),
        N_("Names"),
        N_(
            "A person, unit, post, duty, procedure, target or outside body is called by as much of its name as says which: a word, the beginning of "
            "one, initials; in Chinese also those of the Pinyin (zlx for 周丽霞). Case, accents and apostrophes do not count.\n"
            "Logins work, and names given with person set NAME --alias WORD; me is you. Where two posts have one title, write unit/title.\n"
            "An item is called 2026-031, 031 or 31, or by words of its matter; a ledger's own number is said for short where no other ends so: "
            "2号 for 督〔2026〕2号, 4 for A-04.\n"
            "Where several may be meant, a terminal asks which; elsewhere it is refused with all of them. No name is guessed.\n"
            "officecli list --person pr --unit rec"
        ),
    ),
    Topic(
        ("rules", "规则"),
        N_("Rules"),
        N_(
            "The office holds itself to its discipline: one lead for each item, no two people of one rank on an ad hoc job, targets that are "
            "numbers, requests that go up one level at a time, nothing closed without a result.\n"
            "A rule refuses, warns or reports; each says why and what to do instead, and has a page.\n"
            "officecli rule\n"
            "officecli rule R102\n"
            "officecli check\n"
            "An exception needs a reason and somebody who stands above, and stays on record.\n"
            'officecli add "Lifts" --lead priya --support martin --due fri --waive R102="only these two know the system" --waived-by daniel\n'
            "How strict the office is with each rule, and where its limits lie, is its own to say; for a small team on its first day there is the "
            "light profile.\n"
            "officecli config list\n"
            "officecli config set rules.R102.severity warn\n"
            "officecli config profile light --by eleanor"
        ),
    ),
    Topic(
        ("filters", "筛选"),
        N_("Filters"),
        N_(
            "Every report about items takes words that say which are meant: plain words stand in the number, matter, source, goal, lead or remarks; "
            "KEY:VALUE asks for one thing, in either language. Side by side all of them hold; or, not and brackets say otherwise.\n"
            "officecli list 'lifts unit:records due:<fri'\n"
            "officecli overdue 'late:>3 (lead:me or from:council) -draft'\n"
            "A value may be one of several (lead:ana,ben), more or less (late:>3, due:<=fri), a range (due:1jul..15jul) or nothing (due:none). "
            "+WORD and -WORD are labels. Text with signs or such words in it stands in quotes, and so does a value with a blank in it: "
            "'unit:\"Public Works\"'. Full-width signs and 或 非 且 do as well.\n"
            "-w FILTER says the same beside a report's own word; so do the options --unit, --person (with --role lead|support), "
            "--body, --status, --urgency, --source, "
            "--label, --since and --until. --unit and --person may be repeated, and mean any of them.\n"
            "officecli accountability -w 'urgency:urgent' --unit records\n"
            "officecli list -p Ana -p Ben\n"
            "Verbs take a filter where numbers stand: the items that fit now, open ones unless a status is named. A filter that is needed often is "
            "kept under a name.\n"
            "officecli prod 'is:overdue unit:records' \"how far is it?\"\n"
            "officecli view save mine-late 'is:mine is:overdue' --columns number,title,due\n"
            "officecli list @mine-late\n"
            "The list shows what is open, unless a status is named. --as-of DAY shows things as they stood on that day. --sort COLUMN,-COLUMN orders, "
            "--group COLUMN puts headings, --limit N cuts.\n"
            "officecli overdue --as-of 2026-06-30 --sort -working_days_late"
        ),
        "filters",
    ),
    Topic(
        ("roles", "角色"),
        N_("Roles"),
        N_(
            "Who may do what follows from who stands where. The lead signs, notes, asks for a later deadline and submits. The originator, who gave "
            "it, or who stands above the lead, reviews, closes, extends, reassigns. A supporter says that the part is done. A registrar records for "
            "others; both names are then on the trail.\n"
            "officecli may priya close 31\n"
            "A question goes one step up: to one's own superior, with what was tried and what one recommends.\n"
            'officecli request raise 31 "asked for three offers; recommend the second"\n'
            "Who is away is stood in for, with their powers and on record.\n"
            "officecli away priya fri --stand-in walter\n"
            "You are known by your login; --as NAME acts as somebody else where that is allowed.\n"
            "officecli person set priya --login praman\n"
            "officecli person set angela --registrar"
        ),
    ),
    Topic(
        ("import", "导入"),
        N_("Ledgers"),
        N_(
            "The ledger the office has goes in as it is: .xlsx, .xls, .et, .ods, Word tables, web pages, CSV in any encoding; the columns are known "
            "by their headings and contents.\n"
            "officecli import ledger.xlsx --dry-run\n"
            "shows how each row is understood, and what was inferred. What is not understood is a bad row, and the others go in.\n"
            "officecli import ledger.xlsx --skip-bad -o mend.csv\n"
            "A row needs its matter, who leads it and by when; all else may be missing. Or have the ledger given back with its faults coloured, "
            "mend it there, and import that:\n"
            "officecli import ledger.xlsx --dry-run -o checked.xlsx\n"
            "Next month the same ledger comes again: what is new, what differs, what was changed here meanwhile. One command takes all of it back.\n"
            "officecli import august.xlsx --update --dry-run\n"
            "officecli undo\n"
            "officecli export -o everything.csv"
        ),
    ),
    Topic(
        ("papers", "文书"),
        N_("Papers"),
        N_(
            "Every report is a table on the screen and a file on paper: --format table|csv|json|md|html|docx|xlsx, "
            "or -o FILE, whose ending says the format.\n"
            "officecli ledger -o meeting.xlsx\n"
            "officecli list --person Ana -o ana.ics\n"
            "officecli scorecard priya -o card.docx\n"
            "officecli handbook -o handbook.docx\n"
            "What goes out in the office's name has a page for each item, by numbers or by a filter:\n"
            "officecli paper notice 31 32 -o notices.docx\n"
            "officecli paper prod --unit Records -o prods.docx\n"
            "officecli bulletin 2026-07 -o bulletin.docx\n"
            "For a PDF write html and print it from a browser, or let LibreOffice turn the Word file into one:\n"
            "  soffice --headless --convert-to pdf notices.docx\n"
            "Each carries the head of the trail (SEQ:HASH); verify --head holds an old paper against the record.\n"
            "officecli verify --head 540:ef423dc2fbe9a5a48c99fad04c53dfbe"
        ),
    ),
)


def topic_named(name: str) -> Topic | None:
    """The topic of this name, in either language; None if there is none."""
    return next((topic for topic in TOPICS if name.strip().casefold() in topic.names), None)
