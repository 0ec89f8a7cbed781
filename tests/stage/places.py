"""Where things lie: the checkout, and the examples it ships."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
CLERKS_OFFICE = EXAMPLES / "city-clerk" / "office.toml"
