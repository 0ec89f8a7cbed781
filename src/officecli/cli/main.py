"""The program: language first, then the command, then errors as exit codes."""

from __future__ import annotations

import gc
import os
import sys

from officecli import i18n
from officecli.cli import session
from officecli.errors import OfficeError, StorageTrouble


def run_process(arguments: list[str]) -> int:
    """Run the one command line of a process and return its exit code."""
    gc.set_threshold(50_000)  # a command is over before there is garbage worth finding; searching as often as usual costs a start 3 ms
    code = run(arguments)
    gc.freeze()  # nor is there in what goes with the process: Python's last search costs a write 15 % of its time
    return code


def run(arguments: list[str]) -> int:
    """Run one command line: 0 done · 1 refused, or check found errors · 2 usage · 3 no such thing · 4 overtaken · 70 our fault · 74 disk · 130 stopped."""
    try:
        i18n.use("en")
        rest = session.take_globals(list(arguments))
        session.choose_language()
        return _dispatch(rest)
    except OfficeError as error:
        from officecli.formats.terminal.message import show_error

        show_error(error, color=session.current.color)
        return error.exit_code
    except KeyboardInterrupt:
        from officecli.formats.terminal.message import show_stopped

        show_stopped()
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        from officecli.formats.terminal.message import show_error
        from officecli.i18n import _

        trouble = StorageTrouble(_("The disk or a file does not do what is asked."), why=str(error), fix=_("Put that right, and run it again."))
        show_error(trouble, color=session.current.color)
        return trouble.exit_code
    except Exception as error:  # the last line of defence: a person never sees a traceback
        if os.environ.get("OFFICECLI_TRACEBACK"):
            raise
        from officecli.formats.terminal.message import show_error
        from officecli.i18n import _

        ours = OfficeError(
            _("Something went wrong inside officecli: {error}").format(error=f"{type(error).__name__}: {error}"),
            fix=_("Nothing was recorded half. Run it again with OFFICECLI_TRACEBACK=1 and report what it prints."),
        )
        show_error(ours, color=session.current.color)
        return ours.exit_code


def _dispatch(arguments: list[str]) -> int:
    # typer looks its help words up when it is imported, so this comes after the language is known.
    from officecli.cli.program import program
    from officecli.cli.usage import as_office_error

    result: object = 0  # for help that was given where nothing was asked for
    with as_office_error():
        result = program().main(args=arguments, prog_name="officecli", standalone_mode=False)
    if result == 130:  # typer takes Ctrl-C for an exit, in silence
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0
