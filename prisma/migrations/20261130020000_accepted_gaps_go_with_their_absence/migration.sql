-- A gap is accepted for an absence. When that was declined, cancelled, withdrawn or shortened, the acceptance stayed, and a
-- gap that opened later for another reason showed as knowingly accepted. The audit log still says who accepted what.
DELETE FROM accepted_gaps g USING absences a
WHERE a.id = g.absence_id
  AND (a.status IN ('declined', 'cancelled', 'withdrawn')
    OR (g."on", g.part) < (a.start_on, a.start_part)
    OR (g."on", g.part) > (a.end_on, a.end_part));
