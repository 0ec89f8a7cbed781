"""Days in Chinese: the grammar, complete once its parts are imported in the order in which they are tried. Numerals have become digits before."""

from officecli.typed.dates.chinese import days, periods, spans
from officecli.typed.dates.chinese.words import chinese

__all__ = ["chinese", "days", "periods", "spans"]
