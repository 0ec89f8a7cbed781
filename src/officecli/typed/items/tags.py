"""What an item is tagged with: its four tags and its focus, the duty it falls under, the procedure it follows."""

from __future__ import annotations

from officecli.errors import BadInput, NotFound
from officecli.hints import Any
from officecli.i18n import _
from officecli.light import dataclass
from officecli.model import codes
from officecli.model.names import name_key
from officecli.near import perhaps_meant
from officecli.store.read.reader import Reader, Row
from officecli.store.steps import NEWEST_VERSION
from officecli.typed.codes import check_code
from officecli.typed.meant import as_settled, only_one
from officecli.typed.office.duties import find_duty

KNOWN = {"origin": codes.ORIGINS, "lead_time": codes.LEAD_TIMES, "depth": codes.DEPTHS, "focus": codes.FOCUSES}


@dataclass(frozen=True)
class Tags:
    """As they were typed: None where nothing was said, "" to take one away."""

    origin: str | None = None
    lead_time: str | None = None
    depth: str | None = None
    focus: str | None = None
    duty: str | None = None
    procedure: str | None = None


UNTAGGED = Tags()


def read_tags(read: Reader, tags: Tags) -> dict[str, Any]:
    """The columns of an item that the tags set; raises BadInput or NotFound for what is not known, or retired."""
    fields: dict[str, Any] = {
        name: check_code(typed, known, "--" + name.replace("_", "-")) if typed else None
        for name, known in KNOWN.items()
        if (typed := getattr(tags, name)) is not None
    }
    if tags.duty is not None:
        fields["duty_id"] = find_duty(read, tags.duty)["id"] if tags.duty else None
    if tags.procedure is not None:
        found = find_procedure(read, tags.procedure) if tags.procedure else {"id": None, "version_id": None}
        fields |= {"procedure_id": found["id"], "procedure_version_id": found["version_id"]}
    return fields


def find_procedure(read: Reader, typed: str) -> Row:
    """The procedure of this name, written out or for short, with its newest version (columns id, name, version_id).

    Raises NotFound, and BadInput for a retired one and where several are meant.
    """
    typed = as_settled(typed)
    procedures = read.rows(f"SELECT p.id, p.name, p.retired, v.id AS version_id FROM procedure p JOIN {NEWEST_VERSION} ORDER BY p.id")
    found = next((one for one in procedures if name_key(one["name"]) == name_key(typed)), None)
    if found and not found["retired"]:
        return found
    in_use = [one for one in procedures if not one["retired"]]
    if found is None and (like := only_one(typed, in_use, lambda one: one["name"])):
        return like
    known = {name_key(one["name"]): one["name"] for one in in_use}
    fix = perhaps_meant(name_key(typed), known, _("See them with: {command}").format(command="officecli procedure list"))
    if found:
        raise BadInput(_("The procedure “{name}” is retired.").format(name=found["name"]), fix=fix)
    raise NotFound(_("There is no procedure “{name}”.").format(name=typed[:60]), fix=fix)
