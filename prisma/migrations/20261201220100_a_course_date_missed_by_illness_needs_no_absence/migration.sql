-- A course date that is missed by illness needs no absence of its own.
--
-- Who falls ill in the middle of a course keeps the seat and is away as ill: the date is marked, and the absence it was ends.
-- A date of a seat is an absence until it is marked; what was marked says by itself how long somebody was there.

CREATE OR REPLACE FUNCTION check_booked_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM enrolments e JOIN training_session_dates d ON d.session_id = e.session_id
    WHERE e.status = 'booked'
      AND CASE TG_TABLE_NAME WHEN 'enrolments' THEN e.id = NEW.id WHEN 'training_session_dates' THEN d.id = NEW.id END
      AND NOT EXISTS (SELECT FROM training_absences t WHERE t.enrolment_id = e.id AND t.session_date_id = d.id)
      AND NOT EXISTS (SELECT FROM attendance a WHERE a.enrolment_id = e.id AND a.session_date_id = d.id)) THEN
    RAISE EXCEPTION 'a booked date has no absence' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_have_absences';
  END IF;
  IF TG_TABLE_NAME = 'enrolments' AND EXISTS (
    SELECT FROM enrolments e JOIN training_absences t ON t.enrolment_id = e.id
    WHERE e.id = NEW.id AND e.status IN ('nominated', 'requested', 'approved', 'waitlisted', 'offered', 'cancelled', 'declined')) THEN
    RAISE EXCEPTION 'an absence is left of a seat that is not held' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_have_absences';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION check_booked_date_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM enrolments e WHERE e.id = OLD.enrolment_id AND e.status = 'booked')
    AND EXISTS (SELECT FROM training_session_dates d WHERE d.id = OLD.session_date_id)
    AND NOT EXISTS (SELECT FROM training_absences t WHERE t.enrolment_id = OLD.enrolment_id AND t.session_date_id = OLD.session_date_id)
    AND NOT EXISTS (SELECT FROM attendance a WHERE a.enrolment_id = OLD.enrolment_id AND a.session_date_id = OLD.session_date_id) THEN
    RAISE EXCEPTION 'a booked date has no absence' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_have_absences';
  END IF;
  RETURN NULL;
END $$;
