"""What an option or argument says of its command, in its `rich_help_panel`, since this program draws its help itself (see `command_classes`)."""

VERB, EACH, ONE = "verb", "each", "one"
"""It changes something; it does so to each of several, or to one thing only."""

NEEDED = "needed"
"""The option is that of a text without which it is not done."""
