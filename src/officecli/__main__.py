"""`officecli` and `python -m officecli`: imports nothing before Ctrl-C is answered for."""

import gc
import signal
import sys


def main(arguments: list[str] | None = None) -> None:
    """Run a command line, by default the one of this process, and exit; stopped by Ctrl-C at any moment, with one line and 130."""
    gc.set_threshold(50_000)  # a command is over before there is garbage worth finding; searching as often as usual costs a start 3 ms
    try:
        from officecli.cli.main import run_process

        code = run_process(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:  # while we were still being loaded: the words for it are not there yet
        sys.stderr.write("Stopped.\n")
        code = 130
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is done is done; Python would only complain about its own end
    sys.exit(code)


if __name__ == "__main__":
    main()
