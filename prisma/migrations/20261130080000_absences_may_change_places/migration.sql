-- Two absences of a person that change places, as two events of a calendar do, overlap while the first row of the statement
-- is written. The constraint is looked at when a statement is over, as strictly as before.
ALTER TABLE absences DROP CONSTRAINT absences_no_overlap;
ALTER TABLE absences ADD CONSTRAINT absences_no_overlap
  EXCLUDE USING gist (assistant_id WITH =, minutes_away(start_on, start_part, end_on, end_part, start_minute, end_minute) WITH &&)
  WHERE (status IN ('requested', 'provisionally_approved', 'approved', 'cancellation_requested'))
  DEFERRABLE INITIALLY IMMEDIATE;
