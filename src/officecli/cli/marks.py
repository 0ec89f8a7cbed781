"""What an option or argument says of its command, in its `rich_help_panel`, since this program draws its help itself (see `command_classes`); and its letter."""

VERB, EACH, ONE = "verb", "each", "one"
"""It changes something; it does so to each of several, or to one thing only."""

NEEDED = "needed"
"""The option is that of a text without which it is not done."""

SHORT = {
    "--lead": "-l", "--support": "-s", "--due": "-d", "--unit": "-u", "--person": "-p", "--to": "-t", "--progress": "-g", "--kind": "-k",
    "--format": "-f", "--output": "-o", "--where": "-w", "--by": "-b",
}  # fmt: skip
"""The letter of an option, the same in every command that has it."""
