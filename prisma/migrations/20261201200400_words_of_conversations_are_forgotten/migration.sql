-- Words of conversations are forgotten.
--
-- Ninety days after a conversation was closed its notes go, after two years all that was written in it: the key of its words is
-- forgotten, and with it what was sealed, in backups too. What stays are its dates and its outcome.

ALTER TYPE "case_clock_kind" ADD VALUE 'forget_notes';
ALTER TYPE "case_clock_kind" ADD VALUE 'forget_soon';
ALTER TYPE "case_clock_kind" ADD VALUE 'forget';

ALTER TABLE cases ADD CONSTRAINT cases_key_until_over CHECK (wrapped_key IS NOT NULL OR closed_at IS NOT NULL);

CREATE POLICY case_texts_forgotten ON case_texts FOR DELETE USING (is_in_trigger());
CREATE POLICY case_notes_forgotten ON case_texts FOR DELETE USING (kind = 'note' AND handles_case(case_id));

-- Only drafts are thrown away; notes once it is over, everything once its key is forgotten.
CREATE FUNCTION check_case_text_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.kind <> 'draft' AND EXISTS (SELECT FROM cases c WHERE c.id = OLD.case_id AND c.wrapped_key IS NOT NULL
    AND NOT (OLD.kind = 'note' AND c.closed_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'what was written stays while the conversation does' USING ERRCODE = '42501';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER case_texts_are_kept BEFORE DELETE ON case_texts FOR EACH ROW EXECUTE FUNCTION check_case_text_stays();

CREATE FUNCTION forget_case_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM case_texts WHERE case_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER cases_forget_texts AFTER UPDATE OF wrapped_key ON cases FOR EACH ROW
  WHEN (OLD.wrapped_key IS NOT NULL AND NEW.wrapped_key IS NULL) EXECUTE FUNCTION forget_case_texts();

-- Nothing is written where there is no key to seal it with.
CREATE FUNCTION check_case_text_has_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM cases c WHERE c.id = NEW.case_id AND c.wrapped_key IS NULL) THEN
    RAISE EXCEPTION 'its key is forgotten' USING ERRCODE = '23514', CONSTRAINT = 'case_texts_have_key';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_texts_have_key BEFORE INSERT ON case_texts FOR EACH ROW EXECUTE FUNCTION check_case_text_has_key();
