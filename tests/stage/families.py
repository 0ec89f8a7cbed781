"""The families of rules."""

from __future__ import annotations

FAMILIES = {
    "R": "responsibility",
    "T": "targets",
    "D": "deadlines",
    "A": "authority",
    "C": "chain",
    "F": "follow_through",
    "P": "procedures",
    "B": "balance",
    "N": "norms",
}
"""The letter a rule's code begins with → the folder it stands in."""
