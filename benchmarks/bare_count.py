"""What a check costs the database at least: counting over the joins each rule has for a check."""

import sys

from officecli.rules import every_rule
from officecli.store import judge
from officecli.store.place import place
from officecli.store.read.reader import reading

with reading(place(sys.argv[1])) as read:
    everything = {"lo": 0, "hi": 2**62}
    print(sum(read.value(f"SELECT COUNT(*) FROM ({rule.checking}) found", judge.values(read, rule) | everything) for rule in every_rule()))
