"""What an English cell under a heading of states says in passing: that the deed of the title was done, that it rests or was given up, that it"
" goes on.
"""

from __future__ import annotations

from officecli.files.ledger.words.english.goes_on_in_speech import goes_on_in_speech
from officecli.files.ledger.words.english.halted_in_speech import halted_in_speech
from officecli.files.ledger.words.english.said_briefly import said_briefly
from officecli.files.ledger.words.stated import Stated


def stated_in_passing(text: str, title: str) -> Stated | None:
    """The state that a cell says so, of a matter of this title."""
    return said_briefly(text, title) or halted_in_speech(text, title) or (Stated("open") if goes_on_in_speech(text) else None)


def is_closed_in_passing(text: str, title: str) -> bool:
    """Whether a cell says that what its title asks for was done, be it an end: Cancel the lease: cancelled 6/24, the landlord confirmed."""
    return said_briefly(text, title) is not None
