-- The sums of `officecli accountability` for everybody, as somebody would ask for them who knows the tables: each table read once.
WITH settled AS (
  SELECT i.id, i.lead_id, i.status, i.due, i.original_due, i.sign_minutes,
         COALESCE((SELECT MIN(s.day) FROM submission s WHERE s.item_id = i.id), i.closed, i.cancelled, DATE('now')) AS ended
  FROM item i
),
led AS (
  SELECT x.lead_id, SUM(x.status NOT IN ('closed', 'cancelled')) AS open, SUM(x.status = 'closed') AS closed,
         SUM(x.status IN ('issued', 'in-hand') AND x.due < DATE('now')) AS overdue, SUM(x.ended <= x.due) AS in_time, SUM(x.ended <= x.original_due) AS in_time_originally,
         SUM(CASE WHEN x.ended > x.due AND NOT EXISTS (SELECT 1 FROM pause z WHERE z.item_id = x.id) THEN
               (SELECT working_no FROM calendar_day WHERE date = x.ended) - (SELECT working_no FROM calendar_day WHERE date = x.due) ELSE 0 END) AS days_late,
         AVG(x.sign_minutes) AS sign_minutes
  FROM settled x GROUP BY x.lead_id
),
reviewed AS (
  SELECT i.lead_id, SUM(s.verdict = 'accepted' AND s.id = (SELECT MIN(e.id) FROM submission e WHERE e.item_id = s.item_id)) AS accepted_first,
         SUM(s.verdict = 'returned') AS returned
  FROM submission s JOIN item i ON i.id = s.item_id WHERE s.reviewed IS NOT NULL GROUP BY i.lead_id
),
extended AS (SELECT i.lead_id, COUNT(*) AS extensions FROM extension x JOIN item i ON i.id = x.item_id WHERE x.verdict = 'granted' GROUP BY i.lead_id),
prodded AS (SELECT q.lead_id, COUNT(*) AS prods FROM prod q GROUP BY q.lead_id),
supporting AS (SELECT s.person_id, COUNT(*) AS parts FROM support s JOIN item i ON i.id = s.item_id AND i.status <> 'cancelled' GROUP BY s.person_id)
SELECT p.name, led.*, reviewed.accepted_first, reviewed.returned, extended.extensions, prodded.prods, supporting.parts
FROM person p
LEFT JOIN led ON led.lead_id = p.id
LEFT JOIN reviewed ON reviewed.lead_id = p.id
LEFT JOIN extended ON extended.lead_id = p.id
LEFT JOIN prodded ON prodded.lead_id = p.id
LEFT JOIN supporting ON supporting.person_id = p.id
ORDER BY led.overdue DESC, led.days_late DESC;
