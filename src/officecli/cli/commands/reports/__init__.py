"""Reports that are commands of their own; every other report is one by lying in the room of reports."""
