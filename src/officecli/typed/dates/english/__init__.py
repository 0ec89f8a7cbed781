"""Days in English: the grammar, complete once its parts are imported in the order in which they are tried."""

from officecli.typed.dates.english import days, periods, spans
from officecli.typed.dates.english.words import english

__all__ = ["days", "english", "periods", "spans"]
