"""What an item says is changed, and it is tagged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from officecli import clock
from officecli.actions.acting import Acting
from officecli.actions.items.asked import Edit
from officecli.actions.items.bodies_on_item import set_body
from officecli.actions.items.done import FieldChanged, ItemChanged, SaysSoAlready
from officecli.actions.items.extension import count_from_deadline, move_deadline
from officecli.actions.items.labelling import relabel
from officecli.actions.items.past_whole import name_past_whole
from officecli.actions.notices import tell_of_act
from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.item_fields import FIELDS, PLAIN, Field
from officecli.model.items import Item
from officecli.model.names import title_key
from officecli.model.targets import Target
from officecli.store.calendar.handing_out import sign_limit
from officecli.typed.day_said import DaySeen, seen_today
from officecli.typed.items.amounts import read_target
from officecli.typed.items.deadlines import read_deadline
from officecli.typed.items.fields import read_fields
from officecli.typed.items.labels import read_labels
from officecli.typed.items.personal import refuse_personal
from officecli.typed.items.tags import KNOWN, read_tags
from officecli.typed.text import tidy

TOLD_NAMES = {"duty": "title", "procedure": "name", "body": "name"}
TOLD_EDITS = ("title", "goal", "due", "source", *PLAIN, "hours", "kind", "urgency", "importance", "feedback_every", *KNOWN, *TOLD_NAMES)
"""What an edit reads back, old and new."""

OF_A_CLOSED_ONE = {"title", "title_key", "remarks"}
"""What is corrected of an item that is closed: how it is called, and is found by; and the remarks, which only ledgers bring, and on which nothing hangs."""


def edit(act: Acting, number: str, wanted: Edit) -> None:
    """Change what the item says; goal, targets and deadline belong to the originator's side, tags to the lead as well.

    Raises BadInput where nothing is said that could change; what says so already is no error.
    """
    if wanted.empty:
        raise BadInput(_("What to change is missing."), fix=_("Say what to change; see: officecli edit --help"))
    if mine := act.own_reminder(number):
        from officecli.actions.items.reminders import edit_own

        edit_own(act, mine, wanted)
        return
    refuse_personal(wanted.fields.get("kind") or "")
    item = act.item(number)
    act.change.reason = tidy(wanted.reason)
    before = item.model_dump()
    if wanted.due is not None:
        _edit_deadline(act, item, wanted.due)
    if wanted.targets or _of_act(wanted, "set-goal"):
        act.enter("set-goal", item)
        act.change.set(item, "set-goal", **read_fields(_of_act(wanted, "set-goal")))
        if wanted.targets:
            replace_targets(act, item, [read_target(text) for text in wanted.targets])
    if fields := read_fields(_of_act(wanted, "edit")):
        change_fields(act, item, fields)
    if wanted.body is not None:
        set_body(act, item, wanted.body)
    if tags := read_tags(act.read, wanted.tags):
        _tag(act, item, tags)
    labelled = _label(act, item, wanted.labels) if wanted.labels else ()
    changed = (
        tuple(
            FieldChanged(told.key, _told(act, told, before[told.column]), _told(act, told, getattr(item, told.column)))
            for told in map(FIELDS.__getitem__, TOLD_EDITS)
            if before[told.column] != getattr(item, told.column)
        )
        + labelled
    )
    if changed or wanted.targets:
        act.done.append(ItemChanged(item.number, changed, tuple(wanted.targets)))
    else:
        act.done.append(SaysSoAlready(item.number))


def _label(act: Acting, item: Item, typed: Sequence[str]) -> tuple[FieldChanged, ...]:
    """Put labels on and take others away, as a tag is."""
    wanted = read_labels(act.read, typed)
    act.enter("tag", item)
    old, new = relabel(act, item, "tag", wanted)
    return (FieldChanged("labels", old or None, new or None),) if old != new else ()


def _tag(act: Acting, item: Item, tags: dict[str, Any]) -> None:
    """Set tags, duty and procedure; an item keeps the version of its procedure. Raises BadInput for another one once its steps began."""
    act.enter("tag", item)
    if "procedure_id" in tags and tags["procedure_id"] == item.procedure_id:
        tags = {name: value for name, value in tags.items() if name not in ("procedure_id", "procedure_version_id")}
    if "procedure_id" in tags and (item.occurrence or act.read.row("SELECT 1 AS one FROM item_step WHERE item_id = :item", item=item.id)):
        raise BadInput(
            _("{number} keeps its procedure: it was made by its schedule, or its steps have begun.").format(number=item.number),
            fix=_("Cancel it, and register it anew with the other procedure: officecli add TITLE --procedure NAME"),
        )
    act.change.set(item, "tag", **tags)
    if item.procedure_id and item.status == "in-hand":
        from officecli.actions.items.confirming import counts_on
        from officecli.actions.procedures.opening_steps import begin_steps  # most items follow no procedure, and its tables cost a start 3 ms

        begin_steps(act, item, "step-open", counts_on(act, item, "step"))


def _edit_deadline(act: Acting, item: Item, typed: str) -> None:
    act.enter("set-deadline", item)
    due = count_from_deadline(act, item, typed) or read_deadline(typed, issued=item.issued, read=act.read, base=act.today)
    if item.due is not None and item.due < act.today and not act.change.reason:
        raise BadInput(
            _("The deadline {due} has passed; a new one needs a reason, and the lateness stays.").format(due=item.due.isoformat()),
            fix=_("Say why with --reason."),
        )
    if due != item.due:
        move_deadline(act, item, "set-deadline", due)
        tell_of_act(act, "set-deadline", item, item.lead_id)
        name_past_whole(act, item)


def change_fields(act: Acting, item: Item, fields: dict[str, Any]) -> None:
    """Change what `edit` changes of an item, by its columns, with what follows from them."""
    act.enter("edit", item)
    fields = _edited(act, item, fields)
    if item.status == "closed" and fields.keys() - OF_A_CLOSED_ONE:
        act.forbid(
            item,
            _("It is closed; of what it says only the title is still changed."),
            _('Open it again first: officecli reopen {number} --reason "…"').format(number=item.number),
        )
    act.change.set(item, "edit", **fields)


def replace_targets(act: Acting, item: Item, wanted: Sequence[tuple[str, str]]) -> None:
    """Put targets, as (amount, unit), in the place of those the item has; within the act of setting its goal."""
    for row in act.read.rows("SELECT id FROM target WHERE item_id = :item AND target_class IS NULL ORDER BY id", item=item.id):
        act.change.remove(act.change.get(Target, row["id"]), "set-goal")
    for amount, unit in wanted:
        act.change.add(Target, "set-goal", item_id=item.id, amount=amount, unit=unit)


def _told(act: Acting, told: Field, value: Any) -> DaySeen | str | float | None:
    """A field's value as it is told to whoever changed it: a duty or procedure by its name, None for nothing."""
    if value in (None, ""):
        return None
    if told.kind == "date":
        return seen_today(act.read, value)
    if told.kind == "hours":
        return float(value)
    if told.kind == "id":
        value = act.read.value(f"SELECT {TOLD_NAMES[told.key]} FROM {told.key} WHERE id = :id", id=value)
    return str(value)


def _of_act(wanted: Edit, act: str) -> dict[str, Any]:
    """What was typed for the fields that this act changes."""
    return {key: typed for key, typed in wanted.fields.items() if typed is not None and FIELDS[key].act == act}


def _edited(act: Acting, item: Item, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with what follows from them: the keys by which matters are found again, and by when it is to be signed for."""
    for name in ("title", "source"):
        if name in fields:
            fields[f"{name}_key"] = title_key(fields[name])[:500]
    if "urgency" in fields and item.status == "issued":
        fields["sign_by"] = clock.stamp(sign_limit(act.read, clock.now(), fields["urgency"]))
    return fields
