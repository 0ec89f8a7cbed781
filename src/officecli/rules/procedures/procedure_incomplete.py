"""P704: a step without standard, check-point or limit."""

from __future__ import annotations

from officecli.i18n import N_
from officecli.model.rule import Rule
from officecli.store.steps import NEWEST_VERSION

_FIRST_WITHOUT = "SELECT MIN(t.day) FROM procedure_version v JOIN trail t ON t.seq = v.id WHERE v.procedure_id = p.id"
_LAST_WITH = """SELECT MAX(w.number) FROM procedure_version w WHERE w.procedure_id = p.id AND NOT EXISTS (
    SELECT 1 FROM procedure_step q WHERE q.version_id = w.id AND q.position = s.position
    AND (q.standard = '' OR q.check_point = '' OR q.limit_amount IS NULL))"""
_LAST_FULL = """SELECT MAX(w.number) FROM procedure_version w
    WHERE w.procedure_id = p.id AND EXISTS (SELECT 1 FROM procedure_step q WHERE q.version_id = w.id)"""
"""The last version in which the step was whole, or there was none; the last that had steps at all."""

RULE = Rule(
    code="P704",
    name=N_("procedure-incomplete"),
    severity="audit",
    waivable=False,
    subject="procedure",
    # Only the newest version is judged: what an older one lacked cannot be made good any more.
    sql=f"""
SELECT f.subject_id, CAST(NULL AS INTEGER) AS item_id, f.key, f.which, f.procedure, f.position, f.step, f.missing, f.since
FROM (
  SELECT p.id AS subject_id, CAST(s.position AS TEXT) AS key, 'step' AS which, p.name AS procedure, s.position, s.title AS step,
         ({_FIRST_WITHOUT} AND v.number > COALESCE(({_LAST_WITH}), 0)) AS since,
         CASE WHEN s.standard = '' AND s.check_point = '' AND s.limit_amount IS NULL THEN 'standard-check-limit'
              WHEN s.standard = '' AND s.check_point = '' THEN 'standard-check'
              WHEN s.standard = '' AND s.limit_amount IS NULL THEN 'standard-limit'
              WHEN s.check_point = '' AND s.limit_amount IS NULL THEN 'check-limit'
              WHEN s.standard = '' THEN 'standard'
              WHEN s.check_point = '' THEN 'check'
              WHEN s.limit_amount IS NULL THEN 'limit' END AS missing
  FROM procedure p
  JOIN {NEWEST_VERSION}
  JOIN procedure_step s ON s.version_id = v.id
  WHERE p.id BETWEEN :lo AND :hi AND p.retired = 0
  UNION ALL
  SELECT p.id, '', 'empty', p.name, 0, '', ({_FIRST_WITHOUT} AND v.number > COALESCE(({_LAST_FULL}), 0)), 'steps'
  FROM procedure p
  JOIN {NEWEST_VERSION}
  WHERE p.id BETWEEN :lo AND :hi AND p.retired = 0 AND NOT EXISTS (SELECT 1 FROM procedure_step s WHERE s.version_id = v.id)
) f
WHERE f.missing IS NOT NULL
ORDER BY f.subject_id, f.position""",
    message={
        "step": N_("“{procedure}”, step {position} “{step}”: no {missing} is written."),
        "empty": N_("“{procedure}” has no steps."),
    },
    fix={
        "step": N_(
            'Write it: officecli procedure show "{procedure}" --format toml -o procedure.toml, fill it in, then officecli procedure add procedure.toml'
        ),
        "empty": N_('Write them: officecli procedure set "{procedure}" --step "TITLE | standard: … | check: … | limit: 2 days" --reason TEXT'),
    },
    principle=N_("Each job has its procedure, its points of attention and a strict standard."),
    finds=N_("A step, of a procedure in use, whose standard, check-point or limit is not written; and a procedure without any step."),
    why=N_("A step without a standard is done as it comes, one without a check-point goes wrong where it always does, one without a limit waits."),
    instead=N_("Say of each step what counts as done well, what to look out for, and how long it may take."),
    accepted=N_('officecli procedure add "Post" --post Clerk --step "Sort | standard: none mislaid | check: urgent first | limit: 2 hours"'),
    words={"missing": "missing"},
)
