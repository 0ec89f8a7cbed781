"""What holds for one run of the program: where the store is, who acts, and how things are shown."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from officecli import i18n, personal
from officecli.errors import BadInput, OfficeError
from officecli.hints import TYPE_CHECKING, Any
from officecli.i18n import N_, _, one_of
from officecli.light import dataclass, field
from officecli.store.place import Place, place
from officecli.store.read.reader import Reader, reading

if TYPE_CHECKING:
    from officecli.formats.out.output import Showing

GLOBALS = {"--db": "db", "--as": "as_name", "--lang": "lang", "--no-color": "no_color", "--no-pager": "no_pager", "--plain": "plain"}
SWITCHES = ("--no-color", "--no-pager", "--plain")


@dataclass
class Session:
    """The global options as they were given, which columns were asked for and how they are headed; "" where they were not."""

    db: str = ""
    as_name: str = ""
    lang: str = ""
    no_color: bool = False
    no_pager: bool = False
    plain: bool = False
    line: tuple[str, ...] = ()
    """What else was typed."""
    everywhere: Mapping[str, str] = field(default_factory=dict)
    """The global options that were typed, and the value of each, "" for a switch."""
    asides: list[str] = field(default_factory=list)
    """What was said beside the answer by now: a plain line may be read anew (see `plain_line`)."""
    own_day: str = ""
    """Who typed `officecli` alone and is shown the office's day, so that their own is another page."""
    command: str = ""
    """How the command of a plain line is typed (see `plain_line`)."""
    columns: str = ""
    wide: bool = False
    header: str = ""
    of_the_view: str = ""
    """The columns that a view asks for, where nobody typed any."""
    taken_for_options: tuple[str, ...] = ()
    """Words with a sign that would be labels, were there such (see `signed_words`)."""
    dry_run: bool = False
    """Whether a verb is only to be tried (see `command_classes`)."""
    all_or_none: bool = False
    """Whether of several things all are to be done, or none."""
    yes: bool = False
    """Whether nobody is to be asked whether so many are meant."""

    @property
    def showing(self) -> Showing:
        """How a report is to be shown."""
        from officecli.formats.out.output import Showing  # who only records something needs none

        return Showing(self.color, self.columns, self.wide, self.header, self.of_the_view)

    @property
    def color(self) -> bool | None:
        """False when colours are switched off, None when the terminal decides, or a settings file cannot be read: that is told in colours, too."""
        try:
            return False if self.no_color or personal.setting("color") == "never" else None
        except OfficeError:
            return None

    def place(self) -> Place:
        """The store: --db, else OFFICECLI_DB, else the settings file, else the user's data folder."""
        return place(self.db or os.environ.get("OFFICECLI_DB", "") or personal.setting("db") or personal.default_store())

    def file(self) -> Path | None:
        """The file of the store, which nothing may be written over; None where it is in no file, or the place cannot be read."""
        try:
            found = self.place()
        except OfficeError:
            return None
        return found.path if found.engine == "sqlite" else None

    def who(self) -> str:
        """The name to act as: --as, else OFFICECLI_AS, else the settings file; "" for whoever's login runs this."""
        return self.as_name or os.environ.get("OFFICECLI_AS", "") or personal.setting("as")

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A reader of the store."""
        with reading(self.place()) as reader:
            reader.as_name = self.who()
            reader.asker = lambda: _asker(reader)
            yield reader


def _asker(read: Reader) -> Any:
    from officecli.standing.actor import who_acts  # few names are one's own

    return who_acts(read, read.as_name)


current = Session()


def take_globals(arguments: list[str]) -> list[str]:
    """Take the global options out of the arguments, wherever they stand before `--`, and keep them in `current`."""
    global current
    current = Session()
    personal.begin()
    rest: list[str] = []
    typed: dict[str, str] = {}
    faults: list[tuple[str, str]] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            rest += [argument, *remaining]
            break
        name, equals, value = argument.partition("=")
        if name not in GLOBALS:
            rest.append(argument)
        elif name in SWITCHES:
            faults += [(name, N_("{option} takes no value."))] if equals else []
            setattr(current, GLOBALS[name], True)
            typed[name] = ""
        else:
            value = value if equals else next(remaining, "")
            faults += [] if value else [(name, N_("{option} needs a value."))]
            setattr(current, GLOBALS[name], value)
            typed[name] = value
    if current.no_pager:
        personal.for_now["pager"] = "never"
    if current.plain:
        personal.for_now["plain"] = "yes"
    current.line, current.everywhere = tuple(rest), typed
    if faults:
        with suppress(OfficeError):
            choose_language()  # else it would be told in English
        name, wrong = faults[0]
        raise BadInput(_(wrong).format(option=name), fix=_("See: officecli --help"))
    return rest


class NeedsTyper(Exception):
    """A line that was read without Typer asks what Typer alone knows: it is to be read anew (see `plain_line`)."""


def context() -> Any:
    """What Typer knows of the line that is being run; raises NeedsTyper where that was read without it (see `plain_line`)."""
    from typer._click.globals import get_current_context

    found = get_current_context(silent=True)
    if found is None:
        raise NeedsTyper
    return found


def command_path() -> str:
    """How the command that is being run is typed: `officecli list`."""
    return current.command or str(context().command_path)


def choose_language() -> None:
    """Speak the reader's language: --lang, OFFICECLI_LANG, the settings file, the locale; where that says nothing (cron), the office's."""
    try:
        asked = current.lang or os.environ.get("OFFICECLI_LANG", "") or personal.setting("lang")
    except BadInput:  # what is wrong in the file is told in the language of whoever mends it
        i18n.use(_usual_language())
        if {*current.line} >= _MENDING:
            return
        asked = personal.setting("lang")
    if not asked:
        i18n.use(_usual_language())
    elif (named := i18n.language_named(asked)) in i18n.LANGUAGES:
        i18n.use(named)
    else:
        i18n.use(_usual_language())
        raise BadInput(
            _("officecli does not speak “{language}”.").format(language=asked[:20]),
            fix=_("Use {choices}.").format(choices=one_of(f"--lang {one}" for one in i18n.LANGUAGES)),
        )


_MENDING = {"config", "--mine", "edit"}
"""The command that mends a settings file, whatever is wrong with it."""


def _usual_language() -> str:
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "C")
    tongue = said.replace(".", "_").replace("@", "_").partition("_")[0].lower()  # C.UTF-8, a container's, names no language either
    return tongue if tongue in i18n.LANGUAGES else _office_language() if tongue in ("c", "posix") else "en"


def _office_language() -> str:
    try:
        with current.read() as read:
            language = str(read.office["language"])
            return language if language in i18n.LANGUAGES else "en"
    except OfficeError:
        return "en"
