-- A person can be erased.
--
-- Who has left may have their name, words and contacts taken out. The account stays as a place that records point to, shut for
-- good: it can't be opened again, nor get a password. Histories of leave may be emptied of their words, and of nothing else.

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

ALTER TABLE "users" ADD CONSTRAINT "users_erased_are_shut"
  CHECK ("erased_at" IS NULL OR ("disabled_at" IS NOT NULL AND "password_hash" IS NULL AND NOT "is_administrator"));

-- The words of one whole history, once its person is erased.
CREATE FUNCTION keep_absence_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) = to_jsonb(OLD) || '{"comment": ""}' AND EXISTS (
    SELECT FROM absences a JOIN assistants s ON s.id = a.assistant_id JOIN users u ON u.id = s.user_id
    WHERE a.id = OLD.absence_id AND u.erased_at IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the history of leave is never changed' USING ERRCODE = '42501';
END $$;

CREATE FUNCTION keep_leave_adjustment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) = to_jsonb(OLD) || '{"reason": "–"}' AND EXISTS (
    SELECT FROM assistants s JOIN users u ON u.id = s.user_id
    WHERE s.id = OLD.assistant_id AND u.erased_at IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the history of leave is never changed' USING ERRCODE = '42501';
END $$;

DROP TRIGGER absence_steps_append_only ON absence_steps;
CREATE TRIGGER absence_steps_append_only BEFORE UPDATE OR DELETE ON absence_steps
  FOR EACH ROW EXECUTE FUNCTION keep_absence_step();

DROP TRIGGER leave_adjustments_append_only ON leave_adjustments;
CREATE TRIGGER leave_adjustments_append_only BEFORE UPDATE OR DELETE ON leave_adjustments
  FOR EACH ROW EXECUTE FUNCTION keep_leave_adjustment();
