"""What one looks at of a group of commands, in a file of the group's name: `LOOKS`, by the name of the command."""
