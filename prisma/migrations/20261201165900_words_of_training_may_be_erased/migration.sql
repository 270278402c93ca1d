-- The words of training may be erased.
--
-- The history of an enrolment is never changed; once its person is erased, its words may be emptied, and nothing else.

CREATE FUNCTION keep_enrolment_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) = to_jsonb(OLD) || '{"comment": ""}' AND EXISTS (
    SELECT FROM enrolments e JOIN assistants s ON s.id = e.assistant_id JOIN users u ON u.id = s.user_id
    WHERE e.id = OLD.enrolment_id AND u.erased_at IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the history of training is never changed' USING ERRCODE = '42501';
END $$;

DROP TRIGGER enrolment_steps_append_only ON enrolment_steps;
CREATE TRIGGER enrolment_steps_append_only BEFORE UPDATE OR DELETE ON enrolment_steps
  FOR EACH ROW EXECUTE FUNCTION keep_enrolment_step();
