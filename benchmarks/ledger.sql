-- What stands in the columns of `officecli ledger`, but for what a day adds.
SELECT v.number, v.source, v.title, v.goal, v.ordered_by, v.responsible, v.lead, v.unit, v.body, v.urgency, v.status, v.issued, v.original_due, v.due, v.feedback_every, n.text, n.problem,
       n.next_step, n.evidence, r.result, v.closed, v.remarks, (SELECT GROUP_CONCAT(p.name, ', ') FROM support s JOIN person p ON p.id = s.person_id WHERE s.item_id = v.id AND s.until IS NULL)
FROM v_item v LEFT JOIN note n ON n.id = v.note_id LEFT JOIN submission r ON r.id = v.submission_id ORDER BY v.year, v.serial;
