"""Acts that concern a person: their coming, moving and going, their absences, the duty roster, and what they confide."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.rules.authority.entitlement.part import REGISTRARS, Part, first
from officecli.rules.reach import next_superior
from officecli.rules.since import once

_CONCERNED = f"""CASE
  WHEN t.verb = 'handover' THEN (SELECT r.person_id FROM roster r WHERE r.day <= t.day ORDER BY r.day DESC, r.id DESC LIMIT 1)
  WHEN t.verb = 'difficulty-answer' THEN (SELECT x.owner_id FROM difficulty x WHERE x.id = t.subject_id)
  WHEN t.subject = 'person' THEN t.subject_id
  WHEN t.subject = 'selection' THEN (SELECT x.person_id FROM selection x WHERE x.id = t.subject_id)
  WHEN t.subject = 'roster' THEN (SELECT x.person_id FROM roster x WHERE x.id = t.subject_id)
  WHEN t.subject = 'difficulty' THEN (SELECT x.person_id FROM difficulty x WHERE x.id = t.subject_id)
  ELSE COALESCE(
    (SELECT x.person_id FROM absence x WHERE x.id = t.subject_id),
    (SELECT MIN(x.id) FROM person x WHERE {once("person_id", "x.id", entry="t")})
  ) END"""
"""Whom an entry concerns; an absence that was struck is known by its entry alone."""

_ASK = N_("Ask {whom}, or a registrar: {registrars}.")

ON_PEOPLE = Part(
    joins=f"LEFT JOIN person p ON p.id = {_CONCERNED}",
    condition=first("person", "selection", "absence", "roster", "handover_note", "difficulty"),
    which="WHEN t.role = 'not-registrar' THEN 'rights'",
    columns={
        "person": "p.name",
        "whom": f"p.name || COALESCE(',' || (SELECT s.name FROM person s WHERE s.id = {next_superior('p')}), '')",
        "registrars": REGISTRARS,
    },
    message={
        "staff": N_("“{act}” ({person}) is for a registrar, or a superior of {person}; not for {actor}."),
        "rights": N_("Only a registrar makes somebody a registrar, or ends it; {actor} is none."),
        "absence": N_("An absence is recorded by whoever is away, here {person}, by their superior, or by a registrar; not by {actor}."),
        "roster": N_("The roster is set by a registrar, by whoever goes on duty, here {person}, or by their superior; not by {actor}."),
        "handover": N_("The handover is written by the duty officer, today or of the last turn, or by a registrar for them; {actor} is not on duty."),
        "difficulty": N_("{actor} may not record a difficulty of {person}: {person}, the superiors of {person} and a registrar may."),
        "difficulty-answer": N_("{actor} may not answer it: {person}, who sees to it, does, or the direct superior of the person it is about."),
    },
    fix={
        "staff": N_("Ask a registrar: {registrars}; or a superior of {person}."),
        "rights": N_("Ask a registrar: {registrars}."),
        "absence": _ASK,
        "roster": _ASK,
        "handover": N_("On duty: {person}. Registrars: {registrars}."),
        "difficulty": _ASK,
        "difficulty-answer": N_("Leave it to {person}."),
    },
)
