"""A404: an item in a leader's name, with no instruction, meeting or document cited."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.reach import ITEM
from officecli.rules.since import altered, since

RULE = Rule(
    code="A404",
    name=N_("leader-name-without-basis"),
    severity="refuse",
    core=True,
    subject="item",
    # Whoever gives an order in person needs no paper: then the entry's actor is the originator, under their own name or post.
    sql=f"""
SELECT i.id AS subject_id, i.id AS item_id, i.ordered_by AS key, i.number, i.ordered_by, a.name AS actor,
       {since("i.registered", altered("i.id", "item", "i.id", "ordered_by", "source", "originator_id"))}
FROM item i
JOIN trail t ON t.seq = i.id
JOIN person a ON a.id = t.actor_id
JOIN v_person o ON o.id = i.originator_id
WHERE i.id BETWEEN :lo AND :hi AND i.imported = 0 AND i.ordered_by <> '' AND i.source = ''
  AND (i.originator_id <> t.actor_id OR (i.ordered_by <> o.name AND (o.post IS NULL OR i.ordered_by <> o.post)))
ORDER BY i.id""",
    among="SELECT n.id FROM item n WHERE n.imported = 0 AND n.ordered_by <> '' AND n.source = ''",
    watches={"item": ITEM},
    message=N_("{actor} registered {number} in the name of {ordered_by}, and cites no instruction, meeting or document."),
    fix=N_('Say what it rests on: --from "instruction of 3 July", --from "12th standing meeting"'),
    principle=N_("Nobody uses a leader's name without the leader's word."),
    finds=N_("An item given in somebody else's name without a source. Whoever gives the order in person needs none."),
    why=N_("“The director wants it” cannot be checked afterwards, and is how work is passed off and rank is borrowed."),
    instead=N_("Cite the instruction, meeting or document; or give the work in your own name."),
    refused=N_('officecli add "Tidy the archive" --lead Ana --due fri --by director'),
    accepted=N_('officecli add "Tidy the archive" --lead Ana --due fri --by director --from "instruction of 3 July"'),
)
