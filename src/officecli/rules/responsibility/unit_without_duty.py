"""R105: a section with no duty."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.rules.since import any_changed, changed, latest, once

OF_UNIT = "SELECT p.id FROM post p WHERE p.unit_id = :subject"
POSTS_FROM = f"(SELECT MIN({changed('post', 'p.id', 'retired', 'unit_id')}) FROM post p WHERE p.unit_id = :subject AND p.retired = 0)"
SINCE = latest(
    changed("unit", ":subject", "retired"),
    any_changed(
        "duty",
        ("retired", "post_id"),
        f"b.subject_id IN (SELECT d.id FROM duty d WHERE d.post_id IN ({OF_UNIT})) OR EXISTS (SELECT 1 FROM ({OF_UNIT}) u WHERE {once('post_id', 'u.id')})",
    ),
    any_changed(
        "post",
        ("retired", "unit_id"),
        f"b.subject_id IN (SELECT d.post_id FROM duty d WHERE d.post_id IN ({OF_UNIT})) OR (b.subject_id NOT IN ({OF_UNIT}) AND {once('unit_id', ':subject')})",
    ),
    f"CASE WHEN EXISTS (SELECT 1 FROM unit c WHERE c.parent_id = :subject AND c.retired = 0) THEN {POSTS_FROM} END",
)
"""The day the unit was there, its last duty went, and, where it holds other units, it had a post of its own."""

WITHOUT_POST = N_(
    "It has no post yet. Write the office's file out, give it a post and a duty there, and read it in: "
    "officecli setup --export -o office.toml, then officecli setup office.toml"
)
"""What to do about a unit that has nobody to give a duty to."""

RULE = Rule(
    code="R105",
    name=N_("unit-without-duty"),
    severity="audit",
    waivable=False,
    subject="unit",
    # A unit without posts of its own that holds other units only groups them; its sections are judged one by one.
    sql="""
SELECT u.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, u.name AS unit,
  (SELECT MIN(p.title) FROM post p WHERE p.unit_id = u.id AND p.retired = 0) AS post,
  CASE WHEN EXISTS (SELECT 1 FROM post p WHERE p.unit_id = u.id AND p.retired = 0) THEN 'posts' ELSE 'none' END AS which
FROM unit u
WHERE u.id BETWEEN :lo AND :hi AND u.retired = 0
  AND NOT EXISTS (
    SELECT 1 FROM duty d JOIN post p ON p.id = d.post_id WHERE p.unit_id = u.id AND d.retired = 0 AND p.retired = 0
  )
  AND (EXISTS (SELECT 1 FROM post p WHERE p.unit_id = u.id AND p.retired = 0)
       OR NOT EXISTS (SELECT 1 FROM unit c WHERE c.parent_id = u.id AND c.retired = 0))
ORDER BY u.id""",
    since=SINCE,
    message=N_("{unit} has no duty on any of its posts."),
    fix={
        "posts": N_(
            'Give one of its posts (officecli unit show "{unit}" lists them) a duty: officecli duty add TITLE --post '
            '"{unit}/{post}" (in an office file: [[duty]])'
        ),
        "none": WITHOUT_POST,
    },
    principle=N_("Divide work by its nature; every section has a duty."),
    finds=N_("A section none of whose posts has a duty. A unit that only groups other units is exempt."),
    why=N_("A section without a duty is asked for everything and answers for nothing."),
    instead=N_("Give each section the duties its nature calls for, each on one post."),
    accepted="officecli coverage",
)
