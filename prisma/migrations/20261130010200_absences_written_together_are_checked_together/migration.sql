-- Absences written together are checked together.
--
-- An import corrects many absences in one statement. Where two of a person change places, the first row of the statement met
-- the old days of the second and was refused. The constraint is the same, and is now checked at the end of the statement.

ALTER TABLE absences DROP CONSTRAINT absences_no_overlap;
ALTER TABLE absences ADD CONSTRAINT absences_no_overlap
  EXCLUDE USING gist (assistant_id WITH =, minutes_away(start_on, start_part, end_on, end_part, start_minute, end_minute) WITH &&)
  WHERE (status IN ('requested', 'provisionally_approved', 'approved', 'cancellation_requested'))
  DEFERRABLE INITIALLY IMMEDIATE;
