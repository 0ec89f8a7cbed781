"""`python -m officecli`."""

from officecli.cli.main import main

main()
