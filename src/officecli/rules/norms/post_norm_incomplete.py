"""N901: a post whose norms are not all written."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.model.words import NORMS
from officecli.rules.since import changed, since

_LACKS = " || ".join(f"CASE WHEN COALESCE(p.{norm}, '') = '' THEN ',{norm}' ELSE '' END" for norm in NORMS)
_WRITTEN = " UNION ALL ".join(
    f"SELECT {changed('post', 'p.id', norm)} AS day FROM post p WHERE p.id = x.id AND COALESCE(p.{norm}, '') = ''" for norm in NORMS
)
"""For each norm that is missing the day it was taken away, or the post was made without it."""

RULE = Rule(
    code="N901",
    name=N_("post-norm-incomplete"),
    severity="audit",
    waivable=False,
    subject="post",
    sql=f"""
SELECT x.id AS subject_id, CAST(NULL AS INTEGER) AS item_id, '' AS key, x.post, x.unit, SUBSTR(x.lacks, 2) AS norms,
       {since(changed("post", "x.id", "retired"), f"MIN(k.day) FROM ({_WRITTEN}) k")}
FROM (
  SELECT p.id, p.title AS post, u.name AS unit, {_LACKS} AS lacks
  FROM post p
  JOIN unit u ON u.id = p.unit_id
  WHERE p.id BETWEEN :lo AND :hi AND p.retired = 0
) x
WHERE x.lacks <> ''
ORDER BY x.id""",
    words={"norms": "norm"},
    message=N_("The norms of {unit}/{post} are incomplete; missing: {norms}."),
    fix=N_('Write what is missing: officecli post set "{unit}/{post}" --may TEXT --may-not TEXT --how TEXT --degree TEXT'),
    principle=N_("Every post has its norms: what it may do, what it may not do, how, and to what degree."),
    finds=N_("A post in use that lacks one of its four norms."),
    why=N_("Where it is not written what a post may decide, people ask about everything, or about nothing."),
    instead=N_("Write the four norms of each post, a line for each point; they are part of the handbook."),
    accepted=N_('officecli post set "Records/Clerk" --may "retrieve any open file" --may-not "release a file"'),
)
