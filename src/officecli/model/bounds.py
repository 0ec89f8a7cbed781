"""The most characters that stored texts may have. Apart from the tables, for whoever reads and would not wait for them."""

from __future__ import annotations

NAME, TITLE, TEXT, AMOUNT = 120, 500, 4000, 40
"""The longest name, title, text, and exact amount (decimal as text)."""

UID = 2**32 - 1
"""The highest number of an account: more than PostgreSQL's integer holds, and given to the unnamed in containers."""
