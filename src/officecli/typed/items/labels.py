"""Labels as people type them: +budget is to be there, -draft is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from officecli.errors import BadInput
from officecli.i18n import _, listed, sentences
from officecli.light import dataclass, field
from officecli.model.bounds import NAME
from officecli.model.names import name_key
from officecli.near import perhaps_meant
from officecli.store.read.reader import Reader
from officecli.typed.text import one_line, shown


@dataclass(frozen=True)
class Labels:
    """The labels to add, by key, each as it is written; and the keys of those to take away, each as it was typed."""

    added: Mapping[str, str] = field(default_factory=dict)
    taken: Mapping[str, str] = field(default_factory=dict)


def key_asked_for(read: Reader, name: str) -> str:
    """The key of a label that items are looked for by; one that no item has is kept in mind, so that it is said."""
    key = name_key(name)
    if not read.row("SELECT 1 AS one FROM label WHERE name_key = :key LIMIT 1", key=key):
        read.unknown_labels.append(name)
    return key


def say_unknown(read: Reader) -> str:
    """That no item has the labels that were asked for, with the nearest there are; "" where all are known."""
    unknown = list(dict.fromkeys(read.unknown_labels))
    if not unknown:
        return ""
    known = {row["name_key"]: row["name"] for row in read.rows("SELECT name_key, MIN(name) AS name FROM label GROUP BY name_key ORDER BY name_key")}
    near = [found for name in unknown if (found := perhaps_meant(name_key(name), known, ""))]
    said = _("No item has the label {labels}.").format(labels=listed(_("“{title}”").format(title=shown(name)) for name in unknown))
    return sentences([said, *near])


def read_labels(read: Reader, typed: Sequence[str]) -> Labels:
    """What is to become of an item's labels; one that is on record is written as there. Raises BadInput for what is none, or is wanted and not wanted."""
    added: dict[str, str] = {}
    taken: dict[str, str] = {}
    for text in typed:
        sign, name = (text.strip()[:1], text.strip()[1:]) if text.strip()[:1] in "+-＋－" else ("+", text)
        name = one_line(name)
        key = name_key(name)
        if not key or len(name) > NAME:
            raise BadInput(
                _("“{text}” is no label.").format(text=shown(text)),
                fix=_("It has 1 to {most} characters; write +budget to add one, -budget to take it away.").format(most=NAME),
            )
        (added if sign in "+＋" else taken)[key] = name
    if both := added.keys() & taken.keys():
        raise BadInput(_("The label “{name}” is to be added and taken away at once.").format(name=shown(added[min(both)])), fix=_("Say one of them."))
    known = {key: read.value("SELECT name FROM label WHERE name_key = :key ORDER BY id LIMIT 1", key=key) or name for key, name in added.items()}
    return Labels(known, taken)
