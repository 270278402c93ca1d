-- Support is refused for a pair that is kept apart.
--
-- The database refused a cover for such a pair, and left support to the verbs: a file that was imported, or another change of
-- duties, made support that no verb would. What there is already may run out; nothing new begins, and nothing lasts longer.
-- The assistant's row is locked as where a pair is restricted, so that of two at once the later one sees the other.

CREATE FUNCTION check_support_is_possible() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.executive_id = OLD.executive_id AND NEW.assistant_id = OLD.assistant_id AND NEW.from_on >= OLD.from_on
      AND (OLD.to_on IS NULL OR (NEW.to_on IS NOT NULL AND NEW.to_on <= OLD.to_on)) THEN
      RETURN NEW;
    END IF;
  END IF;
  PERFORM 1 FROM assistants WHERE id = NEW.assistant_id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT FROM pairing_restrictions r
    WHERE r.assistant_id = NEW.assistant_id AND r.executive_id = NEW.executive_id
      AND r.kind = 'hard' AND r.status IN ('active', 'under_review')
      AND (r.expires_on IS NULL OR r.expires_on >= NEW.from_on)
  ) THEN
    RAISE EXCEPTION 'pairing is restricted' USING ERRCODE = '23514', CONSTRAINT = 'support_assignments_not_restricted';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER support_assignments_possible
  BEFORE INSERT OR UPDATE OF assistant_id, executive_id, from_on, to_on
  ON support_assignments FOR EACH ROW EXECUTE FUNCTION check_support_is_possible();
