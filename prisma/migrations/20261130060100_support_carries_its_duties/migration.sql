-- Two people may each be primary of an executive, for duties of their own: support names the duties it is for, and none
-- named is all of them, as all support so far was.

-- AlterTable
ALTER TABLE "support_assignments" ADD COLUMN     "duty_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

ALTER TABLE support_assignments ADD CONSTRAINT support_assignments_duties CHECK (duty_ids IS NOT NULL);

-- One primary of all duties at a time. Whoever brings in many changes at once may have them checked at the end of all.
ALTER TABLE support_assignments DROP CONSTRAINT support_assignments_one_primary;
ALTER TABLE support_assignments ADD CONSTRAINT support_assignments_one_primary
  EXCLUDE USING gist (executive_id WITH =, daterange(from_on, to_on, '[]') WITH &&)
  WHERE (role = 'primary' AND duty_ids = '{}') DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE support_assignments DROP CONSTRAINT support_assignments_named_once;
ALTER TABLE support_assignments ADD CONSTRAINT support_assignments_named_once
  EXCLUDE USING gist (executive_id WITH =, assistant_id WITH =, daterange(from_on, to_on, '[]') WITH &&)
  WHERE (duty_ids = '{}') DEFERRABLE INITIALLY IMMEDIATE;

-- Lists of duties can't be excluded by an index, so the executive's row is locked and the others are looked at: one primary
-- of a duty at a time, and nobody named twice for the same duty at once. Duties are those of the catalogue, which are
-- held as a foreign key would hold them. Messages begin with the constraint, which the driver leaves out.
CREATE FUNCTION check_support_by_duty() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted support_assignments;
  other record;
BEGIN
  PERFORM 1 FROM executives WHERE id = NEW.executive_id FOR NO KEY UPDATE;
  SELECT * INTO wanted FROM support_assignments WHERE id = NEW.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM 1 FROM duties WHERE id = ANY(wanted.duty_ids) ORDER BY id FOR KEY SHARE;
  IF (SELECT count(*) FROM duties WHERE id = ANY(wanted.duty_ids)) <> cardinality(wanted.duty_ids) THEN
    RAISE EXCEPTION 'support_assignments_duties_known: a duty is not in the catalogue, or is named twice'
      USING ERRCODE = '23503', CONSTRAINT = 'support_assignments_duties_known';
  END IF;
  FOR other IN
    SELECT s.assistant_id, s.role FROM support_assignments s
    WHERE s.executive_id = wanted.executive_id AND s.id <> wanted.id
      AND daterange(s.from_on, s.to_on, '[]') && daterange(wanted.from_on, wanted.to_on, '[]')
      AND (s.duty_ids = '{}' OR wanted.duty_ids = '{}' OR s.duty_ids && wanted.duty_ids)
  LOOP
    IF other.assistant_id = wanted.assistant_id THEN
      RAISE EXCEPTION 'support_assignments_named_once: the assistant is named for the duty already'
        USING ERRCODE = '23P01', CONSTRAINT = 'support_assignments_named_once';
    END IF;
    IF other.role = 'primary' AND wanted.role = 'primary' THEN
      RAISE EXCEPTION 'support_assignments_one_primary: the duty has a primary already'
        USING ERRCODE = '23P01', CONSTRAINT = 'support_assignments_one_primary';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER support_assignments_by_duty
  AFTER INSERT OR UPDATE OF executive_id, assistant_id, role, from_on, to_on, duty_ids
  ON support_assignments DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW EXECUTE FUNCTION check_support_by_duty();

CREATE FUNCTION check_duty_is_unused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM support_assignments WHERE OLD.id = ANY(duty_ids)) THEN
    RAISE EXCEPTION 'support_assignments_duties_known: support is named for the duty'
      USING ERRCODE = '23503', CONSTRAINT = 'support_assignments_duties_known';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER duties_unused_by_support BEFORE DELETE OR UPDATE OF id ON duties
  FOR EACH ROW EXECUTE FUNCTION check_duty_is_unused();
