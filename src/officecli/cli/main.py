"""The program: language first, then the command, then errors as exit codes."""

from __future__ import annotations

import gc
import os
import sys

from officecli import i18n, personal
from officecli.cli import session
from officecli.errors import OfficeError, StorageTrouble
from officecli.formats.out import standard_output
from officecli.store import recorded
from officecli.typed.meant import Several, forget_settled, settle


def run_process(arguments: list[str]) -> int:
    """Run the one command line of a process and return its exit code."""
    code = run(arguments)
    gc.freeze()  # nor is there in what goes with the process: Python's last search costs a write 15 % of its time
    return code


def run(arguments: list[str]) -> int:
    """Run one command line: 0 done · 1 refused, or check found errors · 2 usage · 3 no such thing · 4 overtaken · 70 our fault · 74 disk · 130 stopped."""
    try:
        recorded.begin()
        standard_output.begin()
        i18n.use("en")
        rest = session.take_globals(list(arguments))
        session.choose_language()
        warned = _warned_of_settings()
        forget_settled()
        try:
            return _until_clear(rest if rest and not rest[0].startswith("-") else _home(rest))
        finally:
            _warned_of_settings(already=warned)  # of a file that was not asked for the language
    except OfficeError as error:
        return _told(error)
    except KeyboardInterrupt:
        return _told_stopped()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        from officecli.i18n import _, headed
        from officecli.store.disk import reason

        why = headed(str(error.filename), reason(error)) if error.filename else reason(error)
        return _told(StorageTrouble(_("The disk or a file does not do what is asked."), why=why, fix=_("Put that right, and run it again.")))
    except Exception as error:  # the last line of defence: a person never sees a traceback
        if isinstance(error, UnicodeEncodeError) and error.reason == "surrogates not allowed":  # bytes typed where a text is looked for
            from officecli.typed.text import no_text

            return _told(no_text(error.object))
        if os.environ.get("OFFICECLI_TRACEBACK"):
            raise
        from officecli.i18n import _

        if library := _missing_library(error):
            return _told(
                OfficeError(
                    _("This installation lacks {library}, a library that this version of officecli needs.").format(library=library),
                    fix=_("Install officecli again the way it was installed: in a folder of its source run make demo; else with pip or pipx."),
                )
            )
        ours = OfficeError(
            _("Something went wrong inside officecli: {error}").format(error=f"{type(error).__name__}: {error}"),
            fix=_("Nothing was recorded half. Run it again with OFFICECLI_TRACEBACK=1 and report what it prints."),
        )
        return _told(ours)


def _missing_library(error: Exception) -> str:
    """The library of others that is not installed, as after an update of the source alone; "" for any other error, our own modules included."""
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    return name if name and name.partition(".")[0] != "officecli" else ""


def _warned_of_settings(*, already: bool = False) -> bool:
    """Whether a settings file was ignored; it is said, unless it was `already`."""
    found = personal.passed_over()
    if found and not already:
        from officecli.formats.terminal.message import show_warnings

        show_warnings([(found[0], "", found[1])], color=session.current.color)
    return found is not None


def _told(error: OfficeError) -> int:
    """Show the error, and give its exit code; after a commit it says first that all is recorded, or whoever reads it would do it once more."""
    from officecli.formats.terminal.message import show_error
    from officecli.i18n import _

    shown = error
    if getattr(error, "for_others", False) or error.lacks:
        from officecli.cli.meant.typed_again import with_command  # few are refused

        shown = with_command(error)
    if session.current.everywhere:
        from officecli.cli.meant.typed_again import told_again

        shown = told_again(shown)
    if recorded.is_so():
        what, fix = _("It is recorded, but the answer cannot be shown."), _("See what was recorded: officecli history")
        shown = OfficeError(what, why=error.why or error.what, fix=fix)
    show_error(shown, color=session.current.color)
    return error.exit_code


def _told_stopped() -> int:
    """Say that a person stopped it, and whether what they asked was done by then."""
    from officecli.formats.terminal.message import show_stopped

    show_stopped(recorded=recorded.is_so())
    return 130


def _home(options: list[str]) -> list[str]:
    from officecli.cli.home import home  # who types a command does not wait for it

    return home(options)


def _until_clear(arguments: list[str]) -> int:
    """Run it; where a short name may mean several, ask which, and run it again. Nothing was done by then: a name is understood before anything is."""
    while True:
        try:
            return _dispatch(arguments)
        except Several as unclear:
            from officecli.cli.asking import may_ask, which_one
            from officecli.cli.meant.usage import as_office_error

            if recorded.is_so() or not may_ask():
                raise
            with as_office_error():
                settle(unclear.typed, which_one(unclear))
            standard_output.begin()  # a question is no answer: what goes wrong from here on may still be Typer's to say


def _dispatch(arguments: list[str]) -> int:
    from officecli.cli.plain_line import shown_plainly

    if (code := shown_plainly(arguments)) is not None:
        return code
    i18n.speak_in_libraries()
    from officecli.cli.meant.usage import as_office_error
    from officecli.cli.program import program

    result: object = 0  # for help that was given where nothing was asked for
    with as_office_error():
        result = program().main(args=arguments, prog_name="officecli", standalone_mode=False)
    if result == 130:  # typer takes Ctrl-C for an exit, in silence
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0
